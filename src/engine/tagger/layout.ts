/** How the tokens of a paragraph lie: quotation marks, sentences, and the classes of words a language gives them. */
import { lastAsked } from '../../text/last-asked.ts';
import type { Stretch } from '../marks/stretches.ts';
import { hashText, POS, SHAPE, type Tokens } from '../tokens.ts';
import type { TaggerLexicon } from './lexicon.ts';

const VERB = POS.indexOf('VERB');
const AUX = POS.indexOf('AUX');
const PUNCT = POS.indexOf('PUNCT');

/** Kinds of punctuation marks, 1 those that end a sentence. */
const PUNCTUATION = new Map<number, number>(
  ['. ? ! ... …', ',', ';', ':', '— – --', '-', '(', ')'].flatMap((marks, i) =>
    marks.split(' ').map((mark): [number, number] => [hashText(mark), i + 1]),
  ),
);
const STOP = 1;
const COMMA = 2;

/** Kind of a punctuation mark, by the hash of its spelling; 0 for anything else. */
export const punctuationOf = (word: number | undefined): number =>
  word === undefined ? 0 : (PUNCTUATION.get(word) ?? 0);

/** State of a token with regard to quotation marks. */
export const QUOTE = { out: 0, inside: 1, open: 2, close: 3 } as const;

/** Classes of words; a verb of speech or belief that is used as another part of speech has a class of its own. */
export const CLASS = { none: 0, speech: 1, speechNoun: 2, belief: 3, beliefNoun: 4, person: 5 };

/** Where the tokens of one paragraph lie. Indexes are relative to the paragraph. */
export interface Layout {
  lexicon: TaggerLexicon;
  quote: Uint8Array;
  /** For tokens in marks: length and shape of the quoted words, 0 outside. */
  stretch: Uint8Array;
  sentence: Int32Array;
  /** First token of the token's sentence, and one past its last. */
  from: Int32Array;
  to: Int32Array;
  /** One of `CLASS`. */
  class: Uint8Array;
}

/** Lays out tokens `a`..`b`, whose quotations are `stretches`; asked of a paragraph to tag it, and to settle its claims. */
export const layoutOf = lastAsked(
  (
    tokens: Tokens,
    a: number,
    b: number,
    stretches: readonly Stretch[],
    lexicon: TaggerLexicon,
  ): Layout => {
    const { quote, stretch } = quotationsOf(tokens, a, b, stretches);
    const classes = new Uint8Array(b - a);
    for (let i = 0; i < classes.length; i++) classes[i] = classOf(tokens, a + i, lexicon);
    return { lexicon, quote, stretch, ...sentencesOf(tokens, a, quote), class: classes };
  },
);

function classOf({ lemma, word, pos }: Tokens, at: number, lexicon: TaggerLexicon): number {
  const stem = lemma[at] ?? 0;
  const isVerb = pos[at] === VERB || pos[at] === AUX;
  if (lexicon.speechVerbs.has(stem) || lexicon.speechVerbs.has(word[at] ?? 0))
    return isVerb ? CLASS.speech : CLASS.speechNoun;
  if (lexicon.beliefVerbs.has(stem)) return isVerb ? CLASS.belief : CLASS.beliefNoun;
  return lexicon.personNouns.has(stem) ? CLASS.person : CLASS.none;
}

function quotationsOf(
  tokens: Tokens,
  a: number,
  b: number,
  stretches: readonly Stretch[],
): { quote: Uint8Array; stretch: Uint8Array } {
  const n = b - a;
  const quote = new Uint8Array(n);
  const stretch = new Uint8Array(n);
  const start = tokens.start.subarray(a, b);
  const end = tokens.end.subarray(a, b);
  let i = 0;
  for (const { open, close, outer } of stretches) {
    while (i < n && (end[i] ?? 0) <= outer.start) i++;
    const first = i;
    for (; i < n && (start[i] ?? 0) < outer.end; i++) {
      const at = start[i] ?? 0;
      if (at < open.end) quote[i] = QUOTE.open;
      else quote[i] = close && at >= close.start ? QUOTE.close : QUOTE.inside;
    }
    if (i > first) stretch.fill(stretchCode(tokens, a + first, a + i - 1, b), first, i);
  }
  return { quote, stretch };
}

/**
 * Words in marks from token `open` to token `close`, as one number from 1 on: how many they are in four steps, times
 * how they end (comma, stop, neither), times whether a capital heads them. `b` is the end of the paragraph.
 */
function stretchCode(tokens: Tokens, open: number, close: number, b: number): number {
  let words = 0;
  for (let k = open + 1; k < close; k++) if (tokens.pos[k] !== PUNCT) words++;
  let length = 3;
  if (words <= 1) length = 0;
  else if (words <= 7) length = words <= 3 ? 1 : 2;
  let lastMark = 0;
  for (let k = close; k > open && k > close - 3; k--) {
    const kind = punctuationOf(tokens.word[k]);
    if (kind === STOP || kind === COMMA) lastMark = kind;
  }
  if (lastMark === 0) {
    const after = close + 1 < b ? punctuationOf(tokens.word[close + 1]) : STOP;
    if (after === COMMA) lastMark = 3;
    else if (after === STOP) lastMark = 4;
  }
  const shape = open + 1 < b ? tokens.shape[open + 1] : SHAPE.lower;
  const capital = shape === SHAPE.title || shape === SHAPE.upper ? 1 : 0;
  return 1 + length + 4 * (lastMark + 5 * capital);
}

function sentencesOf(
  tokens: Tokens,
  a: number,
  quote: Uint8Array,
): Pick<Layout, 'sentence' | 'from' | 'to'> {
  const n = quote.length;
  const sentence = new Int32Array(n);
  const from = new Int32Array(n);
  const to = new Int32Array(n);
  let number = 0;
  let first = 0;
  const close = (end: number): void => {
    sentence.fill(number++, first, end);
    from.fill(first, first, end);
    to.fill(end, first, end);
    first = end;
  };
  for (let i = 0; i < n; i++) {
    if (!endsSentence(tokens, quote, a, i)) continue;
    while (i + 1 < n && quote[i + 1] === QUOTE.close) i++;
    close(i + 1);
  }
  if (first < n) close(n);
  return { sentence, from, to };
}

function endsSentence(tokens: Tokens, quote: Uint8Array, a: number, i: number): boolean {
  if (punctuationOf(tokens.word[a + i]) !== STOP) return false;
  const n = quote.length;
  let next = i + 1;
  while (next < n && quote[next] === QUOTE.close) next++;
  if (next >= n) return true;
  // "…," he said: a stop within marks before a small letter ends no sentence.
  if (quote[next] === QUOTE.open) next++;
  const shape = next < n ? tokens.shape[a + next] : SHAPE.title;
  return shape !== SHAPE.lower || tokens.pos[a + next] === PUNCT;
}

/** How many sets of transition weights there are. */
export const EDGE_CLASSES = 32;

/** Which set of transition weights applies between token `i` and the one before it. */
export function edgeClass(tokens: Tokens, a: number, i: number, layout: Layout): number {
  const mark = punctuationOf(tokens.word[a + i]);
  const previous = i > 0 ? punctuationOf(tokens.word[a + i - 1]) : 1;
  let kind = previous > 0 ? 1 : 0;
  if (mark > 0) kind = 2;
  if (layout.from[i] === i) kind = 3;
  const afterClose = i > 0 && layout.quote[i - 1] === QUOTE.close;
  return (layout.quote[i] ?? 0) * 8 + kind + (afterClose ? 4 : 0);
}
