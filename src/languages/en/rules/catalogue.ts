/**
 * Every rule by which a claim is found without the model, in the order in which they are tried:
 * first turns of interviews, then words beside a cue, then quotations that no cue took, then what
 * other paragraphs tell. In a group, the earlier rule has the words. `ruleDocs` gives the list to
 * people, and the tests run its examples.
 */
import { certain } from '../../../text/certain.ts';
import { CUE_RULES } from './cue-rules.ts';
import { TEXT_RULES, TURN_RULES } from './other-rules.ts';
import { QUOTATION_RULES } from './quotation-rules.ts';
import type { Described } from './rule.ts';
import type { Told } from './told.ts';
import type { OpenQuotation, Unattributed } from './unattributed.ts';

const ALL = [...TURN_RULES, ...CUE_RULES, ...QUOTATION_RULES, ...TEXT_RULES] as const;

/** The id of a rule. */
export type Rule = (typeof ALL)[number]['id'];

/** A rule as people read of it. */
export type RuleDoc = Described & { readonly id: Rule };

/** What each rule does, with its examples and precision, in the order of the list. */
export const ruleDocs = (): readonly RuleDoc[] => ALL;

/** Each rule's precision, which is the confidence of what it finds. */
export const RULES: Readonly<Record<Rule, number>> = precisions();

function precisions(): Record<Rule, number> {
  const entries: [Rule, number][] = ALL.map(({ id, precision }) => [id, precision]);
  // `fromEntries` forgets which keys there are; `ALL` holds each of them.
  return Object.fromEntries(entries) as Record<Rule, number>;
}

/** The rule that has words told by a cue. */
export const ruleFor = (told: Told): Rule =>
  certain(
    CUE_RULES.find((rule) => rule.has(told)),
    'the last rule has all that is left',
  ).id;

/** The claim of a quotation that no cue took, and the rule that makes it; null if no rule does. */
export function unattributed(quotation: OpenQuotation): { rule: Rule; found: Unattributed } | null {
  for (const { id, claim } of QUOTATION_RULES) {
    const found = claim(quotation);
    if (found) return { rule: id, found };
  }
  return null;
}

/**
 * The same in plain text, for a terminal: a paragraph for each rule, its first example without
 * marks.
 */
export const rulesInWords = (): string =>
  ruleDocs()
    .map(({ id, does, examples: [example], sees, precision }, index) => {
      const plain = example
        .replace(/\{[DIMAQ]\d?[^:{}]*:|\}/g, '')
        .split('\n\n')
        .join('\n   ');
      const percent = Math.round(precision * 100);
      return `${index + 1}. ${id} (right ${percent} times in 100; reads the ${sees})\n   ${does}\n   ${plain}`;
    })
    .join('\n\n');
