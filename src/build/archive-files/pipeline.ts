/** The pipeline over the content folder with all stages of every article, kept drafts or not. */
import type { Progress } from '../../archive/build.ts';
import type { Content } from '../../archive/content.ts';
import { buildArchive } from '../../archive/whole.ts';
import { resultOf, type RecordsResult } from './records.ts';

/** Builds the records in memory, on this thread; writes nothing. */
export const runPipeline = (content: Content, progress?: Progress): RecordsResult =>
  resultOf(content, buildArchive(content, progress));
