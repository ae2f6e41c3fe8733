/** The picture shown where an article or claim is shared: words, whose they are, who printed them, when. Pure. */
import type { ArticleRecord, ClaimRecord, ClaimType } from '../../model/records.ts';
import { lastAsked } from '../../text/last-asked.ts';
import { spanOf } from '../../text/spans.ts';
import { sentencesOf } from '../../archive/context.ts';
import { framedWords } from '../../archive/frame.ts';
import {
  capital,
  count,
  dateInLine,
  dateInWords,
  kindInWords,
  sourceLine,
  speakerAndVia,
} from '../../model/wording.ts';

export const WIDTH = 1200;
export const HEIGHT = 630;
/** The part of the picture that the words may fill. */
export const WORDS = { left: 88, top: 84, width: 1024, height: 336 };

export interface Picture {
  site: string;
  /** The whole words; see `fitted` for what is shown of them. */
  words: string;
  type: ClaimType | null;
  by: string;
  where: string;
  address: string;
  /** What was said along time, under the words. */
  along?: AlongTime;
}

/** One lane of a picture: what it is of, and what stands on it, in per cent of the axis. */
export interface Lane {
  name: string;
  /** A day has no width. */
  marks: readonly { x: number; width: number }[];
}

export interface AlongTime {
  /** What stands at the two ends of the axis. */
  from: string;
  to: string;
  lanes: readonly Lane[];
}

/** From one line of the words to the next, in pixels, at a size. */
export const pitchOf = (size: number): number => Math.round(size * 1.32);
const SIZES = [60, 54, 48, 43, 38, 34, 30, 27];
/** Widest average of the serif's letters, in ems; rather too wide than too narrow. */
const LETTER = 0.5;

/** Lines that the words take at a size, wrapped as a browser would, never fewer. */
function linesAt(words: string, size: number): number {
  const room = WORDS.width / (size * LETTER);
  let lines = 1;
  let at = 0;
  for (const word of words.split(/\s+/)) {
    const long = word.length;
    if (at > 0 && at + 1 + long > room) {
      lines++;
      at = long;
    } else at += (at > 0 ? 1 : 0) + long;
    while (at > room) {
      lines++;
      at -= room;
    }
  }
  return lines;
}

/** Whether so many lines of a size fit into the place of the words, or a part of it. */
export const isRoomFor = (lines: number, size: number, height = WORDS.height): boolean =>
  lines * pitchOf(size) <= height;

/** Estimated by the number of letters, without the fonts. */
const mayFit = (words: string, size: number) => isRoomFor(linesAt(words, size), size);

/** What is shown of the words; null where not even one sentence fits: a cut one could say something else. */
export interface Fitted {
  words: string | null;
  /** In pixels. */
  size: number;
}

/** The mark that closes the words where one opens them. */
const CLOSES: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '"': '"',
  "'": "'",
  '«': '»',
};

/** The mark that closes words which a mark opens and closes; empty where none does. */
function closeOf(words: string): string {
  const close = CLOSES[words.charAt(0)] ?? '';
  return words.endsWith(close) ? close : '';
}

/**
 * The words as large as they fit; where even the smallest size is too large, whole sentences
 * from the beginning and an ellipsis; where the first sentence alone is too long, none.
 */
export function fitted(words: string, fits = mayFit): Fitted {
  const size = SIZES.find((s) => fits(words, s));
  if (size) return { words, size };
  const smallest = SIZES[SIZES.length - 1] ?? 0;
  const sentences = sentencesOf(words, spanOf(0, words.length));
  for (const { end } of sentences.slice(0, -1).reverse()) {
    const cut = `${words.slice(0, end)} …${closeOf(words)}`;
    if (fits(cut, smallest)) return { words: cut, size: smallest };
  }
  return { words: null, size: smallest };
}

/** The words that a picture shows, by the estimate; measured ones are never more. */
export const shownOf = ({ words }: Picture): string => fitted(words).words ?? '';

/**
 * Whether the lines under the words hold who said them, where they stand, the archive's name and the address. No
 * picture is made where they do not, for none of these may be cut.
 */
export const isRoomBelow = ({ by, where, site, address }: Picture): boolean =>
  by.length + where.length <= 400 && site.length <= 100 && address.length <= 150;

/** Claims of one article come one after another. */
const whereOf = lastAsked(sourceLine);

export function pictureOfClaim(
  claim: ClaimRecord,
  article: ArticleRecord,
  site: string,
  address: string,
): Picture {
  const role = claim.speaker?.role;
  const isReported = claim.type === 'indirect' || claim.type === 'mixed';
  const reported = article.outlet ? 'as reported by' : 'as reported in';
  return {
    site,
    words: framedWords(article, claim),
    type: claim.type,
    by: speakerAndVia(claim, role && role.length < 60 ? role : null),
    where: `${isReported ? reported : 'in'} ${whereOf(article)}`,
    address: address.replace(/^https?:\/\//, ''),
  };
}

export function pictureOfArticle(article: ArticleRecord, site: string, address: string): Picture {
  const printed = article.outlet ? article.outlet.name : 'no outlet named';
  return {
    site,
    words: article.title,
    type: null,
    by: `${printed}, ${article.published.basis === 'inferred' ? dateInLine(article.published) : dateInWords(article.published)}`,
    where: `${capital(kindInWords(article))}; ${count(article.claims.length, 'claim')} marked`,
    address: address.replace(/^https?:\/\//, ''),
  };
}
