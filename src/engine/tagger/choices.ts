/**
 * What is weighed when a claim is settled: whose words they are, where they begin and end, whether they stand.
 *
 * The sequence model sees a few tokens at a time. It cannot tell whether the words before "and" are a clause
 * already, whether the verb after it is built like the cue, or which of two names is nearer to it. So every
 * candidate is described as a whole here, and `judge.ts` adds up what each description weighs.
 */
import { hashText, POS, type Tokens } from '../tokens.ts';
import { classOf, mix, punctuationOf, QUOTE, step, type Layout } from './features.ts';

/** Tokens of a paragraph, counted from its first, `to` exclusive. */
export interface Run {
  from: number;
  to: number;
}

/** A claim as found so far. */
export interface Told extends Run {
  cue: Run | null;
  /** Bounds that the rules gave, and those that the sequence model gave. */
  rule: Run | null;
  model: (Run & { margin: number }) | null;
  /** Hash of the name of the rule that decided. */
  name: number;
}

/** Features that one candidate may have; unused places hold 0. */
export const CHOICE_WIDTH = 44;

const VERB = POS.indexOf('VERB');
const AUX = POS.indexOf('AUX');
const PUNCT = POS.indexOf('PUNCT');
const PRON = POS.indexOf('PRON');
const OPENS = 1 << POS.indexOf('DET');
const LEADS = OPENS | (1 << POS.indexOf('ADP')) | (1 << POS.indexOf('CCONJ'));
const THAT = hashText('that');
const NONE = 0x51ed270b;
/** Words farther from a bound than this are not weighed for it. */
const REACH = 50;

/** Running counts of the tokens of a kind. */
class Count {
  readonly #sums: Int32Array;

  constructor(n: number, test: (i: number) => boolean) {
    this.#sums = new Int32Array(n + 1);
    for (let i = 0; i < n; i++) this.#sums[i + 1] = this.#sums[i]! + (test(i) ? 1 : 0);
  }

  /** How many stand from one token on and before another. */
  between(from: number, to: number): number {
    return to > from ? this.#sums[to]! - this.#sums[from]! : 0;
  }
}

/** One paragraph, with running counts, so that what stands between two tokens is known at once. */
export class Ground {
  readonly tokens: Tokens;
  /** First token of the paragraph, and how many it has. */
  readonly a: number;
  readonly n: number;
  readonly layout: Layout;
  readonly verbs: Count;
  readonly speechVerbs: Count;
  /** All punctuation, and that outside quotation marks. */
  readonly puncts: Count;
  readonly commas: Count;
  /** Tokens in quotation marks, the marks included. */
  readonly marks: Count;
  readonly names: Count;

  constructor(tokens: Tokens, a: number, b: number, layout: Layout) {
    const n = b - a;
    this.tokens = tokens;
    this.a = a;
    this.n = n;
    this.layout = layout;
    const { pos, shape } = tokens;
    const isVerb = (i: number): boolean => pos[a + i] === VERB || pos[a + i] === AUX;
    this.verbs = new Count(n, isVerb);
    this.speechVerbs = new Count(n, (i) => isVerb(i) && classOf(tokens, a + i) === 1);
    this.puncts = new Count(n, (i) => pos[a + i] === PUNCT);
    this.commas = new Count(n, (i) => pos[a + i] === PUNCT && layout.quote[i] === QUOTE.out);
    this.marks = new Count(n, (i) => layout.quote[i] !== QUOTE.out);
    this.names = new Count(
      n,
      (i) => pos[a + i] !== PUNCT && !isVerb(i) && (pos[a + i] === PRON || shape[a + i] === 1),
    );
  }
}

/** Places between `low` and `high` where a claim may begin (`from`) or end (`to`): near the present one, never within a quotation. */
export function boundsFor(
  side: 'from' | 'to',
  { tokens, a, layout: { quote } }: Ground,
  told: Told,
  low: number,
  high: number,
): number[] {
  const list: number[] = [];
  const isWord = (i: number): boolean =>
    tokens.pos[a + i] !== PUNCT || quote[i] === QUOTE.open || quote[i] === QUOTE.close;
  // No phrase ends after an article or a preposition, and none begins after an article.
  const isLoose = (i: number, kinds: number): boolean => ((1 << tokens.pos[a + i]!) & kinds) !== 0;
  const isTorn = (i: number): boolean =>
    i > 0 &&
    i < quote.length &&
    quote[i] !== QUOTE.out &&
    quote[i] !== QUOTE.open &&
    quote[i - 1] !== QUOTE.out &&
    quote[i - 1] !== QUOTE.close;
  const first = Math.max(low, told[side] - REACH);
  const last = Math.min(high, told[side] + REACH);
  if (side === 'from') {
    for (let i = first; i < told.to && i < last; i++) {
      if (
        i === told.from ||
        (isWord(i) &&
          quote[i] !== QUOTE.close &&
          tokens.word[a + i] !== THAT &&
          !isTorn(i) &&
          !(i > 0 && isLoose(i - 1, OPENS)))
      )
        list.push(i);
    }
  } else {
    for (let i = Math.max(told.from + 1, first); i <= last; i++) {
      if (
        i === told.to ||
        (isWord(i - 1) && quote[i - 1] !== QUOTE.open && !isTorn(i) && !isLoose(i - 1, LEADS))
      )
        list.push(i);
    }
  }
  return list;
}

