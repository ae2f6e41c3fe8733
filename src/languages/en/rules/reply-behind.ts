/** `“Not today,” came the reply from Ann Lee`, `… was Ann Lee's answer`: whose answer a quotation is said to be. */
import {
  DETERMINERS,
  POSSESSIVES,
  is,
  isWord,
  lowerOf,
  phraseAfter,
  type Phrase,
} from '../phrases.ts';
import type { Token } from '../words.ts';
import type { OpenQuotation } from './unattributed.ts';

const COMES = /^(?:came|comes|was|is|went)$/;
const REPLY = /^(?:reply|answer|response|retort|rejoinder|shout|cry|chorus|verdict|refrain)$/;
/** Tokens from the verb to the noun: "came |a weary| reply". */
const NOUN_WITHIN = 4;

/** Where one of some nouns stands behind a verb and a word, up to a place, with words alone before it; null where none does. */
function nounBehind(
  tokens: readonly Token[],
  verb: number,
  nouns: RegExp,
  upTo: number,
): number | null {
  for (let noun = verb + 2; noun <= upTo && isWord(tokens[noun]); noun++)
    if (nouns.test(lowerOf(tokens[noun]))) return noun;
  return null;
}

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
  const noun = nounBehind(tokens, verb, REPLY, Math.min(verb + NOUN_WITHIN, clause.to - 1));
  if (noun === null) return null;
  const subject = is(tokens[noun + 1], 'from') ? phraseAfter(tokens, noun + 2, clause.to) : null;
  return { subject, verb };
}

/** What words in marks are called: "was |the reply", "came |the order from Bob Ray". */
const UTTERED =
  /^(?:answer|reply|response|retort|rejoinder|verdict|motto|message|order|warning|advice|explanation|conclusion|refrain|summary)$/;
/** Tokens from the verb to such a noun: "was Bob Ray's one |answer". */
const UTTERED_WITHIN = 7;

/** "was |Bob Ray's| answer", "came the reply from |Bob Ray|": whose it is, null for nobody's; undefined where it is no such. */
export function ownerOfAnswer(
  tokens: readonly Token[],
  verb: number,
  to: number,
): Phrase | null | undefined {
  const from = verb + 1;
  const first = tokens[from];
  if (!/^(?:was|is|came|comes)$/.test(lowerOf(tokens[verb])) || !isWord(first)) return undefined;
  if (UTTERED.test(first.lower)) return undefined;
  const noun = nounBehind(tokens, verb, UTTERED, Math.min(to, verb + UTTERED_WITHIN));
  if (noun === null) return undefined;
  if (/^(?:from|of|by)$/.test(lowerOf(tokens[noun + 1]))) return phraseAfter(tokens, noun + 2, to);
  const isOwned = (k: number): boolean => /(?:'s|s')$/.test(lowerOf(tokens[k]));
  let owner = noun - 1;
  while (owner >= from && !isOwned(owner)) owner--;
  const rest = { from, to: Math.max(from, owner) + 1, apposed: null, antecedent: null };
  if (owner >= from) return { ...rest, kind: tokens[owner]?.cap ? 'name' : 'description' };
  return POSSESSIVES.has(lowerOf(tokens[from])) ? { ...rest, kind: 'pronoun' } : null;
}
