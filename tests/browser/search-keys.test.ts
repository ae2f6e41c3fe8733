/** What the help of the search promises, and the keys that every page has. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { words } from '../../src/search/fold.ts';
import { axeFaults } from '../support/axe.ts';
import { dataLines } from '../support/built.ts';
import { stage, watch, type Stage } from '../support/browser.ts';

interface Known {
  id: string;
  text: string;
  via: { name: string }[];
}

let on: Stage;
const claims = dataLines<Known>('claims.jsonl');
beforeAll(async () => void (on = await stage()));
afterAll(() => on.close());

/** The ids of all claims found, page after page. */
async function found(page: Page, query: string): Promise<string[]> {
  const ids: string[] = [];
  for (let number = 1; ; number++) {
    await page.goto(on.url(`search/?q=${encodeURIComponent(query)}&page=${number}`));
    await page.locator('#result-count').waitFor();
    const links = await page
      .locator('#found .rows > li')
      .evaluateAll((rows) =>
        rows.flatMap((row) =>
          [
            ...row.querySelectorAll<HTMLAnchorElement>('.words a:first-of-type, .by a[href*="#"]'),
          ].map(({ href }) => new URL(href).hash.slice(1)),
        ),
      );
    ids.push(...links);
    if ((await page.locator('.pager [rel=next]').count()) === 0) return [...new Set(ids)].sort();
  }
}

describe('the search', () => {
  test('OR finds what either word finds, and nothing else', () =>
    on.open(async (page) => {
      // A long word of the first claim and one of the last, which the other does not have.
      const [first, last] = [claims[0]!, claims.at(-1)!].map(({ text }) => words(text));
      const own = (list: string[], without: string[]) =>
        list
          .toSorted((x, y) => y.length - x.length)
          .find((word) => !without.some((one) => one.slice(0, 4) === word.slice(0, 4)))!;
      const [one, other] = [own(first!, last!), own(last!, first!)];
      const [a, b, both] = [
        await found(page, one),
        await found(page, other),
        await found(page, `${one} OR ${other}`),
      ];
      expect(a.length).toBeGreaterThan(0);
      expect(b.length).toBeGreaterThan(0);
      expect(both).toEqual([...new Set([...a, ...b])].sort());
      expect(both.length).toBeGreaterThan(Math.max(a.length, b.length));
    }));

  test('the id of a claim leads to it', () =>
    on.open(async (page) => {
      const { id } = claims.at(-1)!;
      await page.goto(on.url(`search/?q=${id.toUpperCase()}`));
      const link = page.locator(`#named a[href$="/claims/${id}/"]`);
      await link.waitFor();
      await link.click();
      await page.waitForURL(new RegExp(`/claims/${id}/`));
    }));

  test('whoever passed words on is found with them', () =>
    on.open(async (page) => {
      const passed = claims.filter(({ via }) => via.length > 0);
      expect(passed.length).toBeGreaterThan(0);
      for (const { id, via } of passed.slice(0, 3))
        expect(await found(page, via[0]!.name), via[0]!.name).toContain(id);
    }));
});

describe('keys of every page', () => {
  test('a question mark shows them, Esc closes them and gives the focus back', () =>
    on.open(async (page) => {
      const problems = watch(page, on.served);
      await page.goto(on.url('speakers/'));
      const link = page.locator('main a').first();
      await link.focus();
      const before = await link.getAttribute('href');
      await page.keyboard.press('?');
      const dialog = page.getByRole('dialog', { name: 'Keys' });
      await dialog.waitFor();
      for (const key of ['/', 'j', 'k', '?', 'Esc'])
        expect(await dialog.locator('kbd').allTextContents()).toContain(key);
      expect(await axeFaults(page)).toEqual([]);
      await page.keyboard.press('Escape');
      expect(await dialog.isVisible()).toBe(false);
      expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(before);
      expect(problems).toEqual([]);
    }));

  test('a question mark typed into a field is a question mark', () =>
    on.open(async (page) => {
      await page.goto(on.url('search/'));
      await page.locator('#q-main').focus();
      await page.keyboard.press('?');
      expect(await page.locator('#q-main').inputValue()).toBe('?');
      expect(await page.locator('dialog').count()).toBe(0);
    }));
});
