/** The sentence or sentences around a claim. */
import { packFor } from '../languages/index.ts';
import type { ArticleRecord, ClaimRecord, Span } from '../model/records.ts';

/** So many characters are shown on either side at most. */
const MOST = 400;

/** What stands before and after a claim in the sentences that hold its words, within its blocks. */
export function sentenceAround(
  { text, blocks, language }: Pick<ArticleRecord, 'text' | 'blocks' | 'language'>,
  { parts }: Pick<ClaimRecord, 'parts'>,
): { before: string; after: string } {
  const start = parts[0]?.reading.start ?? 0;
  const end = parts.at(-1)?.reading.end ?? start;
  const first = sentenceAt(text, blocks, language, start);
  const last = sentenceAt(text, blocks, language, Math.max(start, end - 1));
  return {
    before: text.slice(Math.max(first.start, start - MOST), start),
    after: text.slice(end, Math.min(last.end, end + MOST)),
  };
}

function sentenceAt(
  text: string,
  blocks: ArticleRecord['blocks'],
  language: string,
  at: number,
): Span {
  const block = blocks.find(({ start, end }) => start <= at && at < end);
  if (!block) return { start: at, end: at };
  const sentences = packFor(language)?.text.sentences(text, block.start, block.end) ?? [];
  return sentences.find(({ start, end }) => start <= at && at < end) ?? block;
}
