/** JSON-LD of the site as a whole and of its data files. */
import { capital, count } from '../model/wording.ts';
import type { SiteCard } from '../model/records.ts';
import { dataPath } from '../model/urls.ts';

type Address = (path: string) => string;

/** The site, and how to search it by an address. */
export const siteLd = (name: string, description: string, url: Address) => ({
  '@context': 'https://schema.org',
  '@type': 'WebSite',
  '@id': url(''),
  url: url(''),
  name,
  description,
  potentialAction: {
    '@type': 'SearchAction',
    target: `${url('search/')}?q={search_term_string}`,
    'query-input': 'required name=search_term_string',
  },
});

/** The archive as a data set, with the given files of `data/`. */
export const datasetLd = (
  { name, licence }: Pick<SiteCard, 'name' | 'licence'>,
  held: { claims: number; articles: number },
  files: readonly string[],
  url: Address,
) => ({
  '@context': 'https://schema.org',
  '@type': 'Dataset',
  '@id': url('data/'),
  name: `${name}: claims with their speakers and sources`,
  description:
    `${capital(count(held.claims, 'quoted claim'))} out of ${count(held.articles, 'article')}, ` +
    'each with its speaker, its words, its place in the source and how it was found.',
  url: url('data/'),
  creator: { '@type': 'Organization', name },
  ...(licence && { license: licence.url ?? licence.name }),
  distribution: files.map((file) => ({
    '@type': 'DataDownload',
    contentUrl: url(dataPath(file)),
    encodingFormat: MEDIA_TYPES[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
  })),
});

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  parquet: 'application/vnd.apache.parquet',
  sqlite: 'application/vnd.sqlite3',
  jsonl: 'application/jsonl',
  json: 'application/json',
  bib: 'application/x-bibtex',
  ris: 'application/x-research-info-systems',
};
