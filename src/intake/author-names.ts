/** Names of people in what a page gives as its author, without what stands beside them. */
import type { PageReader } from '../languages/index.ts';
import { nameKey } from '../model/names.ts';

/** Catalogues name a person as they file him: `Lee, Ann`. */
export const FILED = /^(?:citation_author|dc\.creator|dcterms\.creator|dc\.contributor)$/;

/** A name as it is said, where it is given as catalogues file it. */
function inOrder(value: string, where: string): string {
  const [, family, given] = /^\s*((?:\p{Ll}+ ){0,3}[^\s,]+), ([^,]{2,40}?)\s*$/u.exec(value) ?? [];
  return FILED.test(where) && family !== undefined && given !== undefined
    ? `${given} ${family}`
    : value;
}

/** Letters of the shortest name that is told within a line: `dpa` within words is none. */
const SHORTEST_NAME = 5;
/** What stands before a name and says no more than that it is one: `Von`, `di`. */
const LEAD = /^\p{L}{1,5}:?\s+$/u;
const GLUED = /^\p{Ll}{2,5}$/u;

/**
 * The names that a line holds which the page states elsewhere for programs, without what is printed beside them, such
 * as a calling or a button, even where no blank parts the two; the line where it holds none.
 */
export function withoutBeside(line: string, known: readonly string[]): string[] {
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
  // `byAnn Lee`: the blank between the two is lost
  if (GLUED.test(before) && after.trim() === '' && /^\p{Lu}.*\s/u.test(line.slice(at))) return true;
  if (/[\p{L}\p{N}]$/u.test(before) || /^[\p{Ll}\p{N}]/u.test(after)) return false;
  const isLedIn = after.trim() === '' && LEAD.test(before);
  return isLedIn || isDense(name) || (name.length >= SHORTEST_NAME && /\s/.test(name));
}

/** Names in a script that puts no blanks within them. */
const isDense = (name: string): boolean =>
  /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{2,}$/u.test(
    name,
  );

/** What programs write where nobody is named, and the names of those who run them. */
const NOBODY =
  /^(?:(?:undefined|null|nan|none|unknown|unbekannt|unbenannt|anonymous|anonym[eo]?|anónimo|(?:wordpress ?)?admin(?:istrator)?|root|webmaster|super|user|author|publisher|copyright|n\/a)\b[\s\d]*)+$/i;

export const isNobody = (name: string): boolean => NOBODY.test(name);

/**
 * The names in what a page gives as its author at `where`: none of addresses, nor of what programs write for nobody.
 * `sites`: keys of the names of the outlet, which stand behind a name or are one.
 */
export function namesOf(
  value: string,
  where: string,
  sites: ReadonlySet<string>,
  page: PageReader,
): string[] {
  if (where === BESIDE_ARTICLE && (isDesk(value, page) || !page.isPersonName(value))) return [];
  const given = withoutMarks(inOrder(value, where));
  if (isSite(given.split(', ')[0] ?? '', sites) || isSite(given, sites)) return [];
  const names = given
    .split(/\s*;\s*/)
    .flatMap((one) => namesIn(withoutSite(one, sites), page))
    .map((name) => (where === BY_LINE ? page.withoutBy(name) : name))
    .filter(
      (name) =>
        !isSite(name, sites) &&
        !isNobody(name) &&
        !page.isViewOrSection(name) &&
        !page.isSectionName(name),
    );
  const called = names.filter((name) => !page.isCalling(name));
  return withoutOutlets(called.length > 0 ? called : names, sites, page);
}

/** Before the name of a paper, as few people have it before theirs. */
const ARTICLE = /^(?:the|der|die|das|le|la|les|el|los|las|il|lo|het|de|o|os|as) (?=\S)/;

/** Whether a name is one of the outlet's. */
export const isSite = (name: string, sites: ReadonlySet<string>): boolean =>
  sites.has(nameKey(name)) || isPaper(name, sites);

