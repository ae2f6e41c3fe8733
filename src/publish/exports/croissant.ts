/** `data/croissant.json`: the tables as data sets for machine learning (Croissant 1.0). */
import { absolute, dataPath } from '../../model/urls.ts';
import type { ExportInput, Written } from './exporter.ts';
import { TABLES } from './tables/index.ts';

const CONTEXT = {
  '@language': 'en',
  '@vocab': 'https://schema.org/',
  sc: 'https://schema.org/',
  cr: 'http://mlcommons.org/croissant/',
  dct: 'http://purl.org/dc/terms/',
  column: 'cr:column',
  conformsTo: 'dct:conformsTo',
  dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
  extract: 'cr:extract',
  field: 'cr:field',
  fileObject: 'cr:fileObject',
  key: 'cr:key',
  recordSet: 'cr:recordSet',
  references: 'cr:references',
  source: 'cr:source',
} as const;
const TYPES = {
  string: 'sc:Text',
  integer: 'sc:Integer',
  number: 'sc:Float',
  date: 'sc:Date',
} as const;

/**
 * The text of the file, given what was written under `data/` and the day of the last change, where one is known.
 */
export function croissant(
  { root, site }: Pick<ExportInput, 'root' | 'site'>,
  written: readonly Written[],
  changed: string | null,
): string {
  const byPath = new Map(written.map((file) => [file.path, file]));
  const tables = TABLES.flatMap((table) => {
    const file = byPath.get(dataPath(`${table.name}.csv`));
    return file ? [{ table, file, id: `${table.name}.csv` }] : [];
  });
  const value = {
    '@context': CONTEXT,
    '@type': 'sc:Dataset',
    name: site.name,
    description:
      'Claims found in articles: who said what, in exactly which words, reported by whom. ' +
      'That it was said is recorded, never that it is so.',
    conformsTo: 'http://mlcommons.org/croissant/1.0',
    url: absolute(root, dataPath('')),
    ...(changed !== null && { datePublished: changed }),
    creator: { '@type': 'sc:Organization', name: site.curator },
    ...(site.licence && { license: site.licence.url ?? site.licence.name }),
    distribution: tables.map(({ id, file, table }) => ({
      '@type': 'cr:FileObject',
      '@id': id,
      name: id,
      description: table.title,
      contentUrl: absolute(root, file.path),
      encodingFormat: 'text/csv',
      contentSize: `${file.bytes} B`,
      sha256: file.sha256,
    })),
    recordSet: tables.map(({ table: { name, title, key, columns, refers }, id }) => ({
      '@type': 'cr:RecordSet',
      '@id': name,
      name,
      description: title,
      key: key.map((column) => ({ '@id': `${name}/${column}` })),
      field: columns.map(({ name: column, description, type }) => ({
        '@type': 'cr:Field',
        '@id': `${name}/${column}`,
        name: column,
        description,
        dataType: TYPES[type],
        source: { fileObject: { '@id': id }, extract: { column } },
        ...(refers[column] !== undefined && {
          references: { field: { '@id': `${refers[column]}/id` } },
        }),
      })),
    })),
  };
  return `${JSON.stringify(value, null, 1)}\n`;
}
