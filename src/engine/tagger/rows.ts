/**
 * A feature is one 32-bit number, made from its template and two numbers it was found with, so that the features
 * of a text are a table of integers and nothing is joined or looked up as text.
 */

/** Stands where there is nothing to ask about. */
export const NONE = 0x51ed270b;

/** One hash of a template and two numbers; never 0. */
export function mix(template: number, x: number, y: number): number {
  let h = Math.imul(template + 1, 0x9e3779b1) ^ x;
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b);
  h = Math.imul(h ^ y ^ (h >>> 13), 0xc2b2ae35);
  h ^= h >>> 16;
  h = Math.imul(h, 0x27d4eb2f);
  h ^= h >>> 15;
  return h | 0 || 1;
}

/** Distances and counts in steps, 0 to 8. */
export function step(n: number): number {
  if (n < 4) return n;
  if (n < 9) return n < 6 ? 4 : 5;
  if (n < 14) return 6;
  return n < 22 ? 7 : 8;
}

/** How many of the ascending limits a number is not below. */
export function levelOf(n: number, limits: readonly number[]): number {
  let level = 0;
  for (const limit of limits) if (n >= limit) level++;
  return level;
}

/** Writes features one after another, each under the next template; places that are not written hold 0. */
export class FeatureWriter {
  readonly #out: Int32Array;
  #at = 0;
  #template = 0;

  /** Writes to `out`, beginning with the given template. */
  constructor(out: Int32Array, template = 0) {
    this.#out = out;
    this.#template = template;
  }

  /** Goes on at place `at` with the given template. */
  begin(at: number, template: number): void {
    this.#at = at;
    this.#template = template;
  }

  /** Goes on with another template at the same place. */
  use(template: number): void {
    this.#template = template;
  }

  /** Leaves out a template. */
  skip(): void {
    this.#template++;
  }

  put(x: number, y: number): void {
    this.#out[this.#at++] = mix(this.#template++, x, y);
  }

  /** Fills up to a place with 0; throws where more was written than there is room for. */
  endAt(end: number): void {
    if (this.#at > end) throw new Error(`${this.#at - end} features more than a row holds`);
    this.#out.fill(0, this.#at, end);
    this.#at = end;
  }
}
