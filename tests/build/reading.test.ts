/**
 * What may stand in a content folder that no text or card is: links, folders and pipes named like
 * texts, files that are too large, signs that a terminal obeys; and what our own code may throw.
 * Each is one message, everything else is read, and no stack trace is shown.
 */
import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { decoded, placeOfBadByte } from '../../src/text/decoding.ts';
import { printable, printableJson } from '../../src/build/terminal/terminal.ts';
import { empty, oneFolder, records as makeRecords } from '../support/command.ts';
import { built } from '../support/content.ts';

const SITE = '---\nname: Test\naddress: https://archive.example/\ncurator: Nobody\n---\n';
const TEXT = [
  'Night ferry to stay',
  'By Tove Lindqvist',
  'March 14, 2021',
  '“We will keep the night ferry,” said Mara Obi, who chairs the harbour board. “It is needed.”',
].join('\n\n');
const STACK = /^\s+at .+(?::\d+:\d+\)?|<anonymous>\)?|native\)?)$/m;
// What a terminal obeys; a tab and a line feed are no harm.
const OBEYED =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

const root = oneFolder('reading');
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Makes the folder of this file a project with these files below `content/`. */
function archive(files: Record<string, string | Uint8Array> = {}): void {
  empty(root);
  const all = { 'site.md': SITE, 'sources/night-ferry.txt': TEXT, ...files };
  for (const [path, content] of Object.entries(all)) put(root, path, content);
}
function put(root: string, path: string, content: string | Uint8Array): string {
  const full = join(root, 'content', path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, content);
  return full;
}

/** `npm run records` without a process. */
async function records(): Promise<Run> {
  const { status, stdout, stderr } = await makeRecords();
  return { status, output: stdout + stderr };
}

const recordsOf = (files: Record<string, string | Uint8Array>): Promise<Run> => {
  archive(files);
  return records();
};

interface Run {
  status: number;
  output: string;
}
function run(
  script: string,
  args: readonly string[] = [],
  { input = '', env = {} }: { input?: string; env?: Record<string, string> } = {},
): Promise<Run> {
  return new Promise((done, reject) => {
    const own = { VERBATIM_RECORDS: undefined, VERBATIM_DEBUG: undefined, CI: undefined };
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', `scripts/${script}.ts`, ...args],
      { env: { ...process.env, ...own, FORCE_COLOR: '1', ...env } },
    );
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        output += String(chunk);
      });
    child.stdin.end(input);
    child.on('error', reject);
    child.on('close', (status) => done({ status: status ?? 1, output }));
  });
}

/** The messages under the name of a file; the note lines are left out. */
const messagesOf = (output: string, path: string): string[] => {
  const lines = output.split('\n');
  const from = lines.indexOf(`content/${path}`);
  if (from < 0) return [];
  const to = lines.findIndex((line, i) => i > from && line === '');
  return lines.slice(from + 1, to).filter((line) => /^\d+:\d+/.test(line));
};
const recordOf = (root: string, id: string) =>
  JSON.parse(readFileSync(join(root, `.verbatim/records/articles/${id}.json`), 'utf8')) as {
    title: string;
    titleBasis: string;
  };

