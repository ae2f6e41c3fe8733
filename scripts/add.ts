/**
 * `npm run add -- [--reason <why>] <file or folder>…`: takes in new sources. Copies them byte for byte, never over
 * another; a file whose name is taken becomes a new version of that article. Says what each text
 * states of itself, and writes a card for what it does not.
 */
import { createHash } from 'node:crypto';
import { copyFileSync, constants, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, extname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { VFile } from 'vfile';
import { reporter } from 'vfile-reporter';
import writeFileAtomic from 'write-file-atomic';
import { formatManifest, MANIFEST, parseManifest } from '../src/lib/ledger/index.ts';
import { slugOf } from '../src/lib/names.ts';
import { clean } from '../src/lib/pipeline/clean.ts';
import { readMetadata } from '../src/lib/pipeline/metadata.ts';
import { read } from '../src/lib/pipeline/read.ts';
import { contentFolder, root } from './lib/content.ts';

const { values, positionals: paths } = parseArgs({ allowPositionals: true, options: { reason: { type: 'string' } } });
/** Why a text is taken in; kept with its version. */
const reason = values.reason ?? null;
if (paths.length === 0) {
  console.error('Name the texts to take in: `npm run add -- <file or folder>…`');
  process.exit(1);
}

const sources = join(contentFolder, 'sources');
const cards = join(contentFolder, 'articles');
const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

function textsUnder(path: string): string[] {
  if (!existsSync(path)) {
    console.error(`There is no file or folder \`${path}\`.`);
    process.exitCode = 1;
    return [];
  }
  if (statSync(path).isFile()) return [path];
  return readdirSync(path).sort().filter((name) => !name.startsWith('.')).map((name) => join(path, name)).flatMap((inner) => (statSync(inner).isDirectory() ? textsUnder(inner) : /\.(?:txt|md)$/.test(inner) ? [inner] : []));
}

mkdirSync(sources, { recursive: true });
mkdirSync(cards, { recursive: true });
const held = new Map(readdirSync(sources).filter((name) => /\.(?:txt|md)$/.test(name)).map((name) => [sha256(join(sources, name)), name]));

/** First file name free for an article: its own, or that of its next version. */
function freeName(id: string, extension: string): { name: string; version: number } {
  for (let version = 1; ; version++) {
    const stem = version === 1 ? id : `${id}.${version}`;
    if (!['.txt', '.md'].some((ending) => existsSync(join(sources, stem + ending)))) return { name: stem + extension, version };
  }
}

const manifestPath = join(sources, MANIFEST);
const manifest = existsSync(manifestPath) ? parseManifest(readFileSync(manifestPath, 'utf8'), manifestPath) : [];

let taken = 0;
for (const path of paths.flatMap(textsUnder)) {
  const file = new VFile({ path, value: new Uint8Array(readFileSync(path)) });
  const raw = read(file);
  if (!raw) {
    console.error(reporter(file));
    process.exitCode = 1;
    continue;
  }
  const before = held.get(raw.sha256);
  if (before) {
    console.log(`${path}: the archive holds these bytes already, as ${before}`);
    continue;
  }
  const meta = readMetadata(clean(raw));
  const stem = slugOf(basename(path, extname(path)));
  // names that a scraper makes up say nothing; the title makes a better address
  const id = (/^[0-9a-f-]*$|^\d+-[0-9a-f]{8,}$|^(?:untitled|document|text|article|file)-?\d*$/.test(stem) && meta.title ? slugOf(meta.title) : stem) || 'article';
  const extension = extname(path) === '.md' ? '.md' : '.txt';
  const { name, version } = freeName(id, extension);
  copyFileSync(path, join(sources, name), constants.COPYFILE_EXCL);
  held.set(raw.sha256, name);
  taken++;
  manifest.push({ article: id, version, file: name, sha256: raw.sha256, bytes: raw.bytes, taken: new Date().toISOString().slice(0, 10), reason });
  const outlet = meta.outlets[0] ?? 'unknown';
  console.log(`${path} → content/sources/${name}${version > 1 ? ` (version ${version} of ${id}; claims are carried over at the next build)` : ''}`);
  console.log(`  title: ${meta.title ?? 'not found'}; byline: ${meta.byline.map((b) => b.name).join(', ') || 'none'}; outlet: ${outlet}; published: ${meta.published?.edtf ?? 'not stated'}`);
  const card = join(cards, `${id}.md`);
  if (!existsSync(card)) {
    const lines = ['---', ...(meta.title ? [] : ['title: GIVE THE ARTICLE A TITLE']), '---', ''];
    writeFileSync(card, lines.join('\n'), { flag: 'wx' });
    console.log(`  card: ${relative(root, card).replaceAll('\\', '/')}`);
  }
}
if (taken > 0) writeFileAtomic.sync(manifestPath, formatManifest(manifest));
console.log(`${taken} ${taken === 1 ? 'text' : 'texts'} taken in. \`npm run records\` now says what it was unsure of, with the card entries that settle it.`);
