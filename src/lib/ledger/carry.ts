/**
 * Carrying a claim from one version of a source to another. A claim is carried only where its own
 * words stand again, in the same context and as the same speaker's; everything else is left to a
 * person. The dangerous case is the look-alike: the same words, said by somebody else elsewhere.
 */
import { diffArrays } from 'diff';
import { distance } from 'fastest-levenshtein';
import { countBefore } from '../bisect.ts';
import { codePoints, type CodePoints } from '../offsets.ts';
import type { Span } from '../schema.ts';
import { hull } from '../spans.ts';
import { normal, occurrences, wordsOf, type NormalText, type Word } from './normal.ts';
import type { Anchor, Fate, LedgerPart, LedgerRow } from './schema.ts';

/** One version of a source, with what is needed to find words in it again. */
export interface Indexed {
  readonly text: string;
  readonly points: CodePoints;
  readonly normal: NormalText;
  readonly words: readonly Word[];
  /** For each word the number of the paragraph it stands in. */
  readonly paragraphs: Int32Array;
}

export function indexed(text: string): Indexed {
  const form = normal(text);
  const words = wordsOf(form.text);
  const paragraphs = new Int32Array(words.length);
  for (let i = 1; i < words.length; i++) {
    const between = text.slice(form.to(words[i - 1]!.end - 1), form.from(words[i]!.start));
    paragraphs[i] = paragraphs[i - 1]! + (/\n\s*\n|\r\s*\r/.test(between) ? 1 : 0);
  }
  return { text, points: codePoints(text), normal: form, words, paragraphs };
}

/** What the parser found at a place of the new version, as far as carrying needs it; UTF-16. */
export interface Found {
  parts: readonly Span[];
  speaker: { id: string; name: string } | null;
  via: readonly { id: string; name: string }[];
}

/** Who a claim is attributed to and where the text says so, as far as carrying needs it. */
type Attributed = Pick<LedgerRow, 'speaker' | 'via' | 'cue'>;

export interface Carried {
  fate: Fate;
  /** UTF-16 places of the parts in the new version; null where a person must decide. */
  parts: Span[] | null;
  /** The parser names another speaker there, or none, though the words that attribute the claim are all unchanged. */
  held: boolean;
  /** New words stand beside the claim in its paragraph, or it stands elsewhere than the order of the text would have it. */
  loose: boolean;
  /** Why, in words. */
  why: string;
  /** UTF-16 places of stretches that might be the claim; only where `parts` is null. */
  candidates: { parts: Span[]; why: string }[];
}

interface Place { parts: Span[]; start: number; end: number }

const NEAR = 6;
const FAR = 24;
const FURTHER = 60;
const MOST_PLACES = 40;
/** By how much the likeness of two paragraphs must differ, for one of them to be another. */
const OTHER_PARAGRAPH = 0.6;
const EDGE = '\u0000';

