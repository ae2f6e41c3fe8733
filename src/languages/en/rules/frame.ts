/**
 * What a rule reads of one sentence, and what it learns of an attribution; small questions that
 * several rules ask.
 */
import type { Clause, Mention, Token } from '../../../engine/draft.ts';
import type { Stretch } from '../../../engine/marks.ts';
import type { CueKind, Polarity, Span } from '../../../model/records.ts';
import {
  CONJUNCTIONS,
  PREPOSITIONS,
  TIME,
  appositionAt,
  endOfDescription,
  isAdverb,
  isWord,
  isCallingBefore,
  kindOf,
  spanOfTokens,
  type Phrase,
} from '../phrases.ts';
import { wholeList } from '../phrases/listed.ts';
import { OPENERS } from './word-lists.ts';

export interface Attribution {
  /** Tokens of the cue. */
  from: number;
  to: number;
  kind: CueKind;
  strength: 1 | 2 | 3;
  form: 'base' | 's' | 'past' | 'participle' | 'ing';
  bare: boolean;
  naming: boolean;
  addressee: boolean;
  infinitive: boolean;
  lemma: string;
  negative: boolean;
  inverted: boolean;
  according: boolean;
  quotedAs: boolean;
  subject: Phrase | null;
  /** Who passes the words on: the agency in "the agency quoted X as saying". */
  passer: Phrase | null;
  /** The attribution whose subject this one shares. */
  shares: Attribution | null;
  /** First and last token of subject and cue together, exclusive. */
  begin: number;
  end: number;
}

/**
 * How words are joined to the cue before them: by "that", a colon, a mark at once, nothing, a
 * question word, or as a phrase that the cue takes; "none" where none are.
 */
export type Join = 'that' | 'colon' | 'quote' | 'bare' | 'wh' | 'np' | 'none';

/** Where the words after a cue begin, -1 if there are none, and how they are joined to it. */
export interface WordsAfter {
  readonly at: number;
  readonly join: Join;
}

/** A look for the words after a cue. */
export interface Search {
  readonly frame: Frame;
  readonly attribution: Attribution;
  /** The words may stand before the cue as well. */
  readonly hasBefore: boolean;
}

/** A cue with no words after it. */
export const NOWHERE: WordsAfter = { at: -1, join: 'none' };

/** Words that begin at token `at`, if that is still in the sentence. */
export const wordsAt = ({ last }: Frame, at: number, join: Join): WordsAfter =>
  at < last ? { at, join } : NOWHERE;

/** How many words there are in a span of the text. */
export const wordCount = (text: string, span: Span) => {
  let n = 0;
  let inside = false;
  for (let i = span.start; i < span.end; i++) {
    const c = text.charCodeAt(i);
    const space = c === 32 || c === 10 || c === 9 || c === 160;
    if (!space && !inside) n++;
    inside = !space;
  }
  return n;
};

/** Everything a rule needs of one sentence. */
export interface Frame {
  text: string;
  tokens: readonly Token[];
  clause: Clause;
  /** The sentence before it in the paragraph. */
  previous: Clause | null;
  /** No sentence of the paragraph follows. */
  isLast: boolean;
  /** First token after a dateline, if there is one. */
  from: number;
  /** One past the last token that is not closing punctuation. */
  last: number;
  /** What looks like an attribution of words that are not told as said. */
  unsaid: Attribution[];
}

export const polarityOf = ({ negative, kind }: Attribution): Polarity => {
  if (negative) return 'negative';
  return kind === 'asked' ? 'open' : 'positive';
};

/** A phrase as the words of the text that name somebody, with the name that stands beside a description. */
export function mentionOf(tokens: readonly Token[], phrase: Phrase): Mention {
  const list = wholeList(tokens, phrase);
  if (list.to - list.from > phrase.to - phrase.from)
    return {
      ...spanOfTokens(tokens, list.from, list.to),
      kind: kindOf(tokens, list.from, list.to),
      apposed: null,
      antecedent: null,
    };
  const to = endOfDescription(tokens, phrase);
  const read = to < phrase.to ? kindOf(tokens, phrase.from, to) : phrase.kind;
  const isCalling = read === 'name' && isCallingBefore(tokens, phrase.from, to);
  const kind = isCalling ? 'description' : read;
  const apposed = phrase.apposed ?? (kind === 'description' ? appositionAt(tokens, to) : null);
  return {
    ...spanOfTokens(tokens, phrase.from, to),
    kind,
    apposed: apposed && spanOfTokens(tokens, apposed.from, apposed.to),
    antecedent: phrase.antecedent && mentionOf(tokens, phrase.antecedent),
  };
}

