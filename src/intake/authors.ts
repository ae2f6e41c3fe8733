/** Who wrote an article, of what a saved page prints and what it states for programs. */
import type { PageReader } from '../languages/index.ts';
import { nameKey } from '../model/names.ts';
import {
  BY_LINE,
  FILED,
  isDesk,
  isNobody,
  isPaper,
  isSite,
  namesOf,
  withoutBeside,
  WITH_FORM,
  WITH_SITE,
  withoutOutlets,
} from './author-names.ts';
import type { StatedFact } from './formats/format.ts';
import type { Disagreement, Metadata, PrintedByline } from './printed.ts';

interface NameList {
  where: string;
  names: string[];
}

const AS_PRINTED = 'as printed';

/** Who wrote an article, and where a page says so. */
export interface Authors {
  byline: PrintedByline[];
  /** Places that name the same. */
  where: string[];
  disagreement: Disagreement | null;
}

/** Who wrote an article: what is printed and what is stated, held against each other. `outlets`: names that are no author's. */
export function authorsOf(
  { bylinePrinted, printedHead, ...meta }: Metadata,
  stated: readonly StatedFact[],
  outlets: readonly string[],
  page: PageReader,
): Authors {
  const sites = new Set(outlets.map(nameKey));
  const byline = meta.byline.filter(({ name }) => !isNobody(name));
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
  const people = lists.map(withoutOthers(page)).filter(({ names }) => names.length > 0);
  const printed = withoutOutlets(
    byline
      .filter(({ role }) => role === 'author')
      .flatMap(({ name }) => withoutBeside(name, spelledByPrograms)),
    sites,
    page,
  );
  const line = bylinePrinted ?? '';
  const { longest, chosen } = choiceOf(printed, people, { line, head: printedHead ?? '' }, page);
  if (!chosen && byline.length === 0) return ofOutlet(stated, sites, page);
  if (!chosen || byline.some(({ role }) => role === 'interviewer'))
    return { byline, where: [], disagreement: null };
  const spelled = spelledAs([...printed, ...people.flatMap(({ names }) => names)]);
  const keys = new Set(chosen.names.map(nameKey));
  const same = (one: NameList) => one.names.every((name) => keys.has(nameKey(name)));
  const others = people.filter((one) => isOfPerson(page)(one) && !same(one));
  const desks = byline.filter(
    ({ role, name }) =>
      role !== 'author' &&
      !withoutBeside(name, chosen.names).every((one) => keys.has(nameKey(one))),
  );
  const isUnknown = chosen.where === AS_PRINTED ? unknownIn(page, line) : () => false;
  const organisations = organisationsIn(stated, printed);
  return {
    byline: [
      ...chosen.names.map((name): PrintedByline => ({
        name: spelled(name),
        role:
          organisations.has(nameKey(name)) ||
          isDesk(name, page) ||
          isPaper(name, sites) ||
          (isSite(name, sites) && !page.isPersonName(name)) ||
          isUnknown(name)
            ? 'desk'
            : 'author',
      })),
      ...(longest ? desks : []),
    ],
    where: people.filter(same).map(({ where }) => where),
    disagreement: disagreementOf(chosen, others),
  };
}

/** Keys of the names that a page states as those of bodies, where no line signs with them as a person's. */
function organisationsIn(
  stated: readonly StatedFact[],
  printed: readonly string[],
): ReadonlySet<string> {
  const keys = stated.flatMap(({ value, isOrganisation }) =>
    isOrganisation || WITH_SITE.test(value) || WITH_FORM.test(value)
      ? [nameKey(value.replace(WITH_SITE, '').replace(WITH_FORM, ''))]
      : [],
  );
  return new Set(keys.filter((key) => !printed.some((name) => nameKey(name) === key)));
}

