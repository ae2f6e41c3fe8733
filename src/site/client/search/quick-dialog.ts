/** Quick search: speakers and topics by the beginning of a word, then claims; a list worked by arrow keys. */
// An address rather than an import: imported, the sheet would be loaded with every page.
import styles from '../../styles/quick.css?url';
import { nameMatches } from '../../../search/spelling.ts';
import { emptyState } from '../../../search/state.ts';
import { outletPath, searchPath, speakerPath, topicPath } from '../../../model/urls.ts';
import { beginning, count, figures } from '../../../model/wording.ts';
import { make, markedNodes, siteRoot } from './dom.ts';
import { Engine } from './engine.ts';
import { marked } from '../../../search/hits.ts';
import { inPlace } from './rows.ts';

const NAMES = 5;
const CLAIMS = 5;
const PAUSE = 120;

interface Choice {
  kind: string;
  text: (Node | string)[];
  about: string;
  address: string;
}

let opened: ReturnType<typeof dialog> | undefined;

function dialog() {
  const root = siteRoot();
  const engine = new Engine(root);
  const list = make('ul', { role: 'listbox', id: 'quick-list', 'aria-label': 'Found' });
  const input = make('input', {
    type: 'search',
    name: 'q',
    id: 'quick-q',
    class: 'field',
    role: 'combobox',
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-controls': 'quick-list',
    'aria-expanded': 'false',
    'aria-autocomplete': 'list',
  });
  const status = make('p', { role: 'status', class: 'quiet' });
  const form = make(
    'form',
    {
      action: new URL('search/', root).href,
      method: 'get',
      role: 'search',
      'aria-label': 'Quick search',
    },
    make('label', { for: 'quick-q' }, 'Speakers, topics, claims'),
    make(
      'div',
      { class: 'asked' },
      input,
      make('button', { class: 'btn', type: 'submit' }, 'Search'),
    ),
  );
  const element = make(
    'dialog',
    { class: 'quick', 'aria-label': 'Quick search' },
    form,
    status,
    list,
    make('p', { class: 'why' }, 'Arrow keys choose, Enter opens, Esc closes.'),
  );
  document.head.append(make('link', { rel: 'stylesheet', href: styles }));
  document.body.append(element);

  let choices: Choice[] = [];
  let at = -1;
  let asked = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const choose = (next: number) => {
    at = next;
    [...list.children].forEach((option, i) =>
      option.setAttribute('aria-selected', String(i === at)),
    );
    const option = list.children[at];
    if (option) {
      input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    } else input.removeAttribute('aria-activedescendant');
  };
  const go = (address: string) => {
    element.close();
    location.assign(address);
  };
  const show = (next: Choice[], words: string) => {
    const kept = choices[at]?.address;
    choices = [...next];
    list.replaceChildren(
      ...choices.map(({ kind, text, about, address }, i) =>
        make(
          'li',
          { role: 'option', id: `quick-${i}`, 'aria-selected': 'false', click: () => go(address) },
          make('span', { class: 'quiet' }, `${kind} `),
          make('span', { class: 'quick-text' }, ...text),
          make('span', { class: 'quiet' }, ` ${about}`),
        ),
      ),
    );
    input.setAttribute('aria-expanded', String(choices.length > 0));
    status.textContent = words;
    // Claims arrive after names: what the reader has chosen stays chosen.
    choose(choices.findIndex(({ address }) => address === kept));
  };

  const ask = async (text: string) => {
    const mine = ++asked;
    const found: Choice[] = [];
    if (!text.trim()) return show(found, '');
    try {
      const names = await engine.allNames();
      if (mine !== asked) return;
      for (const [kind, entries, path] of [
        ['speaker', names.speakers, speakerPath],
        ['topic', names.topics, topicPath],
        ['outlet', names.outlets, outletPath],
      ] as const) {
        const matching = entries
          .filter(([, name, , ...aliases]) =>
            [name, ...aliases].some((one) => nameMatches(text, String(one))),
          )
          .slice(0, NAMES);
        for (const [id, name, claims] of matching)
          found.push({
            kind,
            text: [name],
            about: count(claims, 'claim'),
            address: new URL(path(id), root).href,
          });
      }
      show(
        found,
        found.length > 0
          ? `${count(found.length, 'name')}; searching the claims`
          : 'Searching the claims',
      );
      const answer = await engine.ask({ ...emptyState(), q: text });
      const { list: claims } = await engine.shown(answer, 0, CLAIMS);
      if (mine !== asked) return;
      for (const { claim, detail } of claims) {
        const speaker = claim.rows.speaker(claim.row)?.name ?? 'Speaker not named';
        found.push({
          kind: 'claim',
          text: markedNodes(marked(beginning(detail.text, 160), answer.terms)),
          about: `${speaker}, in ${claim.rows.outlet(claim.row)?.name ?? detail.title}`,
          address: inPlace(root, detail, answer.terms),
        });
      }
      if (answer.selection.claims > CLAIMS) {
        found.push({
          kind: 'all',
          text: [`All ${figures(answer.selection.claims)} claims`],
          about: '',
          address: new URL(searchPath(text), root).href,
        });
      }
      show(found, found.length > 0 ? `${count(found.length, 'line')} found` : 'Nothing found');
    } catch {
      if (mine === asked)
        show(found, 'The claims could not be searched. Enter leads to the search page.');
    }
  };

  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void ask(input.value), PAUSE);
  });
  input.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && choices.length > 0) {
      event.preventDefault();
      choose(((at + 1 + step + choices.length + 1) % (choices.length + 1)) - 1);
    } else if (event.key === 'Escape') {
      // Without this the first Esc would only empty the field.
      event.preventDefault();
      element.close();
    } else if (event.key === 'Enter') {
      const chosen = choices[at];
      if (!chosen) return;
      event.preventDefault();
      go(chosen.address);
    }
  });
  element.addEventListener('close', () => {
    choose(-1);
    // Opened from no control, the dialog would leave the focus nowhere.
    if (document.activeElement === document.body)
      document.querySelector<HTMLElement>('#q-main, #q-top')?.focus({ preventScroll: true });
  });
  element.addEventListener('click', (event) => {
    if (event.target === element) element.close();
  });
  return { element, input };
}

/** Opens the dialog, or puts the cursor into it where it is open. */
export function openQuickSearch(): void {
  opened ??= dialog();
  if (!opened.element.open) opened.element.showModal();
  opened.input.select();
}
