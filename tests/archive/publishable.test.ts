import { expect, test } from 'vitest';
import { joinQuestions, publishable, type ClaimContent } from '../../src/archive/draft.ts';
import { MODEL_WORDS_FROM, SPEAKER_FROM, WORDS_FROM } from '../../src/archive/thresholds.ts';
import { speakerName } from '../../src/model/wording.ts';

const SAID = { start: 2, end: 6, exact: 'said', reading: { start: 2, end: 6 } };
const draft = (
  type: ClaimContent['type'],
  wordsConfidence: number,
  rest: Partial<ClaimContent> = {},
) =>
  ({
    type,
    confidence: wordsConfidence,
    wordsConfidence,
    speakerConfidence: null,
    review: 'machine',
    within: null,
    turn: null,
    parts: [],
    text: 'x',
    cue: SAID,
    speaker: null,
    candidates: [],
    ...rest,
  }) as ClaimContent;
const low = WORDS_FROM - 0.1;

test('what is likely wrong is kept back, quotations too, but no turns', () => {
  const { published, possible } = publishable([
    draft('indirect', low),
    draft('mixed', low),
    draft('indirect', 0.9),
    draft('direct', low),
    draft('answer', low),
    draft('question', low),
  ]);
  expect(published.map(({ type }) => type)).toEqual(['indirect', 'answer', 'question']);
  expect(possible.map(({ type }) => type)).toEqual(['indirect', 'mixed', 'direct']);
});

test('a speaker who is not sure enough stays open, and is the candidate', () => {
  const speaker = { id: 'ann-lee', name: 'Ann Lee' } as ClaimContent['speaker'];
  const unsure = SPEAKER_FROM - 0.01;
  const { published } = publishable([
    draft('direct', 0.9, { speaker, speakerConfidence: unsure, cue: null }),
    draft('indirect', 0.9, { speaker, speakerConfidence: unsure }),
    draft('direct', 0.9, { speaker, speakerConfidence: SPEAKER_FROM }),
    draft('direct', 0.9, { speaker, speakerConfidence: unsure, review: 'confirmed' }),
    draft('answer', 0.9, { speaker, speakerConfidence: unsure, cue: null }),
  ]);
  expect(published.map(speakerName)).toEqual([
    'Speaker open',
    'Speaker open',
    'Ann Lee',
    'Ann Lee',
    'Ann Lee',
  ]);
  expect(published.slice(0, 2).map(({ candidates }) => candidates)).toEqual([
    [{ id: 'ann-lee', name: 'Ann Lee', why: 'named nearby, but not sure enough' }],
    [{ id: 'ann-lee', name: 'Ann Lee', why: 'likeliest, but not sure enough' }],
  ]);
  expect(published[0]!.speakerConfidence).toBeNull();
});

test('what only the model found needs more, in marks too', () => {
  const between = (WORDS_FROM + MODEL_WORDS_FROM) / 2;
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
