/** What stands around an element of a page. */
import type { PageElement } from './nodes.ts';
import { isDrawn } from './shown.ts';

export function* upFrom(element: PageElement): Generator<PageElement> {
  for (let one: PageElement | null = element; one; one = one.parent) yield one;
}

/** The level of the heading that an element is or stands in; 0 for none. */
export function headingLevel(element: PageElement): number {
  for (const one of upFrom(element)) {
    const level = /^h([1-6])$/.exec(one.name)?.[1];
    if (level) return Number(level);
    if (one.get('role') === 'heading') return Number(one.get('aria-level') ?? 2) || 2;
    if (one.name !== 'span' && one.name !== 'a' && one !== element) break;
  }
  return 0;
}

/** What pages call the line that stands over a title within its heading. */
const KICKER =
  /(?:^|[^a-z])(?:kicker|over ?line|eyebrow|dach ?zeile|spitz ?marke|roof ?line|pre ?title|super ?title|sur ?titre|ante ?titulo|occhiello)(?![a-z])/;

/** Whether an element holds the line over a title, in the heading of that title. */
export function isKicker(element: PageElement): boolean {
  if (element.name === 'h1' || headingLevel(element) === 0) return false;
  const named = `${element.get('class') ?? ''} ${element.get('data-manual') ?? ''}`
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[-_]+/g, ' ')
    .toLowerCase();
  const { parent } = element;
  return (
    KICKER.test(named) &&
    parent !== null &&
    lettersIn(parent) > lettersIn(element) + FEWEST_BELOW &&
    !isRunOn(element, parent)
  );
}

/** Whether a mark leads on from an element to what stands behind it in the same line: `Ferries: …`. */
function isRunOn(element: PageElement, parent: PageElement): boolean {
  const after = parent.children.slice(parent.children.indexOf(element) + 1);
  const next = after.map(wordsIn).join('').trimStart();
  return /[:–—|-]\s*$/.test(wordsIn(element)) || /^[:–—|-]/.test(next);
}

/** Words as they are shown: a mark for listeners alone leads on to nothing. */
const wordsIn = (node: PageElement['children'][number]): string => {
  if (node.type === 'text') return node.value;
  return node.type === 'element' && isDrawn(node) ? node.children.map(wordsIn).join('') : '';
};
/** Letters of the shortest title below such a line. */
const FEWEST_BELOW = 12;

/** Whether an element holds a heading of the first level, or of those that are asked for. */
export const hasHeadline = (element: PageElement, levels = /^h1$/): boolean =>
  element.children.some(
    (one) => one.type === 'element' && (levels.test(one.name) || hasHeadline(one, levels)),
  );

/** Sizes of `<font>` from which on words are set as a headline: those of the text are 3 and 2. */
const LARGE = /^\s*(?:[5-7]|\+[2-4])\s*$/;
const LONGEST_HEADLINE = 300;

/** Whether words are set larger than the text on a line of their own, as pages without headings print a title. */
export function isLargeLine(element: PageElement): boolean {
  if (element.name !== 'font' || !LARGE.test(element.get('size') ?? '')) return false;
  const length = lettersIn(element);
  return (
    length >= 12 && length <= LONGEST_HEADLINE && endsLine(element, 1) && endsLine(element, -1)
  );
}

const lettersIn = (element: PageElement): number =>
  element.children.reduce((sum, child) => {
    if (child.type === 'text') return sum + child.value.trim().length;
    return child.type === 'element' ? sum + lettersIn(child) : sum;
  }, 0);

const LINES = /^(?:br|p|div|hr|table|h[1-6]|ul|ol|center|blockquote)$/;
const INLINE = /^(?:b|i|em|strong|font|a|span|u|big)$/;

/** Whether a line ends where an element does, or begins where it begins (`step` -1). */
function endsLine(element: PageElement, step: 1 | -1): boolean {
  let inner = element;
  for (let one = element.parent; one; one = one.parent) {
    const siblings = one.children;
    let i = siblings.indexOf(inner) + step;
    let next = siblings[i];
    while (
      next &&
      (next.type === 'comment' || (next.type === 'text' && next.value.trim() === ''))
    ) {
      i += step;
      next = siblings[i];
    }
    if (next) return next.type === 'element' && LINES.test(next.name);
    if (!INLINE.test(one.name)) return true;
    inner = one;
  }
  return true;
}
