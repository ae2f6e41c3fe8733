/** The words of a page in the order of its source, in blocks as a browser sets them apart. */
import { alignText } from './align.ts';
import { countBefore } from '../../../text/bisect.ts';
import { at, first, last } from '../../../text/certain.ts';
import { isKicker, isLargeLine } from './around.ts';
import { isBlock, isDrawn, isOrnament } from './shown.ts';
import type { RawBlock, RawInline } from '../format.ts';
import type { PageElement, PageText } from './nodes.ts';

/** A run of words between two borders of blocks. */
export interface FlowBlock extends RawBlock {
  /** The element that sets it apart. */
  element: PageElement;
  /** Characters that are no white space, and how many of them stand in links. */
  length: number;
  linked: number;
  /** How many of them stand on buttons. */
  pressed: number;
}

/** The blocks of a page; `base` is its address, to which those of links are relative. */
export function flowOf(root: PageElement, source: string, base: string | null): FlowBlock[] {
  const flow = new Flow(source, base);
  flow.visit(root);
  flow.end();
  return inSourceOrder(flow.blocks);
}

type Mark = Pick<RawInline, 'mark' | 'href'> & { start: number };

const MARKS: Record<string, RawInline['mark']> = {
  em: 'emphasis',
  i: 'emphasis',
  cite: 'emphasis',
  dfn: 'emphasis',
  var: 'emphasis',
  strong: 'strong',
  b: 'strong',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  a: 'link',
};

