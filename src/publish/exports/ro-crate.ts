/** `ro-crate-metadata.json`: the site as a research object (RO-Crate 1.2), with its data files. */
import { absolute, dataPath } from '../../model/urls.ts';
import { RESOURCES, releaseOf } from './datapackage.ts';
import type { ExportInput, Written } from './exporter.ts';

const SPECIFICATION = 'https://w3id.org/ro/crate/1.2';

/**
 * The text of the file, given what was written under `data/` and the newest day that the archive notes of itself, if any. The
 * specification asks for a day of publication. Where nobody noted one, none is made up: neither the day of a build,
 * which would be another each time, nor that of an article is the crate's; the description says that it is missing.
 */
export function roCrate(
  { root, site }: Pick<ExportInput, 'root' | 'site'>,
  written: readonly Written[],
  changed: string | null,
): string {
  const byPath = new Map(written.map((file) => [file.path, file]));
  const files = RESOURCES.flatMap(({ file, title, mediatype }) => {
    const made = byPath.get(dataPath(file));
    return made
      ? [
          {
            '@id': made.path,
            '@type': 'File',
            name: file,
            description: title,
            encodingFormat: mediatype,
            contentSize: String(made.bytes),
            sha256: made.sha256,
          },
        ]
      : [];
  });
  // a crate must say under which licence it is, also where there is none
  const licence = {
    '@id': site.licence?.url ?? '#licence',
    '@type': 'CreativeWork',
    name: site.licence?.name ?? 'No licence is stated',
    description: site.licence
      ? 'Of claims, annotations and notes, apart from the words of the texts'
      : 'The texts belong to their publishers and authors.',
  };
  const address = absolute(root, '');
  const curator = {
    '@id': '#curator',
    '@type': 'Organization',
    name: site.curator,
    url: address,
  };
  const graph = [
    {
      '@id': 'ro-crate-metadata.json',
      '@type': 'CreativeWork',
      about: { '@id': './' },
      conformsTo: { '@id': SPECIFICATION },
    },
    {
      '@id': './',
      '@type': 'Dataset',
      name: site.name,
      description: [
        site.description ??
          'Claims found in articles: who said what, in exactly which words, reported by whom.',
        ...(changed === null ? ['No day of publication is stated.'] : []),
      ].join(' '),
      url: address,
      publisher: { '@id': curator['@id'] },
      ...(changed !== null && { datePublished: changed }),
      ...releaseOf(site),
      license: { '@id': licence['@id'] },
      hasPart: files.map((file) => ({ '@id': file['@id'] })),
    },
    curator,
    licence,
    ...files,
  ];
  return `${JSON.stringify({ '@context': `${SPECIFICATION}/context`, '@graph': graph }, null, 1)}\n`;
}
