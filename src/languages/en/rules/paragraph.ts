/**
 * Claims of one paragraph by rule: what marks, cues and word order decide. No look at other
 * paragraphs.
 */
import type { Clause, Draft, Lead, ParagraphClaims } from '../../../engine/draft.ts';
import type { Stretch } from '../../../engine/marks.ts';
import { first, last } from '../../../text/certain.ts';
import type { Span } from '../../../text/span.ts';
import { clauses, tokenize } from '../words.ts';
import { unattributed } from './catalogue.ts';
import { afterDateline } from './clause-shape.ts';
import { Findings } from './findings.ts';
import { wordsEnd } from './frame.ts';
import { openQuotationAt, withQuotes } from './open-quotation.ts';
import { claimsOfSentence } from './sentence.ts';

/**
 * Every claim the rules find in one paragraph (or inside one quotation), and what they leave open.
 */
export function paragraphClaims(
  text: string,
  span: Span,
  stretches: readonly Stretch[],
  paragraph: number,
): ParagraphClaims {
  // Marks with nothing between them quote nothing.
  const quoting = stretches.filter(({ inner }) => inner.end > inner.start);
  const tokens = tokenize(text, span.start, span.end, quoting);
  const sentences = clauses(text, tokens);
  const findings = new Findings(tokens, paragraph);
  let lead: Lead | null = null;
  for (const [n, clause] of sentences.entries())
    lead = claimsOfSentence(findings, {
      text,
      tokens,
      clause,
      previous: sentences[n - 1] ?? null,
      isLast: n === sentences.length - 1,
      from: afterDateline(text, tokens, clause),
      last: wordsEnd(tokens, clause.from, clause.to),
      unsaid: [],
    });
  claimsOfOpenQuotations(findings, text, sentences);
  const [opening] = sentences;
  return {
    drafts: findings.drafts.sort(
      (a, b) =>
        first(a.parts).start - first(b.parts).start || last(b.parts).end - last(a.parts).end,
    ),
    lead,
    tokens,
    clauses: sentences,
    body: opening ? afterDateline(text, tokens, opening) : 0,
  };
}

/** Adds the claims of quotations that no cue took. */
function claimsOfOpenQuotations(
  findings: Findings,
  text: string,
  sentences: readonly Clause[],
): void {
  const { tokens, used } = findings;
  const attributed = [...findings.drafts].sort(
    (a, b) => first(a.parts).start - first(b.parts).start,
  );
  const hasAttributed = attributed.length > 0;
  let next = 0;
  let before: Draft | null = null;
  for (const clause of sentences) {
    const sentence = withQuotes(tokens, clause);
    if (!sentence) continue;
    for (let k = clause.from; k < clause.to; k++) {
      const token = tokens[k];
      if (!token?.quote || used.has(token.quote)) continue;
      for (let draft = attributed[next]; draft && first(draft.parts).start < token.start;) {
        before = draft;
        draft = attributed[++next];
      }
      const around = { text, tokens, before, after: attributed[next] ?? null, hasAttributed };
      const quotation = openQuotationAt(around, sentence, k, token.quote);
      const claim = quotation && unattributed(quotation);
      if (!claim) continue;
      const draft = findings.addUnattributed(claim.rule, claim.found);
      if (claim.found.goesOn) before = draft;
    }
  }
}
