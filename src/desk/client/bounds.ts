/** The bounds of a claim, as they are when somebody begins to move them. */
import type { ArticleRecord } from '../../model/records.ts';
import { spanOf } from '../../text/spans.ts';
import type { ModeOf } from './store.ts';

/** Begins with the bounds of a claim; null where the article has none of this id. */
export function boundsOf(record: ArticleRecord, claim: string): ModeOf<'bounds'> | null {
  const parts = record.claims
    .find(({ id }) => id === claim)
    ?.parts.map(({ reading }) => spanOf(reading.start, reading.end));
  return parts ? { kind: 'bounds', claim, parts, part: 0 } : null;
}
