/** Links of a page's head to files beside it that the archive makes. */
import { feedPath, jsonFeedPath, oembedPath } from '../../model/urls.ts';
import { getArchive } from './archive.ts';
import { publicUrl } from './site.ts';

interface HeadLink {
  rel: string;
  href: string;
  type: string;
  title: string;
}

/** The feeds of a page, as Atom and as JSON Feed. */
export function feedLinks(page: string, title: string): HeadLink[] {
  const link = (path: string, type: string) => ({
    rel: 'alternate',
    href: publicUrl(path),
    type,
    title,
  });
  return [
    link(feedPath(page), 'application/atom+xml'),
    ...(isMade('json-feed') ? [link(jsonFeedPath(page), 'application/feed+json')] : []),
  ];
}

/** The feeds of the whole archive: of pages that have none of their own, too. */
export const archiveFeedLinks = (): HeadLink[] =>
  feedLinks('', `${getArchive().site.name}: latest claims`);

/** How the page is shown within another. */
export const oembedLinks = (page: string, title: string): HeadLink[] =>
  isMade('oembed')
    ? [
        {
          rel: 'alternate',
          href: publicUrl(oembedPath(page)),
          type: 'application/json+oembed',
          title,
        },
      ]
    : [];

const isMade = (kind: 'json-feed' | 'oembed'): boolean =>
  !getArchive().site.leaveOut?.includes(kind);
