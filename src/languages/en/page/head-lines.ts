/** Lines above the running text of an article in English: filing, date, byline, credit. */
import type { DateLine, PageReader } from '../../language.ts';
import { edtfBounds, edtfOf, type PrintedDate } from '../../../model/dates.ts';
import { isLongSentence } from '../../../text/lines.ts';
import { fullDatesIn } from '../../other/dates.ts';
import { printedDates } from '../printed-dates.ts';
import {
  accountIn,
  isCalling,
  isSectionName,
  isNameAlone,
  isOrganisation,
  isOutletName,
  isPersonName,
  peopleInByline,
  withoutBy,
  isSurelyPerson,
  namesOf,
  rowIn,
  rowOfNames,
  signs,
  unglued,
} from './bylines.ts';

const FILING =
  /^(region|themes?|topics?|tags?|categor(?:y|ies)|sections?|keywords?|filed under|in-depth report|series|column)\s*:\s*(.{1,200})$/i;
const OPINION_LABEL =
  /^(?:opinion|op-ed|comment(?:ary)?|editorial|analysis|viewpoint|column)\s*(?:[:|–—-]|$)/i;
const DESK =
  /^((?:[\w-]+ )?(?:news ?desk|newsroom|desk|staff(?: (?:writers?|reporters?))?|editors?|editorial board|agencies|correspondents?|news service))\s*(?:[-–—|,/]|at|for)\s*(.{2,60})$/i;
