/** Small files beside the search: who and what can be named, the words of the archive, and what its bundles hold. */
import type { ArticleRecord, OutletRecord, SpeakerRecord, TopicRecord } from '../model/records.ts';
import { byText } from '../text/order.ts';
import { plain } from './fold.ts';
import { dateOf, saidOf } from './table.ts';

/** `search/names.json`: for quick search and for `speaker:`; those with most claims first. */
export interface Names {
  speakers: [id: string, name: string, claims: number, ...aliases: string[]][];
  outlets: [id: string, name: string, claims: number, ...aliases: string[]][];
  topics: [id: string, question: string, claims: number][];
}

/** What a set of articles holds: for the line that says what was searched. */
export interface Coverage {
  articles: number;
  claims: number;
  /** Years of publication, by their earliest and latest days; null where no date is known. */
  first: number | null;
  last: number | null;
  inferred: number;
  undated: number;
}

/** `search/bundles.json`: the bundles, newest first, and all of them together. */
export interface Manifest {
  /**
   * Paths from the site's root, with a slash at the end. What is read of a run of claims is asked for
   * with its version, so that nobody is shown an old file beside a new one.
   */
  bundles: (Coverage & { claimsPath: string; pagesPath: string; version: string })[];
  all: Coverage;
  /** Years of all dates, said ones too. */
  years: { first: number; last: number } | null;
}

/** What the articles hold. */
export function coverageOf(articles: Iterable<ArticleRecord>): Coverage {
  const found: Coverage = {
    articles: 0,
    claims: 0,
    first: null,
    last: null,
    inferred: 0,
    undated: 0,
  };
  for (const { claims, published } of articles) {
    found.articles++;
    found.claims += claims.length;
    if (published.basis === 'inferred') found.inferred++;
    if (published.from === null && published.to === null) found.undated++;
    for (const day of [published.from, published.to]) {
      if (day === null) continue;
      const year = Number(day.slice(0, 4));
      found.first = Math.min(found.first ?? year, year);
      found.last = Math.max(found.last ?? year, year);
    }
  }
  return found;
}

/** First and last year of anything published or said. */
export function allYears(
  articles: Iterable<ArticleRecord>,
): { first: number; last: number } | null {
  let first = Infinity;
  let last = -Infinity;
  for (const article of articles) {
    for (const date of [
      article.published,
      ...article.claims.map((claim) => dateOf(saidOf(claim), article.published)),
    ]) {
      for (const day of [date.from, date.to]) {
        if (day === null) continue;
        first = Math.min(first, Number(day.slice(0, 4)));
        last = Math.max(last, Number(day.slice(0, 4)));
      }
    }
  }
  return first <= last ? { first, last } : null;
}

/** Everyone with a claim, every outlet and topic. */
export function namesOf(
  articles: Iterable<ArticleRecord>,
  {
    speakers,
    outlets,
    topics,
  }: {
    speakers: readonly SpeakerRecord[];
    outlets: readonly OutletRecord[];
    topics: readonly TopicRecord[];
  },
): Names {
  const said = new Map<string, number>();
  const printed = new Map<string, number>();
  for (const article of articles) {
    for (const { speaker } of article.claims)
      if (speaker) said.set(speaker.id, (said.get(speaker.id) ?? 0) + 1);
    if (article.outlet)
      printed.set(article.outlet.id, (printed.get(article.outlet.id) ?? 0) + article.claims.length);
  }
  const order = (
    a: readonly [string, string, number, ...string[]],
    b: readonly [string, string, number, ...string[]],
  ) => b[2] - a[2] || byText(a[0], b[0]);
  return {
    speakers: speakers
      .filter(({ id }) => said.has(id))
      .map<Names['speakers'][number]>(({ id, name, aliases }) => [
        id,
        name,
        said.get(id) ?? 0,
        ...aliases,
      ])
      .sort(order),
    outlets: outlets
      .map<Names['outlets'][number]>(({ id, name, aliases }) => [
        id,
        name,
        printed.get(id) ?? 0,
        ...aliases,
      ])
      .sort(order),
    topics: topics
      .map<Names['topics'][number]>(({ id, question, answers }) => [id, question, answers.length])
      .sort(order),
  };
}

const MOST_WORDS = 12_000;

/** How often words are said. */
export type WordCounts = Map<string, number>;

/** Counts the words of a text that is said or printed so many times. */
export function countWords(counts: WordCounts, list: Iterable<string>, times = 1): void {
  for (const word of list) {
    const bare = plain(word);
    if (bare.length > 2 && !/\d/.test(bare)) counts.set(bare, (counts.get(bare) ?? 0) + times);
  }
}

/** `search/words.json`: words of claims and names, most frequent first, so that a slip can be mended. */
export const vocabularyOf = (counts: WordCounts): string[] =>
  [...counts]
    .sort(([a, x], [b, y]) => y - x || byText(a, b))
    .slice(0, MOST_WORDS)
    .map(([word]) => word);