const OPENS = /["“”„«»‘’‚‹「『]\s*$/;
const OPENED = /^\s*["“”„«»‘’‚‹「『]/;
/** The marks that a browser puts around `<q>`, outside and inside another one. */
const Q_MARKS = [
  ['“', '”'],
  ['‘', '’'],
] as const;

const ENDS = /[\p{Ll}\p{N}.!?»”"’)]/u;
const BEGINS = /^["“„«‘]?\p{Lu}\p{L}{2}/u;
const WORD = /\p{L}{3}/u;

/** An empty element that is called a break: `<span class="line br"></span>`. */
const isBreakByName = (element: PageElement): boolean =>
  element.name === 'span' &&
  element.children.length === 0 &&
  /(?:^|\s)br(?:\s|$)/.test(element.get('class') ?? '');

/** An element, and where what belongs to it ends in the source. */
interface Touching {
  element: PageElement;
  end: number;
}

class Flow {
  readonly blocks: FlowBlock[] = [];
  readonly #source: string;
  readonly #base: string | null;
  /** Open elements that mark words, outermost first. */
  readonly #marks: Mark[] = [];
  #element: PageElement | null = null;
  #chars: string[] = [];
  #starts: number[] = [];
  #ends: number[] = [];
  #inlines: RawInline[] = [];
  #length = 0;
  #linked = 0;
  #links = 0;
  #pressed = 0;
  #buttons = 0;
  /** The button that ended last, by its characters in the block. */
  #lastButton: { from: number; to: number } | null = null;
  #quotes = 0;
  /** The innermost block that is open. */
  #within: PageElement | null = null;
  #isPre = false;

  constructor(source: string, base: string | null) {
    this.#source = source;
    this.#base = base;
  }

  visit(element: PageElement): void {
    if (!isDrawn(element)) return;
    if (element.name === 'br' || element.name === 'hr' || isBreakByName(element)) {
      if (element.name === 'hr') this.end();
      else if (this.#chars.length > 0) this.#push('\n', element.start, element.opened);
    } else if (isOrnament(element) && !hasWords(element)) return;
    else if (isBlock(element) || isLargeLine(element) || isKicker(element))
      this.#visitBlock(element);
    else if (element.name === 'q' && element.isHtml) this.#visitQuotation(element);
    else this.#visitInline(element);
  }

  #visitBlock(element: PageElement): void {
    const [within, isPre] = [this.#within, this.#isPre];
    this.end();
    this.#within = element;
    this.#isPre =
      /^(?:pre|listing|xmp|plaintext|textarea)$/.test(element.name) ||
      (isPre && within?.name !== 'body') ||
      isBare(element);
    this.#visitChildren(element);
    this.end();
    this.#within = within;
    this.#isPre = isPre;
  }

  #visitInline(element: PageElement): void {
    if (/^(?:button|select)$/.test(element.name)) {
      const from = this.#chars.length;
      this.#buttons++;
      this.#visitChildren(element);
      this.#buttons--;
      this.#lastButton = { from, to: this.#chars.length };
      return;
    }
    const mark = MARKS[element.name];
    const address = element.name === 'a' ? element.get('href') : null;
    if (!mark || (mark === 'link' && address === null)) {
      this.#visitChildren(element);
      return;
    }
    const href = address === null ? null : absolute(address, this.#base);
    this.#marks.push({ mark, href, start: this.#chars.length });
    if (mark === 'link') this.#links++;
    this.#visitChildren(element);
    if (mark === 'link') this.#links--;
    const open = this.#marks.pop();
    if (open) this.#mark(open);
  }

  /** Words that a browser puts in quotation marks, unless the page prints its own. */
  #visitQuotation(element: PageElement): void {
    const printed = OPENED.test(textIn(element, 20)) || OPENS.test(this.#chars.slice(-2).join(''));
    const [open, close] = at(Q_MARKS, Math.min(this.#quotes, 1));
    if (!printed && element.start >= 0) this.#push(open, element.start, element.opened);
    this.#quotes++;
    this.#visitChildren(element);
    this.#quotes--;
    // where a block has ended within it, what is quoted is set apart already
    if (printed || element.start < 0 || this.#chars.length === 0) return;
    const end = last(this.#ends);
    const { closed } = element;
    this.#push(close, closed?.start ?? end, closed?.end ?? end);
  }

  #visitChildren(element: PageElement): void {
    let run: PageText[] = [];
    let touching: Touching | null = null;
    for (const node of element.children) {
      const before = run.at(-1);
      if (before && !(node.type === 'text' && node.start === before.end)) {
        this.#read(run);
        run = [];
      }
      if (node.type === 'text') run.push(node);
      if (node.type !== 'element') continue;
      if (before) touching = null;
      if (touching) this.#partGlued(node, touching);
      this.visit(node);
      const end = node.closed?.end ?? node.opened;
      // a style sheet or a program between two elements parts nothing
      if (isDrawn(node)) touching = { element: node, end };
      else if (touching?.end === node.start) touching = { element: touching.element, end };
    }
    if (run.length > 0) this.#read(run);
  }

  /**
   * A blank between two elements that touch, where one ends with a small letter or a stop and the next begins with a
   * capital: style sheets set them apart. It stands for the tag that ends the first.
   */
  #partGlued(element: PageElement, { element: before, end }: Touching): void {
    const { closed } = before;
    if (!closed || end !== element.start || !ENDS.test(this.#chars.at(-1) ?? '')) return;
    if (BEGINS.test(textIn(element, 20)) && WORD.test(textIn(before, 200)))
      this.#push(' ', closed.start, closed.end);
  }

  /** Pieces of text that follow each other; the parser puts a reference after a blank into the place of the blank. */
  #read(run: readonly PageText[]): void {
    const value = run.map((piece) => piece.value).join('');
    const { start } = first(run);
    const { end } = last(run);
    const node = { start, end };
    if (start < 0) return;
    if (value.length === end - start && this.#source.startsWith(value, start))
      for (let i = 0; i < value.length; i++) this.#push(value.charAt(i), start + i, start + i + 1);
    else
      alignText(value, this.#source, node, (char, from, to) => {
        this.#push(char, from, to);
      });
  }

  #push(char: string, start: number, end: number): void {
    const isBlank = /\s/.test(char);
    if (isBlank && this.#chars.length === 0) return;
    if (this.#chars.length === 0) {
      this.#element = this.#within;
      for (const [i, mark] of this.#marks.entries()) this.#marks[i] = { ...mark, start: 0 };
    }
    const isBreak = char === '\n' && (this.#isPre || this.#source[start] === '<');
    this.#chars.push(isBlank && !isBreak ? ' ' : char);
    this.#starts.push(start);
    this.#ends.push(end);
    if (isBlank) return;
    this.#length++;
    if (this.#links > 0) this.#linked++;
    if (this.#buttons > 0) this.#pressed++;
  }

  #mark({ mark, href, start }: Mark): void {
    const end = this.#chars.length;
    if (start < end) this.#inlines.push({ start, end, mark, href });
  }

  /** Ends the block that is open. */
  end(): void {
    if (this.#length > 0 && this.#element) {
      for (const mark of this.#marks) this.#mark(mark);
      const block: FlowBlock = {
        kind: 'paragraph',
        chars: this.#chars.join(''),
        starts: this.#starts,
        ends: this.#ends,
        inlines: this.#inlines,
        element: this.#element,
        length: this.#length,
        linked: this.#linked,
        pressed: this.#pressed,
      };
      this.blocks.push(...(this.#isPre ? atBlankLines(block) : this.#withoutButton(block)));
    }
    this.#chars = [];
    this.#starts = [];
    this.#ends = [];
    this.#inlines = [];
    this.#length = 0;
    this.#linked = 0;
    this.#pressed = 0;
    this.#lastButton = null;
  }

  /** A button at the end of a short line, such as one to follow who is named there, is a block of its own. */
  #withoutButton(block: FlowBlock): FlowBlock[] {
    const { chars, length, pressed } = block;
    const button = this.#lastButton;
    const isLast = button !== null && button.from > 0 && chars.slice(button.to).trim() === '';
    if (!isLast || pressed === 0 || length > LONGEST_WITH_BUTTON) return [block];
    const words = { ...sliced(block, 0, button.from), pressed: 0 };
    const own = sliced(block, button.from, button.to);
    return [words, { ...own, pressed: own.length }].filter((one) => one.length > 0);
  }
}

/** Letters of a line that ends with a button and is no sentence with one in it. */
const LONGEST_WITH_BUTTON = 80;

/** Preformatted text, cut where it has blank lines. */
function atBlankLines(block: FlowBlock): FlowBlock[] {
  const pieces: FlowBlock[] = [];
  let from = 0;
  for (const { 0: gap, index } of block.chars.matchAll(/\n[^\S\n]*\n\s*/g)) {
    pieces.push(sliced(block, from, index));
    from = index + gap.length;
  }
  pieces.push(sliced(block, from, block.chars.length));
  return pieces.filter(({ length }) => length > 0);
}

/** Lines above a piece of a page, which no tag holds: they are lines as of a plain text. */
const isBare = ({ name, start, parent }: PageElement): boolean =>
  name === 'body' && start < 0 && parent !== null && parent.start < 0;

const hasWords = (element: PageElement): boolean =>
  element.children.some(
    (one) =>
      (one.type === 'text' && /[\p{L}\p{N}]/u.test(one.value)) ||
      (one.type === 'element' && isDrawn(one) && hasWords(one)),
  );

/** What a browser shows of an element, in one line; no more is looked at than `most` characters and blanks between words. */
export function textIn(element: PageElement, most = 2000): string {
  const pieces: string[] = [];
  let length = 0;
  const visit = (one: PageElement): void => {
    if (!isDrawn(one)) return;
    if (one.name === 'br') pieces.push(' ');
    for (const node of one.children) {
      if (length > most) return;
      if (node.type === 'text') {
        const shown = node.value.replace(/\s+/g, ' ');
        pieces.push(shown);
        // the white space between two tags is nothing that is shown
        if (shown !== ' ') length += shown.length;
      } else if (node.type === 'element') {
        if (isBlock(node)) pieces.push(' ');
        visit(node);
        if (isBlock(node)) pieces.push(' ');
      }
    }
  };
  visit(element);
  return pieces.join('').replace(/\s+/g, ' ').trim();
}

function absolute(address: string, base: string | null): string | null {
  const trimmed = address.trim();
  const made = URL.canParse(trimmed) ? new URL(trimmed) : null;
  const url =
    made ?? (base !== null && URL.canParse(trimmed, base) ? new URL(trimmed, base) : null);
  return url && /^https?:$/.test(url.protocol) ? url.href : null;
}

/**
 * Blocks so that the characters stand in the order of the source throughout: a browser moves what stands in a table
 * outside its cells, and what a tag cuts.
 */
function inSourceOrder(blocks: readonly FlowBlock[]): FlowBlock[] {
  let isOrdered = true;
  let before = -1;
  for (const { starts } of blocks)
    for (const start of starts) {
      if (start < before) isOrdered = false;
      before = start;
    }
  if (isOrdered) return [...blocks];
  const runs = blocks.flatMap(ascending);
  const begins = runs.map(({ starts }) => first(starts)).sort((a, b) => a - b);
  return runs
    .flatMap((run) => cutAt(run, begins))
    .filter(({ length }) => length > 0)
    .sort((a, b) => first(a.starts) - first(b.starts));
}

/** A block cut where another one begins within it; `begins` are in order. */
function cutAt(block: FlowBlock, begins: readonly number[]): FlowBlock[] {
  const cuts = [0];
  let next = countBefore(begins.length, (k) => at(begins, k) <= first(block.starts));
  for (const [i, start] of block.starts.entries()) {
    if ((begins[next] ?? Infinity) > start) continue;
    cuts.push(i);
    while ((begins[next] ?? Infinity) <= start) next++;
  }
  if (cuts.length === 1) return [block];
  return cuts.map((from, i) => sliced(block, from, cuts[i + 1] ?? block.chars.length));
}

/** A block cut where its characters go back in the source. */
function ascending(block: FlowBlock): FlowBlock[] {
  const cuts = block.starts.flatMap((start, i) =>
    i > 0 && start < at(block.starts, i - 1) ? [i] : [],
  );
  if (cuts.length === 0) return [block];
  return [0, ...cuts].map((from, i) => sliced(block, from, cuts[i] ?? block.chars.length));
}

/** What of a block stands from one character up to another. */
export function sliced(block: FlowBlock, from: number, to: number): FlowBlock {
  const chars = block.chars.slice(from, to);
  const share = (part: number) => (block.length === 0 ? 0 : part / block.length);
  const length = chars.replace(/\s/g, '').length;
  return {
    ...block,
    chars,
    starts: block.starts.slice(from, to),
    ends: block.ends.slice(from, to),
    inlines: block.inlines
      .filter(({ start, end }) => start < to && end > from)
      .map((inline) => ({
        ...inline,
        start: Math.max(inline.start, from) - from,
        end: Math.min(inline.end, to) - from,
      })),
    length,
    linked: Math.round(share(block.linked) * length),
    pressed: Math.round(share(block.pressed) * length),
  };
}