/** Where the templates of each choice begin. */
const TEMPLATES = { from: 1000, to: 2000, standing: 3000, mention: 4000, named: 4020 };

/** Writes the features of bound `at` to `out`. */
export function boundFeatures(
  side: 'from' | 'to',
  ground: Ground,
  told: Told,
  at: number,
  low: number,
  high: number,
  out: Int32Array,
): void {
  const {
    tokens,
    a,
    n,
    layout: { quote },
  } = ground;
  const { word, lemma, pos, suffix } = tokens;
  const W = (i: number): number => (i < low ? 11 : i >= high ? 12 : word[a + i]!);
  const P = (i: number): number => (i < low ? 30 : i >= high ? 31 : pos[a + i]!);
  const Q = (i: number): number => (i < 0 || i >= n ? 4 : quote[i]!);
  let k = 0;
  let t = TEMPLATES[side];
  const put = (x: number, y: number): void => {
    out[k++] = mix(t++, x, y);
  };
  const { cue, rule, model, name } = told;
  const order = cue === null ? 2 : cue.from < told.from ? 0 : 1;
  const cueLemma = cue === null ? NONE : lemma[a + cue.to - 1]!;
  const cueEnding = cue === null ? NONE : suffix[a + cue.from]!;
  const now = at === told[side] ? 1 : 0;
  const ruled = rule === null ? 2 : rule[side] === at ? 1 : 0;
  const seen = model === null ? 2 : model[side] === at ? 1 : 0;
  const sure =
    model === null
      ? 9
      : model.margin < 60
        ? 0
        : model.margin < 150
          ? 1
          : model.margin < 300
            ? 2
            : model.margin < 600
              ? 3
              : 4;
  const w0 = W(at),
    w1 = W(at + 1),
    wm = W(at - 1);
  const p0 = P(at),
    p1 = P(at + 1),
    p2 = P(at + 2),
    pm = P(at - 1),
    pmm = P(at - 2);
  const comma = punctuationOf(w0);
  // What the claim would hold if it were bounded here.
  const from = side === 'from' ? at : told.from;
  const to = side === 'to' ? at : told.to;
  const verbs = Math.min(2, ground.verbs.between(from, to));
  const commas = Math.min(3, ground.commas.between(from, to));
  const marks = ground.puncts.between(from, to) > ground.commas.between(from, to) ? 1 : 0;
  const that = from > 0 && word[a + from - 1] === THAT ? 1 : 0;
  put(now * 4 + order, 0);
  put(ruled * 4 + seen, order);
  put(ruled * 4 + now, name);
  put(seen * 16 + sure, now);
  put(w0, order);
  put(w0, w1);
  put(wm, w0);
  put(wm, order);
  put(p0 * 32 + p1, order);
  put((p0 * 32 + p1) * 32 + p2, pm);
  put(pm * 32 + p0, pmm);
  put(w0, p1 * 32 + p2);
  put(wm, p0);
  put(Q(at - 1) * 8 + Q(at), comma * 4 + order);
  put((Q(at - 1) * 8 + Q(at)) * 2 + marks, name);
  put(cueLemma, w0);
  put(cueLemma, wm);
  put(cueLemma, p0 * 4 + comma);
  put(verbs * 4 + that, w0);
  put(verbs * 4 + that, (p0 * 32 + p1) * 8 + comma);
  put(verbs * 4 + order, step(to - from));
  put(commas * 8 + comma, order);
  if (side === 'to') {
    // The next verb: is it built like the cue, does it report speech?
    let next = at;
    while (next < high && next < at + 5 && pos[a + next] !== VERB && pos[a + next] !== AUX) next++;
    const found = next < high && next < at + 5;
    const ending = found ? suffix[a + next]! : NONE;
    put(w0, found ? (next - at) * 8 + classOf(tokens, a + next) : 99);
    put(ending, w0);
    put(ending, mix(1, cueEnding, w0));
    put(w1, comma * 4 + verbs);
    put(step(high - at), comma * 4 + order);
    put(Math.min(2, ground.verbs.between(at, high)) * 4 + verbs, w0);
    put(p0 === PRON ? w0 : p1 === PRON ? w1 : NONE, comma);
    put(word[a + told.from]!, verbs * 16 + comma);
    put(at >= high ? 1 : 0, order * 8 + verbs);
    put(W(at + 2), mix(2, w0, p1));
    put(name, w0);
  } else {
    const open = cue === null || order === 1 ? low : cue.to;
    const gap = at - open;
    const between = Math.min(2, ground.verbs.between(open, at)) * 4 + verbs;
    put(step(gap), order);
    put(step(gap), cueLemma);
    put(gap === 0 ? cueLemma : NONE, w0);
    put(between, order);
    put(between, wm);
    put(at === low ? 1 : 0, punctuationOf(wm) * 4 + order);
    put(W(at - 2), mix(2, wm, p0));
    put(name, w0);
    put(name, wm);
    put(classOf(tokens, a + at), pm * 32 + p0);
  }
}

