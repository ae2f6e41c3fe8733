/** A page in a language of which nothing is known: no line says anything but its marks and its place. */
import { isLongSentence } from '../text/lines.ts';
import type { DateReader, FrameReader, PageReader } from './language.ts';
import { DESKS, ORGANISATIONS, SIGNATURES } from './other/bylines.ts';
import { fullDatesIn } from './other/dates.ts';
import { FAULTS } from './other/faults.ts';
import { EVERYWHERE, SECTIONS } from './other/sections.ts';
import { isPerson, signedLines } from './other/signed.ts';

/** Characters of the longest line that holds a date and little else. */
const LONGEST_DATE_LINE = 80;

/** A page in a language without a folder: signatures by its prepositions, dates by its months, faults by their titles. */
export function otherPage(tag: string): PageReader {
  const [code = ''] = tag.toLowerCase().split('-');
  const signed = signedLines(code, known(code));
  const section = new RegExp(`^(?:${[SECTIONS[code] ?? [], EVERYWHERE].flat().join('|')})$`, 'iu');
  const dates = (line: string) => fullDatesIn(line, known(code));
  const after = SIGNATURES[code]?.after;
  const calling = after && new RegExp(` (?:${after})$`, 'u');
  const bare = (name: string): string => (calling ? name.replace(calling, '') : name);
  const authors = (line: string): ReturnType<PageReader['authors']> => {
    const found = signed.read(line);
    return found && { people: found.names.map((name) => ({ name, isPerson: true })), outlets: [] };
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
      const people = signed.peopleIn(line);
      return people.length > 0 ? people : [bare(line)];
    },
    peopleInByline: signed.peopleIn,
    withoutBy: signed.withoutBy,
    signs: (line) => signed.read(line)?.isAll ?? false,
    isStaff: (line) => DESKS.test(line),
    isOrganisation: (words) => ORGANISATIONS.test(words),
    isPersonName: isPerson,
    isSurelyPerson: isPerson,
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
  signs: () => false,
  desk: () => null,
  interviewer: () => null,
  personAndOutlet: () => null,
  namesIn: (line) => [line],
  peopleInByline: () => [],
  withoutBy: (name) => name,
  isPersonName: () => false,
  isSurelyPerson: () => false,
  isNameAlone: () => false,
  isCalling: () => false,
  isSectionName: () => false,
  isStaff: () => false,
  isOutletName: () => false,
  isOrganisation: () => false,
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
