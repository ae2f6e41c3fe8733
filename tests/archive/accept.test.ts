import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import type { Content } from '../../src/archive/build.ts';
import { buildArchive } from '../../src/archive/whole.ts';

const TEXT =
  'Board keeps the ferry\n\nBy Jon Reyes\n\n14 March 2021\n\n“We will keep the night ferry,” said Mara Obi, chair of the board, on Monday. The old hall by the quay was full, and a band played.\n\nThe hall by the “quay was full, and most who had come were sailors from both boats.\n';

const sourceOf = (version: number, text: string) => {
  const path = `content/sources/ferry${version > 1 ? `.${version}` : ''}.txt`;
  return {
    version,
    path,
    file: new VFile({ path, value: new Uint8Array(Buffer.from(text)) }),
  };
};

/** Every message on the article's source and card, as `file line rule`. */
function messagesOf(card: string, texts: readonly string[] = [TEXT]): string[] {
  const file = new VFile({ path: 'content/articles/ferry.md', value: `---\n${card}\n---\n` });
  const content: Content = {
    sources: [{ article: 'ferry', versions: texts.map((text, i) => sourceOf(i + 1, text)) }],
    cards: {
      articles: [{ id: 'ferry', file }],
      speakers: [],
      outlets: [],
      topics: [],
      places: [],
      annotations: [],
      pages: [],
    },
    site: new VFile({
      path: 'content/site.md',
      value: '---\nname: Test\naddress: http://localhost:4321/\ncurator: A. Curator\n---\n',
    }),
    ledger: new Map(),
    manifest: [],
    decisions: [],
    decisionLines: new Map(),
    published: [],
    files: [],
  };
  buildArchive(content);
  return [...content.sources[0]!.versions.map((one) => one.file), file]
    .flatMap((one) =>
      one.messages.map(({ line, ruleId }) => `${one.path.split('/').at(-1)} ${line} ${ruleId}`),
    )
    .sort();
}

const UNBALANCED = 'accept:\n  - {message: unbalanced-mark, line: 9, why: so printed}';
const OUTLET = '  - {message: unknown-outlet, line: 1, why: the masthead was cut off}';

test('a warning that the card accepts is not said again; the others are', () => {
  expect(messagesOf('')).toEqual(['ferry.txt 1 unknown-outlet', 'ferry.txt 9 unbalanced-mark']);
  expect(messagesOf(UNBALANCED)).toEqual(['ferry.txt 1 unknown-outlet']);
  expect(messagesOf(`${UNBALANCED}\n${OUTLET}`)).toEqual([]);
});

test('an acceptance of what is not there is a warning', () =>
  expect(messagesOf('accept:\n  - {message: unbalanced-mark, line: 3, why: so printed}')).toEqual([
    'ferry.md 3 nothing-to-accept',
    'ferry.txt 1 unknown-outlet',
    'ferry.txt 9 unbalanced-mark',
  ]));

test('a new version of the text is read anew', () => {
  const newer = TEXT.replace('most who', 'many who');
  expect(messagesOf(UNBALANCED, [TEXT, newer])).toEqual(
    expect.arrayContaining(['ferry.2.txt 9 unbalanced-mark', 'ferry.md 3 nothing-to-accept']),
  );
  expect(
    messagesOf(UNBALANCED.replace('line: 9', 'line: 9, version: 2'), [TEXT, newer]),
  ).not.toEqual(expect.arrayContaining(['ferry.2.txt 9 unbalanced-mark']));
});

test.each([
  ['a rule that waits for a decision', 'message: claim-without-place, line: 1, why: x'],
  ['no reason', 'message: unbalanced-mark, line: 9'],
  ['no line', 'message: unbalanced-mark, why: x'],
  ['a key that there is not', 'message: unbalanced-mark, line: 9, why: x, because: y'],
])('%s is an error', (_, entry) =>
  expect(messagesOf(`accept:\n  - {${entry}}`).join()).toMatch(
    /ferry\.md 3 (?:not-to-be-accepted|bad-value|missing-key|unknown-key)/,
  ),
);
