/** Writes the index of the words of claims; `search/words-of-claims.ts` says in which form. */
import { formsIn, plain, type Token } from '../../search/fold.ts';
import type { WordDirectory } from '../../search/words-of-claims.ts';
import { at, last } from '../../text/certain.ts';

/** About so many bytes, before they are compressed, make a chunk's first file. */
const CHUNK = 14_000;

/** What a claim says: its words in their order, and other forms under which they are found. */
export interface Spoken {
  words: string[];
  forms: string[];
}

/** The words of a claim and their other forms; a word with an apostrophe also without it. */
export function spokenIn(list: readonly Token[]): Spoken {
  const words = list.map(({ word }) => word);
  const forms = new Set(formsIn(list));
  for (const word of words) {
    const bare = plain(word);
    if (bare !== word && bare) forms.add(bare);
  }
  return { words, forms: [...forms] };
}

/** A chunk of the index, as its two files hold it. */
export interface Chunk {
  rows: Uint8Array;
  places: Uint8Array;
}

/** The index of a run: its directory and its chunks. */
export interface IndexedWords {
  directory: WordDirectory;
  chunks: Chunk[];
}

/** Numbers in as few bytes as they need. */
class Writer {
  private readonly bytes: number[] = [];
  get length(): number {
    return this.bytes.length;
  }
  number(value: number): void {
    let left = value;
    for (; left > 0x7f; left >>>= 7) this.bytes.push((left & 0x7f) | 0x80);
    this.bytes.push(left);
  }
  text(text: string): void {
    const bytes = new TextEncoder().encode(text);
    this.number(bytes.length);
    this.bytes.push(...bytes);
  }
  end(): Uint8Array {
    return Uint8Array.from(this.bytes);
  }
}

/** The rows that hold a word, as they come, and its places in them, one after another. */
interface Held {
  rows: number[];
  times: number[];
  places: number[];
}

/** Indexes claims by row. */
export function indexWords(claims: Iterable<Spoken>): IndexedWords {
  const held = new Map<string, Held>();
  const lengths: number[] = [];
  const entryOf = (word: string, row: number): Held => {
    let entry = held.get(word);
    if (!entry) held.set(word, (entry = { rows: [], times: [], places: [] }));
    if (entry.rows[entry.rows.length - 1] !== row) {
      entry.rows.push(row);
      entry.times.push(0);
    }
    return entry;
  };
  let row = 0;
  for (const { words, forms } of claims) {
    for (let place = 0; place < words.length; place++) {
      const { times, places } = entryOf(at(words, place), row);
      times[times.length - 1] = last(times) + 1;
      places.push(place);
    }
    for (const form of forms) entryOf(form, row);
    lengths.push(words.length);
    row++;
  }
  const { first, chunks } = inChunks(held);
  return { directory: { first, lengths }, chunks };
}

/** Cuts the words into chunks, in their order; with the first word of each. */
function inChunks(held: ReadonlyMap<string, Held>): { first: string[]; chunks: Chunk[] } {
  const first: string[] = [];
  const chunks: Chunk[] = [];
  let rows = new Writer();
  let places = new Writer();
  const end = () => {
    if (rows.length === 0) return;
    chunks.push({ rows: rows.end(), places: places.end() });
    rows = new Writer();
    places = new Writer();
  };
  // In the order of code units, in which the reader looks words up.
  for (const [word, entry] of [...held].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (rows.length + entry.rows.length > CHUNK) end();
    if (rows.length === 0) first.push(word);
    rows.text(word);
    writeEntry(entry, rows, places);
  }
  end();
  return { first, chunks };
}

function writeEntry({ rows, times, places }: Held, toRows: Writer, toPlaces: Writer): void {
  toRows.number(rows.length);
  let before = -1;
  let next = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = at(rows, i);
    const count = at(times, i);
    toRows.number((row - before - 1) * 2 + (count === 1 ? 0 : 1));
    if (count !== 1) toRows.number(count);
    before = row;
    let place = -1;
    for (const end = next + count; next < end; next++) {
      toPlaces.number(at(places, next) - place - 1);
      place = at(places, next);
    }
  }
}
