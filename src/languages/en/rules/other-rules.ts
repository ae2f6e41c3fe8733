/**
 * Rules that the machinery runs, since it alone sees the turns and paragraphs around; here is what
 * they say of themselves.
 */
import type { Described } from './rule.ts';

/** Whole turns of a conversation. */
export const TURN_RULES = [
  {
    id: 'turn-answer',
    does: 'An answer of an interview is its speaker’s, whole.',
    examples: [
      'Interview\n\nVerbatim: {Q Verbatim:Will you pay?}\n\nAnn Lee: {A Ann Lee:We will pay for it.}\n\n' +
        'Verbatim: {Q Verbatim:When?}\n\nAnn Lee: {A Ann Lee:On Monday, I think.}',
    ],
    sees: 'turn',
    precision: 0.98,
  },
  {
    id: 'turn-question',
    does: 'A question of an interview is the interviewer’s, whole.',
    examples: [
      'Interview\n\nVerbatim: {Q Verbatim:Will you pay?}\n\nAnn Lee: {A Ann Lee:We will pay for it.}\n\n' +
        'Verbatim: {Q Verbatim:When?}\n\nAnn Lee: {A Ann Lee:On Monday, I think.}',
    ],
    sees: 'turn',
    precision: 0.98,
  },
] as const satisfies readonly Described[];

/** What other paragraphs tell of a quotation, and words inside it. */
export const TEXT_RULES = [
  {
    id: 'block-quotation',
    does: 'A paragraph set as a block quotation is a claim; the paragraph before tells whose.',
    examples: ['Ann Lee left the hall.\n\n> {D ?:We will pay for all of it.}'],
    sees: 'paragraph before',
    precision: 0.8,
  },
  {
    id: 'next-paragraph',
    does: 'An introduction that ends a paragraph tells the quotation that opens the next.',
    examples: ['Ann Lee said:\n\n“{D Ann Lee:We will pay for all of it.}”'],
    sees: 'paragraph before',
    precision: 0.93,
  },
  {
    id: 'signature',
    does: 'A name after a dash, on a line of its own, signs the quotation before it.',
    examples: [
      '“{D Ann Lee:We will pay for all of it.}”\n\n— Ann Lee',
      '> {D Ann Lee:We will pay for all of it.}\n\n> — Ann Lee (@annlee) May 6, 2021',
    ],
    sees: 'paragraph before',
    precision: 0.85,
  },
  {
    id: 'nested',
    does: 'Words told inside a quotation are a claim within it, no surer than this rule.',
    caps: true,
    examples: [
      '“{D Ann Lee:Bob Kerr said {I Bob Kerr<Ann Lee:the bridge would close},}” Ann Lee said.',
    ],
    sees: 'sentence',
    precision: 0.7,
  },
] as const satisfies readonly Described[];