/** Finds the row's claim, as it stands in `before`, in `after`. */
export function carry(row: Attributed & Anchor, before: Indexed, after: Indexed, found: readonly Found[]): Carried {
  const origin = placeOf(row, before);
  const needles = origin.parts.map(({ start, end }) => before.normal.text.slice(start, end));
  const whole = before.normal.text.slice(origin.start, origin.end);
  const everywhere = places(after, whole, origin, needles);
  const formerly = places(before, whole, origin, needles);
  // Where the same words stand at several places: the one that the words on both sides tell, or, of very many, each in its turn.
  const isOften = Math.max(everywhere.length, formerly.length) > MOST_PLACES;
  const told = isOften ? turnOf(origin, formerly, before, everywhere, after) : anchoredOf(origin, formerly, before, everywhere, after);
  if (isOften && !told && everywhere.length > 0)
    return orphan('ambiguous', 'the same words stand in the text many times', everywhere.slice(0, 3).map((p) => toSource(p, after)), 'the same words');
  const here = told ? [told] : isOften ? [] : everywhere;
  const there = told || isOften ? [origin] : formerly;

  const scored = here.map((place) => {
    const left = side(before, origin, after, place, 'left');
    const right = side(before, origin, after, place, 'right');
    const { who, name } = speakerAt(row, before, place, after, found);
    // Where every word between the name and the claim is as before, a parser's other opinion, or none, is no news from the text.
    const isAsBefore = () => left.fresh === null && right.fresh === null && isIntact(row, origin, before, place, after, left);
    const held =
      (who === 'silent' || (who === 'other' && !isNews(row, name!, origin, before, place, after))) &&
      (isAsBefore() || ((who === 'silent' || !isNameGone(row, before, after)) && isUntouched(row, origin, before, place, after)) || isInPlace(row, origin, before, place, after));
    const within = paragraphLikeness(before, origin, after, place);
    const parted = isParted(row, origin, before, left, right);
    return {
      place, left, right, within, parted, held,
      score: left.score + right.score + within,
      who: held && who === 'other' ? ('same' as const) : who === 'silent' || who === 'unfound' ? ('unknown' as const) : who,
      mention: mentionAt(row, origin, before, place, after),
      replaced: isReplaced(row.speaker?.mention ?? null, before, after) ? 'name' as const : who === 'unfound' && isReplaced(row.cue, before, after) ? 'cue' as const : null,
      isBeside: isMentionBeside(row, origin, before),
      inPlace: alignment(before, after)?.pairs[wordIndex(before, origin.start)] === wordIndex(after, place.start),
    };
  });
  scored.sort((a, b) => Number(a.who === 'other') - Number(b.who === 'other') || b.score - a.score || a.place.start - b.place.start);

  const best = scored[0];
  if (best) {
    // The best place must be better than each other by far, on neither side worse, and be led to by all words that lead to another: a repetition just beside the claim
    // shares one side with it. Where a whole paragraph was moved, its own words count for more than its neighbours.
    const isToldOnlyBeside = (other: Place) => ([-1, 1] as const).some((step) => isAnchored(origin, before, other, after, step) && !isAnchored(origin, before, best.place, after, step));
    const clear = scored
      .slice(1)
      .every((other) => (other.who === 'other' && best.who === 'same' && !best.held) || (best.score - other.score >= 0.3 && !isFramed(best, other) && ((other.left.score - best.left.score < 0.1 && other.right.score - best.right.score < 0.1) || best.within - other.within >= OTHER_PARAGRAPH) && !isToldOnlyBeside(other.place)));
    // Another place of the old text may explain this place of the new one better.
    const rival = there.some((other) => {
      if (other.start === origin.start && other.end === origin.end) return false;
      const [left, right] = [side(before, other, after, best.place, 'left').score, side(before, other, after, best.place, 'right').score];
      const within = paragraphLikeness(before, other, after, best.place);
      return left + right + within > best.score - 0.3 || ((left - best.left.score >= 0.2 || right - best.right.score >= 0.2) && best.within - within < OTHER_PARAGRAPH);
    });
    const alone = everywhere.length === 1 && formerly.length === 1;
    const refusal = reasonAgainst(best, alone, wordsOf(whole).length);
    if (clear && !rival && refusal === null) {
      const parts = best.place.parts.map((p, i) => exactly(p, after, sliceOf(row, i)));
      return { fate: fateOf(row, parts, after), parts, held: best.held, loose: isFresh(best) || !best.inPlace, why: '', candidates: [] };
    }
    const [same, ...more] = scored.filter((one) => one.who !== 'other' && isWholeParagraph(row, origin, before, one, after));
    if (same && more.length === 0) {
      const parts = same.place.parts.map((p, i) => exactly(p, after, sliceOf(row, i)));
      return { fate: fateOf(row, parts, after), parts, held: same.held, loose: false, why: '', candidates: [] };
    }
    const why = refusal ?? (rival ? 'the same words stood at more than one place, and the one that is left is another' : 'the same words stand at more than one place');
    const candidates = scored.slice(0, 4).map(({ place, who }) => ({
      parts: toSource(place, after),
      why: who === 'other' ? 'the same words, as another speaker\'s' : 'the same words',
    }));
    return { fate: 'ambiguous', parts: null, held: false, loose: false, why, candidates };
  }

  const changed = nearest(origin, before, after, found);
  if (changed.length > 0) return { fate: 'changed', parts: null, held: false, loose: false, why: 'the words of the claim were changed', candidates: changed };
  return { fate: 'gone', parts: null, held: false, loose: false, why: 'its words stand in the text no more', candidates: seam(origin, before, after) };
}

/** The place among many of the same words that has the turn of `origin`; null unless the word diff pairs all of both texts, each with the one of its turn. */
function turnOf(origin: Place, formerly: readonly Place[], before: Indexed, everywhere: readonly Place[], after: Indexed): Place | null {
  const pairs = alignment(before, after)?.pairs;
  const firstWord = (place: Place, side: Indexed) => wordIndex(side, place.start);
  if (!pairs || formerly.length !== everywhere.length || formerly.some((place, i) => pairs[firstWord(place, before)] !== firstWord(everywhere[i]!, after))) return null;
  return everywhere[formerly.findIndex(({ start }) => start === origin.start)] ?? null;
}

/** The only place of several to which the same words lead on both sides, from words that stand once in either text, or from its ends; null where there is none, or no choice. */
function anchoredOf(origin: Place, formerly: readonly Place[], before: Indexed, everywhere: readonly Place[], after: Indexed): Place | null {
  if (Math.max(formerly.length, everywhere.length) < 2) return null;
  const [one, ...more] = everywhere.filter((place) => isAnchored(origin, before, place, after, -1) && isAnchored(origin, before, place, after, 1));
  return one && more.length === 0 ? one : null;
}

/** Words in a row that, standing once in both texts, tell a place. */
const ANCHOR = 3;
/** How far they may stand from the place, in words. */
const FARTHEST = 1000;

function isAnchored(origin: Place, before: Indexed, place: Place, after: Indexed, step: -1 | 1): boolean {
  const [was, now] = [runsOf(before), runsOf(after)];
  const edge = step < 0 ? 'start' : 'end';
  let [i, j] = [wordIndex(before, origin[edge]), wordIndex(after, place[edge])];
  if (step < 0) [i, j] = [i - 1, j - 1];
  for (let run = 1; run <= FARTHEST; run++, i += step, j += step) {
    const [a, b] = [before.words[i]?.word, after.words[j]?.word];
    if (a === undefined && b === undefined) return true;
    if (a !== b) return false;
    const from = step < 0 ? i : i - ANCHOR + 1;
    const key = run < ANCHOR ? null : runAt(before, from);
    if (key !== null && was.get(key) === 1 && now.get(key) === 1) return true;
  }
  return false;
}

