/** Drafts of many articles: what each is made from, what it depends on, and its outcome as plain data. */
import type { VFile } from 'vfile';
import type { findClaims } from '../engine/index.ts';
import type { Card } from '../intake/cards/read.ts';
import type { ArticleCard } from '../intake/cards/schema.ts';
import type { Calibration } from './calibration.ts';
import { draftArticle, type ArticleDraft } from './article.ts';
import type { SpeakerIndex } from './identify.ts';
import { keptDraft, listen, type KeptDraft } from './kept-draft.ts';
import type { Meant } from './correct.ts';
import { guarded } from './stages.ts';

/** An article of which a draft is to be made. */
export interface DraftTask {
  article: string;
  /** Its newest version. */
  file: VFile;
  card: Card<ArticleCard> | null;
  /** How many versions of the source there are. */
  versions: number;
}

/** What all articles of an archive are drafted with. */
export interface DraftingContext {
  index: SpeakerIndex;
  siteLanguage?: string | undefined;
  /** What the archive learned from its own people on how sure the machine is. */
  calibration?: Calibration | null;
  /** What finds claims, where that is not the engine itself. */
  find?: typeof findClaims;
  /** Of one article: which claims entries of its card mean, where their words alone would tell others. */
  meant?: Meant;
}

/**
 * The draft of an article, null where its source can be none, with messages on its files. A fault of the program
 * is a message too.
 */
export const draftOf = (
  { article, file, card, versions }: DraftTask,
  { index, siteLanguage, calibration, find, meant }: DraftingContext,
): ArticleDraft | null =>
  guarded(file, 'draft', () =>
    draftArticle(article, file, {
      card,
      index,
      versions,
      siteLanguage,
      ...(calibration && { calibration }),
      ...(find && { find }),
      ...(meant && { meant }),
    }),
  );

/** The outcome of the same as plain data. */
export function draftToKeep(task: DraftTask, context: DraftingContext): KeptDraft {
  const heard = listen(task);
  return keptDraft(draftOf(task, context), heard());
}
