import { describe, expect, test } from 'vitest';
import {
  partFragment,
  partFragmentWithText,
  readPart,
  wholeWords,
} from '../../src/text/part-of-words.ts';
import { textDirective, textDirectiveAcross } from '../../src/text/text-fragment.ts';

const text = 'We will keep the night-ferry, whatever it costs … every night';

const meant = (first: string, last = first) => {
  const start = text.indexOf(first);
  const part = wholeWords(text, start, text.indexOf(last, start) + last.length);
  if (!part) throw new Error(`no words at ${first}`);
  return part;
};

describe('a part of a claim', () => {
  test('is of whole words, however it was selected', () => {
    const part = meant('eep', 'nig');
    expect(part).toMatchObject({ first: 3, last: 5 });
    expect(text.slice(part.start, part.end)).toBe('keep the night-ferry,');
    expect(wholeWords(text, 7, 8)).toBeNull();
    expect(wholeWords('  ', 0, 2)).toBeNull();
  });

  test('is read back from its address as it was written', () => {
    for (const part of [meant('We'), meant('keep', 'costs'), meant('every', 'night'), meant('…')]) {
      expect(readPart(partFragment(text, part), text)).toEqual(part);
      expect(readPart(`#${partFragment(text, part)}`, text)).toEqual(part);
    }
  });

  test('is not marked in other words than those it was made for', () => {
    const fragment = partFragment(text, meant('keep', 'the'));
    expect(readPart(fragment, text.replace('keep', 'sell'))).toBe('other words');
    expect(readPart(fragment, `Yes: ${text}`)).toBe('other words');
    expect(readPart(fragment, 'We will')).toBe('other words');
    // What changed elsewhere in the claim leaves the part as it is.
    expect(readPart(fragment, text.replace('costs', 'takes'))).toMatchObject({ first: 3 });
    expect(readPart(fragment.replace('3-4', '4-3'), text)).toBe('other words');
  });

  test('other addresses name none', () => {
    for (const fragment of ['', '#', '#cite', '#words=3', 'words=3-4', '#words=3-4-k2fa&x'])
      expect(readPart(fragment, text)).toBeNull();
  });

  test('has its words in a text fragment too, for browsers without scripts', () => {
    const [, directive] = partFragmentWithText(text, meant('the', 'ferry,')).split(':~:text=');
    expect(directive).toBe('the%20night%2Dferry%2C');
    const long = Array.from({ length: 20 }, (_, i) => `w${i}`).join(' ');
    const part = wholeWords(long, 0, long.length)!;
    expect(partFragmentWithText(long, part)).toMatch(
      /:~:text=w0%20w1%20w2%20w3%20w4,w15%20w16%20w17%20w18%20w19$/,
    );
  });
});

describe('a text fragment', () => {
  test('tells words from the same ones elsewhere by what stands before them', () => {
    expect(textDirective('the quay, again', 'On Monday the board shut ')).toBe(
      ':~:text=the%20board%20shut-,the%20quay%2C%20again',
    );
    expect(textDirective('night-ferry')).toBe(':~:text=night%2Dferry');
  });

  test('names words of two paragraphs by their beginning and their end', () => {
    expect(textDirectiveAcross('a b c d e f g', 'h i j k l m n')).toBe(
      ':~:text=a%20b%20c%20d%20e,j%20k%20l%20m%20n',
    );
  });
});
