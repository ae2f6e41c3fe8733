/**
 * What was done to a text before it was captured, and is undone for reading: character references
 * (`&ldquo;`), and bytes that were read in the wrong encoding (`â€œ`). Evidence in the whole text
 * decides, so that a text that speaks of `&amp;` keeps it. The source stays as it is: each character
 * of the outcome knows where it stands in it.
 */
import type { Undoing } from '../../model/records.ts';
import { LAYOUT as BETWEEN_WORDS, type LayoutUndoing, type Token } from './undo-layout.ts';
import { MISREAD_MARKS } from './undo-marks.ts';
import {
  doubledReferences,
  isUnended,
  references,
  standsUnended,
  UNENDED,
} from './undo-references.ts';

/** A text with a way back: for each UTF-16 unit, where it begins and ends in what it was made of. */
export interface Undone {
  text: string;
  starts: Int32Array;
  ends: Int32Array;
}

/** How far a text speaks for an undoing. */
interface Evidence {
  tokens: Token[];
  /** Those that stand as a reader expects what they stand for; those that do not. */
  reading: number;
  other: number;
  decided: boolean;
}

const LAYOUT = { ...MISREAD_MARKS, ...BETWEEN_WORDS };
const LAYOUT_UNDOINGS = Object.keys(LAYOUT) as (keyof typeof LAYOUT)[];

/** Undoes one after the other. A slice of the text that parts no token gives the slice of the outcome. */
export function undo(text: string, undoings: readonly Undoing[]): Undone {
  let done: Undone = {
    text,
    starts: Int32Array.from({ length: text.length }, (_, i) => i),
    ends: Int32Array.from({ length: text.length }, (_, i) => i + 1),
  };
  for (const undoing of undoings) done = replaced(done, TOKENS[undoing](done.text));
  return done;
}

/** Beyond this many rounds a text is what it is. */
const ROUNDS = 8;

export interface Findings {
  /** What the text speaks for, in the order in which it is to be undone. */
  undoings: Undoing[];
  /** What it holds signs of, without speaking for it: an example and how often it stands. */
  open: { undoing: Undoing; example: string; times: number } | null;
}

/** What a text speaks for. `references` says which kind of them no parser reads. */
export function findUndoings(
  text: string,
  references: 'references' | 'doubled-references' = 'references',
): Findings {
  const undoings: Undoing[] = [];
  let current = text;
  let open: Findings['open'] = null;
  for (let round = 0; round < ROUNDS; round++) {
    open = null;
    const next = order(references).find((undoing) => {
      if (!MAY_HOLD[undoing].test(current)) return false;
      const { decided, reading, other, tokens } = EVIDENCE[undoing](current);
      if (!decided && (reading > 0 || (other === 0 && tokens.length > 0)))
        open ??= {
          undoing,
          example: current.slice(tokens[0]?.start, tokens[0]?.end),
          times: tokens.length,
        };
      return decided;
    });
    if (!next) break;
    undoings.push(next);
    current = undo(current, [next]).text;
  }
  return { undoings, open };
}

const order = (references: 'references' | 'doubled-references'): Undoing[] => [
  references,
  'windows-1252',
  'macintosh',
  'windows-1251',
  'controls',
  ...LAYOUT_UNDOINGS,
];

