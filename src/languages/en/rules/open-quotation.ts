/** Quotations that no cue took, and what is known of each. */
import type { Clause, Draft, Token } from '../../../engine/draft.ts';
import type { Stretch } from '../../../engine/marks.ts';
import { CUES } from '../cues.ts';
import {
  AUXILIARIES,
  DETERMINERS,
  PREPOSITIONS,
  PRONOUNS,
  is,
  isWord,
  looksVerb,
  phraseAfter,
  type Phrase,
} from '../phrases.ts';
import { endsWith, isAdverbial, isTitle, wordCount } from './frame.ts';
import { isPutTo } from './prompts.ts';
import { ownerOfAnswer, replyBehind } from './reply-behind.ts';
import { stanceBefore } from './stance.ts';
import type { OpenQuotation } from './unattributed.ts';
import { NAMED_BY } from './word-lists.ts';

/** A paragraph as its quotations see it. */
export interface Surroundings {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly before: Draft | null;
  readonly after: Draft | null;
  /** Some words of the paragraph have an attribution. */
  readonly hasAttributed: boolean;
}

/**
 * What is known of the quotation at token `at`; null where its words are only mentioned, not said.
 */
export function openQuotationAt(
  around: Surroundings,
  { clause, isSingle }: SentenceWithQuotes,
  at: number,
  quote: Stretch,
): OpenQuotation | null {
  const { text, tokens, before, after, hasAttributed } = around;
  if (isPutTo(tokens, at, clause.from)) return null;
  const words = wordCount(text, quote.inner);
  if (isLabel(text, tokens, quote, words)) return null;
  const isAlone =
    at === clause.from &&
    restIsEmpty(tokens, at + 1, clause.to) &&
    (words >= 2 || hasAttributed || tokens.length <= 2);
  const label = labelBefore(text, tokens, clause, at, quote);
  const found = {
    text,
    tokens,
    clause,
    at,
    quote,
    words,
    label,
    isAlone,
    isMost: isSingle,
    before,
    after,
  };
  const isSaid =
    isAlone || label !== null || (words >= FEWEST_WORDS && !isMentioned(text, tokens, at, quote));
  const isLed = (): boolean =>
    restIsEmpty(tokens, at + 1, clause.to) && stanceBefore(found) !== null;
  // `“It’s a disgrace,” she fumed.`
  const isVoiced = (): boolean =>
    at === clause.from &&
    words > 1 &&
    !isTitle(text.slice(quote.inner.start, quote.inner.end)) &&
    verbBeside(found) !== null;
  return isSaid || isLed() || replyBehind(found) || isVoiced() ? found : null;
}

/** Words of a quotation with no word of saying beside it that is more than a term. */
const FEWEST_WORDS = 5;

/** A sentence, and whether it is one quotation and hardly a word more. */
export interface SentenceWithQuotes {
  readonly clause: Clause;
  readonly isSingle: boolean;
}

/** The sentence, if quotations stand in it. */
export function withQuotes(tokens: readonly Token[], clause: Clause): SentenceWithQuotes | null {
  let words = 0;
  let quotes = 0;
  for (let k = clause.from; k < clause.to; k++) {
    const kind = tokens[k]?.kind;
    if (kind === 'word') words++;
    if (kind === 'quote') quotes++;
  }
  return quotes === 0 ? null : { clause, isSingle: words <= 3 && quotes === 1 };
}

/** A heading, a name under a quotation, a shout, the title of a list. */
function isLabel(text: string, tokens: readonly Token[], quote: Stretch, words: number): boolean {
  const inside = text.slice(quote.inner.start, quote.inner.end);
  if (tokens.length <= 2 && ((words <= 8 && isSubhead(text, quote)) || isSignedName(inside, quote)))
    return true;
  const isShout =
    words <= 8 && inside.length > 3 && inside === inside.toUpperCase() && /\p{Lu}{3}/u.test(inside);
  return (isShout && tokens.length <= 3) || (words <= 3 && inside.endsWith(':'));
}

/** Words put into a mouth, a noun phrase, a title: marks that report nothing said. */
function isMentioned(
  text: string,
  tokens: readonly Token[],
  at: number,
  { inner }: Stretch,
): boolean {
  const before = tokens[at - 1];
  // "the group's way to say: …"
  const verb = is(before, ':') || is(before, ',') ? at - 2 : at - 1;
  if (is(tokens[verb], 'say') && is(tokens[verb - 1], 'to')) return true;
  if (!isWord(before)) return false;
  // "about the “challenge it will face”"
  const isNoun =
    DETERMINERS.has(before.lower) && !/^\p{Lu}/u.test(text.slice(inner.start, inner.start + 2));
  return isNoun || NAMED_BY.has(before.lower);
}

/**
 * A paragraph of a few words in single marks, where the text around it quotes in double ones: a
 * heading.
 */
function isSubhead(text: string, { family, open, outer, repair }: Stretch): boolean {
  if (family !== 'single' || open.end === open.start || repair) return false;
  return /["“”„]|''/.test(
    text.slice(Math.max(0, outer.start - 1500), outer.start) +
      '\n' +
      text.slice(outer.end, outer.end + 1500),
  );
}

