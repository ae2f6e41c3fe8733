/** What the attributing words of a claim do with it. */
import { clauseAt, indexAt } from '../../engine/clauses.ts';
import type { Draft, ParagraphClaims } from '../../engine/draft.ts';
import type { CueReader, Telling } from '../../engine/pack.ts';
import type { CueKind, Polarity, Span } from '../../model/records.ts';
import { CUES, NEGATIONS, REFUSALS, SPEECH_NOUNS } from './cues.ts';
import { tellingOf } from './unsaid.ts';

/** Characters before a cue in which a word may turn it round. */
const BEFORE = 24;

/** "A way to say", "no chance to answer": what might be said. */
const HYPOTHETICAL =
  /\b(?:way|ways|chance|chances|reason|reasons|right|opportunity|need|ability|power|how|what|enough|too\s+\w+)\s+to\s+\w+\W*$/i;

/** "The estimated", "the accused", "a widely reported": what stands before a noun, or is one. */
const PARTICIPLE = /\b(?:the|an?|its|their|our|my|every)\s+(?:\w+ly\s+)?\w+ed\W*$/i;

/** "Asked", "when pressed", "she was asked": whoever is asked does not say the question. */
const PUT_TO =
  /(?:^|[.!?”’"']\s+|\n|\b(?:when|if|while|once|after|being|been|was|were)\s+)(?:asked|pressed|questioned|quizzed|challenged|reminded)(?: about)?\W*$/i;

/** A verb of speech in the passive, read from the end of the mention to the end of the cue. */
const PASSIVE =
  /^\s*(?:(?:has|have|had|will|would|could|may|might|must)\s+)?(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+|also\s+|often\s+)?(?:said|told|informed|assured|reported|alleged|rumou?red|asked|urged|ordered|instructed|advised|accused|criticised|criticized|condemned|called|described|named|quoted|cited|warned|reminded)$/i;

/** "Acme paid|, but Bolt left in May, citing|". */
const OTHER_CLAUSE =
  /[,;]\s(?:but|and|while|whereas|though|although)\s(?:(?:the|an?|his|her|its|their)\s)?\p{L}[^,;]*,\s\w+ing$/u;

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll('’', "'")
    .split(/[^a-z']+/);

function read(text: string, cue: Span): { kind: CueKind; polarity: Polarity } {
  const words = wordsOf(text.slice(cue.start, cue.end));
  const before = wordsOf(text.slice(Math.max(0, cue.start - BEFORE), cue.start)).slice(-4);
  let kind: CueKind = 'said';
  for (const word of words) kind = CUES.get(word)?.kind ?? kind;
  const around = [...before, ...words];
  const negative = around.some(
    (word, k) =>
      (NEGATIONS.has(word) && !/^(?:only|just|merely|simply|solely)$/.test(around[k + 1] ?? '')) ||
      REFUSALS.has(word),
  );
  if (negative) return { kind, polarity: 'negative' };
  return { kind, polarity: kind === 'asked' ? 'open' : 'positive' };
}

function telling(found: ParagraphClaims, cue: Span, mention: Span | null): Telling {
  const { tokens } = found;
  const clause = clauseAt(found, cue.start);
  if (!clause) return 'said';
  // The model's cues hold auxiliaries too: "might have said".
  let at = Math.min(clause.to - 1, Math.max(clause.from, indexAt(tokens, cue.end - 1)));
  let token = tokens[at];
  while (at > clause.from && token && token.start > cue.start && !CUES.has(token.lower))
    token = tokens[--at];
  const subject = mention && {
    from: Math.max(clause.from, indexAt(tokens, mention.start)),
    to: indexAt(tokens, mention.end - 1) + 1,
  };
  const form = CUES.get(token?.lower ?? '')?.form;
  return tellingOf(tokens, clause.from, subject, at, form === 's' || form === 'base');
}

/** "Reuters cited an official as saying". */
function passesOn(text: string, { rule, via, cue, parts }: Draft): boolean {
  if (rule === 'quoted-as' || via.length > 0) return true;
  const [part] = parts;
  return (
    cue !== null &&
    part !== undefined &&
    /\bas saying\b/.test(text.slice(cue.start, Math.max(cue.end, part.start)))
  );
}

function strength(cue: string): number {
  let best = 0;
  for (const word of wordsOf(cue))
    best = Math.max(best, CUES.get(word)?.strength ?? (word === 'according' ? 3 : 0));
  return best;
}

/** Characters behind a cue of asking in which whoever is asked is named. */
const ADDRESSED_WITHIN = 90;
const NOT_ADDRESSED =
  /^(?:that|to|about|for|of|on|in|at|if|whether|why|how|what|when|where|who|which|again|after|before|him|her|them)\b/i;
const QUESTION =
  /[“”"«»:;.?!—]|\b(?:if|whether|why|how|what|when|where|who|which|that|to|about|after|before|during)\b/i;

function addressee(text: string, { end }: Span): Span | null {
  const words = text.slice(end, end + ADDRESSED_WITHIN);
  const blank = /^\s*/.exec(words)?.[0].length ?? 0;
  if (NOT_ADDRESSED.test(words.slice(blank))) return null;
  // The point of a title ends nothing.
  const plain = words.replace(/\b(?:Mr|Mrs|Ms|Dr|Prof|Gov|Sen|Rep|Gen|Col|Capt|St)\./g, (title) =>
    title.replace('.', ' '),
  );
  const stop = QUESTION.exec(plain)?.index ?? words.length;
  return stop > blank ? { start: end + blank, end: end + stop } : null;
}

export const cueReader: CueReader = {
  addressee,
  isAnswer: (cue) => /^(?:replied|replies|answered|answers|responded|responds)\b/i.test(cue),
  isReport: (cue) => /^(?:according to|reported|reports|as reported by|per)$/i.test(cue),
  read,
  telling,
  tellsNothing: (text, cue) => {
    const words = text.slice(Math.max(0, cue.start - BEFORE), cue.end);
    return HYPOTHETICAL.test(words) || PARTICIPLE.test(words);
  },
  isPutTo: (text, cue) => PUT_TO.test(text.slice(Math.max(0, cue.start - BEFORE), cue.end)),
  passesOn,
  isPassive: (words) => PASSIVE.test(words),
  isOfOtherClause: (words) => OTHER_CLAUSE.test(words),
  isNoun: (cue) => SPEECH_NOUNS.has(cue.toLowerCase()),
  strength,
};
