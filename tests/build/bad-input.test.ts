/**
 * What a person may put into the content folder by mistake. Each mistake gives a message with file
 * and line, what was found, what was expected and how to mend it; nothing that was there is touched.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { empty, oneFolder, records as makeRecords } from '../support/command.ts';

type Files = Record<string, string | Uint8Array>;

/** An archive of our own with nothing wrong in it. */
const GOOD: Files = {
  'site.md':
    '---\nname: Test archive\naddress: https://archive.example/\ncurator: A. Curator\n---\nFor tests.\n',
  'sources/night-ferry.txt':
    [
      'Sunday, March 14, 2021',
      'Night ferry to stay',
      'By Tove Lindqvist',
      '“We will keep the night ferry,” said Mara Obi, who chairs the harbour board. “It is needed.”',
      'The board met on Friday in the old customs house, and the meeting lasted until midnight.',
      'Obi said that the bridge would be late.',
    ].join('\n\n') + '\n',
  'articles/night-ferry.md':
    '---\noutlet: harbour-post\npublished:\n  edtf: 2021-03-14\n  basis: stated\n---\n',
  'speakers/mara-obi.md':
    '---\nname: Mara Obi\nkind: person\naliases:\n  - Obi\nroles:\n  - role: chair of the harbour board\n    article: night-ferry\n---\n',
  'outlets/harbour-post.md': '---\nname: Harbour Post\n---\n',
};

interface Case {
  name: string;
  files: Files;
  /** File that the message names, below `content/`. */
  at: string;
  /** Line that the message names. */
  line?: number;
  /** What the message must say, each in order. */
  says: RegExp[];
}

const card = (...lines: string[]) => ['---', ...lines, '---', ''].join('\n');
const article = (...lines: string[]): Files => ({ 'articles/night-ferry.md': card(...lines) });

