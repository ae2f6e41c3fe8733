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
