/**
 * A linear-chain conditional random field, trained by AdaGrad with an L1 penalty that keeps the table small.
 * Works on numbers only: features are dense ids, a sequence is one paragraph.
 */
import { LABEL_COUNT as L, mayFollow } from '../engine/tagger/labels.ts';

export interface Corpus {
  /** Token offsets of the sequences, one more than there are sequences. */
  offsets: Int32Array;
  /** Feature offsets of the tokens, one more than there are tokens. */
  rows: Int32Array;
  features: Int32Array;
  labels: Uint8Array;
  edges: Uint8Array;
  featureCount: number;
  edgeCount: number;
}

export interface Weights {
  states: Float32Array;
  edges: Float64Array;
}

const ALLOWED = Array.from({ length: L }, (_, from) =>
  Array.from({ length: L }, (_, to) => mayFollow(from, to)),
);
const STARTS = Array.from({ length: L }, (_, to) => mayFollow(-1, to));

export interface TrainOptions {
  epochs: number;
  rate: number;
  l1: number;
  l2: number;
  /** The labels each feature may have a weight for, a bit a label; all without it. */
  mask?: Uint16Array;
  /** Of the shuffling. */
  seed?: number;
  log?: (epoch: number, loss: number) => void;
}

/** Trains on the sequences named by `chosen`. The order is shuffled by a fixed recipe, so runs repeat. */
export function train(
  corpus: Corpus,
  chosen: readonly number[],
  { epochs, rate, l1, l2, mask, seed: first = 42, log }: TrainOptions,
): Weights {
  const { offsets, rows, features, labels, edges } = corpus;
  const w = new Float32Array(corpus.featureCount * L);
  const G = new Float32Array(corpus.featureCount * L).fill(1);
  /** Sum of every change times the moment it was made, for the average over all moments. */
  const drift = new Float64Array(corpus.featureCount * L);
  const edgeDrift = new Float64Array(corpus.edgeCount * L * L);
  const touched = new Int32Array(corpus.featureCount);
  const we = new Float64Array(corpus.edgeCount * L * L);
  const Ge = new Float64Array(corpus.edgeCount * L * L).fill(1);
  const order = [...chosen];
  let seed = first;
  const random = (): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 4294967296;
  };
  let longest = 0;
  for (const s of chosen) longest = Math.max(longest, offsets[s + 1]! - offsets[s]!);
  const score = new Float64Array(longest * L);
  const alpha = new Float64Array(longest * L);
  const beta = new Float64Array(longest * L);
  const scale = new Float64Array(longest);
  const psi = new Float64Array(longest * L);
  const trans = new Float64Array(corpus.edgeCount * L * L);
  const p = new Float64Array(L);
  let time = 0;
  const penalised = l1 > 0 || l2 > 0;
  const shrink = (at: number, idle: number): void => {
    const x = w[at]!;
    if (x === 0) return;
    const pace = (idle * rate) / Math.sqrt(G[at]!);
    const kept = x / (1 + l2 * pace);
    const cut = l1 * pace;
    const y = kept > cut ? kept - cut : kept < -cut ? kept + cut : 0;
    drift[at]! += time * (y - x);
    w[at] = y;
  };
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      const x = order[i]!;
      order[i] = order[j]!;
      order[j] = x;
    }
    let loss = 0;
    for (const s of order) {
      const a = offsets[s]!;
      const n = offsets[s + 1]! - a;
      if (n === 0) continue;
      time++;
      // scores
      for (let i = 0; i < n; i++) {
        const base = i * L;
        for (let y = 0; y < L; y++) score[base + y] = 0;
        for (let k = rows[a + i]!, stop = rows[a + i + 1]!; k < stop; k++) {
          const f = features[k]!;
          const at = f * L;
          const idle = time - touched[f]!;
          if (idle > 0 && penalised) {
            touched[f] = time;
            for (let y = 0; y < L; y++) shrink(at + y, idle);
          }
          for (let y = 0; y < L; y++) score[base + y]! += w[at + y]!;
        }
        let max = -Infinity;
        for (let y = 0; y < L; y++) max = Math.max(max, score[base + y]!);
        for (let y = 0; y < L; y++) psi[base + y] = Math.exp(score[base + y]! - max);
        loss += max;
        const e = edges[a + i]! * L * L;
        for (let x = 0; x < L * L; x++) trans[e + x] = -1;
      }
      for (let i = 1; i < n; i++) {
        const e = edges[a + i]! * L * L;
        if (trans[e]! >= 0) continue;
        for (let x = 0; x < L; x++)
          for (let y = 0; y < L; y++)
            trans[e + x * L + y] = ALLOWED[x]![y] ? Math.exp(we[e + x * L + y]!) : 0;
      }
      // forward
      let sum = 0;
      for (let y = 0; y < L; y++) sum += alpha[y] = STARTS[y] ? psi[y]! : 0;
      scale[0] = sum;
      for (let y = 0; y < L; y++) alpha[y]! /= sum;
      for (let i = 1; i < n; i++) {
        const e = edges[a + i]! * L * L;
        const base = i * L;
        sum = 0;
        for (let y = 0; y < L; y++) {
          let v = 0;
          for (let x = 0; x < L; x++) v += alpha[base - L + x]! * trans[e + x * L + y]!;
          sum += alpha[base + y] = v * psi[base + y]!;
        }
        scale[i] = sum;
        for (let y = 0; y < L; y++) alpha[base + y]! /= sum;
      }
      for (let i = 0; i < n; i++) loss += Math.log(scale[i]!);
      // backward
      for (let y = 0; y < L; y++) beta[(n - 1) * L + y] = 1;
      for (let i = n - 2; i >= 0; i--) {
        const e = edges[a + i + 1]! * L * L;
        const base = (i + 1) * L;
        for (let x = 0; x < L; x++) {
          let v = 0;
          for (let y = 0; y < L; y++) v += trans[e + x * L + y]! * psi[base + y]! * beta[base + y]!;
          beta[i * L + x] = v / scale[i + 1]!;
        }
      }
      // edges
      for (let i = 1; i < n; i++) {
        const e = edges[a + i]! * L * L;
        const base = i * L;
        const from = labels[a + i - 1]!;
        const to = labels[a + i]!;
        loss -= we[e + from * L + to]!;
        for (let x = 0; x < L; x++) {
          const left = alpha[base - L + x]! / scale[i]!;
          for (let y = 0; y < L; y++) {
            const at = e + x * L + y;
            const gold = x === from && y === to;
            const g = left * trans[at]! * psi[base + y]! * beta[base + y]! - (gold ? 1 : 0);
            if (!gold && g < 1e-3) continue;
            Ge[at]! += g * g;
            const change = (-rate * g) / Math.sqrt(Ge[at]!);
            we[at]! += change;
            edgeDrift[at]! += time * change;
          }
        }
      }
      // states
      for (let i = 0; i < n; i++) {
        const base = i * L;
        const gold = labels[a + i]!;
        loss -= score[base + gold]!;
        let any = false;
        for (let y = 0; y < L; y++) {
          p[y] = alpha[base + y]! * beta[base + y]! - (y === gold ? 1 : 0);
          if (p[y]! > 2e-3 || p[y]! < -2e-3) any = true;
        }
        if (!any) continue;
        for (let y = 0; y < L; y++) {
          const g = p[y]!;
          if (g < 2e-3 && g > -2e-3) continue;
          const gg = g * g;
          const step = rate * g;
          for (let k = rows[a + i]!, stop = rows[a + i + 1]!; k < stop; k++) {
            if (mask && !((mask[features[k]!]! >> y) & 1)) continue;
            const at = features[k]! * L + y;
            const sum2 = G[at]! + gg;
            G[at] = sum2;
            const change = -step / Math.sqrt(sum2);
            w[at]! += change;
            drift[at]! += time * change;
          }
        }
      }
    }
    log?.(epoch, loss);
  }
  for (let f = 0; f < corpus.featureCount; f++) {
    const idle = time - touched[f]!;
    for (let at = f * L; at < f * L + L; at++) {
      if (penalised) shrink(at, idle);
      // A weight the penalty brought to nothing stays at nothing, so that the table stays small.
      if (w[at] !== 0) w[at]! -= drift[at]! / (time + 1);
    }
  }
  for (let at = 0; at < we.length; at++) we[at]! -= edgeDrift[at]! / (time + 1);
  return { states: w, edges: we };
}

