/** Taking in sources: every version has its bytes, its row, its day and its reason, or is not there. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { settle } from '../../../src/build/putting-in-place/put-in-place.ts';
import {
  checkManifest,
  sharedWords,
  versionKey,
  type VersionRow,
} from '../../../src/ledger/index.ts';
import { add, empty, keepLedger, oneFolder, records } from '../../support/command.ts';
import { goBack, moments, standing } from '../../support/states.ts';
import { TEXTS } from './texts.ts';

const project = join(import.meta.dirname, '../../..');
const hook = join(import.meta.dirname, 'cut-short.mjs');
const ferry = TEXTS.ferry!;
const corrected = ferry.replace('night', 'late');
const other = TEXTS.wire!;

const root = oneFolder('add');
const captures = join(root, 'captures');
beforeEach(() => {
  empty(root);
  mkdirSync(captures);
  mkdirSync(join(root, 'content/sources'), { recursive: true });
  writeFileSync(
    join(root, 'content/site.md'),
    '---\nname: Test archive\naddress: http://localhost:4321/\ncurator: A. Curator\n---\n\nOf this test.\n',
  );
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const capture = (text: string, name = 'ferry.txt') => {
  writeFileSync(join(captures, name), text);
  return join(captures, name);
};
const path = (name: string) => join(root, 'content/sources', name);
const sources = () => readdirSync(join(root, 'content/sources')).sort();
const rows = () =>
  (
    JSON.parse(
      existsSync(path('manifest.json')) ? readFileSync(path('manifest.json'), 'utf8') : '[]',
    ) as VersionRow[]
  ).map(({ file, taken, reason }) => [file, taken === null ? null : 'a day', reason]);
const put = (name: string, text: string) => writeFileSync(path(name), text);
/** What `npm run records` says of versions. */
const saidOf = async (kind: string) => {
  const { status, stderr } = await records();
  expect(stderr).not.toMatch(/\n\s+at /);
  return {
    status,
    lines: stderr
      .split('\n')
      .filter((line) => line.includes(kind))
      .map((line) => line.trim().replace(/ {2,}/g, ' ')),
    stderr,
  };
};

