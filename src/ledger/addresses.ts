/**
 * Addresses that were published and lead to no record today. Each stays a page: a redirect, a
 * notice that a claim lost its place, or a tombstone with reason, date and successor.
 */
import { wordsOfParts } from '../model/parts.ts';
import type { AddressRecord } from '../model/records.ts';
import {
  articlePath,
  claimInContextPath,
  claimPath,
  dataPath,
  datesPath,
  outletPath,
  placePath,
  speakerPath,
  topicPath,
} from '../model/urls.ts';
import { first, last } from '../text/certain.ts';
import type { Candidate, Orphan } from './reconcile/contract.ts';
import type { Decision, LedgerRow, VersionRow } from './schema.ts';

export interface Renamed {
  id: string;
  name: string;
  formerly: readonly string[];
}

export interface AddressInput {
  rows: readonly LedgerRow[];
  orphans: readonly Orphan[];
  articles: readonly Renamed[];
  speakers: readonly Renamed[];
  outlets: readonly Renamed[];
  topics: readonly Renamed[];
  places: readonly Renamed[];
  /** The years and months that articles stand under. */
  periods: readonly string[];
  decisions: readonly Decision[];
  manifest: readonly VersionRow[];
  /** Paths published before, from `content/ledger/addresses.txt`. */
  published: readonly string[];
}

const KINDS = [
  ['articles', articlePath],
  ['speakers', speakerPath],
  ['outlets', outletPath],
  ['topics', topicPath],
] as const;

