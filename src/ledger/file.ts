/** The committed files of the ledger: JSON arrays, one row a line, sorted, so that git merges them. */
import type { z } from 'zod';
import { byText } from '../text/order.ts';
import { shortened } from '../text/shorten.ts';
import { LedgerRow, VersionRow } from './schema.ts';

interface FileProblem {
  found: string;
  line: number | null;
  /** How to mend it. */ mend: string;
}

/** A file of the ledger that cannot be read, with all that is wrong in it. */
export class LedgerFileError extends Error {
  readonly problems: readonly FileProblem[];
  constructor(problems: readonly FileProblem[]) {
    super(problems[0]?.found);
    this.problems = problems;
  }
}

const UNFINISHED_MERGE = /^(?:<{7}|={7}|>{7}|\|{7})/;

/**
 * The problem of a line that git left in an unfinished merge; null for any other line. `what` stands on the
 * lines of the file.
 */
export const unfinishedMerge = (
  line: string,
  what: 'rows' | 'lines' | 'decisions',
): Omit<FileProblem, 'line'> | null =>
  UNFINISHED_MERGE.test(line)
    ? {
        found: `Unexpected sign of an unfinished git merge, expected ${what}`,
        mend: `Keep the ${what} of both sides, take out the lines of signs, and build again.`,
      }
    : null;

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
  const problems: FileProblem[] = [];
  const seen = new Set<string>();
  const back = `bring the file back with \`git checkout -- ${path}\`.`;
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.trim().replace(/,$/, '');
    if (line === '' || line === '[' || line === ']' || line === '[]') continue;
    const say = (found: string, mend: string) => problems.push({ found, line: index + 1, mend });
    const unfinished = unfinishedMerge(line, 'rows');
    if (unfinished) {
      say(unfinished.found, unfinished.mend);
      continue;
    }
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      say(
        `Unexpected line \`${shortened(line, 60)}\`, expected a row of JSON`,
        `Rows are written by the build; ${back}`,
      );
      continue;
    }
    const result = schema.safeParse(value);
    if (!result.success) {
      say(unexpectedRow(value, result.error), `Rows are written by the build; ${back}`);
      continue;
    }
    const key = JSON.stringify(result.data);
    if (!seen.has(key)) rows.push(result.data);
    seen.add(key);
  }
  if (problems.length > 0) throw new LedgerFileError(problems);
  return rows;
}

/** What is found in a row and what its schema expects there. */
function unexpectedRow(value: unknown, { issues: [issue] }: z.ZodError): string {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null;
  const whose = typeof id === 'string' ? ` of claim ${id}` : '';
  return `Unexpected row${whose}, expected one as the build writes it: \`${issue?.path.join('.')}\` ${issue?.message}`;
}

const byId = (a: { id: string }, b: { id: string }) => byText(a.id, b.id);

export const formatLedger = (rows: readonly LedgerRow[]): string =>
  format(LedgerRow, [...rows].sort(byId));

/**
 * Rows of a file, each id once. Where two branches wrote different rows of a claim, the one that went further
 * counts: it has stood in more versions, or a person decided on it; the decisions themselves say the rest.
 * Throws where the two disagree about the place of the words in the same version.
 */
export function parseLedger(text: string, path: string): LedgerRow[] {
  const rows = new Map<string, LedgerRow>();
  const problems: FileProblem[] = [];
  for (const row of parse(LedgerRow, text, path)) {
    const other = rows.get(row.id);
    if (!other) {
      rows.set(row.id, row);
      continue;
    }
    const places = new Map(
      [other, ...other.was].map((anchor) => [anchor.source, JSON.stringify(anchor.parts)]),
    );
    const apart = [row, ...row.was].find(
      ({ source, parts }) =>
        (places.get(source) ?? JSON.stringify(parts)) !== JSON.stringify(parts),
    );
    if (apart)
      problems.push({
        found: `Unexpected second row of claim ${row.id}, with other words in version ${apart.version}; expected one`,
        line: null,
        mend: 'Two branches decided differently; keep one of the two rows.',
      });
    rows.set(row.id, byProgress(row, other) <= 0 ? row : other);
  }
  if (problems.length > 0) throw new LedgerFileError(problems);
  return [...rows.values()].sort(byId);
}

const byProgress = (a: LedgerRow, b: LedgerRow) =>
  b.was.length - a.was.length ||
  Number(b.decided !== null) - Number(a.decided !== null) ||
  b.aliases.length - a.aliases.length ||
  (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

const byVersion = (a: VersionRow, b: VersionRow) =>
  byText(a.article, b.article) || a.version - b.version;
export const formatManifest = (rows: readonly VersionRow[]): string =>
  format(VersionRow, [...rows].sort(byVersion));
export const parseManifest = (text: string, path: string): VersionRow[] =>
  parse(VersionRow, text, path).sort(byVersion);

/**
 * Whether two texts of a file of the ledger hold the same rows: their order, commas, line ends and a
 * row twice, as a merge leaves them, mean nothing. Neither is read; a row that differs by a character is another.
 */
export function isSameRows(one: string, other: string): boolean {
  const rows = (text: string) => [
    ...new Set(
      text
        .split(/\r?\n/)
        .map((line) => line.trim().replace(/,$/, ''))
        .filter((line) => !['', '[', ']', '[]'].includes(line)),
    ),
  ];
  return rows(one).sort().join('\n') === rows(other).sort().join('\n');
}

/** The list of published addresses: one a line, sorted. */
export const formatAddresses = (addresses: Iterable<string>): string =>
  [...new Set(addresses)]
    .sort()
    .map((address) => `${address}\n`)
    .join('');
/** Whether a line is a path that a build can have written: no step upwards, no other site, no markup. */
const isAddress = (line: string): boolean =>
  /^[\w.~-]+(?:\/[\w.~-]+)*\/?$/.test(line) &&
  !line.split('/').some((part) => part === '.' || part === '..');

/** Throws a `LedgerFileError` that names every line which is no address. */
export function parseAddresses(text: string): string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const problems = lines.flatMap((line, i): FileProblem[] => {
    const unfinished = unfinishedMerge(line, 'lines');
    if (unfinished) return [{ ...unfinished, line: i + 1 }];
    if (line === '' || line.startsWith('#') || isAddress(line)) return [];
    return [
      {
        found: `Unexpected line \`${line.slice(0, 60).replace(/\p{Cc}/gu, '\uFFFD')}\`, expected the path of a page or file`,
        line: i + 1,
        mend: 'The list is written by the build; bring it back with git.',
      },
    ];
  });
  if (problems.length > 0) throw new LedgerFileError(problems);
  return [...new Set(lines.filter((line) => line !== '' && !line.startsWith('#')))].sort();
}
