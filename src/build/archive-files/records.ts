/** Runs the pipeline over the content folder and writes the records. */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { VFile } from 'vfile';
import type { CarriedRecord, LedgerRow } from '../../ledger/index.ts';
import { decidedOn } from '../../ledger/decided.ts';
import { explained, hideTraces, Refusal } from '../terminal/errors.ts';
import { makeFolder } from '../putting-in-place/put-in-place.ts';
import { hull } from '../../text/spans.ts';
import { count } from '../../model/wording.ts';
import {
  beginArchive,
  finishArchive,
  type BuiltArchive,
  type Content,
} from '../../archive/build.ts';
import { Recording } from '../../archive/recording.ts';
import { guarded } from '../../archive/stages.ts';
import type { ClaimRecord } from '../../model/records.ts';
import { draftsOf, type Drafting } from './drafts.ts';
import { relationsKeptIn } from './kept-relations.ts';
import { printed, summedReport } from './summed-report.ts';
import { settings } from '../settings.ts';

export interface RecordsResult {
  archive: BuiltArchive;
  content: Content;
  readonly errors: number;
  readonly warnings: number;
  /** Every message, sorted by file and line, ready to print; empty if there are none. */
  readonly report: string;
  /** The same, where much is of one kind as examples and a sum. */
  readonly brief: string;
}

/** All files of the content folder on which a message can stand. */
export const filesOf = (content: Content): VFile[] => [
  content.site,
  ...content.sources.flatMap(({ versions }) => versions.map(({ file }) => file)),
  ...content.files,
  ...Object.values(content.cards).flatMap((cards) => cards.map(({ file }) => file)),
];

/** A file whose name stays on one line, whatever is in it. */
function named(file: VFile): VFile {
  const path = file.path.replace(/[\n\t]/g, (sign) => (sign === '\n' ? '\\n' : '\\t'));
  return path === file.path
    ? file
    : Object.assign(new VFile({ path }), { messages: file.messages });
}

/**
 * What `work` gives, a stage over all files of the content. A `Refusal` where it throws, with all that is wrong with
 * the files.
 */
export function overAll<T extends object>(content: Content, work: () => T): T {
  const made = guarded(content.site, 'archive', () => worked(work), 'the whole archive');
  if (made instanceof Refusal) throw made;
  if (made !== null) return made;
  const { errors, brief } = briefOn(content);
  throw new Refusal([brief, `${count(errors, 'error')}: nothing was made or changed.`]);
}

/** What `work` gives, or the `Refusal` of what the machine refused to do. */
function worked<T>(work: () => T): T | Refusal {
  try {
    return work();
  } catch (error) {
    const said = explained(error);
    if (said instanceof Refusal) return said;
    throw error;
  }
}

/** Whether a folder holds records, whole as they were last written. */
export const holdsRecords = (folder: string): boolean => existsSync(join(folder, 'site.json'));

/** Builds the records in memory, on all processors; writes nothing. */
export async function runOnThreads(content: Content, drafting: Drafting): Promise<RecordsResult> {
  const begun = overAll(content, () => beginArchive(content));
  const recording = new Recording(begun);
  for await (const draft of draftsOf(begun, drafting)) recording.add(draft);
  const { folder, progress } = drafting;
  const relate =
    folder === null
      ? undefined
      : (claims: readonly ClaimRecord[]) => relationsKeptIn(folder, claims);
  const archive = overAll(content, () => finishArchive(begun, recording, progress, relate));
  return resultOf(content, archive);
}

/** The records with everything that is said on the files, which is put into words when it is asked for. */
export function resultOf(content: Content, archive: BuiltArchive): RecordsResult {
  const { errors, warnings, spoken } = saidOn(content);
  return {
    archive,
    content,
    errors,
    warnings,
    get report() {
      return printed(spoken);
    },
    get brief() {
      return summedReport(spoken, everyMessage());
    },
  };
}

/** How much was said on the files, and in brief what. */
export function briefOn(content: Content): Pick<RecordsResult, 'errors' | 'brief'> {
  const { errors, spoken } = saidOn(content);
  return { errors, brief: summedReport(spoken, everyMessage()) };
}

