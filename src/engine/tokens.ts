/**
 * Words with their place, part of speech and lemma, from wink-nlp.
 *
 * Everything is numbers: words are 32-bit hashes of their spelling, so that a table of weights made on one
 * machine means the same on every other, and the tagger's inner loop touches no string.
 */
import winkNLP from 'wink-nlp';
import languageModel from 'wink-eng-lite-web-model';
import { spelledOut } from './name-marks.ts';

/** wink-nlp's parts of speech; a token carries the index. */
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

interface WinkCore {
  features: { lexeme: { hash: Record<string, number>; list: string[]; intrinsicSize: number } };
}

/**
 * wink-nlp keeps every unknown word it meets, and cuts later texts differently for having met it. So the words
 * a text added are taken out again after it: the same text gives the same tokens whatever came before.
 */
class Reader {
  readonly nlp;
  readonly #core: WinkCore;
  #known: number;

  constructor() {
    let core: WinkCore | undefined;
    const model = {
      ...(languageModel as unknown as { core(): WinkCore }),
      core: () => (core = readCore()),
      metaCER,
    };
    this.nlp = winkNLP(model as unknown as Parameters<typeof winkNLP>[0], ['sbd', 'pos']);
    if (!core) throw new Error('wink-nlp did not read its language model');
    this.#core = core;
    this.#known = core.features.lexeme.list.length;
  }

  /** Takes out the words added since the last call. */
  forget(): void {
    const { hash, list } = this.#core.features.lexeme;
    for (let i = this.#known; i < list.length; i++) delete hash[list[i]!];
    this.#known = list.length;
  }

  /** The list of former words stays (wink-nlp addresses it by index), so a reader is replaced when it grows. */
  get isWornOut(): boolean {
    return this.#known > 180_000;
  }
}

function readCore(): WinkCore {
  return (languageModel as unknown as { core(): WinkCore }).core();
}

let entityModel: unknown;

/** Asked for once: the language model encodes what it hands out anew each time, so that it doubles with every reader. */
const metaCER = (): unknown =>
  (entityModel ??= (languageModel as unknown as { metaCER(): unknown }).metaCER());

let reader: Reader | undefined;

/** What is known of a form once and for all. */
interface Form {
  word: number;
  suffix: number;
  shape: number;
}

const FORMS_KEPT = 60_000;
const forms = new Map<string, Form>();
const lemmas = new Map<string, number>();

function formOf(value: string): Form {
  let form = forms.get(value);
  if (!form) {
    if (forms.size > FORMS_KEPT) forms.clear();
    const lower = value.toLowerCase().replaceAll('’', "'");
    form = { word: hashText(lower), suffix: hashText(lower.slice(-3)), shape: shapeOf(value) };
    forms.set(value, form);
  }
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

/** Longest run without a blank that wink-nlp is given whole; its patterns are slow on longer ones. */
const LONGEST_RUN = 80;
const LONG_RUN = new RegExp(`\\S{${LONGEST_RUN}}(?=\\S)`, 'g');
/** Texts are read in stretches of about this length, cut at line breaks where there are any. */
const STRETCH = 50_000;

/** Cuts a text into tokens. Line breaks are tokens; other white space lies between tokens. */
export function tokenize(source: string): Tokens {
  const text = spelledOut(source);
  const capacity = Math.max(16, text.length);
  // A token has at least one character; most have more, so the arrays are cut to size at the end.
  let size = Math.min(capacity, 1024);
  let start = new Int32Array(size);
  let end = new Int32Array(size);
  let word = new Int32Array(size);
  let lemma = new Int32Array(size);
  let suffix = new Int32Array(size);
  let pos = new Uint8Array(size);
  let shape = new Uint8Array(size);
  let count = 0;
  for (let from = 0; from < text.length;) {
    const to = stretchEnd(text, from);
    if (reader?.isWornOut) reader = undefined;
    reader ??= new Reader();
    const { nlp } = reader;
    const { its } = nlp;
    const stretch = text.slice(from, to);
    const read = nlp.readDoc(stretch.replace(LONG_RUN, '$& ')).tokens();
    const values = read.out(its.value) as string[];
    const tags = read.out(its.pos) as string[];
    if (count + values.length > size) {
      size = Math.max(count + values.length, Math.min(capacity, size * 2));
      start = grown(start, new Int32Array(size));
      end = grown(end, new Int32Array(size));
      word = grown(word, new Int32Array(size));
      lemma = grown(lemma, new Int32Array(size));
      suffix = grown(suffix, new Int32Array(size));
      pos = grown(pos, new Uint8Array(size));
      shape = grown(shape, new Uint8Array(size));
    }
    let at = from;
    for (let i = 0; i < values.length; i++) {
      const value = values[i]!;
      const place = placeOf(text, value, at, to);
      if (place < 0) continue;
      const form = formOf(value);
      const tag = tags[i]!;
      const lemmaKey = `${tag} ${value}`;
      let lemmaHash = lemmas.get(lemmaKey);
      if (lemmaHash === undefined) {
        if (lemmas.size > FORMS_KEPT) lemmas.clear();
        // wink-nlp has no lemma for an unknown word that it takes for a pronoun.
        const known = read
          .itemAt(i)
          .out(
            its.lemma as unknown as Parameters<ReturnType<typeof read.itemAt>['out']>[0],
          ) as unknown as string | undefined;
        lemmaHash = hashText((known ?? value).toLowerCase().replaceAll('’', "'"));
        lemmas.set(lemmaKey, lemmaHash);
      }
      start[count] = place;
      at = place + value.length;
      end[count] = at;
      word[count] = form.word;
      lemma[count] = lemmaHash;
      suffix[count] = form.suffix;
      pos[count] = POS_INDEX.get(tag) ?? POS.length - 1;
      shape[count] = form.shape;
      count++;
    }
    reader.forget();
    from = to;
  }
  return {
    text: source,
    count,
    start: start.subarray(0, count),
    end: end.subarray(0, count),
    word: word.subarray(0, count),
    lemma: lemma.subarray(0, count),
    suffix: suffix.subarray(0, count),
    pos: pos.subarray(0, count),
    shape: shape.subarray(0, count),
  };
}

function grown<T extends Int32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

function stretchEnd(text: string, from: number): number {
  const limit = from + STRETCH;
  if (limit >= text.length) return text.length;
  const line = text.lastIndexOf('\n', limit);
  if (line > from) return line + 1;
  const blank = text.lastIndexOf(' ', limit);
  if (blank > from) return blank;
  // Never between the halves of a surrogate pair.
  return limit - (isHighSurrogate(text.charCodeAt(limit - 1)) ? 1 : 0);
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

/** Where `value` stands at or shortly after `at`; -1 where wink-nlp gave something the text does not have. */
function placeOf(text: string, value: string, at: number, to: number): number {
  let place = at;
  if (text.startsWith(value, place)) return place;
  while (place < to && isBlank(text.charCodeAt(place)) && !text.startsWith(value, place)) place++;
  for (let near = place; near < Math.min(to, place + 8); near++)
    if (text.startsWith(value, near)) return near;
  return -1;
}

function isBlank(unit: number): boolean {
  return (
    unit === 32 ||
    (unit >= 9 && unit <= 13) ||
    unit === 0xa0 ||
    (unit >= 0x2000 && unit <= 0x200b) ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000 ||
    unit === 0xfeff
  );
}
