/** A list of which only the rows in view are drawn: twenty thousand are as quick as twenty. */
import { h, type ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { rowsInView } from '../queue-model.ts';

interface Props<Item> {
  label: string;
  items: readonly Item[];
  /** How many there are in all, loaded or not. */
  total: number;
  /** Place of the item one stands at; -1 for none. */
  at: number;
  keyOf: (item: Item) => string;
  row: (item: Item, isHere: boolean) => ComponentChildren;
  classOf: (item: Item) => string;
  isMarked: (item: Item) => boolean;
  choose: (item: Item, isAgain: boolean) => void;
  /** The last loaded rows come into view. */
  reachedEnd: () => void;
}

const ID = 'queue-row';

export function VirtualList<Item>(props: Props<Item>) {
  const { label, items, total, at, keyOf, row, classOf, isMarked, choose, reachedEnd } = props;
  const list = useRef<HTMLDivElement>(null);
  const probe = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 800, rowHeight: 76 });

  const measure = () => {
    const box = list.current;
    if (!box) return;
    const rowHeight = probe.current?.getBoundingClientRect().height || 76;
    setView({ top: box.scrollTop, height: box.clientHeight, rowHeight });
  };
  useLayoutEffect(() => {
    measure();
    const watched = new ResizeObserver(measure);
    if (list.current) watched.observe(list.current);
    return () => watched.disconnect();
  }, []);
  useLayoutEffect(() => {
    const box = list.current;
    if (!box || at < 0) return;
    const [top, bottom] = [at * view.rowHeight, (at + 1) * view.rowHeight];
    // Where one goes on, the next ones are in view too.
    if (top < box.scrollTop + view.rowHeight) box.scrollTop = top - view.rowHeight;
    else if (bottom > box.scrollTop + box.clientHeight - view.rowHeight)
      box.scrollTop = bottom - box.clientHeight + view.rowHeight;
  }, [at, view.rowHeight, view.height]);

  const { from, to } = rowsInView(view.top, view.height, view.rowHeight, items.length);
  const isNearEnd = Math.max(to, at + 20) >= items.length && items.length < total;
  useEffect(() => {
    if (isNearEnd) reachedEnd();
  }, [isNearEnd, items.length]);

  return h(
    'div',
    {
      ref: list,
      class: 'queue-list',
      role: 'listbox',
      'aria-label': label,
      'aria-multiselectable': true,
      'aria-activedescendant': at >= 0 ? `${ID}-${at}` : undefined,
      tabIndex: 0,
      'data-home': true,
      onScroll: measure,
    },
    [
      h('div', { ref: probe, class: 'queue-row probe', role: 'presentation', 'aria-hidden': true }),
      h(
        'div',
        {
          class: 'queue-rows',
          role: 'presentation',
          style: { height: `${items.length * view.rowHeight}px` },
        },
        items.slice(from, to).map((item, i) => {
          const place = from + i;
          return h(
            'div',
            {
              key: keyOf(item),
              id: `${ID}-${place}`,
              class: `queue-row ${place === at ? 'here' : ''} ${classOf(item)}`,
              role: 'option',
              'aria-selected': place === at || isMarked(item),
              'aria-posinset': place + 1,
              'aria-setsize': Math.max(total, items.length),
              style: { transform: `translateY(${place * view.rowHeight}px)` },
              onClick: () => choose(item, place === at),
            },
            row(item, place === at),
          );
        }),
      ),
    ],
  );
}
