/**
 * Rules for words that a cue tells. What a cue tells is found first (`told-at.ts`); of these rules,
 * the first that has it gives it its name and its precision.
 */
import type { CueRule } from './rule.ts';

export const CUE_RULES = [
  {
    id: 'interrupted',
    does: 'A quotation that its attribution interrupts is one claim of two parts.',
    examples: ['“{D1 Ann Lee:We will pay,}” Ann Lee said, “{D1:and we will pay soon.}”'],
    sees: 'sentence',
    has: ({ where, parts }) => where === 'quotation before' && parts.length > 1,
    precision: 0.96,
  },
  {
    id: 'after-quotation',
    does: 'A quotation is told by the cue directly after it.',
    examples: ['“{D Ann Lee:We will pay for it,}” Ann Lee said.'],
    sees: 'sentence',
    has: ({ where, type }) => where === 'quotation before' && type === 'direct',
    precision: 0.97,
  },
  {
    id: 'before-quotation',
    does: 'A quotation is told by the cue directly before it.',
    examples: ['Ann Lee said, “{D Ann Lee:We will pay for it.}”'],
    sees: 'sentence',
    has: ({ where, join }) => where === 'quotation after' && join !== 'colon' && join !== 'that',
    precision: 0.96,
  },
  {
    id: 'according-to',
    does: '“According to” and its like tell the sentence they stand in.',
    examples: ['According to Ann Lee, {I Ann Lee:the bridge would close in May}.'],
    sees: 'sentence',
    has: ({ where, attribution }) => attribution.according && !where.startsWith('quotation'),
    precision: 0.92,
  },
  {
    id: 'said-after',
    does: 'A sentence without quotation marks is told by the attribution that ends it.',
    examples: ['{I Ann Lee:The bridge would close in May}, Ann Lee said.'],
    sees: 'sentence',
    has: ({ where }) => where === 'around' || where === 'clause before',
    precision: 0.86,
  },
  {
    id: 'quoted-as',
    does: 'Words after “was quoted as saying” are the subject’s; whoever quoted passes them on.',
    examples: ['Ann Lee was quoted as saying that {I Ann Lee:the bridge would close in May}.'],
    sees: 'sentence',
    has: ({ where, attribution }) => where === 'clause after' && attribution.quotedAs,
    precision: 0.88,
  },
  {
    id: 'naming',
    does: 'A cue that gives something a name, or orders something, takes a phrase, not a clause.',
    examples: ['Ann Lee called {M Ann Lee:the plan “a mess of the worst kind”}.'],
    sees: 'sentence',
    has: ({ where, join, type, attribution: { naming, kind } }) =>
      where === 'clause after' &&
      (naming || (join === 'np' && type === 'indirect' && kind !== 'asked')),
    precision: 0.75,
  },
  {
    id: 'mixed',
    does: 'Words of which only some stand in quotation marks are one claim with the rest.',
    examples: ['Ann Lee said {M Ann Lee:the plan was “a mess of the worst kind” for the town}.'],
    sees: 'sentence',
    has: ({ type }) => type === 'mixed',
    precision: 0.85,
  },
  {
    id: 'said-that',
    does: 'A clause that begins with “that” after a cue is what was said.',
    examples: ['Ann Lee said that {I Ann Lee:the bridge would close in May}.'],
    sees: 'sentence',
    has: ({ join }) => join === 'that',
    precision: 0.9,
  },
  {
    id: 'asked',
    does: 'What somebody asked whether, how or why is an open claim.',
    examples: ['Ann Lee asked {I Ann Lee:whether the bridge would close in May}.'],
    sees: 'sentence',
    has: ({ where, attribution }) => where === 'clause after' && attribution.kind === 'asked',
    precision: 0.8,
  },
  {
    id: 'weak-cue',
    does: 'A verb that only sometimes tells words does so where some are at its side.',
    examples: ['Asked about the “bad weather,” Ann Lee ruled {I Ann Lee:the bridge was closed}.'],
    sees: 'sentence',
    has: ({ where, attribution }) => where === 'clause after' && attribution.strength === 1,
    precision: 0.65,
  },
  {
    id: 'colon',
    does: 'A quotation after a cue and a colon is told by that cue.',
    examples: ['Ann Lee said: “{D Ann Lee:We will pay for it.}”'],
    sees: 'sentence',
    has: ({ join }) => join === 'colon',
    precision: 0.95,
  },
  {
    id: 'said',
    does: 'A clause directly after a cue is what was said.',
    examples: ['Ann Lee said {I Ann Lee:the bridge would close in May}.'],
    sees: 'sentence',
    has: () => true,
    precision: 0.82,
  },
] as const satisfies readonly CueRule[];
