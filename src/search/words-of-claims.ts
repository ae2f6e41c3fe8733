/**
 * Which claims hold which words, and where: the index of one run of claims, in chunks of the alphabet.
 * A chunk has two files. In the first stand its words, each with the rows that hold it and how often;
 * in the second the places of those words in the rows, which only phrases need. Numbers are of seven
 * bits a byte, the lowest first; all but the last byte of a number have the highest bit.
 */
import { at } from '../text/certain.ts';

/** What stands beside the table. */
export interface WordDirectory {
  /** The first word of each chunk, in the order of code units. */
  first: string[];
  /** How many words each claim has, by row. */
  lengths: number[];
}

/** A word and the rows that hold it, in their order. */
export interface WordRows {
  word: string;
  rows: number[];
  /** How often each row says it; 0 where it stands there only in another form (see `formsIn`). */
  times: number[];
}

const decoder = new TextDecoder();

/** Reads the numbers and words of a chunk one after another. */
class Reader {
  private at = 0;
  private readonly bytes: Uint8Array;
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }
  get isOver(): boolean {
    return this.at >= this.bytes.length;
  }
  number(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes[this.at++];
      if (byte === undefined) throw new RangeError('Expected a number in a chunk of words');
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  }
  skip(numbers: number): void {
    for (let left = numbers; left > 0 && !this.isOver; this.at++)
      if (at(this.bytes, this.at) < 0x80) left--;
  }
  text(): string {
    const length = this.number();
    this.at += length;
    return decoder.decode(this.bytes.subarray(this.at - length, this.at));
  }
}

/** The words of a chunk's first file. */
function readRows(bytes: Uint8Array): WordRows[] {
  const reader = new Reader(bytes);
  const found: WordRows[] = [];
  while (!reader.isOver) {
    const entry: WordRows = { word: reader.text(), rows: [], times: [] };
    const count = reader.number();
    let row = -1;
    for (let i = 0; i < count; i++) {
      const step = reader.number();
      row += (step >> 1) + 1;
      entry.rows.push(row);
      entry.times.push(step & 1 ? reader.number() : 1);
    }
    found.push(entry);
  }
  return found;
}

/** Rows that say a word themselves. */
const sayers = (entry: WordRows | undefined): number[] =>
  entry?.rows.filter((_, i) => at(entry.times, i) > 0) ?? [];

const memberOf = (list: readonly number[]) => {
  const members = new Set(list);
  return (one: number) => members.has(one);
};

const sum = (numbers: readonly number[]) => numbers.reduce((all, n) => all + n, 0);

/** From a chunk's second file: where each row that says the word has it, counted in words from 0. */
function readPlaces(
  bytes: Uint8Array,
  chunk: readonly WordRows[],
  word: string,
): Map<number, number[]> {
  const reader = new Reader(bytes);
  const places = new Map<number, number[]>();
  for (const entry of chunk) {
    if (entry.word !== word) {
      reader.skip(sum(entry.times));
      continue;
    }
    for (const [i, row] of entry.rows.entries()) {
      const list: number[] = [];
      let place = -1;
      for (let left = at(entry.times, i); left > 0; left--) {
        place += reader.number() + 1;
        list.push(place);
      }
      if (list.length > 0) places.set(row, list);
    }
    break;
  }
  return places;
}

/** Reads a file of the index: its kind and the number of its chunk. */
export type ReadChunk = (kind: 'rows' | 'places', chunk: number) => Promise<Uint8Array>;

/** The index of one run, whose chunks are read when they are asked for, and once. */
export class WordIndex {
  private readonly first: readonly string[];
  private readonly read: ReadChunk;
  private readonly chunks = new Map<number, Promise<WordRows[]>>();
  private readonly places = new Map<number, Promise<Uint8Array>>();

  constructor({ first }: Pick<WordDirectory, 'first'>, read: ReadChunk) {
    this.first = first;
    this.read = read;
  }

  /** All words that begin so. */
  async beginning(letters: string): Promise<WordRows[]> {
    const { first } = this;
    const last = `${letters}\uffff`;
    const wanted = first.flatMap((_, i) => {
      const isBefore = i + 1 < first.length && at(first, i + 1) <= letters;
      return isBefore || at(first, i) > last ? [] : [this.chunk(i)];
    });
    const found = (await Promise.all(wanted)).flat();
    return found.filter(({ word }) => word.startsWith(letters));
  }

  /** Rows that say all of these words, beside one another and in this order. */
  async rowsWith(phrase: readonly string[]): Promise<Set<number>> {
    const words = await Promise.all(
      phrase.map(async (word) => {
        const number = this.chunkOf(word);
        const chunk = number < 0 ? [] : await this.chunk(number);
        return { number, chunk, entry: chunk.find((one) => one.word === word) };
      }),
    );
    const [opener = [], ...next] = words.map(({ entry }) => sayers(entry));
    const rows = next.reduce((left, said) => left.filter(memberOf(said)), opener);
    if (rows.length === 0 || phrase.length === 1) return new Set(rows);
    const places = await Promise.all(
      words.map(async ({ number, chunk, entry }) =>
        readPlaces(await this.placesOf(number), chunk, entry?.word ?? ''),
      ),
    );
    const [opening, ...others] = places;
    const isPhrase = (row: number) =>
      opening
        ?.get(row)
        ?.some((place) => others.every((other, i) => other.get(row)?.includes(place + i + 1)));
    return new Set(rows.filter(isPhrase));
  }

  private chunkOf(word: string): number {
    return this.first.findLastIndex((first) => first <= word);
  }

  private chunk(number: number): Promise<WordRows[]> {
    return once(this.chunks, number, async () => readRows(await this.read('rows', number)));
  }

  private placesOf(number: number): Promise<Uint8Array> {
    return once(this.places, number, () => this.read('places', number));
  }
}

/** What a key stands for, made once; again where that failed. */
export function once<K, V>(known: Map<K, Promise<V>>, key: K, make: () => Promise<V>): Promise<V> {
  const value = known.get(key) ?? make();
  if (!known.has(key)) {
    known.set(key, value);
    value.catch(() => known.delete(key));
  }
  return value;
}
