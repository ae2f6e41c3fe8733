/**
 * From pieces of text with their places on pages to paragraphs in reading order: columns one after the
 * other, running heads and feet and page numbers left out, words broken at the end of a line or a page made
 * whole. Lengths are points; `y` grows upwards.
 */

import { at } from '../../../../text/certain.ts';

/** A piece of text as a page places it. */
export interface Piece {
  text: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

interface Line {
  text: string;
  from: number;
  to: number;
  y: number;
  height: number;
  page: number;
}

/** A gap between pieces that is wider than this many heights parts columns, and not words. */
const GUTTER = 1.4;
const BLANK = 0.14;

/** The lines of a page, one for each column that a row has. */
function linesOf(pieces: readonly Piece[], page: number): Line[] {
  const sorted = [...pieces].sort((a, b) => b.y - a.y || a.x - b.x);
  const rows: Piece[][] = [];
  for (const piece of sorted) {
    const row = rows.at(-1);
    const [head] = row ?? [];
    if (row && head && head.y - piece.y < 0.4 * Math.min(head.height, piece.height))
      row.push(piece);
    else rows.push([piece]);
  }
  return rows.flatMap((row) => linesInRow(row, page));
}

function linesInRow(row: readonly Piece[], page: number): Line[] {
  const lines: Line[] = [];
  for (const { text, x, y, width, height } of [...row].sort((a, b) => a.x - b.x)) {
    // a blank that is drawn across a gap parts what stands on its sides all the same
    if (text.trim() === '' && width > GUTTER * height) continue;
    const line = lines.at(-1);
    const gap = line ? x - line.to : Infinity;
    if (!line || gap > GUTTER * height) {
      lines.push({ text, from: x, to: x + width, y, height, page });
      continue;
    }
    const isApart = gap > BLANK * height && !/\s$/.test(line.text) && !/^\s/.test(text);
    lines[lines.length - 1] = {
      ...line,
      text: line.text + (isApart ? ' ' : '') + text,
      to: Math.max(line.to, x + width),
      height: Math.max(line.height, height),
    };
  }
  return lines
    .map((line) => ({ ...line, text: line.text.replace(/\s+/g, ' ').trim() }))
    .filter(({ text }) => text !== '');
}

/** Lines that a column has at least. */
const FEWEST = 4;

/** Where a column begins to the right of another one; null where all lines make one column. */
function gutterOf(lines: readonly Line[]): number | null {
  let best: { at: number; weight: number } | null = null;
  const starts = new Set(lines.map(({ from }) => Math.round(from)));
  for (const start of starts) {
    const at = start - 1;
    const left = lines.filter(({ to }) => to <= at);
    const right = lines.filter(({ from }) => from >= at);
    const across = lines.length - left.length - right.length;
    const beginHere = right.filter(({ from }) => from - at < 4).length;
    if (left.length < FEWEST || beginHere < FEWEST || across > lines.length / 2) continue;
    const top = Math.min(highest(left), highest(right));
    const bottom = Math.max(lowest(left), lowest(right));
    if (top <= bottom) continue;
    const weight = Math.min(left.length, right.length) - across;
    if (weight > 0 && (best === null || weight > best.weight)) best = { at, weight };
  }
  return best?.at ?? null;
}

const highest = (lines: readonly Line[]): number => Math.max(...lines.map(({ y }) => y));
const lowest = (lines: readonly Line[]): number => Math.min(...lines.map(({ y }) => y));

/** Columns within columns at most. */
const MOST_COLUMNS = 6;

/** Lines in reading order, in groups: a column, or what stands across columns. */
function inOrder(lines: readonly Line[], depth = 0): Line[][] {
  const gutter = depth < MOST_COLUMNS ? gutterOf(lines) : null;
  if (gutter === null) return lines.length > 0 ? [[...lines]] : [];
  const groups: Line[][] = [];
  let [left, right, across]: [Line[], Line[], Line[]] = [[], [], []];
  const endColumns = () => {
    if (right.length === 0) {
      across.push(...left);
    } else {
      if (across.length > 0) groups.push(across);
      across = [];
      groups.push(...inOrder(left, depth + 1), ...inOrder(right, depth + 1));
    }
    [left, right] = [[], []];
  };
  for (const line of lines) {
    if (line.to <= gutter) left.push(line);
    else if (line.from >= gutter) right.push(line);
    else {
      endColumns();
      across.push(line);
    }
  }
  endColumns();
  if (across.length > 0) groups.push(across);
  return groups;
}

const PAGE_NUMBER =
  /^[^\p{L}\p{N}]*(?:page |p\. ?)?(?:\d{1,4}|[ivxlc]{1,7})(?: ?(?:of|\/) ?\d{1,4})?[^\p{L}\p{N}]*$/iu;
/** Rows at the top and at the foot of a page among which its running heads are. */
const EDGE = 2;

const patternOf = (text: string): string => text.toLowerCase().replace(/\d+/g, '#').trim();

/** The running heads and feet: lines at the edges of pages that stand on half of them at one height. */
function running(pages: readonly (readonly Line[])[]): ReadonlySet<Line> {
  const found = new Map<string, Line[]>();
  const numbers: Line[] = [];
  for (const lines of pages) {
    const heights = [...new Set(lines.map(({ y }) => Math.round(y)))].sort((a, b) => b - a);
    const edges = new Set([...heights.slice(0, EDGE), ...heights.slice(-EDGE)]);
    const outermost = new Set([heights[0], heights.at(-1)]);
    for (const line of lines) {
      const y = Math.round(line.y);
      if (!edges.has(y)) continue;
      const key = `${Math.round(y / 4)} ${patternOf(line.text)}`;
      found.set(key, [...(found.get(key) ?? []), line]);
      if (outermost.has(y) && PAGE_NUMBER.test(line.text)) numbers.push(line);
    }
  }
  // Odd pages often have another head than even ones.
  const least = Math.max(2, Math.ceil(pages.length / 3));
  const repeated = [...found.values()].filter((lines) => lines.length >= least && pages.length > 2);
  return new Set([...repeated.flat(), ...(pages.length > 1 ? numbers : [])]);
}

const LETTER_HYPHEN = /(\p{L}+)[-\u00ad\u2010]$/u;

/** A text that grows line by line; breaks of pages stand where a blank would. */
class Joining {
  #text = '';
  #page = 1;
  /** Pages that have begun within a word. */
  #open = 0;
  readonly #words: ReadonlySet<string>;

