/**
 * What the style sheets within a page hide. Read of them are rules for screens of any width whose selectors are names
 * of elements, classes and ids, one within another; where any other rule may show an element again, it is shown.
 */
import type { PageElement } from './nodes.ts';

interface Compound {
  name: string | null;
  id: string | null;
  classes: readonly string[];
}

interface Rule {
  /** The innermost last. */
  within: readonly Compound[];
  hides: boolean;
  /** What a browser weighs rules by: importance, ids, classes, elements, and the order. */
  weight: number;
}

/** Style sheets beyond this size are cut off: the rules of a page come before those of its libraries' icons. */
const MOST_CSS = 4_000_000;
const MOST_RULES = 20_000;

const HIDES =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\s*(!\s*important)?\s*(?=;|$)/i;
/** Moved out of the window, or cut down to nothing: for those who listen to the page, or for programs. */
const AWAY =
  /(?:^|;)\s*(?:left|right|top)\s*:\s*-\d{4,}px|(?:^|;)\s*clip\s*:\s*rect\(\s*(?:0|1px|1em)[^)]{0,40}\)|(?:^|;)\s*clip-path\s*:\s*inset\(\s*(?:50|100)%/i;
const SHOWS =
  /(?:^|;)\s*(?:display\s*:\s*(?!none)[a-z-]+|visibility\s*:\s*visible)\s*(!\s*important)?\s*(?=;|$)/i;
const SOMETHING = /display|visibility|clip|left|right|top/i;

/** Marks each element that the style sheets of a page hide. */
export function markHidden(root: PageElement): void {
  const sheets = sheetsIn(root);
  if (!/display\s*:\s*none|visibility\s*:\s*hidden|clip|-\d{4,}px/i.test(sheets)) return;
  const rules = rulesIn(sheets);
  if (!rules.some(({ hides }) => hides)) return;
  const index = new Index(rules);
  const hidden: PageElement[] = [];
  visit(root, (element) => {
    if (/^(?:html|head|body|main|article)$/.test(element.name)) return true;
    if (!index.hides(element)) return true;
    hidden.push(element);
    return false;
  });
  const all = lettersIn(root);
  for (const element of hidden) if (lettersIn(element) <= MOST_HIDDEN * all) element.hide();
}

/** What holds more of a page than this is its text, which a script shows. */
const MOST_HIDDEN = 0.25;

function visit(element: PageElement, take: (element: PageElement) => boolean): void {
  for (const child of element.children)
    if (child.type === 'element' && child.isHtml && take(child)) visit(child, take);
}

function lettersIn(element: PageElement): number {
  if (/^(?:script|style|noscript|template|head)$/.test(element.name)) return 0;
  return element.children.reduce((sum, child) => {
    if (child.type === 'text') return sum + child.value.replace(/\s+/g, '').length;
    return child.type === 'element' ? sum + lettersIn(child) : sum;
  }, 0);
}

function sheetsIn(root: PageElement): string {
  const sheets: string[] = [];
  let length = 0;
  const look = (element: PageElement): void => {
    if (element.name === 'style' && isForScreens(element.get('media'))) {
      const text = element.children
        .map((child) => (child.type === 'text' ? child.value : ''))
        .join('');
      length += text.length;
      if (length <= MOST_CSS) sheets.push(text);
    } else
      for (const child of element.children)
        if (child.type === 'element' && child.name !== 'noscript') look(child);
  };
  look(root);
  return sheets.join('\n').replace(/\/\*[\s\S]*?\*\/|<!--|-->/g, ' ');
}

const isForScreens = (media: string | null): boolean =>
  media === null || /^\s*(?:all|screen)?\s*$/i.test(media);

/** The rules of style sheets that hide or show something, those for all screens alone. */
function rulesIn(sheets: string): Rule[] {
  const rules: Rule[] = [];
  for (const { selectors, body } of blocksIn(sheets)) {
    if (!SOMETHING.test(body)) continue;
    const hiding = HIDES.exec(body);
    const hides = hiding !== null || AWAY.test(body);
    const showing = hides ? null : SHOWS.exec(body);
    if (!hides && !showing) continue;
    const isImportant = Boolean((hiding ?? showing)?.[1]);
    for (const selector of selectors.split(',')) {
      const rule = ruleOf(selector, hides, isImportant, rules.length);
      if (rule) rules.push(rule);
      if (rules.length >= MOST_RULES) return rules;
    }
  }
  return rules;
}

/** Selectors and declarations, those within `@media screen` and `@media all` included, of other at-rules none. */
function* blocksIn(sheets: string): Generator<{ selectors: string; body: string }> {
  let at = 0;
  for (;;) {
    const open = sheets.indexOf('{', at);
    if (open < 0) return;
    const head = sheets
      .slice(at, open)
      .replace(/^[\s\S]*[;}]/, '')
      .trim();
    if (/^@(?:media\s+(?:all|screen)\s*$|supports\b|layer\b)/i.test(head)) {
      at = open + 1;
      continue;
    }
    const end = head.startsWith('@') ? endOfBlock(sheets, open) : sheets.indexOf('}', open);
    if (end < 0) return;
    if (!head.startsWith('@') && head !== '')
      yield { selectors: head, body: sheets.slice(open + 1, end) };
    at = end + 1;
  }
}

