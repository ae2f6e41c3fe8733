/** Long lists in pages. */
export const A_PAGE = 100;

export const pagesOf = (items: number): number => Math.max(1, Math.ceil(items / A_PAGE));
/** `number` counts from 1. */
export const onPage = <T>(items: readonly T[], number: number): T[] =>
  items.slice((number - 1) * A_PAGE, number * A_PAGE);
/** The numbers of all pages but the first, as Astro wants them. */
export const furtherPages = (items: number): { params: { number: string } }[] =>
  Array.from({ length: pagesOf(items) - 1 }, (_, i) => ({ params: { number: `${i + 2}` } }));
/** `claims/` or `claims/page/2/`. */
export const pagePath = (folder: string, number: number): string =>
  number === 1 ? `${folder}/` : `${folder}/page/${number}/`;
/** The page numbers that a list offers: all of a few; of many the ends, and those around this one. */
export const pagesOffered = (number: number, pages: number): number[] =>
  Array.from({ length: pages }, (_, i) => i + 1).filter(
    (n) => pages <= 20 || n <= 2 || n > pages - 2 || Math.abs(n - number) <= 4,
  );
/** The pages before and after, as links of the head; `url` makes a whole address of a path. */
export const neighbouringPages = (
  folder: string,
  number: number,
  pages: number,
  url: (path: string) => string,
): { rel: 'prev' | 'next'; href: string }[] => [
  ...(number > 1 ? [{ rel: 'prev' as const, href: url(pagePath(folder, number - 1)) }] : []),
  ...(number < pages ? [{ rel: 'next' as const, href: url(pagePath(folder, number + 1)) }] : []),
];
