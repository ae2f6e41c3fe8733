/** What a card is said to need in place of what it holds. */
import { expect, test } from 'vitest';
import { z } from 'zod';
import { expectedIn } from '../../../src/intake/cards/expected.ts';

const words = z.string().min(1);

test.each<[z.ZodType, unknown, string]>([
  [z.array(words), 4, 'expected a list (`- …` on lines of its own, or `[…, …]`)'],
  [words, 4, 'expected words'],
  [words, '', 'expected words, and there are none'],
  [z.string().max(2), 'abc', 'expected words of at most 2 characters'],
  [z.strictObject({ name: words }), 'x', 'expected `key: value` lines'],
  [z.record(words, words), [], 'expected `key: value` lines'],
  [z.int().positive(), 'two', 'expected a number'],
  [z.int().positive(), 1.5, 'expected a whole number'],
  [z.int().positive(), -1, 'expected a number above 0'],
  [z.number().max(3), 5, 'expected a number of at most 3'],
  [z.boolean(), 'yes', 'expected `true` or `false`'],
  [z.literal(true), false, 'expected `true`'],
  [z.enum(['person', 'body']), 'persn', 'expected one of `person`, `body`'],
  [z.array(words).min(1), [], 'expected a list of at least 1'],
  [
    z.union([words, z.array(words).min(1)]),
    4,
    'expected words or a list (`- …` on lines of its own, or `[…, …]`)',
  ],
  [z.string().regex(/^a/, 'expected words with an a'), 'b', 'expected words with an a'],
  [z.iso.date(), 'today', 'expected another form'],
])('of %#', (schema, value, expected) => {
  expect(schema.safeParse(value).error?.issues.map(expectedIn)).toEqual([expected]);
});
