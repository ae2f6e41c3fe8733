/**
 * What the tagger looks at: in comes a paragraph with what the rules said of it, out go `WIDTH` numbers a token.
 * Each feature is written by the next template, so the order here is part of every trained model.
 */
import { POS } from '../tokens.ts';
import { CLASS, punctuationOf, QUOTE } from './layout.ts';
import { FeatureWriter, NONE, step } from './rows.ts';
import type { View } from './view.ts';

/** How many features a token has; unused places hold 0. */
export const WIDTH = 98;

const PUNCT = POS.indexOf('PUNCT');

/** Writes the features of a paragraph to `out`; `rules` holds what the rules said of each token. */
export function features(view: View, rules: Uint8Array, out: Int32Array): void {
  const { n } = view;
  const surroundings = surroundingsOf(view, rules);
  const writer = new FeatureWriter(out);
  for (let i = 0; i < n; i++) {
    writer.begin(i * WIDTH, 0);
    const verbs = verbsAround(view, surroundings, i);
    words(writer, view, i);
    partsOfSpeech(writer, view, i);
    quotationMarks(writer, view, i);
    verbsOfSpeech(writer, view, i, verbs);
    place(writer, view, i, verbs);
    sentenceBefore(writer, view, i, { left: surroundings.left, verbs });
    punctuation(writer, view, i, { surroundings, verbs });
    foundByRules(writer, view, i, { surroundings, verbs });
    writer.endAt((i + 1) * WIDTH);
  }
}

/** Where the nearest tokens of a kind stand, a place each; -1 where the sentence has none. */
interface Surroundings {
  /** Verbs of speech. */
  left: Int32Array;
  right: Int32Array;
  /** Running counts of punctuation and of the conjunction. */
  commas: Int32Array;
  conjunctions: Int32Array;
  markBefore: Int32Array;
  markAfter: Int32Array;
  rules: Uint8Array;
  /** What the rules found in the token's sentence, a bit a kind. */
  summary: Int32Array;
  cueBefore: Int32Array;
  cueAfter: Int32Array;
}

function surroundingsOf(view: View, rules: Uint8Array): Surroundings {
  const { n, layout } = view;
  const conjunction = layout.lexicon.conjunction.hash;
  const isMark = (i: number): boolean => view.pos(i) === PUNCT;
  const isCue = (i: number): boolean => rules[i] === 3 || rules[i] === 4;
  return {
    left: nearestSpeech(view, BEFORE),
    right: nearestSpeech(view, AFTER),
    commas: countsOf(n, (i) => punctuationOf(view.word(i)) > 0),
    conjunctions: countsOf(n, (i) => view.word(i) === conjunction),
    markBefore: nearest(view, BEFORE, isMark, 0),
    markAfter: nearest(view, AFTER, isMark, 0),
    rules,
    summary: summaryOf(view, rules),
    cueBefore: nearest(view, BEFORE, isCue, 1),
    cueAfter: nearest(view, AFTER, isCue, 1),
  };
}

function countsOf(n: number, test: (i: number) => boolean): Int32Array {
  const counts = new Int32Array(n + 1);
  let count = 0;
  for (let i = 0; i < n; i++) {
    if (test(i)) count++;
    counts[i + 1] = count;
  }
  return counts;
}

/** A way to go through a paragraph. */
interface Way {
  first(view: View): number;
  step: 1 | -1;
  /** Whether a token is the first of its sentence on this way. */
  begins(view: View, i: number): boolean;
  /** The mark that is met before the words that it stands around. */
  mark: number;
}
const BEFORE: Way = {
  first: () => 0,
  step: 1,
  begins: (view, i) => view.from(i) === i,
  mark: QUOTE.open,
};
const AFTER: Way = {
  first: ({ n }) => n - 1,
  step: -1,
  begins: (view, i) => view.to(i) === i + 1,
  mark: QUOTE.close,
};

/** The nearest token of a kind on one side of each in its sentence; with `self` 1 a token of the kind is its own. */
function nearest(view: View, way: Way, test: (i: number) => boolean, self: 0 | 1): Int32Array {
  const found = new Int32Array(view.n);
  for (let i = way.first(view), last = -1; i >= 0 && i < view.n; i += way.step) {
    if (way.begins(view, i)) last = -1;
    const isOne = test(i);
    found[i] = isOne && self ? i : last;
    if (isOne) last = i;
  }
  return found;
}

