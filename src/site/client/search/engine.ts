/**
 * Asks the bundles. Pagefind says which records hold the words; the table says the rest; whatever
 * Pagefind only comes near to (exact phrases, left-out words) is checked on the claim's own words.
 * Knows no page: it runs in Node as well, which is how it is measured.
 */
import { FORMS_AFTER, hasPhrase, otherForms, plain, tokens, words } from '../../../search/fold.ts';
import { excerpt, foundBy, holds, stemOf, type Terms } from '../../../search/hits.ts';
import type { Piece } from '../../../search/fold.ts';
import { daysOf, narrowed, type Days } from '../../../search/intervals.ts';
import type { Coverage, Manifest, Names } from '../../../search/names.ts';
import { asksNothing, parseQuery, type Query, type Way } from '../../../search/query.ts';
import {
  openTable,
  select,
  type Found,
  type Group,
  type Rows,
  type Selection,
} from '../../../search/select.ts';
import {
  nameMatches,
  nearestWord,
  otherSpellings,
  type Spellings,
} from '../../../search/spelling.ts';
import type { Facet, SearchState } from '../../../search/state.ts';
import type { ClaimDetail, ClaimTable } from '../../../search/table.ts';
import { recordIds, recordOf } from '../../../publish/search/bundle-files.ts';
import type { PagefindInstance, PagefindLibrary } from './pagefind.ts';

/** Up to so many claims are read at once to check them; beyond that, only those shown are. */
const CHECKED = 120;
const SPELLINGS_AT_ONCE = 6;

interface Bundle {
  pagefind: PagefindInstance;
  rows: Rows;
  /** Ids of the records, by row. */
  ids: string[];
  claimsPath: string;
  rowOf: Map<string, number>;
  /** Every word of a speaker's name, also written in one. */
  nameWords: ReadonlySet<string>;
  coverage: Coverage;
  pagesPath: string;
  hasPages: boolean;
}

export interface ArticleFound {
  title: string;
  outlet: string;
  date: string;
  path: string;
  excerpt: Piece[];
}

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
  /** False where claims were too many to check all: then counts are upper bounds. */
  exact: boolean;
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

/** How many of the words asked for the claim itself says; the others only name its speaker. */
function saidIn({ table, speaker }: Rows, row: number, asked: readonly string[]): number {
  const named = words(speaker(row)?.name ?? '');
  if (named.length === 0) return asked.length;
  const own = table.own[row] ?? [];
  return asked.filter((word) => {
    const test = foundBy(word);
    return !isNamed(named, word) || own.some(test);
  }).length;
}

/** Whether a word of the query stands in a speaker's name, also written in one. */
const isNamed = (name: readonly string[], word: string): boolean => {
  const test = foundBy(word);
  return name.some(test) || name.map(plain).join('').includes(plain(word));
};

export class SearchUnavailable extends Error {}

const FACET_NAMES: Record<Facet, string> = {
  speaker: 'speaker',
  kind: 'kind of speaker',
  outlet: 'outlet',
  type: 'type',
  topic: 'topic',
  place: 'place',
  review: 'review',
};

/** What two runs of articles hold together. */
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

async function get(root: string, path: string, options: RequestInit = {}): Promise<Response> {
  const response = await fetch(new URL(path, root), options);
  if (!response.ok) throw new SearchUnavailable(`${path}: ${response.status}`);
  return response;
}

/** The words in each of their spellings, as written first, and in each other way of writing them. */
function inEachSpelling(
  asked: readonly string[],
  spellings: Spellings,
  ways: readonly Way[],
): string[][] {
  let found: string[][] = [[]];
  for (const word of asked) {
    const options = [plain(word), ...otherSpellings(word, spellings)];
    found = found
      .flatMap((list) => options.map((option) => [...list, option]))
      .slice(0, SPELLINGS_AT_ONCE);
  }
  const otherwise = ways
    .filter((way) => way.words.every((word) => asked.includes(word)))
    .map((way) => [...asked.filter((word) => !way.words.includes(word)).map(plain), way.as]);
  return [...found, ...otherwise.slice(0, SPELLINGS_AT_ONCE)];
}

/** Above any score that Pagefind gives. */
const SAID = 1e6;

export interface Loader {
  json(path: string): Promise<unknown>;
  bytes(path: string): Promise<Uint8Array<ArrayBuffer>>;
  library(path: string): Promise<PagefindLibrary>;
}