/** What else is known of a claim when it is asked whether it stands. Kinds and names are hashes. */
export interface Standing {
  type: number;
  mention: (Run & { kind: number }) | null;
  /** How surely the strongest word of the cue is one of speech: 0 to 3. */
  strength: number;
  cueKind: number;
  /** How many claims the paragraph has, and the rules of those beside this one. */
  others: number;
  before: number;
  after: number;
  inherits: boolean;
}

/** Writes the features of a claim as a whole to `out`. */
export function standingFeatures(
  ground: Ground,
  told: Told,
  more: Standing,
  out: Int32Array,
): void {
  const { tokens, a, layout } = ground;
  const { word, lemma, pos, suffix } = tokens;
  const low = layout.from[told.from]!;
  const high = layout.to[told.to - 1]!;
  const W = (i: number): number => (i < low ? 11 : i >= high ? 12 : word[a + i]!);
  const P = (i: number): number => (i < low ? 30 : i >= high ? 31 : pos[a + i]!);
  let k = 0;
  let t = TEMPLATES.standing;
  const put = (x: number, y: number): void => {
    out[k++] = mix(t++, x, y);
  };
  const { cue, rule, model, from, to, name } = told;
  const order = cue === null ? 2 : cue.from < from ? 0 : 1;
  const cueLemma = cue === null ? NONE : lemma[a + cue.to - 1]!;
  const cueFirst = cue === null ? NONE : word[a + cue.from]!;
  const margin =
    model === null ? 0 : 1 + Math.min(11, Math.floor(Math.sqrt(Math.max(0, model.margin)) / 3));
  const marks = ground.marks.between(from, to);
  const words = to - from - ground.puncts.between(from, to);
  const verbs = Math.min(2, ground.verbs.between(from, to));
  const quoted = marks === 0 ? 0 : marks >= to - from ? 2 : 1;
  const kind = more.mention?.kind ?? 0;
  const cueUse = more.strength * 16 + more.cueKind;
  put(name, 0);
  put(name, margin);
  put(margin, ((rule === null ? 0 : 1) + (model === null ? 0 : 2)) * 4 + order);
  put(more.type, margin);
  put(more.type * 4 + quoted, step(words));
  put(name, step(words));
  put(cueLemma, 0);
  put(cueLemma, margin);
  put(cueLemma, kind);
  put(cueLemma, name);
  put(cueFirst, cueLemma);
  put(kind, order * 4 + more.type);
  put(kind, name);
  put(cueUse, order);
  put(cueUse, kind);
  put(cueLemma, W(from));
  put(cueLemma, P(from) * 32 + P(from + 1));
  put(W(from), order);
  put(W(from), W(from + 1));
  put((P(from) * 32 + P(from + 1)) * 32 + P(from + 2), order);
  put(verbs * 4 + order, more.strength);
  put(verbs * 4 + order, step(words));
  put(verbs, cueLemma);
  put(W(from - 1), cueLemma);
  put(W(from - 1), name);
  put(W(to), order * 4 + more.type);
  put(P(to) * 32 + P(to + 1), order);
  put(Math.min(6, more.others), name);
  put(more.before, name);
  put(more.after, name);
  if (more.mention) put(word[a + more.mention.to - 1]!, order);
  else put(1, cueLemma);
  put(step(from - low), order * 4 + quoted);
  if (cue === null) {
    put(more.inherits ? 1 : 0, more.type * 4 + quoted);
    return;
  }
  t++;
  put(W(cue.from - 1), cueLemma);
  put(P(cue.from - 1) * 32 + P(cue.from - 2), P(cue.from));
  put(W(cue.to), cueLemma);
  put(suffix[a + cue.to - 1]!, P(cue.from - 1));
  put(suffix[a + cue.from]!, kind);
  put(step(order === 0 ? from - cue.to : cue.from - to), order * 4 + more.strength);
  put(classOf(tokens, a + cue.to - 1), P(cue.to - 1) * 32 + P(cue.from - 1));
}

