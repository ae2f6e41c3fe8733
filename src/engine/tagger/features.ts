/**
 * What the tagger looks at. Every feature is one 32-bit number made from a template and the numbers of a token,
 * so that a paragraph's features are a table of integers and nothing is joined or looked up as text.
 */
import type { Stretch } from '../marks.ts';
import { hashText, POS, SHAPE, type Tokens } from '../tokens.ts';
import { BELIEF_VERBS, PERSON_NOUNS, SPEECH_VERBS } from './words.ts';

const speech = new Set(SPEECH_VERBS.map(hashText));
const belief = new Set(BELIEF_VERBS.map(hashText));
const person = new Set(PERSON_NOUNS.map(hashText));
const punctuation = new Map<number, number>(
  [
    ['.', 1],
    ['?', 1],
    ['!', 1],
    ['...', 1],
    ['…', 1],
    [',', 2],
    [';', 3],
    [':', 4],
    ['—', 5],
    ['–', 5],
    ['-', 6],
    ['--', 5],
    ['(', 7],
    [')', 8],
  ].map(([mark, kind]) => [hashText(mark as string), kind as number]),
);
const THAT = hashText('that');
const VERB = POS.indexOf('VERB');
const AUX = POS.indexOf('AUX');
const PUNCT = POS.indexOf('PUNCT');

/** Kind of a punctuation mark, by the hash of its spelling; 0 for anything else. */
export const punctuationOf = (word: number): number => punctuation.get(word) ?? 0;

/** Class of a word: verb of speech 1, such a word used otherwise 2, of belief 3 and 4, word for a person 5, else 0. */
export function classOf({ lemma, word, pos }: Tokens, at: number): number {
  const isVerb = pos[at] === VERB || pos[at] === AUX;
  return speech.has(lemma[at]!) || speech.has(word[at]!)
    ? isVerb
      ? 1
      : 2
    : belief.has(lemma[at]!)
      ? isVerb
        ? 3
        : 4
      : person.has(lemma[at]!)
        ? 5
        : 0;
}

/** State of a token with regard to quotation marks. */
export const QUOTE = { out: 0, inside: 1, open: 2, close: 3 } as const;

/** Where the tokens of one paragraph stand: quotation marks and sentences. Indexes are relative to the paragraph. */
export interface Layout {
  quote: Uint8Array;
  /** For tokens in marks: length and shape of the stretch, 0 outside. */
  stretch: Uint8Array;
  sentence: Int32Array;
  /** First token of the token's sentence, and one past its last. */
  from: Int32Array;
  to: Int32Array;
}

export function layoutOf(
  tokens: Tokens,
  a: number,
  b: number,
  stretches: readonly Stretch[],
): Layout {
  const n = b - a;
  const quote = new Uint8Array(n);
  const stretch = new Uint8Array(n);
  const { start, end } = tokens;
  let i = 0;
  for (const { open, close, outer } of stretches) {
    while (i < n && end[a + i]! <= outer.start) i++;
    const first = i;
    for (; i < n && start[a + i]! < outer.end; i++) {
      const at = start[a + i]!;
      quote[i] =
        at < open.end ? QUOTE.open : close && at >= close.start ? QUOTE.close : QUOTE.inside;
    }
    if (i > first) fillStretch(tokens, a, stretch, first, i - 1, n);
  }

  const sentence = new Int32Array(n);
  const from = new Int32Array(n);
  const to = new Int32Array(n);
  let number = 0;
  let first = 0;
  for (let i = 0; i < n; i++) {
    sentence[i] = number;
    if (!endsSentence(tokens, quote, a, i, n)) continue;
    let last = i;
    while (last + 1 < n && quote[last + 1] === QUOTE.close) sentence[++last] = number;
    for (let k = first; k <= last; k++) ((from[k] = first), (to[k] = last + 1));
    first = last + 1;
    i = last;
    number++;
  }
  for (let k = first; k < n; k++) ((from[k] = first), (to[k] = n));
  return { quote, stretch, sentence, from, to };
}

