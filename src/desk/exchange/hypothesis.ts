/**
 * Hypothesis: rows of its API (one, a list, an answer of its search) and the file that its client exports.
 * https://h.readthedocs.io/en/latest/api-reference/v1/
 */
import { z } from 'zod';
import { dayOf, type Foreign, type ReadFile } from './foreign.ts';
import type { ExchangeFormat, Shared } from './format.ts';
import { checkedJson, isObject, listOf, pathInWords, readJson } from './json.ts';
import { readLines } from './labels.ts';
import { Selector, stretchOf } from './selectors.ts';

const Row = z.looseObject({
  id: z.string().optional(),
  user: z.string().optional(),
  user_info: z.looseObject({ display_name: z.string().nullish() }).nullish(),
  created: z.string().optional(),
  updated: z.string().optional(),
  uri: z.string({ error: 'expected the address of the page' }).min(1),
  text: z.string().nullish(),
  tags: z.array(z.string()).nullish(),
  references: z.array(z.string()).nullish(),
  target: z.array(
    z.looseObject({ source: z.string().optional(), selector: z.array(Selector).optional() }),
  ),
});
type Row = z.infer<typeof Row>;

const isRow = (value: unknown): boolean =>
  isObject(value) &&
  typeof value.uri === 'string' &&
  ('target' in value || 'user' in value || 'text' in value);

/** The rows, and the way to them; null where the file is of another format. */
function rowsIn(value: unknown): { rows: unknown; under: string[] } | null {
  if (isObject(value)) {
    if (Array.isArray(value.rows)) return { rows: value.rows, under: ['rows'] };
    if ('client_version' in value && 'annotations' in value)
      return { rows: value.annotations, under: ['annotations'] };
    return isRow(value) ? { rows: [value], under: [] } : null;
  }
  return Array.isArray(value) && value.some(isRow) ? { rows: value, under: [] } : null;
}

const REMEDY =
  'Take the rows as the API of Hypothesis gives them (https://api.hypothes.is/api/search), or the client’s export as JSON.';

/** `acct:ida@hypothes.is` as a name. */
const personOf = ({ user, user_info }: Row): string | null =>
  user_info?.display_name?.trim() || /^acct:([^@]+)@/.exec(user ?? '')?.[1] || null;

function readRow(row: Row, at: string): Foreign {
  const { says, rest } = readLines(row.text ?? '');
  const stretches = row.target.flatMap(({ selector }) => stretchOf(selector) ?? []);
  return {
    at,
    id: row.id ?? null,
    about: { addresses: addressesOf(row), text: null, name: null },
    stretches,
    isClaim: false,
    says,
    text: rest === '' ? [] : [rest],
    tags: row.tags ?? [],
    by: personOf(row),
    on: dayOf(row.updated) ?? dayOf(row.created),
    relations: [],
  };
}

/** Why an annotation has no words: it is of the page, or names them in a way that is not read. */
function whyNoWords({ target }: Row): string {
  const selectors = target.flatMap(({ selector }) => (selector ?? []) as { type?: unknown }[]);
  const types = selectors.map(({ type }) => String(type));
  return types.length === 0
    ? 'a note on the whole page, not on words'
    : `words told by ${[...new Set(types)].join(', ')} alone, expected a TextQuoteSelector or a TextPositionSelector`;
}

const addressesOf = ({ uri, target }: Row): string[] => [
  ...new Set([uri, ...target.flatMap(({ source }) => source ?? [])]),
];

export const hypothesis: ExchangeFormat = {
  id: 'hypothesis',
  name: 'Hypothesis JSON',
  recognises: (file) => /^\s*[[{]/.test(file.text) && rowsIn(safely(file)) !== null,
  read(file): ReadFile {
    const { rows = [], under = [] } = rowsIn(readJson(file)) ?? {};
    const shape = under.reduceRight<z.ZodType>(
      (inner, key) => z.looseObject({ [key]: inner }),
      z.array(Row),
    );
    const value = under.length > 0 ? { [under[0] ?? '']: rows } : rows;
    checkedJson(file, shape, value, REMEDY);
    const annotations: Foreign[] = [];
    const passedOver: string[] = [];
    for (const [i, row] of (rows as Row[]).entries()) {
      const at = pathInWords([...under, i]);
      if (listOf(row.references).length > 0) passedOver.push(`${at}: a reply, not on words`);
      else if (row.target.every(({ selector }) => stretchOf(selector) === null))
        passedOver.push(`${at}: ${whyNoWords(row)}`);
      else annotations.push(readRow(row, at));
    }
    return { annotations, passedOver };
  },
  write: (shared) => [
    {
      path: 'annotations.json',
      text: `${JSON.stringify({ total: shared.length, rows: shared.map(asRow) }, null, 1)}\n`,
    },
  ],
};

function safely(file: Parameters<ExchangeFormat['recognises']>[0]): unknown {
  try {
    return readJson(file);
  } catch {
    return null;
  }
}

function asRow({ id, page, title, lines, note, tags, by, on, stretches }: Shared) {
  return {
    id,
    ...(by && {
      user: `acct:${by.replace(/[^\w.]+/g, '_')}@local`,
      user_info: { display_name: by },
    }),
    ...(on && { created: `${on}T00:00:00+00:00`, updated: `${on}T00:00:00+00:00` }),
    uri: page,
    text: [
      ...lines.map(([label, value]) => `${label}: ${value}`),
      ...(note ? ['', note] : []),
    ].join('\n'),
    tags,
    document: { title: [title] },
    target: stretches.map(({ exact, prefix, suffix }) => ({
      source: page,
      selector: [{ type: 'TextQuoteSelector', exact, prefix, suffix }],
    })),
  };
}
