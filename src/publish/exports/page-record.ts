/** The records that pages are made of: one schema a kind, in the order of writing. Imports schemas alone. */
import { z } from 'zod';
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

/** The same, as it is written. */
export interface PageRecordJson {
  kind: PageRecordKind;
  readonly json: string;
  /** Its name among those of its kind and a digest of it, where it has a file of its own. */
  of?: { name: string; digest: string };
}
