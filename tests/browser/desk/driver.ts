/** What the tests of the desk do by hand: a page on a desk, keys, and what the archive holds afterwards. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { launchOptions } from '../../support/launch.ts';
import { deskStage, type DeskStage } from '../../support/desk-archive.ts';

export interface Driver {
  stage: DeskStage;
  browser: Browser;
  /** A page at an address of the desk, in a context of its own that is closed afterwards. */
  on<T>(hash: string, use: (page: Page) => Promise<T>, options?: BrowserContextOptions): Promise<T>;
  /** A file of the archive; empty where there is none. */
  file(path: string): string;
  close(): Promise<void>;
}

export async function driver(reports: number): Promise<Driver> {
  const stage = await deskStage(reports);
  const browser = await chromium.launch(launchOptions());
  return {
    stage,
    browser,
    async on(hash, use, options) {
      const context = await browser.newContext({
        viewport: { width: 1440, height: 900 },
        reducedMotion: 'reduce',
        ...options,
      });
      try {
        const page = await context.newPage();
        const faults: string[] = [];
        page.on('pageerror', (error) => faults.push(error.message));
        await page.goto(stage.address + hash);
        await atHome(page);
        const result = await use(page);
        expect(faults).toEqual([]);
        return result;
      } finally {
        await context.close();
      }
    },
    file: (path) => {
      const full = join(stage.root, path);
      return existsSync(full) ? readFileSync(full, 'utf8') : '';
    },
    async close() {
      await browser.close();
      await stage.close();
    },
  };
}

/** Waits until the view is there and the keyboard is at home in it. */
export const atHome = (page: Page) =>
  expect
    .poll(() => page.evaluate(() => document.activeElement?.matches('[data-home]') ?? false))
    .toBe(true);

/** Presses keys one after the other. */
export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Waits until nothing waits to be saved and the last act is shown. */
export const saved = async (page: Page) => {
  await expect.poll(() => page.locator('#keyline').innerText()).not.toContain('Saving');
};

/** What was said aloud last. */
export const spoken = (page: Page) => page.locator('#spoken').innerText();
