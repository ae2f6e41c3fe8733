/** The files that hold the archive as data, in words. */
import { speakersInWords, type Counts } from '../../model/counts.ts';
import { GUARDED } from '../../publish/exports/csv.ts';
import type { SiteCard } from '../../model/records.ts';
import { capital, count } from '../../model/wording.ts';
import { TABLES } from '../../publish/exports/tables/index.ts';

type DataFile = readonly [file: string, what: string];

/** All files of `data/`, the most used first, each with what is in it. */
const ALL_FILES: readonly DataFile[] = [
  ['claims.csv', `Every claim in one table, a row a claim; opens in a spreadsheet. ${GUARDED}`],
  ...TABLES.filter(({ name }) => name !== 'claims').map(({ name, title }): DataFile => [
    `${name}.csv`,
    `${title}.`,
  ]),
  [
    'archive.sqlite',
    'All of these tables in one SQLite database, with the words of claims indexed and four views: ' +
      'quotations, speakers by outlet, what was passed on, stances.',
  ],
  ...TABLES.map(({ name, title }): DataFile => [
    `${name}.parquet`,
    `${title}, as Parquet: columns have types, days are dates.`,
  ]),
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
  ['annotations.json', 'All claims as W3C Web Annotations.'],
  ['archive.bib', 'All articles and claims as BibTeX.'],
  ['archive.ris', 'The same as RIS.'],
  ['archive.csl.json', 'The same as CSL-JSON.'],
  [
    'records.jsonl',
    'All that these pages are made of, in the program’s own form, which may change: ' +
      'a check makes every page again from it and compares.',
  ],
  ['changes.json', 'How the form of these files has grown, version by version.'],
  ['datapackage.json', 'Frictionless data package: fields, types, sizes and SHA-256 of the files.'],
];

/** Files of `data/` that an archive has, each with what is in it. */
export const dataFiles = ({ leaveOut = [] }: SiteCard): readonly DataFile[] =>
  ALL_FILES.filter(([file]) => !leaveOut.some((kind) => file.endsWith(`.${kind}`)));

/** Records of which a JSON Schema is published. */
export const SCHEMAS = ['article', 'claim', 'speaker', 'outlet', 'topic', 'tombstone', 'version'];

export const dataDescription = (totals: Counts): string =>
  `${capital(count(totals.claims, 'claim'))}, ${count(totals.articles, 'article')}; ` +
  `${speakersInWords(totals)}: as tables (CSV, Parquet, SQLite), JSON Lines, Web Annotations and citations.`;
