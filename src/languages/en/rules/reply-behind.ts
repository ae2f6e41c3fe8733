/** `“Not today,” came the reply from Ann Lee`: whose answer a quotation is said to be. */
import { DETERMINERS, is, isWord, lowerOf, phraseAfter, type Phrase } from '../phrases.ts';
import type { OpenQuotation } from './unattributed.ts';

const COMES = /^(?:came|comes|was|is|went)$/;
const REPLY = /^(?:reply|answer|response|retort|rejoinder|shout|cry|chorus|verdict|refrain)$/;
/** Tokens from the verb to the noun: "came |a weary| reply". */
const NOUN_WITHIN = 4;

/**
 * The verb behind a quotation that says that an answer came, and from whom; the subject is null where nobody is named, and
 * all is null where no answer is spoken of.
 */
export function replyBehind({
  tokens,
  clause,
  at,
}: Pick<OpenQuotation, 'tokens' | 'clause' | 'at'>): {
  subject: Phrase | null;
  verb: number;
} | null {
  const verb = at + 1;
  const first = tokens[verb + 1];
  if (!COMES.test(lowerOf(tokens[verb])) || !isWord(first) || !DETERMINERS.has(first.lower))
    return null;
  for (let noun = verb + 2; noun <= verb + NOUN_WITHIN && noun < clause.to; noun++) {
    if (!isWord(tokens[noun])) return null;
    if (!REPLY.test(lowerOf(tokens[noun]))) continue;
    const subject = is(tokens[noun + 1], 'from') ? phraseAfter(tokens, noun + 2, clause.to) : null;
    return { subject, verb };
  }
  return null;
}
