/** Facets, counts, dates, order and repeats of the claims found, all from the table. Pure. */
import type { ClaimType, DateFact, Review } from '../model/records.ts';
import { at } from '../text/certain.ts';
import { meeting, yearsOf, type Days, type Meeting } from './intervals.ts';
import { FACETS, type Facet, type Sort } from './state.ts';
import { dateOf, sortDay, type ClaimTable, type TableDate } from './table.ts';

export type RowDate = Omit<DateFact, 'note'>;

/** A table opened for reading: facts of a row without searching for them. */
export interface Rows {
  table: ClaimTable;
  size: number;
  /** Number of the row's article in the table. */
  article(row: number): number;
  /** The first row of an article, by its number. */
  firstOf(article: number): number;
  speaker(row: number): { id: string; name: string; kind: string } | null;
  outlet(row: number): { id: string; name: string } | null;
  type(row: number): ClaimType;
  review(row: number): Review;
  /** By which it is found; see `dateOf`. */
  date(row: number): RowDate;
  /** Number of that date in the table. */
  dateNumber(row: number): number;
  said(row: number): RowDate | null;
  published(row: number): RowDate;
  /** What a facet has in this table: ids, and the numbers of those that a row has. */
  facets: Record<Facet, FacetColumn>;
  /** Ids of a row's values in a facet. */
  values(row: number, facet: Facet): readonly string[];
  /** Of claims in which one speaker says the same words, the first row; null where a claim is the only one. */
  leader(row: number): number | null;
}

/** The values of a facet: their ids, and which of them a row has, by number. */
export interface FacetColumn {
  ids: readonly string[];
  of(row: number): readonly number[];
}

const NONE: readonly number[] = [];

/** Opens a table. */
export function openTable(table: ClaimTable): Rows {
  const size = table.speaker.length;
  const articleOf = new Int32Array(size);
  const firsts: number[] = [];
  let first = 0;
  for (const [number, claims] of table.claims.entries()) {
    firsts.push(first);
    articleOf.fill(number, first, first + claims);
    first += claims;
  }
  const dates = table.dates.map(([edtf, from, to, basis]: TableDate) => ({
    edtf,
    from,
    to,
    basis: at(table.bases, basis),
  }));
  const speakers = table.speakers.map(([id, name, kind]) => ({
    id,
    name,
    kind: at(table.kinds, kind),
  }));
  const outlets = table.outlets.map(([id, name]) => ({ id, name }));
  const digit = (column: string, row: number) => column.charCodeAt(row) - 48;
  const article = (row: number) => at(articleOf, row);
  // Where nobody is named the number is -1, of which no list has a member.
  const speaker = (row: number) => speakers[at(table.speaker, row)] ?? null;
  const outlet = (row: number) => outlets[at(table.outlet, article(row))] ?? null;
  const publishedNumber = (row: number) => at(table.published, article(row));
  const published = (row: number) => at(dates, publishedNumber(row));
  const said = (row: number) => {
    const number = table.said[row];
    return number === undefined ? null : at(dates, number);
  };
  const dateNumber = (row: number) => {
    const number = table.said[row];
    if (number === undefined) return publishedNumber(row);
    const date = at(dates, number);
    return dateOf(date, published(row)) === date ? number : publishedNumber(row);
  };
  const facets = facetsOf(table, { article, digit });
  const leaders: Record<string, number> = { ...table.same };
  for (const leader of Object.values(table.same)) leaders[leader] = leader;
  return {
    table,
    size,
    article,
    firstOf: (number) => at(firsts, number),
    speaker,
    outlet,
    type: (row) => at(table.types, digit(table.type, row)),
    review: (row) => at(table.reviews, digit(table.review, row)),
    date: (row) => at(dates, dateNumber(row)),
    dateNumber,
    said,
    published,
    facets,
    values: (row, facet) => facets[facet].of(row).map((number) => at(facets[facet].ids, number)),
    leader: (row) => leaders[row] ?? null,
  };
}

