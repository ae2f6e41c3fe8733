/** What an exporter is: records in, names and chunks of text out. Imports schemas alone. */
import type { VersionRow } from '../../ledger/schema.ts';
import type {
  AddressRecord,
  ArticleRecord,
  OutletRecord,
  SiteCard,
  SpeakerRecord,
  TopicRecord,
} from '../../model/records.ts';
import type { PageRecord } from './page-record.ts';

/** The records; `createArchive` gives them. Iterables are walked more than once, so each walk starts anew. */
export interface ExportArchive {
  site: SiteCard;
  articles: Iterable<ArticleRecord>;
  speakers: Iterable<SpeakerRecord>;
  outlets: Iterable<OutletRecord>;
  topics: Iterable<TopicRecord>;
  addresses: Iterable<AddressRecord>;
}

export interface ExportOptions {
  /** Address of the site's root, base path included; ends with a slash. */
  root: string;
  /** The source of an article, decoded, nothing normalised. */
  source(article: ArticleRecord): string;
  /** All versions of an article's source, oldest first. */
  versions(article: ArticleRecord): readonly VersionRow[];
  /** Files beside every single claim as well as in the data files; a large archive goes without. */
  claimFiles: boolean;
  /** All that the pages are made of; left out, `data/records.jsonl` is not written. */
  records?: Iterable<PageRecord>;
}

/** All that exporters read. */
export type ExportInput = ExportArchive & ExportOptions;

export interface ExportFile {
  /** From the site's root, without a leading slash. */
  path: string;
  /** Its content in order; joined by nothing. */
  chunks: Iterable<string>;
}

/** What has been written so far, with its length and hash. */
export interface Written {
  path: string;
  bytes: number;
  sha256: string;
}

export interface Exporter {
  /** One word for progress and errors. */
  name: string;
  files(input: ExportInput, written: readonly Written[]): Iterable<ExportFile>;
}
