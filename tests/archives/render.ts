/**
 * Renders every page and every export of one archive after another, within one process: the pages'
 * own code, as Vite gives it to a build, over records in a folder that changes.
 */
import { databaseInMemory } from '../support/database.ts';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { globSync } from 'node:fs';
import type { APIContext } from 'astro';
import { experimental_AstroContainer as Container } from 'astro/container';
import { getViteConfig } from 'astro/config';
import { createServer } from 'vite';
import { exportAll } from '../../src/publish/exports/index.ts';
import { RECORD_LISTS, type PageRecordJson } from '../../src/publish/exports/records.ts';
import { createArchive } from '../../src/archive/query.ts';
import { pictureOfArticle, pictureOfClaim } from '../../src/publish/share/picture.ts';
import { allYears, countWords, coverageOf, namesOf, vocabularyOf } from '../../src/search/names.ts';
import { inOrder, makeTable, runs } from '../../src/publish/search/make-table.ts';
import type { ArticleRecord } from '../../src/model/records.ts';
import { pathOf } from '../../src/build/rendering/pages.ts';
import type { GeneratedArchive } from './generate.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
const PAGES = 'src/site/pages';
const RECORDS = [...RECORD_LISTS, 'site'] as const;

type Params = Record<string, string | undefined>;
interface PageModule {
  default?: Parameters<Container['renderToString']>[0];
  GET?: (context: APIContext) => Response | Promise<Response>;
  getStaticPaths?: () => { params: Params; props?: Record<string, unknown> }[];
}

export interface Renderer {
  /** Every file of the archive's site by its path: pages, sources, exports. Throws what a page throws, with its path. */
  render(archive: GeneratedArchive): Promise<Map<string, string>>;
  close(): Promise<void>;
}

/** Loads the pages once. `VERBATIM_ROOT` and `VERBATIM_RECORDS` name its folder until it is closed. */
export async function openRenderer(): Promise<Renderer> {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-archives-'));
  const before = { ...process.env };
  Object.assign(process.env, {
    VERBATIM_ROOT: folder,
    VERBATIM_RECORDS: join(folder, 'records'),
    SITE: 'https://archive.example/',
    BASE_PATH: '/',
    SHARE_IMAGES: 'off',
  });
  const make = getViteConfig(
    {
      server: { middlewareMode: true, watch: null, ws: false, hmr: false },
      optimizeDeps: { noDiscovery: true, include: [] },
      logLevel: 'error',
    },
    { root: project, logLevel: 'error' },
  );
  const server = await createServer(await make({ mode: 'production', command: 'build' }));
  const load = (path: string) => server.ssrLoadModule(join(project, path));
  const container = await Container.create();
  const files = globSync(`${PAGES}/**/*.{astro,ts}`, { cwd: project }).sort();
  const pages = await Promise.all(
    files.map(async (file) => ({ file, module: (await load(file)) as PageModule })),
  );
  const { forgetArchive } = (await load('src/site/data/archive.ts')) as { forgetArchive(): void };
  const { forgetVersions } = (await load('src/site/data/versions.ts')) as {
    forgetVersions(): void;
  };

  const put = (archive: GeneratedArchive) => {
    rmSync(folder, { recursive: true, force: true });
    for (const name of ['records/articles', 'content/sources'])
      mkdirSync(join(folder, name), { recursive: true });
    const record = (name: string, value: unknown) =>
      writeFileSync(join(folder, 'records', `${name}.json`), JSON.stringify(value));
    for (const article of archive.articles) record(`articles/${article.id}`, article);
    for (const name of RECORDS) record(name, archive[name]);
    for (const [name, text] of archive.texts)
      writeFileSync(join(folder, 'content/sources', name), text);
    forgetArchive();
    forgetVersions();
  };

  const site = async (archive: GeneratedArchive) => {
    put(archive);
    const written = new Map<string, string>();
    for (const { file, module } of pages) {
      for (const { params, props = {} } of module.getStaticPaths?.() ?? [
        { params: {}, props: {} },
      ]) {
        const path = pathOf(relative(PAGES, file), params).replace(/index\.html$/, '');
        try {
          written.set(path, await contentOf(module, container, params, props, path));
        } catch (error) {
          throw new Error(`${path || 'the first page'} (${file}) cannot be rendered`, {
            cause: error,
          });
        }
      }
    }
    for (const [path, text] of exportsOf(archive)) written.set(path, text);
    searchOf(archive);
    return written;
  };
  return {
    render: site,
    async close() {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
      for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
      Object.assign(process.env, before);
    },
  };
}

async function contentOf(
  module: PageModule,
  container: Container,
  params: Params,
  props: Record<string, unknown>,
  path: string,
): Promise<string> {
  if (module.GET) {
    const response = await module.GET({ params, props } as unknown as APIContext);
    return response.text();
  }
  if (!module.default) throw new Error('no page');
  return container.renderToString(module.default, {
    params,
    props,
    partial: false,
    request: new Request(`https://archive.example/${path}`),
  });
}

/** All that the pages are made of, as the build publishes it. */
function recordsOf(archive: GeneratedArchive): PageRecordJson[] {
  const { site, articles } = archive;
  const lineOf = (kind: PageRecordJson['kind'], record: object) => ({
    kind,
    json: JSON.stringify(record),
  });
  return [
    lineOf('site', site),
    ...articles.map((record) => lineOf('article', record)),
    ...RECORD_LISTS.flatMap((kind) => archive[kind].map((record) => lineOf(kind, record))),
  ];
}

/** What every exporter writes, by path. */
function exportsOf(archive: GeneratedArchive): Map<string, string> {
  const files = new Map<string, string>();
  const sumOf = (text: string) => ({ bytes: Buffer.byteLength(text), sha256: '0'.repeat(64) });
  const options = {
    root: archive.site.address,
    source: (article: ArticleRecord) => article.text,
    versions: ({ id }: ArticleRecord) => archive.versions.filter((row) => row.article === id),
    records: recordsOf(archive),
  };
  exportAll(createArchive(archive), options, {
    write(path, text) {
      const whole = typeof text === 'string' ? text : text.join('');
      files.set(path, whole);
      return sumOf(whole);
    },
    open(path) {
      const pieces: string[] = [];
      return {
        append(piece) {
          if (typeof piece === 'string') pieces.push(piece);
        },
        close() {
          files.set(path, pieces.join(''));
          return sumOf(pieces.join(''));
        },
      };
    },
    database(path) {
      files.set(path, '');
      return databaseInMemory();
    },
  });
  return files;
}

/** What the search reads, but for Pagefind's own files; and what pictures for sharing show. */
function searchOf(archive: GeneratedArchive): void {
  const articles = inOrder(archive.articles);
  const counts = new Map<string, number>();
  for (const part of runs(articles, 20)) {
    const { records } = makeTable({ ...archive, articles: part });
    for (const record of records()) {
      JSON.stringify(record);
      countWords(counts, record.spoken.words);
    }
  }
  JSON.stringify([
    coverageOf(articles),
    allYears(articles),
    namesOf(articles, archive),
    vocabularyOf(counts),
  ]);
  for (const article of articles) {
    pictureOfArticle(article, archive.site.name, archive.site.address);
    for (const claim of article.claims)
      pictureOfClaim(claim, article, archive.site.name, archive.site.address);
  }
}