/** The columns of a table by which its claims are narrowed. */
function facetsOf(
  table: ClaimTable,
  {
    article,
    digit,
  }: { article: (row: number) => number; digit: (column: string, row: number) => number },
): Rows['facets'] {
  // Each number in a list of its own, made once.
  const most = Math.max(table.speakers.length, table.outlets.length, 10, table.kinds.length);
  const single = Array.from({ length: most }, (_, number) => [number]);
  const one = (number: number): readonly number[] => single[number] ?? NONE;
  const kindOf = table.speakers.map(([, , kind]) => kind);
  const ids = (list: readonly (readonly [string, string, ...unknown[]])[]) =>
    list.map(([id]) => id);
  return {
    speaker: { ids: ids(table.speakers), of: (row) => one(at(table.speaker, row)) },
    kind: { ids: table.kinds, of: (row) => one(kindOf[at(table.speaker, row)] ?? -1) },
    outlet: { ids: ids(table.outlets), of: (row) => one(at(table.outlet, article(row))) },
    type: { ids: table.types, of: (row) => one(digit(table.type, row)) },
    review: { ids: table.reviews, of: (row) => one(digit(table.review, row)) },
    topic: { ids: ids(table.topics), of: (row) => table.topic[row] ?? NONE },
    place: { ids: ids(table.places), of: (row) => table.place[row] ?? NONE },
  };
}

/** A claim that the words found, in one of the open tables. */
export interface Found {
  rows: Rows;
  row: number;
  score: number;
  /** Number of the bundle; the newest is 0. */ bundle: number;
}

export interface Asked {
  facets: Record<Facet, readonly string[]>;
  dates: Days;
  sort: Sort;
}

/** A claim to show, and how many others repeat it among those found. */
export interface Group {
  lead: Found;
  others: Found[];
}

export interface Selection {
  groups: Group[];
  /** Claims, repeats counted. */
  claims: number;
  /** How many claims each value would give, were it the only one chosen in its facet. */
  counts: Record<Facet, Map<string, number>>;
  /** How many claims each year would give, and how many of these may fall in another. */
  years: Map<number, { all: number; unsure: number }>;
  /** Claims whose date may lie outside the range, and claims left out as they have none. */
  uncertain: number;
  undated: number;
}

/** How the claims of one table are counted: by the numbers of its values and dates. */
class Counter {
  readonly counts: Record<Facet, Uint32Array>;
  /** Claims that have everything but what lies in time, by date. */
  readonly dated: Uint32Array;
  /** The numbers of the values chosen, in each facet in which any are. */
  readonly wanted: readonly { column: FacetColumn; facet: Facet; numbers: ReadonlySet<number> }[];
  private readonly met: (Meeting | undefined)[] = [];
  private readonly rows: Rows;
  private readonly range: Days;
  private readonly columns: readonly { column: FacetColumn; facet: Facet }[];

  constructor(rows: Rows, { facets, dates }: Asked) {
    this.rows = rows;
    this.range = dates;
    this.columns = FACETS.map((facet) => ({ facet, column: rows.facets[facet] }));
    this.counts = Object.fromEntries(
      this.columns.map(({ facet, column }) => [facet, new Uint32Array(column.ids.length)]),
    ) as Counter['counts'];
    this.dated = new Uint32Array(rows.table.dates.length);
    this.wanted = this.columns
      .filter(({ facet }) => facets[facet].length > 0)
      .map(({ facet, column }) => {
        const numbers = facets[facet].map((id) => column.ids.indexOf(id));
        return { facet, column, numbers: new Set(numbers) };
      });
  }

  /** How the claim's date stands to the range that was asked for. */
  meeting(date: number): Meeting {
    const known = this.met[date];
    if (known) return known;
    const isRanged = this.range.from !== null || this.range.to !== null;
    const { dates } = this.rows.table;
    const [, from, to] = at(dates, date);
    return (this.met[date] = isRanged ? meeting({ from, to }, this.range) : 'inside');
  }

  /** Counts the claim's values in one facet, or in all. */
  add(row: number, only: Facet | null): void {
    for (const { facet, column } of this.columns) {
      if (only !== null && facet !== only) continue;
      const counts = this.counts[facet];
      for (const number of column.of(row)) counts[number] = at(counts, number) + 1;
    }
  }
}

