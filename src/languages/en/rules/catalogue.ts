/**
 * Every rule by which a claim is found without the model: first turns of interviews, then words beside a cue,
 * then quotations that no cue took, then what other paragraphs tell; in a group, the earlier rule has the words.
 * This list is their documentation: `ruleDocs` gives it to people, and the tests run its examples.
 */

/** What a rule looks at beside the words it claims. */
export type Scope = 'turn' | 'sentence' | 'paragraph' | 'paragraph before' | 'whole text';

interface RuleRow {
  id: string;
  /** What it does, in a sentence. */
  does: string;
  /** A text in the marks of `tests/support/marked.ts`; one of the claims marked is the rule's. */
  example: string;
  sees: Scope;
  /** Finds nothing itself: claims of other rules are no surer than its precision where it holds. */
  caps?: true;
  /** How often it was right on news it was measured on, 0 to 1. */
  precision: number;
}

const rows = [
  {
    id: 'turn-answer',
    does: 'An answer of an interview is its speaker’s, whole.',
    example:
      'Interview\n\nVerbatim: {Q Verbatim:Will you pay?}\n\nAnn Lee: {A Ann Lee:We will pay for it.}\n\n' +
      'Verbatim: {Q Verbatim:When?}\n\nAnn Lee: {A Ann Lee:On Monday, I think.}',
    sees: 'turn',
    precision: 0.98,
  },
  {
    id: 'turn-question',
    does: 'A question of an interview is the interviewer’s, whole.',
    example:
      'Interview\n\nVerbatim: {Q Verbatim:Will you pay?}\n\nAnn Lee: {A Ann Lee:We will pay for it.}\n\n' +
      'Verbatim: {Q Verbatim:When?}\n\nAnn Lee: {A Ann Lee:On Monday, I think.}',
    sees: 'turn',
    precision: 0.98,
  },
  {
    id: 'interrupted',
    does: 'A quotation that its attribution interrupts is one claim of two parts.',
    example: '“{D1 Ann Lee:We will pay,}” Ann Lee said, “{D1:and we will pay soon.}”',
    sees: 'sentence',
    precision: 0.96,
  },
  {
    id: 'mixed',
    does: 'Words of which only some stand in quotation marks are one claim with the rest.',
    example: 'Ann Lee said {M Ann Lee:the plan was “a mess of the worst kind” for the town}.',
    sees: 'sentence',
    precision: 0.85,
  },
  {
    id: 'after-quotation',
    does: 'A quotation is told by the cue directly after it.',
    example: '“{D Ann Lee:We will pay for it,}” Ann Lee said.',
    sees: 'sentence',
    precision: 0.97,
  },
  {
    id: 'said-after',
    does: 'A sentence without quotation marks is told by the attribution that ends it.',
    example: '{I Ann Lee:The bridge would close in May}, Ann Lee said.',
    sees: 'sentence',
    precision: 0.86,
  },
  {
    id: 'according-to',
    does: '“According to” and its like tell the sentence they stand in.',
    example: 'According to Ann Lee, {I Ann Lee:the bridge would close in May}.',
    sees: 'sentence',
    precision: 0.92,
  },
  {
    id: 'colon',
    does: 'A quotation after a cue and a colon is told by that cue.',
    example: 'Ann Lee said: “{D Ann Lee:We will pay for it.}”',
    sees: 'sentence',
    precision: 0.95,
  },
  {
    id: 'before-quotation',
    does: 'A quotation is told by the cue directly before it.',
    example: 'Ann Lee said, “{D Ann Lee:We will pay for it.}”',
    sees: 'sentence',
    precision: 0.96,
  },
  {
    id: 'quoted-as',
    does: 'Words after “was quoted as saying” are the subject’s; whoever quoted passes them on.',
    example: 'Ann Lee was quoted as saying that {I Ann Lee:the bridge would close in May}.',
    sees: 'sentence',
    precision: 0.88,
  },
  {
    id: 'naming',
    does: 'A cue that gives something a name, or orders something, takes a phrase, not a clause.',
    example: 'Ann Lee called {M Ann Lee:the plan “a mess of the worst kind”}.',
    sees: 'sentence',
    precision: 0.75,
  },
  {
    id: 'said-that',
    does: 'A clause that begins with “that” after a cue is what was said.',
    example: 'Ann Lee said that {I Ann Lee:the bridge would close in May}.',
    sees: 'sentence',
    precision: 0.9,
  },
  {
    id: 'asked',
    does: 'What somebody asked whether, how or why is an open claim.',
    example: 'Ann Lee asked {I Ann Lee:whether the bridge would close in May}.',
    sees: 'sentence',
    precision: 0.8,
  },
  {
    id: 'weak-cue',
    does: 'A verb that only sometimes tells words does so where some are at its side.',
    example: 'Asked about the “bad weather,” Ann Lee ruled {I Ann Lee:the bridge was closed}.',
    sees: 'sentence',
    precision: 0.65,
  },
  {
    id: 'said',
    does: 'A clause directly after a cue is what was said.',
    example: 'Ann Lee said {I Ann Lee:the bridge would close in May}.',
    sees: 'sentence',
    precision: 0.82,
  },
  {
    id: 'continued',
    does: 'A quotation of its own goes on with the attributed quotation before it.',
    example: '“{D Ann Lee:We will pay,}” Ann Lee said. “{D Ann Lee:We will not wait for May.}”',
    sees: 'paragraph',
    precision: 0.92,
  },
  {
    id: 'adjacent',
    does: 'A quotation of its own is its speaker’s who is named for the next one.',
    example: '“{D Ann Lee:We will not wait for May.}” “{D Ann Lee:We will pay,}” Ann Lee said.',
    sees: 'paragraph',
    precision: 0.85,
  },
  {
    id: 'beside-quotation',
    does: 'A name and any verb beside a quotation that ends in a comma tell it.',
    example: '“{D Ann Lee:We will pay for it,}” Ann Lee smirked.',
    sees: 'sentence',
    precision: 0.88,
  },
  {
    id: 'quotation-alone',
    does: 'A quotation that is a sentence of its own is a claim; the paragraphs around tell whose.',
    example: 'Ann Lee left the hall.\n\n“{D ?:We will pay for all of it.}”',
    sees: 'paragraph',
    precision: 0.8,
  },
  {
    id: 'long-quotation',
    does: 'A long stretch in quotation marks, with no word of saying beside it, is a claim.',
    example:
      'On the wall of the hall “{D ?:we will pay for all of it and for more}” in red letters.',
    sees: 'sentence',
    precision: 0.6,
  },
  {
    id: 'block-quotation',
    does: 'A paragraph set as a block quotation is a claim; the paragraph before tells whose.',
    example: 'Ann Lee left the hall.\n\n> {D ?:We will pay for all of it.}',
    sees: 'paragraph before',
    precision: 0.8,
  },
  {
    id: 'next-paragraph',
    does: 'An introduction that ends a paragraph tells the quotation that opens the next.',
    example: 'Ann Lee said:\n\n“{D Ann Lee:We will pay for all of it.}”',
    sees: 'paragraph before',
    precision: 0.93,
  },
  {
    id: 'signature',
    does: 'A name after a dash, on a line of its own, signs the quotation before it.',
    example: '“{D Ann Lee:We will pay for all of it.}”\n\n— Ann Lee',
    sees: 'paragraph before',
    precision: 0.85,
  },
  {
    id: 'nested',
    does: 'Words told inside a quotation are a claim within it, no surer than this rule.',
    caps: true,
    example:
      '“{D Ann Lee:Bob Kerr said {I Bob Kerr<Ann Lee:the bridge would close},}” Ann Lee said.',
    sees: 'sentence',
    precision: 0.7,
  },
] as const satisfies readonly RuleRow[];

