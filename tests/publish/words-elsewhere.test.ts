/** Text fragments, followed as browsers follow them: the first place that fits, no term across lines. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fragmentAddress } from '../../src/publish/words-elsewhere.ts';
import type { Span } from '../../src/text/span.ts';

const PAGE = 'https://example.org/a?b=1#part';
const told = (text: string, span: Span) => {
  const address = fragmentAddress(PAGE, text, span);
  expect(address.startsWith('https://example.org/a?b=1#:~:text=')).toBe(true);
  return address.split('#:~:text=')[1]!;
};
const spanOf = (text: string, words: string, nth = 0): Span => {
  const start = text
    .split(words)
    .slice(0, nth + 1)
    .join(words).length;
  return { start, end: start + words.length };
};

/** Where a fragment leads in a text whose words are parted by single blanks or line feeds. */
function follow(page: string, directive: string): Span | null {
  const text = page.toLowerCase();
  const terms = directive.split(',');
  const plain = (term: string) => decodeURIComponent(term).toLowerCase();
  const prefix = terms[0]!.endsWith('-') ? plain(terms.shift()!.slice(0, -1)) : '';
  const suffix = terms.at(-1)!.startsWith('-') ? plain(terms.pop()!.slice(1)) : '';
  const [first, last] = terms.map(plain);
  const next = (at: number) => at + /^[ \n]*/.exec(text.slice(at))![0].length;
  const ends = (at: number) => suffix === '' || text.startsWith(suffix, next(at));
  for (let at = text.indexOf(prefix); at >= 0; at = text.indexOf(prefix, at + 1)) {
    const start = prefix === '' ? text.indexOf(first!, at) : next(at + prefix.length);
    if (start < 0) return null;
    if (!text.startsWith(first!, start)) continue;
    const from = start + first!.length;
    if (last === undefined) {
      if (ends(from)) return { start, end: from };
      continue;
    }
    for (let end = text.indexOf(last, from); end >= 0; end = text.indexOf(last, end + 1))
      if (ends(end + last.length)) return { start, end: end + last.length };
  }
  return null;
}

const TWICE =
  'The crews came. “We will keep it,” said Mara Obi of the boats.\nThe crews were glad. “We will keep it,” said Mara Obi of the quay.';

test('the second of equal quotations is told by what stands before it', () => {
  const first = told(TWICE, spanOf(TWICE, 'We will keep it,'));
  const second = told(TWICE, spanOf(TWICE, 'We will keep it,', 1));
  expect(first).not.toBe(second);
  expect(follow(TWICE, second)).toEqual(spanOf(TWICE, 'We will keep it,', 1));
  expect(decodeURIComponent(second)).toBe('glad. “-,We will,keep it,');
});

test('words from four on are told by their ends, which no line break parts', () => {
  const text = 'We will\nkeep the old night ferry for another year.';
  expect(told(text, { start: 0, end: text.length })).toBe(
    'We%20will,night%20ferry%20for%20another%20year.',
  );
  expect(told('No more boats', { start: 0, end: 13 })).toBe('No%20more%20boats');
});

test('a dash within words is none of the signs of a fragment', () => {
  const text = '-5 degrees, well-kept';
  expect(told(text, { start: 0, end: text.length })).toBe('%2D5%20degrees%2C%20well%2Dkept');
});

test('whatever stands twice, a fragment leads to the place it was made for', () => {
  const word = fc.constantFrom('no', 'we', 'will', 'keep', 'it', 'boats', '“we', 'it,”', 'quay.');
  const gap = fc.constantFrom(' ', ' ', ' ', '\n');
  // the last word of a line is there once, or no term that keeps to a line could tell the place
  fc.assert(
    fc.property(
      fc.array(fc.tuple(word, gap), { minLength: 3, maxLength: 14 }),
      fc.nat(),
      fc.nat(),
      (words, a, b) => {
        const tokens = words.map(([one, after], i) =>
          i % 3 ? { one, after: ' ' } : { one: `${one}${i}`, after },
        );
        const text = tokens
          .map(({ one, after }) => one + after)
          .join('')
          .trim();
        const starts = [...text.matchAll(/\S+/g)].map(({ index }) => index);
        const from = a % starts.length;
        const to = from + (b % (starts.length - from));
        const [end] = /^\S+/.exec(text.slice(starts[to]))!;
        const span = { start: starts[from]!, end: starts[to]! + end.length };
        expect(follow(text, told(text, span))).toEqual(span);
      },
    ),
  );
});
