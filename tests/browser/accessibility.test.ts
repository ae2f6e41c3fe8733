import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFaultsInBothSchemes } from '../support/axe.ts';
import { countShifts, samples, shiftsOf, stage, watch, type Stage } from '../support/browser.ts';

let on: Stage;
let context: BrowserContext;
beforeAll(async () => {
  on = await stage();
  context = await on.browser.newContext({ colorScheme: 'light', reducedMotion: 'reduce' });
  // How long a face takes to come is not held here, so every page finds it in the cache.
  const page = await context.newPage();
  await page.goto(on.url('index.html'), { waitUntil: 'networkidle' });
  await page.evaluate(() => document.fonts.ready);
  await page.close();
});
afterAll(() => on.close());

/** Paragraphs of the archive's own with more than 80 characters a line. */
const tooWide = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main p:not([class]), main p.why, .foot p')]
      .filter((one) => one.checkVisibility() && (one.textContent?.length ?? 0) > 200)
      .map((one) => {
        const words = one.innerText.replace(/\s+/g, ' ').trim();
        const height = parseFloat(getComputedStyle(one).lineHeight);
        return { words, lines: Math.round(one.clientHeight / height) };
      })
      .filter(({ words, lines }) => words.length / lines > 80)
      .map(({ words, lines }) => `${Math.round(words.length / lines)}: ${words.slice(0, 60)}`),
  );

const look = async (page: Page) => ({
  shifts: await shiftsOf(page),
  wide: await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  ),
});

/** What is too small to hit or to read: controls and links below 24 pixels, paragraphs below 16, lists of pairs without a form. */
const tooSmall = (page: Page) =>
  page.evaluate(() => {
    const seen = (selector: string) =>
      [...document.querySelectorAll<HTMLElement>(selector)].filter(
        (one) => one.checkVisibility() && one.getBoundingClientRect().height > 1,
      );
    const said = (one: Element) => `${one.tagName} ${one.textContent?.trim().slice(0, 40)}`;
    return [
      ...seen('summary, button, select, .crumbs a, .mast nav a').filter(
        (one) => one.getBoundingClientRect().height < 24,
      ),
      ...seen('main :is(p, li, dd, dt, td, th, small) > a:not(.claim), .foot a').filter(
        (one) => Math.max(...[...one.getClientRects()].map(({ height }) => height)) < 24,
      ),
      ...seen(
        'main .sec > div > p:is(:not([class]), .why), main .notice > p:not([class]), main .asis, .foot p',
      ).filter((one) => parseFloat(getComputedStyle(one).fontSize) < 16),
      ...seen('main dl').filter((one) => {
        const [term, what] = ['dt', 'dd'].map((name) => one.querySelector(name));
        return (
          term &&
          what &&
          getComputedStyle(term).color === getComputedStyle(what).color &&
          getComputedStyle(term).fontWeight === getComputedStyle(what).fontWeight
        );
      }),
    ].map(said);
  });

describe.each(samples())('%s', (path) => {
  let page: Page;
  /** Opens the page; gives what went wrong on it. */
  const load = async (width: number, height: number) => {
    page = await context.newPage();
    const problems = watch(page, on.served);
    await page.setViewportSize({ width, height });
    await countShifts(page);
    await page.goto(on.url(path), { waitUntil: 'networkidle' });
    return problems;
  };
  afterAll(() => page.close());

  test('in a window of 320 pixels it loads from its own host only, and nothing is wider, too small to hit or read, or shifts', async () => {
    expect(await load(320, 640)).toEqual([]);
    const { wide, shifts } = await look(page);
    expect(wide).toBeLessThanOrEqual(0);
    expect(shifts).toBeLessThan(0.001);
    expect(await tooSmall(page)).toEqual([]);
    await page.close();
  });

  test('in a window of 1280 pixels it loads from its own host only, without an error, and nothing is wider or shifts', async () => {
    expect(await load(1280, 800)).toEqual([]);
    const { wide, shifts } = await look(page);
    expect(wide).toBeLessThanOrEqual(0);
    expect(shifts).toBeLessThan(0.001);
    expect(await tooWide(page)).toEqual([]);
  });

  test('axe finds no violation in the light and in the dark scheme', async () => {
    expect(await axeFaultsInBothSchemes(page)).toEqual([]);
  });
});
