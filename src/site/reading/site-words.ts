/** Sentences that tell how much the archive holds: on the first page, in the foot, in lists of results. */
import { speakersInWords, type Counts } from '../../model/counts.ts';
import type { SiteCard } from '../../model/records.ts';
import { count } from '../../model/wording.ts';

/** What follows a number of claims where there are none: an archive begins empty. */
const yet = ({ claims }: Counts): string => (claims === 0 ? ' yet' : '');

const quoted = (totals: Counts): string =>
  totals.speakers > 0 ? `; ${speakersInWords(totals)}` : '';

/** `, 2017 to 2018`, `, 2018`, or nothing. */
export function yearsSpanned(years: { from: string; to: string } | null): string {
  if (!years) return '';
  return years.from === years.to ? `, ${years.from}` : `, ${years.from} to ${years.to}`;
}

/** The archive in one sentence. */
export const siteDescription = (totals: Counts): string =>
  `An archive of what people are quoted as saying in the news: ${count(totals.claims, 'claim')}` +
  `${yet(totals)} in ${count(totals.articles, 'article')}, each with an address of its own` +
  `${quoted(totals)}.`;

/** What follows the number of claims on the first page. */
export const extentInWords = (
  totals: Counts,
  years: { from: string; to: string } | null,
): string => {
  const outlets = totals.outlets > 0 ? ` from ${count(totals.outlets, 'outlet')}` : '';
  return (
    `${yet(totals)} in ${count(totals.articles, 'article')}${outlets}` +
    `${yearsSpanned(years)}${quoted(totals)}.`
  );
};

/** What the archive is, as its card says: its description, else the first paragraph of the card's text; null where it says nothing. */
export const ledeOf = ({ description, about }: SiteCard): string | null =>
  description ??
  (about
    .split(/\n\s*\n/)[0]
    ?.replace(/\s+/g, ' ')
    .trim() ||
    null);

export const ownPageDescription = (name: string, title: string): string => `${title} of ${name}.`;

export const aboutDescription = (name: string): string =>
  `How ${name} finds and attributes quoted claims, what a machine and what a person decided, ` +
  'and how to check it.';
