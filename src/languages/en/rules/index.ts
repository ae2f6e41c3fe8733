/**
 * Claims of one paragraph by rule: what marks, cues and word order decide.
 *
 * In: clean text, one paragraph's span, the quoted spans in it. Out: drafts of claims, and an introduction
 * whose words come in the next paragraph. What a paragraph leaves open is handed on; the engine joins it.
 * May import `text`, `model`, `engine/draft.ts`, `engine/marks.ts` and the word lists beside this folder.
 */
export { RULES, ruleDocs, rulesInWords, type Rule, type RuleDoc } from './catalogue.ts';
export { saysNothing } from './clause-shape.ts';
export { paragraphClaims } from './paragraph.ts';
export { withThat } from './with-that.ts';
