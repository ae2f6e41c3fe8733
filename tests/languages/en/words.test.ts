/** How English text is cut into words and sentences. */
import { describe, expect, test } from 'vitest';
import { scanMarks } from '../../../src/engine/marks.ts';
import { markReader } from '../../../src/languages/en/marks.ts';
import { clauses, sentences, tokenize, type Token } from '../../../src/languages/en/words.ts';

const tokensOf = (text: string): readonly Token[] => {
  const { stretches } = scanMarks(text, { start: 0, end: text.length }, markReader);
  return tokenize(text, 0, text.length, stretches);
};

describe('words', () => {
  test.each([
    ['abbreviations keep their point', 'Dr. Lee left at 2 p.m.', 'Dr.|Lee|left|at|2|p.m.'],
    ['letters that stand for words', 'the U.S. and J. R. Lee', 'the|U.S.|and|J.|R.|Lee'],
    ['figures', '1,000 or 2.5, not 3.', '1,000|or|2.5|,|not|3|.'],
    ['marks inside', 'make-up of R&D, don’t', 'make-up|of|R&D|,|don’t'],
    ['signs before a name', '@acme on #ferry # 1', '@acme|on|#ferry|#|1'],
    ['marks of names', 'Sa‘d met al-‘Abadi', 'Sa‘d|met|al-‘Abadi'],
    ['several points and dashes', 'So... no -- yes', 'So|...|no|--|yes'],
    ['a quotation as one', 'He said “no, not so” then.', 'He|said|“no, not so”|then|.'],
  ])('%s', (_, text, expected) => {
    expect(
      tokensOf(text)
        .map(({ start, end }) => text.slice(start, end))
        .join('|'),
    ).toBe(expected);
  });

  test.each([
    ['al-Amin', true],
    ['d’Estaing', true],
    ['ʿAli', true],
    ['iPhone', false],
  ])('%s begins with a capital: %s', (word, isCapital) =>
    expect(tokensOf(word)[0]?.cap).toBe(isCapital),
  );
});

describe('sentences', () => {
  test.each([
    ['an abbreviation ends none', 'Mr. Lee left. He ran.', 'Mr. Lee left.|He ran.'],
    [
      'unless a word follows that begins one',
      'It is in the U.S. The end.',
      'It is in the U.S.|The end.',
    ],
    ['three points before a small word', 'Well… so be it. Yes!', 'Well… so be it.|Yes!'],
    ['those inside quotations', '“So what? Never.” She left.', '“So what?|Never.”|She left.'],
    ['a figure begins one', 'It sank. 40 died.', 'It sank.|40 died.'],
  ])('%s', (_, text, expected) => {
    expect(
      sentences(text, 0, text.length)
        .map(({ start, end }) => text.slice(start, end))
        .join('|'),
    ).toBe(expected);
  });

  test('a quotation is a word of the sentence around it', () => {
    const text = '“No. Never,” he said. “So be it.” She left.';
    const tokens = tokensOf(text);
    expect(
      clauses(text, tokens).map(({ from, to }) =>
        text.slice(tokens[from]?.start, tokens[to - 1]?.end),
      ),
    ).toEqual(['“No. Never,” he said.', '“So be it.”', 'She left.']);
  });
});
