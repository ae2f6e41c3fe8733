/** What a rule reads of one sentence, and what it learns of an attribution; small questions that several rules ask. */
import type { Clause, Mention, Token } from '../../../engine/draft.ts';
import type { Stretch } from '../../../engine/marks.ts';
import type { CueKind, Span } from '../../../model/records.ts';
import {
  CONJUNCTIONS,
  PREPOSITIONS,
  TIME,
  isAdverb,
  spanOfTokens,
  type Phrase,
} from '../phrases.ts';

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
  /** Where the words begin after the cue, -1 if they do not. */
  forward: number;
  /** How they are joined: "that", a colon, a quotation at once, or nothing. */
  join: 'that' | 'colon' | 'quote' | 'bare' | 'wh' | 'np' | 'none';
}

export const word = (t: Token | undefined): t is Token => t !== undefined && t.kind === 'word';

export const is = (t: Token | undefined, mark: string) =>
  t !== undefined && t.kind !== 'quote' && t.lower === mark;

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
  tokens: Token[];
  clause: Clause;
  /** First token after a dateline, if there is one. */
  from: number;
  /** One past the last token that is not closing punctuation. */
  last: number;
  /** What looks like an attribution of words that are not told as said. */
  unsaid: Attribution[];
}

export function mentionOf(tokens: readonly Token[], phrase: Phrase): Mention {
  return {
    ...spanOfTokens(tokens, phrase.from, phrase.to),
    kind: phrase.kind,
    apposed: phrase.apposed && spanOfTokens(tokens, phrase.apposed.from, phrase.apposed.to),
    antecedent: phrase.antecedent && mentionOf(tokens, phrase.antecedent),
  };
}

/** Without the marks, and with the punctuation inside them. */
export const innerSpan = (q: Stretch): Span => ({ start: q.inner.start, end: q.inner.end });

export const hasQuote = (tokens: readonly Token[], from: number, to: number) => {
  for (let k = from; k < to; k++) if (tokens[k]!.kind === 'quote') return true;
  return false;
};

export function findQuote(
  tokens: readonly Token[],
  from: number,
  to: number,
  reach: number,
): number {
  for (let m = from; m < Math.min(to, from + reach); m++) if (tokens[m]!.kind === 'quote') return m;
  return -1;
}

export function markUsed(
  tokens: readonly Token[],
  from: number,
  to: number,
  used: Set<Stretch>,
): void {
  for (let k = from; k < to; k++) if (tokens[k]!.quote) used.add(tokens[k]!.quote!);
}

export const endsSentenceBefore = (text: string, q: Stretch) =>
  /[.!?]['’”"]?$/.test(text.slice(Math.max(q.inner.start, q.inner.end - 2), q.inner.end));

/** Nearly every longer word begins with a capital: a headline, a book, a film. */
export function isTitle(words: string): boolean {
  const long = words.split(/\s+/).filter((w) => w.length > 3);
  return (
    long.length > 1 && long.filter((w) => /^[^\p{L}]*\p{Lu}/u.test(w)).length >= long.length * 0.8
  );
}

/** Words that open a sentence without being its subject. */
export const isAdverbial = (t: Token) =>
  word(t) &&
  (PREPOSITIONS.has(t.lower) ||
    CONJUNCTIONS.has(t.lower) ||
    (TIME.has(t.lower) && !/^(?:this|last|next)$/.test(t.lower)) ||
    isAdverb(t) ||
    /^(?:as|when|if|after|before|because|since|while|although|though|so|yet|but|and|instead|perhaps|now|then|still|too|maybe|otherwise|meanwhile|however|also|even|once|here|there|ultimately|eventually)$/.test(
      t.lower,
    ));

export const clauseText = (tokens: readonly Token[], from: number, to: number): Span | null => {
  let a = from;
  while (a < to && tokens[a]!.kind === 'punct' && /^[,;:.\-—–…)\]"“”]$/.test(tokens[a]!.lower)) a++;
  let b = wordsEnd(tokens, a, to);
  while (b > a && tokens[b - 1]!.kind === 'punct' && /^[;\-—–(\[]$/.test(tokens[b - 1]!.lower)) b--;
  return a < b ? { start: tokens[a]!.start, end: tokens[b - 1]!.end } : null;
};

/** One past the last token that is not closing punctuation or a mark left over; a bracket that was opened inside stays. */
export function wordsEnd(tokens: readonly Token[], from: number, to: number): number {
  let end = to;
  while (end > from && tokens[end - 1]!.kind === 'punct') {
    const mark = tokens[end - 1]!.lower;
    if (/^[.!?…:,"“”’‘'«»]$/.test(mark)) {
      end--;
      continue;
    }
    if (mark !== ')' && mark !== ']') break;
    let open = end - 2;
    while (
      open >= from &&
      end - open < 80 &&
      !(tokens[open]!.kind === 'punct' && tokens[open]!.lower === (mark === ')' ? '(' : '['))
    )
      open--;
    if (open > from && end - open < 80) break;
    end--;
  }
  return end;
}

/** What a name before "of mark" is not: titles and nicknames in marks. */
export const NAMED_BY = new Set(
  'called known titled entitled named dubbed nicknamed headlined labeled labelled so-called term word phrase slogan movie film book song album show series novel article essay documentary titled hashtag album'.split(
    ' ',
  ),
);

export const INVERTING = new Set(
  'say add ask write explain note reply respond continue warn insist declare tweet recall claim argue admit announce observe report remark shout joke conclude state tell agree rejoice wonder comment suggest acknowledge predict boast quip post cry exclaim begin go reveal complain lament stress'.split(
    ' ',
  ),
);

export const SAYING_NOUNS = new Set(
  'statement letter tweet memo report email post message note release speech interview ad article letters statements tweets emails posts complaint lawsuit op-ed column video resolution order petition editorial'.split(
    ' ',
  ),
);

export const WH = new Set('if whether how why what where when who which'.split(' '));
