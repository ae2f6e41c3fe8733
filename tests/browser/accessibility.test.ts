import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { samples, stage, type Stage } from '../browser.ts';

let on: Stage;
beforeAll(async () => { on = await stage(); });
afterAll(() => on.close());

describe.each(samples())('%s', (path) => {
  test.each(['light', 'dark'] as const)('axe finds no violation in the %s scheme', async (colorScheme) => {
    await on.open(async (page) => {
      await page.goto(on.url(path), { waitUntil: 'load' });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' | ')}`)).toEqual([]);
    }, { colorScheme, reducedMotion: 'reduce' });
  });

  test.each([[320, 640], [1280, 800]])('nothing is wider than a window of %i pixels, and nothing shifts', async (width, height) => {
    await on.open(async (page) => {
      await page.addInitScript(() => {
        const found: number[] = [];
        Object.assign(window, { shifts: found });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) if (!entry.hadRecentInput) found.push(entry.value);
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await page.goto(on.url(path), { waitUntil: 'networkidle' });
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      const { wide, shifts } = await page.evaluate(() => ({
        wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        shifts: (window as unknown as { shifts: number[] }).shifts.reduce((sum, value) => sum + value, 0),
      }));
      expect(wide).toBeLessThanOrEqual(0);
      expect(shifts).toBeLessThan(0.001);
    }, { viewport: { width, height } });
  });
});
