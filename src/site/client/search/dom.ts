/** Elements made from values. Texts become text nodes, so nothing of an archive is ever read as HTML. */
import type { Piece } from '../../../search/fold.ts';

type Child = Node | string | null | undefined | false;
type Properties = Record<
  string,
  string | number | boolean | null | undefined | ((event: Event) => void)
>;

function fill<E extends Element>(
  element: E,
  properties: Properties,
  children: readonly Child[],
): E {
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value !== null && value !== undefined)
      element.setAttribute(name, String(value));
  }
  element.append(
    ...children.filter(
      (child): child is Node | string => child !== null && child !== undefined && child !== false,
    ),
  );
  return element;
}

/** `make('a', { href, click }, 'text')`; a function listens to the event of that name. */
export const make = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Properties = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] => fill(document.createElement(tag), properties, children);

export const makeSvg = <K extends keyof SVGElementTagNameMap>(
  tag: K,
  properties: Properties = {},
  ...children: Child[]
): SVGElementTagNameMap[K] =>
  fill(document.createElementNS('http://www.w3.org/2000/svg', tag), properties, children);

/** Pieces as text, hits in `<mark>`. */
export const markedNodes = (pieces: readonly Piece[]): (Node | string)[] =>
  pieces.map(({ text, hit }) => (hit ? make('mark', {}, text) : text));

/** The element with this id, which the page has. */
export function byId<E extends HTMLElement = HTMLElement>(id: string): E {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no #${id}`);
  return element as E;
}

/** Address of the site's root: the masthead's search form knows it on every page. */
export const siteRoot = (): string =>
  new URL('../', (document.getElementById('find') as HTMLFormElement).action).href;