/** 1..: number of words in four steps, times how it ends (comma, stop, neither), times capital at its head. */
function fillStretch(
  tokens: Tokens,
  a: number,
  stretch: Uint8Array,
  open: number,
  close: number,
  n: number,
): void {
  let words = 0;
  for (let k = open + 1; k < close; k++) if (tokens.pos[a + k] !== PUNCT) words++;
  const length = words <= 1 ? 0 : words <= 3 ? 1 : words <= 7 ? 2 : 3;
  let lastMark = 0;
  for (let k = close; k > open && k > close - 3; k--) {
    const kind = punctuation.get(tokens.word[a + k]!);
    if (kind === 1 || kind === 2) lastMark = kind;
  }
  const after = close + 1 < n ? punctuation.get(tokens.word[a + close + 1]!) : 1;
  if (lastMark === 0 && (after === 1 || after === 2)) lastMark = after === 2 ? 3 : 4;
  const shape = open + 1 < n ? tokens.shape[a + open + 1]! : 0;
  const capital = shape === SHAPE.title || shape === SHAPE.upper ? 1 : 0;
  const code = 1 + length + 4 * (lastMark + 5 * capital);
  for (let k = open; k <= close; k++) stretch[k] = code;
}

function endsSentence(tokens: Tokens, quote: Uint8Array, a: number, i: number, n: number): boolean {
  if (punctuation.get(tokens.word[a + i]!) !== 1) return false;
  let next = i + 1;
  while (next < n && quote[next] === QUOTE.close) next++;
  if (next >= n) return true;
  // "…," he said: a stop within marks before a small letter ends no sentence.
  if (quote[next] === QUOTE.open) next++;
  const shape = next < n ? tokens.shape[a + next]! : SHAPE.title;
  return shape !== SHAPE.lower || tokens.pos[a + next] === PUNCT;
}

/** How many features a token has; unused places hold 0. */
export const WIDTH = 98;

/** One hash of a template and two numbers; never 0. */
export function mix(template: number, x: number, y: number): number {
  let h = Math.imul(template + 1, 0x9e3779b1) ^ x;
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b);
  h = Math.imul(h ^ y ^ (h >>> 13), 0xc2b2ae35);
  h ^= h >>> 16;
  h = Math.imul(h, 0x27d4eb2f);
  h ^= h >>> 15;
  return h | 0 || 1;
}

/** Distances and counts in steps, 0 to 8. */
export const step = (n: number): number =>
  n < 4 ? n : n < 6 ? 4 : n < 9 ? 5 : n < 14 ? 6 : n < 22 ? 7 : 8;

const NONE = 0x51ed270b;

const isRuleCue = (code: number): boolean => code === 3 || code === 4;

