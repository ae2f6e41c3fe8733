/**
 * One run of claims, newest runs first: its table, the index of its words and what is shown of its
 * claims, which are loaded when they are needed; and the Pagefind index of its whole articles.
 */
import { otherForms, plain, words } from '../../../search/fold.ts';
import { foundBy, stemOf } from '../../../search/hits.ts';
import type { Coverage, Manifest } from '../../../search/names.ts';
import { claimsIn, packPath, placeInPacks, type Pack } from '../../../search/packs.ts';
import type { Query, Way } from '../../../search/query.ts';
import { openTable, type Rows } from '../../../search/select.ts';
import type { ClaimDetail, ClaimTable } from '../../../search/table.ts';
import { once, WordIndex, type WordDirectory } from '../../../search/words-of-claims.ts';
import { at } from '../../../text/certain.ts';
import { inEachSpelling } from './asked-words.ts';
import { SearchUnavailable, unpacked, type Loader } from './loader.ts';
import type { PagefindInstance, PagefindResult } from './pagefind.ts';
import { best, saidBy, type Held } from './ranking.ts';

/** Where a bundle is read from. */
export interface Site {
  /** Its address, which ends with a slash. */
  root: string;
  load: Loader;
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
  private readonly entry: Manifest['bundles'][number];
  private readonly index: WordIndex;
  private readonly lengths: readonly number[];
  /** Speakers by the words of their names, also written in one. */
  private readonly named: ReadonlyMap<string, readonly number[]>;
  private readonly packs = new Map<string, Promise<ClaimDetail[]>>();
  /** The index of whole articles, once it was asked for. */
  private readonly articles = new Map<'open', Promise<PagefindInstance>>();

  /** Loads the table of the run that the manifest's entry names. */
  static async open(site: Site, entry: Manifest['bundles'][number]): Promise<ClaimBundle> {
    const path = `${entry.claimsPath}table.pack?${entry.version}`;
    const bytes = await unpacked(await site.load.bytes(path));
    return new ClaimBundle(
      site,
      entry,
      JSON.parse(new TextDecoder().decode(bytes)) as { table: ClaimTable; words: WordDirectory },
    );
  }

  private constructor(
    site: Site,
    entry: Manifest['bundles'][number],
    { table, words: directory }: { table: ClaimTable; words: WordDirectory },
  ) {
    this.site = site;
    this.entry = entry;
    this.coverage = entry;
    this.rows = openTable(table);
    this.lengths = directory.lengths;
    this.index = new WordIndex(directory, async (kind, chunk) =>
      unpacked(await site.load.bytes(`${entry.claimsPath}${kind}/${chunk}.pack?${entry.version}`)),
    );
    this.named = byNameWord(table.speakers);
  }

  /** What is shown of a claim. */
  async detail(row: number): Promise<ClaimDetail> {
    const { table, article: articleOf, firstOf, speaker } = this.rows;
    const article = articleOf(row);
    const id = at(table.articles, article);
    const { pack, place } = placeInPacks(row - firstOf(article), at(table.claims, article));
    const detail = (await this.pack(packPath(id, pack)))[place];
    // Never one claim's words beside another's speaker, whatever a server or a cache hands out.
    if (detail?.article !== id || detail.speaker !== (speaker(row)?.id ?? null))
      throw new SearchUnavailable(`claim ${row} of ${this.entry.claimsPath} is another one`);
    return detail;
  }

  private pack(path: string): Promise<ClaimDetail[]> {
    return once(this.packs, path, async () => {
      const bytes = await unpacked(await this.site.load.bytes(`${path}?${this.entry.version}`));
      return claimsIn(JSON.parse(new TextDecoder().decode(bytes)) as Pack);
    });
  }

  /** Which rows say a word themselves, how often, and which are by someone whose name has it. */
  private async held(asked: string): Promise<Held> {
    const { size, table } = this.rows;
    // A name is not found by what only has its stem: "says" for "Sayed".
    const isName = stemOf(asked) !== asked && this.named.has(asked);
    const test = isName ? (word: string) => word.startsWith(asked) : foundBy(asked);
    const letters = isName ? asked : lettersOf(asked);
    const isFound = (word: string) => word.startsWith(letters) && test(word);
    const found = await this.index.beginning(letters);
    const speakers = new Set(
      [...this.named].flatMap(([word, numbers]) => (isFound(word) ? numbers : [])),
    );
    return {
      said: saidBy(
        asked,
        found.filter(({ word }) => isFound(word)),
        size,
      ),
      named: Uint8Array.from(table.speaker, (speaker) => (speakers.has(speaker) ? 1 : 0)),
    };
  }

  /** The rows that hold all words, or none with the words that this bundle does not know. */
  async withWords(
    asked: readonly string[],
    ways: readonly Way[] = [],
    either: Query['either'] = [],
  ): Promise<RowsFound> {
    const { spellings } = this.rows.table;
    const known = new Map<string, Promise<Held>>();
    const heldOf = (word: string) => once(known, word, () => this.held(word));
    if (asked.length === 0) return { scores: new Map(), unknown: [] };
    const [first = [], ...others] = inEachSpelling(asked, spellings, ways, either);
    const scoresOf = async (list: readonly string[]) =>
      best(await Promise.all(list.map(heldOf)), this.lengths);
    const scores = await scoresOf(first);
    for (const list of others)
      for (const [row, score] of await scoresOf(list))
        scores.set(row, Math.max(score, scores.get(row) ?? 0));
    const unknown: string[] = [];
    if (scores.size === 0) {
      for (const word of asked) {
        const options = inEachSpelling([word], spellings, [], either).flat();
        const held = await Promise.all(options.map(heldOf));
        if (held.every(({ said, named }) => !said.some(Boolean) && !named.some(Boolean)))
          unknown.push(word);
      }
    }
    return { scores, unknown };
  }

  /** The rows that say a phrase exactly. */
  saying(phrase: readonly string[]): Promise<ReadonlySet<number>> {
    return this.index.rowsWith(phrase);
  }

  /** What Pagefind finds among the whole articles; their index is loaded the first time. */
  async pages(term: string): Promise<PagefindResult[]> {
    if (this.entry.articles === 0) return []; // Pagefind fails on an index of nothing
    const index = await once(this.articles, 'open', () => this.openPages());
    return (await index.search(term)).results;
  }

  private async openPages(): Promise<PagefindInstance> {
    const { root, load } = this.site;
    const library = await load.library('pagefind/pagefind.js');
    const instance = library.createInstance({
      basePath: new URL(this.entry.pagesPath, root).href,
      // A worker would cost a second copy of the library and a copy of every result.
      noWorker: true,
    });
    await instance.filters();
    return instance;
  }
}

/** The letters with which every word begins that `foundBy` finds: a stem's last letter may stand for another. */
export function lettersOf(asked: string): string {
  const stem = stemOf(asked);
  if (stem.length < 3) return asked.startsWith(stem) ? stem : asked;
  return /[eiy]$/.test(stem) ? stem.slice(0, -1) : stem;
}

/** Numbers of speakers by each word of their names, and by what these words are in one. */
function byNameWord(speakers: ClaimTable['speakers']): Map<string, number[]> {
  const named = new Map<string, number[]>();
  for (const [number, [, name]] of speakers.entries()) {
    for (const word of new Set([...words(name).map(plain), ...otherForms(name)])) {
      const numbers = named.get(word);
      if (numbers) numbers.push(number);
      else named.set(word, [number]);
    }
  }
  return named;
}
