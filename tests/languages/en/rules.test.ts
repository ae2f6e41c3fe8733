/** Every rule of the list does what its row says: the example is the test. */
import { english } from '../../../src/languages/en/index.ts';
import { describe, expect, test } from 'vitest';
import { findClaims } from '../../../src/engine/index.ts';
import { ruleDocs, RULES, rulesInWords } from '../../../src/languages/en/rules/index.ts';
import { asExpected, marked } from '../../support/marked.ts';

describe('the example of', () => {
  const examples = ruleDocs().flatMap((rule) =>
    rule.examples.map((example) => [rule.id, example, rule] as const),
  );
  test.each(examples)('%s: %s', (id, example, rule) => {
    const { expected, ...input } = marked(example);
    const found = findClaims(input, { pack: english, model: null });
    expect(asExpected(input.text, found)).toEqual(expected);
    if (rule.caps)
      expect(found.claims.map(({ confidence }) => confidence)).toContain(rule.precision);
    else expect(found.claims.map((claim) => claim.rule)).toContain(id);
  });
});

test('each rule stands in the list once, with a precision that is a share', () => {
  const ids = ruleDocs().map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(Object.keys(RULES)).toEqual(ids);
  for (const { precision } of ruleDocs()) {
    expect(precision).toBeGreaterThan(0.5);
    expect(precision).toBeLessThan(1);
  }
});

test('in words, an example has no marks', () => {
  const words = rulesInWords();
  expect(words).toContain('“We will pay,” Ann Lee said, “and we will pay soon.”');
  expect(words).not.toMatch(/[{}]/);
});
