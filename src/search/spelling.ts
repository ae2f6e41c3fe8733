/** Spellings: what the cards list as the same name, and the nearest known word where a word is unknown. */
import { distance } from 'fastest-levenshtein';
import { first } from '../text/certain.ts';
import { otherForms, plain, words } from './fold.ts';

/** Words of names that stand for one another, such as two ways of writing a town. */
export type Spellings = string[][];

const SHORTEST = 4;
const near = (length: number) => (length >= 6 ? 2 : 1);

/**
 * Groups of words that differ a little between a name and its other spellings. Words that
 * differ altogether ("prime minister") are other words, and are not taken for spellings.
 */
export function spellingsOf(names: Iterable<readonly string[]>): Spellings {
  const group = new Map<string, Set<string>>();
  for (const variants of names) {
    const lists = variants.map((variant) =>
      words(variant)
        .map(plain)
        .filter((word) => word.length >= SHORTEST),
    );
    for (const [a, b] of wordPairs(lists)) {
      if (!isSpelling(a, b)) continue;
      const joined = new Set([a, b, ...(group.get(a) ?? []), ...(group.get(b) ?? [])]);
      for (const word of joined) group.set(word, joined);
    }
  }
  return [...new Set(group.values())]
    .map((set) => [...set].sort())
    .sort((x, y) => (first(x) < first(y) ? -1 : 1));
}

/** Each word of a list with each of a later list, where neither list has both. */
const wordPairs = (lists: readonly (readonly string[])[]): (readonly [string, string])[] =>
  lists.flatMap((list, i) =>
    lists.slice(i + 1).flatMap((other) => {
      const theirs = other.filter((word) => !list.includes(word));
      return list
        .filter((word) => !other.includes(word))
        .flatMap((a) => theirs.map((b) => [a, b] as const));
    }),
  );

/** Whether two words differ by a few letters, and are not the short and the long form of one. */
const isSpelling = (a: string, b: string): boolean =>
  distance(a, b) <= near(Math.min(a.length, b.length)) && !a.startsWith(b) && !b.startsWith(a);

/** Other spellings of a word, without the word itself. */
export const otherSpellings = (word: string, spellings: Spellings): string[] => {
  const bare = plain(word);
  return spellings.find((group) => group.includes(bare))?.filter((other) => other !== bare) ?? [];
};

/**
 * The nearest word of a list that has the most frequent words first: at most one letter off in a
 * short word and two in a longer one. Null where none is near.
 */
export function nearestWord(word: string, known: readonly string[]): string | null {
  const bare = plain(word);
  if (bare.length < 3) return null;
  const most = bare.length < SHORTEST ? 1 : near(bare.length);
  let best: string | null = null;
  let least = most + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - bare.length) > most || candidate === bare) continue;
    // A changed first letter is rarer than any other slip.
    const far = distance(bare, candidate) + (candidate[0] === bare[0] ? 0 : 0.5);
    if (far < least) {
      least = far;
      best = candidate;
    }
  }
  return least <= most ? best : null;
}

/** Two words that stand beside one another, in one: "alsayed" of Noor Al Sayed. */
const inOne = (list: readonly string[]): string[] =>
  list.slice(1).map((word, i) => (list[i] ?? '') + word);

/**
 * All words of the value begin words of the name: `ber` finds `Ida Berg`. Compounds and names with an article
 * are found in one word too, as texts are.
 */
export const nameMatches = (value: string, name: string): boolean => {
  const asked = words(value).map(plain);
  const given = words(name).map(plain);
  const forms = [...given, ...otherForms(name)];
  const joined = inOne(given);
  const begins = (word: string) =>
    forms.some((part) => part.startsWith(word)) || joined.includes(word);
  if (asked.length === 0) return false;
  return asked.every(begins) || (asked.length > 1 && given.includes(asked.join('')));
};
