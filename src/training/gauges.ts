/** What the confidences of claims are told by, measured on annotated documents. */
import type { Gauges } from '../engine/confidence.ts';
import type { Evidence } from '../engine/evidence.ts';
import { fitGauge, type Sample } from './calibrate.ts';

/** Decisions on documents that the model was not trained on. */
export class Weighed {
  readonly #words: Sample[] = [];
  readonly #claims: Sample[] = [];
  readonly #mentions: Sample[] = [];

  /** `overlap`: the words of a claim are one. `speaker`: its mention is right as well. */
  add(
    { isMeasured, words, mention }: Evidence,
    { overlap, speaker }: { overlap: boolean; speaker: boolean },
  ): void {
    if (!isMeasured) return;
    const right = overlap && speaker;
    this.#words.push({ signs: words, right: overlap });
    this.#claims.push({ signs: [...words, ...mention], right });
    if (overlap) this.#mentions.push({ signs: mention, right });
  }

  /** What was measured. */
  gauges(): Gauges {
    return {
      words: fitGauge(this.#words),
      claim: fitGauge(this.#claims),
      mention: fitGauge(this.#mentions),
      person: { base: 350, weights: {} },
    };
  }
}
