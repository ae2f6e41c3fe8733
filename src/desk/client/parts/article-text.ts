/** The text of an article with its claims marked, and with what is being chosen in it. */
import { h } from 'preact';
import { memo } from 'preact/compat';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ArticleRecord, Block } from '../../../model/records.ts';
import type { Span } from '../../../text/span.ts';
import { piecesOf, type Piece } from '../pieces.ts';
import { offsetAt, rangeOf, selected } from './offsets.ts';

/** An edge that can be drawn with the mouse or a finger. */
export interface Handle {
  edge: 'start' | 'end';
  at: number;
  label: string;
  draw: (to: number) => void;
}

interface Props {
  record: ArticleRecord;
  /** Claim that one stands at. */
  here: string | null;
  marked: ReadonlySet<string>;
  /** Stretches that are being chosen. */
  chosen: readonly Span[];
  /** Where the text would be cut. */
  cuts: readonly number[];
  handles: readonly Handle[];
  /** Whether keys work in the text itself. */
  mode: string | null;
  choose: (claims: readonly string[]) => void;
  select: (span: Span | null) => void;
}

const TAGS: Partial<Record<Block['role'], string>> = { title: 'h2', heading: 'h3' };

function classOf(piece: Piece, here: string | null, marked: ReadonlySet<string>): string {
  return [
    'claim',
    piece.type,
    piece.claims.length > 1 && 'nested',
    here !== null && piece.claims.includes(here) && 'on',
    piece.claims.some((id) => marked.has(id)) && 'marked',
  ]
    .filter(Boolean)
    .join(' ');
}

interface BlockProps {
  record: ArticleRecord;
  block: Block;
  here: string | null;
  marked: ReadonlySet<string>;
}

const BlockText = memo(({ record, block, here, marked }: BlockProps) =>
  h(
    TAGS[block.role] ?? 'p',
    { class: `block ${block.role}`, 'data-from': block.start },
    piecesOf(block, record.claims).map((piece) => {
      const words = record.text.slice(piece.start, piece.end);
      if (piece.claims.length === 0) return words;
      return h(
        'span',
        {
          key: piece.start,
          class: classOf(piece, here, marked),
          'data-claims': piece.claims.join(' '),
          'data-n': piece.closes || undefined,
        },
        words,
      );
    }),
  ),
);

/** Draws stretches over the text without touching it. */
function paint(root: Element, name: string, spans: readonly Span[]): void {
  if (!('highlights' in CSS)) return;
  const ranges = spans.flatMap((span) => rangeOf(root, span) ?? []);
  if (ranges.length === 0) CSS.highlights.delete(name);
  else CSS.highlights.set(name, new Highlight(...ranges));
}

interface Place {
  left: number;
  top: number;
  height: number;
}

/** Where an edge stands, from the corner of the text. */
function placeOf(root: HTMLElement, edge: 'start' | 'end', at: number): Place | null {
  const span = edge === 'start' ? { start: at, end: at + 1 } : { start: at - 1, end: at };
  const rects = [...(rangeOf(root, span)?.getClientRects() ?? [])];
  const rect = edge === 'start' ? rects[0] : rects.at(-1);
  if (!rect) return null;
  const base = root.getBoundingClientRect();
  return {
    left: (edge === 'start' ? rect.left : rect.right) - base.left,
    top: rect.top - base.top,
    height: rect.height,
  };
}

/** Scrolls what holds the text, if a line of it is hidden; below a narrow window stands the panel. */
function bringIntoView(root: HTMLElement, { top, bottom }: DOMRect): void {
  const around = root.parentElement;
  const panel = document.querySelector('.article-panel')?.getBoundingClientRect();
  const isOwn = around !== null && getComputedStyle(around).overflowY === 'auto';
  const box = isOwn
    ? around.getBoundingClientRect()
    : { top: 0, bottom: panel?.top ?? innerHeight };
  if (top >= box.top + 24 && bottom <= box.bottom - 24) return;
  const by = { top: top - box.top - (box.bottom - box.top) / 4 };
  if (isOwn) around.scrollBy(by);
  else scrollBy(by);
}

