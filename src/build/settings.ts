/**
 * What a command was told, in one object: which archive it works on, and where that one's files are.
 * `--archive <folder>` and `VERBATIM_ROOT=<folder>` say the same, for every command; the option wins.
 * A relative folder counts from where the command was typed.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Refusal } from './terminal/errors.ts';

/** The folder of the software itself, which has an archive of its own. */
export const project: string = resolve(import.meta.dirname, '../..');

export interface Settings {
  /** The archive's folder, absolute. */
  root: string;
  /** Whether it is another one than the software's own. */
  named: boolean;
  content: string;
  records: string;
  /** The built site, unless the command was told of another folder. */
  dist: string;
}

/** Without `--archive <folder>`; the folder, null where none is named, empty where the name is missing. */
function withoutArchive(args: readonly string[]): {
  args: string[];
  archive: string | null;
} {
  const rest: string[] = [];
  let archive: string | null = null;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    if (arg === '--') return { args: [...rest, ...args.slice(i)], archive };
    if (arg === '--archive') {
      const next = args[i + 1];
      archive = next === undefined || next.startsWith('-') ? '' : next;
      if (archive !== '') i++;
    } else if (arg.startsWith('--archive=')) archive = arg.slice('--archive='.length);
    else rest.push(arg);
  }
  return { args: rest, archive };
}

/** Where the command was typed: npm itself goes to the folder of the software first. */
const typedIn = (): string =>
  process.env.npm_lifecycle_event ? (process.env.INIT_CWD ?? process.cwd()) : process.cwd();

let nameless = false;

/** Takes the archive out of the arguments, so that every module and every command started finds it in one place. */
function takeArchive(): void {
  const { args, archive } = withoutArchive(process.argv.slice(2));
  process.argv.splice(2, process.argv.length, ...args);
  nameless = archive === '';
  if (archive) {
    process.env.VERBATIM_ROOT = archive;
    // The records of the archive named are its own.
    delete process.env.VERBATIM_RECORDS;
  }
  if (process.env.VERBATIM_ROOT)
    process.env.VERBATIM_ROOT = resolve(typedIn(), process.env.VERBATIM_ROOT);
}
takeArchive();

/** As the environment says at this moment. */
export function settings(): Settings {
  const root = resolve(process.env.VERBATIM_ROOT || project);
  return {
    root,
    named: root !== project,
    content: join(root, 'content'),
    records: resolve(process.env.VERBATIM_RECORDS || join(root, '.verbatim/records')),
    dist: join(root, 'dist'),
  };
}

const isFolder = (path: string) =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/**
 * The settings, where they lead to an archive; else a `Refusal` that says what is there instead. With
 * `begins` an empty folder will do: the command puts the first text into it.
 */
export function archiveSettings({ begins = false } = {}): Settings {
  if (nameless)
    throw new Refusal(
      'The option `--archive` is without its folder, expected `--archive <folder>`.',
    );
  const found = settings();
  const { root, content } = found;
  const how =
    'Name the folder of an archive with `--archive <folder>` (or `VERBATIM_ROOT`): the one that holds its folder `content`.';
  if (!existsSync(root))
    throw new Refusal([
      `There is no folder ${root}.`,
      begins ? `To begin an archive there: \`npm run new -- ${root}\`.` : how,
    ]);
  if (!isFolder(root)) throw new Refusal([`${root} is a file, expected a folder.`, how]);
  const empty = begins && readdirSync(root).every((name) => name.startsWith('.'));
  if (!isFolder(content) && !empty)
    throw new Refusal([`${root} is no archive: it holds no folder \`content\`.`, how]);
  return found;
}

/** For the first line of a command: as `archiveSettings`, but says what is wrong and ends the command. */
export function enter(options: { begins?: boolean } = {}): Settings {
  try {
    return archiveSettings(options);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

/** The public address that `SITE` gives, or null; a `Refusal` where it gives something else. */
export function siteFromEnvironment(): string | null {
  const value = process.env.SITE;
  if (!value) return null;
  if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol))
    throw new Refusal(
      `SITE is \`${value}\`, expected the address of the site such as \`https://example.org/archive/\`.`,
    );
  return value;
}

/** Whether the command runs where sites are published, as `CI=true` says: there the ledger must not change. */
export const inWorkflow = (): boolean => /^(?:1|true)$/i.test(process.env.CI ?? '');

/** The path under the address at which the site is served, where `BASE_PATH` gives one. */
export const basePathFromEnvironment = (): string | undefined => process.env.BASE_PATH;

/** The network address that `HOST` names for the server. */
export const hostWanted = (): string | undefined => process.env.HOST;

/**
 * The port that `--port` names, else `PORT`, 4321 where neither does, and the other arguments; a `Refusal` for what is
 * no port.
 */
export function portWanted(args: readonly string[]): { port: number; args: string[] } {
  const rest = [...args];
  const at = rest.findIndex((arg) => /^--port(?:=|$)/.test(arg));
  const [option = '', next = ''] = at < 0 ? [] : rest.splice(at, rest[at] === '--port' ? 2 : 1);
  const told = option === '--port' ? next : option.slice('--port='.length);
  const value = at < 0 ? (process.env.PORT ?? '4321') : told;
  const port = Number(value);
  if (/^\d+$/.test(value) && port <= 65_535) return { port, args: rest };
  throw new Refusal(
    `${at < 0 ? 'PORT' : '--port'} is \`${value}\`, expected a number from 0 to 65535.`,
  );
}

/** A `Refusal` where a command that takes none of its own is given further arguments. */
export function refuseFurther(args: readonly string[], usage: string): void {
  if (args[0] !== undefined) throw new Refusal([`Unknown option \`${args[0]}\`.`, usage]);
}

/** Has all that is loaded from here on, the pages too, read the records in this folder. */
export function useRecords(folder: string): void {
  process.env.VERBATIM_RECORDS = folder;
}

/** What the variables of these names say, null for those that are not set. */
export const variables = (names: readonly string[]): Record<string, string | null> =>
  Object.fromEntries(names.map((name) => [name, process.env[name] ?? null]));

/** The built site that `VERBATIM_DIST` names within the archive, else its `dist/`. */
export const builtSite = (root: string): string =>
  resolve(root, process.env.VERBATIM_DIST ?? 'dist');

/** Where pictures of pages go: what `VERBATIM_SHOTS` names within the archive, else its `shots/`. */
export const shotsFolder = (root: string): string =>
  resolve(root, process.env.VERBATIM_SHOTS ?? 'shots');

/** A folder as it was typed: npm itself goes to the folder of the software first. */
export const asTyped = (folder: string): string => resolve(process.env.INIT_CWD ?? '.', folder);
