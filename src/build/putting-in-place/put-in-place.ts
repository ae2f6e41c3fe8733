/**
 * Whole or not at all: the site is built aside and every file is written beside its place; then one
 * journal says what will be put in place, by renames alone. A run that ends before the journal is
 * written leaves everything as it was; what a run that ends after it left half done is completed by
 * the next command. A rename that fails brings everything back.
 *
 * `dist` is a plain folder, put in place by two renames. A symbolic link could be replaced in one,
 * but copying tools and hosts do not follow links alike; the moment between the renames is shorter
 * than a millisecond, and `recover` closes it.
 */
import { createHash } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  copyFileSync,
  cpSync,
  existsSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
  type Dirent,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { describe, explained, Refusal } from '../terminal/errors.ts';
import { takeLock } from './lock.ts';

/** Files to write, by path from the project's folder. Null removes one. */
export type Files = ReadonlyMap<string, string | Uint8Array | null>;

export interface Publication {
  /** Files to write with the site: the ledger. */
  files: Files;
  /** What was found in files of the ledger when the work began; what holds something else at its end was changed by somebody else. */
  found?: ReadonlyMap<string, string>;
}

interface Journal {
  /** Folder with the new site, the place it goes to, and where the former one steps aside. */
  site: { from: string; to: string; former: string } | null;
  files: { path: string; before: string | null; after: string | null }[];
}

const WORK = '.verbatim';
const LOCK = 'build.lock';
const FORMER = 'former';
/** What is being put in place; under its other name, what is being taken back. */
const JOURNAL = 'commit.json';
const TAKEN_BACK = 'commit-taken-back.json';
/** Folders in which files are written. */
const WRITTEN = ['content/ledger', 'content/sources', 'content/articles'];

const digest = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');
const digestOf = (path: string) => (existsSync(path) ? digest(readFileSync(path)) : null);

/** Where a file waits for its turn, and where the one that it replaces is kept until all is done. */
const beside = (path: string, what: 'next' | 'former') =>
  join(dirname(path), `.${basename(path)}.${what}`);

/**
 * Calls `make` with an empty folder to build in, and puts its content at `out` and its files in
 * place. Nothing is touched if `make` fails.
 */
export async function publish<T extends Publication>(
  root: string,
  out: string,
  make: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = join(root, WORK, `build-${process.pid}`);
  return alone(
    root,
    async () => {
      mkdirSync(folder);
      const made = await make(folder);
      commit(root, made.files, made.found, { folder, out });
      return made;
    },
    () => rmSync(folder, { recursive: true, force: true }),
  );
}

/** Does `work` while no other command changes the project, on a project that is whole. `tidy` is called however it ends. */
export async function alone<T>(
  root: string,
  work: () => T | Promise<T>,
  tidy: () => void = () => {},
): Promise<T> {
  const place = join(root, WORK);
  let release: (() => void) | null = null;
  const end = () => {
    if (!release) return;
    tidy();
    release();
  };
  const stop = (signal: NodeJS.Signals) => {
    end();
    process.exit(signal === 'SIGINT' ? 130 : 143);
  };
  // A tool may fail outside of what is awaited here.
  const crash = (error: unknown) => {
    const said = explained(error, place);
    end();
    console.error(describe(said));
    process.exit(1);
  };
  try {
    makeFolder(place);
    release = takeLock(join(place, LOCK));
    recover(root);
    process.once('SIGINT', stop).once('SIGTERM', stop).on('uncaughtException', crash);
    return await work();
  } catch (error) {
    throw explained(error, place);
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop).off('uncaughtException', crash);
    try {
      end();
    } catch {
      // What cannot be tidied up now is tidied up by the next run.
    }
  }
}

/** Makes a folder, and those above it. */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    // Where nothing may be written, Node may answer that there is no such place.
    let missing = path;
    while (!existsSync(dirname(missing)) && missing !== dirname(missing))
      missing = dirname(missing);
    refuseDangling(missing);
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') accessSync(dirname(missing), constants.W_OK);
    throw error;
  }
}

/** A `Refusal` where a link leads to nothing that is there. */
export function refuseDangling(path: string): void {
  if (existsSync(path) || !lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) return;
  throw new Refusal(
    `The symbolic link ${path} leads to nothing that is there. Remove it, or make the folder that it leads to, and run the command again.`,
  );
}

