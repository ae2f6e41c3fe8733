/**
 * While words of an article are selected, a link to suggest a correction to them stands over the page. Without
 * scripts the article and each of its claims have a link of their own.
 */
import { suggestionAddress } from '../../publish/suggestion.ts';

const link = document.querySelector<HTMLAnchorElement>('.suggest-words');
const text = document.querySelector('.text');

/** The claims that a place of the text stands in, innermost first. */
function claimsAt(node: Node): string[] {
  const found: string[] = [];
  let at = node instanceof Element ? node : node.parentElement;
  for (; at && at !== text; at = at.parentElement) {
    const id = at.getAttribute('data-claim');
    if (id) found.push(id);
  }
  return found;
}

/** The claim that both ends of a selection stand in; null where there is none. */
const claimOf = ({ startContainer, endContainer }: Range): string | null => {
  const ends = claimsAt(endContainer);
  return claimsAt(startContainer).find((id) => ends.includes(id)) ?? null;
};

function selected(): { range: Range; words: string } | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const words = selection.toString().trim();
  return text?.contains(range.commonAncestorContainer) && words ? { range, words } : null;
}

/** Address of a suggestion to what is selected; null where the page does not say where to. */
function addressOf({ range, words }: NonNullable<ReturnType<typeof selected>>): string | null {
  const { report, article, url, root } = link?.dataset ?? {};
  if (!report || !article || !url || !root) return null;
  const claim = claimOf(range);
  return suggestionAddress(report, {
    article: { id: article, url },
    claim: claim === null ? null : { id: claim, url: `${root}claims/${claim}/` },
    words,
  });
}

function follow(): void {
  const now = selected();
  // The link keeps its words while it is being followed.
  if (!link || (!now && document.activeElement === link)) return;
  link.hidden = !now;
  const address = now && addressOf(now);
  if (address) link.href = address;
}

const offer = () => void import('./words-link.ts');
if (text) document.addEventListener('selectionchange', offer, { once: true });

if (link && text) {
  document.addEventListener('selectionchange', follow);
  link.addEventListener('blur', follow);
  // Pressing the link leaves the selection as it is.
  link.addEventListener('pointerdown', (event) => event.preventDefault());
}
