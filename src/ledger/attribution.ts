/**
 * Whether a claim's words are still the same speaker's: what the parser reads, and what became of the words
 * that say so.
 */
import type { Span } from '../model/records.ts';
import { at, last } from '../text/certain.ts';
import { alignment, between, hole, type Alignment } from './aligned.ts';
import { ANTECEDENT, isNamedByText, isPutInFurtherUp } from './bearer.ts';
import {
  agreement,
  around,
  FAR,
  FURTHER,
  isSlip,
  toNormal,
  toSource,
  wordIndex,
  wordsAt,
  type Indexed,
  type Origin,
  type Pairing,
} from './indexed.ts';
import { normal, wordsOf } from './normal.ts';
import { paragraphOf } from './places.ts';
import type { Attributed, LedgerPart } from './schema.ts';
import { isSameName, isTransposed } from './slips.ts';
import type { Side } from './surroundings.ts';

/** What the parser found at a place of the new version, as far as carrying needs it; UTF-16. */
export interface Found {
  parts: readonly Span[];
  speaker: { id: string; name: string } | null;
  via: readonly { id: string; name: string }[];
}

/** Whether a claim's whole paragraph, with the name that attributes it, stands once in either text. */
export function isWholeParagraph(
  row: Attributed,
  pairing: Pairing,
  { who, mention }: { who: Who; mention: Mention },
): boolean {
  const { before, origin, after, place } = pairing;
  const [one, two] = [paragraphOf(before, origin), paragraphOf(after, place)];
  if (!one || !two || one.key !== two.key || one.at !== two.at || !one.once || !two.once)
    return false;
  return who === 'same' || (mention === 'kept' && isMentionBeside(row, pairing));
}

export type Who = 'same' | 'other' | 'unknown';

/** Whose words the parser takes some to be, with the name that it reads. */
export interface Read {
  /** `silent`: it finds the claim and names nobody; `unfound`: it finds no claim there. */
  who: Who | 'silent' | 'unfound';
  name: string | null;
}

/** Whose words the parser takes those at a place to be. */
export function speakerAt(row: Attributed, pairing: Pairing, found: readonly Found[]): Read {
  const { after, place } = pairing;
  const spans = toSource(place, after);
  let best: Found | null = null;
  let most = 0;
  for (const one of found) {
    const share = agreement(spans, one.parts);
    if (share > most) [best, most] = [one, share];
  }
  if (!best || most < 0.5) return { who: 'unfound', name: null };
  if (!row.speaker) {
    const isNamed = best.speaker !== null && isNamedByText(best.speaker.name, pairing);
    return { who: isNamed ? 'other' : 'unknown', name: best.speaker?.name ?? null };
  }
  if (!best.speaker) return { who: 'silent', name: null };
  // The same words passed on by somebody else are another claim.
  const { via } = best;
  const isOne =
    isSamePerson(row.speaker, best.speaker, after) &&
    row.via.length === via.length &&
    row.via.every((one, i) => isSamePerson(one, at(via, i), after));
  return { who: isOne ? 'same' : 'other', name: best.speaker.name };
}

/** Whether a name of the row is the one that the parser reads: the same, or the same but for slips. */
function isSamePerson(
  was: Attributed['via'][number],
  now: Found['via'][number],
  after: Indexed,
): boolean {
  if (was.id === now.id || was.name === now.name) return true;
  const printed = was.mention?.exact;
  const known = [was.name, printed ?? ''].flatMap((name) => [name, last(name.split(/\s/))]);
  return known.some((name) => isSameName(name, now.name, after));
}

/**
 * Whether the text itself brought the name that the parser now reads: other words stand where the speaker was last
 * named in full; or, for a claim whose speaker is named farther up only, the new name was put in there, or the
 * speaker's own taken out.
 */
export function isNews({ speaker }: Attributed, name: string, pairing: Pairing): boolean {
  if (!speaker) return isNamedByText(name, pairing);
  const { mention, basis } = speaker;
  const aligned = alignment(pairing.before, pairing.after);
  const isNamed =
    basis === 'name' || basis === 'label' || (basis === 'self' && /\p{Lu}/u.test(speaker.name));
  // Whom "Berg" means is decided farther up.
  if (mention && isNamed && wordsOf(mention.exact).length >= wordsOf(speaker.name).length)
    return aligned !== null && isRenamed(speaker.name, pairing, aligned);
  return (
    !aligned ||
    isRenamed(speaker.name, pairing, aligned) ||
    (name === ''
      ? isAnyonePutIn(speaker.name, pairing, aligned)
      : isPutInFurtherUp(name, pairing, aligned)) ||
    isNamedNoMore(speaker.name, pairing)
  );
}

