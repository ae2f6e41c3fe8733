/** Drafts in memory: an article is drafted again only where its source, its card or a speaker whom it may name changed. */
import { DraftKeys } from '../archive/draft-key.ts';
import type { DraftTask } from '../archive/drafting.ts';
import type { KeptDraft } from '../archive/kept-draft.ts';
import type { BegunArchive } from '../archive/build.ts';
import { draftsFolder, keptIn, type DraftStore } from '../build/archive-files/drafts.ts';

interface Held {
  source: unknown;
  card: unknown;
  versions: number;
  siteLanguage: string | undefined;
  /** All speakers with cards, and those of them that the article may name. */
  speakers: string;
  named: string;
  kept: KeptDraft;
}

/** Drafts of one archive, over the folder that keeps them for other commands too. */
export class DraftsInMemory {
  readonly #root: string;
  readonly #held = new Map<string, Held>();

  constructor(root: string) {
    this.#root = root;
  }

  /** The store for one run. */
  over(begun: BegunArchive): DraftStore {
    const keys = new DraftKeys('', begun);
    const folder = keptIn(draftsFolder(this.#root), begun);
    const { siteLanguage } = begun;
    const hold = (task: DraftTask, kept: KeptDraft) =>
      this.#held.set(task.article, {
        source: task.file.value,
        card: task.card?.file.value,
        versions: task.versions,
        siteLanguage,
        speakers: keys.speakers,
        named: keys.ofSpeakers(task, kept.draft?.text ?? ''),
        kept,
      });
    return {
      read: (task) => {
        const held = this.#held.get(task.article);
        if (held && isOf(held, task, siteLanguage)) {
          if (held.speakers === keys.speakers) return held.kept;
          if (keys.ofSpeakers(task, held.kept.draft?.text ?? '') === held.named) {
            this.#held.set(task.article, { ...held, speakers: keys.speakers });
            return held.kept;
          }
        }
        const kept = folder.read(task);
        if (kept) hold(task, kept);
        return kept;
      },
      write: (task, kept) => void hold(task, kept),
      sweep: () => {},
    };
  }
}

const isOf = (held: Held, { file, card, versions }: DraftTask, siteLanguage?: string): boolean =>
  held.source === file.value &&
  held.card === card?.file.value &&
  held.versions === versions &&
  held.siteLanguage === siteLanguage;
