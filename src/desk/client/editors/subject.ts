/** What an editor works on: claims of one or more articles, with what is known of them. */
import type { ArticleView, QueueItem } from '../../api.ts';
import type { ClaimRecord } from '../../../model/records.ts';
import type { Desk } from '../desk.ts';

export interface Subject {
  claims: readonly string[];
  article: string;
  candidates: QueueItem['candidates'];
  /** What a claim without a place may have become. */
  heirs: QueueItem['heirs'];
  /** The claim with all its fields, where there is one and it is loaded. */
  record: ClaimRecord | null;
  view: ArticleView | null;
  /** Keys of the queue that are done with when its speaker is settled. */
  done: ReadonlySet<string>;
}

export interface EditorProps {
  desk: Desk;
  subject: Subject;
}

export const claimsInWords = (claims: readonly string[]): string =>
  claims.length === 1 ? 'claim' : `${claims.length} claims`;
