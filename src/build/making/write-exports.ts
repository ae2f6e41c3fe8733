/** Writes what the exporters give. Called by the build; nothing is kept in memory but names and hashes. */
import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { dataPath } from '../../model/urls.ts';
import {
  EXPORTERS,
  type ExportArchive,
  type ExportOptions,
  type Written,
} from '../../publish/exports/index.ts';

/**
 * Writes every export into `folder` (the site's root on disk). Gives the number of files and bytes
 * by exporter, in order. A path that two exporters give, or that leads out of the folder, is a
 * fault in the code and throws.
 */
export function writeAll(
  archive: ExportArchive,
  folder: string,
  options: ExportOptions,
): { exporter: string; files: number; bytes: number }[] {
  const data: Written[] = [];
  const paths = new Set<string>();
  const input = { ...pick(archive), ...options };
  return EXPORTERS.map((exporter) => {
    const sum = { exporter: exporter.name, files: 0, bytes: 0 };
    for (const { path, chunks } of exporter.files(input, data)) {
      if (paths.has(path) || path.startsWith('/') || path.split('/').includes('..'))
        throw new Error(`Exporter ${exporter.name}: unusable or repeated path ${path}`);
      paths.add(path);
      const written = { path, ...writeFile(join(folder, path), chunks) };
      if (path.startsWith(dataPath(''))) data.push(written);
      sum.files += 1;
      sum.bytes += written.bytes;
    }
    return sum;
  });
}

const pick = ({
  site,
  articles,
  speakers,
  outlets,
  topics,
  addresses,
}: ExportArchive): ExportArchive => ({
  site,
  articles,
  speakers,
  outlets,
  topics,
  addresses,
});

function writeFile(file: string, chunks: Iterable<string>): { bytes: number; sha256: string } {
  mkdirSync(dirname(file), { recursive: true });
  const hash = createHash('sha256');
  let bytes = 0;
  const descriptor = openSync(file, 'w');
  try {
    for (const chunk of chunks) {
      const buffer = Buffer.from(chunk);
      hash.update(buffer);
      bytes += buffer.length;
      for (let at = 0; at < buffer.length;) at += writeSync(descriptor, buffer, at);
    }
  } finally {
    closeSync(descriptor);
  }
  return { bytes, sha256: hash.digest('hex') };
}