/** Whether a name has an article before it, and is the outlet's as its address spells it: without blanks, or without that. */
export function isPaper(name: string, sites: ReadonlySet<string>): boolean {
  const key = nameKey(name);
  const bare = key.replace(ARTICLE, '');
  return (
    bare !== key && [key, bare].some((one) => sites.has(one) || sites.has(one.replaceAll(' ', '')))
  );
}

/** Names without outlets beside people: in capitals, or with the name of the site as in `Ann Lee, BAY NORTH`. */
export function withoutOutlets(
  names: readonly string[],
  sites: ReadonlySet<string>,
  page: PageReader,
): string[] {
  const people = names.filter(
    (name) =>
      !isDesk(name, page) &&
      !(isCapitals(name) && names.some((other) => !isCapitals(other))) &&
      !(names.length > 1 && sites.has(nameKey(name.split(' ')[0] ?? ''))),
  );
  return people.length > 0 ? people : [...names];
}

/** What a company is by law stands in its name. */
export const COMPANY =
  /\b(?:GmbH|AG|KG|KGaA|SE|Ltd|LLC|Inc|PLC|Pty|Limited|eG|e\. ?V|S\.?L|S\.?A|S\.?p\.?A|B\.?V|A\/S)(?![\p{L}\p{N}])/u;

/** The same behind a name of which it is no part elsewhere: `Bay Wire e.V.`. */
export const WITH_FORM = new RegExp(`,?\\s+(?:${COMPANY.source})\\.?$`, 'u');

/** Those who sign without a name of a person: `Web Desk`, `Bay Wire`, `harlpost.example`. */
export const isDesk = (name: string, page: PageReader): boolean =>
  page.isCalling(name) ||
  page.isStaff(name) ||
  page.isOutletName(name) ||
  page.isOrganisation(name) ||
  COMPANY.test(name) ||
  AGENCY.test(name) ||
  isPhrase(name, page) ||
  /^\S+\.\p{Ll}{2,}$/u.test(name);

/** The letters by which an agency is called. */
const AGENCY = /^\p{Lu}{3,5}$/u;
/** A word in small letters between others. */
const SMALL_WORD = /\s\p{Ll}{2,}\s/u;

/** Words that read on as those of a slogan or a section, and are no name: `Alte Fähren an der Harl`. */
const isPhrase = (name: string, page: PageReader): boolean =>
  !page.isPersonName(name) && /\p{Lu}/u.test(name) && SMALL_WORD.test(name);

/** Where names stand that a line of the article prints. */
export const BY_LINE = 'by-line';
/** Where names stand that sign the article beside it: in a box about who wrote it, at the foot of the entry. */
export const BESIDE_ARTICLE = 'by-line beside the article';

/** The address of its pages behind the name of a body: `Bay Wire (www.baywire.example)`. */
export const WITH_SITE = /\s*\((?:https?:\/\/)?[\w-]+(?:\.[\w-]+)+\/?\)$/;

/** A value without what parts it from others of its line: `| Ann Lee -`. */
const withoutMarks = (value: string): string =>
  value.replace(WITH_SITE, '').replace(/^[\s,|·•/–—-]+|[\s,|·•/:–—-]+$/gu, '');

const isCapitals = (name: string): boolean =>
  name === name.toUpperCase() && name !== name.toLowerCase();

/** A name without that of the outlet behind it: `Ann Lee | Bay Wire`, `Ann Lee For Bay Wire`. */
function withoutSite(value: string, sites: ReadonlySet<string>): string {
  const [, name, site] = /^(.{4,60}?)(?:\s+[|/–—-]\s+|,\s+|\s+for\s+)(.+)$/i.exec(value) ?? [];
  return name !== undefined && site !== undefined && sites.has(nameKey(site)) ? name : value;
}

/** No addresses, and of a list with titles only the names of people. */
function namesIn(value: string, page: PageReader): string[] {
  const line = value.replace(/\s*[<(]?\b[\w.+-]+(?:@|\[at\])[\w-]+(?:\.[\w-]+)+[>)]?/g, '').trim();
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