const runAt = ({ words }: Indexed, from: number): string => words.slice(from, from + ANCHOR).map(({ word }) => word).join(' ');
const runs = new WeakMap<Indexed, ReadonlyMap<string, number>>();

/** How often each run of words stands in a text. */
function runsOf(side: Indexed): ReadonlyMap<string, number> {
  const known = runs.get(side);
  if (known) return known;
  const often = new Map<string, number>();
  for (let i = 0; i + ANCHOR <= side.words.length; i++) often.set(runAt(side, i), (often.get(runAt(side, i)) ?? 0) + 1);
  runs.set(side, often);
  return often;
}

/** Whether a claim's whole paragraph, with the name that attributes it, stands once in either text. */
function isWholeParagraph(row: Attributed, origin: Place, before: Indexed, { place, who, mention }: Scored & { place: Place }, after: Indexed): boolean {
  const [one, two] = [paragraphOf(before, origin), paragraphOf(after, place)];
  if (!one || !two || one.key !== two.key || one.at !== two.at || !one.once || !two.once) return false;
  return who === 'same' || (mention === 'kept' && isMentionBeside(row, origin, before));
}

/** The words of a claim's paragraph, the claim's place among them, and whether they stand once; null for a claim of several paragraphs. */
function paragraphOf(side: Indexed, place: Place): { key: string; at: number; once: boolean } | null {
  const [first, last] = [wordIndex(side, place.start), wordIndex(side, place.end) - 1];
  const number = side.paragraphs[first];
  if (number === undefined || number !== side.paragraphs[last]) return null;
  const from = countBefore(side.words.length, (k) => side.paragraphs[k]! < number);
  const to = countBefore(side.words.length, (k) => side.paragraphs[k]! <= number);
  const key = side.words.slice(from, to).map(({ word }) => word).join(' ');
  return { key, at: first - from, once: ` ${textOfWords(side)} `.split(` ${key} `).length === 2 };
}

const wordTexts = new WeakMap<Indexed, string>();
function textOfWords(side: Indexed): string {
  const known = wordTexts.get(side) ?? side.words.map(({ word }) => word).join(' ');
  wordTexts.set(side, known);
  return known;
}

const orphan = (fate: Fate, why: string, parts: Span[][], label: string): Carried => ({
  fate, parts: null, held: false, loose: false, why, candidates: parts.map((p) => ({ parts: p, why: label })),
});

interface Side {
  /** Likeness of the nearest words, and of nearest and farther ones together. */
  near: number;
  score: number;
  /** How many words in a row are the same, from the claim outwards. */
  run: number;
  /** How far from the claim, in words, new words stand in its paragraph that may name another speaker; null where none do. */
  fresh: number | null;
  /** They stand in the claim's own sentence, close to it. */
  joined: boolean;
}
interface Scored { left: Side; right: Side; within: number; who: Who; parted: boolean; mention: Mention; replaced: 'name' | 'cue' | null; isBeside: boolean; inPlace: boolean }

const isFresh = ({ left, right }: Pick<Scored, 'left' | 'right'>) => left.fresh !== null || right.fresh !== null;

/** Whether new words stand about a place, while another has the claim's own paragraph without any. */
const isFramed = (one: Scored, other: Scored) => isFresh(one) && other.within >= 0.5 && other.within - one.within >= 0.1;

/** Null where the place may be taken for the claim; otherwise the reason against it. */
function reasonAgainst({ left, right, within, who, parted, mention, replaced, isBeside, inPlace }: Scored, alone: boolean, words: number): string | null {
  if (who === 'other') return 'the same words stand there as another speaker\'s';
  if (replaced === 'name' && who !== 'same') return 'the same words stand there, and other words where the name of their speaker stood';
  if (replaced === 'cue') return 'the same words stand there, and other words where it was written that they were said';
  if (parted) return 'new words, which may be another speaker\'s name, stand between the name and the claim';
  if (left.joined || right.joined) return 'the same words stand there, in a sentence with new words, which may be another speaker\'s';
  const isNear = ({ near, fresh }: Side) => near >= 0.75 && (fresh === null || fresh >= NEAR);
  const sides = Number(isNear(left)) + Number(isNear(right));
  // New words in the same paragraph may give the claim's words to somebody else, or be a frame about a copy of them.
  if (isFresh({ left, right }) && !inPlace) return 'the same words stand elsewhere, beside new words, which may be another speaker\'s';
  if (isFresh({ left, right }) && sides < 2 && !(who === 'same' && [left, right].some(({ run, fresh }) => run >= FAR && fresh === null)))
    return 'the same words stand there beside new words, which may be another speaker\'s';
  const around = sides === 2 || Math.max(left.run, right.run) >= 10 || (sides === 1 && within >= 0.5 && left.score + right.score >= 1.3);
  if (around) return mention === 'lost' && who !== 'same' && sides < 2 ? 'the same words stand there, attributed in other words' : null;
  if (within < 0.5) return 'the same words stand there among other sentences';
  if (who === 'same') {
    if (mention === 'lost') return alone && sides === 1 && words >= 4 ? null : 'the same words stand there, attributed in other words';
    // A whole paragraph that was moved has new neighbours.
    return sides === 1 || (alone && words >= 4 && within >= 0.8) ? null : 'the same words stand there among other sentences';
  }
  if (mention === 'lost') return 'the same words stand there, attributed in other words';
  // The name that moved along in the same paragraph, with nothing new beside it.
  if (mention === 'kept' && (sides === 1 || (alone && words >= 4 && within >= 0.8 && isBeside))) return null;
  return 'the same words stand there among other sentences, and nothing shows that they are the same speaker\'s';
}

