/**
 * A claim in one line of plain text. Every export that shows a claim's words takes them from here,
 * so the words never travel without their speaker and their article.
 */
import { framedWords, frameOf } from '../../archive/frame.ts';
import type { ArticleRecord, ClaimRecord, ClaimType } from '../../model/records.ts';
import {
  beginning,
  dateInLine,
  placeInCapture,
  quoted,
  speakerAndVia,
} from '../../model/wording.ts';
import { lastAsked } from '../../text/last-asked.ts';

/** How the article has the words: the archive says how it knows them, never that they are so. */
const MANNER: Record<ClaimType, string> = {
  direct: 'quoted in',
  indirect: 'as reported in',
  mixed: 'quoted and reported in',
  answer: 'answering in',
  question: 'asking in',
};

/** How the article has a claim's words: `quoted in`. */
export const mannerOf = ({ type }: ClaimRecord): string => MANNER[type];

/** `quoted in “Night ferry to stay”, Harbour Post, 14 March 2021`. */
export const whereFound = (claim: ClaimRecord, article: ArticleRecord): string =>
  `${mannerOf(claim)} ${articleInLine(article)}`;

/** A claim beside the citation of its article: `Mara Obi, via Reuters, quoted in this article: “We will keep it.”` */
export const claimAsNote = (claim: ClaimRecord): string =>
  [`${speakerAndVia(claim)}, ${mannerOf(claim)} this article`, placeInCapture(claim)]
    .filter(Boolean)
    .join(', ') + `: ${wordsInLine(claim)}`;

/** `“Night ferry to stay”, Harbour Post, 14 March 2021`. */
const articleInLine = lastAsked((article: ArticleRecord): string =>
  [quoted(singleMarks(article.title)), article.outlet?.name, dateInLine(article.published)]
    .filter(Boolean)
    .join(', '),
);

/** Marks inside marks are single ones. */
export const singleMarks = (text: string): string => text.replace(/“/g, '‘').replace(/”/g, '’');

/** The words as they stand in a line: in marks where they are quoted, bare where they are reported. */
export const wordsInLine = (claim: ClaimRecord, limit = Infinity): string => {
  const words = beginning(claim.text, limit);
  return claim.type === 'indirect' ? words : quoted(words);
};

/**
 * The words with those of the article that attribute them, where they are reported and these stand beside them (`The crews
 * claimed responsibility for the delay`); else the words alone, in marks where they are quoted.
 */
export function attributedInLine(claim: ClaimRecord, article: ArticleRecord): string {
  const { before, after } = frameOf(article, claim);
  return before || after ? framedWords(article, claim) : wordsInLine(claim);
}

/** `Mara Obi, via Reuters, quoted in “Night ferry to stay”, Harbour Post, 14 March 2021: “We will keep it”`. */
export const claimInLine = (claim: ClaimRecord, article: ArticleRecord, limit = Infinity): string =>
  `${speakerAndVia(claim)}, ${whereFound(claim, article)}: ${wordsInLine(claim, limit)}`;

/** A title or words with a comma or full stop at the end, before closing marks, as guides to style have it. */
export function ended(text: string, mark: string): string {
  // without one that opens, a single mark is an apostrophe
  const closing = text.includes('‘') ? /["”’]*$/ : /["”]*$/;
  return text.replace(closing, (marks) => `${mark}${marks}`);
}

/** With a full stop at the end, unless it has an end of its own. */
export const sentence = (text: string): string =>
  /[.?!]["”’]*$/.test(text) ? text : ended(text, '.');
