/**
 * Part of a claim on the claim's page: the words that the address names are marked and cited, and words that the
 * reader selects get an address. See `src/text/part-of-words.ts`.
 */
import {
  partFragment,
  partFragmentWithText,
  readPart,
  wholeWords,
  type PartOfWords,
} from '../../text/part-of-words.ts';
import { partInFile } from '../../publish/part-in-file.ts';
import { dataLink } from '../../text/data-link.ts';
import { inTemplate } from '../../text/wikitext.ts';
import { make } from './search/dom.ts';
import { charactersBefore, wordsBar } from './words-bar.ts';

const words = document.querySelector<HTMLElement>('.bigwords [data-words]');
const link = document.querySelector<HTMLAnchorElement>('a[data-copy="link"]');
const text = words?.textContent ?? '';
const cited = [...document.querySelectorAll<HTMLElement>('#cite .cite')].map((element) => ({
  element,
  whole: element.textContent,
}));

const { bar, told, copy } = wordsBar();
const back = make('button', { class: 'act', type: 'button' }, 'Show the whole claim');
bar.append(back);

/** What the bar is about: words selected, or words that the address names. */
let part: PartOfWords | null = null;

/** The part as it is quoted: dots stand where words were left out. */
function quotedPart({ first, start, end }: PartOfWords): string {
  const isLast = end >= text.trimEnd().length;
  return `${first > 1 ? '… ' : ''}${text.slice(start, end).replace(/[,;:]$/, '')}${isLast ? '' : ' …'}`;
}

/** Each citation, of the part alone; of the whole claim where there is none. */
function cite(of: PartOfWords | null): void {
  for (const { element, whole } of cited) {
    const { around } = element.dataset;
    let line = whole;
    if (of && around !== undefined) {
      const [start = 0, rest = 0] = around.split(' ').map(Number);
      const before = whole.slice(0, start);
      const after = whole.slice(whole.length - rest);
      const shown = quotedPart(of);
      const isTemplate = before.startsWith('{{');
      // Dots at the end of the words are full stop enough.
      line =
        before +
        (isTemplate ? inTemplate(shown) : shown) +
        (shown.endsWith('…') ? after.replace(/^\./, '') : after);
    }
    element.textContent =
      of && link ? line.replace(link.href, `${link.href}#${partFragment(text, of)}`) : line;
  }
}

/** What a link of the page leads to, as text: a file of the site, or one that the link holds. */
async function fileOf(address: string): Promise<string | null> {
  const held = /^data:[^,]*,([^]*)$/.exec(address)?.[1];
  if (held !== undefined) return decodeURIComponent(held);
  const answer = await fetch(address).catch(() => null);
  return answer?.ok ? answer.text() : null;
}

const files = [...document.querySelectorAll<HTMLAnchorElement>('#cite li a')].map((element) => ({
  element,
  href: element.getAttribute('href') ?? '',
  download: element.getAttribute('download'),
  ending: /\.(\w+)$/.exec(element.download || element.pathname)?.[1] ?? '',
}));

/** Files that cite the claim, within their links or beside the page; annotation and record stay those of all of it. */
const CITES = /^data:|\/(?:cite\.\w+|claim\.md)$/;

/** Each file that cites the claim, of the part alone; of the whole claim where there is none. */
async function citeInFiles(of: PartOfWords | null): Promise<void> {
  for (const { element, href, download, ending } of files) {
    element.setAttribute('href', href);
    if (download === null) element.removeAttribute('download');
    else element.download = download;
    if (!of || !link || !CITES.test(href)) continue;
    const file = await fileOf(href);
    const partAddress = `${link.href}#${partFragment(text, of)}`;
    const cited = { words: text, part: quotedPart(of), address: link.href, partAddress };
    const cut = file === null ? null : partInFile(file, ending, cited);
    // Another part may have been named while the file came.
    if (cut === null || part !== of) continue;
    element.href = dataLink('text/plain', cut);
    element.download = `${/([^/]+)\/$/.exec(new URL(link.href).pathname)?.[1]}-words-${of.first}-${of.last}.${ending}`;
  }
}

/** Marks the part that the address names and cites it. */
function follow(): void {
  const named = readPart(location.hash, text);
  const found = named === 'other words' ? null : named;
  words?.replaceChildren(
    ...(found
      ? [
          text.slice(0, found.start),
          make('mark', { class: 'part' }, text.slice(found.start, found.end)),
          text.slice(found.end),
        ]
      : [text]),
  );
  part = found;
  cite(found);
  void citeInFiles(found);
  bar.hidden = named === null;
  copy.hidden = found === null;
  back.hidden = named === null;
  told.textContent = toldOf(named);
  if (found) words?.scrollIntoView({ block: 'nearest' });
}

function toldOf(named: ReturnType<typeof readPart>): string {
  if (named === null) return '';
  return named === 'other words'
    ? 'This link was made for words that do not stand in this claim.'
    : 'The marked words are cited below; the whole claim stands around them.';
}

/** The part of the claim that is selected; null where nothing of it alone is. */
function selected(): PartOfWords | null {
  const selection = document.getSelection();
  if (!words || !selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!words.contains(range.commonAncestorContainer)) return null;
  const from = charactersBefore(words, range.startContainer, range.startOffset);
  return wholeWords(text, from, from + range.toString().length);
}

/** Whether the bar offers a link to what is selected. */
let isOffering = false;

function offer(): void {
  const now = selected();
  if (now) {
    isOffering = true;
    part = now;
    bar.hidden = false;
    copy.hidden = false;
    back.hidden = true;
    told.textContent = '';
  } else if (isOffering && !bar.contains(document.activeElement)) {
    isOffering = false;
    follow();
  }
}

async function copyLink(): Promise<void> {
  if (!part || !link) return;
  const named = part;
  const address = `${link.href}#${partFragmentWithText(text, named)}`;
  history.replaceState(null, '', `#${partFragment(text, named)}`);
  document.getSelection()?.removeAllRanges();
  follow();
  try {
    await navigator.clipboard.writeText(address);
    told.textContent = 'Copied the link to these words.';
  } catch {
    told.textContent = 'The link to these words stands in the address bar.';
  }
}

if (words && link) {
  document.body.append(bar);
  copy.addEventListener('click', () => void copyLink());
  back.addEventListener('click', () => {
    history.replaceState(null, '', location.pathname + location.search);
    follow();
  });
  addEventListener('hashchange', follow);
  document.addEventListener('selectionchange', offer);
  if (location.hash) follow();
  offer();
}
