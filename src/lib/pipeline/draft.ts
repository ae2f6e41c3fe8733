import type { ClaimRecord, Part, Span } from '../schema.ts';

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

/** Below this, a claim of reported speech is hardly likelier right than wrong, in its words or its speaker. */
export const PUBLISHED_FROM = 0.5;

/** The same for a claim that no rule found: nothing but weights speaks for it, so more of them have to. */
export const MODEL_PUBLISHED_FROM = 0.6;

/**
 * Parts what is published from what only may be a claim: reported speech, or words only the model found, that no
 * person has looked at and whose confidence is low. Quotations and interview turns are claims by their marks and
 * labels, whatever the doubt about the speaker.
 */
export function publishable(claims: readonly DraftClaim[]): {
  published: DraftClaim[];
  possible: DraftClaim[];
} {
  const isSure = ({ review, type, confidence, rule }: DraftClaim) => {
    if (review !== 'machine') return true;
    if (rule === 'model') return confidence >= MODEL_PUBLISHED_FROM;
    return (type !== 'indirect' && type !== 'mixed') || confidence >= PUBLISHED_FROM;
  };
  return {
    published: keepClaims(claims, isSure),
    possible: claims.filter((claim) => !isSure(claim)),
  };
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