/** The nearest verb of speech on one side of each token. Verbs inside marks do not speak for words outside them. */
function nearestSpeech(view: View, way: Way): Int32Array {
  const found = new Int32Array(view.n);
  let last = -1;
  let lastInside = -1;
  for (let i = way.first(view); i >= 0 && i < view.n; i += way.step) {
    if (way.begins(view, i)) last = lastInside = -1;
    if (view.quote(i) === way.mark) lastInside = -1;
    const isInside = view.quote(i) === QUOTE.inside;
    found[i] = isInside && lastInside >= 0 ? lastInside : last;
    if (view.class(i) !== CLASS.speech) continue;
    if (isInside) lastInside = i;
    else last = i;
  }
  return found;
}

function summaryOf(view: View, rules: Uint8Array): Int32Array {
  const summary = new Int32Array(view.n);
  for (let first = 0; first < view.n; first = view.to(first)) {
    let bits = 0;
    for (const code of rules.subarray(first, view.to(first)))
      if (code > 0) bits |= 1 << Math.min(5, (code + 1) >> 1);
    summary.fill(bits, first, view.to(first));
  }
  return summary;
}

/** How many of a running count stand from one token on and before another. */
const between = (counts: Int32Array, from: number, to: number): number =>
  (counts[to] ?? 0) - (counts[from] ?? 0);

/** The verbs of speech around one token, and what lies between; in the order of the templates' use. */
interface Verbs {
  left: number;
  right: number;
  leftLemma: number;
  rightLemma: number;
  /** In steps. */
  leftDistance: number;
  rightDistance: number;
  /** Punctuation between, 3 at most. */
  leftCommas: number;
  rightCommas: number;
  /** 1 where a conjunction stands between the verb before and the token. */
  conjunction: number;
  /** Bits: 1 there is one before, 2 there is one after. */
  has: number;
}

function verbsAround(view: View, surroundings: Surroundings, i: number): Verbs {
  const { commas, conjunctions } = surroundings;
  const left = surroundings.left[i] ?? -1;
  const right = surroundings.right[i] ?? -1;
  const hasLeft = left >= 0;
  const hasRight = right >= 0;
  return {
    left,
    right,
    leftLemma: hasLeft ? view.lemma(left) : NONE,
    rightLemma: hasRight ? view.lemma(right) : NONE,
    leftDistance: hasLeft ? step(i - left) : 15,
    rightDistance: hasRight ? step(right - i) : 15,
    leftCommas: hasLeft ? Math.min(3, between(commas, left, i)) : 0,
    rightCommas: hasRight ? Math.min(3, between(commas, i, right)) : 0,
    conjunction: hasLeft && between(conjunctions, left, i) > 0 ? 1 : 0,
    has: (hasLeft ? 1 : 0) + (hasRight ? 2 : 0),
  };
}

function words(writer: FeatureWriter, view: View, i: number): void {
  writer.put(view.word(i), 0);
  writer.put(view.word(i - 1), 0);
  writer.put(view.word(i + 1), 0);
  writer.put(view.word(i - 2), 0);
  writer.put(view.word(i + 2), 0);
  writer.put(view.lemma(i), 0);
  writer.put(view.lemma(i - 1), 0);
  writer.put(view.lemma(i + 1), 0);
  writer.put(view.suffix(i), 0);
  writer.put(view.suffix(i - 1), 0);
  writer.put(view.suffix(i + 1), 0);
}

/** Shapes, parts of speech and classes of words. */
function partsOfSpeech(writer: FeatureWriter, view: View, i: number): void {
  const s = view.shape(i);
  const s1 = view.shape(i + 1);
  const sm = view.shape(i - 1);
  const p = view.pos(i);
  const p1 = view.pos(i + 1);
  const p2 = view.pos(i + 2);
  const pm = view.pos(i - 1);
  const pmm = view.pos(i - 2);
  writer.put(s, 0);
  writer.put(sm * 16 + s, 0);
  writer.put(s * 16 + s1, p);
  writer.put((sm * 16 + s) * 16 + s1, 0);
  writer.put(p, 0);
  writer.put(pm, 0);
  writer.put(p1, 0);
  writer.put(pmm * 32 + pm, 0);
  writer.put(p1 * 32 + p2, 0);
  writer.put(pm * 32 + p, 0);
  writer.put(p * 32 + p1, 0);
  writer.put((pm * 32 + p) * 32 + p1, 0);
  writer.put((pmm * 32 + pm) * 32 + p, 0);
  writer.put((p * 32 + p1) * 32 + p2, 0);
  const classes = view.class(i) * 64 + view.class(i - 1) * 8 + view.class(i + 1);
  writer.put(classes, 0);
  writer.put(classes, p * 32 + p1);
  writer.put(view.class(i + 1) * 8 + view.class(i + 2), p * 32 + pm);
  writer.put(view.class(i - 1) * 8 + view.class(i - 2), p * 32 + p1);
}

