/** What axe finds on a page, a line a rule; the same in every browser test. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';

type Axe = typeof axe;

/** At most this much of an element's markup, and this many elements, stand in a line. */
const [LENGTH, ELEMENTS] = [160, 3];

/**
 * Violations of all rules that axe has, as the page is now; an empty list where it is in order. Runs in the
 * page itself: our pages hold no frames, for which `@axe-core/playwright` takes each result apart and
 * together again at eight times the cost.
 */
export async function axeFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { frames, faults } = await page.evaluate(
    async ([length, elements]) => {
      const { axe } = window as unknown as { axe: Axe };
      const { violations } = await axe.run({ resultTypes: ['violations'] });
      return {
        frames: document.querySelectorAll('iframe, frame').length,
        faults: violations.map(({ id, help, nodes }) => {
          const where = nodes.slice(0, elements).map(({ html }) => html.slice(0, length));
          return `${id}: ${help}: ${where.join(' | ')}`;
        }),
      };
    },
    [LENGTH, ELEMENTS] as const,
  );
  if (frames > 0) throw new Error('A page with frames: axe has to be run in each.');
  return faults;
}
