import type { ClaimRecord, Relation } from '../model/records.ts';
import { at } from '../text/certain.ts';
import { byText } from '../text/order.ts';

/**
 * Relations between claims of the whole archive, computed with an inverted index over their
 * rarer words: no pair is looked at that shares none of them. Work grows with the number of
 * claims, since words in more than `COMMON` claims are not followed.
 *
 * - `repeats`: the same words, or one holds the other whole (eight words or more).
 * - `near`: at least 60 % of the shorter claim's word triples stand in the other.
 * - `related`: cosine of the words' weights (tf-idf) of 0.18 or more; the best three a claim.
 */
export function relateClaims(claims: readonly ClaimRecord[]): Map<string, Relation[]> {
  const vocabulary = new Vocabulary();
  const folded = claims.map((claim): Folded => vocabulary.fold(claim));
  const holders = invert(folded, vocabulary.size);
  const weights = Float64Array.from({ length: vocabulary.size }, (_, word) => {
    const { length } = at(holders, word);
    return length === 0 ? 0 : Math.log(1 + claims.length / length);
  });
  const entries = folded.map((one): Entry => {
    const length = hypotenuse(one.keywords.map((word) => weights[word] ?? 0)) || 1;
    return { ...one, length };
  });
  const nearest = new Nearest(entries, holders, weights);
  const shared = new Shared(vocabulary.words, weights);
  return new Map(
    entries.map((entry, i) => [entry.claim.id, relationsOf(entry, nearest.to(i), shared)]),
  );
}

const COMMON = 400;
/** The share of triples from which two claims are near each other. */
const NEAR = 0.6;
/** So many of the claims nearest to one are compared with it word by word. */
const COMPARED = 24;
/** So many claims that are about the same are kept of one. */
const MOST_RELATED = 3;

/** Of the claims nearest to one those that repeat it or are near it, then those that are related; best first. */
function relationsOf(entry: Entry, nearest: readonly Scored[], shared: Shared): Relation[] {
  shared.from(entry);
  const close: Relation[] = [];
  const related: Relation[] = [];
  for (const { other, score } of nearest) {
    // a quotation and the claim around it share words because they are one passage
    if (entry.claim.within === other.claim.id || other.claim.within === entry.claim.id) continue;
    const found = closeness(entry, other, shared);
    if (found) close.push(found);
    if (found !== undefined || related.length === MOST_RELATED || score < 0.18) continue;
    const common = shared.keywords(other);
    if (common.length < 2) continue;
    const why = `shares: ${common
      .slice(0, 4)
      .map((word) => `“${word}”`)
      .join(', ')}`;
    related.push({ ...computedTo(other), kind: 'related', score: round(score), why });
  }
  return [...close, ...related];
}

const computedTo = ({ claim }: Entry) => ({
  to: claim.id,
  basis: 'computed' as const,
  by: null,
});

/**
 * The relation of two claims that have the same words or nearly the same ones. Null where they have
 * the same and these are too few to tell anything, undefined where they have others.
 */
function closeness(a: Entry, b: Entry, shared: Shared): Relation | null | undefined {
  const shorter = a.characters <= b.characters ? a : b;
  const count = Math.max(1, shorter.sequence.length);
  const repeats = { ...computedTo(b), kind: 'repeats' as const, score: 1 };
  if (hasSameWords(a, b)) return count >= 4 ? { ...repeats, why: 'the same words' } : null;
  const overlap = count >= 6 ? shared.triples(b) : 0;
  // words that stand whole in others bring all their triples
  if (count >= 8 && overlap === 1 && (holds(a, b) || holds(b, a)))
    return {
      ...repeats,
      why:
        a.characters < b.characters
          ? 'the other claim holds these words whole'
          : 'this claim holds the other’s words whole',
    };
  if (overlap < NEAR) return undefined;
  return {
    ...computedTo(b),
    kind: 'near',
    score: round(overlap),
    why: `${Math.round(overlap * 100)} % of the shorter claim’s word triples are shared`,
  };
}

/**
 * `Math.hypot` of a list of any length. The sum is compensated, so that claims of the same words
 * in another order are equally long.
 */
function hypotenuse(values: readonly number[]): number {
  const most = values.reduce((a, b) => Math.max(a, b), 0);
  if (most === 0) return 0;
  let sum = 0;
  let excess = 0;
  for (const value of values) {
    const square = (value / most) ** 2 - excess;
    const next = sum + square;
    excess = next - sum - square;
    sum = next;
  }
  return Math.sqrt(sum) * most;
}

/** The words of a claim, folded, by their numbers in the vocabulary. */
interface Folded {
  claim: ClaimRecord;
  /** All words in their order. */
  sequence: readonly number[];
  /** The words that tell what it is about, each once, in the order of their first places. */
  keywords: readonly number[];
  /** The first place of each run of three words. */
  triples: readonly number[];
  /** How long the words are together, a blank after each. */
  characters: number;
}

