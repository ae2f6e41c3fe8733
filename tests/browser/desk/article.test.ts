import { execFileSync } from 'node:child_process';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFaultsInBothSchemes } from '../../support/axe.ts';
import { atHome, driver, press, saved, type Driver } from './driver.ts';

let on: Driver;
beforeAll(async () => {
  on = await driver(2);
});
afterAll(() => on.close());

const FERRY = 'content/articles/ferry.md';
const card = () => on.file(FERRY);

/** Stands at the claim of these words in the article that is open. */
async function standAt(page: Page, words: string): Promise<void> {
  await page.locator('.claim-list li', { hasText: words }).first().click();
  await page.locator('.claim-list').focus();
  await expect.poll(() => page.locator('.open-claim').innerText()).toContain(words);
}

const editor = (page: Page) => page.locator('.editor').first();

describe('in an article, by keys', () => {
  test('bounds move by words, and are saved', async () => {
    await on.on('#/article/ferry', async (page) => {
      await standAt(page, 'ferry would not sail');
      await press(page, 'b', 'Shift+ArrowLeft', 'Shift+ArrowLeft');
      await expect.poll(() => editor(page).innerText()).toContain('the ferry would not sail');
      expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe(
        'application',
      );
      await press(page, 'Enter');
      await expect.poll(card).toContain('become: the ferry would not sail');
      await atHome(page);
    });
  });

  test('the handle of a bound is drawn with the mouse', async () => {
    await on.on('#/article/bridge', async (page) => {
      await standAt(page, 'the work would take four years');
      await press(page, 'b');
      const handle = page.locator('.handle.end');
      const box = (await handle.boundingBox())!;
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width / 2 - 42, box.y + box.height / 2, { steps: 4 });
      await page.mouse.up();
      await expect.poll(() => editor(page).innerText()).not.toContain('four years');
      expect(await editor(page).innerText()).toContain('the work would take four');
      await press(page, 'Escape');
      await atHome(page);
      expect(on.file('content/articles/bridge.md')).toBe('');
    });
  });

  test('a claim is added by words chosen with the keys', async () => {
    await on.on('#/article/ferry', async (page) => {
      await standAt(page, 'a boat had been promised');
      await press(page, 'a', 'ArrowRight');
      for (let i = 0; i < 2; i++) await press(page, 'Shift+ArrowRight');
      await press(page, 'a');
      await page.locator('.options li', { hasText: 'Tomas Vik' }).waitFor();
      await page.keyboard.type('tomas');
      await press(page, 'Enter');
      await saved(page);
      await expect.poll(card).toContain('boat had been');
      await atHome(page);
    });
  });

  test('a claim is added of words selected with the mouse, with a new speaker', async () => {
    await on.on('#/article/ferry', async (page) => {
      await page.evaluate(() => {
        const block = [...document.querySelectorAll('[data-from]')].find((one) =>
          one.textContent?.includes('had never seen such a storm'),
        )!;
        const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
        const nodes: Text[] = [];
        while (walker.nextNode()) nodes.push(walker.currentNode as Text);
        const node = nodes.find(({ data }) => data.includes('lamps'))!;
        const range = document.createRange();
        range.setStart(node, node.data.indexOf('lamps') + 1);
        range.setEnd(node, node.data.indexOf('benches') + 3);
        getSelection()!.removeAllRanges();
        getSelection()!.addRange(range);
      });
      await page.getByRole('button', { name: /Add a claim of the selected words/ }).click();
      await expect.poll(() => editor(page).innerText()).toContain('lamps and the benches');
      await page.keyboard.type('Ole Strand');
      await page.locator('.options li', { hasText: 'New: Ole Strand' }).first().waitFor();
      // A slip of the hand makes nobody: one goes to the new name.
      await press(page, 'Enter');
      expect(await editor(page).isVisible()).toBe(true);
      await press(page, 'ArrowDown', 'Enter');
      await expect.poll(card).toContain('lamps and the benches');
      await expect.poll(() => on.file('content/speakers/ole-strand.md')).toContain('Ole Strand');
    });
  });

  test('a wrong date is told in words while it is typed, a right one is saved', async () => {
    await on.on('#/article/ferry', async (page) => {
      await standAt(page, 'We were promised');
      await press(page, 'd');
      await page.keyboard.type('2018-13');
      await expect.poll(() => editor(page).innerText()).toContain('2018-13');
      expect(await editor(page).locator('[aria-invalid="true"]').count()).toBe(1);
      await press(page, 'Enter');
      expect(card()).not.toContain('2018');
      await press(page, 'ControlOrMeta+a');
      await page.keyboard.type('2018-11-26');
      await page.getByLabel('the text states it').check();
      await expect.poll(() => editor(page).innerText()).toContain('26 November 2018');
      await editor(page).getByRole('button', { name: 'Save' }).click();
      await expect.poll(card).toContain('2018-11-26');
    });
  });

  test('type, via and topic are set, and a relation to a claim found by its words', async () => {
    await on.on('#/article/ferry', async (page) => {
      await standAt(page, 'We were promised');
      await press(page, 't');
      await page.keyboard.type('ind');
      await press(page, 'Enter');
      await expect.poll(card).toContain('indirect');
      await atHome(page);
      await press(page, 'v');
      await page.locator('.options li', { hasText: 'Coast Gazette' }).waitFor();
      await page.keyboard.type('coast');
      await press(page, 'Enter', 'Enter');
      await expect.poll(card).toContain('coast-gazette');
      await atHome(page);
      await press(page, 'o');
      await page.keyboard.type('Was a second boat promised?');
      await press(page, 'Enter');
      await page.keyboard.type('yes');
      await press(page, 'Enter');
      await atHome(page);
      await expect
        .poll(() => on.file('content/topics/was-a-second-boat-promised.md'))
        .toContain('stance: yes');
      await press(page, 'r');
      await page.keyboard.type('bridge does not wait');
      await page.locator('.options li', { hasText: 'captain' }).waitFor();
      await press(page, 'Enter');
      await page.keyboard.type('contra');
      await press(page, 'Enter');
      await atHome(page);
      await expect.poll(() => page.locator('.claim-facts').innerText()).toContain('contradicts');
    });
  });

  test('a note is shown as readers see it, safe, and what is typed outlives a reload', async () => {
    await on.on('#/article/ferry', async (page) => {
      await standAt(page, 'We were promised');
      await press(page, 'n');
      await page.keyboard.type('A *promise* of 2017. <img src=x onerror=alert(1)>');
      await expect.poll(() => editor(page).locator('.annotation em').innerText()).toBe('promise');
      expect(await editor(page).locator('img').count()).toBe(0);
      await page.reload();
      await atHome(page);
      await standAt(page, 'We were promised');
      await press(page, 'n');
      expect(await page.getByRole('textbox', { name: /Markdown/ }).inputValue()).toContain('2017');
      await press(page, 'Control+Enter');
      await atHome(page);
      await expect.poll(() => page.locator('.claim-facts').innerText()).toContain('A promise');
    });
  });

  test('a claim is split at a word, and joined again', async () => {
    await on.on('#/article/bridge', async (page) => {
      const count = () => page.locator('.claim-list li').count();
      await standAt(page, 'Count the winters');
      const before = await count();
      await press(page, 'y', 'Enter');
      await saved(page);
      await expect.poll(count).toBe(before + 1);
      await atHome(page);
      await press(page, 'u');
      await expect.poll(count).toBe(before);
      await standAt(page, 'The piers can stand');
      await press(page, 'J');
      await saved(page);
      await expect.poll(count).toBe(before - 1);
      await press(page, 'u');
      await expect.poll(count).toBe(before);
    });
  });

  test('a rejected claim is listed with its reason, and taken back', async () => {
    await on.on('#/article/bridge', async (page) => {
      const count = () => page.locator('.claim-list li').count();
      const before = await count();
      await standAt(page, 'Four years is two');
      await press(page, 'x');
      await page.keyboard.type('A saying.');
      await press(page, 'Enter');
      await expect.poll(count).toBe(before - 1);
      await page.getByText('Rejected here: 1').click();
      expect(await page.locator('.rejected').innerText()).toContain('A saying.');
      await page.getByRole('button', { name: 'take back' }).click();
      await expect.poll(count).toBe(before);
    });
  });

  test('a description in the article is given its speaker, after every claim that changes was shown', async () => {
    await on.on('#/article/bridge', async (page) => {
      await standAt(page, 'Four years is two');
      await press(page, 'i');
      await page.keyboard.type('an official');
      await press(page, 'Enter');
      await page.locator('.options li', { hasText: 'Lena Moe' }).waitFor();
      await page.keyboard.type('lena');
      await press(page, 'Enter');
      await expect.poll(() => editor(page).innerText()).toContain('Four years is two');
      await page.getByRole('button', { name: 'Do it' }).click();
      await expect
        .poll(() => page.locator('.claim-list li', { hasText: 'two elections' }).innerText())
        .toContain('Lena Moe');
    });
  });
});

