/** What is filed under one name: its card, all claims to go through, merge, split and rename. */
import { h } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Act, FiledView, NameHit, Room } from '../../api.ts';
import type { Desk } from '../desk.ts';
import { CardForm } from '../editors/card.ts';
import { OpenEditor } from '../editors/editor.ts';
import type { KeyRow } from '../keys.ts';
import { Action } from '../parts/action.ts';
import { ClaimList } from '../parts/claim-list.ts';
import { Combobox, type Option } from '../parts/combobox.ts';
import { Preview } from '../parts/preview.ts';
import {
  newSpeakers,
  speakerWords,
  useSpeakers,
  type SpeakerOption,
} from '../parts/speaker-options.ts';
import { WhyField, whyGiven } from '../parts/why-field.ts';
import { addressOf } from '../routes.ts';
import type { State } from '../store.ts';
import { claimKeys, type Target } from './claim-acts.ts';
import { ROOM_WORDS } from './names.ts';

function targetOf({ filed, claim, marked }: State): Target | null {
  if (!filed) return null;
  const chosen = filed.claims.filter(({ id }) => marked.has(id));
  const claims = chosen.length > 0 ? chosen : filed.claims.filter(({ id }) => id === claim);
  const [first] = claims;
  if (!first) return null;
  return {
    claims: claims.map(({ id }) => id),
    article: first.article,
    candidates: [],
    record: null,
    done: new Set(),
  };
}

export function filedKeys(desk: Desk): KeyRow[] {
  const state = () => desk.store.get();
  const step = (by: number) => () => {
    const { filed, claim } = state();
    const list = filed?.claims ?? [];
    const at = list.findIndex(({ id }) => id === claim);
    const next = list[Math.min(Math.max(at + by, 0), list.length - 1)];
    if (next) desk.standAtClaim(next.id);
  };
  return [
    { keys: ['j', 'ArrowDown'], words: 'next claim', run: step(1) },
    { keys: ['k', 'ArrowUp'], words: 'the claim before', run: step(-1) },
    {
      keys: ['Enter'],
      words: 'open in its article',
      run: () => {
        const { filed, claim } = state();
        const article = filed?.claims.find(({ id }) => id === claim)?.article;
        if (article) desk.go({ view: 'article', id: article, claim });
      },
    },
    ...claimKeys(desk, () => targetOf(state())),
    {
      keys: ['m'],
      words: 'mark, to do several at once',
      run: () => {
        const { claim } = state();
        if (claim) desk.toggleClaim(claim);
      },
    },
    {
      keys: ['A'],
      words: 'mark all, or none',
      run: () => {
        const { filed, marked } = state();
        const all = filed?.claims.map(({ id }) => id) ?? [];
        desk.store.set({ marked: new Set(marked.size === all.length ? [] : all) });
      },
    },
  ];
}

type Change = 'merge' | 'rename' | 'split';

interface ChangeProps {
  filed: FiledView;
  take: (act: Act, title: string) => void;
}

/** Of a change for which another is chosen first. */
interface ChoosingProps extends ChangeProps {
  desk: Desk;
  cancel: () => void;
}

function RenameForm({ filed, take }: ChangeProps) {
  const id = useId();
  const [name, setName] = useState(filed.name);
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => input.current?.select(), []);
  return h(
    'form',
    {
      class: 'stack',
      onSubmit: (event: Event) => {
        event.preventDefault();
        const next = name.trim();
        if (next && next !== filed.name)
          take(
            { act: 'rename', room: filed.room, id: filed.id, name: next },
            `Rename “${filed.name}” to “${next}”`,
          );
      },
    },
    [
      h('label', { for: id }, filed.room === 'topics' ? 'The question' : 'The name'),
      h('input', {
        ref: input,
        id,
        class: 'field',
        type: 'text',
        required: true,
        value: name,
        onInput: (event: Event) => setName((event.currentTarget as HTMLInputElement).value),
      }),
      h('p', { class: 'quiet' }, 'The address it had before leads to the new one.'),
      h('button', { type: 'submit', class: 'btn' }, 'Look at what changes'),
    ],
  );
}

