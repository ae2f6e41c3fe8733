import { afterAll, beforeAll, expect, test } from 'vitest';
import { atHome, driver, press, saved, spoken, type Driver } from './driver.ts';

/** How many claims the long sitting has: `SITTING=200` measures one such as a person has. */
const BATCH = Number(process.env.SITTING ?? 24);
const REPORTS = Math.max(8, Math.ceil(BATCH / 4));
let on: Driver;
beforeAll(async () => {
  on = await driver(REPORTS);
});
afterAll(() => on.close());

const WAITS = '#waits';
const number = (text: string) => Number(/^[\d,]+/.exec(text)?.[0].replace(',', ''));

test('a sitting by keys alone: each claim is confirmed, rejected or given its speaker, and counted down', async () => {
  await on.on('#/queue', async (page) => {
    const waits = async () => number(await page.locator(WAITS).innerText());
    const here = () => page.locator('.queue-row.here .row-words').innerText();
    const before = await waits();
    const isArticle = async () =>
      (await page.locator('.actions').innerText()).includes('Published');
    let keys = 0;
    const type = async (...pressed: string[]) => {
      keys += pressed.length;
      await press(page, ...pressed);
    };
    const started = performance.now();
    const kinds = { confirmed: 0, rejected: 0, named: 0 };
    for (let n = 0; n < BATCH;) {
      if (await isArticle()) {
        await type('j');
        continue;
      }
      const words = await here();
      if (n % 6 === 3) {
        await type('x', '2');
        kinds.rejected++;
      } else if (n % 6 === 5) {
        await type('s');
        await page.locator('.options li', { hasText: 'Tomas Vik' }).waitFor();
        await type('t', 'o', 'm', 'Enter');
        kinds.named++;
      } else {
        await type('c');
        kinds.confirmed++;
      }
      // The next one is there before the server has answered.
      await expect.poll(here).not.toBe(words);
      n++;
    }
    const seconds = (performance.now() - started) / 1000 / BATCH;
    await saved(page);
    console.log(
      `A sitting of ${BATCH} claims: ${seconds.toFixed(2)} seconds and ${(keys / BATCH).toFixed(1)} keys a claim`,
    );
    expect(await waits()).toBe(before - BATCH);
    expect(await page.locator('.banner.bad').count()).toBe(0);
    const cards = [
      'ferry',
      'bridge',
      ...Array.from({ length: REPORTS }, (_, i) => `notice-${i + 1}`),
    ]
      .map((id) => on.file(`content/articles/${id}.md`))
      .join('\n');
    const count = (pattern: RegExp) => cards.match(pattern)?.length ?? 0;
    expect(count(/by: Ada Kern/g)).toBe(BATCH);
    expect(count(/confirm: true/g)).toBe(kinds.confirmed);
    expect(count(/Nobody is said to have said this\./g)).toBe(kinds.rejected);
    // What was read is not asked for again.
    await page.reload();
    await atHome(page);
    expect(await waits()).toBe(before - BATCH);
  });
});

test('undo and redo lead back to the claim, and the card is as it was', async () => {
  await on.on('#/queue', async (page) => {
    await press(page, 'End', 'Home');
    for (
      let i = 0;
      i < 20 && (await page.locator('.actions').innerText()).includes('Published');
      i++
    )
      await press(page, 'j');
    const here = () => page.locator('.queue-row.here').innerText();
    const words = await here();
    const waits = await page.locator(WAITS).innerText();
    await press(page, 'c');
    await saved(page);
    await expect.poll(() => page.locator(WAITS).innerText()).not.toBe(waits);
    await expect.poll(() => page.getByRole('button', { name: 'Undo' }).isEnabled()).toBe(true);
    await press(page, 'u');
    await expect.poll(() => page.locator(WAITS).innerText()).toBe(waits);
    await expect.poll(here).toBe(words);
    await expect.poll(() => spoken(page)).toContain('Taken back');
    await press(page, 'Control+Shift+Z');
    await expect.poll(() => page.locator(WAITS).innerText()).not.toBe(waits);
    await press(page, 'u');
    await expect.poll(() => page.locator(WAITS).innerText()).toBe(waits);
  });
});

test('filters narrow the queue, are kept in the address, and are chosen by keys', async () => {
  await on.on('#/queue', async (page) => {
    const before = await page.locator(WAITS).innerText();
    await press(page, '/');
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('SELECT');
    await page.getByLabel('Article', { exact: true }).selectOption('bridge');
    await expect.poll(() => page.locator(WAITS).innerText()).not.toBe(before);
    expect(page.url()).toContain('article=bridge');
    await page.reload();
    await atHome(page);
    for (const title of await page.locator('.item a[href*="article/"]').allInnerTexts())
      expect(title).toBe('A bridge, or a boat');
    await page.getByRole('button', { name: 'All that waits' }).click();
    await expect.poll(() => page.locator(WAITS).innerText()).toBe(before);
  });
});

test('where one stopped is remembered', async () => {
  const words = await on.on('#/queue', async (page) => {
    await press(page, 'j', 'j', 'j', 'j');
    const remembered = page.waitForResponse((response) => response.url().endsWith('api/stopped'));
    await press(page, 'j');
    await remembered;
    return page.locator('.queue-row.here').innerText();
  });
  await on.on('#/queue', async (page) => {
    await expect.poll(() => page.locator('.queue-row.here').innerText()).toBe(words);
  });
});

test('several marked claims are done at once', async () => {
  await on.on('#/queue?article=notice-8', async (page) => {
    for (
      let i = 0;
      i < 9 && (await page.locator('.actions').innerText()).includes('Published');
      i++
    )
      await press(page, 'j');
    const before = number(await page.locator(WAITS).innerText());
    await press(page, 'm', 'j', 'm', 'c');
    await expect.poll(async () => number(await page.locator(WAITS).innerText())).toBe(before - 2);
    await saved(page);
    await expect.poll(() => on.file('content/articles/notice-8.md')).toContain('confirm: true');
    await press(page, 'u');
  });
});

test('a server that is gone: what is done waits, and is saved when it is back', async () => {
  await on.on('#/queue?article=notice-7', async (page) => {
    for (
      let i = 0;
      i < 9 && (await page.locator('.actions').innerText()).includes('Published');
      i++
    )
      await press(page, 'j');
    const before = on.file('content/articles/notice-7.md');
    await on.stage.stop();
    await press(page, 'c');
    await expect.poll(() => page.locator('.banner.bad').innerText()).toContain('1 act waits');
    expect(on.file('content/articles/notice-7.md')).toBe(before);
    await on.stage.start();
    await expect.poll(() => on.file('content/articles/notice-7.md')).not.toBe(before);
    await expect.poll(() => page.locator('.banner.bad').count()).toBe(0);
  });
});

test('two tabs and an editor: each change is seen in the other, and a broken file is named', async () => {
  await on.on('#/article/bridge', async (first) => {
    const second = await first.context().newPage();
    await second.goto(`${on.stage.address}#/article/bridge`);
    await atHome(second);
    await press(second, 'Home', 'c');
    await expect.poll(() => on.file('content/articles/bridge.md')).toContain('confirm: true');
    await expect
      .poll(() => first.locator('.claim-list li').first().innerText())
      .toContain('confirmed');
    const text = on.file('content/speakers/ida-berg.md');
    on.stage.write('content/speakers/ida-berg.md', '---\nname: [\n---\n');
    await expect.poll(() => first.locator('.banner.bad').innerText()).toContain('ida-berg.md');
    on.stage.write('content/speakers/ida-berg.md', text);
  });
});