/**
 * Whether other words stand where a name last stood in full before the claim; a slip is no other word.
 */
function isRenamed(name: string, { before, origin, after }: Pairing, aligned: Alignment): boolean {
  const full = wordsOf(normal(name).text).map(({ word }) => word);
  if (full.length === 0) return false;
  let named = wordIndex(before, origin.start) - full.length;
  while (named >= 0 && !full.every((word, k) => before.words[named + k]?.word === word)) named--;
  if (named < 0) return false;
  const { gone, now } = hole(named, named + full.length, aligned, after);
  if (!gone || now.length === 0) return false;
  let next = 0;
  const renamed = full
    .map((word, k) => (at(aligned.pairs, named + k) >= 0 ? word : (now[next++] ?? '')))
    .join(' ');
  return !(next === now.length && isSameName(full.join(' '), renamed, after));
}

/** Whether a word with a capital was put in between the last place of a name before the claim and the claim. */
function isAnyonePutIn(name: string, { after, place }: Pairing, { kept }: Alignment): boolean {
  const family = last(wordsOf(normal(name).text)).word;
  const claim = wordIndex(after, place.start);
  for (let i = claim - 1; i >= Math.max(0, claim - ANTECEDENT); i--) {
    const { word } = at(after.words, i);
    if (kept[i]) {
      if (word === family) return false;
    } else if (/^\p{Lu}/u.test(word)) return true;
  }
  return false;
}

/** Whether the last word of a name stood not far before the claim and stands there no more. */
function isNamedNoMore(name: string, { before, origin, after, place }: Pairing): boolean {
  const family = last(wordsOf(normal(name).text)).word;
  const isNamed = (side: Indexed, start: number) => {
    const claim = wordIndex(side, start);
    return side.words
      .slice(Math.max(0, claim - ANTECEDENT), claim)
      .some(({ word }) => isSlip(word, family));
  };
  return isNamed(before, origin.start) && !isNamed(after, place.start);
}

export type Mention = 'kept' | 'lost' | 'none';

/** Whether the name that attributes the claim stands in the claim's own paragraph. */
export function isMentionBeside(row: Attributed, { before, origin }: Origin): boolean {
  const mention = mentionWords(row, before);
  return (
    mention !== null &&
    before.paragraphs[mention.from] === before.paragraphs[wordIndex(before, origin.start)]
  );
}

/** Whether new words stand between the claim and the name, pronoun or description that attributes it. */
export function isParted(
  row: Attributed,
  { before, origin }: Origin,
  left: Side,
  right: Side,
): boolean {
  const mention = mentionWords(row, before);
  if (!mention) return false;
  const [first, last] = [wordIndex(before, origin.start), wordIndex(before, origin.end)];
  if (mention.to <= first) return left.fresh !== null && left.fresh < first - mention.from;
  return mention.from >= last && right.fresh !== null && right.fresh < mention.to - last;
}

/** Whether the name that attributes the words still stands beside them. Pronouns prove nothing. */
export function mentionAt(row: Attributed, { before, origin, after, place }: Pairing): Mention {
  const mention = row.speaker?.mention;
  if (!mention) return 'none';
  const span = toNormal(
    { start: before.points.utf16(mention.start), end: before.points.utf16(mention.end) },
    before,
  );
  const name = wordsOf(before.normal.text.slice(span.start, span.end)).map((w) => w.word);
  const [first, ...more] = name;
  if (
    first === undefined ||
    !(more.length > 0 || /\p{Lu}/u.test(first.charAt(0))) ||
    PRONOUNS.has(name.join(' ').toLowerCase())
  )
    return 'none';
  const inside = span.start >= origin.start && span.end <= origin.end;
  if (inside) {
    // "We will," Sandra Fell said, "pay": the gap between the parts names the speaker.
    return holds(after.normal.text.slice(place.start, place.end), name) ? 'kept' : 'lost';
  }
  const leftwards = span.end <= origin.start;
  const away = leftwards
    ? wordIndex(before, origin.start) - wordIndex(before, span.start)
    : wordIndex(before, span.end) - wordIndex(before, origin.end);
  if (away > FURTHER) return 'none';
  const reach = away + 40;
  const edge = wordIndex(after, leftwards ? place.start : place.end);
  const near = (
    leftwards
      ? after.words.slice(Math.max(0, edge - reach), edge)
      : after.words.slice(edge, edge + reach)
  ).map((w) => w.word);
  return holds(near.join(' '), name) ? 'kept' : 'lost';
}

