/** Cards are changed in as few lines as can be, and hold afterwards what was wanted, whatever stood there. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { readList, readParts, withList, withParts } from '../../../src/desk/acts/card-text.ts';

const CARD = `---
# taken from the masthead
outlet: harbour-post # as printed
claims:
  # the first
  - words: Both boats leak,
    confirm: true
  - {words: b, drop: true, why: x} # a joke
  -
    words: c
    why: |
      long
      text
    speaker: null
# below the claims
aliases: [a, b]
published:
  edtf: 2018
  basis: stated
# the end
---
A note.
`;
type Data = Record<string, unknown> & { claims: Record<string, unknown>[]; aliases: string[] };

/** The card with other data; what was taken out and put in, line by line. */
function changed(change: (data: Data) => Partial<Data>, card = CARD): string[] {
  const { data, body } = readParts(card);
  const next = { ...data, ...change(data as Data) };
  const text = withParts(card, { data: next, body });
  expect(readParts(text)).toEqual({ data: JSON.parse(JSON.stringify(next)) as unknown, body });
  const [old, now] = [card, text].map((one) => one.split('\n'));
  return [
    ...old!.filter((line) => !now!.includes(line)).map((line) => `-${line}`),
    ...now!.filter((line) => !old!.includes(line)).map((line) => `+${line}`),
  ];
}

describe('lines that change', () => {
  test.each<[string, (data: Data) => Partial<Data>, string[]]>([
    [
      'an entry in lines gets other keys',
      ({ claims }) => ({
        claims: claims.with(0, { words: 'Both boats leak,', speaker: 'ida', why: 'a: b' }),
      }),
      ['-    confirm: true', '+    speaker: ida', '+    why: "a: b"'],
    ],
    [
      'an entry on one line',
      ({ claims }) => ({
        claims: claims.with(1, { words: 'b', drop: true, why: 'y', by: 'Ida' }),
      }),
      [
        '-  - {words: b, drop: true, why: x} # a joke',
        '+  - {words: b, drop: true, why: y, by: Ida} # a joke',
      ],
    ],
    [
      'a new entry between others',
      ({ claims }) => ({
        claims: claims.toSpliced(1, 0, { words: 'n: "x", y', confirm: true }),
      }),
      [`+  - {words: 'n: "x", y', confirm: true}`],
    ],
    [
      'an entry goes',
      ({ claims }) => ({ claims: claims.toSpliced(1, 1) }),
      ['-  - {words: b, drop: true, why: x} # a joke'],
    ],
    [
      'a value within a map',
      () => ({ published: { edtf: '2019', basis: 'stated' } }),
      ['-  edtf: 2018', '+  edtf: "2019"'],
    ],
    [
      'a list on one line',
      ({ aliases }) => ({ aliases: [...aliases, 'c, d'] }),
      ['-aliases: [a, b]', '+aliases: [a, b, "c, d"]'],
    ],
    ['a new key', () => ({ title: 'T' }), ['+title: T']],
    [
      'a value with a remark behind it',
      () => ({ outlet: 'bay-wire' }),
      ['-outlet: harbour-post # as printed', '+outlet: bay-wire # as printed'],
    ],
    [
      'words on several lines',
      ({ claims }) => ({ claims: claims.with(2, { ...claims[2], why: 'short' }) }),
      ['-    why: |', '-      long', '-      text', '+    why: short'],
    ],
  ])('%s', (_, change, lines) => expect(changed(change)).toEqual(lines));

  test('the ends of lines stay what they are', () => {
    const card = CARD.replaceAll('\n', '\r\n');
    const { data, body } = readParts(card);
    const text = withParts(card, { data: { ...data, title: 'T' }, body });
    expect(text.split('\r\n')).toHaveLength(CARD.split('\n').length + 1);
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
  });
});

const word = fc.oneof(
  fc.constantFrom(
    'a',
    'null',
    'true',
    '2018',
    '- x',
    'a: b',
    '# c',
    "it's",
    '“q”',
    'a\nb',
    ' s ',
    '{',
  ),
  fc.string({ minLength: 1, maxLength: 8 }),
);
const entry = fc.record(
  { words: word, why: word, speaker: fc.option(word), confirm: fc.constant(true) },
  { requiredKeys: ['words'] },
);
const card = fc.record(
  {
    claims: fc.array(entry, { minLength: 1, maxLength: 4 }),
    aliases: fc.array(word, { minLength: 1, maxLength: 3 }),
    title: word,
    published: fc.record({ edtf: word, basis: word }),
  },
  { requiredKeys: [] },
);

test('what is written is what was wanted, whatever the card holds and however it is written', () =>
  fc.assert(
    fc.property(card, card, fc.boolean(), (before, after, isFlow) => {
      const yaml = stringify(before, { ...(isFlow && { collectionStyle: 'flow' as const }) });
      const text = `---\n${Object.keys(before).length > 0 && !isFlow ? yaml : ''}---\nNote.\n`;
      const next = withParts(text, { data: after, body: 'Note.\n' });
      expect(readParts(next)).toEqual({ data: after, body: 'Note.\n' });
      expect(withParts(next, readParts(next))).toBe(next);
    }),
    { numRuns: 150, seed: 3 },
  ));

test('a list gets one more line, and its remarks stay', () => {
  const list = '# One a line.\n- {claim: abc, withdrawn: x}\n';
  const next = withList(list, [...readList(list), { claim: 'def', withdrawn: 'y' }]);
  expect(next).toBe(`${list}- {claim: def, withdrawn: y}\n`);
  expect(withList(null, [{ a: 1 }])).toBe('- {a: 1}\n');
});
