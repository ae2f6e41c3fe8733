/**
 * Proves a built site from nothing but its own files: every hash, every part of every claim, every
 * link and fragment, and that data files and pages agree. Whatever is wrong, in any file, comes
 * back as a problem that names the file, what was found and what was expected.
 */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { jsonSchema } from '../../publish/exports/json-schemas.ts';
import { RECORDS_FILE } from '../../publish/exports/records.ts';
import { PUBLIC_SCHEMAS, type PublicTombstone } from '../../publish/exports/schema.ts';
import { SiteCard } from '../../model/records.ts';
import { dataPath } from '../../model/urls.ts';
import { entriesOf, filesUnder } from '../putting-in-place/put-in-place.ts';
import { checkArticles } from './articles.ts';
import { checkVersions } from './captures.ts';
import { readData } from './data.ts';
import { SUMS, sumsOf, sumsText } from './files.ts';
import { difference, recordsOf } from './lines.ts';
import { ownerOf } from './owner.ts';
import { readPage } from './page.ts';
import { departures, remake } from './remade.ts';
import { pagesToReadWhole } from './sample.ts';
import { xmlLeadsOf } from './scan-xml.ts';
import { followAgain, idsOf, pageOf } from './shows.ts';
import { leadingToLost } from './lost.ts';
import {
  type SiteProblem,
  type SiteProof,
  type Made,
  type Site,
  siteOf,
  reasonOf,
  DATA_FILES,
  COUNTED,
} from './site.ts';
import { checkTombstone } from './tombstones.ts';
import { xmlLinks } from './xml-links.ts';

export { SUMS, sumsOf, sumsText, type Made, type SiteProblem, type SiteProof };

export interface VerifyOptions {
  /**
   * Where the build asks, which has just made the site, what it knows of it: its list of hashes is made here rather
   * than looked at, and of a large site a share of the pages is read whole. Every link is followed and every part of
   * every claim read back all the same, but for what the site that stood before had too and was proved there.
   */
  built?: Made | null;
  /**
   * Whether every file is made again from the site's records and compared, which takes as long as
   * making the pages did; a folder that has them already may be named. The build, which has just
   * made them from the same records, does without.
   */
  remade?: boolean | string;
}

/** Everything that is wrong with the site in a folder, and how much was looked at. */
export async function verifySite(
  folder: string,
  { built = null, remade = false }: VerifyOptions = {},
): Promise<SiteProof> {
  const problems: SiteProblem[] = [];
  const counts = new Map(COUNTED.map((what) => [what, 0]));
  const proof = (files: readonly string[] = [], site: Site | null = null) => ({
    problems,
    counts: Object.fromEntries(counts) as SiteProof['counts'],
    files,
    sums: site && built ? sumsAsRead(site, files) : new Map<string, string>(),
    checked: site?.checked ?? new Map<string, string>(),
  });
  const unusable = (message: string) => {
    problems.push({ kind: 'file', message });
    return proof();
  };
  let files: string[];
  try {
    files = entriesOf(folder, (entry, name) => {
      if (entry.isFile()) return true;
      problems.push({
        kind: 'file',
        message: `${name} is a link or something else that is no file; a site has files of its own only`,
      });
      return false;
    });
  } catch (error) {
    return unusable(`${folder} cannot be read: ${reasonOf(error)}`);
  }
  if (files.length === 0) return unusable(`There are no files in ${folder}`);
  // The build puts the list of hashes beside the files that it was made of.
  if (built) files = [...files.filter((name) => name !== SUMS), SUMS].sort(inOrder);
  const site = siteOf(folder, files, problems, counts, built);
  site.count('files', files.length);
  const tombstones = await readData(site);
  const root = rootOf(site);
  site.root = root;
  Object.assign(site, await fromCard(site));
  if (built) {
    const gone = tombstones.map(({ url }) => `${url.slice(root?.href.length)}index.html`);
    const whole = pagesToReadWhole(files.filter(isPage), new Set(gone));
    site.isReadWhole = (page) => whole.has(page);
  }
  await checkContent(site, files, { tombstones, built });
  if (!built) problems.unshift(...altered(site));
  if (remade !== false) await checkRemade(site, remade);
  return proof(files, site);
}

const inOrder = (a: string, b: string) => (a < b ? -1 : 1);

const isPage = (name: string) => name.endsWith('.html');

/** The address of the root, as the first page states it; null, with a problem, where it states none. */
function rootOf({ files, read, complain }: Site): URL | null {
  const home = files.has('index.html') ? read('index.html') : null;
  const canonical = home && readPage(home.toString('utf8')).canonical;
  if (canonical && URL.canParse(canonical)) return new URL(canonical);
  complain(
    'page',
    'index.html has no canonical address, so the site’s root is unknown and no link was followed',
  );
  return null;
}

