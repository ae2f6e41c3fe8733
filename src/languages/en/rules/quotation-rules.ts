/** Rules for quotations that no cue took; the first of them that makes a claim of one has it. */
import type { Draft, Token } from '../../../engine/draft.ts';
import { is, isName, sentenceSubject, spanOfTokens, type Phrase } from '../phrases.ts';
import { phrase } from '../phrases/kinds.ts';
import { endsSentence } from '../words.ts';
import { clauseText, innerSpan, isTitle, mentionOf } from './frame.ts';
import { isPartOfSentence, verbBeside } from './open-quotation.ts';
import { isOfOthersWords } from './others-words.ts';
import { replyBehind } from './reply-behind.ts';
import type { QuotationRule } from './rule.ts';
import { stanceBefore } from './stance.ts';
import type { OpenQuotation, Unattributed } from './unattributed.ts';

export const QUOTATION_RULES = [
  {
    id: 'stance-before',
    does: 'A quotation is told by whoever takes a stance right before it.',
    examples: ['Ann Lee disagreed. “{D Ann Lee:We will pay for all of it.}”'],
    sees: 'paragraph',
    claim: (quotation) => {
      const subject = stanceBefore(quotation);
      return (
        subject && {
          type: 'direct',
          part: innerSpan(quotation.quote),
          reason: 'The words before it say how somebody takes it, and lead to the quotation.',
          mention: mentionOf(quotation.tokens, subject),
          goesOn: true,
        }
      );
    },
    precision: 0.88,
  },
  {
    id: 'continued',
    does: 'A quotation of its own goes on with the attributed quotation before it.',
    examples: ['“{D Ann Lee:We will pay,}” Ann Lee said. “{D Ann Lee:We will not wait for May.}”'],
    sees: 'paragraph',
    claim: (quotation) =>
      quotation.isAlone && quotation.before && !isOfOthersWords(quotation)
        ? {
            type: 'direct',
            part: innerSpan(quotation.quote),
            reason: 'The quotation goes on after its attribution, with none of its own.',
            mention: null,
            inherits: quotation.before,
            goesOn: true,
          }
        : null,
    precision: 0.92,
  },
  {
    id: 'label-before',
    does: 'A quotation is told by the name that stands before it with a colon, as on a label.',
    examples: ['Ann Lee, a baker: “{D Ann Lee:We will pay for it.}”'],
    sees: 'sentence',
    claim: ({ label, tokens, quote }) =>
      label && {
        type: 'direct',
        part: innerSpan(quote),
        reason: 'A name and a colon stand before the quotation, and nothing else.',
        mention: mentionOf(tokens, label),
        goesOn: true,
      },
    precision: 0.9,
  },
  {
    id: 'adjacent',
    does: 'A quotation of its own is its speaker’s who is named for the next one.',
    examples: ['“{D Ann Lee:We will not wait for May.}” “{D Ann Lee:We will pay,}” Ann Lee said.'],
    sees: 'paragraph',
    claim: (quotation) => {
      const { isAlone, after, quote } = quotation;
      return isAlone && after?.mention && after.type === 'direct' && !isApart(quotation, after)
        ? {
            type: 'direct',
            part: innerSpan(quote),
            reason: 'The next quotation of the paragraph names the speaker.',
            mention: null,
            inherits: after,
            goesOn: false,
          }
        : null;
    },
    precision: 0.85,
  },
  {
    id: 'beside-quotation',
    does: 'A name and any verb beside a quotation that ends in a comma tell it.',
    examples: ['“{D Ann Lee:We will pay for it,}” Ann Lee smirked.'],
    sees: 'sentence',
    claim: besideQuotation,
    precision: 0.88,
  },
  {
    id: 'quotation-alone',
    does: 'A quotation that is a sentence of its own is a claim; the paragraphs around tell whose.',
    examples: ['Ann Lee left the hall.\n\n“{D ?:We will pay for all of it.}”'],
    sees: 'paragraph',
    claim: quotationAlone,
    precision: 0.8,
  },
  {
    id: 'long-quotation',
    does: 'A long stretch in quotation marks, with no word of saying beside it, is a claim.',
    examples: [
      'On the wall of the hall “{D ?:we will pay for all of it and for more}” in red letters.',
    ],
    sees: 'sentence',
    claim: longQuotation,
    precision: 0.6,
  },
] as const satisfies readonly QuotationRule[];

