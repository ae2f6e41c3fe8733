/** The claim that the first page shows, so that a reader sees at once what a claim is. */
import type { ClaimRecord } from '../model/records.ts';

/** Longer words would fill the page. */
const LONGEST = 200;
/** Shorter ones tell little. */
const SHORT = 60;

/** How well a claim shows what the archive records; 0 where it is not fit: best a short whole sentence that was passed on. */
function fitness({ speaker, type, via, text, review }: ClaimRecord): number {
  if (!speaker || text.length >= LONGEST || (type !== 'direct' && via.length === 0)) return 0;
  return [
    1,
    // What begins within a sentence reads as a fragment where it stands alone.
    /^[\p{Lu}\p{N}]/u.test(text) ? 4 : 0,
    3 * via.length,
    type === 'direct' ? 1 : 0,
    review === 'machine' ? 0 : 1,
    text.length > SHORT ? 1 : 0,
  ].reduce((sum, part) => sum + part);
}

/** The fittest claim, of equals the first; none where no claim is fit. */
export function specimenOf(claims: readonly ClaimRecord[]): ClaimRecord | undefined {
  let best: { claim: ClaimRecord; fitness: number } | undefined;
  for (const claim of claims) {
    const found = fitness(claim);
    if (found > (best?.fitness ?? 0)) best = { claim, fitness: found };
  }
  return best?.claim;
}
