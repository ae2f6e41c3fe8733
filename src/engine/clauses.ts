/** Where an offset stands among the tokens and sentences of a paragraph. */
import type { Span } from '../model/records.ts';
import { countBefore } from '../text/bisect.ts';
import { certain } from '../text/certain.ts';
import type { Clause, ParagraphClaims, Token } from './draft.ts';

/** Index of the first token that ends after `offset`. */
export const indexAt = (tokens: readonly Token[], offset: number): number =>
  countBefore(tokens.length, (k) => (tokens[k]?.end ?? Infinity) <= offset);

/** Number of the sentence that holds an offset; a quotation counts as one word of it. */
export function clauseNumber({ clauses, tokens }: ParagraphClaims, offset: number): number {
  const endOf = (clause: Clause | undefined): number =>
    (clause && tokens[clause.to - 1]?.end) ?? Infinity;
  return countBefore(clauses.length - 1, (k) => endOf(clauses[k]) <= offset);
}

/** The sentence that holds an offset; undefined in a paragraph without words. */
export const clauseAt = (found: ParagraphClaims, offset: number): Clause | undefined =>
  found.clauses[clauseNumber(found, offset)];

/** The text of tokens `from`..`to`, which are one at least. */
export const spanOfRun = (tokens: readonly Token[], from: number, to: number): Span => ({
  start: certain(tokens[from], 'a run has a first token').start,
  end: certain(tokens[to - 1], 'a run has a last token').end,
});
