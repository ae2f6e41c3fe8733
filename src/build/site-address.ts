import { basePathFromEnvironment, siteFromEnvironment } from './settings.ts';

/** Address of the site's root: the card's, unless `SITE` and `BASE_PATH` say otherwise. As in `astro.config.mjs`. */
export function siteAddress(card: string): { root: string; base: string } {
  const address = new URL(siteFromEnvironment() ?? card);
  const base = (basePathFromEnvironment() ?? address.pathname)
    .replace(/^\/?/, '/')
    .replace(/\/?$/, '/');
  return { root: new URL(base, address.origin).href, base };
}
