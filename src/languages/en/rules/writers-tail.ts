/** What the writer adds behind the words told. */
import type { Token } from '../../../engine/draft.ts';
import {
  DETERMINERS,
  PREPOSITIONS,
  PRONOUNS,
  is,
  isAdverb,
  isAuxiliary,
  isWord,
  looksVerb,
  lowerOf,
} from '../phrases.ts';
import { skipTime } from './clause-shape.ts';
import { endsInComma, hasQuote, type Attribution, type Frame } from './frame.ts';
import { SAYING_NOUNS } from './word-lists.ts';

/** How many words are read for what the writer adds; longer ones are left as they are. */
const LONGEST = 250;

/** The words told, as far as they are read. */
interface WordsTold {
  readonly frame: Frame;
  readonly attribution: Attribution;
  readonly from: number;
  readonly last: number;
}

/**
 * Where the words told end that run from token `from` up to `last` at most: before an aside, a verb
 * of the speaker's own, the place of the saying, or the main clause.
 */
export function tailOf(frame: Frame, attribution: Attribution, from: number, last: number): number {
  if (last - from > LONGEST) return last;
  const told: WordsTold = { frame, attribution, from, last };
  const isSubordinate = opensSubordinate(frame, attribution);
  let hasMarks = false;
  for (let k = from; k < last - 1; k++) {
    if (frame.tokens[k]?.kind === 'quote') hasMarks = true;
    const end =
      mainClauseAt(told, k, isSubordinate) ??
      (hasMarks ? ownVerbAt(told, k) : null) ??
      afterMarksAt(told, k) ??
      (k > from && isChannelAt(told, k) ? k : null);
    if (end !== null) return end;
    const aside = asideAt(told, k);
    if (aside?.isLast) return aside.end;
    if (aside) k = aside.end - 1;
  }
  return last;
}

const isDash = (t: Token | undefined): boolean =>
  t?.kind === 'punct' && /^(?:—|–|--|-)$/.test(t.lower);

const isAnd = (t: Token | undefined): boolean => /^(?:and|but)$/.test(lowerOf(t));

/**
 * "While he said the shop would open": whether the attribution opens a clause that another one
 * follows.
 */
function opensSubordinate({ tokens, clause }: Frame, { begin, inverted }: Attribution): boolean {
  let head = clause.from;
  while (
    head < clause.from + 4 &&
    (/^(?:and|but|yet|so|however|even)$/.test(lowerOf(tokens[head])) || is(tokens[head], ','))
  )
    head++;
  return (
    /^(?:while|although|though|when|as|after|before|once|if|since|because)$/.test(
      lowerOf(tokens[head]),
    ) &&
    begin - head <= 2 &&
    !inverted
  );
}

/** Behind a comma: the main clause, or a verb of the speaker's own. */
function mainClauseAt(
  { frame: { text, tokens }, attribution, from }: WordsTold,
  k: number,
  isSubordinate: boolean,
): number | null {
  const next = tokens[k + 1];
  const isInMarks = endsInComma(text, tokens[k]);
  if (k === from || !isWord(next) || !(is(tokens[k], ',') || isInMarks)) return null;
  // "While he said the shop would open, it stayed shut"
  const isMain = isSubordinate && k - from >= 2 && opensMain(next);
  // "said the shop would open, but declined to name a day"
  const isOwn = attribution.form === 'past' && isAnd(next) && ownVerb(tokens, k + 2);
  if (!isMain && !isOwn) return null;
  return isInMarks ? k + 1 : k;
}

const opensMain = (t: Token): boolean =>
  PRONOUNS.has(t.lower) ||
  t.cap ||
  (DETERMINERS.has(t.lower) && !/^(?:most|some|many|several|few|all|both|one|each)$/.test(t.lower));

