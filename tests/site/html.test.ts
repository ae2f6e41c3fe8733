import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { attribute, elements, meta, site, textContent } from '../support/built.ts';
import { HTML_RULES } from '../support/html-rules.ts';

/** Every page but Pagefind's own files, which no reader opens. */
const pages = site.pages.filter((page) => !/(^|\/)pagefind/.test(page));
const isArticle = (page: string) => /^articles\/[^/]+\/index\.html$/.test(page);
const isClaim = (page: string) =>
  /^claims\/[23456789bcdfghjkmnpqrstvwxz]{6,12}\/index\.html$/.test(page);
/** Redirects and tombstones say only what became of an address. */
const isGone = (page: string) =>
  meta(site.tree(page), 'robots').some((value) => value.includes('noindex'));

test('there are pages of every kind', () => {
  expect(pages.filter(isArticle).length).toBeGreaterThan(0);
  expect(pages.filter(isClaim).length).toBeGreaterThan(0);
  for (const page of [
    'index',
    '404',
    'articles/index',
    'speakers/index',
    'outlets/index',
    'topics/index',
    'search/index',
    'data/index',
    'about/index',
    'timeline/index',
  ])
    expect.soft(pages, page).toContain(`${page}.html`);
});

test('html-validate finds no error on any page', async () => {
  const validator = new HtmlValidate(HTML_RULES);
  const found: string[] = [];
  for (const page of pages) {
    const { results } = await validator.validateString(site.read(page), page);
    for (const { messages } of results)
      for (const { ruleId, message, line, column } of messages)
        found.push(`${page}:${line}:${column} ${ruleId}: ${message}`);
  }
  expect(found.slice(0, 40)).toEqual([]);
});

