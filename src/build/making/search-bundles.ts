/**
 * Writes what the search reads: the claims under `search/claims/` (a table, the index of their words)
 * and `search/shown/` (what is shown of them), a Pagefind index of whole articles under `pagefind/`,
 * and small files beside them.
 *
 * A large archive is cut into runs of articles, newest first, each with an index of its own, so that
 * neither the build's memory nor a reader's first search grows with the archive.
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import type {
  ArticleRecord,
  OutletRecord,
  PlaceRecord,
  SpeakerRecord,
  TopicRecord,
} from '../../model/records.ts';
import {
  allYears,
  countWords,
  coverageOf,
  namesOf,
  vocabularyOf,
  type Manifest,
  type WordCounts,
} from '../../search/names.ts';
import { foldedForms, FORMS_AFTER, words } from '../../search/fold.ts';
import { packPath, packsOf } from '../../search/packs.ts';
import type { ClaimDetail } from '../../search/table.ts';
import { indexWords, type Spoken } from '../../publish/search/index-words.ts';
import {
  inOrder,
  makeTable,
  runs,
  SEARCHED,
  type SearchedArticle,
  type TableInput,
} from '../../publish/search/make-table.ts';
import { grouped } from '../../text/grouped.ts';
import { articlePath } from '../../model/urls.ts';
import { dateInLine, figures } from '../../model/wording.ts';
import { programDigest } from '../software.ts';
import type { SiteFolder } from './site-folder.ts';

export interface SearchInput {
  articles: Iterable<ArticleRecord>;
  speakers: readonly SpeakerRecord[];
  outlets: readonly OutletRecord[];
  topics: readonly TopicRecord[];
  places: readonly PlaceRecord[];
}

export interface SearchOptions {
  archive: SearchInput;
  /** The built site, to which the search is written. */
  dist: string;
  /** The same, where what stands of the last build may be taken over. */
  site?: SiteFolder;
  /** At most so many claims a run. */
  most?: number;
  log?: (line: string) => void;
}

export interface WrittenBundle {
  path: string;
  files: number;
  bytes: number;
  records: number;
}

/** A reader's first search loads some 8 bytes a claim, and the indexer needs 0.4 MB an article. */
const MOST_CLAIMS = 30_000;
const AT_ONCE = 100;

/** All articles share one index: Pagefind keeps languages apart, and a search would miss the others. */
const LANGUAGE = 'en';
/** Articles of which what is shown stands in one file. */
const ARTICLES_A_FILE = 2;

/** Interfaces that the bundle brings along and that the site does not use. */
const UNUSED = /^(?:pagefind-(?:ui|modular-ui|component-ui|highlight)\.|wasm\.unknown)/;
const LIBRARY = /^(?:pagefind|pagefind-worker)\.js$/;

class BundleError extends Error {}

const refuse = (errors: readonly string[], what: string) => {
  if (errors.length > 0)
    throw new BundleError(`Pagefind could not index ${what}: ${errors.join('; ')}`);
};

async function newIndex(articles: number): Promise<PagefindIndex> {
  const { index, errors } = await createIndex({
    forceLanguage: LANGUAGE,
    maxFragments: Math.max(1, Math.ceil(articles / ARTICLES_A_FILE)),
  });
  refuse(errors, 'anything');
  if (!index) throw new BundleError('Pagefind made no index, and gave no reason');
  return index;
}

/** Writes an index without what nobody loads, and ends the indexer, which frees its memory. */
async function finish(index: PagefindIndex, folder: string, first: boolean): Promise<void> {
  const { errors } = await index.writeFiles({ outputPath: folder });
  refuse(errors, folder);
  await close();
  for (const name of await readdir(folder)) {
    if (UNUSED.test(name) || (!first && LIBRARY.test(name))) await rm(join(folder, name));
  }
}

async function measure(folder: string): Promise<{ files: number; bytes: number }> {
  let files = 0;
  let bytes = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    files++;
    bytes += (await stat(join(entry.parentPath, entry.name))).size;
  }
  return { files, bytes };
}

/** Writes compressed files and counts them. */
class Files {
  files = 0;
  bytes = 0;
  private readonly dist: string;
  private readonly hash = createHash('sha256');

