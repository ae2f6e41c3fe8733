/** Pages of claims whose source changed, in a real browser. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deskFiles } from '../../src/desk/client-files.ts';
import { Desk } from '../../src/desk/desk.ts';
import { serveDesk, type DeskServer } from '../../src/desk/server/http.ts';
import { axeFaults, axeFaultsInBothSchemes } from '../support/axe.ts';
import { stage, type Stage } from '../support/browser.ts';
import { builtSite } from '../support/built.ts';
import { versionedArchive, type VersionedArchive } from '../support/versioned-archive.ts';

let archive: VersionedArchive;
let on: Stage;
beforeAll(async () => {
  archive = versionedArchive();
  on = await stage(builtSite(archive.build()));
});
afterAll(async () => {
  await on?.close();
  archive?.remove();
});

const DIFFERENCES = 'articles/board-keeps-the-ferry/versions/1-2/';
const pages: [string, () => string][] = [
  ['the differences of two versions', () => DIFFERENCES],
  ['the versions of an article', () => 'articles/board-keeps-the-ferry/versions/'],
  ['a confirmed claim', () => `claims/${archive.ids.mara}/`],
  ['a claim that waits', () => `claims/${archive.ids.tove}/`],
  ['a claim that is gone', () => `claims/${archive.ids.lena}/`],
  ['a merged claim', () => `claims/${archive.ids.felix}/`],
  ['how addresses are kept', () => 'about/permanence/'],
];

describe.each(pages)('%s', (_, path) => {
  test('is never wider than the window, and axe finds no violation, in light and dark', () =>
    on.open(async (page) => {
      await page.goto(on.url(path()));
      for (const width of [320, 820, 1440]) {
        await page.setViewportSize({ width, height: 800 });
        expect(
          await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          ),
          `${width} px`,
        ).toBeLessThanOrEqual(0);
      }
      await page.evaluate(() => {
        for (const one of document.querySelectorAll('details')) one.open = true;
      });
      expect(await axeFaultsInBothSchemes(page)).toEqual([]);
    }));
});

describe('a change', () => {
  test('is told by lines and not by colour alone, and is named to listeners', () =>
    on.open(
      async (page, context) => {
        await page.goto(on.url(DIFFERENCES));
        const line = (name: string) =>
          page
            .locator(`.asis ${name}`)
            .first()
            .evaluate(
              (node) =>
                `${getComputedStyle(node).textDecorationLine} ${getComputedStyle(node).textDecorationStyle}`,
            );
        expect([await line('del'), await line('ins')]).toEqual([
          'line-through solid',
          'underline double',
        ]);
        const session = await context.newCDPSession(page);
        const { nodes } = (await session.send('Accessibility.getFullAXTree')) as {
          nodes: { role?: { value: string }; name?: { value: string } }[];
        };
        const heard = nodes
          .filter(({ role }) => role?.value === 'StaticText')
          .map(({ name }) => name?.value ?? '')
          .join('');
        expect(heard).toMatch(/\[removed:\s*no longer\s*end\]\s*\[added:\s*still\s*end\]/);
      },
      { javaScriptEnabled: false },
    ));

  test('leads to the next one from the keyboard', () =>
    on.open(async (page) => {
      await page.goto(on.url(DIFFERENCES));
      await page.locator('.jump').first().focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(/#change-2$/);
      await page.locator('#change-2').waitFor();
    }));
});

describe('two claims beside each other', () => {
  test('where one of them lost its place, lead to what became of it', () =>
    on.open(async (page) => {
      await page.goto(on.url(`compare/?a=${archive.ids.otto}&b=${archive.ids.tove}`));
      await page
        .getByRole('link', { name: `Claim ${archive.ids.tove} has lost its place` })
        .waitFor();
    }));
});

describe('a list that was sent', () => {
  test('says of each claim that stands no more what became of it, and offers what took its place', () =>
    on.open(async (page) => {
      const { ids } = archive;
      await page.goto(on.url(`list/#claims=${ids.otto}.${ids.tove}.${ids.sold}.${ids.ida}`));
      const rows = page.locator('#list .rows > li');
      await rows.nth(3).waitFor();
      const [standing, orphan, withdrawn, replaced] = await rows.allInnerTexts();
      expect(standing).toContain('Otto Grue');
      expect(orphan).toContain(`Claim ${ids.tove} has lost its place`);
      expect(withdrawn).toContain(`Claim ${ids.sold} was withdrawn`);
      expect(replaced).toMatch(/was (?:merged|superseded)/);
      // What is gone is not cited.
      const cited = await page.locator('#list .proof').innerText();
      expect(cited).toContain(ids.otto);
      for (const id of [ids.tove, ids.sold, ids.ida]) expect(cited).not.toContain(id);

      await page.getByRole('button', { name: 'Keep 4 claims on your list' }).click();
      await page.getByRole('link', { name: 'Your own list' }).click();
      await page.getByRole('button', { name: 'Put the other in its place' }).first().click();
      await page
        .locator('#list-status', { hasText: `in the place of claim` })
        .waitFor({ state: 'attached' });
      expect(await page.locator('#list .rows > li .words').count()).toBe(2);
    }));
});

describe('the desk', () => {
  let desk: Desk;
  let served: DeskServer;
  beforeAll(async () => {
    desk = await Desk.open(archive.root, { by: 'Rosa Lind', today: () => '2024-03-07' });
    served = await serveDesk(desk, await deskFiles(), 0);
  });
  afterAll(async () => {
    await served?.close();
    desk?.close();
  });
  const decisions = () => readFileSync(join(archive.root, 'content/ledger/decisions.yaml'), 'utf8');
  const atLost = async (page: Page) => {
    await page.goto(`${served.address}#/queue?reason=orphan`);
    await page.locator('.place-text').waitFor();
    // The desk remembers where one stood, and a second click would open the article.
    const row = page.locator('.queue-row', { hasText: 'no longer safe' });
    if (!(await row.getAttribute('class'))?.includes('here')) await row.click();
    await page.locator('.place-text', { hasText: 'no longer safe' }).waitFor();
    await page.locator('main').press('e');
    await page.locator('.heirs').waitFor();
  };

  test('shows what a decision needs: differences, speaker, line; nothing is wider than the window', () =>
    on.open(async (page) => {
      await atLost(page);
      expect(await page.locator('.heir del').allTextContents()).toEqual(['no longer', 'not ']);
      expect(await page.locator('.heir').first().innerText()).toMatch(
        /Tove Lindqvist, direct, claim \w+; version 2, line \d+, characters/,
      );
      expect(await page.locator('.heirs input:checked').count()).toBe(1);
      for (const width of [320, 390, 820, 1440]) {
        await page.setViewportSize({ width, height: 800 });
        expect(
          await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          ),
          `${width} px`,
        ).toBeLessThanOrEqual(0);
      }
      expect(await axeFaultsInBothSchemes(page)).toEqual([]);
    }));

  test('lists the messages of the folder, each leading to its article', () =>
    on.open(async (page) => {
      await page.goto(`${served.address}#/messages`);
      const lost = page.locator('.messages-view li', {
        hasText: `loss of claim ${archive.ids.tove}`,
      });
      await lost.waitFor();
      expect(await lost.locator('a').getAttribute('href')).toBe('#/article/board-keeps-the-ferry');
      await page.setViewportSize({ width: 320, height: 640 });
      expect(
        await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        ),
      ).toBeLessThanOrEqual(0);
      expect(await axeFaults(page)).toEqual([]);
    }));

  test('writes a decision as one line, and the claim waits no longer', () =>
    on.open(async (page) => {
      await atLost(page);
      await page.locator('.editor select').selectOption('superseded-by');
      await page.locator('.why-field input').fill('the text says the contrary now');
      await page.locator('.editor button[type=submit]').click();
      await expect
        .poll(decisions)
        .toMatch(
          new RegExp(
            `claim: ${archive.ids.tove}, superseded-by: ${archive.fresh.tove}, because: the text says the contrary now, by: Rosa Lind, on: .?2024-03-07`,
          ),
        );
      expect(decisions()).toContain('by: Rosa Lind, on: 2024-03-06}');
      await page.goto(`${served.address}#/messages`);
      await page.locator('.messages-view').waitFor();
      expect(await page.locator('.messages-view').innerText()).not.toContain(archive.ids.tove);
    }));
});