type Who = 'same' | 'other' | 'unknown';

/** Whose words the parser takes those at a place to be; `silent` where it finds the claim and names nobody, `unfound` where it finds none. */
function speakerAt(row: Attributed, before: Indexed, place: Place, after: Indexed, found: readonly Found[]): { who: Who | 'silent' | 'unfound'; name: string | null } {
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
  const isSame = (was: { id: string; name: string; mention: LedgerPart | null }, now: { id: string; name: string }): boolean => {
    if (was.id === now.id || was.name === now.name) return true;
    // A slip mended in the name: nearly the same letters as the name or its mention, and the new spelling is nobody else of the old text.
    const known = [was.name, was.mention?.exact ?? ''].flatMap((name) => [name, name.split(/\s/).at(-1)!]);
    return known.some((name) => isNameSlip(name, now.name)) && !before.normal.text.includes(normal(now.name).text);
  };
  // The same words passed on by somebody else are another claim.
  const isOne = isSame(row.speaker, best.speaker) && row.via.length === best.via.length && row.via.every((one, i) => isSame(one, best.via[i]!));
  return { who: isOne ? 'same' : 'other', name: best.speaker.name };
}

/** How far before a claim stands the name that "she" or a claim without a name of its own depends on, in words. */
const ANTECEDENT = 300;

/**
 * Whether the text itself brought the name that the parser now reads, for a claim whose speaker is named farther up:
 * other words stand where the speaker was last named in full, or the new name stands for other words in a paragraph
 * that was there before. New paragraphs beside the claim, and what was only left out, bring no such news.
 */
