/** Sentences of a speaker's page and of the list of speakers. */
import type { MeaningWords } from '../../archive/printed-names.ts';
import type { ListPage } from '../../model/paging.ts';
import { capital, count, listed } from '../../model/wording.ts';
import { extentOfPage } from './list-words.ts';

/** `2017 to 2018`, `2018`, or nothing; both are days. */
export function yearsFromTo(axis: { from: string; to: string } | null): string {
  if (!axis) return '';
  const [first, last] = [axis.from.slice(0, 4), axis.to.slice(0, 4)];
  return first === last ? first : `${first} to ${last}`;
}

/** `The mayor. 2 claims in 1 article, 2021.`; or that the speaker only passed words on, or is only named. */
export function speakerSummary(speaker: {
  role: string | undefined;
  claims: number;
  articles: number;
  passed: number;
  years: string;
}): string {
  const role = speaker.role ? `${capital(speaker.role)}. ` : '';
  if (speaker.claims > 0) {
    const years = speaker.years ? `, ${speaker.years}` : '';
    return `${role}${count(speaker.claims, 'claim')} in ${count(speaker.articles, 'article')}${years}.`;
  }
  return speaker.passed > 0
    ? `${role}Passed on ${count(speaker.passed, 'claim')} of others.`
    : `${role}Named in the archive; no claim of their own.`;
}

/** Words that only mean a speaker, named on a page; the rest are counted. */
const MOST_WORDS = 12;

/** `Also meant by “he” (3) and “the mayor” (1).`; without "also" where no name is printed. */
export function meantBy(words: readonly MeaningWords[], isNamed: boolean): string {
  const more = words.length - MOST_WORDS;
  const shown = words.slice(0, MOST_WORDS).map(({ words, times }) => `“${words}” (${times})`);
  return `${isNamed ? 'Also meant' : 'Meant'} by ${listed(more > 0 ? [...shown, `${more} more`] : shown)}.`;
}

/** What a page shows of a speaker's own claims and of those passed on, where it does not show all. */
export function moreInWords(own: ListPage<unknown>, passed: ListPage<unknown>): string {
  const parts = [
    ...(own.items.length > 0 ? [extentOfPage(own, 'claim')] : []),
    ...(passed.items.length > 0 ? [`${extentOfPage(passed, 'claim')} passed on`] : []),
  ];
  return `shown here: ${listed(parts)}`;
}

/** `2 claims, passed on 3`, `passed on 1 claim`, `named only`. */
export function speakerCounts(own: number, via: number): string {
  if (own > 0) return `${count(own, 'claim')}${via > 0 ? `, passed on\u00a0${via}` : ''}`;
  return via > 0 ? `passed on ${count(via, 'claim')}` : 'named only';
}
