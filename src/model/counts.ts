/** How much an archive holds. One function counts, so that a number is the same wherever it is shown. */
import { count, figures } from './wording.ts';

export interface Counts {
  articles: number;
  claims: number;
  /** Everybody whom the archive knows as a speaker: each has a page, and a line in `speakers.jsonl`. */
  speakers: number;
  /** Those who have a claim of their own. The others ask, pass claims on, or are named only. */
  quoted: number;
  /** Outlets with an article. */
  outlets: number;
}

interface Held {
  articles: readonly {
    outlet: { id: string } | null;
    claims: readonly { speaker: { id: string } | null }[];
  }[];
  speakers: readonly { id: string }[];
}

export function countsOf({ articles, speakers }: Held): Counts {
  const claims = articles.flatMap((article) => article.claims);
  const quoted = new Set(claims.map(({ speaker }) => speaker?.id));
  return {
    articles: articles.length,
    claims: claims.length,
    speakers: speakers.length,
    quoted: speakers.filter(({ id }) => quoted.has(id)).length,
    outlets: new Set(articles.flatMap(({ outlet }) => (outlet ? [outlet.id] : []))).size,
  };
}

/** `29 speakers, 26 of them quoted`; `4 speakers` where all of them are. */
export const speakersInWords = ({ speakers, quoted }: Counts): string =>
  count(speakers, 'speaker') +
  (quoted === speakers ? '' : `, ${quoted === 0 ? 'none' : figures(quoted)} of them quoted`);