describe('an archive without a site card', () => {
  test.each([
    ['with texts', { 'sources/night-ferry.txt': TEXT }],
    ['with an empty folder for them', { 'sources/.gitkeep': '' }],
  ])('%s has the default site and one warning', async (_, files) => {
    archive(files);
    rmSync(join(root, 'content/site.md'));
    if (!('sources/night-ferry.txt' in files))
      rmSync(join(root, 'content/sources/night-ferry.txt'));
    const { status, output } = await records();
    expect(messagesOf(output, 'site.md')).toEqual([
      expect.stringMatching(/warning Unexpected archive without a site card/),
    ]);
    expect(output.match(/no-site-card/g)).toHaveLength(1);
    expect(status).toBe(0);
    expect(existsSync(join(root, '.verbatim/records/site.json'))).toBe(true);
  });

  test.each([
    ['empty', '', /Unexpected empty card/],
    ['without front matter', 'Of the ferry.\n', /Unexpected card without front matter/],
    ['without keys', '---\n---\n', /Unexpected card without `name`, `address` and `curator`/],
  ])('a site card that is %s tells all its keys at once', async (_, card, reason) => {
    const { status, output } = await recordsOf({ 'site.md': card });
    expect(messagesOf(output, 'site.md')).toEqual([expect.stringMatching(reason)]);
    for (const line of [/^\s*name: /m, /^\s*address: https:/m, /^\s*curator: /m])
      expect(output).toMatch(line);
    expect(status).toBe(1);
  });
});

describe('files beside claims', () => {
  const OLD = 'claims/\nclaims/bcd234/\ndata/claims.csv\n';
  const NAMED = 'claims/\nclaims/bcd234/\nclaims/bcd234/claim.json\ndata/changes.json\n';
  const card = (says: string) => SITE.replace('curator', `${says}\ncurator`);
  test.each([
    ['are not written where nothing was published', SITE, undefined, false, false],
    ['are written where the card says so', card('claimFiles: each'), undefined, true, false],
    ['stay where an older list shows claims, with one warning', SITE, OLD, true, true],
    ['stay where the list names them, with one warning', SITE, NAMED, true, true],
    ['stay without a word where the card says so', card('claimFiles: each'), OLD, true, false],
    ['go where the card says so', card('claimFiles: none'), OLD, false, false],
  ])('%s', async (_, site, list, written, warned) => {
    const { status, output } = await recordsOf({
      'site.md': site,
      ...(list && { 'ledger/addresses.txt': list }),
    });
    expect(status).toBe(0);
    const record = readFileSync(join(root, '.verbatim/records/site.json'), 'utf8');
    expect((JSON.parse(record) as { claimFiles?: string }).claimFiles).toBe(
      written ? 'each' : undefined,
    );
    expect(messagesOf(output, 'site.md')).toEqual(
      warned ? [expect.stringMatching(/warning .*expected `claimFiles: each`/)] : [],
    );
    if (warned) expect(output).toMatch(/Add `claimFiles: each` to content\/site\.md/);
  });
});

