/**
 * Quotation marks: one pass over a paragraph, with repair of what writers and converters break. Everything is
 * decided from the marks and the characters beside them; of words only those count that the language pack names.
 */
import type { Span } from '../model/records.ts';
import { readMarks, isSpace, isWord, type Mark } from './marks/signs.ts';
import { addSingles } from './marks/singles.ts';
import { closedStretch, unclosedStretch, type Stretch } from './marks/stretches.ts';
import type { MarkReader } from './marks/reader.ts';

export { stretchesTouching, type Stretch } from './marks/stretches.ts';

export interface MarkScan {
  /** Top-level quotations in order, none crossing another. */
  stretches: Stretch[];
  /** Marks that belong to no quotation. */
  strays: Span[];
  /** A quotation is still open at the end of the paragraph. */
  open: boolean;
}

/** How far an unclosed quotation is read for the place where it breaks off. */
const LOOK_AT_END = 2000;
const LOOK_BETWEEN = 4000;
/** What is read behind a closing mark that nothing opened. */
const LOOK_AFTER = 80;
/** Shorter words between two opening marks are no quotation, unless an attribution breaks them off. */
const LEAST = 12;
const LEAST_TOLD = 4;

/**
 * Quotations in one paragraph. `inherited` says that the paragraph before left a quotation open;
 * a paragraph that then has a closing mark first belongs to that quotation from its beginning. `runs`: the next
 * paragraph may take up what this one leaves open.
 */
export function scanMarks(
  text: string,
  paragraph: Span,
  language: MarkReader,
  { inherited = false, runs = true }: { inherited?: boolean; runs?: boolean } = {},
): MarkScan {
  const marks = readMarks(text, paragraph, language);
  const major = marks.filter(({ family }) => family !== 'single');
  const begun = inherited ? goesOn(paragraph, marks, major) : null;
  const pairing = new Pairing(text, language, { paragraph, begun, runs });
  for (const [k, mark] of major.entries()) pairing.take(mark, major[k + 1], major[k + 2]);
  const isOpen = pairing.finish(paragraph.end);
  const found = pairing.found.filter(({ inner }) => inner.start < inner.end);
  return { stretches: addSingles(text, marks, found), strays: pairing.strays, open: isOpen };
}

/** Every paragraph's marks, each told whether the one before left a quotation open. */
export function scanParagraphs(
  text: string,
  paragraphs: readonly Span[],
  language: MarkReader,
): MarkScan[] {
  let open = false;
  return paragraphs.map((paragraph, i) => {
    const next = paragraphs[i + 1];
    const runs = next !== undefined && (opensDouble(text, next) || closesFirst(text, next));
    const scan = scanMarks(text, paragraph, language, { inherited: open, runs });
    const run = scan.open ? null : runningSingle(text, paragraph, next, scan, language);
    open = scan.open || run !== null;
    return run ? { ...scan, stretches: [...scan.stretches, run], open } : scan;
  });
}

/**
 * A quotation in single marks that nothing closes in its paragraph and that the next one takes up
 * with another mark; null where none is.
 */
function runningSingle(
  text: string,
  paragraph: Span,
  next: Span | undefined,
  { stretches }: MarkScan,
  language: MarkReader,
): Stretch | null {
  if (!next || !opensSingle(text, next, language)) return null;
  const from = stretches.at(-1)?.outer.end ?? paragraph.start;
  const open = readMarks(text, paragraph, language).find(
    ({ family, canOpen, canClose, start }) =>
      family === 'single' && canOpen && !canClose && start >= from,
  );
  return open ? unclosedStretch(text, open, paragraph.end) : null;
}