describe('speakers', () => {
  test('a card is filled in, and identifiers are checked for their form', async () => {
    await on.on('#/speakers/ida-berg', async (page) => {
      await page.getByRole('button', { name: 'Add to authority files' }).click();
      const field = page.getByLabel(/Wikidata, VIAF/);
      await field.fill('0000-0002-1825-0098');
      await expect.poll(() => page.locator('.card-form').innerText()).toContain('mistyped');
      await field.fill('Q42');
      await page.getByRole('button', { name: 'Add to other names' }).click();
      await page.getByLabel('Name 1').fill('I. Berg');
      await page.getByRole('button', { name: 'Save the card' }).click();
      await expect
        .poll(() => on.file('content/speakers/ida-berg.md'))
        .toContain('https://www.wikidata.org/wiki/Q42');
      expect(on.file('content/speakers/ida-berg.md')).toContain('I. Berg');
    });
  });

  test('a merge shows what changes before it is done, and is taken back by undo', async () => {
    await on.on('#/speakers/tomas-vik', async (page) => {
      await page.getByRole('button', { name: 'Merge …' }).click();
      await page.locator('.options li', { hasText: 'Ida Berg' }).waitFor();
      await page.keyboard.type('ida');
      await press(page, 'Enter');
      await expect
        .poll(() => page.locator('.changed-claims').innerText())
        .toContain('We were promised a second boat');
      await page.getByRole('button', { name: 'Do it' }).click();
      await expect.poll(() => page.url()).toContain('speakers/ida-berg');
      await expect.poll(() => page.locator('.filed-claims').innerText()).toContain('second boat');
      await press(page, 'u');
      await expect
        .poll(() => page.locator('.filed-claims').innerText())
        .not.toContain('second boat');
    });
  });
});