/** Without the marks, and with the punctuation inside them. */
export const innerSpan = (q: Stretch): Span => ({ start: q.inner.start, end: q.inner.end });

/** Whether a quotation stands in `[from, to)`. */
export const hasQuote = (tokens: readonly Token[], from: number, to: number): boolean =>
  findQuote(tokens, from, to, to - from) >= 0;

/**
 * The first quotation in `[from, to)` that is no further than `reach` tokens; -1 if there is none.
 */
export function findQuote(
  tokens: readonly Token[],
  from: number,
  to: number,
  reach: number,
): number {
  for (let k = from; k < Math.min(to, from + reach); k++) if (tokens[k]?.kind === 'quote') return k;
  return -1;
}

/** The last characters of a quotation, inside its marks. */
const tailOfQuote = (text: string, { inner }: Stretch): string =>
  text.slice(Math.max(inner.start, inner.end - 2), inner.end);

/** Whether one of `marks` ends a quotation, or stands before a mark that does. */
export const endsWith = (text: string, quote: Stretch, marks: RegExp): boolean =>
  marks.test(tailOfQuote(text, quote));

/** Whether a quotation at a token ends in a comma, marks aside. */
export const endsInComma = (text: string, t: Token | undefined): boolean =>
  t?.kind === 'quote' && /,['’”"]*$/.test(text.slice(t.end - 3, t.end));

export const endsSentenceBefore = (text: string, quote: Stretch) =>
  endsWith(text, quote, /[.!?]['’”"]?$/);

/** Nearly every longer word begins with a capital: a headline, a book, a film. */
export function isTitle(words: string): boolean {
  const long = words.split(/\s+/).filter((w) => w.length > 3);
  return (
    long.length > 1 && long.filter((w) => /^[^\p{L}]*\p{Lu}/u.test(w)).length >= long.length * 0.8
  );
}

/** Words that open a sentence without being its subject. */
export const isAdverbial = (t: Token): boolean =>
  isWord(t) &&
  (PREPOSITIONS.has(t.lower) ||
    CONJUNCTIONS.has(t.lower) ||
    (TIME.has(t.lower) && !/^(?:this|last|next)$/.test(t.lower)) ||
    isAdverb(t) ||
    OPENERS.has(t.lower));

/** The words of `[from, to)` without the punctuation around them; null if nothing is left. */
export const clauseText = (tokens: readonly Token[], from: number, to: number): Span | null => {
  const isMark = (k: number, marks: RegExp): boolean => {
    const t = tokens[k];
    return t?.kind === 'punct' && marks.test(t.lower);
  };
  let start = from;
  while (start < to && isMark(start, /^[,;:.\-—–…)\]"“”]$/)) start++;
  let end = wordsEnd(tokens, start, to);
  while (end > start && isMark(end - 1, /^[;\-—–([]$/)) end--;
  return start < end ? spanOfTokens(tokens, start, end) : null;
};

/** How far back the bracket is looked for that a bracket closes. */
const LONGEST_ASIDE = 80;

/**
 * One past the last token that is not closing punctuation or a mark left over; a bracket that was
 * opened inside stays.
 */
export function wordsEnd(tokens: readonly Token[], from: number, to: number): number {
  let end = to;
  for (; end > from; end--) {
    const t = tokens[end - 1];
    if (t?.kind !== 'punct') break;
    if (/^[.!?…:,"“”’‘'«»]$/.test(t.lower)) continue;
    if (t.lower !== ')' && t.lower !== ']') break;
    if (opensInside(tokens, from, end, t.lower === ')' ? '(' : '[')) break;
  }
  return end;
}

/** Whether the bracket that closes before `end` was opened behind `from`. */
function opensInside(
  tokens: readonly Token[],
  from: number,
  end: number,
  bracket: string,
): boolean {
  for (let open = end - 2; open > from && end - open < LONGEST_ASIDE; open--) {
    const t = tokens[open];
    if (t?.kind === 'punct' && t.lower === bracket) return true;
  }
  return false;
}