function MergeForm({ desk, filed, take, cancel }: ChoosingProps) {
  const [hits, setHits] = useState<readonly NameHit[]>([]);
  useEffect(() => {
    desk.nameList(filed.room, undefined).then(setHits, () => undefined);
  }, []);
  const options = (list: readonly NameHit[]): Option[] =>
    list
      .filter(({ id }) => id !== filed.id)
      .map(({ id, name, kind, claims }) => ({
        key: id,
        label: name,
        hint: `${filed.room === 'topics' ? '' : `${kind}, `}${claims} claims`,
      }));
  return h(Combobox<Option>, {
    label: `“${filed.name}” is the same as`,
    options: options(hits),
    more: async (typed) => options(await desk.names(filed.room, typed)),
    choose: ({ key, label }) =>
      take(
        { act: 'merge', room: filed.room, from: filed.id, into: key },
        `Merge “${filed.name}” into “${label}”`,
      ),
    cancel,
  });
}

function SplitForm({ desk, filed, take, cancel }: ChoosingProps) {
  const [article, setArticle] = useState<string | null>(null);
  const { options, ...known } = useSpeakers(desk, article ?? undefined, [], false);
  const counts = new Map<string, number>();
  for (const one of filed.claims) counts.set(one.article, (counts.get(one.article) ?? 0) + 1);
  if (article === null)
    return h(Combobox<Option>, {
      key: 'article',
      label: `“${filed.name}” is somebody else in the article`,
      options: [...counts].map(([key, count]) => ({
        key,
        label: key,
        hint: `${count} ${count === 1 ? 'claim' : 'claims'}`,
      })),
      choose: ({ key }) => setArticle(key),
      cancel,
    });
  return h('div', { class: 'stack' }, [
    h(Combobox<SpeakerOption>, {
      key: 'speaker',
      label: `In ${article} it is`,
      options: options.filter(({ speaker }) => speaker !== filed.id),
      ...known,
      made: newSpeakers,
      choose: (option) =>
        take(
          {
            act: 'split-by-article',
            speaker: filed.id,
            article,
            into: option.speaker,
            why: whyGiven(),
          },
          `“${filed.name}” in ${article} is ${speakerWords(option)}`,
        ),
      cancel,
    }),
    h(WhyField, null),
  ]);
}

