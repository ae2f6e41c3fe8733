/**
 * A build after others makes what a first build would make, byte for byte, whatever was changed in between; and
 * files that stay as they are stay the files they were.
 */
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build, oneFolder } from '../support/command.ts';

process.env.SHARE_IMAGES = '0';
const root = oneFolder('again');
afterAll(() => rmSync(root, { recursive: true, force: true }));

const put = (path: string, text: string) => {
  mkdirSync(dirname(join(root, 'content', path)), { recursive: true });
  writeFileSync(join(root, 'content', path), text);
};
const drop = (path: string) => rmSync(join(root, 'content', path));

const PLACES = ['the harbour', 'the old quay', 'the bridge', 'the landing', 'the north pier'];
const text = (i: number, words = 'whatever it costs the harbour this winter') => `Night ferry ${i}

By Jon Reyes

${i + 1} March 2021

“We will keep the night ferry, ${words},” said Mara Obi, chair of the board, on Monday, at ${PLACES[i % 5]}.

“The engine of boat ${i} is no longer safe and must not run near ${PLACES[(i + 1) % 5]},” said Tove Lindqvist${'a'.repeat(i)}, an engineer.

According to Reuters, the crews called the plan “a beginning for all who work on ${PLACES[(i + 2) % 5]}”. She said that nobody would have to wait in the rain.
`;

const card = (lines: string) => `---\n${lines}\n---\n`;
const SITE = 'name: Ferries\naddress: https://ferry.example/\ncurator: nobody';

/** The id of the first claim of an article, as the ledger has it. */
const claimOf = (article: string): string =>
  /"id": ?"(\w+)"/.exec(readFileSync(join(root, `content/ledger/${article}.json`), 'utf8'))?.[1] ??
  '';

const EDITS: [string, () => void][] = [
  ['a dek in a card', () => put('articles/ferry-1.md', card('dek: A dek that nobody printed.'))],
  [
    'words in a text that is not published yet',
    () => put('sources/ferry-9.txt', text(9, 'with new words that others lack')),
  ],
  ['a newer version of a text', () => put('sources/ferry-2.2.txt', text(2, 'if it pays'))],
  ['another article', () => put('sources/ferry-7.txt', text(7))],
  [
    'an article that is withdrawn',
    () => {
      drop('sources/ferry-9.txt');
      const decisions = 'ledger/decisions.yaml';
      put(decisions, '- {address: articles/ferry-9/, withdrawn: the publisher asked for it}\n');
    },
  ],
  [
    'a date',
    () =>
      put(
        'articles/ferry-3.md',
        card('published:\n  edtf: 2019-05-04\n  basis: inferred\n  note: so'),
      ),
  ],
  ['an outlet’s card', () => put('outlets/harbour-post.md', card('name: The Harbour Post'))],
  ['an outlet', () => put('articles/ferry-4.md', card('outlet: harbour-post'))],
  ['a speaker’s card', () => put('speakers/mara-obi.md', card('name: Mara Obi\nkind: person'))],
  [
    'another name of the speaker',
    () =>
      put(
        'speakers/mara-obi.md',
        card('name: Mara Obi-Brandt\nkind: person\naliases: [Mara Obi]\nroles: [{role: chair}]'),
      ),
  ],
  [
    'a note on the speaker',
    () =>
      put(
        'speakers/mara-obi.md',
        `${card('name: Mara Obi-Brandt\nkind: person\naliases: [Mara Obi]\nroles: [{role: chair}]')}A note.\n`,
      ),
  ],
  [
    'how the speaker is sorted',
    () =>
      put(
        'speakers/mara-obi.md',
        `${card('name: Mara Obi-Brandt\nsortName: Brandt, Mara Obi\nkind: person\naliases: [Mara Obi]\nroles: [{role: chair}]')}A note.\n`,
      ),
  ],
  [
    'a topic',
    () =>
      put(
        'topics/ferry.md',
        card(
          `question: Does the ferry stay?\ncurator: nobody\nanswers:\n` +
            `  - {claim: ${claimOf('ferry-0')}, stance: it stays}\n` +
            `  - {claim: ${claimOf('ferry-5')}, stance: open}`,
        ),
      ),
  ],
  ['a place', () => put('places/harbour.md', card('name: the harbour'))],
  [
    'a note and a relation',
    () =>
      put(
        `annotations/${claimOf('ferry-3')}.md`,
        `${card(`curator: nobody\nrelations:\n  - {to: ${claimOf('ferry-5')}, kind: answers, why: so}`)}A note.\n`,
      ),
  ],
  ['the accuracy', () => put('accuracy.json', readFileSync('content/accuracy.json', 'utf8'))],
  [
    'another stance on the topic',
    () => {
      const path = join(root, 'content/topics/ferry.md');
      put('topics/ferry.md', readFileSync(path, 'utf8').replace('it stays', 'it goes'));
    },
  ],
  ['a line of the foot', () => put('site.md', card(`${SITE}\nfooter: A foot.`))],
  [
    'a claim that is not one',
    () =>
      put(
        'articles/ferry-5.md',
        card('claims:\n  - {words: nobody would have to wait in the rain, drop: true, why: so}'),
      ),
  ],
];

/** Every file of a folder with its bytes. */
const filesOf = (folder: string): Map<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .sort()
      .filter((path) => statSync(join(folder, path)).isFile())
      .map((path) => [path, readFileSync(join(folder, path), 'latin1')] as const),
  );

const stateOf = (path: string) => {
  const { ino, mtimeMs } = statSync(path);
  return `${ino} ${mtimeMs}`;
};

const built = async (...args: string[]) => {
  const { status, stdout, stderr } = await build(...args);
  expect(status, stdout + stderr).toBe(0);
};

beforeAll(async () => {
  put('site.md', card(SITE));
  for (const i of [0, 1, 2, 3, 4, 5]) put(`sources/ferry-${i}.txt`, text(i));
  await built();
});

test.each(EDITS)('%s', async (_, edit) => {
  const before = filesOf(join(root, 'dist'));
  const states = new Map(
    [...before.keys()].map((path) => [path, stateOf(join(root, 'dist', path))]),
  );
  edit();
  cpSync(join(root, 'content'), join(root, 'content-before'), { recursive: true });
  await built();
  const again = filesOf(join(root, 'dist'));
  const ledger = filesOf(join(root, 'content'));

  const kept = [...again].filter(([path, bytes]) => before.get(path) === bytes);
  expect(kept.length).toBeGreaterThan(5);
  for (const [path] of kept) expect(stateOf(join(root, 'dist', path)), path).toBe(states.get(path));

  // The same from the same content, where nothing is known of what was built before.
  rmSync(join(root, 'content'), { recursive: true });
  cpSync(join(root, 'content-before'), join(root, 'content'), { recursive: true });
  rmSync(join(root, 'content-before'), { recursive: true });
  cpSync(join(root, '.verbatim/reuse'), join(root, 'reuse'), { recursive: true });
  rmSync(join(root, '.verbatim/reuse'), { recursive: true });
  rmSync(join(root, '.verbatim/drafts/relations.json'));
  await built('--out', 'cold');
  rmSync(join(root, '.verbatim/reuse'), { recursive: true });
  cpSync(join(root, 'reuse'), join(root, '.verbatim/reuse'), { recursive: true });
  rmSync(join(root, 'reuse'), { recursive: true });
  const cold = filesOf(join(root, 'cold'));
  expect([...again.keys()]).toEqual([...cold.keys()]);
  for (const [path, bytes] of cold) expect(again.get(path) === bytes, path).toBe(true);
  expect(filesOf(join(root, 'content'))).toEqual(ledger);
});