/** "said it was “a mess” |and urged them to leave". */
function ownVerbAt({ frame: { tokens }, attribution, from }: WordsTold, k: number): number | null {
  const next = tokens[k + 1];
  const isOwn =
    k > from &&
    attribution.form === 'past' &&
    isWord(tokens[k]) &&
    isAnd(tokens[k]) &&
    !is(tokens[k - 1], ',') &&
    !isAuxiliary(next) &&
    (looksVerb(next) || (isWord(next) && /^[a-z]{3,}ed$/.test(next.lower)));
  return isOwn ? k : null;
}

/** Behind a quotation: a time where a name was given, or a new sentence in brackets. */
function afterMarksAt(
  { frame: { text, tokens }, attribution, last }: WordsTold,
  k: number,
): number | null {
  const t = tokens[k];
  if (t?.kind !== 'quote') return null;
  // "called it “a mess” on Monday"
  const isTimed =
    (attribution.naming || attribution.kind === 'accused') &&
    skipTime(tokens, k + 1, last) > k + 1 &&
    !hasQuote(tokens, k + 1, last);
  const isBracketed =
    is(tokens[k + 1], '(') && /[.!?]['’”"]*$/.test(text.slice(Math.max(t.start, t.end - 3), t.end));
  return isTimed || isBracketed ? k + 1 : null;
}

/**
 * "it had closed| — a step nobody had asked for", "“a mess”| — even though …": where an aside in
 * dashes ends that opens at `k`, or, if it runs to the end, the words before it; null where none
 * opens.
 */
function asideAt(
  { frame: { tokens }, from, last }: WordsTold,
  k: number,
): { end: number; isLast: boolean } | null {
  const next = tokens[k + 1];
  if (!isDash(tokens[k]) || k === from || !isWord(next)) return null;
  const isBehindMarks =
    tokens[k - 1]?.kind === 'quote' &&
    (/^(?:with|which|who|even|although|though|but|and)$/.test(next.lower) ||
      next.lower.endsWith('ing'));
  if (!isBehindMarks && !/^(?:an?|the)$/.test(next.lower)) return null;
  let end = k + 1;
  while (end < last && !isDash(tokens[end]) && !(isBehindMarks && tokens[end]?.kind === 'quote'))
    end++;
  if (end < last) return { end, isLast: false };
  return { end: isDash(tokens[k - 1]) ? k - 1 : k, isLast: true };
}

/** A verb without a subject of its own: "declined to", "urged him", "accused the board". */
function ownVerb(tokens: readonly Token[], at: number): boolean {
  const t = tokens[at];
  const after = tokens[at + 1];
  if (!isWord(t) || t.cap || !isWord(after) || (isAuxiliary(t) && t.lower !== 'did')) return false;
  if (!looksVerb(t) && !/^[a-z]{3,}ed$/.test(t.lower)) return false;
  return (
    after.cap ||
    isAdverb(after) ||
    PREPOSITIONS.has(after.lower) ||
    DETERMINERS.has(after.lower) ||
    PRONOUNS.has(after.lower) ||
    /^(?:him|her|them|us|me|himself|herself|themselves|not|short|that|no)$/.test(after.lower)
  );
}

/** "said it was late |in a letter", "|on Twitter", "|in a statement Monday", up to the end. */
function isChannelAt({ frame: { tokens }, last }: WordsTold, k: number): boolean {
  if (last - k > 7 || !/^(?:in|on|via)$/.test(lowerOf(tokens[k]))) return false;
  const from = k + 1;
  let m = from;
  for (; m < last; m++) {
    const t = tokens[m];
    if (!isWord(t) || !(t.cap || /^(?:an?|his|her|their|its|the)$/.test(t.lower))) break;
  }
  if (m === last)
    return last - from === 1 && /^(?:twitter|facebook|instagram)$/.test(lowerOf(tokens[from]));
  return m > from && SAYING_NOUNS.has(lowerOf(tokens[m])) && skipTime(tokens, m + 1, last) >= last;
}
