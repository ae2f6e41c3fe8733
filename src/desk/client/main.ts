/** Starts the page: draws the store's state, follows addresses, keys and the server's events. */
// First, before any schema is made.
import './policy.ts';
import { h, render } from 'preact';
import { Acted, Event as ArchiveEvent } from '../api.ts';
import { Banner, commonKeys, Header, Keyline, keysOf, Main } from './app.ts';
import { greet, post } from './ask.ts';
import { Desk } from './desk.ts';
import { showHelp } from './help.ts';
import { handleKey } from './keys.ts';
import { routeOf } from './routes.ts';
import { createSaver } from './saver.ts';
import { beginning, createStore, type State } from './store.ts';

const place = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}.`);
  return found;
};

/** Milliseconds between trials to reach a server that is gone. */
const PAUSE = 1500;

const TITLES: Readonly<Record<State['route']['view'], (state: State) => string>> = {
  queue: () => 'Queue',
  article: ({ article }) => article?.record.title ?? 'Article',
  names: ({ route }) => (route.view === 'names' ? route.room : ''),
  filed: ({ filed }) => filed?.name ?? '',
  messages: () => 'Messages',
  changes: () => 'Changes',
  review: () => 'Review',
  sample: ({ route }) => (route.view === 'sample' ? `Sample ${route.name}` : ''),
};

function draw(state: State): void {
  const props = { desk, state };
  render(h(Header, { ...props, help }), place('mast'));
  render(h(Banner, props), place('banner'));
  render(h(Main, props), place('main'));
  render(h(Keyline, props), place('keyline'));
  document.title = `${TITLES[state.route.view](state)} · Desk${
    state.session ? ` · ${state.session.archive.name}` : ''
  }`;
}

const store = createStore(beginning(routeOf(location.hash)), draw);
const saver = createSaver({
  post: (path, act) => post(path, act, Acted),
  storage: sessionStorage,
  changed: (waiting, isReachable) => store.set({ waiting, isReachable }),
  pause: PAUSE,
});
const desk = new Desk(store, saver);

function help(): void {
  showHelp(keysOf(desk, store.get()), commonKeys(desk, help));
}

document.addEventListener('keydown', (event) =>
  handleKey(event, [keysOf(desk, store.get()), commonKeys(desk, help)]),
);
addEventListener('hashchange', () => void desk.arrive(routeOf(location.hash)));
addEventListener('beforeunload', (event) => {
  // What waits is kept in the tab; the question is for those who would close it.
  if (saver.waiting > 0) event.preventDefault();
});

/** The server tells of changes; the line is opened anew when it broke off. */
function follow(): void {
  const events = new EventSource(new URL('api/events', document.baseURI));
  events.addEventListener('message', ({ data }: MessageEvent<string>) => {
    const read = ArchiveEvent.safeParse(JSON.parse(data));
    if (read.success) desk.heard(read.data);
  });
  events.addEventListener('open', () => desk.found());
  events.addEventListener('error', () => {
    events.close();
    desk.lost();
    setTimeout(() => void greet().then(follow), PAUSE);
  });
}

draw(store.get());
await desk.loadSession();
desk.resume();
await desk.arrive(routeOf(location.hash));
desk.focusSoon();
follow();
