import type { ClaimRecord, Part, Span } from '../model/records.ts';
import {
  MODEL_PUBLISHED_FROM,
  PUBLISHED_FROM,
  UNCUED_PUBLISHED_FROM,
  UNCUED_SPEAKER_FROM,
} from './thresholds.ts';

/**
 * A claim before it has an id. `within` and relations still point by index;
 * ids come from the ledger, numbers and relations after it.
 */
export interface DraftClaim extends Omit<
  ClaimRecord,
  'id' | 'article' | 'number' | 'within' | 'topics' | 'relations'
> {
  /** Index of the claim that contains this one. */
  within: number | null;
}

/** Hull of a claim in the reading text. */
export const readingHull = (claim: { parts: readonly Part[] }): Span => ({
  start: claim.parts[0]!.reading.start,
  end: claim.parts.at(-1)!.reading.end,
});

/** In reading order; a claim that contains another stands before it. */
export const inReadingOrder = (
  a: { parts: readonly Part[] },
  b: { parts: readonly Part[] },
): number => {
  const [first, second] = [readingHull(a), readingHull(b)];
  return first.start - second.start || second.end - first.end;
};

/** Sorts claims into reading order and moves their `within` indexes along. */
export function sortClaims(claims: readonly DraftClaim[]): DraftClaim[] {
  const order = claims
    .map((_, i) => i)
    .sort((a, b) => inReadingOrder(claims[a]!, claims[b]!) || a - b);
  const place = new Map(order.map((old, now) => [old, now]));
  return order.map((old) => ({
    ...claims[old]!,
    within: claims[old]!.within === null ? null : place.get(claims[old]!.within!)!,
  }));
}

/** The confidence from which a claim is published unread. */
function publishedFrom({ type, rule, cue }: DraftClaim): number {
  if (rule === 'model') return MODEL_PUBLISHED_FROM;
  if (type === 'answer' || type === 'question') return 0;
  return cue ? PUBLISHED_FROM : UNCUED_PUBLISHED_FROM;
}

/**
 * Parts what is published from what only may be a claim: words that no person has looked at and whose confidence is
 * low (`thresholds.ts`). Interview turns are claims by their labels. Of what is published, a speaker that only stands
 * near the words is left open where he is hardly likelier right than wrong.
 */
export function publishable(claims: readonly DraftClaim[]): {
  published: DraftClaim[];
  possible: DraftClaim[];
} {
  const isSure = (claim: DraftClaim) =>
    claim.review !== 'machine' || claim.confidence >= publishedFrom(claim);
  return {
    published: keepClaims(claims, isSure).map(openUnsure),
    possible: claims.filter((claim) => !isSure(claim)),
  };
}

/** Leaves the speaker of a claim open where nothing but nearness names one and the confidence is low. */
function openUnsure(claim: DraftClaim): DraftClaim {
  const { speaker, review, type, cue, confidence } = claim;
  const sure = review !== 'machine' || cue !== null || confidence >= UNCUED_SPEAKER_FROM;
  if (!speaker || sure || type === 'answer' || type === 'question') return claim;
  const why = 'named nearby; no words attribute the quotation';
  return { ...claim, speaker: null, candidates: [{ id: speaker.id, name: speaker.name, why }] };
}

/** The claims that pass; `within` follows the indexes, and what stood within a claim that goes stands by itself. */
export function keepClaims(
  claims: readonly DraftClaim[],
  passes: (claim: DraftClaim, index: number) => boolean,
): DraftClaim[] {
  const kept = claims.flatMap((claim, i) => (passes(claim, i) ? [i] : []));
  const place = new Map(kept.map((old, now) => [old, now]));
  return kept.map((old) => {
    const { within, ...claim } = claims[old]!;
    return { ...claim, within: within === null ? null : (place.get(within) ?? null) };
  });
}

/**
 * Joins the paragraphs of one question: a question is answered as a whole, so it is one claim with a part
 * a paragraph. (An answer's paragraphs stay claims of their own, so that each can be linked.)
 */
export function joinQuestions(claims: readonly DraftClaim[]): DraftClaim[] {
  const joined: DraftClaim[] = [];
  const place: number[] = [];
  const questions = new Map<number, number>(); // turn to index in `joined`
  for (const claim of claims) {
    const at =
      claim.type === 'question' && claim.turn !== null && claim.within === null
        ? questions.get(claim.turn)
        : undefined;
    if (at === undefined) {
      place.push(joined.length);
      if (claim.type === 'question' && claim.turn !== null && claim.within === null)
        questions.set(claim.turn, joined.length);
      joined.push(claim);
    } else {
      place.push(at);
      const first = joined[at]!;
      joined[at] = {
        ...first,
        parts: [...first.parts, ...claim.parts],
        text: `${first.text} ${claim.text}`,
      };
    }
  }
  return joined.map((claim) => ({
    ...claim,
    within: claim.within === null ? null : place[claim.within]!,
  }));
}