  constructor(words: ReadonlySet<string>) {
    this.#words = words;
  }

  /** A new paragraph, on a page. */
  paragraph(words: string, page: number): void {
    const breaks = '\f'.repeat(page - this.#page + this.#open);
    const blank = breaks === '' ? '\n\n' : `\n${breaks}\n`;
    this.#text += this.#text === '' ? breaks : blank;
    this.#text += words;
    [this.#page, this.#open] = [page, 0];
  }

  /** The next line of the same paragraph, on the same page or another one. */
  line(words: string, page: number): void {
    this.#open += page - this.#page;
    this.#page = page;
    const [, head] = LETTER_HYPHEN.exec(this.#text.slice(-60)) ?? [];
    const [tail = ''] = /^\p{L}+/u.exec(words) ?? [];
    if (head === undefined || tail === '') {
      this.#text += (this.#open > 0 ? '\f'.repeat(this.#open) : ' ') + words;
      this.#open = 0;
      return;
    }
    const isSoft = this.#text.endsWith('\u00ad');
    const known = (word: string) => this.#words.has(word.toLowerCase());
    const isCompound =
      !isSoft && (!/^\p{Ll}/u.test(tail) || (known(`${head}-${tail}`) && !known(head + tail)));
    this.#text = isCompound ? this.#text : this.#text.slice(0, -1);
    const blank = words.indexOf(' ');
    if (this.#open === 0) this.#text += words;
    else if (blank < 0) this.#text += words;
    else {
      this.#text += words.slice(0, blank) + '\f'.repeat(this.#open) + words.slice(blank + 1);
      this.#open = 0;
    }
  }

  /** The whole text; the last page ends with a break too. */
  end(pages: number): string {
    return `${this.#text}\n${'\f'.repeat(pages - this.#page + this.#open + 1)}`;
  }
}

/** Words with their hyphens within lines, by which a hyphen at the end of a line is judged. */
function wordsIn(lines: readonly Line[]): Set<string> {
  const words = new Set<string>();
  for (const { text } of lines)
    for (const [word] of text.replace(/\S+-$/, '').matchAll(/\p{L}+(?:-\p{L}+)*/gu))
      words.add(word.toLowerCase());
  return words;
}

const ENDS = /[.!?:…]["”’»)\]]*$/u;

interface Column {
  from: number;
  to: number;
  leading: number;
  /** The usual height of a line. */
  usual: number;
}

function columnOf(lines: readonly Line[]): Column {
  return {
    from: Math.min(...lines.map(({ from }) => from)),
    to: Math.max(...lines.map(({ to }) => to)),
    leading: leadingOf(lines),
    usual: middle(lines.map(({ height }) => height)),
  };
}

/** How near to one another two distances are the same. */
const SAME = 0.06;

/**
 * How far the lines of a paragraph are apart: the least distance that comes again among lines of the usual size, which
 * is less than that between paragraphs, however short these are.
 */
function leadingOf(lines: readonly Line[]): number {
  const usual = middle(lines.map(({ height }) => height));
  const all = lines.slice(1).flatMap((line, i) => {
    const before = at(lines, i);
    const gap = before.y - line.y;
    const isUsual = [line, before].every(({ height }) => Math.abs(height - usual) < 0.1 * usual);
    return gap > 0 ? [{ gap, isUsual }] : [];
  });
  const gaps = all.filter(({ isUsual, gap }) => isUsual && gap > 0.8 * usual).map(({ gap }) => gap);
  const least = Math.max(2, 0.08 * gaps.length);
  const again = gaps
    .filter((gap) => gaps.filter((one) => Math.abs(one - gap) <= SAME * gap).length >= least)
    .sort((a, b) => a - b);
  return again[0] ?? middle(all.map(({ gap }) => gap));
}

const middle = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** Whether a line begins a paragraph after another one of the same column. */
function begins(line: Line, before: Line, { from, to, leading, usual }: Column): boolean {
  // lines of a title in large letters are as much farther apart
  const own = leading * Math.max(1, Math.min(line.height, before.height) / (usual || 1));
  const gap = before.y - line.y;
  const resized = Math.abs(line.height - before.height) > 0.15 * before.height;
  const indent = line.from - from > 0.7 * line.height && before.from - from < 0.5 * line.height;
  const isShort = before.to < to - 0.2 * (to - from);
  return (
    gap > 1.35 * own + 0.5 ||
    resized ||
    (indent && (ENDS.test(before.text) || isShort)) ||
    (isShort && ENDS.test(before.text) && /^["“‘«(]?[\p{Lu}\p{N}]/u.test(line.text))
  );
}

/** Whether the first line of a column or page goes on where the last one ended. */
const goesOn = (line: Line, before: Line): boolean =>
  Math.abs(line.height - before.height) <= 0.15 * before.height &&
  (LETTER_HYPHEN.test(before.text) ||
    (!ENDS.test(before.text) && /^["“‘«(]?\p{Ll}/u.test(line.text)) ||
    (/,["”’»]?$/.test(before.text) && /^["“‘«(]?\p{L}/u.test(line.text)));

/** What a browser prints around each page of what it shows. */
const STAMP = /^\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},? \d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?$/i;
const ADDRESS = /^(?:https?|file):\/\/\S+$/i;
const COUNT = /^\d{1,4} ?(?:\/|of) ?\d{1,4}$/i;

/** The lines that a browser printed around pages, and the address among them; none where it did not print them all. */
function browserLines(pages: readonly (readonly Line[])[]): {
  lines: ReadonlySet<Line>;
  address: string | null;
} {
  const rows = pages.map((lines) => {
    const heights = lines.map(({ y }) => y);
    const [top, foot] = [Math.max(...heights), Math.min(...heights)];
    return lines.filter(({ y }) => top - y < 2 || y - foot < 2);
  });
  const isPrinted = rows.every(
    (lines) =>
      lines.some(({ text }) => STAMP.test(text)) && lines.some(({ text }) => ADDRESS.test(text)),
  );
  if (!isPrinted) return { lines: new Set(), address: null };
  const isOwn = (lines: readonly Line[], { text, y }: Line) =>
    [STAMP, ADDRESS, COUNT].some((one) => one.test(text)) ||
    // the title of the page stands beside them
    lines.some(
      (one) => Math.abs(one.y - y) < 2 && [STAMP, ADDRESS].some((own) => own.test(one.text)),
    );
  const address = rows.flat().find(({ text }) => ADDRESS.test(text))?.text ?? null;
  return { lines: new Set(rows.flatMap((all) => all.filter((one) => isOwn(all, one)))), address };
}

export interface LaidOut {
  /** Paragraphs parted by blank lines; each page ends with a form feed. */
  text: string;
  /** Running heads, feet and page numbers that were left out, each pattern once. */
  leftOut: string[];
  /** Where a browser printed the pages: the address that it printed on them, if any. */
  browser: { address: string | null } | null;
}

/** The text of pages in reading order. */
export function layOut(pages: readonly (readonly Piece[])[]): LaidOut {
  const lines = pages.map((pieces, i) => linesOf(pieces, i + 1));
  const browser = browserLines(lines);
  const heads = new Set([...running(lines), ...browser.lines]);
  const groups = lines.flatMap((own) => inOrder(own.filter((line) => !heads.has(line))));
  const joining = new Joining(wordsIn(lines.flat()));
  let before: Line | null = null;
  for (const group of groups) {
    const column = columnOf(group);
    for (const [i, line] of group.entries()) {
      const isNew =
        before === null || (i > 0 ? begins(line, before, column) : !goesOn(line, before));
      if (isNew) joining.paragraph(line.text, line.page);
      else joining.line(line.text, line.page);
      before = line;
    }
  }
  const leftOut = new Map([...heads].map(({ text }) => [patternOf(text), text]));
  return {
    text: joining.end(pages.length),
    leftOut: [...leftOut.values()],
    browser: browser.lines.size > 0 ? { address: browser.address } : null,
  };
}
