/** The search page: reads its state from the address, asks, shows, and writes the state back. */
import { daysOf } from '../../../search/intervals.ts';
import { asksNothing, withWord } from '../../../search/query.ts';
import {
  FACETS,
  isEmpty,
  readState,
  SORTS,
  toggled,
  writeState,
  type Facet,
  type SearchState,
  type Sort,
} from '../../../search/state.ts';
import type { ResultRow } from '../../../search/results.ts';
import type { Rows } from '../../../search/select.ts';
import type { DateFact } from '../../../model/records.ts';
import { feedPath, outletPath, speakerPath, topicPath } from '../../../model/urls.ts';
import {
  count,
  dayInWords,
  figures,
  listed,
  quoted,
  SPEAKER_KINDS_IN_WORDS,
} from '../../../model/wording.ts';
import { byId, make, makeSvg, siteRoot } from './dom.ts';
import { Engine, type Answer, type Shown } from './engine.ts';
import { coverageInWords } from '../../../publish/search/coverage.ts';
import { articleRow, claimRow } from './rows.ts';

const PAGE = 10;
const PAUSE = 40;
const SLOW = 250;
const LARGE = 5000;
const FACET_VALUES = 8;
const ARTICLES = 3;
const MORE_ARTICLES = 50;
const EXPORTED = 1000;
const SPEAKERS_SHOWN = 6;

const SORT_NAMES: Record<Sort, string> = {
  relevance: 'relevance',
  newest: 'newest',
  oldest: 'oldest',
  position: 'place in the article',
};
const FACET_NAMES: Record<Facet, string> = {
  speaker: 'Speaker',
  kind: 'Kind of speaker',
  outlet: 'Outlet',
  type: 'Type',
  topic: 'Topic',
  place: 'Place',
  review: 'Review',
};

const root = siteRoot();
const siteName = byId('search').dataset.name!;
const publicRoot = byId('search').dataset.root!;
const engine = new Engine(root);
// For scripts and tests: asks as the page does, without drawing.
Object.defineProperty(byId('search'), 'engine', { value: engine });
const form = byId<HTMLFormElement>('ask');
const input = byId<HTMLInputElement>('q-main');
const results = byId('results');
const main = byId('found');
const facets = byId<HTMLFormElement>('facets');
const articles = byId('articles');
const start = byId('start');
const problems = byId('problems');
const status = byId('status');
const coverage = byId('coverage');

let state: SearchState = readState(new URLSearchParams(location.search));
/** Counts the searches, so that a late answer does not overwrite a newer one. */
let asked = 0;
/** While a reader types, the address changes without adding to the history. */
let typing = false;
const expanded = new Set<Facet>();
let wantsArticles = false;

const addressOf = (next: SearchState): string => {
  const query = writeState(next);
  return `${location.pathname}${query ? `?${query}` : ''}`;
};

/** Goes to a state: a new entry of the history, except while typing. */
function go(
  next: SearchState,
  { replace = false, focus }: { replace?: boolean; focus?: string } = {},
): void {
  state = next;
  const address = addressOf(next);
  if (address !== location.pathname + location.search)
    history[replace ? 'replaceState' : 'pushState'](null, '', address);
  void search(focus);
}

/** A link to a state, which a click follows without loading the page anew. */
const link = (
  next: SearchState,
  properties: Record<string, string | null>,
  ...children: (Node | string)[]
) =>
  make(
    'a',
    {
      href: addressOf(next),
      ...properties,
      click: (event) => {
        const { ctrlKey, metaKey, shiftKey, altKey, button } = event as MouseEvent;
        if (ctrlKey || metaKey || shiftKey || altKey || button !== 0) return;
        event.preventDefault();
        go(next, { focus: 'result-count' });
      },
    },
    ...children,
  );