/** Cheap tests, before anything is counted. */
const MAY_HOLD: Record<Undoing, RegExp> = {
  references: /&[#\w]/,
  'doubled-references': new RegExp(`&amp;|${UNENDED.source}`, 'i'),
  'windows-1252': /[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u0192\u02c6-\u02dc\u2013-\u2122]/,
  macintosh: /[‚√¬∆Œœƒ≈À–]/,
  'windows-1251': /[ВРСвр][\u0402-\u045f\u2013-\u2122\u00a0-\u00bb]/,
  controls: /[\u0080-\u0084\u0086-\u009f]/,
  ...eachLayout(({ mayHold }) => mayHold),
};

function eachLayout<T>(of: (undoing: LayoutUndoing) => T): Record<keyof typeof LAYOUT, T> {
  return Object.fromEntries(
    Object.entries(LAYOUT).map(([name, undoing]) => [name, of(undoing)]),
  ) as Record<keyof typeof LAYOUT, T>;
}

function replaced(before: Undone, tokens: readonly Token[]): Undone {
  if (tokens.length === 0) return before;
  const starts: number[] = [];
  const ends: number[] = [];
  const pieces: string[] = [];
  let at = 0;
  const keep = (to: number) => {
    pieces.push(before.text.slice(at, to));
    for (let i = at; i < to; i++) {
      starts.push(before.starts[i] ?? 0);
      ends.push(before.ends[i] ?? 0);
    }
  };
  for (const { start, end, stands } of tokens) {
    keep(start);
    pieces.push(stands);
    for (let i = 0; i < stands.length; i++) {
      starts.push(before.starts[start] ?? 0);
      ends.push(before.ends[end - 1] ?? 0);
    }
    at = end;
  }
  keep(before.text.length);
  return { text: pieces.join(''), starts: Int32Array.from(starts), ends: Int32Array.from(ends) };
}

const BLANK = /^\s?$/;
const WORDLIKE = /^[\p{L}\p{N}]$/u;
const QUOTE = /^["'‘’‚‛“”„‟«»‹›]$/;
const LETTER = /^\p{L}\p{M}*$/u;

/** Whether a character stands here as in running text: true, false, or null where both are likely. */
function standsAsRead(text: string, { start, end, stands }: Token): boolean | null {
  const before = text.slice(Math.max(0, start - 1), start);
  const after = text.slice(end, end + 1);
  const blanks = BLANK.test(before) && BLANK.test(after);
  if (/^\s+$/.test(stands)) return !blanks || isAlone(text, start, end);
  if (QUOTE.test(stands)) return !blanks && !(QUOTE.test(before) && QUOTE.test(after));
  if (LETTER.test(stands))
    return LETTER.test(before) || LETTER.test(after) || (blanks ? null : !QUOTE.test(before));
  if (stands === '<' || stands === '>') return null;
  if (stands === '&')
    return (WORDLIKE.test(before) && WORDLIKE.test(after)) || betweenNames(text, start, end)
      ? true
      : outOfPlace(before, after);
  if (WORDLIKE.test(before) || WORDLIKE.test(after) || /^\s\d/.test(text.slice(end, end + 2)))
    return true;
  return outOfPlace(before, after);
}

const outOfPlace = (before: string, after: string): false | null =>
  /["'`“‘«(]/.test(before) && /["'`”’»)]/.test(after) ? false : null;

/** `Marks &amp; Spencer` */
const betweenNames = (text: string, start: number, end: number): boolean =>
  /[\p{Lu}\d][^\s&]* $/u.test(text.slice(Math.max(0, start - 30), start)) &&
  /^ [\p{Lu}\d]/u.test(text.slice(end, end + 2));

const isAlone = (text: string, start: number, end: number): boolean =>
  /(?:^|[\r\n])[^\S\r\n]*$/.test(text.slice(Math.max(0, start - 80), start)) &&
  /^[^\S\r\n]*(?:$|[\r\n])/.test(text.slice(end, end + 80));

function weighed(text: string, tokens: Token[]): Evidence {
  const stand = tokens.map((token) =>
    isUnended(text, token) ? standsUnended(text, token) || null : standsAsRead(text, token),
  );
  const reading = stand.filter((one) => one === true).length;
  const other = stand.filter((one) => one === false).length;
  return { tokens, reading, other, decided: reading > 0 && reading >= 2 * other };
}

// Bytes in the wrong encoding

/** The byte that each character is in an encoding of single bytes, from 0x80 up. */
function bytesOf(encoding: 'windows-1252' | 'macintosh' | 'windows-1251'): Map<string, number> {
  const decoder = new TextDecoder(encoding);
  const bytes = new Map<string, number>();
  for (let byte = 0x80; byte <= 0xff; byte++) bytes.set(decoder.decode(Uint8Array.of(byte)), byte);
  // read as Latin-1, the bytes from 0x80 to 0x9F are control characters
  if (encoding === 'windows-1252')
    for (let byte = 0x80; byte <= 0x9f; byte++) bytes.set(String.fromCharCode(byte), byte);
  return bytes;
}
const BYTES = {
  'windows-1252': bytesOf('windows-1252'),
  macintosh: bytesOf('macintosh'),
  'windows-1251': bytesOf('windows-1251'),
};

const LENGTHS: readonly [least: number, most: number, length: number][] = [
  [0xc2, 0xdf, 2],
  [0xe0, 0xef, 3],
  [0xf0, 0xf4, 4],
];
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The character whose bytes in UTF-8 stand from `at` on, each read as a character of its own. */
function misread(text: string, at: number, bytes: ReadonlyMap<string, number>): Token | null {
  const lead = bytes.get(text[at] ?? '');
  const length = LENGTHS.find(([least, most]) => lead && lead >= least && lead <= most)?.[2];
  if (!lead || !length) return null;
  const found = [lead];
  for (let i = 1; i < length; i++) {
    const byte = bytes.get(text[at + i] ?? '');
    if (byte === undefined || byte > 0xbf) return null;
    found.push(byte);
  }
  try {
    return { start: at, end: at + length, stands: utf8.decode(Uint8Array.from(found)) };
  } catch {
    return null;
  }
}

function misreadIn(text: string, encoding: keyof typeof BYTES): Token[] {
  const bytes = BYTES[encoding];
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) < 0x80) continue;
    const token =
      misread(text, at, bytes) ?? (encoding === 'windows-1252' ? cutShort(text, at) : null);
    if (!token) continue;
    tokens.push(token);
    at = token.end - 1;
  }
  return tokens;
}

