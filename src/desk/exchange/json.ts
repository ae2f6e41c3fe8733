/** Files of JSON: read, checked by a schema, with the line of each value that is not in order. */
import { LineCounter, parseDocument, type Node } from 'yaml';
import type { z } from 'zod';
import { Malformed, shown, type Fault, type GivenFile } from './foreign.ts';

/** The value of a file of JSON; throws `Malformed` with line and column where it is none. */
export function readJson({ path, text }: GivenFile): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, '')) as unknown;
  } catch (error) {
    const { message } = error as Error;
    const told = /position (\d+)/.exec(message)?.[1];
    const offset = Number(told ?? text.length);
    const rest = told === undefined ? text : text.slice(offset, offset + 30);
    const found = rest.trim() === '' ? 'the end of the file' : shown(rest);
    throw new Malformed([
      {
        path,
        place: told === undefined && !/end of JSON/.test(message) ? null : placeOf(text, offset),
        found: text.trim() === '' ? 'an empty file' : found,
        expected: `JSON (${message.split('\n')[0]})`,
        remedy: 'Export the file again; one that was cut short cannot be read.',
      },
    ]);
  }
}

const placeOf = (text: string, offset: number): string => {
  const before = text.slice(0, offset).split('\n');
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
};

/** A path as a program writes it: `rows[3].target[0]`. */
export const pathInWords = (path: readonly PropertyKey[]): string =>
  path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');

/** The line on which a value stands; null where that cannot be told. */
function lineOf(text: string, path: readonly PropertyKey[]): number | null {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, schema: 'core', strict: false });
  for (let length = path.length; length >= 0; length--) {
    const node = document.getIn(path.slice(0, length), true) as Node | undefined;
    if (node?.range) return lines.linePos(node.range[0]).line;
  }
  return null;
}

/** What a schema finds wrong with a value, one fault each; at most 20 of them. */
function faultsOf(
  file: GivenFile,
  value: unknown,
  issues: readonly z.core.$ZodIssue[],
  remedy: string,
  under: readonly PropertyKey[] = [],
): Fault[] {
  return issues.slice(0, 20).map((issue) => {
    const { path, message } = innermost(issue);
    const full = [...under, ...path];
    const line = lineOf(file.text, full);
    const where = pathInWords(full);
    return {
      path: file.path,
      place: [line && `line ${line}`, where].filter(Boolean).join(', ') || null,
      found: shown(valueAt(value, path)),
      expected: message.replace(/^Invalid input: /, '').replace(/^expected /, ''),
      remedy,
    };
  });
}

/** Of a choice of forms, what is wrong with the one that fits best. */
function innermost(issue: z.core.$ZodIssue): { path: PropertyKey[]; message: string } {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return issue;
  const branches = issue.errors.map((branch) =>
    branch.map((one) => innermost(one)).sort((a, b) => b.path.length - a.path.length),
  );
  const [best] = branches.sort((a, b) => (b[0]?.path.length ?? 0) - (a[0]?.path.length ?? 0));
  const deepest = best?.[0];
  return deepest && deepest.path.length > 0
    ? { path: [...issue.path, ...deepest.path], message: deepest.message }
    : { path: issue.path, message: wantedBy(issue) };
}

/** What any form of a choice would be: `string or object`. */
function wantedBy(issue: z.core.$ZodIssue): string {
  const kinds = (one: z.core.$ZodIssue): string[] => {
    if (one.code === 'invalid_union') return one.errors.flat().flatMap(kinds);
    return one.code === 'invalid_type' && one.path.length === 0 ? [one.expected] : [];
  };
  return [...new Set(kinds({ ...issue, path: [] }))].join(' or ') || issue.message;
}

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (one, step) =>
      typeof one === 'object' && one !== null
        ? (one as Record<PropertyKey, unknown>)[step]
        : undefined,
    value,
  );

/** A value by its schema; throws `Malformed` with all that is wrong. */
export function checkedJson<Schema extends z.ZodType>(
  file: GivenFile,
  schema: Schema,
  value: unknown,
  remedy: string,
  under: readonly PropertyKey[] = [],
): z.infer<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new Malformed(faultsOf(file, value, result.error.issues, remedy, under));
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value as a list: of one where it is none already, empty where there is nothing. */
export const listOf = <T>(value: T | readonly T[] | null | undefined): readonly T[] => {
  if (value === null || value === undefined) return [];
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
};
