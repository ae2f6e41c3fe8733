/**
 * Which pages the build reads whole. Every one of a small site; of a larger one a share of each kind
 * of page, the same in every build of the same pages.
 */

/** A site of so many pages is read whole. */
const SMALL = 500;
/** Of a larger one, about so many, and of each kind no fewer than `OF_EACH_KIND`. */
const SHARE = 200;
const OF_EACH_KIND = 5;

/** The pages to read whole of those named; `gone` are the ones whose addresses lead to no record. */
export function pagesToReadWhole(
  pages: readonly string[],
  gone: ReadonlySet<string>,
): ReadonlySet<string> {
  if (pages.length <= SMALL) return new Set(pages);
  const kinds = new Map<string, string[]>();
  for (const page of pages) {
    const kind = gone.has(page) ? `gone ${kindOf(page)}` : kindOf(page);
    const others = kinds.get(kind);
    if (others) others.push(page);
    else kinds.set(kind, [page]);
  }
  const chosen = new Set<string>();
  for (const named of kinds.values()) {
    const wanted = Math.max(OF_EACH_KIND, Math.ceil((named.length * SHARE) / pages.length));
    const inOrder = named.map((page) => ({ page, at: scattered(page) }));
    inOrder.sort((a, b) => a.at - b.at || (a.page < b.page ? -1 : 1));
    for (const { page } of inOrder.slice(0, wanted)) chosen.add(page);
  }
  return chosen;
}

/** Pages that are laid out alike: `articles/<any>/versions/<numbers>/index.html`. */
const kindOf = (page: string): string =>
  page
    .split('/')
    .map((part, i) => (i === 1 && part !== 'index.html' ? '*' : part.replace(/\d+/g, '0')))
    .join('/');

/** A number for a path that tells nothing of its place among others (FNV-1a). */
function scattered(path: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < path.length; i++)
    hash = Math.imul(hash ^ path.charCodeAt(i), 0x01000193) >>> 0;
  return hash;
}
