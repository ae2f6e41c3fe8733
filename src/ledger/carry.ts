/**
 * Carrying a claim from one version of a source to another. A claim is carried only where its own
 * words stand again, in the same context and as the same speaker's; everything else is left to a
 * person. The dangerous case is the look-alike: the same words, said by somebody else elsewhere.
 */
import type { Span } from '../model/records.ts';
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
  isWholeParagraph,
  mentionAt,
  speakerAt,
  type Attributed,
  type Found,
  type Mention,
  type Who,
} from './attribution.ts';
import { nearest, seam } from './candidates.ts';
import { isFrameChanged } from './frame.ts';
import {
  exactly,
  FAR,
  NEAR,
  placeOf,
  sliceOf,
  toSource,
  wordIndex,
  type Indexed,
  type Place,
} from './indexed.ts';
import { wordsOf } from './normal.ts';
import { anchoredOf, isAnchored, MOST_PLACES, places, turnOf } from './places.ts';
import type { Anchor, Fate } from './schema.ts';
import { paragraphLikeness, side, type Side } from './surroundings.ts';

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

/** By how much the likeness of two paragraphs must differ, for one of them to be another. */
const OTHER_PARAGRAPH = 0.6;

/** Finds the row's claim, as it stands in `before`, in `after`. */
export function carry(
  row: Attributed & Anchor,
  before: Indexed,
  after: Indexed,
  found: readonly Found[],
): Carried {
  const origin = placeOf(row, before);
  const needles = origin.parts.map(({ start, end }) => before.normal.text.slice(start, end));
  const whole = before.normal.text.slice(origin.start, origin.end);
  const everywhere = places(after, whole, origin, needles);
  const formerly = places(before, whole, origin, needles);
  // Where the same words stand at several places: the one that the words on both sides tell, or, of very many, each in its turn.
  const isOften = Math.max(everywhere.length, formerly.length) > MOST_PLACES;
  const told = isOften
    ? turnOf(origin, formerly, before, everywhere, after)
    : anchoredOf(origin, formerly, before, everywhere, after);
  if (isOften && !told && everywhere.length > 0)
    return withoutPlace(
      'ambiguous',
      'the same words stand in the text many times',
      everywhere.slice(0, 3).map((p) => ({ parts: toSource(p, after), why: 'the same words' })),
    );
  const here = told ? [told] : isOften ? [] : everywhere;
  const there = told || isOften ? [origin] : formerly;

  const scored = here.map((place) => {
    const left = side(before, origin, after, place, 'left');
    const right = side(before, origin, after, place, 'right');
    const { who, name } = speakerAt(row, before, place, after, found);
    // Where every word between the name and the claim is as before, a parser's other opinion, or none, is no news from the text.
    const isAsBefore = () =>
      left.fresh === null &&
      right.fresh === null &&
      isIntact(row, origin, before, place, after, left);
    const held =
      (who === 'silent' ||
        (who === 'other' && !isNews(row, name!, origin, before, place, after))) &&
      (isAsBefore() ||
        ((who === 'silent' || !isNameGone(row, before, after)) &&
          isUntouched(row, origin, before, place, after)) ||
        isInPlace(row, origin, before, place, after));
    const within = paragraphLikeness(before, origin, after, place);
    const parted = isParted(row, origin, before, left, right);
    return {
      place,
      left,
      right,
      within,
      parted,
      held,
      score: left.score + right.score + within,
      who:
        held && who === 'other'
          ? ('same' as const)
          : who === 'silent' || who === 'unfound'
            ? ('unknown' as const)
            : who,
      mention: mentionAt(row, origin, before, place, after),
      replaced: isReplaced(row.speaker?.mention ?? null, before, after)
        ? ('name' as const)
        : who === 'unfound' && isReplaced(row.cue, before, after)
          ? ('cue' as const)
          : null,
      isBeside: isMentionBeside(row, origin, before),
      framed: isFrameChanged(row, origin, before, place, after),
      inPlace:
        alignment(before, after)?.pairs[wordIndex(before, origin.start)] ===
        wordIndex(after, place.start),
    };
  });
  scored.sort(
    (a, b) =>
      Number(a.who === 'other') - Number(b.who === 'other') ||
      b.score - a.score ||
      a.place.start - b.place.start,
  );

  const best = scored[0];
  if (best) {
    // The best place must be better than each other by far, on neither side worse, and be led to by all words that lead to another: a repetition just beside the claim
    // shares one side with it. Where a whole paragraph was moved, its own words count for more than its neighbours.
    const isToldOnlyBeside = (other: Place) =>
      ([-1, 1] as const).some(
        (step) =>
          isAnchored(origin, before, other, after, step) &&
          !isAnchored(origin, before, best.place, after, step),
      );
    const clear = scored
      .slice(1)
      .every(
        (other) =>
          (other.who === 'other' && best.who === 'same' && !best.held) ||
          (best.score - other.score >= 0.3 &&
            !isFramed(best, other) &&
            ((other.left.score - best.left.score < 0.1 &&
              other.right.score - best.right.score < 0.1) ||
              best.within - other.within >= OTHER_PARAGRAPH) &&
            !isToldOnlyBeside(other.place)),
      );
    // Another place of the old text may explain this place of the new one better.
    const rival = there.some((other) => {
      if (other.start === origin.start && other.end === origin.end) return false;
      const [left, right] = [
        side(before, other, after, best.place, 'left').score,
        side(before, other, after, best.place, 'right').score,
      ];
      const within = paragraphLikeness(before, other, after, best.place);
      return (
        left + right + within > best.score - 0.3 ||
        ((left - best.left.score >= 0.2 || right - best.right.score >= 0.2) &&
          best.within - within < OTHER_PARAGRAPH)
      );
    });
    const alone = everywhere.length === 1 && formerly.length === 1;
    const refusal = reasonAgainst(best, alone, wordsOf(whole).length);
    if (clear && !rival && refusal === null) {
      const parts = best.place.parts.map((p, i) => exactly(p, after, sliceOf(row, i)));
      return {
        fate: fateOf(row, parts, after),
        parts,
        held: best.held,
        loose: isFresh(best) || !best.inPlace,
        why: '',
        candidates: [],
      };
    }
    const [same, ...more] = scored.filter(
      (one) =>
        one.who !== 'other' && !one.framed && isWholeParagraph(row, origin, before, one, after),
    );
    if (same && more.length === 0) {
      const parts = same.place.parts.map((p, i) => exactly(p, after, sliceOf(row, i)));
      return {
        fate: fateOf(row, parts, after),
        parts,
        held: same.held,
        loose: false,
        why: '',
        candidates: [],
      };
    }
    const why =
      refusal ??
      (rival
        ? 'the same words stood at more than one place, and the one that is left is another'
        : 'the same words stand at more than one place');
    const candidates = scored.slice(0, 4).map(({ place, who }) => ({
      parts: toSource(place, after),
      why: who === 'other' ? "the same words, as another speaker's" : 'the same words',
    }));
    return withoutPlace('ambiguous', why, candidates);
  }

  const changed = nearest(origin, before, after, found);
  return changed.length > 0
    ? withoutPlace('changed', 'the words of the claim were changed', changed)
    : withoutPlace('gone', 'its words stand in the text no more', seam(origin, before, after));
}

