/** Faces that come when a page is being read already move nothing of it. */
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countShifts, shiftsOf, stage, type Stage } from '../support/browser.ts';

let on: Stage;
beforeAll(async () => {
  on = await stage();
});
afterAll(() => on.close());

const PHONE = { width: 320, height: 640 };
/** Shows a paragraph in italics. */
const DESK = { width: 1280, height: 800 };

test.each([
  ['index.html', PHONE],
  ['claims/index.html', PHONE],
  ['outlets/index.html', PHONE],
  ['articles/global-research-hadi/index.html', DESK],
])('nothing of %s shifts where its faces come late', (path, viewport) =>
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
    { viewport },
  ),
);
