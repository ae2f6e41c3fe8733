/**
 * `npm run add -- [--reason <why>] [--force] <file or folder>…`: takes in new sources. Copies them byte for byte,
 * never over another; a file whose name is taken becomes a new version of that article, for which it wants the
 * reason. Says what each text states of itself, and writes a card for what it does not. Texts, cards and manifest
 * are put in place together.
 */
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { VFile } from 'vfile';
import { reporter } from 'vfile-reporter';
import {
  formatManifest,
  LedgerFileError,
  MANIFEST,
  manifestMissing,
  parseManifest,
  parseSourceName,
  sharedWords,
  sourceName,
  type VersionRow,
} from '../src/lib/ledger/index.ts';
import { slugOf } from '../src/lib/names.ts';
import { clean } from '../src/lib/pipeline/clean.ts';
import { readMetadata } from '../src/lib/pipeline/metadata.ts';
import { read, type RawSource } from '../src/lib/pipeline/read.ts';
import { guarded } from '../src/lib/pipeline/stages.ts';
import { complain } from '../src/lib/messages.ts';
import { largestFile, root } from './lib/content.ts';
import { bytesAt } from './lib/reading.ts';
import { describe, Refusal } from './lib/errors.ts';
import { LEDGER, SOURCES } from './lib/ledger-files.ts';
import { alone, commit } from './lib/publish.ts';
import { archiveSettings } from './lib/settings.ts';
import { guardTerminal } from './lib/terminal.ts';

guardTerminal();

const CARDS = 'content/articles';
const MANIFEST_PATH = `${SOURCES}/${MANIFEST}`;
const USAGE = 'Usage: npm run add -- [--reason "WHY"] [--force] <file or folder>…';
/** Below this share of common words two texts are hardly captures of one article. */
const HARDLY = 0.1;

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
/** As a shell reads it. */
const quoted = (words: string) =>
  /^[\w./~+@:,-]+$/.test(words) ? words : `'${words.replaceAll("'", "'\\''")}'`;
const inProject = (path: string) => join(root, path);

function readOptions(args: string[]): { reason: string | null; force: boolean; paths: string[] } {
  let parsed;
  try {
    parsed = parseArgs({
      args,
      allowPositionals: true,
      options: { reason: { type: 'string' }, force: { type: 'boolean' } },
    });
  } catch (error) {
    // The first sentence says what is wrong.
    throw new Refusal([`${(error as Error).message.split(/\.?(?:\s*\n|\.\s)/)[0]}.`, USAGE], {
      cause: error,
    });
  }
  const { values, positionals: paths } = parsed;
  if (paths.length === 0) throw new Refusal(['Name the texts to take in.', USAGE]);
  if (values.reason?.trim() === '') throw new Refusal(['The reason is empty.', USAGE]);
  return { reason: values.reason?.trim() ?? null, force: values.force ?? false, paths };
}

/** The texts under a path, each with whether it was named itself; what cannot be found is said. */
function textsUnder(path: string, named = true): { path: string; named: boolean }[] {
  const found = kindOf(path);
  if (found === 'file') return [{ path, named }];
  if (found !== 'folder') {
    refuse(found === null ? `There is no file or folder \`${path}\`.` : `\`${path}\` ${found}.`);
    return [];
  }
  const inner = readdirSync(path)
    .sort()
    .filter((name) => !name.startsWith('.'))
    .map((name) => join(path, name));
  return inner.flatMap((one) => {
    // A link within a folder may lead anywhere, also back to the folder.
    if (lstatSync(one).isSymbolicLink()) {
      refuse(`\`${one}\` is a symbolic link and was not followed; name what it leads to.`);
      return [];
    }
    return kindOf(one) === 'folder' || /\.(?:txt|md)$/.test(one) ? textsUnder(one, false) : [];
  });
}

/** What stands at a path: a file, a folder, null for nothing, or in words why it is neither. */
function kindOf(path: string): string | null {
  try {
    const found = statSync(path);
    if (found.isFile()) return 'file';
    return found.isDirectory() ? 'folder' : 'is no file and no folder';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT')
      return lstatSync(path, { throwIfNoEntry: false })
        ? 'is a symbolic link that leads nowhere'
        : null;
    return code === 'ELOOP'
      ? 'is a symbolic link that leads back to itself'
      : `cannot be read (${code ?? String(error)})`;
  }
}