/** The id of a rule. */
export type Rule = (typeof rows)[number]['id'];

/** A rule as people read of it. */
export type RuleDoc = Readonly<RuleRow> & { readonly id: Rule };

/** What each rule does, with its example and precision, in the order of the list. */
export const ruleDocs = (): readonly RuleDoc[] => rows;

/** Each rule's precision, which is the confidence of what it finds. */
export const RULES: Readonly<Record<Rule, number>> = precisions();

function precisions(): Record<Rule, number> {
  const entries: [Rule, number][] = rows.map(({ id, precision }) => [id, precision]);
  // `fromEntries` forgets which keys there are; `rows` holds each of them.
  return Object.fromEntries(entries) as Record<Rule, number>;
}

/** The same in plain text, for a terminal: a paragraph for each rule, its example without marks. */
export const rulesInWords = (): string =>
  ruleDocs()
    .map(({ id, does, example, sees, precision }, index) => {
      const plain = example
        .replace(/\{[DIMAQ]\d?[^:{}]*:|\}/g, '')
        .split('\n\n')
        .join('\n   ');
      const percent = Math.round(precision * 100);
      return `${index + 1}. ${id} (right ${percent} times in 100; reads the ${sees})\n   ${does}\n   ${plain}`;
    })
    .join('\n\n');
