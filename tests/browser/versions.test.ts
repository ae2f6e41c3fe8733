/** Pages of claims whose source changed, and the curation page, in a real browser. */
import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFaults } from '../support/axe.ts';
import { stage, type Stage } from '../support/browser.ts';
import { builtSite } from '../support/built.ts';
import { versionedArchive, type VersionedArchive } from '../support/versioned-archive.ts';

let archive: VersionedArchive;
let on: Stage;
beforeAll(async () => {
  archive = await versionedArchive();
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
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await axeFaults(page)).toEqual([]);
      }
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

describe('the curation page', () => {
  let dev: ChildProcess;
  let address = '';
  beforeAll(async () => {
    dev = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'scripts/dev.ts'], {
      cwd: join(import.meta.dirname, '../..'),
      stdio: ['ignore', 'pipe', 'pipe'],
      // The test runner's own variables would be taken for those that Vite gives the pages.
      env: {
        ...process.env,
        ...Object.fromEntries(
          [
            'VITEST',
            'TEST',
            'DEV',
            'PROD',
            'SSR',
            'MODE',
            'BASE_URL',
            'NODE_ENV',
            'VERBATIM_RECORDS',
            'SITE',
          ].map((name) => [name, undefined]),
        ),
        VERBATIM_ROOT: archive.root,
        BASE_PATH: '/',
        PORT: '0',
      },
    });
    let output = '';
    address = await new Promise<string>((done, reject) => {
      const read = (chunk: Buffer) => {
        output += chunk.toString();
        const found = /Curation: (\S+)/.exec(output)?.[1];
        if (found) done(found);
      };
      dev.stdout!.on('data', read);
      dev.stderr!.on('data', read);
      dev.on('exit', () => reject(new Error(output)));
    });
  });
  afterAll(() => {
    dev?.kill();
  });

  test('shows what a decision needs: differences, speaker, line, and every way to decide; nothing is wider than the window', () =>
    on.open(async (page) => {
      await page.goto(address);
      const one = page.locator(`#claim-${archive.ids.tove}`);
      expect(await one.locator('.option del:not(.edge)').allTextContents()).toEqual([
        'no longer',
        'not',
      ]);
      expect(await one.locator('.option').first().textContent()).toMatch(
        /Tove Lindqvist.*version 2, line \d+, characters/,
      );
      expect(
        await one
          .locator('input[name="action"]')
          .evaluateAll((nodes) => nodes.map((node) => (node as HTMLInputElement).value)),
      ).toEqual(['confirm', 'supersede', 'merge', 'withdraw']);
      expect(await one.locator('input:checked').count()).toBe(0);
      for (const width of [320, 390, 820, 1440]) {
        await page.setViewportSize({ width, height: 800 });
        expect(
          await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          ),
          `${width} px`,
        ).toBeLessThanOrEqual(0);
      }
    }));

  test('answers a form from elsewhere, whatever its origin, and writes nothing', async () => {
    const decisions = () =>
      readFileSync(join(archive.root, 'content/ledger/decisions.yaml'), 'utf8');
    const before = decisions();
    for (const origin of ['null', 'http://elsewhere.example', 'no address']) {
      const answer = await fetch(`${address}decide/`, {
        method: 'POST',
        headers: { origin },
        body: new URLSearchParams({
          claim: archive.ids.tove,
          action: 'withdraw',
          why: 'x',
          by: 'x',
          on: '2024-01-01',
        }),
      });
      expect(answer.status, origin).toBe(403);
    }
    expect(decisions()).toBe(before);
  });

  test('writes a decision once', () =>
    on.open(async (page) => {
      await page.goto(address);
      const one = page.locator(`#claim-${archive.ids.tove}`);
      await one.getByRole('radio').first().check();
      await one.getByRole('radio', { name: /^Superseded/ }).check();
      await one.getByLabel('Why').fill('the text says the contrary now');
      await one.getByRole('button').click();
      await page
        .getByRole('heading', { name: 'Written to content/ledger/decisions.yaml' })
        .waitFor();
      expect(readFileSync(join(archive.root, 'content/ledger/decisions.yaml'), 'utf8')).toMatch(
        new RegExp(
          `^- \\{ claim: ${archive.ids.tove}, superseded-by: ${archive.fresh.tove}, because: the text says the contrary now, by: A. Curator, on: \\d{4}-.* \\}$`,
          'm',
        ),
      );
      await page.reload();
      await page.getByRole('heading', { name: 'Nothing was written' }).waitFor();
    }));
});
