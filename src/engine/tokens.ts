/**
 * A text as a table of tokens with part of speech and lemma, which the tagger reads; a language pack fills it.
 *
 * Everything is numbers: words are 32-bit hashes of their spelling, so that a table of weights made on one
 * machine means the same on every other, and the tagger's inner loop touches no string.
 */
import { at } from '../text/certain.ts';

/** Parts of speech after Universal Dependencies, with a blank as one; a token carries the index. */
export const POS = [
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SPACE',
  'SYM',
  'VERB',
  'X',
] as const;
const POS_INDEX = new Map<string, number>(POS.map((name, index) => [name, index]));

/** What kind of characters a token is made of. */
export const SHAPE = {
  lower: 0,
  title: 1,
  upper: 2,
  mixed: 3,
  number: 4,
  other: 5,
  newline: 6,
} as const;

export interface Tokens {
  text: string;
  count: number;
  /** UTF-16 offsets into `text`; `end` exclusive. */
  start: Int32Array;
  end: Int32Array;
  /** Hash of the lower-cased form. */
  word: Int32Array;
  /** Hash of the lemma, lower-cased. */
  lemma: Int32Array;
  /** Hash of the last three characters. */
  suffix: Int32Array;
  /** Index into `POS`. */
  pos: Uint8Array;
  shape: Uint8Array;
}

/** FNV-1a over UTF-16 units: the same number for the same spelling on every machine. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash | 0;
}

/** The form of a word that is hashed: small letters, straight apostrophes. */
const plainForm = (word: string): string => word.toLowerCase().replaceAll('’', "'");

/** What is known of a form once and for all. */
interface Form {
  word: number;
  suffix: number;
  shape: number;
}

/** Forms and lemmas that are remembered between texts. */
const KEPT = 60_000;
const forms = new Map<string, Form>();
/** By part of speech, then by spelling. */
const lemmas = POS.map(() => new Map<string, number>());

function formOf(value: string): Form {
  const known = forms.get(value);
  if (known) return known;
  if (forms.size > KEPT) forms.clear();
  const lower = plainForm(value);
  const form = { word: hashText(lower), suffix: hashText(lower.slice(-3)), shape: shapeOf(value) };
  forms.set(value, form);
  return form;
}

function shapeOf(value: string): number {
  if (/^\s+$/.test(value)) return SHAPE.newline;
  if (/\d/.test(value)) return SHAPE.number;
  if (!/\p{L}/u.test(value)) return SHAPE.other;
  if (value === value.toLowerCase()) return SHAPE.lower;
  if (value === value.toUpperCase()) return value.length > 1 ? SHAPE.upper : SHAPE.title;
  if (/^\p{Lu}[^\p{Lu}]*$/u.test(value)) return SHAPE.title;
  return SHAPE.mixed;
}

/** A token as a reader of words gives it. */
export interface TaggedWord {
  /** As printed. */
  value: string;
  /** One of `POS`. */
  tag: string;
  /** For a name that is spelt like a small word: a name of which the model knows nothing, read in its place. */
  standIn?: string;
  /** Asked only where the same word with the same part of speech has not come before. */
  lemma(): string;
}

/** Writes the tokens of one text, in order, into columns that grow. */
export class TokenColumns {
  #count = 0;
  #size: number;
  #start: Int32Array;
  #end: Int32Array;
  #word: Int32Array;
  #lemma: Int32Array;
  #suffix: Int32Array;
  #pos: Uint8Array;
  #shape: Uint8Array;

  /** `size`: about how many tokens there will be. */
  constructor(size: number) {
    this.#size = size;
    this.#start = new Int32Array(size);
    this.#end = new Int32Array(size);
    this.#word = new Int32Array(size);
    this.#lemma = new Int32Array(size);
    this.#suffix = new Int32Array(size);
    this.#pos = new Uint8Array(size);
    this.#shape = new Uint8Array(size);
  }

  /** The next token, which begins at `start`. */
  add(start: number, token: TaggedWord): void {
    if (this.#count === this.#size) this.#grow();
    const index = this.#count++;
    const { word, suffix, shape } = formOf(token.standIn ?? token.value);
    this.#start[index] = start;
    this.#end[index] = start + token.value.length;
    this.#word[index] = word;
    const pos = POS_INDEX.get(token.tag) ?? POS.length - 1;
    this.#lemma[index] = lemmaOf(token, pos);
    this.#suffix[index] = suffix;
    this.#pos[index] = pos;
    this.#shape[index] = shape;
  }

  #grow(): void {
    this.#size *= 2;
    this.#start = grown(this.#start, new Int32Array(this.#size));
    this.#end = grown(this.#end, new Int32Array(this.#size));
    this.#word = grown(this.#word, new Int32Array(this.#size));
    this.#lemma = grown(this.#lemma, new Int32Array(this.#size));
    this.#suffix = grown(this.#suffix, new Int32Array(this.#size));
    this.#pos = grown(this.#pos, new Uint8Array(this.#size));
    this.#shape = grown(this.#shape, new Uint8Array(this.#size));
  }

  /** The table, with the text that its offsets are of. */
  table(text: string): Tokens {
    const count = this.#count;
    return {
      text,
      count,
      start: this.#start.subarray(0, count),
      end: this.#end.subarray(0, count),
      word: this.#word.subarray(0, count),
      lemma: this.#lemma.subarray(0, count),
      suffix: this.#suffix.subarray(0, count),
      pos: this.#pos.subarray(0, count),
      shape: this.#shape.subarray(0, count),
    };
  }
}

/** Looked up by the two apart: joined to one key they would be copied and hashed anew at each token. */
function lemmaOf({ value, lemma }: TaggedWord, pos: number): number {
  const known = at(lemmas, pos);
  const before = known.get(value);
  if (before !== undefined) return before;
  if (known.size > KEPT) known.clear();
  const hash = hashText(plainForm(lemma()));
  known.set(value, hash);
  return hash;
}

function grown<T extends Int32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
