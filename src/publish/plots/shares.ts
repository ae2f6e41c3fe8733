/** Bars of claims by type: how much stands in quotation marks, how much is reported. */
import { scaleLinear } from 'd3-scale';
import { CLAIM_TYPES, type ClaimRecord, type ClaimType } from '../../model/records.ts';

export interface Share {
  type: ClaimType;
  claims: number;
  /** Per cent of the longest bar. */ x: number;
  width: number;
}

/** One stacked bar a list, all on one scale. */
export function stackedBars(lists: readonly (readonly Pick<ClaimRecord, 'type'>[])[]): Share[][] {
  const longest = Math.max(1, ...lists.map((list) => list.length));
  const x = scaleLinear([0, longest], [0, 100]);
  const round = (n: number) => Math.round(n * 100) / 100;
  return lists.map((list) => {
    let at = 0;
    return CLAIM_TYPES.flatMap((type) => {
      const claims = list.filter((c) => c.type === type).length;
      if (claims === 0) return [];
      const share = { type, claims, x: round(x(at)), width: round(x(claims)) };
      at += claims;
      return [share];
    });
  });
}
