/** The queue: filters, what waits, and the item that one stands at. */
import { h } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import type { ArticleView, QueueItem } from '../../api.ts';
import type { Desk } from '../desk.ts';
import { OpenEditor } from '../editors/editor.ts';
import type { Subject } from '../editors/subject.ts';
import type { KeyRow } from '../keys.ts';
import { Action } from '../parts/action.ts';
import { ClaimFacts } from '../parts/claim-facts.ts';
import { placeInWords, PlaceText } from '../parts/place.ts';
import { VirtualList } from '../parts/virtual-list.ts';
import { current, meant, placeOf, toggled } from '../queue-model.ts';
import { addressOf, type Filters } from '../routes.ts';
import type { State } from '../store.ts';
import { claimKeys, type Target } from './claim-acts.ts';

const REASONS: Readonly<Record<QueueItem['reasons'][number], string>> = {
  'no-speaker': 'no speaker',
  'open-speaker': 'speaker open',
  'low-confidence': 'low confidence',
  'odd-speaker': 'odd speaker',
  orphan: 'lost its place',
  'unknown-date': 'date unknown',
  'new-article': 'new article',
  'near-copy': 'near copy',
  suggested: 'suggested',
  imported: 'imported',
};
const reasonWords = (id: string) => REASONS[id as keyof typeof REASONS] ?? id;
const allReasons = ({ reasons }: QueueItem) =>
  reasons.length > 0 ? reasons.map(reasonWords).join(', ') : 'read by nobody yet';

/** What the next act is meant for: the marked items, else the one that one stands at. */
function targetOf({ queue }: State): Target | null {
  const items = meant(queue);
  const [first] = items;
  if (!first) return null;
  return {
    claims: items.flatMap(({ claim }) => claim ?? []),
    article: first.article,
    candidates: items.length === 1 ? first.candidates : [],
    record: null,
    done: new Set(items.filter(({ claim }) => claim !== null).map(({ key }) => key)),
  };
}

const open = (desk: Desk, item: QueueItem | null) => {
  if (item) desk.go({ view: 'article', id: item.article, claim: item.claim });
};

export function queueKeys(desk: Desk): KeyRow[] {
  const state = () => desk.store.get();
  const here = () => current(state().queue);
  return [
    { keys: ['j', 'ArrowDown'], words: 'next', run: () => desk.step(1) },
    { keys: ['k', 'ArrowUp'], words: 'the one before', run: () => desk.step(-1) },
    { keys: ['PageDown'], words: 'ten on', run: () => desk.step(10) },
    { keys: ['PageUp'], words: 'ten back', run: () => desk.step(-10) },
    { keys: ['Home'], words: 'first', run: () => desk.step(-1e9) },
    { keys: ['Enter'], words: 'open in its article', run: () => open(desk, here()) },
    ...claimKeys(desk, () => targetOf(state())).map((row) => {
      if (row.keys.includes('d')) return { ...row, run: () => openDate(desk, row) };
      return row.keys.includes('c') ? { ...row, run: () => confirm(desk, row) } : row;
    }),
    {
      keys: ['b'],
      words: 'bounds, in its article',
      run: () => {
        const item = here();
        if (item?.claim) void desk.boundsInArticle(item.article, item.claim);
      },
    },
    {
      keys: ['e'],
      words: 'decide on a claim that lost its place',
      run: () => decide(desk, here()),
    },
    {
      keys: ['y'],
      words: 'take a suggestion up',
      run: () => void desk.settleSuggestion('take'),
    },
    { keys: ['z'], words: 'dismiss a suggestion', run: () => dismiss(desk, here()) },
    {
      keys: ['m'],
      words: 'mark, to do several at once',
      run: () => {
        const { at } = state().queue;
        if (at) desk.store.set(({ queue }) => ({ queue: toggled(queue, at) }));
      },
    },
    {
      keys: ['/'],
      words: 'filter',
      run: () => {
        const fold = document.querySelector<HTMLDetailsElement>('.filters');
        if (fold) fold.open = true;
        document.querySelector<HTMLElement>('.filters select')?.focus();
      },
    },
  ];
}

function dismiss(desk: Desk, item: QueueItem | null): void {
  if (item?.suggestion)
    desk.openEditor({
      kind: 'dismiss',
      claims: item.claim === null ? [] : [item.claim],
      article: item.article,
    });
}

