/** One article: its text with the claims on the left, what is known and can be done on the right. */
import { h } from 'preact';
import { useCallback, useMemo, useState } from 'preact/hooks';
import { wordsForEdtf } from '../../../model/dates.ts';
import type { ClaimRecord, DateFact } from '../../../model/records.ts';
import type { Span } from '../../../text/span.ts';
import { shortened } from '../../../text/shorten.ts';
import type { ArticleView as View } from '../../api.ts';
import { boundsOf } from '../bounds.ts';
import type { Desk } from '../desk.ts';
import { OpenEditor } from '../editors/editor.ts';
import { NewClaim } from '../editors/new-claim.ts';
import type { Subject } from '../editors/subject.ts';
import type { KeyRow } from '../keys.ts';
import { Action } from '../parts/action.ts';
import { ArticleText } from '../parts/article-text.ts';
import { ClaimFacts } from '../parts/claim-facts.ts';
import { ClaimList } from '../parts/claim-list.ts';
import { whyGiven } from '../parts/why-field.ts';
import { inReadingOrder } from '../pieces.ts';
import { addressOf } from '../routes.ts';
import { cutAtBlocks, wholeWords } from '../steps.ts';
import type { State } from '../store.ts';
import { claimKeys, type Target } from './claim-acts.ts';
import {
  addOf,
  chosenOf,
  handlesOf,
  modeKeys,
  modeWords,
  saveBounds,
  splitOf,
  stepsFor,
} from './modes.ts';

const queueItem = (view: View, claim: string | null) =>
  view.queue.find((one) => one.claim === claim && claim !== null);

/** What an act is meant for: marked claims in their order, else the one that one stands at. */
function targetOf({ article, claim, marked }: State): Target | null {
  if (!article) return null;
  const ordered = inReadingOrder(article.record.claims).filter(({ id }) => marked.has(id));
  const claims =
    ordered.length > 0 ? ordered.map(({ id }) => id) : [claim].flatMap((id) => id ?? []);
  const record = article.record.claims.find(({ id }) => id === claims[0]) ?? null;
  return {
    claims,
    article: article.record.id,
    candidates:
      claims.length === 1
        ? (queueItem(article, claims[0] ?? null)?.candidates ?? record?.candidates ?? [])
        : [],
    record,
    done: new Set(),
  };
}

/** Words that are selected with the mouse, to whole words and paragraphs. */
const selection: { span: Span | null } = { span: null };

function addFromSelection(desk: Desk): boolean {
  const { article } = desk.store.get();
  const { span } = selection;
  if (!article || !span) return false;
  const { record } = article;
  const words = wholeWords(stepsFor(record), record.text, span);
  if (!words) return false;
  getSelection()?.removeAllRanges();
  selection.span = null;
  desk.store.set({
    editor: null,
    mode: { kind: 'new', parts: cutAtBlocks(record.text, record.blocks, words) },
  });
  return true;
}

export function articleKeys(desk: Desk): KeyRow[] {
  const state = () => desk.store.get();
  const step = (by: number) => () => {
    const { article, claim } = state();
    const list = inReadingOrder(article?.record.claims ?? []);
    const at = list.findIndex(({ id }) => id === claim);
    const next = list[Math.min(Math.max(at + by, 0), list.length - 1)];
    if (next) desk.standAtClaim(next.id);
  };
  const withArticle = (make: (view: View, claim: string | null) => Partial<State> | null) => () => {
    const { article, claim } = state();
    const change = article && make(article, claim);
    if (!change) return;
    desk.store.set({ editor: null, ...change });
    desk.focusSoon();
  };
  return [
    { keys: ['j', 'ArrowDown'], words: 'next claim', run: step(1) },
    { keys: ['k', 'ArrowUp'], words: 'the claim before', run: step(-1) },
    { keys: ['Home'], words: 'first claim', run: step(-1e9) },
    { keys: ['End'], words: 'last claim', run: step(1e9) },
    ...claimKeys(desk, () => targetOf(state())),
    {
      keys: ['b'],
      words: 'bounds: drag the handles, or move them by words',
      run: withArticle((view, claim) => (claim ? { mode: boundsOf(view.record, claim) } : null)),
    },
    {
      keys: ['|', 'y'],
      words: 'split at a word',
      run: withArticle((view, claim) => (claim ? { mode: splitOf(view.record, claim) } : null)),
    },
    { keys: ['+', 'J'], words: 'join with the marked, or with the next', run: () => join(desk) },
    {
      keys: ['a'],
      words: 'add a claim: of the selected words, or of words chosen with the keys',
      run: () => {
        if (!addFromSelection(desk))
          withArticle((view, claim) => ({ mode: addOf(view.record, claim) }))();
      },
    },
    {
      keys: ['i'],
      words: 'a description in this article means somebody',
      run: () => {
        const { article, claim } = state();
        if (article)
          desk.openEditor({
            kind: 'alias',
            claims: claim ? [claim] : [],
            article: article.record.id,
          });
      },
    },
    {
      keys: ['p'],
      words: 'day of publication',
      run: () => {
        const { article } = state();
        if (article) desk.openEditor({ kind: 'published', claims: [], article: article.record.id });
      },
    },
    {
      keys: ['m'],
      words: 'mark, to do several at once',
      run: () => {
        const { claim } = state();
        if (claim) desk.toggleClaim(claim);
      },
    },
    { keys: ['q'], words: 'to the queue', run: () => desk.go({ view: 'queue', filters: {} }) },
  ];
}

