/**
 * Where a site is published: what its card says, unless `site` and `basePath` (of the environment) say
 * otherwise. The root is a full address; it and the base path end with a slash.
 */
export function siteAddress(
  card: string,
  { site, basePath }: { site?: string | undefined; basePath?: string | undefined },
): { root: string; base: string } {
  const address = new URL(site ?? card);
  const base = (basePath ?? address.pathname).replace(/^\/?/, '/').replace(/\/?$/, '/');
  return { root: new URL(base, address.origin).href, base };
}
