/** Every address that was ever published, beside those of today's pages. */
import {
  addressRecords,
  type LedgerRow,
  type Reconciled,
  type VersionRow,
} from '../ledger/index.ts';
import { periodsOf } from '../model/article-dates.ts';
import type {
  AddressRecord,
  ArticleRecord,
  OutletRecord,
  PlaceRecord,
  SpeakerRecord,
  TopicRecord,
} from '../model/records.ts';
import type { Content } from './content.ts';
import type { Names } from './one-name.ts';

/** The records that have pages, and what the ledger says of claims that have none today. */
export interface Pages {
  articles: readonly ArticleRecord[];
  speakers: readonly SpeakerRecord[];
  outlets: readonly OutletRecord[];
  topics: readonly TopicRecord[];
  places: readonly PlaceRecord[];
  names: Names;
  ledger: readonly Reconciled[];
  versions: VersionRow[];
}

/** The addresses that lead to no page of their own today, and where each leads. */
export function goneAddresses(content: Content, pages: Pages): AddressRecord[] {
  const { articles, speakers, outlets, topics, places, names, ledger, versions } = pages;
  const addresses = addressRecords({
    rows: ledger.flatMap(({ rows }) => rows).map((row) => rowWithName(row, names)),
    orphans: ledger.flatMap(({ orphans }) => orphans),
    articles: articles.map(({ id, title, formerly }) => ({ id, name: title, formerly })),
    speakers,
    outlets,
    topics: topics.map(({ id, question, formerly }) => ({ id, name: question, formerly })),
    // The site gives a page to places that several claims name.
    places: places
      .filter((place) => place.claims.length > 1)
      .map(({ id, name }) => ({ id, name, formerly: [] })),
    periods: periodsOf(articles.map(({ published }) => published)),
    decisions: content.decisions,
    manifest: versions,
    published: content.published,
  });
  const rejected = new Map(articles.flatMap(({ id, rejected = [] }) => [[id, rejected]] as const));
  return addresses.map((address) =>
    withRejecter(address, rejected.get(address.article ?? '') ?? []),
  );
}

/** What was withdrawn by the card of its article, with who did so and when, where the card says it. */
function withRejecter(
  address: AddressRecord,
  rejected: NonNullable<ArticleRecord['rejected']>,
): AddressRecord {
  if (address.status !== 'withdrawn' || address.by !== null) return address;
  const own = rejected.find(({ why, by }) => by !== null && why === address.reason);
  return own ? { ...address, by: own.by, date: own.on ?? address.date } : address;
}

/** What a tombstone says of a speaker who still has a page is the name on that page. */
const rowWithName = (row: LedgerRow, { speakers }: Names): LedgerRow => ({
  ...row,
  speaker: row.speaker && {
    ...row.speaker,
    name: speakers.get(row.speaker.id)?.name ?? row.speaker.name,
  },
});
