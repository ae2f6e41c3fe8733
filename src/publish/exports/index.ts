/**
 * What the archive gives away as files: data, citations, feeds, plain texts.
 * An exporter is pure: it turns records into names and text; `src/build/making/write-exports.ts` writes them.
 * All go through the articles together, one article at a time, so that what several of them need of an
 * article is made once and none of it is held.
 */
import { dataPath } from '../../model/urls.ts';
import type { ArticleRecord } from '../../model/records.ts';
import { workingOn } from '../../text/fault.ts';
import { codePoints } from '../../text/offsets.ts';
import { citations } from './citations.ts';
import { croissant } from './croissant.ts';
import { csv } from './csv.ts';
import { datapackage } from './datapackage.ts';
import type {
  Content,
  Database,
  ExportArchive,
  ExportedArticle,
  Exporter,
  ExportInput,
  ExportOptions,
  Files,
  Growing,
  Made,
  Output,
  Written,
} from './exporter.ts';
import { feeds } from './feeds.ts';
import { jsonLines } from './json-lines.ts';
import { jsonSchemas } from './json-schemas.ts';
import { articleLine, claimLines } from './lines.ts';
import { textOfPage } from './page-text.ts';
import { oembed } from './oembed.ts';
import { parquet } from './parquet.ts';
import { plain } from './plain.ts';
import { records } from './records.ts';
import { roCrate } from './ro-crate.ts';
import { sqlite } from './sqlite.ts';
import { webAnnotations } from './web-annotations.ts';

export type { ExportArchive, ExportOptions, Made, Output, Sum } from './exporter.ts';

const EXPORTERS: readonly Exporter[] = [
  jsonLines,
  csv,
  jsonSchemas,
  webAnnotations,
  citations,
  feeds,
  plain,
  oembed,
  records,
  parquet,
  sqlite,
];

/** How much one exporter wrote. */
export interface ExportCount {
  exporter: string;
  files: number;
  bytes: number;
}

/**
 * Writes every export, the descriptions of the data files last: they have their hashes. Gives the
 * number of files and bytes by exporter, in order. A path that two exporters give, or that leads out
 * of the folder, is a fault in the code and throws.
 */
export function exportAll(
  archive: ExportArchive,
  options: ExportOptions,
  output: Output,
): ExportCount[] {
  const { articles, site, speakers, outlets, topics, addresses } = archive;
  const input: ExportInput = {
    ...options,
    site,
    claimFiles: site.claimFiles === 'each',
    speakers: [...speakers],
    outlets: [...outlets],
    topics: [...topics],
    addresses: [...addresses],
  };
  const paths = new Set<string>();
  const left: ReadonlySet<string> = new Set(site.leaveOut);
  const runs = EXPORTERS.filter(({ name }) => !left.has(name)).map((exporter) => {
    const shelf = new Shelf(exporter.name, output, paths);
    return { shelf, run: exporter.begin(input, shelf) };
  });
  let changed = input.addresses.map(({ date }) => date).reduce(latest, null);
  try {
    for (const article of articles) {
      changed = latest(changed, lastDayOf(article, options));
      const one = exported(article, options);
      workingOn(article.source.path, () => {
        for (const { run } of runs) run.article?.(one);
      });
    }
    const again = function* () {
      for (const article of articles) yield exported(article, options);
    };
    for (const { run } of runs) run.end?.(again);
  } finally {
    for (const { shelf } of runs) shelf.close();
  }
  const last = new Shelf('datapackage', output, paths);
  const data = runs.flatMap(({ shelf }) => shelf.data);
  last.write(dataPath('datapackage.json'), datapackage(input, data));
  if (!left.has('croissant'))
    last.write(dataPath('croissant.json'), croissant(input, data, changed));
  if (!left.has('ro-crate')) last.write('ro-crate-metadata.json', roCrate(input, data, changed));
  return [...runs.map(({ shelf }) => shelf.count), last.count];
}

/** The later of two days, of which either may be unknown. */
function latest(a: string | null, b: string | null | undefined): string | null {
  return a !== null && a > (b ?? '') ? a : (b ?? a);
}

/** The newest day that the archive notes of its own work on an article: a source was taken in, a claim reviewed. */
const lastDayOf = (article: ArticleRecord, { versions }: ExportOptions): string | null =>
  article.claims
    .map(({ reviewedOn }) => reviewedOn)
    .reduce<string | null>(latest, versions(article).at(-1)?.taken ?? null);

function exported(article: ArticleRecord, options: ExportOptions): ExportedArticle {
  const { root } = options;
  const source = once(() => {
    const text = options.source(article);
    return { text, points: codePoints(text) };
  });
  const claims = once(() => claimLines(article, source().text, root, source().points));
  const page = once(() => options.page?.(article));
  const line = once(() => articleLine(article, source().text, root, source().points));
  const shown = once(() => {
    const html = page();
    return html === undefined ? undefined : textOfPage(html);
  });
  const claimsJson = once(() => claims().map((claim) => JSON.stringify(claim)));
  return {
    article,
    digest: options.digest?.(article) ?? null,
    get source() {
      return source();
    },
    get page() {
      return shown();
    },
    get line() {
      return line();
    },
    get claims() {
      return claims();
    },
    get claimsJson() {
      return claimsJson();
    },
  };
}

