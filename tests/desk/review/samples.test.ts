import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { Refused } from '../../../src/desk/acts/index.ts';
import { SampleFiles } from '../../../src/desk/review/sample-files.ts';
import { workshopOf } from '../desk-archive.ts';

const root = mkdtempSync(join(tmpdir(), 'verbatim-samples-'));
afterAll(() => rmSync(root, { recursive: true }));

const HEAD = { sample: 'pilot', people: ['Ann Lee', 'Bo Berg'], by: 'Ann Lee', on: '2026-11-29' };
const refusal = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refused) return error.message;
    throw error;
  }
  return expect.fail('it was done');
};

describe('a sample that two people check', () => {
  const files = new SampleFiles(root);
  const { claims } = workshopOf().now;
  const sample = files.draw(claims.values(), HEAD, 4);
  const answer = (by: string, n: number, said: 'right' | 'other-speaker' | 'unsure') =>
    files.answer(
      { sample: 'pilot', claim: sample.claims[n]?.claim ?? '', answer: said, note: null },
      { by, on: '2026-11-29' },
    );

  test('is the same for both, and drawn the same again', () => {
    expect(sample.claims).toHaveLength(4);
    expect(files.sample('pilot')).toEqual(sample);
    rmSync(join(root, 'content/reviews/pilot.jsonl'));
    expect(files.draw([...claims.values()].reverse(), HEAD, 4)).toEqual(sample);
    expect(refusal(() => files.draw(claims.values(), HEAD, 4))).toMatch(/a sample pilot already/);
  });

  test('nobody’s answers are compared before all are there', () => {
    for (const n of [0, 1, 2, 3]) answer('Ann Lee', n, n < 2 ? 'right' : 'other-speaker');
    for (const n of [0, 1, 2]) answer('Bo Berg', n, 'right');
    expect(files.comparison(sample)).toBeNull();
    expect(files.answers('pilot', 'Bo Berg').size).toBe(3);
  });

  test('then they are, with what is to settle; the last answer on a claim holds', () => {
    answer('Bo Berg', 3, 'unsure');
    answer('Bo Berg', 3, 'other-speaker');
    const comparison = files.comparison(sample);
    expect(comparison).toMatchObject({
      compared: 4,
      share: 0.75,
      kappa: 0.5,
      differences: [
        {
          claim: sample.claims[2]?.claim,
          answers: [
            { by: 'Ann Lee', answer: 'other-speaker' },
            { by: 'Bo Berg', answer: 'right' },
          ],
        },
      ],
    });
    expect(comparison?.alpha).toBeCloseTo(1 - (7 * 2) / (5 * 3 * 2), 6);
  });

  test('who is not named answers nothing, and of no other claim', () => {
    expect(refusal(() => answer('Cy Hale', 0, 'right'))).toMatch(/checked by Ann Lee and Bo Berg/);
    expect(
      refusal(() =>
        files.answer(
          { sample: 'pilot', claim: '222222', answer: 'right', note: null },
          { by: 'Ann Lee', on: '2026-11-29' },
        ),
      ),
    ).toMatch(/none of the sample/);
  });

  test('a line that is not in order is named', () => {
    const path = join(root, 'content/reviews/pilot.bo-berg.jsonl');
    writeFileSync(path, `${readFileSync(path, 'utf8')}{"claim": 3}\n`);
    expect(refusal(() => files.answers('pilot', 'Bo Berg'))).toMatch(
      /^content\/reviews\/pilot\.bo-berg\.jsonl, line 6: found `\{"claim": 3\}`/,
    );
  });
});
