/**
 * The reader's own list: ids of claims in the reader's order, kept in this browser alone. Its page can also show a list
 * that stands in the address: `list/#claims=x1.x2`.
 */
/** So many claims a list holds; each is read from its page. */
export const MOST_KEPT = 500;

const ID = /^[0-9a-z]{1,32}$/;

/** Address of the site's root, to which the name of the archive leads on every page. */
export const rootOfSite = (): URL =>
  new URL(document.querySelector<HTMLAnchorElement>('.wordmark')?.href ?? '.', location.href);

/** Archives that share a host have a list each. */
const keyOfList = (): string => `verbatim-list:${rootOfSite().pathname}`;

const plain = (ids: readonly unknown[]): string[] => [
  ...new Set(ids.filter((id): id is string => typeof id === 'string' && ID.test(id))),
];

/** The ids kept; none where the browser keeps nothing. What somebody else put there is passed over. */
export function keptIds(): string[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(keyOfList()) ?? '[]');
    return Array.isArray(value) ? plain(value) : [];
  } catch {
    return [];
  }
}

/** Keeps the ids; false where the browser refuses. Tells everybody on the page. */
export function keepIds(ids: readonly string[]): boolean {
  try {
    localStorage.setItem(keyOfList(), JSON.stringify(plain(ids).slice(0, MOST_KEPT)));
  } catch {
    return false;
  }
  dispatchEvent(new Event(CHANGED));
  return true;
}

const CHANGED = 'verbatim-list';

/** Calls back when the list changes, here or in another window. */
export function whenListChanges(act: () => void): void {
  addEventListener(CHANGED, act);
  addEventListener('storage', ({ key }) => {
    if (key === null || key === keyOfList()) act();
  });
}

/** `claims=x1.x2`, behind the `#` of the list's address. */
export const listFragment = (ids: readonly string[]): string => `claims=${ids.join('.')}`;

/** The ids that an address holds; null where it holds no list. */
export function idsInFragment(fragment: string): string[] | null {
  const ids = /^#?claims=([0-9a-z.]*)$/.exec(fragment)?.[1];
  return ids === undefined ? null : plain(ids.split('.')).slice(0, MOST_KEPT);
}
