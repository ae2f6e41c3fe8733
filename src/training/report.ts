/** What a trained model is worth on documents it did not see, in lines to print. */
import type { QuoteEntry } from '../engine/quotes.ts';
import type { Tagger } from '../engine/tagger/index.ts';
import { reliability } from './calibrate.ts';
import type { GoldDocument } from './gold.ts';
import { line, score } from './score.ts';
import { predict } from './train.ts';

/** Figures of the rules alone and of the model, two lines. */
export function reportOn(
  name: string,
  documents: readonly GoldDocument[],
  model: Tagger,
): string[] {
  const alone = score(documents, predict(documents, null), { speech: true });
  const decisions: { confidence: number; right: boolean }[] = [];
  const figures = score(documents, predict(documents, model), {
    speech: true,
    judge: (_, { quote, ignored, overlap, speaker }) => {
      if (ignored) return;
      const { confidence } = quote as QuoteEntry;
      decisions.push({ confidence, right: overlap && speaker });
    },
  });
  const error = reliability(decisions).error.toFixed(3);
  return [
    `${name.padEnd(14)} rules  ${line(alone)}`,
    `${''.padEnd(14)} model  ${line(figures)}  calibration error ${error}`,
  ];
}