/** Whether all words from the name that attributes the claim to the claim itself are as before. */
export function isIntact(row: Attributed, pairing: Pairing, left: Side): boolean {
  const { before, origin, after, place } = pairing;
  const known = left.run >= FAR;
  if (!row.speaker?.mention) return known;
  // Whom "she" or "the diplomat" means is decided further up.
  const { basis } = row.speaker;
  if ((basis === 'pronoun' || basis === 'description' || basis === 'continued') && !known)
    return false;
  const { from, to } = attributionWords(row, pairing);
  const by = wordIndex(after, place.start) - wordIndex(before, origin.start);
  return before.words
    .slice(from, to)
    .every(({ word }, k) => word === after.words[from + k + by]?.word);
}

/**
 * Whether the claim stays in its place and nothing was put in around it, nor between it and the name: words
 * were at most taken out.
 */
export function isUntouched(row: Attributed, pairing: Pairing): boolean {
  const { before, origin, after, place } = pairing;
  const aligned = alignment(before, after);
  if (!aligned) return false;
  const { pairs, kept } = aligned;
  const first = wordIndex(before, origin.start);
  let from = wordIndex(after, place.start);
  let to = wordIndex(after, place.end);
  if (pairs[first] !== from) return false;
  from = Math.max(0, from - FAR);
  to = Math.min(after.words.length, to + FAR / 2);
  const whole = attributionWords(row, pairing);
  const named = between(pairs, whole.from, whole.to, after);
  from = Math.min(from, Math.max(0, named.from - 1));
  to = Math.max(to, named.to);
  for (let i = from; i < to; i++) if (!kept[i]) return false;
  return true;
}

/**
 * Whether the claim stays in its place in a paragraph that is as before, and nothing was taken out or
 * altered further up, where a name may stand that it depends on: at most whole paragraphs were put in.
 */
export function isInPlace(row: Attributed, pairing: Pairing): boolean {
  const { before, origin, after, place } = pairing;
  const aligned = alignment(before, after);
  const first = wordIndex(before, origin.start);
  if (!aligned || aligned.pairs[first] !== wordIndex(after, place.start)) return false;
  const named = attributionWords(row, pairing);
  const from = Math.min(Math.max(0, first - FURTHER), named.from);
  if (aligned.pairs.subarray(from, named.to).some((pair) => pair < 0)) return false;
  const [one, two] = [around(before, origin), around(after, place)];
  return one.left.join(' ') === two.left.join(' ') && one.right.join(' ') === two.right.join(' ');
}

/** The numbers of the words of the name, pronoun or description that attributes a claim. */
function mentionWords(row: Attributed, before: Indexed): { from: number; to: number } | null {
  return row.speaker?.mention ? wordsAt(row.speaker.mention, before) : null;
}

/**
 * The numbers of the words from the first to the last of the claim, the name that attributes it and those of
 * who passes it on.
 */
function attributionWords(
  row: Attributed,
  { before, origin }: Origin,
): { from: number; to: number } {
  const names = [row.speaker, ...row.via].flatMap((one) =>
    one?.mention ? [wordsAt(one.mention, before)] : [],
  );
  return {
    from: Math.min(wordIndex(before, origin.start), ...names.map(({ from }) => from)),
    to: Math.max(wordIndex(before, origin.end), ...names.map(({ to }) => to)),
  };
}

/**
 * Whether words of the name that attributes the claim, or of who passes it on, were taken out: somebody else
 * may say it now.
 */
export function isNameGone(row: Attributed, before: Indexed, after: Indexed): boolean {
  const aligned = alignment(before, after);
  return [row.speaker, ...row.via].some((one) => {
    if (!one?.mention || !aligned) return false;
    const { from, to } = wordsAt(one.mention, before);
    return aligned.pairs.subarray(from, to).some((pair) => pair < 0);
  });
}

/** Whether other words stand where a name or a word of saying stood; a slip mended in it is no other word. */
export function isReplaced(part: LedgerPart | null, before: Indexed, after: Indexed): boolean {
  const aligned = alignment(before, after);
  if (!aligned || !part) return false;
  const { from, to } = wordsAt(part, before);
  const { all, now } = hole(from, to, aligned, after);
  return (
    all &&
    now.length > 0 &&
    !before.words
      .slice(from, to)
      .every(({ word }) => now.some((other) => isSlip(word, other) || isTransposed(word, other)))
  );
}

const PRONOUNS = new Set(['he', 'she', 'they', 'it', 'i', 'we', 'who']);
const holds = (text: string, name: readonly string[]) =>
  ` ${wordsOf(text)
    .map((w) => w.word)
    .join(' ')} `.includes(` ${name.join(' ')} `);
