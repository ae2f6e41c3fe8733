/** The names under which an archive files: renamed, split, merged and told apart, by keys, in a narrow window. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFaultsInBothSchemes } from '../../support/axe.ts';
import { atHome, driver, press, type Driver } from './driver.ts';

let on: Driver;
beforeAll(async () => {
  on = await driver(1);
});
afterAll(() => on.close());

const NARROW = { viewport: { width: 390, height: 844 } };
const card = (room: string, id: string) => on.file(`content/${room}/${id}.md`);

/** Presses a button as a keyboard does: it is gone to, and Enter pressed. */
async function pressed(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).focus();
  await press(page, 'Enter');
}

/** The preview of a change, without a fault, and then done. */
async function looked(page: Page, words: string): Promise<void> {
  await expect.poll(() => page.locator('.preview').innerText()).toContain(words);
  expect(await axeFaultsInBothSchemes(page)).toEqual([]);
  await pressed(page, 'Do it');
}

test('a renamed speaker keeps the address it had', async () => {
  await on.on(
    '#/speakers/ida-berg',
    async (page) => {
      await pressed(page, 'Rename …');
      await page.keyboard.type('Ida Berg-Holm');
      expect(await axeFaultsInBothSchemes(page)).toEqual([]);
      await press(page, 'Enter');
      await looked(page, 'would not sail');
      await expect.poll(() => page.url()).toContain('speakers/ida-berg-holm');
      expect(card('speakers', 'ida-berg')).toBe('');
      expect(card('speakers', 'ida-berg-holm')).toMatch(/name: Ida Berg-Holm[^]*ida-berg/);
      await atHome(page);
      await press(page, 'u');
      await expect.poll(() => card('speakers', 'ida-berg')).toContain('name: Ida Berg');
      expect(card('speakers', 'ida-berg-holm')).toBe('');
    },
    NARROW,
  );
});

test('in one article a name is somebody else', async () => {
  await on.on(
    '#/speakers/tomas-vik',
    async (page) => {
      await pressed(page, 'Split by article …');
      await page.locator('.options li', { hasText: 'bridge' }).waitFor();
      expect(await axeFaultsInBothSchemes(page)).toEqual([]);
      await page.keyboard.type('bridge');
      await press(page, 'Enter');
      await page.locator('.options li', { hasText: 'Lena Moe' }).waitFor();
      await page.keyboard.type('lena');
      await press(page, 'Enter');
      await looked(page, 'does not wait for a captain');
      await expect
        .poll(() => page.locator('.filed-claims').innerText())
        .not.toContain('does not wait for a captain');
      expect(card('articles', 'bridge')).toContain('lena-moe');
      expect(await page.locator('.filed-claims').innerText()).toContain('promised a second boat');
    },
    NARROW,
  );
});

test('names of one article and roles with their day are told apart while they are typed', async () => {
  await on.on(
    '#/speakers/lena-moe',
    async (page) => {
      const form = page.locator('.card-form');
      const names = page.getByRole('group', { name: 'Other names' });
      const roles = page.getByRole('group', { name: 'Roles' });
      await pressed(page, 'Add to other names');
      await names.getByLabel('Name 1').fill('the engineer');
      await names.getByLabel('In article 1').fill('A Bridge');
      await expect.poll(() => form.innerText()).toContain('expected the id of an article');
      await names.getByLabel('In article 1').fill('bridge');
      await pressed(page, 'Add to roles');
      await roles.getByLabel('Role 1').fill('engineer');
      await roles.getByLabel('Date (EDTF) 1').fill('2020-02-31');
      await expect.poll(() => roles.locator('.wrong').count()).toBe(1);
      expect(await axeFaultsInBothSchemes(page)).toEqual([]);
      await roles.getByLabel('Date (EDTF) 1').fill('2020-02/2021');
      await expect.poll(() => roles.locator('.wrong').count()).toBe(0);
      await roles.getByLabel('In article 1').fill('bridge');
      await press(page, 'Enter');
      await expect.poll(() => card('speakers', 'lena-moe')).toContain('the engineer');
      expect(card('speakers', 'lena-moe')).toMatch(/engineer[^]*2020-02\/2021/);
    },
    NARROW,
  );
});

test.each([
  ['Q0', 'expected an address'],
  ['0000-0002-1825-0098', 'mistyped'],
  ['ftp://a.example/1', 'expected an address'],
  ['viaf: 0', 'expected an address'],
])('the identifier %s is refused, and nothing is written', async (typed, said) => {
  await on.on(
    '#/speakers/ida-berg',
    async (page) => {
      const before = card('speakers', 'ida-berg');
      await pressed(page, 'Add to authority files');
      await page.getByLabel(/Wikidata, VIAF/).fill(typed);
      await expect.poll(() => page.locator('.card-form').innerText()).toContain(said);
      await press(page, 'Enter');
      await page.locator('.banner.bad, [role="alert"], .problems').first().waitFor();
      expect(card('speakers', 'ida-berg')).toBe(before);
    },
    NARROW,
  );
});

test('two questions are merged, and one is put otherwise', async () => {
  await on.on(
    '#/article/ferry',
    async (page) => {
      const ask = async (question: string, stance: string) => {
        await press(page, 'o');
        await page.keyboard.type(question);
        await press(page, 'Enter');
        await page.keyboard.type(stance);
        await press(page, 'Enter');
        await atHome(page);
      };
      await ask('Will the ferry sail?', 'no');
      await press(page, 'j');
      await ask('Does the ferry sail?', 'no');
      await expect.poll(() => card('topics', 'does-the-ferry-sail')).toContain('stance');
      await page.goto(`${on.stage.address}#/topics/does-the-ferry-sail`);
      await pressed(page, 'Merge …');
      await page.locator('.options li', { hasText: 'Will the ferry sail?' }).waitFor();
      await page.keyboard.type('will');
      await press(page, 'Enter');
      await page.getByRole('button', { name: 'Do it' }).waitFor();
      await pressed(page, 'Do it');
      await expect.poll(() => page.url()).toContain('topics/will-the-ferry-sail');
      expect(card('topics', 'does-the-ferry-sail')).toBe('');
      expect(card('topics', 'will-the-ferry-sail').match(/stance/g)).toHaveLength(2);
    },
    NARROW,
  );
});