/** A claim with what comparing it needs. */
interface Entry extends Folded {
  /** Length of the vector of its words' weights. */
  length: number;
}

/** Numbers for words, so that none is compared letter by letter. */
class Vocabulary {
  readonly words: string[] = [];
  readonly #numbers = new Map<string, number>();
  /** For each word whether it may be a keyword. */
  readonly #telling: boolean[] = [];

  get size(): number {
    return this.words.length;
  }

  fold(claim: ClaimRecord): Folded {
    const sequence: number[] = [];
    const keywords = new Set<number>();
    let characters = 0;
    for (const word of plain(claim.text)) {
      const number = this.#number(word);
      sequence.push(number);
      if (this.#telling[number]) keywords.add(number);
      characters += word.length + 1;
    }
    return {
      claim,
      sequence,
      keywords: [...keywords],
      triples: firstTriples(sequence),
      characters,
    };
  }

  #number(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    const number = this.words.push(word) - 1;
    this.#numbers.set(word, number);
    this.#telling.push(word.length > 1 && !EMPTY.has(word));
    return number;
  }
}

/** For each word the claims of which it is a keyword, in their order. */
function invert(entries: readonly Folded[], words: number): Int32Array[] {
  const counts = new Int32Array(words);
  for (const { keywords } of entries)
    for (const word of keywords) counts[word] = at(counts, word) + 1;
  const holders = Array.from(counts, (count) => new Int32Array(count));
  const filled = new Int32Array(words);
  for (const [i, { keywords }] of entries.entries())
    for (const word of keywords) {
      const place = at(filled, word);
      at(holders, word)[place] = i;
      filled[word] = place + 1;
    }
  return holders;
}

interface Scored {
  other: Entry;
  score: number;
}

/** The claims that share the most with one, by the cosine of the weights of their words. */
class Nearest {
  readonly #entries: readonly Entry[];
  readonly #holders: readonly Int32Array[];
  readonly #weights: Float64Array;
  /** The product with each claim so far; nought again when a claim is done. */
  readonly #products: Float64Array;
  readonly #touched: Int32Array;
  readonly #lengths: Float64Array;

  constructor(entries: readonly Entry[], holders: readonly Int32Array[], weights: Float64Array) {
    this.#entries = entries;
    this.#holders = holders;
    this.#weights = weights;
    this.#products = new Float64Array(entries.length);
    this.#touched = new Int32Array(entries.length);
    this.#lengths = Float64Array.from(entries, ({ length }) => length);
  }

