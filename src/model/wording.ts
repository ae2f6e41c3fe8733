/** Words for a reader: dates, counts and labels, always in the archive's neutral voice. */
import type {
  ArticleRecord,
  ClaimRecord,
  ClaimStatus,
  DateFact,
  Fate,
  MentionBasis,
  SpeakerKind,
} from './records.ts';
import type { z } from 'zod';
import { UNDATED } from './article-dates.ts';
import { edtfInWords, MONTHS } from './edtf/words.ts';

interface Day {
  year: number;
  month: number;
  day: number;
}

const parse = (iso: string): Day => {
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number];
  return { year, month, day };
};
const lastDay = ({ year, month }: Day) => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** `2024-03-27` as `27 March 2024`. */
export const dayInWords = (iso: string): string => {
  const { year, month, day } = parse(iso);
  return `${day} ${MONTHS[month - 1]} ${year}`;
};

/** Both ends, without what they share: `July to August 2017`, `10 July to 31 August 2017`, `2017`. */
export function intervalInWords(from: string, to: string): string {
  if (from === to) return dayInWords(from);
  const a = parse(from);
  const b = parse(to);
  const wholeMonths = a.day === 1 && b.day === lastDay(b);
  if (wholeMonths && a.month === 1 && b.month === 12)
    return a.year === b.year ? `${a.year}` : `${a.year} to ${b.year}`;
  const month = (d: Day) => MONTHS[d.month - 1] ?? '';
  if (wholeMonths) {
    if (a.year !== b.year) return `${month(a)} ${a.year} to ${month(b)} ${b.year}`;
    return a.month === b.month ? `${month(a)} ${a.year}` : `${month(a)} to ${month(b)} ${b.year}`;
  }
  if (a.year !== b.year) return `${dayInWords(from)} to ${dayInWords(to)}`;
  if (a.month !== b.month) return `${a.day} ${month(a)} to ${dayInWords(to)}`;
  return `${a.day} to ${dayInWords(to)}`;
}

/** A date fact in words, without brackets and without its reason; `unknown` where nothing is known. */
export function dateInWords(date: DateFact | null): string {
  if (!date) return 'date unknown';
  const words = date.edtf ? edtfInWords(date.edtf) : null;
  if (words !== null) return words;
  if (date.from && date.to) return intervalInWords(date.from, date.to);
  if (date.to) return `on or before ${dayInWords(date.to)}`;
  return date.from ? `on or after ${dayInWords(date.from)}` : 'date unknown';
}

/** The year or years of a date: `2018`, `2010 to 2019`, `2018 or later`; null where it is unknown. */
export function yearsInWords({ from, to }: Pick<DateFact, 'from' | 'to'>): string | null {
  const [first, last] = [from?.slice(0, 4), to?.slice(0, 4)];
  if (first && last) return first === last ? first : `${first} to ${last}`;
  if (first) return `${first} or later`;
  return last ? `${last} or earlier` : null;
}

/** The same for a line of running text: an inferred date in square brackets, as librarians write it. */
export function dateInLine(date: DateFact | null): string {
  const words = dateInWords(date);
  return date?.basis === 'inferred' ? `[${words}]` : words;
}

/** The day by which a date sorts; undated ones come last among the oldest. */
export const sortDay = (date: DateFact | null): string => date?.from ?? date?.to ?? '0000-00-00';

const NUMBERS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** `three`, up to twelve; then figures. */
export const inWords = (n: number): string => NUMBERS[n] ?? figures(n);
/** `12,480`. */
export const figures = (n: number): string => String(n).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
/** `no claims`, `1 claim`, `2 claims`. */
export const count = (n: number, one: string, many = `${one}s`): string =>
  `${n === 0 ? 'no' : figures(n)} ${n === 1 ? one : many}`;
/** `83 %`, of a share between 0 and 1. */
export const percent = (share: number): string => `${Math.round(100 * share)} %`;
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
/** `a`, `a and b`, `a, b and c`. */
export const listed = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

