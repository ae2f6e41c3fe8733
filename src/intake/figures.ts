/**
 * Dates that figures alone leave open: `06/05/2024` is a day in May or in June, `3 hours ago` counts from a moment that
 * the page does not state. What settles them is looked for; where nothing does, the line is named and no day is taken.
 */
import type { PageReader } from '../languages/index.ts';
import { edtfBounds } from '../model/dates.ts';
import type { Metadata, OpenDay, RoledBlock } from './printed.ts';

/** What beside a line may settle which of two figures is the day. */
export interface Evidence {
  /** The reading text of which the blocks are. */
  text: string;
  /** Where it was published, as far as the source states it. */
  original: string | null;
  /** BCP 47, as the source states it; `en-US` names a country. */
  languages: readonly string[];
  /** EDTF of the day of the capture. */
  captured: string | null;
}

/** The day with what settles it, a line that leaves it open, or neither. */
export interface DayOfFigures {
  published?: NonNullable<Metadata['published']>;
  open?: OpenDay;
}

const LONGEST_LINE = 120;
const FIGURES = /(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d{2})(?![\d/-])/g;
/** Words beside the figures on a line that dates an article. */
const MOST_WORDS = 8;

const two = (figure: string): string => figure.padStart(2, '0');
const isDay = (edtf: string): boolean => edtfBounds(edtf) !== undefined;

/** Looks in the head and the last lines of an article for the day that its other lines do not give. */
export function dayOfFigures(meta: Metadata, evidence: Evidence, page: PageReader): DayOfFigures {
  const lines = edgesOf(meta.blocks).map(({ start, end }) => ({
    start,
    end,
    line: evidence.text.slice(start, end).trim(),
  }));
  const short = lines.filter(({ line }) => line.length <= LONGEST_LINE);
  const inOrder = [...short].sort(
    (a, b) => Number(page.tellsOfChange(a.line)) - Number(page.tellsOfChange(b.line)),
  );
  for (const { line, start, end } of inOrder) {
    const [found] = line.matchAll(FIGURES);
    if (!found || !isOfDates(line)) continue;
    const [printed = '', a = '', mark = '', b = '', year = ''] = found;
    const dayFirst = `${year}-${two(b)}-${two(a)}`;
    const monthFirst = `${year}-${two(a)}-${two(b)}`;
    const readings = [dayFirst, monthFirst].filter(isDay);
    const settled = settle({ dayFirst, monthFirst, weekday: page.weekday(line), mark }, evidence);
    if (settled) return { published: { ...settled, printed, basis: 'inferred' } };
    if (readings.length > 0) return { open: { printed, readings, start, end } };
  }
  for (const { line, start, end } of inOrder) {
    const back = page.daysBack(line);
    if (back) return countedBack({ printed: line, start, end }, back, evidence.captured);
  }
  return {};
}

