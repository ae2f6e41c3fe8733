/** Acts one after the other on the records in memory, to be saved or taken back together. */
import type { Signature } from './acts/index.ts';
import type { Act } from './api.ts';
import type { Texts } from './content.ts';
import { perform } from './perform.ts';
import type { Snapshot, Workshop } from './state.ts';

export class Sitting {
  readonly #workshop: Workshop;
  #texts = new Map<string, string | null>();

  constructor(workshop: Workshop) {
    this.#workshop = workshop;
  }

  get now(): Snapshot {
    return this.#workshop.now;
  }

  /** Does an act; throws a `Refused` where it cannot be done. What comes back are the claims that it made. */
  act(act: Act, signature: Signature): readonly string[] {
    const { texts, next, made } = perform(this.#workshop, act, signature);
    if (texts.size === 0) return [];
    this.#workshop.take(next);
    for (const [path, text] of texts) this.#texts.set(path, text);
    return made.claims;
  }

  /** Work of which nothing stays where it is refused. */
  trying<T>(work: () => T): T {
    const before = this.#workshop.now;
    const texts = new Map(this.#texts);
    try {
      return work();
    } catch (error) {
      this.#texts = texts;
      if (this.#workshop.now !== before) this.#workshop.take(before);
      throw error;
    }
  }

  /** The texts that are others than in an earlier state. */
  changed(before: Snapshot): Texts {
    return new Map([...this.#texts].filter(([path, text]) => text !== before.text(path)));
  }
}
