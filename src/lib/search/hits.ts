/** Which words of a text a query found. */
import { stemmer } from 'stemmer';
import { phraseWords, pieces, plain, tokens, type Piece, type Token } from './fold.ts';

/** What to mark: single words, also as beginnings and in other forms, and phrases as they stand. */
export interface Terms {
  words: readonly string[];
  phrases: readonly (readonly string[])[];
}

/** The index finds a word by its beginning and by its stem; anything else it offers is a guess. */
export function foundBy(word: string): (token: string) => boolean {
  const asked = plain(word);
  const stem = stemmer(asked);
  return (token) => {
    const given = plain(token);
    return (
      given.startsWith(asked) ||
      stemmer(given) === stem ||
      (stem.length > 2 && given.startsWith(stem))
    );
  };
}

/** Numbers of the words that are hits. */
export function hitsIn(list: readonly Token[], terms: Terms): Set<number> {
  const hits = phraseWords(
    list.map(({ word }) => word),
    terms.phrases,
  );
  const tests = terms.words.map(foundBy);
  list.forEach(({ word }, i) => {
    if (tests.some((test) => test(word))) hits.add(i);
  });
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
    for (let i = start; i < start + length; i++) if (hits.has(i)) inside.add(list[i]!.word);
    if (inside.size > most) {
      most = inside.size;
      best = start;
    }
  }
  const last = Math.min(list.length, best + length) - 1;
  const from = best === 0 ? 0 : list[best]!.start;
  const to = last === list.length - 1 ? text.length : list[last]!.end;
  return [
    ...(from > 0 ? [{ text: '… ', hit: false }] : []),
    ...pieces(text, list, hits, from, to),
    ...(to < text.length ? [{ text: ' …', hit: false }] : []),
  ];
}
