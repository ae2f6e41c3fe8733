/** The whole state of a search as an address, and back. Keys stand in a fixed order; what is as usual is left out. */
export const FACETS = ['speaker', 'kind', 'outlet', 'type', 'topic', 'place', 'review'] as const;
export type Facet = (typeof FACETS)[number];

export const SORTS = ['relevance', 'newest', 'oldest', 'position'] as const;
export type Sort = (typeof SORTS)[number];

export interface SearchState {
  q: string;
  /** Values within a facet mean "or"; facets together mean "and". Sorted, each once. */
  facets: Record<Facet, string[]>;
  /** `2018`, `2018-03` or `2018-03-05`, or empty; both ends belong to the range. */
  from: string;
  to: string;
  sort: Sort;
  /** From 1. */
  page: number;
}

const LONGEST = 1000;

const noFacets = (): Record<Facet, string[]> => ({
  speaker: [],
  kind: [],
  outlet: [],
  type: [],
  topic: [],
  place: [],
  review: [],
});

export const emptyState = (): SearchState => ({
  q: '',
  facets: noFacets(),
  from: '',
  to: '',
  sort: 'relevance',
  page: 1,
});

/** Reads a state from an address; what cannot be read is as usual. */
export function readState(params: URLSearchParams): SearchState {
  const state = emptyState();
  state.q = (params.get('q') ?? '').slice(0, LONGEST);
  for (const facet of FACETS) {
    state.facets[facet] = [
      ...new Set(
        params
          .getAll(facet)
          .map((value) => value.slice(0, LONGEST))
          .filter(Boolean),
      ),
    ].sort();
  }
  state.from = (params.get('from') ?? '').trim().slice(0, 10);
  state.to = (params.get('to') ?? '').trim().slice(0, 10);
  const sort = params.get('sort') as Sort;
  if (SORTS.includes(sort)) state.sort = sort;
  const page = params.get('page') ?? '';
  if (/^[1-9]\d{0,5}$/.test(page)) state.page = Number(page);
  return state;
}

/** The query string without `?`; empty for the empty state. */
export function writeState(state: SearchState): string {
  const params = new URLSearchParams();
  if (state.q) params.set('q', state.q);
  for (const facet of FACETS) for (const value of state.facets[facet]) params.append(facet, value);
  if (state.from) params.set('from', state.from);
  if (state.to) params.set('to', state.to);
  if (state.sort !== 'relevance') params.set('sort', state.sort);
  if (state.page > 1) params.set('page', String(state.page));
  return params.toString();
}

/** Nothing is asked and nothing is narrowed. */
export const isEmpty = (state: SearchState): boolean =>
  !state.q.trim() &&
  !state.from &&
  !state.to &&
  FACETS.every((facet) => state.facets[facet].length === 0);

/** The state with a facet's value switched on or off, on its first page. */
export function toggled(state: SearchState, facet: Facet, value: string): SearchState {
  const has = state.facets[facet].includes(value);
  const values = has
    ? state.facets[facet].filter((v) => v !== value)
    : [...state.facets[facet], value].sort();
  return { ...state, facets: { ...state.facets, [facet]: values }, page: 1 };
}