describe('every page', () => {
  test('has one title of its own, a language, one main and one first heading', () => {
    const titles = new Map<string, string>();
    for (const page of pages) {
      const all = elements(site.tree(page));
      const of = (name: string) => all.filter((node) => node.tagName === name);
      // A picture drawn in the page may have titles of its own.
      const [head] = of('head');
      const [named, ...others] = elements(head!).filter((node) => node.tagName === 'title');
      expect
        .soft(named && others.length === 0 && textContent(named).trim() !== '', `${page}: title`)
        .toBe(true);
      expect.soft(attribute(of('html')[0]!, 'lang'), page).toMatch(/^[a-z]{2}/);
      if (isGone(page)) continue;
      expect.soft([of('main').length, of('h1').length], `${page}: main, h1`).toEqual([1, 1]);
      // The same words may be claimed twice, so claims may share a title.
      if (isClaim(page)) continue;
      const title = textContent(named!);
      expect.soft(titles.get(title), `${page} has the title of`).toBeUndefined();
      titles.set(title, page);
    }
  });

  test('has a strict content policy and nothing that it would forbid', () => {
    for (const page of pages) {
      const all = elements(site.tree(page));
      const policy = all
        .filter(
          (node) =>
            node.tagName === 'meta' &&
            attribute(node, 'httpEquiv')?.toLowerCase() === 'content-security-policy',
        )
        .map((node) => attribute(node, 'content') ?? '');
      expect.soft(policy.length, `${page}: policy`).toBe(1);
      expect.soft(policy[0], page).toMatch(/default-src 'none'/);
      expect.soft(policy[0], page).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
      const inline = all.flatMap((node) => {
        const names = Object.keys(node.properties).filter(
          (name) => /^on[A-Z]/i.test(name) || name === 'style',
        );
        const script =
          node.tagName === 'script' &&
          !node.properties['src'] &&
          attribute(node, 'type') !== 'application/ld+json';
        return [
          ...names.map((name) => `<${node.tagName} ${name}>`),
          ...(script ? ['<script>'] : []),
          ...(node.tagName === 'style' ? ['<style>'] : []),
        ];
      });
      expect.soft(inline, page).toEqual([]);
    }
  });

  test('loads nothing from elsewhere', () => {
    const LOADS: Record<string, string[]> = {
      script: ['src'],
      img: ['src', 'srcSet'],
      iframe: ['src'],
      source: ['src', 'srcSet'],
      video: ['src', 'poster'],
      audio: ['src'],
      object: ['data'],
      embed: ['src'],
      image: ['href', 'xLinkHref'],
      use: ['href', 'xLinkHref'],
      form: ['action'],
    };
    const LINKS =
      /\b(stylesheet|preload|modulepreload|icon|prefetch|preconnect|dns-prefetch|manifest|apple-touch-icon)\b/;
    const outside: string[] = [];
    for (const page of pages)
      for (const node of elements(site.tree(page))) {
        const names =
          node.tagName === 'link' && LINKS.test(attribute(node, 'rel') ?? '')
            ? ['href']
            : (LOADS[node.tagName] ?? []);
        for (const name of names)
          if (/^(https?:)?\/\//.test(attribute(node, name) ?? ''))
            outside.push(`${page} <${node.tagName} ${name}="${attribute(node, name)}">`);
      }
    for (const file of site.files.filter((path) => path.endsWith('.css')))
      for (const [address] of site
        .read(file)
        .matchAll(/(url\(\s*['"]?|@import\s+['"])(https?:)?\/\/[^'")]*/g))
        outside.push(`${file} ${address}`);
    expect(outside).toEqual([]);
  });

  test('that is indexed describes itself and names its canonical address', () => {
    for (const page of pages.filter((one) => !isGone(one))) {
      const tree = site.tree(page);
      const canonical = elements(tree)
        .filter((node) => node.tagName === 'link' && attribute(node, 'rel') === 'canonical')
        .map((node) => attribute(node, 'href'));
      expect.soft(canonical.length, `${page}: canonical`).toBe(1);
      expect.soft(meta(tree, 'og:url'), page).toEqual(canonical);
      if (page !== '404.html')
        expect
          .soft(new URL(canonical[0]!).pathname, page)
          .toBe(`/${page.replace(/index\.html$/, '')}`);
      expect
        .soft(meta(tree, 'description')[0]?.length ?? 0, `${page}: description`)
        .toBeGreaterThan(20);
    }
  });

  test('has JSON-LD that can be read, with addresses of the site', () => {
    let found = 0;
    for (const page of pages)
      for (const node of elements(site.tree(page))) {
        if (node.tagName !== 'script' || attribute(node, 'type') !== 'application/ld+json')
          continue;
        const data = JSON.parse(textContent(node)) as Record<string, unknown>;
        expect.soft(data['@context'], page).toBe('https://schema.org');
        expect.soft(data['@type'] ?? data['@graph'], page).toBeTruthy();
        // A verdict would be the archive's own; it gives none.
        expect.soft(JSON.stringify(data), page).not.toContain('ClaimReview');
        found += 1;
      }
    expect(found).toBeGreaterThanOrEqual(
      pages.filter((page) => isArticle(page) && !isGone(page)).length,
    );
  });
});

describe('the head of an article', () => {
  test.each(pages.filter((page) => isArticle(page) && !isGone(page)))(
    '%s can be cited by a reference manager',
    (page) => {
      const tree = site.tree(page);
      expect(meta(tree, 'citation_title').length).toBe(1);
      expect(meta(tree, 'DC.type').length + meta(tree, 'dc.type').length).toBe(1);
      // A journal's title would make it a journal article.
      expect(meta(tree, 'citation_journal_title')).toEqual([]);
      for (const date of meta(tree, 'citation_publication_date'))
        expect(date).toMatch(/^\d{4}(\/\d{2}){0,2}$/);
    },
  );
});

// Readers prefer it to the head, whose names they cut and which has no word for whoever is interviewed.
test.each(pages.filter((page) => (isArticle(page) || isClaim(page)) && !isGone(page)))(
  '%s says to reference managers what it cites',
  (page) => {
    const spans = elements(site.tree(page)).filter(
      (node) => attribute(node, 'className') === 'Z3988',
    );
    const fields = spans.map((node) => new URLSearchParams(attribute(node, 'title')));
    expect(fields.map((one) => one.get('rft.title'))).toEqual(
      meta(site.tree(page), 'citation_title').slice(0, 1),
    );
  },
);

describe('sizes on article and claim pages', () => {
  const gzip = (data: string | Buffer) => gzipSync(data, { level: 9 }).length;
  const brotli = (data: string | Buffer) =>
    brotliCompressSync(data, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  const own = (page: string, address: string) =>
    decodeURIComponent(new URL(address, `https://x/${page}`).pathname.slice(1));
  const measured = pages.filter((page) => isArticle(page) || isClaim(page));

  test.each([
    ['gzip', gzip],
    ['brotli', brotli],
  ] as const)('with %s: HTML up to 30 kB, styles 12 kB, scripts 6 kB', (_, size) => {
    const cache = new Map<string, number>();
    const sizeOf = (path: string) => {
      const known = cache.get(path) ?? size(site.bytes(path));
      cache.set(path, known);
      return known;
    };
    const over: string[] = [];
    for (const page of measured) {
      const all = elements(site.tree(page));
      const sum = (paths: string[]) =>
        [...new Set(paths)].reduce((total, path) => total + sizeOf(path), 0);
      const styles = sum(
        all
          .filter((node) => node.tagName === 'link' && attribute(node, 'rel') === 'stylesheet')
          .map((node) => own(page, attribute(node, 'href')!)),
      );
      const first = all
        .filter((node) => node.tagName === 'script' && node.properties['src'])
        .map((node) => own(page, attribute(node, 'src')!));
      const scripts = sum(withImports(first));
      const html = size(site.bytes(page));
      for (const [what, bytes, most] of [
        ['HTML', html, 30_000],
        ['styles', styles, 12_000],
        ['scripts', scripts, 6_000],
      ] as const)
        if (bytes > most) over.push(`${page}: ${what} ${bytes} of ${most} bytes`);
    }
    expect(over).toEqual([]);
  });

  /** A module and what it imports at once. */
  function withImports(paths: string[]): string[] {
    const all = new Set(paths);
    for (const path of all)
      for (const [, address] of site
        .read(path)
        .matchAll(
          /(?:^|[;\s}])(?:import|export)\s*(?:[^'"();]*?from\s*)?["'](\.[^"']+|\/[^"']+)["']/g,
        ))
        all.add(own(path, address!));
    return [...all];
  }
});
