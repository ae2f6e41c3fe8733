/**
 * The frame of a claim: the words of its own sentence that say who said it, and how. Where they are no longer the
 * same but for typography and plain slips, the same quoted words may mean something else: "never said", "joked",
 * "was told by", "Witness 21". What is no plain slip is left to a person.
 */
import { diffArrays } from 'diff';
import { at } from '../text/certain.ts';
import { alignment, between } from './aligned.ts';
import {
  FURTHER,
  hasSameLetters,
  wordIndex,
  wordsAt,
  type Indexed,
  type Pairing,
  type Place,
} from './indexed.ts';
import { isInitials, type Word } from './normal.ts';
import type { Attributed } from './schema.ts';
import { isSameWord } from './slips.ts';

/**
 * How far beside claim, cue and names every word counts; farther on in the sentence only words that decide who
 * said what.
 */
const MARGIN = 3;

/** Words of a text, by their numbers; `to` exclusive. */
export interface Stretch {
  from: number;
  to: number;
}

/**
 * Whether other words, or a question mark, stand in what says who said the claim at `origin`, and how, at
 * `place`.
 */
export function isFrameChanged(
  row: Attributed,
  { before, origin, after, place }: Pairing,
): boolean {
  const claim = { from: wordIndex(before, origin.start), to: wordIndex(before, origin.end) };
  const there = { from: wordIndex(after, place.start), to: wordIndex(after, place.end) };
  const aligned = alignment(before, after);
  const names = [row.speaker, ...row.via].flatMap((one) =>
    one?.mention ? [wordsAt(one.mention, before)] : [],
  );
  const sides: Sides = {
    before,
    after,
    pairs: aligned?.pairs ?? null,
    kept: aligned?.kept ?? null,
  };
  const pieces = [...(row.cue ? [wordsAt(row.cue, before)] : []), ...names].filter(
    ({ from, to }) => from < to,
  );
  const own = sentencesAt(before, claim);
  const now = sentencesAt(after, there);
  const near = pieces.filter(({ from, to }) => from >= own.from && to <= own.to);
  const core = hullOf([claim, ...near]);
  if (isAsked(before, own) !== isAsked(after, now)) return true;
  const parts = origin.parts.map(({ start, end }) => ({
    from: wordIndex(before, start),
    to: wordIndex(before, end),
  }));
  if (isOtherwiseParted(own, parts, sides) || isOtherwiseMarked(origin, before, place, after))
    return true;
  if (names.some((name) => isOtherwiseJoined(name, sides))) return true;
  return (
    isChanged(
      { from: own.from, to: claim.from },
      { from: now.from, to: there.from },
      core,
      sides,
    ) ||
    isChanged(claim, there, core, sides) ||
    isChanged({ from: claim.to, to: own.to }, { from: there.to, to: now.to }, core, sides) ||
    pieces.some((piece) => !near.includes(piece) && isFarChanged(piece, claim, sides))
  );
}

/**
 * Whether a cue or name of another sentence has become another; in the claim's paragraph also what decides
 * beside it.
 */
function isFarChanged(piece: Stretch, claim: Stretch, sides: Sides): boolean {
  const { before, after, pairs } = sides;
  // What is gone altogether is looked at elsewhere.
  if (!pairs || pairs.subarray(piece.from, piece.to).every((pair) => pair < 0)) return false;
  const at = between(pairs, piece.from, piece.to, after);
  if (at.to - at.from > 2 * (piece.to - piece.from) + 2) return false;
  const isBeside = before.paragraphs[piece.from] === before.paragraphs[claim.from];
  if (!isBeside || Math.abs(piece.from - claim.from) > FURTHER)
    return isChanged(piece, at, piece, sides);
  return isChanged(
    clipped(sentencesAt(before, piece), piece),
    clipped(sentencesAt(after, at), at),
    null,
    sides,
  );
}

const hullOf = (list: readonly Stretch[]): Stretch => ({
  from: Math.min(...list.map(({ from }) => from)),
  to: Math.max(...list.map(({ to }) => to)),
});

/** A stretch with the words of its sentence just before it; after it may stand what somebody says. */
const clipped = (whole: Stretch, { from, to }: Stretch): Stretch => ({
  from: Math.max(whole.from, from - MARGIN),
  to,
});

/** The stretch with the rest of the sentences that it begins and ends in. */
export function sentencesAt(side: Indexed, { from, to }: Stretch): Stretch {
  let [first, last] = [Math.max(0, from), Math.min(to, side.words.length)];
  while (first > 0 && from - first < FURTHER && !isBoundary(side, first)) first--;
  while (last < side.words.length && last - to < FURTHER && !isBoundary(side, last)) last++;
  return { from: first, to: last };
}

