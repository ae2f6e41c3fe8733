/** Addresses as the site is served: the base path and the public address. As in `astro.config.mjs`. */
import { siteAddress } from '../../model/site-address.ts';
import { absolute, withBase } from '../../model/urls.ts';
import { getArchive } from './archive.ts';

let known: ReturnType<typeof siteAddress> | undefined;

/** Asked when a page is made: there need be no records yet when this module is loaded. */
function place(): ReturnType<typeof siteAddress> {
  const { SITE, BASE_PATH } = process.env;
  known ??= siteAddress(getArchive().site.address, {
    site: SITE || undefined,
    basePath: BASE_PATH,
  });
  return known;
}

/** Address of the site's root, ending with a slash. */
export const siteRoot = (): string => place().root;

/** For links on a page: `href('claims/x/')`. */
export const href = (path: string): string => withBase(place().base, path);

/** For metadata, citations and copying: the full address. */
export const publicUrl = (path: string): string => absolute(place().root, path);
