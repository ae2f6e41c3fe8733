/** A page in a language of which nothing is known: no line says anything but its marks and its place. */
import { isLongSentence } from '../text/lines.ts';
import type { DateReader, FrameReader, PageReader } from './language.ts';
import { DESKS, SIGNATURES } from './other/bylines.ts';
import { fullDatesIn } from './other/dates.ts';
import { FAULTS } from './other/faults.ts';
import { EVERYWHERE, SECTIONS } from './other/sections.ts';

/** Small words inside names, in whichever language. */
const PARTICLE =
  'van|von|vom|zu|de|der|den|del|della|di|da|do|dos|das|du|la|le|el|ten|ter|af|av|al|bin|ben|ibn|y|e';
const PERSON = new RegExp(
  `^\\p{Lu}[\\p{L}.’'-]*(?: (?:\\p{Lu}[\\p{L}.’'-]*|${PARTICLE})){0,3} \\p{Lu}[\\p{L}.’'-]+$`,
  'u',
);
/** Characters of the longest line that holds a date and little else. */
const LONGEST_DATE_LINE = 80;

/** A page in a language without a folder: signatures by its prepositions, dates by its months, faults by their titles. */
export function otherPage(tag: string): PageReader {
  const [code = ''] = tag.toLowerCase().split('-');
  const signature = SIGNATURES[code];
  const signed = signature && new RegExp(`^(?:${signature.before})(?: ?: ?| )(.{3,160})$`, 'iu');
  const between = new RegExp(
    `\\s*[,;|/·•]\\s*|\\s+[–—-]\\s+|\\s+(?:${signature?.and ?? '&'}|&)\\s+`,
    'iu',
  );
  const section = new RegExp(`^(?:${[SECTIONS[code] ?? [], EVERYWHERE].flat().join('|')})$`, 'iu');
  const dates = (line: string) => fullDatesIn(line, known(code));
  const calling = signature?.after && new RegExp(` (?:${signature.after})$`, 'u');
  const bare = (name: string): string => (calling ? name.replace(calling, '') : name);
  // `Ann Lee avec AFP`, but not one who speaks `im Gespräch mit Bo Berg`
  const withHelpers = (name: string): string[] => {
    const parts = signature?.with ? name.split(` ${signature.with} `) : [name];
    return PERSON.test(parts[0] ?? '') ? parts : [name];
  };
  const peopleIn = (row: string): string[] =>
    row
      .replace(/\s*\([^()]{1,40}\)/g, '')
      .split(between)
      .flatMap((name) => withHelpers(name.trim()))
      .filter((name) => PERSON.test(name));
  // `25.04.24 | 14:07 | Von Ann Lee`: one of several parts may say by whom
  const rowOf = (line: string): string | undefined =>
    [line, ...line.split(/\s*[|·•]\s*/).slice(1)]
      .map((part) => (isLongSentence(part) ? undefined : signed?.exec(part)?.[1]))
      .find((row) => row !== undefined);
  const authors = (line: string): ReturnType<PageReader['authors']> => {
    const row = rowOf(line);
    const [date] = row === undefined ? [] : dates(row);
    const people = peopleIn((row ?? '').slice(0, date?.start)).map((name) => ({
      name,
      isPerson: true,
    }));
    return people.length > 0 ? { people, outlets: [] } : null;
  };
  return {
    ...plainPage,
    fullDate: (line) => dates(line)[0],
    dateLine: (line) => {
      const [date] = line.length > LONGEST_DATE_LINE || isLongSentence(line) ? [] : dates(line);
      // what stands beside a date on its line is short: the day of the week, the time, `Publié le`
      const rest = date && line.replace(date.printed, ' ').match(/\p{L}+/gu);
      return date && (rest?.length ?? 0) <= MOST_WORDS
        ? { date, before: '', namesOutlet: false, isUpdate: false }
        : null;
    },
    isByline: (line) => authors(line) !== null,
    authors,
    isFault: (title) => FAULTS[code]?.test(title) ?? false,
    isViewOrSection: (words) => section.test(words),
    namesIn: (line) => {
      const people = peopleIn(line);
      return people.length > 0 ? people : [bare(line)];
    },
    peopleInByline: peopleIn,
    withoutBy: (name) => signed?.exec(name)?.[1] ?? name,
    isStaff: (line) => DESKS.test(line),
    isPersonName: (words) => PERSON.test(words),
  };
}
/** Words beside a date on a line of its own. */
const MOST_WORDS = 6;

/** The tag where the runtime knows the language, else one that names the months in figures alone. */
const known = (code: string): string =>
  /^[a-z]{2,3}$/.test(code) && Intl.DateTimeFormat.supportedLocalesOf(code).length > 0
    ? code
    : 'und';

const plainPage: PageReader = {
  boilerplate: ({ blocks }) => blocks.map(() => null),
  filing: () => null,
  isOpinionLabel: () => false,
  dateLine: () => null,
  daysBack: () => null,
  weekday: () => null,
  tellsOfChange: () => false,
  isFollowButton: () => false,
  fullDate: () => undefined,
  isByline: () => false,
  authors: () => null,
  desk: () => null,
  interviewer: () => null,
  personAndOutlet: () => null,
  namesIn: (line) => [line],
  peopleInByline: () => [],
  withoutBy: (name) => name,
  isPersonName: () => false,
  isNameAlone: () => false,
  isCalling: () => false,
  isSectionName: () => false,
  isStaff: () => false,
  isOutletName: () => false,
  isOutletAlone: () => false,
  isCredit: () => false,
  isSpeakerLabel: () => false,
  leadsIn: () => false,
  placeLine: () => null,
  rightsHolder: () => null,
  answersAlone: () => false,
  isFault: () => false,
  isViewOrSection: () => false,
  authorIn: () => null,
  outletIn: () => null,
};

export const plainDates: DateReader = {
  printed: () => [],
  isOfPrinting: () => false,
  isPartOfName: () => false,
  governs: () => false,
  goesOn: () => true,
};

/** Where nothing is known of words, each may decide, and none is a slip of another. */
export const plainFrames: FrameReader = {
  decides: () => true,
  isOfSaying: () => true,
  isOptional: () => false,
  followsName: () => false,
  isAbbreviated: () => false,
  isKnownWord: () => true,
  isOtherWithCapital: () => true,
  oneSpelling: (word) => word,
};
