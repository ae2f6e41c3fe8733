import { describe, expect, test } from 'vitest';
import type { Rows } from '../../src/search/select.ts';
import type { Answer } from '../../src/site/client/search/engine.ts';
import { summaryOf } from '../../src/site/client/search/summary.ts';

const rows = {
  article: (row: number) => row,
  speaker: (row: number) => (row === 9 ? null : { id: 'lee', name: 'Ann Lee', kind: 'person' }),
} as unknown as Rows;
const claim = (row: number) => ({ rows, row, score: 0, bundle: 0 });

/** An answer with a claim in each of the rows, the first of which the others repeat. */
const answer = (found: readonly number[], more: Partial<Answer['selection']> = {}) => {
  const [lead = 0, ...others] = found;
  return {
    selection: {
      groups: [{ lead: claim(lead), others: others.map(claim) }],
      claims: found.length,
      uncertain: 0,
      undated: 0,
      ...more,
    },
  } as unknown as Answer;
};

describe('what a list of results amounts to', () => {
  test('claims, speakers and articles', () => {
    const { headline, short } = summaryOf(answer([1, 2]), false);
    expect(headline).toBe('2 claims by 1 speaker, in 2 articles');
    expect(short).toBe('2 claims');
  });

  test('speech without a speaker names none', () => {
    expect(summaryOf(answer([9]), false).headline).toBe('1 claim, in 1 article');
  });

  test('nothing', () => {
    expect(summaryOf(answer([]), true)).toMatchObject({
      headline: 'No claim found',
      short: 'no claim',
    });
  });

  test('what the numbers leave open', () => {
    expect(summaryOf(answer([1, 2], { uncertain: 1, undated: 2 }), false).uncertain).toBe(
      '1 claim has an uncertain date that may lie outside the range. ' +
        '2 claims without any date were left out. ' +
        '1 repeat is shown with the claim they repeat.',
    );
  });
});