describe('what stands where a text is expected', () => {
  const ODD: [string, string, RegExp, (path: string) => void][] = [
    ['a folder', 'sources/x.txt', /folder, expected a file/, (path) => mkdirSync(path)],
    ['a dangling link', 'sources/d.txt', /symbolic link/, (path) => symlinkSync('nowhere', path)],
    ['a looping link', 'sources/l.txt', /symbolic link/, (path) => symlinkSync('l.txt', path)],
    ['a link out', 'sources/o.txt', /symbolic link/, (path) => symlinkSync('/etc/hosts', path)],
    ['a linked folder', 'sources/f', /symbolic link/, (path) => symlinkSync('/etc', path)],
    [
      'a link within',
      'sources/w.txt',
      /symbolic link/,
      (path) => symlinkSync('night-ferry.txt', path),
    ],
    [
      'a pipe',
      'sources/p.txt',
      /pipe, expected a file/,
      (path) => void spawnSync('mkfifo', [path]),
    ],
    ['a card that is a folder', 'speakers/x.md', /folder, expected/, (path) => mkdirSync(path)],
    ['a linked card', 'speakers/l.md', /symbolic link/, (path) => symlinkSync('/etc/hosts', path)],
    ['a ledger that is a folder', 'ledger/x.json', /folder, expected/, (path) => mkdirSync(path)],
    ['a linked ledger', 'ledger/l.json', /symbolic link/, (path) => symlinkSync('l.json', path)],
    ['a link deep down', 'notes/a/b', /symbolic link/, (path) => symlinkSync('/', path)],
    ['version 0', 'sources/a.0.txt', /counts the versions/, (path) => writeFileSync(path, 'A b')],
    ['version 1', 'sources/b.1.txt', /counts the versions/, (path) => writeFileSync(path, 'B c')],
    ['version 02', 'sources/c.02.txt', /counts the versions/, (path) => writeFileSync(path, 'C')],
    ['two numbers', 'sources/d.2.3.txt', /file name/, (path) => writeFileSync(path, 'D e f')],
    [
      'a second file of one article',
      'sources/twin.txt',
      /second file for the id/,
      (path) => {
        writeFileSync(path, 'Twins are born\n\nThe zoo has two.\n');
        writeFileSync(path.replace('.txt', '.md'), '# Twins\n\nTwo of them.\n');
      },
    ],
    [
      '50 MB',
      'sources/big.txt',
      /file of 50 MB, expected at most 5 MB/,
      (path) => {
        writeFileSync(path, '');
        truncateSync(path, 50_000_000);
      },
    ],
  ];

  test('each is one error on its file; the others are read', { timeout: 300_000 }, async () => {
    archive();
    for (const [, path, , make] of ODD) {
      mkdirSync(dirname(join(root, 'content', path)), { recursive: true });
      make(join(root, 'content', path));
    }
    put(root, 'sources/late.txt', 'By Ann Lee\n');
    const { status, output } = await records();
    expect(output).not.toMatch(STACK);
    for (const [name, path, says] of ODD) {
      const errors = messagesOf(output, path).filter((line) => / error /.test(line));
      expect.soft(errors, name).toEqual([expect.stringMatching(says)]);
    }
    expect(messagesOf(output, 'sources/late.txt').join()).toMatch(/expected a line above the text/);
    expect(status).toBe(1);
  });

  test('a name with a line feed or signs of a terminal stays on its line', async () => {
    archive({
      'sources/new\nline.txt': 'One',
      'sources/e\u001b[31m\u202e.txt': 'Two',
    });
    const { output } = await records();
    expect(output).not.toMatch(OBEYED);
    expect(messagesOf(output, 'sources/new\\nline.txt')).toHaveLength(1);
    expect(messagesOf(output, 'sources/e\\u001b[31m\\u202e.txt')).toHaveLength(1);
  });

  test('folders of the content folder may be no links either', async () => {
    for (const folder of ['outlets', 'sources', 'ledger']) {
      archive();
      rmSync(join(root, 'content', folder), { recursive: true, force: true });
      symlinkSync('/etc', join(root, 'content', folder));
      const { status, output } = await records();
      expect(output).toMatch(new RegExp(`content/${folder}: Unexpected symbolic link`));
      expect(output).not.toMatch(STACK);
      expect(status).toBe(1);
    }
  });

  test('the site card sets the largest file', async () => {
    const card = SITE.replace('curator', 'largestFile: 2 kB\ncurator');
    const long = `${TEXT}\n\n${'It rained on the square. '.repeat(100)}\n`;
    const small = await recordsOf({ 'site.md': card, 'sources/long.txt': long });
    expect(messagesOf(small.output, 'sources/long.txt')).toEqual([
      expect.stringMatching(/bytes, expected at most 2,000 bytes/),
    ]);
    const large = await recordsOf({ 'sources/long.txt': long });
    expect(large.status).toBe(0);
    const wrong = await recordsOf({ 'site.md': card.replace('2 kB', 'huge') });
    expect(messagesOf(wrong.output, 'site.md').join()).toMatch(/largestFile.*expected.*5 MB/);
  });
});

