/**
 * From places in the page to offsets in the reading text and back. Each paragraph is an element with `data-from`, the
 * offset of its first character, and holds the characters of the record and no other.
 */
import type { Span } from '../../../text/span.ts';

const blocksOf = (root: Element) => [...root.querySelectorAll<HTMLElement>('[data-from]')];

const textNodes = (element: Element): Text[] => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) found.push(node as Text);
  return found;
};

/** The text node that holds an offset; with `isEnd` the one whose last character stands before it. */
function place(root: Element, offset: number, isEnd: boolean): { node: Text; at: number } | null {
  for (const block of blocksOf(root)) {
    let from = Number(block.dataset.from);
    const length = block.textContent?.length ?? 0;
    if (isEnd ? offset > from + length : offset >= from + length) continue;
    for (const node of textNodes(block)) {
      const to = from + node.length;
      if (isEnd ? offset <= to : offset < to) return { node, at: Math.max(offset - from, 0) };
      from = to;
    }
  }
  return null;
}

/** The stretch of the page that shows a stretch of the text. */
export function rangeOf(root: Element, span: Span): Range | null {
  const start = place(root, span.start, false);
  const end = place(root, span.end, true);
  if (!start || !end) return null;
  const range = document.createRange();
  range.setStart(start.node, start.at);
  range.setEnd(end.node, end.at);
  return range;
}

/** Offset of a place in the page; null where it stands outside the text. */
function offsetOf(root: Element, node: Node, at: number): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  const block = element?.closest<HTMLElement>('[data-from]');
  if (!block || !root.contains(block)) return null;
  const range = document.createRange();
  range.setStart(block, 0);
  range.setEnd(node, at);
  return Number(block.dataset.from) + range.toString().length;
}

/** What is selected with the mouse or a finger, in offsets; null where nothing of the text is. */
export function selected(root: Element): Span | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.commonAncestorContainer)) return null;
  const start = offsetOf(root, range.startContainer, range.startOffset);
  const end = offsetOf(root, range.endContainer, range.endOffset);
  return start !== null && end !== null && start < end ? { start, end } : null;
}

type CaretDocument = Document & {
  caretPositionFromPoint?: (x: number, y: number) => { offsetNode: Node; offset: number } | null;
  caretRangeFromPoint?: (x: number, y: number) => Range | null;
};

/** Offset of the character at a point of the window. */
export function offsetAt(root: Element, x: number, y: number): number | null {
  const page = document as CaretDocument;
  const position = page.caretPositionFromPoint?.(x, y);
  if (position) return offsetOf(root, position.offsetNode, position.offset);
  const range = page.caretRangeFromPoint?.(x, y);
  return range ? offsetOf(root, range.startContainer, range.startOffset) : null;
}
