/** Picture for sharing a claim. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { getArchive } from '../../../archive.ts';
import { pictureOfClaim } from '../../../lib/share/picture.ts';
import { picturesMade } from '../../../lib/share/settings.ts';
import { claimPath } from '../../../lib/urls.ts';
import { sharePicture } from '../../../share.ts';
import { publicUrl } from '../../../site.ts';

export const getStaticPaths: GetStaticPaths = () =>
  picturesMade ? getArchive().claims.map(({ id }) => ({ params: { id } })) : [];

export const GET: APIRoute = async ({ params }) => {
  const archive = getArchive();
  const claim = archive.claim(params.id ?? '');
  if (!claim) return new Response(null, { status: 404 });
  const picture = pictureOfClaim(
    claim,
    archive.articleOf(claim),
    archive.site.name,
    publicUrl(claimPath(claim.id)),
  );
  return new Response(await sharePicture(picture), { headers: { 'Content-Type': 'image/png' } });
};
