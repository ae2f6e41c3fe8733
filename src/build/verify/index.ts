/**
 * Proves a built site from nothing but its own files: every hash, every part of every claim, every
 * link and fragment, and that data files and pages agree. Whatever is wrong, in any file, comes
 * back as a problem that names the file, what was found and what was expected.
 */
import { join } from 'node:path';
import { jsonSchema } from '../../publish/exports/json-schemas.ts';
import { RECORDS_FILE } from '../../publish/exports/records.ts';
import { PUBLIC_SCHEMAS } from '../../publish/exports/schema.ts';
import { dataPath } from '../../model/urls.ts';
import { filesUnder, strangersUnder } from '../putting-in-place/put-in-place.ts';
import { checkArticles } from './articles.ts';
import { checkVersions } from './captures.ts';
import { readData } from './data.ts';
import { difference } from './lines.ts';
import { readPage } from './page.ts';
import { departures, remake } from './remade.ts';
import { pageOf } from './shows.ts';
import {
  type SiteProblem,
  type SiteProof,
  SUMS,
  type Site,
  sumOf,
  hashOf,
  siteOf,
  reasonOf,
  ownerOf,
  DATA_FILES,
  addTarget,
  COUNTED,
  type Target,
} from './site.ts';
import { checkTombstone } from './tombstones.ts';
import { xmlLinks } from './xml-links.ts';

export { SUMS, type SiteProblem, type SiteProof };

export interface VerifyOptions {
  /** Whether the hashes of `SHA256SUMS` are looked at; the build has just written them. */
  sums?: boolean;
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
  { sums = true, remade = false }: VerifyOptions = {},
): Promise<SiteProof> {
  const problems: SiteProblem[] = [];
  const counts = new Map(COUNTED.map((what) => [what, 0]));
  const proof = () => ({
    problems,
    counts: Object.fromEntries(counts) as SiteProof['counts'],
  });
  const unusable = (message: string) => {
    problems.push({ kind: 'file', message });
    return proof();
  };
  let files: string[];
  try {
    files = filesUnder(folder);
    for (const name of strangersUnder(folder))
      problems.push({
        kind: 'file',
        message: `${name} is a link or something else that is no file; a site has files of its own only`,
      });
  } catch (error) {
    return unusable(`${folder} cannot be read: ${reasonOf(error)}`);
  }
  if (files.length === 0) return unusable(`There are no files in ${folder}`);
  const site = siteOf(folder, files, problems, counts);
  site.count('files', files.length);
  if (sums) checkSums(site);
  const tombstones = await readData(site);
  const home = site.files.has('index.html') ? site.read('index.html') : null;
  const canonical = home && readPage(home.toString('utf8')).canonical;
  site.root = canonical && URL.canParse(canonical) ? new URL(canonical) : null;
  if (!site.root)
    site.complain(
      'page',
      'index.html has no canonical address, so the site’s root is unknown and no link was followed',
    );
  checkVersions(site);
  await checkArticles(site);
  for (const tombstone of tombstones) checkTombstone(site, tombstone);
  for (const name of files) if (name.endsWith('.html') && !site.pages.has(name)) pageOf(site, name);
  for (const name of files) if (name.endsWith('.xml')) addXmlLinks(site, name);
  checkLinks(site);
  checkSchemas(site);
  checkPackage(site);
  if (remade !== false) await checkRemade(site, remade);
  return proof();
}

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

/** The file that `sha256sum -c` reads. */
export const sumsOf = (folder: string): string =>
  filesUnder(folder)
    .filter((name) => name !== SUMS)
    .map((name) => `${sumOf(join(folder, name))}  ${name}\n`)
    .join('');

function checkSums({ files, count, complain, read }: Site): void {
  if (!files.has(SUMS)) {
    complain('file', `${SUMS} is missing: the list of all files with their hashes`);
    return;
  }
  const listed = new Set<string>([SUMS]);
  for (const line of (read(SUMS)?.toString('utf8') ?? '').split('\n')) {
    if (line === '') continue;
    const [, sum, name] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? [];
    if (!sum || !name) {
      complain('hash', `${SUMS}: a line that is none: ${line.slice(0, 80)}`);
      continue;
    }
    listed.add(name);
    count('hashes');
    const bytes = files.has(name) || !name.split('/').includes('..') ? read(name) : null;
    if (bytes && hashOf(bytes) !== sum)
      complain('hash', `${name} was altered: its SHA-256 is not the one in ${SUMS}`, ownerOf(name));
  }
  for (const name of files)
    if (!listed.has(name)) complain('file', `${name} is not listed in ${SUMS}`);
}

/** Addresses in feeds and in the site map. */
function addXmlLinks(site: Site, name: string): void {
  const xml = site.read(name)?.toString('utf8');
  if (xml === undefined) return;
  const { links, problem } = xmlLinks(xml);
  if (problem) site.complain('link', `${name} is no XML that can be read: ${problem}`);
  for (const link of links) addTarget(site, link, name);
}

/** Every link to the site's own pages leads to a file, and every fragment to an element. */
function checkLinks(site: Site): void {
  for (const target of site.targets.values()) {
    const what = faultOf(site, target);
    const { from, link } = target;
    if (what) site.complain('link', `${from} links to \`${link}\`, ${what}`, ownerOf(from));
  }
}

/** What is wrong with a place that is linked to; null where it is there. */
function faultOf({ files, pages }: Site, { file, fragment }: Target): string | null {
  if (!files.has(file))
    return files.has(`${file}/index.html`)
      ? 'without the slash at its end'
      : 'where there is no page';
  const named = fragment !== '' && fragment !== 'top';
  const ids = pages.get(file);
  return named && ids && !ids.has(fragment) ? 'whose fragment is on no element' : null;
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
    const content =
      typeof path === 'string' && !path.includes('..') ? site.read(dataPath(path)) : null;
    const unlike =
      content &&
      difference({ bytes, hash }, { bytes: content.byteLength, hash: `sha256:${hashOf(content)}` });
    if (unlike) site.complain('hash', `${name} says of ${dataPath(String(path))}: ${unlike}`);
  }
}