function decide(desk: Desk, item: QueueItem | null): void {
  if (item?.claim && item.reasons.includes('orphan'))
    desk.openEditor({ kind: 'decide', claims: [item.claim], article: item.article });
}

/** A claim that lost its place is not confirmed as it is: what became of it is said. */
function confirm(desk: Desk, row: KeyRow): void {
  const item = current(desk.store.get().queue);
  if (item?.reasons.includes('orphan')) decide(desk, item);
  else row.run('c');
}

/** The day of a claim, or where an article itself waits, its day of publication. */
function openDate(desk: Desk, row: KeyRow): void {
  const item = current(desk.store.get().queue);
  if (item && item.claim === null)
    desk.openEditor({ kind: 'published', claims: [], article: item.article });
  else row.run('d');
}

interface FilterProps {
  desk: Desk;
  state: State;
  filters: Filters;
}

function FilterSelect({
  label,
  value,
  values,
  change,
}: {
  label: string;
  value: string;
  values: readonly { id: string; name: string; count: number | null }[];
  change: (value: string) => void;
}) {
  const isListed = value === '' || values.some(({ id }) => id === value);
  const listed = isListed ? values : [{ id: value, name: value, count: 0 }, ...values];
  const field = useId();
  return h('div', null, [
    h('label', { for: field }, label),
    h(
      'select',
      {
        id: field,
        class: 'field',
        value,
        onChange: (event: Event) => change((event.currentTarget as HTMLSelectElement).value),
      },
      [
        h('option', { key: '', value: '' }, 'all'),
        ...listed.map(({ id, name, count }) =>
          h(
            'option',
            { key: id, value: id, selected: id === value },
            count === null ? name : `${name} (${count})`,
          ),
        ),
      ],
    ),
  ]);
}

const CONFIDENCES = ['0.3', '0.5', '0.7', '0.8', '0.9'];

function FilterList({ desk, state, filters }: FilterProps) {
  const { facets } = state.queue;
  const change = (more: Partial<Record<keyof Filters, string | number | undefined>>) => {
    const next = Object.fromEntries(
      Object.entries({ ...filters, ...more }).filter(([, value]) => value !== undefined),
    );
    desk.go({ view: 'queue', filters: next });
  };
  const select = (label: string, name: keyof Filters, values: typeof facets.articles) =>
    h(FilterSelect, {
      label,
      value: String(filters[name] ?? ''),
      values,
      change: (value) => change({ [name]: value || undefined }),
    });
  const isFiltered = Object.keys(filters).length > 0;
  return h(
    'details',
    { class: 'filters', open: innerWidth >= 720 },
    h('summary', null, isFiltered ? 'Filters, in use' : 'Filters'),
    h(
      'form',
      { onSubmit: (event: Event) => event.preventDefault(), 'aria-label': 'Filters' },
      select(
        'Reason',
        'reason',
        facets.reasons.map((one) => ({ ...one, name: reasonWords(one.id) })),
      ),
      select('Article', 'article', facets.articles),
      select('Outlet', 'outlet', facets.outlets),
      select('Speaker', 'speaker', facets.speakers),
      select('Rule', 'rule', facets.rules),
      h(FilterSelect, {
        label: 'Confidence at most',
        value: filters.below === undefined ? '' : String(filters.below),
        values: CONFIDENCES.map((id) => ({ id, name: id, count: null })),
        change: (value) => change({ below: value ? Number(value) : undefined }),
      }),
      h(FilterSelect, {
        label: 'Read',
        value: filters.review ?? 'machine',
        values: [
          { id: 'machine', name: 'by nobody', count: null },
          { id: 'confirmed', name: 'confirmed', count: null },
          { id: 'corrected', name: 'corrected', count: null },
          { id: 'added', name: 'added', count: null },
        ],
        change: (value) => change({ review: value === 'machine' ? undefined : value || 'all' }),
      }),
      isFiltered &&
        h(
          'button',
          {
            type: 'button',
            class: 'btn',
            onClick: () => desk.go({ view: 'queue', filters: {} }),
          },
          'All that waits',
        ),
    ),
  );
}

