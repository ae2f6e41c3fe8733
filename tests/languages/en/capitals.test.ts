/** Texts all in capitals are read as running text would be; what markup hides is nobody's words. */
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { runningCase } from '../../../src/languages/en/capitals.ts';
import { built } from '../../support/content.ts';

const BODY = [
  'Mayor Ann Lee said on Tuesday that the lake would stay. “We keep it,” said Piet Aal, a sailor. “I’m glad.”',
  'According to Ida Berg, the bridge is old. “It was built by my father,” Lee told Reuters.',
  '“Nobody asked us,” Aal said. He said that the boats of Norway had left.',
];
const sourceAt = (path: string, text: string) => ({
  article: 'one',
  versions: [
    { version: 1, path, file: new VFile({ path, value: new TextEncoder().encode(text) }) },
  ],
});
const textOf = (body: readonly string[]) =>
  ['Lake to stay', 'By Nora Dahl', '4 May 2021', ...body].join('\n\n');
const claimsOf = (text: string, path = 'content/sources/one.txt') =>
  (built({}, {}, { sources: [sourceAt(path, text)] }).articles[0]?.claims ?? []).map(
    ({ parts, speaker }) => ({
      places: parts.map(({ start, end }) => [start, end]),
      speaker: speaker?.name ?? null,
    }),
  );

test('the claims of a text in capitals are those of the same text in small letters', () => {
  const claims = claimsOf(textOf(BODY));
  expect(claims).toHaveLength(7);
  expect(claimsOf(textOf(BODY.map((line) => line.toUpperCase())))).toEqual(claims);
});

test('a text with capitals here and there is read as it stands', () => {
  const [claim] = claimsOf(textOf(['“We keep it,” said PIET AAL. THE LAKE stays as it is today.']));
  expect(claim?.speaker).toBe('Piet Aal');
});

test.each([
  'MR. LEE MET J. BERG IN THE U.S. ON MONDAY; JEAN-LUC O’NEILL DIDN’T. I’LL GO.',
  'ÖSTEN İPEK STRASSE ẞ ŞIRNAK',
  '',
])('small letters leave every offset where it was: %s', (text) =>
  expect(runningCase(text)).toHaveLength(text.length),
);

test('names, weekdays and heads of sentences have capitals', () =>
  expect(runningCase('MR. LEE MET IDA BERG IN NORWAY ON MONDAY. BERG WILL STAY, I’M SURE.')).toBe(
    'Mr. Lee met Ida Berg in Norway on Monday. Berg will stay, I’m sure.',
  ));

describe('what markup hides', () => {
  const shown = '“We keep it,” said Piet Aal, a sailor.';
  test.each([
    ['a comment', '<!-- “We sell it,” said Ole Dahl, a baker. -->'],
    ['a script', '<script type="x">var a = "“We sell it,” said Ole Dahl, a baker.";</script>'],
    ['a style', '<style>p::before { content: "“We sell it,” said Ole Dahl." }</style>'],
  ])('%s is nobody’s words', (_, hidden) => {
    const claims = claimsOf(textOf([shown, hidden, 'The boats lay outside.']));
    expect(claims.map(({ speaker }) => speaker)).toEqual(['Piet Aal']);
  });

  test.each([
    ['between marks', '```js\n// “We sell it,” said Ole Dahl, a baker.\n```', ['Piet Aal']],
    ['between waves', '~~~\n“We sell it,” said Ole Dahl, a baker.\n~~~', ['Piet Aal']],
    ['only indented', '    “We sell it,” said Ole Dahl, a baker.', ['Piet Aal', 'Ole Dahl']],
  ])('program code of Markdown %s', (_, code, speakers) => {
    const claims = claimsOf(
      textOf([shown, code, 'The boats lay outside.']),
      'content/sources/one.md',
    );
    expect(claims.map(({ speaker }) => speaker)).toEqual(speakers);
  });
});
