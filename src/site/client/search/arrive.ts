/** Marks what a search found, where its link arrives, and takes the words out of the address again. */
import { phraseWords, tokens, type Token } from '../../../search/fold.ts';
import { at } from '../../../text/certain.ts';
import type { Span } from '../../../text/span.ts';
import { make } from './dom.ts';

/** The elements that hold the claim's words, else the whole text. */
function stretches(): Element[] {
  const id = decodeURIComponent(location.hash.slice(1));
  const pieces = id
    ? [...document.querySelectorAll(`[data-claim="${CSS.escape(id)}"], #${CSS.escape(id)}`)]
    : [];
  return pieces.length > 0 ? pieces : [...document.querySelectorAll('main [data-block]')];
}

/** Text nodes in order; each once, though claims may nest. */
function textsIn(elements: readonly Element[]): Text[] {
  const found = new Set<Text>();
  for (const element of elements) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) found.add(node as Text);
  }
  return [...found];
}

/** Puts `<mark>` around the words of each text node that belong to a hit. */
function mark(nodes: readonly Text[], phrases: readonly (readonly string[])[]): void {
  const lists = nodes.map((node) => tokens(node.data));
  const all = lists.flat();
  const hits = phraseWords(
    all.map(({ word }) => word),
    phrases,
  );
  let before = 0;
  for (const [n, node] of nodes.entries()) {
    const list = at(lists, n);
    const own = list.map((_, i) => hits.has(before + i));
    // From the last hit to the first, so that what is left of the node keeps its offsets.
    for (const { start, end } of stretchesOf(list, own).reverse()) {
      const hit = node.splitText(start);
      hit.splitText(end - start);
      const element = make('mark');
      hit.replaceWith(element);
      element.append(hit);
    }
    before += list.length;
  }
}

/** Stretches of tokens that are hits, one after another. */
function stretchesOf(list: readonly Token[], hits: readonly boolean[]): Span[] {
  const stretches: Span[] = [];
  for (const [i, { start, end }] of list.entries()) {
    if (!hits[i]) continue;
    const open = hits[i - 1] ? stretches.pop() : undefined;
    stretches.push({ start: open?.start ?? start, end });
  }
  return stretches;
}

const address = new URL(location.href);
const phrases = address.searchParams
  .getAll('hl')
  .map((text) => tokens(text).map(({ word }) => word))
  .filter((phrase) => phrase.length > 0);
address.searchParams.delete('hl');
history.replaceState(history.state, '', address);
if (phrases.length > 0) mark(textsIn(stretches()), phrases);
