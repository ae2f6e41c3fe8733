/** A place that may be a claim's own, with all that speaks for it and against it. */
import { alignment } from './aligned.ts';
import {
  isInPlace,
  isIntact,
  isMentionBeside,
  isNameGone,
  isNews,
  isParted,
  isReplaced,
  isUntouched,
  mentionAt,
  speakerAt,
  type Found,
  type Mention,
  type Read,
  type Who,
} from './attribution.ts';
import { isBearerChanged } from './bearer.ts';
import { isFrameChanged } from './frame.ts';
import { wordIndex, type Pairing, type Place } from './indexed.ts';
import type { Attributed } from './schema.ts';
import { paragraphLikeness, side, type Side } from './surroundings.ts';

export interface Judged {
  readonly pairing: Pairing;
  readonly place: Place;
  /** How alike the words beside it are to those beside the claim. */
  readonly left: Side;
  readonly right: Side;
  /** How alike its paragraph is to the claim's, from 0 to 1. */
  readonly within: number;
  /** All three together; higher is better. */
  readonly score: number;
  readonly who: Who;
  /** The parser names another speaker there, or none, though all words that tell the speaker are as before. */
  readonly held: boolean;
  /** New words stand between the claim and the name that attributes it. */
  readonly parted: boolean;
  readonly mention: Mention;
  /** What other words stand in place of. */
  readonly replaced: 'name' | 'cue' | null;
  /** The name that attributes the claim stands in its paragraph. */
  readonly isBeside: boolean;
  /** Other words stand in what says who said it, and how. */
  readonly framed: boolean;
  /** The order of the text would have the claim there. */
  readonly inPlace: boolean;
}

/** Weighs a place for a claim; `found` is what the parser finds in the newer text. */
export function judged(row: Attributed, pairing: Pairing, found: readonly Found[]): Judged {
  const { before, origin, after, place } = pairing;
  const left = side(pairing, 'left');
  const right = side(pairing, 'right');
  const within = paragraphLikeness(pairing);
  const read = speakerAt(row, pairing, found);
  const held = isHeld(row, pairing, read, left, right);
  return {
    pairing,
    place,
    left,
    right,
    within,
    score: left.score + right.score + within,
    who: whoOf(row, pairing, read, held),
    held,
    parted: isParted(row, pairing, left, right),
    mention: mentionAt(row, pairing),
    replaced: replacedIn(row, pairing, read),
    isBeside: isMentionBeside(row, pairing),
    framed: isFrameChanged(row, pairing),
    inPlace:
      alignment(before, after)?.pairs[wordIndex(before, origin.start)] ===
      wordIndex(after, place.start),
  };
}

/**
 * Whether the attribution of record stands against the parser's. Where every word between the name and the claim is
 * as before, a parser's other opinion, or none, is no news from the text.
 */
function isHeld(
  row: Attributed,
  pairing: Pairing,
  { who, name }: Read,
  left: Side,
  right: Side,
): boolean {
  const isSilent = who === 'silent';
  if (!(isSilent || who === 'other') || isNews(row, name ?? '', pairing)) return false;
  if (left.fresh === null && right.fresh === null && isIntact(row, pairing, left)) return true;
  const isNamed = isSilent || !isNameGone(row, pairing.before, pairing.after);
  return (isNamed && isUntouched(row, pairing)) || isInPlace(row, pairing);
}

function whoOf(row: Attributed, pairing: Pairing, { who, name }: Read, held: boolean): Who {
  // "He" is nobody any more where the name farther up became a woman's.
  if (who === 'silent') return isNews(row, '', pairing) ? 'other' : 'unknown';
  if (who === 'unfound') return 'unknown';
  if (who === 'same' && isBearerChanged(row, name ?? '', pairing)) return 'other';
  return held && who === 'other' ? 'same' : who;
}

function replacedIn(
  row: Attributed,
  { before, after }: Pairing,
  { who }: Read,
): Judged['replaced'] {
  if (isReplaced(row.speaker?.mention ?? null, before, after)) return 'name';
  return who === 'unfound' && isReplaced(row.cue, before, after) ? 'cue' : null;
}