test('npm run add takes in a text, then a newer one with its reason', async () => {
  const takeIn = (...args: string[]) =>
    spawnSync(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', join(project, 'scripts/add.ts'), ...args],
      { cwd: project, encoding: 'utf8' },
    );
  expect(takeIn(capture(ferry)).status).toBe(0);
  expect(takeIn('--reason', 'a slip was mended', capture(corrected)).stdout).toMatch(
    /ferry\.2\.txt \(version 2 of ferry/,
  );
  expect(sources()).toEqual(['ferry.2.txt', 'ferry.txt', 'manifest.json']);
  expect(rows()).toEqual([
    ['ferry.txt', 'a day', null],
    ['ferry.2.txt', 'a day', 'a slip was mended'],
  ]);
  expect(readFileSync(path('ferry.2.txt'), 'utf8')).toBe(corrected);
  expect((await saidOf('reason')).lines).toEqual([]);
});

test('a newer one without its reason is not taken in; the message has the command', async () => {
  await add(capture(ferry));
  const refused = await add(capture(corrected), capture(other, 'wire.txt'));
  expect(refused.status).toBe(1);
  expect(refused.stderr).toMatch(
    /ferry\.txt was not taken in: content\/sources\/ferry\.txt has its name, and a new version of an article needs the reason .*\n {2}npm run add -- --reason "WHY" .*captures\/ferry\.txt\n/,
  );
  // The others are.
  expect(sources()).toEqual(['ferry.txt', 'manifest.json', 'wire.txt']);
});

test('another text of the same name is a question', async () => {
  await add(capture(ferry));
  const refused = await add('--reason', 'newer', capture(other));
  expect(refused.status).toBe(1);
  expect(refused.stderr).toMatch(/hardly any words in common with content\/sources\/ferry\.txt/);
  expect(refused.stderr).toMatch(/npm run add -- --force --reason newer /);
  expect(sources()).toEqual(['ferry.txt', 'manifest.json']);
  expect((await add('--force', '--reason', 'written anew', capture(other))).status).toBe(0);
  expect(rows()).toEqual([
    ['ferry.txt', 'a day', null],
    ['ferry.2.txt', 'a day', 'written anew'],
  ]);
  expect(sharedWords(ferry, corrected)).toBeGreaterThan(0.5);
});

test('another text in a file of the same name and another ending is another article', async () => {
  await add(capture(ferry));
  const spoken =
    'WEBVTT\n\n1\n00:00:01.000 --> 00:00:04.000\n<v Runa Holt>Nobody thatched a barn like hers.\n\n2\n00:00:05.000 --> 00:00:07.000\n<v Host>Who paid?\n';
  const taken = await add(capture(spoken, 'ferry.vtt'));
  expect(taken.status).toBe(0);
  expect(taken.stdout).toContain('content/sources/ferry-2.txt');
  expect(sources()).toEqual(['ferry-2.txt', 'ferry.txt', 'manifest.json']);
  // Where a reason says that it is the same article, a person is asked.
  const again = await add(
    '--reason',
    'newer',
    capture(spoken.replace('paid', 'pays'), 'ferry.vtt'),
  );
  expect(again.stderr).toMatch(/hardly any words in common with content\/sources\/ferry\.txt/);
});

test('bytes that the archive has are not taken in twice, unless the article went back to them', async () => {
  await add(capture(ferry));
  expect((await add('--reason', 'again', capture(ferry))).stdout).toMatch(
    /holds these bytes already, as ferry\.txt/,
  );
  await add('--reason', 'a slip', capture(corrected));
  expect((await add(capture(ferry))).stdout).toMatch(
    /holds these bytes already, as ferry\.txt\n {2}if the article went back to them, say so: npm run add -- --reason "WHY" /,
  );
  // In a folder it may just be the file of the first time.
  expect((await add('--reason', 'all of it', captures)).stdout).toMatch(/0 texts/);
  expect((await add('--reason', 'the slip is back', capture(ferry))).status).toBe(0);
  expect(rows()).toEqual([
    ['ferry.txt', 'a day', null],
    ['ferry.2.txt', 'a day', 'a slip'],
    ['ferry.3.txt', 'a day', 'the slip is back'],
  ]);
  expect((await saidOf('ersion')).lines).toEqual([]);
});

describe('a version put by hand', () => {
  test('is asked for its reason, until that is noted', async () => {
    put('ferry.txt', ferry);
    put('ferry.2.txt', corrected);
    const { status, lines, stderr } = await saidOf('version-without-reason');
    expect([status, lines]).toEqual([
      0,
      [expect.stringMatching(/warning Unexpected version 2 of ferry without a reason/)],
    ]);
    expect(stderr).toMatch('Note it: npm run add -- --reason "WHY" content/sources/ferry.2.txt');
    expect((await add('--reason', 'a slip was mended', path('ferry.2.txt'))).stdout).toMatch(
      /ferry\.2\.txt: the reason is noted/,
    );
    expect(rows()).toEqual([['ferry.2.txt', 'a day', 'a slip was mended']]);
    expect((await saidOf('version-without-reason')).lines).toEqual([]);
  });

  test('with the bytes of the one before is none', async () => {
    put('ferry.txt', ferry);
    put('ferry.2.txt', ferry);
    expect(await saidOf('version-same')).toMatchObject({
      status: 1,
      lines: [expect.stringMatching(/Unexpected version 2 of ferry with the bytes of version 1/)],
    });
    put('ferry.2.txt', corrected);
    put('ferry.3.txt', ferry);
    expect(await saidOf('version-same')).toMatchObject({ status: 0, lines: [] });
  });
});

test('killed before any call that changes a file, it has taken in the version whole or not at all, and the next run works', async () => {
  expect((await add(capture(ferry))).status).toBe(0);
  capture(corrected);
  const [first, states] = [`${root}-first`, `${root}-states`];
  cpSync(root, first, { recursive: true });
  mkdirSync(states);
  const run = (env: Record<string, string>) =>
    spawnSync(
      process.execPath,
      [
        ...['--disable-warning=ExperimentalWarning', '--import', hook],
        ...[join(project, 'scripts/add.ts'), '--reason', 'a slip', join(captures, 'ferry.txt')],
      ],
      { cwd: project, env: { ...process.env, ...env } },
    );
  expect(run({ STATES_IN: states }).status).toBe(0);
  const calls = moments(states);
  expect(calls.length).toBeGreaterThan(10);
  const ends = new Set<number>();
  for (const at of calls) {
    goBack(root, states, at);
    // Every command begins so.
    settle(root);
    const whole = sources().filter((name) => !name.startsWith('.'));
    ends.add(whole.length);
    expect(rows().length, `call ${at}`).toBe(whole.length - 1);
    expect((await add('--reason', 'a slip', join(captures, 'ferry.txt'))).status).toBe(0);
    expect(sources(), `call ${at}`).toEqual(['ferry.2.txt', 'ferry.txt', 'manifest.json']);
    expect(rows(), `call ${at}`).toEqual([
      ['ferry.txt', 'a day', null],
      ['ferry.2.txt', 'a day', 'a slip'],
    ]);
  }
  expect([...ends].sort()).toEqual([2, 3]);
  for (const at of [0.3, 0.6, 0.9].map((share) => Math.round(share * calls.length))) {
    empty(root);
    cpSync(first, root, { recursive: true });
    expect(run({ CUT_AT: String(at) }).signal).toBe('SIGKILL');
    expect(standing(root), `call ${at}`).toEqual(standing(join(states, String(at))));
  }
  for (const folder of [first, states]) rmSync(folder, { recursive: true });
});

test('a mistake of its user is one message', async () => {
  const text = capture(ferry);
  for (const args of [
    ['--bogus', text],
    ['--reason'],
    ['--reason', '--force', text],
    [],
    ['--reason', ' ', text],
  ]) {
    const { status, stderr } = await add(...args);
    expect(status, args.join(' ')).toBe(1);
    expect(stderr, args.join(' ')).toMatch(/^[^\n]+\.\nUsage: npm run add -- [^\n]+\n$/);
  }
  expect((await add('nowhere.txt')).stderr).toBe('There is no file or folder `nowhere.txt`.\n');
  put('manifest.json', '[\n{"article":\n]\n');
  expect(await add(text)).toMatchObject({
    status: 1,
    stderr:
      'content/sources/manifest.json:2: Unexpected line `{"article":`, expected a row of JSON.\nRows are written by the build; bring the file back with `git checkout -- content/sources/manifest.json`.\n',
  });
  rmSync(path('manifest.json'));
  mkdirSync(join(root, 'content/ledger'));
  writeFileSync(join(root, 'content/ledger/ferry.json'), '[]\n');
  const gone = await add(text);
  expect(gone.status).toBe(1);
  expect(gone.stderr).toMatch(
    /manifest\.json, though claims were published.*\nBring it back with `git checkout -- content\/sources\/manifest\.json`\.\n$/,
  );
  expect(sources()).toEqual([]);
});

describe('the manifest', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const files = [
    { name: 'ferry.txt', bytes: bytes(ferry) },
    { name: 'ferry.2.txt', bytes: bytes(corrected) },
  ];
  const { rows: noted } = checkManifest([], files);
  const [one, two] = noted as [VersionRow, VersionRow];
  const published = new Set(
    noted.map(({ article, version, sha256 }) => versionKey(article, version, sha256)),
  );
  const kinds = (list: VersionRow[], known = published) =>
    checkManifest(list, files, new Map(), new Set(), known).problems.map(({ kind, mend }) => [
      kind,
      mend,
    ]);

  test('holds the length of each file', () => {
    expect(kinds(noted)).toEqual([]);
    expect(kinds([{ ...one, bytes: 9 }, two])).toEqual([
      [
        'manifest-bytes',
        `Bring it back with \`git checkout -- content/sources/manifest.json\`, or write ${one.bytes}.`,
      ],
    ]);
  });

  test('has one row for a version', () => {
    expect(kinds([one, { ...one, reason: 'another' }, two]).map(([kind]) => kind)).toEqual([
      'manifest-twice',
    ]);
    expect(
      kinds([one, { ...one, sha256: createHash('sha256').update('x').digest('hex') }, two]).map(
        ([kind]) => kind,
      ),
    ).toEqual(['manifest-twice']);
  });

  test('that is gone, or lacks a row of what was published, is brought back with git', () => {
    expect(kinds([])).toEqual([
      [
        'manifest-missing',
        expect.stringMatching(
          /^Bring it back with `git checkout -- content\/sources\/manifest\.json`\. /,
        ),
      ],
    ]);
    expect(kinds([one])).toEqual([
      ['manifest-row-missing', expect.stringContaining(JSON.stringify(two))],
    ]);
    expect(kinds([], new Set())).toEqual([]);
  });
});