/** Says why one text is not taken in; the others are. */
function refuse(why: string): void {
  console.error(why);
  process.exitCode = 1;
}

/** The manifest, and its text. Where it is gone, whatever is added would take its place. */
function readManifest(): { rows: VersionRow[]; text: string } {
  const path = inProject(MANIFEST_PATH);
  if (!existsSync(path)) {
    const ledger = inProject(LEDGER);
    if (existsSync(ledger) && readdirSync(ledger).some((name) => name.endsWith('.json')))
      throw new Refusal([`${manifestMissing.message}.`, manifestMissing.mend]);
    return { rows: [], text: '' };
  }
  const text = readFileSync(path, 'utf8');
  try {
    return { rows: parseManifest(text, MANIFEST_PATH), text };
  } catch (error) {
    if (!(error instanceof LedgerFileError)) throw error;
    throw new Refusal(
      error.problems.flatMap(({ found, line, mend }) => [
        `${MANIFEST_PATH}${line === null ? '' : `:${line}`}: ${found}.`,
        mend,
      ]),
      { cause: error },
    );
  }
}

interface Held {
  name: string;
  article: string;
  version: number;
  sha256: string;
  bytes: () => Uint8Array;
}

function heldSources(): Held[] {
  const folder = inProject(SOURCES);
  return (existsSync(folder) ? readdirSync(folder) : []).flatMap((name) => {
    const parsed = parseSourceName(name);
    const bytes = () => readFileSync(join(folder, name));
    return parsed ? [{ ...parsed, name, bytes, sha256: sha256(bytes()) }] : [];
  });
}

/** File names that a scraper makes up say nothing; the title makes a better address. */
function articleOf(path: string, title: string | null): string {
  const stem = slugOf(basename(path, extname(path)));
  return (
    (/^[0-9a-f-]*$|^\d+-[0-9a-f]{8,}$|^(?:untitled|document|text|article|file)-?\d*$/.test(stem) &&
    title
      ? slugOf(title)
      : stem) || 'article'
  );
}

