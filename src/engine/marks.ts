/**
 * Quotation marks: one pass over a paragraph, with repair of what writers and converters break.
 * Everything is decided from the marks and the characters beside them; words play no part.
 */
import { countBefore } from '../text/bisect.ts';
import type { Span } from '../model/records.ts';
import { nameMarksOf } from './name-marks.ts';
import { CLIPPED, BREAK_OFF } from '../languages/en/lexicon/marks.ts';

/** A mark's family: a quotation opened by one family is closed by the same family only. */
type Family = 'double' | 'single' | 'angle';

/** Which way a mark points by itself; `any` marks are read from the characters beside them. */
type Way = 'open' | 'close' | 'any';

/** Every quotation mark known. German `“` closes what `„` opened: see `closesHere`. */
const MARKS: Record<string, [Family, Way]> = {
  '"': ['double', 'any'],
  '＂': ['double', 'any'],
  '“': ['double', 'open'],
  '”': ['double', 'close'],
  '„': ['double', 'open'],
  '‟': ['double', 'open'],
  '«': ['angle', 'open'],
  '»': ['angle', 'close'],
  "'": ['single', 'any'],
  '‘': ['single', 'open'],
  '’': ['single', 'close'],
  '‚': ['single', 'open'],
  '‛': ['single', 'open'],
  '‹': ['single', 'open'],
  '›': ['single', 'close'],
  '`': ['single', 'open'],
};

/** Words in marks: where they stand, and what was odd about the marks. */
export interface Stretch {
  family: Family;
  /** Opening mark; empty where a quotation goes on from the paragraph before without one. */
  open: Span;
  /** The words between the marks, without white space at either end. */
  inner: Span;
  /** Closing mark, or null where the quotation runs to the end of its paragraph. */
  close: Span | null;
  /** From the first to the last character, marks included. */
  outer: Span;
  nested: Stretch[];
  /** What had to be repaired, in words, or null. */
  repair: string | null;
}

export interface MarkScan {
  /** Top-level quotations in order, none crossing another. */
  stretches: Stretch[];
  /** Marks that belong to no quotation. */
  strays: Span[];
  /** A quotation is still open at the end of the paragraph. */
  open: boolean;
}

interface Mark extends Span {
  family: Family;
  way: Way;
  german: boolean;
  canOpen: boolean;
  canClose: boolean;
}

const SPACE = /\s/;
const WORD = /[\p{L}\p{N}]/u;
const LETTER = /\p{L}/u;
const isSpace = (c: string | undefined) => c === undefined || SPACE.test(c);
const isWord = (c: string | undefined) => c !== undefined && WORD.test(c);
const OPENER_BEFORE = new Set(['(', '[', '{', '—', '–', '-', '―', '/', '>', '*', '…', '=', ':']);
const CLOSER_AFTER = new Set([
  '.',
  ',',
  ';',
  ':',
  '!',
  '?',
  ')',
  ']',
  '}',
  '—',
  '–',
  '-',
  '―',
  '/',
  '…',
  '<',
  '*',
  '’',
  '”',
  '"',
  "'",
  '»',
]);

/** A mark and the characters on either side of it; undefined where the paragraph begins or ends. */
interface Sign {
  mark: string;
  family: Family;
  way: Way;
  before: string | undefined;
  after: string | undefined;
}

/** What a mark may do. */
interface Roles {
  canOpen: boolean;
  canClose: boolean;
}

/** Every mark of `[start, end)` that may be a quotation mark, with what its neighbours allow. */
function readMarks(text: string, start: number, end: number): Mark[] {
  const marks: Mark[] = [];
  const named = nameMarksOf(text);
  let i = start;
  while (i < end) {
    const mark = text.charAt(i);
    const entry = MARKS[mark];
    if (!entry || named.has(i)) {
      i++;
      continue;
    }
    const { family, way, to } = markAt(text, i, start, end, entry);
    const before = i > start ? text[i - 1] : undefined;
    const after = to < end ? text[to] : undefined;
    const sign = { mark, family, way, before, after };
    if (!isApostrophe(sign) && !(to - i === 1 && isInches(text, i, sign))) {
      const roles = rolesOf(sign, text.slice(to, to + 10));
      marks.push({ start: i, end: to, family, way, german: GERMAN.has(mark), ...roles });
    }
    i = to;
  }
  return marks;
}

const GERMAN = new Set(['„', '‚']);
/** Marks of which two side by side are two. */
const SINGLE_ANGLES = new Set(['‹', '›']);

