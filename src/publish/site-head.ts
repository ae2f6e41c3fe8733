/** JSON-LD of the site as a whole and of its data files. */
import { capital, count } from '../model/wording.ts';
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
  name: string,
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
  distribution: files.map((file) => ({
    '@type': 'DataDownload',
    contentUrl: url(dataPath(file)),
    encodingFormat: file.endsWith('.csv') ? 'text/csv' : 'application/jsonl',
  })),
});
