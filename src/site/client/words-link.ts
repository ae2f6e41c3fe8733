/** On an article's page: words that the reader selects get an address, beside the way to suggest a correction to them. */
import { wholeWords } from '../../text/part-of-words.ts';
import { textDirective, textDirectiveAcross } from '../../text/text-fragment.ts';
import { charactersBefore, wordsBar } from './words-bar.ts';

const suggest = document.querySelector<HTMLAnchorElement>('.suggest-words');
const canonical = document.querySelector<HTMLLinkElement>('link[rel="canonical"]');
const { bar, told, copy } = wordsBar();

/** Address of what is selected. */
let address = '';

const blockOf = (node: Node): HTMLElement | null =>
  (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>(
    '.text [data-block]',
  ) ?? null;

/** What a browser finds the selected words by, whole words of paragraphs; null where no words of the text are meant. */
function directiveOf(range: Range): string | null {
  const [from, to] = [blockOf(range.startContainer), blockOf(range.endContainer)];
  if (!from || !to) return null;
  const start = charactersBefore(from, range.startContainer, range.startOffset);
  const end = charactersBefore(to, range.endContainer, range.endOffset);
  const [first, last] = [from.textContent, to.textContent];
  if (from === to) {
    const part = wholeWords(first, start, end);
    return part && textDirective(first.slice(part.start, part.end), first.slice(0, part.start));
  }
  const begins = wholeWords(first, start, first.length);
  const finishes = wholeWords(last, 0, end);
  return begins && finishes
    ? textDirectiveAcross(first.slice(begins.start), last.slice(0, finishes.end))
    : null;
}

/** The claim that the whole selection stands in: the place where a browser does not look for words. */
function claimOf({ startContainer, endContainer }: Range): string {
  const id = startContainer.parentElement?.closest<HTMLElement>('[data-claim]')?.dataset.claim;
  return id && endContainer.parentElement?.closest(`[data-claim="${id}"]`) ? id : '';
}

function follow(): void {
  if (bar.contains(document.activeElement)) return;
  const selection = document.getSelection();
  const range =
    selection && !selection.isCollapsed && selection.rangeCount > 0
      ? selection.getRangeAt(0)
      : null;
  const directive = range && directiveOf(range);
  bar.hidden = !directive;
  told.textContent = '';
  const page = canonical?.href ?? location.href.replace(/#.*/, '');
  if (range && directive) address = `${page}#${claimOf(range)}${directive}`;
}

async function copyLink(): Promise<void> {
  try {
    await navigator.clipboard.writeText(address);
    told.textContent = 'Copied the link to these words.';
  } catch {
    told.textContent = address;
  }
}

if (suggest) bar.append(suggest);
document.body.append(bar);
copy.addEventListener('click', () => void copyLink());
copy.addEventListener('blur', follow);
document.addEventListener('selectionchange', follow);
follow();
