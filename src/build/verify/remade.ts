/**
 * Holds every file of a site against what its own records make of it: the pages are made again, by
 * the same components, from `data/records.jsonl` and the sources, and compared byte for byte.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { RECORDS_FILE } from '../../publish/exports/records.ts';
import { filesUnder } from '../putting-in-place/put-in-place.ts';
import { brief } from './lines.ts';
import { shownBy, type Shown } from './shown.ts';

const project = join(import.meta.dirname, '../../..');

/** Files that are held otherwise or not at all: pictures cost more than all else, and sources have hashes of their own. */
const heldOtherwise = (name: string): boolean =>
  name === 'SHA256SUMS' || /^share\/.*\.png$/.test(name) || /^articles\/.*source\.txt$/.test(name);

export interface Remade {
  /** Where the files are; empty where they could not be made. */
  folder: string;
  /** What stood in the way. */
  problems: string[];
  /** Removes them. */
  tidy(): void;
}

/** As many pages as tell whether a site has pictures; one that was altered does not outvote the others. */
const TELLING = 25;

/** Whether most articles' pages name a picture for sharing: files alone may have been added. */
function namesPictures(folder: string, files: ReadonlySet<string>): boolean {
  const pages: string[] = [];
  for (const name of files) {
    if (pages.length === TELLING) break;
    if (!/^articles\/[^/]+\/index\.html$/.test(name)) continue;
    const page = readFileSync(join(folder, name), 'utf8');
    // Of an address that leads on there is no picture.
    if (!/<meta name="robots" content="noindex"/.test(page)) pages.push(page);
  }
  const naming = pages.filter((page) => /<meta property="og:image"/.test(page));
  return naming.length > pages.length / 2;
}

/** Makes the site at `folder` again, for the address `root` of its home page, in a process of its own. */
export function remake(folder: string, root: URL, files: ReadonlySet<string>): Promise<Remade> {
  // In the project, since Astro renames files from there into its output.
  mkdirSync(join(project, '.verbatim'), { recursive: true });
  const work = mkdtempSync(join(project, '.verbatim/verify-'));
  const tidy = () => rmSync(work, { recursive: true, force: true });
  const pictures = namesPictures(folder, files);
  const env = {
    ...process.env,
    VERBATIM_ROOT: work,
    VERBATIM_RECORDS: join(work, 'records'),
    SITE: root.origin,
    BASE_PATH: root.pathname,
    SHARE_IMAGES: pictures ? '1' : '0',
  };
  return new Promise((done) =>
    execFile(
      process.execPath,
      [
        '--disable-warning=ExperimentalWarning',
        join(import.meta.dirname, 'remake.ts'),
        folder,
        work,
      ],
      { cwd: project, env, encoding: 'utf8', maxBuffer: 64 * 2 ** 20 },
      (error, stdout, stderr) => {
        const said = stdout.split('\n').filter((line) => line !== '');
        done({
          folder: error ? '' : join(work, 'site'),
          problems: error ? [said.at(-1) ?? lastLine(stderr) ?? error.message] : [],
          tidy,
        });
      },
    ),
  );
}

const lastLine = (text: string) => text.trim().split('\n').at(-1);

/** Every file of either folder that is not the same in both; the message says where they part. */
export function* departures(
  folder: string,
  remade: string,
): Generator<{ name: string; message: string }> {
  const made = new Set(filesUnder(remade));
  for (const name of filesUnder(folder)) {
    const known = made.delete(name);
    if (heldOtherwise(name) && (known || !name.startsWith('share/'))) continue;
    const message = known
      ? departureOf(name, readFileSync(join(folder, name)), readFileSync(join(remade, name)))
      : `${name} is a file that ${RECORDS_FILE} does not make`;
    if (message !== null) yield { name, message };
  }
  for (const name of made)
    if (!heldOtherwise(name))
      yield { name, message: `${name} is missing, which ${RECORDS_FILE} makes` };
}

/** Where a file departs from the one that the records make; null where it does not. */
function departureOf(name: string, found: Buffer, expected: Buffer): string | null {
  if (found.equals(expected)) return null;
  const [one, other] = [found.toString('utf8'), expected.toString('utf8')];
  const what = `${name} is not what ${RECORDS_FILE} makes of it`;
  if (name.endsWith('.html')) {
    const shown = shownDeparture(shownBy(one), shownBy(other));
    if (shown) return `${what}: ${shown}`;
    return `${what}: its markup differs, though it has the same text and links: ${meeting(one, other)}`;
  }
  return one.includes('\uFFFD') ? what : `${what}: ${meeting(one, other)}`;
}

/** The first text or link that one page has and the other has not at that place. */
function shownDeparture(found: Shown[], expected: Shown[]): string | null {
  for (let i = 0; i < Math.max(found.length, expected.length); i++) {
    const [one, other] = [found[i], expected[i]];
    if (one?.text === other?.text && one?.hidden === other?.hidden) continue;
    if (one && other && one.text === other.text)
      return `${said(one)} is ${one.hidden ? 'hidden' : 'not hidden'}`;
    return `found ${said(one)}, expected ${said(other)}`;
  }
  return null;
}

const said = (one: Shown | undefined) =>
  one ? `${one.what} “${brief(one.text, 80)}”` : 'nothing more';

/** Where two texts part for the first time. */
export function meeting(found: string, expected: string): string {
  let at = 0;
  while (at < found.length && found[at] === expected[at]) at++;
  const part = (text: string) =>
    brief(
      text
        .slice(Math.max(0, at - 20), at + 40)
        .replace(/\s+/g, ' ')
        .trim(),
    );
  return `found “${part(found)}”, expected “${part(expected)}”`;
}
