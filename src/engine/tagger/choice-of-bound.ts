/** Where a claim begins and ends: the places in question, and the features of each. */
import { POS } from '../tokens.ts';
import {
  endingOfCue,
  isVerb,
  lemmaOfCue,
  orderOf,
  TEMPLATES,
  type Ground,
  type Told,
} from './ground.ts';
import { punctuationOf, QUOTE } from './layout.ts';
import { FeatureWriter, levelOf, mix, NONE, step } from './rows.ts';
import { Window } from './view.ts';

const PUNCT = POS.indexOf('PUNCT');
const PRON = POS.indexOf('PRON');
const OPENS = 1 << POS.indexOf('DET');
const LEADS = OPENS | (1 << POS.indexOf('ADP')) | (1 << POS.indexOf('CCONJ'));
/** Words farther from a bound than this are not weighed for it. */
const REACH = 50;

/**
 * Places between `low` and `high` where a claim may begin (`from`) or end (`to`): near the present one, never within
 * a quotation.
 */
export function boundsFor(
  side: 'from' | 'to',
  ground: Ground,
  told: Told,
  low: number,
  high: number,
): number[] {
  const first = Math.max(low, told[side] - REACH);
  const last = Math.min(high, told[side] + REACH);
  const list: number[] = [];
  if (side === 'from') {
    for (let i = first; i < told.to && i < last; i++)
      if (i === told.from || mayBeginAt(ground, i)) list.push(i);
  } else {
    for (let i = Math.max(told.from + 1, first); i <= last; i++)
      if (i === told.to || mayEndBefore(ground, i)) list.push(i);
  }
  return list;
}

function mayBeginAt(ground: Ground, i: number): boolean {
  return (
    isWord(ground, i) &&
    ground.quote(i) !== QUOTE.close &&
    ground.word(i) !== ground.layout.lexicon.conjunction.hash &&
    !isTorn(ground, i) &&
    !(i > 0 && isLoose(ground, i - 1, OPENS))
  );
}

function mayEndBefore(ground: Ground, i: number): boolean {
  return (
    isWord(ground, i - 1) &&
    ground.quote(i - 1) !== QUOTE.open &&
    !isTorn(ground, i) &&
    !isLoose(ground, i - 1, LEADS)
  );
}

function isWord(ground: Ground, i: number): boolean {
  const quote = ground.quote(i);
  return ground.pos(i) !== PUNCT || quote === QUOTE.open || quote === QUOTE.close;
}

/** No phrase ends after an article or a preposition, and none begins after an article. */
const isLoose = (ground: Ground, i: number, kinds: number): boolean =>
  ((1 << ground.pos(i)) & kinds) !== 0;

/** Whether a bound before token `i` lies between words of one quotation. */
function isTorn(ground: Ground, i: number): boolean {
  if (i <= 0 || i >= ground.n) return false;
  const before = ground.quote(i - 1);
  const after = ground.quote(i);
  return (
    after !== QUOTE.out && after !== QUOTE.open && before !== QUOTE.out && before !== QUOTE.close
  );
}

/** A place where a claim may begin or end, between `low` and `high`. */
export interface Bound {
  side: 'from' | 'to';
  at: number;
  low: number;
  high: number;
}

/** From these margins on the sequence model is taken to be surer of its bounds. */
const MARGINS = [60, 150, 300, 600];

