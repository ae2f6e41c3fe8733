/** Picture for sharing an article. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { getArchive } from '../../../data/archive.ts';
import type { Picture } from '../../../../publish/share/picture.ts';
import { articlePicture } from '../../../data/share-pictures.ts';
import { sharePicture } from '../../../data/share.ts';

export const getStaticPaths: GetStaticPaths = () =>
  getArchive().articles.flatMap((article) => {
    const picture = articlePicture(article);
    return picture ? [{ params: { id: article.id }, props: { picture } }] : [];
  });

export const GET: APIRoute<{ picture: Picture }> = async ({ props }) =>
  new Response(await sharePicture(props.picture), { headers: { 'Content-Type': 'image/png' } });