describe('a text without a line that can be its title', () => {
  test.each([
    ['only a byline', 'By Ann Lee\n'],
    ['only a date', '4 May 2021\n'],
    ['only boilerplate', 'Share this article\n\nAdvertisement\n'],
    [
      'only a long paragraph',
      `${'It rained on the square all day, and nobody came. '.repeat(12)}\n`,
    ],
  ])('%s: the name of the file, marked inferred', (_, text) => {
    const { articles, messages } = built({ 'wet-day': text });
    expect(articles).toMatchObject([{ title: 'Wet day', titleBasis: 'inferred' }]);
    expect(messages.filter((m) => /without a title/.test(m))).toHaveLength(1);
  });
  test('what the text or the card says is no inference', () => {
    const card = { articles: { 'wet-day': '---\ntitle: The wet day\n---\n' } };
    expect(built({ 'wet-day': TEXT }).articles).toMatchObject([{ titleBasis: 'stated' }]);
    expect(built({ 'wet-day': 'By Ann Lee\n' }, card).articles).toMatchObject([
      { title: 'The wet day', titleBasis: 'card' },
    ]);
  });
  test('the build goes on with a warning', async () => {
    archive({ 'sources/wet-day.txt': 'By Ann Lee\n' });
    const { status } = await records();
    expect(status).toBe(0);
    expect(recordOf(root, 'wet-day')).toMatchObject({ title: 'Wet day', titleBasis: 'inferred' });
  });
});

describe('what our own code throws', () => {
  // Every regular expression that meets the word fails: a fault of ours in one article.
  const FAULT = `data:text/javascript,${encodeURIComponent(
    'const exec = RegExp.prototype.exec; RegExp.prototype.exec = function (s) { if (String(s).includes("zyxwv")) throw new RangeError("a fault"); return exec.call(this, s); };',
  )}`;
  const faulty = { NODE_OPTIONS: `--import=${FAULT}` };
  const files = {
    'sources/bad.txt': 'A title\n\nSome zyxwv text here.\n',
    'sources/ill.txt': 'Another title\n\nMore zyxwv text here.\n',
    'sources/empty.txt': '',
    'speakers/mara-obi.md': '---\nname: Mara Obi\nkind: persn\n---\n',
  };

  test.each(['records', 'build'])(
    '%s names file and stage, and all else that is wrong',
    async (script) => {
      archive(files);
      put(root, '../.verbatim/records/former.json', '{}\n');
      put(root, '../dist/index.html', 'former\n');
      const { status, output } = await run(script, [], { env: faulty });
      for (const name of ['bad', 'ill'])
        expect(messagesOf(output, `sources/${name}.txt`)).toEqual([
          expect.stringMatching(
            new RegExp(
              `error +Internal fault in stage [a-z ]+ of content/sources/${name}.txt, please report`,
            ),
          ),
        ]);
      expect(messagesOf(output, 'sources/empty.txt')).toHaveLength(1);
      expect(messagesOf(output, 'speakers/mara-obi.md')).toHaveLength(1);
      expect(output).not.toMatch(STACK);
      expect(status).toBe(1);
      expect(readFileSync(join(root, 'dist/index.html'), 'utf8')).toBe('former\n');
      expect(readdirSync(join(root, '.verbatim/records'))).toEqual(['former.json']);
    },
  );
  test('add refuses the file in words alone, and takes the others', async () => {
    archive();
    const bad = put(root, '../in/bad.txt', 'A title\n\nSome zyxwv text here.\n');
    const good = put(root, '../in/good.txt', 'A wet day\n\n“We wait,” said Ann Lee.\n');
    const { status, output } = await run('add', [bad, good], { env: faulty });
    expect(output).toMatch(new RegExp(`Internal fault in stage [a-z ]+ of ${bad}, please report`));
    expect(output).not.toMatch(STACK);
    expect(output).toContain('1 text taken in, 1 refused.');
    expect(status).toBe(1);
  });
  test('the stack trace is shown to whoever asks for it', async () => {
    archive(files);
    const { output } = await run('records', [], {
      env: { ...faulty, VERBATIM_DEBUG: '1' },
    });
    expect(output).toMatch(STACK);
  });
  test('extract answers the other lines', async () => {
    const input = ['zyxwv', '“We go,” said Mara Obi.']
      .map((text, id) => `${JSON.stringify({ id, text })}\n`)
      .join('');
    const { status, output } = await run('extract', [], { input, env: faulty });
    expect(output).toMatch(/line 1: Internal fault, please report/);
    expect(output).toMatch(/"name":"Mara Obi"/);
    expect(output).not.toMatch(STACK);
    expect(status).toBe(1);
  });
});

