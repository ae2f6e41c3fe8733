/**
 * What the search knows of every claim before it loads any words: a table with one row a claim. Facets, counts, dates, sorting and repeats are reckoned from it, so that
 * they are exact and cost no further request. Words, context and titles come with each claim shown.
 */
import type { ClaimRecord, ClaimType, DateFact, Review, SpeakerKind } from '../model/records.ts';
import type { Spellings } from './spelling.ts';

/** A date as the table holds it: EDTF, earliest, latest, number of its basis. */
export type TableDate = [
  edtf: string | null,
  from: string | null,
  to: string | null,
  basis: number,
];

/** Columns of the articles come before those of the claims; a claim's article follows from `claims`. */
export interface ClaimTable {
  /** The schema's words, which the numbers in the columns mean. */
  kinds: readonly SpeakerKind[];
  types: readonly ClaimType[];
  reviews: readonly Review[];
  bases: readonly DateFact['basis'][];
  /** The last is 1 where the speaker has a feed. */
  speakers: [id: string, name: string, kind: number, feed?: 1][];
  outlets: [id: string, name: string][];
  topics: [id: string, question: string][];
  places: [id: string, name: string][];
  dates: TableDate[];
  /** An article each: its id, how many claims, which outlet (-1: none), which date of publication. */
  articles: string[];
  claims: number[];
  outlet: number[];
  published: number[];
  /** A claim each: which speaker (-1: nobody is named), and one digit each for type and review. */
  speaker: number[];
  type: string;
  review: string;
  /** Only rows that have one: date said, topics, places, and the row that the claim repeats. */
  said: Record<string, number>;
  topic: Record<string, number[]>;
  place: Record<string, number[]>;
  same: Record<string, number>;
  spellings: Spellings;
}

/** What is shown of one claim; see `packs.ts`. */
export interface ClaimDetail {
  id: string;
  article: string;
  title: string;
  text: string;
  /** The sentence around it: context and the claim's words by turns, beginning and ending with context. */
  sentence: string[];
  /** Whose words they are, by id: what the table says must be the same. */
  speaker: string | null;
  /** False where two speakers fit and the archive leaves it open. */
  open: boolean;
  role: string | null;
  via: string[];
  language: string;
  /** Where the same speaker's same words stand too. */
  also: { article: string; claim: string; where: string }[];
}

/** When it was said, if anything is known of it. */
export const saidOf = (claim: ClaimRecord): DateFact | null =>
  claim.said && (claim.said.from || claim.said.to) ? claim.said : null;

/**
 * The date by which a claim is found: when it was said, if that has an earliest and a latest day.
 * "On or before" the day of publication says no more than that day does, so publication stands for it.
 */
export function dateOf<T extends { from: string | null; to: string | null }>(
  said: T | null | undefined,
  published: T,
): T {
  return said && ((said.from && said.to) || (!published.from && !published.to)) ? said : published;
}

/** The day by which a date sorts: the last on which it can have been. */
export const sortDay = (date: { from: string | null; to: string | null }): string | null =>
  date.to ?? date.from;
