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

/** The state of the order of training; the recipe is fixed, so runs repeat. */
class Shuffle {
  readonly order: number[];
  #seed: number;

  constructor(chosen: readonly number[], seed: number) {
    this.order = [...chosen];
    this.#seed = seed;
  }

  #random(): number {
    this.#seed = (Math.imul(this.#seed, 1664525) + 1013904223) >>> 0;
    return this.#seed / 4294967296;
  }

  /** Puts the sequences into another order (Fisher and Yates). */
  next(): readonly number[] {
    const { order } = this;
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(this.#random() * (i + 1));
      [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
    }
    return order;
  }
}

/** Gradients smaller than these change nothing: most labels of most tokens are plain. */
const LEAST_EDGE = 1e-3;
const LEAST_STATE = 2e-3;

/** Weights on their way: AdaGrad's sums, the averages, and the tables for one sequence at a time. */
class Learner {
  readonly #corpus: Corpus;
  readonly #rate: number;
  readonly #l1: number;
  readonly #l2: number;
  readonly #mask: Uint16Array | undefined;
  readonly #isPenalised: boolean;
  readonly #states: Float32Array;
  readonly #stateSquares: Float32Array;
  /** Sum of every change times the moment it was made, for the average over all moments. */
  readonly #stateDrift: Float64Array;
  readonly #edges: Float64Array;
  readonly #edgeSquares: Float64Array;
  readonly #edgeDrift: Float64Array;
  /** When each feature was last penalised. */
  readonly #touched: Int32Array;
  readonly #score: Float64Array;
  readonly #psi: Float64Array;
  readonly #alpha: Float64Array;
  readonly #beta: Float64Array;
  readonly #scale: Float64Array;
  readonly #trans: Float64Array;
  readonly #gradient = new Float64Array(L);
  #time = 0;
  /** Of the epoch so far: the negative logarithm of the likelihood. */
  #loss = 0;

  constructor(corpus: Corpus, longest: number, { rate, l1, l2, mask }: TrainOptions) {
    this.#corpus = corpus;
    this.#rate = rate;
    this.#l1 = l1;
    this.#l2 = l2;
    this.#mask = mask;
    this.#isPenalised = l1 > 0 || l2 > 0;
    const states = corpus.featureCount * L;
    const edges = corpus.edgeCount * L * L;
    this.#states = new Float32Array(states);
    this.#stateSquares = new Float32Array(states).fill(1);
    this.#stateDrift = new Float64Array(states);
    this.#edges = new Float64Array(edges);
    this.#edgeSquares = new Float64Array(edges).fill(1);
    this.#edgeDrift = new Float64Array(edges);
    this.#touched = new Int32Array(corpus.featureCount);
    this.#score = new Float64Array(longest * L);
    this.#psi = new Float64Array(longest * L);
    this.#alpha = new Float64Array(longest * L);
    this.#beta = new Float64Array(longest * L);
    this.#scale = new Float64Array(longest);
    this.#trans = new Float64Array(edges);
  }

  /** Learns from every sequence once, in that order; the loss. */
  epoch(order: readonly number[]): number {
    this.#loss = 0;
    for (const sequence of order) this.#learn(sequence);
    return this.#loss;
  }

