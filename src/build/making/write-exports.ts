/** Writes what the exporters give. Called by the build; nothing is kept in memory but names and hashes. */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import {
  exportAll,
  type ExportArchive,
  type ExportCount,
  type ExportOptions,
  type Output,
  type Sum,
} from '../../publish/exports/index.ts';
import { inFolder } from '../putting-in-place/put-in-place.ts';
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

/** Texts are encoded into bytes that are used again: making new ones takes longer than encoding. */
const SCRATCH = 1 << 22;
/** The longest that a UTF-16 code unit becomes in UTF-8. */
const MOST_BYTES = 3;

/** Files go into a folder, which is made, as are those within. */
function intoFolder(site: SiteFolder): Output {
  const { folder } = site;
  const scratch = Buffer.allocUnsafeSlow(SCRATCH);
  return {
    write(path, text) {
      const bytes = encoded(typeof text === 'string' ? [text] : text, scratch);
      return { bytes: bytes.length, sha256: site.write(path, bytes) };
    },
    open: (path) => growing(inFolder(join(folder, path), (file) => openSync(file, 'w'))),
    database: (path) => inFolder(join(folder, path), database),
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

/** What a growing file gathers before it is written. */
const GATHERED = 1 << 19;

function growing(descriptor: number): ReturnType<Output['open']> {
  const gathered = Buffer.allocUnsafeSlow(GATHERED);
  const sum = createHash('sha256');
  let filled = 0;
  let length = 0;
  const put = (bytes: Uint8Array) => {
    sum.update(bytes);
    length += bytes.length;
    for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at);
  };
  const flush = () => {
    put(gathered.subarray(0, filled));
    filled = 0;
  };
  return {
    append(piece) {
      const most = piece.length * MOST_BYTES;
      if (filled + most > GATHERED) flush();
      if (typeof piece !== 'string') {
        flush();
        put(piece);
      } else if (most > GATHERED) put(Buffer.from(piece));
      else filled += gathered.write(piece, filled);
    },
    close() {
      try {
        flush();
      } finally {
        closeSync(descriptor);
      }
      return { bytes: length, sha256: sum.digest('hex') };
    },
  };
}

/**
 * An SQLite database in a file of its own. It is no loss if a killed build leaves half of it, since the whole
 * folder is made anew; so nothing is written twice for safety.
 */
function database(file: string): ReturnType<Output['database']> {
  rmSync(file, { force: true });
  const open = new DatabaseSync(file, { enableForeignKeyConstraints: false });
  for (const sql of ['page_size = 4096', 'journal_mode = OFF', 'synchronous = OFF'])
    open.exec(`PRAGMA ${sql}`);
  open.exec('BEGIN');
  const inserts = new Map<string, ReturnType<DatabaseSync['prepare']>>();
  return {
    run: (sql) => open.exec(sql),
    insert(table, rows) {
      for (const row of rows) {
        const places = row.map(() => '?').join(', ');
        const statement =
          inserts.get(table) ?? open.prepare(`INSERT INTO "${table}" VALUES (${places})`);
        inserts.set(table, statement);
        statement.run(...row);
      }
    },
    close() {
      open.exec('COMMIT');
      open.close();
      return sumOf(file);
    },
  };
}

/** Length and hash of a file, which is read piece by piece. */
function sumOf(file: string): Sum {
  const descriptor = openSync(file, 'r');
  const sum = createHash('sha256');
  const piece = Buffer.allocUnsafeSlow(GATHERED);
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