async function add({ reason, force, paths }: ReturnType<typeof readOptions>): Promise<void> {
  const { rows, text: manifestText } = readManifest();
  const held = heldSources();
  const files = new Map<string, string | Uint8Array>();
  const said: string[] = [];
  let taken = 0;
  const rowOf = ({ article, version }: { article: string; version: number }) =>
    rows.find((row) => row.article === article && row.version === version);
  const most = largestFile();
  const today = new Date().toISOString().slice(0, 10);

  /** What there is to say of bytes that the archive has; false where they are to be taken in all the same. */
  const isHeld = (path: string, named: boolean, raw: RawSource, id: string): boolean => {
    const same = held.filter((one) => one.sha256 === raw.sha256);
    if (same.length === 0) return false;
    const own = dirname(resolve(path)) === inProject(SOURCES);
    const names = same.map(({ name }) => name).join(', ');
    const again = `npm run add -- --reason "WHY" ${quoted(path)}`;
    const open = same.find(
      (one) =>
        (own ? one.name === basename(path) : one.version > 1) &&
        (rowOf(one)?.reason ?? null) === null,
    );
    if (open && named && reason !== null) {
      const row = rowOf(open);
      if (row) row.reason = reason;
      else
        rows.push({
          article: open.article,
          version: open.version,
          file: open.name,
          sha256: raw.sha256,
          bytes: raw.bytes,
          taken: today,
          reason,
        });
      said.push(`${SOURCES}/${open.name}: the reason is noted`);
      return true;
    }
    const newest = held
      .filter(({ article }) => article === id)
      .sort((a, b) => b.version - a.version)[0];
    // A publisher may go back to what was there before.
    const wentBack =
      !own &&
      newest !== undefined &&
      newest.sha256 !== raw.sha256 &&
      same.some(({ article }) => article === id);
    if (wentBack && named && reason !== null) return false;
    said.push(`${path}: the archive holds these bytes already, as ${names}`);
    if (open && open.version > 1)
      said.push(`  why they were taken in is not noted; to note it: ${again}`);
    else if (wentBack) said.push(`  if the article went back to them, say so: ${again}`);
    return true;
  };

  for (const { path, named } of paths.flatMap((one) => textsUnder(one))) {
    const file = new VFile({ path });
    const bytes = bytesAt(realpathSync(path), most);
    if (!(bytes instanceof Uint8Array)) {
      if (bytes) complain(file, null, bytes);
      refuse(bytes ? reporter(file, { color: false }) : `There is no file \`${path}\`.`);
      continue;
    }
    file.value = bytes;
    const raw = guarded(file, 'read', () => read(file));
    if (!raw) {
      refuse(reporter(file, { color: false }));
      continue;
    }
    const lost = rows.find(
      (row) => row.sha256 === raw.sha256 && !held.some(({ name }) => name === row.file),
    );
    if (lost) {
      files.set(`${SOURCES}/${lost.file}`, bytes);
      said.push(`${path} → ${SOURCES}/${lost.file}, where it is missing`);
      continue;
    }
    const meta = guarded(file, 'metadata', () => readMetadata(clean(raw)));
    if (!meta) {
      refuse(reporter(file, { color: false }));
      continue;
    }
    const id = articleOf(path, meta.title);
    if (isHeld(path, named, raw, id)) continue;

    const version =
      1 +
      Math.max(
        0,
        ...[...held, ...rows].filter(({ article }) => article === id).map((one) => one.version),
      );
    if (version > 1) {
      const former = held.find((one) => one.article === id && one.version === version - 1);
      const strange =
        former !== undefined &&
        sharedWords(raw.text, new TextDecoder().decode(former.bytes())) < HARDLY;
      const again = `npm run add -- ${strange ? '--force ' : ''}--reason ${reason === null ? '"WHY"' : quoted(reason)} ${quoted(path)}`;
      if (strange && !force) {
        refuse(
          `${path} was not taken in: it has hardly any words in common with ${SOURCES}/${former.name}, which has its name.\n  Another article: give the file another name.\n  The same article in a new text: ${again}`,
        );
        continue;
      }
      if (reason === null) {
        refuse(
          `${path} was not taken in: ${former ? `${SOURCES}/${former.name}` : id} has its name, and a new version of an article needs the reason why it was captured again.\n  ${again}\n  Another article: give the file another name.`,
        );
        continue;
      }
    }
    const name = sourceName({
      article: id,
      version,
      extension: extname(path) === '.md' ? 'md' : 'txt',
    });
    files.set(`${SOURCES}/${name}`, bytes);
    held.push({ name, article: id, version, sha256: raw.sha256, bytes: () => bytes });
    rows.push({
      article: id,
      version,
      file: name,
      sha256: raw.sha256,
      bytes: raw.bytes,
      taken: today,
      reason,
    });
    taken++;
    said.push(
      `${path} → ${SOURCES}/${name}${version > 1 ? ` (version ${version} of ${id}; claims are carried over at the next build)` : ''}`,
    );
    said.push(
      `  title: ${meta.title ?? 'not found'}; byline: ${meta.byline.map((b) => b.name).join(', ') || 'none'}; outlet: ${meta.outlets[0] ?? 'unknown'}; published: ${meta.published?.edtf ?? 'not stated'}`,
    );
    const card = `${CARDS}/${id}.md`;
    if (!existsSync(inProject(card)) && !files.has(card)) {
      files.set(
        card,
        ['---', ...(meta.title ? [] : ['# title: THE TITLE, IF YOU KNOW IT']), '---', ''].join(
          '\n',
        ),
      );
      said.push(`  card: ${card}`);
    }
  }
  const manifest = formatManifest(rows);
  if (manifest !== formatManifest([]) || manifestText !== '') files.set(MANIFEST_PATH, manifest);
  commit(root, files, new Map([[MANIFEST_PATH, manifestText]]));
  for (const line of said) console.log(line);
  console.log(
    `${taken} ${taken === 1 ? 'text' : 'texts'} taken in.${taken > 0 ? ' `npm run records` now says what it was unsure of, with the card entries that settle it.' : ''}`,
  );
}

try {
  archiveSettings({ begins: true });
  const options = readOptions(process.argv.slice(2));
  await alone(root, () => add(options));
} catch (error) {
  console.error(describe(error));
  process.exitCode = 1;
}
