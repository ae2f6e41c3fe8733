/** The whole page: header, messages, the view that is open, the line of keys. */
import { h } from 'preact';
import type { Desk } from './desk.ts';
import type { KeyRow } from './keys.ts';
import { Problems } from './parts/problems.ts';
import { addressOf, ROOMS } from './routes.ts';
import type { State } from './store.ts';
import { ArticlePage, articleKeys } from './views/article.ts';
import { ChangesView } from './views/changes.ts';
import { FiledPage, filedKeys } from './views/filed.ts';
import { MessagesView } from './views/messages.ts';
import { modeKeys } from './views/modes.ts';
import { NamesView, ROOM_WORDS } from './views/names.ts';
import { QueueView, queueKeys } from './views/queue.ts';
import { ReviewView } from './views/review.ts';
import { SamplePage, sampleKeys } from './views/sample.ts';

/** Keys that work everywhere. */
export const commonKeys = (desk: Desk, help: () => void): KeyRow[] => [
  { keys: ['u', 'ctrl+z'], words: 'undo', run: () => void desk.turn('undo') },
  { keys: ['U', 'ctrl+shift+z'], words: 'redo', run: () => void desk.turn('redo') },
  { keys: ['?'], words: 'these keys', run: help },
  {
    keys: ['Escape'],
    words: 'leave, or put messages away',
    run: () => {
      const { editor, mode } = desk.store.get();
      if (editor ?? mode) desk.closeEditor();
      else desk.dismiss();
    },
  },
];

/** Keys of what is open, in the order in which they are asked. */
export function keysOf(desk: Desk, state: State): KeyRow[] {
  const { route, mode, article } = state;
  if (mode && article) return modeKeys(desk, article.record, mode);
  switch (route.view) {
    case 'queue':
      return queueKeys(desk);
    case 'article':
      return articleKeys(desk);
    case 'filed':
      return filedKeys(desk);
    case 'sample':
      return sampleKeys(desk);
    default:
      return [];
  }
}

interface Props {
  desk: Desk;
  state: State;
}

export function Header({ desk, state, help }: Props & { help: () => void }) {
  const { session, route } = state;
  const link = (words: string, address: string, isHere: boolean) =>
    h(
      'li',
      { key: address },
      h('a', { href: address, 'aria-current': isHere ? 'page' : undefined }, words),
    );
  return h('div', { class: 'mast-in' }, [
    h('a', { class: 'wordmark', href: '#/queue' }, session?.archive.name ?? 'Desk'),
    h('nav', { 'aria-label': 'Desk' }, [
      h('ul', null, [
        link('Queue', '#/queue', route.view === 'queue'),
        ...ROOMS.map((room) =>
          link(
            ROOM_WORDS[room],
            addressOf({ view: 'names', room }),
            (route.view === 'names' || route.view === 'filed') && route.room === room,
          ),
        ),
        link('Review', '#/review', route.view === 'review' || route.view === 'sample'),
        link('Messages', '#/messages', route.view === 'messages'),
        link('Changes', '#/changes', route.view === 'changes'),
      ]),
    ]),
    h('p', { class: 'who-works' }, [
      h(
        'span',
        { class: 'person' },
        session?.person?.name ?? (session ? 'git knows no name here' : ''),
      ),
      h(
        'button',
        {
          type: 'button',
          class: 'btn small',
          disabled: !session?.undo,
          title: session?.undo ?? undefined,
          onClick: () => void desk.turn('undo'),
        },
        'Undo',
      ),
      h(
        'button',
        {
          type: 'button',
          class: 'btn small',
          disabled: !session?.redo,
          title: session?.redo ?? undefined,
          onClick: () => void desk.turn('redo'),
        },
        'Redo',
      ),
      h('button', { type: 'button', class: 'btn small', onClick: help }, 'Keys'),
    ]),
  ]);
}

export function Banner({ desk, state }: Props) {
  const { problems, notices, isReachable, waiting } = state;
  return h('div', { class: 'banners' }, [
    !isReachable &&
      h('div', { class: 'banner bad', role: 'alert' }, [
        h(
          'p',
          null,
          `The desk’s server does not answer. ${
            waiting > 0
              ? `${waiting} ${waiting === 1 ? 'act waits' : 'acts wait'} and will be saved when it is back; nothing that you typed is lost.`
              : 'Nothing that you typed is lost.'
          } Start it again with npm run desk.`,
        ),
        h(
          'button',
          { type: 'button', class: 'btn', onClick: () => void desk.reach() },
          'Try again',
        ),
        waiting > 0 &&
          h(
            'button',
            { type: 'button', class: 'btn quiet-btn', onClick: () => desk.forget() },
            'Forget what waits',
          ),
      ]),
    problems.length > 0 &&
      h('div', { class: 'banner bad', role: 'alert' }, [
        h(Problems, { problems }),
        h('button', { type: 'button', class: 'btn', onClick: () => desk.dismiss() }, 'Put away'),
      ]),
    notices.length > 0 &&
      h('div', { class: 'banner', role: 'status' }, [
        notices.map((words, i) => h('p', { key: i }, words)),
        h('button', { type: 'button', class: 'btn', onClick: () => desk.dismiss() }, 'Put away'),
      ]),
  ]);
}

function View({ desk, state }: Props) {
  const { route } = state;
  switch (route.view) {
    case 'queue':
      return h(QueueView, { desk, state, filters: route.filters });
    case 'article':
      return h(ArticlePage, { desk, state });
    case 'names':
      return h(NamesView, { key: route.room, desk, state, room: route.room });
    case 'filed':
      return h(FiledPage, { desk, state, room: route.room });
    case 'messages':
      return h(MessagesView, { state });
    case 'changes':
      return h(ChangesView, { desk, state });
    case 'review':
      return h(ReviewView, { desk, state });
    case 'sample':
      return h(SamplePage, { desk, state });
  }
}
export const Main = (props: Props) => h(View, props);

/** What the last act wrote, and how to take it back. */
export function Keyline({ state }: Props) {
  const { last, waiting } = state;
  const files = last?.files ?? [];
  const lines = (sign: '+' | '-') =>
    files
      .flatMap(({ diff }) => diff.split('\n'))
      .filter((line) => line.startsWith(sign) && !/^(?:\+\+\+|---)/.test(line)).length;
  return h('p', null, [
    waiting > 0 && `Saving ${waiting} … `,
    files.length > 0 &&
      h('span', { key: 'last' }, [
        'Saved in ',
        h('code', null, files[0]?.path ?? ''),
        files.length > 1 ? ` and ${files.length - 1} more` : '',
        `, ${lines('+')} lines more, ${lines('-')} fewer. `,
        h('a', { href: '#/changes' }, 'Changes'),
        ' ',
      ]),
    h('span', { class: 'quiet', key: 'keys' }, '? shows the keys'),
  ]);
}
