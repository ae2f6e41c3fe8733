import { expect, test } from 'vitest';
import {
  joinQuestions,
  MODEL_PUBLISHED_FROM,
  PUBLISHED_FROM,
  publishable,
  type DraftClaim,
} from '../src/lib/pipeline/draft.ts';

const draft = (type: DraftClaim['type'], confidence: number, rest: Partial<DraftClaim> = {}) =>
  ({
    type,
    confidence,
    review: 'machine',
    within: null,
    turn: null,
    parts: [],
    text: 'x',
    ...rest,
  }) as DraftClaim;
const low = PUBLISHED_FROM - 0.1;

test('reported speech that is likely wrong is kept back, quotations and turns are not', () => {
  const { published, possible } = publishable([
    draft('indirect', low),
    draft('mixed', low),
    draft('indirect', 0.9),
    draft('direct', low),
    draft('answer', low),
    draft('question', low),
  ]);
  expect(published.map(({ type }) => type)).toEqual(['indirect', 'direct', 'answer', 'question']);
  expect(possible).toHaveLength(2);
});

test('what only the model found needs more, in marks too', () => {
  const between = (PUBLISHED_FROM + MODEL_PUBLISHED_FROM) / 2;
  const { published } = publishable([
    draft('indirect', between, { rule: 'said' }),
    draft('indirect', between, { rule: 'model' }),
    draft('direct', between, { rule: 'model' }),
    draft('direct', 0.9, { rule: 'model' }),
  ]);
  expect(published.map(({ rule, type }) => `${rule} ${type}`)).toEqual([
    'said indirect',
    'model direct',
  ]);
});

test('what a curator has looked at is published', () =>
  expect(
    publishable([
      draft('indirect', 0.1, { review: 'confirmed' }),
      draft('mixed', 0.1, { review: 'added' }),
    ]).published,
  ).toHaveLength(2));

test('`within` follows when claims before it go', () => {
  const { published } = publishable([
    draft('indirect', low),
    draft('question', 0.9),
    draft('direct', 0.9, { within: 1 }),
    draft('direct', 0.9, { within: 0 }),
  ]);
  expect(published.map(({ within }) => within)).toEqual([null, 0, null]);
});

test('the paragraphs of a question are one claim, those of an answer are not', () => {
  const at = (n: number) => ({
    parts: [{ start: n, end: n + 1, exact: 'x', reading: { start: n, end: n + 1 } }],
  });
  const joined = joinQuestions([
    draft('question', 1, { ...at(0), turn: 1, text: 'It leaks.' }),
    draft('question', 1, { ...at(2), turn: 1, text: 'Why?' }),
    draft('direct', 1, { ...at(2), turn: 1, within: 1 }),
    draft('answer', 1, { ...at(4), turn: 2 }),
    draft('answer', 1, { ...at(6), turn: 2 }),
    draft('question', 1, { ...at(8), turn: 3 }),
  ]);
  expect(joined.map(({ type, within }) => [type, within])).toEqual([
    ['question', null],
    ['direct', 0],
    ['answer', null],
    ['answer', null],
    ['question', null],
  ]);
  expect(joined[0]).toMatchObject({ text: 'It leaks. Why?', parts: [{ start: 0 }, { start: 2 }] });
});
