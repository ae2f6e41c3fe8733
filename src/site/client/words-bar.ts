/** The bar over a page whose words are selected, or named by its address: what is told, and a button that copies a link. */
import { make } from './search/dom.ts';

/** A bar that is not shown yet, and its parts. */
export function wordsBar(): { bar: HTMLElement; told: HTMLElement; copy: HTMLButtonElement } {
  const told = make('p', { role: 'status' });
  const copy = make('button', { class: 'act', type: 'button' }, 'Copy link to these words');
  const bar = make(
    'div',
    { class: 'part-bar', role: 'region', 'aria-label': 'These words', hidden: true },
    told,
    copy,
  );
  // Pressing leaves the selection as it is.
  bar.addEventListener('pointerdown', (event) => event.preventDefault());
  return { bar, told, copy };
}

/** Characters of an element's text before a place in it. */
export function charactersBefore(element: HTMLElement, node: Node, offset: number): number {
  const before = document.createRange();
  before.setStart(element, 0);
  before.setEnd(node, offset);
  return before.toString().length;
}
