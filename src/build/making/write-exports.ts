/** Writes what the exporters give. Called by the build; nothing is kept in memory but names and hashes. */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import {
  exportAll,
  type ExportArchive,
  type ExportCount,
  type ExportOptions,
  type Made,
  type Output,
  type Sum,
} from '../../publish/exports/index.ts';
import type { Growing } from '../../publish/exports/exporter.ts';
import { inFolder } from '../putting-in-place/put-in-place.ts';
import { GrowingFile, MOST_BYTES } from './growing-file.ts';
import { SiteFolder } from './site-folder.ts';

/**
 * Writes every export into a folder (the site's root on disk), or to whatever takes files. Gives the
 * number of files and bytes by exporter, in order.
 */
export const writeAll = (
  archive: ExportArchive,
  to: string | SiteFolder | Output,
  options: ExportOptions,
): ExportCount[] => {
  const site = typeof to === 'string' ? new SiteFolder(to) : to;
  return exportAll(archive, options, site instanceof SiteFolder ? intoFolder(site) : site);
};

/** What of a file is read at once. */
const PIECE = 1 << 19;

/** Texts are encoded into bytes that are used again: making new ones takes longer than encoding. */
const SCRATCH = 1 << 22;

/** Files go into a folder, which is made, as are those within. */
function intoFolder(site: SiteFolder): Output {
  const { folder } = site;
  const scratch = Buffer.allocUnsafeSlow(SCRATCH);
  return {
    write(path, text) {
      const bytes =
        text instanceof Uint8Array
          ? text
          : encoded(typeof text === 'string' ? [text] : text, scratch);
      return { bytes: bytes.length, sha256: site.write(path, bytes) };
    },
    open: (path) => new GrowingFile(site, path),
    database: (path) =>
      inFolder(join(folder, path), (file) => database(file, site.formerPath(path))),
    keep({ name, digest }) {
      const told = site.keepTogether(name, digest, (told) =>
        filesTold(told).map(({ path }) => path),
      );
      return told === null
        ? null
        : filesTold(told).map((file) => ({ ...file, sha256: site.sums.get(file.path) ?? '' }));
    },
    made({ name, digest }, written) {
      const told = written.map(({ path, bytes }) => `${path}:${bytes}`).join(' ');
      site.madeTogether(name, { key: digest, told });
    },
    ...(site.hasFormer && { noted: ({ name, digest }: Made) => site.toldTogether(name, digest) }),
    note: ({ name, digest }, told) => site.madeTogether(name, { key: digest, told }),
  };
}

/** Paths and lengths of files, as they were told of when they were made. */
const filesTold = (told: string): { path: string; bytes: number }[] =>
  told.split(' ').flatMap((file) => {
    const [path = '', bytes] = file.split(':');
    return path === '' ? [] : [{ path, bytes: Number(bytes) }];
  });

/** Pieces of text as UTF-8, within `scratch` if they fit. */
function encoded(pieces: readonly string[], scratch: Buffer): Buffer {
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  if (length * MOST_BYTES > scratch.length) return Buffer.from(pieces.join(''));
  let filled = 0;
  for (const piece of pieces) filled += scratch.write(piece, filled);
  return scratch.subarray(0, filled);
}

/**
 * An SQLite database in a file of its own. It is no loss if a killed build leaves half of it, since the whole
 * folder is made anew; so nothing is written twice for safety. Rows are taken over from the one at `former`.
 */
function database(file: string, former: string | null): ReturnType<Output['database']> {
  rmSync(file, { force: true });
  const open = new DatabaseSync(file, { enableForeignKeyConstraints: false });
  for (const sql of ['page_size = 4096', 'journal_mode = OFF', 'synchronous = OFF'])
    open.exec(`PRAGMA ${sql}`);
  if (former !== null) open.prepare('ATTACH ? AS former').run(former);
  open.exec('BEGIN');
  const inserts = new Map<string, ReturnType<DatabaseSync['prepare']>>();
  const tables = new Map<string, TableOfFormer>();
  const table = (name: string): TableOfFormer => {
    const known = tables.get(name) ?? new TableOfFormer(open, name, former !== null);
    tables.set(name, known);
    return known;
  };
  return {
    table,
    run: (sql) => open.exec(sql),
    insert(name, rows) {
      for (const row of rows) {
        const places = row.map(() => '?').join(', ');
        const statement =
          inserts.get(name) ?? open.prepare(`INSERT INTO main."${name}" VALUES (${places})`);
        inserts.set(name, statement);
        statement.run(...row);
      }
      table(name).length += rows.length;
    },
    close() {
      open.exec('COMMIT');
      open.close();
      return sumOf(file);
    },
  };
}

/** A table into which rows are only inserted, so that they are numbered from 1 on, as those of the former one. */
class TableOfFormer implements Growing {
  length = 0;
  readonly hasFormer: boolean;
  readonly #open: DatabaseSync;
  readonly #name: string;
  #taking: ReturnType<DatabaseSync['prepare']> | null = null;

  constructor(open: DatabaseSync, name: string, hasFormer: boolean) {
    this.#open = open;
    this.#name = name;
    this.hasFormer = hasFormer;
  }

  take(from: number, length: number): void {
    this.#taking ??= this.#open.prepare(
      `INSERT INTO main."${this.#name}" SELECT * FROM former."${this.#name}" WHERE rowid > ? AND rowid <= ? ORDER BY rowid`,
    );
    this.#taking.run(from, from + length);
    this.length += length;
  }
}

/** Length and hash of a file, which is read piece by piece. */
function sumOf(file: string): Sum {
  const descriptor = openSync(file, 'r');
  const sum = createHash('sha256');
  const piece = Buffer.allocUnsafeSlow(PIECE);
  let bytes = 0;
  try {
    for (let read = readSync(descriptor, piece); read > 0; read = readSync(descriptor, piece)) {
      sum.update(piece.subarray(0, read));
      bytes += read;
    }
  } finally {
    closeSync(descriptor);
  }
  return { bytes, sha256: sum.digest('hex') };
}
