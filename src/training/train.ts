/**
 * Trains the tagger: annotated documents in, a model file out.
 *
 * The sequence model comes first (`crf.ts`); what it finds on documents it did not see is what the choices are
 * learned from (`choices.ts`), and what both find on documents neither saw gives the confidences (`calibrate.ts`).
 */
import type { Gauges } from '../engine/confidence.ts';
import { findClaims } from '../engine/index.ts';
import { quotesOf, type QuoteEntry } from '../engine/quotes.ts';
import { Tagger } from '../engine/tagger/index.ts';
import { LABEL_COUNT as L } from '../engine/tagger/labels.ts';
import { KEY_MASK, writeModel, type ModelFile } from '../engine/tagger/model.ts';
import { taggerLexicon } from '../languages/en/features.ts';
import { english } from '../languages/en/index.ts';
import { joinChoices, learnChoices, Onlooker, type Choices } from './choices.ts';
import { indexFeatures, linesOf, sequencesOf, type Sequence } from './corpus.ts';
import { train } from './crf.ts';
import { levelsOf, nearest } from './levels.ts';
import type { GoldDocument, Quote } from './gold.ts';
import { Weighed } from './gauges.ts';
import { personSamples } from './persons.ts';
import { line, score, type Score } from './score.ts';

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

const NO_TABLE = { keys: '', weights: '' };
const NO_CHOICES: ModelFile['choices'] = { mention: NO_TABLE, bound: NO_TABLE, standing: NO_TABLE };

/** Part of the documents, left out when the sequence model `model` was learned. */
interface Fold {
  documents: readonly GoldDocument[];
  model: ModelFile;
  choices: Choices;
}

/** Trains on annotated documents, the same bytes from the same documents; `log` is told of each step. */
export function trainModel(
  documents: readonly GoldDocument[],
  log: (text: string) => void,
): { model: ModelFile; gauges: Gauges } {
  const sequences = documents.flatMap(sequencesOf);
  const folds = foldsOf(documents, sequences, log);
  const gauges = gaugesOf(folds, log);
  const model = {
    ...learn(sequences, () => true, SEEDS),
    choices: learnChoices(joinChoices(folds.map(({ choices }) => choices))),
  };
  return { model, gauges };
}

/**
 * How sure claims are, measured as for a model trained on the same documents: for a model whose weights stay while rules
 * were mended. The folds' models saw fewer documents than it did, so that they are a little less sure, not more.
 */
export const fitConfidences = (
  documents: readonly GoldDocument[],
  log: (text: string) => void,
): Gauges => gaugesOf(foldsOf(documents, documents.flatMap(sequencesOf), log), log);

/** Parts of the documents, each with a sequence model that did not see it. */
function foldsOf(
  documents: readonly GoldDocument[],
  sequences: readonly Sequence[],
  log: (text: string) => void,
): Fold[] {
  log(`${documents.length} documents, ${sequences.length} paragraphs`);
  return Array.from({ length: FOLDS }, (_, i): Fold => {
    const part = documents.filter((_, k) => k % FOLDS === i);
    const within = new Set(part);
    const model = learn(sequences, ({ document }) => !within.has(document), 1);
    const choices = choicesOf(part, model);
    const { mention, bound, standing } = choices;
    log(
      `fold ${i + 1} of ${FOLDS}: ${mention.length} mentions, ${bound.length} bounds, ` +
        `${standing.length} claims to choose from`,
    );
    return { documents: part, model, choices };
  });
}

/** What came of all folds, as gauges. */
function gaugesOf(folds: readonly Fold[], log: (text: string) => void): Gauges {
  const weighed = new Weighed();
  for (const [i, fold] of folds.entries()) {
    const others = folds.filter((other) => other !== fold);
    log(`fold ${i + 1} of ${FOLDS}, unseen: ${line(judgeFold(fold, others, weighed))}`);
  }
  return weighed.gauges();
}