async function search(focus?: string): Promise<void> {
  const mine = ++asked;
  form.querySelectorAll('input[type=hidden]').forEach((field) => field.remove());
  if (input.value !== state.q && document.activeElement !== input) input.value = state.q;
  else if (!typing) input.value = state.q;
  if (isEmpty(state)) {
    results.hidden = true;
    articles.hidden = true;
    start.hidden = false;
    problems.replaceChildren();
    status.textContent = '';
    document.title = `Search the claims | ${siteName}`;
    main.removeAttribute('aria-busy');
    return;
  }
  main.setAttribute('aria-busy', 'true');
  const slow = setTimeout(() => {
    if (mine !== asked) return;
    status.textContent = 'Searching …';
    start.hidden = true;
    if (results.hidden) {
      results.hidden = false;
      facets.hidden = true;
      main.replaceChildren(make('p', { class: 'coverage' }, 'Searching …'));
    }
  }, SLOW);
  try {
    const began = state;
    const answer = await engine.ask(began);
    if (mine !== asked) return;
    const { list, more } = await engine.shown(answer, (began.page - 1) * PAGE, began.page * PAGE);
    if (mine !== asked) return;
    start.hidden = true;
    results.hidden = false;
    show(answer, list, more);
    if (focus) document.getElementById(focus)?.focus();
  } catch (reason) {
    if (mine !== asked) return;
    console.error(reason);
    showError();
  } finally {
    clearTimeout(slow);
    if (mine === asked) main.removeAttribute('aria-busy');
  }
}

function showError(): void {
  start.hidden = true;
  results.hidden = false;
  facets.hidden = true;
  articles.hidden = true;
  problems.replaceChildren();
  const text = 'The search could not be loaded.';
  status.textContent = text;
  main.replaceChildren(
    make(
      'div',
      { class: 'notice', id: 'search-error' },
      make('h2', {}, text),
      make(
        'p',
        {},
        'The connection may be down, or the archive may have just been published anew. ',
        make('a', { href: new URL('claims/', root).href }, 'The list of all claims'),
        ' needs no search.',
      ),
      make(
        'p',
        { class: 'gap' },
        make(
          'button',
          { class: 'btn solo', type: 'button', click: () => void search('result-count') },
          'Try again',
        ),
      ),
    ),
  );
}

