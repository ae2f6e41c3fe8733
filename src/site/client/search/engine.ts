/** Asks the bundles. Knows no page: it runs in Node as well, which is how it is measured. */
import type { Terms } from '../../../search/hits.ts';
import { daysOf, narrowed, type Days } from '../../../search/intervals.ts';
import type { Coverage, Manifest, Names } from '../../../search/names.ts';
import { asksNothing, parseQuery, type Query } from '../../../search/query.ts';
import {
  select,
  type Found,
  type Group,
  type Rows,
  type Selection,
} from '../../../search/select.ts';
import { nearestWord, otherSpellings } from '../../../search/spelling.ts';
import type { SearchState } from '../../../search/state.ts';
import type { ClaimDetail } from '../../../search/table.ts';
import { at } from '../../../text/certain.ts';
import { articlesWith, type ArticleFound } from './articles.ts';
import { ClaimBundle, type RowsFound, type Site } from './bundle.ts';
import { limitsOf, type Limits } from './fields.ts';
import { loaderFor, type Loader } from './loader.ts';

/** A claim as shown: its facts and its words. */
export interface Shown {
  claim: Found;
  detail: ClaimDetail;
  others: { claim: Found; detail: ClaimDetail }[];
}

export interface Answer {
  query: Query;
  /** What is marked in the results. */
  terms: Terms;
  selection: Selection;
  /** What was not understood, or understood otherwise than written. */
  problems: string[];
  /** Words that no claim has, with the word searched for instead. */
  replaced: { from: string; to: string | null }[];
  /** Other spellings searched for as well. */
  also: { word: string; spellings: string[] }[];
  dates: Days;
  searched: Coverage;
  /** Older claims that were not searched. */
  older: Coverage | null;
}

/** The words that were searched for, and what each bundle has of them. */
interface WordsFound {
  asked: readonly string[];
  replaced: Answer['replaced'];
  byBundle: readonly { bundle: ClaimBundle; words: RowsFound }[];
}

/** What runs of articles hold together. */
export const together = (parts: readonly Coverage[]): Coverage => ({
  articles: parts.reduce((sum, part) => sum + part.articles, 0),
  claims: parts.reduce((sum, part) => sum + part.claims, 0),
  inferred: parts.reduce((sum, part) => sum + part.inferred, 0),
  undated: parts.reduce((sum, part) => sum + part.undated, 0),
  first: parts.reduce<number | null>(
    (least, { first }) => (first === null ? least : Math.min(least ?? first, first)),
    null,
  ),
  last: parts.reduce<number | null>(
    (most, { last }) => (last === null ? most : Math.max(most ?? last, last)),
    null,
  ),
});

export class Engine {
  /** There once the search is open. */
  manifest!: Manifest;
  bundles: ClaimBundle[] = [];
  private readonly load: Loader;
  private readonly site: Site;
  private opening: Promise<void> | null = null;
  private names: Promise<Names> | null = null;
  private vocabulary: Promise<string[]> | null = null;

  constructor(root: string, load: Loader = loaderFor(root)) {
    this.load = load;
    this.site = { root, load };
  }

  /** Loads what the first search needs: the table of the newest claims. */
  open(): Promise<void> {
    this.opening ??= (async () => {
      this.manifest = (await this.load.json('search/bundles.json')) as Manifest;
      const [newest] = this.manifest.bundles;
      if (newest) this.bundles.push(await ClaimBundle.open(this.site, newest));
    })().catch((reason: unknown) => {
      this.opening = null; // so that the reader can try again
      throw reason;
    });
    return this.opening;
  }

  /** Opens the next older run of claims; false where there is none. */
  async openOlder(): Promise<boolean> {
    const next = this.manifest.bundles[this.bundles.length];
    if (!next) return false;
    this.bundles.push(await ClaimBundle.open(this.site, next));
    return true;
  }

  /** The words and context of a claim. */
  detail({ bundle, row }: Pick<Found, 'bundle' | 'row'>): Promise<ClaimDetail> {
    return at(this.bundles, bundle).detail(row);
  }

  /** Who and what can be named, with other names. */
  allNames(): Promise<Names> {
    this.names ??= this.load.json('search/names.json') as Promise<Names>;
    return this.names;
  }

  /** Answers a search over the claims that are open; opens older ones while nothing is found. */
  async ask(state: SearchState): Promise<Answer> {
    await this.open();
    const query = parseQuery(state.q);
    const problems = [...query.problems];
    const range: Days = { from: null, to: null };
    for (const end of ['from', 'to'] as const) {
      if (!state[end]) continue;
      const days = daysOf(state[end]);
      if (days) range[end] = days[end];
      else
        problems.push(
          `“${state[end]}” is no date such as 2018, 2018-12 or 2018-12-08. It was not used.`,
        );
    }
    const dates = narrowed(query.dates, range);
    for (;;) {
      const answer = await this.once(state, query, dates);
      if (answer.selection.claims > 0 || !(await this.openOlder()))
        return { ...answer, problems: [...problems, ...answer.problems] };
    }
  }

