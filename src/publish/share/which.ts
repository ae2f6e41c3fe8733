/** Which claims have a picture of their own. Every article has one. */
import { derived } from '../../archive/asking.ts';
import type { Archive } from '../../archive/query.ts';
import type { ClaimRecord, SiteCard } from '../../model/records.ts';

/** Archives with no more claims than this have a picture of each, where their site card says nothing. */
export const ALL_UP_TO = 1_000;

/** `all` claims, those that a person had a hand in (`chosen`), or no pictures whatever, articles' included. */
export type PictureRule = NonNullable<SiteCard['pictures']>;

/** What the site card says, else what follows from the number of the archive's claims. */
export const pictureRule = (site: SiteCard, claims: number): PictureRule =>
  site.pictures ?? (claims <= ALL_UP_TO ? 'all' : 'chosen');

/** Whether a person confirmed, corrected or added a claim, put it under a topic, or noted something on it. */
const isChosen = (claim: ClaimRecord, archive: Archive): boolean =>
  claim.review !== 'machine' || claim.topics.length > 0 || archive.notesOn(claim.id).length > 0;

const ruleOf = derived('pictureRule', ({ site, claims }) => pictureRule(site, claims.length));

/** Whether a claim is to have a picture of its own. */
export function isPictured(claim: ClaimRecord, archive: Archive): boolean {
  const rule = ruleOf(archive);
  return rule === 'all' || (rule === 'chosen' && isChosen(claim, archive));
}
