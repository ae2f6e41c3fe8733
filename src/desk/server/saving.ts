/** Writes cards: whole or not at all, nowhere but under the archive's `content/`, and never through a link. */
import { existsSync, lstatSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { makeFolder } from '../../build/putting-in-place/put-in-place.ts';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import { readFile } from '../../build/archive-files/reading.ts';
import { Refused } from '../acts/plan.ts';
import type { Problem } from '../api.ts';
import { cardAt, DECISIONS, type Texts } from '../content.ts';

/** The folder in which the desk keeps what is its own. */
export const deskFolder = (root: string): string => join(root, '.verbatim/desk');
const journalOf = (root: string) => join(deskFolder(root), 'journal.json');

/** How the files of a folder merge in git: entries of two people both stand, each on its line. */
export const ATTRIBUTES = 'content/.gitattributes';

const Journal = z.strictObject({
  files: z.array(
    z.strictObject({
      path: z.string(),
      before: z.string().nullable(),
      after: z.string().nullable(),
    }),
  ),
});
type Journal = z.infer<typeof Journal>;

const problem = (message: string, path: string): Problem => ({
  message,
  path,
  line: null,
  field: null,
});

/** Samples that people check, and suggestions of readers. */
const OF_REVIEWS = /^content\/reviews\/[a-z0-9-]+(?:\.[a-z0-9-]+)?\.jsonl$/;

/** Whether the desk may write a path at all: a card, the decisions, what people check, or how they merge. */
const isWritable = (path: string): boolean =>
  path === DECISIONS ||
  OF_REVIEWS.test(path) ||
  path === ATTRIBUTES ||
  (cardAt(path) !== null && /^content\/[a-z]+\/[a-z0-9][a-z0-9-]*\.md$/.test(path));

/** Refuses a path that leads out of the content folder, or through a link. */
function checkPath(root: string, path: string): void {
  if (!isWritable(path))
    throw new Refused([
      problem(`${path} is no card of the archive; nothing is written there.`, path),
    ]);
  const steps = path.split('/');
  for (let length = 1; length <= steps.length; length++) {
    const found = lstatSync(join(root, ...steps.slice(0, length)), { throwIfNoEntry: false });
    const isLast = length === steps.length;
    if (!found || (isLast ? found.isFile() : found.isDirectory())) continue;
    const what = found.isSymbolicLink() ? 'a symbolic link' : 'no plain file or folder';
    throw new Refused([
      problem(
        `${steps.slice(0, length).join('/')} is ${what}; the desk writes only plain files below content/. Put the file itself there.`,
        path,
      ),
    ]);
  }
}

/** The text of a file as it is on the disk; null where there is none, or an empty one. Refuses what is no UTF-8. */
export function textOnDisk(root: string, path: string): string | null {
  const { value, messages } = readFile(root, path);
  if (messages.length > 0)
    throw new Refused([problem(`${path} cannot be read: ${messages[0]?.reason}.`, path)]);
  if (value === undefined || value.length === 0) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(value as Uint8Array);
  } catch {
    throw new Refused([problem(`${path} is not written in UTF-8. Save it so in an editor.`, path)]);
  }
}

/** Puts texts in place, all of them or none. `before` are those that they take the place of. */
export function saveTexts(
  root: string,
  texts: Texts,
  before: (path: string) => string | null,
): void {
  for (const path of texts.keys()) checkPath(root, path);
  const files = [...texts].map(([path, after]) => ({ path, before: before(path), after }));
  for (const { path, before: known } of files)
    if (textOnDisk(root, path) !== known)
      throw new Refused([problem(`${path} was changed by somebody else in this moment.`, path)]);
  if (files.length === 0) return;
  makeFolder(deskFolder(root));
  const journal: Journal = { files };
  writeFileAtomic.sync(journalOf(root), JSON.stringify(journal));
  try {
    for (const { path, after } of files) put(root, path, after);
  } catch (error) {
    for (const { path, before: known, after } of files)
      if (textOnDisk(root, path) === after) put(root, path, known);
    rmSync(journalOf(root), { force: true });
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new Refused([
      problem(
        `The files could not be written (${code}); all are as they were.`,
        files[0]?.path ?? '',
      ),
    ]);
  }
  rmSync(journalOf(root), { force: true });
}

function put(root: string, path: string, text: string | null): void {
  const target = join(root, path);
  if (text === null) rmSync(target, { force: true });
  else {
    makeFolder(dirname(target));
    writeFileAtomic.sync(target, text);
  }
}

/**
 * Completes a save that was cut short, or takes it back where somebody changed one of its files meanwhile. What was
 * done, in words; null where there was nothing to do.
 */
export function recoverSave(root: string): string | null {
  const path = journalOf(root);
  if (!existsSync(path)) return null;
  let journal: Journal;
  try {
    journal = Journal.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    // It is written whole or not at all; one that cannot be read began nothing.
    rmSync(path, { force: true });
    return null;
  }
  const { files } = journal;
  for (const file of files) checkPath(root, file.path);
  for (const file of files) clearBeside(join(root, file.path));
  const now = files.map((file) => ({ ...file, now: textOnDisk(root, file.path) }));
  const isFree = now.every((file) => file.now === file.before || file.now === file.after);
  for (const file of now)
    if (isFree && file.now !== file.after) put(root, file.path, file.after);
    else if (!isFree && file.now === file.after) put(root, file.path, file.before);
  rmSync(path, { force: true });
  const names = files.map((file) => file.path).join(', ');
  return isFree
    ? `A change that was cut short was completed: ${names}.`
    : `A change that was cut short was taken back, since a file was edited meanwhile: ${names}.`;
}

/** Removes what an interrupted write left beside a file. */
function clearBeside(target: string): void {
  const folder = dirname(target);
  if (!existsSync(folder)) return;
  const begin = `${basename(target)}.`;
  for (const name of readdirSync(folder))
    if (name.startsWith(begin) && /^\d{6,}$/.test(name.slice(begin.length)))
      rmSync(join(folder, name), { force: true });
}
