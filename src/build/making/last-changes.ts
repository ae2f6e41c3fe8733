/** When what a page shows last changed, as far as versions and curators noted a day; for search engines. */
import type { VersionRow } from '../../ledger/schema.ts';
import type { ArticleRecord } from '../../model/records.ts';
import { articlePath, claimPath, outletPath, speakerPath, topicPath } from '../../model/urls.ts';
import type { Archive } from '../../archive/query.ts';

/** Days by the paths of pages; pages of which no day is known are left out. */
export function lastChanges(
  { articles }: Pick<Archive, 'articles'>,
  versions: (article: ArticleRecord) => readonly VersionRow[],
): Map<string, string> {
  const days = new Map<string, string>();
  const note = (path: string, day: string | null | undefined) => {
    if (day && day > (days.get(path) ?? '')) days.set(path, day);
  };
  for (const article of articles) {
    const taken = versions(article).at(-1)?.taken;
    for (const claim of article.claims) {
      const pages = [
        claimPath(claim.id),
        articlePath(article.id),
        ...(claim.speaker ? [speakerPath(claim.speaker.id)] : []),
        ...(article.outlet ? [outletPath(article.outlet.id)] : []),
        ...claim.topics.map(topicPath),
      ];
      for (const day of [taken, claim.reviewedOn]) for (const page of pages) note(page, day);
    }
    note(articlePath(article.id), taken);
  }
  return days;
}
