/** The words of a query: their spellings, and whether a text holds what must be exact. */
import { hasPhrase, plain } from '../../../search/fold.ts';
import type { Query, Way } from '../../../search/query.ts';
import { otherSpellings, type Spellings } from '../../../search/spelling.ts';

const SPELLINGS_AT_ONCE = 6;

/** The words in each of their spellings, as written first, and in each other way of writing them. */
export function inEachSpelling(
  asked: readonly string[],
  spellings: Spellings,
  ways: readonly Way[],
): string[][] {
  let found: string[][] = [[]];
  for (const word of asked) {
    const options = [plain(word), ...otherSpellings(word, spellings)];
    found = found
      .flatMap((list) => options.map((option) => [...list, option]))
      .slice(0, SPELLINGS_AT_ONCE);
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