/** Words that may name who says a claim. */
export interface Candidate {
  /** Null: nobody is named here. */
  at: Run | null;
  /** Hash of the mention's kind. */
  kind: number;
  now: boolean;
  rule: boolean;
  /** By how much the sequence model preferred it, or null where it saw none. */
  margin: number | null;
  /** Another claim beside this one has it. */
  shared: boolean;
  /** It is the subject of the cue's sentence. */
  subject: boolean;
}

/** Writes the features of a candidate for the mention to `out`; `rivals`: how many there are. */
export function mentionFeatures(
  ground: Ground,
  told: Told & { cue: Run },
  candidate: Candidate,
  rivals: number,
  inherits: boolean,
  out: Int32Array,
): void {
  const {
    tokens,
    a,
    n,
    layout: { quote, from: first },
  } = ground;
  const { word, lemma, pos, suffix, shape } = tokens;
  const W = (i: number): number => (i < 0 ? 11 : i >= n ? 12 : word[a + i]!);
  const P = (i: number): number => (i < 0 ? 30 : i >= n ? 31 : pos[a + i]!);
  let k = 0;
  let t = TEMPLATES.mention;
  const put = (x: number, y: number): void => {
    out[k++] = mix(t++, x, y);
  };
  const { at, kind, margin } = candidate;
  const { cue, name } = told;
  const flags =
    (candidate.now ? 1 : 0) +
    (candidate.rule ? 2 : 0) +
    (margin === null ? 0 : margin < 100 ? 4 : margin < 300 ? 8 : 12) +
    (candidate.shared ? 16 : 0) +
    (candidate.subject ? 32 : 0);
  const cueLemma = lemma[a + cue.to - 1]!;
  const cueEnding = suffix[a + cue.from]!;
  const cueForm = P(cue.from - 1) * 32 + P(cue.from);
  const side = cue.to <= told.from ? 0 : cue.from >= told.to ? 1 : 2;
  put(flags, at === null ? 1 : 0);
  put(flags, name);
  put(kind, flags);
  if (at === null) {
    const taken = inherits ? 1 : 0;
    put(taken, side);
    put(taken, name);
    put(cueLemma, taken);
    put(cueEnding, taken);
    put(cueForm, taken);
    put(rivals, taken);
    put(W(cue.from - 1), cue.from === first[cue.from] ? 1 : 0);
    return;
  }
  t = TEMPLATES.named;
  const { from, to } = at;
  const order = to <= cue.from ? 0 : from >= cue.to ? 1 : 2;
  const [low, high] = order === 0 ? [to, cue.from] : [cue.to, from];
  const commas = Math.min(3, ground.puncts.between(low, high));
  const verbs = Math.min(3, ground.verbs.between(low, high));
  const far = step(Math.max(0, high - low));
  const same = first[from] === first[cue.from] ? 1 : 0;
  const where = order * 4 + side;
  put(where, far);
  put(where, same * 8 + verbs);
  put(where * 4 + commas, verbs);
  put(
    where,
    Math.min(3, ground.speechVerbs.between(low, high)) * 4 +
      Math.min(3, ground.names.between(low, high)),
  );
  put(kind, where * 16 + far);
  put(kind, order === 0 ? W(to) : W(from - 1));
  put(W(to), order);
  put(P(to) * 32 + P(to + 1), order);
  put(W(from - 1), order);
  put(P(from - 1) * 32 + P(from), order);
  put(W(cue.from - 1), order * 16 + far);
  put(cueLemma, where);
  put(cueEnding, where * 16 + far);
  put(cueForm, where * 16 + far);
  put(word[a + to - 1]!, order);
  put(word[a + from]!, order);
  put(classOf(tokens, a + to - 1) * 8 + shape[a + to - 1]!, where);
  put(Math.min(8, to - from) * 4 + Math.min(3, ground.verbs.between(from, to)), order);
  put(from === first[from] ? 1 : 0, order * 4 + same);
  put(quote[from]!, order);
  put(commas, mix(7, cueEnding, Math.min(2, verbs)));
  put(to > told.from && from < told.to ? 1 : 0, where);
  put(Math.min(4, rivals), flags);
  put(W(to) * (order === 0 ? 1 : 0), W(cue.from - 1));
  put(same * 64 + flags, where);
}
