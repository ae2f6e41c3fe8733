/**
 * Which characters may be quotation marks, and what each may do. In: the characters of a paragraph and what its
 * language says of words beside a mark. Out: marks in order. Nothing is paired here.
 */
import type { Span } from '../../model/records.ts';
import { nameMarksOf } from '../name-marks.ts';
import type { MarkReader } from './reader.ts';

/** A mark's family: a quotation opened by one family is closed by the same family only. */
export type Family = 'double' | 'single' | 'angle';

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

/** A mark that may be a quotation mark, with what its neighbours allow it to do. */
export interface Mark extends Span {
  family: Family;
  way: Way;
  german: boolean;
  canOpen: boolean;
  canClose: boolean;
}

export const SPACE = /\s/;
const WORD = /[\p{L}\p{N}]/u;
export const isSpace = (c: string | undefined) => c === undefined || SPACE.test(c);
export const isWord = (c: string | undefined) => c !== undefined && WORD.test(c);
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
export function readMarks(text: string, { start, end }: Span, language: MarkReader): Mark[] {
  const marks: Mark[] = [];
  const named = nameMarksOf(text, language);
  let i = start;
  while (i < end) {
    const mark = text.charAt(i);
    const entry = MARKS[mark];
    if (!entry || named.has(i)) {
      i++;
      continue;
    }
    const { family, way, to } = markAt(text, i, { start, end }, entry);
    const before = i > start ? text[i - 1] : undefined;
    const after = to < end ? text[to] : undefined;
    const sign = { mark, family, way, before, after };
    if (!isApostrophe(sign) && !(to - i === 1 && isInches(text, i, sign))) {
      const roles = rolesOf(sign, text.slice(to, to + 10), language);
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
  { start, end }: Span,
  [family, way]: [Family, Way],
): { family: Family; way: Way; to: number } {
  const mark = text.charAt(i);
  const next = text.charAt(i + 1);
  const one = { family, way, to: i + 1 };
  if (i + 1 >= end) return one;
  // Two single marks side by side stand for a double one: ''so'' and ``so''. Of three, behind words, the first is single.
  if (family === 'single' && next === mark && isThirdBehind(text, i, { start, end })) return one;
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

const isThirdBehind = (text: string, i: number, { start, end }: Span): boolean =>
  i > start &&
  i + 2 < end &&
  !isSpace(text[i - 1]) &&
  text[i - 1] !== text[i] &&
  text[i + 2] === text[i] &&
  closesBefore(text[i + 3]) &&
  text[i + 3] !== text[i];

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
function rolesOf(sign: Sign, rest: string, language: MarkReader): Roles {
  const { mark, family } = sign;
  const isAngle = family === 'angle' || SINGLE_ANGLES.has(mark);
  const roles = isAngle ? rolesOfAngle(sign) : rolesOfCurl(sign);
  const opensWords = family !== 'single' || mark === '‹' || mayOpenSingle(rest, language);
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
function mayOpenSingle(rest: string, language: MarkReader): boolean {
  if (language.isClipped(rest) || /^\d\ds?\b/.test(rest)) return false;
  const next = rest[0] ?? ' ';
  return WORD.test(next) || /["“«[($€£@#…]/.test(next);
}
