/** Quoted words keep their marks; reported words keep the printed words that attribute them. */
import { expect, test } from 'vitest';
import { framedWords, frameOf } from '../../src/archive/frame.ts';
import type { ClaimRecord } from '../../src/model/records.ts';

/** A claim whose words, cue and mention are the marked stretches of a text: `[…]`, `<…>`, `{…}`. */
function marked(type: ClaimRecord['type'], sentence: string) {
  let text = '';
  const open: Record<string, number> = {};
  const found: Record<string, { start: number; end: number }[]> = {};
  for (const char of sentence) {
    const mark = '[<{'.includes(char) ? char : { ']': '[', '>': '<', '}': '{' }[char];
    if (mark === char) open[mark] = text.length;
    else if (mark) (found[mark] ??= []).push({ start: open[mark] ?? 0, end: text.length });
    else text += char;
  }
  const place = (mark: string) =>
    found[mark]?.map((reading) => ({ ...reading, exact: '', reading }))[0] ?? null;
  const claim = {
    type,
    parts: (found['['] ?? []).map((reading) => ({ ...reading, exact: '', reading })),
    cue: place('<'),
    speaker: { id: 'mara-obi', name: 'Mara Obi', mention: place('{'), basis: 'name' },
  } as unknown as ClaimRecord;
  return frameOf({ text }, claim);
}

const NONE = { open: '', close: '', before: '', after: '' };

test.each([
  ['“[It will run,]” {she} <said>.', '“', '”'],
  ['"[It will run,]" {she} <said>.', '"', '"'],
  ['«[It will run]», {she} <said>.', '«', '»'],
  ['{She} <said>: „[It will run.]“', '„', '“'],
  ['“She heard: ‘[It will run.]’” she <said>.', '‘', '’'],
  ['{She} <said>:\n\n[It will run.]\n', '', ''],
])('the marks of quoted words are those printed: %s', (sentence, open, close) => {
  expect(marked('direct', sentence)).toEqual({ ...NONE, open, close });
});

test.each([
  ['{Mara Obi} <said> that [the ferry will run].', { before: 'Mara Obi said that', after: '' }],
  ['<According to> {Mara Obi}, [it will run].', { before: 'According to Mara Obi,', after: '' }],
  ['[The ferry will run], {Mara Obi} <said>.', { before: '', after: ', Mara Obi said' }],
  ['{ISIS-K}\n<claimed> [responsibility for it].', { before: 'ISIS-K claimed', after: '' }],
])('reported words stand with those that attribute them: %s', (sentence, frame) => {
  expect(marked('indirect', sentence)).toEqual({ ...NONE, ...frame });
});

test.each([
  ['what attributes them is in another sentence', '{Mara Obi} <spoke>. Then [it ran].'],
  ['it is in another paragraph', '{Mara Obi} <spoke>\n\n[it ran].'],
  [
    'it is far away',
    `{Mara Obi} <said> ${'after the long day at the harbour '.repeat(3)} [it ran].`,
  ],
  ['there is no cue', '{Mara Obi} and [it ran].'],
])('they stand alone where %s', (_, sentence) => {
  expect(marked('indirect', sentence)).toEqual(NONE);
});

test('a turn of an interview needs neither', () => {
  expect(marked('answer', '{Mara Obi}: “[It will run.]”')).toEqual(NONE);
});

test('framed words are the marks and the words, or who says them and the words', () => {
  const claim = (type: 'direct' | 'indirect') =>
    ({
      type,
      text: 'it will run',
      parts: [{ reading: { start: 14, end: 25 } }],
      cue: { reading: { start: 4, end: 8 } },
      speaker: { mention: { reading: { start: 0, end: 3 } } },
    }) as unknown as ClaimRecord;
  expect(framedWords({ text: 'She said that it will run.' }, claim('indirect'))).toBe(
    'She said that it will run',
  );
  expect(framedWords({ text: 'She said now “it will run”.' }, claim('direct'))).toBe(
    '“it will run”',
  );
});
