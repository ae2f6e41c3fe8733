/** Whether a claim's words are still the same speaker's: what the parser reads, and what became of the words that say so. */
import type { Span } from '../model/records.ts';
import { alignment, between, hole } from './aligned.ts';
import {
  agreement,
  around,
  FAR,
  FURTHER,
  isNameSlip,
  isSlip,
  toNormal,
  toSource,
  wordIndex,
  wordsAt,
  type Indexed,
  type Place,
} from './indexed.ts';
import { normal, wordsOf } from './normal.ts';
import { paragraphOf } from './places.ts';
import type { LedgerPart, LedgerRow } from './schema.ts';
import type { Side } from './surroundings.ts';

/** What the parser found at a place of the new version, as far as carrying needs it; UTF-16. */
export interface Found {
  parts: readonly Span[];
  speaker: { id: string; name: string } | null;
  via: readonly { id: string; name: string }[];
}

/** Who a claim is attributed to and where the text says so, as far as carrying needs it. */
export type Attributed = Pick<LedgerRow, 'speaker' | 'via' | 'cue'>;

/** Whether a claim's whole paragraph, with the name that attributes it, stands once in either text. */
export function isWholeParagraph(
  row: Attributed,
  origin: Place,
  before: Indexed,
  { place, who, mention }: { place: Place; who: Who; mention: Mention },
  after: Indexed,
): boolean {
  const [one, two] = [paragraphOf(before, origin), paragraphOf(after, place)];
  if (!one || !two || one.key !== two.key || one.at !== two.at || !one.once || !two.once)
    return false;
  return who === 'same' || (mention === 'kept' && isMentionBeside(row, origin, before));
}

export type Who = 'same' | 'other' | 'unknown';

/** Whose words the parser takes those at a place to be; `silent` where it finds the claim and names nobody, `unfound` where it finds none. */
export function speakerAt(
  row: Attributed,
  before: Indexed,
  place: Place,
  after: Indexed,
  found: readonly Found[],
): { who: Who | 'silent' | 'unfound'; name: string | null } {
  const spans = toSource(place, after);
  let best: Found | null = null;
  let most = 0;
  for (const one of found) {
    const share = agreement(spans, one.parts);
    if (share > most) [best, most] = [one, share];
  }
  if (!best || most < 0.5) return { who: 'unfound', name: null };
  if (!row.speaker) return { who: 'unknown', name: null };
  if (!best.speaker) return { who: 'silent', name: null };
  const isSame = (
    was: { id: string; name: string; mention: LedgerPart | null },
    now: { id: string; name: string },
  ): boolean => {
    if (was.id === now.id || was.name === now.name) return true;
    // A slip mended in the name: nearly the same letters as the name or its mention, the new spelling is nobody else of the old text,
    // and the old one nobody of the new.
    const known = [was.name, was.mention?.exact ?? ''].flatMap((name) => [
      name,
      name.split(/\s/).at(-1)!,
    ]);
    return (
      known.some((name) => isNameSlip(name, now.name)) &&
      !before.normal.text.includes(normal(now.name).text) &&
      ![was.name, was.mention?.exact ?? was.name].some((name) =>
        after.normal.text.includes(normal(name).text),
      )
    );
  };
  // The same words passed on by somebody else are another claim.
  const isOne =
    isSame(row.speaker, best.speaker) &&
    row.via.length === best.via.length &&
    row.via.every((one, i) => isSame(one, best.via[i]!));
  return { who: isOne ? 'same' : 'other', name: best.speaker.name };
}

/** How far before a claim stands the name that "she" or a claim without a name of its own depends on, in words. */
const ANTECEDENT = 300;

/**
 * Whether the text itself brought the name that the parser now reads, for a claim whose speaker is named farther up:
 * other words stand where the speaker was last named in full, or the new name stands for other words in a paragraph
 * that was there before. New paragraphs beside the claim, and what was only left out, bring no such news.
 */
export function isNews(
  row: Attributed,
  name: string,
  origin: Place,
  before: Indexed,
  place: Place,
  after: Indexed,
): boolean {
  const { mention, basis } = row.speaker!;
  if (mention && (basis === 'name' || basis === 'label' || basis === 'self')) return false;
  const aligned = alignment(before, after);
  if (!aligned) return true;
  const full = wordsOf(normal(row.speaker!.name).text).map(({ word }) => word);
  let named = wordIndex(before, origin.start) - full.length;
  while (named >= 0 && !full.every((word, k) => before.words[named + k]!.word === word)) named--;
  if (named >= 0 && full.length > 0) {
    const { gone, now } = hole(named, named + full.length, aligned, after);
    let next = 0;
    const renamed = full
      .map((word, k) => (aligned.pairs[named + k]! >= 0 ? word : (now[next++] ?? '')))
      .join(' ');
    if (gone && now.length > 0 && !(next === now.length && isNameSlip(full.join(' '), renamed)))
      return true;
  }
  const names = new Set(wordsOf(normal(name).text).map(({ word }) => word));
  const at = wordIndex(after, place.start);
  for (let i = Math.max(0, at - ANTECEDENT); i < at; i++) {
    if (aligned.kept[i] || !names.has(after.words[i]!.word)) continue;
    const paragraph = after.paragraphs[i];
    let [from, to] = [i, i + 1];
    while (from > 0 && after.paragraphs[from - 1] === paragraph) from--;
    while (to < after.words.length && after.paragraphs[to] === paragraph) to++;
    if (2 * aligned.kept.subarray(from, to).filter(Boolean).length >= to - from) return true;
  }
  return false;
}

