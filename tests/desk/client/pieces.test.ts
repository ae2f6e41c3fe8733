import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inReadingOrder, piecesOf } from '../../../src/desk/client/pieces.ts';
import type { ClaimRecord } from '../../../src/model/records.ts';

const text = 'one two three four five';
const claim = (number: number, ...spans: [number, number][]) => ({
  id: `c${number}`,
  number,
  type: number % 2 === 0 ? ('indirect' as const) : ('direct' as const),
  parts: spans.map(([start, end]) => ({
    start,
    end,
    exact: 'x',
    reading: { start, end },
  })) as ClaimRecord['parts'],
});
const block = { start: 0, end: text.length };

test('claims that nest and overlap are cut where they cross; the inner one gives the mark', () => {
  const pieces = piecesOf(block, [claim(1, [0, 13]), claim(2, [4, 7]), claim(3, [8, 18])]);
  expect(pieces.map(({ start, end }) => text.slice(start, end))).toEqual([
    'one ',
    'two',
    ' ',
    'three',
    ' four',
    ' five',
  ]);
  expect(pieces.map(({ claims }) => claims.join(' '))).toEqual([
    'c1',
    'c2 c1',
    'c1',
    'c3 c1',
    'c3',
    '',
  ]);
  expect(pieces[1]!.type).toBe('indirect');
  expect(pieces.map(({ closes }) => closes)).toEqual([0, 2, 0, 1, 3, 0]);
});

test('an interrupted claim is closed once, by its last part', () => {
  const pieces = piecesOf(block, [claim(1, [0, 3], [8, 13])]);
  expect(pieces.filter(({ closes }) => closes > 0)).toHaveLength(1);
  expect(pieces.find(({ closes }) => closes === 1)!.end).toBe(13);
});

test('law: pieces joined are the paragraph, and each lies in exactly the claims it names', () => {
  const spans = fc.array(fc.tuple(fc.nat(22), fc.integer({ min: 1, max: 23 })), { maxLength: 6 });
  fc.assert(
    fc.property(spans, (drawn) => {
      const claims = drawn.map(([start, size], i) =>
        claim(i + 1, [start, Math.min(start + size, text.length)]),
      );
      const pieces = piecesOf(block, claims);
      expect(pieces.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
      for (const piece of pieces)
        expect([...piece.claims].sort()).toEqual(
          claims
            .filter(({ parts }) =>
              parts.some(({ reading }) => reading.start <= piece.start && piece.end <= reading.end),
            )
            .map(({ id }) => id)
            .sort(),
        );
    }),
  );
});

test('claims are read in the order in which they begin, the outer one first', () => {
  const ordered = inReadingOrder([claim(3, [4, 7]), claim(1, [0, 3]), claim(2, [4, 18])]);
  expect(ordered.map(({ number }) => number)).toEqual([1, 2, 3]);
});
