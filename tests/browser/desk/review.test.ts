import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFaultsInBothSchemes } from '../../support/axe.ts';
import { SampleFiles } from '../../../src/desk/review/sample-files.ts';
import { Workshop } from '../../../src/desk/state.ts';
import { driver, press, type Driver } from './driver.ts';

let on: Driver;
let claim = '';
beforeAll(async () => {
  on = await driver(1);
  const { now } = await Workshop.open(on.stage.root);
  const files = new SampleFiles(on.stage.root);
  const people = ['Ada Kern', 'Bo Berg'];
  files.draw(now.claims.values(), { sample: 'pilot', people, by: 'Ada Kern', on: '2026-11-29' }, 3);
  const other = files.sample('pilot')?.claims ?? [];
  for (const one of other.slice(0, 2))
    files.answer(
      { sample: 'pilot', claim: one.claim, answer: 'no-claim', note: 'Bo was here' },
      { by: 'Bo Berg', on: '2026-11-29' },
    );
  claim = [...now.claims.values()].find(({ text }) => text.includes('would cost more'))?.id ?? '';
});
afterAll(() => on.close());

const suggestion = () =>
  `Article: bridge https://harbour.example/articles/bridge/\nClaim: ${claim}\nWords: “a bridge”\nWhat is wrong: Another person.\nShould be: Tomas Vik\nSource:`;

test('a sample is answered by keys, and nothing of another person is shown before both are done', async () => {
  await on.on('#/review', async (page) => {
    await page.getByRole('link', { name: 'pilot' }).click();
    await page.getByText('You have answered 0 of 3.').waitFor();
    await press(page, '1');
    await page.getByText('You have answered 1 of 3.').waitFor();
    await press(page, '3');
    await page.getByText('You have answered 2 of 3.').waitFor();
    await press(page, '1');
    await page.getByText('You have answered 3 of 3.').waitFor();
    const html = await page.content();
    expect(html).not.toContain('Bo was here');
    expect(html).not.toContain('kappa');
    const answer = await page.request.get(`${on.stage.address}api/sample/pilot`);
    expect(await answer.text()).not.toContain('Bo was here');
    const files = new SampleFiles(on.stage.root);
    const last = files.sample('pilot')?.claims[2]?.claim ?? '';
    files.answer(
      { sample: 'pilot', claim: last, answer: 'right', note: null },
      { by: 'Bo Berg', on: '2026-11-29' },
    );
    await page.reload();
    await page.getByText('Krippendorff’s alpha (nominal):').waitFor();
    await page.getByText('Bo Berg: no claim, Bo was here').first().waitFor();
  });
});

test('a suggestion is pasted, taken up by one key, and stands in the card', async () => {
  await on.on('#/review', async (page) => {
    await page.getByLabel('Text of a suggestion').fill('Nice site!');
    await page.getByRole('button', { name: 'Put into the queue' }).click();
    await page.getByText('found no line `Article: …`').waitFor();
    await page.getByLabel('Text of a suggestion').fill(suggestion());
    await page.getByRole('button', { name: 'Put into the queue' }).click();
    await page.locator('#banner').getByText('1 in the queue.').waitFor();
    await page.getByRole('link', { name: 'Suggestions in the queue' }).click();
    await page.getByText('Another person.').first().waitFor();
    await page.getByText('Taking it up does this: Set the speaker of a claim.').waitFor();
    await page.locator('.queue-row.here').first().waitFor();
    await press(page, 'y');
    await expect
      .poll(() => on.file('content/reviews/suggestions.jsonl'))
      .toMatch(/"state":"taken"/);
    await expect
      .poll(() => page.locator('.queue-panel').innerText())
      .not.toContain('Taking it up does this');
  });
  expect(on.file('content/articles/bridge.md')).toMatch(
    /speaker: tomas-vik, why: "suggested by a reader: Another person\.; should be Tomas Vik", by: Ada Kern/,
  );
});

test('a suggestion is dismissed with its reason', async () => {
  await on.on('#/review', async (page) => {
    const other = suggestion().replace('Tomas Vik', 'somebody else');
    await page.getByLabel('Text of a suggestion').fill(other);
    await page.getByRole('button', { name: 'Put into the queue' }).click();
    await page.locator('#banner').getByText('1 in the queue.').waitFor();
    await page.getByRole('link', { name: 'Suggestions in the queue' }).click();
    await page.getByText('What is to be done is for you to choose').waitFor();
    await press(page, 'z');
    await page.locator('.options li').first().waitFor();
    await press(page, '4');
    await page.getByText('Done: Dismissed.').waitFor();
  });
  expect(on.file('content/reviews/suggestions.jsonl')).toMatch(
    /"state":"dismissed","why":"Done already\.","decidedBy":"Ada Kern"/,
  );
});

test.each([1440, 390])('the measure and its table at %s px, in order for axe', async (width) => {
  for (const view of ['#/review', '#/sample/pilot'])
    await on.on(
      view,
      async (page) => {
        if (view === '#/review') {
          await page.getByRole('img', { name: /until 2026-11: 0 % of 1/ }).waitFor();
          await page.getByRole('rowheader', { name: '2026-11' }).waitFor();
        }
        expect(await axeFaultsInBothSchemes(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(
          true,
        );
      },
      { viewport: { width, height: 800 } },
    );
});
