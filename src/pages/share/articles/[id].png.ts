/** Picture for sharing an article. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { getArchive } from '../../../archive.ts';
import { pictureOfArticle } from '../../../lib/share/picture.ts';
import { picturesMade } from '../../../lib/share/settings.ts';
import { articlePath } from '../../../lib/urls.ts';
import { sharePicture } from '../../../share.ts';
import { publicUrl } from '../../../site.ts';

export const getStaticPaths: GetStaticPaths = () =>
  picturesMade ? getArchive().articles.map(({ id }) => ({ params: { id } })) : [];

export const GET: APIRoute = async ({ params }) => {
  const archive = getArchive();
  const article = archive.article(params.id ?? '');
  if (!article) return new Response(null, { status: 404 });
  const picture = pictureOfArticle(article, archive.site.name, publicUrl(articlePath(article.id)));
  return new Response(await sharePicture(picture), { headers: { 'Content-Type': 'image/png' } });
};
