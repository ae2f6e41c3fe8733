/** Questions put to somebody: "Asked, “Was it worth it?” Ann Lee said no". */
import { CUES } from '../cues.ts';
import { PREPOSITIONS, is, isAdverb, isAuxiliary, isWord, looksVerb, lowerOf } from '../phrases.ts';
import type { Token } from '../../../engine/draft.ts';
import { set } from '../lexicon/set.ts';

/** What is done to somebody who then answers. */
const PROMPTS = set(`
  asked pressed questioned quizzed challenged queried confronted prompted grilled probed reminded
`);
/** Words before a participle that show that nobody stands there who asks. */
const LEADS = set('when if while once as after upon on and but being repeatedly also then');
/** Nouns that a question is put with: "To the question “…”". */
const QUESTIONS = set('question questions query queries inquiry');
/** How many words before a quotation are read. */
const REACH = 24;

/**
 * Whether the quotation at token `at` of a sentence that begins at `from` was put to somebody, and
 * not said by whoever answers: "When asked, |“Why?”", "Lind was asked |“Why?”", "To the question
 * |“Why?”".
 */
export function isPutTo(tokens: readonly Token[], at: number, from: number): boolean {
  let k = at - 1;
  while (k >= from && tokens[k]?.kind === 'punct' && /^[,:]$/.test(lowerOf(tokens[k]))) k--;
  if (QUESTIONS.has(lowerOf(tokens[k])) && isObject(tokens, k, from)) return true;
  for (; k >= from && at - k < REACH; k--) {
    const t = tokens[k];
    if (t?.kind === 'quote') return false;
    if (!isWord(t)) continue;
    if (PROMPTS.has(t.lower)) return isDoneTo(tokens, k, from);
    // Somebody says the quotation: "Asked why, she said “Why not?”"
    if (CUES.has(t.lower) && looksVerb(t) && !isInLeadUp(tokens, k, from)) return false;
  }
  return false;
}

/** "Reminded that he |promised “no taxes,”": no comma ends what the sentence opens with. */
const isInLeadUp = (tokens: readonly Token[], at: number, from: number): boolean =>
  PROMPTS.has(lowerOf(tokens[from])) && !tokens.slice(from, at).some((t) => is(t, ','));

/** "Asked", "when asked", "she was asked": no verb whose subject stands before it. */
function isDoneTo(tokens: readonly Token[], at: number, from: number): boolean {
  let k = at - 1;
  while (k >= from && isAdverb(tokens[k])) k--;
  const before = tokens[k];
  if (k < from || !isWord(before)) return true;
  return LEADS.has(before.lower) || isPassive(before);
}

const isPassive = (t: Token): boolean =>
  isAuxiliary(t) && /(?:^|')(?:is|are|was|were|be|been|being|s|re)$/.test(t.lower);

/** "To the question", "Faced with the question": a preposition before the noun and its article. */
function isObject(tokens: readonly Token[], at: number, from: number): boolean {
  for (let k = at - 1; k >= from && at - k < 5; k--) {
    const t = tokens[k];
    if (!isWord(t) || looksVerb(t)) return false;
    if (PREPOSITIONS.has(t.lower)) return !is(t, 'of');
  }
  return false;
}