/** Writes the features of a bound to `out`. */
export function boundFeatures(ground: Ground, told: Told, bound: Bound, out: Int32Array): void {
  const { side, at, low, high } = bound;
  const writer = new FeatureWriter(out, TEMPLATES[side]);
  const part = new Window(ground.tokens, ground.a, low, high);
  const { cue, rule, model, name } = told;
  const order = orderOf(told);
  const cueLemma = lemmaOfCue(ground, cue);
  const now = at === told[side] ? 1 : 0;
  const isSame = (place: number): 0 | 1 => (place === at ? 1 : 0);
  const ruled = rule === null ? 2 : isSame(rule[side]);
  const seen = model === null ? 2 : isSame(model[side]);
  const sure = model === null ? 9 : levelOf(model.margin, MARGINS);
  const w0 = part.word(at);
  const w1 = part.word(at + 1);
  const wm = part.word(at - 1);
  const p0 = part.pos(at);
  const p1 = part.pos(at + 1);
  const p2 = part.pos(at + 2);
  const pm = part.pos(at - 1);
  const comma = punctuationOf(w0);
  const marksAround = ground.quote(at - 1) * 8 + ground.quote(at);
  // What the claim would hold if it were bounded here.
  const from = side === 'from' ? at : told.from;
  const to = side === 'to' ? at : told.to;
  const verbs = Math.min(2, ground.verbs.between(from, to));
  const commas = Math.min(3, ground.commas.between(from, to));
  const marks = ground.puncts.between(from, to) > ground.commas.between(from, to) ? 1 : 0;
  const conjunction = ground.layout.lexicon.conjunction.hash;
  const opened = from > 0 && ground.word(from - 1) === conjunction ? 1 : 0;
  writer.put(now * 4 + order, 0);
  writer.put(ruled * 4 + seen, order);
  writer.put(ruled * 4 + now, name);
  writer.put(seen * 16 + sure, now);
  writer.put(w0, order);
  writer.put(w0, w1);
  writer.put(wm, w0);
  writer.put(wm, order);
  writer.put(p0 * 32 + p1, order);
  writer.put((p0 * 32 + p1) * 32 + p2, pm);
  writer.put(pm * 32 + p0, part.pos(at - 2));
  writer.put(w0, p1 * 32 + p2);
  writer.put(wm, p0);
  writer.put(marksAround, comma * 4 + order);
  writer.put(marksAround * 2 + marks, name);
  writer.put(cueLemma, w0);
  writer.put(cueLemma, wm);
  writer.put(cueLemma, p0 * 4 + comma);
  writer.put(verbs * 4 + opened, w0);
  writer.put(verbs * 4 + opened, (p0 * 32 + p1) * 8 + comma);
  writer.put(verbs * 4 + order, step(to - from));
  writer.put(commas * 8 + comma, order);
  if (side === 'to') endFeatures(writer, ground, part, told, at);
  else beginningFeatures(writer, ground, part, told, at);
}

/** What is asked of an end alone. The next verb: is it built like the cue, does it report speech? */
function endFeatures(
  writer: FeatureWriter,
  ground: Ground,
  part: Window,
  told: Told,
  at: number,
): void {
  const { high } = part;
  const order = orderOf(told);
  const w0 = part.word(at);
  const w1 = part.word(at + 1);
  const p1 = part.pos(at + 1);
  const comma = punctuationOf(w0);
  const verbs = Math.min(2, ground.verbs.between(told.from, at));
  let next = at;
  while (next < high && next < at + 5 && !isVerb(ground.pos(next))) next++;
  const found = next < high && next < at + 5;
  const ending = found ? ground.suffix(next) : NONE;
  let pronoun = NONE;
  if (part.pos(at) === PRON) pronoun = w0;
  else if (p1 === PRON) pronoun = w1;
  writer.put(w0, found ? (next - at) * 8 + ground.class(next) : 99);
  writer.put(ending, w0);
  writer.put(ending, mix(1, endingOfCue(ground, told.cue), w0));
  writer.put(w1, comma * 4 + verbs);
  writer.put(step(high - at), comma * 4 + order);
  writer.put(Math.min(2, ground.verbs.between(at, high)) * 4 + verbs, w0);
  writer.put(pronoun, comma);
  writer.put(ground.word(told.from), verbs * 16 + comma);
  writer.put(at >= high ? 1 : 0, order * 8 + verbs);
  writer.put(part.word(at + 2), mix(2, w0, p1));
  writer.put(told.name, w0);
}

/** What is asked of a beginning alone: what stands between it and the cue. */
function beginningFeatures(
  writer: FeatureWriter,
  ground: Ground,
  part: Window,
  told: Told,
  at: number,
): void {
  const { cue, name } = told;
  const { low } = part;
  const order = orderOf(told);
  const cueLemma = lemmaOfCue(ground, cue);
  const w0 = part.word(at);
  const wm = part.word(at - 1);
  const p0 = part.pos(at);
  const open = cue === null || order === 1 ? low : cue.to;
  const gap = at - open;
  const verbs = Math.min(2, ground.verbs.between(at, told.to));
  const between = Math.min(2, ground.verbs.between(open, at)) * 4 + verbs;
  writer.put(step(gap), order);
  writer.put(step(gap), cueLemma);
  writer.put(gap === 0 ? cueLemma : NONE, w0);
  writer.put(between, order);
  writer.put(between, wm);
  writer.put(at === low ? 1 : 0, punctuationOf(wm) * 4 + order);
  writer.put(part.word(at - 2), mix(2, wm, p0));
  writer.put(name, w0);
  writer.put(name, wm);
  writer.put(ground.class(at), part.pos(at - 1) * 32 + p0);
}
