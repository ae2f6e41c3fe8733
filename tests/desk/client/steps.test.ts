import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cutAtBlocks,
  cutsWithin,
  drawn,
  stepsOf,
  stretched,
  wholeWords,
  wordAt,
  wordFrom,
} from '../../../src/desk/client/steps.ts';

const text = 'She said: “The ferry won’t sail, ever.” Then she left.';
const steps = stepsOf(text, 'en');
const all = { start: 0, end: text.length };
const spanFor = (words: string, within = text) => ({
  start: within.indexOf(words),
  end: within.indexOf(words) + words.length,
});
const read = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
const moved = (words: string, edge: 'start' | 'end', by: number) =>
  read(stretched(steps, spanFor(words), { edge, by }, all));

describe('bounds move word by word', () => {
  test.each([
    ['start', -1, '“The ferry'],
    ['start', -2, ': “The ferry'],
    ['start', 1, 'ferry'],
    ['end', 1, 'The ferry won’t'],
    ['end', -1, 'The'],
    ['end', 3, 'The ferry won’t sail,'],
  ] as const)('%s by %i', (edge, by, words) => {
    expect(moved('The ferry', edge, by)).toBe(words);
  });

  test('never to nothing, and never out of the text', () => {
    expect(moved('ferry', 'start', 1)).toBe('ferry');
    expect(moved('ferry', 'end', -1)).toBe('ferry');
    expect(moved('ferry', 'start', -99)).toBe(text.slice(0, text.indexOf(' won’t')));
    expect(moved('ferry', 'end', 99)).toBe(text.slice(text.indexOf('ferry')));
  });

  test('not over the limits given', () => {
    const within = spanFor('The ferry won’t sail');
    expect(read(stretched(steps, spanFor('ferry'), { edge: 'start', by: -9 }, within))).toBe(
      'The ferry',
    );
    expect(read(stretched(steps, spanFor('ferry'), { edge: 'end', by: 9 }, within))).toBe(
      'ferry won’t sail',
    );
  });

  test('from within a word to its border first', () => {
    expect(read(stretched(steps, spanFor('erry'), { edge: 'start', by: -1 }, all))).toBe('ferry');
    expect(read(stretched(steps, spanFor('fer'), { edge: 'end', by: 1 }, all))).toBe('ferry');
  });
});

test('a drawn edge goes to the nearest border', () => {
  const to = text.indexOf('sail') + 3;
  expect(read(drawn(steps, spanFor('ferry'), { edge: 'end', to }, all))).toBe('ferry won’t sail');
});

test('words are found at an offset, behind white space, and at the end', () => {
  expect(read(wordAt(steps, text.indexOf('erry'))!)).toBe('ferry');
  expect(read(wordAt(steps, text.indexOf(' ferry'))!)).toBe('ferry');
  expect(read(wordAt(steps, text.length)!)).toBe('.');
  expect(wordAt(stepsOf(' ', 'en'), 0)).toBe(null);
});

test('words chosen with the mouse become whole words', () => {
  const from = text.indexOf('erry');
  expect(read(wholeWords(steps, text, { start: from, end: from + 8 })!)).toBe('ferry won’t');
  expect(wholeWords(steps, text, spanFor(' '))).toBe(null);
});

test('a language that the browser does not know is cut all the same', () => {
  expect(stepsOf('une phrase', 'tlh').starts).toEqual([0, 4]);
});

test('a choice over paragraphs becomes one part a paragraph', () => {
  const two = 'First one.\n\nSecond one.';
  const blocks = [
    { start: 0, end: 10 },
    { start: 12, end: 23 },
  ];
  expect(cutAtBlocks(two, blocks, { start: 6, end: 18 })).toEqual([
    { start: 6, end: 10 },
    { start: 12, end: 18 },
  ]);
  expect(cutAtBlocks(two, blocks, { start: 10, end: 12 })).toEqual([]);
});

test('a claim is cut before each of its words but the first', () => {
  expect(
    cutsWithin(steps, [spanFor('The ferry won’t')]).map((at) => text.slice(at, at + 3)),
  ).toEqual(['fer', 'won']);
  expect(cutsWithin(steps, [spanFor('The'), spanFor('sail')])).toEqual([text.indexOf('sail')]);
});

test('laws: words are in order, apart, and without white space; a step and back is where one was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), (any, seed) => {
      const { starts, ends } = stepsOf(any, 'en');
      starts.forEach((start, i) => {
        expect(ends[i]!).toBeGreaterThan(start);
        if (i > 0) expect(start).toBeGreaterThanOrEqual(ends[i - 1]!);
        expect(any.slice(start, ends[i]).trim()).not.toBe('');
      });
      if (starts.length < 2) return;
      const at = seed % (starts.length - 1);
      const word = { start: starts[at]!, end: ends[at]! };
      expect(wordFrom({ starts, ends }, wordFrom({ starts, ends }, word, 1), -1)).toEqual(word);
    }),
  );
});
