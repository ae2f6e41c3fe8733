/** The words of a query: their spellings, and whether a text holds what must be exact. */
import { hasPhrase, plain } from '../../../search/fold.ts';
import type { Query, Way } from '../../../search/query.ts';
import { otherSpellings, type Spellings } from '../../../search/spelling.ts';

const SPELLINGS_AT_ONCE = 6;
/** The same where a query has words of which either will do. */
const MOST_AT_ONCE = 24;

/** A word and those that an `OR` lets stand in its place. */
const insteadOf = (word: string, either: Query['either']): readonly string[] =>
  either.find(([first]) => first === word) ?? [word];

/**
 * The words in each of their spellings, as written first, in each other way of writing them, and each of those of
 * which either will do.
 */
export function inEachSpelling(
  asked: readonly string[],
  spellings: Spellings,
  ways: readonly Way[],
  either: Query['either'] = [],
): string[][] {
  let found: string[][] = [[]];
  const most = either.length > 0 ? MOST_AT_ONCE : SPELLINGS_AT_ONCE;
  for (const word of asked) {
    const alike = insteadOf(word, either);
    const options = [
      ...alike.map(plain),
      ...alike.flatMap((one) => otherSpellings(one, spellings)),
    ];
    found = found.flatMap((list) => options.map((option) => [...list, option])).slice(0, most);
  }
  const otherwise = ways
    .filter((way) => way.words.every((word) => asked.includes(word)))
    .map((way) => [...asked.filter((word) => !way.words.includes(word)).map(plain), way.as]);
  return [...found, ...otherwise.slice(0, SPELLINGS_AT_ONCE)];
}

/** Whether a text, as its words, holds every phrase and nothing that was left out. */
export const fits = (
  list: readonly string[],
  { phrases, without }: Pick<Query, 'phrases' | 'without'>,
): boolean =>
  phrases.every((phrase) => hasPhrase(list, phrase)) &&
  !without.some((phrase) => hasPhrase(list, phrase));