/** What is made when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

type OpenFile = ReturnType<Output['open']>;

const isGrowing = (file: Partial<Growing> | undefined): file is Growing => file?.take !== undefined;

/** A stretch of a file or a table. */
interface Piece {
  of: string;
  from: number;
  length: number;
}

const toldOf = (pieces: readonly Piece[]): string =>
  pieces.map(({ of, from, length }) => `${of}:${from}:${length}`).join(' ');
const piecesTold = (told: string | null): Piece[] | null =>
  told === null
    ? null
    : told.split(' ').flatMap((piece) => {
        const [of = '', from, length] = piece.split(':');
        return of === '' ? [] : [{ of, from: Number(from), length: Number(length) }];
      });

/** The files of one exporter. */
class Shelf implements Files {
  readonly count: ExportCount;
  /** What was written under `data/`. */
  readonly data: Written[] = [];
  readonly #output: Output;
  /** Of all exporters. */
  readonly #paths: Set<string>;
  readonly #open = new Map<string, OpenFile>();
  readonly #databases = new Map<string, ReturnType<Output['database']>>();
  /** Whole files that are being written together. */
  #whole: Written[] | null = null;
  /** What grows together, and from where on. */
  #since: Map<string, { from: number; file: Growing }> | null = null;

  constructor(exporter: string, output: Output, paths: Set<string>) {
    this.count = { exporter, files: 0, bytes: 0 };
    this.#output = output;
    this.#paths = paths;
  }

  write(path: string, text: Content): void {
    this.#begin(path);
    const written = { path, ...this.#output.write(path, text) };
    this.#whole?.push(written);
    this.#add(written);
  }

  together(name: string, digest: string | null, make: () => void): void {
    if (digest === null) {
      make();
      return;
    }
    const made = this.#named(name, digest);
    const kept = this.#output.keep?.(made);
    if (!kept) {
      this.#whole = [];
      make();
      this.#output.made?.(made, this.#whole);
      this.#whole = null;
      return;
    }
    for (const written of kept) {
      this.#begin(written.path);
      this.#add(written);
    }
  }

  append(path: string, piece: string | Uint8Array): void {
    const file = this.#fileAt(path);
    this.#grows(path, file);
    file.append(piece);
  }

  database(path: string): Database {
    this.#begin(path);
    const database = this.#output.database(path);
    this.#databases.set(path, database);
    return {
      run: (sql) => database.run(sql),
      insert: (table, rows) => {
        this.#grows(`${path}#${table}`, database.table?.(table));
        database.insert(table, rows);
      },
    };
  }

  get isAgain(): boolean {
    return this.#output.noted !== undefined;
  }

  wasMade(name: string, digest: string | null): boolean {
    return digest !== null && this.#output.noted?.(this.#named(name, digest)) != null;
  }

  remembered(name: string, digest: string | null, tell: () => string): string {
    if (digest === null) return tell();
    const made = this.#named(name, digest);
    const told = this.#output.noted?.(made) ?? tell();
    this.#output.note?.(made, told);
    return told;
  }

  grow(name: string, digest: string | null, make: () => void): void {
    if (digest === null || !this.#output.note) {
      make();
      return;
    }
    const made = this.#named(name, digest);
    const before = piecesTold(this.#output.noted?.(made) ?? null);
    const grown = before?.map(({ of, ...stretch }) => ({
      of,
      ...stretch,
      file: this.#growing(of),
    }));
    if (grown?.every(({ file }) => file?.hasFormer)) {
      const pieces = grown.flatMap(({ of, from, length, file }) => {
        const at = file?.length ?? 0;
        file?.take(from, length);
        return { of, from: at, length };
      });
      this.#output.note(made, toldOf(pieces));
      return;
    }
    const since = new Map<string, { from: number; file: Growing }>();
    this.#since = since;
    make();
    this.#since = null;
    this.#output.note(
      made,
      toldOf([...since].map(([of, { from, file }]) => ({ of, from, length: file.length - from }))),
    );
  }

  #named(name: string, digest: string): Made {
    return { name: `${this.count.exporter}/${name}`, digest };
  }

  #fileAt(path: string): OpenFile {
    const open = this.#open.get(path);
    if (open) return open;
    this.#begin(path);
    const file = this.#output.open(path);
    this.#open.set(path, file);
    return file;
  }

  /** A file by its path, or a table by that of its database and its name; null where nothing of it is taken over. */
  #growing(of: string): Growing | null {
    const [path = '', table] = of.split('#');
    const found =
      table === undefined ? this.#fileAt(path) : this.#databases.get(path)?.table?.(table);
    return isGrowing(found) ? found : null;
  }

  /** Notes from where on something grows. */
  #grows(of: string, file: Partial<Growing> | undefined): void {
    if (this.#since && !this.#since.has(of) && isGrowing(file))
      this.#since.set(of, { from: file.length, file });
  }

  /** Ends the files that grew. */
  close(): void {
    for (const open of [this.#open, this.#databases]) {
      for (const [path, file] of open) this.#add({ path, ...file.close() });
      open.clear();
    }
  }

  #begin(path: string): void {
    if (this.#paths.has(path) || path.startsWith('/') || path.split('/').includes('..'))
      throw new Error(`Exporter ${this.count.exporter}: unusable or repeated path ${path}`);
    this.#paths.add(path);
  }

  #add(written: Written): void {
    if (written.path.startsWith(dataPath(''))) this.data.push(written);
    this.count.files += 1;
    this.count.bytes += written.bytes;
  }
}
