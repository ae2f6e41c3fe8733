/** `data/croissant.json`: the tables as data sets for machine learning (Croissant 1.0). */
import { absolute, dataPath } from '../../model/urls.ts';
import { releaseOf } from './datapackage.ts';
import type { ExportInput, Written } from './exporter.ts';
import { TABLES } from './tables/index.ts';

/** That of the specification, whole: its reference reader warns of any other. */
const CONTEXT = {
  '@language': 'en',
  '@vocab': 'https://schema.org/',
  cr: 'http://mlcommons.org/croissant/',
  dct: 'http://purl.org/dc/terms/',
  rai: 'http://mlcommons.org/croissant/RAI/',
  sc: 'https://schema.org/',
  conformsTo: 'dct:conformsTo',
  data: { '@id': 'cr:data', '@type': '@json' },
  dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
  examples: { '@id': 'cr:examples', '@type': '@json' },
  ...Object.fromEntries(
    (
      'citeAs column equivalentProperty extract field fileObject fileProperty fileSet format includes isLiveDataset ' +
      'jsonPath key md5 parentField path recordSet references regex repeated replace samplingRate separator source ' +
      'subField transform'
    )
      .split(' ')
      .map((term) => [term, `cr:${term}`]),
  ),
};
/** Types are kept in Parquet; from CSV the reference reader takes the names `NA` and `NULL` for none. */
const FORMS = [
  { ending: 'parquet', encodingFormat: 'application/x-parquet' },
  { ending: 'csv', encodingFormat: 'text/csv' },
] as const;
const TYPES = {
  string: 'sc:Text',
  integer: 'sc:Integer',
  number: 'sc:Float',
  date: 'sc:Date',
} as const;

/**
 * The text of the file, given what was written under `data/` and the day of the last change, where one is known.
 * It names no references between tables: the reference reader (mlcroissant) joins what is referred to, and reads no
 * table that refers to itself or to one which refers to another; the data package has the keys.
 */
export function croissant(
  { root, site }: Pick<ExportInput, 'root' | 'site'>,
  written: readonly Written[],
  changed: string | null,
): string {
  const byPath = new Map(written.map((file) => [file.path, file]));
  const tables = TABLES.flatMap((table) => {
    const made = FORMS.flatMap(({ ending, encodingFormat }) => {
      const id = `${table.name}.${ending}`;
      const file = byPath.get(dataPath(id));
      return file ? [{ table, file, id, encodingFormat }] : [];
    });
    return made.slice(0, 1);
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
    ...releaseOf(site),
    creator: { '@type': 'sc:Organization', name: site.curator },
    ...(site.licence && { license: site.licence.url ?? site.licence.name }),
    distribution: tables.map(({ id, file, table, encodingFormat }) => ({
      '@type': 'cr:FileObject',
      '@id': id,
      name: id,
      description: table.title,
      contentUrl: absolute(root, file.path),
      encodingFormat,
      contentSize: `${file.bytes} B`,
      sha256: file.sha256,
    })),
    recordSet: tables.map(({ table: { name, title, key, columns }, id }) => ({
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
      })),
    })),
  };
  return `${JSON.stringify(value, null, 1)}\n`;
}
