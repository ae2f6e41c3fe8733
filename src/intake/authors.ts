/** Who wrote an article, of what a saved page prints and what it states for programs. */
import type { PageReader } from '../languages/index.ts';
import { nameKey } from '../model/names.ts';
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
    where === BY_LINE ? [] : namesOf(inOrder(value, where), page),
  );
  for (const { value, where } of stated) {
    const names = namesOf(inOrder(value, where), page)
      .flatMap((name) => withoutBeside(name, spelledByPrograms))
      .filter((name) => !sites.has(nameKey(name)));
    const list = lists.find((one) => one.where === where);
    if (list)
      list.names.push(
        ...names.filter((name) => !list.names.some((other) => nameKey(other) === nameKey(name))),
      );
    else lists.push({ where, names });
  }
  const people = lists.map(withoutOthers(page)).filter(({ names }) => names.length > 0);
  const printed = meta.byline
    .filter(({ role }) => role === 'author')
    .flatMap(({ name }) => withoutBeside(name, spelledByPrograms));
  const shown = ` ${nameKey(meta.printedHead ?? '')} `;
  const isShown = (name: string) => shown.includes(nameKey(name));
  const candidates = people.filter(({ names }) => names.every(isShown));
  if (printed.length > 0) candidates.push({ where: 'as printed', names: printed });
  const longest = candidates.reduce<NameList | null>(
    (best, one) => (!best || one.names.length > best.names.length ? one : best),
    null,
  );
  const isPerson = ({ names }: NameList) => names.some((name) => page.isPersonName(name));
  const chosen = longest ?? people.find(isPerson) ?? people[0] ?? null;
  if (!chosen && meta.byline.length === 0) return ofOutlet(stated, sites);
  if (!chosen || meta.byline.some(({ role }) => role === 'interviewer'))
    return { byline: meta.byline, where: [], disagreement: null };
  // the page prints the name in capitals, and states elsewhere how it is spelled
  const spelled = (name: string): string =>
    name === name.toUpperCase()
      ? (people
          .flatMap(({ names }) => names)
          .find((other) => nameKey(other) === nameKey(name) && other !== other.toUpperCase()) ??
        name)
      : name;
  const keys = new Set(chosen.names.map(nameKey));
  const same = (one: NameList) => one.names.every((name) => keys.has(nameKey(name)));
  const others = people.filter((one) => isPerson(one) && !same(one));
  const desks = meta.byline.filter(
    ({ role, name }) =>
      role !== 'author' &&
      !withoutBeside(name, chosen.names).every((one) => keys.has(nameKey(one))),
  );
  return {
    byline: [
      ...chosen.names.map((name): PrintedByline => ({
        name: spelled(name),
        role: page.isPersonName(name) || chosen.where !== 'as printed' ? 'author' : 'desk',
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

/** Catalogues name a person as they file him: `Lee, Ann`. */
const FILED = /^(?:citation_author|dc\.creator|dcterms\.creator|dc\.contributor)$/;

/** A name as it is said, where it is given as catalogues file it. */
function inOrder(value: string, where: string): string {
  const [, family, given] = /^\s*((?:\p{Ll}+ ){0,3}[^\s,]+), ([^,]{2,40}?)\s*$/u.exec(value) ?? [];
  return FILED.test(where) && family !== undefined && given !== undefined
    ? `${given} ${family}`
    : value;
}

/** A list of names without what stands among people and is nobody's name: buttons, words that lead in. */
const withoutOthers =
  (page: PageReader) =>
  (list: NameList): NameList => {
    const people = list.names.filter((name) => page.isPersonName(name));
    return list.where === BY_LINE && people.length > 0 ? { ...list, names: people } : list;
  };

/** Where names stand that a line of the article prints. */
const BY_LINE = 'by-line';

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

/** Letters of the shortest name that is told within a line: `dpa` within words is none. */
const SHORTEST_NAME = 5;
/** What stands before a name and says no more than that it is one: `Von`, `di`. */
const LEAD = /^\p{L}{1,5}:?\s+$/u;

/**
 * The names that a line holds which the page states elsewhere for programs, without what is printed beside them, such
 * as a calling or a button, even where no blank parts the two; the line where it holds none.
 */
function withoutBeside(line: string, known: readonly string[]): string[] {
  const found = known.filter((name) => name !== line && standsIn(line, name));
  const longest = found.filter(
    (name) => !found.some((other) => other !== name && standsIn(other, name)),
  );
  return longest.length > 0 ? [...new Set(longest)] : [line];
}

function standsIn(line: string, name: string): boolean {
  const at = line.toLowerCase().indexOf(name.toLowerCase());
  if (at < 0 || line.length === name.length) return false;
  const [before, after] = [line.slice(0, at), line.slice(at + name.length)];
  if (/[\p{L}\p{N}]$/u.test(before) || /^[\p{Ll}\p{N}]/u.test(after)) return false;
  const isLedIn = after.trim() === '' && LEAD.test(before);
  return isLedIn || isDense(name) || (name.length >= SHORTEST_NAME && /\s/.test(name));
}

/** Names in a script that puts no blanks within them. */
const isDense = (name: string): boolean =>
  /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{2,}$/u.test(
    name,
  );

/** Names in what a page gives as its author: no addresses, and of a list with titles only the names of people. */
function namesOf(value: string, page: PageReader): string[] {
  const line = value.replace(/\s*[<(]?\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+[>)]?/g, '').trim();
  if (line === '' || /^https?:|^@|^\d+$|^\/\//i.test(line)) return [];
  const read = page.isByline(line) ? page.authors(line)?.people.map(({ name }) => name) : null;
  if (read && read.length > 0) return read;
  const names = page
    .namesIn(line)
    .map((name) => name.trim())
    .filter((name) => /\p{L}/u.test(name) && !/^https?:|^@/i.test(name) && !LABEL.test(name));
  const people = names.filter((name) => page.isPersonName(name));
  if (names.length > 1 && people.length > 0) return people;
  if (names.length > 0) return names;
  return LABEL.test(line) ? [] : [line];
}

/** A label with words behind it that are not understood is nobody's name: `Photographs: …`, `… · …`. */
const LABEL = /:\s|\s[·|]\s/;
