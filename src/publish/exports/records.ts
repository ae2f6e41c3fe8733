/**
 * `data/records.jsonl`: all that the pages are made of, in the program's own form. `npm run verify`
 * makes every page and file again from it and from the sources, and compares. Its shape is not
 * promised: offsets count UTF-16 code units, and fields come and go with the software.
 */
import { z } from 'zod';
import { dataPath } from '../../model/urls.ts';
import {
  AddressRecord,
  AnnotationRecord,
  ArticleRecord,
  OutletRecord,
  PlaceRecord,
  SiteCard,
  SpeakerRecord,
  TopicRecord,
} from '../../model/records.ts';
import { VersionRow } from '../../ledger/schema.ts';
import type { Exporter } from './index.ts';

/** Written by the program and shown as it stands. */
const AsItIs = z.looseObject({});

/**
 * What a line may hold, by its `kind`, in the order of writing. `lists` are files of the records'
 * folder with many records; the rest are one record each, but for articles, which have a folder.
 */
export const PAGE_RECORDS = {
  site: SiteCard,
  accuracy: AsItIs,
  article: ArticleRecord,
  speakers: SpeakerRecord,
  outlets: OutletRecord,
  topics: TopicRecord,
  places: PlaceRecord,
  annotations: AnnotationRecord,
  addresses: AddressRecord,
  versions: VersionRow,
  carried: AsItIs,
  decided: AsItIs,
} as const;
export type PageRecordKind = keyof typeof PAGE_RECORDS;

/** Kinds that have one file of many records in the records' folder. */
export const RECORD_LISTS = [
  'speakers',
  'outlets',
  'topics',
  'places',
  'annotations',
  'addresses',
  'versions',
  'carried',
  'decided',
] as const satisfies readonly PageRecordKind[];

/** One line of `data/records.jsonl`. */
export interface PageRecord {
  kind: PageRecordKind;
  record: object;
}

export const RECORDS_FILE = dataPath('records.jsonl');

export const records: Exporter = {
  name: 'records',
  *files({ records: lines }) {
    if (lines) yield { path: RECORDS_FILE, chunks: linesOf(lines) };
  },
};

function* linesOf(lines: Iterable<PageRecord>): Iterable<string> {
  for (const { kind, record } of lines) yield `${JSON.stringify({ kind, record })}\n`;
}
