/**
 * The query language: words, "exact phrases", -exclusions and fields. What is not understood is reported in
 * words.
 */
import { dayBefore, daysOf, narrowed, type Days } from './intervals.ts';
import { compoundEnd, formsOf, plain, tokens, words, type Token } from './fold.ts';
import { FACETS, type Facet } from './state.ts';

/** Words of a query, and one word that may stand for them. */
export interface Way {
  words: string[];
  as: string;
}

/** Words of names that some write together with the next: al Sayed and Alsayed, Mac Donald and MacDonald. */
const PARTICLES = new Set(
  'al el ul as ash ad an ar at az abu bin ibn ben bint de del della di da du la le van von der den ter mac mc o d st san abd'.split(
    ' ',
  ),
);

/** Other ways of writing the words of one piece of a query. */
function waysOf(list: readonly Token[]): Way[] {
  const ways: Way[] = [];
  list.forEach(({ word, also, glued }, i) => {
    if (also) ways.push({ words: [word], as: also });
    for (const form of formsOf(word))
      if (!word.includes("'")) ways.push({ words: [word], as: form });
    const end = compoundEnd(list, i);
    if (end - i > 1 && !glued) {
      const parts = list.slice(i, end).map((token) => token.word);
      ways.push({ words: parts, as: parts.map(plain).join('') });
    }
  });
  return ways;
}

/** A particle and the word after it, in one. */
const withParticles = (list: readonly string[]): Way[] =>
  list.flatMap((word, i) => {
    const next = list[i + 1];
    return PARTICLES.has(word) && next !== undefined
      ? [{ words: [word, next], as: plain(word) + plain(next) }]
      : [];
  });

export interface Query {
  /** Every one of them must occur; a word also finds longer words that begin with it. */
  words: string[];
  /** Some of the words otherwise written: a compound in one, a word without its article. */
  ways: Way[];
  /** Words of which one of a row must occur; the first of each row stands among `words`. */
  either: string[][];
  /** Every one of them must occur exactly. */
  phrases: string[][];
  /** None of them may occur in the claim's words. */
  without: string[][];
  /** `speaker:` and its like name a facet; the values are matched against names. */
  names: { field: Facet; value: string }[];
  dates: Days;
  /** What was not understood, and what was done instead: sentences for the reader. */
  problems: string[];
}

