/** Picture for sharing a claim. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { getArchive } from '../../../archive.ts';
import type { Picture } from '../../../lib/share/picture.ts';
import { claimPicture } from '../../../share-pictures.ts';
import { sharePicture } from '../../../share.ts';

export const getStaticPaths: GetStaticPaths = () =>
  getArchive().claims.flatMap((claim) => {
    const picture = claimPicture(claim);
    return picture ? [{ params: { id: claim.id }, props: { picture } }] : [];
  });

export const GET: APIRoute<{ picture: Picture }> = async ({ props }) =>
  new Response(await sharePicture(props.picture), { headers: { 'Content-Type': 'image/png' } });