const opensDouble = (text: string, { start, end }: Span): boolean =>
  /["“„«‘'`]/.test(text.slice(start, Math.min(end, start + 2)));
const closesFirst = (text: string, { start, end }: Span): boolean =>
  /["“”„«»]/.exec(text.slice(start, end))?.[0] === '”';

function opensSingle(text: string, { start, end }: Span, language: MarkReader): boolean {
  if (!/['‘]/.test(text.slice(start, start + 1))) return false;
  const [head] = readMarks(text, { start, end: Math.min(end, start + 12) }, language);
  return head?.start === start && head.family === 'single' && head.canOpen;
}

/** An opening mark of no length at the head of a paragraph whose first mark closes. */
function goesOn({ start }: Span, marks: readonly Mark[], major: readonly Mark[]): Mark | null {
  const [first] = major;
  if (!first || !onlyCloses(first)) return null;
  const opensAtHead = marks.some(
    (mark) => mark.canOpen && mark.start < first.start && mark.start - start < 2,
  );
  return opensAtHead ? null : { ...first, start, end: start, canOpen: true, canClose: false };
}

const onlyCloses = (mark: Mark | undefined): boolean =>
  mark !== undefined && mark.canClose && !mark.canOpen;

/** Pairs marks that are not single, in order; what stands within a quotation is nested in it. */
class Pairing {
  readonly found: Stretch[] = [];
  readonly strays: Span[] = [];
  readonly #text: string;
  readonly #language: MarkReader;
  readonly #paragraph: Span;
  readonly #runs: boolean;
  #open: Mark | null;
  #nestedOpen: Mark | null = null;
  #nested: Stretch[] = [];

  constructor(
    text: string,
    language: MarkReader,
    { paragraph, begun, runs }: { paragraph: Span; begun: Mark | null; runs: boolean },
  ) {
    this.#runs = runs;
    this.#text = text;
    this.#language = language;
    this.#paragraph = paragraph;
    this.#open = begun;
  }

  /** The next mark, and the two after it. */
  take(mark: Mark, next: Mark | undefined, afterNext: Mark | undefined): void {
    const open = this.#open;
    if (!open) {
      if (mark.canOpen) this.#open = mark;
      else this.#takeUnopened(mark);
    } else if (mark.family !== open.family) this.#takeOther(mark);
    else this.#takeSame(open, mark, next, afterNext);
  }

  /** A mark closes what none opened: its quotation begins where the words before it show. */
  #takeUnopened(mark: Mark): void {
    const text = this.#text;
    const from = Math.max(
      this.#paragraph.start,
      this.found.at(-1)?.outer.end ?? 0,
      this.strays.at(-1)?.end ?? 0,
      mark.start - LOOK_BETWEEN,
    );
    const after = text.slice(mark.end, Math.min(this.#paragraph.end, mark.end + LOOK_AFTER));
    const words = text.slice(from, mark.start);
    const resumes = from === this.found.at(-1)?.outer.end;
    const begin = this.#language.beginsLost({ words, after, resumes });
    if (mark.family !== 'double' || begin < 0) {
      this.strays.push({ start: mark.start, end: mark.end });
      return;
    }
    const open = { ...mark, start: from + begin, end: from + begin };
    this.found.push({ ...closedStretch(text, open, mark), repair: 'the opening mark is missing' });
  }

  /** A mark of the other family inside an open quotation. */
  #takeOther(mark: Mark): void {
    if (mark.canOpen && !this.#nestedOpen) this.#nestedOpen = mark;
    else if (mark.canClose && this.#nestedOpen?.family === mark.family)
      this.#closeNested(this.#nestedOpen, mark);
  }

  #takeSame(open: Mark, mark: Mark, next: Mark | undefined, afterNext: Mark | undefined): void {
    const closes = mark.canClose || (open.german && this.#text[mark.start] === '“');
    if (this.#nestedOpen?.family === mark.family) {
      if (closes) this.#closeNested(this.#nestedOpen, mark);
      return;
    }
    if (closes && !(mark.canOpen && this.#opensHere(mark, next))) {
      this.found.push(closedStretch(this.#text, open, mark, this.#nested));
      this.#begin(null);
      return;
    }
    // An opening mark inside an open quotation: one within another if two closing marks follow.
    if (onlyCloses(next) && onlyCloses(afterNext)) {
      this.#nestedOpen = mark;
      return;
    }
    const isDoubled = next === undefined && !mark.canClose && mark.start - open.start < 2;
    if (!isDoubled) this.#cutBefore(open, mark);
  }

  /** The first of two opening marks was never closed. */
  #cutBefore(open: Mark, mark: Mark): void {
    const words = this.#text.slice(open.end, Math.min(mark.start, open.end + LOOK_BETWEEN));
    const broken = this.#language.breaksOff(words);
    const length = broken < 0 ? this.#wholeWords(words) : broken;
    if (length < (broken < 0 ? LEAST : LEAST_TOLD))
      this.strays.push({ start: open.start, end: open.end });
    else this.found.push(unclosedStretch(this.#text, open, open.end + length, this.#nested));
    this.#begin(mark);
  }

  /** How much of the words between two opening marks is quoted, where nothing breaks them off: up to their last stop. */
  #wholeWords(words: string): number {
    const stop = Math.max(...['. ', '? ', '! '].map((one) => words.lastIndexOf(one))) + 1;
    return stop === 0 ? 0 : Math.min(this.#language.endsLost(words), stop);
  }

  /** A mark that could open as well as close opens if a word follows at once and the next mark closes. */
  #opensHere(mark: Mark, next: Mark | undefined): boolean {
    return isSpace(this.#text[mark.start - 1]) && isWord(this.#text[mark.end]) && onlyCloses(next);
  }

  #closeNested(open: Mark, close: Mark): void {
    this.#nested.push(closedStretch(this.#text, open, close));
    this.#nestedOpen = null;
  }

  #begin(open: Mark | null): void {
    this.#open = open;
    this.#nestedOpen = null;
    this.#nested = [];
  }

  /** After the last mark of a paragraph that ends at `end`: whether a quotation goes on in the next one. */
  finish(end: number): boolean {
    const open = this.#open;
    if (!open) return false;
    const stray = { start: open.start, end: open.end };
    // `(“New Fashion)`: a bracket closes before the mark does, so the mark is left over.
    if (leavesBracket(this.#text, open.end, end)) {
      this.strays.push(stray);
      return false;
    }
    const words = this.#text.slice(open.end, Math.min(end, open.end + LOOK_AT_END));
    const broken = this.#language.breaksOff(words);
    // without another paragraph of it the quotation ends in this one, where the words show
    const ends = broken < 0 && !this.#runs ? this.#language.endsLost(words) : words.length;
    const length = broken >= 0 ? broken : ends;
    if (length < words.length) {
      const to = open.end + length;
      const nested = this.#nested.filter(({ outer }) => outer.end <= to);
      this.found.push(unclosedStretch(this.#text, open, to, nested));
      return false;
    }
    const rest = unclosedStretch(this.#text, open, end, this.#nested);
    const hasWords = rest.inner.start < rest.inner.end;
    if (hasWords) this.found.push(rest);
    else this.strays.push(stray);
    return hasWords;
  }
}

/** Whether a bracket that was opened before `from` closes within `[from, end)`. */
function leavesBracket(text: string, from: number, end: number): boolean {
  let depth = 0;
  for (let i = from; i < end; i++) {
    if (text[i] === '(') depth++;
    else if (text[i] === ')' && --depth < 0) return true;
  }
  return false;
}