const CASES: Case[] = [
  // Sources
  {
    name: 'an empty file',
    files: { 'sources/empty.txt': '' },
    at: 'sources/empty.txt',
    line: 1,
    says: [/without a letter/, /[Rr]emove the file/],
  },
  {
    name: 'only white space',
    files: { 'sources/blank.txt': ' \n\t\n\u00a0\n' },
    at: 'sources/blank.txt',
    line: 1,
    says: [/without a letter/],
  },
  {
    name: 'a file that is not UTF-8',
    files: { 'sources/latin.txt': Buffer.from('First line\nCaf\xe9 society meets\n', 'latin1') },
    at: 'sources/latin.txt',
    line: 2,
    says: [/not UTF-8/, /Save the text as UTF-8/],
  },
  {
    name: 'UTF-16',
    files: { 'sources/wide.txt': Buffer.from('\ufeffA title\n\nSome text.\n', 'utf16le') },
    at: 'sources/wide.txt',
    line: 1,
    says: [/UTF-8|NUL/],
  },
  {
    name: 'a NUL',
    files: { 'sources/nul.txt': 'A title\n\nSome \0 text.\n' },
    at: 'sources/nul.txt',
    line: 3,
    says: [/NUL/, /not a text file/],
  },
  {
    name: 'a picture named as a text',
    files: {
      'sources/picture.txt': Uint8Array.from([
        0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 255,
      ]),
    },
    at: 'sources/picture.txt',
    line: 1,
    says: [/UTF-8|NUL/],
  },
  {
    name: 'a line of 4 MB',
    files: { 'sources/long.txt': `A title\n\n${'word '.repeat(800_000)}\n` },
    at: 'sources/long.txt',
    line: 3,
    says: [/line of [\d,]+ characters/, /at most/],
  },
  {
    name: 'a name that cannot be an address',
    files: { 'sources/Night Ferry (1).txt': 'A title\n\nSome text.\n' },
    at: 'sources/Night Ferry (1).txt',
    says: [/file name/, /small letters/, /Rename/],
  },
  {
    name: 'two files of one id',
    files: { 'sources/night-ferry.md': '# Night ferry\n\nSome text of its own.\n' },
    at: 'sources/night-ferry',
    says: [/second file for the id `night-ferry`/, /Rename/],
  },

  // Front matter
  {
    name: 'front matter that is no YAML',
    files: article('outlet: harbour-post', 'title: "never closed'),
    at: 'articles/night-ferry.md',
    line: 3,
    says: [/expected YAML/, /key: value/],
  },
  {
    name: 'front matter with a tab for an indent',
    files: article('published:', '\tedtf: 2021-03-14'),
    at: 'articles/night-ferry.md',
    line: 3,
    says: [/expected YAML/],
  },
  {
    name: 'a key given twice',
    files: article('outlet: harbour-post', 'outlet: other'),
    at: 'articles/night-ferry.md',
    line: 3,
    says: [/expected YAML/, /unique/i],
  },
  {
    name: 'a list for front matter',
    files: article('- outlet', '- title'),
    at: 'articles/night-ferry.md',
    line: 2,
    says: [/list/, /key: value/],
  },
  {
    name: 'front matter that is never closed',
    files: { 'articles/night-ferry.md': '---\noutlet: harbour-post\n' },
    at: 'articles/night-ferry.md',
    says: [/---/],
  },
  {
    name: 'a card without front matter',
    files: { 'speakers/mara-obi.md': 'Mara Obi chairs the board.\n' },
    at: 'speakers/mara-obi.md',
    line: 1,
    says: [/without front matter/, /---/],
  },
  {
    name: 'an empty card',
    files: { 'speakers/mara-obi.md': '' },
    at: 'speakers/mara-obi.md',
    line: 1,
    says: [/empty card/, /^\s*name: /m, /^\s*kind: person # or organisation/m],
  },
  {
    name: 'a card that lacks every key it needs',
    files: { 'topics/ferry.md': '---\n# to be written\n---\n' },
    at: 'topics/ferry.md',
    line: 1,
    says: [/without `question`, `curator` and `answers`/, /^\s*question: /m, /^\s*answers: \[/m],
  },
  {
    name: 'an entry that lacks a key it needs',
    files: article('rights:', '  holder: Harbour Post'),
    at: 'articles/night-ferry.md',
    line: 2,
    says: [/`rights` without `statement`/],
  },
  {
    name: 'a card that is not UTF-8',
    files: {
      'speakers/mara-obi.md': Buffer.from('---\nname: Mar\xe1\nkind: person\n---\n', 'latin1'),
    },
    at: 'speakers/mara-obi.md',
    says: [/not UTF-8/],
  },
  {
    name: 'JavaScript as front matter',
    files: {
      'articles/night-ferry.md': `---js\n{ outlet: require('node:fs').writeFileSync('RAN', '') }\n---\n`,
    },
    at: 'articles/night-ferry.md',
    line: 1,
    says: [/`js`/, /never run/],
  },
  {
    name: 'JSON as front matter',
    files: { 'articles/night-ferry.md': '---json\n{ "outlet": "harbour-post" }\n---\n' },
    at: 'articles/night-ferry.md',
    line: 1,
    says: [/`json`/, /YAML/],
  },
  {
    name: 'an inherited name as front matter language',
    files: { 'articles/night-ferry.md': '---constructor\noutlet: x\n---\n' },
    at: 'articles/night-ferry.md',
    line: 1,
    says: [/`constructor`/],
  },
  {
    name: 'a YAML tag that makes code',
    files: article('title: !!js/function "function () {}"'),
    at: 'articles/night-ferry.md',
    line: 2,
    says: [/no YAML|tag/i],
  },
  {
    name: 'aliases that multiply',
    files: article('title: &a [x, x]', 'dek: [*a, *a, *a]'),
    at: 'articles/night-ferry.md',
    line: 3,
    says: [/alias/],
  },

  // Values
  {
    name: 'an unknown key',
    files: article('outlett: harbour-post'),
    at: 'articles/night-ferry.md',
    line: 2,
    says: [/key `outlett`/, /Did you mean `outlet`/],
  },
  {
    name: 'a date without what it rests on',
    files: article('published: 2021-03-14'),
    at: 'articles/night-ferry.md',
    line: 2,
    says: [/`published: "2021-03-14"`/, /such as `\{edtf: 2020-06-03, basis: stated\}`/],
  },
  {
    name: 'an unknown key inside',
    files: article('published:', '  edtf: 2021-03-14', '  basys: stated'),
    at: 'articles/night-ferry.md',
    line: 4,
    says: [/basys/, /Did you mean `basis`/],
  },
  {
    name: 'a day that is not in the calendar',
    files: article('published:', '  edtf: 2021-02-30', '  basis: stated'),
    at: 'articles/night-ferry.md',
    line: 3,
    says: [/2021-02-30/, /EDTF/],
  },
  {
    name: 'a date in words',
    files: article('published:', '  edtf: next week', '  basis: stated'),
    at: 'articles/night-ferry.md',
    line: 3,
    says: [/next week/, /EDTF such as `2024-03-27`/],
  },
  {
    name: 'an inferred date without its reason',
    files: article('published:', '  edtf: 2021-03', '  basis: inferred'),
    at: 'articles/night-ferry.md',
    line: 2,
    says: [/note:/, /reason/],
  },
  {
    name: 'a word for a list',
    files: { 'speakers/mara-obi.md': card('name: Mara Obi', 'kind: person', 'aliases: Obi') },
    at: 'speakers/mara-obi.md',
    line: 4,
    says: [/aliases/, /expected a list \(/],
  },
  {
    name: 'a kind that is none',
    files: { 'speakers/mara-obi.md': card('name: Mara Obi', 'kind: persn') },
    at: 'speakers/mara-obi.md',
    line: 3,
    says: [/persn/, /person/],
  },
  {
    name: 'a speaker without a name',
    files: { 'speakers/mara-obi.md': card('kind: person') },
    at: 'speakers/mara-obi.md',
    says: [/name/],
  },
  {
    name: 'an address that is none',
    files: article('original: harbour post'),
    at: 'articles/night-ferry.md',
    line: 2,
    says: [/original/],
  },
  {
    name: 'an address that would run',
    files: article('original: "javascript:alert(1)"'),
    at: 'articles/night-ferry.md',
    line: 2,
    says: [/original/],
  },
  {
    name: 'a site without an address',
    files: { 'site.md': card('name: Test archive', 'curator: A. Curator') },
    at: 'site.md',
    says: [/address/],
  },

  // References
  {
    name: 'an outlet that has no card',
    files: article('outlet: harbor-post'),
    at: 'articles/night-ferry.md',
    line: 2,
    says: [/outlet `harbor-post`/, /Did you mean `harbour-post`/],
  },
  {
    name: 'a speaker that has no card',
    files: article(
      'outlet: harbour-post',
      'claims:',
      '  - words: It is needed.',
      '    speaker: mara-obie',
      '    why: "a test"',
    ),
    at: 'articles/night-ferry.md',
    line: 5,
    says: [/speaker `mara-obie`/, /Did you mean `mara-obi`/],
  },
  {
    name: 'words that are not in the article',
    files: article(
      'claims:',
      '  - words: Nobody said this.',
      '    speaker: mara-obi',
      '    why: "a test"',
    ),
    at: 'articles/night-ferry.md',
    line: 3,
    says: [/Nobody said this/, /Copy the words/],
  },
  {
    name: 'a card for an article that is not there',
    files: { 'articles/day-ferry.md': card('outlet: harbour-post') },
    at: 'articles/day-ferry.md',
    line: 1,
    says: [/`day-ferry` that has no source/, /night-ferry/],
  },
  {
    name: 'an alias that two speakers have',
    files: { 'speakers/ada-obi.md': card('name: Ada Obi', 'kind: person', 'aliases:', '  - Obi') },
    at: 'speakers/',
    says: [/alias `Obi`/, /(ada|mara)-obi/],
  },
  {
    name: 'a topic with a claim that is not there',
    files: {
      'topics/ferry.md': card(
        'question: Is the ferry to stay?',
        'curator: A. Curator',
        'answers:',
        '  - claim: bcdfgh',
        '    stance: It stays',
      ),
    },
    at: 'topics/ferry.md',
    line: 5,
    says: [/claim `bcdfgh`/],
  },
  {
    name: 'a note on a claim that is not there',
    files: { 'annotations/bcdfgh.md': card('by: A. Curator', 'note: x') },
    at: 'annotations/bcdfgh.md',
    says: [/bcdfgh|`note`|key/],
  },

  // The ledger
  {
    name: 'a ledger that is no JSON',
    files: { 'ledger/night-ferry.json': '[\n{ "id": \n' },
    at: 'ledger/night-ferry.json',
    says: [/ledger|JSON/i],
  },
  {
    name: 'a ledger row with a part missing',
    files: { 'ledger/night-ferry.json': '[\n{"id":"bcdfgh"}\n]\n' },
    at: 'ledger/night-ferry.json',
    says: [/./],
  },
  {
    name: 'a decision of an unknown kind',
    files: { 'ledger/decisions.yaml': '- claim: bcdfgh\n  vanish: yes\n' },
    at: 'ledger/decisions.yaml',
    says: [/./],
  },
  {
    name: 'decisions that are no YAML',
    files: { 'ledger/decisions.yaml': '- claim: "bcdfgh\n' },
    at: 'ledger/decisions.yaml',
    says: [/./],
  },
];

const root = oneFolder('input');
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Makes the folder an archive of these files, and of nothing else. */
function archive(files: Files) {
  empty(root);
  add(files);
}

function add(files: Files) {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(root, 'content', path, '..'), { recursive: true });
    writeFileSync(join(root, 'content', path), content);
  }
}

/** Runs a script on the archive; gives its exit code and all it printed. */
function run(script: string): Promise<{ status: number; output: string }> {
  return new Promise((done, reject) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script], {
      env: { ...process.env, VERBATIM_RECORDS: undefined, NO_COLOR: '1' },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        output += String(chunk);
      });
    child.on('error', reject);
    child.on('close', (status) => done({ status: status ?? 1, output }));
  });
}

