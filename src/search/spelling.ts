/** Spellings: what the cards list as the same name, and the nearest known word where a word is unknown. */
import { distance } from 'fastest-levenshtein';
import { plain, words } from './fold.ts';

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
    for (const [i, list] of lists.entries()) {
      for (const other of lists.slice(i + 1)) {
        for (const a of list) {
          for (const b of other) {
            if (a === b || list.includes(b) || other.includes(a)) continue;
            if (
              distance(a, b) > near(Math.min(a.length, b.length)) ||
              a.startsWith(b) ||
              b.startsWith(a)
            )
              continue;
            const joined = new Set([a, b, ...(group.get(a) ?? []), ...(group.get(b) ?? [])]);
            for (const word of joined) group.set(word, joined);
          }
        }
      }
    }
  }
  return [...new Set(group.values())]
    .map((set) => [...set].sort())
    .sort((x, y) => (x[0]! < y[0]! ? -1 : 1));
}

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

/** All words of the value begin words of the name: `ber` finds `Ida Berg`. */
export const nameMatches = (value: string, name: string): boolean => {
  const asked = words(value).map(plain);
  const given = words(name).map(plain);
  return asked.length > 0 && asked.every((word) => given.some((part) => part.startsWith(word)));
};
