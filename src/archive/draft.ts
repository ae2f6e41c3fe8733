/** The content of a claim's record, and what is published of what was found. */
import type { ClaimRecord, Part, Span } from '../model/records.ts';
import { at, first, last } from '../text/certain.ts';
import { MODEL_WORDS_FROM, SPEAKER_FROM, WORDS_FROM } from './thresholds.ts';

/**
 * What a claim's record says but for its id and what hangs on ids. A claim has three shapes: `FoundClaim`
 * (offsets and entities, from the engine), `ClaimRecord` (in the source's own words and under its id) and
 * the public one of the exports. This is the second before the ledger gives its id:
 * `identify.ts` makes it from the first, `claim-records.ts` makes the record of it. Never changed in place.
 */
export type ClaimContent = Readonly<
  Omit<ClaimRecord, 'id' | 'article' | 'number' | 'within' | 'topics' | 'relations'> & {
    /** Index of the claim that contains this one. */
    within: number | null;
  }
>;

/** Hull of a claim in the reading text. */
export const readingHull = (claim: { parts: readonly Part[] }): Span => ({
  start: first(claim.parts).reading.start,
  end: last(claim.parts).reading.end,
});

/** In reading order; a claim that contains another stands before it. */
export const inReadingOrder = (
  a: { parts: readonly Part[] },
  b: { parts: readonly Part[] },
): number => {
  const [one, other] = [readingHull(a), readingHull(b)];
  return one.start - other.start || other.end - one.end;
};

/** Sorts claims into reading order and moves their `within` indexes along. */
export function sortClaims(claims: readonly ClaimContent[]): ClaimContent[] {
  const order = claims
    .map((claim, i) => ({ claim, i }))
    .sort((a, b) => inReadingOrder(a.claim, b.claim) || a.i - b.i);
  const place = new Map(order.map(({ i }, now) => [i, now]));
  return order.map(({ claim }) => ({
    ...claim,
    within: claim.within === null ? null : (place.get(claim.within) ?? null),
  }));
}

/** From which confidence of its words a claim is published unread. */
function publishedFrom({ type, rule }: ClaimContent): number {
  if (rule === 'model') return MODEL_WORDS_FROM;
  return type === 'answer' || type === 'question' ? 0 : WORDS_FROM;
}

/**
 * Parts what is published from what only may be a claim: words that no person has looked at and that are not sure
 * enough (`thresholds.ts`). Interview turns are claims by their labels. Of what is published, a speaker that is not
 * sure enough is left open.
 */
export function publishable(claims: readonly ClaimContent[]): {
  published: ClaimContent[];
  possible: ClaimContent[];
} {
  const isSure = (claim: ClaimContent) =>
    claim.review !== 'machine' || claim.wordsConfidence >= publishedFrom(claim);
  return {
    published: keepClaims(claims, isSure).map(openUnsure),
    possible: claims.filter((claim) => !isSure(claim)),
  };
}

/** Leaves the speaker of a claim open who is hardly likelier right than wrong. */
function openUnsure(claim: ClaimContent): ClaimContent {
  const { speaker, review, type, speakerConfidence } = claim;
  const isTurn = type === 'answer' || type === 'question';
  const isSure = review !== 'machine' || isTurn || (speakerConfidence ?? 1) >= SPEAKER_FROM;
  if (!speaker || isSure) return claim;
  const { id, name } = speaker;
  const why = claim.cue ? 'likeliest, but not sure enough' : 'named nearby, but not sure enough';
  return { ...claim, speaker: null, speakerConfidence: null, candidates: [{ id, name, why }] };
}

/** The claims that pass; `within` follows the indexes, and what stood within a claim that goes stands by itself. */
export function keepClaims(
  claims: readonly ClaimContent[],
  passes: (claim: ClaimContent, index: number) => boolean,
): ClaimContent[] {
  const kept = claims.flatMap((claim, i) => (passes(claim, i) ? [{ claim, i }] : []));
  const place = new Map(kept.map(({ i }, now) => [i, now]));
  return kept.map(({ claim: { within, ...claim } }) => ({
    ...claim,
    within: within === null ? null : (place.get(within) ?? null),
  }));
}

/**
 * Joins the paragraphs of one question: a question is answered as a whole, so it is one claim with a part
 * a paragraph. (An answer's paragraphs stay claims of their own, so that each can be linked.)
 */
export function joinQuestions(claims: readonly ClaimContent[]): ClaimContent[] {
  const joined: ClaimContent[] = [];
  const place: number[] = [];
  const questions = new Map<number, number>(); // turn to index in `joined`
  for (const claim of claims) {
    const turn = claim.type === 'question' && claim.within === null ? claim.turn : null;
    const earlier = turn === null ? undefined : questions.get(turn);
    const begun = earlier === undefined ? undefined : joined[earlier];
    if (earlier === undefined || !begun) {
      place.push(joined.length);
      if (turn !== null) questions.set(turn, joined.length);
      joined.push(claim);
    } else {
      place.push(earlier);
      joined[earlier] = {
        ...begun,
        parts: [...begun.parts, ...claim.parts],
        text: `${begun.text} ${claim.text}`,
      };
    }
  }
  return joined.map((claim) => ({
    ...claim,
    within: claim.within === null ? null : at(place, claim.within),
  }));
}
