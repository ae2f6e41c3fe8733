/** Picture for sharing a claim. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { getArchive } from '../../../data/archive.ts';
import type { Picture } from '../../../../publish/share/picture.ts';
import { claimPicture } from '../../../data/share-pictures.ts';
import { sharePicture } from '../../../data/share.ts';

export const getStaticPaths: GetStaticPaths = () =>
  getArchive().claims.flatMap((claim) => {
    const picture = claimPicture(claim);
    return picture ? [{ params: { id: claim.id }, props: { picture } }] : [];
  });

export const GET: APIRoute<{ picture: Picture }> = async ({ props }) =>
  new Response(await sharePicture(props.picture), { headers: { 'Content-Type': 'image/png' } });
