/** The sentences around a claim, and where its words stand in the source. */
import { countBefore } from '../text/bisect.ts';
import { at } from '../text/certain.ts';
import { codePoints } from '../text/offsets.ts';
import type { ArticleRecord, Block, ClaimRecord, Part, Span } from '../model/records.ts';
import { lastAsked } from '../text/last-asked.ts';
import { hull, spanOf } from '../text/spans.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** A full stop after these ends no sentence. */
const NO_END =
  /(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Maj|Capt|Sgt|Rep|Sen|Gov|St|vs|No|Nos|Inc|Ltd|Co|Jr|Sr|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec)|\b[A-Z])\.\s*$/;

/** Sentences of one block, in order, without the white space between them. */
export function sentencesOf(text: string, block: Span): Span[] {
  const found: Span[] = [];
  for (const { index, segment } of segmenter.segment(text.slice(block.start, block.end))) {
    const start = block.start + index;
    const end = start + segment.trimEnd().length;
    const last = found.at(-1);
    if (end <= start) continue;
    if (last && NO_END.test(text.slice(last.start, last.end))) last.end = end;
    else found.push(spanOf(start, end));
  }
  return found;
}

const TEXT_ROLES = new Set(['paragraph', 'quote', 'caption', 'heading', 'dek', 'title']);

/** What sentences are cut from. */
type Text = Pick<ArticleRecord, 'text' | 'blocks'>;

/** The blocks that are text, and the sentences of each, cut when they are first asked for. */
const textOf = lastAsked((article: Text) => {
  const sentences = new Map<Span, Span[]>();
  return {
    blocks: article.blocks.filter((b) => TEXT_ROLES.has(b.role)),
    sentencesIn(block: Span): readonly Span[] {
      const known = sentences.get(block) ?? sentencesOf(article.text, block);
      sentences.set(block, known);
      return known;
    },
  };
});

/** The blocks that a claim's words touch, and in each the sentences that hold them, or the block. */
function touchedBy(article: Text, whole: Span): { touched: Block[]; within: Span[] } {
  const { blocks, sentencesIn } = textOf(article);
  const touched = blocks.filter((b) => b.start < whole.end && whole.start < b.end);
  const within = touched.map((block) => {
    const inside = sentencesIn(block).filter((s) => s.start < whole.end && whole.start < s.end);
    return inside.length > 0 ? hull(inside) : spanOf(block.start, block.end);
  });
  return { touched, within };
}

/** The sentence or sentences that hold the claim. */
export function sentencesAround(article: Text, claim: ClaimRecord): Span[] {
  const whole = hull(claim.parts.map((part) => part.reading));
  const { within } = touchedBy(article, whole);
  return within.length > 0 ? within : [whole];
}

/** The sentence or sentences that hold the claim, and the one before and after them in the text. */
export function contextOf(
  article: ArticleRecord,
  claim: ClaimRecord,
): { before: Span | null; within: Span[]; after: Span | null } {
  const whole = hull(claim.parts.map((part) => part.reading));
  const { blocks, sentencesIn } = textOf(article);
  const { touched, within } = touchedBy(article, whole);
  const [opening, closing] = [touched[0], touched.at(-1)];
  const [start, end] = [within[0], within.at(-1)];
  if (!opening || !closing || !start || !end) return { before: null, within: [whole], after: null };
  const sentences = (block: Span | undefined) => (block ? sentencesIn(block) : []);
  const before =
    sentences(opening)
      .filter((s) => s.end <= start.start)
      .at(-1) ?? sentences(blocks[blocks.indexOf(opening) - 1]).at(-1);
  const [after] = [
    ...sentences(closing).filter((s) => s.start >= end.end),
    ...sentences(blocks[blocks.indexOf(closing) + 1]),
  ];
  return { before: before ?? null, within, after: after ?? null };
}

/** Code points and line breaks of one source, for all of its claims. */
const indexOfSource = lastAsked((source: string) => ({
  points: codePoints(source),
  breaks: Array.from(source.matchAll(/\n/g), ({ index }) => index),
}));

/** Where a part stands in the source, for a person: code points and line. */
export function placeOf(
  source: string,
  part: Part,
): { start: number; end: number; of: number; line: number } {
  const { points, breaks } = indexOfSource(source);
  const line = 1 + countBefore(breaks.length, (i) => at(breaks, i) < part.start);
  return { start: points.at(part.start), end: points.at(part.end), of: points.length, line };
}
