/** From signs that claims bear to how often such claims are right. */
import { at } from '../text/certain.ts';
import type { Gauge } from '../engine/confidence.ts';

/** One decision on a document the model was not trained on. */
export interface Sample {
  signs: readonly string[];
  right: boolean;
}

/** Weights of 1 in the rounded table. */
const SCALE = 100;
const ROUNDS = 400;
const RATE = 0.3;

export interface FitOptions {
  /** A sign must be borne by so many decisions. */
  minimum: number;
  /** How strongly weights are drawn to nothing. */
  penalty: number;
}

/** Chosen on documents left out, the penalty of 0.5 to 50. */
const MANY_SAMPLES: FitOptions = { minimum: 15, penalty: 15 };

/** Logistic regression over the signs, by AdaGrad over all samples at once; the same samples give the same gauge. */
export function fitGauge(
  samples: readonly Sample[],
  { minimum, penalty }: FitOptions = MANY_SAMPLES,
): Gauge {
  const counts = new Map<string, number>();
  for (const { signs } of samples)
    for (const sign of new Set(signs)) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  const names = [...counts]
    .filter(([, count]) => count >= minimum)
    .map(([name]) => name)
    .sort();
  const ids = new Map(names.map((name, k) => [name, k + 1]));
  // Weight 0 is what every claim begins with.
  const rows = samples.map(({ signs, right }) => ({
    ids: Uint16Array.from([0, ...signs.flatMap((sign) => ids.get(sign) ?? [])]),
    right: right ? 1 : 0,
  }));
  const weights = new Float64Array(names.length + 1);
  const squares = new Float64Array(names.length + 1).fill(1e-6);
  for (let round = 0; round < ROUNDS; round++) {
    const slopes = weights.map((weight, k) => (k === 0 ? 0 : penalty * weight));
    for (const row of rows) {
      let sum = 0;
      for (const id of row.ids) sum += weights[id] ?? 0;
      const error = 1 / (1 + Math.exp(-sum)) - row.right;
      for (const id of row.ids) slopes[id] = (slopes[id] ?? 0) + error;
    }
    for (const [k, slope] of slopes.entries()) {
      const square = at(squares, k) + slope * slope;
      squares[k] = square;
      weights[k] = at(weights, k) - (RATE * slope) / Math.sqrt(square);
    }
  }
  const rounded = names.map((name, k) => [name, Math.round(SCALE * at(weights, k + 1))] as const);
  return {
    base: Math.round(SCALE * at(weights, 0)),
    weights: Object.fromEntries(rounded.filter(([, weight]) => weight !== 0)),
  };
}

export interface Bin {
  from: number;
  to: number;
  n: number;
  said: number;
  right: number;
}

/** Decisions by what was said of them, and the mean distance between that and what came of them. */
export function reliability(
  decisions: readonly { confidence: number; right: boolean }[],
  bins = 10,
): { bins: Bin[]; error: number } {
  const list: Bin[] = Array.from({ length: bins }, (_, i) => ({
    from: i / bins,
    to: (i + 1) / bins,
    n: 0,
    said: 0,
    right: 0,
  }));
  for (const { confidence, right } of decisions) {
    const bin = at(list, Math.min(bins - 1, Math.floor(confidence * bins)));
    bin.n++;
    bin.said += confidence;
    if (right) bin.right++;
  }
  const error =
    list.reduce((sum, { said, right }) => sum + Math.abs(said - right), 0) /
    Math.max(1, decisions.length);
  return { bins: list, error };
}
