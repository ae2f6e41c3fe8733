/**
 * One altered character in a source or in the ledger stops the build, naming article, claim and kind of failure;
 * one altered in the built site is named by its proof, also where all hashes were made anew.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { SUMS, sumsOf, verifySite, type SiteProblem } from '../../../src/build/verify/index.ts';
import { formatLedger, parseLedger, type LedgerRow } from '../../../src/ledger/index.ts';
import { build, empty, keepLedger, oneFolder, type Said } from '../../support/command.ts';
import { TEXTS } from './texts.ts';

const project = join(import.meta.dirname, '../../..');
/** Where every archive of this file stands while it is looked at, and where it waits as it was made. */
const root = oneFolder('tamper');
const pristine = `${root}-pristine`;

const edit = (path: string, change: (text: string) => string) =>
  writeFileSync(join(root, path), change(readFileSync(join(root, path), 'utf8')));
const rows = () =>
  parseLedger(readFileSync(join(root, 'content/ledger/ferry.json'), 'utf8'), 'ferry.json');

beforeAll(async () => {
  mkdirSync(join(root, 'content/sources'), { recursive: true });
  writeFileSync(
    join(root, 'content/site.md'),
    '---\nname: Test archive\naddress: http://localhost:4321/\ncurator: A. Curator\nlicence: CC-BY-4.0\nclaimFiles: each\n---\n\nOf this test.\n',
  );
  for (const name of ['ferry', 'wire'])
    writeFileSync(join(root, `content/sources/${name}.txt`), TEXTS[name]!);
  await keepLedger();
  cpSync(root, pristine, { recursive: true });
});
afterAll(() => {
  for (const folder of [root, pristine]) rmSync(folder, { recursive: true, force: true });
});
const fresh = () => {
  empty(root);
  cpSync(pristine, root, { recursive: true });
};
beforeEach(fresh);

function expectRefusal(result: Said, ...named: (string | RegExp)[]) {
  expect(result.status, result.stdout).toBe(1);
  for (const one of named) expect(result.stderr).toMatch(one);
  expect(result.stderr).not.toMatch(/\n\s+at /);
  expect(existsSync(join(root, 'dist'))).toBe(false);
}

test('a character of a source', async () => {
  edit('content/sources/ferry.txt', (text) => text.replace('night', 'nigth'));
  expectRefusal(
    await build(),
    /content\/sources\/ferry\.txt/,
    /source-altered/,
    /git checkout -- content\/sources\/ferry\.txt/,
    /content\/sources\/ferry\.2\.txt/,
  );
});

test('a source that is gone', async () => {
  rmSync(join(root, 'content/sources/wire.txt'));
  expectRefusal(await build(), /source-missing/, /wire\.txt/, /ledger-without-source/);
});

describe('a row of the ledger', () => {
  const change = (alter: (row: LedgerRow) => LedgerRow) => {
    const [first, ...others] = rows();
    writeFileSync(
      join(root, 'content/ledger/ferry.json'),
      formatLedger([alter(first!), ...others]),
    );
    return first!.id;
  };

  test('in its words', async () => {
    const id = change((row) => ({
      ...row,
      parts: [
        { ...row.parts[0]!, exact: `${row.parts[0]!.exact.slice(0, -1)}#` },
        ...row.parts.slice(1),
      ],
    }));
    expectRefusal(
      await build(),
      new RegExp(`Article ferry, claim ${id} does not read back`),
      /words-differ/,
    );
  });

  test('in its place', async () => {
    const id = change((row) => ({
      ...row,
      parts: row.parts.map((part) => ({ ...part, start: part.start + 1, end: part.end + 1 })),
    }));
    expectRefusal(await build(), new RegExp(`Article ferry, claim ${id} does not read back`));
  });

  test('in its version', async () => {
    const id = change((row) => ({
      ...row,
      source: row.source.replace(/^./, (c) => (c === '0' ? '1' : '0')),
    }));
    expectRefusal(
      await build(),
      new RegExp(`Article ferry, claim ${id}: it stands in a version`),
      /source-missing/,
    );
  });

  test('in its attribution, where the ledger is frozen', async () => {
    const id = change((row) => ({
      ...row,
      speaker: row.speaker && { ...row.speaker, name: `${row.speaker.name}x` },
    }));
    expectRefusal(
      await build('--frozen'),
      new RegExp(`Claim ${id} of ferry would be attributed`),
      /`--frozen` forbids/,
    );
  });
});

