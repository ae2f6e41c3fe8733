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
  return {
    role: isSameRole(claim, before) ? null : roleOf(claim),
    said: isSameDay(claim, before) ? null : saidIn(claim, article),
  };
}

const roleOf = ({ speaker }: ClaimRecord): string | null =>
  speaker?.role ?? (speaker?.kind === 'unnamed' ? SPEAKER_KINDS_IN_WORDS.unnamed : null);

/** When it was said, where that tells more than the day of publication. */
function saidIn({ said }: ClaimRecord, { published }: ArticleRecord): string | null {
  if (!said || !(said.from || said.to)) return null;
  return said.from === null && said.to === published.to ? null : dateInLine(said);
}

const isSameRole = (claim: ClaimRecord, before: ClaimRecord | undefined): boolean =>
  before?.speaker?.id === claim.speaker?.id && before?.speaker?.role === claim.speaker?.role;

const isSameDay = (claim: ClaimRecord, before: ClaimRecord | undefined): boolean =>
  before?.said?.from === claim.said?.from && before?.said?.to === claim.said?.to;
