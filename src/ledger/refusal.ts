/** Why a place where a claim's words stand again is not taken for the claim's own. */
import { FAR, NEAR } from './indexed.ts';
import type { Judged } from './judged.ts';
import type { Side } from './surroundings.ts';

const OTHERWISE = 'the same words stand there, attributed in other words';
const AMONG_OTHERS = 'the same words stand there among other sentences';

/** What else is known of the claim: whether its words stand once in either text, and how many they are. */
interface Weight {
  alone: boolean;
  words: number;
}

/** Null where the place may be taken for the claim; otherwise the reason against it. */
export const reasonAgainst = (place: Judged, claim: Weight): string | null =>
  otherFrame(place) ?? newWords(place) ?? otherNeighbours(place, claim);

/** New words stand beside a place, in its paragraph. */
export const isFresh = ({ left, right }: Pick<Judged, 'left' | 'right'>) =>
  left.fresh !== null || right.fresh !== null;

/** Reasons in what says who said the words: another speaker, or other words that name or part them. */
function otherFrame({ who, replaced, framed, parted, left, right }: Judged): string | null {
  if (who === 'other') return "the same words stand there as another speaker's";
  if (replaced === 'name' && who !== 'same')
    return 'the same words stand there, and other words where the name of their speaker stood';
  if (replaced === 'cue')
    return 'the same words stand there, and other words where it was written that they were said';
  if (framed)
    return 'the same words stand there, and other words in the sentence that says who said them, and how';
  if (parted)
    return "new words, which may be another speaker's name, stand between the name and the claim";
  if (left.joined || right.joined)
    return "the same words stand there, in a sentence with new words, which may be another speaker's";
  return null;
}

/**
 * New words in the same paragraph may give the claim's words to somebody else, or be a frame about a copy of
 * them.
 */
function newWords(place: Judged): string | null {
  if (!isFresh(place)) return null;
  const { who, left, right, inPlace } = place;
  if (!inPlace)
    return "the same words stand elsewhere, beside new words, which may be another speaker's";
  const isKnown =
    who === 'same' && [left, right].some(({ run, fresh }) => run >= FAR && fresh === null);
  return nearSides(place) < 2 && !isKnown
    ? "the same words stand there beside new words, which may be another speaker's"
    : null;
}

/** On how many sides the nearest words are as before. */
function nearSides({ left, right }: Judged): number {
  const isNear = ({ near, fresh }: Side) => near >= 0.75 && (fresh === null || fresh >= NEAR);
  return Number(isNear(left)) + Number(isNear(right));
}

/** Reasons in the words about the claim: too few of those that stood about it do there. */
function otherNeighbours(place: Judged, { alone, words }: Weight): string | null {
  const { who, mention, within, isBeside } = place;
  const sides = nearSides(place);
  if (isSurrounded(place, sides))
    return mention === 'lost' && who !== 'same' && sides < 2 ? OTHERWISE : null;
  if (within < 0.5) return AMONG_OTHERS;
  if (mention === 'lost')
    return who === 'same' && alone && sides === 1 && words >= 4 ? null : OTHERWISE;
  // A whole paragraph that was moved has new neighbours.
  const isWhole = alone && words >= 4 && within >= 0.8;
  if (who === 'same') return sides === 1 || isWhole ? null : AMONG_OTHERS;
  // The name that moved along in the same paragraph, with nothing new beside it.
  if (mention === 'kept' && (sides === 1 || (isWhole && isBeside))) return null;
  return "the same words stand there among other sentences, and nothing shows that they are the same speaker's";
}

/** Whether the words about the place are enough to know it by, whoever is named there. */
const isSurrounded = ({ left, right, within }: Judged, sides: number): boolean =>
  sides === 2 ||
  Math.max(left.run, right.run) >= 10 ||
  (sides === 1 && within >= 0.5 && left.score + right.score >= 1.3);
