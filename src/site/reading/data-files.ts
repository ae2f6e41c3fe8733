/** The files that hold the archive as data, in words. */
import { speakersInWords, type Counts } from '../../model/counts.ts';
import { GUARDED } from '../../publish/exports/csv.ts';
import type { SiteCard } from '../../model/records.ts';
import { capital, count } from '../../model/wording.ts';
import { TABLES } from '../../publish/exports/tables/index.ts';

interface DataFile {
  file: string;
  what: string;
  /** The same in another form. */
  also?: string;
}
type Row = readonly [file: string, what: string];

/** Tables, each as CSV and as Parquet; claims first. */
const tableFiles = (): DataFile[] =>
  TABLES.toSorted((a, b) => Number(b.name === 'claims') - Number(a.name === 'claims')).map(
    ({ name, title }) => ({
      file: `${name}.csv`,
      what: name === 'claims' ? `${title}; opens in a spreadsheet. ${GUARDED}` : `${title}.`,
      also: `${name}.parquet`,
    }),
  );

/** All other files of `data/`, the most used first, each with what is in it. */
const OTHERS: readonly Row[] = [
  [
    'archive.sqlite',
    'All of these tables in one SQLite database, with the words of claims indexed and four views: ' +
      'quotations, speakers by outlet, what was passed on, stances.',
  ],
  [
    'claims.jsonl',
    'Every claim as JSON, one a line, with its parts, speaker, dates, rule and review.',
  ],
  [
    'articles.jsonl',
    'Every article: title, byline, outlet, dates, kind, hash of its source, boilerplate.',
  ],
  ['speakers.jsonl', 'Every speaker: names as printed, roles, claims.'],
  ['outlets.jsonl', 'Every outlet and its articles.'],
  ['topics.jsonl', 'Every question with the claims that answer it and their stances.'],
  [
    'tombstones.jsonl',
    'Every address that was published and leads to no record today, with the reason.',
  ],
  [
    'versions.jsonl',
    'Every captured version of every source: SHA-256, bytes, the day it was taken in, why, address.',
  ],
  [
    'annotations.json',
    'All claims as W3C Web Annotations, each with its place in the source, on the article’s page and, where its address is known, on the publisher’s.',
  ],
  [
    'archive.bib',
    'All articles and claims as BibTeX and BibLaTeX. BibTeX has no newspapers: reference managers take their articles ' +
      'for those of journals, which they do not with the two files that follow.',
  ],
  ['archive.ris', 'The same as RIS.'],
  ['archive.csl.json', 'The same as CSL-JSON.'],
  [
    'records.jsonl',
    'All that these pages are made of, in the program’s own form, which may change: ' +
      'a check makes every page again from it and compares.',
  ],
  ['changes.json', 'How the form of these files has grown, version by version.'],
  [
    'croissant.json',
    'The tables, their columns and types, as data sets for machine learning (Croissant).',
  ],
  ['datapackage.json', 'Frictionless data package: fields, types, sizes and SHA-256 of the files.'],
];

/** Files of `data/` that an archive has, each with what is in it. */
export function dataFiles({ leaveOut = [] }: Pick<SiteCard, 'leaveOut'>): DataFile[] {
  const isMade = (file: string) =>
    !leaveOut.some((kind) => file.endsWith(`.${kind}`) || file === `${kind}.json`);
  return [...tableFiles(), ...OTHERS.map(([file, what]): DataFile => ({ file, what }))]
    .filter(({ file }) => isMade(file))
    .map(({ also, ...rest }) => (also && isMade(also) ? { ...rest, also } : rest));
}

/** Records of which a JSON Schema is published. */
export const SCHEMAS = ['article', 'claim', 'speaker', 'outlet', 'topic', 'tombstone', 'version'];

export const dataDescription = (totals: Counts): string =>
  `${capital(count(totals.claims, 'claim'))}, ${count(totals.articles, 'article')}; ` +
  `${speakersInWords(totals)}: as tables (CSV, Parquet, SQLite), JSON Lines, Web Annotations and citations.`;