function Changer({ desk, filed }: { desk: Desk; filed: FiledView }) {
  const [change, setChange] = useState<Change | null>(null);
  const [chosen, setChosen] = useState<{ act: Act; title: string } | null>(null);
  const cancel = () => {
    setChange(null);
    setChosen(null);
    desk.focusSoon();
  };
  const take = (act: Act, title: string) => setChosen({ act, title });
  const done = () => {
    const act = chosen?.act;
    const made = desk.store.get().last?.made.cards ?? [];
    cancel();
    if (act?.act === 'merge') desk.go({ view: 'filed', room: filed.room, id: act.into }, true);
    const renamed = made
      .map((card) => card.replace(/^.*\//, '').replace(/\.md$/, ''))
      .find((id) => id !== filed.id);
    if (act?.act === 'rename' && renamed)
      desk.go({ view: 'filed', room: filed.room, id: renamed }, true);
  };
  const begin = (one: Change) => () => {
    setChosen(null);
    setChange(change === one ? null : one);
  };
  const button = (words: string, one: Change) =>
    h(Action, { words, keyHint: '', run: begin(one), isPressed: change === one });
  return h('div', { class: 'stack' }, [
    h('div', { class: 'actions' }, [
      button('Merge …', 'merge'),
      button('Rename …', 'rename'),
      filed.room === 'speakers' && button('Split by article …', 'split'),
    ]),
    change &&
      h('section', { class: 'editor', 'aria-label': 'Change of the name' }, [
        chosen && h(Preview, { desk, ...chosen, done, cancel }),
        !chosen && change === 'rename' && h(RenameForm, { filed, take }),
        !chosen && change === 'merge' && h(MergeForm, { desk, filed, take, cancel }),
        !chosen && change === 'split' && h(SplitForm, { desk, filed, take, cancel }),
      ]),
  ]);
}

function ClaimsPanel({ desk, state, filed }: { desk: Desk; state: State; filed: FiledView }) {
  const keys = filedKeys(desk);
  const run = (key: string) => () => keys.find((row) => row.keys.includes(key))?.run(key);
  const act = (words: string, key: string) =>
    h(Action, { key, words, keyHint: key, run: run(key) });
  const claim = filed.claims.find(({ id }) => id === state.claim);
  const { editor } = state;
  const count = filed.claims.length;
  return h('section', { class: 'filed-claims stack', 'aria-label': 'Claims' }, [
    h('h2', { class: 'hang' }, `${count} ${count === 1 ? 'claim' : 'claims'} filed here`),
    count > 0 &&
      h(ClaimList, {
        label: `Claims filed under ${filed.name}`,
        claims: filed.claims.map((one) => ({
          id: one.id,
          number: null,
          words: one.words,
          who: one.stance ?? one.mention ?? one.basis ?? '',
          review: one.review,
          waits: false,
        })),
        here: state.claim,
        marked: state.marked,
        isHome: true,
        choose: (id) => desk.standAtClaim(id),
      }),
    claim &&
      h('p', null, [
        h(
          'a',
          { href: addressOf({ view: 'article', id: claim.article, claim: claim.id }) },
          claim.articleTitle,
        ),
        h(
          'span',
          { class: 'quiet' },
          `, ${[claim.basis, claim.mention && `“${claim.mention}”`].filter(Boolean).join(' ') || 'nobody'}, confidence ${claim.confidence.toFixed(2)}`,
        ),
      ]),
    state.marked.size > 0 &&
      h('p', { class: 'notice-line' }, `${state.marked.size} marked: acts are for all of them.`),
    claim &&
      h('div', { class: 'actions', role: 'group', 'aria-label': 'Acts' }, [
        act('Confirm', 'c'),
        act('Reject', 'x'),
        act('Speaker', 's'),
        h(Action, {
          key: 'm',
          words: 'Mark',
          keyHint: 'm',
          isPressed: state.marked.has(claim.id),
          run: run('m'),
        }),
        act('Mark all', 'A'),
      ]),
    editor &&
      h(OpenEditor, {
        desk,
        kind: editor.kind,
        subject: {
          claims: editor.claims,
          article: editor.article,
          candidates: [],
          heirs: [],
          record: null,
          view: null,
          done: new Set<string>(),
        },
      }),
  ]);
}

export function FiledPage({ desk, state, room }: { desk: Desk; state: State; room: Room }) {
  const { filed } = state;
  if (!filed)
    return h(
      'p',
      { class: 'empty', tabIndex: -1, 'data-home': true },
      state.problems.length > 0 ? 'It could not be shown.' : 'Opening …',
    );
  return h('div', { class: 'filed-view' }, [
    h('div', { class: 'filed-head' }, [
      h(
        'p',
        { class: 'kicker' },
        h('a', { href: addressOf({ view: 'names', room }) }, ROOM_WORDS[room]),
      ),
      h('h1', { class: filed.name.length > 50 ? 'long' : '' }, filed.name),
      !filed.hasCard &&
        h('p', { class: 'quiet' }, 'No card yet: it is made with the first thing that is saved.'),
    ]),
    h('section', { class: 'filed-card stack', 'aria-label': 'Card' }, [
      room !== 'outlets' && h(CardForm, { key: `${room}/${filed.id}`, desk, filed }),
      h(Changer, { key: `change ${filed.id}`, desk, filed }),
    ]),
    h(ClaimsPanel, { desk, state, filed }),
  ]);
}
