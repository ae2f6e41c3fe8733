/** What a page of an article or of a claim is cited as: the same in its head, in its text and in its files. */
import { articleItem, claimItem, type Cited } from '../../publish/exports/citations.ts';
import type { ArticleRecord, ClaimRecord } from '../../model/records.ts';
import { getArchive } from './archive.ts';
import { siteRoot } from './site.ts';

/** How a speaker's card files the name. */
export const sortNames = (id: string): string | undefined => getArchive().speaker(id)?.sortName;

export const citedArticle = (article: ArticleRecord): Cited =>
  articleItem(article, getArchive().site, siteRoot(), sortNames);

export const citedClaim = (claim: ClaimRecord, article: ArticleRecord): Cited =>
  claimItem(claim, article, getArchive().site, siteRoot(), sortNames);
