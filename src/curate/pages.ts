/** Long lists of the curation page, cut by how much there is to show. */
export interface PageOfList<T> {
  items: T[];
  /** From 1; the last one where a later one was asked for. */
  number: number;
  pages: number;
}

/** Characters of content on one page of one list; what stands around each item is several times as much. */
export const MOST_CHARACTERS = 40_000;
/** Items on one page of one list. */
export const MOST_ITEMS = 25;

/**
 * The page `asked` of a list. A page ends at `MOST_ITEMS`, or before the item with which it would hold more
 * than `MOST_CHARACTERS`; an item that is larger alone has a page to itself.
 */
export function pagesBySize<T>(
  all: readonly T[],
  asked: number,
  sizeOf: (item: T) => number,
): PageOfList<T> {
  const pages: T[][] = [[]];
  let held = 0;
  for (const item of all) {
    const size = sizeOf(item);
    const last = pages.at(-1) ?? [];
    if (last.length > 0 && (last.length >= MOST_ITEMS || held + size > MOST_CHARACTERS)) {
      pages.push([item]);
      held = size;
    } else {
      last.push(item);
      held += size;
    }
  }
  const number = Math.min(Math.max(1, Math.floor(asked)), pages.length);
  return { items: pages[number - 1] ?? [], number, pages: pages.length };
}

/** Numbers of pages to offer from page `number`: all of a few, else the ends and those around. */
export const pagesAround = (number: number, pages: number): number[] =>
  Array.from({ length: pages }, (_, i) => i + 1).filter(
    (n) => pages <= 20 || n <= 2 || n > pages - 2 || Math.abs(n - number) <= 4,
  );
