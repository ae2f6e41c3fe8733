/** A claim as its own page tells it, for pages that show claims the browser names: no other file is asked. */
import { make } from './search/dom.ts';

/** A claim that stands. */
export interface StandingClaim {
  kind: 'standing';
  id: string;
  address: string;
  /** The words, with what the article has around them; the element of the words alone has `data-words`. */
  words: Node[];
  /** `direct`, `indirect`, … */
  type: string;
  /** Whose they are, who passed them on, where and when they were printed. */
  by: Node[];
  citation: string;
  /** By the name of the style. */
  styles: Map<string, string>;
  /** Where the files stand: addresses, or the files themselves within a link. By the ending. */
  files: Map<string, string>;
}

/** A claim that stands no more: its page says what became of it. */
export interface GoneClaim {
  kind: 'gone';
  id: string;
  address: string;
  heading: string;
  /** The claim that took its place, where one did. */
  successor: string | null;
}

/** `absent`: the archive has no such claim. `unread`: its page could not be read. */
export type ReadClaim = StandingClaim | GoneClaim | { kind: 'absent' | 'unread'; id: string };

const textOf = (element: Element | null | undefined): string => element?.textContent.trim() ?? '';
const nodesOf = (element: Element): Node[] =>
  [...element.childNodes].map((node) => document.importNode(node, true));

/** The claim `id` from its page below `claims`, an address that ends with a slash. */
export async function readClaim(claims: string, id: string): Promise<ReadClaim> {
  if (!/^[0-9a-z]+$/.test(id)) return { kind: 'absent', id };
  const address = new URL(`${id}/`, new URL(claims, location.href)).href;
  const answer = await fetch(address).catch(() => null);
  if (answer?.status === 404) return { kind: 'absent', id };
  if (!answer?.ok) return { kind: 'unread', id };
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  return standing(page, id, address) ?? gone(page, id, address) ?? { kind: 'unread', id };
}

function standing(page: Document, id: string, address: string): StandingClaim | null {
  const words = page.querySelector('.bigwords p');
  const own = words?.querySelector('[data-words]');
  const by = page.querySelector('.attrib');
  if (!words || !own || !by) return null;
  const type = own.className.replace(/\bclaim\b/, '').trim();
  // The marks of an article's text belong on a page of one claim, not in a list.
  own.removeAttribute('class');
  const cited = [...page.querySelectorAll<HTMLElement>('#cite .cite')];
  const styles = cited.flatMap((element): [string, string][] => {
    const style = /^citation in the style of (.+)$/.exec(element.dataset.copy ?? '')?.[1];
    return style ? [[style, textOf(element)]] : [];
  });
  const files = [...page.querySelectorAll<HTMLAnchorElement>('#cite a')].flatMap(
    (link): [string, string][] => {
      const href = link.getAttribute('href') ?? '';
      const ending = /\.(\w+)$/.exec(link.getAttribute('download') || href)?.[1];
      return ending ? [[ending, href]] : [];
    },
  );
  return {
    kind: 'standing',
    id,
    address,
    words: nodesOf(words),
    type,
    by: nodesOf(by),
    citation: textOf(cited.find((element) => element.dataset.copy === 'citation')),
    styles: new Map(styles),
    // Of the files that end alike the citation comes first.
    files: new Map(files.toReversed()),
  };
}

function gone(page: Document, id: string, address: string): GoneClaim | null {
  const heading = textOf(page.querySelector('.notice h1'));
  const successor = page.querySelector<HTMLElement>('[data-successor]')?.dataset.successor;
  return heading ? { kind: 'gone', id, address, heading, successor: successor ?? null } : null;
}

/** The words as a line of a list, a link to the claim's page. */
export const wordsLine = ({ address, words }: StandingClaim): HTMLElement =>
  make('p', { class: 'words' }, make('a', { href: address }, ...words));
