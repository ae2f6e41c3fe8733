/** From files to the records of the whole archive in one go, every text read anew. What goes out is as of `build.ts`. */
import type { ArticleDraft } from './article.ts';
import { beginArchive, finishArchive } from './build.ts';
import type { BuiltArchive, Content } from './content.ts';
import { draftOf } from './drafting.ts';
import { Recording } from './recording.ts';

/**
 * Builds all records; `hear` is given every draft. Problems are messages on the files of `content`; any that is fatal
 * makes the result unfit to publish.
 */
export function buildArchive(
  content: Content,
  hear: (draft: ArticleDraft) => void = () => {},
): BuiltArchive {
  const begun = beginArchive(content);
  const recording = new Recording(begun);
  for (const task of begun.tasks) {
    const draft = draftOf(task, begun);
    if (draft) hear(draft);
    recording.add(draft);
  }
  return finishArchive(begun, recording);
}
