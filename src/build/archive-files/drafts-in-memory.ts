/**
 * Drafts in memory: an article is drafted again only where its source, its card or a speaker whom it may name is
 * another than before.
 */
import { findClaims } from '../../engine/index.ts';
import { namedBy } from '../../archive/draft-key.ts';
import type { DraftTask } from '../../archive/drafting.ts';
import { withFirstCards } from '../../archive/first-card.ts';
import type { SpeakerIndex } from '../../archive/identify.ts';
import type { KeptDraft } from '../../archive/kept-draft.ts';
import { changedSpeakers, mayStandIn, namerOf, squashed } from '../../archive/known-speakers.ts';
import type { BegunArchive } from '../../archive/build.ts';
import { draftsFolder, keptIn, type DraftStore } from './drafts.ts';

interface Held {
  source: unknown;
  card: unknown;
  versions: number;
  siteLanguage: string | undefined;
  /** The calibration with which it was made, as text. */
  calibration: string;
  /** Ids of speakers that the card names. */
  named: readonly string[];
  kept: KeptDraft;
}

/** Drafts of one archive, over the folder that keeps them for other commands too. */
export class DraftsInMemory {
  readonly #root: string;
  readonly #held = new Map<string, Held>();
  readonly #letters = new WeakMap<KeptDraft, string>();
  #index: SpeakerIndex | null = null;
  readonly find = lastFound();

  constructor(root: string) {
    this.#root = root;
  }

  /** The store for one run; `keeps` says whether what is made goes into the folder too. */
  over(begun: BegunArchive, keeps = false): DraftStore {
    if (this.#index) this.#forget(this.#index, begun.index);
    this.#index = begun.index;
    let opened: DraftStore | null = null;
    const folder = () => (opened ??= keptIn(draftsFolder(this.#root), begun));
    const { siteLanguage } = begun;
    const calibration = JSON.stringify(begun.calibration ?? null);
    const hold = (task: DraftTask, kept: KeptDraft) => {
      if (keeps) this.#lettersOf(kept);
      this.#held.set(task.article, {
        source: task.file.value,
        card: task.card?.file.value,
        versions: task.versions,
        siteLanguage,
        calibration,
        named: task.card ? namedBy(task.card.data) : [],
        kept,
      });
    };
    const read = (task: DraftTask) => {
      const held = this.#held.get(task.article);
      if (held && held.calibration === calibration && isOf(held, task, siteLanguage))
        return held.kept;
      // An act changes few articles, none of which was drafted so before.
      const kept = held ? null : folder().read(task);
      if (kept) hold(task, kept);
      return kept;
    };
    return {
      has: (task) => read(task) !== null,
      read,
      write: (task, kept, body) => {
        if (keeps) folder().write(task, kept, body);
        hold(task, kept);
      },
      sweep: () => {},
    };
  }

  /** Forgets the drafts that depend on a speaker who is another in one index than in the other. */
  #forget(before: SpeakerIndex, after: SpeakerIndex): void {
    const changed = changedSpeakers(before, after);
    if (changed.ids.size === 0) return;
    const names = namerOf(changed, after);
    for (const [article, held] of this.#held) {
      const { kept, named } = held;
      const isOnCard = named.some((id) => changed.ids.has(id) || !after.byId.has(id));
      const letters = this.#lettersOf(kept);
      if (!isOnCard && !names(letters)) continue;
      const same = isOnCard ? null : withFirstCards(kept, changed, before, after);
      if (same) {
        this.#letters.set(same, letters);
        this.#held.set(article, { ...held, kept: same });
      } else this.#held.delete(article);
    }
  }

  #lettersOf(kept: KeptDraft): string {
    const known = this.#letters.get(kept);
    if (known !== undefined) return known;
    const letters = squashed(kept.draft?.text ?? '');
    this.#letters.set(kept, letters);
    return letters;
  }
}

const isOf = (held: Held, { file, card, versions }: DraftTask, siteLanguage?: string): boolean =>
  held.source === file.value &&
  held.card === card?.file.value &&
  held.versions === versions &&
  held.siteLanguage === siteLanguage;

/** So many texts are remembered with what was found in them. */
const REMEMBERED = 12;

/** The engine, with the latest answers: a card changes what becomes of claims, and seldom what is found. */
function lastFound(): typeof findClaims {
  const answers = new Map<string, ReturnType<typeof findClaims>>();
  return (input, options) => {
    // Nobody matters whose name does not stand in the text.
    const letters = squashed(input.text);
    const known = options.known?.filter((one) => mayStandIn(one, letters));
    const key = JSON.stringify([input, options.pack.code, known, options.explain]);
    const answer = answers.get(key) ?? findClaims(input, options);
    answers.delete(key);
    answers.set(key, answer);
    for (const old of answers.keys()) {
      if (answers.size <= REMEMBERED) break;
      answers.delete(old);
    }
    return answer;
  };
}