test('a person whose only mention was taken back may be meant by a role, or not', () => {
  const heads = ['Talks with that', 'In a note to', 'Near'];
  const roles = ['Defense Secretary', 'Foreign Minister', 'Mayor', 'Governor'];
  for (const head of heads)
    for (const role of roles) {
      const short = role.split(' ').at(-1)?.toLowerCase();
      const text = `A title\n\n${head} ${role} Tom Harlow, Dog Harlow”\n\nIn Harlow also\n\nThe ${short} said it would fail.\n`;
      expect(built({ talks: text }).messages.filter((m) => /fault/.test(m))).toEqual([]);
    }
});

describe('the terminal', () => {
  test('nothing that it obeys is left in what is printed', () => {
    const units = fc.string({ unit: 'binary' });
    fc.assert(fc.property(units, (words) => !OBEYED.test(printable(words))));
    fc.assert(
      fc.property(fc.jsonValue(), units, (value, words) => {
        const json = printableJson(JSON.stringify([value, words]));
        expect(json).not.toMatch(OBEYED);
        expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify([value, words])));
      }),
    );
    expect(printable('Łódź, 北京, “ʿAli”,\tone\ntwo – 👩‍👩‍👧')).toBe(
      'Łódź, 北京, “ʿAli”,\tone\ntwo – 👩‍👩‍👧',
    );
  });

  test('every command stands behind the guard', () => {
    const bare = readdirSync('scripts')
      .filter((name) => name.endsWith('.ts') && name !== 'test.ts')
      .filter((name) => {
        const code = readFileSync(join('scripts', name), 'utf8');
        return (
          /\bconsole\.|process\.std(?:out|err)\.write/.test(code) && !/guardTerminal\(\)/.test(code)
        );
      });
    expect(bare).toEqual([]);
  });

  const EVIL = '\u001b[2J\u001b]0;x\u0007\u009b31m\u202e\u2066\u0085';
  test('titles, names, cards and options come out in printable form', async () => {
    archive({
      'sources/evil.txt': `${EVIL}Evil ${EVIL}title\n\nBy Ann ${EVIL} Lee\n\n“We ${EVIL} go,” said Mara ${EVIL} Obi. “${EVIL}\n`,
      'speakers/evil.md': `---\nname: Evil\nkind: "pers\\e[31m${'\u202e'}"\n${'\u2066'}x: 1\n---\n`,
    });
    const text = put(
      root,
      `../in/od${EVIL}d.txt`,
      `Another ${EVIL} title\n\nOf some ${EVIL} text.\n`,
    );
    const runs = await Promise.all([
      run('records'),
      run('explain', ['evil']),
      run('explain', [EVIL]),
      run('add', [`/no${EVIL}where`, text]),
      run('add', [`--${EVIL}`]),
      run('build', [EVIL]),
      run('verify', [`/no${EVIL}where`]),
      run('extract', [], {
        input: `${EVIL}\n${JSON.stringify({ id: EVIL, text: `“${EVIL}” said Mara Obi.` })}\n`,
      }),
      run('extract', [`--${EVIL}`]),
    ]);
    for (const { output } of runs) {
      expect(output).not.toBe('');
      expect(output).not.toMatch(OBEYED);
      expect(output).not.toMatch(STACK);
    }
  });
});