/** The beginning of a text, ended at a word with an ellipsis where it is longer than `limit`. */
export function beginning(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit - 1);
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > limit / 2 ? space : cut.length).replace(/[\s,;:–—-]+$/, '')} …`;
}

/** Outer marks come with the line or the quotation, so the words themselves are shown bare. */
export const quoted = (words: string): string => `“${words}”`;

export const SPEAKER_KINDS_IN_WORDS: Record<SpeakerKind, string> = {
  person: 'person',
  organisation: 'organisation',
  group: 'group',
  unnamed: 'unnamed source',
  document: 'document',
  place: 'named by its place',
};

export const BASES_IN_WORDS: Record<z.infer<typeof MentionBasis>, string> = {
  label: 'the label at the head of the turn',
  name: 'the name as printed',
  'last-name': 'the last name, given in full elsewhere in the article',
  alias: 'a spelling listed on the speaker’s card',
  pronoun: 'a pronoun, taken to mean the person named before it',
  description: 'a description, taken to mean someone named in the article',
  self: 'the mention itself; nobody is named',
  continued: 'the claim before it, which these words continue',
  byline: 'the byline of the article',
  card: 'a curator’s decision',
};

export const REVIEWS_IN_WORDS: Record<ClaimRecord['review'], string> = {
  machine: 'found by rule, not yet read by a curator',
  confirmed: 'confirmed by a curator',
  corrected: 'corrected by a curator',
  added: 'added by a curator',
};

export const ROLES_IN_WORDS: Record<ArticleRecord['byline'][number]['role'], string> = {
  author: 'author',
  interviewer: 'interviewer',
  interviewee: 'interviewed',
  desk: 'a desk, no person named',
};

export const DATE_BASES_IN_WORDS: Record<DateFact['basis'], string> = {
  stated: 'stated in the source',
  inferred: 'inferred',
  unknown: 'not stated in the source',
};

/** Why a date is what it is: its note, behind its basis where the note is words of the source or a conclusion. */
export function dateReason({ basis, note }: DateFact): string {
  if (!note) return DATE_BASES_IN_WORDS[basis];
  if (basis === 'inferred') return `inferred: ${note}`;
  return /^[“"]/.test(note) ? `stated: ${note}` : note;
}

export const RELATIONS_IN_WORDS: Record<ClaimRecord['relations'][number]['kind'], string> = {
  repeats: 'repeats',
  contradicts: 'contradicts',
  answers: 'answers',
  corrects: 'corrects',
  near: 'nearly the same words',
  related: 'related',
};

export type { Fate };
export type Status = ClaimStatus;

/** What became of a claim's words from one version of the source to the next: no word on the claim itself. */
export const FATES_IN_WORDS: Record<Fate, string> = {
  unchanged: 'the same characters at the same place',
  moved: 'the same characters at another place',
  'typographic only':
    'the same words; the kind of quotation mark or dash, white space, line ends or the Unicode form differ',
  changed: 'the words of the claim were edited',
  ambiguous: 'the same words stand at several places, or as another speaker’s',
  'in another article': 'the words are gone from this source and stand in another',
  gone: 'the words stand in no text of the archive',
};
export const FATES = Object.keys(FATES_IN_WORDS) as Fate[];

/** What a claim is today: what its words met in a newer version is no part of it. */
export const STATUSES_IN_WORDS: Record<Status, string> = {
  live: 'stands',
  orphaned: 'waits for a person',
  superseded: 'superseded',
  merged: 'merged',
  withdrawn: 'withdrawn',
};

/** `2 standing, 1 withdrawn`. */
export const countOfStatuses = (statuses: readonly Status[]): string =>
  listed(
    [...new Set(statuses)].map(
      (one) =>
        `${figures(statuses.filter((status) => status === one).length)} ${{ ...STATUSES_IN_WORDS, live: 'standing', orphaned: 'waiting for a person' }[one]}`,
    ),
  );

/** Words that stand now where a claim stood that is gone: nobody takes them for the claim. */
export const onlyStandsThere = (candidate: { why: string }): boolean =>
  candidate.why === 'what stands now where the claim stood';

const SECTIONS: Record<string, string> = {
  articles: 'Article',
  claims: 'Claim',
  speakers: 'Speaker',
  outlets: 'Outlet',
  topics: 'Topic',
  places: 'Place',
};

/** `Claim h4tm9w`, `Outlet the-cradle`, `Versions of article night-ferry`: what stood at an address. */
export function addressInWords(path: string): string {
  const [folder = '', id = '', below = '', version] = path.split('/');
  if (folder === 'dates') return datesInWords(id);
  const what = SECTIONS[folder];
  if (!what || !id) return `Page ${path}`;
  if (below === 'versions') {
    return `${versionsInWords(version ?? '')} of article ${id}`;
  }
  return below ? `Page ${path}` : `${what} ${id}`;
}

/** `Articles of May 2018`; `Articles by date` where no period is named. */
export function datesInWords(period: string): string {
  if (!period) return 'Articles by date';
  return period === UNDATED
    ? 'Articles without a date'
    : `Articles of ${edtfInWords(period) ?? period}`;
}

function versionsInWords(version: string): string {
  const [from, to] = version.split('-');
  if (to) return `Versions ${from} and ${to}`;
  return from ? `Version ${from}` : 'Versions';
}

/** `report`, `interview set as dialogue`. */
export const kindInWords = ({ kind, form }: Pick<ArticleRecord, 'kind' | 'form'>): string =>
  kind === 'interview'
    ? `interview, ${form === 'dialogue' ? 'set as dialogue' : 'told as a report'}`
    : kind;

/** `29 answers`, `1 direct`: a number of claims of one type. */
export const countOfType = (n: number, type: ClaimRecord['type']): string =>
  type === 'answer' || type === 'question' ? count(n, type) : `${figures(n)} ${type}`;

/** Who stands behind the words: the speaker's name, or that none is known. */
export const speakerName = (claim: {
  speaker: { name: string } | null;
  candidates: readonly unknown[];
}): string =>
  claim.speaker?.name ?? (claim.candidates.length > 0 ? 'Speaker open' : 'Speaker not named');

/** `Western officials, via Reuters`: never the words without these. */
export const speakerAndVia = (claim: ClaimRecord, role?: string | null): string =>
  [speakerName(claim), ...(role ? [role] : []), ...claim.via.map(({ name }) => `via ${name}`)].join(
    ', ',
  );

/** `Harbour Post, 14 March 2021`, or the article's title where no outlet is known. */
export const sourceLine = (article: ArticleRecord): string =>
  `${article.outlet?.name ?? beginning(article.title, 50)}, ${dateInLine(article.published)}`;

/** Longest title of a page; more is cut by browsers and by lists of results. */
const LONGEST_TITLE = 70;

/** The first of the given titles that fits with the site's name; the last one is cut at a word if it must be. */
export function tabTitle(site: string, ...titles: readonly string[]): string {
  const tail = ` | ${site}`;
  const fits = titles.find((title) => title.length + tail.length <= LONGEST_TITLE);
  return (fits ?? beginning(titles.at(-1) ?? '', LONGEST_TITLE - tail.length)) + tail;
}

const UNDONE_IN_WORDS: Record<NonNullable<ArticleRecord['undone']>[number], string> = {
  references: 'its character references are read as the characters that they stand for',
  'doubled-references': 'its doubled character references are read as single ones',
  'windows-1252': 'characters that were misread as Windows-1252 are read as they were written',
  macintosh: 'characters that were misread as Mac Roman are read as they were written',
  'windows-1251': 'characters that were misread as Windows-1251 are read as they were written',
  controls: 'control characters are read as the marks that they are in Windows-1252',
  'macintosh-marks': 'letters for which marks of Mac Roman were misread are read as those marks',
  'windows-marks': 'letters for which marks of Windows-1252 were misread are read as those marks',
  'dos-marks': 'letters for which marks were misread in an encoding of DOS are read as those marks',
  'line-prefixes': 'the marks of a mail before each line are left out',
  'line-numbers': 'the numbers of its lines are left out',
  'running-heads': 'numbers of pages and the running heads beside them are left out',
  'line-hyphens': 'words that were cut at the ends of lines are read as one',
  'lost-marks': 'question marks where other marks were lost are read as those marks',
};

/** What is undone in a source for reading: each way once. */
export const undoneInWords = (undone: NonNullable<ArticleRecord['undone']>): string =>
  `${[...new Set(undone)].map((one) => UNDONE_IN_WORDS[one]).join('; ')};`;

const CAPTURES_IN_WORDS: Readonly<Record<string, string>> = {
  csv: 'table',
  docx: 'Word document',
  eml: 'mail',
  feed: 'feed',
  html: 'web page',
  json: 'export in JSON',
  jsonl: 'export in JSON Lines',
  mbox: 'mailbox',
  mht: 'saved web page',
  odt: 'text of a word processor',
  pdf: 'PDF file',
  srt: 'subtitles',
  vtt: 'subtitles',
  segments: 'transcript',
  turns: 'transcript',
  wacz: 'web archive',
  warc: 'web archive',
};

/** What a capture is, by its kind: `PDF file`. */
export const captureInWords = (kind: string): string => CAPTURES_IN_WORDS[kind] ?? 'file';

/** Where in its capture a claim stands: `page 3`, `at 00:12:31 of the recording`; null where that is not noted. */
export function placeInCapture({ page, time }: Pick<ClaimRecord, 'page' | 'time'>): string | null {
  const places = [
    ...(page === undefined ? [] : [`page ${page}`]),
    ...(time === undefined ? [] : [`at ${time} of the recording`]),
  ];
  return places.length > 0 ? places.join(', ') : null;
}
