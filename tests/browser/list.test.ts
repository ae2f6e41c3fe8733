/** What a reader keeps and sends: the list of claims, and links to part of one. */
import { readFile } from 'node:fs/promises';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFaults, axeFaultsInBothSchemes } from '../support/axe.ts';
import { site } from '../support/built.ts';
import { stage, watch, type Stage } from '../support/browser.ts';

interface Known {
  id: string;
  article: string;
  type: string;
  text: string;
}

let on: Stage;
/** Claims whose words can be told apart by their first eight. */
const claims = site
  .read('data/claims.jsonl')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Known)
  .filter(({ text }) => text.split(/\s+/).length >= 8);
beforeAll(async () => void (on = await stage()));
afterAll(() => on.close());

const keepOn = async (page: Page, id: string) => {
  await page.goto(on.url(`claims/${id}/`));
  const button = page.getByRole('button', { name: `Keep claim ${id} on your list` });
  await button.click();
  await isPressed(button, true);
};
/** Waits, since what keeps a claim is loaded with the first click. */
const isPressed = (button: Locator, pressed: boolean) =>
  expect.poll(() => button.getAttribute('aria-pressed')).toBe(String(pressed));
const listed = async (page: Page): Promise<string[]> => {
  await page.locator('#list:not([aria-busy]) .sec').first().waitFor();
  return page
    .locator('#list .rows .words > a')
    .evaluateAll((links) =>
      links.map((link) => /claims\/([^/]+)\/$/.exec((link as HTMLAnchorElement).href)?.[1] ?? ''),
    );
};
const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const mayCopy = (context: BrowserContext) =>
  context.grantPermissions(['clipboard-read', 'clipboard-write']);
const [first, second, third] = claims.map(({ id }) => id) as [string, string, string];

