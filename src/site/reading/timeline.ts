/** What the timeline draws and lists. */
import { wordsForEdtf } from '../../model/dates.ts';
import { groupsOf, groupsWithin, type Group } from '../../model/grouping.ts';
import { beginning, dateInWords, sortDay, speakerName } from '../../model/wording.ts';
import { grouped } from '../../text/grouped.ts';
import { byText } from '../../text/order.ts';
import type { DateFact } from '../../model/records.ts';
import { derived } from '../../archive/asking.ts';
import type { Archive } from '../../archive/query.ts';
import { dateAxis } from '../../publish/plots/dates.ts';

export type Entry = ReturnType<Archive['timeline']>[number];

const DAY = 86_400_000;
/** Statements that lie within so many days can be told apart only on an axis of their own. */
const CLOSE = 62;

export const isDated = ({ article: { published }, said }: Entry): boolean =>
  published.from !== null || published.to !== null || said.length > 0;

/** Dates that one page draws and lists; a plot of more could not be read. */
const MOST = 600;
/** Articles that one page draws. */
const MOST_ARTICLES = 120;
/** Periods that an overview draws; years give way to their months where there is room. */
const MOST_PERIODS = 36;

/** The group of articles without any date, which has the last page. */
const UNDATED = 'undated';

/** The year, month and day under which an article stands. */
const periodsOf = (entry: Entry): [string, string, string] => {
  if (!isDated(entry)) return [UNDATED, UNDATED, UNDATED];
  const { day } = entry;
  return [day.slice(0, 4), day.slice(0, 7), day];
};

/** What an article takes of a page that holds `MOST`. */
const weightOf = ({ said }: Entry): number =>
  Math.max(1 + said.length, Math.ceil(MOST / MOST_ARTICLES));
const weightOfAll = (entries: readonly Entry[]): number =>
  entries.reduce((sum, entry) => sum + weightOf(entry), 0);

/** The timeline in pages: `groups` is empty where one page holds all. Oldest first. */
export const timelineOf = derived('timelineInPages', (archive: Archive) => {
  const entries = archive.timeline();
  if (weightOfAll(entries) <= MOST) return { entries, newest: entries, groups: [], pages: [] };
  const groups = groupsOf(
    [...entries.filter(isDated), ...entries.filter((entry) => !isDated(entry))],
    { keys: periodsOf, weight: weightOf, most: MOST },
  );
  const pages = groupsWithin(groups);
  const leaves = pages.filter(({ key, within }) => within.length === 0 && !isUndated(key));
  return { entries, newest: newestOf(leaves.at(-1)?.items ?? []), groups, pages };
});

/** As many of the newest entries as an overview draws below its periods. */
function newestOf(entries: readonly Entry[]): readonly Entry[] {
  let room = MOST / 4;
  const shown = entries.toReversed().filter((entry) => (room -= weightOf(entry)) >= 0);
  return shown.length > 0 ? shown.reverse() : entries.slice(-1);
}

export const isUndated = (key: string): boolean => key.startsWith(UNDATED);

/** `2018`, `May 2018`, `12 May 2018, part 2`. */
export function periodInWords(key: string): string {
  const [period = '', part] = key.split('.');
  const words = isUndated(period) ? 'Without a date' : wordsForEdtf(period);
  return part ? `${words}, part ${part}` : words;
}

/** The periods of an overview: one level deeper where they are few. */
export function periodsDrawn(groups: readonly Group<Entry>[]): readonly Group<Entry>[] {
  const finer = groups.flatMap((group) => (group.within.length > 0 ? group.within : [group]));
  const isRoom = finer.length <= MOST_PERIODS && finer.length > groups.length;
  return isRoom ? periodsDrawn(finer) : groups;
}

/** The pages of an overview's periods that lie before and after one, on any level. */
export function besidePeriod({ key }: Group<Entry>, pages: readonly Group<Entry>[]) {
  const row = pages.filter(({ within, key: other }) => within.length === 0 || other === key);
  const at = row.findIndex((group) => group.key === key);
  const isInside = (group: Group<Entry>) => group.key.startsWith(key);
  return {
    earlier: row.slice(0, at).findLast((group) => !isInside(group)) ?? null,
    later: row.slice(at + 1).find((group) => !isInside(group)) ?? null,
  };
}

/** The periods that a page stands in: the year and month of a day. */
export const periodsAround = ({ key }: Group<Entry>, pages: readonly Group<Entry>[]) =>
  pages.filter((group) => group.key !== key && key.startsWith(group.key));

type Statement = Entry['said'][number];

/** Whether a date says more of a statement than that it was made before it was printed. */
const isOwn = ({ date }: Statement, { published }: Entry['article']): boolean =>
  date.from !== null || date.to !== published.to;

/** The statements with a date of their own, and how many claims have only that of their article. */
export function ownDates({ article, said }: Entry): { own: Statement[]; others: number } {
  const own = said.filter((one) => isOwn(one, article));
  const dated = own.reduce((sum, { claims }) => sum + claims.length, 0);
  return { own, others: article.claims.length - dated };
}

/** The article's publication and what its claims say of dates of their own. */
export const datesOf = (entry: Entry) => [
  entry.article.published,
  ...ownDates(entry).own.map(({ date }) => date),
];

/** An axis of its own for an article whose statements lie within a few weeks; null for others. */
export function closeAxis(entry: Entry) {
  const axis = dateAxis(datesOf(entry));
  const isClose = axis && Date.parse(axis.to) - Date.parse(axis.from) < CLOSE * DAY;
  return isClose && ownDates(entry).own.length > 2 ? axis : null;
}

/** What happened on a day, or within some days: a statement, or the publication of an article. */
interface Event {
  article: Entry['article'];
  date: DateFact;
  day: string;
  /** Null for the publication. */
  said: Statement | null;
  /** Of a publication: claims that have no other date. */
  others: number;
}

/** Statements with dates of their own and publications, by year, oldest first. */
export function eventsOf(entries: readonly Entry[]): Map<string, Event[]> {
  const events = entries.flatMap((entry): Event[] => {
    const { article } = entry;
    const { own, others } = ownDates(entry);
    return [
      ...own.map((said) => ({
        article,
        date: said.date,
        day: sortDay(said.date),
        said,
        others: 0,
      })),
      ...(article.published.from || article.published.to
        ? [
            {
              article,
              date: article.published,
              day: sortDay(article.published),
              said: null,
              others,
            },
          ]
        : []),
    ];
  });
  events.sort((a, b) => byText(a.day, b.day));
  return grouped(events.map((event) => [event.day.slice(0, 4), event] as const));
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

/** `Mara Obi: said 8 March 2021`. */
export const statementInWords = ({ claims: [first], date }: Statement): string =>
  `${speakerName(first)}: said ${dateInWords(date)}`;

/** The outlet, or the beginning of the title. */
export const outletOrTitle = ({ article }: Entry): string =>
  article.outlet?.name ?? beginning(article.title, 40);
