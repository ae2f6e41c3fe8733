/** The search page: reads its state from the address, asks, shows, and writes the state back. */
import { isEmpty, readState, writeState, type SearchState } from '../../../search/state.ts';
import { coverageInWords } from '../../../publish/search/coverage.ts';
import { articleList } from './article-list.ts';
import { inWords } from './asked-in-words.ts';
import { byId, make, siteRoot } from './dom.ts';
import { Engine, type Answer, type Shown } from './engine.ts';
import { facetForm } from './facets.ts';
import { bySpeaker, overTime } from './lanes.ts';
import { namedAs } from './named.ts';
import { notices, nothing } from './notices.ts';
import { older, PAGE, resultList } from './result-list.ts';
import { summaryOf } from './summary.ts';
import { takeAway } from './take-away.ts';
import { button, type View } from './view.ts';

/** Milliseconds without a keystroke after which is searched, and after which a search is slow. */
const PAUSE = 40;
const SLOW = 250;
/** Claims in the newest bundle from which on first letters are waited out. */
const LARGE = 5000;

const root = siteRoot();
const { name: siteName = '', root: publicRoot = root } = byId('search').dataset;
const engine = new Engine(root);
// For scripts and tests: asks as the page does, without drawing.
Object.defineProperty(byId('search'), 'engine', { value: engine });
const form = byId<HTMLFormElement>('ask');
const input = byId<HTMLInputElement>('q-main');
const results = byId('results');
const main = byId('found');
const start = byId('start');
const problems = byId('problems');
const named = byId('named');
const status = byId('status');
const coverage = byId('coverage');

let state: SearchState = readState(new URLSearchParams(location.search));
/** Counts the searches, so that a late answer does not overwrite a newer one. */
let asked = 0;
/** While a reader types, the address changes without adding to the history. */
let typing = false;

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

const link: View['link'] = (next, properties, ...children) =>
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

const say = (words: string): void => {
  status.textContent = words;
};

const view: View = {
  root,
  publicRoot,
  siteName,
  engine,
  get state() {
    return state;
  },
  go,
  again: search,
  link,
  say,
  showError,
};
const facets = facetForm(view);
const articles = articleList(view);

async function search(focus?: string): Promise<void> {
  const mine = ++asked;
  form.querySelectorAll('input[type=hidden]').forEach((field) => field.remove());
  if (document.activeElement !== input || !typing) input.value = state.q;
  if (isEmpty(state)) {
    showStart();
    return;
  }
  main.setAttribute('aria-busy', 'true');
  const slow = setTimeout(() => {
    if (mine === asked) showSearching();
  }, SLOW);
  try {
    const began = state;
    const answer = await engine.ask(began);
    if (mine !== asked) return;
    const [{ list, more }, names] = await Promise.all([
      engine.shown(answer, (began.page - 1) * PAGE, began.page * PAGE),
      began.page === 1 ? namedAs(view, answer.query) : [],
    ]);
    if (mine !== asked) return;
    start.hidden = true;
    results.hidden = false;
    named.replaceChildren(...names);
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

/** The page as it is before anything is asked. */
function showStart(): void {
  results.hidden = true;
  articles.hide();
  start.hidden = false;
  problems.replaceChildren();
  named.replaceChildren();
  say('');
  document.title = `Search the claims | ${siteName}`;
  main.removeAttribute('aria-busy');
}

function showSearching(): void {
  say('Searching …');
  start.hidden = true;
  if (!results.hidden) return;
  results.hidden = false;
  facets.hide();
  main.replaceChildren(make('p', { class: 'coverage' }, 'Searching …'));
}

function showError(): void {
  start.hidden = true;
  results.hidden = false;
  facets.hide();
  articles.hide();
  problems.replaceChildren();
  named.replaceChildren();
  const text = 'The search could not be loaded.';
  say(text);
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
        button('btn solo', () => search('result-count'), 'Try again'),
      ),
    ),
  );
}

/** Puts an answer and the claims of this page of results in their places. */
function show(answer: Answer, list: readonly Shown[], more: boolean): void {
  const none = list.length === 0 && state.page === 1;
  const { headline, short, uncertain, speakers } = summaryOf(answer, none);
  document.title = `${inWords(state, engine)}: ${short} | ${siteName}`;
  say(state.page > 1 ? `${headline}, page ${state.page}` : headline);
  coverage.textContent = coverageInWords(answer.searched);
  problems.replaceChildren(...notices(view, answer));
  const isBare = none && answer.selection.years.size === 0;
  main.replaceChildren(
    make('h2', { class: 'hang', id: 'result-count', tabindex: '-1' }, headline),
    ...(none ? nothing(view, answer) : resultList(view, answer, list, { uncertain, more })),
    answer.older ? older(view, answer.older) : '',
    ...(isBare ? [] : [overTime(view, answer), bySpeaker(view, speakers)]),
    none ? '' : takeAway(view, answer),
  );
  facets.show(answer);
  articles.show(answer, none);
}

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
addEventListener('popstate', () => {
  typing = false;
  state = readState(new URLSearchParams(location.search));
  input.value = state.q;
  void search();
});

input.value = state.q;
void search();