/** All redirects, tombstones and orphan notices, sorted by path. */
export function addressRecords(input: AddressInput): AddressRecord[] {
  const records = new Map<string, AddressRecord>();
  // What is said first of an address counts.
  for (const record of [
    ...endedClaims(input),
    ...formerNames(input),
    ...formerUnnamedSpeakers(input),
    ...decidedAddresses(input),
    ...lostNames(input),
    ...lostPeriods(input),
  ])
    if (!records.has(record.path)) records.set(record.path, record);
  return [...records.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The addresses of claims that are live no more. */
function endedClaims({ rows, orphans, manifest, decisions }: AddressInput): AddressRecord[] {
  if (rows.every(({ status }) => status === 'live')) return [];
  const days = new Map(manifest.map((v) => [`${v.article} ${v.version}`, v.taken]));
  const orphanOf = new Map(orphans.map((orphan) => [orphan.id, orphan]));
  const known = new Set(rows.map(({ id }) => id));
  /** The day since when a row has its status: that of a decision, or that on which the version was taken in. */
  const dayOf = ({ article, since }: LedgerRow): string | null => {
    const version = /^version (\d+)$/.exec(since)?.[1];
    if (version !== undefined) return days.get(`${article} ${version}`) ?? null;
    return /^\d{4}-\d{2}-\d{2}$/.test(since) ? since : null;
  };
  return rows.flatMap((row): AddressRecord[] => {
    if (row.status === 'live') return [];
    const orphan = orphanOf.get(row.id);
    const { words, speaker, place } = lastSeen(row);
    return [
      {
        path: claimPath(row.id),
        kind: row.status === 'orphaned' ? 'orphan' : 'tombstone',
        successor: row.successor && known.has(row.successor) ? claimPath(row.successor) : null,
        reason: orphan?.why ?? row.reason,
        date: dayOf(row),
        by: decidedBy(row, decisions),
        words,
        speaker,
        article: row.article,
        status: row.status,
        fate: orphan?.fate ?? row.fate,
        since: row.since,
        place,
        candidates: (orphan?.candidates ?? []).map(candidateRecord),
      },
    ];
  });
}

/** The words of a claim, whose they were and where they stood; of a withdrawn one nothing of it is shown. */
function lastSeen({
  status,
  parts,
  speaker,
  version,
  source,
}: LedgerRow): Pick<AddressRecord, 'words' | 'speaker' | 'place'> {
  if (status === 'withdrawn') return { words: null, speaker: null, place: null };
  return {
    words: wordsOfParts(parts),
    speaker: speaker?.name ?? null,
    place: { version, sha256: source, start: first(parts).start, end: last(parts).end },
  };
}

const candidateRecord = ({ id, article, version, parts, why }: Candidate) => ({
  path: id ? claimPath(id) : articlePath(article),
  inContext: id ? claimInContextPath(article, id) : null,
  article,
  version,
  words: wordsOfParts(parts),
  why,
});

/** From the former addresses of what was renamed to those of today. */
function formerNames(input: AddressInput): AddressRecord[] {
  return KINDS.flatMap(([section, path]) => {
    const current = new Set(input[section].map(({ id }) => id));
    return input[section].flatMap(({ id, name, formerly }) =>
      formerly
        .filter((old) => !current.has(old))
        .flatMap((old) => {
          const reason = `now filed as ${name}`;
          // What stood under the old address of an article stands under the new one.
          const below = section === 'articles' ? pagesBelow(path(old), input.published) : [];
          return [path(old), ...below].map((address) =>
            redirect(address, path(id) + address.slice(path(old).length), reason),
          );
        }),
    );
  });
}

/** Published pages whose addresses go on from that of another. */
const pagesBelow = (path: string, published: readonly string[]): string[] =>
  published.filter(
    (address) => address.startsWith(path) && address.endsWith('/') && address !== path,
  );

/** An unnamed speaker is filed under its article, `two-diplomats-in-ferry`, and has its new name with it. */
function formerUnnamedSpeakers({ articles, speakers, published }: AddressInput): AddressRecord[] {
  const current = new Set(speakers.map(({ id }) => id));
  const renamed = new Map(
    articles.flatMap(({ id, formerly }) => formerly.map((old) => [old, id] as const)),
  );
  if (renamed.size === 0) return [];
  return published.flatMap((address) => {
    const former = /^speakers\/([^/]+)\/$/.exec(address)?.[1];
    if (former === undefined || current.has(former)) return [];
    return [...former.matchAll(/(?=-in-)/g)].flatMap(({ index }): AddressRecord[] => {
      const article = renamed.get(former.slice(index + '-in-'.length));
      const id = `${former.slice(0, index)}-in-${article}`;
      return article !== undefined && index > 0 && current.has(id)
        ? [redirect(address, speakerPath(id), `its article is now filed as ${article}`)]
        : [];
    });
  });
}

/** Addresses that a person decided on; what stood below a withdrawn one went with it. */
const decidedAddresses = ({ decisions, published }: AddressInput): AddressRecord[] =>
  decisions.flatMap((decision): AddressRecord[] => {
    if (!('address' in decision)) return [];
    const { address, because = 'the page was moved', on: date = null, by = null } = decision;
    if ('redirect' in decision)
      return [{ ...redirect(address, decision.redirect, because), date, by }];
    return [address, ...pagesBelow(address, published)].map((path) => ({
      ...redirect(path, null, decision.withdrawn),
      kind: 'tombstone',
      status: 'withdrawn',
      date,
      by,
    }));
  });

/** Names that only the parser found, and finds no more: nothing was decided, and the page says so. */
const lostNames = (input: AddressInput): AddressRecord[] =>
  ([KINDS[1], KINDS[2], ['places', placePath]] as const).flatMap(([section, path]) => {
    const current = new Set(input[section].map(({ id }) => path(id)));
    const isPage = new RegExp(`^${section}/[^/]*/$`);
    return input.published
      .filter((address) => isPage.test(address) && !current.has(address))
      .map((address) => ({
        ...redirect(address, null, 'no claim is filed under this name'),
        kind: 'tombstone' as const,
      }));
  });

/** Years and months under which articles stood before their dates were others. */
const lostPeriods = ({ periods, published }: AddressInput): AddressRecord[] => {
  const current = new Set(periods.length > 0 ? [null, ...periods].map(datesPath) : []);
  return published
    .filter((address) => /^dates\/(?:[^/]+\/)?$/.test(address) && !current.has(address))
    .map((address) => ({
      ...redirect(address, null, 'no article stands under this date'),
      kind: 'tombstone',
    }));
};

const redirect = (path: string, successor: string | null, reason: string): AddressRecord => ({
  path,
  kind: 'redirect',
  successor,
  reason,
  date: null,
  by: null,
  words: null,
  speaker: null,
  article: null,
});

/**
 * Who decided on a claim: in an entry of its own, in that of the claim that goes on in its words, or in that
 * of its article.
 */
function decidedBy(
  { id, article, status }: LedgerRow,
  decisions: readonly Decision[],
): string | null {
  if (status === 'orphaned') return null;
  const own = decisions.findLast((d) => 'claim' in d && d.claim === id);
  const entry = own ?? decisions.findLast((d) => isDecidedWith(d, { id, article, status }));
  return entry?.by ?? null;
}

/** Whether a decision on something else decides on a claim too. */
function isDecidedWith(
  decision: Decision,
  { id, article, status }: Pick<LedgerRow, 'id' | 'article' | 'status'>,
): boolean {
  if (status === 'merged') return 'confirm' in decision && decision.confirm === id;
  return (
    status === 'withdrawn' &&
    'address' in decision &&
    'withdrawn' in decision &&
    decision.address === articlePath(article)
  );
}

/** The record beside a claim's page, which stands in the list for all files there. */
const isClaimRecord = (path: string): boolean => /^claims\/[^/]+\/claim\.json$/.test(path);

/** Before lists named files beside claims, archives of at most so many claims had them. */
const MOST_UNNAMED = 200_000;

/**
 * Whether files beside single claims are among what was published. The list names them; before the
 * changes of the data files were a file, claims had them and the list did not say so.
 */
export function hadClaimFiles(published: readonly string[]): boolean {
  if (published.some(isClaimRecord)) return true;
  if (published.includes(dataPath('changes.json'))) return false;
  const claims = published.filter((path) => /^claims\/[^/]+\/$/.test(path)).length;
  return claims > 0 && claims <= MOST_UNNAMED;
}

/**
 * Whether an address is kept in the list: every page, the sources, the data files, and of the files
 * beside a claim its record. Not kept are the parts that a page loads, the further pages of a long
 * list, and what is made again beside a page (pictures, citations), which the page itself links to.
 */
const isAddress = (path: string): boolean =>
  (path.endsWith('/') && !/(?:^|\/)page\/[^/]+\/$/.test(path)) ||
  /(?:^|\/)(?:source\.txt|feed\.xml)$/.test(path) ||
  path.startsWith('data/') ||
  isClaimRecord(path);

/** Whether an address is none that is kept, and the page that it stands beside, or the list that it goes on with, is there. */
function isLeftToPage(address: string, made: ReadonlySet<string>): boolean {
  const page = address.startsWith('share/')
    ? address.replace(/^share\/|\.png$/g, '')
    : /^(.+?)\/(?:page\/[^/]+\/|[^/]+\.[^/]+)$/.exec(address)?.[1];
  return !isAddress(address) && page !== undefined && made.has(`${page}/`);
}

/** From files of the built site to addresses: `a/index.html` is `a/`. */
const addressOf = (file: string): string =>
  file === 'index.html' ? '' : file.replace(/\/index\.html$/, '/');

export interface AddressCheck {
  addresses: string[];
  /** Addresses that the list does not hold yet. */
  added: string[];
  vanished: string[];
}

/**
 * Compares what was published with what is about to be. No page may vanish; a file beside a page
 * may, where the page says what became of it.
 */
export function checkAddresses(
  published: readonly string[],
  files: Iterable<string>,
  records: readonly AddressRecord[],
): AddressCheck {
  const made = new Set([...files].map(addressOf));
  const now = new Set([...made].filter((address) => address !== '' && isAddress(address)));
  const before = new Set(published);
  const explained = (address: string) =>
    !address.endsWith('/') &&
    records.some(({ path }) => path.endsWith('/') && address.startsWith(path));
  return {
    addresses: [...new Set([...before, ...now])].sort(),
    added: [...now].filter((a) => !before.has(a)).sort(),
    vanished: published.filter((a) => !made.has(a) && !explained(a) && !isLeftToPage(a, made)),
  };
}
