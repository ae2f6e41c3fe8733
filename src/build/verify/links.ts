/**
 * Follows links: each has to lead to a file of the site, and its fragment to an element. A link that
 * stands on many pages is looked at once, and of the elements of a page only those are kept that
 * something waits for.
 */
import { ownerOf, type Where } from './owner.ts';

/** A file of the site and an element of it, as a page names them. */
interface Place {
  file: string;
  fragment: string;
}

/** Why a link leads nowhere that can be looked for. */
interface Fault {
  fault: string;
  counts: boolean;
}

/** A place that waits for its page to be read, with the first page that links to it. */
interface Waiting extends Place {
  from: string;
  link: string;
}

/** Said of a link to a place of the site that was looked for, or waits. */
const FOLLOWED = Symbol('followed');

const MOST_KNOWN = 200_000;
const MOST_RECENT = 64;
/** Links that mean the same wherever they stand. */
const FROM_ANYWHERE = /^[a-z][a-z\d+.-]*:/i;
const SLASH = 0x2f;
const HASH = 0x23;
const PLAIN_FRAGMENT = /^#[\w-]*$/;
const NO_PLACE = /^(?:data|mailto|tel|blob):/i;
/** A path and a fragment in which nothing is to be decoded, resolved or left out. */
const PLAIN = /^((?:[\w-][\w.-]*\/)*(?:[\w-][\w.-]*)?)(?:#([\w-]*))?$/;

/** What following links asks of a site. */
interface Followed {
  readonly files: ReadonlySet<string>;
  /** Address of the root; null where it is not known, and nothing is followed. */
  readonly root: URL | null;
  count(what: 'links'): void;
  complain(kind: 'link', message: string, where: Where): void;
}

export class Links {
  private readonly site: Followed;
  /** What is known of a link; null of one that leads to another site. */
  private readonly known = new Map<string, typeof FOLLOWED | Fault | null>();
  /** By file and fragment. */
  private readonly waiting = new Map<string, Map<string, Waiting>>();
  private readonly recent = new Map<string, ReadonlySet<string>>();
  /** Places that are known to be missing. */
  private readonly missing = new Set<string>();

  constructor(site: Followed) {
    this.site = site;
  }

  /** Follows a link that stands in a file. */
  add(link: string, from: string): void {
    const { root, count } = this.site;
    if (!root) return;
    const first = link.charCodeAt(0);
    if (first === HASH && PLAIN_FRAGMENT.test(link)) {
      count('links');
      this.look({ file: from, fragment: link.slice(1) }, link, from);
      return;
    }
    const isAlike = first === SLASH || FROM_ANYWHERE.test(link);
    const key = isAlike ? link : `${from}\n${link}`;
    const known = this.known.get(key);
    if (known === FOLLOWED) count('links');
    else if (known) this.fail(known, link, from);
    else if (known === undefined) this.first(key, link, from, root);
  }

  /** The elements of a page that was read: what waited for them is settled. */
  page(name: string, ids: ReadonlySet<string>): void {
    this.recent.delete(name);
    this.recent.set(name, ids);
    for (const oldest of this.recent.keys()) {
      if (this.recent.size <= MOST_RECENT) break;
      this.recent.delete(oldest);
    }
    const waiting = this.waiting.get(name);
    if (!waiting) return;
    this.waiting.delete(name);
    for (const place of waiting.values()) this.settleOn(ids, place, place.link, place.from);
  }

  /** Settles what still waits, which is for pages that were read before something linked to them. */
  finish(idsOf: (page: string) => Iterable<string> | null): void {
    for (const name of [...this.waiting.keys()]) {
      const ids = idsOf(name);
      if (ids) this.page(name, new Set(ids));
    }
  }

  private complain(link: string, from: string, fault: string): void {
    this.site.complain('link', `${from} links to \`${link}\`, ${fault}`, ownerOf(from));
  }

  /** Follows a link that is met for the first time. */
  private first(key: string, link: string, from: string, root: URL): void {
    if (this.known.size >= MOST_KNOWN) this.known.clear();
    const place = NO_PLACE.test(link) ? null : (plain(link, root) ?? resolved(link, from, root));
    if (place === null || 'fault' in place) {
      this.known.set(key, place);
      if (place) this.fail(place, link, from);
      return;
    }
    this.known.set(key, FOLLOWED);
    this.site.count('links');
    this.look(place, link, from);
  }

  private fail({ fault, counts }: Fault, link: string, from: string): void {
    if (counts) this.site.count('links');
    this.complain(link, from, fault);
  }

  /** Looks for a place; one whose page is not at hand waits. */
  private look(place: Place, link: string, from: string): void {
    const { files } = this.site;
    const { file, fragment } = place;
    if (!files.has(file)) {
      const without = files.has(`${file}/index.html`);
      this.miss(place, link, from, without ? 'without the slash at its end' : NO_PAGE);
    } else if (fragment !== '' && fragment !== 'top' && file.endsWith('.html')) {
      const ids = this.recent.get(file);
      if (ids) this.settleOn(ids, place, link, from);
      else this.wait(place, link, from);
    }
  }

  private settleOn(ids: ReadonlySet<string>, place: Place, link: string, from: string): void {
    if (!ids.has(place.fragment)) this.miss(place, link, from, 'whose fragment is on no element');
  }

  /** A place that is missing is told of once. */
  private miss(place: Place, link: string, from: string, fault: string): void {
    const key = `${place.file}#${place.fragment}`;
    if (!this.missing.has(key)) this.complain(link, from, fault);
    this.missing.add(key);
  }

  private wait({ file, fragment }: Place, link: string, from: string): void {
    const waiting = this.waiting.get(file) ?? new Map<string, Waiting>();
    this.waiting.set(file, waiting);
    if (!waiting.has(fragment)) waiting.set(fragment, { file, fragment, from, link });
  }
}

const NO_PAGE = 'where there is no page';

const placeAt = (path: string, fragment: string): Place => ({
  file: path === '' || path.endsWith('/') ? `${path}index.html` : path,
  fragment,
});

/** A link below the root of the site in which every character stands for itself. */
function plain(link: string, root: URL): Place | null {
  const from = [root.pathname, root.href].find((start) => link.startsWith(start));
  if (from === undefined) return null;
  const [match, path, fragment = ''] = PLAIN.exec(link.slice(from.length)) ?? [];
  return match === undefined ? null : placeAt(path ?? '', fragment);
}

function resolved(link: string, from: string, root: URL): Place | Fault | null {
  let url: URL;
  try {
    url = new URL(link, new URL(from.replace(/(^|\/)index\.html$/, '$1'), root));
  } catch {
    return { fault: 'which is no address', counts: false };
  }
  if (url.origin !== root.origin) return null;
  if (!url.pathname.startsWith(root.pathname)) {
    // Written whole, it is another site of the same host, such as that of the institution.
    if (/^(?:https?:)?\/\//i.test(link.trim())) return null;
    return { fault: `which lies outside of ${root.pathname}`, counts: true };
  }
  try {
    const path = decodeURIComponent(url.pathname.slice(root.pathname.length));
    return placeAt(path, decodeURIComponent(url.hash.slice(1).replace(/:~:.*$/s, '')));
  } catch {
    return { fault: 'in which a % stands for no character', counts: true };
  }
}
