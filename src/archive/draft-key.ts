/** What the draft of an article depends on, in digests: while they are the same, so is the draft. */
import type { VFile } from 'vfile';
import type { ArticleCard } from '../intake/cards/schema.ts';
import { LANGUAGE_OF_RULES } from '../languages/known.ts';
import { sha256 } from '../text/digest.ts';
import type { DraftingContext, DraftTask } from './drafting.ts';
import { KnownSpeakers } from './known-speakers.ts';

/** Makes the digests of the drafts of one archive. */
export class DraftKeys {
  readonly #given: string;
  readonly #speakers: KnownSpeakers;

  /** `software` stands for the program that makes the drafts. */
  constructor(
    software: string,
    { index, siteLanguage = LANGUAGE_OF_RULES, calibration = null }: DraftingContext,
  ) {
    this.#given = JSON.stringify([software, siteLanguage, ...(calibration ? [calibration] : [])]);
    this.#speakers = new KnownSpeakers(index);
  }

  /** Of everything that is there before the source is read, but for the cards of speakers. */
  ofSource({ article, file, card, versions }: DraftTask): string {
    return sha256(
      JSON.stringify([this.#given, article, versions, contents(file), card && contents(card.file)]),
    );
  }

  /** Of the cards of all speakers. */
  get speakers(): string {
    return this.#speakers.digest;
  }

  /** Of the cards of those speakers that the reading text of a draft may name, or that its card names by their ids. */
  ofSpeakers({ article, card }: DraftTask, text: string): string {
    return this.#speakers.namedIn(text, article, card ? namedBy(card.data) : []);
  }
}

/** The speakers that a draft asks for because the card names them. */
export const namedBy = ({ claims = [], labels = {} }: ArticleCard): string[] => [
  ...Object.values(labels),
  ...claims.flatMap(({ speaker, via = [] }) => [...(speaker ? [speaker] : []), ...via]),
];

const contents = ({ path, value = '' }: VFile): string => `${path}\n${sha256(value)}`;
