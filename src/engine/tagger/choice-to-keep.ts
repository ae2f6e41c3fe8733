/** Whether a claim stands: the features of a claim as a whole. */
import { lemmaOfCue, orderOf, TEMPLATES, type Ground, type Run, type Told } from './ground.ts';
import { FeatureWriter, NONE, step } from './rows.ts';
import { Window } from './view.ts';

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
  const writer = new FeatureWriter(out, TEMPLATES.standing);
  const { from, to, cue, name } = told;
  const low = ground.from(from);
  const part = new Window(ground.tokens, ground.a, low, ground.to(to - 1));
  const order = orderOf(told);
  const cueLemma = lemmaOfCue(ground, cue);
  const cueFirst = cue === null ? NONE : ground.word(cue.from);
  const margin = marginOf(told);
  const words = to - from - ground.puncts.between(from, to);
  const verbs = Math.min(2, ground.verbs.between(from, to));
  const quoted = quotedOf(ground, told);
  const kind = more.mention?.kind ?? 0;
  const cueUse = more.strength * 16 + more.cueKind;
  const w0 = part.word(from);
  const pair = part.pos(from) * 32 + part.pos(from + 1);
  writer.put(name, 0);
  writer.put(name, margin);
  writer.put(margin, foundBy(told) * 4 + order);
  writer.put(more.type, margin);
  writer.put(more.type * 4 + quoted, step(words));
  writer.put(name, step(words));
  writer.put(cueLemma, 0);
  writer.put(cueLemma, margin);
  writer.put(cueLemma, kind);
  writer.put(cueLemma, name);
  writer.put(cueFirst, cueLemma);
  writer.put(kind, order * 4 + more.type);
  writer.put(kind, name);
  writer.put(cueUse, order);
  writer.put(cueUse, kind);
  writer.put(cueLemma, w0);
  writer.put(cueLemma, pair);
  writer.put(w0, order);
  writer.put(w0, part.word(from + 1));
  writer.put(pair * 32 + part.pos(from + 2), order);
  writer.put(verbs * 4 + order, more.strength);
  writer.put(verbs * 4 + order, step(words));
  writer.put(verbs, cueLemma);
  writer.put(part.word(from - 1), cueLemma);
  writer.put(part.word(from - 1), name);
  writer.put(part.word(to), order * 4 + more.type);
  writer.put(part.pos(to) * 32 + part.pos(to + 1), order);
  writer.put(Math.min(6, more.others), name);
  writer.put(more.before, name);
  writer.put(more.after, name);
  if (more.mention) writer.put(ground.word(more.mention.to - 1), order);
  else writer.put(1, cueLemma);
  writer.put(step(from - low), order * 4 + quoted);
  if (cue === null) {
    writer.put(more.inherits ? 1 : 0, more.type * 4 + quoted);
    return;
  }
  writer.skip();
  const lastOfCue = part.pos(cue.to - 1);
  writer.put(part.word(cue.from - 1), cueLemma);
  writer.put(part.pos(cue.from - 1) * 32 + part.pos(cue.from - 2), part.pos(cue.from));
  writer.put(part.word(cue.to), cueLemma);
  writer.put(ground.suffix(cue.to - 1), part.pos(cue.from - 1));
  writer.put(ground.suffix(cue.from), kind);
  writer.put(step(order === 0 ? from - cue.to : cue.from - to), order * 4 + more.strength);
  writer.put(ground.class(cue.to - 1), lastOfCue * 32 + part.pos(cue.from - 1));
}

/** How sure the sequence model was, from 1 to 12; 0 where it did not find the claim. */
function marginOf({ model }: Told): number {
  if (model === null) return 0;
  return 1 + Math.min(11, Math.floor(Math.sqrt(Math.max(0, model.margin)) / 3));
}

/** Bits: 1 the rules found it, 2 the sequence model did. */
const foundBy = ({ rule, model }: Told): number =>
  (rule === null ? 0 : 1) + (model === null ? 0 : 2);

/** How much of a claim lies in quotation marks: 0 nothing, 1 part, 2 all. */
function quotedOf(ground: Ground, { from, to }: Told): number {
  const marks = ground.marks.between(from, to);
  if (marks === 0) return 0;
  return marks >= to - from ? 2 : 1;
}
