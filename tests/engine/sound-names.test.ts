/** Speakers as printed that are no whole names: nothing broken is handed out. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findClaims } from '../../src/engine/index.ts';
import { english } from '../../src/languages/en/index.ts';
import { asExpected, marked } from '../support/marked.ts';

const found = (source: string, rules = false) => {
  const { expected, ...input } = marked(source);
  const options = rules ? { pack: english, model: null } : { pack: english };
  return { expected, got: asExpected(input.text, findClaims(input, options)) };
};

describe.each([
  ['by rules alone', true],
  ['with the model', false],
])('a speaker, %s', (_, rules) => {
  test.each([
    ['between tags', '“{D Jane Roe:We go,}” said <b>Jane Roe</b>.'],
    ['cut by a tag', '“{D Jane Roe:We go,}” said Jane <i>Roe</i>.'],
    ['before a tag', '<td>“{D Tom:We go,}” said Tom </td>'],
    ['before a tag with words', '“{D Ann Lee:We go,}” said <a href="x.html">Ann Lee</a>, a baker.'],
    ['behind a picture', '“{D Mara Obi:We go,}” said 🚀 Mara Obi.'],
    ['between pictures', '“{D Mara Obi:We go,}” said 👩🏽‍🚀 Mara Obi 🇬🇧, a baker.'],
    ['that is an address', '“{D ?:We go,}” said https://example.org/x.'],
    ['that is an address without its scheme', '“{D ?:We go,}” said www.example.org/a.'],
    ['that is a mail address', '“{D ?:We go,}” said jane@example.org.'],
    ['before an address', '“{D Jane Roe:We go,}” said Jane Roe (jane@example.org).'],
    [
      'before a longer address',
      '“{D Jane Roe:We go,}” said Jane Roe, https://example.org/a,b?c=d.',
    ],
    ['that is a handle', '“{D @janeroe:We go,}” said @janeroe.'],
    ['that is a title', '“{D ?:We go,}” Mr. said.'],
    ['that is a title behind the cue', '“{D ?:We go,}” said Dr.'],
    ['that is a title twice', '“{D ?:We go,}” said Dr. Dr.'],
    ['that is an office', '“{D Foreign Secretary:We go,}” Foreign Secretary said.'],
    ['with a nickname in marks', '“{D John Roe:We go,}” said Mr. John “Big Jack” Roe.'],
    ['cut by signs', '“{D ?:Go,}” said M/ara Ob\\i. “{D ?:Go,}” said Mara %2F Obi.'],
    ['with an equals sign', '“{D ?:We go,}” said Tom = Lee.'],
    ['beside another', '“{D ?:We go,}” said Jane Roe / Tom Lee.'],
    ['with a subject', '“{D ?:We go,}” said Jane #Roe.'],
    ['of two last names', '“{D Jane & Roe:We go,}” said Jane & Roe.'],
    [
      'beside the firm that has the last name',
      '“{D Jane Roe:We go,}” said Jane Roe.\n\n“{D Jane & Roe:No,}” said Jane & Roe.\n\n“{D Jane Roe:So,}” Roe said.',
    ],
  ])('%s', (_, source) => {
    const { expected, got } = found(source, rules);
    expect(got).toEqual(expected);
  });

  test.each([
    ['a figure', 'Mara Obi said that {I Mara Obi:the total was nearly 1000}.The road is open.'],
  ])('%s ends a sentence where a blank is missing', (_, source) => {
    const { expected, got } = found(source, rules);
    expect(got.map(({ speaker }) => speaker)).toEqual(expected.map(({ speaker }) => speaker));
    expect(got[0]?.parts[0]).toMatch(/1000$/);
  });
});

test('no name that is handed out has a sign, a mark or an address in it', () => {
  const pieces = [
    'Mara',
    'Obi',
    'Lee',
    'of',
    'Dr.',
    '<b>',
    '</b>',
    '/',
    '\\',
    '%2F',
    '“',
    '”',
    '=',
    '{',
    '#x',
    'https://a.org/b',
    'a@b.org',
    '|',
    '',
    '  ',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 5 }), (words) => {
      const text = `“We go,” said Tom ${words.join(' ')}.`;
      const { claims, entities } = findClaims(
        { text, paragraphs: [{ start: 0, end: text.length, kind: 'paragraph' }] },
        { pack: english },
      );
      for (const { speaker } of claims)
        if (speaker) expect(entities[speaker.entity]?.name).not.toMatch(/[<>/\\%“”={}|@]|https/);
    }),
    { numRuns: 300 },
  );
});

test.each([
  ['that is an office and a quotation', '“{D ?:We go,}” said Foreign Secretary “Bob”.'],
  ['of a poll', 'According to a Times/CBS News poll, {I a Times/CBS News poll:the road is open}.'],
])('the model reads a speaker %s', (_, source) => {
  const { expected, got } = found(source);
  expect(got).toEqual(expected);
});

test('the reason says what stands in the way, and a warning where', () => {
  const { expected: _, ...input } = marked('“We go,” said M/ara Ob\\i.');
  const { claims, doubts } = findClaims(input, { pack: english });
  expect(claims[0]?.reasons.at(-1)).toBe(
    '“M” is no whole name, as “/” stands in or beside it: nobody is named.',
  );
  expect(doubts.map(({ kind }) => kind)).toEqual(['quote-without-speaker']);
});

test('no claim of one quotation keeps its marks', () => {
  const names = fc.constantFrom('Tom Lee', '‘Abd al-Karim', 'ʿAli Roe', 'the mayor', 'He');
  const words = fc.constantFrom('We stay', 'They said “yes” to us', 'The road is open');
  const forms = fc.constantFrom(
    'N said: “W.”',
    'Said N: “W.”',
    '“W,” said N.',
    '“W,” N said.',
    '“W.”',
    '“W?”',
  );
  const sentences = fc
    .tuple(forms, names, words)
    .map(([form, name, quoted]) => form.replace('W', quoted).replace('N', name));
  fc.assert(
    fc.property(fc.array(sentences, { minLength: 1, maxLength: 2 }), (all) => {
      const text = all.join(' ');
      const { claims } = findClaims(
        { text, paragraphs: [{ start: 0, end: text.length, kind: 'paragraph' }] },
        { pack: english },
      );
      for (const part of claims.flatMap(({ parts }) => parts)) {
        const found = text.slice(part.start, part.end);
        expect(found.split('“').length, found).toBe(found.split('”').length);
      }
    }),
    { numRuns: 300 },
  );
});
