/**
 * Writes what the search reads: two Pagefind bundles, `pagefind/` (the articles' pages) and
 * `pagefind-claims/` (one record a claim, with its table), and the small files under `search/`.
 *
 * A large archive is cut into runs of articles, newest first, each with bundles of its own, so that
 * neither the build's memory nor a reader's first search grows with the archive.
 */
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { transform } from 'esbuild';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import type {
  ArticleRecord,
  OutletRecord,
  PlaceRecord,
  SpeakerRecord,
  TopicRecord,
} from '../../model/records.ts';
import { allYears, coverageOf, namesOf, vocabularyOf, type Manifest } from '../../search/names.ts';
import { LANGUAGE, recordIds, recordOf } from '../../publish/search/bundle-files.ts';
import { foldedForms, FORMS_AFTER, indexed } from '../../search/fold.ts';
import { inOrder, makeTable, runs } from '../../publish/search/make-table.ts';
import { articlePath } from '../../model/urls.ts';
import { dateInLine, figures } from '../../model/wording.ts';

export interface SearchInput {
  articles: Iterable<ArticleRecord>;
  speakers: readonly SpeakerRecord[];
  outlets: readonly OutletRecord[];
  topics: readonly TopicRecord[];
  places: readonly PlaceRecord[];
}

export interface SearchOptions {
  archive: SearchInput;
  /** The built site; pages are read from it and bundles written to it. */
  dist: string;
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

/** Memory of the indexer is about 20 kB a claim and 0.4 MB an article's page. */
const MOST_CLAIMS = 30_000;
const AT_ONCE = 200;

/** Interfaces that the bundle brings along and that the site does not use. */
const UNUSED = /^(?:pagefind-(?:ui|modular-ui|component-ui|highlight)\.|wasm\.unknown)/;
const LIBRARY = /^(?:pagefind|pagefind-worker)\.js$/;

class BundleError extends Error {}

const refuse = (errors: readonly string[], what: string) => {
  if (errors.length > 0)
    throw new BundleError(`Pagefind could not index ${what}: ${errors.join('; ')}`);
};

async function newIndex(): Promise<PagefindIndex> {
  // All claims share one index: Pagefind keeps languages apart, and a search would miss the others.
  const { index, errors } = await createIndex({ forceLanguage: LANGUAGE });
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
    const path = join(folder, name);
    if (UNUSED.test(name) || (!first && LIBRARY.test(name))) await rm(path);
    else if (LIBRARY.test(name)) await writeFile(path, await minified(await readFile(path)));
  }
}

