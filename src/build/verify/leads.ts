/** What of an element leads somewhere or loads something. */

/** Attributes with addresses, by the element they stand on, as a tree of HTML names them. */
export const LINKS: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  area: ['href'],
  link: ['href'],
  img: ['src', 'srcSet'],
  source: ['src', 'srcSet'],
  script: ['src'],
  iframe: ['src'],
  form: ['action'],
  audio: ['src'],
  video: ['src', 'poster'],
  object: ['data'],
  use: ['href', 'xLinkHref'],
};

/** Links to other machines by which nothing of the page is found. */
export const NO_TARGETS: readonly string[] = ['preconnect', 'dns-prefetch', 'me', 'license'];

/** Where the content of a `<meta http-equiv="refresh">` leads. */
export const refreshed = (content: string): string | null =>
  /url=\s*['"]?([^'"]+)/i.exec(content)?.[1] ?? null;

/** The addresses of a `srcset`. */
export const imagesOf = (set: string): string[] =>
  set.split(',').map((image) => /^\S*/.exec(image.trim())?.[0] ?? '');