/** How the reader would say what was asked, for titles and files. */
function inWords(of: SearchState): string {
  const parts = [of.q.trim() && (/["“”]/.test(of.q) ? of.q.trim() : quoted(of.q.trim()))];
  for (const facet of FACETS) {
    const values = of.facets[facet].map((value) => nameOf(facet, value));
    if (values.length > 0) parts.push(`${FACET_NAMES[facet].toLowerCase()} ${values.join(' or ')}`);
  }
  if (of.from) parts.push(`from ${of.from}`);
  if (of.to) parts.push(`to ${of.to}`);
  return parts.filter(Boolean).join(', ') || 'all claims';
}

/** The name behind a facet's value. */
function nameOf(facet: Facet, value: string): string {
  if (facet === 'kind')
    return SPEAKER_KINDS_IN_WORDS[value as keyof typeof SPEAKER_KINDS_IN_WORDS] ?? value;
  for (const {
    rows: { table },
  } of engine.bundles) {
    const list: readonly (readonly [string, string, ...unknown[]])[] = {
      speaker: table.speakers,
      outlet: table.outlets,
      topic: table.topics,
      place: table.places,
      type: [] as [string, string][],
      review: [] as [string, string][],
    }[facet];
    const entry = list.find(([id]) => id === value);
    if (entry) return entry[1];
  }
  return value;
}

function show(answer: Answer, list: readonly Shown[], more: boolean): void {
  const { selection, exact } = answer;
  const speakers = new Map<string, { name: string; claims: number }>();
  const where = new Set<string>();
  for (const { lead, others } of selection.groups) {
    for (const { rows, row, bundle } of [lead, ...others]) {
      where.add(`${bundle} ${rows.article(row)}`);
      const speaker = rows.speaker(row);
      if (!speaker) continue;
      const known = speakers.get(speaker.id);
      if (known) known.claims++;
      else speakers.set(speaker.id, { name: speaker.name, claims: 1 });
    }
  }
  const none = list.length === 0 && state.page === 1;
  const upTo = exact ? '' : 'Up to ';
  const repeated = selection.claims - selection.groups.length;
  const headline = none
    ? 'No claim found'
    : `${upTo}${count(selection.claims, 'claim')}${speakers.size > 0 ? ` by ${count(speakers.size, 'speaker')}` : ''}, in ${count(where.size, 'article')}`;
  const asking = inWords(state);
  document.title = `${asking}: ${none ? 'no claim' : `${upTo.toLowerCase()}${count(selection.claims, 'claim')}`} | ${siteName}`;
  status.textContent = state.page > 1 ? `${headline}, page ${state.page}` : headline;
  coverage.textContent = coverageInWords(answer.searched);
  problems.replaceChildren(...notices(answer));

  const uncertain = [
    selection.uncertain > 0 &&
      `${count(selection.uncertain, 'claim has', 'claims have')} an uncertain date that may lie outside the range.`,
    selection.undated > 0 &&
      `${count(selection.undated, 'claim', 'claims')} without any date ${selection.undated === 1 ? 'was' : 'were'} left out.`,
    repeated > 0 &&
      `${count(repeated, 'repeat is', 'repeats are')} shown with the claim they repeat.`,
  ]
    .filter(Boolean)
    .join(' ');

  main.replaceChildren(
    make('h2', { class: 'hang', id: 'result-count', tabindex: '-1' }, headline),
    ...(none
      ? nothing(answer)
      : [
          make(
            'p',
            { class: 'sorts' },
            make('span', {}, 'Sort:'),
            ' ',
            ...SORTS.flatMap((sort) => [
              link(
                { ...state, sort, page: 1 },
                { 'aria-current': sort === state.sort ? 'true' : null },
                SORT_NAMES[sort],
              ),
              ' ',
            ]),
            make('a', { class: 'to-facets', href: '#facets' }, 'narrow the results'),
          ),
          uncertain ? make('p', { class: 'why' }, uncertain) : '',
          make(
            'ol',
            { class: 'rows', start: String((state.page - 1) * PAGE + 1) },
            ...list.map((one) => claimRow(root, one, answer.terms)),
          ),
          ...(list.length === 0
            ? [
                make(
                  'p',
                  {},
                  'There is no such page of results. ',
                  link({ ...state, page: 1 }, {}, 'To the first page'),
                ),
              ]
            : []),
          pager(answer, more),
        ]),
    ...(answer.older ? [older(answer)] : []),
    ...(none && selection.years.size === 0 ? [] : [overTime(answer), bySpeaker(speakers)]),
    ...(none ? [] : [takeAway(answer)]),
  );
  showFacets(answer);
  showArticles(answer, none);
}

/** Above the results: what was not understood, and what was searched for instead. */
function notices({ problems: found, replaced, also }: Answer): HTMLElement[] {
  const lines: HTMLElement[] = found.map((text) => make('li', {}, text));
  for (const { from, to } of replaced) {
    lines.push(
      to
        ? make(
            'li',
            {},
            `No claim has “${from}”. Searched for `,
            make('b', {}, to),
            ' instead. ',
            link({ ...state, q: withWord(state.q, from, to), page: 1 }, {}, `Search for “${to}”`),
            ', or ',
            link(
              { ...state, q: withWord(state.q, from, `"${from}"`), page: 1 },
              {},
              `for exactly “${from}”`,
            ),
            '.',
          )
        : make('li', {}, `No claim has “${from}” or a word like it.`),
    );
  }
  for (const { word, spellings } of also)
    lines.push(
      make(
        'li',
        {},
        `Searched for ${listed(spellings.map(quoted))} as well: other spellings of “${word}”.`,
      ),
    );
  return lines.length > 0 ? [make('ul', { class: 'notes-on-query' }, ...lines)] : [];
}

/** What a reader can do where nothing was found. */
function nothing({ query }: Answer): HTMLElement[] {
  const ways: (Node | string)[][] = [];
  if (query.phrases.length > 0) {
    const loose = state.q
      .replace(/["“”„«»]/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    ways.push([
      link({ ...state, q: loose, page: 1 }, {}, 'Search for the words one by one'),
      ', in any order and place',
    ]);
  }
  if (FACETS.some((facet) => state.facets[facet].length > 0) || state.from || state.to) {
    ways.push([
      link(
        { ...state, facets: readState(new URLSearchParams()).facets, from: '', to: '', page: 1 },
        {},
        'Search without narrowing',
      ),
    ]);
  }
  ways.push([
    make('a', { href: '#articles' }, 'The whole text of the articles'),
    ', not only what is quoted in them',
  ]);
  ways.push([
    make('a', { href: new URL('claims/', root).href }, 'All claims'),
    ', ',
    make('a', { href: new URL('speakers/', root).href }, 'speakers'),
    ', ',
    make('a', { href: new URL('topics/', root).href }, 'topics'),
  ]);
  return [
    make(
      'p',
      { class: 'words' },
      query.phrases.length > 0 && query.words.length === 0
        ? 'No claim contains exactly these words in this order.'
        : 'No claim fits what was asked.',
    ),
    make('ul', { class: 'stack' }, ...ways.map((way) => make('li', {}, ...way))),
    make(
      'p',
      { class: 'why' },
      `That a claim is not found here does not mean that it was never made. The archive holds ${count(engine.manifest.all.articles, 'article')}.`,
    ),
  ];
}

function pager({ selection, exact }: Answer, more: boolean): HTMLElement | string {
  const last = exact ? Math.ceil(selection.groups.length / PAGE) : state.page + (more ? 1 : 0);
  if (last <= 1) return '';
  const near = [...new Set([1, ...[-2, -1, 0, 1, 2].map((n) => state.page + n), last])]
    .filter((n) => n >= 1 && n <= last)
    .sort((a, b) => a - b);
  return make(
    'nav',
    { class: 'pager', 'aria-label': 'Pages of results' },
    ...(state.page > 1
      ? [link({ ...state, page: state.page - 1 }, { rel: 'prev' }, 'Previous'), ' ']
      : []),
    ...near.flatMap((n, i) => [
      i > 0 && n - near[i - 1]! > 1 ? '… ' : '',
      n === state.page
        ? make(
            'span',
            { 'aria-current': 'page' },
            make('span', { class: 'vh' }, 'Page '),
            String(n),
          )
        : link({ ...state, page: n }, {}, make('span', { class: 'vh' }, 'Page '), String(n)),
      ' ',
    ]),
    ...(more ? [link({ ...state, page: state.page + 1 }, { rel: 'next' }, 'Next')] : []),
  );
}

function older({ older: rest }: Answer): HTMLElement {
  return make(
    'p',
    { class: 'older' },
    `${count(rest!.claims, 'older claim')}${rest!.first ? `, ${rest!.first} to ${rest!.last},` : ''} not searched yet. `,
    make(
      'button',
      {
        class: 'btn solo',
        type: 'button',
        click: async () => {
          status.textContent = 'Loading older claims';
          try {
            await engine.openOlder();
            await search('result-count');
          } catch (reason) {
            console.error(reason);
            showError();
          }
        },
      },
      'Search them too',
    ),
  );
}

/** Small bars, one a year; each narrows the results to its year. */
function overTime({ selection }: Answer): HTMLElement | string {
  const years = [...selection.years].sort(([a], [b]) => a - b);
  if (years.length === 0) return '';
  const most = Math.max(...years.map(([, { all }]) => all));
  const unsure = years.some(([, year]) => year.unsure > 0);
  return make(
    'figure',
    { class: 'lanes years' },
    make(
      'figcaption',
      {},
      make('b', {}, 'By year'),
      make(
        'span',
        {},
        `said, or else published${unsure ? '; an uncertain date is dashed, and counts in every year it may fall in' : ''}`,
      ),
    ),
    make(
      'ol',
      {},
      ...years.map(([year, n]) => {
        const chosen = state.from === String(year) && state.to === String(year);
        const sure = (100 * (n.all - n.unsure)) / most;
        const bar = (type: string, x: number, width: number) =>
          width > 0 &&
          makeSvg('rect', {
            class: `bar ${type}`,
            x: `${x}%`,
            y: 7,
            width: `${width}%`,
            height: 9,
          });
        return make(
          'li',
          { class: 'lane' },
          link(
            { ...state, from: chosen ? '' : String(year), to: chosen ? '' : String(year), page: 1 },
            { 'aria-current': chosen ? 'true' : null },
            `${year} `,
            make(
              'span',
              { class: 'quiet' },
              figures(n.all),
              make(
                'span',
                { class: 'vh' },
                n.all === 1 ? ' claim' : ' claims',
                n.unsure > 0 && `, ${n.unsure} uncertain`,
              ),
            ),
          ),
          makeSvg(
            'svg',
            { 'aria-hidden': 'true' },
            bar('direct', 0, sure),
            bar('mixed', sure, (100 * n.unsure) / most),
          ),
        );
      }),
    ),
  );
}

/** Who says it most. */
function bySpeaker(
  speakers: ReadonlyMap<string, { name: string; claims: number }>,
): HTMLElement | string {
  const most = [...speakers]
    .sort(([a, x], [b, y]) => y.claims - x.claims || (a < b ? -1 : 1))
    .slice(0, SPEAKERS_SHOWN);
  if (most.length < 2) return '';
  return make(
    'figure',
    { class: 'lanes years' },
    make(
      'figcaption',
      {},
      make('b', {}, 'Who says it most'),
      make(
        'span',
        {},
        speakers.size > most.length
          ? `the first ${most.length} of ${figures(speakers.size)}`
          : 'each narrows to its speaker',
      ),
    ),
    make(
      'ol',
      {},
      ...most.map(([id, { name, claims }]) =>
        make(
          'li',
          { class: 'lane' },
          link(
            toggled(state, 'speaker', id),
            { 'aria-current': state.facets.speaker.includes(id) ? 'true' : null },
            `${name} `,
            make(
              'span',
              { class: 'quiet' },
              figures(claims),
              make('span', { class: 'vh' }, claims === 1 ? ' claim' : ' claims'),
            ),
          ),
          makeSvg(
            'svg',
            { 'aria-hidden': 'true' },
            makeSvg('rect', {
              class: 'bar direct',
              x: 0,
              y: 7,
              width: `${(100 * claims) / most[0]![1].claims}%`,
              height: 9,
            }),
          ),
        ),
      ),
    ),
  );
}

const factOf = (date: ReturnType<Rows['published']>): DateFact => ({
  edtf: date.edtf,
  from: date.from,
  to: date.to,
  basis: date.basis,
  note: null,
});

/** The list as a file, made in the browser; and the feed, where the list has one. */
function takeAway(answer: Answer): HTMLElement {
  const feed = feedOf(answer);
  const names = ['CSV', 'JSON', 'BibTeX', 'RIS', 'Markdown'] as const;
  const line = make('p', { class: 'take' }, 'Take the list away: ');
  names.forEach((name, i) => {
    line.append(
      i > 0 ? ', ' : '',
      make(
        'button',
        { class: 'as-link', type: 'button', click: () => void download(name, answer) },
        name,
      ),
    );
  });
  line.append('. The query and the date stand in the file.');
  if (answer.selection.claims > EXPORTED)
    line.append(` At most ${figures(EXPORTED)} claims; the data page has all.`);
  return make(
    'div',
    {},
    line,
    feed
      ? make(
          'p',
          { class: 'why' },
          'New claims of this list come in its feed: ',
          make('a', { href: feed }, feed),
        )
      : '',
  );
}

/** One speaker, outlet or topic and nothing else has a feed. */
function feedOf({ query }: Answer): string | null {
  if (
    !asksNothing(query) ||
    query.names.length > 0 ||
    query.without.length > 0 ||
    state.from ||
    state.to
  )
    return null;
  const chosen = FACETS.flatMap((facet) => state.facets[facet].map((value) => ({ facet, value })));
  const [only] = chosen;
  if (!only || chosen.length > 1) return null;
  const path = { speaker: speakerPath, outlet: outletPath, topic: topicPath }[only.facet as string];
  return path ? new URL(feedPath(path(only.value)), publicRoot).href : null;
}

/** A text file of the site. */
async function readFile(path: string): Promise<string> {
  const response = await fetch(new URL(path, root));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.text();
}

async function download(
  name: 'CSV' | 'JSON' | 'BibTeX' | 'RIS' | 'Markdown',
  answer: Answer,
): Promise<void> {
  status.textContent = `Making the ${name} file`;
  try {
    const [{ FILES }, { list }] = await Promise.all([
      import('../../../search/results.ts'),
      engine.shown(answer, 0, EXPORTED),
    ]);
    const rows = list
      .flatMap(({ claim, detail, others }) => [{ claim, detail }, ...others])
      .map(({ claim: { rows: table, row }, detail }): ResultRow => {
        const said = table.said(row);
        return {
          id: detail.id,
          text: detail.text,
          type: table.type(row),
          review: table.review(row),
          speaker: table.speaker(row),
          open: detail.open,
          role: detail.role,
          via: detail.via,
          article: detail.article,
          title: detail.title,
          outlet: table.outlet(row)?.name ?? null,
          language: detail.language,
          said: said ? factOf(said) : null,
          published: factOf(table.published(row)),
        };
      });
    const day = new Date().toISOString().slice(0, 10);
    const { ending, type, write } = FILES[name];
    const text = await write(
      {
        query: inWords(state),
        address: new URL(`search/?${writeState({ ...state, page: 1 })}`, publicRoot).href,
        day,
        archive: siteName,
        root: publicRoot,
        rows: rows.map((row) => ({
          ...row,
          speaker: row.speaker && { id: row.speaker.id, name: row.speaker.name },
        })),
      },
      readFile,
    );
    const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
    make('a', { href: address, download: `claims-${day}.${ending}` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    status.textContent = `${name} file with ${count(rows.length, 'claim')}, as of ${dayInWords(day)}`;
  } catch (reason) {
    console.error(reason);
    status.textContent = `The ${name} file could not be made.`;
  }
}

function showFacets(answer: Answer): void {
  const { selection } = answer;
  const focused =
    document.activeElement instanceof HTMLInputElement && facets.contains(document.activeElement)
      ? `${document.activeElement.name} ${document.activeElement.value}`
      : null;
  const groups = FACETS.map((facet) => facetGroup(answer, facet)).filter((group) => group !== null);
  byId('facet-values').replaceChildren(...groups);
  for (const end of ['from', 'to'] as const) {
    const field = byId<HTMLInputElement>(`facet-${end}`);
    if (document.activeElement !== field) field.value = state[end];
  }
  facets.hidden = selection.claims === 0 && isEmpty({ ...state, q: '' });
  if (focused)
    [...facets.querySelectorAll<HTMLInputElement>('input[type=checkbox]')]
      .find((box) => `${box.name} ${box.value}` === focused)
      ?.focus();
}

function facetGroup(answer: Answer, facet: Facet): HTMLElement | null {
  const { selection, exact } = answer;
  const chosen = state.facets[facet];
  const counts = new Map(selection.counts[facet]);
  for (const value of chosen) if (!counts.has(value)) counts.set(value, 0);
  if (
    counts.size === 0 ||
    (counts.size === 1 && chosen.length === 0 && facet !== 'speaker' && facet !== 'outlet')
  )
    return null;
  const values = [...counts].sort(
    ([a, x], [b, y]) =>
      Number(chosen.includes(b)) - Number(chosen.includes(a)) || y - x || (a < b ? -1 : 1),
  );
  const all = expanded.has(facet);
  const shown = all ? values : values.slice(0, Math.max(FACET_VALUES, chosen.length));
  const rest = values.length - shown.length;
  return make(
    'fieldset',
    {},
    make('legend', {}, FACET_NAMES[facet]),
    ...shown.map(([value, n]) => {
      const box = make('input', {
        type: 'checkbox',
        name: facet,
        value,
        change: () => go(toggled(state, facet, value)),
      });
      box.checked = chosen.includes(value);
      return make(
        'label',
        {},
        box,
        make('b', {}, nameOf(facet, value)),
        make('span', {}, `${exact ? '' : '≤ '}${figures(n)}`),
      );
    }),
    rest > 0 &&
      make(
        'button',
        {
          class: 'as-link',
          type: 'button',
          click: () => {
            expanded.add(facet);
            showFacets(answer);
          },
        },
        `${figures(rest)} more`,
        make('span', { class: 'vh' }, ` in ${FACET_NAMES[facet]}`),
      ),
  );
}

/** Articles come second, and are asked for when their place comes into view. */
function showArticles(answer: Answer, none: boolean): void {
  const list = byId('article-list');
  const asks = !asksNothing(answer.query);
  articles.hidden = !asks;
  list.replaceChildren();
  if (!asks) return;
  const mine = asked;
  const ask = async (most: number) => {
    wantsArticles = true;
    list.setAttribute('aria-busy', 'true');
    try {
      const { list: found, all } = await engine.articles(answer, most);
      if (mine !== asked) return;
      list.replaceChildren(
        found.length > 0
          ? make(
              'ol',
              { class: 'rows' },
              ...found.map((one) => articleRow(root, one, answer.terms)),
            )
          : make('p', {}, 'No article has these words.'),
        all > found.length && most < MORE_ARTICLES
          ? make(
              'p',
              {},
              make(
                'button',
                { class: 'btn solo', type: 'button', click: () => void ask(MORE_ARTICLES) },
                `All ${count(all, 'article')}`,
              ),
            )
          : '',
      );
    } catch (reason) {
      console.error(reason);
      if (mine === asked)
        list.replaceChildren(make('p', {}, 'The articles could not be searched.'));
    } finally {
      list.removeAttribute('aria-busy');
    }
  };
  if (none || wantsArticles) void ask(ARTICLES);
  else {
    list.replaceChildren(
      make(
        'p',
        {},
        make(
          'button',
          { class: 'btn solo', type: 'button', click: () => void ask(ARTICLES) },
          'Search the whole text of the articles',
        ),
      ),
    );
    watcher.disconnect();
    onSight = () => {
      if (mine === asked) void ask(ARTICLES);
    };
    watcher.observe(articles);
  }
}

let onSight = () => {};
const watcher = new IntersectionObserver((entries) => {
  // A large archive's articles are asked for by hand only: their index is large too.
  if (!entries.some(({ isIntersecting }) => isIntersecting) || engine.manifest.bundles.length > 1)
    return;
  watcher.disconnect();
  onSight();
});

/** In a large archive the first letters of a word begin so many words that they are waited out. */
const waits = (text: string) =>
  (engine.bundles[0]?.rows.size ?? 0) > LARGE && /(?:^|\s)\S{1,2}$/u.test(text);

let timer: ReturnType<typeof setTimeout> | undefined;
input.addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(() => {
    if (waits(input.value)) return;
    // The first letter of a new query is a new entry of the history; the letters after it are not.
    const replace = typing;
    typing = true;
    go({ ...state, q: input.value, page: 1 }, { replace });
  }, PAUSE);
});
// What the first search needs is loaded while the reader thinks of it.
input.addEventListener('focus', () => void engine.open().catch(() => {}), { once: true });
form.addEventListener('submit', (event) => {
  event.preventDefault();
  clearTimeout(timer);
  const replace = typing;
  typing = false;
  go({ ...state, q: input.value, page: 1 }, { replace });
});
facets.addEventListener('submit', (event) => {
  event.preventDefault();
  narrowDates();
});
function narrowDates(): void {
  const [from, to] = [
    byId<HTMLInputElement>('facet-from').value.trim(),
    byId<HTMLInputElement>('facet-to').value.trim(),
  ];
  if (from === state.from && to === state.to) return;
  go({ ...state, from, to, page: 1 });
}
for (const end of ['from', 'to']) {
  const field = byId<HTMLInputElement>(`facet-${end}`);
  field.addEventListener('change', narrowDates);
  field.addEventListener('input', () =>
    field.setAttribute('aria-invalid', String(field.value.trim() !== '' && !daysOf(field.value))),
  );
}
addEventListener('popstate', () => {
  typing = false;
  state = readState(new URLSearchParams(location.search));
  input.value = state.q;
  void search();
});

input.value = state.q;
void search();
