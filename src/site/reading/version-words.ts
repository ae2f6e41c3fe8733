/** Sentences of the pages that show versions of a source. */
import { beginning, count, figures } from '../../model/wording.ts';

interface Stretch {
  version: number;
  start: number;
  end: number;
}

export const versionsDescription = (versions: number, title: string): string =>
  `The ${count(versions, 'captured version')} of the source of ${beginning(title, 120)}, ` +
  'with their SHA-256.';

/** Where a claim stands now, and where it stood in an earlier version. */
export const movedInWords = (now: Stretch, before: Stretch): string =>
  `characters ${figures(now.start)} to ${figures(now.end)}; ` +
  `in version ${before.version}, ${figures(before.start)} to ${figures(before.end)}`;
