import { expect, test } from 'vitest';
import { dateReason } from '../../src/model/wording.ts';

test.each([
  ['stated', null, 'stated in the source'],
  ['unknown', null, 'not stated in the source'],
  ['inferred', null, 'inferred'],
  ['stated', '“on the eve of the fair”', 'stated: “on the eve of the fair”'],
  ['stated', 'as the paper prints it', 'as the paper prints it'],
  ['inferred', '“the week after the fair”', 'inferred: “the week after the fair”'],
] as const)('a date that is %s, with the note %j', (basis, note, words) => {
  expect(dateReason({ edtf: null, from: null, to: null, basis, note })).toBe(words);
});