/** Best labels of one sequence under unrounded weights. */
export function decodeFloat(
  corpus: Corpus,
  s: number,
  { states: w, edges: we }: Weights,
  bias = 0,
): Uint8Array {
  const { offsets, rows, features, edges } = corpus;
  const a = offsets[s]!;
  const n = offsets[s + 1]! - a;
  const out = new Uint8Array(n);
  let best = new Float64Array(L);
  let next = new Float64Array(L);
  const back = new Uint8Array(n * L);
  const score = new Float64Array(L);
  for (let i = 0; i < n; i++) {
    score.fill(0);
    score[0] = -bias;
    for (let k = rows[a + i]!, stop = rows[a + i + 1]!; k < stop; k++) {
      const at = features[k]! * L;
      for (let y = 0; y < L; y++) score[y]! += w[at + y]!;
    }
    const e = edges[a + i]! * L * L;
    for (let y = 0; y < L; y++) {
      let top = -Infinity;
      let from = 0;
      if (i === 0) top = STARTS[y] ? 0 : -Infinity;
      else {
        for (let x = 0; x < L; x++) {
          if (!ALLOWED[x]![y]) continue;
          const v = best[x]! + we[e + x * L + y]!;
          if (v > top) ((top = v), (from = x));
        }
      }
      next[y] = top + score[y]!;
      back[i * L + y] = from;
    }
    [best, next] = [next, best];
  }
  let y = 0;
  for (let x = 1; x < L; x++) if (best[x]! > best[y]!) y = x;
  for (let i = n - 1; i >= 0; i--) {
    out[i] = y;
    y = back[i * L + y]!;
  }
  return out;
}
