import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { conditionsIn, withSwitches } from '../../src/measure/mutation/conditions.ts';

const found = (source: string) =>
  conditionsIn('a.ts', source).map(({ text, without }) => [text, without]);

test.each([
  ['what an if asks', 'if (a) b();', [['a', false]]],
  ['what ?: asks', 'const c = a ? 1 : 2;', [['a', false]]],
  [
    'each operand, in brackets too',
    'if (a && (b || c)) d();',
    [
      ['a', true],
      ['b', false],
      ['c', false],
    ],
  ],
  ['nothing of a loop', 'while (a) b();', []],
])('%s', (_, source, expected) => {
  expect(found(source)).toEqual(expected);
});

test.each([
  [-1, [true, false, false]],
  [0, [true, true, false]],
  [1, [true, false, false]],
])('without condition %i', (disabled, expected) => {
  const source = '(a, b) => a && b';
  const asked: number[] = [];
  const hasSay = (condition: number) => {
    asked.push(condition);
    return condition !== disabled;
  };
  const code = withSwitches(source, conditionsIn('a.ts', source), 0);
  const and = runInNewContext(code, { hasSay }) as (a: boolean, b: boolean) => boolean;
  expect([and(true, true), and(false, true), and(false, false)]).toEqual(expected);
  expect(new Set(asked).size).toBeGreaterThan(0);
});