function HandleButton({
  handle,
  place,
  root,
}: {
  handle: Handle;
  place: Place;
  root: HTMLElement;
}) {
  const drag = (event: PointerEvent) => {
    const button = event.currentTarget as HTMLElement;
    if (!button.hasPointerCapture(event.pointerId)) return;
    // The button itself is in the way of the text below it.
    button.style.pointerEvents = 'none';
    const to = offsetAt(root, event.clientX, event.clientY);
    button.style.pointerEvents = '';
    if (to !== null) handle.draw(to);
  };
  return h('button', {
    type: 'button',
    class: `handle ${handle.edge}`,
    'aria-label': handle.label,
    tabIndex: -1,
    style: {
      left: `${place.left}px`,
      top: `${place.top}px`,
      height: `${place.height}px`,
    },
    onPointerDown: (event: PointerEvent) => {
      event.preventDefault();
      (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    },
    onPointerMove: drag,
  });
}

export function ArticleText(props: Props) {
  const { record, here, marked, chosen, cuts, handles, mode, choose, select } = props;
  const root = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const [places, setPlaces] = useState<readonly (Place | null)[]>([]);

  useLayoutEffect(() => {
    const element = root.current;
    if (!element) return undefined;
    const watched = new ResizeObserver(() => setWidth(element.clientWidth));
    watched.observe(element);
    return () => {
      watched.disconnect();
      for (const name of ['desk-chosen', 'desk-cut']) CSS.highlights?.delete(name);
    };
  }, []);
  const edges = handles.map(({ edge, at }) => `${edge}${at}`).join(' ');
  useLayoutEffect(() => {
    const element = root.current;
    if (!element) return;
    paint(element, 'desk-chosen', chosen);
    paint(
      element,
      'desk-cut',
      cuts.map((at) => ({ start: at, end: at + 1 })),
    );
    setPlaces(handles.map(({ edge, at }) => placeOf(element, edge, at)));
  }, [record, chosen, cuts, edges, width]);

  // What one stands at is in view, whichever way one came there.
  const goal = mode === null ? null : chosen.at(-1);
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    const first = element.querySelector('.claim.on')?.getClientRects()[0];
    const last = goal && rangeOf(element, { start: goal.end - 1, end: goal.end });
    const rect = goal ? last?.getClientRects()[0] : first;
    if (rect) bringIntoView(element, rect);
  }, [here, record, goal?.start, goal?.end]);

  useEffect(() => {
    const changed = () => {
      if (root.current) select(selected(root.current));
    };
    document.addEventListener('selectionchange', changed);
    return () => document.removeEventListener('selectionchange', changed);
  }, [select]);

  const onClick = (event: MouseEvent) => {
    const piece = (event.target as Element).closest<HTMLElement>('[data-claims]');
    if (piece && getSelection()?.isCollapsed !== false)
      choose(piece.dataset.claims?.split(' ') ?? []);
  };

  return h(
    'div',
    {
      class: `desk-text ${mode ? 'in-mode' : ''}`,
      lang: record.language,
      role: mode ? 'application' : 'group',
      'aria-label': mode ?? 'Text of the article',
      tabIndex: 0,
      ...(mode && { 'data-home': true }),
      ref: root,
      onClick,
    },
    [
      ...record.blocks.map((block) =>
        h(BlockText, {
          key: block.start,
          record,
          block,
          here: blockHas(record, block, here) ? here : null,
          marked,
        }),
      ),
      root.current &&
        handles.map((handle, i) => {
          const place = places[i];
          return (
            place &&
            root.current &&
            h(HandleButton, { key: `handle-${i}`, handle, place, root: root.current })
          );
        }),
    ],
  );
}

/** Whether a claim stands in a paragraph: the others need not be drawn anew when one steps to it. */
function blockHas(record: ArticleRecord, block: Block, here: string | null): boolean {
  const parts = record.claims.find(({ id }) => id === here)?.parts ?? [];
  return parts.some(({ reading }) => reading.start < block.end && block.start < reading.end);
}
