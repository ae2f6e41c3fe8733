import { describe, expect, test } from 'vitest';
import type { Quote } from '../../../src/training/gold.ts';
import { headsOf } from '../../../src/training/same-speaker.ts';
import { score } from '../../../src/training/score.ts';

const text =
  'He said "we will go home now," she added.\n"And then some more words here," said John Smith Jr.';
const at = (words: string, from = 0): { start: number; end: number; text: string } => {
  const start = text.indexOf(words, from);
  return { start, end: start + words.length, text: words };
};
const first: Quote = {
  ...at('"we will go home now,"'),
  type: 'direct',
  speaker: at('she'),
  cue: at('added'),
};
const second: Quote = {
  ...at('"And then some more words here,"'),
  type: 'direct',
  speaker: at('John Smith Jr.'),
  cue: at('said', 40),
};
const gold = [{ id: 'a', text, quotes: [first, second] }];
const of = (...quotes: Quote[]) => score(gold, new Map([['a', quotes]]));

describe('the scorer', () => {
  test('gives everything to the gold itself, nothing to nothing', () => {
    const same = of(first, second);
    for (const part of ['exact', 'overlap', 'token', 'joint', 'ggt30', 'ggt80'] as const)
      expect(same[part].F1).toBe(100);
    expect(same.speaker).toMatchObject({ n: 2, exact: 100, head: 100, span: 100 });
    expect(same.cue).toBe(100);
    expect(of().overlap.F1).toBe(0);
  });

  test('minds neither marks nor punctuation, and compares heads of speakers', () => {
    const s = of(
      { ...at('we will go home now'), type: 'direct', speaker: null },
      { ...second, speaker: { text: 'Smith' } },
    );
    expect(s.exact.F1).toBe(100);
    expect(s.speaker).toMatchObject({ head: 50, exact: 0 });
    expect(s.joint.F1).toBe(50);
  });

  test('cuts at line breaks, and needs half of the words both ways', () => {
    expect(
      of({ start: first.start, end: second.end, type: 'direct', speaker: null }).predicted,
    ).toBe(2);
    expect(of({ ...at('And then some'), type: 'direct' }).overlap).toMatchObject({ P: 100, R: 50 });
    expect(of({ ...at('And then'), type: 'direct' }).overlap.P).toBe(0);
  });

  test('leaves out what is no speech, and what the gold leaves open', () => {
    const belief = [{ id: 'a', text, quotes: [first, { ...second, speech: false }] }];
    expect(score(belief, new Map([['a', [first, second]]]), { speech: true }).overlap.F1).toBe(100);
    const open = [
      {
        id: 'a',
        text,
        quotes: [first],
        ignore: [[second.start, second.end]] as [number, number][],
      },
    ];
    expect(score(open, new Map([['a', [first, second]]])).overlap.P).toBe(100);
  });

  test.each([
    ['a spokesman for the Trump campaign', ['spokesman']],
    ['Darrell Phillips, vice president of human resources', ['phillips']],
    ['Google and Yahoo', ['google', 'yahoo']],
    ['Sen. Ted Cruz (R-Tex.)', ['cruz']],
    ['John Smith Jr.', ['smith']],
    ['who', ['who']],
  ])('takes the head of %s', (mention, heads) => expect([...headsOf(mention)]).toEqual(heads));
});
