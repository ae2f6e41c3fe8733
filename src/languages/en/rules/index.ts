/**
 * Claims of one paragraph by rule: what marks, cues and word order decide.
 *
 * In: clean text, one paragraph's span, the quoted spans in it. Out: drafts of claims, and an
 * introduction whose words come in the next paragraph. What a paragraph leaves open is handed on;
 * the engine joins it. May import `text`, `model`, `engine/draft.ts`, `engine/marks.ts` and the
 * word lists beside this folder.
 *
 * A rule is a row of `cue-rules.ts` or `quotation-rules.ts`, with its examples, which are its
 * tests; the order of the rows is the order in which rules are tried. What rules choose among is
 * found before: cues with their subjects (`attribution.ts`), the words at their sides
 * (`told-at.ts`), and quotations without a cue (`open-quotation.ts`).
 */
export { RULES, ruleDocs, rulesInWords } from './catalogue.ts';
export { saysNothing } from './clause-shape.ts';
export { paragraphClaims } from './paragraph.ts';
export { withThat } from './with-that.ts';
