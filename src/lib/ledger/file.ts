/** The committed files of the ledger: JSON arrays, one row a line, sorted, so that git merges them. */
import type { z } from 'zod';
import { LedgerRow, VersionRow } from './schema.ts';

/** A file of the ledger that cannot be read: what was found, where, and how to mend it. */
export class LedgerFileError extends Error {
  readonly line: number | null;
  readonly mend: string;
  constructor(message: string, line: number | null, mend: string) {
    super(message);
    this.line = line;
    this.mend = mend;
  }
}

/** One row a line. Keys stand in the order of the schema, so the same rows always give the same bytes. */
function format<T extends z.ZodObject>(schema: T, rows: readonly z.infer<T>[]): string {
  if (rows.length === 0) return '[]\n';
  return `[\n${rows.map((row) => JSON.stringify(schema.parse(row))).join(',\n')}\n]\n`;
}

/**
 * Reads rows line by line. A merge may leave a comma too many or too few, or the same row twice;
 * none of these loses anything, and the next build writes the file in order.
 */
function parse<T extends z.ZodObject>(schema: T, text: string, path: string): z.infer<T>[] {
  const rows: z.infer<T>[] = [];
  const seen = new Set<string>();
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.trim().replace(/,$/, '');
    if (line === '' || line === '[' || line === ']' || line === '[]') continue;
    if (/^(<{7}|={7}|>{7}|\|{7})/.test(line))
      throw new LedgerFileError('Unexpected sign of an unfinished git merge', index + 1, 'Keep the rows of both sides, take out the lines of signs, and build again.');
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      throw new LedgerFileError('Unexpected line that is no row', index + 1, `Bring the file back with \`git checkout -- ${path}\`.`);
    }
    const result = schema.safeParse(value);
    if (!result.success) {
      const [issue] = result.error.issues;
      const id = (value as { id?: unknown } | null)?.id;
      throw new LedgerFileError(
        `Unexpected row${typeof id === 'string' ? ` of claim ${id}` : ''}: \`${issue?.path.join('.')}\` ${issue?.message}`,
        index + 1,
        `Rows are written by the build; bring the file back with \`git checkout -- ${path}\`.`,
      );
    }
    const key = JSON.stringify(result.data);
    if (!seen.has(key)) rows.push(result.data as z.infer<T>);
    seen.add(key);
  }
  return rows;
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

export const formatLedger = (rows: readonly LedgerRow[]): string => format(LedgerRow, [...rows].sort(byId));

export function parseLedger(text: string, path: string): LedgerRow[] {
  const rows = parse(LedgerRow, text, path) as LedgerRow[];
  const ids = new Set<string>();
  for (const row of rows) {
    if (ids.has(row.id))
      throw new LedgerFileError(`Unexpected second row of claim ${row.id}, with other contents`, null, 'Two branches decided differently; keep one of the two rows.');
    ids.add(row.id);
  }
  return rows.sort(byId);
}

const byVersion = (a: VersionRow, b: VersionRow) => (a.article < b.article ? -1 : a.article > b.article ? 1 : a.version - b.version);
export const formatManifest = (rows: readonly VersionRow[]): string => format(VersionRow, [...rows].sort(byVersion));
export const parseManifest = (text: string, path: string): VersionRow[] => (parse(VersionRow, text, path) as VersionRow[]).sort(byVersion);

/** The list of published addresses: one a line, sorted. */
export const formatAddresses = (addresses: Iterable<string>): string =>
  [...new Set(addresses)].sort().map((address) => `${address}\n`).join('');
export const parseAddresses = (text: string): string[] =>
  [...new Set(text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#')))].sort();