/** What `write` gives; the folder of the file is made only where it is missing. */
export function inFolder<T>(file: string, write: (file: string) => T): T {
  try {
    return write(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    mkdirSync(dirname(file), { recursive: true });
    return write(file);
  }
}

/** Puts files, and a site built aside, in place: all of it or nothing. Called by the one who holds the lock. */
export function commit(
  root: string,
  files: Files,
  found?: Publication['found'],
  built?: { folder: string; out: string },
): void {
  const changed = [...files.keys()].filter(
    (path) => found && (found.get(path) ?? '') !== textOf(join(root, path)),
  );
  const journal: Journal = { site: null, files: [] };
  try {
    for (const [path, content] of files) {
      const target = join(root, path);
      const before = digestOf(target);
      const after = content === null ? null : digest(content);
      if (before === after) continue;
      journal.files.push({ path, before, after });
      makeFolder(dirname(target));
      if (content !== null) writeThrough(beside(target, 'next'), content);
      if (before !== null) keep(target, beside(target, 'former'));
    }
    if (!built && journal.files.length === 0) return;
    if (built) journal.site = sitePlaces(root, built.folder, built.out);
    changed.push(...clashes(root, journal));
    if (changed.length > 0)
      throw new Refusal(
        changed.map(
          (path) =>
            `${path} was changed by somebody else while this command ran. Nothing was put in place; run the command again.`,
        ),
      );
    // From here on the new state is the one that counts.
    writeFileAtomic.sync(join(root, WORK, JOURNAL), JSON.stringify(journal));
  } catch (error) {
    clear(root, journal);
    throw error;
  }
  try {
    apply(root, journal);
  } catch (error) {
    takeBack(root, journal);
    throw error;
  }
  clear(root, journal);
}

const textOf = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : '');

/** A second name for the bytes of a file, or a copy where the disk knows no second names. */
function keep(path: string, copy: string): void {
  rmSync(copy, { force: true });
  try {
    linkSync(path, copy);
  } catch (error) {
    if (
      !['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV'].includes(
        (error as NodeJS.ErrnoException).code ?? '',
      )
    )
      throw error;
    copyFileSync(path, copy);
  }
}

/** A folder is renamed within one disk only; for a place on another one the site is copied beside it first. */
function sitePlaces(root: string, folder: string, out: string): Journal['site'] {
  makeFolder(dirname(out));
  accessSync(dirname(out), constants.W_OK);
  const near = statSync(folder).dev === statSync(dirname(out)).dev;
  const from = near ? folder : join(dirname(out), `.${basename(out)}-next`);
  const former = near ? join(root, WORK, FORMER) : join(dirname(out), `.${basename(out)}-former`);
  rmSync(former, { recursive: true, force: true });
  if (!near) {
    rmSync(from, { recursive: true, force: true });
    cpSync(folder, from, { recursive: true });
  }
  return { from, to: out, former };
}

