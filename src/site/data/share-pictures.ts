/** Which picture for sharing a page names in its head. The build draws them: `src/build/pictures/`. */
import { pictureOfArticlePath, pictureOfClaimPath, pictureOfTopicPath } from '../../model/urls.ts';
import type { ArticleRecord, ClaimRecord, TopicRecord } from '../../model/records.ts';
import { picturesMade } from '../../publish/share/settings.ts';
import { lastAsked } from '../../text/last-asked.ts';
import { articlePicture, claimPicture, topicPicture } from './share.ts';
import { getArchive } from './archive.ts';
import { siteRoot } from './site.ts';

/** Path of an article's picture; null where none is made. */
export const pathOfArticlePicture = (article: ArticleRecord): string | null =>
  picturesMade && articlePicture(article, getArchive(), siteRoot())
    ? pictureOfArticlePath(article.id)
    : null;

/** Path of a question's picture; null where none is made. */
export const pathOfTopicPicture = (topic: TopicRecord): string | null =>
  picturesMade && topicPicture(topic, getArchive(), siteRoot())
    ? pictureOfTopicPath(topic.id)
    : null;

/** The claims of an article ask one after another. */
const ofArticle = lastAsked(pathOfArticlePicture);

/**
 * The picture that a claim's page names: the claim's own; where it has none, its article's, which shows what the
 * words were printed in; null where neither is made.
 */
export function pictureForClaim(
  claim: ClaimRecord,
): { of: 'claim' | 'article'; path: string } | null {
  if (picturesMade && claimPicture(claim, getArchive(), siteRoot()))
    return { of: 'claim', path: pictureOfClaimPath(claim.id) };
  const path = ofArticle(getArchive().articleOf(claim));
  return path === null ? null : { of: 'article', path };
}