const OPEN = /["“„‟«＂]/u;
/** A straight mark in a Hebrew word of initials opens nothing. */
const IN_WORD = /^\p{Script=Hebrew}"\p{Script=Hebrew}/u;
const CLOSE = /["”“‟»＂]/u;
const OPERATORS = new Set(['AND', 'NOT', 'XOR', 'NEAR']);

type Field = Facet | 'before' | 'after';
const FIELDS: readonly string[] = [...FACETS, 'before', 'after'];
const isField = (name: string): name is Field => FIELDS.includes(name);

/** One piece of a query: `-"a phrase"`, `speaker:berg`, or a word. */
interface Piece {
  /** To be left out. */
  minus: boolean;
  field: Field | null;
  /** The name before a colon, as typed, whether it is a field or not. */
  named: string | null;
  text: string;
  quoted: boolean;
  closed: boolean;
}

/** The pieces of a query in their order. */
function* piecesOf(text: string): Generator<Piece> {
  let next = 0;
  while (next < text.length) {
    if (/\s/u.test(text.charAt(next))) {
      next++;
      continue;
    }
    const minus = /^[-−–](?=[^\s\-−–])/u.test(text.slice(next, next + 2));
    if (minus) next++;
    const named = /^(\p{L}+):(?!\/\/)/u.exec(text.slice(next))?.[1] ?? null;
    const name = named?.toLowerCase() ?? '';
    const field = isField(name) ? name : null;
    if (named !== null && field) next += named.length + 1;
    const { end, ...value } = valueAt(text, next);
    next = end;
    yield { minus, field, named, ...value };
  }
}

/** The words in quotation marks that begin at an offset, or else all up to the next blank or opening mark. */
function valueAt(
  text: string,
  start: number,
): Pick<Piece, 'text' | 'quoted' | 'closed'> & { end: number } {
  let end = start;
  if (OPEN.test(text.charAt(start))) {
    end++;
    while (end < text.length && !CLOSE.test(text.charAt(end))) end++;
    const inside = text.slice(start + 1, end);
    const closed = end < text.length;
    return { text: inside, quoted: true, closed, end: Math.min(text.length, end + 1) };
  }
  const isOver = () =>
    end === text.length ||
    /\s/u.test(text.charAt(end)) ||
    (OPEN.test(text.charAt(end)) && end > start && !IN_WORD.test(text.slice(end - 1, end + 2)));
  while (!isOver()) end++;
  return { text: text.slice(start, end), quoted: false, closed: true, end };
}

/** The word of a piece that is one word and no more: no phrase, field or operator. */
function singleWord({ minus, quoted, named, text }: Piece): string | null {
  if (minus || quoted || named !== null || text === 'OR' || OPERATORS.has(text)) return null;
  const [word = null, ...more] = words(text);
  return more.length === 0 ? word : null;
}

/** A query as it is read, piece by piece. */
class Reading {
  readonly words: string[] = [];
  readonly ways: Way[] = [];
  readonly either: string[][] = [];
  readonly phrases: string[][] = [];
  readonly without: string[][] = [];
  readonly names: Query['names'] = [];
  readonly problems: string[] = [];
  dates: Days = { from: null, to: null };
  /** The single word before, which an `OR` may join with the next. */
  #single: string | null = null;
  #joins = false;

  /** Takes one piece after the other; an `OR` between two single words lets either of them do. */
  read(piece: Piece): void {
    const isOr = piece.text === 'OR' && !piece.quoted && !piece.minus;
    if (isOr && this.#single !== null && !this.#joins) {
      this.#joins = true;
      return;
    }
    const only = singleWord(piece);
    const first = this.#joins ? this.#single : null;
    if (this.#joins && only === null) this.#orAlone();
    this.#joins = false;
    if (first !== null && only !== null) {
      this.#join(first, only);
      return;
    }
    this.#single = only;
    if (isOr) this.#orAlone();
    else if (piece.field) this.readField(piece.field, piece);
    else this.readWords(piece);
  }

  /** What is still open when all is read. */
  end(): void {
    if (this.#joins) this.#orAlone();
  }

  #orAlone(): void {
    this.problem('“OR” joins two single words, as in: ferry OR boat. It was not used here.');
  }

  #join(first: string, other: string): void {
    const row = this.either.find((one) => one[0] === first);
    if (row) row.push(other);
    else this.either.push([first, other]);
  }

  /** Says a sentence once. */
  problem(sentence: string): void {
    if (!this.problems.includes(sentence)) this.problems.push(sentence);
  }

  readField(field: Field, { minus, text }: Piece): void {
    if (minus)
      this.problem(
        `“-${field}:” is not understood: only words and phrases can be left out. It was not used.`,
      );
    else if (words(text).length === 0)
      this.problem(`“${field}:” has no value after it. It was not used.`);
    else if (field === 'before' || field === 'after') this.#readDate(field, text);
    else this.names.push({ field, value: text });
  }

  #readDate(field: 'before' | 'after', text: string): void {
    const days = daysOf(text);
    if (!days)
      this.problem(
        `“${field}:${text}” is no date such as 2018, 2018-12 or 2018-12-08. It was not used.`,
      );
    else
      this.dates = narrowed(
        this.dates,
        field === 'after'
          ? { from: days.from, to: null }
          : { from: null, to: dayBefore(days.from) },
      );
  }

  readWords({ minus, named, text, quoted, closed }: Piece): void {
    if (OPERATORS.has(text) && !quoted && !minus)
      return this.problem(
        `“${text}” is not understood here: every word must occur, and “-” before a word leaves it out.`,
      );
    const found = words(text);
    if (!quoted && named !== null)
      this.problem(`“${named}:” is no field of this search; it was searched for as a word.`);
    if (found.length === 0) {
      if (text.trim()) this.problem(`“${text.trim()}” has no letters or digits to search for.`);
      else if (quoted) this.problem('There is nothing between the quotation marks.');
      return;
    }
    if (!quoted && text.endsWith('*'))
      this.problem('“*” is not needed: a word also finds longer words that begin with it.');
    if (minus) this.without.push(found);
    else if (quoted && closed) this.phrases.push(found);
    else {
      if (quoted)
        this.problem('A quotation mark is not closed, so its words were searched for one by one.');
      this.words.push(...found);
      this.ways.push(...waysOf(tokens(text)));
    }
  }
}

/** Reads a query. Never throws: any text is a query. */
export function parseQuery(text: string): Query {
  const reading = new Reading();
  for (const piece of piecesOf(text)) {
    reading.read(piece);
  }
  reading.end();
  const { either, phrases, without, names, dates, problems } = reading;
  if (dates.from && dates.to && dates.from > dates.to)
    reading.problem('“after:” and “before:” leave no day between them.');
  const ways = [...reading.ways, ...withParticles(reading.words)];
  return {
    words: [...new Set(reading.words)],
    ways: [...new Map(ways.map((way) => [way.as, way])).values()],
    either,
    phrases,
    without,
    names,
    dates,
    problems,
  };
}

/** Nothing was asked: all claims are listed. */
export const asksNothing = (query: Query): boolean =>
  query.words.length === 0 && query.phrases.length === 0;

/** The query with one word replaced, wherever it stands as a plain word. */
export function withWord(text: string, from: string, to: string): string {
  return text.replace(/[^\s"“”]+/gu, (piece) =>
    words(piece).length === 1 && words(piece)[0] === from ? to : piece,
  );
}