/** The last paragraph of words set in marks, with who said them: `Ann Lee, mayor.” */
function isSignedName(inside: string, { open, close }: Stretch): boolean {
  if (open.end > open.start || !close) return false;
  if (inside.length > 120 || !/^\p{Lu}[\p{L}.'’-]* \p{Lu}[^!?;:]*\.?$/u.test(inside)) return false;
  const [names = ''] = inside.split(',');
  const name = names.split(/\s+/);
  if (name.length > 5 || !name.every((w) => /^\p{Lu}/u.test(w))) return false;
  return !inside
    .toLowerCase()
    .split(/[^\p{L}'’]+/u)
    .some((w) => PRONOUNS.has(w) || AUXILIARIES.has(w));
}

/** "Ann Lee: “…”", "Ann Lee, 54, a baker: “…”": the name; null where none stands so. */
function labelBefore(
  text: string,
  tokens: readonly Token[],
  clause: Clause,
  at: number,
  { inner }: Stretch,
): Phrase | null {
  const skip = (k: number, step: 1 | -1): number => {
    let m = k;
    while (is(tokens[m], '*')) m += step;
    return m;
  };
  const from = skip(clause.from, 1);
  const colon = skip(at - 1, -1);
  if (!is(tokens[colon], ':') || colon - from > 14 || !restIsEmpty(tokens, at + 1, clause.to))
    return null;
  const name = phraseAfter(tokens, from, colon);
  if (name?.kind !== 'name' || name.to - name.from < 2 || !tokens[from]?.cap) return null;
  const isBare = name.to === colon || is(tokens[name.to], ',');
  const hasVerb = tokens.slice(from, colon).some((t) => looksVerb(t) || t.kind === 'quote');
  return isBare && !hasVerb && !isTitle(text.slice(inner.start, inner.end)) ? name : null;
}

/** Nothing but punctuation, or an introduction to what comes next: `“…,” adding:`. */
const restIsEmpty = (tokens: readonly Token[], from: number, to: number): boolean =>
  to - from <= 4 &&
  tokens
    .slice(from, to)
    .every((t) => t.kind === 'punct' || (isWord(t) && CUES.get(t.lower)?.form === 'ing'));

/**
 * Behind a quotation that ends in a comma, `?` or `!`: a subject and any verb, in either order;
 * null if there is none.
 */
export function verbBeside({
  text,
  tokens,
  clause,
  at,
  quote,
}: OpenQuotation): { subject: Phrase | null; verb: number } | null {
  const first = tokens[at + 1];
  if (!isWord(first) || at + 1 >= clause.to || !endsWith(text, quote, /[,?!]['’”"]?$/)) return null;
  const whose = ownerOfAnswer(tokens, at + 1, clause.to);
  if (whose !== undefined) return { subject: whose, verb: at + 1 };
  if (isAnyVerb(first)) {
    const subject = phraseAfter(tokens, at + 2, clause.to);
    // "“…,” illustrates |the play was| fine"
    const isTold = looksVerb(tokens[subject?.to ?? clause.to]);
    return subject && isSpeaker(tokens, subject) && !isTold ? { subject, verb: at + 1 } : null;
  }
  const subject = phraseAfter(tokens, at + 1, clause.to);
  if (!subject) return null;
  for (let k = subject.to; k > subject.from && k > subject.to - 3; k--) {
    if (!isAnyVerb(tokens[k]) || k >= clause.to) continue;
    return { subject: k < subject.to ? { ...subject, to: k } : subject, verb: k };
  }
  return null;
}

const isSpeaker = (tokens: readonly Token[], { kind, from }: Phrase): boolean => {
  const first = tokens[from];
  return kind === 'name' || kind === 'pronoun' || (isWord(first) && DETERMINERS.has(first.lower));
};

const isAnyVerb = (t: Token | undefined): boolean =>
  isWord(t) &&
  !t.cap &&
  (/(?:ed|[^s]s)$/.test(t.lower) ||
    /^(?:shot|went|began|sang|thought|ran|spoke|wept|spat|put|read)$/.test(t.lower)) &&
  !DETERMINERS.has(t.lower) &&
  !PREPOSITIONS.has(t.lower);

/**
 * Whether the few words outside the marks belong to what was said: "It was “a mess of the worst
 * kind.”"
 */
export function isPartOfSentence({ text, tokens, clause, at, quote }: OpenQuotation): boolean {
  const opening = tokens[clause.from];
  if (!opening || at === clause.from) return false;
  const { start } = quote.inner;
  const isLower = !/^[\p{Lu}(\[…]/u.test(text.slice(start, start + 2));
  if (isLower && PRONOUNS.has(opening.lower)) return true;
  return at - clause.from <= 2 && isAdverbial(opening) && !is(tokens[at - 1], ':');
}

/** A stretch that is words somebody said, not a title or a nickname. */
export function isQuotation(quote: Stretch, tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (isWord(before) && NAMED_BY.has(before.lower)) return false;
  return quote.inner.end - quote.inner.start >= 2;
}