/** Staff and services without names: `Tribune staff report`, `From wire services`. */
const STAFF =
  /^(?:from |by )?(?:[\p{Lu}][\p{L}’'-]* ){0,3}(?:(?:staff|wire|news|agency|combined)(?: and (?:staff|wire|agency))? (?:reports?|services?|reporters?|writers?)|editorial board|news ?desk|newsroom|agencies)$/iu;
const ORGANISATION_OR_THE = (words: string) => /^The /.test(words) || isOutletName(words);
const INTERVIEWED_BY =
  /^(?:interviewed|interview(?: conducted)?|questions?) by:?\s+(.{3,80}?)\.?$/i;
const AGENCIES = 'AP|AFP|INA|Reuters|Getty(?: Images)?|EPA|TASS|Xinhua|PA|Alamy|Shutterstock';
/** `(Photo: Ann Lee)`, `Photograph: Ann Lee/Bay Wire`, `[Ann Lee/Bay Wire]`, `Image caption, …`, `Credit... Ann Lee`. */
const CREDITS = [
  new RegExp(
    `\\((?:photo|image|picture|illustration|file photo|credit|source|${AGENCIES})\\b[^()]{0,80}\\)\\.?$`,
    'i',
  ),
  /\([A-Z]{2,5}(?: Photo\b[^()]{0,80}|\s?\/[^()]{2,80}|)\)\.?$/,
  /\b(?:photo(?:graph)?|image|picture|illustration)s?(?: credit)?s?\s*(?:by|:)\s*\S/i,
  /\/\s?(?:AP|AFP|Reuters|Getty Images|EPA)\b[^.]{0,40}$/i,
  /^(?:image|video|media) (?:source|caption)\b/i,
  /\bcredits?(?:\s*\.\.\.|\s*:)\s*\S/i,
  /\[[^\][]{3,60}\/[^\][]{2,40}\]\.?$/,
  /^\(\p{Lu}[^()]{3,60}(?: for (?:the )?| ?\/ ?)\p{Lu}[^()]{2,40}\)$/u,
];
const isCredit = (line: string): boolean => CREDITS.some((form) => form.test(line));

const LABEL =
  /^(?:[‘’ʻʼʾʿ'`]?\p{Lu}[\p{L}\p{M}.‘’'`-]*(?: [‘’ʻʼʾʿ'`]?\p{Lu}[\p{L}\p{M}.‘’'`-]*){0,4}|Q|A|\d?\d:\d\d(?::\d\d)?\s+\p{Lu}.{0,40}):\s+\S.{20,}/u;

/** Labels that belong to the head of an article, not to a speaker. */
const HEAD_LABEL =
  /^(?:published|posted|(?:last )?updated|dated?|issued|source|photos?|pictures?|images?|by|text|words|written by|credit|location|place|title|headline|authors?|byline|outlet|publisher|publication|url|link|language)\s*:/i;
/** What may stand behind the date: a time of day, and when the text was last changed. */
const AFTER_DATE =
  /^[\s,.|–—-]*(?:T?(?:at )?\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{1,5})?)?[\s,.|–—-]*(?:(?:last )?(?:updated|modified)\b.{0,40})?$/i;
const DATE_LABEL =
  /^(?:published|posted|updated|last updated|date|first published|issued)(?: on)?\s*:?$/i;
const WEEKDAY = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?$/i;
/** A date after these is that of a picture, of an event or of a right, not of the article. */
const NO_OUTLET =
  /^(?:photos?|photographs?|pictures?|images?|videos?|events?|taken|filmed|recorded|filed|created|deadline|expires?|archived|accessed|retrieved|captured|copyright|effective|valid|starts?|ends?|from|until|since|before|after|on|in|for|born|died|snapshot|copy|print|seen|coming|opening|members?|as (?:of|at)|reading time)\b/i;
/** What was done on a day that is no day of publication: `Saved 4 May 2022`, `Founded 4 May 1922`. */
const DONE = /^\p{L}{2,}ed(?: (?:on|in|at|by)\b.*)?$/iu;
const OUTLET_ALONE = /^(?:\p{Lu}[\p{L}\d.&’'-]*(?: |$)|of |the |and )+$/u;

const OUTLET_WORD = /^(?:of|the|and|for|in|on|al|bin|de|del|der|di|du|el|la|le|van|von|und|et)$/;

/** The first full date of a line. */
const fullDate = (line: string): PrintedDate | undefined =>
  printedDates(line).find(
    ({ year, month, day }) => year !== null && month !== null && day !== null,
  ) ?? pointedDate(line);

function filing(line: string): ReturnType<PageReader['filing']> {
  const [, name, values] = FILING.exec(line) ?? [];
  if (!name || !values) return null;
  return {
    name,
    values: values
      .split(/,\s*/)
      .map((value) => value.trim())
      .filter(Boolean),
    isOpinion: /\b(?:opinion|op-ed|commentary|editorial)\b/i.test(values),
  };
}

/** Day, month and year with points between them, as they are printed where the day comes first. */
const POINTED = /(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)\d\d)(?![\d])/;
/** The same between slashes: of 18/04/2023 and 04/18/2023 only one can be meant, of 03/04/2023 neither is told. */
const DAY_FIRST = /(?<![\d/])(1[3-9]|2\d|3[01])\/(0?[1-9]|1[0-2])\/((?:19|20)\d\d)(?![\d/])/;
const MONTH_FIRST = /(?<![\d/])(0?[1-9]|1[0-2])\/(1[3-9]|2\d|3[01])\/((?:19|20)\d\d)(?![\d/])/;

function pointedDate(line: string): PrintedDate | undefined {
  const swapped = MONTH_FIRST.exec(line);
  const found = POINTED.exec(line) ?? DAY_FIRST.exec(line) ?? swapped;
  if (!found) return undefined;
  const [printed, first, second, year] = found;
  const [day, month] = found === swapped ? [second, first] : [first, second];
  const figures = { year: Number(year), month: Number(month), day: Number(day) };
  // 31.04.2021 is no day
  if (edtfBounds(edtfOf(figures) ?? '') === undefined) return undefined;
  return {
    start: found.index,
    end: found.index + printed.length,
    ...figures,
    weekday: null,
    range: false,
    printed,
  };
}

/** Words about a date that say no more than that the text was published or changed then, and at what time. */
const ABOUT_DATE =
  /\b(?:(?:first |last |originally )?(?:published|posted|updated|modified|issued|created|released)|date|and|on|at|in|local time|ago|hours?|days?|minutes?|years?|edition|a\.?m\.?|p\.?m\.?)\b|\bpage [A-Z]?\d{1,3}\b|\b\d{1,2}(?:[:.h]\d\d){1,2}\s?(?:[ap]m)?\b|\b\d{1,2}\s?[ap]m\b|[\s,;:|/()·•∙.–—+-]/gi;
/** The zone of a time: `4:38 PM EST`, `1438 GMT`. */
const ZONE = /(?<=(?:\d|[ap]\.?m\.?|[AP]\.?M\.?)\s?)[A-Z]{2,4}\b(?:[+-]\d{1,2})?/g;
const UPDATED =
  /\b(?:updated|modified)\b[\s:]*(?:on\b|at\b)?[^a-z]*(?:[A-Z]{2,4}\b[\s,]*)?(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b[\s,]*)?$/i;
/** What names who wrote it, behind the date. */
const SIGNED = /\s+by:?\s+\p{Lu}.*$/u;

/** A line with a date and words about it alone: `Updated 4:38 PM EST, Wed May 1, 2021`. */
function plainDateLine(line: string): DateLine | null {
  const dates = printedDates(line).filter(
    ({ year, month, day, range }) => year !== null && month !== null && day !== null && !range,
  );
  const pointed = dates.length === 0 ? pointedDate(line) : undefined;
  const all = pointed ? [pointed] : dates;
  const first = all.find(({ start }) => !UPDATED.test(line.slice(0, start))) ?? all[0];
  if (!first) return null;
  let rest = line.replace(SIGNED, '');
  for (const { printed } of all) rest = rest.replace(printed, ' ');
  rest = rest.replace(
    /\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\b\d{1,4}(?:st|nd|rd|th)?\b(?= (?:years?|days?|hours?|minutes?) ago)/gi,
    ' ',
  );
  if (rest.replace(ZONE, ' ').replace(ABOUT_DATE, '') !== '') return null;
  return {
    date: first,
    before: '',
    namesOutlet: false,
    isUpdate: UPDATED.test(line.slice(0, first.start)),
  };
}

function dateLine(printed: string): DateLine | null {
  const line = unglued(printed);
  if (line.length > 120) return null;
  return plainDateLine(line) ?? datedOutlet(line) ?? namedDateLine(line) ?? foreignDateLine(line);
}

/** What is held, or broadcast, on a day and publishes nothing: `Regular Meeting, 9 May 2023`. */
const HELD =
  /\b(?:aired|broadcast|meetings?|sessions?|hearings?|committees?|assembly|councils?|courts?|conferences?|debates?|sittings?|minutes|remarks|speech|briefing|transcripts?|elections?)\b/i;
/** `Tuesday 14 May 2024, 5.00pm BST, The Osthem Times` */
const OUTLET_AFTER = /[,|]\s*((?:The )?\p{Lu}[^,|\d]{2,40})$/u;

/** A date with the outlet behind it. */
function datedOutlet(line: string): DateLine | null {
  const [tail, outlet] = OUTLET_AFTER.exec(line) ?? [];
  if (tail === undefined || outlet === undefined || !isOutletName(outlet)) return null;
  const plain = plainDateLine(line.slice(0, -tail.length));
  return plain && { ...plain, before: outlet, namesOutlet: true };
}

/** `Publié le 12 mai 2024`, beside the words of an English page. */
const TONGUES = ['fr', 'de', 'es', 'it', 'pt', 'nl', 'sv', 'nb', 'da'];
const MOST_WORDS = 10;

function foreignDateLine(line: string): DateLine | null {
  if (isLongSentence(line) || !/(?:19|20)\d\d/.test(line)) return null;
  if (printedDates(line).length > 0) return null;
  for (const tag of TONGUES) {
    const [date] = fullDatesIn(line, tag);
    const rest = date && line.replace(date.printed, ' ').match(/\p{L}+/gu);
    if (date && /\p{L}{3}/u.test(date.printed) && (rest?.length ?? 0) <= MOST_WORDS)
      return { date, before: '', namesOutlet: false, isUpdate: false };
  }
  return null;
}

/** `Harbour Post, December 08, 2018` */
function namedDateLine(line: string): DateLine | null {
  const date = fullDate(line);
  if (!date || date.range || !AFTER_DATE.test(line.slice(date.end))) return null;
  const before = line.slice(0, date.start).replace(/[\s,:|–—-]+$/, '');
  if (HELD.test(before)) return null;
  if (rowIn(before) !== null) return { date, before: '', namesOutlet: false, isUpdate: false };
  const namesOutlet = before !== '' && !DATE_LABEL.test(before) && !WEEKDAY.test(before);
  const isName =
    before.split(' ').length <= 6 &&
    /^\p{Lu}/u.test(before) &&
    !/[.!?“”":]/.test(before) &&
    !NO_OUTLET.test(before) &&
    !DONE.test(before) &&
    // "Photo taken", "3 May to" are no names
    before.split(' ').every((word) => !/^\p{Ll}/u.test(word) || OUTLET_WORD.test(word)) &&
    printedDates(before).length === 0;
  if (namesOutlet && !isName) return null;
  return { date, before, namesOutlet, isUpdate: /^(?:last )?updated/i.test(before) };
}

function authors(line: string): ReturnType<PageReader['authors']> {
  if (isLongSentence(line)) return null;
  const account = accountIn(line);
  if (account !== null) return { people: [{ name: account, isPerson: true }], outlets: [] };
  const row = rowIn(line);
  return row === null ? null : namesOf(row);
}

function desk(line: string): ReturnType<PageReader['desk']> {
  const [, name, outlet] = DESK.exec(line) ?? [];
  return !name || !outlet || line.length > 100 ? null : { name, outlet: outlet.trim() };
}

/** Last words of names of papers that are words of other names as well. */
const PAPER =
  / (?:Star|Sun|Mirror|Echo|Bulletin|Dispatch|Globe|Mail|Standard|Independent|Record|Reporter|Examiner|Sentinel|Argus|Advertiser|Express|Ledger|Register|Inquirer|Bee|Enterprise|World|Mercury|Monitor|Patch|Pilot|Press|Recorder|Republic|Republican|Democrat|Eagle|Advocate|Argus|Almanac|Voice|Online|Today|Live)$/;

/** `Tarn Valley Echo`: three words that end as names of papers do, and begin as no name of a person does. */
const isPaper = (words: string): boolean =>
  words.split(' ').length > 2 && PAPER.test(words) && !isSurelyPerson(words);

/** `Ann Lee, Harbour Post`: a person and who employs them. */
function personAndOutlet(line: string): { person: string; outlet: string } | null {
  const [, person, outlet] =
    /^(\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){1,3}) ?, ((?:The )?\p{Lu}[^,.]{2,40})$/u.exec(
      line,
    ) ?? [];
  if (!person || !outlet || /^by /i.test(person) || !isPersonName(person)) return null;
  if (isSectionName(person)) return null;
  if (isCalling(outlet) || isSurelyPerson(outlet)) return null;
  // two words may be another who wrote it: `Finn Dahl, Grete Holm`
  const isOutlet =
    ORGANISATION_OR_THE(outlet) ||
    (/^\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)+$/u.test(outlet) &&
      (PAPER.test(outlet) || !isNameAlone(outlet)));
  return isOutlet ? { person, outlet: outlet.trim() } : null;
}

const FOLLOW = /^(?:follow|following|subscribe)(?: (?:author|\p{Lu}[\p{L}’'-]+))?$/iu;

/** What `PageReader` asks of lines above the running text. */
export const headLines = {
  filing,
  isOpinionLabel: (line) => OPINION_LABEL.test(line),
  dateLine,
  fullDate,
  isByline: (line) => rowIn(line) !== null || accountIn(line) !== null,
  authors,
  signs,
  desk,
  interviewer: (line) => INTERVIEWED_BY.exec(line)?.[1] ?? null,
  personAndOutlet,
  isCalling,
  isSectionName,
  isNameAlone,
  namesIn: rowOfNames,
  peopleInByline,
  withoutBy,
  isPersonName,
  isSurelyPerson,
  isFollowButton: (line) => FOLLOW.test(line),
  isStaff: (line) => STAFF.test(line),
  isOrganisation,
  isOutletName: (words) => isOutletName(words) || isPaper(words),
  isOutletAlone: (line) => line.length <= 48 && isOutletName(line) && OUTLET_ALONE.test(line),
  isCredit,
  isSpeakerLabel: (line) => LABEL.test(line) && !FILING.test(line) && !HEAD_LABEL.test(line),
  leadsIn: (line) => /(?:ed|ing|says?|told|wrote|said|that)$/.test(line),
} satisfies Partial<PageReader>;