function Row({ item, done }: { item: QueueItem; done: string | undefined }) {
  return [
    h('p', { class: 'row-head' }, [
      h('b', null, item.speaker?.name ?? (item.claim ? 'nobody' : item.articleTitle)),
      h('span', { class: 'quiet' }, done ?? allReasons(item)),
    ]),
    h('p', { class: 'row-words serif' }, item.words || item.why),
  ];
}

/** The article of the item that one rests at, loaded when one stays: quick steps ask for nothing. */
function useArticle(desk: Desk, id: string | undefined, revision: number): ArticleView | null {
  const [view, setView] = useState<ArticleView | null>(null);
  useEffect(() => {
    if (!id) return undefined;
    let isWanted = true;
    const timer = setTimeout(() => {
      desk.article(id).then(
        (answer) => isWanted && setView(answer),
        () => undefined,
      );
    }, 180);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [id, revision]);
  return view?.record.id === id ? view : null;
}

function Candidates({ desk, state, item }: { desk: Desk; state: State; item: QueueItem }) {
  const take = claimKeys(desk, () => targetOf(state)).at(-1);
  return h(
    'ol',
    { class: 'candidates' },
    item.candidates.slice(0, 9).map(({ id, name, why }, i) =>
      h('li', { key: id }, [
        h(
          'button',
          {
            type: 'button',
            class: 'btn action',
            'aria-keyshortcuts': String(i + 1),
            onClick: () => take?.run(String(i + 1)),
          },
          [h('kbd', { 'aria-hidden': true }, i + 1), ` ${name}`],
        ),
        h('span', { class: 'quiet' }, ` ${why}`),
      ]),
    ),
  );
}

/** What a reader says is wrong, and what taking that up does. */
function Suggestion({ suggestion }: { suggestion: NonNullable<QueueItem['suggestion']> }) {
  const { wrong, should, source, from, by, proposal } = suggestion;
  const rows = [
    ['What is wrong', wrong],
    ['Should be', should],
    ['Source', source],
    ['From', [by, from].filter(Boolean).join(', ')],
  ].filter(([, value]) => value);
  return h('div', { class: 'stack' }, [
    h(
      'dl',
      { class: 'pairs' },
      rows.flatMap(([label, value]) => [
        h('dt', { key: `${label} of` }, label),
        h('dd', { key: label }, value),
      ]),
    ),
    h(
      'p',
      { class: 'quiet' },
      proposal
        ? `Taking it up does this: ${proposal}.`
        : 'What is to be done is for you to choose; then take it up, so that it leaves the queue.',
    ),
  ]);
}

/** Where the words of a claim stood, and what became of them. */
const Lost = ({ lost, words }: { lost: NonNullable<QueueItem['lost']>; words: string }) => [
  h('p', null, [
    'Words in the newest version: ',
    h('b', null, lost.fate),
    `. It stood in ${placeInWords(lost.place)}:`,
  ]),
  h(PlaceText, { place: lost.place, words }),
];

/** The words in their sentence, whose they are, and where they stand. */
function ItemWords({ item, done }: { item: QueueItem; done: string | undefined }) {
  const { speaker, confidence } = item;
  return [
    h('p', { class: 'kicker' }, [
      allReasons(item),
      item.reasons.length > 0 && item.why && h('span', { class: 'quiet' }, `: ${item.why}`),
    ]),
    done && h('p', { class: 'done-words' }, `Done: ${done}`),
    h('p', { class: 'in-sentence serif' }, [
      item.before,
      h('mark', { class: 'these' }, item.words || item.articleTitle),
      item.after,
    ]),
    item.claim !== null &&
      h('p', { class: 'who' }, [
        speaker
          ? h(
              'a',
              { href: addressOf({ view: 'filed', room: 'speakers', id: speaker.id }) },
              speaker.name,
            )
          : 'Nobody is named',
        h('span', { class: 'quiet' }, item.type ? `, ${item.type}` : ''),
        confidence !== null &&
          h('span', { class: 'quiet' }, `, confidence ${confidence.toFixed(2)}`),
      ]),
    h('p', null, [
      h(
        'a',
        { href: addressOf({ view: 'article', id: item.article, claim: item.claim }) },
        item.articleTitle,
      ),
      item.outlet && h('span', { class: 'quiet' }, `, ${item.outlet}`),
    ]),
  ];
}

type Named = readonly [words: string, key: string];
const CLAIM_ACTS: readonly Named[] = [
  ['Confirm', 'c'],
  ['Reject', 'x'],
  ['Speaker', 's'],
  ['Via', 'v'],
  ['Type', 't'],
  ['Said on', 'd'],
  ['Bounds', 'b'],
  ['Topic', 'o'],
  ['Relate', 'r'],
  ['Note', 'n'],
];

function ItemActs({ desk, item }: { desk: Desk; item: QueueItem }) {
  const keys = queueKeys(desk);
  const run = (key: string) => () => keys.find((row) => row.keys.includes(key))?.run(key);
  const own: readonly Named[] = item.claim === null ? [['Published', 'd']] : CLAIM_ACTS;
  const decide: Named = ['Decide', 'e'];
  const asked: readonly Named[] = [
    ['Take up', 'y'],
    ['Dismiss', 'z'],
  ];
  const acts = [
    ...(item.suggestion ? asked : []),
    ...(item.reasons.includes('orphan') ? [decide] : []),
    ...own,
  ];
  return h('div', { class: 'actions', role: 'group', 'aria-label': 'Acts' }, [
    acts.map(([words, key]) => h(Action, { key, words, keyHint: key, run: run(key) })),
    h(Action, { words: 'Open', keyHint: '⏎', run: () => open(desk, item) }),
  ]);
}

function ItemPanel({ desk, state, item }: { desk: Desk; state: State; item: QueueItem }) {
  const view = useArticle(desk, item.article, state.revision);
  const record = view?.record.claims.find(({ id }) => id === item.claim) ?? null;
  const marked = meant(state.queue);
  const target = targetOf(state);
  const { editor } = state;
  const subject: Subject = {
    claims: editor?.claims ?? [],
    article: item.article,
    candidates: target?.candidates ?? [],
    heirs: item.heirs,
    record: editor?.claims.length === 1 ? record : null,
    view,
    done: item.claim === null ? new Set([item.key]) : (target?.done ?? new Set()),
  };
  return h('div', { class: 'item stack' }, [
    h(ItemWords, { item, done: state.queue.done.get(item.key) }),
    item.lost && h(Lost, { lost: item.lost, words: item.words }),
    item.suggestion && h(Suggestion, { suggestion: item.suggestion }),
    item.candidates.length > 0 && h(Candidates, { desk, state, item }),
    marked.length > 1 &&
      h('p', { class: 'notice-line' }, `${marked.length} marked: acts are for all of them.`),
    editor && h(OpenEditor, { desk, kind: editor.kind, subject }),
    h(ItemActs, { desk, item }),
    record && view && h(ClaimFacts, { claim: record, view }),
  ]);
}

export function QueueView({ desk, state, filters }: FilterProps) {
  const { queue } = state;
  const item = current(queue);
  const rowClass = (one: QueueItem) =>
    [queue.done.has(one.key) && 'done', queue.marked.has(one.key) && 'marked']
      .filter(Boolean)
      .join(' ');
  const waits =
    state.session && !(state.isLoadingQueue && queue.items.length === 0)
      ? `${queue.total.toLocaleString('en')} ${queue.total === 1 ? 'waits' : 'wait'}`
      : 'Looking …';
  return h('div', { class: 'queue-view' }, [
    h('div', { class: 'queue-side' }, [
      h('h1', { class: 'queue-title' }, ['Queue ', h('small', { id: 'waits' }, waits)]),
      h(FilterList, { desk, state, filters }),
    ]),
    queue.items.length > 0
      ? h(VirtualList<QueueItem>, {
          label: 'What waits',
          items: queue.items,
          total: queue.total + queue.done.size,
          at: placeOf(queue, queue.at),
          keyOf: ({ key }) => key,
          row: (one) => h(Row, { item: one, done: queue.done.get(one.key) }),
          classOf: rowClass,
          isMarked: ({ key }) => queue.marked.has(key),
          choose: (one, isAgain) => (isAgain ? open(desk, one) : desk.standAt(one.key)),
          reachedEnd: () => void desk.loadMore(),
        })
      : h(
          'p',
          { class: 'empty', tabIndex: -1, 'data-home': true },
          state.isLoadingQueue ? 'Looking …' : 'Nothing waits here.',
        ),
    h('section', { class: 'queue-panel', 'aria-label': 'The item' }, [
      item && h(ItemPanel, { key: item.key, desk, state, item }),
    ]),
  ]);
}