  #learn(sequence: number): void {
    const { offsets } = this.#corpus;
    const a = offsets[sequence] ?? 0;
    const n = (offsets[sequence + 1] ?? 0) - a;
    if (n <= 0) return;
    this.#time++;
    for (let i = 0; i < n; i++) this.#scoreToken(a + i, i * L);
    this.#fillTransitions(a, n);
    this.#forward(a, n);
    this.#backward(a, n);
    for (let i = 1; i < n; i++) this.#learnEdge(a + i, i);
    for (let i = 0; i < n; i++) this.#learnState(a + i, i * L);
  }

  /** Offset in the tables of edges of the kind of edge that leads to a token. */
  #edgeTo(token: number): number {
    return (this.#corpus.edges[token] ?? 0) * L * L;
  }

  /** Scores of all labels of one token; its features are penalised for the time they stood idle. */
  #scoreToken(token: number, base: number): void {
    const { rows, features } = this.#corpus;
    const score = this.#score;
    const states = this.#states;
    for (let y = 0; y < L; y++) score[base + y] = 0;
    for (let k = rows[token] ?? 0, stop = rows[token + 1] ?? 0; k < stop; k++) {
      const feature = features[k] ?? 0;
      if (this.#isPenalised) this.#penalise(feature);
      const at = feature * L;
      for (let y = 0; y < L; y++) score[base + y] = (score[base + y] ?? 0) + (states[at + y] ?? 0);
    }
    let max = -Infinity;
    for (let y = 0; y < L; y++) max = Math.max(max, score[base + y] ?? 0);
    for (let y = 0; y < L; y++) this.#psi[base + y] = Math.exp((score[base + y] ?? 0) - max);
    this.#loss += max;
  }

  #penalise(feature: number): void {
    const idle = this.#time - (this.#touched[feature] ?? 0);
    if (idle <= 0) return;
    this.#touched[feature] = this.#time;
    for (let y = 0; y < L; y++) this.#shrink(feature * L + y, idle);
  }

  /** Takes the penalty of so many moments off a weight, which stops at nothing. */
  #shrink(at: number, idle: number): void {
    const weight = this.#states[at] ?? 0;
    if (weight === 0) return;
    const pace = (idle * this.#rate) / Math.sqrt(this.#stateSquares[at] ?? 1);
    const kept = weight / (1 + this.#l2 * pace);
    const cut = this.#l1 * pace;
    let shrunk = 0;
    if (kept > cut) shrunk = kept - cut;
    else if (kept < -cut) shrunk = kept + cut;
    this.#stateDrift[at] = (this.#stateDrift[at] ?? 0) + this.#time * (shrunk - weight);
    this.#states[at] = shrunk;
  }

  /** The exponentials of the weights of those kinds of edges that the sequence has. */
  #fillTransitions(a: number, n: number): void {
    const trans = this.#trans;
    for (let i = 0; i < n; i++) {
      const e = this.#edgeTo(a + i);
      for (let x = 0; x < L * L; x++) trans[e + x] = -1;
    }
    for (let i = 1; i < n; i++) {
      const e = this.#edgeTo(a + i);
      if ((trans[e] ?? 0) >= 0) continue;
      for (const [x, allowed] of ALLOWED.entries())
        for (let y = 0; y < L; y++)
          trans[e + x * L + y] = allowed[y] ? Math.exp(this.#edges[e + x * L + y] ?? 0) : 0;
    }
  }

  #forward(a: number, n: number): void {
    const alpha = this.#alpha;
    const psi = this.#psi;
    const trans = this.#trans;
    let sum = 0;
    for (let y = 0; y < L; y++) sum += alpha[y] = STARTS[y] ? (psi[y] ?? 0) : 0;
    this.#normalise(0, sum);
    for (let i = 1; i < n; i++) {
      const e = this.#edgeTo(a + i);
      const base = i * L;
      sum = 0;
      for (let y = 0; y < L; y++) {
        let v = 0;
        for (let x = 0; x < L; x++) v += (alpha[base - L + x] ?? 0) * (trans[e + x * L + y] ?? 0);
        sum += alpha[base + y] = v * (psi[base + y] ?? 0);
      }
      this.#normalise(i, sum);
    }
    for (let i = 0; i < n; i++) this.#loss += Math.log(this.#scale[i] ?? 1);
  }

  #normalise(i: number, sum: number): void {
    this.#scale[i] = sum;
    for (let k = i * L; k < i * L + L; k++) this.#alpha[k] = (this.#alpha[k] ?? 0) / sum;
  }

  #backward(a: number, n: number): void {
    const beta = this.#beta;
    const psi = this.#psi;
    const trans = this.#trans;
    for (let y = 0; y < L; y++) beta[(n - 1) * L + y] = 1;
    for (let i = n - 2; i >= 0; i--) {
      const e = this.#edgeTo(a + i + 1);
      const base = (i + 1) * L;
      for (let x = 0; x < L; x++) {
        let v = 0;
        for (let y = 0; y < L; y++)
          v += (trans[e + x * L + y] ?? 0) * (psi[base + y] ?? 0) * (beta[base + y] ?? 0);
        beta[i * L + x] = v / (this.#scale[i + 1] ?? 1);
      }
    }
  }

  /** Moves the weights of the edge that leads to a token, the i-th of its sequence. */
  #learnEdge(token: number, i: number): void {
    const { labels } = this.#corpus;
    const e = this.#edgeTo(token);
    const base = i * L;
    const gold = (labels[token - 1] ?? 0) * L + (labels[token] ?? 0);
    this.#loss -= this.#edges[e + gold] ?? 0;
    for (let x = 0; x < L; x++) {
      const left = (this.#alpha[base - L + x] ?? 0) / (this.#scale[i] ?? 1);
      for (let y = 0; y < L; y++) {
        const at = e + x * L + y;
        const isGold = x * L + y === gold;
        const expected =
          left * (this.#trans[at] ?? 0) * (this.#psi[base + y] ?? 0) * (this.#beta[base + y] ?? 0);
        const g = expected - (isGold ? 1 : 0);
        if (isGold || g >= LEAST_EDGE) this.#moveEdge(at, g);
      }
    }
  }

  #moveEdge(at: number, g: number): void {
    const squares = (this.#edgeSquares[at] ?? 1) + g * g;
    this.#edgeSquares[at] = squares;
    const change = (-this.#rate * g) / Math.sqrt(squares);
    this.#edges[at] = (this.#edges[at] ?? 0) + change;
    this.#edgeDrift[at] = (this.#edgeDrift[at] ?? 0) + this.#time * change;
  }

  /** Moves the weights of all features of a token. */
  #learnState(token: number, base: number): void {
    const gold = this.#corpus.labels[token] ?? 0;
    const gradient = this.#gradient;
    this.#loss -= this.#score[base + gold] ?? 0;
    for (let y = 0; y < L; y++)
      gradient[y] =
        (this.#alpha[base + y] ?? 0) * (this.#beta[base + y] ?? 0) - (y === gold ? 1 : 0);
    for (let y = 0; y < L; y++) {
      const g = gradient[y] ?? 0;
      if (g >= LEAST_STATE || g <= -LEAST_STATE) this.#moveStates(token, y, g);
    }
  }

  #moveStates(token: number, label: number, g: number): void {
    const { rows, features } = this.#corpus;
    const mask = this.#mask;
    const states = this.#states;
    const squares = this.#stateSquares;
    const drift = this.#stateDrift;
    const gg = g * g;
    const step = this.#rate * g;
    for (let k = rows[token] ?? 0, stop = rows[token + 1] ?? 0; k < stop; k++) {
      const feature = features[k] ?? 0;
      if (mask && !(((mask[feature] ?? 0) >> label) & 1)) continue;
      const at = feature * L + label;
      const sum = (squares[at] ?? 1) + gg;
      squares[at] = sum;
      const change = -step / Math.sqrt(sum);
      states[at] = (states[at] ?? 0) + change;
      drift[at] = (drift[at] ?? 0) + this.#time * change;
    }
  }

  /** The weights, each the average over all moments. Nothing is learned after. */
  averaged(): Weights {
    const moments = this.#time + 1;
    const states = this.#states;
    for (const [feature, touched] of this.#touched.entries()) {
      const idle = this.#time - touched;
      for (let at = feature * L; at < feature * L + L; at++) {
        if (this.#isPenalised) this.#shrink(at, idle);
        // A weight the penalty brought to nothing stays at nothing, so that the table stays small.
        const weight = states[at] ?? 0;
        if (weight !== 0) states[at] = weight - (this.#stateDrift[at] ?? 0) / moments;
      }
    }
    const edges = this.#edges.map((weight, at) => weight - (this.#edgeDrift[at] ?? 0) / moments);
    return { states, edges };
  }
}

/** Trains on the sequences named by `chosen`. The order is shuffled by a fixed recipe, so runs repeat. */
export function train(corpus: Corpus, chosen: readonly number[], options: TrainOptions): Weights {
  const { offsets } = corpus;
  const longest = chosen.reduce(
    (most, s) => Math.max(most, (offsets[s + 1] ?? 0) - (offsets[s] ?? 0)),
    0,
  );
  const learner = new Learner(corpus, longest, options);
  const shuffle = new Shuffle(chosen, options.seed ?? 42);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    const loss = learner.epoch(shuffle.next());
    options.log?.(epoch, loss);
  }
  return learner.averaged();
}
