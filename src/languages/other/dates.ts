/** Printed dates in a language of which no more is known than the names of its months, which every runtime has. */
import type { PrintedDate } from '../../model/dates.ts';

const fold = (word: string): string => word.toLowerCase().replace(/\.$/, '');

const MONTHS = new Map<string, ReadonlyMap<string, number>>();

/** The names of the months by themselves and in a date, long and short, as `Intl` has them. */
function monthsOf(tag: string): ReadonlyMap<string, number> {
  const known = MONTHS.get(tag);
  if (known) return known;
  const months = new Map<string, number>();
  for (const month of ['long', 'short'] as const)
    for (const options of [{ month }, { month, day: 'numeric', year: 'numeric' }] as const) {
      const format = new Intl.DateTimeFormat(tag, {
        ...options,
        timeZone: 'UTC',
        calendar: 'gregory',
      });
      for (let i = 0; i < 12; i++) {
        const parts = format.formatToParts(Date.UTC(2020, i, 15));
        const name = parts.find(({ type }) => type === 'month')?.value ?? '';
        if (/\p{L}{3}/u.test(name)) months.set(fold(name), i + 1);
      }
    }
  MONTHS.set(tag, months);
  return months;
}

const YEAR = '((?:19|20)\\d\\d)';
/** `12 mai 2024`, `12. Mai 2024`, `12 de mayo de 2024`, `1er mai 2024` */
const DAY_FIRST = new RegExp(
  `(?<![\\p{L}\\d])(\\d{1,2})(?:\\.|er|º|ª|-?e)?,? +(?:\\p{L}{1,2} +)?(\\p{L}{3,}\\.?),? +(?:\\p{L}{1,3} +)?${YEAR}(?!\\d)`,
  'gu',
);
/** `Mai 12, 2024`, as templates made for English print it in whichever language. */
const MONTH_FIRST = new RegExp(`(?<!\\p{L})(\\p{L}{3,}\\.?) (\\d{1,2}), ${YEAR}(?!\\d)`, 'gu');
/** `2024年5月12日`, `2024. 5. 12`, `2024-05-12` */
const YEAR_FIRST = new RegExp(
  `(?<!\\d)${YEAR}(?:年|년|[-./] ?)\\s*(\\d{1,2})(?:月|월|[-./] ?)\\s*(\\d{1,2})(?:日|일)?(?!\\d)`,
  'gu',
);
/** Day, month and year with points between them. */
const POINTED = new RegExp(`(?<![\\d.])(\\d{1,2})\\. ?(\\d{1,2})\\. ?${YEAR}(?!\\d)`, 'gu');
/** `12/05/2024` is a day in one order alone. */
const SLASHED = new RegExp(`(?<![\\d/])(\\d{1,2})[/-](\\d{1,2})[/-]${YEAR}(?!\\d)`, 'gu');

const dateAt = (
  { index, 0: printed }: RegExpExecArray,
  [year, month, day]: readonly [number, number, number],
): PrintedDate[] =>
  month >= 1 && month <= 12 && day >= 1 && day <= 31
    ? [
        {
          start: index,
          end: index + printed.length,
          year,
          month,
          day,
          weekday: null,
          range: false,
          printed,
        },
      ]
    : [];

/** Every full date of a text, in the order of their forms. */
export function fullDatesIn(text: string, tag: string): PrintedDate[] {
  const months = monthsOf(tag);
  return [
    ...[...text.matchAll(DAY_FIRST)].flatMap((found) =>
      dateAt(found, [Number(found[3]), months.get(fold(found[2] ?? '')) ?? 0, Number(found[1])]),
    ),
    ...[...text.matchAll(MONTH_FIRST)].flatMap((found) =>
      dateAt(found, [Number(found[3]), months.get(fold(found[1] ?? '')) ?? 0, Number(found[2])]),
    ),
    ...[...text.matchAll(YEAR_FIRST)].flatMap((found) =>
      dateAt(found, [Number(found[1]), Number(found[2]), Number(found[3])]),
    ),
    ...[...text.matchAll(POINTED)].flatMap((found) =>
      dateAt(found, [Number(found[3]), Number(found[2]), Number(found[1])]),
    ),
    ...[...text.matchAll(SLASHED)].flatMap((found) =>
      Number(found[1]) > 12
        ? dateAt(found, [Number(found[3]), Number(found[2]), Number(found[1])])
        : [],
    ),
  ];
}
