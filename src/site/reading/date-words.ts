/** Words on the pages of articles by year and month. */
import { UNDATED, yearAround, yearOf, monthOf, isSurelyIn } from '../../model/article-dates.ts';
import { wordsForEdtf } from '../../model/dates.ts';
import { MONTHS } from '../../model/edtf/words.ts';
import type { ArticleRecord } from '../../model/records.ts';
import { count } from '../../model/wording.ts';

/** `2018`, `May 2018`, `Without a date`. */
export const periodNamed = (period: string): string =>
  period === UNDATED ? 'Without a date' : wordsForEdtf(period);

/** `May`, within its year. */
export const monthNamed = (month: string): string => MONTHS[Number(month.slice(5)) - 1] ?? month;

/** The heading under which an article stands on the page of a period. */
export function groupIn(period: string, { published }: ArticleRecord): string {
  if (period === UNDATED || yearAround(period)) return periodNamed(period);
  const month = monthOf(published);
  if (month) return monthNamed(month);
  return isSurelyIn(published, yearOf(published)) ? 'Month uncertain' : 'Year uncertain';
}

/** What a page of a period says below its title. */
export function periodStandfirst(period: string, articles: number): string {
  const all = count(articles, 'article');
  if (period === UNDATED) return `${all}: neither the source nor a curator gives a day.`;
  return `${all} by the day of publication, newest first.`;
}

/** What stands over articles that may belong to a period and stand elsewhere. */
export const UNSURE_WHY =
  'Their dates allow this period and others. Each stands under the first year that its date ' +
  'allows, and under a month only where it is certain.';