/** How much was said on the files, and the files on which something was, with their messages in order. */
function saidOn(content: Content): { errors: number; warnings: number; spoken: VFile[] } {
  const files = filesOf(content);
  const messages = files.flatMap((file) => file.messages);
  const spoken = files
    .filter((file) => file.messages.length > 0)
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  for (const file of spoken)
    file.messages.sort(
      (a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
    );
  hideTraces(messages);
  for (const message of messages)
    message.message = message.reason = message.reason.replace(/\s*\n\s*/g, ' ');
  return {
    errors: messages.filter(({ fatal }) => fatal === true).length,
    warnings: messages.filter(({ fatal }) => fatal === false).length,
    spoken: spoken.map(named),
  };
}

/** The command that prints every message. */
function everyMessage(): string {
  const { named: isOther, root } = settings();
  return `npm run records${isOther ? ` -- --archive ${root}` : ''}`;
}

/** What is wrong with a file, or doubtful in it. */
export interface FileProblem {
  path: string;
  line: number | null;
  isError: boolean;
  /** The name of what is wrong: `words-not-found`. */
  rule: string;
  reason: string;
  note: string;
}

/** Everything that is said on the files of the content folder. */
export const problemsOf = (content: Content): FileProblem[] =>
  filesOf(content).flatMap((file) =>
    file.messages.map(({ line, fatal, ruleId, reason, note }) => ({
      path: file.path,
      line: line ?? null,
      isError: fatal === true,
      rule: ruleId ?? '',
      reason: reason.replace(/\s*\n\s*/g, ' '),
      note: note ?? '',
    })),
  );

/** Every error, with its file and line. */
export const errorsOf = ({ content }: RecordsResult): string[] =>
  filesOf(content).flatMap((file) =>
    file.messages
      .filter(({ fatal }) => fatal === true)
      .map((m) =>
        `${file.path}${m.line ? `, line ${m.line}` : ''}: ${m.reason}. ${m.note ?? ''}`.trim(),
      ),
  );

const carriedRecord = ({
  id,
  article,
  fate,
  since,
  held,
  was,
  ...now
}: LedgerRow): CarriedRecord => ({
  id,
  article,
  fate,
  since,
  held,
  places: [now, ...was.toReversed()].map(({ version, source, parts }) => ({
    version,
    sha256: source,
    ...hull(parts),
    words: parts.map(({ exact }) => exact).join(' … '),
  })),
});

/** What a file holds; null where there is none that can be read. */
function textAt(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/**
 * Writes the records into a folder, replacing what was there; a file that stays as it is is not touched. `known` holds
 * by its name what an earlier call wrote there: the same value is not written again. Names of files that were written
 * or removed.
 */
export function writeRecords(
  { archive, content }: RecordsResult,
  folder: string,
  known = new Map<string, unknown>(),
): string[] {
  makeFolder(join(folder, 'articles'));
  const written = new Set(['articles']);
  const changed: string[] = [];
  const write = (name: string, value: unknown) => {
    written.add(name);
    if (known.get(name) === value && value !== undefined) return;
    const path = join(folder, name);
    const text = `${JSON.stringify(value)}\n`;
    if (textAt(path) !== text) {
      rmSync(path, { recursive: true, force: true });
      writeFileSync(path, text);
      changed.push(name);
    }
    known.set(name, value);
  };
  for (const article of archive.articles) write(`articles/${article.id}.json`, article);
  write('speakers.json', archive.speakers);
  write('outlets.json', archive.outlets);
  write('topics.json', archive.topics);
  write('places.json', archive.places);
  write('annotations.json', archive.annotations);
  write('addresses.json', archive.addresses);
  write('versions.json', archive.versions);
  write(
    'carried.json',
    [...archive.ledger.values()].flatMap(({ claims }) =>
      claims
        .map(({ row }) => row)
        .filter(({ was }) => was.length > 0)
        .map(carriedRecord),
    ),
  );
  write(
    'decided.json',
    decidedOn(
      [...archive.ledger.values()].flatMap(({ rows }) => rows),
      content.decisions,
    ),
  );
  write('site.json', archive.site);
  for (const below of ['', 'articles/'])
    for (const name of readdirSync(join(folder, below)))
      if (!written.has(`${below}${name}`)) {
        rmSync(join(folder, below, name), { recursive: true, force: true });
        changed.push(`${below}${name}`);
      }
  return changed;
}
