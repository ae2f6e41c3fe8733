/** Faces that come when a page is being read already move nothing of it. */
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countShifts, shiftsOf, stage, type Stage } from '../support/browser.ts';

let on: Stage;
beforeAll(async () => {
  on = await stage();
});
afterAll(() => on.close());

test.each(['index.html', 'claims/index.html', 'outlets/index.html'])(
  'nothing of %s shifts where its faces come late',
  (path) =>
    on.open(
      async (page) => {
        let late = 0;
        await page.route('**/*.woff2', async (route) => {
          late += 1;
          await wait(400);
          await route.continue();
        });
        await countShifts(page);
        await page.goto(on.url(path), { waitUntil: 'networkidle' });
        expect(late).toBeGreaterThan(1);
        expect(await shiftsOf(page)).toBeLessThan(0.001);
      },
      { viewport: { width: 320, height: 640 } },
    ),
);
