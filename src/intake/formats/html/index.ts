/**
 * Saved web pages. The page is the source: every character of a block leads into the HTML as it was captured. What is
 * not the article stays, as blocks with the reason why they are folded away. README.md beside this file says how.
 */
import { lastAsked } from '../../../text/last-asked.ts';
import { isWebPage } from '../captures/markup.ts';
import { factsOf } from './facts.ts';
import { flowOf, type FlowBlock } from './flow.ts';
import { headOf } from './head.ts';
import { headingLevel, upFrom } from './around.ts';
import type { Aside } from './asides.ts';
import { heldByScripts } from './in-scripts.ts';
import { mainOf } from './main.ts';
import { kickersApart, titleForms } from './title-block.ts';
import { parsePage, type Excess } from './tree.ts';
import type { Format, RawBlock, StatedFact } from '../format.ts';
import type { PageElement } from './nodes.ts';

export const html: Format = {
  name: 'html',
  matches: (_, text) => isWebPage(text),
  read: (text) => readPage(text).blocks,
  states: (text) => readPage(text).stated,
  statesBody: (text) => readPage(text).body,
  heldByScripts: (text) => {
    const tree = parsePage(text);
    return 'what' in tree ? null : heldByScripts(tree.root, readPage(text).body);
  },
  exceeds: (text) => readPage(text).excess,
};

interface Page {
  blocks: RawBlock[];
  stated: StatedFact[];
  body: string | null;
  excess: Excess | null;
}

/** The last page is remembered: its blocks, what it states, and whether it can be read are asked for one by one. */
const readPage = lastAsked((source: string): Page => {
  const tree = parsePage(source);
  if ('what' in tree) return { blocks: [], stated: [], body: null, excess: tree };
  const { facts, body } = factsOf(tree);
  const flow = kickersApart(flowOf(tree.root, source, baseOf(tree.root, facts)), facts);
  const titles = facts.flatMap(({ fact, value }) => (fact === 'title' ? titleForms(value) : []));
  const main = mainOf(flow, titles);
  const head = headOf(flow, main, facts);
  const quoted = quotedBlocks(flow, main.asides);
  const blocks = flow.map((block, i): RawBlock => {
    const { chars, starts, ends, inlines, element } = block;
    const aside = main.asides[i];
    const role = aside ? undefined : head.roles[i];
    return {
      kind: kindOf(element, quoted.has(i)),
      chars,
      starts,
      ends,
      inlines,
      apart: i,
      ...(aside && { aside }),
      ...(role && { role }),
    };
  });
  return { blocks, stated: [...head.stated, ...facts, ...head.beside], body, excess: null };
});

/** The address to which those of links are relative. */
function baseOf(root: PageElement, facts: readonly StatedFact[]): string | null {
  const stated = facts.find(({ fact, value }) => fact === 'address' && /^https?:/i.test(value));
  const page = stated?.value ?? null;
  const base = findBase(root);
  if (base === null) return page;
  if (URL.canParse(base)) return base;
  return page !== null && URL.canParse(base, page) ? new URL(base, page).href : page;
}

function findBase(root: PageElement): string | null {
  const inside = (elements: readonly PageElement[], name: string): PageElement[] =>
    elements.flatMap(({ children }) =>
      children.filter((one) => one.type === 'element').filter((one) => one.name === name),
    );
  const [base] = inside(inside(inside([root], 'html'), 'head'), 'base');
  return base?.get('href') ?? null;
}

function kindOf(element: PageElement, isQuoted: boolean): RawBlock['kind'] {
  if (headingLevel(element) > 0) return 'heading';
  if (isQuoted) return 'quote';
  return 'paragraph';
}

/** The line below words that were posted elsewhere: `— Ann Lee (@annlee) 3 May 2021`. */
const SIGNED = /^[–—―] ?(?:[^.!?]|\.(?=\S)){2,80}\(@[^)\s]+\)[^.!?]{0,40}$/u;

/**
 * Blocks that are set as quotations. Who said it stands below the words in a footer or as a citation, and is none; and
 * a page that is set off as a whole quotes nobody.
 */
function quotedBlocks(
  flow: readonly FlowBlock[],
  asides: readonly (Aside | null)[],
): ReadonlySet<number> {
  const quoted = new Set<number>();
  const labels = labelsOfBoxes(flow);
  let inside = 0;
  let all = 0;
  for (const [i, { element, length, chars }] of flow.entries()) {
    if (asides[i]) continue;
    all += length;
    const around = [...upFrom(element)];
    const quotation = around.findIndex(({ name }) => name === 'blockquote');
    if (quotation < 0) continue;
    inside += length;
    const box = around[quotation];
    if (
      !(box && labels.has(box)) &&
      !SIGNED.test(chars.trim()) &&
      !around
        .slice(0, quotation)
        .some(({ name }) => name === 'footer' || name === 'cite' || name === 'figcaption')
    )
      quoted.add(i);
  }
  return inside > 0.6 * all ? new Set() : quoted;
}

/** So many boxes under one label are a manner of the page. */
const MANY_BOXES = 3;
/** A label in bold at the head of a box: a word, or more of which none is a name; what a colon ends may be who speaks. */
const BOX_LABEL = /^\p{Lu}\p{L}+(?: \p{Ll}+){0,2}$/u;

/** Boxes that are set as quotations and begin with the same label again and again: `Summary …`. */
function labelsOfBoxes(flow: readonly FlowBlock[]): ReadonlySet<PageElement> {
  const byLabel = new Map<string, Set<PageElement>>();
  const seen = new Set<PageElement>();
  for (const { element, chars, inlines } of flow) {
    const box = [...upFrom(element)].find(({ name }) => name === 'blockquote');
    if (!box || seen.has(box)) continue;
    seen.add(box);
    const bold = inlines.find(({ mark }) => mark === 'strong');
    const label =
      bold && chars.slice(0, bold.start).trim() === ''
        ? chars.slice(bold.start, bold.end).trim()
        : '';
    if (BOX_LABEL.test(label)) byLabel.set(label, (byLabel.get(label) ?? new Set()).add(box));
  }
  const many = [...byLabel.values()].filter(({ size }) => size >= MANY_BOXES);
  return new Set(many.flatMap((boxes) => [...boxes]));
}