describe('the reader’s own list', () => {
  test('is kept, put in order, cut down and restored, and stays in the browser', () =>
    on.open(async (page) => {
      const problems = watch(page, on.served);
      await page.goto(on.url('list/'));
      expect(await listed(page)).toEqual([]);
      for (const id of [first, second, third]) await keepOn(page, id);
      await page.goto(on.url('list/'));
      expect(await listed(page)).toEqual([first, second, third]);
      await page.getByRole('button', { name: `Move claim ${first} down` }).press('Enter');
      await page.waitForFunction(
        (id) => document.activeElement?.ariaLabel === `Move claim ${id} down`,
        first,
      );
      expect(await listed(page)).toEqual([second, first, third]);
      await page.getByRole('button', { name: `Take off claim ${second}` }).click();
      await page.getByRole('button', { name: 'Undo' }).waitFor();
      expect(await listed(page)).toEqual([first, third]);
      await page.getByRole('button', { name: 'Undo' }).click();
      await page.getByRole('button', { name: `Take off claim ${second}` }).waitFor();
      await page.reload();
      expect(await listed(page)).toEqual([second, first, third]);
      expect(problems).toEqual([]);
    }));

  test('is kept from lists, articles and results of a search too, and let go again', () =>
    on.open(async (page) => {
      for (const path of [
        'claims/',
        `search/?q=${encodeURIComponent(
          `"${claims[0]!.text
            .match(/\p{L}+/gu)!
            .slice(0, 3)
            .join(' ')}"`,
        )}`,
      ]) {
        await page.goto(on.url(path));
        const button = page.locator('main .keep').first();
        await button.click();
        await isPressed(button, true);
        await button.click();
        await isPressed(button, false);
      }
      await page.goto(on.url(site.pages.find((name) => /^articles\/[^/]+\/index/.test(name))!));
      const inMargin = page.locator('.notes .keep').first();
      await inMargin.click();
      await isPressed(inMargin, true);
      await page.getByRole('link', { name: 'your list', exact: true }).click();
      expect(await listed(page)).toHaveLength(1);
    }));

  test('is cited in each style and in files, all claims in its order', () =>
    on.open(async (page, context) => {
      await mayCopy(context);
      for (const id of [second, first]) await keepOn(page, id);
      await page.goto(on.url('list/'));
      await listed(page);
      const ways = await page.locator('#list-way option').allTextContents();
      expect(ways).toEqual(
        expect.arrayContaining(['One line each', 'APA', 'Chicago', 'MLA', 'Wikipedia']),
      );
      for (const way of ways) {
        await page.locator('#list-way').selectOption(way);
        await page.getByRole('button', { name: 'Copy the list as text' }).click();
        await page.waitForFunction(() =>
          document.querySelector('#list-status')?.textContent.startsWith('Copied'),
        );
        const text = await copied(page);
        const at = [second, first].map((id) => text.indexOf(`/claims/${id}/`));
        expect(at[0], way).toBeGreaterThan(0);
        expect(at[1], way).toBeGreaterThan(at[0]!);
        await page.goto(on.url('list/'));
        await listed(page);
      }
      for (const [name, whole] of [
        ['BibTeX', 'archive.bib'],
        ['RIS', 'archive.ris'],
        ['CSL-JSON', 'archive.csl.json'],
      ] as const) {
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('button', { name: `${name} file of the list` }).click(),
        ]);
        const text = await readFile(await download.path(), 'utf8');
        const ids = [...text.matchAll(/claims\/([0-9a-z]+)\//g)].map(([, id]) => id);
        expect([...new Set(ids)], name).toEqual([second, first]);
        if (name === 'CSL-JSON')
          expect(site.read(`data/${whole}`)).toContain(
            JSON.stringify((JSON.parse(text) as unknown[])[0]),
          );
        else
          for (const entry of text.trim().split('\n\n'))
            expect(site.read(`data/${whole}`)).toContain(entry.trim());
      }
    }));

  test('goes with its address, and leaves the list of whoever opens it alone', () =>
    on.open(async (page) => {
      await keepOn(page, third);
      await page.goto(on.url(`list/#claims=${second}.${first}.nosuch9`));
      expect(await listed(page)).toEqual([second, first]);
      expect(await page.locator('#list .rows').innerText()).toContain(
        'There is no claim nosuch9 in the archive.',
      );
      expect(await page.locator('#list').innerText()).toContain('yours is as it was');
      await page.getByRole('button', { name: /^Keep 3 claims on your list/ }).click();
      await page.getByRole('link', { name: 'Your own list' }).click();
      await page.locator('#list h2', { hasText: 'Kept' }).waitFor();
      expect(await listed(page)).toEqual([third, second, first]);
    }));

  test('is not offered without scripts, and its page says why', () =>
    on.open(
      async (page) => {
        await page.goto(on.url('claims/'));
        expect(await page.locator('.keep').first().isVisible()).toBe(false);
        expect(await page.getByRole('link', { name: 'Your list' }).count()).toBe(0);
        await page.goto(on.url('list/'));
        expect(await page.locator('main').innerText()).toContain('The list needs JavaScript');
      },
      { javaScriptEnabled: false },
    ));

  test('axe finds nothing on it, light and dark', () =>
    on.open(async (page) => {
      for (const id of [first, second]) await keepOn(page, id);
      expect(await axeFaultsInBothSchemes(page)).toEqual([]);
      await page.goto(on.url('list/'));
      await listed(page);
      expect(await axeFaultsInBothSchemes(page)).toEqual([]);
      await page.goto(on.url(`list/#claims=${first}.nosuch9`));
      await listed(page);
      expect(await axeFaultsInBothSchemes(page)).toEqual([]);
    }));
});