/** Writes the features of tokens `a`..`b` to `out`, `WIDTH` a token; `rules` holds what the rules said of each, from `a`. */
export function features(
  tokens: Tokens,
  a: number,
  b: number,
  layout: Layout,
  rules: Uint8Array,
  out: Int32Array,
): void {
  const n = b - a;
  const { word, lemma, suffix, pos, shape } = tokens;
  const { quote, stretch, sentence, from, to } = layout;
  // Nearest verb of speech on either side within the sentence, and what lies between.
  const left = new Int32Array(n).fill(-1);
  const right = new Int32Array(n).fill(-1);
  const cls = new Uint8Array(n);
  for (let i = 0; i < n; i++) cls[i] = classOf(tokens, a + i);
  const commas = new Int32Array(n + 1);
  const thats = new Int32Array(n + 1);
  for (let i = 0; i < n; i++) {
    commas[i + 1] = commas[i]! + (punctuation.has(word[a + i]!) ? 1 : 0);
    thats[i + 1] = thats[i]! + (word[a + i] === THAT ? 1 : 0);
  }
  // Verbs inside marks do not speak for words outside them.
  for (let i = 0, last = -1, lastInside = -1; i < n; i++) {
    if (from[i] === i) last = lastInside = -1;
    if (quote[i] === QUOTE.open) lastInside = -1;
    const inside = quote[i] === QUOTE.inside;
    left[i] = inside && lastInside >= 0 ? lastInside : last;
    if (cls[i] === 1) {
      if (inside) lastInside = i;
      else last = i;
    }
  }
  for (let i = n - 1, last = -1, lastInside = -1; i >= 0; i--) {
    if (to[i] === i + 1) last = lastInside = -1;
    if (quote[i] === QUOTE.close) lastInside = -1;
    const inside = quote[i] === QUOTE.inside;
    right[i] = inside && lastInside >= 0 ? lastInside : last;
    if (cls[i] === 1) {
      if (inside) lastInside = i;
      else last = i;
    }
  }
  // Punctuation before and after.
  const markBefore = new Int32Array(n);
  const markAfter = new Int32Array(n);
  for (let i = 0, last = -1; i < n; i++) {
    markBefore[i] = last;
    if (from[i] === i) markBefore[i] = last = -1;
    if (pos[a + i] === PUNCT) last = i;
  }
  for (let i = n - 1, last = -1; i >= 0; i--) {
    if (to[i] === i + 1) last = -1;
    markAfter[i] = last;
    if (pos[a + i] === PUNCT) last = i;
  }

  // What the rules found: in the token's sentence, and their nearest cue.
  const summary = new Int32Array(n);
  const ruleLeft = new Int32Array(n).fill(-1);
  const ruleRight = new Int32Array(n).fill(-1);
  {
    for (let first = 0; first < n; first = to[first]!) {
      let bits = 0;
      for (let i = first; i < to[first]!; i++)
        if (rules[i]! > 0) bits |= 1 << Math.min(5, (rules[i]! + 1) >> 1);
      for (let i = first; i < to[first]!; i++) summary[i] = bits;
    }
    for (let i = 0, last = -1; i < n; i++) {
      if (from[i] === i) last = -1;
      if (isRuleCue(rules[i]!)) last = i;
      ruleLeft[i] = last;
    }
    for (let i = n - 1, last = -1; i >= 0; i--) {
      if (to[i] === i + 1) last = -1;
      if (isRuleCue(rules[i]!)) last = i;
      ruleRight[i] = last;
    }
  }

  const W = (i: number): number => (i < 0 ? 11 : i >= n ? 12 : word[a + i]!);
  const L = (i: number): number => (i < 0 ? 11 : i >= n ? 12 : lemma[a + i]!);
  const P = (i: number): number => (i < 0 ? 30 : i >= n ? 31 : pos[a + i]!);
  const S = (i: number): number => (i < 0 ? 14 : i >= n ? 15 : shape[a + i]!);
  const Q = (i: number): number => (i < 0 ? 4 : i >= n ? 5 : quote[i]!);
  const C = (i: number): number => (i < 0 || i >= n ? 7 : cls[i]!);
  const R = (i: number): number => (i < 0 || i >= n ? 255 : rules[i]!);

  for (let i = 0; i < n; i++) {
    let k = i * WIDTH;
    const stop = k + WIDTH;
    let t = 0;
    const w = W(i),
      w1 = W(i + 1),
      wm = W(i - 1);
    const p = P(i),
      p1 = P(i + 1),
      p2 = P(i + 2),
      pm = P(i - 1),
      pmm = P(i - 2);
    const l = L(i),
      l1 = L(i + 1),
      lm = L(i - 1);
    const q = Q(i),
      qm = Q(i - 1),
      q1 = Q(i + 1);
    const st = stretch[i]!;
    const qs = q + 8 * st;
    const qqq = qm * 64 + q * 8 + q1;
    // words
    out[k++] = mix(t++, w, 0);
    out[k++] = mix(t++, wm, 0);
    out[k++] = mix(t++, w1, 0);
    out[k++] = mix(t++, W(i - 2), 0);
    out[k++] = mix(t++, W(i + 2), 0);
    out[k++] = mix(t++, l, 0);
    out[k++] = mix(t++, lm, 0);
    out[k++] = mix(t++, l1, 0);
    out[k++] = mix(t++, suffix[a + i]!, 0);
    out[k++] = mix(t++, i > 0 ? suffix[a + i - 1]! : 1, 0);
    out[k++] = mix(t++, i + 1 < n ? suffix[a + i + 1]! : 1, 0);
    // shapes and parts of speech
    out[k++] = mix(t++, S(i), 0);
    out[k++] = mix(t++, S(i - 1) * 16 + S(i), 0);
    out[k++] = mix(t++, S(i) * 16 + S(i + 1), p);
    out[k++] = mix(t++, (S(i - 1) * 16 + S(i)) * 16 + S(i + 1), 0);
    out[k++] = mix(t++, p, 0);
    out[k++] = mix(t++, pm, 0);
    out[k++] = mix(t++, p1, 0);
    out[k++] = mix(t++, pmm * 32 + pm, 0);
    out[k++] = mix(t++, p1 * 32 + p2, 0);
    out[k++] = mix(t++, pm * 32 + p, 0);
    out[k++] = mix(t++, p * 32 + p1, 0);
    out[k++] = mix(t++, (pm * 32 + p) * 32 + p1, 0);
    out[k++] = mix(t++, (pmm * 32 + pm) * 32 + p, 0);
    out[k++] = mix(t++, (p * 32 + p1) * 32 + p2, 0);
    // classes of words
    const c = C(i) * 64 + C(i - 1) * 8 + C(i + 1);
    out[k++] = mix(t++, c, 0);
    out[k++] = mix(t++, c, p * 32 + p1);
    out[k++] = mix(t++, C(i + 1) * 8 + C(i + 2), p * 32 + pm);
    out[k++] = mix(t++, C(i - 1) * 8 + C(i - 2), p * 32 + p1);
    // quotation marks
    out[k++] = mix(t++, qqq, 0);
    out[k++] = mix(t++, q, w);
    out[k++] = mix(t++, q, wm);
    out[k++] = mix(t++, q, w1);
    out[k++] = mix(t++, qqq, p);
    out[k++] = mix(t++, qm * 8 + q, pm * 32 + p);
    out[k++] = mix(t++, q * 8 + q1, p * 32 + p1);
    out[k++] = mix(t++, qs, 0);
    out[k++] = mix(t++, qs, wm);
    out[k++] = mix(t++, qs, p);
    out[k++] = mix(t++, i > 0 ? stretch[i - 1]! : 0, qqq);
    out[k++] = mix(t++, i > 1 ? stretch[i - 2]! : 0, l);
    out[k++] = mix(t++, i + 1 < n ? stretch[i + 1]! : 0, qqq);
    out[k++] = mix(t++, i + 1 < n ? stretch[i + 1]! : 0, l);
    out[k++] = mix(t++, i + 2 < n ? stretch[i + 2]! : 0, l);
    // verbs of speech
    const lv = left[i]!,
      rv = right[i]!;
    const ld = lv < 0 ? 15 : step(i - lv),
      rd = rv < 0 ? 15 : step(rv - i);
    const ll = lv < 0 ? NONE : lemma[a + lv]!,
      rl = rv < 0 ? NONE : lemma[a + rv]!;
    const lc = lv < 0 ? 0 : Math.min(3, commas[i]! - commas[lv]!),
      rc = rv < 0 ? 0 : Math.min(3, commas[rv]! - commas[i]!);
    const lt = lv < 0 ? 0 : thats[i]! > thats[lv]! ? 1 : 0;
    const afterVerb = rv < 0 ? 0 : step(to[i]! - rv);
    const quoteBefore = from[i]! < i && quote[from[i]!] !== QUOTE.out ? 1 : 0;
    const has = (lv < 0 ? 0 : 1) + (rv < 0 ? 0 : 2);
    out[k++] = mix(t++, has * 8 + q, p);
    out[k++] = mix(t++, ll, q);
    out[k++] = mix(t++, rl, q);
    out[k++] = mix(t++, ll, ld * 16 + lt);
    out[k++] = mix(t++, rl, rd);
    out[k++] = mix(t++, ld * 64 + lc * 8 + lt, q * 32 + p);
    out[k++] = mix(t++, rd * 64 + rc * 8, q * 32 + p);
    out[k++] = mix(t++, (ld * 16 + rd) * 8 + q, 0);
    out[k++] = mix(t++, (lc * 4 + rc) * 8 + q, has * 2 + lt);
    out[k++] = mix(t++, rd * 16 + afterVerb, (rc * 8 + q) * 4 + has);
    out[k++] = mix(t++, ll, W(lv + 1));
    out[k++] = mix(t++, ll, P(lv + 1) * 32 + p);
    out[k++] = mix(t++, ll, lc * 64 + lt * 32 + p);
    out[k++] = mix(
      t++,
      ll,
      (lc * 2 + lt) * 16 + ((i + 1 < n && punctuation.get(word[a + i + 1]!)) || 0),
    );
    out[k++] = mix(t++, rv < 0 ? 0 : P(rv - 1) * 32 + P(rv + 1), rd * 8 + q);
    out[k++] = mix(t++, lv < 0 ? 0 : P(lv - 1) * 32 + P(lv + 1), ld * 8 + q);
    out[k++] = mix(t++, rl, W(rv - 1));
    out[k++] = mix(t++, lv < 0 ? NONE : W(lv - 1), ld);
    out[k++] = mix(t++, P(lv - 1) * 32 + P(lv - 2), lv < 0 ? 0 : (lc * 2 + lt) * 8 + q);
    // place
    const at = i - from[i]!,
      rest = to[i]! - i;
    const head = W(from[i]!);
    out[k++] = mix(t++, step(at) * 16 + step(rest), q);
    out[k++] = mix(t++, step(at), p * 8 + q);
    out[k++] = mix(t++, rest < 4 ? rest : 4, w);
    out[k++] = mix(t++, head, step(at));
    out[k++] = mix(t++, head, p);
    out[k++] = mix(t++, Math.min(3, sentence[i]!) * 8 + q, has * 2 + quoteBefore);
    out[k++] = mix(t++, Math.min(3, i) * 4 + Math.min(3, n - 1 - i), q);
    // what ended the sentence before, and whether a verb of speech or marks stood in it
    const f = from[i]!;
    const endedIn = f > 0 ? quote[f - 1]! : 5;
    const verbBefore = f > 0 && left[f - 1]! >= 0 ? lemma[a + left[f - 1]!]! : NONE;
    out[k++] = mix(t++, endedIn * 8 + q, has);
    out[k++] = mix(t++, verbBefore, q * 8 + has);
    out[k++] = mix(t++, at === 0 ? verbBefore : 1, qs);
    // punctuation around
    const bp = markBefore[i]!,
      ap = markAfter[i]!;
    const bw = bp < 0 ? NONE : word[a + bp]!,
      aw = ap < 0 ? NONE : word[a + ap]!;
    out[k++] = mix(t++, bw, aw);
    out[k++] = mix(t++, bw, (bp < 0 ? 15 : step(i - bp)) * 32 + p);
    out[k++] = mix(t++, aw, (ap < 0 ? 15 : step(ap - i)) * 32 + p);
    out[k++] = mix(t++, bw, ll ^ lt);
    out[k++] = mix(t++, aw, rl);
    out[k++] = mix(t++, bp < 0 ? NONE : W(bp + 1), p);
    out[k++] = mix(t++, ap < 0 ? NONE : W(ap + 1), ap < 0 ? 0 : step(ap - i));
    out[k++] = mix(
      t++,
      ap < 0 ? 0 : P(ap + 1) * 32 + P(ap + 2),
      (ap < 0 ? 0 : C(ap + 1) * 8 + C(ap + 2)) * 8 + q,
    );
    // the rules
    {
      const r = R(i),
        rm = R(i - 1),
        r1 = R(i + 1);
      out[k++] = mix(t++, r, 0);
      out[k++] = mix(t++, rm * 256 + r, 0);
      out[k++] = mix(t++, r * 256 + r1, 0);
      out[k++] = mix(t++, r, p);
      out[k++] = mix(t++, r, w);
      out[k++] = mix(t++, (rm * 256 + r) * 256 + r1, q);
      const before = ruleLeft[i]!,
        after = ruleRight[i]!,
        sum = summary[i]!;
      const near = (before < 0 ? 15 : step(i - before)) * 16 + (after < 0 ? 15 : step(after - i));
      out[k++] = mix(t++, sum, r);
      out[k++] = mix(t++, sum, p * 8 + q);
      out[k++] = mix(t++, near, r);
      out[k++] = mix(t++, near, p * 8 + q);
      out[k++] = mix(t++, sum, l);
      out[k++] = mix(t++, before < 0 ? NONE : L(before), lc * 2 + lt);
      out[k++] = mix(t++, sum * 32 + step(at), qs);
      out[k++] = mix(t++, f > 0 ? summary[f - 1]! * 256 + sum : sum, qqq);
      out[k++] = mix(t++, r * 256 + R(i + 2), p1 * 32 + p2);
      out[k++] = mix(t++, r * 256 + R(i - 2), pm * 32 + pmm);
    }
    if (k > stop) throw new Error(`a token has more than ${WIDTH} features`);
    while (k < stop) out[k++] = 0;
  }
}

