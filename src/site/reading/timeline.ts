/** What the timeline draws and lists. */
import { beginning, dateInWords, sortDay, speakerName } from '../../model/wording.ts';
import type { Archive } from '../../archive/query.ts';
import { dateAxis } from '../../publish/plots/dates.ts';

export type Entry = ReturnType<Archive['timeline']>[number];

const DAY = 86_400_000;
/** Statements that lie within so many days can be told apart only on an axis of their own. */
const CLOSE = 62;

export const isDated = ({ article: { published }, said }: Entry): boolean =>
  published.from !== null || published.to !== null || said.length > 0;

/** The article's publication and all that its claims say of dates. */
export const datesOf = ({ article, said }: Entry) => [
  article.published,
  ...said.map(({ date }) => date),
];

/** An axis of its own for an article whose statements lie within a few weeks; null for others. */
export function closeAxis(entry: Entry) {
  const axis = dateAxis(datesOf(entry));
  const isClose = axis && Date.parse(axis.to) - Date.parse(axis.from) < CLOSE * DAY;
  return isClose && entry.said.length > 2 ? axis : null;
}

/** Every date as a row: of an article's publication (`said` is null), or of a statement; by day. */
export function rowsOf(entries: readonly Entry[]) {
  return entries
    .flatMap((entry) => [
      { article: entry.article, of: 'published', date: entry.article.published, said: null },
      ...entry.said.map((said) => ({ article: entry.article, of: 'said', date: said.date, said })),
    ])
    .map((row) => ({ ...row, day: sortDay(row.date) }))
    .sort((a, b) => Number(a.day > b.day) - Number(a.day < b.day));
}

/** `Harbour Post: published 14 March 2021; said 8 March 2021`: a lane in words. */
export function laneInWords({ article, said }: Entry): string {
  const days = [...new Set(said.map(({ date }) => dateInWords(date)))];
  return (
    `${article.outlet?.name ?? article.title}: published ${dateInWords(article.published)}` +
    (days.length > 0 ? `; said ${days.join('; ')}` : '')
  );
}

/** `Mara Obi: said 8 March 2021`. */
export const statementInWords = ({ claims: [first], date }: Entry['said'][number]): string =>
  `${speakerName(first)}: said ${dateInWords(date)}`;

/** The outlet, or the beginning of the title. */
export const outletOrTitle = ({ article }: Entry): string =>
  article.outlet?.name ?? beginning(article.title, 40);