function disagreementOf(chosen: NameList, others: readonly NameList[]): Disagreement | null {
  if (others.length === 0) return null;
  const told = ({ names, where }: NameList) => ({ value: names.join(', '), where });
  return { fact: 'author', taken: told(chosen), others: others.map(told) };
}

/** Letters of the shortest name that is told where the blanks around it are lost. */
const SHORTEST_GLUED = 5;

/** Whether a name stands in the lines of the head and the foot. */
function shownIn(lines: string): (name: string) => boolean {
  const shown = ` ${nameKey(lines)} `;
  return (name) => {
    const key = nameKey(name);
    return shown.includes(key.length < SHORTEST_GLUED ? ` ${key} ` : key);
  };
}

/** Whether what is printed alone looks like nobody's name, unless the line signs with it as accounts do. */
const unknownIn = (page: PageReader, line: string) => (name: string) =>
  !page.isPersonName(name) && !page.signs(line);

/** Each name as one of those writes it that are written as people write their own. */
const spelledAs =
  (known: readonly string[]) =>
  (name: string): string =>
    isSpelled(name)
      ? name
      : (known.find((other) => nameKey(other) === nameKey(name) && isSpelled(other)) ?? name);

/** Which of the names that are printed and stated are taken; `longest`: of those that are shown the list that names most. */
function choiceOf(
  printed: readonly string[],
  people: readonly NameList[],
  { line, head }: { line: string; head: string },
  page: PageReader,
): { longest: NameList | null; chosen: NameList | null } {
  const isPerson = isOfPerson(page);
  const isShown = shownIn(head);
  const candidates = people.filter(({ names }) => names.every(isShown));
  const isStated = printed.some((name) =>
    people.some(({ names }) => names.some((other) => nameKey(other) === nameKey(name))),
  );
  // a name alone that nothing else gives may be whose the picture is, or no name at all
  const isGuess = !isStated && !page.isByline(line) && people.some(isPerson);
  if (printed.length > 0 && !isGuess) candidates.push({ where: AS_PRINTED, names: [...printed] });
  const longest = candidates.reduce<NameList | null>(
    (best, one) => (!best || one.names.length > best.names.length ? one : best),
    null,
  );
  const isSigned = !isStated && page.signs(line);
  const signed = isSigned ? candidates.find(({ where }) => where === AS_PRINTED) : undefined;
  const chosen =
    signed ?? fuller(longest, people, page) ?? people.find(isPerson) ?? people[0] ?? null;
  return { longest, chosen };
}

const isOfPerson =
  (page: PageReader) =>
  ({ names }: NameList): boolean =>
    names.some((name) => page.isPersonName(name));

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

/** Names as they are shown, or those of linked data or a catalogue where they are the same people and more: a page may fold some away. */
function fuller(
  shown: NameList | null,
  lists: readonly NameList[],
  page: PageReader,
): NameList | null {
  if (!shown) return null;
  const keys = (list: NameList) => new Set(list.names.map(nameKey));
  const isFuller = (stated: NameList) =>
    (stated.where === 'JSON-LD author' || FILED.test(stated.where)) &&
    stated.names.every((name) => page.isPersonName(name)) &&
    keys(stated).size > keys(shown).size &&
    [...keys(shown)].every((key) => keys(stated).has(key));
  return lists.find(isFuller) ?? shown;
}

/** An outlet that states nobody but itself as the author of an article signs as a desk. */
function ofOutlet(
  stated: readonly StatedFact[],
  sites: ReadonlySet<string>,
  page: PageReader,
): Authors {
  // `Bay Wire and AFP`; behind a comma or in brackets stand its town and its address
  const own = stated.filter(
    ({ value }) =>
      isSite(value, sites) ||
      (!/[,(]/.test(value) && page.namesIn(value).some((name) => isSite(name, sites))),
  );
  const [first] = own;
  return {
    byline: first ? [{ name: first.value.trim(), role: 'desk' }] : [],
    where: own.map(({ where }) => where),
    disagreement: null,
  };
}
