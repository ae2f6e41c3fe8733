/** What goes into the archive and what comes out of it. */
import type { VFile } from 'vfile';
import type { Decision, LedgerRow, Reconciled, VersionRow } from '../ledger/index.ts';
import type {
  AddressRecord,
  AnnotationRecord,
  ArticleRecord,
  OutletRecord,
  PlaceRecord,
  SiteCard,
  SpeakerRecord,
  TopicRecord,
} from '../model/records.ts';
import { last } from '../text/certain.ts';

/** The folders that hold cards; each card is named for the id of what it speaks of. */
export const CARD_FOLDERS = [
  'articles',
  'speakers',
  'outlets',
  'topics',
  'places',
  'annotations',
  'pages',
] as const;
export type CardFolder = (typeof CARD_FOLDERS)[number];

export interface SourceVersion {
  version: number;
  path: string;
  file: VFile;
}

/** A text as it was captured, once or more often. */
export interface Source {
  article: string;
  /** Oldest first, at least one. */
  versions: readonly SourceVersion[];
}

/** The bytes of a source that could be read. */
export const bytesOf = ({ value, path }: VFile): Uint8Array => {
  if (value instanceof Uint8Array) return value;
  throw new Error(`Expected the bytes of ${path}`);
};

export const newestOf = ({ versions }: Source): SourceVersion => last(versions);

/** What the content folder holds, read but not understood. */
export interface Content {
  /** Every source with all its versions, oldest first. */
  sources: readonly Source[];
  cards: Readonly<Record<CardFolder, readonly { id: string; file: VFile }[]>>;
  site: VFile;
  /** What the site card leads to: the text of the page about the archive, and the logo that it names. */
  about?: VFile;
  logo?: VFile;
  /** What the archive learned from its own people: `content/calibration.json`. */
  calibration?: VFile;
  /** Ledger rows by article. */
  ledger: ReadonlyMap<string, readonly LedgerRow[]>;
  decisions: readonly Decision[];
  /** The line of its file on which each decision begins. */
  decisionLines: ReadonlyMap<Decision, number>;
  /** Versions of the sources as they were taken in, today's additions included. */
  manifest: readonly VersionRow[];
  /** Addresses published before. */
  published: readonly string[];
  /** Files of the ledger on which messages stand. */
  files: readonly VFile[];
}

export interface BuiltArchive {
  articles: ArticleRecord[];
  speakers: SpeakerRecord[];
  outlets: OutletRecord[];
  topics: TopicRecord[];
  places: PlaceRecord[];
  annotations: AnnotationRecord[];
  site: SiteCard | null;
  ledger: Map<string, Reconciled>;
  /** The manifest with the sources of this run. */
  versions: VersionRow[];
  addresses: AddressRecord[];
}
