/** JSON Feed 1.1: what an Atom feed holds, for readers that take JSON. */
import type { ArticleRecord, ClaimRecord, SiteCard } from '../../model/records.ts';
import { absolute, claimPath, feedPath, jsonFeedPath } from '../../model/urls.ts';
import { claimInLine } from './describe.ts';

/** An entry as both kinds of feed have it. */
export interface FeedEntry {
  article: ArticleRecord;
  claim: ClaimRecord;
  title: string;
  published: string | null;
  /** Null where nothing states it: unlike Atom, this form of feed asks for no day. */
  updated: string | null;
}

/** A feed of the given entries, in pieces; `page` is the page that it belongs to. */
export function jsonFeed(
  title: string,
  page: string,
  entries: readonly FeedEntry[],
  { site, root }: { site: Pick<SiteCard, 'name'>; root: string },
): string[] {
  const head = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: absolute(root, page),
    feed_url: absolute(root, jsonFeedPath(page)),
    description: `Who said what, as articles have it. The same as ${feedPath('')} beside it.`,
    authors: [{ name: site.name, url: absolute(root, '') }],
  };
  const items = entries.map((entry) => JSON.stringify(itemOf(entry, root)));
  return [
    `${JSON.stringify(head).slice(0, -1)},"items":[`,
    ...items.flatMap((item, i) => [i === 0 ? '\n' : ',\n', item]),
    items.length > 0 ? '\n]}\n' : ']}\n',
  ];
}

function itemOf({ article, claim, title, published, updated }: FeedEntry, root: string) {
  const url = absolute(root, claimPath(claim.id));
  const author = article.outlet?.name ?? article.byline[0]?.name;
  return {
    id: url,
    url,
    ...(article.original !== null &&
      URL.canParse(article.original) && { external_url: article.original }),
    title,
    content_text: claimInLine(claim, article),
    ...(published !== null && { date_published: published }),
    ...(updated !== null && { date_modified: updated }),
    ...(author !== undefined && { authors: [{ name: author }] }),
    language: article.language,
  };
}