/** `npm run records` without a process, in the folder of `archive`. */
async function records(): Promise<{ status: number; output: string }> {
  const { status, stdout, stderr } = await makeRecords();
  return { status, output: stdout + stderr };
}

/** Hash of every file below a folder. */
const state = (folder: string): Record<string, string> =>
  !existsSync(folder)
    ? {}
    : Object.fromEntries(
        readdirSync(folder, { recursive: true, encoding: 'utf8' })
          .filter((path) => statSync(join(folder, path)).isFile())
          .sort()
          .map((path) => [
            path,
            createHash('sha256')
              .update(readFileSync(join(folder, path)))
              .digest('hex'),
          ]),
      );

const STACK = /^\s+at .+(:\d+:\d+\)?|<anonymous>\)?|native\)?)$/m;

/** The messages under the name of a file, as vfile-reporter prints them. */
function messagesOf(output: string, at: string): string {
  const lines = output.split('\n');
  const from = lines.findIndex((line) => line.startsWith(`content/${at}`));
  if (from === -1) return '';
  const next = lines.findIndex(
    (line, i) => i > from && /^(content\/|\S+ \d+ (error|warning)|[✖⚠])/.test(line),
  );
  return lines.slice(from, next === -1 ? undefined : next).join('\n');
}

test('an archive with nothing wrong in it is taken', async () => {
  archive(GOOD);
  const { status, output } = await run('scripts/records.ts');
  expect(output).not.toMatch(/ error /);
  expect(status).toBe(0);
  expect(Object.keys(state(join(root, '.verbatim')))).toContain(
    join('records', 'articles', 'night-ferry.json'),
  );
});

