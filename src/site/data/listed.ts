/** What the pages of the whole lists show: each asks for its own part, so that it stays while others change. */
import { asked } from '../../archive/asking.ts';
import { tally } from '../../archive/tally.ts';
import { listPage, type ListPage } from '../../model/paging.ts';
import type { ArticleRecord, ClaimRecord } from '../../model/records.ts';
import { getArchive } from './archive.ts';

const numberIn = (about: string): number | null => (about === '' ? null : Number(about));
const aboutOf = (number: number | null): string => (number === null ? '' : String(number));

const claimsOn = asked('claimsListed', (about) => listPage(getArchive().claims, numberIn(about)));
const articlesOn = asked('articlesListed', (about) => {
  const { articles } = getArchive();
  const kinds = tally(articles, ({ kind }) => kind).map(({ key, times }) => ({ key, times }));
  return { shown: listPage(articles, numberIn(about)), kinds };
});

/** A page of the list of all claims; `number` is null on the list's own address. */
export const claimsListed = (number: number | null): ListPage<ClaimRecord> =>
  claimsOn(aboutOf(number));

/** A page of the list of all articles, and of all of them how many there are of each kind. */
export const articlesListed = (
  number: number | null,
): { shown: ListPage<ArticleRecord>; kinds: { key: string; times: number }[] } =>
  articlesOn(aboutOf(number));