function join(desk: Desk): void {
  const { article, claim, marked } = desk.store.get();
  if (!article || !claim) return;
  const list = inReadingOrder(article.record.claims);
  const chosen = new Set([...marked, claim]);
  const at = list.findIndex(({ id }) => id === claim);
  const next = list[at + 1];
  if (chosen.size < 2 && next) chosen.add(next.id);
  const claims = list.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
  if (claims.length < 2) return;
  desk.store.set({ marked: new Set() });
  void desk.act({ act: 'join', claims, why: whyGiven() }, `Joined ${claims.length} claims.`);
}

/** Inferred dates stand in brackets, as on the site. */
function dateWords({ edtf, basis }: DateFact): string {
  if (!edtf) return 'date unknown';
  return basis === 'inferred' ? `[${wordsForEdtf(edtf)}]` : wordsForEdtf(edtf);
}

function Head({ view }: { view: View }) {
  const { record } = view;
  const read = Math.round(view.read * 100);
  const claims = record.claims.length;
  const { published } = record;
  return h('div', { class: 'article-head' }, [
    h('h1', { class: record.title.length > 60 ? 'long' : '' }, record.title),
    h('p', { class: 'quiet' }, [
      record.outlet && [
        h(
          'a',
          { href: addressOf({ view: 'filed', room: 'outlets', id: record.outlet.id }) },
          record.outlet.name,
        ),
        ', ',
      ],
      dateWords(published),
      `; ${claims} ${claims === 1 ? 'claim' : 'claims'}, a person has read ${read} %`,
    ]),
  ]);
}

function Rejected({ desk, view }: { desk: Desk; view: View }) {
  if (view.rejected.length === 0) return null;
  return h('details', { class: 'rejected' }, [
    h('summary', null, `Rejected here: ${view.rejected.length}`),
    h(
      'ul',
      null,
      view.rejected.map(({ words, occurrence, why, by }) =>
        h('li', { key: `${words} ${occurrence ?? ''}` }, [
          h('span', { class: 'serif' }, words),
          h('span', { class: 'quiet' }, ` ${why}${by ? ` ${by}` : ''} `),
          h(
            'button',
            {
              type: 'button',
              class: 'btn small',
              onClick: () =>
                void desk.act(
                  { act: 'restore', article: view.record.id, words, occurrence },
                  'Took the rejection back.',
                ),
            },
            'take back',
          ),
        ]),
      ),
    ),
  ]);
}

function Acts({ state, keys }: { state: State; keys: readonly KeyRow[] }) {
  const run = (key: string) => () => keys.find((row) => row.keys.includes(key))?.run(key);
  const act = (words: string, key: string) =>
    h(Action, { key, words, keyHint: key, run: run(key) });
  return h('div', { class: 'actions', role: 'group', 'aria-label': 'Acts' }, [
    state.claim && [
      act('Confirm', 'c'),
      act('Reject', 'x'),
      act('Speaker', 's'),
      act('Via', 'v'),
      act('Type', 't'),
      act('Said on', 'd'),
      act('Bounds', 'b'),
      act('Split', 'y'),
      act('Join', 'J'),
      act('Topic', 'o'),
      act('Relate', 'r'),
      act('Note', 'n'),
      h(Action, {
        key: 'm',
        words: 'Mark',
        keyHint: 'm',
        isPressed: state.marked.has(state.claim),
        run: run('m'),
      }),
    ],
    act('Add', 'a'),
    act('Description', 'i'),
    act('Published', 'p'),
  ]);
}

/** How words begin and how they end: what changes when bounds are moved. */
const bothEnds = (words: string): string =>
  words.length <= 200 ? words : `${words.slice(0, 90).trimEnd()} … ${words.slice(-90).trimStart()}`;

