/**
 * Carrying a claim from one version of a source to another. A claim is carried only where its own
 * words stand again, in the same context and as the same speaker's; everything else is left to a
 * person. The dangerous case is the look-alike: the same words, said by somebody else elsewhere.
 */
import type { Span } from '../model/records.ts';
import { at } from '../text/certain.ts';
import { isWholeParagraph, type Found } from './attribution.ts';
import { nearest, seam } from './candidates.ts';
import { exactly, sliceOf, toSource, wordIndex, type Indexed, type Place } from './indexed.ts';
import { judged, type Judged } from './judged.ts';
import {
  anchoredOf,
  isAnchored,
  MOST_PLACES,
  standingOf,
  turnOf,
  type Standing,
} from './places.ts';
import { isFresh, reasonAgainst } from './refusal.ts';
import type { Anchor, Attributed, Fate } from './schema.ts';
import { paragraphLikeness, side } from './surroundings.ts';

export interface Carried {
  fate: Fate;
  /** UTF-16 places of the parts in the new version; null where a person must decide. */
  parts: Span[] | null;
  /** The parser names another speaker there, or none, though the words that attribute the claim are all unchanged. */
  held: boolean;
  /**
   * New words stand beside the claim in its paragraph, or it stands elsewhere than the order of the text would
   * have it.
   */
  loose: boolean;
  /** Why, in words. */
  why: string;
  /** UTF-16 places of stretches that might be the claim; only where `parts` is null. */
  candidates: { parts: Span[]; why: string }[];
}

/** A claim for which no place is found that is surely its own. */
export const withoutPlace = (
  fate: Fate,
  why: string,
  candidates: Carried['candidates'],
): Carried => ({ fate, parts: null, held: false, loose: false, why, candidates });

/** Finds the row's claim, as it stands in `before`, in `after`; `found` is what the parser finds there. */
export function carry(
  row: Attributed & Anchor,
  before: Indexed,
  after: Indexed,
  found: readonly Found[],
): Carried {
  const standing = standingOf(row, before, after);
  const { origin, formerly, everywhere } = standing;
  const choice = choiceOf(standing);
  if (choice === null)
    return withoutPlace(
      'ambiguous',
      'the same words stand in the text many times',
      everywhere.slice(0, 3).map((place) => ({ parts: toSource(place, after), why: SAME_WORDS })),
    );
  const all = choice.here
    .map((place) => judged(row, { before, origin, after, place }, found))
    .sort(betterFirst);
  const [best, ...others] = all;
  if (!best) return withoutWords(origin, before, after, found);

  const claim = {
    alone: everywhere.length === 1 && formerly.length === 1,
    words: wordIndex(before, origin.end) - wordIndex(before, origin.start),
  };
  const refusal = reasonAgainst(best, claim);
  const isRivalled = choice.there.some((other) => isRival(other, best));
  if (refusal === null && !isRivalled && others.every((other) => isClearOf(best, other)))
    return carriedTo(row, best, isFresh(best) || !best.inPlace);
  const [same, ...more] = all.filter(
    (one) => one.who !== 'other' && !one.framed && isWholeParagraph(row, one.pairing, one),
  );
  if (same && more.length === 0) return carriedTo(row, same, false);

  const why =
    refusal ??
    (isRivalled
      ? 'the same words stood at more than one place, and the one that is left is another'
      : 'the same words stand at more than one place');
  const candidates = all.slice(0, 4).map(({ place, who }) => ({
    parts: toSource(place, after),
    why: who === 'other' ? "the same words, as another speaker's" : SAME_WORDS,
  }));
  return withoutPlace('ambiguous', why, candidates);
}

const SAME_WORDS = 'the same words';

/**
 * The places of the newer text to weigh, and those of the older one that they may be of; null where they are too
 * many. Where the same words stand at several places: the one that the words on both sides tell, or, of very many,
 * the one that has the claim's turn.
 */
function choiceOf(standing: Standing): { here: readonly Place[]; there: readonly Place[] } | null {
  const { origin, formerly, everywhere } = standing;
  const isOften = Math.max(everywhere.length, formerly.length) > MOST_PLACES;
  const one = isOften ? turnOf(standing) : anchoredOf(standing);
  if (one) return { here: [one], there: [origin] };
  if (!isOften) return { here: everywhere, there: formerly };
  return everywhere.length > 0 ? null : { here: [], there: [origin] };
}

/** What is nobody else's words first, then what is most alike, then what stands first. */
const betterFirst = (a: Judged, b: Judged): number =>
  Number(a.who === 'other') - Number(b.who === 'other') ||
  b.score - a.score ||
  a.place.start - b.place.start;

/** By how much the likeness of two paragraphs must differ, for one of them to be another. */
const OTHER_PARAGRAPH = 0.6;

/**
 * Whether the best place is better than another by far, on neither side worse, and led to by all words that lead to
 * the other: a repetition just beside the claim shares one side with it. Where a whole paragraph was moved, its own
 * words count for more than its neighbours.
 */
function isClearOf(best: Judged, other: Judged): boolean {
  if (other.who === 'other' && best.who === 'same' && !best.held) return true;
  if (best.score - other.score < 0.3 || isFramed(best, other)) return false;
  const isWorse =
    other.left.score - best.left.score >= 0.1 || other.right.score - best.right.score >= 0.1;
  if (isWorse && best.within - other.within < OTHER_PARAGRAPH) return false;
  return ![-1 as const, 1 as const].some(
    (step) => isAnchored(other.pairing, step) && !isAnchored(best.pairing, step),
  );
}

/** Whether new words stand about a place, while another has the claim's own paragraph without any. */
const isFramed = (one: Judged, other: Judged) =>
  isFresh(one) && other.within >= 0.5 && other.within - one.within >= 0.1;

/** Whether another place of the older text explains the best place of the newer one better, or nearly as well. */
function isRival(other: Place, best: Judged): boolean {
  const { origin } = best.pairing;
  if (other.start === origin.start && other.end === origin.end) return false;
  const pairing = { ...best.pairing, origin: other };
  const left = side(pairing, 'left').score;
  const right = side(pairing, 'right').score;
  const within = paragraphLikeness(pairing);
  return (
    left + right + within > best.score - 0.3 ||
    ((left - best.left.score >= 0.2 || right - best.right.score >= 0.2) &&
      best.within - within < OTHER_PARAGRAPH)
  );
}

/** The claim at a place of the newer text. */
function carriedTo(row: Anchor, { pairing, held }: Judged, loose: boolean): Carried {
  const { after, place } = pairing;
  const parts = place.parts.map((part, i) => exactly(part, after, sliceOf(row, i)));
  return { fate: fateOf(row, parts, after), parts, held, loose, why: '', candidates: [] };
}

function fateOf(row: Anchor, parts: readonly Span[], after: Indexed): Fate {
  const words = parts.map(({ start, end }) => after.text.slice(start, end));
  if (words.some((exact, i) => exact !== sliceOf(row, i))) return 'typographic only';
  return parts.every(({ start }, i) => after.points.at(start) === at(row.parts, i).start)
    ? 'unchanged'
    : 'moved';
}

/** A claim whose words stand nowhere: changed, where others are like them, or gone. */
function withoutWords(
  origin: Place,
  before: Indexed,
  after: Indexed,
  found: readonly Found[],
): Carried {
  const changed = nearest(origin, before, after, found);
  return changed.length > 0
    ? withoutPlace('changed', 'the words of the claim were changed', changed)
    : withoutPlace('gone', 'its words stand in the text no more', seam(origin, before, after));
}
