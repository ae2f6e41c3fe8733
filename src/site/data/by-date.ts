/** What the pages of articles by year and month show: each asks for its own part, so that it stays while others change. */
import { asked, derived } from '../../archive/asking.ts';
import type { Archive } from '../../archive/query.ts';
import {
  isSurelyIn,
  mayBeIn,
  monthOf,
  monthsWithin,
  periodsOf,
  UNDATED,
  yearAround,
  yearOf,
  yearsAmong,
} from '../../model/article-dates.ts';
import { listPage, type ListPage } from '../../model/paging.ts';
import type { ArticleRecord } from '../../model/records.ts';
import { grouped } from '../../text/grouped.ts';
import { getArchive } from './archive.ts';

/** Articles that are named where they may belong; of more the page says where they stand. */
const MOST_UNSURE = 20;

/** Years, months and `undated`, the newest first; empty where no article has a date. */
export const periodsOfArticles = derived('periodsOfArticles', ({ articles }: Archive) =>
  periodsOf(articles.map(({ published }) => published)),
);

const byPeriod = derived(
  'articlesByPeriod',
  ({ articles }: Archive): ReadonlyMap<string, readonly ArticleRecord[]> =>
    grouped(
      articles.flatMap((article) => {
        const month = monthOf(article.published);
        const under = [yearOf(article.published), ...(month === null ? [] : [month])];
        return under.map((period) => [period, article] as const);
      }),
    ),
);

/** The articles that stand under a period, the newest first. */
const standingIn = (period: string): readonly ArticleRecord[] =>
  byPeriod(getArchive()).get(period) ?? [];

/** How many articles stand under a period. */
export const articlesIn = asked('articlesIn', (period) => standingIn(period).length);

export interface Period {
  shown: ListPage<ArticleRecord>;
  /** Those that may belong to it and stand elsewhere, by the newest; empty on all but the first page. */
  unsure: readonly ArticleRecord[];
  /** How many they are, where they are too many to be named. */
  unsureElsewhere: number;
  /** The months of a year, with how many articles stand under each. */
  months: readonly { period: string; articles: number }[];
  /** The periods of its kind that lie before and after it. */
  earlier: string | null;
  later: string | null;
}

const periodOn = asked('articlesOfPeriod', (about): Period => {
  const [period = '', number] = about.split(' ');
  const archive = getArchive();
  const periods = periodsOfArticles(archive);
  const isMonth = yearAround(period) !== null;
  const standing = standingIn(period);
  const here = new Set(standing);
  const unsure =
    period === UNDATED || number
      ? []
      : archive.articles.filter(
          (article) =>
            mayBeIn(article.published, period) &&
            !isSurelyIn(article.published, period) &&
            !here.has(article),
        );
  const beside = periods.filter((one) => one !== UNDATED && (yearAround(one) !== null) === isMonth);
  const at = beside.indexOf(period);
  return {
    shown: listPage(standing, number ? Number(number) : null),
    unsure: unsure.length > MOST_UNSURE ? [] : unsure,
    unsureElsewhere: unsure.length > MOST_UNSURE ? unsure.length : 0,
    months: monthsWithin(period, periods).map((month) => ({
      period: month,
      articles: standingIn(month).length,
    })),
    earlier: (at < 0 ? null : beside[at + 1]) ?? null,
    later: beside[at - 1] ?? null,
  };
});

/** A page of a period; `number` is null on the period's own address. */
export const articlesOfPeriod = (period: string, number: number | null): Period =>
  periodOn(number === null ? period : `${period} ${number}`);

/** The years, each with its months and how many articles stand under it, the newest first; with `undated` at the end. */
export function yearsListed(): { period: string; articles: number; months: readonly string[] }[] {
  const periods = periodsOfArticles(getArchive());
  return [...yearsAmong(periods), ...periods.filter((one) => one === UNDATED)].map((period) => ({
    period,
    articles: articlesIn(period),
    months: monthsWithin(period, periods),
  }));
}
