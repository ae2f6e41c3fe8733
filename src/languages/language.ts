/**
 * What is known of one language: what the engine asks (`engine/pack.ts`), and what is asked of the lines around an
 * article and of printed dates. A text in a language without such a folder is read with `plain.ts`.
 */
import type { LanguagePack } from '../engine/pack.ts';
import type { PrintedDate } from '../model/dates.ts';
import type { Span } from '../text/span.ts';

export interface Language extends LanguagePack {
  readonly page: PageReader;
  readonly dates: DateReader;
  readonly frames: FrameReader;
  /** Every rule by which claims are found, with an example and its measured precision, for a person. */
  rulesInWords(): string;
}

/** A reading text and its blocks: headings, paragraphs, items of lists. */
export interface Blocks {
  text: string;
  blocks: readonly Span[];
}

/** Why a block is no part of the article. */
export interface Boilerplate {
  /** In words, for a person. */
  why: string;
  /**
   * Its name. `rights`, `disclaimer`, `masthead`, `author-note` and `articles-by` are read for what they say of the
   * article.
   */
  rule: string;
}

/** A line of place, date and agency at the head of the running text. */
export interface PlaceLine {
  printed: string;
  agency: string | null;
}

/** A line that holds a date, and little else. */
export interface DateLine {
  date: PrintedDate;
  /** What is printed before it. */
  before: string;
  /** Whether that names an outlet. */
  namesOutlet: boolean;
  /** Whether the date is of a change to the text. */
  isUpdate: boolean;
}

/** The lines about an article, above and below its running text. Each question is asked of one line. */
export interface PageReader {
  /** For each block why it is not the article's, or null. */
  boilerplate(page: Blocks): readonly (Boilerplate | null)[];
  /** `Region: Bay, Hills` */
  filing(line: string): { name: string; values: string[]; isOpinion: boolean } | null;
  isOpinionLabel(line: string): boolean;
  dateLine(line: string): DateLine | null;
  /** How many days before its capture a line says that the text was published: `Published 3 hours ago`, none to one. */
  daysBack(line: string): { least: number; most: number } | null;
  /** The day of the week that a line names, from Sunday, 0. */
  weekday(line: string): number | null;
  /** Whether a line tells when the text was changed: `Updated 3/5/2024`. */
  tellsOfChange(line: string): boolean;
  /** A button to follow the person whose name stands beside it. */
  isFollowButton(line: string): boolean;
  /** The first date of a line with year, month and day. */
  fullDate(line: string): PrintedDate | undefined;
  /** `By …`, whatever follows. */
  isByline(line: string): boolean;
  /** `By Ann Lee and Bo Berg for the Harbour Post`; outlets may be named where no author is. */
  authors(
    line: string,
  ): { people: { name: string; isPerson: boolean }[]; outlets: string[] } | null;
  /** Whether a line says by whom and no more: `By Ann Lee and Bo Berg`, `Posted by annlee on 3 May 2021`. */
  signs(line: string): boolean;
  /** `News Desk - Harbour Post` */
  desk(line: string): { name: string; outlet: string } | null;
  /** `Interview by Ann Lee` */
  interviewer(line: string): string | null;
  /** `Ann Lee, Harbour Post` */
  personAndOutlet(line: string): { person: string; outlet: string } | null;
  /** `Ann Lee and Bo Berg` cut into what would be names. */
  namesIn(line: string): string[];
  /** Names of people in a line that its page calls the by-line: `Ann Lee, Reporter | Bay Wire`; none where it has others. */
  peopleInByline(line: string): string[];
  /** A name without the words that say that it signs: `by Ann Lee`. */
  withoutBy(name: string): string;
  isPersonName(words: string): boolean;
  /** Whether words are a person's name though nothing beside them says so: `Ann Lee`, not `Hotel Victoria`. */
  isSurelyPerson(words: string): boolean;
  /** A name alone on a line, with nothing that says so: no word of a menu. */
  isNameAlone(line: string): boolean;
  /** `News`, `Local Sport`: a section or a button of the page. */
  isSectionName(line: string): boolean;
  /** `Senior Reporter`: what somebody is, and nobody's name. */
  isCalling(line: string): boolean;
  /** `Tribune staff report`: by whom, without names. */
  isStaff(line: string): boolean;
  isOutletName(words: string): boolean;
  /** Whether words name what no person is called, by the kind that stands in them: `Federal Ministry of Ports`. */
  isOrganisation(words: string): boolean;
  /** The name of an outlet and nothing else. */
  isOutletAlone(line: string): boolean;
  /** What a picture shows, or whose it is. */
  isCredit(line: string): boolean;
  /** `Ann Lee: We will stay in the harbour.`: words of a conversation, no label of the page. */
  isSpeakerLabel(line: string): boolean;
  /** A short line that introduces the quotation after it: "A driver explained, saying". */
  leadsIn(line: string): boolean;
  /** At the head of a paragraph. */
  placeLine(paragraph: string): PlaceLine | null;
  /** `© 2021 Harbour Post` */
  rightsHolder(line: string): string | null;
  /** Whether a line says that the author alone answers for the text. */
  answersAlone(line: string): boolean;
  /** Whether a page with this title is no article, but what a server or a guard shows in its place. */
  isFault(title: string): boolean;
  /** Whether words beside a title name a view of the page or a section, and no site: `Printable version`. */
  isViewOrSection(words: string): boolean;
  /** The author whom a line of boilerplate names. */
  authorIn(rule: string, line: string): string | null;
  /** The outlet that a line of boilerplate names. */
  outletIn(rule: string, line: string): string | null;
}

/** Where a date stands beside the words that say who said something. */
export type DatePlace = 'before the saying' | 'between name and verb' | 'after the saying';

/** Dates in running text. */
export interface DateReader {
  /** Every date as it is printed; offsets in the text. */
  printed(text: string): PrintedDate[];
  /** Whether the words before a date make it the day when something was printed, not said: "published on". */
  isOfPrinting(before: string): boolean;
  /** Whether the words around a date make it part of a name or of a longer date: "the Jan. 6 committee", "3 or 4 May". */
  isPartOfName(around: { before: string; printed: string; after: string }): boolean;
  /**
   * Whether the words that lead to a date make it the day of a saying: those from the beginning of the sentence, from
   * the name to the verb of saying, or from the words of saying on. `said on |3 May`, but not `said of the vote on`.
   */
  governs(words: string, printed: string, place: DatePlace): boolean;
  /** Whether the words from a date to what is said on that day name no other time: `a year later`. */
  goesOn(words: string): boolean;
}

/** The words around a claim that say who said it and how, compared between two captures. Words come in small letters. */
export interface FrameReader {
  /** Whether a word decides who said something, whether, or how surely, wherever it stands in the sentence. */
  decides(word: string): boolean;
  /** Whether a word says that somebody says something: who does is told by the commas before it. */
  isOfSaying(word: string): boolean;
  /** Whether a word may be put in or left out without a change of meaning. */
  isOptional(word: string): boolean;
  /** Whether a word, in small letters, stands after a name as a part of it, with commas or without: `jr`. */
  followsName(word: string): boolean;
  /** Whether a sentence goes on after the point of this word. */
  isAbbreviated(word: string): boolean;
  /** Whether a word, as printed, is one of the language, so that no slip of another made it. */
  isKnownWord(word: string): boolean;
  /** Whether a word, in small letters, is another one with a capital: `polish` and `Polish`. */
  isOtherWithCapital(word: string): boolean;
  /** One spelling for words, with blanks between them, that are spelt in two ways. */
  oneSpelling(word: string): string;
}
