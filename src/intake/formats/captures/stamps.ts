/** Dates and addresses as programs write them. */
import { edtfBounds } from '../../../model/dates.ts';
import { MONTHS } from '../../../model/edtf/words.ts';

/** The letters by which programs name the months. */
const SHORT_MONTHS = MONTHS.map((name) => name.slice(0, 3).toLowerCase());
const two = (digits: string): string => digits.padStart(2, '0');

const FORMS: readonly [RegExp, (found: readonly string[]) => string][] = [
  // 2021-05-03, 2021-05-03T10:15:00Z, 2021/05/03 10:15
  [
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ,]+\d{1,2}[:.]\d{2}.*)?$/,
    ([year = '', , month = '', day = '']) => `${year}-${two(month)}-${two(day)}`,
  ],
  // 20210503, 20210503101500, 20210503T101500Z
  [
    /^(\d{4})(\d{2})(\d{2})(?:T?(?:\d{4}|\d{6})Z?)?$/,
    ([year = '', month = '', day = '']) => `${year}-${month}-${day}`,
  ],
  // 3.5.2021, 03.05.2021 10:15: where points part the figures, the day comes first
  [
    /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})(?:[T ,]+\d{1,2}[:.]\d{2}.*)?$/,
    ([day = '', month = '', year = '']) => `${year}-${two(month)}-${two(day)}`,
  ],
  [/^(\d{4})-(\d{2})$/, ([year = '', month = '']) => `${year}-${month}`],
  // Seconds or milliseconds since 1970: 1714730000, 1714730000000
  [/^(1\d{9})(?:\.\d+|\d{3})?$/, ([seconds = '']) => utcDayOf(Number(seconds))],
  // Mon, 3 May 2021 10:15:00 +0000
  [
    /^(?:[A-Z][a-z]{2,8},? +)?(\d{1,2})[ -]([A-Z][a-z]{2})[a-z]*\.?,?[ -](\d{4})(?:,? .*)?$/,
    ([day = '', month = '', year = '']) => `${year}-${monthOf(month)}-${two(day)}`,
  ],
  // Mon May  3 10:15:00 2021, May 3, 2021
  [
    /^(?:[A-Z][a-z]{2,8},? +)?([A-Z][a-z]{2})[a-z]*\.? +(\d{1,2}),? +(?:\d{1,2}:\d{2}(?::\d{2})? +(?:[A-Z]{3,4} +)?)?(\d{4})(?:,? .*)?$/,
    ([month = '', day = '', year = '']) => `${year}-${monthOf(month)}-${two(day)}`,
  ],
];

const utcDayOf = (seconds: number): string => new Date(1000 * seconds).toISOString().slice(0, 10);

function monthOf(name: string): string {
  const at = SHORT_MONTHS.indexOf(name.slice(0, 3).toLowerCase());
  return at < 0 ? '00' : two(String(at + 1));
}

/**
 * The day of a stamp as it is written, in the zone that it is written in; null where it could mean two
 * days (`03/05/2021`) or none.
 */
export function dayOf(stamp: string): string | null {
  const trimmed = stamp.trim().replace(/\s+/g, ' ');
  if (trimmed.length > 80) return null;
  for (const [form, day] of FORMS) {
    const found = form.exec(trimmed);
    if (!found) continue;
    const edtf = day(found.slice(1));
    return edtfBounds(edtf) ? edtf : null;
  }
  return null;
}

/** An address of the web, or null. */
export function webAddress(value: string): string | null {
  const trimmed = value.trim();
  if (!/^https?:\/\/[^\s<>"]+$/i.test(trimmed) || trimmed.length > 4000) return null;
  try {
    return new URL(trimmed).href;
  } catch {
    return null;
  }
}

/** The day that an address of a web archive names: `/web/20210503101500/https://…`. */
export function dayOfArchived(address: string): string | null {
  const [, stamp] = /\/(\d{14})(?:[a-z]{2}_)?\//.exec(address) ?? [];
  return stamp === undefined ? null : dayOf(stamp);
}
