/** Reads the records that `npm run records` wrote. Nothing else on the site's side reads files. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { RECORD_LISTS, type PageRecordJson } from '../../publish/exports/records.ts';
import { asked, telling, type Answers } from '../../archive/asking.ts';
import { createArchive, type Archive } from '../../archive/query.ts';
import { RECORDS_WRITTEN } from '../../model/records-written.ts';
import { SiteCard, type ArticleRecord } from '../../model/records.ts';

/** A path within the archive's folder: the one that `VERBATIM_ROOT` names, else the one worked in. */
export const inArchive = (...path: string[]): string =>
  resolve(process.env.VERBATIM_ROOT || '.', ...path);

/** Folder of the records: `VERBATIM_RECORDS`, else `.verbatim/records` of the archive. */
export const recordsFolder = (): string =>
  resolve(process.env.VERBATIM_RECORDS || inArchive('.verbatim/records'));

const json = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;

/** Records as they were parsed, by their names: the live site alone reads them more than once. */
const parsed = import.meta.hot ? new Map<string, unknown>() : null;

/** The record, or list of records, that stands in a folder under this name. */
function recordAt<T>(folder: string, name: string): T {
  const value = parsed?.get(name) ?? json<T>(join(folder, name));
  parsed?.set(name, value);
  return value as T;
}

/** One archive from a folder of records, which `npm run records` has checked against the schemas. */
function readArchive(folder: string): Archive {
  if (!existsSync(join(folder, 'site.json'))) {
    throw new Error(`No records in ${folder}. Run \`npm run records\` first.`);
  }
  const list = <T>(name: string): T[] => {
    const file = `${name}.json`;
    return existsSync(join(folder, file)) ? recordAt<T[]>(folder, file) : [];
  };
  const articles = readdirSync(join(folder, 'articles'))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => recordAt<ArticleRecord>(folder, `articles/${name}`));
  return createArchive({
    articles,
    speakers: list('speakers'),
    outlets: list('outlets'),
    topics: list('topics'),
    places: list('places'),
    annotations: list('annotations'),
    addresses: list('addresses'),
    site: SiteCard.parse(recordAt(folder, 'site.json')),
  });
}

/**
 * All that pages are made of, from a folder of records, one record at a time; `digestOf` may give a digest of an
 * article's record.
 */
export function* pageRecords(
  folder: string,
  digestOf?: (article: string) => string,
): Iterable<PageRecordJson> {
  yield { kind: 'site', json: recordText(folder, 'site.json') };
  const accuracy = optionalData<object>(ACCURACY);
  if (accuracy) yield { kind: 'accuracy', json: JSON.stringify(accuracy) };
  for (const name of readdirSync(join(folder, 'articles')).sort())
    if (name.endsWith('.json')) {
      const article = name.slice(0, -'.json'.length);
      yield {
        kind: 'article',
        get json() {
          return recordText(folder, `articles/${name}`);
        },
        ...(digestOf && { of: { name: article, digest: digestOf(article) } }),
      };
    }
  for (const kind of RECORD_LISTS)
    if (existsSync(join(folder, `${kind}.json`)))
      for (const record of json<object[]>(join(folder, `${kind}.json`)))
        yield { kind, json: JSON.stringify(record) };
}

/** A record as it was written. */
const recordText = (folder: string, name: string): string =>
  readFileSync(join(folder, name), 'utf8').trimEnd();

/** Where the measured accuracy stands, from the project's folder. */
export const ACCURACY = 'content/accuracy.json';

let read: ReturnType<typeof telling> | undefined;

const told = () => (read ??= telling(readArchive(recordsFolder())));

/** The archive, read once a build; it tells what is asked of it. */
export const getArchive = (): Archive => told().archive;

/** The answers that this archive gives. */
export const getAnswers = (): Answers => told().answers;

/**
 * Reads the records anew when they are next asked for: they are others after a build has written them.
 */
export function forgetArchive(): void {
  read = undefined;
  sources.clear();
}

// The live site tells which records were written: nothing else of its pages is made anew.
import.meta.hot?.on(RECORDS_WRITTEN, (names: readonly string[]) => {
  for (const name of names) parsed?.delete(name);
  forgetArchive();
});

/** The source of an article, byte for byte. */
export const sourceBytes = (article: ArticleRecord): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(inArchive(article.source.path)));

const sources = new Map<string, string>();

/** The source of an article, decoded, nothing normalised. */
export function sourceText(article: ArticleRecord): string {
  let text = sources.get(article.id);
  if (text === undefined) {
    // The byte order mark counts as a character of the source.
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(sourceBytes(article));
    sources.clear(); // pages come article by article; one source at a time is enough
    sources.set(article.id, text);
  }
  return text;
}

const dataAt = asked('data', (path) => {
  const full = inArchive(path);
  return existsSync(full) ? json<unknown>(full) : null;
});

/** A JSON file beside the records that may be missing, such as the measured accuracy. */
export const optionalData = <T>(path: string): T | null => dataAt(path) as T | null;
