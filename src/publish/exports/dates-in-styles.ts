/**
 * Dates of citations as styles order them. All of them are told out of the words of the line to copy, so that no style
 * says more than what is known: `July–August 2018`, `[ca. April 2020]`, `n.d.`.
 */
import { MONTHS } from '../../model/edtf/words.ts';
import { capital } from '../../model/wording.ts';
import type { Cited } from './citations.ts';

/** Of MLA; May, June and July stay whole. */
const SHORT_MONTHS = MONTHS.map((name) => {
  if (name.length < 5) return name;
  return name === 'September' ? 'Sept.' : `${name.slice(0, 3)}.`;
});
const MONTH = new RegExp(`\\b(${MONTHS.join('|')})\\b`, 'g');
const MONTH_AND_DAY = new RegExp(`\\b(${MONTHS.join('|')}) (\\d{1,2})\\b(?:,(?= \\d))?`, 'g');
/** A date within one year: what stands before the rest, the rest, the year, and what stands behind it. */
const IN_A_YEAR = new RegExp(
  `^(\\[?(?:ca\\. )?)((?:${MONTHS.join('|')}|spring|summer|autumn|winter)\\b.*?),? (\\d{4})(\\??\\]?)$`,
);

/** Year, month and day where one day, month or year is stated; null else. */
const statedParts = ({ item: { issued } }: Cited): readonly number[] | null => {
  const parts = issued?.['date-parts'];
  return parts?.length === 1 && !issued?.circa ? (parts[0] ?? null) : null;
};

/**
 * What APA puts in parentheses, and what of it stands in the text: `2018, July–August` and `2018`. Brackets stay around
 * what the article does not state, as APA has them for archival documents.
 */
export function apaDate({ date: { line } }: Cited): { dated: string; year: string } {
  const [, before = '', rest = '', year = '', after = ''] = IN_A_YEAR.exec(line) ?? [];
  if (year === '' || /\d{4}/.test(rest)) return { dated: line, year: line };
  return {
    dated: `${before}${year}, ${capital(rest)}${after}`,
    year: `${before}${year}${after}`,
  };
}

/** `14 Mar. 2021`, `[10 July–Dec. 2017]`; null where no date is known, which MLA says nothing of. */
export const mlaDate = ({ item, date }: Cited): string | null =>
  item.issued === undefined
    ? null
    : date.line
        .replace(MONTH_AND_DAY, '$2 $1')
        .replace(MONTH, (name) => SHORT_MONTHS[MONTHS.indexOf(name)] ?? name);

/** `14 March 2021`, as Wikipedia takes it; undefined where that is not stated. */
export function wikipediaDate(cited: Cited): string | undefined {
  const [year, month, day] = statedParts(cited) ?? [];
  if (year === undefined) return undefined;
  return [day, month === undefined ? undefined : MONTHS[month - 1], year].filter(Boolean).join(' ');
}
