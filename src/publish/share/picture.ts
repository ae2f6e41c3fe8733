/** The picture shown where an article or claim is shared: words, whose they are, who printed them, when. Pure. */
import type { ArticleRecord, ClaimRecord, ClaimType } from '../../model/records.ts';
import { spanOf } from '../../text/spans.ts';
import { sentencesOf } from '../../archive/context.ts';
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
  /** Null where not even one sentence fits: a cut sentence could say something else. */
  words: string | null;
  size: number;
  type: ClaimType | null;
  by: string;
  where: string;
  address: string;
}

const LINE = 1.32;
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

const fits = (words: string, size: number) => linesAt(words, size) * size * LINE <= WORDS.height;

/**
 * The words as large as they fit; where even the smallest size is too large, whole sentences
 * from the beginning and an ellipsis; where the first sentence alone is too long, none.
 */
export function fitted(words: string): { words: string | null; size: number } {
  const size = SIZES.find((s) => fits(words, s));
  if (size) return { words, size };
  const smallest = SIZES[SIZES.length - 1] ?? 0;
  const sentences = sentencesOf(words, spanOf(0, words.length));
  for (const { end } of sentences.slice(0, -1).reverse()) {
    const cut = `${words.slice(0, end)} …`;
    if (fits(cut, smallest)) return { words: cut, size: smallest };
  }
  return { words: null, size: smallest };
}

export function pictureOfClaim(
  claim: ClaimRecord,
  article: ArticleRecord,
  site: string,
  address: string,
): Picture {
  const role = claim.speaker?.role;
  return {
    site,
    ...fitted(claim.text),
    type: claim.type,
    by: role && role.length < 60 ? `${speakerAndVia(claim)}, ${role}` : speakerAndVia(claim),
    where: `${claim.type === 'direct' || claim.type === 'answer' || claim.type === 'question' ? '' : `${claim.type}, `}in ${sourceLine(article)}`,
    address: address.replace(/^https?:\/\//, ''),
  };
}

export function pictureOfArticle(article: ArticleRecord, site: string, address: string): Picture {
  const printed = article.outlet ? article.outlet.name : 'no outlet named';
  return {
    site,
    ...fitted(article.title),
    type: null,
    by: `${printed}, ${article.published.basis === 'inferred' ? dateInLine(article.published) : dateInWords(article.published)}`,
    where: `${capital(kindInWords(article))}; ${count(article.claims.length, 'claim')} marked`,
    address: address.replace(/^https?:\/\//, ''),
  };
}
