/** What the build finds wrong with a site of many pages, of which it reads a share whole. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SUMS, sumsOf, sumsText, verifySite } from '../../src/build/verify/index.ts';

let folder = '';
const put = (name: string, text: string) => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
};
const page = (body: string, head = '') =>
  `<!DOCTYPE html><html><head>${head}</head><body id="top-of-all">${body}</body></html>`;

const FAULTS: readonly [link: string, said: RegExp][] = [
  ['/sub/no/', /where there is no page/],
  ['/sub/articles/a', /without the slash/],
  ['/sub/articles/a/#other', /whose fragment is on no element/],
  ['../c1/#nothing', /whose fragment is on no element/],
  ['#nowhere', /whose fragment is on no element/],
  ['/elsewhere/', /outside of \/sub\//],
  ['/sub/%E9/', /a % stands for no character/],
  ['http://[/', /which is no address/],
];
const PAGES = 600;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-built-'));
  const canonical = '<link rel="canonical" href="https://x.example/sub/">';
  put('index.html', page(`<a href="/sub/${SUMS}">all hashes</a>`, canonical));
  put(
    'articles/a/index.html',
    page('<p id="one">x</p><p id="z é">y</p><a href="https://x.example/other/">x</a>'),
  );
  for (let i = 0; i < PAGES; i++) {
    const [link] = FAULTS[i - 100] ?? [''];
    const links = ['/sub/articles/a/#one', '../../articles/a/#z%20%C3%A9', '/sub/?q=a#top', link];
    put(`claims/c${i}/index.html`, page(links.map((to) => `<a href="${to}">x</a>`).join('')));
  }
  put('feed.xml', '<feed><link href="https://x.example/sub/gone/"/></feed>');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('every link of every page is followed, and its list of hashes made on the way', async () => {
  const built = await verifySite(folder, { built: { sums: new Map(), before: null } });
  const links = built.problems.filter(({ kind }) => kind === 'link');
  for (const [link, said] of FAULTS)
    expect(
      links.filter(({ message }) => message.includes(`\`${link}\``) && said.test(message)),
      link,
    ).toHaveLength(1);
  expect(links).toHaveLength(FAULTS.length + 1);
  expect(built.counts.pages).toBe(PAGES + 2);
  expect(built.counts['read whole']).toBeGreaterThanOrEqual(200);
  expect(built.counts['read whole']).toBeLessThan(300);
  expect(sumsText(built.sums)).toBe(sumsOf(folder));
  expect(built.files).toContain(SUMS);

  writeFileSync(join(folder, SUMS), sumsText(built.sums));
  const all = await verifySite(folder);
  expect(all.counts['read whole']).toBe(PAGES + 2);
  expect(all.counts.links).toBe(built.counts.links);
  const saidOf = (problems: typeof links) => problems.map(({ message }) => message).sort();
  expect(saidOf(all.problems)).toEqual(saidOf(built.problems));
});