/** Whether a sentence or a paragraph begins with the word of this number. */
function isBoundary(side: Indexed, at: number): boolean {
  const [last, next] = [side.words[at - 1], side.words[at]];
  if (!last || !next || side.paragraphs[at - 1] !== side.paragraphs[at]) return true;
  const gap = side.normal.text.slice(last.end, next.start + 1);
  if (!/[.!?…][^\p{L}\p{N}]*\s[^\p{L}\p{N}]*[\p{Lu}\p{N}]$/u.test(gap)) return false;
  return !(
    /^\.\s/.test(gap) &&
    (side.frames.isAbbreviated(last.word.toLowerCase()) ||
      /^\p{Lu}$/u.test(last.word) ||
      isInitials(last))
  );
}

/** Whether a question mark ends the sentence, outside of quotation marks. */
function isAsked(side: Indexed, { to }: Stretch): boolean {
  const [last, next] = [side.words[to - 1], side.words[to]];
  if (!last) return false;
  const gap = side.normal.text.slice(last.end, next?.start);
  return /^[^"]*\?(?!")/.test(gap);
}

/**
 * Whether a word of saying outside of the claim is parted from the word before it where it was not, or the reverse:
 * `her sister said` tells who says it, `her sister, said` who the one before is.
 */
function isOtherwiseParted(
  own: Stretch,
  parts: readonly Stretch[],
  { before, after, pairs }: Sides,
): boolean {
  if (!pairs) return false;
  for (let i = own.from + 1; i < own.to; i++) {
    if (parts.some(({ from, to }) => i >= from && i <= to)) continue;
    if (!before.frames.isOfSaying(at(before.words, i).word.toLowerCase())) continue;
    const now = at(pairs, i);
    if (now < 1 || at(pairs, i - 1) !== now - 1) continue;
    // "Berg, Jr., said" is "Berg Jr. said".
    if (before.frames.followsName(at(before.words, i - 1).word.toLowerCase())) continue;
    if (isParted(before, i) !== isParted(after, now)) return true;
  }
  return false;
}

/** Whether a mark that parts clauses stands before a word; one beside a quotation mark belongs to the quotation. */
function isParted({ words, normal: { text } }: Indexed, i: number): boolean {
  const gap = text.slice(at(words, i - 1).end, at(words, i).start);
  return !gap.includes('"') && /[^\s\p{L}\p{N}.]/u.test(gap);
}

/** Whether other marks stand inside of a name: `the workers, leader` are others than `the workers’ leader`. */
function isOtherwiseJoined({ from, to }: Stretch, { before, after, pairs }: Sides): boolean {
  const now = pairs?.[from] ?? -1;
  if (now < 0 || pairs?.[to - 1] !== now + to - 1 - from) return false;
  const end = now + to - from;
  return (
    signsBetween(before, from, to) !== signsBetween(after, now, end) ||
    isPossessive(before, to) !== isPossessive(after, end)
  );
}

/** Whether the word before the one of this number ends in an apostrophe: `the workers’ leader`. */
const isPossessive = ({ words, normal: { text } }: Indexed, next: number): boolean =>
  /^"\s\p{L}/u.test(text.slice(words[next - 1]?.end).slice(0, 3));

/** The marks between the words of a stretch, without points and dashes, and those before `Jr.` and its like. */
const signsBetween = (
  { words, normal: { text }, frames }: Indexed,
  from: number,
  to: number,
): string =>
  words
    .slice(from + 1, to)
    .map(({ start, word }, i) =>
      frames.followsName(word.toLowerCase())
        ? ''
        : text.slice(at(words, from + i).end, start).replace(/[\s.-]+/g, ''),
    )
    .join(' ');

/** Whether quotation marks stood at both ends of the claim and do not now, or the reverse. */
function isOtherwiseMarked(origin: Place, before: Indexed, place: Place, after: Indexed): boolean {
  const isMarked = ({ start, end }: Place, { normal: { text } }: Indexed) =>
    text.charAt(start - 1) === '"' && /^[.,;!?]?"/.test(text.slice(end, end + 2));
  return isMarked(origin, before) !== isMarked(place, after);
}

interface Sides {
  before: Indexed;
  after: Indexed;
  /**
   * For each word of the old text its partner in the new one, or -1, and for each of the new one whether it
   * has one; null where the texts differ too much.
   */
  pairs: Int32Array | null;
  kept: Uint8Array | null;
}

