/** The arguments of `npm run add`. */
import { parseArgs } from 'node:util';
import { parseMapping, type Mapping } from '../../intake/formats/captures/mapping.ts';
import { SourceFormat } from '../../model/records.ts';
import { Refusal, unknownArguments } from '../terminal/errors.ts';

const USAGE =
  'Usage: npm run add -- [--reason "WHY"] [--force] [--format plain-text|markdown|html] ' +
  '[--page ADDRESS]… [--all-articles] [--map title=COLUMN,text=COLUMN] [--metadata LIST] ' +
  '<file, folder, pattern, or - for standard input>…';

export interface Options {
  /** Why an article was captured again. */
  reason: string | null;
  /** Take in a new version though it has hardly any words in common with the one before. */
  force: boolean;
  /** What the texts are, though they look like something else. */
  format: SourceFormat | undefined;
  /** Addresses of the pages of web archives that are wanted. */
  pages: string[];
  /** Every page of web archives that is an article by its looks. */
  allArticles: boolean;
  /** Which column or field of an export is what. */
  mapping: Mapping;
  /** A list with facts of the files. */
  metadata: string | null;
  paths: string[];
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        reason: { type: 'string' },
        force: { type: 'boolean' },
        format: { type: 'string' },
        page: { type: 'string', multiple: true },
        'all-articles': { type: 'boolean' },
        map: { type: 'string', multiple: true },
        metadata: { type: 'string' },
      },
    });
  } catch (error) {
    throw unknownArguments(error, USAGE);
  }
}

/** What the arguments ask for; a `Refusal` where they make no sense. */
export function readOptions(args: string[]): Options {
  const { values, positionals: paths } = parsed(args);
  if (paths.length === 0) throw new Refusal(['Name the texts to take in.', USAGE]);
  if (values.reason?.trim() === '') throw new Refusal(['The reason is empty.', USAGE]);
  const { format } = values;
  const said = format === undefined ? undefined : SourceFormat.safeParse(format);
  if (said && !said.success) throw new Refusal([`There is no format \`${format}\`.`, USAGE]);
  const mapping = values.map ? parseMapping(values.map.join(',')) : {};
  if ('wrong' in mapping)
    throw new Refusal([`The columns in \`--map\` are not clear: ${mapping.wrong}.`, USAGE]);
  return {
    reason: values.reason?.trim() ?? null,
    force: values.force ?? false,
    format: said?.data,
    pages: values.page ?? [],
    allArticles: values['all-articles'] ?? false,
    mapping,
    metadata: values.metadata ?? null,
    paths,
  };
}

/** A word as a shell reads it. */
export const quoted = (words: string): string =>
  /^[\w./~+@:,-]+$/.test(words) ? words : `'${words.replaceAll("'", "'\\''")}'`;