test('the change that git will show is shown, and is committed with a message', async () => {
  await on.on('#/changes', async (page) => {
    await expect.poll(() => page.locator('.diff').innerText()).toContain('+');
    await page.getByLabel('Message of the commit').fill('A sitting on the ferry');
    await page.getByRole('button', { name: 'Commit' }).click();
    await expect.poll(() => page.locator('.banner').innerText()).toContain('Committed');
    const log = execFileSync('git', ['log', '-1', '--format=%an %s'], {
      cwd: on.stage.root,
      encoding: 'utf8',
    });
    expect(log.trim()).toBe('Ada Kern A sitting on the ferry');
    await expect.poll(() => page.locator('.changes-view').innerText()).toContain('No change.');
  });
});

/** Views and what is open in them. */
const STATES: readonly [string, string, (page: Page) => Promise<unknown>][] = [
  ['queue', '#/queue', () => Promise.resolve()],
  ['speaker', '#/queue?article=ferry', (page) => press(page, 'j', 'j', 's')],
  ['reject', '#/queue?article=ferry', (page) => press(page, 'j', 'j', 'x')],
  ['article', '#/article/ferry', (page) => press(page, 'j', 'm')],
  [
    'date',
    '#/article/ferry',
    async (page) => {
      await press(page, 'd');
      await page.keyboard.type('2018-13');
    },
  ],
  ['note', '#/article/ferry', (page) => press(page, 'n')],
  ['bounds', '#/article/ferry', (page) => press(page, 'b')],
  ['add', '#/article/ferry', (page) => press(page, 'a', 'a')],
  ['names', '#/speakers', () => Promise.resolve()],
  ['filed', '#/speakers/ida-berg', () => Promise.resolve()],
  ['changes', '#/changes', () => Promise.resolve()],
  ['keys', '#/changes', (page) => press(page, '?')],
];

describe.each([1440, 390])('in a window %i pixels wide', (width) => {
  test('every view is in order for axe in both schemes, and nothing is too wide or too small to hit', async () => {
    const wrong: string[] = [];
    await on.on(
      '#/queue',
      async (page) => {
        for (const [name, hash, open] of STATES) {
          await page.goto('about:blank');
          await page.goto(on.stage.address + hash);
          await atHome(page);
          await open(page);
          await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
          const found = await page.evaluate(() => [
            ...(document.documentElement.scrollWidth > document.documentElement.clientWidth
              ? ['wider than the window']
              : []),
            ...[...document.querySelectorAll<HTMLElement>('button, select, input, summary')]
              .filter((one) => one.checkVisibility())
              .filter((one) => !one.matches('[type="radio"], [type="checkbox"]'))
              .filter((one) => one.getBoundingClientRect().height < 24)
              .map((one) => `too small: ${one.outerHTML.slice(0, 90)}`),
          ]);
          wrong.push(...found.map((one) => `${name}: ${one}`));
          const faults = await axeFaultsInBothSchemes(page);
          wrong.push(...faults.map((fault) => `${name} ${fault}`));
        }
      },
      { viewport: { width, height: 844 } },
    );
    expect(wrong).toEqual([]);
  });
});