/** The sequence model of the paragraphs that `isChosen` names, averaged over `seeds` orders. */
function learn(
  sequences: readonly Sequence[],
  isChosen: (sequence: Sequence) => boolean,
  seeds: number,
): ModelFile {
  const chosen = [...sequences.entries()].flatMap(([i, one]) => (isChosen(one) ? [i] : []));
  const { corpus, keys, counts } = indexFeatures(sequences, new Set(chosen), MINIMUM);
  // First the features that matter …
  const first = train(corpus, chosen, { epochs: 4, rate: 0.1, l1: 2e-3, l2: 4e-3 });
  const ranked = Array.from(keys, (key, f) => {
    const most = first.states
      .subarray(f * L, f * L + L)
      .reduce((m, w) => Math.max(m, Math.abs(w)), 0);
    return { f, key, worth: most * Math.sqrt(counts[f] ?? 0) };
  });
  const features = ranked
    .filter(({ key, worth }) => worth > 0 && key <= KEY_MASK)
    .sort((x, y) => y.worth - x.worth || x.key - y.key)
    .slice(0, ROWS);
  const mask = new Uint16Array(corpus.featureCount);
  for (const { f } of features) mask[f] = 0xffff;
  // … then their weights.
  const states = new Float64Array(features.length * L);
  let edges = new Float64Array(corpus.edgeCount * L * L);
  for (let seed = 0; seed < seeds; seed++) {
    const options = { epochs: 6, rate: 0.1, l1: 0, l2: 6e-3, mask, seed: 42 + seed };
    const weights = train(corpus, chosen, options);
    for (const [row, { f }] of features.entries())
      for (let y = 0; y < L; y++)
        states[row * L + y] = (states[row * L + y] ?? 0) + (weights.states[f * L + y] ?? 0) / seeds;
    edges = edges.map((sum, i) => sum + (weights.edges[i] ?? 0) / seeds);
  }
  const levels = levelsOf(states.map((w) => w * SCALE));
  return writeModel({
    rows: features.map(({ key }, row) => {
      const weights = states.subarray(row * L, row * L + L);
      return { key, weights: Uint8Array.from(weights, (w) => nearest(levels, w * SCALE)) };
    }),
    levels,
    edges: Int16Array.from(edges, (w) => Math.round(w * SCALE)),
    bias: Math.round(BIAS * SCALE),
    choices: NO_CHOICES,
  });
}

/** What there is to choose on documents that a model did not see, and what is right. */
function choicesOf(documents: readonly GoldDocument[], model: ModelFile): Choices {
  const onlooker = new Onlooker();
  const tagger = new Tagger(model, taggerLexicon, { judge: onlooker });
  for (const document of documents) {
    onlooker.document = document;
    predict([document], tagger);
  }
  return onlooker.choices;
}

/** What came of a fold's documents, which neither its sequence model nor the choices were learned from. */
function judgeFold({ documents, model }: Fold, others: readonly Fold[], weighed: Weighed): Score {
  const choices = learnChoices(joinChoices(others.map((other) => other.choices)));
  const tagger = new Tagger({ ...model, choices }, taggerLexicon);
  weighed.addPersons(personSamples(documents, tagger));
  return score(documents, predict(documents, tagger), {
    speech: true,
    judge: (_, judged) => {
      if (!judged.ignored) weighed.add((judged.quote as QuoteEntry).evidence, judged);
    },
  });
}

/** What is found in documents with a model, or by the rules alone; by document id. */
export function predict(
  documents: readonly GoldDocument[],
  model: Tagger | null,
): Map<string, Quote[]> {
  return new Map(
    documents.map(({ id, text }) => {
      const paragraphs = linesOf(text).map((span) => ({ ...span, kind: 'paragraph' as const }));
      const found = findClaims({ text, paragraphs }, { pack: english, model, explain: false });
      return [id, quotesOf(text, found, english).quotes];
    }),
  );
}
