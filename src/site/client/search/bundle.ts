/**
 * One run of claims, newest runs first: its Pagefind index, its table and its records, which are
 * loaded when they are needed. Pagefind says which records hold the words; the table says the rest.
 */
import { otherForms, plain, words } from '../../../search/fold.ts';
import { foundBy, stemOf } from '../../../search/hits.ts';
import type { Coverage, Manifest } from '../../../search/names.ts';
import type { Way } from '../../../search/query.ts';
import { openTable, type Rows } from '../../../search/select.ts';
import { otherSpellings } from '../../../search/spelling.ts';
import type { ClaimDetail, ClaimTable } from '../../../search/table.ts';
import { recordIds, recordOf } from '../../../publish/search/bundle-files.ts';
import { inEachSpelling, isNamed, saidIn } from './asked-words.ts';
import { SearchUnavailable, type Loader } from './loader.ts';
import type { PagefindInstance, PagefindLibrary, PagefindResult } from './pagefind.ts';

/** Up to so many claims are read at once to check them; beyond that, only those shown are. */
export const CHECKED = 120;

/** Above any score that Pagefind gives. */
const SAID = 1e6;

/** Stands for an index in an archive without articles. */
const NOTHING: PagefindInstance = {
  search: () => Promise.resolve({ results: [] }),
  mergeIndex: () => Promise.resolve(),
  filters: () => Promise.resolve({}),
};

/** Where a bundle is read from. */
export interface Site {
  /** Its address, which ends with a slash. */
  root: string;
  load: Loader;
  library: PagefindLibrary;
}

/** A claim's record, and the words under which it is indexed. */
interface IndexedRecord {
  detail: ClaimDetail;
  indexed: string[];
}

/** Rows that hold all words asked for, with their scores; else the words that no row holds. */
export interface RowsFound {
  scores: ReadonlyMap<number, number>;
  unknown: string[];
}

export class ClaimBundle {
  readonly rows: Rows;
  readonly coverage: Coverage;
  private readonly site: Site;
  private readonly pagefind: PagefindInstance;
  private readonly entry: Manifest['bundles'][number];
  /** Ids of the records, by row. */
  private readonly ids: readonly string[];
  private readonly rowOf: ReadonlyMap<string, number>;
  /** Every word of a speaker's name, also written in one. */
  private readonly nameWords: ReadonlySet<string>;
  private readonly records = new Map<number, Promise<IndexedRecord>>();
  /** The index of whole articles, once it was asked for. */
  private pagesOpen: Promise<void> | null;

  /** Loads the index and the list of records of the bundle that the manifest's entry names. */
  static async open(
    site: Site,
    entry: Manifest['bundles'][number],
    table: ClaimTable,
  ): Promise<ClaimBundle> {
    const rows = openTable(table);
    // Pagefind fails on an index of nothing, so where there are no claims the pages' stands alone.
    const silent = rows.size === 0;
    if (silent && entry.articles === 0) return new ClaimBundle(site, entry, rows, NOTHING, []);
    const path = silent ? entry.pagesPath : entry.claimsPath;
    const pagefind = site.library.createInstance({
      basePath: new URL(path, site.root).href,
      // A worker would cost a second copy of the library and a copy of every result.
      noWorker: true,
    });
    if (silent) return new ClaimBundle(site, entry, rows, pagefind, []);
    await pagefind.filters();
    const ids = await recordIds(await site.load.bytes(entry.records), rows.size);
    if (ids.length !== rows.size)
      throw new SearchUnavailable(`${path}: ${ids.length} records, ${rows.size} rows`);
    return new ClaimBundle(site, entry, rows, pagefind, ids);
  }

  private constructor(
    site: Site,
    entry: Manifest['bundles'][number],
    rows: Rows,
    pagefind: PagefindInstance,
    ids: readonly string[],
  ) {
    this.site = site;
    this.entry = entry;
    this.coverage = entry;
    this.rows = rows;
    this.pagefind = pagefind;
    this.ids = ids;
    this.rowOf = new Map(ids.map((id, row) => [id, row]));
    this.nameWords = new Set(
      rows.table.speakers.flatMap(([, name]) => [...words(name).map(plain), ...otherForms(name)]),
    );
    this.pagesOpen = rows.size === 0 ? Promise.resolve() : null;
  }

  /** The claim's record, which is loaded once. */
  record(row: number): Promise<IndexedRecord> {
    const known = this.records.get(row);
    if (known) return known;
    const record = this.load(row);
    record.catch(() => this.records.delete(row));
    this.records.set(row, record);
    return record;
  }

