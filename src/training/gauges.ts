/** What the confidences of claims are told by, measured on annotated documents. */
import type { Gauges } from '../engine/confidence.ts';
import type { Evidence } from '../engine/types.ts';
import { fitGauge, type FitOptions, type Sample } from './calibrate.ts';

/** For the few hundred mentions that were read by hand; the penalty of 0.3 to 6, chosen on documents left out. */
const FEW_SAMPLES: FitOptions = { minimum: 6, penalty: 1 };

/** Decisions on documents that the model was not trained on. */
export class Weighed {
  readonly #words: Sample[] = [];
  readonly #claims: Sample[] = [];
  readonly #mentions: Sample[] = [];
  readonly #persons: Sample[] = [];

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

  /** Whether speakers are whom their mentions mean. */
  addPersons(samples: readonly Sample[]): void {
    this.#persons.push(...samples);
  }

  /** What was measured. */
  gauges(): Gauges {
    return {
      words: fitGauge(this.#words),
      claim: fitGauge(this.#claims),
      mention: fitGauge(this.#mentions),
      person: fitGauge(this.#persons, FEW_SAMPLES),
    };
  }
}
