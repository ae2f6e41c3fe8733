/**
 * Trains the tagger and writes `src/languages/en/model/model.json`.
 *
 *     npm run train [-- <data folder>] [--tune]
 *
 * The data folder holds `polnear.dev.jsonl.gz` and, for scoring, `gum.dev.jsonl.gz`; without one,
 * `../shared/bench/extraction/data`. A fifth of the documents is held back for good. `--tune` keeps a second
 * fifth out and scores it, and writes no model unless `--out` names a file.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findClaims } from '../src/engine/index.ts';
import { quotesOf, type QuoteEntry } from '../src/engine/quotes.ts';
import { LABEL_COUNT as L } from '../src/engine/tagger/labels.ts';
import { Tagger } from '../src/engine/tagger/index.ts';
import { KEY_MASK, writeModel, type ModelFile } from '../src/engine/tagger/model.ts';
import { fitCalibration, reliability, type Sample } from '../src/training/calibrate.ts';
import { learnChoices, Onlooker, type Choices } from '../src/training/choices.ts';
import { line, score, type GoldDocument, type Quote } from '../src/training/score.ts';
import {
  fifthOf,
  indexFeatures,
  isHeldBack,
  linesOf,
  readDocuments,
  sequencesOf,
} from '../src/training/corpus.ts';
import { train } from '../src/training/crf.ts';
import { guardTerminal } from '../src/build/terminal/terminal.ts';

guardTerminal();

/** Rows of the table of weights: what fits into a few hundred kilobytes. */
const ROWS = 36_000;
/** A feature must have occurred this often. */
const MINIMUM = 3;
/** Weights of 1 in the rounded table. */
const SCALE = 100;
/** Taken from the score of "no claim", before rounding: more is found than stands. */
const BIAS = 0.6;
/** Parts of the documents that the others are weighed without. */
const FOLDS = 4;
/** Orders of the documents over which the weights are averaged. */
const SEEDS = 3;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { tune: { type: 'boolean' }, out: { type: 'string' } },
});
const folder = resolve(positionals[0] ?? '../shared/bench/extraction/data');
const out = resolve(values.out ?? 'src/languages/en/model/model.json');
const news = existsSync(folder) ? readDocuments(folder, 'polnear') : null;
if (!news) {
  console.error(
    `No annotated news at ${join(folder, 'polnear.dev.jsonl.gz')}; name the folder that holds it: npm run train -- <folder>`,
  );
  process.exit(1);
}
const other = readDocuments(folder, 'gum') ?? [];

const began = performance.now();
const log = (text: string): void =>
  console.log(`${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${text}`);

const usable = news.filter(({ id }) => !isHeldBack(id));
const training = values.tune ? usable.filter(({ id }) => fifthOf(id) !== 1) : usable;
const sequences = training.flatMap(sequencesOf);
const foldOf = new Map(training.map((document, i) => [document, i % FOLDS]));
log(`${training.length} documents, ${sequences.length} paragraphs`);

const noTable = { keys: '', weights: '' };
const noChoices: ModelFile['choices'] = { mention: noTable, bound: noTable, standing: noTable };

/** The sequence model of the documents outside one fold, or of all. */
function learn(fold: number | null): ModelFile {
  const chosen = sequences
    .map((_, i) => i)
    .filter((i) => foldOf.get(sequences[i]!.document) !== fold);
  const { corpus, keys, counts } = indexFeatures(sequences, new Set(chosen), MINIMUM);
  // First the features that matter …
  const first = train(corpus, chosen, { epochs: 4, rate: 0.1, l1: 2e-3, l2: 4e-3 });
  const worth = new Float64Array(corpus.featureCount);
  for (let f = 0; f < corpus.featureCount; f++) {
    let most = 0;
    for (let y = 0; y < L; y++) most = Math.max(most, Math.abs(first.states[f * L + y]!));
    worth[f] = most * Math.sqrt(counts[f]!);
  }
  const features = [...worth.keys()]
    .filter((f) => worth[f]! > 0 && keys[f]! <= KEY_MASK)
    .sort((x, y) => worth[y]! - worth[x]! || keys[x]! - keys[y]!)
    .slice(0, ROWS);
  const mask = new Uint16Array(corpus.featureCount);
  for (const f of features) mask[f] = 0xffff;
  // … then their weights.
  const states = new Float64Array(features.length * L);
  let edges: Float64Array | null = null;
  const seeds = fold === null ? SEEDS : 1;
  for (let seed = 0; seed < seeds; seed++) {
    const weights = train(corpus, chosen, {
      epochs: 6,
      rate: 0.1,
      l1: 0,
      l2: 6e-3,
      mask,
      seed: 42 + seed,
    });
    features.forEach((f, row) => {
      for (let y = 0; y < L; y++) states[row * L + y]! += weights.states[f * L + y]! / seeds;
    });
    edges = weights.edges.map((w, i) => (edges?.[i] ?? 0) + w / seeds);
  }
  const levels = levelsOf([...states]);
  const rows = features.map((_, row) =>
    Uint8Array.from(states.subarray(row * L, row * L + L), (w) => nearest(levels, w * SCALE)),
  );
  const whole = Int16Array.from(edges!, (w) => Math.round(w * SCALE));
  return writeModel(
    features.map((f) => keys[f]!),
    rows,
    levels,
    whole,
    Math.round(BIAS * SCALE),
    noChoices,
    {},
  );
}