/** Quotation marks at the token and beside it, as one number. */
const marksAround = (view: View, i: number): number =>
  view.quote(i - 1) * 64 + view.quote(i) * 8 + view.quote(i + 1);

/** Its quotation marks together with the words in them. */
const quoted = (view: View, i: number): number => view.quote(i) + 8 * view.stretch(i);

function quotationMarks(writer: FeatureWriter, view: View, i: number): void {
  const q = view.quote(i);
  const around = marksAround(view, i);
  const here = quoted(view, i);
  const p = view.pos(i);
  const l = view.lemma(i);
  writer.put(around, 0);
  writer.put(q, view.word(i));
  writer.put(q, view.word(i - 1));
  writer.put(q, view.word(i + 1));
  writer.put(around, p);
  writer.put(view.quote(i - 1) * 8 + q, view.pos(i - 1) * 32 + p);
  writer.put(q * 8 + view.quote(i + 1), p * 32 + view.pos(i + 1));
  writer.put(here, 0);
  writer.put(here, view.word(i - 1));
  writer.put(here, p);
  writer.put(view.stretch(i - 1), around);
  writer.put(view.stretch(i - 2), l);
  writer.put(view.stretch(i + 1), around);
  writer.put(view.stretch(i + 1), l);
  writer.put(view.stretch(i + 2), l);
}

function verbsOfSpeech(writer: FeatureWriter, view: View, i: number, verbs: Verbs): void {
  const q = view.quote(i);
  const p = view.pos(i);
  const { left, right, has } = verbs;
  const { leftLemma, leftDistance, leftCommas, conjunction } = verbs;
  const { rightLemma, rightDistance, rightCommas } = verbs;
  const afterVerb = right < 0 ? 0 : step(view.to(i) - right);
  const nextMark = i + 1 < view.n ? punctuationOf(view.word(i + 1)) : 0;
  writer.put(has * 8 + q, p);
  writer.put(leftLemma, q);
  writer.put(rightLemma, q);
  writer.put(leftLemma, leftDistance * 16 + conjunction);
  writer.put(rightLemma, rightDistance);
  writer.put(leftDistance * 64 + leftCommas * 8 + conjunction, q * 32 + p);
  writer.put(rightDistance * 64 + rightCommas * 8, q * 32 + p);
  writer.put((leftDistance * 16 + rightDistance) * 8 + q, 0);
  writer.put((leftCommas * 4 + rightCommas) * 8 + q, has * 2 + conjunction);
  writer.put(rightDistance * 16 + afterVerb, (rightCommas * 8 + q) * 4 + has);
  writer.put(leftLemma, view.word(left + 1));
  writer.put(leftLemma, view.pos(left + 1) * 32 + p);
  writer.put(leftLemma, leftCommas * 64 + conjunction * 32 + p);
  writer.put(leftLemma, (leftCommas * 2 + conjunction) * 16 + nextMark);
  writer.put(right < 0 ? 0 : view.pos(right - 1) * 32 + view.pos(right + 1), rightDistance * 8 + q);
  writer.put(left < 0 ? 0 : view.pos(left - 1) * 32 + view.pos(left + 1), leftDistance * 8 + q);
  writer.put(rightLemma, view.word(right - 1));
  writer.put(left < 0 ? NONE : view.word(left - 1), leftDistance);
  writer.put(
    view.pos(left - 1) * 32 + view.pos(left - 2),
    left < 0 ? 0 : (leftCommas * 2 + conjunction) * 8 + q,
  );
}

