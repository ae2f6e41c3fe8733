/** Addresses as Astro serves them: the base path and the site's public address. */
import { absolute, withBase } from '../../model/urls.ts';

/** The base path, with a slash at both ends. */
const base: string = import.meta.env.BASE_URL.replace(/\/?$/, '/');

/** Address of the site's root, ending with a slash. */
export const root: string = new URL(base, import.meta.env.SITE).href;

/** For links on a page: `href('claims/x/')`. */
export const href = (path: string): string => withBase(base, path);

/** For metadata, citations and copying: the full address. */
export const publicUrl = (path: string): string => absolute(root, path);
