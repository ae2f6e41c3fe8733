/** Which claims inside somebody else's words are sure enough to be told apart from them. */
import type { Draft } from '../../engine/draft.ts';
import { CUES } from './cues.ts';

/** Told words inside others' are claims only where one of these rules found them. */
const SURE = {
  turn: new Set(['said-that', 'according-to']),
  quotation: new Set(['said-that', 'said', 'according-to']),
  report: new Set<string>(),
};

/** Rules that find words in marks right beside their cue. */
const AT_CUE = new Set(['after-quotation', 'before-quotation', 'colon', 'interrupted']);

/** Somebody other than the speaker of the words around. */
function namesAnother(text: string, { mention }: Draft): boolean {
  if (!mention || mention.kind === 'pronoun') return false;
  if (mention.kind === 'relative')
    return mention.antecedent !== null && mention.antecedent.kind !== 'pronoun';
  return !/^(?:you|we|i|us|me|my|our|your)\b/i.test(text.slice(mention.start, mention.end));
}

/** A plain verb of saying, and no "which" or "there’s" that says it: "research which shows". */
function isPlain(text: string, { cue, mention, rule }: Draft): boolean {
  if (rule === 'according-to' || !cue || !mention) return true;
  const [verb = ''] = text.slice(cue.start, cue.end).toLowerCase().split(/\s+/);
  const isOfSaying = (CUES.get(verb)?.strength ?? MOST) === MOST;
  return isOfSaying && !/^(?:which|that|there)\b/i.test(text.slice(mention.start, mention.end));
}

/** The strength of a verb that only tells words. */
const MOST = 3;

/** Whether a claim inside a turn of a conversation or inside a quotation names another speaker, and for sure. */
export function mayNest(
  text: string,
  draft: Draft,
  around: 'turn' | 'quotation' | 'report',
): boolean {
  const { cue, mention, type, rule } = draft;
  if (!cue || !mention || !namesAnother(text, draft)) return false;
  if (type !== 'direct' && !isPlain(text, draft)) return false;
  if (type === 'indirect' && !SURE[around].has(rule)) return false;
  if (around === 'turn') return true;
  if (around === 'report') return AT_CUE.has(rule);
  if (rule === 'weak-cue' || rule === 'naming') return false;
  return rule !== 'said' || !/^(?:this|that|it)\b/i.test(text.slice(mention.start, mention.end));
}