/** Whether a line says when, and no more than by whom: no sentence of the article. */
const isOfDates = (line: string): boolean =>
  !/[.!?…]["”’»)]*$/.test(line) && (line.match(/\p{L}+/gu) ?? []).length <= MOST_WORDS;

/** Blocks above the running text and the last ones. */
function edgesOf(blocks: readonly RoledBlock[]): RoledBlock[] {
  const kept = blocks.filter(
    ({ role, rule }) =>
      role !== 'title' &&
      (role !== 'boilerplate' || rule === 'published-ago' || rule === 'page-times'),
  );
  const isText = ({ role, start, end }: RoledBlock) =>
    role === 'quote' || (role === 'paragraph' && end - start > LONGEST_LINE);
  const opens = kept.findIndex(isText);
  const head = opens < 0 ? kept : kept.slice(0, opens);
  return [...head, ...kept.slice(Math.max(head.length, kept.length - 3))];
}

interface Choice {
  dayFirst: string;
  monthFirst: string;
  /** The day of the week that stands beside it, from Sunday, 0. */
  weekday: number | null;
  mark: string;
}

type Settled = { edtf: string; where: string } | null;

function settle({ dayFirst, monthFirst, weekday, mark }: Choice, evidence: Evidence): Settled {
  if (!isDay(dayFirst) && !isDay(monthFirst)) return null;
  if (dayFirst === monthFirst) return { edtf: dayFirst, where: 'day and month are the same' };
  const take = (isDayFirst: boolean, why: string): Settled => ({
    edtf: isDayFirst ? dayFirst : monthFirst,
    where: `read with the ${isDayFirst ? 'day' : 'month'} first, ${why}`,
  });
  const fits = (edtf: string) =>
    isDay(edtf) && (weekday === null || new Date(`${edtf}T00:00:00Z`).getUTCDay() === weekday);
  if (fits(dayFirst) !== fits(monthFirst))
    return take(fits(dayFirst), 'since the other is no such day');
  const { captured } = evidence;
  const isLater = (edtf: string) => captured !== null && edtf > captured.slice(0, 10);
  if (isLater(dayFirst) !== isLater(monthFirst))
    return take(isLater(monthFirst), 'since the other is after the day of the capture');
  const other = orderElsewhere(evidence.text, mark);
  if (other) return take(other.isDayFirst, `as “${other.printed}” in the same text`);
  const country = countryOf(evidence);
  return country && take(country.isDayFirst, `as is usual where ${country.by} says it is from`);
}

/** The order of another date in the same figures that leaves nothing open; null where there is none, or both are found. */
function orderElsewhere(
  text: string,
  mark: string,
): { isDayFirst: boolean; printed: string } | null {
  const found = [...text.matchAll(FIGURES)].flatMap(([printed, a, own, b, year]) => {
    if (own !== mark) return [];
    const [dayFirst, monthFirst] = [
      isDay(`${year}-${two(b ?? '')}-${two(a ?? '')}`),
      isDay(`${year}-${two(a ?? '')}-${two(b ?? '')}`),
    ];
    return dayFirst === monthFirst ? [] : [{ isDayFirst: dayFirst, printed }];
  });
  const [first] = found;
  return first && found.every(({ isDayFirst }) => isDayFirst === first.isDayFirst) ? first : null;
}

/** Countries that print the month first, by the end of an address or of the tag of a language. */
const MONTH_FIRST = new Set(['us', 'ph', 'fm', 'pw', 'mh', 'gov', 'mil', 'edu']);
/** Countries in whose English, and other languages, the day stands first; Canada prints both. */
const DAY_FIRST = new Set(
  'uk gb ie au nz in za ng ke gh pk bd lk sg my hk mt jm tt de at ch fr be nl it es pt se no dk fi pl cz sk hu ro bg gr tr ru ua il ae sa eg ma dz tn br ar cl co mx pe ve ec uy id th vn'.split(
    ' ',
  ),
);

function countryOf({ original, languages }: Evidence): { isDayFirst: boolean; by: string } | null {
  const host = original !== null && URL.canParse(original) ? new URL(original).hostname : '';
  const given: [code: string, by: string][] = [
    [host.split('.').at(-1) ?? '', 'its address'],
    ...languages.map((tag): [string, string] => [
      /^[a-z]{2,3}[-_]([a-z]{2})$/i.exec(tag)?.[1] ?? '',
      'the language that it states',
    ]),
  ];
  const told = given.flatMap(([code, by]) => {
    const low = code.toLowerCase();
    if (MONTH_FIRST.has(low)) return [{ isDayFirst: false, by }];
    return DAY_FIRST.has(low) ? [{ isDayFirst: true, by }] : [];
  });
  const [first] = told;
  return first && told.every(({ isDayFirst }) => isDayFirst === first.isDayFirst) ? first : null;
}

const DAY = 86_400_000;

/** The day of a line that counts back, from that on which the page was saved. */
function countedBack(
  line: { printed: string; start: number; end: number },
  { least, most }: { least: number; most: number },
  captured: string | null,
): DayOfFigures {
  if (captured === null || !/^\d{4}-\d{2}-\d{2}/.test(captured))
    return { open: { ...line, readings: [] } };
  const from = Date.parse(`${captured.slice(0, 10)}T00:00:00Z`);
  const day = (back: number) => new Date(from - back * DAY).toISOString().slice(0, 10);
  return {
    published: {
      edtf: least === most ? day(least) : `${day(most)}/${day(least)}`,
      printed: line.printed,
      basis: 'inferred',
      where: `counted from the day of the capture, ${captured.slice(0, 10)}`,
    },
  };
}
