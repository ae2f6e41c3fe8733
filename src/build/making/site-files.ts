/**
 * Makes the files of a site from its records. The build does so, and the check that makes them again.
 * Loaded once the environment says where the records are, since what it needs looks there.
 */
import {
  copyFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { AddressRecord } from '../../model/records.ts';
import { getArchive, pageRecords, sourceText } from '../../site/data/archive.ts';
import type { Archive } from '../../archive/query.ts';
import { versionsOf } from '../../site/data/versions.ts';
import { inFolder } from '../putting-in-place/put-in-place.ts';
import { writeAll } from './write-exports.ts';
import { lastChanges } from './last-changes.ts';
import { openKit } from '../rendering/kit.ts';
import { renderedPages, type Rendered } from '../rendering/pages.ts';
import { sitemaps } from '../rendering/sitemap.ts';
import { siteAddress } from '../site-address.ts';
import { articlePath } from '../../model/urls.ts';

/** Every export, from an archive, the folder with its records, and its pages; gives what `writeAll` gives. */
export const writeData = (archive: Archive, records: string, folder: string) =>
  writeAll(archive, folder, {
    root: siteAddress(archive.site.address).root,
    source: sourceText,
    versions: ({ id }) => versionsOf(id),
    page: ({ id }) => readFileSync(join(folder, articlePath(id), 'index.html'), 'utf8'),
    records: pageRecords(records, archive),
  });

/** The pages of the records at `VERBATIM_RECORDS`, and what they load, into `folder`. Gives the number of pages. */
export async function renderPages(folder: string): Promise<number> {
  const { base, root } = siteAddress(getArchive().site.address);
  const kit = await openKit(base);
  cpSync(kit.files, folder, { recursive: true });
  const write = ({ path, content }: Rendered) =>
    inFolder(join(folder, path), (file) => writeFileSync(file, content));
  const pages: string[] = [];
  for await (const rendered of renderedPages(kit)) {
    write(rendered);
    if (rendered.path.endsWith('.html')) pages.push(rendered.path.replace(/index\.html$/, ''));
  }
  const gone = new Set(getArchive().addresses.map(({ path }) => path));
  const listed = pages.filter((path) => !gone.has(path) && !UNLISTED.has(path));
  const changed = lastChanges(getArchive(), ({ id }) => versionsOf(id));
  const inMap = listed.map((path) => ({ path, changed: changed.get(path) ?? null }));
  for (const file of await sitemaps(inMap, root)) write(file);
  return pages.length;
}

/** Pages that no search engine need show. */
const UNLISTED = new Set(['404.html', 'search/']);

/**
 * A file cannot lead on to another address: feeds, citations and pictures beside a page that moved keep
 * their former addresses too.
 */
export function copySideFiles(addresses: readonly AddressRecord[], folder: string): void {
  const copy = (from: string, to: string) => {
    if (!existsSync(join(folder, from)) || existsSync(join(folder, to))) return;
    inFolder(join(folder, to), (file) => copyFileSync(join(folder, from), file));
  };
  for (const { kind, path, successor } of addresses) {
    if (kind !== 'redirect' || !path.endsWith('/') || !successor?.endsWith('/')) continue;
    if (!existsSync(join(folder, successor))) continue;
    for (const entry of readdirSync(join(folder, successor), { withFileTypes: true }))
      if (entry.isFile() && !entry.name.endsWith('.html'))
        copy(`${successor}${entry.name}`, `${path}${entry.name}`);
    if (/^(?:articles|claims)\/[^/]+\/$/.test(path))
      copy(`share/${successor.slice(0, -1)}.png`, `share/${path.slice(0, -1)}.png`);
  }
}
