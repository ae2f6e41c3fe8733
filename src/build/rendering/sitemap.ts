/** The list of a site's pages for search engines, in files of at most 45,000 addresses. */
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { SitemapIndexStream, SitemapStream } from 'sitemap';
import type { Rendered } from './pages.ts';

/** The format allows 50,000. */
const MOST = 45_000;

const collator = new Intl.Collator('en', { numeric: true });

/** A page's address from the root, `''` for the first page, and the day on which what it shows last changed. */
export interface Listed {
  path: string;
  changed: string | null;
}

/** `root` is the site's full address. */
export async function sitemaps(pages: readonly Listed[], root: string): Promise<Rendered[]> {
  const urls = pages
    .map(({ path, changed }) => ({
      url: root + path,
      ...(changed !== null && { lastmod: changed, lastmodDateOnly: true }),
    }))
    .sort((a, b) => collator.compare(a.url, b.url));
  const files: Rendered[] = [];
  for (let at = 0; at < Math.max(urls.length, 1); at += MOST)
    files.push({
      path: `sitemap-${files.length}.xml`,
      content: await text(
        Readable.from(urls.slice(at, at + MOST)).pipe(new SitemapStream({ hostname: root })),
      ),
    });
  const index = files.map(({ path }) => ({ url: root + path }));
  const content = await text(Readable.from(index).pipe(new SitemapIndexStream()));
  return [...files, { path: 'sitemap-index.xml', content }];
}
