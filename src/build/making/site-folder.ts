/**
 * The folder in which a site is made, and the site that stands: a file that is in both, with the same bytes, is
 * taken over as it stands, under a second name, so that only what changed is written. What the last build wrote is
 * known from a list of its files; a file that has another size or time by now is made anew.
 */
import {
  copyFileSync,
  fstatSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
  type Stats,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { sha256 } from '../../text/digest.ts';
import { programDigest } from '../software.ts';

/** A file of the site that stands, as the build left it. */
interface Left {
  state: string;
  sum: string;
}

const stateOf = ({ size, mtimeMs }: Stats): string => `${size} ${mtimeMs}`;

/** Where the list of a site's files is kept, from the archive's folder. */
const LIST = '.verbatim/reuse/files.txt';

/** The site that stands, as the build left it. */
export interface FormerSite {
  folder: string;
  /** Digest of the program that made and proved it. */
  program: string;
  files: ReadonlyMap<string, Left>;
  /** By article what the check of it was made of. */
  checked: ReadonlyMap<string, string>;
  /** Files that were made together, by their name. */
  together: ReadonlyMap<string, Together>;
}

/** Files that are made together or not at all: what they were made of, and what was told of them; without line breaks. */
interface Together {
  key: string;
  told: string;
}

/** What the check of a site gives for the next build. */
interface Proved {
  /** The SHA-256 of all files. */
  sums: ReadonlyMap<string, string>;
  checked: ReadonlyMap<string, string>;
}

/** A site that is made. */
export class SiteFolder {
  readonly folder: string;
  /** The SHA-256 of each file that is written or taken over. */
  readonly sums = new Map<string, string>();
  /** Files of the site that stands which are in this one too, with their states. */
  readonly #kept = new Map<string, string>();
  readonly #former: ReadonlyMap<string, Left>;
  readonly #formerTogether: ReadonlyMap<string, Together>;
  readonly #together = new Map<string, Together>();
  readonly #stands: string;
  /** Folders that are known to be there: a file that fails for want of one costs more than asking. */
  readonly #folders = new Set<string>();

  constructor(folder: string, former: FormerSite | null = null) {
    this.folder = folder;
    this.#former = former?.files ?? new Map<string, Left>();
    // What was made of the same by another program may be other files today.
    this.#formerTogether =
      former?.program === programDigest() ? former.together : new Map<string, Together>();
    this.#stands = former?.folder ?? '';
  }

  /** Writes a file whose folder need not be there; one that stands with the same bytes is taken over. Gives its SHA-256. */
  write(path: string, content: string | Uint8Array): string {
    const sum = sha256(content);
    const before = this.sums.get(path);
    if (before === sum) return sum;
    // What was taken over is a name of the file that stands, which nobody may write to.
    if (before !== undefined) rmSync(join(this.folder, path));
    this.#kept.delete(path);
    if (this.#former.get(path)?.sum === sum && this.keep(path)) return sum;
    writeFileSync(this.#placeOf(path), content);
    this.sums.set(path, sum);
    return sum;
  }

  /** The SHA-256 that a file of the site that stands had when it was built; undefined of others. */
  formerSum(path: string): string | undefined {
    return this.#former.get(path)?.sum;
  }

  /** Takes a file over from the site that stands; false where it is not there as the build left it. */
  keep(path: string): boolean {
    const left = this.#former.get(path);
    if (!left) return false;
    const from = join(this.#stands, path);
    const now = lstatSync(from, { throwIfNoEntry: false });
    if (!now?.isFile() || stateOf(now) !== left.state) return false;
    sameFile(from, this.#placeOf(path), now);
    this.sums.set(path, left.sum);
    this.#kept.set(path, left.state);
    return true;
  }

  /**
   * Takes over files that were made together of the same, which `key` tells; `pathsOf` names them, by what was told of
   * them or among all files that stand. Gives what was told; null, and no file is there, where they have to be made.
   */
  keepTogether(
    name: string,
    key: string,
    pathsOf: (told: string, all: Iterable<string>) => readonly string[],
  ): string | null {
    const before = this.#formerTogether.get(name);
    if (before?.key !== key) return null;
    const paths = pathsOf(before.told, this.#former.keys());
    if (paths.every((path) => this.keep(path))) {
      this.#together.set(name, before);
      return before.told;
    }
    for (const path of paths) {
      if (this.#kept.delete(path)) rmSync(join(this.folder, path));
      this.sums.delete(path);
    }
    return null;
  }

  /** Whether anything is known of a site that stands. */
  get hasFormer(): boolean {
    return this.#formerTogether.size > 0;
  }

  /** Where a file of the site that stands is; null where it is not there as the build left it. */
  formerPath(path: string): string | null {
    const left = this.#former.get(path);
    const from = join(this.#stands, path);
    const now = left && lstatSync(from, { throwIfNoEntry: false });
    return now?.isFile() && stateOf(now) === left?.state ? from : null;
  }

  /** The same, open for reading, and its length. */
  openFormer(path: string): { descriptor: number; bytes: number } | null {
    const from = this.formerPath(path);
    if (from === null) return null;
    const descriptor = openSync(from, 'r');
    return { descriptor, bytes: fstatSync(descriptor).size };
  }

  /** What was noted of what was made of the same for the site that stands; null where nothing was. */
  toldTogether(name: string, key: string): string | null {
    const before = this.#formerTogether.get(name);
    return before?.key === key ? before.told : null;
  }

  /** Notes of what files were made together, for `keepTogether` of the next build. */
  madeTogether(name: string, made: Together): void {
    this.#together.set(name, made);
  }

  /** Where a file stands, in a folder that is there. */
  #placeOf(path: string): string {
    const file = join(this.folder, path);
    const folder = dirname(file);
    if (!this.#folders.has(folder)) mkdirSync(folder, { recursive: true });
    this.#folders.add(folder);
    return file;
  }

  /** Whether a file is the one of the site that stands. */
  isKept(path: string): boolean {
    return this.#kept.has(path);
  }

  /** Takes over what was written without asking and turned out as it stands; `sums` are those of all files. */
  settle(sums: ReadonlyMap<string, string>): void {
    for (const [path, sum] of sums) {
      if (this.#kept.has(path) || this.#former.get(path)?.sum !== sum) continue;
      const made = join(this.folder, path);
      const aside = `${made}.made`;
      renameSync(made, aside);
      if (this.keep(path)) rmSync(aside);
      else renameSync(aside, made);
    }
  }

  /** Notes the files for the next build, once the site stands at `dist`. Gives size and time of each. */
  note(root: string, dist: string, { sums, checked }: Proved): Map<string, string> {
    const lines = [programDigest(), dist];
    const states = new Map<string, string>();
    for (const [path, sum] of sums) {
      const state = this.#kept.get(path) ?? stateOf(lstatSync(join(dist, path)));
      states.set(path, state);
      lines.push(`${sum} ${state} ${path}`);
    }
    for (const [article, key] of checked) lines.push(`checked ${key} ${article}`);
    for (const [name, { key, told }] of this.#together)
      lines.push(`together ${key} ${name} ${told}`);
    const list = join(root, LIST);
    mkdirSync(dirname(list), { recursive: true });
    writeFileSync(`${list}.next`, `${lines.join('\n')}\n`);
    renameSync(`${list}.next`, list);
    return states;
  }
}

/** Gives a file a second name; where the disk knows none, it is copied with its time. */
function sameFile(from: string, to: string, { atime, mtime }: Stats): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw error;
    copyFileSync(from, to);
    utimesSync(to, atime, mtime);
  }
}

/** The site that a build left at `dist`; null where nothing is known of it. */
export function formerSite(root: string, dist: string): FormerSite | null {
  let text: string;
  try {
    text = readFileSync(join(root, LIST), 'utf8');
  } catch {
    return null;
  }
  const [program = '', folder = '', ...lines] = text.split('\n');
  // A list that was cut short ends without a line break.
  if (folder !== dist || lines.pop() !== '') return null;
  const files = new Map<string, Left>();
  const checked = new Map<string, string>();
  const together = new Map<string, Together>();
  for (const line of lines) {
    const [what = '', state = '', time = '', ...path] = line.split(' ');
    if (what === 'checked') checked.set(time, state);
    else if (what === 'together') together.set(time, { key: state, told: path.join(' ') });
    else files.set(path.join(' '), { sum: what, state: `${state} ${time}` });
  }
  return { folder, program, files, checked, together };
}
