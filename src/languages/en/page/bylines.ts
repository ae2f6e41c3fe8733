/** Who wrote an article in English, as the line says it: names in a row, their callings, who employs them. */
import { MARK_LETTERS } from '../../../engine/name-marks.ts';
import { printedDates } from '../printed-dates.ts';
import { PLACES } from '../lexicon/places.ts';
import { FIRST_NAMES, HE_NAMES, SHE_NAMES } from '../lexicon/person-names.ts';
import { set } from '../lexicon/set.ts';
import { isLongSentence } from '../../../text/lines.ts';

const PARTICLE =
  '(?:al|bin|bint|ibn|da|de|del|della|den|der|di|do|dos|du|e|el|la|le|ter|van|von|y|zu)';
/** A word of a name; marks that are letters of it stand at its head or within: `ʿAli`, `O‘Neill`. */
const WORD = `[‘’${MARK_LETTERS}]?\\p{Lu}[\\p{L}\\p{M}.‘’'${MARK_LETTERS}-]*`;
const NAME = new RegExp(
  `^(?:(?:Dr|Prof|Sir|Mr|Mrs|Ms)\\.? )?${WORD}(?: (?:${WORD}|${PARTICLE})){1,4}$`,
  'u',
);
/** A name in a script without capital letters; only where something says that it is one. */
const WITHOUT_CAPITALS =
  /^(?:[\p{Lo}\p{Script=Georgian}][\p{Lo}\p{M}\p{Script=Georgian}.’'-]* ?){1,5}$/u;
const ORGANISATION =
  /\b(?:press|news|post|times|agency|wire|newswire|media|journal|herald|gazette|tribune|telegraph|guardian|chronicle|courier|observer|review|magazine|daily|weekly|network|radio|tv|television|broadcasting|service|reuters|afp|ap|bbc)\b/i;
const CALLING =
  /\b(?:reporters?|correspondents?|writers?|editors?|editor-in-chief|columnists?|producers?|contributors?|contributing|journalists?|critics?|bureau|bureau chief|photographers?|interns?|fellow|staff|analysts?|presenter|anchor|blogger|freelancer?|desk|team|special to)\b/i;

/** What an article is signed with: `By …`, `Author: …`, `Text: …`. */
const BYLINE =
  /^(?:(?:story|words|text|written|reported|report|reporting|analysis|opinion|article|posted|published|compiled|interview) )?by:?\s+(.{3,200})$/i;
const LABELLED =
  /^(?:authors?|text|words|story|reporters?|writers?|reporting|written by|interview)\s*:\s*(?:by\s+)?(.{3,160})$/i;
/** `Posted on 3 May 2021 by Ann Lee` */
const DATED =
  /^(?:(?:posted|published|written|submitted)\b.{0,60}|[^a-z]{0,12}\d.{0,40})\bby:?\s+(.{3,120})$/i;
/** An employer after the names: `for the Harbour Post`. */
const FOR_OUTLET = / (?:[Ff]or|of|at) (?:[Tt]he )?(\p{Lu}[^,|;]*)/u;
const AT_PLACE = / (?:in|reporting (?:from|in)) \p{Lu}.*$/u;
const CONTACT = /\(?\S*@\S+\)?|\bhttps?:\S+/g;
const TAIL =
  /[\s,|·•–—-]*(?:\b(?:published|updated|posted|last modified|modified|on|at)\b[^,]*|\d{1,2}[:.]\d\d.*)$/i;
const SEPARATOR = /\s*[|;·•∙,/]\s*(?:(?:and|with)\s+)?|\s+[–—-]{1,2}\s+|\s+(?:and|&|with)\s+/i;
/** The same in other languages, as pages with English text print it: `Par Luc Hamel et Nina Roche`. */
const FOREIGN = /^(?:par|von|por|door|av|af|texte?|texto) (.{3,120})$/i;
const FOREIGN_AND = / (?:et|und|y|e|en|och|og) /g;
/** Who else had a part in it: `… | Photographs by Bo Berg`. */
const BESIDE =
  /[\s,.;|·•–—-]*\b(?:photos?|photographs?|photography|pictures?|images?|illustrations?|graphics?|video|edited|editing|additional reporting)(?: by\b|:).*$/i;
const SUFFIX = /^(?:jr|sr|ii|iii|iv|ph\.?d|m\.?d|esq)\.?$/i;

export const isPersonName = (words: string): boolean => NAME.test(words);
/** Kinds of bodies that stand in their names. */
const BODY =
  /\b(?:ministry|department|association|foundation|institute|university|council|committee|commission|society|federation|union|party|trust|charity|kitchens?|team|staff|secretariat|company|authority|embassy|bureau)\b/i;
export const isOrganisation = (words: string): boolean => BODY.test(words);
export const isOutletName = (words: string): boolean =>
  ORGANISATION.test(words) && !words.includes('@');

/** A calling and nothing else: `Senior Reporter`, `Tribune Staff Writer`, `Special to the Bay Wire`. */
export const isCalling = (line: string): boolean =>
  line.length <= 60 &&
  line.split(' ').length <= 7 &&
  CALLING.test(line) &&
  !/[.!?:]$/.test(line) &&
  !/\d/.test(line) &&
  line.split(' ').some((word) => /^\p{Lu}/u.test(word)) &&
  !/\b(?:says?|said|is|are|was|were|(?<!pecial )to|will|has|have|on|as|after|over)\b/.test(line);

/** Words of menus, labels and buttons that look like names where they stand alone. */
const ON_PAGES = set(
  'about ads advertisement all analysis breaking business comment comments contact culture daily download e-paper edition english entries exclusive explainer feature features feed feeds food gift going home image international interview latest letters life listen live loading local login menu more most national news now obituaries obituary opinion out page paid paper pdf photo photos podcasts politics popular premium press profile read related release remove report reports review reviews rss save school sections share shares sport sports staff stories story style subscribe tech today top topics traffic travel trending tv video videos watch weather world your',
);

/** A line that is a name, with nothing that says so. */
export const isNameAlone = (line: string): boolean =>
  NAME.test(line) &&
  !/^(?:by|in|on|at|from|for) /i.test(line) &&
  !ORGANISATION.test(line) &&
  !CALLING.test(line) &&
  !line.split(' ').some((word) => ON_PAGES.has(word.toLowerCase().replace(/[’']s$/, '')));

/** Two words of which the first is a first name: `Grete Holm`, and no outlet. */
export const isSurelyPerson = (words: string): boolean => {
  const [first = ''] = words.toLowerCase().split(' ');
  const isFirstName = [SHE_NAMES, HE_NAMES, FIRST_NAMES].some((names) => names.has(first));
  return isFirstName && isNameAlone(words);
};

const BEGINS_NAME = new RegExp(
  `^(?:the )?[‘’${MARK_LETTERS}]?[\\p{Lu}\\p{Lo}\\p{Script=Georgian}]`,
  'iu',
);

export interface Signed {
  people: { name: string; isPerson: boolean }[];
  outlets: string[];
}

/** People and outlets of a row of names; callings, places, addresses and dates beside them say neither. */
export function namesOf(row: string): Signed {
  const outlets: string[] = [];
  const people: Signed['people'] = [];
  const unsure: string[] = [];
  const date = printedDates(row).find(({ year, day }) => year !== null && day !== null);
  const undated = (date ? row.slice(0, date.start) : row).replace(CONTACT, ' ');
  const [, employer] = FOR_OUTLET.exec(undated) ?? [];
  if (employer) outlets.push(employer.trim());
  const names = undated.replace(FOR_OUTLET, '').replace(TAIL, '').trim();
  for (const part of names.split(SEPARATOR).map((one) => one.replace(/^(?:by|and) /i, '').trim())) {
    const name = withoutCalling(part.replace(/\s*\([^()]*\)$/, '').replace(AT_PLACE, ''));
    if (name === '' || SUFFIX.test(name) || !BEGINS_NAME.test(name)) continue;
    if (CALLING.test(name)) unsure.push(name);
    else if (ORGANISATION.test(name)) outlets.push(name);
    else if (NAME.test(name) || WITHOUT_CAPITALS.test(name)) people.push({ name, isPerson: true });
    else if (/^\p{Ll}/u.test(name)) continue;
    else if (outlets.length > 0 && PLACES.has(name.toLowerCase())) continue;
    else if (/^\p{Lu}[\p{L}’'-]+$/u.test(name) && people.length === 0)
      people.push({ name, isPerson: true });
  }
  if (people.length === 0 && outlets.length === 0)
    people.push(...unsure.slice(0, 1).map((name) => ({ name, isPerson: false })));
  else if (people.length === 0 && outlets.length > 0)
    people.push(...outlets.slice(0, 1).map((name) => ({ name, isPerson: false })));
  return { people, outlets };
}

/** Names of people in a line that its page calls the by-line. */
export const peopleInByline = (line: string): string[] =>
  namesOf(unglued(line).replace(BESIDE, '')).people.flatMap(({ name }) =>
    isNameAlone(name) ? [name] : [],
  );

const SIGNS =
  /^(?:(?:written|posted|published|reported|story|words|text) )?by(?::?\s+|(?=\p{Lu}\p{Ll}))/iu;
export const withoutBy = (name: string): string => name.replace(SIGNS, '');

/** `Transport Correspondent Ann Lee`, `Ann Lee Transport Correspondent` are Ann Lee. */
function withoutCalling(part: string): string {
  const [given = '', family = '', ...rest] = part.split(' ');
  if (isCalling(rest.join(' ')) && isSurelyPerson(`${given} ${family}`))
    return `${given} ${family}`;
  const [, name] =
    /^(?:[\p{L}-]+ ){0,3}(?:reporter|correspondent|writer|editor|columnist|journalist):? (\p{Lu}.*)$/iu.exec(
      part,
    ) ?? [];
  return name !== undefined && NAME.test(name) ? name : part;
}

/** `byAda Lind`, `By ADA LINDJune 5, 2024`: a line with the blanks that capture has lost. */
export const unglued = (line: string): string =>
  line
    .replace(/^(by)(?=\p{Lu}[\p{Ll}.])/iu, (by) => (/^[Bb]y$/.test(by) ? `${by} ` : by))
    .replace(
      /(?<=\p{L})(?=(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}, (?:19|20)\d\d)/gu,
      ' ',
    )
    .replace(/(?<=[AP]M)(?=\d{1,2} min)/g, ' ')
    // how often it was read or answered, right behind the year
    .replace(/(?<=\p{L}{3,} \d{1,2}, (?:19|20)\d\d)(?=\d)/gu, ' ')
    // a year before a zone would be a time of day
    .replace(/(?<= \d{1,2}, (?:19|20)\d\d) (?:GMT|UTC|[ECMP][SD]?T)$/, '');

/** The row of names of a line that is signed, or null. */
export function rowIn(printed: string): string | null {
  const line = unglued(printed).replace(BESIDE, '');
  const labelled = LABELLED.exec(line)?.[1];
  if (labelled !== undefined)
    return namesOf(labelled).people.some(({ isPerson }) => isPerson) ? labelled : null;
  const dated = DATED.exec(line)?.[1];
  return (
    BYLINE.exec(line)?.[1] ??
    (dated !== undefined && printedDates(line).length > 0 ? dated : null) ??
    foreignRow(line)
  );
}

function foreignRow(line: string): string | null {
  const row = FOREIGN.exec(line)?.[1]
    ?.replace(FOREIGN_AND, ' and ')
    .replace(/,? à \p{Lu}.*$/u, '');
  return row !== undefined && rowOfNames(row).every((name) => NAME.test(name.trim())) ? row : null;
}

/** `Posted by annlee on 3 May 2021`, `by annlee » 3 May 2021`: the name of an account, and the day. */
const ACCOUNT =
  /^(?:(?:posted|published|written|submitted|created|uploaded)(?: (?:in|under) [\w ,&-]{2,40})? )?by:? ([\p{L}\d](?=\S*\p{L}{2})[\p{L}\d._-]{1,29})[\s,»@|·–—-]+(?:on |at )?(.+)$/iu;

/** The account that signs a line, where the day stands behind it. */
export function accountIn(line: string): string | null {
  const [, name, rest] = ACCOUNT.exec(line) ?? [];
  if (name === undefined || rest === undefined) return null;
  const [date] = printedDates(rest);
  const isDay = date ? date.start === 0 : /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b/.test(rest);
  return isDay && printedDates(name).length === 0 ? name : null;
}

/** Whether a line says by whom and no more. */
export function signs(line: string): boolean {
  if (isLongSentence(line)) return false;
  if (accountIn(line) !== null) return true;
  const row = rowIn(line);
  if (row === null) return false;
  const { people } = namesOf(row);
  return (
    people.length > 0 &&
    line.length <= 40 * people.length + 40 &&
    people.every(({ name, isPerson }) => isPerson && isNameAlone(name) && !isPlaceOrDay(name))
  );
}
const isPlaceOrDay = (name: string): boolean =>
  PLACES.has(name.toLowerCase()) || printedDates(name).length > 0 || DAYS.test(name);
const DAYS = /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|noon|midnight|night|evening)\b/i;

/** A row of names cut at commas and conjunctions, without the place behind it: `Ann Lee and Bo Berg in Osthem`. */
export const rowOfNames = (line: string): string[] =>
  line
    .replace(/\s*\(\p{Ll}[^()]{1,30}\)/gu, '')
    .replace(/,? \S+@\S+$/, '')
    .split(/\s?,? and | & |\s?, /)
    .map((name) => name.replace(AT_PLACE, ''));

/** The name of a section or a button of a page, and no title: `News`, `Local Sport`. */
export function isSectionName(line: string): boolean {
  const [first = '', second, ...more] = line.split(/\s*[|»›>/]\s*/);
  if (second !== undefined && more.length === 0)
    return (
      [first, second].some(isSectionName) &&
      [first, second].every((part) => isSectionName(part) || isOutletName(part))
    );
  return (
    line.length <= 30 &&
    line
      .toLowerCase()
      .replace(/^in /, '')
      .split(/[\s&+,]+/)
      .every((word) => ON_PAGES.has(word))
  );
}
