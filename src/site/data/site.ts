/** Addresses as the site is served: the base path and the public address. As in `astro.config.mjs`. */
import type { Archive } from '../../archive/query.ts';
import { siteAddress } from '../../model/site-address.ts';
import { absolute, withBase } from '../../model/urls.ts';
import { lastAsked } from '../../text/last-asked.ts';
import { getArchive } from './archive.ts';

const placeOf = lastAsked(({ site }: Archive) => {
  const { SITE, BASE_PATH } = process.env;
  return siteAddress(site.address, { site: SITE || undefined, basePath: BASE_PATH });
});

/** Asked when a page is made: there need be no records yet when this module is loaded. */
const place = () => placeOf(getArchive());

/** Address of the site's root, ending with a slash. */
export const siteRoot = (): string => place().root;

/** For links on a page: `href('claims/x/')`. */
export const href = (path: string): string => withBase(place().base, path);

/** For metadata, citations and copying: the full address. */
export const publicUrl = (path: string): string => absolute(place().root, path);
