/**
 * Makes the files of a site from its records. The build does so, and the check that makes them again.
 * Loaded once the environment says where the records are, since what it needs looks there.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AddressRecord } from '../../model/records.ts';
import { articlePath } from '../../model/urls.ts';
import { getAnswers, getArchive, pageRecords, sourceText } from '../../site/data/archive.ts';
import type { Archive } from '../../archive/query.ts';
import { versionsOf } from '../../site/data/versions.ts';
import { sha256 } from '../../text/digest.ts';
import { filesUnder } from '../putting-in-place/put-in-place.ts';
import { writeAll } from './write-exports.ts';
import { lastChanges } from './last-changes.ts';
import { openKit } from '../rendering/kit.ts';
import { KeptPages } from '../rendering/kept-pages.ts';
import { renderAll, type Rendered } from '../rendering/pages.ts';
import { sitemaps } from '../rendering/sitemap.ts';
import { variables } from '../settings.ts';
import { siteAddress } from '../site-address.ts';
import { programDigest } from '../software.ts';
import type { SiteFolder } from './site-folder.ts';

/** Every export, from an archive, the folder with its records, and its pages; gives what `writeAll` gives. */
export function writeData(archive: Archive, records: string, site: SiteFolder) {
  const { base, root } = siteAddress(archive.site.address);
  const given = `${programOf(base)} ${root} ${JSON.stringify(archive.site)}`;
  const page = (id: string) => `${articlePath(id)}index.html`;
  const sums = new Map<string, string>();
  const sumOf = (id: string): string => {
    const sum = sums.get(id) ?? sha256(readFileSync(join(records, `articles/${id}.json`)));
    sums.set(id, sum);
    return sum;
  };
  return writeAll(archive, site, {
    root,
    source: sourceText,
    versions: ({ id }) => versionsOf(id),
    page: ({ id }) => readFileSync(join(site.folder, page(id)), 'utf8'),
    records: pageRecords(records, (id) => sha256(`${given} ${sumOf(id)}`)),
    digest: ({ id }) =>
      sha256(
        [given, JSON.stringify(versionsOf(id)), site.sums.get(page(id)), sumOf(id)].join('\n'),
      ),
  });
}

/**
 * The pages of the records at `VERBATIM_RECORDS`, and what they load. `root` is the archive's folder, where it is kept
 * what pages asked, so that those which would be made as they stand are taken over; without it all are made. Gives
 * the number of pages.
 */
export async function renderPages(site: SiteFolder, root: string | null = null): Promise<number> {
  const { base, root: address } = siteAddress(getArchive().site.address);
  const kit = await openKit(base);
  for (const name of filesUnder(kit.files)) site.write(name, readFileSync(join(kit.files, name)));
  const write = ({ path, content }: Rendered) => site.write(path, content);
  const kept = root === null ? null : new KeptPages(root, programOf(base), site, getAnswers());
  const made = await renderAll(kit, write, kept);
  if (root !== null) kept?.write(root);
  const pages = made
    .filter((path) => path.endsWith('.html'))
    .map((path) => path.replace(/index\.html$/, ''));
  const gone = new Set(getArchive().addresses.map(({ path }) => path));
  const listed = pages.filter((path) => !gone.has(path) && !UNLISTED.has(path));
  const changed = lastChanges(getArchive(), ({ id }) => versionsOf(id));
  const inMap = listed.map((path) => ({ path, changed: changed.get(path) ?? null }));
  for (const file of await sitemaps(inMap, address)) write(file);
  return pages.length;
}

/** All that pages depend on beside the archive and its folder, in one line. */
const programOf = (base: string): string =>
  `${programDigest()} ${JSON.stringify([base, variables(['SITE', 'BASE_PATH', 'SHARE_IMAGES'])])}`;

/** Pages that no search engine need show. */
const UNLISTED = new Set(['404.html', 'search/']);

/**
 * A file cannot lead on to another address: feeds, citations and pictures beside a page that moved keep
 * their former addresses too.
 */
export function copySideFiles(addresses: readonly AddressRecord[], site: SiteFolder): void {
  const { folder } = site;
  const copy = (from: string, to: string) => {
    if (!existsSync(join(folder, from)) || existsSync(join(folder, to))) return;
    site.write(to, readFileSync(join(folder, from)));
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
