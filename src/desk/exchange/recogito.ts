/**
 * Recogito: annotations as `@recogito/text-annotator` keeps them. (What older versions and the platform export as
 * Web Annotations is read as those.) https://github.com/recogito/text-annotator-js
 */
import { z } from 'zod';
import { dayOf, type Foreign, type ReadFile } from './foreign.ts';
import type { ExchangeFormat, Shared } from './format.ts';
import { checkedJson, isObject, listOf, pathInWords, readJson } from './json.ts';
import { fieldOf, readLines } from './labels.ts';

const REMEDY =
  'Export the annotations again as the annotator gives them (`getAnnotations()`), as JSON.';

const User = z.looseObject({ id: z.string().optional(), name: z.string().optional() });
const Offset = z.int({ error: 'expected a whole number' }).nonnegative();
const Row = z.looseObject({
  id: z.string().min(1),
  bodies: z.array(
    z.looseObject({
      purpose: z.string().optional(),
      value: z.string().optional(),
      creator: User.optional(),
      created: z.string().optional(),
    }),
  ),
  target: z.looseObject({
    selector: z.union([
      z.array(
        z
          .looseObject({
            quote: z.string().min(1, { error: 'expected the words of the quotation' }),
            start: Offset,
            end: Offset,
          })
          .refine(({ start, end }) => start < end, { error: 'expected an end behind the start' }),
      ),
      z.array(z.never()),
    ]),
    creator: User.optional(),
    created: z.string().optional(),
    updated: z.string().optional(),
    source: z.string().optional(),
  }),
});
type Row = z.infer<typeof Row>;

const isRow = (value: unknown): boolean =>
  isObject(value) && 'bodies' in value && isObject(value.target);

function readRow({ id, bodies, target }: Row, at: string): Foreign {
  const says: [string, string][] = [];
  const text: string[] = [];
  const tags: string[] = [];
  for (const { purpose, value = '' } of bodies)
    if (purpose === 'tagging' || purpose === 'classifying') {
      const [, label = '', rest = ''] = /^([^:]{2,24}):\s*(\S.*)$/.exec(value) ?? [];
      if (label !== '' && fieldOf(label) !== null) says.push([label, rest]);
      else if (value.trim() !== '') tags.push(value);
    } else {
      const lines = readLines(value);
      says.push(...lines.says);
      if (lines.rest !== '') text.push(lines.rest);
    }
  const creator = target.creator ?? bodies.find((body) => body.creator)?.creator;
  return {
    at,
    id,
    about: { addresses: target.source ? [target.source] : [], text: null, name: null },
    stretches: target.selector.map(({ quote, start, end }) => ({
      exact: quote,
      prefix: '',
      suffix: '',
      position: { start, end },
    })),
    isClaim: false,
    says,
    text,
    tags,
    by: creator?.name ?? null,
    on:
      dayOf(target.updated) ??
      dayOf(target.created) ??
      dayOf(bodies.find(({ created }) => created)?.created),
    relations: [],
  };
}

export const recogito: ExchangeFormat = {
  id: 'recogito',
  name: 'Recogito JSON',
  recognises(file) {
    if (!/^\s*[[{]/.test(file.text)) return false;
    try {
      const list = listOf(readJson(file));
      return list.length > 0 && list.some(isRow);
    } catch {
      return false;
    }
  },
  read(file): ReadFile {
    const value = readJson(file);
    const rows = Array.isArray(value)
      ? checkedJson(file, z.array(Row), value, REMEDY)
      : [checkedJson(file, Row, value, REMEDY)];
    const passedOver: string[] = [];
    const annotations = rows.flatMap((row, i) => {
      const at = Array.isArray(value) ? pathInWords([i]) : 'the annotation';
      if (row.target.selector.length > 0) return [readRow(row, at)];
      passedOver.push(`${at}: on no words`);
      return [];
    });
    return { annotations, passedOver };
  },
  write: (shared) => [
    { path: 'annotations.json', text: `${JSON.stringify(shared.map(asRow), null, 1)}\n` },
  ],
};

function asRow({ id, source, lines, note, tags, by, on, stretches }: Shared) {
  const created = on ? { created: `${on}T00:00:00.000Z` } : {};
  const creator = by ? { creator: { id: by, name: by } } : {};
  const body = (n: number, purpose: string, value: string) => ({
    id: `${id}-${n}`,
    annotation: id,
    purpose,
    value,
    ...creator,
    ...created,
  });
  const values = [
    ...lines.map(([label, value]) => ['tagging', `${label}: ${value}`] as const),
    ...tags.map((tag) => ['tagging', tag] as const),
    ...(note ? [['commenting', note] as const] : []),
  ];
  return {
    id,
    bodies: values.map(([purpose, value], n) => body(n + 1, purpose, value)),
    target: {
      annotation: id,
      source,
      // The annotator counts UTF-16 units of the text that it shows.
      selector: stretches.map(({ exact, start, end }) => ({ quote: exact, start, end })),
      ...creator,
      ...created,
    },
  };
}
