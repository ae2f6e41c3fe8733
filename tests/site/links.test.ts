import { describe, expect, test } from 'vitest';
import { attribute, elements, site, subSite, type BuiltSite } from '../support/built.ts';

/** Where an address leads, as a path from the site's root and a fragment; undefined if it leaves the site. */
function resolveLink(
  built: BuiltSite,
  page: string,
  address: string,
): { path: string; fragment: string; inside: boolean } | undefined {
  const canonical = 'https://this.site';
  const here = new URL(built.base + page.replace(/index\.html$/, ''), canonical);
  let url = new URL(address, here);
  if (roots.get(built)!.some((root) => url.href.startsWith(root))) {
    // The site's own absolute addresses, as in `canonical` and `og:url`.
    const root = roots.get(built)!.find((one) => url.href.startsWith(one))!;
    url = new URL(built.base + url.href.slice(root.length), canonical);
  }
  if (url.origin !== canonical) return undefined;
  const path = decodeURIComponent(url.pathname);
  return {
    path: path.slice(built.base.length),
    fragment: decodeURIComponent(url.hash.slice(1)),
    inside: path.startsWith(built.base),
  };
}

/** The address the site was built for, read from the home page's canonical link. */
const rootsOf = (built: BuiltSite) =>
  elements(built.tree('index.html'))
    .filter((node) => node.tagName === 'link' && attribute(node, 'rel') === 'canonical')
    .map((node) => attribute(node, 'href')!);
const sites = [['/', site], ...(subSite ? [['/sub/', subSite]] : [])] as [string, BuiltSite][];
const roots = new Map(sites.map(([, built]) => [built, rootsOf(built)]));

const fileOf = (path: string) => (path === '' || path.endsWith('/') ? `${path}index.html` : path);
const ADDRESSES = ['href', 'src', 'poster', 'cite', 'action', 'data', 'formAction', 'xLinkHref'];

function* links(built: BuiltSite, page: string): Iterable<{ from: string; address: string }> {
  for (const node of elements(built.tree(page))) {
    for (const name of ADDRESSES) {
      const address = attribute(node, name);
      if (address !== undefined) yield { from: `<${node.tagName} ${name}>`, address };
    }
    const set = attribute(node, 'srcSet');
    if (set)
      for (const one of set.split(','))
        yield { from: '<srcset>', address: one.trim().split(/\s+/)[0]! };
    if (
      node.tagName === 'meta' &&
      /^og:(url|image)$|^twitter:image$/.test(
        attribute(node, 'property') ?? attribute(node, 'name') ?? '',
      )
    )
      yield { from: '<meta>', address: attribute(node, 'content')! };
    if (node.tagName === 'meta' && attribute(node, 'httpEquiv')?.toLowerCase() === 'refresh')
      yield {
        from: '<meta refresh>',
        address: (attribute(node, 'content') ?? '').replace(/^[^=]*url=\s*/i, ''),
      };
  }
}

describe.each(sites)('links of the site under %s', (_, built) => {
  const ids = new Map<string, Set<string>>();
  const idsOf = (page: string) => {
    const known =
      ids.get(page) ??
      new Set(elements(built.tree(page)).flatMap((node) => attribute(node, 'id') ?? []));
    ids.set(page, known);
    return known;
  };

  test('every link within the site leads to a file, every fragment to an element', () => {
    const broken: string[] = [];
    let checked = 0;
    for (const page of built.pages) {
      for (const { from, address } of links(built, page)) {
        if (/^(mailto|data|tel|javascript|blob):/i.test(address)) {
          if (/^(javascript|blob):/i.test(address)) broken.push(`${page} ${from} ${address}`);
          continue;
        }
        const to = resolveLink(built, page, address);
        if (!to) continue;
        checked += 1;
        const file = fileOf(to.path);
        if (!to.inside || !built.has(file)) broken.push(`${page} ${from} ${address}: no such file`);
        else if (
          to.fragment &&
          !to.fragment.startsWith(':~:') &&
          file.endsWith('.html') &&
          !idsOf(file).has(to.fragment)
        )
          broken.push(`${page} ${from} ${address}: no element with that id`);
      }
    }
    expect(checked).toBeGreaterThan(built.pages.length);
    expect(broken.slice(0, 40)).toEqual([]);
  });

  test('every page but the one for lost addresses is linked from another', () => {
    const linked = new Set<string>();
    for (const page of built.pages)
      for (const { from, address } of links(built, page)) {
        if (!from.startsWith('<a ') || /^[a-z]+:(?!\/\/)/i.test(address)) continue;
        const to = resolveLink(built, page, address);
        if (to && fileOf(to.path) !== page) linked.add(fileOf(to.path));
      }
    const gone = (page: string) =>
      elements(built.tree(page)).some(
        (node) =>
          node.tagName === 'meta' &&
          attribute(node, 'name') === 'robots' &&
          /noindex/.test(attribute(node, 'content') ?? ''),
      );
    expect(
      built.pages.filter((page) => !linked.has(page) && page !== '404.html' && !gone(page)),
    ).toEqual([]);
  });

  test('no page holds an id twice', () => {
    const twice = built.pages.flatMap((page) => {
      const seen = new Set<string>();
      return elements(built.tree(page)).flatMap((node) => {
        const id = attribute(node, 'id');
        if (id === undefined || !seen.has(id)) {
          if (id !== undefined) seen.add(id);
          return [];
        }
        return `${page} #${id}`;
      });
    });
    expect(twice).toEqual([]);
  });

  test('every style sheet and script names only files of the site', () => {
    const broken: string[] = [];
    for (const sheet of built.files.filter((path) => path.endsWith('.css')))
      for (const [, address] of built.read(sheet).matchAll(/url\(\s*['"]?([^'")]+)/g)) {
        if (address!.startsWith('data:')) continue;
        const to = resolveLink(built, sheet, address!);
        if (!to?.inside || !built.has(to.path)) broken.push(`${sheet} ${address}`);
      }
    expect(broken).toEqual([]);
  });
});
