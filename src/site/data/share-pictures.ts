/** The picture for sharing of each article and claim, or none: see `hasPicture`. */
import { getArchive } from './archive.ts';
import type { ArticleRecord, ClaimRecord } from '../../model/records.ts';
import { pictureOfArticle, pictureOfClaim, type Picture } from '../../publish/share/picture.ts';
import { articlePath, claimPath } from '../../model/urls.ts';
import { hasPicture } from './share-fonts.ts';
import { publicUrl } from './site.ts';

const drawable = (picture: Picture): Picture | null => (hasPicture(picture) ? picture : null);

/** What is drawn for an article; null where no picture is made. */
export const articlePicture = (article: ArticleRecord): Picture | null =>
  drawable(pictureOfArticle(article, getArchive().site.name, publicUrl(articlePath(article.id))));

/** What is drawn for a claim; null where no picture is made. */
export const claimPicture = (claim: ClaimRecord): Picture | null =>
  drawable(
    pictureOfClaim(
      claim,
      getArchive().articleOf(claim),
      getArchive().site.name,
      publicUrl(claimPath(claim.id)),
    ),
  );