/** Which set of transition weights applies between a token and the one before it. */
export const EDGE_CLASSES = 32;
export function edgeClass(tokens: Tokens, a: number, i: number, layout: Layout): number {
  const q = layout.quote[i]!;
  const mark = punctuation.get(tokens.word[a + i]!) ?? 0;
  const previous = i > 0 ? (punctuation.get(tokens.word[a + i - 1]!) ?? 0) : 1;
  const kind = layout.from[i] === i ? 3 : mark > 0 ? 2 : previous > 0 ? 1 : 0;
  return q * 8 + kind + (i > 0 && layout.quote[i - 1] === QUOTE.close ? 4 : 0);
}

/** The features in words, in their order; `{w-1}` is the word before, `{p+1}` the part of speech after. */
export const DESCRIPTIONS: readonly string[] = [
  'the word {w}',
  'the word before is {w-1}',
  'the word after is {w+1}',
  '{w-2} stands two words before',
  '{w+2} stands two words after',
  'a form of {w}',
  'a form of {w-1} stands before',
  'a form of {w+1} stands after',
  'the ending of {w}',
  'the ending of {w-1} before',
  'the ending of {w+1} after',
  'the capitals of {w}',
  'the capitals of {w-1} {w}',
  'the capitals of {w} {w+1}',
  'the capitals of {w-1} {w} {w+1}',
  'it is {p}',
  '{p-1} stands before',
  '{p+1} stands after',
  '{p-2} {p-1} stands before',
  '{p+1} {p+2} stands after',
  'the pattern {p-1} {p}',
  'the pattern {p} {p+1}',
  'the pattern {p-1} {p} {p+1}',
  'the pattern {p-2} {p-1} {p}',
  'the pattern {p} {p+1} {p+2}',
  'verbs of speech and words for people around {w}',
  'verbs of speech and words for people around {w}',
  'verbs of speech and words for people after {w}',
  'verbs of speech and words for people before {w}',
  'quotation marks around {w}',
  '{w} stands {q}',
  'after {w-1}, {q}',
  'before {w+1}, {q}',
  'quotation marks around {p}',
  '{p-1} {p} {q}',
  '{p} {p+1} {q}',
  'the length and the end of the words in marks',
  'words in marks after {w-1}',
  'words in marks, {p}',
  'words in marks end before {w}',
  'words in marks end before {w}',
  'words in marks begin after {w}',
  'words in marks begin after {w}',
  'words in marks begin after {w}',
  'a verb of speech in the sentence',
  'the verb of speech before it',
  'the verb of speech after it',
  'how near the verb of speech before it stands',
  'how near the verb of speech after it stands',
  'what lies between the verb of speech and {w}',
  'what lies between {w} and the verb of speech',
  'its distance to the verbs of speech',
  'commas and “that” between it and the verbs of speech',
  'its place before a verb of speech that ends the sentence',
  'the words after the verb of speech',
  'the words after the verb of speech',
  'commas and “that” since the verb of speech',
  'what lies between the verb of speech and the next mark',
  'the words around the verb of speech',
  'the words around the verb of speech',
  'the word before the verb of speech',
  'the word before the verb of speech',
  'the words before the verb of speech',
  'its place in the sentence',
  'its place in the sentence',
  'how near the end of the sentence it stands',
  'how the sentence begins',
  'how the sentence begins',
  'the place of its sentence in the paragraph',
  'its place in the paragraph',
  'how the sentence before ends',
  'the verb of speech in the sentence before',
  'the verb of speech in the sentence before',
  'the punctuation before and after it',
  'the punctuation before it',
  'the punctuation after it',
  'the punctuation and the verb of speech before it',
  'the punctuation and the verb of speech after it',
  'the word after the punctuation before it',
  'the word after the punctuation after it',
  'the words after the next punctuation',
  'what the rules say of {w}',
  'what the rules say of {w-1} {w}',
  'what the rules say of {w} {w+1}',
  'what the rules say of {w}',
  'what the rules say of {w}',
  'what the rules say of {w-1} {w} {w+1}',
  'what the rules found in the sentence',
  'what the rules found in the sentence',
  'how near the cue is that the rules found',
  'how near the cue is that the rules found',
  'what the rules found in the sentence of {w}',
  'the cue that the rules found',
  'what the rules found in the sentence',
  'what the rules found in this sentence and the one before',
  'what the rules say of {w} and {w+2}',
  'what the rules say of {w} and {w-2}',
];
