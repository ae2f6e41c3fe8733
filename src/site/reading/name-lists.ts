/**
 * Lists of names in pages: a list that one page can hold is one page. Of a longer one, its own address shows the
 * beginnings of the names, each with a page that stays while others come, and the items with most in them.
 */
import { derived } from '../../archive/asking.ts';
import type { Archive } from '../../archive/query.ts';
import { beginningInWords, beginningsOf, groupsOf, groupsWithin } from '../../model/grouping.ts';
import type { Group } from '../../model/grouping.ts';
import type { OutletRecord, PlaceRecord, TopicRecord } from '../../model/records.ts';
import { byText } from '../../text/order.ts';

/** Items on one page. */
export const MOST_NAMES = 200;

/** Those that the list's own address shows of a longer list. */
export const MOST_FIRST = 60;

/** How many items the list's own address shows. */
export const firstOf = (beginnings: readonly Beginning[]): number =>
  beginnings.length > 0 ? MOST_FIRST : MOST_NAMES;

/** A beginning that names share, as a link to its page. */
export interface Beginning {
  key: string;
  name: string;
  items: number;
}

/** A list by the names of what is in it; `beginnings` is empty where one page holds all. */
export interface NameList<T> {
  beginnings: readonly Beginning[];
  pages: readonly Group<T>[];
}

export function inPages<T>(items: readonly T[], nameOf: (item: T) => string): NameList<T> {
  if (items.length <= MOST_NAMES) return { beginnings: [], pages: [] };
  const byName = [...items].sort((a, b) =>
    byText(nameOf(a).toLowerCase(), nameOf(b).toLowerCase()),
  );
  const groups = groupsOf(byName, {
    keys: (item) => beginningsOf(nameOf(item)),
    weight: () => 1,
    most: MOST_NAMES,
  });
  return { beginnings: linksTo(groups, nameOf), pages: groupsWithin(groups) };
}

/** Groups as links to their pages. */
const linksTo = <T>(groups: readonly Group<T>[], nameOf: (item: T) => string): Beginning[] =>
  groups.map(({ key, items }) => ({
    key,
    name: beginningOf(key, items, nameOf),
    items: items.length,
  }));

const beginningOf = <T>(key: string, [one]: readonly T[], nameOf: (item: T) => string): string =>
  beginningInWords(key, one === undefined ? '' : nameOf(one));

/** What stands beside the items that the list's own address shows of a longer list. */
export const shownOf = (beginnings: readonly Beginning[], shown: number): string | undefined =>
  beginnings.length > 0 ? `the first ${shown}` : undefined;

/** The pages of a list, as Astro wants them. */
export const pagesOfNames = <T>(list: NameList<T>, nameOf: (item: T) => string) =>
  list.pages.map(({ key, items, within }) => ({
    params: { key },
    props: {
      title: beginningOf(key, items, nameOf),
      size: items.length,
      items: within.length > 0 ? [] : items,
      within: linksTo(within, nameOf),
      beginnings: list.beginnings,
    },
  }));

export const nameOfOutlet = ({ name }: OutletRecord): string => name;
export const nameOfPlace = ({ name }: PlaceRecord): string => name;
export const questionOf = ({ question }: TopicRecord): string => question;

export const outletsInPages = derived('outletsInPages', ({ outlets }: Archive) =>
  inPages(outlets, nameOfOutlet),
);
/** Those that claims name. */
export const placesInPages = derived('placesInPages', ({ places }: Archive) =>
  inPages(
    places.filter(({ claims }) => claims.length > 0),
    nameOfPlace,
  ),
);
export const topicsInPages = derived('topicsInPages', ({ topics }: Archive) =>
  inPages(topics, questionOf),
);
