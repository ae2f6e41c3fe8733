/** Facets, counts, dates, order and repeats of the claims found, all from the table. Pure. */
import type { ClaimType, DateFact, Review } from '../model/records.ts';
import { at } from '../text/certain.ts';
import { byText } from '../text/order.ts';
import { meeting, yearsOf, type Days } from './intervals.ts';
import { FACETS, type Facet, type Sort } from './state.ts';
import { dateOf, sortDay, type ClaimTable, type TableDate } from './table.ts';

export type RowDate = Omit<DateFact, 'note'>;

/** A table opened for reading: facts of a row without searching for them. */
export interface Rows {
  table: ClaimTable;
  size: number;
  /** Number of the row's article in the table. */
  article(row: number): number;
  speaker(row: number): { id: string; name: string; kind: string } | null;
  outlet(row: number): { id: string; name: string } | null;
  type(row: number): ClaimType;
  review(row: number): Review;
  /** By which it is found; see `dateOf`. */
  date(row: number): RowDate;
  said(row: number): RowDate | null;
  published(row: number): RowDate;
  /** Ids of a row's values in a facet. */
  values(row: number, facet: Facet): readonly string[];
  /** The row whose words this one repeats; itself where it repeats none. */
  leader(row: number): number;
}

const NONE: readonly string[] = [];

/** Opens a table. */
export function openTable(table: ClaimTable): Rows {
  const size = table.speaker.length;
  const articleOf = new Int32Array(size);
  let first = 0;
  for (const [number, claims] of table.claims.entries()) {
    articleOf.fill(number, first, first + claims);
    first += claims;
  }
  const fact = ([edtf, from, to, basis]: TableDate) => ({
    edtf,
    from,
    to,
    basis: at(table.bases, basis),
  });
  const speakers = table.speakers.map(([id, name, number]) => {
    const kind = at(table.kinds, number);
    return { id, name, kind, ids: [id], kinds: [kind] };
  });
  const outlets = table.outlets.map(([id, name]) => ({ id, name, ids: [id] }));
  const types = table.types.map((type) => ({ type, list: [type] }));
  const reviews = table.reviews.map((review) => ({ review, list: [review] }));
  const digit = (column: string, row: number) => column.charCodeAt(row) - 48;
  const article = (row: number) => at(articleOf, row);
  // Where nobody is named the number is -1, of which no list has a member.
  const speaker = (row: number) => speakers[at(table.speaker, row)] ?? null;
  const outlet = (row: number) => outlets[at(table.outlet, article(row))] ?? null;
  const type = (row: number) => at(types, digit(table.type, row));
  const review = (row: number) => at(reviews, digit(table.review, row));
  const published = (row: number) => fact(at(table.dates, at(table.published, article(row))));
  const said = (row: number) => {
    const date = table.said[row];
    return date === undefined ? null : fact(at(table.dates, date));
  };
  return {
    table,
    size,
    article,
    speaker,
    outlet,
    type: (row) => type(row).type,
    review: (row) => review(row).review,
    date: (row) => dateOf(said(row), published(row)),
    said,
    published,
    values: (row, facet) => {
      switch (facet) {
        case 'speaker':
          return speaker(row)?.ids ?? NONE;
        case 'kind':
          return speaker(row)?.kinds ?? NONE;
        case 'outlet':
          return outlet(row)?.ids ?? NONE;
        case 'type':
          return type(row).list;
        case 'review':
          return review(row).list;
        case 'topic':
          return table.topic[row]?.map((n) => at(table.topics, n)[0]) ?? NONE;
        case 'place':
          return table.place[row]?.map((n) => at(table.places, n)[0]) ?? NONE;
      }
    },
    leader: (row) => table.same[row] ?? row,
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

/** Narrows, counts, orders and gathers what was found. */
export function select(
  found: readonly Found[],
  asked: Asked,
  years: { first: number; last: number } | null,
): Selection {
  const wanted = FACETS.flatMap((facet) =>
    asked.facets[facet].length > 0 ? [{ facet, values: new Set(asked.facets[facet]) }] : [],
  );
  const ranged = asked.dates.from !== null || asked.dates.to !== null;
  const counts = Object.fromEntries(
    FACETS.map((facet) => [facet, new Map<string, number>()]),
  ) as Selection['counts'];
  const perYear: Selection['years'] = new Map();
  const chosen: Found[] = [];
  let uncertain = 0;
  let undated = 0;
  const add = ({ rows, row }: Found, facet: Facet) => {
    const map = counts[facet];
    for (const value of rows.values(row, facet)) map.set(value, (map.get(value) ?? 0) + 1);
  };

  for (const claim of found) {
    const { rows, row } = claim;
    const failed = wanted.filter(
      ({ facet, values }) => !rows.values(row, facet).some((value) => values.has(value)),
    );
    if (failed.length > 1) continue;
    const date = rows.date(row);
    const met = ranged ? meeting(date, asked.dates) : 'inside';
    const inTime = met === 'inside' || met === 'meets';
    const [only] = failed;
    if (only) {
      // In this facet alone it has another value: so many would be found by that one.
      if (inTime) add(claim, only.facet);
      continue;
    }
    if (years) countYears(perYear, yearsOf(date, years.first, years.last));
    if (met === 'unknown') undated++;
    if (!inTime) continue;
    chosen.push(claim);
    if (met === 'meets') uncertain++;
    for (const facet of FACETS) add(claim, facet);
  }
  return {
    groups: gathered(inOrder(chosen, asked.sort)),
    claims: chosen.length,
    counts,
    years: perYear,
    uncertain,
    undated,
  };
}

/** Adds a claim to each of the years in which it may fall. */
function countYears(perYear: Selection['years'], within: readonly number[]): void {
  const unsure = within.length > 1 ? 1 : 0;
  for (const year of within) {
    const known = perYear.get(year) ?? { all: 0, unsure: 0 };
    perYear.set(year, { all: known.all + 1, unsure: known.unsure + unsure });
  }
}

const byPlace = (a: Found, b: Found) => a.bundle - b.bundle || a.row - b.row;

function inOrder(found: readonly Found[], sort: Sort): Found[] {
  if (sort === 'position') return [...found].sort(byPlace);
  if (sort === 'relevance') return [...found].sort((a, b) => b.score - a.score || byPlace(a, b));
  const sign = sort === 'newest' ? -1 : 1;
  const dated = found.map((claim) => ({ claim, day: sortDay(claim.rows.date(claim.row)) }));
  dated.sort((a, b) => {
    // Undated claims come last, whichever way the others run.
    const byDay =
      a.day === null || b.day === null
        ? Number(a.day === null) - Number(b.day === null)
        : sign * byText(a.day, b.day);
    return byDay || byPlace(a.claim, b.claim);
  });
  return dated.map(({ claim }) => claim);
}

/** Claims in their order, each with those that repeat the same words. */
function gathered(found: readonly Found[]): Group[] {
  const groups = new Map<string, Group>();
  for (const claim of found) {
    const key = `${claim.bundle} ${claim.rows.leader(claim.row)}`;
    const group = groups.get(key);
    if (group) group.others.push(claim);
    else groups.set(key, { lead: claim, others: [] });
  }
  return [...groups.values()];
}
