/** From what decided a claim to how often such a decision is right. */
import { at } from '../text/certain.ts';
import { UNRESOLVED } from '../engine/confidence.ts';
import type { Calibration } from '../engine/tagger/model.ts';

/** One decision on a document the model was not trained on. */
export interface Sample {
  group: string;
  /** The mention was taken to mean somebody. */
  resolved: boolean;
  margin: number;
  /** The claim is there (half of the words both ways) and its speaker's head is right. */
  right: boolean;
}

/** A group needs this many decisions for a figure of its own, and a knot of its curve as well. */
const ENOUGH = 40;

/**
 * One rising curve for each group, by pooling neighbours that would fall (isotonic regression). Every share is
 * drawn a little to that of all decisions, so that a group that was always right is not said to be certain.
 */
export function fitCalibration(samples: readonly Sample[]): Calibration {
  const groups = new Map<string, Sample[]>();
  for (const sample of samples) {
    for (const name of sample.resolved
      ? [sample.group]
      : [sample.group, sample.group + UNRESOLVED]) {
      const list = groups.get(name);
      if (list) list.push(sample);
      else groups.set(name, [sample]);
    }
  }
  const all = samples.filter(({ right }) => right).length / samples.length;
  const calibration: Record<string, [number, number][]> = {};
  for (const [name, list] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (list.length < ENOUGH / 2) continue;
    list.sort((a, b) => a.margin - b.margin || Number(a.right) - Number(b.right));
    const share = list.filter(({ right }) => right).length / list.length;
    const own = (share * list.length + all * 5) / (list.length + 5);
    const pieces = Math.max(1, Math.min(8, Math.floor(list.length / ENOUGH)));
    const knots: { x: number; right: number; n: number }[] = [];
    for (let i = 0; i < pieces; i++) {
      const piece = list.slice(
        Math.floor((i * list.length) / pieces),
        Math.floor(((i + 1) * list.length) / pieces),
      );
      knots.push({
        x: piece.reduce((sum, s) => sum + s.margin, 0) / piece.length,
        right: piece.filter(({ right }) => right).length + 4 * own,
        n: piece.length + 4,
      });
    }
    for (let i = 1; i < knots.length;) {
      const before = at(knots, i - 1);
      const here = at(knots, i);
      if (before.right / before.n <= here.right / here.n) {
        i++;
        continue;
      }
      const n = before.n + here.n;
      knots.splice(i - 1, 2, {
        x: (before.x * before.n + here.x * here.n) / n,
        right: before.right + here.right,
        n,
      });
      i = Math.max(1, i - 1);
    }
    calibration[name] = knots.map(({ x, right, n }) => [
      Math.round(x),
      Math.round((1e4 * right) / n) / 1e4,
    ]);
  }
  return calibration;
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