/** Pagefind's own script comes with its white space; without it a first search loads 2 kB less. */
async function minified(script: Uint8Array): Promise<string> {
  const { code } = await transform(new TextDecoder().decode(script), {
    minify: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'inline',
  });
  return code;
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

/** A record's address opens the claim in place; what is shown of it travels in the query, which is not indexed. */
const addressOf = (article: string, claim: string, detail: object): string =>
  `${articlePath(article)}?record=${encodeURIComponent(JSON.stringify(detail))}#${claim}`;

async function metaOf(folder: string): Promise<string> {
  const name = (await readdir(folder)).find((file) => file.endsWith('.pf_meta'));
  if (!name) throw new BundleError(`${folder}: Pagefind wrote no list of the records`);
  return name;
}

/**
 * The table has its rows in the order of the records. Pagefind keeps them so; if it ever does not,
 * the build stops here rather than show one claim's speaker beside another's words.
 */
async function checkOrder(folder: string, size: number): Promise<void> {
  if (size === 0) return; // Pagefind writes no list of no records
  const ids = await recordIds(
    new Uint8Array(await readFile(join(folder, await metaOf(folder)))),
    size,
  );
  const step = Math.max(1, Math.floor(size / 2000));
  for (let row = 0; row < size; row += step) {
    const { url } = await recordOf(
      new Uint8Array(await readFile(join(folder, 'fragment', `${ids[row]}.pf_fragment`))),
    );
    const { row: found } = JSON.parse(
      new URL(url, 'http://x/').searchParams.get('record') ?? '{}',
    ) as { row?: number };
    if (found !== row)
      throw new BundleError(`${folder}: record ${row} of the claims bundle holds claim ${found}`);
  }
}

async function writeClaims(
  archive: SearchInput,
  articles: readonly ArticleRecord[],
  folder: string,
  first: boolean,
): Promise<number> {
  const { table, records } = makeTable({ ...archive, articles });
  const index = await newIndex();
  let waiting: Promise<{ errors: string[] }>[] = [];
  const settle = async () => {
    for (const { errors } of await Promise.all(waiting)) refuse(errors, folder);
    waiting = [];
  };
  // Pagefind's own filters are left out: the table does their work with exact counts, ranges of
  // uncertain dates and any order, in fewer bytes.
  for (const { detail, content, title } of records()) {
    waiting.push(
      index.addCustomRecord({
        url: addressOf(detail.article, detail.id, detail),
        language: LANGUAGE,
        content,
        meta: { title },
      }),
    );
    if (waiting.length >= AT_ONCE) await settle();
  }
  await settle();
  await finish(index, folder, first);
  await checkOrder(folder, table.speaker.length);
  await writeFile(join(folder, 'table.json'), JSON.stringify(table));
  return table.speaker.length;
}

const escaped = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

/** What is indexed with an article's text, so that its words are found as the query folds them. */
function formsBeside({ title, text }: ArticleRecord): string {
  const forms = foldedForms(`${title}\n${text}`);
  return forms.length > 0 ? `\n${FORMS_AFTER} ${forms.join(' ')}` : '';
}

async function writePages(
  articles: readonly ArticleRecord[],
  dist: string,
  folder: string,
  first: boolean,
): Promise<number> {
  const index = await newIndex();
  for (const article of articles) {
    const html = await readFile(join(dist, articlePath(article.id), 'index.html'), 'utf8').catch(
      () => null,
    );
    const facts = {
      title: article.title,
      outlet: article.outlet?.name ?? '',
      date: dateInLine(article.published),
    };
    if (html === null) {
      const content = article.blocks
        .filter(({ role }) => role !== 'boilerplate' && role !== 'filing')
        .map(({ start, end }) => article.text.slice(start, end))
        .join('\n\n');
      const { errors } = await index.addCustomRecord({
        url: articlePath(article.id),
        language: LANGUAGE,
        content: (content || indexed(article.title)) + formsBeside(article),
        meta: facts,
      });
      refuse(errors, article.id);
      continue;
    }
    const metas = Object.entries(facts).map(
      ([name, value]) => `<meta data-pagefind-meta="${name}[content]" content="${escaped(value)}">`,
    );
    const { errors } = await index.addHTMLFile({
      url: articlePath(article.id),
      content: html
        .replace(/<head[^>]*>/, (head) => head + metas.join(''))
        .replace('</main>', () => `<p>${escaped(formsBeside(article))}</p></main>`),
    });
    refuse(errors, article.id);
  }
  await finish(index, folder, first);
  return articles.length;
}

/** Writes both bundles and the files beside them; the former ones are replaced. */
export async function writeSearchBundles({
  archive,
  dist,
  most = MOST_CLAIMS,
  log = () => {},
}: SearchOptions): Promise<WrittenBundle[]> {
  const articles = inOrder(archive.articles);
  const parts = runs(articles, most);
  // Articles without a claim are searched with the newest.
  const silent = articles.filter(({ claims }) => claims.length === 0);
  const manifest: Manifest = { bundles: [], all: coverageOf(articles), years: allYears(articles) };
  const written: WrittenBundle[] = [];
  await Promise.all(
    ['pagefind', 'pagefind-claims'].map((name) =>
      rm(join(dist, name), { recursive: true, force: true }),
    ),
  );
  for (const [i, part] of (parts.length > 0 ? parts : [[]]).entries()) {
    const suffix = i === 0 ? '' : `${i + 1}/`;
    const [claimsPath, pagesPath] = [`pagefind-claims/${suffix}`, `pagefind/${suffix}`];
    const pages = i === 0 ? [...part, ...silent] : part;
    const claims = await writeClaims(archive, part, join(dist, claimsPath), i === 0);
    manifest.bundles.push({
      claimsPath,
      pagesPath,
      records: claims === 0 ? '' : claimsPath + (await metaOf(join(dist, claimsPath))),
      ...coverageOf(pages),
    });
    written.push({ path: claimsPath, records: claims, ...(await measure(join(dist, claimsPath))) });
    const count = await writePages(pages, dist, join(dist, pagesPath), i === 0);
    written.push({ path: pagesPath, records: count, ...(await measure(join(dist, pagesPath))) });
    for (const { path, records, files, bytes } of written.slice(-2)) {
      log(
        `search: ${path} ${figures(records)} records, ${figures(files)} files, ${figures(Math.ceil(bytes / 1000))} kB`,
      );
    }
  }
  await mkdir(join(dist, 'search'), { recursive: true });
  const beside = {
    'bundles.json': manifest,
    'names.json': namesOf(articles, archive),
    'words.json': vocabularyOf(articles),
  };
  for (const [name, value] of Object.entries(beside))
    await writeFile(join(dist, 'search', name), JSON.stringify(value));
  return written;
}
