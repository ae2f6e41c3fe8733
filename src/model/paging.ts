/**
 * Long lists in pages whose addresses keep what they hold.
 *
 * A list that one page can hold is one page. Of a longer one, the list's own address shows the newest
 * part, or an overview, and all of it stands under `page/`:
 *
 * - What has an order in time is **counted from the oldest**: `claims/page/1/` holds the oldest hundred
 *   claims, the highest number the newest ones. What is published later makes new pages and fills the
 *   last one; the pages before it stay as they are.
 * - The timeline and lists of names are **named by what they hold**: `timeline/page/2018/`,
 *   `timeline/page/2018-05/`, `speakers/page/a/`, `speakers/page/al/`. Where there is too much for one
 *   page, it names the pages that divide it, and stays.
 *
 * Within a page the newest stands first, as in the whole list. A text that is taken in later with an
 * earlier date takes its place in time, so borders of numbered pages behind it move by its length;
 * for citing there are the addresses of articles and claims. Addresses under `page/` are made from
 * the lists of today, so the list of published addresses does not keep them.
 */
const A_PAGE = 100;

const pagesOf = (items: number, most = A_PAGE): number => Math.max(1, Math.ceil(items / most));

/** A list as one of its pages shows it. `number` is null on the list's own address. */
export interface ListPage<T> {
  items: readonly T[];
  number: number | null;
  pages: number;
  /** Where the items stand, counted from the oldest, from 1; both are of the page. */
  first: number;
  last: number;
  all: number;
}

/** A page of a list whose newest item stands first. */
export function listPage<T>(
  items: readonly T[],
  number: number | null,
  most = A_PAGE,
): ListPage<T> {
  const all = items.length;
  const first = number === null ? Math.max(0, all - most) : (number - 1) * most;
  const last = number === null ? all : Math.min(all, first + most);
  return {
    items: items.slice(all - last, all - first),
    number,
    pages: pagesOf(all, most),
    first: first + 1,
    last,
    all,
  };
}

/** The numbers of a list's pages, as Astro wants them; none where the list's own address holds all. */
export const numberedPages = (items: number, most = A_PAGE): { params: { number: string } }[] =>
  items > most
    ? Array.from({ length: pagesOf(items, most) }, (_, i) => ({ params: { number: `${i + 1}` } }))
    : [];

/** `claims/`, `claims/page/2/` or `speakers/page/al/`; `folder` ends without a slash. */
export const pagePath = (folder: string, page: number | string | null): string =>
  page === null ? `${folder}/` : `${folder}/page/${page}/`;

/** The numbers that a list offers, newest first: all of a few; of many the ends, and those around this one. */
export const pagesOffered = (number: number | null, pages: number): number[] => {
  const at = number ?? pages;
  return Array.from({ length: pages }, (_, i) => pages - i).filter(
    (n) => pages <= 20 || n <= 2 || n > pages - 2 || Math.abs(n - at) <= 4,
  );
};

/**
 * The pages with newer and older items, as links of the head; `url` makes a whole address of a path.
 * What the list's own address shows of two pages leads on to the older of them.
 */
export function neighbouringPages(
  folder: string,
  { number, pages }: Pick<ListPage<unknown>, 'number' | 'pages'>,
  url: (path: string) => string,
): { rel: 'prev' | 'next'; href: string }[] {
  const older = (number ?? pages) - 1;
  const newer = number === pages ? null : (number ?? 0) + 1;
  return [
    ...(number === null ? [] : [{ rel: 'prev' as const, href: url(pagePath(folder, newer)) }]),
    ...(older > 0 ? [{ rel: 'next' as const, href: url(pagePath(folder, older)) }] : []),
  ];
}