/**
 * Whether words of a stretch were exchanged, put in or taken out, other than by a plain slip. Without a `core`,
 * and farther from it, only words that decide count.
 */
function isChanged(own: Stretch, now: Stretch, core: Stretch | null, sides: Sides): boolean {
  const { before, after, pairs, kept } = sides;
  const of = (side: Indexed, { from, to }: Stretch) =>
    side.words.slice(from, to).map((word) => withSigns(word, side));
  const [was, is] = [of(before, own), of(after, now)];
  if (was.join(' ') === is.join(' ')) return false;
  let [i, j] = [own.from, now.from];
  let removed: string[] = [];
  let added: string[] = [];
  const isHole = (): boolean => {
    const [out, put] = [removed, added];
    const isClose = core !== null && i >= core.from - MARGIN && i - out.length <= core.to + MARGIN;
    [removed, added] = [[], []];
    if (out.length + put.length === 0) return false;
    // Words that only stand in another sentence now, or then, with all before and after them: points or
    // paragraphs were changed.
    if (put.length === 0 && pairs?.subarray(i - out.length, i).every((pair) => pair >= 0))
      return false;
    if (out.length === 0 && kept?.subarray(j - put.length, j).every((one) => one === 1))
      return false;
    if (isDoubled(out, before, i) || isDoubled(put, after, j)) return false;
    return (
      (isClose || [...out, ...put].some((word) => decides(word, after))) &&
      !isHarmless(out, put, after)
    );
  };
  for (const { added: isAdded, removed: isRemoved, count, value } of diffArrays(was, is)) {
    if (isAdded) {
      added = value;
      j += count;
    } else if (isRemoved) {
      removed = value;
      i += count;
    } else {
      if (isHole()) return true;
      i += count;
      j += count;
    }
  }
  return isHole();
}

/** A word; a number with its sign, currency and unit: `£5m` is not `$5m`, nor `5%` `5`. */
function withSigns({ start, end, word }: Word, { normal: { text } }: Indexed): string {
  if (!/\p{N}/u.test(word)) return word;
  const before = /(?:^|[^\p{L}\p{N}])(?:[-+±~≈<>≤≥#§] ?|\p{Sc} ?)+$/u.exec(
    text.slice(Math.max(0, start - 4), start),
  )?.[0];
  const after = /^ ?[%‰°′\p{Sc}]+/u.exec(text.slice(end, end + 4))?.[0];
  return `${signsIn(before)}${word}${signsIn(after)}`;
}

const signsIn = (text = '') => text.replace(/[^-+±~≈<>≤≥#§%‰°′\p{Sc}]/gu, '');

/** Whether a word decides, anywhere in the sentence, who said it, whether, and how surely. */
const decides = (word: string, { frames }: Indexed): boolean =>
  /\p{N}/u.test(word) || frames.decides(word.toLowerCase());

/** Whether the words before the one of this number are one that stands twice: `the the`. Names and numbers may. */
function isDoubled(words: readonly string[], side: Indexed, next: number): boolean {
  const [word, ...more] = words;
  if (word === undefined || more.length > 0 || decides(word, side) || !/^\p{Ll}/u.test(word))
    return false;
  return [next - 2, next].some((i) => side.words[i]?.word === word);
}

/**
 * Whether what stands there now says the same in other letters: spacing, letter case, accents lost or put in, a way
 * of spelling, plain slips.
 */
function isHarmless(removed: readonly string[], added: readonly string[], after: Indexed): boolean {
  const { frames } = after;
  if ([...removed, ...added].every((word) => frames.isOptional(word.toLowerCase()))) return true;
  if (removed.length === added.length)
    return removed.every((word, i) => isSameWord(word, added[i] ?? '', after));
  const [one, two] = [removed, added].map((words) =>
    frames.oneSpelling(words.join(' ').toLowerCase()),
  );
  return one === two || isRespaced(removed, added, after);
}

/**
 * Whether blanks alone were put in or taken out: `fishingclub`. But `therapist` is another than `the rapist`, `amoral`
 * than `a moral`, `maybe` than `may be`.
 */
function isRespaced(removed: readonly string[], added: readonly string[], after: Indexed): boolean {
  const [pieces, [whole = '', ...more]] =
    removed.length > added.length ? [removed, added] : [added, removed];
  return (
    more.length === 0 &&
    hasSameLetters(pieces.join(''), whole) &&
    !after.frames.isKnownWord(whole) &&
    pieces.every((word) => word.length > 2 && !decides(word, after))
  );
}
