/**
 * What the archive gives away as files: data, citations, feeds, plain texts.
 * An exporter is pure: it turns records into names and chunks of text; `src/build/making/write-exports.ts` writes them.
 */
import { citations } from './citations.ts';
import { csv } from './csv.ts';
import { datapackage } from './datapackage.ts';
import type { Exporter } from './exporter.ts';
import { feeds } from './feeds.ts';
import { jsonLines } from './json-lines.ts';
import { jsonSchemas } from './json-schemas.ts';
import { plain } from './plain.ts';
import { records } from './records.ts';
import { webAnnotations } from './web-annotations.ts';

export type { ExportArchive, Exporter, ExportOptions, Written } from './exporter.ts';

/** In the order of writing: the data package lists the data files before it, with their hashes. */
export const EXPORTERS: readonly Exporter[] = [
  jsonLines,
  csv,
  jsonSchemas,
  webAnnotations,
  citations,
  feeds,
  plain,
  records,
  datapackage,
];