function isNews(row: Attributed, name: string, origin: Place, before: Indexed, place: Place, after: Indexed): boolean {
  const { mention, basis } = row.speaker!;
  if (mention && (basis === 'name' || basis === 'label' || basis === 'self')) return false;
  const aligned = alignment(before, after);
  if (!aligned) return true;
  const full = wordsOf(normal(row.speaker!.name).text).map(({ word }) => word);
  let named = wordIndex(before, origin.start) - full.length;
  while (named >= 0 && !full.every((word, k) => before.words[named + k]!.word === word)) named--;
  if (named >= 0 && full.length > 0) {
    const { gone, now } = hole(named, named + full.length, aligned, before, after);
    let next = 0;
    const renamed = full.map((word, k) => (aligned.pairs[named + k]! >= 0 ? word : (now[next++] ?? ''))).join(' ');
    if (gone && now.length > 0 && !(next === now.length && isNameSlip(full.join(' '), renamed))) return true;
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

/** Whether one of some words of the old text is gone, whether all are, and what the new text has in place of what is gone there. */
function hole(start: number, end: number, { pairs }: Alignment, before: Indexed, after: Indexed): { gone: boolean; all: boolean; now: string[] } {
  let [from, to] = [start, end];
  const lost = pairs.subarray(start, end).filter((pair) => pair < 0).length;
  while (from > 0 && pairs[from - 1]! < 0) from--;
  while (to < before.words.length && pairs[to]! < 0) to++;
  const low = from === 0 ? 0 : pairs[from - 1]! + 1;
  const high = to === before.words.length ? after.words.length : pairs[to]!;
  const stays = new Set(pairs.subarray(from, to));
  const now = after.words.slice(low, high).flatMap(({ word }, i) => (stays.has(low + i) ? [] : [word]));
  return { gone: lost > 0, all: lost === end - start, now };
}

type Mention = 'kept' | 'lost' | 'none';

/** Whether the name that attributes the claim stands in the claim's own paragraph. */
function isMentionBeside(row: Attributed, origin: Place, before: Indexed): boolean {
  const mention = mentionWords(row, before);
  return mention !== null && before.paragraphs[mention.from] === before.paragraphs[wordIndex(before, origin.start)];
}

/** Whether new words stand between the claim and the name, pronoun or description that attributes it. */
function isParted(row: Attributed, origin: Place, before: Indexed, left: Side, right: Side): boolean {
  const mention = mentionWords(row, before);
  if (!mention) return false;
  const [first, last] = [wordIndex(before, origin.start), wordIndex(before, origin.end)];
  if (mention.to <= first) return left.fresh !== null && left.fresh < first - mention.from;
  return mention.from >= last && right.fresh !== null && right.fresh < mention.to - last;
}

/** Whether the name that attributes the words still stands beside them. Pronouns prove nothing. */
function mentionAt(row: Attributed, origin: Place, before: Indexed, place: Place, after: Indexed): Mention {
  const mention = row.speaker?.mention;
  if (!mention) return 'none';
  const span = toNormal({ start: before.points.utf16(mention.start), end: before.points.utf16(mention.end) }, before);
  const name = wordsOf(before.normal.text.slice(span.start, span.end)).map((w) => w.word);
  if (name.length === 0 || !(name.length > 1 || /\p{Lu}/u.test(name[0]![0]!)) || PRONOUNS.has(name.join(' ').toLowerCase())) return 'none';
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
  const near = (leftwards ? after.words.slice(Math.max(0, at - reach), at) : after.words.slice(at, at + reach)).map((w) => w.word);
  return holds(near.join(' '), name) ? 'kept' : 'lost';
}

/** Whether all words from the name that attributes the claim to the claim itself are as before. */
function isIntact(row: Attributed, origin: Place, before: Indexed, place: Place, after: Indexed, left: Side): boolean {
  const { mention, basis } = row.speaker!;
  const known = left.run >= FAR;
  if (!mention) return known;
  // Whom "she" or "the diplomat" means is decided further up.
  if ((basis === 'pronoun' || basis === 'description' || basis === 'continued') && !known) return false;
  const { from, to } = attributionWords(row, origin, before);
  const by = wordIndex(after, place.start) - wordIndex(before, origin.start);
  for (let i = from; i < to; i++) if (before.words[i]!.word !== after.words[i + by]?.word) return false;
  return true;
}

/** Whether the claim stays in its place and nothing was put in around it, nor between it and the name: words were at most taken out. */
function isUntouched(row: Attributed, origin: Place, before: Indexed, place: Place, after: Indexed): boolean {
  const aligned = alignment(before, after);
  if (!aligned) return false;
  const { pairs, kept } = aligned;
  const first = wordIndex(before, origin.start);
  let from = wordIndex(after, place.start);
  let to = wordIndex(after, place.end);
  if (pairs[first] !== from) return false;
  from = Math.max(0, from - FAR);
  to = Math.min(after.words.length, to + FAR / 2);
  const named = attributionWords(row, origin, before);
  let low = named.from - 1;
  while (low >= 0 && pairs[low]! < 0) low--;
  let high = named.to;
  while (high < before.words.length && pairs[high]! < 0) high++;
  from = Math.min(from, low < 0 ? 0 : pairs[low]!);
  to = Math.max(to, high < before.words.length ? pairs[high]! : after.words.length);
  for (let i = from; i < to; i++) if (!kept[i]) return false;
  return true;
}

/**
 * Whether the claim stays in its place in a paragraph that is as before, and nothing was taken out or
 * altered further up, where a name may stand that it depends on: at most whole paragraphs were put in.
 */
function isInPlace(row: Attributed, origin: Place, before: Indexed, place: Place, after: Indexed): boolean {
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
function attributionWords(row: Attributed, origin: Place, before: Indexed): { from: number; to: number } {
  const names = [row.speaker, ...row.via].flatMap((one) => (one?.mention ? [wordsAt(one.mention, before)] : []));
  return {
    from: Math.min(wordIndex(before, origin.start), ...names.map(({ from }) => from)),
    to: Math.max(wordIndex(before, origin.end), ...names.map(({ to }) => to)),
  };
}

function wordsAt(part: LedgerPart, side: Indexed): { from: number; to: number } {
  const span = toNormal({ start: side.points.utf16(part.start), end: side.points.utf16(part.end) }, side);
  return { from: wordIndex(side, span.start), to: wordIndex(side, span.end) };
}

/** Whether words of the name that attributes the claim, or of who passes it on, were taken out: somebody else may say it now. */
function isNameGone(row: Attributed, before: Indexed, after: Indexed): boolean {
  const aligned = alignment(before, after);
  return [row.speaker, ...row.via].some((one) => {
    if (!one?.mention || !aligned) return false;
    const { from, to } = wordsAt(one.mention, before);
    return aligned.pairs.subarray(from, to).some((pair) => pair < 0);
  });
}

/** Whether other words stand where a name or a word of saying stood; a slip mended in it is no other word. */
function isReplaced(part: LedgerPart | null, before: Indexed, after: Indexed): boolean {
  const aligned = alignment(before, after);
  if (!aligned || !part) return false;
  const { from, to } = wordsAt(part, before);
  const { all, now } = hole(from, to, aligned, before, after);
  return all && now.length > 0 && !before.words.slice(from, to).every(({ word }) => now.some((other) => isSlip(word, other)));
}

const PRONOUNS = new Set(['he', 'she', 'they', 'it', 'i', 'we', 'who']);
const holds = (text: string, name: readonly string[]) => ` ${wordsOf(text).map((w) => w.word).join(' ')} `.includes(` ${name.join(' ')} `);

/** How much of two sets of spans is common: the smaller of both shares. */
export function agreement(a: readonly Span[], b: readonly Span[]): number {
  let common = 0;
  for (const x of a) for (const y of b) common += Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start));
  return common / Math.max(size(a), size(b), 1);
}
const size = (spans: readonly Span[]) => spans.reduce((sum, s) => sum + s.end - s.start, 0);

/** All places of a claim's words: its whole stretch, or its parts one after the other with much the same words between them. */
function places(side: Indexed, whole: string, origin: Place, needles: readonly string[]): Place[] {
  const text = side.normal.text;
  const found: Place[] = occurrences(text, whole).map((at) => {
    const by = at - origin.start;
    return { parts: origin.parts.map((p) => ({ start: p.start + by, end: p.end + by })), start: at, end: at + whole.length };
  });
  if (found.length > 0 || needles.length === 1) return found;
  const each = needles.map((needle) => occurrences(text, needle));
  const room = 2 * (origin.end - origin.start) + 80;
  for (const first of each[0]!) {
    const parts = [{ start: first, end: first + needles[0]!.length }];
    for (let i = 1; i < needles.length; i++) {
      const start = each[i]!.find((at) => at >= parts.at(-1)!.end);
      if (start === undefined) break;
      parts.push({ start, end: start + needles[i]!.length });
    }
    const end = parts.at(-1)!.end;
    const isLike = (i: number) => alike(gap(whole, origin.parts, i, origin.start), gap(text, parts, i, 0)) >= 0.6;
    if (parts.length === needles.length && end - first <= room && parts.slice(1).every((_, i) => isLike(i))) found.push({ parts, start: first, end });
  }
  return found;
}

/** The words between a part and the next one. */
const gap = (text: string, parts: readonly Span[], i: number, shift: number) => wordsOf(text.slice(parts[i]!.end - shift, parts[i + 1]!.start - shift)).map(({ word }) => word);

/** How alike the words beside two places are, nearest words first. */
function side(a: Indexed, at: Place, b: Indexed, bt: Place, which: 'left' | 'right'): Side {
  const one = beside(a, at, which);
  const two = beside(b, bt, which);
  const near = alike(one.slice(0, NEAR), two.slice(0, NEAR));
  let run = 0;
  while (run < one.length && one[run] === two[run]) run++;
  return { near, score: 0.6 * near + 0.4 * alike(one, two), run, ...freshBeside(a, at, b, bt, which) };
}

function freshBeside(a: Indexed, at: Place, b: Indexed, bt: Place, which: 'left' | 'right'): Pick<Side, 'fresh' | 'joined'> {
  const fresh = freshWords(a, at, b, bt, which);
  if (fresh === null || fresh >= NEAR) return { fresh, joined: false };
  const { text } = b.normal;
  if (which === 'left') return { fresh, joined: !/[.!?]/.test(text.slice(b.words[wordIndex(b, bt.start) - 1 - fresh]!.end, bt.start)) };
  // ‘“…,” said Greta Blom’: a sentence ends only where a capital follows at once.
  const { start } = b.words[wordIndex(b, bt.end) + fresh]!;
  return { fresh, joined: !/[.!?][^\p{L}\p{N}]+\p{Lu}/u.test(text.slice(bt.end - 1, start + 1)) };
}

/**
 * New words beside a place, in its own paragraph: two or more in a row, one put in right beside it, or one with a
 * capital that is no other spelling of a word left out there. A slip that was mended is not meant, nor what was left out.
 */
function freshWords(a: Indexed, at: Place, b: Indexed, bt: Place, which: 'left' | 'right'): number | null {
  const there = around(b, bt)[which];
  if (there.length === 0) return null;
  const from = which === 'left' ? wordIndex(a, at.start) : wordIndex(a, at.end);
  // Words of the next paragraphs count as kept only where the paragraphs were joined: farther on, some stand that are just the same words.
  const own = around(a, at)[which].length;
  const reach = own === FURTHER ? 2 * FURTHER : Math.max(own, there.length) + NEAR;
  const words = which === 'left' ? a.words.slice(Math.max(0, from - reach), from).reverse() : a.words.slice(from, from + reach);
  const isNew = (run: readonly string[]) => !isMoved(which === 'left' ? [...run].reverse() : run, a, from, b);
  let place = 0;
  let removed: string[] = [];
  for (const { added, removed: gone, count, value } of diffArrays(words.map((w) => w.word), there)) {
    if (gone) {
      removed = value;
      continue;
    }
    // At the end of a paragraph all words of the next ones are removed as well.
    const isOther = value.some((word, i) => (count > 1 || /^\p{Lu}/u.test(word)) && !(removed.length >= count && isSlip(word, removed[i]!)));
    const isPutIn = place === 0 && removed.length === 0;
    if (added && (isOther || isPutIn) && isNew(value)) return place;
    place += count;
    removed = [];
  }
  // Names and words of saying stand everywhere: where the claim is in its place, the diff of the whole texts knows better.
  const aligned = alignment(a, b);
  if (aligned?.pairs[wordIndex(a, at.start)] !== wordIndex(b, bt.start)) return null;
  const edge = which === 'left' ? wordIndex(b, bt.start) - 1 : wordIndex(b, bt.end);
  const isKept = (i: number) => aligned.kept[which === 'left' ? edge - i : edge + i] === 1;
  for (let i = 0; i < there.length; i++) {
    if (isKept(i)) continue;
    let end = i;
    while (end < there.length && !isKept(end)) end++;
    if (end - i > 1 && isNew(there.slice(i, end))) return i;
    i = end;
  }
  return null;
}

/** Whether words are a longer run that stood near already, such as a sentence that changed places with another, and no copy of one. */
function isMoved(run: readonly string[], a: Indexed, at: number, b: Indexed): boolean {
  if (run.length < NEAR) return false;
  const near = new Set(pairsOf(a.words.slice(Math.max(0, at - FURTHER), at + FURTHER)));
  const often = [countsOf(a), countsOf(b)] as const;
  return pairsOf(run.map((word) => ({ word }))).filter((pair) => !near.has(pair) || (often[1].get(pair) ?? 0) > (often[0].get(pair) ?? 0)).length <= 1;
}

const pairsOf = (words: readonly Pick<Word, 'word'>[]): string[] => words.slice(1).map(({ word }, i) => `${words[i]!.word} ${word}`);

const counts = new WeakMap<Indexed, ReadonlyMap<string, number>>();

/** How often any two words stand side by side in a text. */
function countsOf(side: Indexed): ReadonlyMap<string, number> {
  const known = counts.get(side);
  if (known) return known;
  const often = new Map<string, number>();
  for (const pair of pairsOf(side.words)) often.set(pair, (often.get(pair) ?? 0) + 1);
  counts.set(side, often);
  return often;
}

/** Whether two words are one, but for a slip: a letter, or two in a longer word. */
const isSlip = (a: string, b: string) => {
  const length = Math.max(a.length, b.length);
  return distance(a, b) <= (length < 3 ? 0 : length < 6 ? 1 : 2);
};

/** Whether two names are one, but for a slip: nearly the same letters. */
const isNameSlip = (a: string, b: string) => distance(a, b) <= Math.min(2, a.length / 5);

/** How alike the rests of two paragraphs are, without the claim. */
function paragraphLikeness(a: Indexed, at: Place, b: Indexed, bt: Place): number {
  const one = around(a, at);
  const two = around(b, bt);
  const common = (x: readonly string[], y: readonly string[]) => alike(x, y) * Math.max(x.length, y.length);
  const most = Math.max(one.left.length, two.left.length) + Math.max(one.right.length, two.right.length);
  return most === 0 ? 1 : (common(one.left, two.left) + common(one.right, two.right)) / most;
}

function around(side: Indexed, place: Place): { left: string[]; right: string[] } {
  const from = wordIndex(side, place.start);
  const to = wordIndex(side, place.end);
  const first = side.paragraphs[Math.min(from, side.words.length - 1)];
  const last = side.paragraphs[Math.max(0, to - 1)];
  const left: string[] = [];
  for (let i = from - 1; i >= 0 && side.paragraphs[i] === first && left.length < FURTHER; i--) left.push(side.words[i]!.word);
  const right: string[] = [];
  for (let i = to; i < side.words.length && side.paragraphs[i] === last && right.length < FURTHER; i++) right.push(side.words[i]!.word);
  return { left, right };
}

function beside(side: Indexed, place: Place, which: 'left' | 'right'): string[] {
  const at = which === 'left' ? wordIndex(side, place.start) : wordIndex(side, place.end);
  const words = which === 'left' ? side.words.slice(Math.max(0, at - FAR), at).reverse() : side.words.slice(at, at + FAR);
  const list = words.map((w) => w.word);
  if (list.length < FAR) list.push(EDGE);
  return list;
}

/** Number of the first word that begins at or after a normal offset. */
function wordIndex(side: Indexed, offset: number): number {
  return countBefore(side.words.length, (k) => side.words[k]!.start < offset);
}

/** Share of words in the longest common subsequence. */
function alike(a: readonly string[], b: readonly string[]): number {
  const most = Math.max(a.length, b.length);
  if (most === 0) return 1;
  let row = new Array<number>(b.length + 1).fill(0);
  for (const word of a) {
    const next = [0];
    for (let j = 0; j < b.length; j++) next.push(word === b[j] ? row[j]! + 1 : Math.max(row[j + 1]!, next[j]!));
    row = next;
  }
  return row[b.length]! / most;
}

/** Stretches of the new text that may be the claim in changed words: by the word diff, and among what the parser found. */
function nearest(origin: Place, before: Indexed, after: Indexed, found: readonly Found[]): { parts: Span[]; why: string }[] {
  const from = wordIndex(before, origin.start);
  const to = Math.max(from + 1, wordIndex(before, origin.end));
  const words = before.words.slice(from, to).map((w) => w.word);
  const list: { parts: Span[]; why: string; share: number }[] = [];
  const stretch = projected(before, after, from, to);
  if (stretch) {
    const span = { start: after.words[stretch.from]!.start, end: after.words[stretch.to - 1]!.end };
    const share = alike(words, after.words.slice(stretch.from, stretch.to).map((w) => w.word));
    list.push({ parts: toSource({ parts: [span], ...span }, after), why: 'stands at the same place', share });
  }
  for (const one of found) {
    const { words: text, set } = wordsFound(one, after);
    const most = Math.max(text.length, words.length);
    if (text.length > 3 * words.length + 10 || words.length > 3 * text.length + 10 || words.filter((word) => set.has(word)).length < LEAST_SHARE * most) continue;
    const share = alike(words, text);
    if (share >= LEAST_SHARE) list.push({ parts: [...one.parts], why: 'has most of the words', share });
  }
  list.sort((a, b) => b.share - a.share || a.parts[0]!.start - b.parts[0]!.start);
  const kept: typeof list = [];
  for (const one of list) {
    if (one.share < 0.34 || kept.length === MOST_CANDIDATES) break;
    if (!kept.some((k) => agreement(k.parts, one.parts) >= 0.5)) kept.push(one);
  }
  return kept.map(({ parts, why }) => ({ parts, why }));
}

const MOST_CANDIDATES = 3;
/** What share of the words a claim must have in common with another to be shown as what it may have become. */
const LEAST_SHARE = 0.4;

const foundWords = new WeakMap<Found, { words: string[]; set: ReadonlySet<string> }>();

function wordsFound(one: Found, side: Indexed): { words: string[]; set: ReadonlySet<string> } {
  const known = foundWords.get(one);
  if (known) return known;
  const span = toNormal(hull(one.parts), side);
  const words = wordsOf(side.normal.text.slice(span.start, span.end)).map((w) => w.word);
  const made = { words, set: new Set(words) };
  foundWords.set(one, made);
  return made;
}

/** The words of the new text around the place where the claim stood, by the word diff. */
function seam(origin: Place, before: Indexed, after: Indexed): { parts: Span[]; why: string }[] {
  if (after.words.length === 0) return [];
  const pairs = alignment(before, after)?.pairs;
  const first = wordIndex(before, origin.start);
  let low = first - 1;
  while (pairs && low >= 0 && pairs[low]! < 0) low--;
  // Texts that differ too much for a diff: the place that is as far into the text.
  const at = !pairs ? Math.floor((first / before.words.length) * after.words.length) : low >= 0 ? pairs[low]! + 1 : 0;
  const from = after.words[Math.max(0, at - 8)]!.start;
  const to = after.words[Math.min(after.words.length, at + 8) - 1]!.end;
  const span = { start: from, end: to };
  return [{ parts: toSource({ parts: [span], ...span }, after), why: 'what stands now where the claim stood' }];
}

/** The words of the new text between those that the word diff pairs with the claim's neighbours. */
export function projected(before: Indexed, after: Indexed, from: number, to: number): { from: number; to: number } | null {
  const pairs = alignment(before, after)?.pairs;
  if (!pairs) return null;
  let low = from - 1;
  while (low >= 0 && pairs[low]! < 0) low--;
  let high = to;
  while (high < before.words.length && pairs[high]! < 0) high++;
  const start = low >= 0 ? pairs[low]! + 1 : 0;
  const end = high < before.words.length ? pairs[high]! : after.words.length;
  return start < end && end - start <= 3 * (to - from) + 20 ? { from: start, to: end } : null;
}

interface Alignment {
  /** For each word of the old text the number of its partner in the new one, or -1. */
  pairs: Int32Array;
  /** For each word of the new text whether it has a partner in the old one. */
  kept: Uint8Array;
}
const alignments = new WeakMap<Indexed, WeakMap<Indexed, Alignment | null>>();

/** The word diff of two texts; null where they differ too much for one. */
function alignment(before: Indexed, after: Indexed): Alignment | null {
  let inner = alignments.get(before);
  if (!inner) alignments.set(before, (inner = new WeakMap()));
  const known = inner.get(after);
  if (known !== undefined) return known;
  const changes = diffArrays(before.words.map((w) => w.word), after.words.map((w) => w.word), { maxEditLength: 6000 });
  let result: Alignment | null = null;
  if (changes) {
    const pairs = new Int32Array(before.words.length).fill(-1);
    const kept = new Uint8Array(after.words.length);
    let i = 0;
    let j = 0;
    for (const { added, removed, count } of changes) {
      if (added) j += count;
      else if (removed) i += count;
      else
        for (let k = 0; k < count; k++) {
          kept[j] = 1;
          pairs[i++] = j++;
        }
    }
    result = { pairs, kept };
  }
  inner.set(after, result);
  return result;
}

function placeOf(anchor: Anchor, side: Indexed): Place {
  const parts = anchor.parts.map((p) => toNormal({ start: side.points.utf16(p.start), end: side.points.utf16(p.end) }, side));
  const { start, end } = hull(parts);
  return { parts, start, end };
}

/** From a source span to a span of the normal text. */
function toNormal(span: Span, side: Indexed): Span {
  const first = (test: (i: number) => boolean) => countBefore(side.normal.text.length, (k) => !test(k));
  const start = first((i) => side.normal.to(i) > span.start);
  const end = Math.max(start, first((i) => side.normal.from(i) >= span.end));
  const text = side.normal.text;
  let [a, b] = [start, end];
  while (a < b && text[a] === ' ') a++;
  while (b > a && text[b - 1] === ' ') b--;
  return { start: a, end: b };
}

const toSource = (place: Place, side: Indexed): Span[] =>
  place.parts.filter((p) => p.end > p.start).map((p) => ({ start: side.normal.from(p.start), end: side.normal.to(p.end - 1) }));

const sliceOf = (row: Anchor, i: number) => row.parts[i]!.exact;

/** The place in the source; marks that the normal text leaves out are taken in where they stand as before. */
function exactly(part: Span, side: Indexed, exact: string): Span {
  const start = side.normal.from(part.start);
  const end = side.normal.to(part.end - 1);
  for (let lead = 0; lead <= 4; lead++) {
    const at = start - lead;
    if (at >= 0 && side.text.startsWith(exact, at) && at + exact.length >= end - 4) return { start: at, end: at + exact.length };
  }
  if (end - exact.length >= start && side.text.slice(end - exact.length, end) === exact) return { start: end - exact.length, end };
  return { start, end };
}

function fateOf(row: Anchor, parts: readonly Span[], after: Indexed): Fate {
  const same = parts.every((p, i) => after.text.slice(p.start, p.end) === row.parts[i]!.exact);
  if (!same) return 'typographic only';
  return parts.every((p, i) => after.points.at(p.start) === row.parts[i]!.start) ? 'unchanged' : 'moved';
}
