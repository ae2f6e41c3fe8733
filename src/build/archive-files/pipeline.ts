/** The pipeline over the content folder with all stages of every article, kept drafts or not. */
import type { Content } from '../../archive/content.ts';
import { buildArchive } from '../../archive/whole.ts';
import { overAll, resultOf, type RecordsResult } from './records.ts';

/** Builds the records in memory, on this thread; writes nothing. `hear` is given all stages of every article. */
export const runPipeline = (
  content: Content,
  hear?: Parameters<typeof buildArchive>[1],
): RecordsResult =>
  resultOf(
    content,
    overAll(content, () => buildArchive(content, hear)),
  );
