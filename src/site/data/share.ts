/** What is drawn for an article, a claim or a question: one answer for the pages that name a picture and the build that draws it. */
import type { Archive } from '../../archive/query.ts';
import type { ArticleRecord, ClaimRecord, TopicRecord } from '../../model/records.ts';
import { absolute, articlePath, claimPath, topicPath } from '../../model/urls.ts';
import { pictureOfArticle, pictureOfClaim, type Picture } from '../../publish/share/picture.ts';
import { pictureOfQuestion } from '../../publish/share/question.ts';
import { isPictured } from '../../publish/share/which.ts';
import { saidOrPublished } from '../reading/topic-words.ts';
import { isDrawable } from './share-fonts.ts';

const drawable = (picture: Picture): Picture | null => (isDrawable(picture) ? picture : null);

/** The picture of an article; null where it cannot be drawn or the site card wants none. `root`: the site's address. */
export function articlePicture(
  article: ArticleRecord,
  { site }: Archive,
  root: string,
): Picture | null {
  if (site.pictures === 'none') return null;
  return drawable(pictureOfArticle(article, site.name, absolute(root, articlePath(article.id))));
}

/** The picture of a question; null where it has none, or the site card wants none. `root`: the site's address. */
export function topicPicture(topic: TopicRecord, archive: Archive, root: string): Picture | null {
  const { site } = archive;
  if (site.pictures === 'none') return null;
  const { rows } = archive.topicTable(topic);
  const answers = rows.map(({ claim, stance }) => ({
    stance,
    date: saidOrPublished(claim, archive.articleOf(claim)),
  }));
  const speakers = archive.speakersOf(rows.map(({ claim }) => claim)).length;
  const address = absolute(root, topicPath(topic.id));
  const picture = pictureOfQuestion(topic, { answers, speakers }, site.name, address);
  return picture && drawable(picture);
}

/** The picture of a claim; null where it has none of its own. `root`: the site's address. */
export function claimPicture(claim: ClaimRecord, archive: Archive, root: string): Picture | null {
  if (!isPictured(claim, archive)) return null;
  const address = absolute(root, claimPath(claim.id));
  return drawable(pictureOfClaim(claim, archive.articleOf(claim), archive.site.name, address));
}
