/**
 * Addresses that were published and lead to no record today. Each stays a page: a redirect, a
 * notice that a claim lost its place, or a tombstone with reason, date and successor.
 */
import type { AddressRecord } from '../model/records.ts';
import {
  articlePath,
  claimInContextPath,
  claimPath,
  outletPath,
  placePath,
  speakerPath,
  topicPath,
} from '../model/urls.ts';
import type { Orphan } from './reconcile/index.ts';
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
  const put = (record: AddressRecord) => {
    if (!records.has(record.path)) records.set(record.path, record);
  };
  const days = new Map(input.manifest.map((v) => [`${v.article} ${v.version}`, v.taken]));
  const orphans = new Map(input.orphans.map((o) => [o.id, o]));
  const rows = new Map(input.rows.map((row) => [row.id, row]));

  for (const row of input.rows) {
    if (row.status === 'live') continue;
    const orphan = orphans.get(row.id);
    const version = /^version (\d+)$/.exec(row.since)?.[1];
    const date = version
      ? (days.get(`${row.article} ${version}`) ?? null)
      : /^\d{4}-\d{2}-\d{2}$/.test(row.since)
        ? row.since
        : null;
    const words = row.parts.map((p) => p.exact).join(' … ');
    put({
      path: claimPath(row.id),
      kind: row.status === 'orphaned' ? 'orphan' : 'tombstone',
      successor: row.successor && rows.has(row.successor) ? claimPath(row.successor) : null,
      reason: orphan?.why ?? row.reason,
      date,
      by: decidedBy(row, input.decisions),
      words: row.status === 'withdrawn' ? null : words,
      speaker: row.status === 'withdrawn' ? null : (row.speaker?.name ?? null),
      article: row.article,
      status: row.status,
      fate: orphan?.fate ?? row.fate,
      since: row.since,
      place:
        row.status === 'withdrawn'
          ? null
          : {
              version: row.version,
              sha256: row.source,
              start: row.parts[0]!.start,
              end: row.parts.at(-1)!.end,
            },
      candidates: (orphan?.candidates ?? []).map((c) => ({
        path: c.id ? claimPath(c.id) : articlePath(c.article),
        inContext: c.id ? claimInContextPath(c.article, c.id) : null,
        article: c.article,
        version: c.version,
        words: c.parts.map((p) => p.exact).join(' … '),
        why: c.why,
      })),
    });
  }

  for (const [section, path] of KINDS) {
    const current = new Set(input[section].map((r) => r.id));
    for (const record of input[section])
      for (const old of record.formerly) {
        if (current.has(old)) continue;
        put(redirect(path(old), path(record.id), `now filed as ${record.name}`));
        // What stood under the old address stands under the new one.
        if (section === 'articles')
          for (const address of input.published)
            if (address.startsWith(path(old)) && address.endsWith('/') && address !== path(old))
              put(
                redirect(
                  address,
                  path(record.id) + address.slice(path(old).length),
                  `now filed as ${record.name}`,
                ),
              );
      }
  }

  // An unnamed speaker is filed under its article, `two-diplomats-in-ferry`, and has its new name with it.
  const speakers = new Set(input.speakers.map(({ id }) => id));
  const named = new Map(
    input.articles.flatMap(({ id, formerly }) => formerly.map((old) => [old, id] as const)),
  );
  for (const address of named.size > 0 ? input.published : []) {
    const former = /^speakers\/([^/]+)\/$/.exec(address)?.[1];
    const at = former === undefined || speakers.has(former) ? -1 : former.indexOf('-in-');
    for (let i = at; former && i > 0; i = former.indexOf('-in-', i + 1)) {
      const now = named.get(former.slice(i + 4));
      const id = now && `${former.slice(0, i)}-in-${now}`;
      if (id && speakers.has(id))
        put(redirect(address, speakerPath(id), `its article is now filed as ${now}`));
    }
  }

  for (const decision of input.decisions) {
    if (!('address' in decision)) continue;
    if ('redirect' in decision)
      put({
        ...redirect(decision.address, decision.redirect, decision.because ?? 'the page was moved'),
        date: decision.on ?? null,
        by: decision.by ?? null,
      });
    else {
      const gone = {
        kind: 'tombstone' as const,
        status: 'withdrawn' as const,
        date: decision.on ?? null,
        by: decision.by ?? null,
      };
      put({ ...redirect(decision.address, null, decision.withdrawn), ...gone });
      // What stood below the address went with it.
      for (const address of input.published)
        if (
          address.startsWith(decision.address) &&
          address.endsWith('/') &&
          address !== decision.address
        )
          put({ ...redirect(address, null, decision.withdrawn), ...gone });
    }
  }

  // Names that only the parser found, and finds no more: nothing was decided, and the page says so.
  for (const [section, path] of [KINDS[1], KINDS[2], ['places', placePath]] as const) {
    const current = new Set(input[section].map((r) => path(r.id)));
    for (const address of input.published) {
      if (
        !address.startsWith(`${section}/`) ||
        address.split('/').length !== 3 ||
        !address.endsWith('/') ||
        current.has(address)
      )
        continue;
      put({ ...redirect(address, null, 'no claim is filed under this name'), kind: 'tombstone' });
    }
  }
  return [...records.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

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

/** Who decided on a claim: in an entry of its own, in that of the claim that goes on in its words, or in that of its article. */
const decidedBy = (
  { id, article, status }: LedgerRow,
  decisions: readonly Decision[],
): string | null => {
  if (status === 'orphaned') return null;
  const entry =
    decisions.findLast((d) => 'claim' in d && d.claim === id) ??
    (status === 'merged'
      ? decisions.findLast((d) => 'confirm' in d && d.confirm === id)
      : undefined) ??
    (status === 'withdrawn'
      ? decisions.findLast(
          (d) => 'address' in d && 'withdrawn' in d && d.address === articlePath(article),
        )
      : undefined);
  return entry?.by ?? null;
};

/**
 * Whether an address is kept in the list: every page, the sources and the data files. Not kept are
 * the parts that a page loads, the further pages of a long list, and what is made anew beside a page
 * (pictures, citations), which the page itself links to.
 */
export const isAddress = (path: string): boolean =>
  (path.endsWith('/') && !/(?:^|\/)page\/\d+\/$/.test(path)) ||
  /(?:^|\/)(?:source\.txt|feed\.xml)$/.test(path) ||
  path.startsWith('data/');

/** From files of the built site to addresses: `a/index.html` is `a/`. */
export const addressOf = (file: string): string =>
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
  const now = new Set<string>();
  for (const file of files) {
    const address = addressOf(file);
    if (address !== '' && isAddress(address)) now.add(address);
  }
  const before = new Set(published);
  const explained = (address: string) =>
    !address.endsWith('/') &&
    records.some(({ path }) => path.endsWith('/') && address.startsWith(path));
  return {
    addresses: [...new Set([...before, ...now])].sort(),
    added: [...now].filter((a) => !before.has(a)).sort(),
    vanished: published.filter((a) => isAddress(a) && !now.has(a) && !explained(a)),
  };
}