/** Reads from a site; `root` is its address and ends with a slash. */
export const loaderFor = (root: string): Loader => ({
  json: async (path) => (await get(root, path)).json(),
  // What Pagefind has just loaded need not cross the wire again.
  bytes: async (path) =>
    new Uint8Array(await (await get(root, path, { cache: 'force-cache' })).arrayBuffer()),
  library: async (path) => {
    const address = new URL(path, root).href;
    return (await import(/* @vite-ignore */ address)) as PagefindLibrary;
  },
});

/** Stands for an index in an archive without articles. */
const NOTHING: PagefindInstance = {
  search: () => Promise.resolve({ results: [] }),
  mergeIndex: () => Promise.resolve(),
  filters: () => Promise.resolve({}),
};

export class Engine {
  readonly root: string;
  readonly load: Loader;
  manifest!: Manifest;
  bundles: Bundle[] = [];
  private library!: PagefindLibrary;
  private opening: Promise<void> | null = null;
  private records = new Map<string, Promise<{ detail: ClaimDetail; indexed: string[] }>>();
  private names: Promise<Names> | null = null;
  private vocabulary: Promise<string[]> | null = null;

  constructor(root: string, load: Loader = loaderFor(root)) {
    this.root = root;
    this.load = load;
  }

  /** Loads what the first search needs: the library, the newest claims and their table. */
  open(): Promise<void> {
    this.opening ??= (async () => {
      const [manifest, library, table] = await Promise.all([
        this.load.json('search/bundles.json') as Promise<Manifest>,
        this.load.library('pagefind-claims/pagefind.js'),
        this.load.json('pagefind-claims/table.json') as Promise<ClaimTable>,
      ]);
      this.manifest = manifest;
      this.library = library;
      await this.openBundle(table);
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
    await this.openBundle((await this.load.json(`${next.claimsPath}table.json`)) as ClaimTable);
    return true;
  }

  private async openBundle(table: ClaimTable): Promise<void> {
    const { claimsPath, pagesPath, records, ...coverage } =
      this.manifest.bundles[this.bundles.length]!;
    // A worker would cost a second copy of the library and a copy of every result.
    const rows = openTable(table);
    // Pagefind fails on an index of nothing, so where there are no claims the pages' stands alone.
    const silent = rows.size === 0;
    const pagefind =
      silent && coverage.articles === 0
        ? NOTHING
        : this.library.createInstance({
            basePath: new URL(silent ? pagesPath : claimsPath, this.root).href,
            noWorker: true,
          });
    let ids: string[] = [];
    if (rows.size > 0) {
      await pagefind.filters();
      ids = await recordIds(await this.load.bytes(records), rows.size);
    }
    if (ids.length !== rows.size)
      throw new SearchUnavailable(`${claimsPath}: ${ids.length} records, ${rows.size} rows`);
    this.bundles.push({
      pagefind,
      rows,
      ids,
      rowOf: new Map(ids.map((id, row) => [id, row])),
      claimsPath,
      nameWords: new Set(
        table.speakers.flatMap(([, name]) => [...words(name).map(plain), ...otherForms(name)]),
      ),
      coverage,
      pagesPath,
      hasPages: silent,
    });
  }

  /** The words and context of a claim. */
  async detail(claim: Pick<Found, 'bundle' | 'row'>): Promise<ClaimDetail> {
    return (await this.record(claim)).detail;
  }

  /** The claim's record, which is loaded once; and the words under which it is indexed. */
  private record({
    bundle,
    row,
  }: Pick<Found, 'bundle' | 'row'>): Promise<{ detail: ClaimDetail; indexed: string[] }> {
    const key = `${bundle} ${row}`;
    let known = this.records.get(key);
    if (!known) {
      const { claimsPath, ids } = this.bundles[bundle]!;
      known = this.load
        .bytes(`${claimsPath}fragment/${ids[row]}.pf_fragment`)
        .then(recordOf)
        .then(({ content, url }) => {
          const detail = JSON.parse(
            new URL(url, this.root).searchParams.get('record') ?? '{}',
          ) as ClaimDetail;
          if (detail.row !== row)
            throw new SearchUnavailable(`record ${row} holds claim ${detail.row}`);
          return { detail, indexed: content.split(' ') };
        });
      known.catch(() => this.records.delete(key));
      this.records.set(key, known);
    }
    return known;
  }

  /** The rows that hold all words, or null with the words that this bundle does not know. */
  private async withWords(
    number: number,
    asked: readonly string[],
    ways: readonly Way[] = [],
  ): Promise<{ scores: Map<number, number>; unknown: string[] }> {
    const { pagefind, rowOf, rows } = this.bundles[number]!;
    const scores = new Map<number, number>();
    if (rows.size === 0) return { scores, unknown: [...asked] };
    let guessed = false;
    for (const list of inEachSpelling(asked, rows.table.spellings, ways)) {
      const { results } = await pagefind.search(list.join(' '));
      const claims = results.filter(({ id }) => rowOf.has(id));
      if (claims.length === 0) continue;
      // Where it does not know a word, Pagefind answers with the longest known beginning of it.
      const { indexed } = await this.record({ bundle: number, row: rowOf.get(claims[0]!.id)! });
      if (!list.every((word) => indexed.some(foundBy(word)))) {
        guessed = true;
        continue;
      }
      const named = new Set(
        list.filter((word) => stemOf(word) !== word && this.bundles[number]!.nameWords.has(word)),
      );
      const found = claims.map(({ id, score }) => ({ row: rowOf.get(id)!, score }));
      const off = await this.onlyByStem(number, found, named);
      for (const { row, score } of found) {
        if (off.checked && off.rows.has(row)) continue;
        const said = off.rows.has(row) ? 0 : SAID * saidIn(rows, row, list);
        scores.set(row, Math.max(said + score, scores.get(row) ?? 0));
      }
    }
    const unknown: string[] = [];
    if (scores.size === 0 && (guessed || asked.length > 0)) {
      for (const word of asked) if (!(await this.knows(number, word))) unknown.push(word);
    }
    return { scores, unknown };
  }

  /**
   * Rows that hold not the words of names asked for, but others of the same stem: "says" for "Sayed". Where they are
   * too many to read, all that may be such, and `checked` is false.
   */
  private async onlyByStem(
    bundle: number,
    found: readonly { row: number }[],
    names: ReadonlySet<string>,
  ): Promise<{ rows: Set<number>; checked: boolean }> {
    if (names.size === 0) return { rows: new Set(), checked: true };
    const { rows } = this.bundles[bundle]!;
    const wanted = [...names];
    const doubtful = found.filter(({ row }) => {
      const name = words(rows.speaker(row)?.name ?? '');
      return !wanted.every((word) => isNamed(name, word));
    });
    const checked = doubtful.length <= CHECKED;
    const off = new Set(doubtful.map(({ row }) => row));
    if (checked)
      await Promise.all(
        doubtful.map(async ({ row }) => {
          const { indexed } = await this.record({ bundle, row });
          if (wanted.every((word) => indexed.some((given) => given.startsWith(word))))
            off.delete(row);
        }),
      );
    return { rows: off, checked };
  }

  private async knows(number: number, word: string): Promise<boolean> {
    const { pagefind, rowOf, rows } = this.bundles[number]!;
    for (const option of [plain(word), ...otherSpellings(word, rows.table.spellings)]) {
      const first = (await pagefind.search(option)).results.find(({ id }) => rowOf.has(id));
      if (
        first &&
        (await this.record({ bundle: number, row: rowOf.get(first.id)! })).indexed.some(
          foundBy(option),
        )
      )
        return true;
    }
    return false;
  }

  private async near(number: number, phrase: readonly string[]): Promise<Map<number, number>> {
    const { pagefind, rowOf, rows } = this.bundles[number]!;
    if (rows.size === 0) return new Map();
    const { results } = await pagefind.search(`"${phrase.map(plain).join(' ')}"`);
    return new Map(
      results.filter(({ id }) => rowOf.has(id)).map(({ id, score }) => [rowOf.get(id)!, score]),
    );
  }

  private async mended(word: string): Promise<string | null> {
    this.vocabulary ??= this.load.json('search/words.json') as Promise<string[]>;
    return nearestWord(word, await this.vocabulary.catch(() => []));
  }

  allNames(): Promise<Names> {
    this.names ??= this.load.json('search/names.json') as Promise<Names>;
    return this.names;
  }

  /** Ids that a field's value means; empty where no name is like it. */
  private async named(
    field: Facet,
    value: string,
  ): Promise<{ ids: string[]; near: string | null }> {
    const { types, kinds, reviews } = this.bundles[0]!.rows.table;
    const fixed: Partial<Record<Facet, readonly string[]>> = {
      type: types,
      kind: kinds,
      review: reviews,
    };
    const list = new Map<string, string[]>();
    for (const name of fixed[field] ?? []) list.set(name, [name]);
    for (const { rows } of this.bundles) {
      const { speakers, outlets, topics, places } = rows.table;
      const entries =
        field === 'speaker'
          ? speakers
          : field === 'outlet'
            ? outlets
            : field === 'topic'
              ? topics
              : field === 'place'
                ? places
                : [];
      for (const [id, name] of entries) list.set(id, [name, id]);
    }
    const matching = () =>
      [...list]
        .filter(([, names]) => names.some((name) => nameMatches(value, name)))
        .map(([id]) => id);
    let ids = matching();
    if (ids.length === 0 && (field === 'speaker' || field === 'outlet')) {
      const names = await this.allNames();
      for (const [id, name, , ...aliases] of names[`${field}s`])
        list.set(id, [name, id, ...aliases]);
      ids = matching();
      if (ids.length === 0) {
        const known = [...list.values()].flatMap(([name]) => words(name!).map(plain));
        const mended = words(value)
          .map((word) =>
            known.some((other) => other.startsWith(plain(word)))
              ? word
              : (nearestWord(word, known) ?? word),
          )
          .join(' ');
        ids = [...list].filter(([, all]) => nameMatches(mended, all[0]!)).map(([id]) => id);
        if (ids.length > 0) return { ids, near: mended };
      }
    }
    return { ids, near: null };
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
    const problems: string[] = [];
    const limits: { facet: Facet; ids: Set<string> }[] = [];
    for (const { field, value } of query.names) {
      const { ids, near } = await this.named(field, value);
      if (ids.length === 0) problems.push(`No ${FACET_NAMES[field]} here is called “${value}”.`);
      else if (near)
        problems.push(`No ${FACET_NAMES[field]} here is called “${value}”; “${near}” was taken.`);
      const limit = limits.find(({ facet }) => facet === field);
      if (limit) ids.forEach((id) => limit.ids.add(id));
      else limits.push({ facet: field, ids: new Set(ids) });
    }

    let asked = query.words;
    const replaced: Answer['replaced'] = [];
    const { ways } = query;
    const byBundle = await Promise.all(this.bundles.map((_, i) => this.withWords(i, asked, ways)));
    if (asked.length > 0 && byBundle.every(({ unknown }) => unknown.length > 0)) {
      const unknown = asked.filter((word) => byBundle.every((one) => one.unknown.includes(word)));
      const better = new Map<string, string>();
      for (const word of unknown) {
        const to = await this.mended(word);
        replaced.push({ from: word, to });
        if (to) better.set(word, to);
      }
      if (better.size > 0 && better.size === unknown.length) {
        asked = asked.map((word) => better.get(word) ?? word);
        for (let i = 0; i < byBundle.length; i++)
          byBundle[i] = await this.withWords(i, asked, ways);
      }
    }

    const found: Found[] = [];
    const unsure: Found[] = [];
    for (const [bundle, { rows }] of this.bundles.entries()) {
      const { scores } = byBundle[bundle]!;
      const phrases = await Promise.all(query.phrases.map((phrase) => this.near(bundle, phrase)));
      const without = await Promise.all(
        query.without.map(async (phrase) =>
          phrase.length === 1
            ? new Set((await this.withWords(bundle, phrase)).scores.keys())
            : new Set((await this.near(bundle, phrase)).keys()),
        ),
      );
      const candidates =
        asked.length > 0
          ? scores
          : (phrases[0] ??
            new Map(
              asksNothing(query)
                ? Array.from({ length: rows.size }, (_, row) => [row, 0] as const)
                : [],
            ));
      for (const [row, score] of candidates) {
        if (!phrases.every((near) => near.has(row))) continue;
        if (!limits.every(({ facet, ids }) => rows.values(row, facet).some((id) => ids.has(id))))
          continue;
        const claim: Found = { rows, row, score, bundle };
        found.push(claim);
        if (query.phrases.length > 0 || without.some((set) => set.has(row))) unsure.push(claim);
      }
    }

    const exact = unsure.length <= CHECKED;
    let kept = found;
    if (exact && unsure.length > 0) {
      const wrong = new Set<Found>();
      await Promise.all(
        unsure.map(async (claim) => {
          if (!this.fits(await this.detail(claim), query)) wrong.add(claim);
        }),
      );
      kept = found.filter((claim) => !wrong.has(claim));
    }
    const selection = select(
      kept,
      { facets: state.facets, dates, sort: state.sort },
      this.manifest.years,
    );
    const rest = this.manifest.bundles.slice(this.bundles.length);
    const spellings = this.bundles[0]?.rows.table.spellings ?? [];
    const also = asked
      .map((word) => ({ word, spellings: otherSpellings(word, spellings) }))
      .filter((one) => one.spellings.length > 0);
    return {
      query,
      terms: {
        words: [...asked, ...also.flatMap((one) => one.spellings), ...ways.map((way) => way.as)],
        phrases: query.phrases,
      },
      selection,
      exact,
      problems,
      replaced,
      also,
      dates,
      searched: together(this.bundles.map(({ coverage }) => coverage)),
      older: rest.length > 0 ? together(rest) : null,
    };
  }

  /** The claim's own words hold every phrase and nothing that was left out. */
  private fits({ text }: ClaimDetail, { phrases, without }: Query): boolean {
    const list = words(text);
    return (
      phrases.every((phrase) => hasPhrase(list, phrase)) &&
      !without.some((phrase) => hasPhrase(list, phrase))
    );
  }

  /** Claims number `from` (from 0) up to `to`, and whether there are more. Each shown claim is checked. */
  async shown(
    { selection, exact, query }: Answer,
    from: number,
    to: number,
  ): Promise<{ list: Shown[]; more: boolean }> {
    const { groups } = selection;
    if (exact) {
      return {
        list: await Promise.all(groups.slice(from, to).map((group) => this.show(group))),
        more: groups.length > to,
      };
    }
    const list: Shown[] = [];
    let at = 0;
    for (let i = 0; i < groups.length; i += to - from) {
      const next = await Promise.all(
        groups.slice(i, i + to - from).map((group) => this.show(group)),
      );
      for (const one of next) {
        if (!this.fits(one.detail, query)) continue;
        if (at >= to) return { list, more: true };
        if (at >= from) list.push(one);
        at++;
      }
    }
    return { list, more: false };
  }

  private async show({ lead, others }: Group): Promise<Shown> {
    const [detail, rest] = await Promise.all([
      this.detail(lead),
      Promise.all(others.map(async (claim) => ({ claim, detail: await this.detail(claim) }))),
    ]);
    return { claim: lead, detail, others: rest };
  }

  /** The articles whose whole text holds the words; asks for the pages' bundle the first time. */
  async articles(
    { query, terms }: Answer,
    most: number,
  ): Promise<{ list: ArticleFound[]; all: number }> {
    if (asksNothing(query)) return { list: [], all: 0 };
    const found: ArticleFound[] = [];
    let all = 0;
    const asked = terms.words.slice(0, query.words.length);
    for (const bundle of this.bundles) {
      if (!bundle.hasPages) {
        await bundle.pagefind.mergeIndex(new URL(bundle.pagesPath, this.root).href);
        bundle.hasPages = true;
      }
      const pages = async (term: string) =>
        (await bundle.pagefind.search(term)).results.filter(({ id }) => !bundle.rowOf.has(id));
      const spelt = inEachSpelling(asked, bundle.rows.table.spellings, query.ways);
      const answers = await Promise.all([
        ...(asked.length > 0
          ? [
              Promise.all(spelt.map((list) => pages(list.join(' ')))).then((lists) => [
                ...new Map(lists.flat().map((result) => [result.id, result])).values(),
              ]),
            ]
          : []),
        ...query.phrases.map((phrase) => pages(`"${phrase.map(plain).join(' ')}"`)),
      ]);
      const common = answers[0]!.filter(({ id }) =>
        answers.every((one) => one.some((other) => other.id === id)),
      );
      all += common.length;
      for (const result of common) {
        if (found.length >= most) break;
        const { content: whole, meta, raw_url, url } = await result.data();
        const content = whole.split(FORMS_AFTER)[0]!.trimEnd();
        const printed = tokens(content);
        const list = printed.map(({ word }) => word);
        const fits =
          query.phrases.every((phrase) => hasPhrase(list, phrase)) &&
          !query.without.some((phrase) => hasPhrase(list, phrase)) &&
          (asked.length === 0 ||
            spelt.some((spelling) => spelling.every((word) => holds(printed, word))));
        if (!fits) all--;
        else
          found.push({
            title: meta.title ?? '',
            outlet: meta.outlet ?? '',
            date: meta.date ?? '',
            path: raw_url ?? url,
            excerpt: excerpt(content, terms),
          });
      }
    }
    return { list: found, all };
  }
}