  private async load(row: number): Promise<IndexedRecord> {
    const path = `${this.entry.claimsPath}fragment/${this.ids[row]}.pf_fragment`;
    const { content, url } = await recordOf(await this.site.load.bytes(path));
    const text = new URL(url, this.site.root).searchParams.get('record') ?? '{}';
    const detail = JSON.parse(text) as ClaimDetail;
    if (detail.row !== row) throw new SearchUnavailable(`record ${row} holds claim ${detail.row}`);
    return { detail, indexed: content.split(' ') };
  }

  /** What Pagefind finds among the claims, best first. */
  private async claims(term: string): Promise<{ row: number; score: number }[]> {
    const { results } = await this.pagefind.search(term);
    return results.flatMap(({ id, score }) => {
      const row = this.rowOf.get(id);
      return row === undefined ? [] : [{ row, score }];
    });
  }

  /** The rows that hold all words, or none with the words that this bundle does not know. */
  async withWords(asked: readonly string[], ways: readonly Way[] = []): Promise<RowsFound> {
    const { rows, nameWords } = this;
    const scores = new Map<number, number>();
    if (rows.size === 0) return { scores, unknown: [...asked] };
    for (const list of inEachSpelling(asked, rows.table.spellings, ways)) {
      const found = await this.claims(list.join(' '));
      const [best] = found;
      if (!best) continue;
      // Where it does not know a word, Pagefind answers with the longest known beginning of it.
      const { indexed } = await this.record(best.row);
      if (!list.every((word) => indexed.some(foundBy(word)))) continue;
      const named = list.filter((word) => stemOf(word) !== word && nameWords.has(word));
      const off = await this.onlyByStem(found, new Set(named));
      for (const { row, score } of found) {
        if (off.checked && off.rows.has(row)) continue;
        const said = off.rows.has(row) ? 0 : SAID * saidIn(rows, row, list);
        scores.set(row, Math.max(said + score, scores.get(row) ?? 0));
      }
    }
    const unknown: string[] = [];
    if (scores.size === 0)
      for (const word of asked) if (!(await this.knows(word))) unknown.push(word);
    return { scores, unknown };
  }

  /**
   * Rows that hold not the words of names asked for, but others of the same stem: "says" for
   * "Sayed". Where they are too many to read, all that may be such, and `checked` is false.
   */
  private async onlyByStem(
    found: readonly { row: number }[],
    names: ReadonlySet<string>,
  ): Promise<{ rows: Set<number>; checked: boolean }> {
    if (names.size === 0) return { rows: new Set(), checked: true };
    const wanted = [...names];
    const doubtful = found.filter(({ row }) => {
      const name = words(this.rows.speaker(row)?.name ?? '');
      return !wanted.every((word) => isNamed(name, word));
    });
    const checked = doubtful.length <= CHECKED;
    const off = new Set(doubtful.map(({ row }) => row));
    if (checked)
      await Promise.all(
        doubtful.map(async ({ row }) => {
          const { indexed } = await this.record(row);
          if (wanted.every((word) => indexed.some((given) => given.startsWith(word))))
            off.delete(row);
        }),
      );
    return { rows: off, checked };
  }

  private async knows(word: string): Promise<boolean> {
    for (const option of [plain(word), ...otherSpellings(word, this.rows.table.spellings)]) {
      const [best] = await this.claims(option);
      if (best && (await this.record(best.row)).indexed.some(foundBy(option))) return true;
    }
    return false;
  }

  /** Rows that hold the words of a phrase near each other, with their scores. */
  async near(phrase: readonly string[]): Promise<ReadonlyMap<number, number>> {
    if (this.rows.size === 0) return new Map();
    const claims = await this.claims(`"${phrase.map(plain).join(' ')}"`);
    return new Map(claims.map(({ row, score }) => [row, score]));
  }

  /** The rows that hold a left-out word, or come near to a left-out phrase. */
  async rowsWith(phrase: readonly string[]): Promise<ReadonlySet<number>> {
    const held =
      phrase.length === 1 ? (await this.withWords(phrase)).scores : await this.near(phrase);
    return new Set(held.keys());
  }

  /** What Pagefind finds among the whole articles; their index is loaded the first time. */
  async pages(term: string): Promise<PagefindResult[]> {
    await this.openPages();
    return (await this.pagefind.search(term)).results.filter(({ id }) => !this.rowOf.has(id));
  }

  private openPages(): Promise<void> {
    const address = new URL(this.entry.pagesPath, this.site.root).href;
    this.pagesOpen ??= this.pagefind.mergeIndex(address).catch((reason: unknown) => {
      this.pagesOpen = null; // so that the reader can try again
      throw reason;
    });
    return this.pagesOpen;
  }
}
