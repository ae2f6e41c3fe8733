/** Cards of a page: boxes side by side, each of which tells of another page. */
import { headingLevel, upFrom } from './around.ts';
import type { FlowBlock } from './flow.ts';
import { proseOf } from './running-text.ts';
import type { PageElement } from './nodes.ts';

/** Of a card the heading that leads to another page, with a line or two and a time below it. */
const MOST_IN_CARD = 6;
const LONGEST_CARD = 500;

/** Elements that each tell of another page, where several stand on a page. */
export function cardsIn(blocks: readonly FlowBlock[]): PageElement[] {
  return [...headedCards(blocks), ...wordlessArticles(blocks)];
}

/** Articles within a page that hold no running text, but lead to where it stands. */
function wordlessArticles(blocks: readonly FlowBlock[]): PageElement[] {
  const sums = new Map<
    PageElement,
    { blocks: number; length: number; prose: number; title: boolean }
  >();
  for (const block of blocks) {
    const own = [...upFrom(block.element)].find(({ name }) => name === 'article');
    if (!own) continue;
    const sum = sums.get(own) ?? { blocks: 0, length: 0, prose: 0, title: false };
    sums.set(own, {
      blocks: sum.blocks + 1,
      length: sum.length + block.length,
      prose: sum.prose + proseOf(block),
      title: sum.title || headingLevel(block.element) === 1,
    });
  }
  const found = [...sums].flatMap(([article, sum]) =>
    !sum.title &&
    sum.prose === 0 &&
    sum.blocks <= MOST_IN_CARD &&
    sum.length <= LONGEST_CARD &&
    leads(article)
      ? [article]
      : [],
  );
  return found.length > 1 ? found : [];
}

const leads = (element: PageElement): boolean =>
  element.children.some(
    (one) =>
      one.type === 'element' && ((one.name === 'a' && one.get('href') !== null) || leads(one)),
  );

/** Elements that each begin with a heading that leads to another page, side by side. */
function headedCards(blocks: readonly FlowBlock[]): PageElement[] {
  const lengths = new Map<PageElement, { blocks: number; length: number; heads: number }>();
  const heads = blocks.filter(
    ({ element, linked, length }) => linked > 0.8 * length && headingLevel(element) > 1,
  );
  if (heads.length < 2) return [];
  const isHead = new Set(heads);
  for (const block of blocks)
    for (const one of upFrom(block.element)) {
      const sum = lengths.get(one) ?? { blocks: 0, length: 0, heads: 0 };
      lengths.set(one, {
        blocks: sum.blocks + 1,
        length: sum.length + block.length,
        heads: sum.heads + (isHead.has(block) ? 1 : 0),
      });
    }
  const byParent = new Map<PageElement, Set<PageElement>>();
  for (const { element } of heads) {
    let card = element;
    for (const one of upFrom(element)) {
      const sum = lengths.get(one);
      if (!sum || sum.heads > 1 || sum.blocks > MOST_IN_CARD || sum.length > LONGEST_CARD) break;
      card = one;
    }
    const holder = card.parent;
    if (card === element || !holder) continue;
    const cards = byParent.get(holder) ?? new Set();
    byParent.set(holder, cards.add(card));
  }
  return [...byParent.values()].flatMap((cards) => (cards.size > 1 ? [...cards] : []));
}
