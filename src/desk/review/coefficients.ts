/** How far people agree beyond chance on categories without an order. */

/** What each person said of each thing; null where somebody said nothing. */
export type Ratings = readonly (readonly (string | null)[])[];

/** The share of things of which two people say the same; null where there are none. */
export function observedAgreement(pairs: readonly (readonly [string, string])[]): number | null {
  return pairs.length === 0 ? null : pairs.filter(([a, b]) => a === b).length / pairs.length;
}

/**
 * Cohen's kappa of two people: (p_o − p_e) / (1 − p_e), where p_e is the agreement that their own shares of the
 * categories would give by chance. J. Cohen, “A coefficient of agreement for nominal scales”, Educational and
 * Psychological Measurement 20 (1960), 37–46. Null where chance alone would always agree.
 */
export function cohenKappa(pairs: readonly (readonly [string, string])[]): number | null {
  const observed = observedAgreement(pairs);
  if (observed === null) return null;
  const n = pairs.length;
  const categories = new Set(pairs.flat());
  const expected = [...categories].reduce((sum, category) => {
    const first = pairs.filter(([a]) => a === category).length / n;
    const second = pairs.filter(([, b]) => b === category).length / n;
    return sum + first * second;
  }, 0);
  return expected === 1 ? null : (observed - expected) / (1 - expected);
}

/**
 * Krippendorff's alpha for nominal data: 1 − D_o / D_e out of the matrix of coincidences, for any number of people,
 * some of whom may have said nothing of a thing. K. Krippendorff, “Computing Krippendorff's Alpha-Reliability” (2011),
 * sections A to C. `ratings` has a row a person. Null where all that was said is one category.
 */
export function krippendorffAlpha(ratings: Ratings): number | null {
  const units = Math.max(0, ...ratings.map((row) => row.length));
  const totals = new Map<string, number>();
  let agreeing = 0;
  let all = 0;
  for (let unit = 0; unit < units; unit++) {
    const said = ratings.flatMap((row) => row[unit] ?? []);
    if (said.length < 2) continue;
    for (const [i, a] of said.entries())
      for (const [j, b] of said.entries()) {
        if (i === j) continue;
        const weight = 1 / (said.length - 1);
        totals.set(a, (totals.get(a) ?? 0) + weight);
        all += weight;
        if (a === b) agreeing += weight;
      }
  }
  const expected = [...totals.values()].reduce((sum, n) => sum + n * (n - 1), 0);
  const chance = all * (all - 1) - expected;
  if (all === 0 || chance === 0) return null;
  return 1 - ((all - 1) * (all - agreeing)) / chance;
}
