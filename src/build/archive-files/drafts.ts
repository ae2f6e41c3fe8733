/**
 * The drafts of an archive's articles: those that are kept are read, the others made, on
 * all processors where there are many.
 */
import { join } from 'node:path';
import type { VFile } from 'vfile';
import type { BegunArchive, Progress } from '../../archive/build.ts';
import { DraftKeys } from '../../archive/draft-key.ts';
import type { DraftingContext, DraftTask } from '../../archive/drafting.ts';
import { draftFrom, sayAgain, type KeptDraft, type ReadDraft } from '../../archive/kept-draft.ts';
import { certain } from '../../text/certain.ts';
import { isDebugging } from '../terminal/errors.ts';
import { inOrder } from '../threads/in-order.ts';
import type { ArticleToDraft, GivenToDraft } from './draft-thread.ts';
import { KeptDrafts } from './kept-drafts.ts';
import { softwareDigest } from './software.ts';

/** The folder in which an archive keeps its drafts. */
export const draftsFolder = (root: string): string => join(root, '.verbatim/drafts');

/** From so many articles on, another thread is worth its start. */
const WORTH_A_THREAD = 40;
/** So many articles go to a thread at once. */
const BATCH = 4;

/** What keeps drafts from one run to the next. */
export interface DraftStore {
  /** Whether there is one, as far as can be told without reading all of it. */
  has(task: DraftTask): boolean;
  /** The draft that was made of the same before; null where there is none that can be used. */
  read(task: DraftTask): KeptDraft | null;
  /** Keeps a draft; `body` is the same as JSON. */
  write(task: DraftTask, kept: KeptDraft, body: string): void;
  /** Removes the drafts of what is in the archive no more. */
  sweep(): void;
}

/** Where drafts are kept and made. */
export interface Drafting {
  /** Folder that keeps them; null where nothing is to be kept. */
  folder: string | null;
  /** What keeps them instead of a folder. */
  store?: DraftStore;
  /** How many threads work at most; by default as many as there are processors. */
  threads?: number;
  progress?: Progress;
}

/** The drafts that a folder keeps of an archive. */
export const keptIn = (folder: string, begun: BegunArchive): KeptDrafts =>
  new KeptDrafts(folder, new DraftKeys(softwareDigest(), begun));

/**
 * The drafts of all tasks of an archive, in their order, one after the other; null for what cannot be an article.
 * Those that are missing are made on all processors where they are many.
 */
export async function* draftsOf(
  begun: BegunArchive,
  drafting: Drafting,
): AsyncGenerator<ReadDraft | null, undefined> {
  const drafts = new Drafts(begun, drafting);
  const missing = new Set(begun.tasks.filter((task) => !drafts.isKept(task)));
  // Only on this thread a fault keeps its place in the program.
  const isMany = missing.size >= WORTH_A_THREAD && !isDebugging();
  const made = isMany
    ? drafts.madeOnThreads([...missing], await drafter(), drafting.threads)
    : null;
  try {
    for (const task of begun.tasks)
      if (made && missing.has(task)) {
        const next = await made.next();
        if (next.done) throw new Error('Expected as many drafts as tasks');
        yield next.value;
      } else {
        const kept = drafts.kept(task);
        yield kept === undefined ? drafts.made(task, await drafter()) : kept;
      }
  } finally {
    await made?.return(undefined);
  }
  drafts.sweep();
}

/** Makes a draft of a task. */
type MakeDraft = (task: DraftTask, context: DraftingContext) => KeptDraft;

/** What reads texts is loaded where there is one to read: most of the time that a command needs to start. */
const drafter = async (): Promise<MakeDraft> =>
  (await import('../../archive/drafting.ts')).draftToKeep;

/** Drafts of all tasks of an archive as they come: read where they are kept, else made. */
export class Drafts {
  readonly #begun: BegunArchive;
  readonly #progress: Progress;
  readonly #kept: DraftStore | null;
  #done = 0;

  constructor(begun: BegunArchive, { folder, store, progress = () => {} }: Drafting) {
    this.#begun = begun;
    this.#progress = progress;
    this.#kept = store ?? (folder === null ? null : keptIn(folder, begun));
  }

  isKept(task: DraftTask): boolean {
    return this.#kept?.has(task) ?? false;
  }

  /** The draft that is kept: null where that can be no article, undefined where there is none. */
  kept(task: DraftTask): ReadDraft | null | undefined {
    const kept = this.#kept?.read(task);
    return kept ? this.#again(task, kept) : undefined;
  }

  /** A new draft. */
  made(task: DraftTask, make: MakeDraft): ReadDraft | null {
    return this.#made(task, make(task, this.#begun));
  }

  /** New drafts of tasks, in their order, made on this thread and others. */
  async *madeOnThreads(
    tasks: readonly DraftTask[],
    make: MakeDraft,
    threads?: number,
  ): AsyncGenerator<ReadDraft | null, undefined> {
    const { index, siteLanguage, calibration } = this.#begun;
    const byArticle = new Map(tasks.map((task) => [task.article, task]));
    const taskOf = (article: string) => certain(byArticle.get(article), 'it was made of its task');
    const results = inOrder<ArticleToDraft[], (string | KeptDraft)[]>(batchesOf(tasks), {
      module: new URL('./draft-thread.ts', import.meta.url),
      given: { index, siteLanguage, calibration } satisfies GivenToDraft,
      ...(threads !== undefined && { threads }),
      here: (batch) => batch.map(({ article }) => make(taskOf(article), this.#begun)),
    });
    let done = 0;
    for await (const batch of results)
      for (const result of batch) {
        const task = certain(tasks[done++], 'there are as many results as tasks');
        if (typeof result !== 'string') yield this.#made(task, result);
        else {
          const kept = JSON.parse(result) as KeptDraft;
          this.#kept?.write(task, kept, result);
          yield this.#again(task, kept);
        }
      }
  }

  sweep(): void {
    this.#kept?.sweep();
  }

  /** A draft that was made here, so that everything is said on its files already. */
  #made(task: DraftTask, kept: KeptDraft): ReadDraft | null {
    this.#kept?.write(task, kept, JSON.stringify(kept));
    return this.#read(task, kept);
  }

  /** A draft that was made elsewhere. */
  #again(task: DraftTask, kept: KeptDraft): ReadDraft | null {
    sayAgain(kept, task);
    return this.#read(task, kept);
  }

  #read(task: DraftTask, kept: KeptDraft): ReadDraft | null {
    this.#progress('articles', ++this.#done, this.#begun.tasks.length);
    return draftFrom(kept, task);
  }
}

function* batchesOf(tasks: readonly DraftTask[]): Generator<ArticleToDraft[]> {
  for (let from = 0; from < tasks.length; from += BATCH)
    yield tasks.slice(from, from + BATCH).map(({ article, versions, file, card }) => ({
      article,
      versions,
      file: bytesOf(file),
      card: card && bytesOf(card.file),
    }));
}

const bytesOf = ({ path, value }: VFile): Pick<VFile, 'path' | 'value'> => ({ path, value });
