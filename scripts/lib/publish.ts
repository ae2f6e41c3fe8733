/**
 * Whole or not at all: the site is built aside, then one journal says what will be put in place.
 * A run that ends before the journal is written leaves everything as it was; a run that ends
 * after it is completed by the next one.
 *
 * `dist` is a plain folder, put in place by two renames. A symbolic link could be replaced in one,
 * but copying tools and hosts do not follow links alike; the moment between the renames is shorter
 * than a millisecond, and `recover` closes it.
 */
import { createHash } from 'node:crypto';
import { closeSync, cpSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { explained, Refusal } from './errors.ts';
import { takeLock } from './lock.ts';

export interface Publication {
  /** Files to write with the site, by path from the project's folder: the ledger. Null removes one. */
  files: ReadonlyMap<string, string | null>;
}

interface Journal {
  /** Folder with the new site, the place it goes to, and where the former one steps aside. */
  from: string;
  to: string;
  former: string;
  files: { path: string; staged: string; before: string | null; after: string | null }[];
}

const WORK = '.verbatim';
const COMMIT = 'commit';
const FORMER = 'former';

const digest = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');
const digestOf = (path: string) => (existsSync(path) ? digest(readFileSync(path)) : null);

/**
 * Calls `make` with an empty folder to build in, and puts its content at `out` and its files in
 * place. Nothing is touched if `make` fails.
 */
export async function publish<T extends Publication>(root: string, out: string, make: (folder: string) => Promise<T>): Promise<T> {
  const work = join(root, WORK);
  let release: (() => void) | null = null;
  const folder = join(work, `build-${process.pid}`);
  const tidy = () => {
    rmSync(folder, { recursive: true, force: true });
    release?.();
  };
  const stop = (signal: NodeJS.Signals) => {
    tidy();
    process.exit(signal === 'SIGINT' ? 130 : 143);
  };
  // A tool may fail outside of what is awaited here.
  const crash = (error: unknown) => {
    const said = explained(error, work);
    tidy();
    console.error(said instanceof Refusal ? said.message : said);
    process.exit(1);
  };
  try {
    mkdirSync(work, { recursive: true });
    release = takeLock(join(work, 'build.lock'));
    recover(root);
    process.once('SIGINT', stop).once('SIGTERM', stop).on('uncaughtException', crash);
    mkdirSync(folder);
    const made = await make(folder);
    commit(root, folder, out, made.files);
    return made;
  } catch (error) {
    throw explained(error, work);
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop).off('uncaughtException', crash);
    try {
      tidy();
    } catch {
      // What cannot be tidied up now is tidied up by the next run.
    }
  }
}

function commit(root: string, folder: string, out: string, files: ReadonlyMap<string, string | null>): void {
  const stage = join(root, WORK, COMMIT);
  rmSync(stage, { recursive: true, force: true });
  mkdirSync(stage, { recursive: true });
  mkdirSync(dirname(out), { recursive: true });
  const journal: Journal = { ...onOneDisk(root, folder, out), to: out, files: [] };
  for (const [path, content] of files) {
    const target = join(root, path);
    const before = digestOf(target);
    const after = content === null ? null : digest(content);
    if (before === after) continue;
    mkdirSync(dirname(target), { recursive: true });
    const staged = join(stage, `${journal.files.length}`);
    if (content !== null) writeThrough(staged, content);
    journal.files.push({ path, staged: basename(staged), before, after });
  }
  // From here on the new state is the one that counts.
  writeFileAtomic.sync(join(stage, 'journal.json'), JSON.stringify(journal));
  apply(root, stage, journal);
}

/** A folder is renamed within one disk only; for a place on another one the site is copied beside it first. */
function onOneDisk(root: string, folder: string, out: string): { from: string; former: string } {
  if (statSync(folder).dev === statSync(dirname(out)).dev) return { from: folder, former: join(root, WORK, FORMER) };
  const beside = (name: string) => join(dirname(out), `.${basename(out)}-${name}`);
  rmSync(beside('next'), { recursive: true, force: true });
  cpSync(folder, beside('next'), { recursive: true });
  return { from: beside('next'), former: beside('former') };
}

function writeThrough(path: string, content: string): void {
  const file = openSync(path, 'w');
  try {
    const bytes = Buffer.from(content);
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Puts the new site and files in place; may be called again after it was cut short anywhere. */
function apply(root: string, stage: string, { from, to, former, files }: Journal): void {
  if (existsSync(from)) {
    if (existsSync(to)) {
      rmSync(former, { recursive: true, force: true });
      renameSync(to, former);
    }
    try {
      renameSync(from, to);
    } catch (error) {
      if (existsSync(former)) renameSync(former, to);
      rmSync(join(stage, 'journal.json'), { force: true });
      throw error;
    }
  }
  const clashes: string[] = [];
  for (const { path, staged, before, after } of files) {
    const target = join(root, path);
    const now = digestOf(target);
    if (now === after) continue;
    if (now !== before) {
      clashes.push(path);
      continue;
    }
    if (after === null) {
      rmSync(target, { force: true });
      continue;
    }
    const content = join(stage, staged);
    try {
      renameSync(content, target);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
      writeFileAtomic.sync(target, readFileSync(content));
    }
  }
  rmSync(stage, { recursive: true, force: true });
  rmSync(former, { recursive: true, force: true });
  if (clashes.length > 0)
    throw new Refusal(clashes.map((path) => `${path} was changed by somebody else while the build ran. The site is the new one; run the build again to bring the ledger up to it.`));
}

/** Completes or clears away what a run that was cut short left behind. Called with the lock held. */
export function recover(root: string): void {
  const work = join(root, WORK);
  if (!existsSync(work)) return;
  const stage = join(work, COMMIT);
  const path = join(stage, 'journal.json');
  if (existsSync(path)) {
    try {
      apply(root, stage, JSON.parse(readFileSync(path, 'utf8')) as Journal);
    } catch (error) {
      // Files that a person changed meanwhile stay as that person left them.
      if (!(error instanceof Refusal)) throw error;
    }
  }
  rmSync(stage, { recursive: true, force: true });
  rmSync(join(work, FORMER), { recursive: true, force: true });
  for (const name of readdirSync(work)) {
    if (/^(?:build|pages)-\d+$/.test(name) || /^build\.lock\.(?:stale\.)?\d+$/.test(name)) rmSync(join(work, name), { recursive: true, force: true });
  }
  for (const folder of [join(root, 'content/ledger'), join(root, 'content/sources')]) {
    if (!existsSync(folder)) continue;
    for (const name of readdirSync(folder)) if (/\.(?:json|txt)\.\d{6,}$/.test(name)) rmSync(join(folder, name), { force: true });
  }
}

/** All files under a folder, as paths with `/`, in one order on every machine. */
export function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort((a, b) => (a < b ? -1 : 1));
}
