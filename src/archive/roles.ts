/** The roles under which a speaker stands: those on the card, then those that articles print. */
import type { ArticleRecord, SpeakerRecord } from '../model/records.ts';
import { type Archive } from './query.ts';
import { tally } from './tally.ts';

export interface Role {
  role: string;
  /** EDTF, where the card dates the role. */
  date: string | null;
  /** Where it is printed. */
  article: ArticleRecord | undefined;
}

/** Each role once an article, in that order; one that the card has for an article is not told again. */
export function rolesOf(speaker: SpeakerRecord, archive: Archive): Role[] {
  const card = speaker.roles.map(({ role, date, article }) => ({
    role,
    date,
    article: article ? archive.article(article) : undefined,
  }));
  const said = archive
    .claimsBy(speaker.id)
    .flatMap((claim) => (claim.speaker?.role ? [{ claim, role: claim.speaker.role }] : []));
  const printed = tally(said, ({ claim, role }) => JSON.stringify([role, claim.article])).map(
    ({ items: [{ claim, role }] }) => ({ role, date: null, article: archive.articleOf(claim) }),
  );
  return [...card, ...printed].filter(
    (one, i, all) =>
      all.findIndex((o) => o.role === one.role && o.article?.id === one.article?.id) === i,
  );
}