/** Sixteen whole numbers that stand for all weights with least loss (Lloyd's method). */
function levelsOf(weights: readonly number[]): number[] {
  const sorted = Float64Array.from(weights, (w) => w * SCALE).sort();
  let levels = Array.from(
    { length: 16 },
    (_, i) => sorted[Math.floor(((i + 0.5) / 16) * sorted.length)]! + (i - 7.5) * 2,
  );
  for (let round = 0; round < 60; round++) {
    const sums = new Float64Array(16);
    const sizes = new Float64Array(16);
    let k = 0;
    for (const w of sorted) {
      while (k < 15 && Math.abs(levels[k + 1]! - w) <= Math.abs(levels[k]! - w)) k++;
      sums[k]! += w;
      sizes[k]!++;
    }
    levels = levels.map((level, i) => (sizes[i] ? sums[i]! / sizes[i]! : level));
  }
  return levels.map((level) => Math.max(-127, Math.min(127, Math.round(level))));
}

function nearest(levels: readonly number[], w: number): number {
  let best = 0;
  for (let i = 1; i < levels.length; i++)
    if (Math.abs(levels[i]! - w) < Math.abs(levels[best]! - w)) best = i;
  return best;
}

function predict(documents: readonly GoldDocument[], model: Tagger | null): Map<string, Quote[]> {
  return new Map(
    documents.map(({ id, text }) => [
      id,
      quotesOf(
        text,
        findClaims(
          { text, paragraphs: linesOf(text).map((l) => ({ ...l, kind: 'paragraph' as const })) },
          { model, explain: false },
        ),
      ).quotes,
    ]),
  );
}

// What there is to choose on documents that the sequence model did not see, and what is right.
const models: ModelFile[] = [];
const choices: Choices[] = [];
for (let fold = 0; fold < FOLDS; fold++) {
  const model = learn(fold);
  const onlooker = new Onlooker();
  const tagger = new Tagger(model, onlooker);
  for (const document of training.filter((one) => foldOf.get(one) === fold)) {
    onlooker.document = document;
    predict([document], tagger);
  }
  models.push(model);
  choices.push(onlooker.choices);
  log(
    `fold ${fold + 1} of ${FOLDS}: ${onlooker.choices.mention.length} mentions, ${onlooker.choices.bound.length} bounds, ${onlooker.choices.standing.length} claims to choose from`,
  );
}
const joined = (list: readonly Choices[]): Choices => ({
  mention: list.flatMap(({ mention }) => mention),
  bound: list.flatMap(({ bound }) => bound),
  standing: list.flatMap(({ standing }) => standing),
});

// Confidence from documents that neither the sequence model nor the choices were learned from.
const samples: Sample[] = [];
for (let fold = 0; fold < FOLDS; fold++) {
  const tagger = new Tagger({
    ...models[fold]!,
    choices: learnChoices(joined(choices.filter((_, i) => i !== fold))),
  });
  const part = training.filter((document) => foldOf.get(document) === fold);
  const figures = score(part, predict(part, tagger), {
    speech: true,
    judge: (_, judged) => {
      const { decision, name } = judged.quote as QuoteEntry;
      if (!judged.ignored && decision)
        samples.push({
          ...decision,
          resolved: name !== null,
          right: judged.overlap && judged.speaker,
        });
    },
  });
  log(`fold ${fold + 1} of ${FOLDS}, unseen: ${line(figures)}`);
}

const model: ModelFile = {
  ...learn(null),
  choices: learnChoices(joined(choices)),
  calibration: fitCalibration(samples),
};
log(`${model.features} features, ${JSON.stringify(model).length} bytes`);
if (!values.tune || values.out) writeFileSync(out, JSON.stringify(model) + '\n');

const tagger = new Tagger(model);
const isUnseen = ({ id }: GoldDocument): boolean =>
  values.tune ? fifthOf(id) === 1 : isHeldBack(id);
for (const [name, documents] of [
  ['news, unseen', news.filter(isUnseen)],
  ['GUM, unseen', other],
] as const) {
  if (!documents.length) continue;
  console.log(
    `${name.padEnd(14)} rules  ${line(score(documents, predict(documents, null), { speech: true }))}`,
  );
  const decisions: { confidence: number; right: boolean }[] = [];
  const figures = score(documents, predict(documents, tagger), {
    speech: true,
    judge: (_, { quote, ignored, overlap, speaker }) => {
      if (!ignored)
        decisions.push({ confidence: (quote as QuoteEntry).confidence, right: overlap && speaker });
    },
  });
  console.log(
    `${''.padEnd(14)} model  ${line(figures)}  calibration error ${reliability(decisions).error.toFixed(3)}`,
  );
}