/** The mark at `i` with where it ends: two characters may be one mark. */
function markAt(
  text: string,
  i: number,
  start: number,
  end: number,
  [family, way]: [Family, Way],
): { family: Family; way: Way; to: number } {
  const mark = text.charAt(i);
  const next = text.charAt(i + 1);
  const one = { family, way, to: i + 1 };
  if (i + 1 >= end) return one;
  // Two single marks side by side stand for a double one: ''so'' and ``so''.
  if (family === 'single' && next === mark && !SINGLE_ANGLES.has(mark))
    return { family: 'double', way: /[`‘‚]/.test(mark) ? 'open' : 'any', to: i + 2 };
  const [nextFamily, nextWay] = MARKS[next] ?? [];
  if (family !== 'double' || nextFamily !== 'double' || mark === '„') return one;
  // A doubled mark is one mark where both characters would do the same thing.
  const before = i > start ? text[i - 1] : undefined;
  const after = text[i + 2];
  const opens = isSpace(before) && !isSpace(after) && way !== 'close';
  const closes = !isSpace(before) && closesBefore(after) && nextWay !== 'open';
  return opens || closes ? { ...one, to: i + 2 } : one;
}

const closesBefore = (c: string | undefined): boolean =>
  c === undefined || SPACE.test(c) || CLOSER_AFTER.has(c);

const opensAfter = (c: string | undefined): boolean => {
  if (c === undefined || SPACE.test(c) || OPENER_BEFORE.has(c)) return true;
  const entry = MARKS[c];
  return entry !== undefined && entry[1] !== 'close';
};

const isApostrophe = ({ family, before, after }: Sign): boolean =>
  family === 'single' && isWord(before) && isWord(after);

/** Feet, inches and seconds: 6'2" */
const isInches = (text: string, i: number, { family, way, before, after }: Sign): boolean =>
  way === 'any' &&
  family === 'double' &&
  before !== undefined &&
  /[0-9]/.test(before) &&
  closesBefore(after) &&
  /['’′]/.test(text[i - 2] ?? '');

/** What a mark may do beside its neighbours; `rest` holds the characters after it. */
function rolesOf(sign: Sign, rest: string): Roles {
  const { mark, family } = sign;
  const isAngle = family === 'angle' || SINGLE_ANGLES.has(mark);
  const roles = isAngle ? rolesOfAngle(sign) : rolesOfCurl(sign);
  const opensWords = family !== 'single' || mark === '‹' || mayOpenSingle(rest);
  return {
    canOpen: roles.canOpen && opensWords,
    canClose: roles.canClose && !(family === 'single' && mark === '`'),
  };
}

/** `«so»`, and `»so«` where the neighbours show it. */
function rolesOfAngle({ way, before, after }: Sign): Roles {
  const isReversed =
    way === 'close' ? opensAfter(before) && isWord(after) : !isSpace(before) && closesBefore(after);
  const canOpen = (way === 'open') !== isReversed;
  return { canOpen, canClose: !canOpen };
}

function rolesOfCurl(sign: Sign): Roles {
  const { mark, way, before, after } = sign;
  const opensHere = opensAfter(before);
  const closesHere = closesBefore(after);
  const mayOpen = !isSpace(after) && (opensHere || (way === 'open' && !closesHere));
  const mayClose = !isSpace(before) && (closesHere || (way === 'close' && !opensHere));
  if (!mayOpen && !mayClose) return rolesOfLost(sign);
  // Where its neighbours allow both, a mark does what its shape says.
  const both = mayOpen && mayClose;
  return {
    canOpen: mayOpen && !(both && way === 'close'),
    canClose: mayClose && !(both && way === 'open' && mark !== '“'),
  };
}

/** A blank on both sides, as in `to the islands, " she said`, or a letter on both. */
function rolesOfLost({ mark, family, way, before, after }: Sign): Roles {
  if (isSpace(before) && isSpace(after))
    return { canOpen: way !== 'close', canClose: way !== 'open' || mark === '“' };
  if (family !== 'double') return { canOpen: false, canClose: false };
  return { canOpen: isWord(after), canClose: isWord(before) || !isWord(after) };
}

/** A single mark before a clipped word or a year is an apostrophe: ’em, ’90s. */
function mayOpenSingle(rest: string): boolean {
  if (CLIPPED.test(rest) || /^\d\ds?\b/.test(rest)) return false;
  const next = rest[0] ?? ' ';
  return WORD.test(next) || /["“«[($€£@#…]/.test(next);
}

/** Trims white space off the inner span without running past either end. */
function innerOf(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && SPACE.test(text[start]!)) start++;
  while (end > start && SPACE.test(text[end - 1]!)) end--;
  return { start, end };
}

const stretch = (
  text: string,
  family: Family,
  open: Span,
  close: Span | null,
  end: number,
  repair: string | null,
): Stretch => {
  const inner = innerOf(text, open.end, close ? close.start : end);
  return {
    family,
    open,
    inner,
    close,
    outer: { start: open.start, end: close ? close.end : inner.end },
    nested: [],
    repair,
  };
};

/**
 * Quotations in one paragraph. `inherited` says that the paragraph before left a quotation open;
 * a paragraph that then has a closing mark first belongs to that quotation from its beginning.
 */
export function scanMarks(text: string, start: number, end: number, inherited = false): MarkScan {
  const marks = readMarks(text, start, end);
  const strays: Span[] = [];
  const major = marks.filter((m) => m.family !== 'single');
  const found: Stretch[] = [];
  let open: Mark | null = null;
  let nestedOpen: Mark | null = null;
  let nested: Stretch[] = [];
  let unclosed = false;
  if (inherited && major.length) {
    const first = major[0]!;
    if (
      !first.canOpen &&
      first.canClose &&
      !marks.some((m) => m.canOpen && m.start < first.start && m.start - start < 2)
    ) {
      open = { ...first, start, end: start, canOpen: true, canClose: false };
    }
  }
  for (let k = 0; k < major.length; k++) {
    const mark = major[k]!;
    if (!open) {
      if (mark.canOpen) open = mark;
      else strays.push({ start: mark.start, end: mark.end });
      continue;
    }
    if (mark.family !== open.family) {
      // The other family inside this one.
      if (mark.canOpen && !nestedOpen) nestedOpen = mark;
      else if (mark.canClose && nestedOpen?.family === mark.family) {
        nested.push(stretch(text, mark.family, nestedOpen, mark, end, null));
        nestedOpen = null;
      }
      continue;
    }
    const closes = mark.canClose || (open.german && text[mark.start] === '“');
    if (nestedOpen && nestedOpen.family === mark.family) {
      if (closes) {
        nested.push(stretch(text, mark.family, nestedOpen, mark, end, null));
        nestedOpen = null;
      }
      continue;
    }
    if (closes && !(mark.canOpen && opensHere(text, mark, major[k + 1]))) {
      const made: Stretch = stretch(text, mark.family, open, mark, end, null);
      made.nested = nested;
      found.push(made);
      open = null;
      nestedOpen = null;
      nested = [];
      continue;
    }
    // An opening mark inside an open quotation: one within another if two closing marks follow.
    const next = major[k + 1];
    const afterNext = major[k + 2];
    if (
      next &&
      next.canClose &&
      !next.canOpen &&
      afterNext &&
      afterNext.canClose &&
      !afterNext.canOpen
    ) {
      nestedOpen = mark;
      continue;
    }
    if (next === undefined && !mark.canClose && mark.start - open.start < 2) continue;
    // Otherwise the first was never closed.
    const repaired = cutUnclosed(text, open, mark.start);
    if (repaired) {
      repaired.nested = nested;
      found.push(repaired);
    } else strays.push({ start: open.start, end: open.end });
    nested = [];
    nestedOpen = null;
    open = mark;
  }
  // `(“New Fashion)`: a bracket closes before the mark does, so the mark is left over.
  if (open && leavesBracket(text, open.end, end)) {
    strays.push({ start: open.start, end: open.end });
    open = null;
  }
  if (open) {
    const broken = BREAK_OFF.exec(text.slice(open.end, Math.min(end, open.end + 2000)));
    if (broken) {
      const at = open.end + broken.index + 1;
      const made = stretch(text, open.family, open, null, at, 'the closing mark is missing');
      made.nested = nested.filter((n) => n.outer.end <= at);
      found.push(made);
    } else {
      const made = stretch(text, open.family, open, null, end, 'the closing mark is missing');
      made.nested = nested;
      if (made.inner.start < made.inner.end) {
        found.push(made);
        unclosed = true;
      } else strays.push({ start: open.start, end: open.end });
    }
  }
  const stretches = addSingles(
    text,
    end,
    marks,
    found.filter((s) => s.inner.start < s.inner.end),
  );
  return { stretches, strays, open: unclosed };
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

/** A mark that could open as well as close opens if a word follows at once and the next mark closes. */
function opensHere(text: string, mark: Mark, next: Mark | undefined): boolean {
  return (
    isSpace(text[mark.start - 1]) &&
    isWord(text[mark.end]) &&
    next !== undefined &&
    next.canClose &&
    !next.canOpen
  );
}

/** A quotation that another one interrupts ends with its last whole sentence, or is none at all. */
function cutUnclosed(text: string, open: Mark, before: number): Stretch | null {
  const piece = text.slice(open.end, Math.min(before, open.end + 4000));
  const broken = BREAK_OFF.exec(piece);
  const at = broken
    ? broken.index + 1
    : Math.max(piece.lastIndexOf('. '), piece.lastIndexOf('? '), piece.lastIndexOf('! ')) + 1;
  if (at < 12) return null;
  return stretch(text, open.family, open, null, open.end + at, 'the closing mark is missing');
}

/** Puts the quotations in single marks between and inside the others; none may cross another. */
function addSingles(text: string, end: number, marks: Mark[], found: Stretch[]): Stretch[] {
  const singles = marks.filter((m) => m.family === 'single');
  if (!singles.some((m) => m.canOpen)) return found;
  // Which quotation, or which gap between two, each mark stands in; a pair must share it, unless it spans whole quotations.
  const made: Stretch[] = [];
  const strong = (m: Mark) => {
    if (!m.canClose) return false;
    const before = text[m.start - 1];
    if (before === undefined || isSpace(before)) return false;
    if (!isWord(before)) return true;
    const after = text[m.end];
    // "the boys’ toys": a plural possessive, unless punctuation or the end follows.
    return !(before === 's' && after === ' ' && LETTER.test(text[m.end + 1] ?? ' '));
  };
  const nextStrong: number[] = new Array(singles.length + 1).fill(-1);
  const nextWeak: number[] = new Array(singles.length + 1).fill(-1);
  const nextOpen: number[] = new Array(singles.length + 1).fill(-1);
  for (let k = singles.length - 1; k >= 0; k--) {
    const m = singles[k]!;
    const closes = m.canClose && !(m.canOpen && m.way === 'open');
    nextStrong[k] = closes && strong(m) ? k : nextStrong[k + 1]!;
    nextWeak[k] = closes ? k : nextWeak[k + 1]!;
    nextOpen[k] = m.canOpen && !m.canClose ? k : nextOpen[k + 1]!;
  }
  let region = 0; // index of the first found stretch that ends after the mark
  for (let k = 0; k < singles.length;) {
    const m = singles[k]!;
    while (region < found.length && found[region]!.outer.end <= m.start) region++;
    if (!m.canOpen) {
      k++;
      continue;
    }
    const around = found[region];
    const inside = around !== undefined && around.outer.start < m.start ? around : null;
    const limit = nextOpen[k + 1]! === -1 ? singles.length : nextOpen[k + 1]!;
    let c = nextStrong[k + 1]!;
    if (c === -1 || c > limit) {
      // One quotation may hold another in the same marks; otherwise a weak closing mark has to do.
      const weak = nextWeak[k + 1]!;
      c = weak !== -1 && weak < limit ? weak : -1;
    }
    const close = c === -1 ? undefined : singles[c];
    const bad =
      !close ||
      close.start - m.end < 2 ||
      (inside ? close.end > inside.inner.end : crosses(found, region, m, close));
    if (bad) {
      k++;
      continue;
    }
    const one = stretch(text, 'single', m, close!, end, null);
    if (inside) inside.nested.push(one);
    else made.push(one);
    k = c + 1;
  }
  if (!made.length) return sortNested(found);
  const all: Stretch[] = [];
  let f = 0;
  for (const one of made) {
    while (f < found.length && found[f]!.outer.end <= one.outer.start) all.push(found[f++]!);
    while (f < found.length && found[f]!.outer.start < one.outer.end) one.nested.push(found[f++]!);
    all.push(one);
  }
  while (f < found.length) all.push(found[f++]!);
  return sortNested(all);
}

/** Orders what stands within each quotation and drops what would cross its neighbour. */
const sortNested = (list: Stretch[]) => {
  for (const s of list) {
    if (s.nested.length < 2) continue;
    s.nested.sort((a, b) => a.outer.start - b.outer.start);
    let end = -1;
    s.nested = s.nested.filter((n) => {
      if (n.outer.start < end) return false;
      end = n.outer.end;
      return true;
    });
  }
  return list;
};

function crosses(found: Stretch[], from: number, open: Span, close: Span): boolean {
  for (let k = from; k < found.length && found[k]!.outer.start < close.end; k++) {
    const { outer } = found[k]!;
    if (outer.start < open.start && outer.end > open.start) return true;
    if (outer.end > close.start) return true;
  }
  return false;
}

/** Index of the first quotation that ends after an offset; the quotations stand in order. */
function firstEndingAfter(stretches: readonly Stretch[], offset: number): number {
  return countBefore(stretches.length, (k) => stretches[k]!.outer.end <= offset);
}

/** The quotations that touch `start`..`end`. */
export function stretchesTouching(
  stretches: readonly Stretch[],
  start: number,
  end: number,
): readonly Stretch[] {
  const from = firstEndingAfter(stretches, start);
  let to = from;
  while (to < stretches.length && stretches[to]!.outer.start < end) to++;
  return from === 0 && to === stretches.length ? stretches : stretches.slice(from, to);
}

/** Every paragraph's marks, each told whether the one before left a quotation open. */
export function scanParagraphs(text: string, paragraphs: readonly Span[]): MarkScan[] {
  let open = false;
  return paragraphs.map(({ start, end }) => {
    const scan = scanMarks(text, start, end, open);
    open = scan.open;
    return scan;
  });
}
