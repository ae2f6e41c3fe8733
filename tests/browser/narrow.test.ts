/** What a page leaves out or folds on a phone, and what it adds on paper. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { site } from '../support/built.ts';
import { samples, stage, type Stage } from '../support/browser.ts';

const PHONE = { width: 390, height: 844 };
const coverage = site.pages
  .filter((page) => page.startsWith('compare/page/articles.'))
  .map((page) => page.replace(/index\.html$/, ''));

const rows = samples().filter((page) => site.bytes(page).includes('class="by"'));

let on: Stage;
beforeAll(async () => {
  on = await stage();
});
afterAll(() => on.close());

const onPhone = (path: string, look: (page: Page) => Promise<void>) =>
  on.open(
    async (page) => {
      await page.goto(on.url(path), { waitUntil: 'networkidle' });
      await look(page);
    },
    { viewport: PHONE },
  );

const articles = samples().filter((page) => /^articles\/[^/]+\/index\.html$/.test(page));

describe('on a phone', () => {
  test.each(articles)('on %s what is folded before the first paragraph takes a line', (path) =>
    onPhone(path, async (page) => {
      const tall = await page.evaluate(() => {
        const blocks = [...document.querySelectorAll('.text > *')];
        const first = blocks.findIndex((one) => one.matches('.para:not(:has(> .caption)), .turn'));
        return blocks
          .slice(0, Math.max(0, first))
          .filter((one) => one.matches('.folded'))
          .map((one) => one.clientHeight);
      });
      for (const height of tall) expect(height).toBeLessThanOrEqual(28);
    }),
  );

  test.each(rows)('on %s no button to keep a claim stands on a line of its own', (path) =>
    onPhone(path, async (page) => {
      const alone = await page.evaluate(() => {
        const bottomOfWords = (line: Element) => {
          const range = document.createRange();
          const boxes = [...line.childNodes]
            .filter((node) => !(node instanceof Element && node.matches('.keep')))
            .flatMap((node) => {
              range.selectNode(node);
              return [...range.getClientRects()];
            });
          return Math.max(...boxes.map(({ bottom }) => bottom));
        };
        return [...document.querySelectorAll('.by > .keep')]
          .filter((button) => button.checkVisibility())
          .filter((button) => {
            const { top } = button.getBoundingClientRect();
            return button.parentElement && top >= bottomOfWords(button.parentElement);
          })
          .map((button) => button.parentElement?.textContent);
      });
      expect(alone).toEqual([]);
    }),
  );

  test('pairs of claims that only a question brings together are folded under it', () =>
    onPhone('compare/', async (page) => {
      expect(await page.locator('main details.rest > summary').count()).toBeGreaterThan(0);
      const screens = await page.evaluate(() => document.documentElement.scrollHeight);
      expect(screens / PHONE.height).toBeLessThan(3);
    }));

  test.each(coverage)('%s says of an article only whom it quotes, over the whole width', (path) =>
    onPhone(path, async (page) => {
      const quoted = await page.locator('table.both tbody tr').evaluateAll((list) =>
        list.map((row) => ({
          text: (row as HTMLElement).innerText,
          parts: [...row.querySelectorAll('svg')]
            .filter((bar) => bar.checkVisibility())
            .map((bar) => bar.clientWidth / row.clientWidth),
        })),
      );
      expect(quoted.length).toBeGreaterThan(0);
      expect(quoted.filter(({ text }) => text.includes('not quoted'))).toEqual([]);
      expect(quoted.flatMap(({ parts }) => parts).filter((part) => part < 0.9)).toEqual([]);
      // a line and a bar for each speaker whose name and article leave room for both
      const high = await page.locator('table.both tbody tr').evaluateAll((list) =>
        list
          .map((row) => ({
            said: [row, ...row.querySelectorAll<HTMLElement>('td:not(.none)')]
              .map(
                (one, i) => (i ? one.dataset.label : one.textContent)?.replace(/\s+/g, ' ') ?? '',
              )
              .join(' '),
            height: row.clientHeight,
          }))
          .filter(({ said, height }) => said.length < 36 && height > 60),
      );
      expect(high).toEqual([]);
    }),
  );
});

test('on paper, each claim of a list has its address below its words', async () => {
  await on.open(async (page) => {
    await page.emulateMedia({ media: 'print' });
    await page.goto(on.url('claims/'));
    const addresses = await page
      .locator('.rows .words > a')
      .evaluateAll((links) =>
        links.map((link) => [getComputedStyle(link, '::after').content, link.getAttribute('href')]),
      );
    expect(addresses.length).toBeGreaterThan(0);
    for (const [printed, address] of addresses) expect(printed).toBe(JSON.stringify(address));
  });
});
