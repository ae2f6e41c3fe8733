/** Ways to the curator: addresses that open a prefilled suggestion. Null where the site's card names no place for them. */
import { articlePath, claimPath } from '../../model/urls.ts';
import type { ArticleRecord, ClaimRecord } from '../../model/records.ts';
import { suggestionAddress, type Suggested } from '../../publish/suggestion.ts';
import { shortened } from '../../text/shorten.ts';
import { getArchive } from './archive.ts';
import { publicUrl } from './site.ts';

/** In the margin of an article a claim's words tell only which is meant: its id and page stand beside them. */
const WORDS_IN_MARGIN = 60;

const articleOf = (id: string): Suggested['article'] => ({ id, url: publicUrl(articlePath(id)) });

export const suggestionOnArticle = ({ id }: Pick<ArticleRecord, 'id'>): string | null =>
  suggestionAddress(getArchive().site.report, { article: articleOf(id), claim: null, words: null });

/** `most` is how many UTF-16 units of the claim's words are shown. */
const onClaim = ({ id, article, text }: ClaimRecord, most: number): string | null =>
  suggestionAddress(getArchive().site.report, {
    article: articleOf(article),
    claim: { id, url: publicUrl(claimPath(id)) },
    words: shortened(text, most),
  });

export const suggestionOnClaim = (claim: ClaimRecord): string | null =>
  onClaim(claim, Number.MAX_SAFE_INTEGER);
export const suggestionInMargin = (claim: ClaimRecord): string | null =>
  onClaim(claim, WORDS_IN_MARGIN);

/** What the page tells its script, which adds selected words; null where there is no place for suggestions. */
export function suggestionData(article: ArticleRecord): Record<`data-${string}`, string> | null {
  const { report } = getArchive().site;
  if (!report) return null;
  const { id, url } = articleOf(article.id);
  return { 'data-report': report, 'data-article': id, 'data-url': url, 'data-root': publicUrl('') };
}
