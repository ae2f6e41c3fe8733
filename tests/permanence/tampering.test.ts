/** One altered character in a source or in the ledger stops the build, naming article, claim and kind of failure. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { formatLedger, formatManifest, parseLedger, type LedgerRow } from '../../src/lib/ledger/index.ts';
import { TEXTS } from './texts.ts';

const project = join(import.meta.dirname, '../..');
let pristine = '';
let root = '';

const build = (...args: string[]) =>
  spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', join(project, 'scripts/build.ts'), ...args], { cwd: project, encoding: 'utf8', env: { ...process.env, VERBATIM_ROOT: root, VERBATIM_RECORDS: join(root, 'records'), CI: '' } });
const edit = (path: string, change: (text: string) => string) => writeFileSync(join(root, path), change(readFileSync(join(root, path), 'utf8')));
const rows = () => parseLedger(readFileSync(join(root, 'content/ledger/ferry.json'), 'utf8'), 'ferry.json');

beforeAll(async () => {
  pristine = mkdtempSync(join(tmpdir(), 'verbatim-tamper-'));
  mkdirSync(join(pristine, 'content/sources'), { recursive: true });
  mkdirSync(join(pristine, 'content/ledger'), { recursive: true });
  writeFileSync(join(pristine, 'content/site.md'), '---\nname: Test archive\naddress: http://localhost:4321/\ncurator: A. Curator\n---\n\nOf this test.\n');
  for (const name of ['ferry', 'wire']) writeFileSync(join(pristine, `content/sources/${name}.txt`), TEXTS[name]!);
  process.env.VERBATIM_ROOT = pristine;
  const { readContent } = await import('../../scripts/lib/content.ts');
  const { runPipeline } = await import('../../scripts/lib/records.ts');
  const { archive } = runPipeline(readContent());
  for (const [article, { rows: list }] of archive.ledger) writeFileSync(join(pristine, `content/ledger/${article}.json`), formatLedger(list));
  writeFileSync(join(pristine, 'content/sources/manifest.json'), formatManifest(archive.versions));
});
afterAll(() => rmSync(pristine, { recursive: true, force: true }));
beforeEach(() => {
  root = join(pristine, 'copy');
  rmSync(root, { recursive: true, force: true });
  cpSync(join(pristine, 'content'), join(root, 'content'), { recursive: true });
});

function expectRefusal(result: ReturnType<typeof build>, ...named: (string | RegExp)[]) {
  expect(result.status, result.stdout).toBe(1);
  for (const one of named) expect(result.stderr).toMatch(one);
  expect(result.stderr).not.toMatch(/\n\s+at /);
  expect(existsSync(join(root, 'dist'))).toBe(false);
}

test('a character of a source', () => {
  edit('content/sources/ferry.txt', (text) => text.replace('night', 'nigth'));
  expectRefusal(build(), /content\/sources\/ferry\.txt/, /source-altered/, /git checkout -- content\/sources\/ferry\.txt/, /content\/sources\/ferry\.2\.txt/);
});

test('a source that is gone', () => {
  rmSync(join(root, 'content/sources/wire.txt'));
  expectRefusal(build(), /source-missing/, /wire\.txt/, /ledger-without-source/);
});

describe('a row of the ledger', () => {
  const change = (alter: (row: LedgerRow) => LedgerRow) => {
    const [first, ...others] = rows();
    writeFileSync(join(root, 'content/ledger/ferry.json'), formatLedger([alter(first!), ...others]));
    return first!.id;
  };

  test('in its words', () => {
    const id = change((row) => ({ ...row, parts: [{ ...row.parts[0]!, exact: `${row.parts[0]!.exact.slice(0, -1)}#` }, ...row.parts.slice(1)] }));
    expectRefusal(build(), new RegExp(`Article ferry, claim ${id} does not read back`), /words-differ/);
  });

  test('in its place', () => {
    const id = change((row) => ({ ...row, parts: row.parts.map((part) => ({ ...part, start: part.start + 1, end: part.end + 1 })) }));
    expectRefusal(build(), new RegExp(`Article ferry, claim ${id} does not read back`));
  });

  test('in its version', () => {
    const id = change((row) => ({ ...row, source: row.source.replace(/^./, (c) => (c === '0' ? '1' : '0')) }));
    expectRefusal(build(), new RegExp(`Article ferry, claim ${id}: it stands in a version`), /source-missing/);
  });

  test('in its attribution, where the ledger is frozen', () => {
    const id = change((row) => ({ ...row, speaker: row.speaker && { ...row.speaker, name: `${row.speaker.name}x` } }));
    expectRefusal(build('--frozen'), new RegExp(`Claim ${id} of ferry would be attributed`), /`--frozen` forbids/);
  });
});

describe('frozen', () => {
  test('a row that is missing, and a text that is new, are named one by one', () => {
    const [first, ...others] = rows();
    writeFileSync(join(root, 'content/ledger/ferry.json'), formatLedger(others));
    writeFileSync(join(root, 'content/sources/mill.txt'), TEXTS.mill!);
    const refused = build('--frozen');
    expectRefusal(refused, new RegExp(`Claim ${first!.id} of ferry would be minted`), /Claim \w+ of mill would be minted/, /content\/ledger\/ferry\.json would change/, /content\/sources\/manifest\.json would change/);
  });

  test('a source that was edited beside the old one is named claim by claim', () => {
    writeFileSync(join(root, 'content/sources/ferry.2.txt'), `A correction.\n\n${TEXTS.ferry!}`);
    const refused = build('--frozen');
    expectRefusal(refused);
    for (const { id } of rows()) expect(refused.stderr).toMatch(new RegExp(`Claim ${id} of ferry would be carried \\(moved, version 1 to 2\\)`));
  });
});