export type Mention = 'kept' | 'lost' | 'none';

/** Whether the name that attributes the claim stands in the claim's own paragraph. */
export function isMentionBeside(row: Attributed, origin: Place, before: Indexed): boolean {
  const mention = mentionWords(row, before);
  return (
    mention !== null &&
    before.paragraphs[mention.from] === before.paragraphs[wordIndex(before, origin.start)]
  );
}

/** Whether new words stand between the claim and the name, pronoun or description that attributes it. */
export function isParted(
  row: Attributed,
  origin: Place,
  before: Indexed,
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
export function mentionAt(
  row: Attributed,
  origin: Place,
  before: Indexed,
  place: Place,
  after: Indexed,
): Mention {
  const mention = row.speaker?.mention;
  if (!mention) return 'none';
  const span = toNormal(
    { start: before.points.utf16(mention.start), end: before.points.utf16(mention.end) },
    before,
  );
  const name = wordsOf(before.normal.text.slice(span.start, span.end)).map((w) => w.word);
  if (
    name.length === 0 ||
    !(name.length > 1 || /\p{Lu}/u.test(name[0]![0]!)) ||
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
  const at = leftwards ? wordIndex(after, place.start) : wordIndex(after, place.end);
  const near = (
    leftwards ? after.words.slice(Math.max(0, at - reach), at) : after.words.slice(at, at + reach)
  ).map((w) => w.word);
  return holds(near.join(' '), name) ? 'kept' : 'lost';
}

/** Whether all words from the name that attributes the claim to the claim itself are as before. */
export function isIntact(
  row: Attributed,
  origin: Place,
  before: Indexed,
  place: Place,
  after: Indexed,
  left: Side,
): boolean {
  const { mention, basis } = row.speaker!;
  const known = left.run >= FAR;
  if (!mention) return known;
  // Whom "she" or "the diplomat" means is decided further up.
  if ((basis === 'pronoun' || basis === 'description' || basis === 'continued') && !known)
    return false;
  const { from, to } = attributionWords(row, origin, before);
  const by = wordIndex(after, place.start) - wordIndex(before, origin.start);
  for (let i = from; i < to; i++)
    if (before.words[i]!.word !== after.words[i + by]?.word) return false;
  return true;
}

/** Whether the claim stays in its place and nothing was put in around it, nor between it and the name: words were at most taken out. */
export function isUntouched(
  row: Attributed,
  origin: Place,
  before: Indexed,
  place: Place,
  after: Indexed,
): boolean {
  const aligned = alignment(before, after);
  if (!aligned) return false;
  const { pairs, kept } = aligned;
  const first = wordIndex(before, origin.start);
  let from = wordIndex(after, place.start);
  let to = wordIndex(after, place.end);
  if (pairs[first] !== from) return false;
  from = Math.max(0, from - FAR);
  to = Math.min(after.words.length, to + FAR / 2);
  const whole = attributionWords(row, origin, before);
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
export function isInPlace(
  row: Attributed,
  origin: Place,
  before: Indexed,
  place: Place,
  after: Indexed,
): boolean {
  const aligned = alignment(before, after);
  const first = wordIndex(before, origin.start);
  if (!aligned || aligned.pairs[first] !== wordIndex(after, place.start)) return false;
  const named = attributionWords(row, origin, before);
  const [from, to] = [Math.min(Math.max(0, first - FURTHER), named.from), named.to];
  for (let i = from; i < to; i++) if (aligned.pairs[i]! < 0) return false;
  const [one, two] = [around(before, origin), around(after, place)];
  return one.left.join(' ') === two.left.join(' ') && one.right.join(' ') === two.right.join(' ');
}

/** The numbers of the words of the name, pronoun or description that attributes a claim. */
function mentionWords(row: Attributed, before: Indexed): { from: number; to: number } | null {
  return row.speaker?.mention ? wordsAt(row.speaker.mention, before) : null;
}

/** The numbers of the words from the first to the last of the claim, the name that attributes it and those of who passes it on. */
function attributionWords(
  row: Attributed,
  origin: Place,
  before: Indexed,
): { from: number; to: number } {
  const names = [row.speaker, ...row.via].flatMap((one) =>
    one?.mention ? [wordsAt(one.mention, before)] : [],
  );
  return {
    from: Math.min(wordIndex(before, origin.start), ...names.map(({ from }) => from)),
    to: Math.max(wordIndex(before, origin.end), ...names.map(({ to }) => to)),
  };
}

/** Whether words of the name that attributes the claim, or of who passes it on, were taken out: somebody else may say it now. */
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
    !before.words.slice(from, to).every(({ word }) => now.some((other) => isSlip(word, other)))
  );
}

const PRONOUNS = new Set(['he', 'she', 'they', 'it', 'i', 'we', 'who']);
const holds = (text: string, name: readonly string[]) =>
  ` ${wordsOf(text)
    .map((w) => w.word)
    .join(' ')} `.includes(` ${name.join(' ')} `);
