import type { ArticleRecord } from '../../model/records.ts';

/**
 * Claims of a turn whose speaker its label names already, but for the first of each turn: their notes in the
 * margin need no name. A claim that was passed on, or stands within another, always has one.
 */
export function labelledBefore({ claims, turns }: ArticleRecord): Set<string> {
  const found = new Set<string>();
  const begun = new Set<number>();
  for (const claim of claims) {
    const turn = turns.find(({ number }) => number === claim.turn);
    if (!turn || turn.speaker !== claim.speaker?.id || claim.via.length > 0 || claim.within)
      continue;
    if (begun.has(turn.number)) found.add(claim.id);
    begun.add(turn.number);
  }
  return found;
}
