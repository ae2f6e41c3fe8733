/** What an exporter is: records in, names of files and their text out. Imports schemas alone. */
import type { VersionRow } from '../../ledger/schema.ts';
import type {
  AddressRecord,
  ArticleRecord,
  OutletRecord,
  SiteCard,
  SpeakerRecord,
  TopicRecord,
} from '../../model/records.ts';
import type { CodePoints } from '../../text/offsets.ts';
import type { PageRecordJson } from './page-record.ts';
import type { PageText } from './page-text.ts';
import type { PublicArticle, PublicClaim } from './schema.ts';

/** The records; `createArchive` gives them. Each list is walked once. */
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
  /** The HTML of an article's page; left out where there are no pages. */
  page?(article: ArticleRecord): string;
  /** All that the pages are made of; left out, `data/records.jsonl` is not written. */
  records?: Iterable<PageRecordJson>;
  /**
   * A digest of everything that files beside an article are made of: its record, its versions, its page and the site.
   * Left out, all files are made.
   */
  digest?(article: ArticleRecord): string;
}

/** What exporters read that is no article. */
export type ExportInput = Pick<ExportArchive, 'site'> &
  Pick<ExportOptions, 'root' | 'versions' | 'records'> & {
    speakers: readonly SpeakerRecord[];
    outlets: readonly OutletRecord[];
    topics: readonly TopicRecord[];
    addresses: readonly AddressRecord[];
    /** Whether each claim has files of its own, as the site card says. */
    claimFiles: boolean;
  };

/** A source, and where its code points stand. */
export interface SourceText {
  text: string;
  points: CodePoints;
}

/** An article with what several exporters make of it, made once, when it is first asked for. */
export interface ExportedArticle {
  article: ArticleRecord;
  /** Of everything that its files are made of; null where it is not known whether they stand. */
  digest: string | null;
  source: SourceText;
  /** The text of its page, where there are pages. */
  page?: PageText | undefined;
  /** Its line of `articles.jsonl`, and those of its claims in `claims.jsonl`. */
  line: PublicArticle;
  claims: readonly PublicClaim[];
  /** The claims' lines as JSON, without line feeds. */
  claimsJson: readonly string[];
}

/** What was written: its length and hash. */
export interface Sum {
  bytes: number;
  sha256: string;
}

/** What has been written so far. */
export interface Written extends Sum {
  path: string;
}

/** The name of files that are made together, and a digest of what they are made of. */
export interface Made {
  name: string;
  digest: string;
}

/** What becomes longer, as long as it is: bytes of a file, or rows of a table. */
export interface Growing {
  readonly length: number;
  /** Whether what an earlier run made of it is there to be taken over. */
  readonly hasFormer: boolean;
  /** Adds a stretch of what an earlier run made. */
  take(from: number, length: number): void;
}

/** An SQLite database that is being written: the same statements give the same bytes. */
export interface Database {
  /** One statement without values. */
  run(sql: string): void;
  /** Rows of a table, each with all its columns in their order. */
  insert(table: string, rows: readonly (readonly (string | number | null)[])[]): void;
}

/** Where files go. Paths are from the site's root, without a leading slash. */
export interface Output {
  /** Writes a whole file: its text, or pieces of it, which nothing joins. */
  write(path: string, text: Content): Sum;
  /** Begins a file that is written piece by piece. */
  open(path: string): { append(piece: string | Uint8Array): void; close(): Sum } & Partial<Growing>;
  /** Begins a database. */
  database(path: string): Database & { close(): Sum; table?(name: string): Growing };
  /** Takes files over that were made of the same before; null where they have to be made. */
  keep?(made: Made): Written[] | null;
  /** Is told which files were made. */
  made?(made: Made, written: readonly Written[]): void;
  /** What was noted of what was made of the same before, without line breaks; null where nothing was. */
  noted?(made: Made): string | null;
  /** Notes something for the next run. */
  note?(made: Made, what: string): void;
}

/** A file's text, pieces of it, or its bytes. */
export type Content = string | readonly string[] | Uint8Array;

/** What an exporter writes to; a path is whole or grows, never both. */
export interface Files {
  /** A large text is best given in pieces: joining them costs as much as writing them. */
  write(path: string, text: Content): void;
  /** Adds to the end of a file, which begins empty. */
  append(path: string, piece: string | Uint8Array): void;
  /** Begins a database, which is closed with the exporter. */
  database(path: string): Database;
  /**
   * Has `make` write whole files, or takes over those that it wrote when it was made of the same; `digest` tells what
   * that is, null that it is not known.
   */
  together(name: string, digest: string | null, make: () => void): void;
  /**
   * Has `make` add to files and tables that grow, or adds what it added when it was made of the same; `digest` as for
   * `together`.
   */
  grow(name: string, digest: string | null, make: () => void): void;
  /** What `tell` tells, without line breaks, or told when it was asked of the same. */
  remembered(name: string, digest: string | null, tell: () => string): string;
  /** Whether files of this name were made of the same before, as far as was noted. */
  wasMade(name: string, digest: string | null): boolean;
  /** Whether anything can be known of what was made before. */
  readonly isAgain: boolean;
}

/** One run of an exporter over an archive. */
export interface ExportRun {
  /** Told of every article, in the order of the archive. */
  article?(one: ExportedArticle): void;
  /** After the last article; `again` goes through all of them once more. */
  end?(again: () => Iterable<ExportedArticle>): void;
}

export interface Exporter {
  /** One word for progress and errors. */
  name: string;
  begin(input: ExportInput, files: Files): ExportRun;
}
