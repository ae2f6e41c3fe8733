/**
 * A process of its own: `remake.ts <site> <work>` makes the site again from its own
 * `data/records.jsonl` and sources into `<work>/site`. What stands in its way is printed, one
 * message a line, with exit code 1. `remade.ts` starts it and sets the environment.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  PAGE_RECORDS,
  RECORD_LISTS,
  RECORDS_FILE,
  type PageRecord,
} from '../../publish/exports/records.ts';
import type { VersionRow } from '../../ledger/schema.ts';
import type { AddressRecord, ArticleRecord } from '../../model/records.ts';
import { versionSourcePath } from '../../model/urls.ts';
import { linesOf } from './lines.ts';

const [site = '', work = ''] = process.argv.slice(2);
const records = join(work, 'records');
/** A file of the sources' folder; a path within the site. Records of a downloaded site are no more to be trusted than its pages. */
const FILE = /^(?!\.)[^/\\\0]+$/;
const SOURCE_PATH = /^content\/sources\/(?!\.)[^/\\\0]+$/;
const SITE_PATH = /^(?!\/)(?!.*(?:^|\/)\.\.?(?:\/|$))[^\\\0]*$/;

class Unusable extends Error {}

function readRecord(line: string, number: number): PageRecord {
  const where = `${RECORDS_FILE}, line ${number}`;
  let value: { kind?: unknown; record?: unknown };
  try {
    value = JSON.parse(line) as typeof value;
  } catch {
    throw new Unusable(`${where} is no JSON`);
  }
  const { kind, record } = value;
  if (typeof kind !== 'string' || !Object.hasOwn(PAGE_RECORDS, kind))
    throw new Unusable(
      `${where}: \`kind\` is ${JSON.stringify(kind)}, expected one of ${Object.keys(PAGE_RECORDS).join(', ')}`,
    );
  const known = kind as PageRecord['kind'];
  const issue = PAGE_RECORDS[known].safeParse(record).error?.issues[0];
  if (issue)
    throw new Unusable(
      `${where}: \`${issue.path.join('.')}\` of this ${kind} is not as this version of the program writes it: ${issue.message}`,
    );
  return { kind: known, record: record as object };
}

const expectPath = (path: string, pattern: RegExp, where: string) => {
  if (!pattern.test(path))
    throw new Unusable(`${where}: the path ${JSON.stringify(path)} leads out of its folder`);
};

const write = (path: string, value: unknown) =>
  writeFileSync(join(records, path), `${JSON.stringify(value)}\n`);

/** The newest and older sources where the records say they were. */
function placeSource({ article, version, file }: VersionRow): void {
  expectPath(file, FILE, `version ${version} of ${article}`);
  writeFileSync(
    join(work, 'content/sources', file),
    readFileSync(join(site, versionSourcePath(article, version))),
  );
}

/** Lays out records and sources as a build finds them. */
async function layOut(): Promise<void> {
  mkdirSync(join(records, 'articles'), { recursive: true });
  mkdirSync(join(work, 'content/sources'), { recursive: true });
  const lists = new Map<string, object[]>(RECORD_LISTS.map((kind) => [kind, []]));
  let number = 0;
  let sites = 0;
  for await (const line of linesOf(join(site, RECORDS_FILE))) {
    number++;
    if (line === '') continue;
    const { kind, record } = readRecord(line, number);
    const where = `${RECORDS_FILE}, line ${number}`;
    if (kind === 'site') {
      sites++;
      write('site.json', record);
    } else if (kind === 'accuracy') {
      writeFileSync(join(work, 'content/accuracy.json'), JSON.stringify(record));
    } else if (kind === 'article') {
      const { id, source } = record as ArticleRecord;
      expectPath(source.path, SOURCE_PATH, where);
      write(`articles/${id}.json`, record);
    } else {
      if (kind === 'addresses') expectPath((record as AddressRecord).path, SITE_PATH, where);
      if (kind === 'versions') placeSource(record as VersionRow);
      lists.get(kind)?.push(record);
    }
  }
  if (sites !== 1)
    throw new Unusable(`${RECORDS_FILE} has ${sites} lines of kind site, expected 1`);
  for (const [kind, list] of lists) write(`${kind}.json`, list);
}

async function makeSite(): Promise<void> {
  const folder = join(work, 'site');
  mkdirSync(folder);
  const { copySideFiles, renderPages, writeData } = await import('../making/site-files.ts');
  const { SiteFolder } = await import('../making/site-folder.ts');
  const made = new SiteFolder(folder);
  await renderPages(made);
  const { getArchive } = await import('../../site/data/archive.ts');
  const archive = getArchive();
  writeData(archive, records, made);
  const { placeEmptyPictures } = await import('../pictures/write-pictures.ts');
  placeEmptyPictures(archive, folder);
  copySideFiles(archive.addresses, made);
  const { writeSearchBundles } = await import('../making/search-bundles.ts');
  await writeSearchBundles({ archive, dist: folder, log: () => {} });
}

try {
  await layOut();
  await makeSite();
  process.exit(0);
} catch (error) {
  const said = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  console.log(
    error instanceof Unusable ? said : `no pages can be made from ${RECORDS_FILE}: ${said}`,
  );
  process.exit(1);
}