/** Sources, pages, links, and the files that describe the data. */
async function checkContent(
  site: Site,
  files: readonly string[],
  { tombstones, built }: { tombstones: readonly PublicTombstone[]; built: Made | null },
): Promise<void> {
  const pages = files.filter(isPage);
  checkVersions(site);
  // What leads to articles first: then their elements are known to be waited for when they are read.
  for (const name of pages) if (!/^(?:articles|claims)\//.test(name)) pageOf(site, name);
  await checkArticles(site);
  for (const tombstone of tombstones) checkTombstone(site, tombstone);
  for (const name of pages) if (!site.pages.has(name)) pageOf(site, name);
  for (const name of files)
    if (name.endsWith('.xml') && !site.isProved(name)) addXmlLinks(site, name);
  if (built?.before)
    for (const name of leadingToLost(site, built.before))
      if (name.endsWith('.xml')) addXmlLinks(site, name);
      else followAgain(site, name);
  site.links.finish((page) => idsOf(site, page));
  checkSchemas(site);
  checkPackage(site);
}

/**
 * What the site card among the site's records says of the files of claims: whether there are any, which those that are
 * there tell too, and under which licence they are.
 */
async function fromCard({ folder, files }: Site): Promise<Pick<Site, 'claimFiles' | 'licence'>> {
  const claimFiles = [...files].some((name) => /^claims\/[^/]+\/claim\.json$/.test(name));
  if (files.has(RECORDS_FILE))
    for await (const { record } of recordsOf(folder, RECORDS_FILE, SITE_LINE, () => {}))
      return {
        claimFiles: claimFiles || record.claimFiles === 'each',
        licence: record.licence ?? undefined,
      };
  return { claimFiles, licence: undefined };
}

const SITE_LINE = z.object({
  kind: z.literal('site'),
  record: z.looseObject({
    claimFiles: SiteCard.shape.claimFiles,
    licence: SiteCard.shape.licence,
  }),
});

/** Every file is what the site's own records make of it. */
async function checkRemade(site: Site, made: true | string): Promise<void> {
  const { root, folder, files, complain } = site;
  if (!root) return;
  if (!files.has(RECORDS_FILE)) {
    complain('file', `${RECORDS_FILE} is missing, so no page was held against what it is made of`);
    return;
  }
  const again =
    made === true
      ? await remake(folder, root, files)
      : { folder: made, problems: [], tidy: () => {} };
  try {
    for (const problem of again.problems) complain('data', problem);
    if (again.folder === '') return;
    site.count('remade', filesUnder(again.folder).length);
    for (const { name, message } of departures(folder, again.folder))
      complain('made', message, ownerOf(name));
  } finally {
    again.tidy();
  }
}

const sumsAsRead = (site: Site, files: readonly string[]): Map<string, string> =>
  new Map(
    files.filter((name) => name !== SUMS).map((name) => [name, site.sum(name) ?? ''] as const),
  );

/** What `SHA256SUMS` says of the files that is not so. */
function altered({ files, count, sum, read }: Site): SiteProblem[] {
  const problems: SiteProblem[] = [];
  const say = (kind: SiteProblem['kind'], message: string, where = {}) =>
    problems.push({ kind, ...where, message });
  if (!files.has(SUMS)) {
    say('file', `${SUMS} is missing: the list of all files with their hashes`);
    return problems;
  }
  const listed = new Set<string>([SUMS]);
  for (const line of (read(SUMS)?.toString('utf8') ?? '').split('\n')) {
    if (line === '') continue;
    const [, expected, name] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? [];
    if (!expected || !name) {
      say('hash', `${SUMS}: a line that is none: ${line.slice(0, 80)}`);
      continue;
    }
    listed.add(name);
    count('hashes');
    const found = files.has(name) || !name.split('/').includes('..') ? sum(name) : null;
    if (found !== null && found !== expected)
      say('hash', `${name} was altered: its SHA-256 is not the one in ${SUMS}`, ownerOf(name));
  }
  for (const name of files) if (!listed.has(name)) say('file', `${name} is not listed in ${SUMS}`);
  return problems;
}

/** Addresses in feeds and in the site map; where not every page is read whole, none of these is parsed. */
function addXmlLinks(site: Site, name: string): void {
  const bytes = site.read(name);
  if (bytes === null) return;
  const leads = site.isReadWhole(name) ? null : xmlLeadsOf(bytes);
  const { links, problem } = leads
    ? { links: leads, problem: null }
    : xmlLinks(bytes.toString('utf8'));
  if (problem) site.complain('link', `${name} is no XML that can be read: ${problem}`);
  for (const link of links) site.links.add(link, name);
}

/** The schemas are those of the records. */
function checkSchemas(site: Site): void {
  if (!site.root) return;
  for (const record of Object.keys(PUBLIC_SCHEMAS) as (keyof typeof PUBLIC_SCHEMAS)[]) {
    const file = dataPath(`schema/${record}.json`);
    const found = site.json(file);
    if (found === undefined) continue;
    const unlike = difference(found, jsonSchema(record, site.root.href));
    if (unlike) site.complain('data', `${file}: ${unlike}`);
  }
}

/** The data package has the length and hash of every data file. */
function checkPackage(site: Site): void {
  const name = dataPath('datapackage.json');
  const { resources } = (site.json(name) ?? {}) as { resources?: unknown };
  if (!Array.isArray(resources)) {
    if (site.files.has(name)) site.complain('data', `${name} lists no files`);
    return;
  }
  const listed = new Map(
    (resources as { path?: unknown; bytes?: unknown; hash?: unknown }[]).map((one) => [
      one?.path,
      one,
    ]),
  );
  for (const file of [...Object.values(DATA_FILES), dataPath('claims.csv')])
    if (!listed.has(file.slice('data/'.length)))
      site.complain('data', `${name} does not list ${file}`);
  for (const { path, bytes, hash } of listed.values()) {
    const file = typeof path === 'string' && !path.includes('..') ? dataPath(path) : null;
    const sum = file === null ? null : site.sum(file);
    const unlike =
      sum &&
      difference(
        { bytes, hash },
        { bytes: statSync(join(site.folder, file ?? '')).size, hash: `sha256:${sum}` },
      );
    if (unlike) site.complain('hash', `${name} says of ${dataPath(String(path))}: ${unlike}`);
  }
}