test('a source that was edited, or a version that is gone, is one message', async () => {
  put('ferry.txt', ferry);
  put('ferry.2.txt', corrected);
  await keepLedger();
  const errors = async () =>
    (await records()).stderr.split('\n').filter((line) => / error /.test(line));
  put('ferry.2.txt', corrected.replace('harbour', 'island'));
  expect(await errors()).toEqual([expect.stringMatching(/source-altered/)]);
  put('ferry.2.txt', corrected);
  rmSync(path('ferry.txt'));
  expect(await errors()).toEqual([expect.stringMatching(/source-missing/)]);
});

describe('what is in a folder', () => {
  const put = (name: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(captures, name)), { recursive: true });
    writeFileSync(join(captures, name), content);
  };

  test('a link that leads out of the folder is refused, one within it is followed', async () => {
    const elsewhere = join(captures, '../elsewhere');
    mkdirSync(elsewhere, { recursive: true });
    writeFileSync(join(elsewhere, 'own.txt'), other);
    put('ferry.txt', ferry);
    symlinkSync('ferry.txt', join(captures, 'again.txt'));
    symlinkSync(join(elsewhere, 'own.txt'), join(captures, 'out.txt'));
    symlinkSync('../elsewhere', join(captures, 'outer'));
    const { status, stdout, stderr } = await add(captures);
    expect(status).toBe(1);
    expect(sources()).toEqual(['again.txt', 'manifest.json']);
    for (const name of ['out.txt', 'outer'])
      expect(stderr).toContain(
        `${join(captures, name)} was not taken in: a link that leads out of the folder.`,
      );
    expect(stdout).toContain('1 text taken in, 2 refused');
    expect((await add(join(captures, 'out.txt'))).status).toBe(0);
  });

  test('every file is named: taken, held already, refused with the reason, or not looked at', async () => {
    put('ferry.TXT', ferry);
    put('older/wire.md', other);
    put('older/again.txt', ferry);
    put('page.html', '<!doctype html><title>Page</title><p>“We will,” said Mara Obi.</p>');
    put('page_files/frame.html', '<!doctype html><p>An advertisement.</p>');
    put('paper.txt', '%PDF-1.4\n1 0 obj\n');
    put('rows.txt', 'title,date\nFerry,2021-05-03\n');
    put('latin.txt', Buffer.from('Caf\xe9 stays\n', 'latin1'));
    put('bytes.txt', Buffer.from('Caf\x81\xe9 stays\n', 'latin1'));
    put('page_files/a.png', Buffer.from('\x89PNG\r\n', 'latin1'));
    put('page_files/a.css', 'p { color: red }\n');
    put('.hidden.txt', other);
    put('folder.txt/inner.txt', '');
    symlinkSync('nowhere', join(captures, 'gone.txt'));
    symlinkSync('.', join(captures, 'round'));
    const { status, stdout, stderr } = await add(captures);
    expect(status).toBe(1);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(sources()).toEqual(['ferry.txt', 'latin.txt', 'manifest.json', 'page.html', 'wire.md']);
    const lines = (words: string) =>
      words.replaceAll(`${captures}/`, '').replaceAll(`${captures}`, '.').trim().split('\n');
    expect(lines(stdout).filter((line) => !line.startsWith('  '))).toEqual([
      '.hidden.txt: not looked at (hidden)',
      'round: not looked at (a link to a folder around it)',
      'page_files/a.css: not looked at (its name ends neither in .txt nor in .md or .html; name the file itself to take it in)',
      'page_files/a.png: not looked at (a picture)',
      'page_files/frame.html: not looked at (a part of the saved page beside its folder)',
      'ferry.TXT → content/sources/ferry.txt',
      'latin.txt:',
      'latin.txt → content/sources/latin.txt',
      'older/again.txt: the archive holds these bytes already, as ferry.txt',
      'older/wire.md → content/sources/wire.md',
      'page.html → content/sources/page.html',
      expect.stringMatching(/^4 texts taken in, 5 refused, 5 not looked at\./),
    ]);
    for (const words of [
      'paper.txt was not taken in: it is a PDF file and is damaged.',
      'rows.txt was not taken in: it is a table (CSV or TSV)',
      'gone.txt was not taken in: a link to what is not there.',
      'Unexpected byte that is not UTF-8',
      'iconv',
      'Unexpected source without a letter or digit that can be read',
    ])
      expect(stderr).toContain(words);
  });

  test('a name of several lines stays on one', async () => {
    put('ferry\n1 text taken in.txt', ferry);
    put('paper\nx.txt', '%PDF-1.4\n1 0 obj\n');
    put('a\nb.png', Buffer.from('\x89PNG\r\n', 'latin1'));
    const { stdout, stderr } = await add(captures);
    for (const name of ['ferry\\n1 text taken in.txt', 'a\\nb.png']) expect(stdout).toContain(name);
    expect(stderr).toContain('paper\\nx.txt was not taken in');
    expect(`${stdout}${stderr}`).not.toMatch(/^(?:1 text taken in\.txt|x\.txt|b\.png)/m);
  });

  test('what looks like data is taken in where it is said to be text', async () => {
    put('rows.txt', 'title,date\nFerry,2021-05-03\n');
    expect((await add(join(captures, 'rows.txt'))).stderr).toMatch(
      /--format plain-text .*rows\.txt/,
    );
    expect((await add('--format', 'plain-text', join(captures, 'rows.txt'))).status).toBe(0);
    expect((await saidOf('other-format')).lines).toEqual([]);
    expect((await add('--format', 'word', join(captures, 'rows.txt'))).stderr).toMatch(
      /^There is no format `word`\./,
    );
  });
});

