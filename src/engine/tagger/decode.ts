/**
 * The best reading of a paragraph: in come the scores of each label at each token and the weights between labels,
 * out come what was found and by how much each find beats its best rival. Whole numbers only, so that every machine
 * finds the same.
 */
import type { Tokens } from '../tokens.ts';
import { begins, kindOf, LABEL_COUNT as L, mayFollow } from './labels.ts';
import { edgeClass, type Layout } from './layout.ts';

/** Consecutive tokens that the model takes for a mention, a cue or a claim. */
export interface Tagged {
  /** One of `KIND`. */
  kind: number;
  /** Tokens, `to` exclusive, and the text they cover. */
  from: number;
  to: number;
  start: number;
  end: number;
  /** By how much the best reading beats the best one without this find, in units of the weights. */
  margin: number;
}

const NEVER = -1_000_000_000;

/** Labels that may follow any other. */
const FROM_ANY = Array.from({ length: L }, (_, y) => y).filter((y) => y === 0 || begins(y));

/** Scratch space and steps of the search; the size grows with the longest paragraph seen. */
export class Decoder {
  /** `LABEL_COUNT` numbers a token, written before `best` is asked. */
  scores = new Int32Array(0);
  readonly #edges: Int16Array;
  #forward = new Int32Array(0);
  #backward = new Int32Array(0);
  #back = new Uint8Array(0);

  /** `edges`: weights between labels, by class of the second token. */
  constructor(edges: Int16Array) {
    this.#edges = edges;
  }

  /** Makes room for `n` tokens. */
  reserve(n: number): void {
    if (this.scores.length >= n * L) return;
    this.scores = new Int32Array(n * L);
    this.#forward = new Int32Array(n * L);
    this.#backward = new Int32Array(n * L);
    this.#back = new Uint8Array(n * L);
  }

  /** What the best reading of tokens `a`..`a + n` finds, in order. */
  best(tokens: Tokens, a: number, n: number, layout: Layout): Tagged[] {
    const blocks = new Int32Array(n);
    for (let i = 1; i < n; i++) blocks[i] = edgeClass(tokens, a, i, layout) * L * L;
    this.#goForward(blocks);
    this.#goBackward(blocks);
    return this.#read(tokens, a, n);
  }

  /** Best reading up to each token and label … */
  #goForward(blocks: Int32Array): void {
    const scores = this.scores;
    const edges = this.#edges;
    const forward = this.#forward;
    const back = this.#back;
    for (let y = 0; y < L; y++) forward[y] = mayFollow(-1, y) ? (scores[y] ?? 0) : NEVER;
    for (let i = 1; i < blocks.length; i++) {
      const e = blocks[i] ?? 0;
      const at = i * L;
      const before = at - L;
      for (const y of FROM_ANY) {
        let best = NEVER;
        let from = 0;
        for (let x = 0; x < L; x++) {
          const value = (forward[before + x] ?? 0) + (edges[e + x * L + y] ?? 0);
          if (value > best) {
            best = value;
            from = x;
          }
        }
        forward[at + y] = best + (scores[at + y] ?? 0);
        back[at + y] = from;
      }
      for (let y = 2; y < L; y += 2) {
        const fresh = (forward[before + y - 1] ?? 0) + (edges[e + (y - 1) * L + y] ?? 0);
        const old = (forward[before + y] ?? 0) + (edges[e + y * L + y] ?? 0);
        forward[at + y] = Math.max(NEVER, (fresh >= old ? fresh : old) + (scores[at + y] ?? 0));
        back[at + y] = fresh >= old ? y - 1 : y;
      }
    }
  }

  /** … and from it on, so that each decision can be compared with its best rival. */
  #goBackward(blocks: Int32Array): void {
    const scores = this.scores;
    const edges = this.#edges;
    const backward = this.#backward;
    const end = (blocks.length - 1) * L;
    backward.fill(0, end, end + L);
    for (let i = blocks.length - 2; i >= 0; i--) {
      const e = blocks[i + 1] ?? 0;
      const at = i * L;
      const next = at + L;
      const valueOf = (x: number, y: number): number =>
        (edges[e + x * L + y] ?? 0) + (scores[next + y] ?? 0) + (backward[next + y] ?? 0);
      for (let x = 0; x < L; x++) {
        let best = NEVER;
        for (const y of FROM_ANY) {
          const value = valueOf(x, y);
          if (value > best) best = value;
        }
        if (x > 0) {
          const value = valueOf(x, begins(x) ? x + 1 : x);
          if (value > best) best = value;
        }
        backward[at + x] = best;
      }
    }
  }

  /** Walks the best reading back from its end. */
  #read(tokens: Tokens, a: number, n: number): Tagged[] {
    const forward = this.#forward;
    const end = (n - 1) * L;
    let y = 0;
    for (let x = 1; x < L; x++) if ((forward[end + x] ?? 0) > (forward[end + y] ?? 0)) y = x;
    const total = forward[end + y] ?? 0;
    const found: Tagged[] = [];
    let current: Tagged | null = null;
    for (let i = n - 1; i >= 0; i--) {
      if (y !== 0) {
        const margin = total - this.#rivalOf(i, y);
        const token = a + i;
        const stop = tokens.end[token] ?? 0;
        current ??= { kind: kindOf(y), from: token, to: token + 1, start: 0, end: stop, margin };
        current.margin = Math.min(current.margin, margin);
        if (begins(y)) {
          current.from = token;
          current.start = tokens.start[token] ?? 0;
          found.push(current);
          current = null;
        }
      }
      y = this.#back[i * L + y] ?? 0;
    }
    return found.reverse();
  }

  /** The best reading in which token `i` has another label than `y`. */
  #rivalOf(i: number, y: number): number {
    const at = i * L;
    let rival = NEVER;
    for (let x = 0; x < L; x++)
      if (x !== y)
        rival = Math.max(rival, (this.#forward[at + x] ?? 0) + (this.#backward[at + x] ?? 0));
    return rival;
  }
}