function endOfBlock(sheets: string, open: number): number {
  let depth = 0;
  const brackets = /[{}]/g;
  brackets.lastIndex = open;
  for (let one = brackets.exec(sheets); one; one = brackets.exec(sheets)) {
    depth += one[0] === '{' ? 1 : -1;
    if (depth === 0) return one.index;
  }
  return -1;
}

const COMPOUND = /^([a-z][\w-]*|\*)?((?:[.#][\w-]+)*)$/i;

/**
 * A rule of a selector. One that asks for more than names can hide nothing here; where it shows, it is taken as if it
 * asked for no more than the names of its innermost part.
 */
function ruleOf(selector: string, hides: boolean, important: boolean, order: number): Rule | null {
  const isMore = /[:[\]+~>]/.test(selector.replace(/\s*>\s*/g, ' '));
  if (isMore && hides) return null;
  const plain = selector
    .replace(/\[[^\]]*\]|:{1,2}[\w-]+(?:\([^)]*\))?/g, '')
    .replace(/[>+~]/g, ' ');
  const within: Compound[] = [];
  let [ids, classes, names] = [0, 0, 0];
  for (const part of plain.trim().split(/\s+/)) {
    const [, name, rest = ''] = COMPOUND.exec(part) ?? [];
    if (name === undefined && rest === '') return null;
    const own = [...rest.matchAll(/\.([\w-]+)/g)].map(([, one = '']) => one);
    const id = /#([\w-]+)/.exec(rest)?.[1] ?? null;
    ids += id === null ? 0 : 1;
    classes += own.length;
    names += name === undefined || name === '*' ? 0 : 1;
    within.push({ name: name && name !== '*' ? name.toLowerCase() : null, id, classes: own });
  }
  const specific = isMore ? 99 : Math.min(ids, 9) * 10_000 + Math.min(classes, 99) * 100 + names;
  const weight = ((important ? 1 : 0) * 1e6 + (isMore ? 9e5 : specific)) * 1e5 + order;
  return { within: isMore ? within.slice(-1) : within, hides, weight };
}

/** Rules by what the innermost part of their selectors names. */
class Index {
  readonly #byName = new Map<string, Rule[]>();
  readonly #any: Rule[] = [];

  constructor(rules: readonly Rule[]) {
    for (const rule of rules) {
      const inner = rule.within.at(-1);
      if (!inner) continue;
      const key = keyOf(inner);
      if (key === null) this.#any.push(rule);
      else {
        const known = this.#byName.get(key);
        if (known) known.push(rule);
        else this.#byName.set(key, [rule]);
      }
    }
  }

  hides(element: PageElement): boolean {
    let strongest: Rule | null = null;
    for (const rule of this.#about(element))
      if ((!strongest || rule.weight > strongest.weight) && matches(element, rule.within))
        strongest = rule;
    return strongest?.hides === true;
  }

  *#about(element: PageElement): Generator<Rule> {
    const id = element.get('id');
    const names = (element.get('class') ?? '').split(/\s+/).filter(Boolean);
    const keys = [...names.map((name) => `.${name}`), ...(id ? [`#${id}`] : []), element.name];
    for (const key of keys) yield* this.#byName.get(key) ?? [];
    yield* this.#any;
  }
}

const keyOf = ({ id, classes: [name], name: element }: Compound): string | null => {
  if (id !== null) return `#${id}`;
  return name === undefined ? element : `.${name}`;
};

function matches(element: PageElement, within: readonly Compound[]): boolean {
  const inner = within.at(-1);
  if (!inner || !isOne(element, inner)) return false;
  let left = within.length - 2;
  for (let one = element.parent; one && left >= 0; one = one.parent) {
    const outer = within[left];
    if (outer && isOne(one, outer)) left--;
  }
  return left < 0;
}

function isOne(element: PageElement, { name, id, classes }: Compound): boolean {
  if (name !== null && element.name !== name) return false;
  if (id !== null && element.get('id') !== id) return false;
  if (classes.length === 0) return true;
  const own = ` ${(element.get('class') ?? '').replace(/\s+/g, ' ')} `;
  return classes.every((one) => own.includes(` ${one} `));
}
