import type { ArticleRecord, ClaimRecord } from '../../model/records.ts';
import { SPEAKER_KINDS_IN_WORDS, dateInLine } from '../../model/wording.ts';

/**
 * What the note in a claim's margin adds to the note before it: the speaker's role and the date of the statement,
 * each null where it was said already. "On or before the day of publication" holds for every claim and is left out.
 */
export function newsInMargin(
  claim: ClaimRecord,
  article: ArticleRecord,
): { role: string | null; said: string | null } {
  const before = article.claims[claim.number - 2];
  const { speaker, said } = claim;
  const known =
    speaker?.role ?? (speaker?.kind === 'unnamed' ? SPEAKER_KINDS_IN_WORDS.unnamed : null);
  const isSameRole = before?.speaker?.id === speaker?.id && before?.speaker?.role === speaker?.role;
  const tells =
    said && (said.from || said.to) && !(said.from === null && said.to === article.published.to);
  const isSameDay = before?.said?.from === said?.from && before?.said?.to === said?.to;
  return {
    role: isSameRole ? null : known,
    said: tells && !isSameDay ? dateInLine(said) : null,
  };
}
