/** Who says a claim: the features of one mention among those in question. */
import { endingOfCue, lemmaOfCue, TEMPLATES, type Ground, type Run, type Told } from './ground.ts';
import { FeatureWriter, levelOf, mix, step } from './rows.ts';

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

/** From these margins on the sequence model is taken to be surer of a mention. */
const MARGINS = [100, 300];

/**
 * Writes the features of a candidate for the mention to `out`; `rivals` is how many there are, `inherits` whether the
 * claim takes over the speaker of another.
 */
export function mentionFeatures(
  ground: Ground,
  told: Told & { cue: Run },
  candidate: Candidate,
  { rivals, inherits }: { rivals: number; inherits: boolean },
  out: Int32Array,
): void {
  const { cue, name } = told;
  const { at, kind } = candidate;
  const flags = flagsOf(candidate);
  const side = sideOf(told);
  const cueLemma = lemmaOfCue(ground, cue);
  const cueEnding = endingOfCue(ground, cue);
  const cueForm = ground.pos(cue.from - 1) * 32 + ground.pos(cue.from);
  const writer = new FeatureWriter(out, TEMPLATES.mention);
  writer.put(flags, at === null ? 1 : 0);
  writer.put(flags, name);
  writer.put(kind, flags);
  if (at === null) {
    const taken = inherits ? 1 : 0;
    writer.put(taken, side);
    writer.put(taken, name);
    writer.put(cueLemma, taken);
    writer.put(cueEnding, taken);
    writer.put(cueForm, taken);
    writer.put(rivals, taken);
    writer.put(ground.word(cue.from - 1), cue.from === ground.from(cue.from) ? 1 : 0);
    return;
  }
  writer.use(TEMPLATES.named);
  const { from, to } = at;
  const order = orderTo(at, cue);
  const [low, high] = order === 0 ? [to, cue.from] : [cue.to, from];
  const commas = Math.min(3, ground.puncts.between(low, high));
  const verbs = Math.min(3, ground.verbs.between(low, high));
  const speechVerbs = Math.min(3, ground.speechVerbs.between(low, high));
  const names = Math.min(3, ground.names.between(low, high));
  const far = step(Math.max(0, high - low));
  const same = ground.from(from) === ground.from(cue.from) ? 1 : 0;
  const where = order * 4 + side;
  writer.put(where, far);
  writer.put(where, same * 8 + verbs);
  writer.put(where * 4 + commas, verbs);
  writer.put(where, speechVerbs * 4 + names);
  writer.put(kind, where * 16 + far);
  writer.put(kind, order === 0 ? ground.word(to) : ground.word(from - 1));
  writer.put(ground.word(to), order);
  writer.put(ground.pos(to) * 32 + ground.pos(to + 1), order);
  writer.put(ground.word(from - 1), order);
  writer.put(ground.pos(from - 1) * 32 + ground.pos(from), order);
  writer.put(ground.word(cue.from - 1), order * 16 + far);
  writer.put(cueLemma, where);
  writer.put(cueEnding, where * 16 + far);
  writer.put(cueForm, where * 16 + far);
  writer.put(ground.word(to - 1), order);
  writer.put(ground.word(from), order);
  writer.put(ground.class(to - 1) * 8 + ground.shape(to - 1), where);
  writer.put(Math.min(8, to - from) * 4 + Math.min(3, ground.verbs.between(from, to)), order);
  writer.put(from === ground.from(from) ? 1 : 0, order * 4 + same);
  writer.put(ground.quote(from), order);
  writer.put(commas, mix(7, cueEnding, Math.min(2, verbs)));
  writer.put(to > told.from && from < told.to ? 1 : 0, where);
  writer.put(Math.min(4, rivals), flags);
  writer.put(ground.word(to) * (order === 0 ? 1 : 0), ground.word(cue.from - 1));
  writer.put(same * 64 + flags, where);
}

/** What speaks for a candidate beforehand, as bits; two of them for the sequence model's margin. */
function flagsOf({ now, rule, margin, shared, subject }: Candidate): number {
  return (
    (now ? 1 : 0) +
    (rule ? 2 : 0) +
    (margin === null ? 0 : 4 + 4 * levelOf(margin, MARGINS)) +
    (shared ? 16 : 0) +
    (subject ? 32 : 0)
  );
}

/** Where the cue stands: 0 before the claim's words, 1 after them, 2 among them. */
function sideOf({ cue, from, to }: Told & { cue: Run }): number {
  if (cue.to <= from) return 0;
  return cue.from >= to ? 1 : 2;
}

/** Where a mention stands: 0 before the cue, 1 after it, 2 where they overlap. */
function orderTo({ from, to }: Run, cue: Run): number {
  if (to <= cue.from) return 0;
  return from >= cue.to ? 1 : 2;
}