test('the same files put by hand are refused by the build', async () => {
  put('page.txt', '<rss version="2.0"><channel><title>Ferry</title></channel></rss>');
  put('ferry.txt', ferry);
  expect(await saidOf('other-format')).toMatchObject({
    status: 1,
    lines: [expect.stringMatching(/error Unexpected content: this is a feed \(RSS or Atom\)/)],
  });
});

describe('the address of an article', () => {
  test.each([
    [
      '12.md',
      '---\ntitle: "The last lamplighter"\nauthor: Ann Lee\n---\n\nThe lamp is out.\n',
      'the-last-lamplighter.md',
    ],
    [
      'document-3.txt',
      'The last lamplighter\n\nBy Ann Lee\n\nThe lamp is out.\n',
      'the-last-lamplighter.txt',
    ],
    ['12.txt', 'آخر مصباح\n\nانطفأ المصباح.\n', '12.txt'],
    ['3.txt', 'Aux\n\nThe lamp is out.\n', 'aux-article.txt'],
    ['harbour-post.TXT', 'The last lamplighter\n\nThe lamp is out.\n', 'harbour-post.txt'],
  ])('%s', async (name, text, expected) => {
    expect((await add(capture(text, name))).status).toBe(0);
    expect(sources()).toEqual([expected, 'manifest.json'].sort());
  });

  test.each(['con', 'NUL', 'com1', 'Aux', 'lpt9', 'prn'])(
    '%s is kept for a device',
    async (name) => {
      const refused = await add(capture(ferry, `${name}.txt`));
      expect(refused.status).toBe(1);
      expect(refused.stderr).toMatch(/Windows keeps the name `\w+` for a device/);
      expect(sources()).toEqual([]);
      put(`${name.toLowerCase()}.txt`, ferry);
      expect(await saidOf('reserved-name')).toMatchObject({
        status: 1,
        lines: [expect.any(String)],
      });
    },
  );

  test('a name that only begins like one is free', async () => {
    expect((await add(capture(ferry, 'conference.txt'), capture(other, 'com.txt'))).status).toBe(0);
  });
});
