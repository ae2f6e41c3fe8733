/**
 * Which pages have feeds and citations in files of their own. An article's claims do not grow in number, its page
 * holds its citations, and whoever is quoted in one article alone is told of with it: files for them would be most
 * files of a large archive. Those that were published stay.
 */
import type { AddressRecord, ArticleRecord, SpeakerRecord } from '../model/records.ts';
import { articlePath, feedPath, speakerPath } from '../model/urls.ts';

/** The articles and speakers, each with whether files are made beside its page. */
export function withFilesBeside(
  {
    articles,
    speakers,
  }: { articles: readonly ArticleRecord[]; speakers: readonly SpeakerRecord[] },
  published: readonly string[],
  addresses: readonly AddressRecord[],
): { articles: ArticleRecord[]; speakers: SpeakerRecord[] } {
  const feeds = new Set(published.filter((path) => path.endsWith(feedPath('/'))));
  // What stood beside a page that moved stands beside the one that it leads to.
  const had = new Set([...feeds].map((path) => path.slice(0, -feedPath('').length)));
  for (const { path, successor } of addresses)
    if (successor !== null && had.has(path)) had.add(successor);
  const several = quotedInSeveral(articles);
  return {
    articles: articles.map((article) =>
      had.has(articlePath(article.id)) ? { ...article, beside: 'all' } : article,
    ),
    speakers: speakers.map((speaker) =>
      several.has(speaker.id) || had.has(speakerPath(speaker.id))
        ? { ...speaker, feed: true }
        : speaker,
    ),
  };
}

/** Ids of the speakers who have claims in two articles or more. */
function quotedInSeveral(articles: readonly ArticleRecord[]): Set<string> {
  const first = new Map<string, string>();
  const several = new Set<string>();
  for (const { id, claims } of articles)
    for (const { speaker } of claims) {
      if (!speaker) continue;
      if ((first.get(speaker.id) ?? id) !== id) several.add(speaker.id);
      else first.set(speaker.id, id);
    }
  return several;
}