describe('one mistake', () => {
  test.each(CASES)('$name', async ({ files, at, line, says }) => {
    archive(GOOD);
    // Records of an earlier run; a failed run leaves them as they are.
    mkdirSync(join(root, '.verbatim/records/articles'), { recursive: true });
    writeFileSync(join(root, '.verbatim/records/articles/former.json'), '{}\n');
    const before = state(join(root, '.verbatim/records'));
    add(files);
    const content = state(join(root, 'content'));
    const { status, output } = await records();
    const untouched =
      JSON.stringify([before, content]) ===
      JSON.stringify([state(join(root, '.verbatim/records')), state(join(root, 'content'))]);
    const messages = messagesOf(output, at);
    expect(output, 'no stack trace').not.toMatch(STACK);
    expect(messages, output).not.toBe('');
    for (const words of says) expect.soft(messages).toMatch(words);
    if (line !== undefined) expect.soft(messages).toMatch(new RegExp(`^ *${line}:\\d+`, 'm'));
    expect.soft(messages, 'says how to mend it').toMatch(/\[note\]|\n {2,}\S/);
    expect(status).not.toBe(0);
    expect(untouched, 'former output and content untouched').toBe(true);
    expect(existsSync('RAN'), 'no code was run').toBe(false);
  });
});

test('all mistakes are told in one run', async () => {
  const many = [
    'an empty file',
    'a file that is not UTF-8',
    'a NUL',
    'an unknown key',
    'a kind that is none',
    'a card for an article that is not there',
  ];
  const chosen = CASES.filter(({ name }) => many.includes(name));
  archive({ ...GOOD, ...(Object.assign({}, ...chosen.map(({ files }) => files)) as Files) });
  const { status, output } = await records();
  expect(chosen.length).toBe(many.length);
  for (const { name, at, says } of chosen)
    expect.soft(messagesOf(output, at), name).toMatch(says[0]!);
  expect(status).not.toBe(0);
});