  constructor(dist: string) {
    this.dist = dist;
  }

  /** Writes a file whose folder is there. */
  write(path: string, content: Uint8Array | string): void {
    const bytes = deflateRawSync(content);
    this.hash.update(bytes);
    this.files++;
    this.bytes += bytes.length;
    // Thousands of small files: each costs less written at once than waited for.
    writeFileSync(join(this.dist, path), bytes);
  }

  /** Tells what was written from anything else. */
  get version(): string {
    return this.hash.copy().digest('hex').slice(0, 10);
  }
}

/** Writes a run of claims; counts their words and says how many claims there are. */
async function writeClaims(
  input: TableInput,
  { dist, path, counts }: { dist: string; path: string; counts: WordCounts },
): Promise<WrittenBundle & { version: string }> {
  const { table, records } = makeTable(input);
  const out = new Files(dist);
  const spoken: Spoken[] = [];
  let article: ClaimDetail[] = [];
  const writePacks = () => {
    for (const [number, pack] of packsOf(article).entries())
      out.write(packPath(pack.article, number), JSON.stringify(pack));
    article = [];
  };
  for (const record of records()) {
    if (article[0] && article[0].article !== record.detail.article) writePacks();
    article.push(record.detail);
    spoken.push(record.spoken);
    countWords(counts, record.spoken.words);
  }
  writePacks();
  const claimsOf = grouped(table.speaker.map((speaker, row) => [speaker, row]));
  for (const [number, [, name]] of table.speakers.entries())
    countWords(counts, words(name), claimsOf.get(number)?.length);

  for (const folder of ['rows', 'places'])
    await mkdir(join(dist, path, folder), { recursive: true });
  const { directory, chunks } = indexWords(spoken);
  for (const [number, { rows, places }] of chunks.entries()) {
    out.write(`${path}rows/${number}.pack`, rows);
    out.write(`${path}places/${number}.pack`, places);
  }
  out.write(`${path}table.pack`, JSON.stringify({ table, words: directory }));
  const { files, bytes, version } = out;
  return { path, files, bytes, records: spoken.length, version };
}

/** What is indexed with an article's text, so that its words are found as the query folds them. */
function formsBeside({ title, text }: SearchedArticle): string {
  const forms = foldedForms(`${title}\n${text}`);
  return forms.length > 0 ? `\n${FORMS_AFTER} ${forms.join(' ')}` : '';
}

/** The title and text of an article as its page shows them: what is folded away there is not searched. */
function bodyOf({ title, text, blocks }: SearchedArticle): string {
  const shown = blocks.filter(({ role }) => role !== 'boilerplate' && role !== 'filing');
  const printed = shown.map(({ start, end }) => text.slice(start, end));
  return [...(shown.some(({ role }) => role === 'title') ? [] : [title]), ...printed].join('\n\n');
}

/** Hands whole articles to a new index. */
async function indexPages(articles: readonly SearchedArticle[]): Promise<PagefindIndex> {
  const index = await newIndex(articles.length);
  for (let start = 0; start < articles.length; start += AT_ONCE) {
    const results = articles.slice(start, start + AT_ONCE).map((article) =>
      index.addCustomRecord({
        url: articlePath(article.id),
        language: LANGUAGE,
        content: bodyOf(article) + formsBeside(article),
        meta: {
          title: article.title,
          outlet: article.outlet?.name ?? '',
          date: dateInLine(article.published),
        },
      }),
    );
    for (const { errors } of await Promise.all(results)) refuse(errors, 'the articles');
  }
  return index;
}

/** One run of articles as it was written. */
interface WrittenRun {
  claims: WrittenBundle;
  pages: WrittenBundle;
  /** Tells the files of its claims from any others. */
  version: string;
}

/** All that runs are written from: nothing else of an archive changes them. */
interface ToWrite {
  beside: Omit<TableInput, 'articles'>;
  runs: readonly { withClaims: readonly SearchedArticle[]; all: readonly SearchedArticle[] }[];
}

