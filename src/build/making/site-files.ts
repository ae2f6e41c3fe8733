/**
 * Makes the files of a site from its records. The build does so, and the check that makes them again.
 * Loaded once the environment says where the records are, since what it needs looks there.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, isAbsolute, join, relative } from 'node:path';
import type { AddressRecord } from '../../model/records.ts';
import { pageRecords, sourceText } from '../../site/data/archive.ts';
import type { Archive } from '../../archive/query.ts';
import { versionsOf } from '../../site/data/versions.ts';
import { writeAll } from './write-exports.ts';
import { isRunning } from '../putting-in-place/lock.ts';
import { project } from '../settings.ts';
import { siteAddress } from '../site-address.ts';

/** Every export, from an archive and the folder with its records; gives what `writeAll` gives. */
export const writeData = (archive: Archive, records: string, folder: string) =>
  writeAll(archive, folder, {
    root: siteAddress(archive.site.address).root,
    source: sourceText,
    versions: ({ id }) => versionsOf(id),
    records: pageRecords(records, archive),
  });

/** The pages of the records at `VERBATIM_RECORDS`, into `folder`. */
export async function renderPages(folder: string): Promise<void> {
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  // Whoever calls, the pages are those that go out; variables of these names would take the place of what Vite tells the pages.
  for (const name of ['PROD', 'DEV', 'SSR', 'MODE', 'BASE_URL']) delete process.env[name];
  process.env.NODE_ENV = 'production';
  const { build: astro } = await import('astro');
  const inside =
    !relative(project, folder).startsWith('..') && !isAbsolute(relative(project, folder));
  // Astro renames files from its project into the output, which works within one disk only.
  if (!inside) sweepPages();
  const outDir = inside ? folder : join(project, `.verbatim/pages-${process.pid}`);
  try {
    await astro({ root: project, outDir, logLevel: 'warn' });
    if (!inside) cpSync(outDir, folder, { recursive: true });
  } finally {
    if (!inside) rmSync(outDir, { recursive: true, force: true });
  }
}

/** Removes pages of other archives whose build was killed; a build under way keeps its own. */
function sweepPages(): void {
  const work = join(project, '.verbatim');
  for (const name of existsSync(work) ? readdirSync(work) : []) {
    const pid = /^pages-(\d+)$/.exec(name)?.[1];
    if (pid && !isRunning(Number(pid))) rmSync(join(work, name), { recursive: true, force: true });
  }
}

/**
 * A file cannot lead on to another address: feeds, citations and pictures beside a page that moved keep
 * their former addresses too.
 */
export function copySideFiles(addresses: readonly AddressRecord[], folder: string): void {
  const copy = (from: string, to: string) => {
    if (!existsSync(join(folder, from)) || existsSync(join(folder, to))) return;
    mkdirSync(dirname(join(folder, to)), { recursive: true });
    cpSync(join(folder, from), join(folder, to));
  };
  for (const { kind, path, successor } of addresses) {
    if (kind !== 'redirect' || !path.endsWith('/') || !successor?.endsWith('/')) continue;
    if (!existsSync(join(folder, successor))) continue;
    for (const entry of readdirSync(join(folder, successor), { withFileTypes: true }))
      if (entry.isFile() && !entry.name.endsWith('.html'))
        copy(`${successor}${entry.name}`, `${path}${entry.name}`);
    if (/^(?:articles|claims)\/[^/]+\/$/.test(path))
      copy(`share/${successor.slice(0, -1)}.png`, `share/${path.slice(0, -1)}.png`);
  }
}