function writeThrough(path: string, content: string | Uint8Array): void {
  const file = openSync(path, 'w');
  try {
    const bytes = Buffer.from(content);
    for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Files that are neither as they were nor as they will be. One that was in place already belongs to whoever changed it. */
function clashes(root: string, { files }: Journal): string[] {
  return files
    .filter(({ path, before, after }) => {
      const now = digestOf(join(root, path));
      return (
        now !== before &&
        now !== after &&
        (after === null || existsSync(beside(join(root, path), 'next')))
      );
    })
    .map(({ path }) => path);
}

/** Puts the new files and the new site in place; may be called again after it was cut short anywhere. */
function apply(root: string, { site, files }: Journal): void {
  // The ledger first: an id is remembered before it is seen.
  for (const { path, after } of files) {
    const target = join(root, path);
    if (after === null) rmSync(target, { force: true });
    else if (existsSync(beside(target, 'next'))) renameSync(beside(target, 'next'), target);
  }
  if (site && existsSync(site.from)) {
    if (existsSync(site.to)) {
      rmSync(site.former, { recursive: true, force: true });
      renameSync(site.to, site.former);
    }
    renameSync(site.from, site.to);
  }
  rmSync(join(root, WORK, JOURNAL), { force: true });
}

/** Brings back what `apply` has changed so far; may be called again after it was cut short anywhere. */
function takeBack(root: string, journal: Journal): void {
  const { site, files } = journal;
  const work = join(root, WORK);
  if (existsSync(join(work, JOURNAL))) renameSync(join(work, JOURNAL), join(work, TAKEN_BACK));
  if (site) {
    if (!existsSync(site.from) && existsSync(site.to)) renameSync(site.to, site.from);
    if (!existsSync(site.to) && existsSync(site.former)) renameSync(site.former, site.to);
  }
  for (const { path, before, after } of files) {
    const target = join(root, path);
    const former = beside(target, 'former');
    if (digestOf(target) !== after) continue;
    if (before === null) rmSync(target, { force: true });
    else if (existsSync(former)) renameSync(former, target);
  }
  rmSync(join(work, TAKEN_BACK), { force: true });
  clear(root, journal);
}

/** Clears away what stood aside. What resists is left to the next run: it is in nobody's way. */
function clear(root: string, { site, files }: Journal): void {
  try {
    for (const { path } of files)
      for (const what of ['next', 'former'] as const)
        rmSync(beside(join(root, path), what), { force: true });
    for (const folder of site ? [site.from, site.former] : [])
      rmSync(folder, { recursive: true, force: true });
  } catch {
    // see above
  }
}

/** Completes or clears away what a run that was cut short left behind. Called with the lock held. */
function recover(root: string): void {
  const work = join(root, WORK);
  const journalAt = (name: string) =>
    existsSync(join(work, name))
      ? (JSON.parse(readFileSync(join(work, name), 'utf8')) as Journal)
      : null;
  const back = journalAt(TAKEN_BACK);
  if (back) takeBack(root, back);
  const journal = journalAt(JOURNAL);
  // A file that a person changed meanwhile stays as that person left it, and all is as before the run.
  if (journal && clashes(root, journal).length > 0) takeBack(root, journal);
  else if (journal) {
    try {
      apply(root, journal);
    } catch {
      takeBack(root, journal);
    }
    clear(root, journal);
  }
  rmSync(join(work, FORMER), { recursive: true, force: true });
  const remove = (folder: string, left: RegExp) => {
    for (const name of existsSync(folder) ? readdirSync(folder) : [])
      if (left.test(name)) rmSync(join(folder, name), { recursive: true, force: true });
  };
  remove(work, /^(?:build-\d+|build\.lock\.(?:stale\.)?\d+|commit\.json\.\d+)$/);
  for (const folder of WRITTEN)
    remove(join(root, folder), /^\..+\.(?:next|former)$|\.(?:json|txt)\.\d{6,}$/);
}

/**
 * Completes what a run that was cut short left half done, for commands that only read; ends the
 * command where that cannot be. Where another command is at work, it is left to that one.
 */
export function settle(root: string): void {
  const work = join(root, WORK);
  const halfDone = [JOURNAL, TAKEN_BACK].some((name) => existsSync(join(work, name)));
  // A run that was cut short leaves its lock.
  if (!halfDone && !existsSync(join(work, LOCK))) return;
  let release: (() => void) | null = null;
  try {
    release = takeLock(join(work, LOCK), halfDone ? undefined : 0);
    recover(root);
  } catch (error) {
    if (!halfDone || (release === null && error instanceof Refusal)) return;
    console.error(describe(explained(error, work)));
    process.exit(1);
  } finally {
    release?.();
  }
}

/** What is no folder under a folder, as paths with `/`, in one order on every machine. */
export function entriesOf(
  folder: string,
  isMeant: (entry: Dirent, name: string) => boolean = () => true,
): string[] {
  const found: string[] = [];
  // Node's own walk asks the disk about every file once more, and goes into linked folders.
  const walk = (path: string, prefix: string) => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const name = prefix + entry.name;
      if (entry.isDirectory()) walk(`${folder}/${name}`, `${name}/`);
      else if (isMeant(entry, name)) found.push(name);
    }
  };
  walk(folder, '');
  return found.sort();
}

/** All files under a folder, as paths with `/`, in one order on every machine. */
export const filesUnder = (folder: string): string[] =>
  entriesOf(folder, (entry) => entry.isFile());

/** What is neither a file nor a folder under a folder, such as a symbolic link, as paths with `/`. */
export const strangersUnder = (folder: string): string[] =>
  entriesOf(folder, (entry) => !entry.isFile());
