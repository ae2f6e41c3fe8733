/** A long list divided into pages that are named by what they hold: see `paging.ts`. */

/** Part of a list, with a page of its own at `page/<key>/`. */
export interface Group<T> {
  key: string;
  /** In the order of the list. */
  items: readonly T[];
  /** What divides it where its page cannot hold it. */
  within: readonly Group<T>[];
}

export interface Division<T> {
  /** From the coarsest to the finest: `2018`, `2018-05`, `2018-05-12`. As many for every item. */
  keys: (item: T) => readonly string[];
  /** How much of a page an item takes. */
  weight: (item: T) => number;
  /** How much one page holds. */
  most: number;
}

/** The groups of a list in the order in which they first occur, each divided until a page holds it. */
export const groupsOf = <T>(items: readonly T[], division: Division<T>, depth = 0): Group<T>[] =>
  [...Map.groupBy(items, (item) => division.keys(item)[depth] ?? '')].map(([key, list]) => ({
    key,
    items: list,
    within: fits(list, division) ? [] : divided(key, list, division, depth + 1),
  }));

const fits = <T>(items: readonly T[], { weight, most }: Division<T>): boolean =>
  items.length < 2 || items.reduce((sum, item) => sum + weight(item), 0) <= most;

/** By the next finer keys that tell the items apart; where none does, in order: `<key>.1`, `<key>.2`. */
function divided<T>(
  key: string,
  items: readonly T[],
  division: Division<T>,
  depth: number,
): Group<T>[] {
  const [one] = items;
  if (one === undefined) return [];
  for (let finer = depth; finer < division.keys(one).length; finer++) {
    const first = division.keys(one)[finer];
    if (items.some((item) => division.keys(item)[finer] !== first))
      return groupsOf(items, division, finer);
  }
  const parts: T[][] = [[]];
  let room = division.most;
  for (const item of items) {
    const weight = division.weight(item);
    if (weight > room && parts.at(-1)?.length) {
      parts.push([]);
      room = division.most;
    }
    room -= weight;
    parts.at(-1)?.push(item);
  }
  return parts.map((list, i) => ({ key: `${key}.${i + 1}`, items: list, within: [] }));
}

/** All groups that have a page, those that divide others behind them. */
export const groupsWithin = <T>(groups: readonly Group<T>[]): Group<T>[] =>
  groups.flatMap((group) => [group, ...groupsWithin(group.within)]);

/** Letters of a name that can be told apart in an address. */
const MOST_LETTERS = 8;

/** A name as it is sorted into letters: `al-berg-farid` for `al-Berg, Farid`; without marks on letters. */
const lettersOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-/, '');

/**
 * The beginnings of a name as keys: `a`, `al`, `al-`, … A name that ends is filled up, so that it stands
 * before those that go on. Letters beyond `a` to `z` are written as their numbers.
 */
export const beginningsOf = (name: string): string[] => {
  const letters = [...lettersOf(name).padEnd(MOST_LETTERS, '-')].slice(0, MOST_LETTERS);
  return letters.map((_, i) =>
    letters
      .slice(0, i + 1)
      .map((letter) => (/[a-z0-9-]/.test(letter) ? letter : `u${letter.codePointAt(0)}`))
      .join(''),
  );
};

/**
 * For readers, the beginning of a name that the key of its group stands for: `Al`, `#` where there is no letter; parts
 * of what no letter divides are numbered.
 */
export function beginningInWords(key: string, name: string): string {
  const [beginning = '', part] = key.split('.');
  const length = beginningsOf(name).indexOf(beginning) + 1;
  const letters = [...lettersOf(name)].slice(0, length).join('').replaceAll('-', ' ').trim();
  const words = letters.charAt(0).toUpperCase() + letters.slice(1) || '#';
  return part ? `${words}, part ${part}` : words;
}