function ModePanel({ desk, state, view }: { desk: Desk; state: State; view: View }) {
  const { mode } = state;
  if (!mode) return null;
  if (mode.kind === 'new') return h(NewClaim, { desk, view, parts: mode.parts });
  const keys = modeKeys(desk, view.record, mode);
  const button = (words: string, key: string) =>
    h(
      'button',
      {
        key,
        type: 'button',
        class: 'btn action',
        onClick: () => keys.find((row) => row.keys.includes(key))?.run(key),
      },
      words,
    );
  const chosen = chosenOf(mode)
    .map(({ start, end }) => view.record.text.slice(start, end))
    .join(' … ');
  return h('section', { class: 'editor stack', 'aria-label': 'What is chosen' }, [
    h('p', { class: 'quiet' }, modeWords(mode)),
    h('div', { class: 'actions' }, [
      mode.kind === 'bounds' && [
        button('Start ←', '['),
        button('Start →', ']'),
        button('End ←', '{'),
        button('End →', '}'),
        h(
          'button',
          {
            type: 'button',
            class: 'btn action',
            onClick: () => saveBounds(desk, view.record, mode),
          },
          'Save',
        ),
      ],
      mode.kind === 'split' && [
        button('Cut ←', '['),
        button('Cut →', ']'),
        button('Split', 'Enter'),
      ],
      mode.kind === 'add' && [
        button('Word ←', 'ArrowLeft'),
        button('Word →', 'ArrowRight'),
        button('Less', 'shift+ArrowLeft'),
        button('More', 'shift+ArrowRight'),
        button('Add', 'a'),
      ],
      button('Leave', 'Escape'),
    ]),
    chosen !== '' && h('p', { class: 'serif' }, bothEnds(chosen)),
  ]);
}

function ClaimPanel({
  desk,
  state,
  view,
  claim,
}: {
  desk: Desk;
  state: State;
  view: View;
  claim: ClaimRecord | null;
}) {
  const { editor, mode } = state;
  const target = targetOf(state);
  const item = queueItem(view, claim?.id ?? null);
  const subject: Subject = {
    claims: editor?.claims ?? [],
    article: view.record.id,
    candidates: target?.candidates ?? [],
    heirs: [],
    record: claim,
    view,
    done: new Set(),
  };
  const marked = state.marked.size;
  return h('div', { class: 'stack' }, [
    mode && h(ModePanel, { desk, state, view }),
    editor && h(OpenEditor, { desk, kind: editor.kind, subject }),
    claim &&
      !mode &&
      h('p', { class: 'open-claim serif' }, [
        shortened(claim.text, 280),
        item && h('span', { class: 'why' }, item.why),
      ]),
    marked > 0 && h('p', { class: 'notice-line' }, `${marked} marked: acts are for all of them.`),
    !mode && h(Acts, { state, keys: articleKeys(desk) }),
    claim && h(ClaimFacts, { key: claim.id, claim, view }),
    h(Rejected, { desk, view }),
  ]);
}

export function ArticlePage({ desk, state }: { desk: Desk; state: State }) {
  const { article: view, mode, claim: here } = state;
  const [hasSelection, setHasSelection] = useState(false);
  const select = useCallback((span: Span | null) => {
    selection.span = span;
    setHasSelection(span !== null);
  }, []);
  const ordered = useMemo(() => inReadingOrder(view?.record.claims ?? []), [view]);
  const choose = useCallback(
    (claims: readonly string[]) => {
      const { claim, mode: open } = desk.store.get();
      if (open) return;
      // Where claims lie within one another, a second click goes to the one around it.
      const at = claims.indexOf(claim ?? '');
      const next = claims[(at + 1) % claims.length];
      if (next) desk.standAtClaim(next);
    },
    [desk],
  );
  const chosen = useMemo(() => chosenOf(mode), [mode]);
  const cuts = useMemo(() => (mode?.kind === 'split' ? [...mode.cuts, mode.at] : []), [mode]);
  if (!view)
    return h('p', { class: 'empty', tabIndex: -1, 'data-home': true }, [
      state.problems.length > 0 ? 'The article could not be shown.' : 'Opening …',
    ]);
  const { record } = view;
  const claim = record.claims.find(({ id }) => id === here) ?? null;
  return h('div', { class: 'article-view' }, [
    h(Head, { view }),
    h('div', { class: 'article-main' }, [
      h(ArticleText, {
        record,
        here,
        marked: state.marked,
        chosen,
        cuts,
        handles: handlesOf(desk, record, mode),
        mode: mode && mode.kind !== 'new' ? modeWords(mode) : null,
        choose,
        select,
      }),
    ]),
    h('section', { class: 'article-panel', 'aria-label': 'Claims' }, [
      hasSelection &&
        h('p', { class: 'from-selection' }, [
          h(Action, {
            words: 'Add a claim of the selected words',
            keyHint: 'a',
            run: () => void addFromSelection(desk),
          }),
        ]),
      h(ClaimList, {
        label: 'Claims of the article',
        claims: ordered.map((one) => ({
          id: one.id,
          number: one.number,
          words: shortened(one.text, 160),
          who: one.speaker?.name ?? 'nobody',
          review: one.review,
          waits: view.queue.some(({ claim: id }) => id === one.id),
        })),
        here,
        marked: state.marked,
        isHome: mode === null || mode.kind === 'new',
        choose: (id) => desk.standAtClaim(id),
      }),
      h(ClaimPanel, { desk, state, view, claim }),
    ]),
  ]);
}
