/** What readers come for, each done as they would: with a few clicks from the first page on. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { words } from '../../src/search/fold.ts';
import { dataLines } from '../support/built.ts';
import { stage, type Stage } from '../support/browser.ts';

interface Known {
  id: string;
  article: string;
  type: string;
  text: string;
  topics: string[];
  speaker: { name: string } | null;
}

const claims = dataLines<Known>('claims.jsonl');
/** A claim with a speaker that answers a question which others answer as well. */
const asked = claims.find(
  ({ topics: [topic], speaker, type }) =>
    speaker !== null &&
    type === 'direct' &&
    topic !== undefined &&
    claims.some((one) => one.topics.includes(topic) && one.speaker?.name !== speaker.name),
)!;

let on: Stage;
beforeAll(async () => void (on = await stage()));
afterAll(() => on.close());

const pathOf = (page: Page): string => new URL(page.url()).pathname;

test('find what somebody said of something: one question, and it stands on the first screen', () =>
  on.open(async (page) => {
    await page.goto(on.url(''));
    const about = words(asked.text)
      .toSorted((a, b) => b.length - a.length)
      .slice(0, 2);
    await page
      .locator('header input[type=search]')
      .fill(`${asked.speaker!.name} ${about.join(' ')}`);
    await page.keyboard.press('Enter');
    const row = page.locator('#found .rows > li', { has: page.locator(`a[href*="${asked.id}"]`) });
    await row.waitFor();
    expect(await row.locator('.who').innerText()).toBe(asked.speaker!.name);
    const { y } = (await row.boundingBox())!;
    expect(y).toBeLessThan(page.viewportSize()!.height);
    await row.locator('.words a').first().click();
    await page.waitForURL((url) => `${url.pathname}${url.hash}`.includes(asked.id));
    await page.locator(`[data-words="${asked.id}"], [id="${asked.id}"]`).first().waitFor();
  }));

test('cite it: one button, without scrolling on a phone, and the words, names and address are in it', () =>
  on.open(
    async (page, context) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.goto(on.url(`claims/${asked.id}/`));
      await page.locator('.gist a[href="#cite"]').click();
      await page.locator('#cite button').first().click();
      await expect
        .poll(() => page.evaluate(() => navigator.clipboard.readText()))
        .toContain(`claims/${asked.id}/`);
      const cited = await page.evaluate(() => navigator.clipboard.readText());
      expect(words(cited)).toEqual(expect.arrayContaining(words(asked.text)));
      expect(words(cited)).toEqual(expect.arrayContaining(words(asked.speaker!.name)));
    },
    { viewport: { width: 390, height: 844 } },
  ));

test('find who else says so: one link leads to the question, with the others under each stance', () =>
  on.open(async (page) => {
    await page.goto(on.url(`claims/${asked.id}/`));
    await page.locator(`main a[href*="/topics/${asked.topics[0]}/"]`).first().click();
    await page.waitForURL(`**/topics/${asked.topics[0]}/**`);
    const named = await page.locator('main .who').allInnerTexts();
    const others = claims.filter(
      ({ topics, speaker }) => speaker && topics.includes(asked.topics[0]!),
    );
    expect(new Set(named)).toEqual(new Set(others.map(({ speaker }) => speaker!.name)));
  }));

test('compare two articles: one link leads from each to how others covered the matter', () =>
  on.open(async (page) => {
    await page.goto(on.url(`articles/${asked.article}/`));
    await page.locator('main a[href*="/compare/page/articles."]').first().click();
    await page.waitForURL('**/compare/page/articles.*/');
    const [, one = '', other = ''] = /articles\.([^.]+)\.([^/]+)\//.exec(pathOf(page)) ?? [];
    expect([one, other]).toContain(asked.article);
    for (const id of [one, other])
      expect(await page.locator(`main a[href*="/articles/${id}/"]`).count()).toBeGreaterThan(0);
  }));

test('tell words as they were said from words about them, in a list: by their marks, and not by colour', () =>
  on.open(async (page) => {
    await page.goto(on.url('claims/'));
    for (const more of await page.locator('main details.rest summary').all()) await more.click();
    const rows = await page.locator('main .rows > li').evaluateAll((items) =>
      items.map((item) => ({
        id: item.querySelector<HTMLElement>('[data-words]')?.dataset.words,
        words: item.querySelector<HTMLElement>('.words a')?.innerText ?? '',
        told: item.querySelector<HTMLElement>('.by')?.innerText ?? '',
      })),
    );
    expect(rows.length).toBeGreaterThan(0);
    const type = new Map(claims.map((claim) => [claim.id, claim.type]));
    for (const { id = '', words: shown, told } of rows) {
      expect(told, id).toContain(type.get(id));
      // Words within a quotation that began before them have its closing mark alone.
      if (type.get(id) === 'direct') expect(shown, id).toMatch(/^\W*[“"‘'«„]|["”’'»“]\W*$/u);
      if (type.get(id) === 'indirect') expect(shown, id).not.toMatch(/^[“"«„].*[”"»]$/su);
    }
  }));
