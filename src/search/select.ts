/** Facets, counts, dates, order and repeats of the claims found, all from the table. Pure. */
import type { ClaimType, DateFact, Review } from '../model/records.ts';
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
  let at = 0;
  table.claims.forEach((n, article) => {
    articleOf.fill(article, at, at + n);
    at += n;
  });
  const fact = ([edtf, from, to, basis]: TableDate) => ({
    edtf,
    from,
    to,
    basis: table.bases[basis]!,
  });
  const speakers = table.speakers.map(([id, name, kind]) => ({
    id,
    name,
    kind: table.kinds[kind]!,
    ids: [id],
    kinds: [table.kinds[kind]!],
  }));
  const outlets = table.outlets.map(([id, name]) => ({ id, name, ids: [id] }));
  const typeOf = table.types.map((type) => [type]);
  const reviewOf = table.reviews.map((review) => [review]);
  const digit = (column: string, row: number) => column.charCodeAt(row) - 48;
  const published = (row: number) => fact(table.dates[table.published[articleOf[row]!]!]!);
  const said = (row: number) => {
    const date = table.said[row];
    return date === undefined ? null : fact(table.dates[date]!);
  };
  return {
    table,
    size,
    article: (row) => articleOf[row]!,
    speaker: (row) => speakers[table.speaker[row]!] ?? null,
    outlet: (row) => outlets[table.outlet[articleOf[row]!]!] ?? null,
    type: (row) => table.types[digit(table.type, row)]!,
    review: (row) => table.reviews[digit(table.review, row)]!,
    date: (row) => dateOf(said(row), published(row)),
    said,
    published,
    values: (row, facet) => {
      switch (facet) {
        case 'speaker':
          return speakers[table.speaker[row]!]?.ids ?? NONE;
        case 'kind':
          return speakers[table.speaker[row]!]?.kinds ?? NONE;
        case 'outlet':
          return outlets[table.outlet[articleOf[row]!]!]?.ids ?? NONE;
        case 'type':
          return typeOf[digit(table.type, row)]!;
        case 'review':
          return reviewOf[digit(table.review, row)]!;
        case 'topic':
          return table.topic[row]?.map((n) => table.topics[n]![0]) ?? NONE;
        case 'place':
          return table.place[row]?.map((n) => table.places[n]![0]) ?? NONE;
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
  const wanted = FACETS.map((facet) =>
    asked.facets[facet].length > 0 ? new Set(asked.facets[facet]) : null,
  );
  const ranged = asked.dates.from !== null || asked.dates.to !== null;
  const counts = Object.fromEntries(
    FACETS.map((facet) => [facet, new Map<string, number>()]),
  ) as Selection['counts'];
  const perYear: Selection['years'] = new Map();
  const chosen: Found[] = [];
  let uncertain = 0;
  let undated = 0;
  const add = (map: Map<string, number>, value: string) =>
    map.set(value, (map.get(value) ?? 0) + 1);

  for (const claim of found) {
    const { rows, row } = claim;
    const values = FACETS.map((facet) => rows.values(row, facet));
    const failed: number[] = [];
    for (const [i, set] of wanted.entries())
      if (set && !values[i]!.some((value) => set.has(value))) failed.push(i);
    const date = rows.date(row);
    const met = ranged ? meeting(date, asked.dates) : 'inside';
    const inTime = met === 'inside' || met === 'meets';
    if (failed.length === 0 && years) {
      const within = yearsOf(date, years.first, years.last);
      for (const year of within) {
        const known = perYear.get(year) ?? { all: 0, unsure: 0 };
        perYear.set(year, {
          all: known.all + 1,
          unsure: known.unsure + (within.length > 1 ? 1 : 0),
        });
      }
    }
    if (failed.length === 0 && met === 'unknown') undated++;
    if (!inTime) continue;
    if (failed.length === 0) {
      chosen.push(claim);
      if (met === 'meets') uncertain++;
      FACETS.forEach((facet, i) => values[i]!.forEach((value) => add(counts[facet], value)));
    } else if (failed.length === 1) {
      values[failed[0]!]!.forEach((value) => add(counts[FACETS[failed[0]!]!], value));
    }
  }

  const place = (a: Found, b: Found) => a.bundle - b.bundle || a.row - b.row;
  const day = new Map(
    asked.sort === 'newest' || asked.sort === 'oldest'
      ? chosen.map((c) => [c, sortDay(c.rows.date(c.row))])
      : [],
  );
  const byDay = (a: Found, b: Found, sign: number) => {
    const [x, y] = [day.get(a) ?? null, day.get(b) ?? null];
    // Undated claims come last, whichever way the others run.
    if (x === null || y === null) return x === y ? place(a, b) : x === null ? 1 : -1;
    return (x < y ? -sign : x > y ? sign : 0) || place(a, b);
  };
  if (asked.sort === 'newest') chosen.sort((a, b) => byDay(a, b, -1));
  else if (asked.sort === 'oldest') chosen.sort((a, b) => byDay(a, b, 1));
  else if (asked.sort === 'position') chosen.sort(place);
  else chosen.sort((a, b) => b.score - a.score || place(a, b));

  const groups = new Map<string, Group>();
  for (const claim of chosen) {
    const key = `${claim.bundle} ${claim.rows.leader(claim.row)}`;
    const group = groups.get(key);
    if (group) group.others.push(claim);
    else groups.set(key, { lead: claim, others: [] });
  }
  return {
    groups: [...groups.values()],
    claims: chosen.length,
    counts,
    years: perYear,
    uncertain,
    undated,
  };
}