function toWrite(
  { speakers, outlets, topics, places }: SearchInput,
  parts: readonly (readonly SearchedArticle[])[],
  silent: readonly SearchedArticle[],
): ToWrite {
  return {
    beside: {
      speakers: speakers.map(({ id, name, aliases, feed }) => ({ id, name, aliases, feed })),
      outlets: outlets.map(({ name, aliases }) => ({ name, aliases })),
      topics: topics.map(({ id, question, answers }) => ({ id, question, answers })),
      places: places.map(({ id, name, aliases, claims }) => ({ id, name, aliases, claims })),
    },
    runs: parts.map((withClaims, i) => ({
      withClaims,
      all: i === 0 ? [...withClaims, ...silent] : withClaims,
    })),
  };
}

/** Changes with everything that runs are written from, and with the program. */
function keyOf({ beside, runs }: ToWrite): string {
  const hash = createHash('sha256').update(programDigest()).update(JSON.stringify(beside));
  for (const { all } of runs) {
    hash.update('\n');
    for (const article of all) hash.update(JSON.stringify(SEARCHED.map((name) => article[name])));
  }
  return hash.digest('hex');
}

/** What begins the paths of the files of all runs. */
const FILES_OF_RUNS = ['pagefind/', 'search/claims/', 'search/shown/', 'search/words.json'];

const filesOfRuns = (_: string, all: Iterable<string>): string[] =>
  [...all].filter((path) => FILES_OF_RUNS.some((start) => path.startsWith(start)));

/** Writes all runs, and the words of all claims. */
async function writeRuns({ beside, runs }: ToWrite, dist: string): Promise<WrittenRun[]> {
  const counts: WordCounts = new Map();
  const written: WrittenRun[] = [];
  await Promise.all(
    FILES_OF_RUNS.map((name) => rm(join(dist, name), { recursive: true, force: true })),
  );
  await mkdir(join(dist, 'search/shown'), { recursive: true });
  for (const [i, { withClaims, all }] of runs.entries()) {
    const suffix = i === 0 ? '' : `${i + 1}/`;
    const [claimsPath, pagesPath] = [`search/claims/${suffix}`, `pagefind/${suffix}`];
    const index = await indexPages(all);
    // The indexer is a program of its own: it works while the claims are written.
    const [, { version, ...claims }] = await Promise.all([
      finish(index, join(dist, pagesPath), i === 0),
      writeClaims({ ...beside, articles: withClaims }, { dist, path: claimsPath, counts }),
    ]);
    const inPages = await measure(join(dist, pagesPath));
    written.push({ claims, pages: { path: pagesPath, records: all.length, ...inPages }, version });
  }
  await writeFile(join(dist, 'search/words.json'), JSON.stringify(vocabularyOf(counts)));
  return written;
}

/** Writes everything that the search reads; what was there before is replaced. */
export async function writeSearchBundles({
  archive,
  dist,
  site,
  most = MOST_CLAIMS,
  log = () => {},
}: SearchOptions): Promise<WrittenBundle[]> {
  const articles = inOrder(archive.articles);
  const found = runs(articles, most);
  const parts = found.length > 0 ? found : [[]];
  // Articles without a claim are searched with the newest.
  const silent = articles.filter(({ claims }) => claims.length === 0);
  const from = toWrite(archive, parts, silent);
  const key = site ? keyOf(from) : '';
  const kept = site?.keepTogether('search', key, filesOfRuns) ?? null;
  const written = kept === null ? await writeRuns(from, dist) : (JSON.parse(kept) as WrittenRun[]);
  site?.madeTogether('search', { key, told: JSON.stringify(written) });

  const bundles = written.map(({ claims, pages, version }, i) => ({
    claimsPath: claims.path,
    pagesPath: pages.path,
    version,
    ...coverageOf([...(parts[i] ?? []), ...(i === 0 ? silent : [])]),
  }));
  const manifest: Manifest = { bundles, all: coverageOf(articles), years: allYears(articles) };
  const beside = { 'bundles.json': manifest, 'names.json': namesOf(articles, archive) };
  for (const [name, value] of Object.entries(beside))
    await writeFile(join(dist, 'search', name), JSON.stringify(value));
  const all = written.flatMap(({ claims, pages }) => [claims, pages]);
  for (const { path, records, files, bytes } of all)
    log(
      `search: ${path} ${figures(records)} records, ${figures(files)} files, ${figures(Math.ceil(bytes / 1000))} kB`,
    );
  return all;
}
