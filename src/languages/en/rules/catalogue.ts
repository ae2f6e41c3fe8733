/** The rules of English. */
/** Confidence of each rule: how often it was right on news it was measured on. */
export const RULES = {
  'after-quotation': 0.97,
  'before-quotation': 0.96,
  interrupted: 0.96,
  colon: 0.95,
  'said-that': 0.9,
  said: 0.82,
  'said-after': 0.86,
  'according-to': 0.92,
  asked: 0.8,
  naming: 0.75,
  'weak-cue': 0.65,
  mixed: 0.85,
  continued: 0.92,
  adjacent: 0.85,
  'beside-quotation': 0.88,
  'next-paragraph': 0.93,
  'quotation-alone': 0.8,
  'long-quotation': 0.6,
  'block-quotation': 0.8,
  signature: 0.85,
  'quoted-as': 0.88,
  nested: 0.7,
  'turn-answer': 0.98,
  'turn-question': 0.98,
} as const;
export type Rule = keyof typeof RULES;
