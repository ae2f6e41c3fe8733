/** Sentences of a topic's page: the stance is that of the words, never a verdict on them. */
import type { ArticleRecord, ClaimRecord, DateFact } from '../../model/records.ts';
import { capital, count, inWords } from '../../model/wording.ts';

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

export function topicStandfirst(claims: number, summary: string): string {
  if (claims === 0) return summary;
  return `${summary} Each stands under the stance that its own words take.`;
}

/**
 * What a picture of a stance with so many speakers does not draw: `and 2 speakers more with 3 claims`, `and 1 claim
 * without a date`; where it draws nobody, no claim has a date.
 */
export function leftOut(left: { speakers: number; claims: number }, drawn: number): string {
  if (drawn === 0) return `${count(left.claims, 'claim')} without a date, listed below`;
  return left.speakers > 0
    ? `and ${count(left.speakers, 'speaker')} more with ${count(left.claims, 'claim')}, listed below`
    : `and ${count(left.claims, 'claim')} without a date, listed below`;
}

/** Claims of a stance that stand open; a few more than that are not worth a fold. */
const OPEN = 20;
const MORE = 5;

/** The answers of each stance, in the order of the stances: those that stand open, and the others, which are folded. */
export const openAndFolded = <Row extends { stance: string }>(
  stances: readonly string[],
  rows: readonly Row[],
): { stance: string; claims: number; open: Row[]; rest: Row[] }[] =>
  stances.map((stance) => {
    const own = rows.filter((row) => row.stance === stance);
    const cut = own.length <= OPEN + MORE ? own.length : OPEN;
    return { stance, claims: own.length, open: own.slice(0, cut), rest: own.slice(cut) };
  });