/** What programs lose on the way: a byte that Windows-1252 does not know, a blank that does not break. */
function cutShort(text: string, at: number): Token | null {
  if (text.startsWith('â€', at)) {
    const lost = text[at + 2] === '\ufffd' ? 1 : 0;
    return { start: at, end: at + 2 + lost, stands: '”' };
  }
  if (text[at] === 'Â' && /[ \t]/.test(text[at + 1] ?? ''))
    return { start: at, end: at + 2, stands: ' ' };
  if (text[at] === 'Ã' && /^ \s/.test(text.slice(at + 1, at + 3)))
    return { start: at, end: at + 2, stands: 'à' };
  return null;
}

/** No one writes what these are made of: marks, dashes, signs, pictures. */
const CERTAIN = /^(?:[\u2010-\u203a\u20ac\u2122\ufffd]|[\u{1f000}-\u{1faff}])$/u;
const LATIN = /^[\u00a0-\u017f]$/;
/** Marks that nobody types as part of a misread letter: `IRMÃ”` is a word in capitals before its mark. */
const WELL_READ = /[\u2010-\u203a«»]/;
const SCRIPTS = [
  /^\p{Script=Greek}$/u,
  /^\p{Script=Cyrillic}$/u,
  /^\p{Script=Arabic}$/u,
  /^\p{Script=Hebrew}$/u,
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3001-\u303f\uff01-\uff5e]$/u,
  /^\p{Script=Hangul}$/u,
  /^\p{Script=Devanagari}$/u,
];

/** A letter of another script is likely only beside another one of it: `ß”` in capitals is no letter of N’Ko. */
function likely(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (!token) return false;
  if (LATIN.test(token.stands)) return true;
  const script = SCRIPTS.find((one) => one.test(token.stands));
  const [before, after] = [tokens[i - 1], tokens[i + 1]];
  return (
    script !== undefined &&
    ((before !== undefined && before.end === token.start && script.test(before.stands)) ||
      (after !== undefined && after.start === token.end && script.test(after.stands)))
  );
}

function evidenceOfMisreading(text: string, encoding: keyof typeof BYTES): Evidence {
  const tokens = misreadIn(text, encoding);
  let certain = 0;
  let soft = 0;
  let plain = 0;
  let other = 0;
  tokens.forEach((token, i) => {
    const sure = CERTAIN.test(token.stands) && token.end - token.start >= 2;
    const placed = standsAsRead(text, token);
    if (!sure && !likely(tokens, i)) return;
    if (placed === false) other++;
    else if (sure) certain++;
    else {
      soft++;
      if (!WELL_READ.test(text.slice(token.start, token.end))) plain++;
    }
  });
  const outside = (of: RegExp): number => {
    const count = (words: string) => words.match(of)?.length ?? 0;
    return tokens.reduce((sum, { start, end }) => sum - count(text.slice(start, end)), count(text));
  };
  const foreign = outside(/[\u00a0-\ufffc]/g);
  // marks that are well read may have been set afterwards: letters tell how letters were read
  const isPlain = plain > outside(/[\p{L}--[a-z]]/giv);
  const reading = certain + soft;
  const enough = certain > 0 || soft > foreign || isPlain;
  return {
    tokens: reading + other > 0 ? tokens : [],
    reading: certain > 0 || soft > 0.25 * foreign || isPlain ? reading : 0,
    other: reading === 0 ? Math.max(1, other) : other,
    decided: reading > 0 && enough && reading >= 2 * other,
  };
}

const windows = new TextDecoder('windows-1252');
const controls = (text: string): Token[] =>
  [...text.matchAll(/[\u0080-\u009f]/g)].flatMap(({ 0: char, index }) => {
    const stands = windows.decode(Uint8Array.of(char.charCodeAt(0)));
    return stands === char ? [] : [{ start: index, end: index + 1, stands }];
  });

const TOKENS: Record<Undoing, (text: string) => Token[]> = {
  references,
  'doubled-references': doubledReferences,
  'windows-1252': (text) => misreadIn(text, 'windows-1252'),
  macintosh: (text) => misreadIn(text, 'macintosh'),
  'windows-1251': (text) => misreadIn(text, 'windows-1251'),
  controls,
  ...eachLayout(({ tokens }) => tokens),
};
const EVIDENCE: Record<Undoing, (text: string) => Evidence> = {
  references: (text) => weighed(text, references(text)),
  'doubled-references': (text) => weighed(text, doubledReferences(text)),
  'windows-1252': (text) => evidenceOfMisreading(text, 'windows-1252'),
  macintosh: (text) => evidenceOfMisreading(text, 'macintosh'),
  'windows-1251': (text) => evidenceOfMisreading(text, 'windows-1251'),
  controls: (text) => {
    const tokens = controls(text);
    // after such a letter it is what is left of another character
    const other = tokens.filter(({ start }) =>
      /[\u00c2-\u00df\p{M}]/u.test(text[start - 1] ?? ''),
    ).length;
    const reading = tokens.length - other;
    return { tokens, reading, other, decided: reading > 0 && reading >= 2 * other };
  },
  ...eachLayout((undoing) => (text: string) => ({
    tokens: [],
    reading: 0,
    other: 1,
    decided: undoing.isDecided(text),
  })),
};