test('the build stops before it touches the site, the ledger or the records', async () => {
  const wrong = CASES.find(({ name }) => name === 'an unknown key')!;
  archive({ ...GOOD, ...wrong.files, 'ledger/night-ferry.json': '[\n]\n' });
  for (const path of ['dist/index.html', '.verbatim/records/articles/former.json']) {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), 'former\n');
  }
  // What was found in the texts is kept for the next run, and nobody publishes it.
  const published = () =>
    Object.fromEntries(
      Object.entries(state(root)).filter(([path]) => !path.startsWith('.verbatim/drafts/')),
    );
  const before = published();
  const { status, output } = await run('scripts/build.ts');
  expect(status).not.toBe(0);
  expect(output).not.toMatch(STACK);
  expect(messagesOf(output, wrong.at)).toMatch(wrong.says[0]!);
  expect(published()).toEqual(before);
});

test('a content folder that is not there is said so', async () => {
  archive({});
  const { status, output } = await records();
  expect(output).not.toMatch(STACK);
  expect(output).toMatch(/no folder .*content/);
  expect(status).not.toBe(0);
});

test.each([
  [
    'a byte order mark',
    { 'sources/night-ferry.txt': `\ufeff${String(GOOD['sources/night-ferry.txt'])}` },
  ],
  [
    'line ends of Windows',
    {
      'sources/night-ferry.txt': String(GOOD['sources/night-ferry.txt']).replace(/\n/g, '\r\n'),
      'speakers/mara-obi.md': String(GOOD['speakers/mara-obi.md']).replace(/\n/g, '\r\n'),
    },
  ],
  [
    'line ends of old Macs',
    { 'sources/night-ferry.txt': String(GOOD['sources/night-ferry.txt']).replace(/\n/g, '\r') },
  ],
  [
    'no line feed at the end',
    { 'sources/night-ferry.txt': String(GOOD['sources/night-ferry.txt']).trimEnd() },
  ],
  [
    'other files in the folders',
    { 'sources/.DS_Store': '\0', 'sources/notes.pdf': '%PDF', 'speakers/Thumbs.db': '\0' },
  ],
] as [string, Files][])('%s is no mistake', async (_, files) => {
  archive({ ...GOOD, ...files });
  const { status, output } = await records();
  expect(output).not.toMatch(/ error |\n\s+at /);
  expect(status).toBe(0);
  const record = JSON.parse(
    readFileSync(join(root, '.verbatim/records/articles/night-ferry.json'), 'utf8'),
  ) as { claims: { speaker: { id: string } | null }[] };
  expect(
    record.claims.filter(({ speaker }) => speaker?.id === 'mara-obi').length,
  ).toBeGreaterThanOrEqual(2);
});
