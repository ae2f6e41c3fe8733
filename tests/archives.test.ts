/** Every kind of page and every export, from archives of every shape. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { archives } from './archives/generate.ts';
import { faultsOf } from './archives/laws.ts';
import { openRenderer, type Renderer } from './archives/render.ts';

/** `npm run soak` asks for more. */
const RUNS = Number(process.env.VERBATIM_ARCHIVES ?? 80);

/** Archives that broke a law once, by the seed and the number of the sample: a stance without any date; a speaker's address of which nothing is known. */
const ONCE_BROKEN = [
  [90211, 8],
  [90211, 10],
] as const;
const broken = ONCE_BROKEN.map(([seed, i]) => fc.sample(archives, { numRuns: 50, seed })[i]);

let renderer: Renderer;
beforeAll(async () => {
  renderer = await openRenderer();
});
afterAll(() => renderer.close());

test.each(broken)('an archive that broke a law once', async (archive) =>
  expect(faultsOf(await renderer.render(archive!))).toEqual([]),
);

test('every page and every export can be made from any archive', async () => {
  await fc.assert(
    fc.asyncProperty(archives, async (archive) => {
      expect(faultsOf(await renderer.render(archive))).toEqual([]);
    }),
    { numRuns: RUNS },
  );
});
