/** `data/datapackage.json`: a Frictionless Data Package over the data files. */
import { SCHEMA_VERSION } from './schema-version.ts';
import type { SiteCard } from '../../model/records.ts';
import { absolute, dataPath } from '../../model/urls.ts';
import { GUARDED } from './csv.ts';
import type { ExportInput, Written } from './exporter.ts';
import { PUBLIC_SCHEMAS } from './schema.ts';
import { TABLES, type Table } from './tables/index.ts';

/** Which data files the package lists, and what each holds. */
export const RESOURCES: {
  file: string;
  title: string;
  mediatype: string;
  record?: keyof typeof PUBLIC_SCHEMAS;
  table?: Table;
}[] = [
  {
    file: 'articles.jsonl',
    title: 'Articles, one JSON record a line',
    mediatype: 'application/jsonl',
    record: 'article',
  },
  {
    file: 'claims.jsonl',
    title: 'Claims, one JSON record a line',
    mediatype: 'application/jsonl',
    record: 'claim',
  },
  {
    file: 'speakers.jsonl',
    title: 'Speakers, one JSON record a line',
    mediatype: 'application/jsonl',
    record: 'speaker',
  },
  {
    file: 'outlets.jsonl',
    title: 'Outlets, one JSON record a line',
    mediatype: 'application/jsonl',
    record: 'outlet',
  },
  {
    file: 'topics.jsonl',
    title: 'Topics, one JSON record a line',
    mediatype: 'application/jsonl',
    record: 'topic',
  },
  {
    file: 'tombstones.jsonl',
    title: 'Claims that are no longer live, one JSON record a line',
    mediatype: 'application/jsonl',
    record: 'tombstone',
  },
  {
    file: 'versions.jsonl',
    title: 'Captured versions of the sources, one JSON record a line',
    mediatype: 'application/jsonl',
    record: 'version',
  },
  ...TABLES.flatMap((table) => [
    { file: `${table.name}.csv`, title: table.title, mediatype: 'text/csv', table },
    {
      file: `${table.name}.parquet`,
      title: `${table.title}, with types`,
      mediatype: 'application/vnd.apache.parquet',
    },
  ]),
  {
    file: 'archive.sqlite',
    title: 'All tables in one SQLite database, with the words of claims indexed',
    mediatype: 'application/vnd.sqlite3',
  },
  {
    file: 'annotations.json',
    title: 'Claims as a W3C Web Annotation Collection',
    mediatype: 'application/ld+json',
  },
  {
    file: 'archive.bib',
    title: 'Citations of articles and claims as BibTeX',
    mediatype: 'application/x-bibtex',
  },
  {
    file: 'archive.ris',
    title: 'Citations of articles and claims as RIS',
    mediatype: 'application/x-research-info-systems',
  },
  {
    file: 'archive.csl.json',
    title: 'Citations of articles and claims as CSL-JSON',
    mediatype: 'application/vnd.citationstyles.csl+json',
  },
  {
    file: 'changes.json',
    title: 'How the form of these files has grown, newest first',
    mediatype: 'application/json',
  },
  {
    file: 'records.jsonl',
    title: 'What the pages are made of, in the program’s own form, one record a line',
    mediatype: 'application/jsonl',
  },
];

/** Whether a file is characters, which an encoding turns into bytes. */
const isText = (mediatype: string) => !/parquet|sqlite/.test(mediatype);

const nameOf = (file: string) => file.replace(/\./g, '-');

function resource(
  { file, title, mediatype, record, table }: (typeof RESOURCES)[number],
  { bytes, sha256 }: Written,
) {
  return {
    name: nameOf(file),
    ...(table ? { type: 'table' } : {}),
    path: file,
    title,
    ...(record
      ? { description: `${PUBLIC_SCHEMAS[record].description ?? ''}. Shape: schema/${record}.json` }
      : {}),
    ...(table ? { description: GUARDED } : {}),
    format: file.split('.').pop(),
    mediatype,
    ...(isText(mediatype) ? { encoding: 'utf-8' } : {}),
    bytes,
    hash: `sha256:${sha256}`,
    ...(record ? { jsonSchema: `schema/${record}.json` } : {}),
    ...(table
      ? {
          dialect: { delimiter: ',', header: true },
          schema: {
            fields: table.columns.map(({ name, type, description }) => ({
              name,
              type,
              description,
            })),
            primaryKey: table.key,
            missingValues: [''],
          },
        }
      : {}),
  };
}

/** As the profile has it: a name of few characters or an address, and a title for readers. */
const licenseOf = ({ name, url }: NonNullable<ExportInput['site']['licence']>) => ({
  ...(url ? { path: url } : { name: name.replace(/[^-A-Za-z0-9._]+/g, '-') }),
  title: `${name}, of claims, annotations and notes, apart from the words of the texts`,
});

/** The newest version that the archive declares of itself, where it declares one. */
export const releaseOf = ({ releases }: Pick<SiteCard, 'releases'>): { version?: string } =>
  releases?.[0] ? { version: releases[0].version } : {};

/** The text of the package, given what was written under `data/`. */
export function datapackage(
  { root, site }: Pick<ExportInput, 'root' | 'site'>,
  written: readonly Written[],
): string {
  const byPath = new Map(written.map((file) => [file.path, file]));
  const resources = RESOURCES.flatMap((entry) => {
    const file = byPath.get(dataPath(entry.file));
    return file ? [resource(entry, file)] : [];
  });
  const value = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'verbatim',
    id: absolute(root, dataPath('datapackage.json')),
    title: site.name,
    description:
      'Claims found in articles: who said what, in exactly which words, reported by whom. ' +
      'The archive records that it was said, not that it is so. Texts belong to their publishers: each article’s `rights` says what its text states. ' +
      'Offsets (`start`, `end`) count Unicode code points of the source, `end` exclusive.',
    ...releaseOf(site),
    schemaVersion: SCHEMA_VERSION,
    homepage: root,
    contributors: [{ title: site.curator, roles: ['curator'] }],
    ...(site.licence && { licenses: [licenseOf(site.licence)] }),
    resources,
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}
