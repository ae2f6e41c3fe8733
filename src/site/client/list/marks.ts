/** What buttons that keep a claim show, and what says that it was done. */
import { count } from '../../../model/wording.ts';
import { make } from '../search/dom.ts';
import { keepIds, keptIds, MOST_KEPT, rootOfSite, whenListChanges } from './kept.ts';

const SHOWN_FOR = 6000;

/** Puts the state of the list on every button of the page, or on those within an element. */
function label(within: ParentNode = document): void {
  const kept = new Set(keptIds());
  for (const button of within.querySelectorAll<HTMLButtonElement>('button[data-keep]')) {
    const id = button.dataset.keep ?? '';
    button.ariaPressed = String(kept.has(id));
  }
}

const words = make('span', {});
const told = make(
  'p',
  { class: 'kept-bar', role: 'status' },
  words,
  ' ',
  make('a', { href: new URL('list/', rootOfSite()).href }, 'your list'),
);
told.hidden = true;
let timer: ReturnType<typeof setTimeout> | undefined;

function tell(text: string): void {
  told.hidden = false;
  words.textContent = text;
  clearTimeout(timer);
  const hide = () => {
    if (told.contains(document.activeElement) || told.matches(':hover')) again();
    else told.hidden = true;
  };
  const again = () => (timer = setTimeout(hide, SHOWN_FOR));
  again();
}

/** Puts a claim on the list, or takes it off again. */
export function toggle(id: string): void {
  const ids = keptIds();
  const isKept = ids.includes(id);
  if (!isKept && ids.length >= MOST_KEPT)
    return tell(`A list holds at most ${count(MOST_KEPT, 'claim')}.`);
  const next = isKept ? ids.filter((one) => one !== id) : [...ids, id];
  if (!keepIds(next)) return tell('This browser keeps nothing for this site.');
  tell(`${isKept ? 'Taken off' : 'Kept'}: ${count(next.length, 'claim')} on`);
}

document.body.append(told);
whenListChanges(() => label());
// Results of a search come and go.
new MutationObserver((changes) => {
  for (const { addedNodes } of changes)
    for (const node of addedNodes) if (node instanceof Element) label(node);
}).observe(document.querySelector('main') ?? document.body, { childList: true, subtree: true });
label();
