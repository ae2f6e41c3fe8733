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

test.each([
  'Zoë Ström\u2010Vang',
  'Zoë Ström\u2011Vang',
  'Noor al\u2010Sayed',
  'Jean\u2010Luc Obi',
])('a name with another hyphen is whole, and stays as it is printed: %s', (name) => {
  const last = name.split(' ').at(-1);
  const claims = claimsOf(textOf([`“We keep it,” said ${name}. “All of it,” ${last} said.`]));
  expect(claims.map(({ speaker }) => speaker)).toEqual([name, name]);
});

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

  test.each([
    ['code in a line', 'The office wrote `said "x"` in its log.', []],
    ['code that tells', 'He typed `Ole Dahl said that it was over` into the shell.', []],
    ['code between two ticks', 'It prints ``“We sell it,” said Ole Dahl`` at noon.', []],
    ['words for a picture', 'See ![“We sell it,” said Ole Dahl](boat.png) here.', []],
    ['a title of a link', 'See [the log](https://example.org/ "“We sell it,” said Ole Dahl").', []],
    ['where a link leads', '[log]: https://example.org/ "“We sell it,” said Ole Dahl"', []],
    ['code beside words', '“We sell `all(“boats”)` now,” said Ole Dahl.', ['Ole Dahl']],
    [
      'code in a name',
      'The `night ferry` project said that it would end.',
      ['The night ferry project'],
    ],
  ])('%s is nobody’s words in Markdown', (_, line, speakers) => {
    const text = textOf([shown, line, 'The boats lay outside.']);
    const claims = claimsOf(text, 'content/sources/one.md');
    expect(claims.map(({ speaker }) => speaker)).toEqual(['Piet Aal', ...speakers]);
  });

  test('a picture that a plain text kept is nobody’s words, and stays to be read', () => {
    const line = 'See ![“We sell it,” said Ole Dahl](https://example.org/boat.png) here.';
    const text = textOf([shown, line, 'The boats lay outside.']);
    expect(claimsOf(text).map(({ speaker }) => speaker)).toEqual(['Piet Aal']);
    const [article] = built(
      {},
      {},
      { sources: [sourceAt('content/sources/one.txt', text)] },
    ).articles;
    expect(article?.text).toContain('“We sell it,” said Ole Dahl');
  });

  test.each([
    ['code', 'He typed `Ole Dahl said that it was over` into the shell.', ['Piet Aal']],
    ['marks of TeX', "``We sell it,'' said Ole Dahl, and `all' of it.", ['Piet Aal', 'Ole Dahl']],
    [
      'marks of names',
      'Sa`d and `Ali Dahl said that it was over.',
      ['Piet Aal', 'Sa`d and `Ali Dahl'],
    ],
  ])('%s between ticks of a plain text', (_, line, speakers) => {
    const claims = claimsOf(textOf([shown, line, 'The boats lay outside.']));
    expect(claims.map(({ speaker }) => speaker)).toEqual(speakers);
  });

  test.each([
    ['code', '<code>Ole Dahl said that it was over</code>', ['Piet Aal']],
    ['a typeface', '<tt>“We sell it,” said Ole Dahl.</tt>', ['Piet Aal', 'Ole Dahl']],
  ])('%s of a page', (_, line, speakers) => {
    const text = `<!doctype html><title>Lake to stay</title><h1>Lake to stay</h1><p>${shown}</p><p>He typed ${line} at noon, and the boats lay outside all night.</p>`;
    const claims = claimsOf(text, 'content/sources/one.html');
    expect(claims.map(({ speaker }) => speaker)).toEqual(speakers);
  });
});
