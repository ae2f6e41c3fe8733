/** The words of a query against a claim: their spellings, and which of them it says itself. */
import { hasPhrase, plain, words } from '../../../search/fold.ts';
import { foundBy } from '../../../search/hits.ts';
import type { Query, Way } from '../../../search/query.ts';
import type { Rows } from '../../../search/select.ts';
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

/** Whether a word of the query stands in a speaker's name, also written in one. */
export function isNamed(name: readonly string[], word: string): boolean {
  const test = foundBy(word);
  return name.some(test) || name.map(plain).join('').includes(plain(word));
}

/** How many of the words asked for the claim itself says; the others only name its speaker. */
export function saidIn({ table, speaker }: Rows, row: number, asked: readonly string[]): number {
  const named = words(speaker(row)?.name ?? '');
  if (named.length === 0) return asked.length;
  const own = table.own[row] ?? [];
  return asked.filter((word) => {
    const test = foundBy(word);
    return !isNamed(named, word) || own.some(test);
  }).length;
}

/** Whether a text, as its words, holds every phrase and nothing that was left out. */
export const fits = (
  list: readonly string[],
  { phrases, without }: Pick<Query, 'phrases' | 'without'>,
): boolean =>
  phrases.every((phrase) => hasPhrase(list, phrase)) &&
  !without.some((phrase) => hasPhrase(list, phrase));
