/** The query language: words, "exact phrases", -exclusions and fields. What is not understood is reported in words. */
import { dayBefore, daysOf, type Days } from './intervals.ts';
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
  list.forEach(({ word, also }, i) => {
    if (also) ways.push({ words: [word], as: also });
    for (const form of formsOf(word))
      if (!word.includes("'")) ways.push({ words: [word], as: form });
    const end = compoundEnd(list, i);
    if (end - i > 1 && !list[i]!.glued) {
      const parts = list.slice(i, end).map((token) => token.word);
      ways.push({ words: parts, as: parts.map(plain).join('') });
    }
  });
  return ways;
}

/** A particle and the word after it, in one. */
const withParticles = (list: readonly string[]): Way[] =>
  list.flatMap((word, i) =>
    PARTICLES.has(word) && i + 1 < list.length
      ? [{ words: [word, list[i + 1]!], as: plain(word) + plain(list[i + 1]!) }]
      : [],
  );

export interface Query {
  /** Every one of them must occur; a word also finds longer words that begin with it. */
  words: string[];
  /** Some of the words otherwise written: a compound in one, a word without its article. */
  ways: Way[];
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
const CLOSE = /["”“‟»＂]/u;
const OPERATORS = new Set(['AND', 'OR', 'NOT', 'XOR', 'NEAR']);

const isFacet = (name: string): name is Facet => (FACETS as readonly string[]).includes(name);

/** Reads a query. Never throws: any text is a query. */
export function parseQuery(text: string): Query {
  const query: Query = {
    words: [],
    ways: [],
    phrases: [],
    without: [],
    names: [],
    dates: { from: null, to: null },
    problems: [],
  };
  const problem = (sentence: string) => {
    if (!query.problems.includes(sentence)) query.problems.push(sentence);
  };
  let at = 0;
  const value = (): { text: string; quoted: boolean; closed: boolean } => {
    if (OPEN.test(text[at] ?? '')) {
      let end = at + 1;
      while (end < text.length && !CLOSE.test(text[end]!)) end++;
      const inside = text.slice(at + 1, end);
      const closed = end < text.length;
      at = Math.min(text.length, end + 1);
      return { text: inside, quoted: true, closed };
    }
    const start = at;
    while (at < text.length && !/\s/u.test(text[at]!) && !(OPEN.test(text[at]!) && at > start))
      at++;
    return { text: text.slice(start, at), quoted: false, closed: true };
  };

  while (at < text.length) {
    if (/\s/u.test(text[at]!)) {
      at++;
      continue;
    }
    const minus = /^[-−–](?=[^\s\-−–])/u.test(text.slice(at, at + 2));
    if (minus) at++;
    const field = /^(\p{L}+):(?!\/\/)/u.exec(text.slice(at));
    const name = field?.[1]!.toLowerCase();
    if (field && name && (isFacet(name) || name === 'before' || name === 'after')) {
      at += field[0].length;
      const { text: given } = value();
      if (minus)
        problem(
          `“-${name}:” is not understood: only words and phrases can be left out. It was not used.`,
        );
      else if (words(given).length === 0)
        problem(`“${name}:” has no value after it. It was not used.`);
      else if (isFacet(name)) query.names.push({ field: name, value: given });
      else {
        const days = daysOf(given);
        if (!days)
          problem(
            `“${name}:${given}” is no date such as 2018, 2018-12 or 2018-12-08. It was not used.`,
          );
        else if (name === 'after')
          query.dates.from =
            query.dates.from && query.dates.from > days.from ? query.dates.from : days.from;
        else {
          const last = dayBefore(days.from);
          query.dates.to = query.dates.to && query.dates.to < last ? query.dates.to : last;
        }
      }
      continue;
    }
    const part = value();
    if (OPERATORS.has(part.text) && !part.quoted && !minus) {
      problem(
        `“${part.text}” is not understood here: every word must occur, and “-” before a word leaves it out.`,
      );
      continue;
    }
    const found = words(part.text);
    if (!part.quoted && field)
      problem(`“${field[1]}:” is no field of this search; it was searched for as a word.`);
    if (found.length === 0) {
      if (part.text.trim())
        problem(`“${part.text.trim()}” has no letters or digits to search for.`);
      else if (part.quoted) problem('There is nothing between the quotation marks.');
      continue;
    }
    if (!part.quoted && /[*?]$/u.test(part.text) && !/\?$/u.test(part.text))
      problem('“*” is not needed: a word also finds longer words that begin with it.');
    if (minus) query.without.push(found);
    else if (part.quoted && part.closed) query.phrases.push(found);
    else {
      if (part.quoted)
        problem('A quotation mark is not closed, so its words were searched for one by one.');
      query.words.push(...found);
      query.ways.push(...waysOf(tokens(part.text)));
    }
  }
  query.ways.push(...withParticles(query.words));
  query.ways = [...new Map(query.ways.map((way) => [way.as, way])).values()];
  query.words = [...new Set(query.words)];
  if (query.dates.from && query.dates.to && query.dates.from > query.dates.to) {
    problem('“after:” and “before:” leave no day between them.');
  }
  return query;
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