/** Narrows, counts, orders and gathers what was found. */
export function select(
  found: readonly Found[],
  asked: Asked,
  years: { first: number; last: number } | null,
): Selection {
  const counters = new Map<Rows, Counter>();
  const chosen: Found[] = [];
  let uncertain = 0;
  let undated = 0;
  for (const claim of found) {
    const { rows, row } = claim;
    let counter = counters.get(rows);
    if (!counter) counters.set(rows, (counter = new Counter(rows, asked)));
    let failed: Facet | null = null;
    let fails = 0;
    for (const { column, facet, numbers } of counter.wanted) {
      if (column.of(row).some((number) => numbers.has(number))) continue;
      failed = facet;
      fails++;
    }
    if (fails > 1) continue;
    const date = rows.dateNumber(row);
    const met = counter.meeting(date);
    const inTime = met === 'inside' || met === 'meets';
    if (failed !== null) {
      // In this facet alone it has another value: so many would be found by that one.
      if (inTime) counter.add(row, failed);
      continue;
    }
    counter.dated[date] = at(counter.dated, date) + 1;
    if (met === 'unknown') undated++;
    if (!inTime) continue;
    chosen.push(claim);
    if (met === 'meets') uncertain++;
    counter.add(row, null);
  }
  return {
    groups: gathered(inOrder(chosen, asked.sort)),
    claims: chosen.length,
    counts: countsById(counters),
    years: countYears(counters, years),
    uncertain,
    undated,
  };
}

/** How many claims of all tables have each value. */
function countsById(counters: ReadonlyMap<Rows, Counter>): Selection['counts'] {
  const all = Object.fromEntries(
    FACETS.map((facet) => [facet, new Map<string, number>()]),
  ) as Selection['counts'];
  for (const [{ facets }, { counts }] of counters) {
    for (const facet of FACETS) {
      const map = all[facet];
      counts[facet].forEach((count, number) => {
        const id = at(facets[facet].ids, number);
        if (count > 0) map.set(id, (map.get(id) ?? 0) + count);
      });
    }
  }
  return all;
}

/** How many claims may fall in each year between the first and the last. */
function countYears(
  counters: ReadonlyMap<Rows, Counter>,
  ends: { first: number; last: number } | null,
): Selection['years'] {
  const perYear: Selection['years'] = new Map();
  if (!ends) return perYear;
  for (const [{ table }, { dated }] of counters) {
    for (const [number, [, from, to]] of table.dates.entries()) {
      const count = at(dated, number);
      if (count === 0) continue;
      const within = yearsOf({ from, to }, ends.first, ends.last);
      const unsure = within.length > 1 ? count : 0;
      for (const year of within) {
        const known = perYear.get(year) ?? { all: 0, unsure: 0 };
        perYear.set(year, { all: known.all + count, unsure: known.unsure + unsure });
      }
    }
  }
  return perYear;
}

const byPlace = (a: Found, b: Found) => a.bundle - b.bundle || a.row - b.row;

function inOrder(found: readonly Found[], sort: Sort): Found[] {
  if (sort === 'position') return [...found].sort(byPlace);
  if (sort === 'relevance') return [...found].sort((a, b) => b.score - a.score || byPlace(a, b));
  const daysOf = new Map<Rows, readonly number[]>();
  const dayOf = ({ rows, row }: Found) => {
    let days = daysOf.get(rows);
    if (!days) daysOf.set(rows, (days = sortDays(rows.table, sort)));
    return at(days, rows.dateNumber(row));
  };
  const dated = found.map((claim) => ({ claim, day: dayOf(claim) }));
  dated.sort((a, b) => a.day - b.day || byPlace(a.claim, b.claim));
  return dated.map(({ claim }) => claim);
}

/** A number by which each date sorts; undated claims come last, whichever way the others run. */
const sortDays = ({ dates }: ClaimTable, sort: 'newest' | 'oldest'): number[] =>
  dates.map(([, from, to]) => {
    const day = sortDay({ from, to });
    if (day === null) return 1e9; // no infinity, of which two have no difference
    const number = Number(day.replaceAll('-', ''));
    return sort === 'newest' ? -number : number;
  });

/** Claims in their order, each with those that repeat the same words. */
function gathered(found: readonly Found[]): Group[] {
  const groups: Group[] = [];
  /** Of what is repeated or repeats: its group, by bundle and leader. */
  const repeated = new Map<number, Group>();
  for (const claim of found) {
    const leader = claim.rows.leader(claim.row);
    const key = claim.bundle * MOST_ROWS + (leader ?? 0);
    const group = leader === null ? undefined : repeated.get(key);
    if (group) group.others.push(claim);
    else {
      const own: Group = { lead: claim, others: [] };
      groups.push(own);
      if (leader !== null) repeated.set(key, own);
    }
  }
  return groups;
}

/** More than any table has. */
const MOST_ROWS = 2 ** 32;