describe('part of a claim', () => {
  const known = claims.find(({ type }) => type === 'direct') ?? claims[0]!;
  const words = known.text.split(/\s+/);
  const part = words.slice(2, 6).join(' ');

  /** Selects from the middle of the third word to the middle of the sixth. */
  const select = (page: Page) =>
    page.evaluate((part) => {
      const node = document.querySelector('.bigwords [data-words]')!.firstChild!;
      const from = node.textContent!.indexOf(part);
      const range = document.createRange();
      range.setStart(node, from + 1);
      range.setEnd(node, from + part.length - 1);
      getSelection()!.removeAllRanges();
      getSelection()!.addRange(range);
    }, part);

  test('selected words get a link that marks them and cites them alone', () =>
    on.open(async (page, context) => {
      await mayCopy(context);
      await page.goto(on.url(`claims/${known.id}/`));
      const whole = await page.locator('#cite .cite').first().textContent();
      await select(page);
      await page.getByRole('button', { name: 'Copy link to these words' }).click();
      await page.waitForFunction(() =>
        document.querySelector('.part-bar')?.textContent.includes('Copied'),
      );
      const link = await copied(page);
      const fragment = link.slice(link.indexOf('#'));
      expect(fragment).toMatch(/^#words=3-6-[0-9a-z]{4}:~:text=/);

      await page.goto('about:blank');
      await page.goto(on.url(`claims/${known.id}/`) + fragment);
      expect(await page.locator('mark').allTextContents()).toEqual([part]);
      expect(await page.locator('.bigwords [data-words]').textContent()).toBe(known.text);
      const cited = await page.locator('#cite .cite').first().textContent();
      expect(cited).toContain(`“… ${part.replace(/[,;:]$/, '')} …”`);
      expect(cited).toContain(fragment.replace(/:~:.*/, ''));
      expect(cited).not.toContain(known.text);
      const bib = page.locator('#cite').getByRole('link', { name: 'BibTeX' });
      await expect.poll(() => bib.getAttribute('href')).toMatch(/^data:text\/plain/);
      const file = decodeURIComponent((await bib.getAttribute('href')) ?? '');
      expect(file).toContain(`${known.id}/${fragment.replace(/:~:.*/, '')}`);
      expect(file).not.toContain(known.text);
      expect(await bib.getAttribute('download')).toBe(`${known.id}-words-3-6.bib`);
      await page.getByRole('button', { name: 'Show the whole claim' }).click();
      expect(await page.locator('mark').count()).toBe(0);
      expect(await page.locator('#cite .cite').first().textContent()).toBe(whole);
      expect(await bib.getAttribute('href')).not.toContain('words-');
      expect(await bib.getAttribute('download')).not.toBe(`${known.id}-words-3-6.bib`);
    }));

  test('selected words of an article get a link to them, at their claim where they stand in one', () =>
    on.open(async (page, context) => {
      await mayCopy(context);
      await page.goto(on.url(`articles/${known.article}/`));
      await page.evaluate((id) => {
        const claim = document.getElementById(id)!;
        const node = document.createTreeWalker(claim, NodeFilter.SHOW_TEXT).nextNode()!;
        const range = document.createRange();
        range.setStart(node, 1);
        range.setEnd(node, node.textContent!.length - 1);
        getSelection()!.removeAllRanges();
        getSelection()!.addRange(range);
      }, known.id);
      await page.getByRole('button', { name: 'Copy link to these words' }).click();
      await page.waitForFunction(() =>
        document.querySelector('.part-bar')?.textContent.includes('Copied'),
      );
      const link = await copied(page);
      expect(link).toContain(`articles/${known.article}/#${known.id}:~:text=`);
      const [, words = ''] = link.split(/:~:text=(?:[^,]*-,)?/);
      // The mark that opens the words is of their first word.
      const first = decodeURIComponent(words.split(',')[0] ?? '').replace(/^["“‘]/, '');
      expect(first.length).toBeGreaterThan(0);
      expect(known.text.startsWith(first)).toBe(true);
      expect(await axeFaults(page)).toEqual([]);
    }));

  test('a link that was made for other words marks none, and says so', () =>
    on.open(async (page) => {
      await page.goto(on.url(`claims/${known.id}/#words=3-6-zzzz`));
      await page.locator('.part-bar').waitFor();
      expect(await page.locator('.part-bar').innerText()).toContain(
        'made for words that do not stand in this claim',
      );
      expect(await page.locator('mark').count()).toBe(0);
      expect(await axeFaults(page)).toEqual([]);
    }));
});