  /** The best first; of two that share as much the one whose id is first. */
  to(index: number): Scored[] {
    const entry = at(this.#entries, index);
    const products = this.#products;
    const touched = this.#touched;
    let count = 0;
    for (const word of entry.keywords) {
      const holders = at(this.#holders, word);
      const { length } = holders;
      if (length > COMMON) continue;
      const square = at(this.#weights, word) ** 2;
      for (let k = 0; k < length; k++) {
        const other = holders[k] ?? 0;
        const product = products[other] ?? 0;
        if (product === 0) touched[count++] = other;
        products[other] = product + square;
      }
    }
    const best: Scored[] = [];
    // Claims below the last of the best so far are passed over before anything is made for them.
    let least = -1;
    for (let k = 0; k < count; k++) {
      const j = touched[k] ?? 0;
      const product = products[j] ?? 0;
      products[j] = 0;
      const score = Math.min(1, product / (entry.length * (this.#lengths[j] ?? 1)));
      if (score < least || j === index) continue;
      enter(best, { other: at(this.#entries, j), score });
      if (best.length === COMPARED) least = at(best, COMPARED - 1).score;
    }
    return best;
  }
}

const isBetter = (a: Scored, b: Scored): boolean =>
  a.score > b.score || (a.score === b.score && byText(a.other.claim.id, b.other.claim.id) < 0);

/** Puts one into its place among the best so far, where it is one of them. */
function enter(best: Scored[], one: Scored): void {
  let place = best.length;
  while (place > 0 && isBetter(one, at(best, place - 1))) place--;
  if (place === COMPARED) return;
  best.splice(place, 0, one);
  if (best.length > COMPARED) best.pop();
}

/** What others have in common with one claim, which is looked through once for all of them. */
class Shared {
  readonly #words: readonly string[];
  readonly #weights: Float64Array;
  #entry: Entry | null = null;
  readonly #keywords = new Set<number>();
  #places: Places | null = null;

  constructor(words: readonly string[], weights: Float64Array) {
    this.#words = words;
    this.#weights = weights;
  }

  from(entry: Entry): void {
    this.#entry = entry;
    this.#keywords.clear();
    this.#places = null;
  }

  /** The words both are about, the rarest first. */
  keywords(other: Entry): string[] {
    const { keywords } = this.#given();
    if (this.#keywords.size === 0) for (const word of keywords) this.#keywords.add(word);
    return other.keywords
      .filter((word) => this.#keywords.has(word))
      .map((word) => ({ word: at(this.#words, word), weight: at(this.#weights, word) }))
      .sort((a, b) => b.weight - a.weight || byText(a.word, b.word))
      .map(({ word }) => word);
  }

  /** The share of the triples of the one with fewer of them that stand in the other; 0 where it is below `NEAR`. */
  triples(other: Entry): number {
    const own = this.#given();
    const fewer = Math.min(own.triples.length, other.triples.length);
    if (fewer === 0) return 0;
    const places = (this.#places ??= placesOf(own));
    // It is enough to know of a share that it is too small; one more, since products are rounded.
    let missing = 0;
    const most = other.triples.length - NEAR * fewer + 1;
    for (const place of other.triples)
      if (!places.has(own.sequence, other.sequence, place) && ++missing > most) return 0;
    return (other.triples.length - missing) / fewer;
  }

  #given(): Entry {
    if (!this.#entry) throw new Error('Expected a claim to compare others with');
    return this.#entry;
  }
}

/** A number for the three words from a place on; other words seldom have the same. */
const keyOfTriple = (sequence: readonly number[], place: number): number =>
  (Math.imul(Math.imul(sequence[place] ?? 0, 31) + (sequence[place + 1] ?? 0), 0x9e3779b1) +
    (sequence[place + 2] ?? 0)) &
  0x3fffffff;

const isSameTriple = (a: readonly number[], i: number, b: readonly number[], j: number): boolean =>
  a[i] === b[j] && a[i + 1] === b[j + 1] && a[i + 2] === b[j + 2];

/** The places at which each run of three words begins for the first time. */
function firstTriples(sequence: readonly number[]): number[] {
  const places = new Places();
  const found: number[] = [];
  for (let place = 0; place + 2 < sequence.length; place++)
    if (places.add(sequence, place)) found.push(place);
  return found;
}

function placesOf({ sequence, triples }: Folded): Places {
  const places = new Places();
  for (const place of triples) places.add(sequence, place);
  return places;
}

/** Where the runs of three words of one claim begin. */
class Places {
  /** By the number of a run the place of one, or of all that have this number. */
  readonly #places = new Map<number, number | number[]>();

  /** Whether the run at a place is none of those before. */
  add(sequence: readonly number[], place: number): boolean {
    const key = keyOfTriple(sequence, place);
    const known = this.#places.get(key);
    if (known === undefined) {
      this.#places.set(key, place);
      return true;
    }
    if (this.#stands(known, sequence, sequence, place)) return false;
    this.#places.set(key, [...[known].flat(), place]);
    return true;
  }

  /** Whether the run at a place of another claim is one of those of `own`. */
  has(own: readonly number[], other: readonly number[], place: number): boolean {
    const known = this.#places.get(keyOfTriple(other, place));
    return known !== undefined && this.#stands(known, own, other, place);
  }

  #stands(
    known: number | number[],
    own: readonly number[],
    other: readonly number[],
    place: number,
  ): boolean {
    return typeof known === 'number'
      ? isSameTriple(own, known, other, place)
      : known.some((one) => isSameTriple(own, one, other, place));
  }
}

function hasSameWords(a: Folded, b: Folded): boolean {
  if (a.characters !== b.characters || a.sequence.length !== b.sequence.length) return false;
  return a.sequence.every((word, i) => b.sequence[i] === word);
}

/** Whether all words of one stand in the other, one after the other. */
function holds({ sequence: long }: Folded, { sequence: short }: Folded): boolean {
  for (let from = 0; from + short.length <= long.length; from++)
    if (short.every((word, i) => long[from + i] === word)) return true;
  return false;
}

const round = (n: number) => Math.round(n * 1000) / 1000;

/** Words of a claim, folded: letter case, accents, marks and possessive endings make no difference. */
const plain = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’‘ʼ]s\b/g, '')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

const EMPTY = new Set(
  'a about above after again against all also although always am among an and another any are around as at away be became because been before being below between both but by came can cannot could did do does done during each either else even ever every few for from further get gets give given go goes going had has have having he her here hers herself him himself his how however i if in into is it its itself just keep know last less like made make makes many may me might more most much must my never new no nor not now of off on once one only or other others our out over own part parts put s said same say says see seen several she should since so some still such take taken than that the their them themselves then there these they this those though three through to too two under until up upon us use used very via want was way we well went were what when where whether which while who whole whom whose why will with within without would year years yet you your'.split(
    ' ',
  ),
);
