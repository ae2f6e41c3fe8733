/** `speaker:` and its like: which ids a value of such a field means. */
import { plain, words } from '../../../search/fold.ts';
import type { Names } from '../../../search/names.ts';
import type { Rows } from '../../../search/select.ts';
import { nameMatches, nearestWord } from '../../../search/spelling.ts';
import type { Facet } from '../../../search/state.ts';
import type { ClaimTable } from '../../../search/table.ts';

const FACET_NAMES: Record<Facet, string> = {
  speaker: 'speaker',
  kind: 'kind of speaker',
  outlet: 'outlet',
  type: 'type',
  topic: 'topic',
  place: 'place',
  review: 'review',
};

/** Ids by facet, of which a claim must have one each; and what to tell the reader. */
export interface Limits {
  limits: ReadonlyMap<Facet, ReadonlySet<string>>;
  problems: string[];
}

/** What the fields of a query mean; `names` loads the other names of speakers and outlets. */
export async function limitsOf(
  fields: readonly { field: Facet; value: string }[],
  bundles: readonly { rows: Rows }[],
  names: () => Promise<Names>,
): Promise<Limits> {
  const limits = new Map<Facet, Set<string>>();
  const problems: string[] = [];
  for (const { field, value } of fields) {
    const { ids, near } = await meant(field, value, bundles, names);
    const none = `No ${FACET_NAMES[field]} here is called “${value}”`;
    if (ids.length === 0) problems.push(`${none}.`);
    else if (near) problems.push(`${none}; “${near}” was taken.`);
    limits.set(field, new Set([...(limits.get(field) ?? []), ...ids]));
  }
  return { limits, problems };
}

/** Ids that a field's value means, and the name that was taken instead where none is like it. */
async function meant(
  field: Facet,
  value: string,
  bundles: readonly { rows: Rows }[],
  names: () => Promise<Names>,
): Promise<{ ids: string[]; near: string | null }> {
  /** The names of each id, the first of them the one that is shown. */
  const list = new Map(
    bundles.flatMap(({ rows: { table } }) =>
      entriesOf(table, field).map(([id, name]): [string, string[]] => [id, [name, id]]),
    ),
  );
  const matching = () =>
    [...list]
      .filter(([, names]) => names.some((name) => nameMatches(value, name)))
      .map(([id]) => id);
  let ids = matching();
  if (ids.length > 0 || (field !== 'speaker' && field !== 'outlet')) return { ids, near: null };
  for (const [id, name, , ...aliases] of (await names())[`${field}s`])
    list.set(id, [name, id, ...aliases]);
  ids = matching();
  if (ids.length > 0) return { ids, near: null };
  const shown = [...list].map(([id, [name = id]]) => ({ id, name }));
  const near = mended(
    value,
    shown.flatMap(({ name }) => words(name).map(plain)),
  );
  ids = shown.filter(({ name }) => nameMatches(near, name)).map(({ id }) => id);
  return { ids, near: ids.length > 0 ? near : null };
}

/** What a table has in a facet: ids and names. Where a facet has fixed values, these are both. */
function entriesOf(table: ClaimTable, field: Facet): (readonly [string, string, ...unknown[]])[] {
  const fixed = (values: readonly string[]) => values.map((value) => [value, value] as const);
  switch (field) {
    case 'type':
      return fixed(table.types);
    case 'kind':
      return fixed(table.kinds);
    case 'review':
      return fixed(table.reviews);
    case 'speaker':
      return table.speakers;
    case 'outlet':
      return table.outlets;
    case 'topic':
      return table.topics;
    case 'place':
      return table.places;
  }
}

/** Each word as written where a known one begins with it, else the nearest known one. */
const mended = (value: string, known: readonly string[]): string =>
  words(value)
    .map((word) =>
      known.some((other) => other.startsWith(plain(word)))
        ? word
        : (nearestWord(word, known) ?? word),
    )
    .join(' ');
