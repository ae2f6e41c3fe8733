import { siteAddress as addressOf } from '../model/site-address.ts';
import { basePathFromEnvironment, siteFromEnvironment } from './settings.ts';

/** Address of the site's root: the card's, unless `SITE` and `BASE_PATH` say otherwise. As in `astro.config.mjs`. */
export const siteAddress = (card: string): { root: string; base: string } =>
  addressOf(card, {
    site: siteFromEnvironment() ?? undefined,
    basePath: basePathFromEnvironment(),
  });
