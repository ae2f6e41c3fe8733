/** What axe finds on a page, a line a rule; the same in every browser test. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';

type Axe = typeof axe;

/** The rules that look at colours; `cat.color` would bring one that is not asked by default. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];
/** At most this much of an element's markup, and this many elements, stand in a line. */
const [LENGTH, ELEMENTS] = [160, 3];

/**
 * Violations of all rules that axe has, as the page is now; an empty list where it is in order. Runs in the
 * page itself: our pages hold no frames, for which `@axe-core/playwright` takes each result apart and
 * together again at eight times the cost.
 */
export const axeFaults = (page: Page): Promise<string[]> => faultsOf(page, []);

/**
 * Violations as the page is now, in the light and in the dark scheme. What a scheme changes is the colours:
 * every other rule is asked once.
 */
export async function axeFaultsInBothSchemes(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const light = await faultsOf(page, []);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  const dark = await faultsOf(page, OF_COLOURS);
  return [...light, ...dark.map((fault) => `in the dark scheme, ${fault}`)];
}

/** What these rules find; all that are on by default where none is named. */
async function faultsOf(page: Page, rules: string[]): Promise<string[]> {
  // Longer to load than to run: a page that has it keeps it.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const { frames, faults } = await page.evaluate(
    async ([length, elements, rules]) => {
      const { axe } = window as unknown as { axe: Axe };
      const { violations } = await axe.run({
        resultTypes: ['violations'],
        ...(rules.length > 0 && { runOnly: { type: 'rule', values: rules } }),
      });
      return {
        frames: document.querySelectorAll('iframe, frame').length,
        faults: violations.map(({ id, help, nodes }) => {
          const where = nodes.slice(0, elements).map(({ html }) => html.slice(0, length));
          return `${id}: ${help}: ${where.join(' | ')}`;
        }),
      };
    },
    [LENGTH, ELEMENTS, rules] as const,
  );
  if (frames > 0) throw new Error('A page with frames: axe has to be run in each.');
  return faults;
}
