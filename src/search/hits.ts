/** Which words of a text a query found. */
import { stemmer } from 'stemmer';
import { at } from '../text/certain.ts';
import {
  compoundEnd,
  formsOf,
  phraseWords,
  pieces,
  plain,
  tokens,
  type Piece,
  type Token,
} from './fold.ts';

/** What to mark: single words, also as beginnings and in other forms, and phrases as they stand. */
export interface Terms {
  words: readonly string[];
  phrases: readonly (readonly string[])[];
}

/** A word's stem as the index has it, whose stemmer turns no `y` after a vowel into `i`: "say" of "sayed". */
export function stemOf(word: string): string {
  const stem = stemmer(word);
  const last = stem.length - 1;
  return stem.endsWith('i') && word[last] === 'y' && /[aeiou]/.test(word[last - 1] ?? '')
    ? `${stem.slice(0, -1)}y`
    : stem;
}

/**
 * Whether a query's word finds a word of a text: it begins it, or they are forms of one word, as the index's
 * stemmer has it.
 */
export function foundBy(word: string): (token: string) => boolean {
  const asked = plain(word);
  const stem = stemOf(asked);
  const test = (given: string) =>
    given.startsWith(asked) ||
    stemOf(given) === stem ||
    (stem.length > 2 && given.startsWith(stem));
  return (token) => test(plain(token)) || formsOf(token).some(test);
}

/** Numbers of the words that one word of a query finds; of a compound written in one, all its parts. */
function foundIn(list: readonly Token[], word: string, hits: Set<number>): void {
  const test = foundBy(word);
  const asked = plain(word);
  list.forEach((token, i) => {
    if (test(token.word) || (token.also && test(token.also))) hits.add(i);
    let joined = plain(token.word);
    const last = compoundEnd(list, i);
    for (let to = i + 1; to < last && joined.length < asked.length; to++) {
      joined += plain(at(list, to).word);
      if (joined.length < asked.length || !joined.startsWith(asked)) continue;
      for (let k = i; k <= to; k++) hits.add(k);
    }
  });
}

/** Whether a text holds a word of a query, in one of its forms. */
export function holds(list: readonly Token[], word: string): boolean {
  const hits = new Set<number>();
  foundIn(list, word, hits);
  return hits.size > 0;
}

/** Numbers of the words that are hits. */
export function hitsIn(list: readonly Token[], terms: Terms): Set<number> {
  const hits = phraseWords(
    list.map(({ word }) => word),
    terms.phrases,
  );
  for (const word of terms.words) foundIn(list, word, hits);
  return hits;
}

/** A text in pieces, hits apart. */
export function marked(text: string, terms: Terms): Piece[] {
  const list = tokens(text);
  return pieces(text, list, hitsIn(list, terms));
}

/** A stretch of a long text around as many different hits as can be, with `…` where it is cut. */
export function excerpt(text: string, terms: Terms, length = 36): Piece[] {
  const list = tokens(text);
  if (list.length === 0) return [];
  const hits = hitsIn(list, terms);
  let best = 0;
  let most = -1;
  for (const hit of hits) {
    const start = Math.max(0, hit - 8);
    const inside = new Set<string>();
    for (let i = start; i < start + length; i++) if (hits.has(i)) inside.add(at(list, i).word);
    if (inside.size > most) {
      most = inside.size;
      best = start;
    }
  }
  const last = Math.min(list.length, best + length) - 1;
  const from = best === 0 ? 0 : at(list, best).start;
  const to = last === list.length - 1 ? text.length : at(list, last).end;
  return [
    ...(from > 0 ? [{ text: '… ', hit: false }] : []),
    ...pieces(text, list, hits, from, to),
    ...(to < text.length ? [{ text: ' …', hit: false }] : []),
  ];
}