  private async once(state: SearchState, query: Query, dates: Days): Promise<Answer> {
    const { limits, problems } = await limitsOf(query.names, this.bundles, () => this.allNames());
    const held = await this.withWords(query);
    const found = await this.holding(held, query, limits);
    const rest = this.manifest.bundles.slice(this.bundles.length);
    const spellings = this.bundles[0]?.rows.table.spellings ?? [];
    const also = held.asked
      .map((word) => ({ word, spellings: otherSpellings(word, spellings) }))
      .filter((one) => one.spellings.length > 0);
    return {
      query,
      terms: {
        words: [
          ...held.asked,
          ...also.flatMap((one) => one.spellings),
          ...query.ways.map((way) => way.as),
          ...query.either.flatMap(([, ...others]) => others),
        ],
        phrases: query.phrases,
      },
      selection: select(
        found,
        { facets: state.facets, dates, sort: state.sort },
        this.manifest.years,
      ),
      problems,
      replaced: held.replaced,
      also,
      dates,
      searched: together(this.bundles.map(({ coverage }) => coverage)),
      older: rest.length > 0 ? together(rest) : null,
    };
  }

  /** Looks up the words; those that no bundle knows are replaced by the nearest that the archive has. */
  private async withWords({ words: asked, ways, either }: Query): Promise<WordsFound> {
    const search = (list: readonly string[]) =>
      Promise.all(
        this.bundles.map(async (bundle) => ({
          bundle,
          words: await bundle.withWords(list, ways, either),
        })),
      );
    const byBundle = await search(asked);
    const replaced: Answer['replaced'] = [];
    const found = { asked, replaced, byBundle };
    if (asked.length === 0 || !byBundle.every(({ words }) => words.unknown.length > 0))
      return found;
    const better = new Map<string, string>();
    const unknown = asked.filter((word) =>
      byBundle.every(({ words }) => words.unknown.includes(word)),
    );
    for (const word of unknown) {
      const to = await this.mended(word);
      replaced.push({ from: word, to });
      if (to) better.set(word, to);
    }
    if (better.size === 0 || better.size < unknown.length) return found;
    const mended = asked.map((word) => better.get(word) ?? word);
    return { asked: mended, replaced, byBundle: await search(mended) };
  }

  private async mended(word: string): Promise<string | null> {
    this.vocabulary ??= this.load.json('search/words.json') as Promise<string[]>;
    return nearestWord(word, await this.vocabulary.catch(() => []));
  }

  /** Claims within the limits that hold the words and phrases, and nothing that was left out. */
  private async holding(
    { asked, byBundle }: WordsFound,
    query: Query,
    limits: Limits['limits'],
  ): Promise<Found[]> {
    const found: Found[] = [];
    for (const [number, { bundle, words: held }] of byBundle.entries()) {
      const { rows } = bundle;
      const saying = (phrase: readonly string[]) => bundle.saying(phrase);
      const phrases = await Promise.all(query.phrases.map(saying));
      const without = await Promise.all(query.without.map(saying));
      const within = [...limits].map(([facet, ids]) => {
        const column = rows.facets[facet];
        return { column, allowed: column.ids.map((id) => ids.has(id)) };
      });
      const isWithin = (row: number) =>
        within.every(({ column, allowed }) => column.of(row).some((number) => allowed[number]));
      const isAll = phrases.length + without.length + within.length === 0;
      const isAsked = (row: number) =>
        isAll ||
        (phrases.every((said) => said.has(row)) &&
          !without.some((said) => said.has(row)) &&
          isWithin(row));
      for (const [row, score] of asked.length > 0 ? held.scores : alike(phrases[0] ?? all(rows)))
        if (isAsked(row)) found.push({ rows, row, score, bundle: number });
    }
    return found;
  }

  /** Claims number `from` (from 0) up to `to`, and whether there are more. */
  async shown(
    { selection: { groups } }: Answer,
    from: number,
    to: number,
  ): Promise<{ list: Shown[]; more: boolean }> {
    const list = await Promise.all(groups.slice(from, to).map((group) => this.show(group)));
    return { list, more: groups.length > to };
  }

  private async show({ lead, others }: Group): Promise<Shown> {
    const [detail, rest] = await Promise.all([
      this.detail(lead),
      Promise.all(others.map(async (claim) => ({ claim, detail: await this.detail(claim) }))),
    ]);
    return { claim: lead, detail, others: rest };
  }

  /** The articles whose whole text holds the words; asks for the pages' bundle the first time. */
  articles({ query, terms }: Answer, most: number): Promise<{ list: ArticleFound[]; all: number }> {
    if (asksNothing(query)) return Promise.resolve({ list: [], all: 0 });
    return articlesWith(this.bundles, query, terms, most);
  }
}

/** Every row, in the order of the table. */
const all = ({ size }: Rows): Iterable<number> => Array.from({ length: size }, (_, row) => row);

/** Rows of which none answers better than another. */
function* alike(rows: Iterable<number>): Generator<readonly [number, number]> {
  for (const row of rows) yield [row, 0];
}
