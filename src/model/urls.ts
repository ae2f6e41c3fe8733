/**
 * Every address on the site, as a path from the site's root without the leading base:
 * `articles/x/`. `withBase` puts the base path before it, `absolute` the site's address.
 */
import { lastAsked } from '../text/last-asked.ts';

export const articlePath = (id: string) => `articles/${id}/`;
export const sourcePath = (id: string) => `articles/${id}/source.txt`;
/** One version of an article's source: its text, and the file itself. */
export const versionPath = (id: string, version: number) => `articles/${id}/versions/${version}/`;
export const versionSourcePath = (id: string, version: number) =>
  `articles/${id}/versions/${version}/source.txt`;
export const versionsPath = (id: string) => `articles/${id}/versions/`;
export const differencePath = (id: string, from: number, to: number) =>
  `articles/${id}/versions/${from}-${to}/`;
export const claimPath = (id: string) => `claims/${id}/`;
export const claimInContextPath = (article: string, claim: string) =>
  `articles/${article}/#${claim}`;
export const speakerPath = (id: string) => `speakers/${id}/`;
export const outletPath = (id: string) => `outlets/${id}/`;
export const topicPath = (id: string) => `topics/${id}/`;
/** A file beside the article's page: `annotations.json`, `cite.bib`. */
export const articleFilePath = (id: string, file: string) => `articles/${id}/${file}`;
/** A file beside the claim's page: `anno.json`, `cite.bib`. */
export const claimFilePath = (id: string, file: string) => `claims/${id}/${file}`;
/**
 * The claim's record: a file of its own, or its place in the article's record, as a JSON Pointer
 * (RFC 6901). The site card says which: `own` is whether claims have files of their own.
 */
export const claimRecordPath = (claim: ClaimPlace, own: boolean) =>
  own
    ? claimFilePath(claim.id, 'claim.json')
    : `${articleFilePath(claim.article, 'article.json')}#/claims/${claim.number - 1}`;
/** The claim's annotation, which is its id too: a file of its own, or a node of the article's annotations. */
export const claimAnnotationPath = ({ id, article }: Omit<ClaimPlace, 'number'>, own: boolean) =>
  own ? claimFilePath(id, 'anno.json') : `${articleFilePath(article, 'annotations.json')}#${id}`;
interface ClaimPlace {
  id: string;
  article: string;
  /** Its place among the article's claims, from 1. */
  number: number;
}
export const dataPath = (file: string) => `data/${file}`;
/** The Atom feed of a page (`''` is the whole archive). */
export const feedPath = (page: string) => `${page}feed.xml`;
/** The same as JSON Feed, which pages of articles have none of: their record beside them has all claims. */
export const jsonFeedPath = (page: string) => `${page}feed.json`;
/** How a page is shown within another (oEmbed). */
export const oembedPath = (page: string) => `${page}oembed.json`;
/** A page of the archive's own: an imprint, a note on privacy. */
export const ownPagePath = (id: string) => `pages/${id}/`;
/** Articles of a year, a month, or without a date; null is the page of all of them. */
export const datesPath = (period: string | null) => (period ? `dates/${period}/` : 'dates/');
export const placePath = (id: string) => `places/${id}/`;
/**
 * Two claims side by side; the page behind it needs JavaScript to read the query, and lists prepared pairs
 * without.
 */
export const comparePath = (a: string, b: string) => `compare/?a=${a}&b=${b}`;
/** Two claims whose comparison is prepared: one page a pair, whichever of the two comes first. */
export const pairPath = (a: string, b: string) => `compare/page/${[a, b].sort().join('.')}/`;
/** Two articles on the same matter: one page a pair, whichever of the two comes first. */
export const coveragePath = (a: string, b: string) =>
  `compare/page/articles.${[a, b].sort().join('.')}/`;
/** Picture for sharing an article, a claim or a question. */
export const pictureOfArticlePath = (id: string) => `share/articles/${id}.png`;
export const pictureOfClaimPath = (id: string) => `share/claims/${id}.png`;
export const pictureOfTopicPath = (id: string) => `share/topics/${id}.png`;
export const searchPath = (query: string) => `search/?q=${encodeURIComponent(query)}`;

/** `base` begins and ends with a slash. */
export const withBase = (base: string, path: string) => base + path;
const rootOf = lastAsked((site: string) => {
  const url = new URL(site.endsWith('/') ? site : `${site}/`);
  return { url, plain: url.href.endsWith('/') && !/[?#]/.test(url.href) ? url.href : null };
});
/** A path in which nothing is resolved and nothing is written otherwise. */
const PLAIN_PATH = /^(?:[\w-]+(?:\.[\w-]+)*\/)*(?:[\w-]+(?:\.[\w-]+)*)?(?:#[\w/-]*)?$/;
/** `site` is the address of the root; it ends with a slash. */
export const absolute = (site: string, path: string): string => {
  const { url, plain } = rootOf(site);
  return plain !== null && PLAIN_PATH.test(path) ? plain + path : new URL(path, url).href;
};