/** A claim for which no place is found that is surely its own. */
export const withoutPlace = (
  fate: Fate,
  why: string,
  candidates: Carried['candidates'],
): Carried => ({ fate, parts: null, held: false, loose: false, why, candidates });

export interface Scored {
  left: Side;
  right: Side;
  within: number;
  who: Who;
  parted: boolean;
  mention: Mention;
  replaced: 'name' | 'cue' | null;
  isBeside: boolean;
  /** Other words stand in what says who said it, and how. */
  framed: boolean;
  inPlace: boolean;
}
const isFresh = ({ left, right }: Pick<Scored, 'left' | 'right'>) =>
  left.fresh !== null || right.fresh !== null;

/** Whether new words stand about a place, while another has the claim's own paragraph without any. */
const isFramed = (one: Scored, other: Scored) =>
  isFresh(one) && other.within >= 0.5 && other.within - one.within >= 0.1;

/** Null where the place may be taken for the claim; otherwise the reason against it. */
function reasonAgainst(
  { left, right, within, who, parted, mention, replaced, isBeside, framed, inPlace }: Scored,
  alone: boolean,
  words: number,
): string | null {
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
  const isNear = ({ near, fresh }: Side) => near >= 0.75 && (fresh === null || fresh >= NEAR);
  const sides = Number(isNear(left)) + Number(isNear(right));
  // New words in the same paragraph may give the claim's words to somebody else, or be a frame about a copy of them.
  if (isFresh({ left, right }) && !inPlace)
    return "the same words stand elsewhere, beside new words, which may be another speaker's";
  if (
    isFresh({ left, right }) &&
    sides < 2 &&
    !(who === 'same' && [left, right].some(({ run, fresh }) => run >= FAR && fresh === null))
  )
    return "the same words stand there beside new words, which may be another speaker's";
  const around =
    sides === 2 ||
    Math.max(left.run, right.run) >= 10 ||
    (sides === 1 && within >= 0.5 && left.score + right.score >= 1.3);
  if (around)
    return mention === 'lost' && who !== 'same' && sides < 2
      ? 'the same words stand there, attributed in other words'
      : null;
  if (within < 0.5) return 'the same words stand there among other sentences';
  if (who === 'same') {
    if (mention === 'lost')
      return alone && sides === 1 && words >= 4
        ? null
        : 'the same words stand there, attributed in other words';
    // A whole paragraph that was moved has new neighbours.
    return sides === 1 || (alone && words >= 4 && within >= 0.8)
      ? null
      : 'the same words stand there among other sentences';
  }
  if (mention === 'lost') return 'the same words stand there, attributed in other words';
  // The name that moved along in the same paragraph, with nothing new beside it.
  if (mention === 'kept' && (sides === 1 || (alone && words >= 4 && within >= 0.8 && isBeside)))
    return null;
  return "the same words stand there among other sentences, and nothing shows that they are the same speaker's";
}

function fateOf(row: Anchor, parts: readonly Span[], after: Indexed): Fate {
  const same = parts.every((p, i) => after.text.slice(p.start, p.end) === row.parts[i]!.exact);
  if (!same) return 'typographic only';
  return parts.every((p, i) => after.points.at(p.start) === row.parts[i]!.start)
    ? 'unchanged'
    : 'moved';
}