/**
 * `“We go.” Ann Lee, of Acme, said: “No.”`, `“We go.” It rains. “No,” Ann Lee said`: what stands between two quotations
 * leads to the second, or away from the first.
 */
function isApart(
  { tokens, at, quote: { outer } }: OpenQuotation,
  { mention, parts: [part] }: Draft,
): boolean {
  const isNamed = (t: Token, k: number): boolean =>
    t.cap && t.kind === 'word' && tokens[at + k]?.kind === 'word' && !!part && t.end <= part.start;
  if (mention && mention.kind !== 'pronoun' && part && mention.start >= outer.end)
    if (mention.end <= part.start) return true;
  return tokens.slice(at + 1).some(isNamed);
}

function besideQuotation(quotation: OpenQuotation): Unattributed | null {
  const reply = replyBehind(quotation);
  if (reply)
    return {
      type: 'direct',
      part: innerSpan(quotation.quote),
      reason: 'The words behind the quotation say from whom it came as an answer.',
      ...(reply.subject
        ? {
            mention: mentionOf(quotation.tokens, reply.subject),
            cue: spanOfTokens(quotation.tokens, reply.verb, reply.verb + 1),
          }
        : { mention: null, open: true }),
      goesOn: true,
    };
  const spoken = quotation.isAlone ? null : verbBeside(quotation);
  return (
    spoken && {
      type: 'direct',
      part: innerSpan(quotation.quote),
      reason: 'A name and a verb stand beside the quotation.',
      mention: spoken.subject && mentionOf(quotation.tokens, spoken.subject),
      cue: spanOfTokens(quotation.tokens, spoken.verb, spoken.verb + 1),
      goesOn: true,
    }
  );
}

function quotationAlone(quotation: OpenQuotation): Unattributed | null {
  const { tokens, clause, quote, isAlone, isMost, before } = quotation;
  if (isAlone)
    return {
      type: 'direct',
      part: innerSpan(quote),
      reason: 'The quotation is a sentence of its own.',
      mention: null,
      open: true,
      goesOn: true,
    };
  if (!isMost) return null;
  // "‘We will pay’: |Ann Lee|", as a heading
  const label = labelBehind(quotation);
  if (label)
    return {
      type: 'direct',
      part: innerSpan(quote),
      reason: 'A colon and a name stand behind the quotation, and nothing else.',
      mention: mentionOf(tokens, label),
      goesOn: false,
    };
  const speaker = before ? ({ inherits: before } as const) : ({ open: true } as const);
  const whole = isPartOfSentence(quotation) ? clauseText(tokens, clause.from, clause.to) : null;
  return {
    type: whole ? 'mixed' : 'direct',
    part: whole ?? innerSpan(quote),
    reason: whole
      ? 'All but a few words of the sentence stand in quotation marks.'
      : 'Hardly a word of the sentence stands outside the quotation marks.',
    mention: null,
    ...speaker,
    goesOn: true,
  };
}

/** The name behind a quotation and a colon that ends the sentence; null where none does. */
function labelBehind({ tokens, clause, at }: OpenQuotation): Phrase | null {
  const isLabel = is(tokens[at + 1], ':') && at === clause.from && clause.to - at > 2;
  return isLabel && isName(tokens, at + 2, clause.to) ? phrase(tokens, at + 2, clause.to) : null;
}

function longQuotation({
  text,
  tokens,
  clause,
  at,
  quote,
  words,
}: OpenQuotation): Unattributed | null {
  const { start, end } = quote.inner;
  if (isTitle(text.slice(start, Math.min(end, start + 160)))) return null;
  if (words < 8 && !endsSentence(text, quote)) return null;
  const subject = sentenceSubject(tokens, clause.from, at);
  return {
    type: 'direct',
    part: innerSpan(quote),
    reason: 'A long stretch in quotation marks, with no word of saying beside it.',
    mention: null,
    open: true,
    // The subject of the sentence is a guess that is right only every other time.
    hint: subject && mentionOf(tokens, subject),
    goesOn: false,
  };
}