describe('frozen', () => {
  test('a row that is missing, and a text that is new, are named one by one', async () => {
    const [first, ...others] = rows();
    writeFileSync(join(root, 'content/ledger/ferry.json'), formatLedger(others));
    writeFileSync(join(root, 'content/sources/mill.txt'), TEXTS.mill!);
    const refused = await build('--frozen');
    expectRefusal(
      refused,
      new RegExp(`Claim ${first!.id} of ferry would be minted`),
      /Claim \w+ of mill would be minted/,
      /content\/ledger\/ferry\.json would change/,
      /content\/sources\/manifest\.json would change/,
    );
  });

  test('a source that was edited beside the old one is named claim by claim', async () => {
    writeFileSync(join(root, 'content/sources/ferry.2.txt'), `A correction.\n\n${TEXTS.ferry!}`);
    const refused = await build('--frozen');
    expectRefusal(refused);
    for (const { id } of rows())
      expect(refused.stderr).toMatch(
        new RegExp(`Claim ${id} of ferry would be carried \\(moved, version 1 to 2\\)`),
      );
  });
});

describe('a built site, with its hashes made anew', () => {
  let site = '';
  let live = '';
  let lost = '';
  const undo = new Map<string, Buffer>();

  beforeAll(() => {
    fresh();
    writeFileSync(
      join(root, 'content/sources/ferry.2.txt'),
      TEXTS.ferry!.replace(
        'We have heard such promises before',
        'Promises of this kind were made to us',
      ).replace('four hours', 'five hours'),
    );
    lost = rows().find(
      ({ parts }) => parts[0]!.exact === 'We have heard such promises before,',
    )!.id;
    live = rows().find(
      ({ parts }) => parts[0]!.exact === 'It costs too much,' && parts.length === 2,
    )!.id;
    const withdrawn = parseLedger(
      readFileSync(join(root, 'content/ledger/wire.json'), 'utf8'),
      'wire.json',
    )[0]!.id;
    writeFileSync(
      join(root, 'content/ledger/decisions.yaml'),
      `- claim: ${withdrawn}\n  withdrawn: it named a person who asked not to be named\n`,
    );
    const built = spawnSync(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', join(project, 'scripts/build.ts')],
      { cwd: project, encoding: 'utf8', env: { ...process.env, SHARE_IMAGES: 'off' } },
    );
    expect(built.status, built.stderr).toBe(0);
    site = `${root}-site`;
    renameSync(join(root, 'dist'), site);
  });
  afterAll(() => rmSync(site, { recursive: true, force: true }));
  beforeEach(() => undo.clear());
  afterEach(() => {
    for (const [path, bytes] of undo) writeFileSync(path, bytes);
  });

  const path = (name: string) => name.replace('LIVE', live).replace('LOST', lost);
  const write = (name: string, bytes: string | Buffer) => {
    if (!undo.has(join(site, name))) undo.set(join(site, name), readFileSync(join(site, name)));
    writeFileSync(join(site, name), bytes);
  };

  /** Alters a file as a forger would: the lists of hashes fit again. */
  async function forged(name: string, change: (text: string) => string): Promise<SiteProblem[]> {
    const before = readFileSync(join(site, name), 'utf8');
    expect(change(before), 'the text to alter stands in the file').not.toBe(before);
    write(name, change(before));
    if (name !== 'data/datapackage.json') {
      const data = JSON.parse(readFileSync(join(site, 'data/datapackage.json'), 'utf8')) as {
        resources: { path: string; bytes: number; hash: string }[];
      };
      for (const resource of data.resources) {
        const bytes = readFileSync(join(site, 'data', resource.path));
        Object.assign(resource, {
          bytes: bytes.length,
          hash: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
        });
      }
      write('data/datapackage.json', `${JSON.stringify(data, null, 2)}\n`);
    }
    write(SUMS, sumsOf(site));
    const { problems } = await verifySite(site);
    for (const { kind, message } of problems) expect.soft([kind, message]).not.toContain('hash');
    return problems;
  }

  test('unaltered, it holds together', async () => {
    expect((await verifySite(site)).problems).toEqual([]);
  });

  interface ClaimLine {
    text: string;
    parts: { exact: string }[];
    speaker: { name: string };
  }
  const claim = (id: string, change: (record: ClaimLine) => Partial<ClaimLine>) => (text: string) =>
    text
      .split('\n')
      .map((line) => {
        if (!line.includes(`"${path(id)}"`)) return line;
        const record = JSON.parse(line) as ClaimLine;
        return JSON.stringify({ ...record, ...change(record) });
      })
      .join('\n');

  test.each<[what: string, file: string, change: (text: string) => string, named?: RegExp]>([
    [
      'an older source',
      'articles/ferry/versions/1/source.txt',
      (t) => t.replace('islands', 'isl\u0430nds'),
      /SHA-256/,
    ],
    [
      'the newest source under its version',
      'articles/ferry/versions/2/source.txt',
      (t) => t.replace('islands', 'Islands'),
      /SHA-256/,
    ],
    [
      'the newest source',
      'articles/ferry/source.txt',
      (t) => t.replace('islands', 'Islands'),
      /SHA-256/,
    ],
    [
      'the hash on the page of a version',
      'articles/ferry/versions/1/index.html',
      (t) => t.replace(/(data-hash="ferry\/1">)./, '$1x'),
      /SHA-256 shown of ferry\/1/,
    ],
    [
      'the text on the page of a version',
      'articles/ferry/versions/1/index.html',
      (t) => t.replace('from the islands', 'from the Islands'),
      /text shown as ferry\/1/,
    ],
    [
      'the differences of two versions',
      'articles/ferry/versions/1-2/index.html',
      (t) => t.replace('from the islands', 'from the Islands'),
      /text shown as ferry\/1/,
    ],
    [
      'the hash in the list of versions',
      'articles/ferry/versions/index.html',
      (t) => t.replace(/(data-hash="ferry\/1">)./, '$1x'),
      /SHA-256 shown of ferry\/1/,
    ],
    [
      'the list of versions',
      'data/versions.jsonl',
      (t) => t.replace(/"sha256":"./, '"sha256":"0'),
      /data\/versions\.jsonl says 0/,
    ],
    [
      'the words on the page of a claim',
      'claims/LIVE/index.html',
      (t) => t.replace(/(data-words="[^"]+">It costs )too/, '$1so'),
      /shows the words “It costs so much/,
    ],
    [
      'the speaker on the page of a claim',
      'claims/LIVE/index.html',
      (t) => t.replace(/(<span data-speaker="[^"]+">)Ben/, '$1Dag'),
      /shows the speaker “Dag Ruud”/,
    ],
    [
      'the speaker in the heading of a claim',
      'claims/LIVE/index.html',
      (t) => t.replace(/(<h1[^>]*>Claim \w+: )Ben/, '$1Dag'),
      /its heading/,
    ],
    [
      'the place on the page of a claim',
      'claims/LIVE/index.html',
      (t) => t.replace(/(data-at="[^"]+">characters \d)./, '$1x'),
      /its place is/,
    ],
    [
      'the mention on the page of a claim',
      'claims/LIVE/index.html',
      (t) => t.replace(/(data-mention="[^"]+">)Ben/, '$1Dag'),
      /its mention is “Dag Ruud”/,
    ],
    [
      'the cue on the page of a claim',
      'claims/LIVE/index.html',
      (t) => t.replace(/(data-cue="[^"]+">)said/, '$1admitted'),
      /its cue is “admitted”/,
    ],
    [
      'the sentence around a claim',
      'claims/LIVE/index.html',
      (t) => t.replace('The vote was close', 'The vote was clear'),
      /does not stand in the article/,
    ],
    [
      'the hash on the page of a claim',
      'claims/LIVE/index.html',
      (t) => t.replace(/(data-hash="ferry\/2">)./, '$1x'),
      /SHA-256 shown of ferry\/2/,
    ],
    [
      'the line to check a claim',
      'claims/LIVE/index.html',
      (t) => t.replace(/(data-check[^>]+>curl [^|]*)https?:/, '$1ftp:'),
      /line to check it at home/,
    ],
    [
      'what search engines are told of a claim',
      'claims/LIVE/index.html',
      (t) => t.replace('"text":"It costs too', '"text":"It costs so'),
      /structured data/,
    ],
    [
      'words in the table',
      'data/claims.csv',
      (t) => t.replace('It costs too much', 'It costs so much'),
      /row of claim/,
    ],
    [
      'the record of a claim',
      'claims/LIVE/claim.json',
      (t) => t.replace('It costs too', 'It costs so'),
      /text is “It costs so/,
    ],
    [
      'the annotation of a claim',
      'claims/LIVE/anno.json',
      (t) => t.replace(/"start": \d/, '"start": 9'),
      /selector/,
    ],
    [
      'the words of an annotation',
      'claims/LIVE/anno.json',
      (t) => t.replace('"exact": "It costs too', '"exact": "It costs so'),
      /exact is/,
    ],
    [
      'the surroundings in an annotation',
      'claims/LIVE/anno.json',
      (t) =>
        t.replace('The vote was close', 'The vote was clear').replace('was close', 'was clear'),
      /prefix is/,
    ],
    [
      'an annotation among those of its article',
      'articles/ferry/annotations.json',
      (t) => t.replaceAll('"exact":"It costs too', '"exact":"It costs so'),
      /annotation of claim/,
    ],
    [
      'the plain text of a claim',
      'claims/LIVE/claim.txt',
      (t) => t.replace('It costs too', 'It costs so'),
      /makes of it/,
    ],
    [
      'the Markdown of a claim',
      'claims/LIVE/claim.md',
      (t) => t.replaceAll('It costs too', 'It costs so'),
      /makes of it/,
    ],
    [
      'words in the list of claims',
      'claims/index.html',
      (t) => t.replace(/(data-words="[^"]+">It costs )too/, '$1so'),
      /shows the words/,
    ],
    [
      'the words of a claim in the data',
      'data/claims.jsonl',
      claim('LIVE', ({ text }) => ({ text: text.replace('too', 'so') })),
      /text does not read as its parts do/,
    ],
    [
      'a part of a claim in the data',
      'data/claims.jsonl',
      claim('LIVE', ({ parts: [first, ...more] }) => ({
        parts: [{ ...first, exact: 'It costs so much,' }, ...more],
      })),
      /part 1 does not read back/,
    ],
    [
      'the speaker of a claim in the data',
      'data/claims.jsonl',
      claim('LIVE', ({ speaker }) => ({ speaker: { ...speaker, name: 'Dag Ruud' } })),
      /expected “Ben Ruud”|expected “Dag Ruud”/,
    ],
    [
      'the name of a speaker in the data',
      'data/speakers.jsonl',
      (t) => t.replace('"name":"Ben Ruud"', '"name":"Dag Ruud"'),
      /name is “Dag Ruud”/,
    ],
    [
      'the words of a tombstone',
      'data/tombstones.jsonl',
      (t) => t.replace('heard such', 'herad such'),
      /do not read back/,
    ],
    [
      'the status of a tombstone',
      'data/tombstones.jsonl',
      (t) => t.replace('"status":"orphaned"', '"status":"merged"'),
      /status/,
    ],
    [
      'the reason of a tombstone',
      'data/tombstones.jsonl',
      (t) => t.replace('asked not to be named', 'asked to be named'),
      /reason/,
    ],
    [
      'the words on the page of a tombstone',
      'claims/LOST/index.html',
      (t) => t.replace(/(data-words="[^"]+">We have )heard/, '$1herad'),
      /shows the words “We have herad/,
    ],
    [
      'the place on the page of a tombstone',
      'claims/LOST/index.html',
      (t) => t.replace(/(data-at="[^"]+">characters \d)./, '$1x'),
      /its place is/,
    ],
    [
      'the record of a tombstone',
      'claims/LOST/claim.json',
      (t) => t.replace('heard such', 'herad such'),
      /words is/,
    ],
    [
      'the text of an article',
      'articles/ferry/index.html',
      (t) => t.replace('from the islands', 'from the Islands'),
      /the text shown is not that of/,
    ],
    [
      'words marked as a claim in an article',
      'articles/ferry/index.html',
      (t) => t.replaceAll('It costs too much', 'It costs so much'),
      /words marked as claim/,
    ],
    [
      'a speaker beside the text of an article',
      'articles/ferry/index.html',
      (t) => t.replace(/(<a class="who"[^>]*>)Ben/, '$1Dag'),
      /shows the speaker “Dag Ruud”/,
    ],
    [
      'the hash on the page of an article',
      'articles/ferry/index.html',
      (t) => t.replace(/(data-hash="ferry\/2">)./, '$1x'),
      /SHA-256 shown of ferry\/2/,
    ],
    [
      'the line to check an article',
      'articles/ferry/index.html',
      (t) => t.replace(/(data-check[^>]+>curl [^|]*)https?:/, '$1ftp:'),
      /line to check ferry\/2/,
    ],
    [
      'the record of an article',
      'articles/ferry/article.json',
      (t) => t.replace('from the islands', 'from the Islands'),
      /does not read as articles\/ferry\/source\.txt does/,
    ],
    [
      'the plain text of an article',
      'articles/ferry/article.txt',
      (t) => t.replace('from the islands', 'from the Islands'),
      /makes of it/,
    ],
    [
      'the Markdown of an article',
      'articles/ferry/article.md',
      (t) => t.replace('from the islands', 'from the Islands'),
      /does not have the text/,
    ],
    [
      'a broken escape in a link',
      'index.html',
      (t) => t.replace('href="/claims/"', 'href="/claims/%E0%A4%A/"'),
      /a % stands for no character/,
    ],
    [
      'a link in a feed',
      'feed.xml',
      (t) => t.replace(/(href="[^"]*\/)claims\//, '$1claim/'),
      /where there is no page/,
    ],
    ['a schema', 'data/schema/claim.json', (t) => t.replace('"exact"', '"exakt"'), /exakt|exact/],
    ['a line of data cut off', 'data/claims.jsonl', (t) => t.slice(0, -100), /line \d+ is no JSON/],
    [
      'a field of data that is gone',
      'data/articles.jsonl',
      (t) => t.replace('"boilerplate"', '"boilerplat"'),
      /line 1 \(ferry\): `boilerplate` is not as promised/,
    ],
    ['a record that is no JSON', 'claims/LIVE/claim.json', (t) => t.slice(0, 200), /is no JSON/],
    ['data with nothing in it', 'data/datapackage.json', () => 'null\n', /lists no files/],
  ])('%s', async (_, file, change, named = /./) => {
    const name = path(file);
    const problems = await forged(name, change);
    expect(
      problems.filter(({ message }) => message.includes(name) && named.test(message)).length,
      problems
        .map(({ message }) => message)
        .slice(0, 5)
        .join('\n') || 'no problem',
    ).toBeGreaterThan(0);
  });

  test('several at once are all named', async () => {
    write(
      'claims/index.html',
      readFileSync(join(site, 'claims/index.html'), 'utf8').replace(
        /(data-words="[^"]+">It costs )too/,
        '$1so',
      ),
    );
    const problems = await forged('data/tombstones.jsonl', (text) =>
      text.replace('heard such', 'herad such'),
    );
    for (const name of ['claims/index.html', 'data/tombstones.jsonl'])
      expect(
        problems.some(({ message }) => message.includes(name)),
        name,
      ).toBe(true);
  });

  test('a data file that is missing, and a folder in its place', async () => {
    write('data/versions.jsonl', readFileSync(join(site, 'data/versions.jsonl')));
    rmSync(join(site, 'data/versions.jsonl'));
    mkdirSync(join(site, 'data/versions.jsonl'));
    const { problems } = await verifySite(site);
    rmSync(join(site, 'data/versions.jsonl'), { recursive: true });
    expect(problems).toContainEqual({ kind: 'file', message: 'data/versions.jsonl is missing' });
  });
});
