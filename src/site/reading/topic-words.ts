/** Sentences of a topic's page: the stance is that of the words, never a verdict on them. */
import type { ArticleRecord, ClaimRecord, DateFact } from '../../model/records.ts';
import { capital, inWords } from '../../model/wording.ts';

/** The day a claim was said, where the text gives one; else the day it was published. */
export const saidOrPublished = ({ said }: ClaimRecord, { published }: ArticleRecord): DateFact =>
  said?.from || said?.to ? said : published;

const some = (n: number, one: string): string => `${inWords(n)} ${n === 1 ? one : `${one}s`}`;

/** `Two claims by two speakers in one article from one outlet.` */
export function topicSummary(held: {
  claims: number;
  speakers: number;
  articles: number;
  outlets: number;
}): string {
  if (held.claims === 0) return 'No claims of the archive answer it yet.';
  return capital(
    `${some(held.claims, 'claim')} by ${some(held.speakers, 'speaker')} ` +
      `in ${some(held.articles, 'article')} from ${some(held.outlets, 'outlet')}.`,
  );
}

export const topicDescription = (question: string, claims: number, summary: string): string =>
  `${question} ${summary}` +
  (claims > 0 ? ' Each with its speaker, its article and the stance its own words take.' : '');

/** `columns`: each stance has a column of its own. */
export function topicStandfirst(claims: number, summary: string, columns: boolean): string {
  if (claims === 0) return summary;
  return `${summary} Each stands ${columns ? 'in the column of' : 'with'} the stance that its own words take.`;
}