function place(writer: FeatureWriter, view: View, i: number, { has }: Verbs): void {
  const q = view.quote(i);
  const p = view.pos(i);
  const from = view.from(i);
  const at = i - from;
  const rest = view.to(i) - i;
  const head = view.word(from);
  const beginsInMarks = from < i && view.quote(from) !== QUOTE.out ? 1 : 0;
  const sentence = Math.min(3, view.layout.sentence[i] ?? 0);
  writer.put(step(at) * 16 + step(rest), q);
  writer.put(step(at), p * 8 + q);
  writer.put(rest < 4 ? rest : 4, view.word(i));
  writer.put(head, step(at));
  writer.put(head, p);
  writer.put(sentence * 8 + q, has * 2 + beginsInMarks);
  writer.put(Math.min(3, i) * 4 + Math.min(3, view.n - 1 - i), q);
}

/** How the sentence before ends, and the verb of speech in it. */
function sentenceBefore(
  writer: FeatureWriter,
  view: View,
  i: number,
  { left, verbs: { has } }: { left: Int32Array; verbs: Verbs },
): void {
  const q = view.quote(i);
  const from = view.from(i);
  const end = from > 0 ? view.quote(from - 1) : 5;
  const verb = from > 0 ? (left[from - 1] ?? -1) : -1;
  const lemma = verb >= 0 ? view.lemma(verb) : NONE;
  writer.put(end * 8 + q, has);
  writer.put(lemma, q * 8 + has);
  writer.put(from === i ? lemma : 1, quoted(view, i));
}

function punctuation(
  writer: FeatureWriter,
  view: View,
  i: number,
  { surroundings, verbs }: { surroundings: Surroundings; verbs: Verbs },
): void {
  const p = view.pos(i);
  const before = surroundings.markBefore[i] ?? -1;
  const after = surroundings.markAfter[i] ?? -1;
  const markBefore = before < 0 ? NONE : view.word(before);
  const markAfter = after < 0 ? NONE : view.word(after);
  const toAfter = after < 0 ? 0 : step(after - i);
  writer.put(markBefore, markAfter);
  writer.put(markBefore, (before < 0 ? 15 : step(i - before)) * 32 + p);
  writer.put(markAfter, (after < 0 ? 15 : toAfter) * 32 + p);
  writer.put(markBefore, verbs.leftLemma ^ verbs.conjunction);
  writer.put(markAfter, verbs.rightLemma);
  writer.put(before < 0 ? NONE : view.word(before + 1), p);
  writer.put(after < 0 ? NONE : view.word(after + 1), toAfter);
  const next = after < 0 ? 0 : view.pos(after + 1) * 32 + view.pos(after + 2);
  const nextClasses = after < 0 ? 0 : view.class(after + 1) * 8 + view.class(after + 2);
  writer.put(next, nextClasses * 8 + view.quote(i));
}

/** What the rules said of a token; 255 outside the paragraph. */
const ruleAt = (rules: Uint8Array, i: number): number =>
  i < 0 || i >= rules.length ? 255 : (rules[i] ?? 255);

function foundByRules(
  writer: FeatureWriter,
  view: View,
  i: number,
  { surroundings, verbs }: { surroundings: Surroundings; verbs: Verbs },
): void {
  const { rules, summary, cueBefore, cueAfter } = surroundings;
  const q = view.quote(i);
  const p = view.pos(i);
  const from = view.from(i);
  const r = ruleAt(rules, i);
  const rm = ruleAt(rules, i - 1);
  const r1 = ruleAt(rules, i + 1);
  const before = cueBefore[i] ?? -1;
  const after = cueAfter[i] ?? -1;
  const found = summary[i] ?? 0;
  const near = (before < 0 ? 15 : step(i - before)) * 16 + (after < 0 ? 15 : step(after - i));
  writer.put(r, 0);
  writer.put(rm * 256 + r, 0);
  writer.put(r * 256 + r1, 0);
  writer.put(r, p);
  writer.put(r, view.word(i));
  writer.put((rm * 256 + r) * 256 + r1, q);
  writer.put(found, r);
  writer.put(found, p * 8 + q);
  writer.put(near, r);
  writer.put(near, p * 8 + q);
  writer.put(found, view.lemma(i));
  writer.put(before < 0 ? NONE : view.lemma(before), verbs.leftCommas * 2 + verbs.conjunction);
  writer.put(found * 32 + step(i - from), quoted(view, i));
  writer.put(from > 0 ? (summary[from - 1] ?? 0) * 256 + found : found, marksAround(view, i));
  writer.put(r * 256 + ruleAt(rules, i + 2), view.pos(i + 1) * 32 + view.pos(i + 2));
  writer.put(r * 256 + ruleAt(rules, i - 2), view.pos(i - 1) * 32 + view.pos(i - 2));
}
