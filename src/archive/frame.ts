/** How the article presents the words of a claim: their marks, and who is printed beside them as saying them. */
import type { ArticleRecord, ClaimRecord, Span } from '../model/records.ts';
import { lastAsked } from '../text/last-asked.ts';
import { hull, spanOf } from '../text/spans.ts';

/** What stands around the words of a claim, as printed; each empty where there is nothing. */
export interface Frame {
  /** The marks that open and close them. */
  open: string;
  close: string;
  /** The article's own words before and after them, which say that somebody said them. */
  before: string;
  after: string;
}

const NOTHING: Frame = { open: '', close: '', before: '', after: '' };

const OPENING = /[“‘"'«»„‚‹›‟‛]+$/u;
const CLOSING = /^[”’"'»«“‘›‹]+/u;

/** More words than these between the words and who says them are not of one breath with them. */
const MOST_BEFORE = 90;
const MOST_BETWEEN = 40;

/** A sentence or paragraph ends here. */
const ENDS = /[.!?…]["'”’»)]*\s+\p{Lu}|\n\s*\n/u;

const plain = (words: string) => words.replace(/\s+/g, ' ');

/**
 * The marks of words that are quoted as a whole; of reported words, the printed words that attribute them, where
 * these stand right before or after them in the same sentence. A claim's page asks several times over.
 */
export const frameOf = lastAsked(
  (article: Pick<ArticleRecord, 'text'>, claim: ClaimRecord): Frame => {
    const [first] = claim.parts;
    const last = claim.parts.at(-1);
    if (!first || !last) return NOTHING;
    const { text } = article;
    const words = spanOf(first.reading.start, last.reading.end);
    if (claim.type === 'direct') return { ...NOTHING, ...marksAround(text, words) };
    if (claim.type !== 'indirect' && claim.type !== 'mixed') return NOTHING;
    const saying = [claim.cue?.reading, claim.speaker?.mention?.reading].filter(
      (span): span is Span => span !== undefined,
    );
    if (!claim.cue || saying.length === 0) return NOTHING;
    const said = hull(saying);
    if (said.end <= words.start && words.start - said.start <= MOST_BEFORE) {
      const between = text.slice(said.end, words.start);
      if (between.length > MOST_BETWEEN || ENDS.test(text.slice(said.start, words.start)))
        return NOTHING;
      return { ...NOTHING, before: plain(text.slice(said.start, words.start)).trimEnd() };
    }
    if (said.start >= words.end && said.end - words.end <= MOST_BEFORE) {
      const between = text.slice(words.end, said.start);
      if (between.length > MOST_BETWEEN || ENDS.test(text.slice(words.end, said.end)))
        return NOTHING;
      return { ...NOTHING, after: plain(text.slice(words.end, said.end)) };
    }
    return NOTHING;
  },
);

/** Words that are quoted as a whole in their marks as printed; reported ones with those that attribute them. */
export function framedWords(article: Pick<ArticleRecord, 'text'>, claim: ClaimRecord): string {
  const { open, close, before, after } = frameOf(article, claim);
  return `${before ? `${before} ` : ''}${open}${claim.text}${close}${after}`;
}

function marksAround(text: string, words: Span): Pick<Frame, 'open' | 'close'> {
  const [open = ''] = OPENING.exec(text.slice(Math.max(0, words.start - 2), words.start)) ?? [];
  const [close = ''] = CLOSING.exec(text.slice(words.end, words.end + 2)) ?? [];
  // What closes more than these words belongs to others around them.
  return { open, close: open === '' ? close : close.slice(0, open.length) };
}
