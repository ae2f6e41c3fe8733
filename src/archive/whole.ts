/** From files to the records of the whole archive in one go, every text read anew. What goes out is as of `build.ts`. */
import { beginArchive, finishArchive, type Progress } from './build.ts';
import type { BuiltArchive, Content } from './content.ts';
import { draftOf } from './drafting.ts';

/**
 * Builds all records. Problems are messages on the files of `content`; any that is fatal makes the
 * result unfit to publish.
 */
export function buildArchive(content: Content, progress: Progress = () => {}): BuiltArchive {
  const begun = beginArchive(content);
  const drafts = begun.tasks.map((task, i) => {
    const draft = draftOf(task, begun);
    progress('articles', i + 1, begun.tasks.length);
    return draft;
  });
  return finishArchive(begun, drafts, progress);
}