describe('cards', () => {
  const deep = (n: number, close = true) => `${'['.repeat(n)}${close ? ']'.repeat(n) : ''}`;
  test.each([
    [
      'that are not UTF-8',
      Buffer.from('---\nname: A\nkind: person\n---\nOne\nCaf\xe9\n', 'latin1'),
      6,
      /not UTF-8/,
    ],
    [
      'that are not UTF-8 after U+FFFD',
      Buffer.concat([
        Buffer.from('---\nname: \ufffd\n'),
        Buffer.from('kind: \xe9\n---\n', 'latin1'),
      ]),
      3,
      /not UTF-8/,
    ],
    ['with a NUL', '---\nname: A\nkind: per\0son\n---\n', 3, /NUL/],
    [
      'with aliases that multiply',
      '---\nname: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b, *b]\n---\n',
      3,
      /alias.* and 4 more/,
    ],
    [
      'nested deep',
      `---\nname: A\nkind: person\naliases: ${deep(20_000)}\n---\n`,
      4,
      /nested more than/,
    ],
    [
      'nested less deep',
      `---\nname: A\nkind: person\naliases: ${deep(200)}\n---\n`,
      4,
      /nested more than/,
    ],
    [
      'nested deep and open',
      `---\nname: A\nkind: person\naliases: ${deep(20_000, false)}\n---\n`,
      4,
      /nested more than/,
    ],
    ['with a key given twice', '---\r\nname: A\r\nname: B\r\nkind: person\r\n---\r\n', 3, /unique/],
  ])('%s are one message with its line', (_, card, line, says) => {
    const content = { night: TEXT };
    const { messages } = built(content, { speakers: { a: card as string } });
    const own = messages.filter((m) => m.startsWith('content/speakers/a.md'));
    expect(own).toEqual([expect.stringMatching(says)]);
    expect(own[0]).toMatch(new RegExp(`^content/speakers/a.md:${line}:`));
  });
  test.each([
    [
      'a byte order mark',
      new TextEncoder().encode('\ufeff---\nname: Mara Obi\nkind: person\n---\n'),
    ],
    ['line ends of Windows', '---\r\nname: Mara Obi\r\nkind: person\r\n---\r\nA note.\r\n'],
    ['an enormous line', `---\nname: Mara Obi\nkind: person\n---\n${'word '.repeat(200_000)}\n`],
  ])('%s is no mistake', (_, card) => {
    const { messages, speakers } = built(
      { night: TEXT },
      { speakers: { 'mara-obi': card as string } },
    );
    expect(messages.filter((m) => m.startsWith('content/speakers'))).toEqual([]);
    expect(speakers).toMatchObject([{ id: 'mara-obi', hasCard: true }]);
  });
  test('decisions and ledger in another encoding or form are named', async () => {
    for (const [path, text, says] of [
      ['ledger/decisions.yaml', Buffer.from('# \n- claim: caf\xe9\n', 'latin1'), /^2:.*not UTF-8/],
      ['ledger/night-ferry.json', Buffer.from('[\n\xe9]\n', 'latin1'), /^2:.*not UTF-8/],
      ['ledger/decisions.yaml', '- &a {claim: bcdfgh}\n- *a\n- *a\n', /^2:.*alias/],
      ['ledger/decisions.yaml', '['.repeat(20_000), /^1:.*nested/],
    ] as const) {
      const { status, output } = await recordsOf({ [path]: text });
      expect(messagesOf(output, path)).toEqual([expect.stringMatching(says)]);
      expect(output).not.toMatch(STACK);
      expect(status).toBe(1);
    }
  });
});

test('the first byte that is not UTF-8 is found, wherever it stands', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (before, after) => {
      const head = new TextEncoder().encode(before);
      const bytes = new Uint8Array([...head, 0xff, ...new TextEncoder().encode(after)]);
      expect(decoded(bytes)).toBeNull();
      const lines = before.split(/\r\n|\r|\n/);
      expect(placeOfBadByte(bytes)).toEqual({
        line: lines.length,
        column: (lines.at(-1) ?? '').length + 1,
      });
    }),
  );
});
