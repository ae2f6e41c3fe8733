/** The curation page stays small however much waits for a person, and every case is on one of its pages. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { MOST_CHARACTERS, MOST_ITEMS, pagesBySize } from '../../src/curate/pages.ts';

const root = mkdtempSync(join(tmpdir(), 'verbatim-thousand-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('the pages of a list hold each item once, in order, and none more than it may', () =>
  fc.assert(
    fc.property(fc.array(fc.nat(MOST_CHARACTERS * 2)), (sizes) => {
      const items = sizes.map((size, i) => ({ size, i }));
      const { pages } = pagesBySize(items, 1, ({ size }) => size);
      const all = Array.from(
        { length: pages },
        (_, i) => pagesBySize(items, i + 1, ({ size }) => size).items,
      );
      expect(all.flat()).toEqual(items);
      for (const page of all) {
        expect(page.length).toBeLessThanOrEqual(MOST_ITEMS);
        if (page.length > 1)
          expect(page.reduce((sum, { size }) => sum + size, 0)).toBeLessThanOrEqual(
            MOST_CHARACTERS,
          );
      }
    }),
  ));

test.each([0, -1, 99, 1.5])('page %s of a list is one that there is', (asked) => {
  const { number, items } = pagesBySize([1, 2, 3], asked, () => 1);
  expect([number, items]).toEqual([1, [1, 2, 3]]);
});

/** More than fill several pages of each list; a page holds no more where thousands wait. */
const ARTICLES = 2;
const CLAIMS = 50;
const put = (path: string, text: string) => {
  mkdirSync(dirname(join(root, 'content', path)), { recursive: true });
  writeFileSync(join(root, 'content', path), text);
};
const NAMES = ['Mara', 'Tove', 'Ida', 'Felix', 'Noor', 'Lena', 'Otto', 'Pia', 'Rosa', 'Jon'];
const FAMILIES = ['Obi', 'Berg', 'Falk', 'Grue', 'Holm'];
const article = (n: number, what: string) =>
  `Report ${n} on the harbour\n\nBy Ann Lee\n\n4 May 2021\n\n${Array.from({ length: CLAIMS }, (_, i) => `“Boat number ${n}-${i} ${what} the landing of the harbour in the coming year,” said ${NAMES[i % 10]} ${FAMILIES[Math.floor(i / 10)]}, a sailor of the town. The hall was full on that day.\n`).join('\n')}`;

test('claims that wait: no page has a million bytes, and all of them are reached', async () => {
  process.env.VERBATIM_ROOT = root;
  put(
    'site.md',
    '---\nname: Test archive\naddress: http://localhost:4321/\ncurator: A. Curator\n---\n\nOf this test.\n',
  );
  for (let n = 1; n <= ARTICLES; n++)
    put(`sources/report-${n}.txt`, article(n, 'will never again leave'));
  const { readContent } = await import('../../src/build/archive-files/content.ts');
  const { buildArchive } = await import('../../src/archive/build.ts');
  const { formatLedger, formatManifest } = await import('../../src/ledger/index.ts');
  const { ledger, versions } = buildArchive(readContent());
  for (const [id, { rows }] of ledger) put(`ledger/${id}.json`, formatLedger(rows));
  put('sources/manifest.json', formatManifest(versions));
  for (let n = 1; n <= ARTICLES; n++)
    put(`sources/report-${n}.2.txt`, article(n, 'will soon and gladly leave'));

  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(?:VITEST|TEST|DEV|PROD|SSR|MODE|BASE_URL|NODE_ENV|SITE|VERBATIM_)/.test(name),
    ),
  );
  const dev = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'scripts/dev.ts', '--archive', root],
    {
      cwd: join(import.meta.dirname, '../..'),
      env: { ...env, BASE_PATH: '/', PORT: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  try {
    let output = '';
    const address = await new Promise<string>((done, reject) => {
      const hear = (chunk: Buffer) => {
        output += String(chunk);
        const found = /Curation: (\S+)/.exec(output)?.[1];
        if (found) done(found);
      };
      dev.stdout.on('data', hear);
      dev.stderr.on('data', hear);
      dev.on('exit', () => reject(new Error(output.slice(-2000))));
    });
    const seen = new Set<string>();
    let pages = 1;
    for (let number = 1; number <= pages; number++) {
      const answer = await fetch(`${address}?waiting=${number}&machine=${number}`);
      const page = await answer.text();
      expect(answer.status, page.slice(0, 500)).toBe(200);
      expect(Buffer.byteLength(page)).toBeLessThan(1_000_000);
      for (const [, id] of page.matchAll(/id="claim-(\w+)"/g)) seen.add(id ?? '');
      for (const [, n] of page.matchAll(/\?waiting=(\d+)&(?:amp;|#38;)?message/g))
        pages = Math.max(pages, Number(n));
    }
    expect(pages).toBeGreaterThan(3);
    expect(seen.size).toBeGreaterThanOrEqual(ARTICLES * CLAIMS * 0.9);
  } finally {
    const gone = once(dev, 'exit');
    dev.kill();
    await gone;
  }
});
