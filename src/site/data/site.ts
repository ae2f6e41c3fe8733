/** Addresses as the site is served: the base path and the public address. As in `astro.config.mjs`. */
import { siteAddress } from '../../model/site-address.ts';
import { absolute, withBase } from '../../model/urls.ts';
import { getArchive } from './archive.ts';

const { SITE, BASE_PATH } = process.env;

const place = siteAddress(getArchive().site.address, {
  site: SITE || undefined,
  basePath: BASE_PATH,
});

/** Address of the site's root, ending with a slash. */
export const { root } = place;

/** For links on a page: `href('claims/x/')`. */
export const href = (path: string): string => withBase(place.base, path);

/** For metadata, citations and copying: the full address. */
export const publicUrl = (path: string): string => absolute(root, path);
