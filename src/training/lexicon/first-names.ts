/**
 * First names with the pronoun that fits, out of lists of many countries that were made apart.
 *
 * A wrong pronoun gives words to the wrong person, and a missing one only leaves a pronoun open. So a name has a
 * pronoun where at least `LISTS` lists have it and `SHARE` of those agree; all others fit both.
 */
import { plain, type NameList } from './packages.ts';

/** A name that fewer lists have may be a slip of one of them. */
const LISTS = 2;
const SHARE = 0.95;
/** By rank in a census: 1 to 20 is 95 % of one sex where the frequency of a name falls as one over its rank. */
const RANKS = 20;

/** First names by the pronoun that fits, in alphabetical order. */
export interface FirstNames {
  she: string[];
  he: string[];
  both: string[];
}

const ranksOf = (names: readonly string[]): ReadonlyMap<string, number> =>
  new Map(names.map((name, at) => [plain(name), at + 1]));

/** A census as a list: a name is of the sex in which it is far commoner, and of both where it is in neither. */
export function listOfCensus(she: readonly string[], he: readonly string[]): NameList {
  const list = { source: 'census', she: [] as string[], he: [] as string[], both: [] as string[] };
  const [shes, hes] = [ranksOf(she), ranksOf(he)];
  for (const name of new Set([...shes.keys(), ...hes.keys()])) {
    const [asShe, asHe] = [shes.get(name) ?? Infinity, hes.get(name) ?? Infinity];
    if (asHe >= asShe * RANKS) list.she.push(name);
    else if (asShe >= asHe * RANKS) list.he.push(name);
    else list.both.push(name);
  }
  return list;
}

/** How many lists give each name to whom. */
function tally(lists: readonly NameList[]): Map<string, { she: number; he: number; both: number }> {
  const counts = new Map<string, { she: number; he: number; both: number }>();
  for (const list of lists) {
    const she = new Set(list.she.map(plain));
    const he = new Set(list.he.map(plain));
    const both = new Set(list.both.map(plain));
    for (const name of new Set([...she, ...he, ...both])) {
      if (!/^[a-z]{3,}$/.test(name)) continue;
      const count = counts.get(name) ?? { she: 0, he: 0, both: 0 };
      if (both.has(name) || (she.has(name) && he.has(name))) count.both++;
      else if (she.has(name)) count.she++;
      else count.he++;
      counts.set(name, count);
    }
  }
  return counts;
}

/**
 * Names by the pronoun that fits.
 * `isBarred` says which are left out, `isLast` which may as well be a last name where they stand alone.
 */
export function firstNames(
  lists: readonly NameList[],
  isBarred: (name: string) => boolean,
  isLast: (name: string) => boolean,
): FirstNames {
  const names: FirstNames = { she: [], he: [], both: [] };
  for (const [name, { she, he, both }] of [...tally(lists)].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const all = she + he + both;
    if (all < LISTS || isBarred(name)) continue;
    const most = Math.max(she, he);
    if (most < LISTS || most / all < SHARE || isLast(name)) names.both.push(name);
    else if (most === she) names.she.push(name);
    else names.he.push(name);
  }
  return names;
}

/** How many of the commonest last names are looked at. */
const LAST_NAMES = 5000;

/**
 * Which first names are last names too, by their ranks in a census: those of which the rank as a last name is less
 * than `times` that as a first name. "Martin" is the 85th first name and the 16th last name, "Clinton" the 239th and
 * the 1,706th. Such a name alone may be a last name, which tells no sex.
 */
export function lastNameTest(
  first: readonly (readonly string[])[],
  last: readonly string[],
  times: number,
): (name: string) => boolean {
  const firsts = first.map(ranksOf);
  const lasts = ranksOf(last.slice(0, LAST_NAMES));
  return (name) =>
    (lasts.get(name) ?? Infinity) <
    times * Math.min(...firsts.map((ranks) => ranks.get(name) ?? Infinity));
}
