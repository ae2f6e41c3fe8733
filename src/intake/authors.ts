/** Who wrote an article, of what a saved page prints and what it states for programs. */
import type { PageReader } from '../languages/index.ts';
import { nameKey } from '../model/names.ts';
import { BY_LINE, isDesk, namesOf, withoutBeside, withoutOutlets } from './author-names.ts';
import type { StatedFact } from './formats/format.ts';
import type { Disagreement, Metadata, PrintedByline } from './printed.ts';

interface NameList {
  where: string;
  names: string[];
}

/** Who wrote an article, and where a page says so. */
export interface Authors {
  byline: PrintedByline[];
  /** Places that name the same. */
  where: string[];
  disagreement: Disagreement | null;
}

/** Who wrote an article: what is printed and what is stated, held against each other. `outlets`: names that are no author's. */
export function authorsOf(
  meta: Metadata,
  stated: readonly StatedFact[],
  outlets: readonly string[],
  page: PageReader,
): Authors {
  const sites = new Set(outlets.map(nameKey));
  const lists: NameList[] = [];
  const spelledByPrograms = stated.flatMap(({ value, where }) =>
    where === BY_LINE ? [] : namesOf(value, where, sites, page),
  );
  for (const { value, where } of stated) {
    const names = namesOf(value, where, sites, page).flatMap((name) =>
      withoutBeside(name, spelledByPrograms),
    );
    if (where === BY_LINE && isOfPlaces(value, names, spelledByPrograms)) continue;
    const list = lists.find((one) => one.where === where);
    if (list)
      list.names.push(
        ...names.filter((name) => !list.names.some((other) => nameKey(other) === nameKey(name))),
      );
    else lists.push({ where, names });
  }
  const isPerson = ({ names }: NameList) => names.some((name) => page.isPersonName(name));
  const people = lists.map(withoutOthers(page)).filter(({ names }) => names.length > 0);
  const printed = withoutOutlets(
    meta.byline
      .filter(({ role }) => role === 'author')
      .flatMap(({ name }) => withoutBeside(name, spelledByPrograms)),
    sites,
    page,
  );
  const shown = ` ${nameKey(meta.printedHead ?? '')} `;
  const isShown = (name: string) => shown.includes(nameKey(name));
  const candidates = people.filter(({ names }) => names.every(isShown));
  const isStated = printed.some((name) =>
    people.some(({ names }) => names.some((other) => nameKey(other) === nameKey(name))),
  );
  // a name alone that nothing else gives may be whose the picture is, or no name at all
  const isGuess = !isStated && !page.isByline(meta.bylinePrinted ?? '') && people.some(isPerson);
  if (printed.length > 0 && !isGuess) candidates.push({ where: 'as printed', names: printed });
  const longest = candidates.reduce<NameList | null>(
    (best, one) => (!best || one.names.length > best.names.length ? one : best),
    null,
  );
  const chosen = fuller(longest, people, page) ?? people.find(isPerson) ?? people[0] ?? null;
  if (!chosen && meta.byline.length === 0) return ofOutlet(stated, sites);
  if (!chosen || meta.byline.some(({ role }) => role === 'interviewer'))
    return { byline: meta.byline, where: [], disagreement: null };
  const known = [...printed, ...people.flatMap(({ names }) => names)];
  const spelled = (name: string): string =>
    isSpelled(name)
      ? name
      : (known.find((other) => nameKey(other) === nameKey(name) && isSpelled(other)) ?? name);
  const keys = new Set(chosen.names.map(nameKey));
  const same = (one: NameList) => one.names.every((name) => keys.has(nameKey(name)));
  const others = people.filter((one) => isPerson(one) && !same(one));
  const desks = meta.byline.filter(
    ({ role, name }) =>
      role !== 'author' &&
      !withoutBeside(name, chosen.names).every((one) => keys.has(nameKey(one))),
  );
  // what is printed alone and looks like nobody's name
  const isUnknown = (name: string) => chosen.where === 'as printed' && !page.isPersonName(name);
  return {
    byline: [
      ...chosen.names.map((name): PrintedByline => ({
        name: spelled(name),
        role: isDesk(name, page) || isUnknown(name) ? 'desk' : 'author',
      })),
      ...(longest ? desks : []),
    ],
    where: people.filter(same).map(({ where }) => where),
    disagreement:
      others.length === 0
        ? null
        : {
            fact: 'author',
            taken: { value: chosen.names.join(', '), where: chosen.where },
            others: others.map(({ names, where }) => ({ value: names.join(', '), where })),
          },
  };
}

/** Whether a name is written as people write their own, not in capitals, small letters or as in an address. */
const isSpelled = (name: string): boolean =>
  name !== name.toUpperCase() && name !== name.toLowerCase();

/** Whether a line beside the names is a row of places: of its parts some are nobody's name, and no program names one. */
const isOfPlaces = (value: string, names: readonly string[], known: readonly string[]): boolean =>
  known.length > 0 &&
  names.length < value.split(',').length &&
  !names.some((name) => known.some((other) => nameKey(other) === nameKey(name)));

/** A list of names without what stands among people and is nobody's name: buttons, words that lead in. */
const withoutOthers =
  (page: PageReader) =>
  (list: NameList): NameList => {
    const people = list.names.filter((name) => page.isPersonName(name));
    return list.where === BY_LINE && people.length > 0 ? { ...list, names: people } : list;
  };

/** Names as they are shown, or those of linked data where they are the same people and more: a page may fold some away. */
function fuller(
  shown: NameList | null,
  lists: readonly NameList[],
  page: PageReader,
): NameList | null {
  if (!shown) return null;
  const keys = (list: NameList) => new Set(list.names.map(nameKey));
  const stated = lists.find(({ where }) => where === 'JSON-LD author');
  const isFuller =
    stated !== undefined &&
    stated.names.every((name) => page.isPersonName(name)) &&
    keys(stated).size > keys(shown).size &&
    [...keys(shown)].every((key) => keys(stated).has(key));
  return isFuller ? stated : shown;
}

/** An outlet that states nobody but itself as the author of an article signs as a desk. */
function ofOutlet(stated: readonly StatedFact[], sites: ReadonlySet<string>): Authors {
  const own = stated.filter(({ value }) => sites.has(nameKey(value)));
  const [first] = own;
  return {
    byline: first ? [{ name: first.value.trim(), role: 'desk' }] : [],
    where: own.map(({ where }) => where),
    disagreement: null,
  };
}
