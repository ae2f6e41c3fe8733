/** A build has nothing to do only while all it reads, and all it wrote, is as its last run left it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { inputsOf, noteBuilt, upToDate, type Run } from '../../src/build/stamp.ts';

let root: string;
let run: Run;
const put = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
/** What the next build would be told. */
const known = (of: Run = run) => upToDate(of, inputsOf(root));
const built = (written: readonly string[] = [], meanwhile = () => {}) => {
  const before = inputsOf(root);
  meanwhile();
  noteBuilt(run, before, new Set(written), { summary: ['claims 2'] });
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'verbatim-stamp-'));
  run = { root, dist: join(root, 'dist'), args: [] };
  put('content/sources/night.txt', 'The ferry runs.');
  put('dist/index.html', '<p>The ferry runs.</p>');
  put('.verbatim/records/site.json', '{}');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('nothing is known before a first build, and its sum after it', () => {
  expect(known()).toBeNull();
  built();
  expect(known()).toEqual(['claims 2']);
});

test('a stamp that cannot be read is none', () => {
  built();
  put('.verbatim/built.json', '{"stamp":');
  expect(known()).toBeNull();
});

test.each([
  ['a text that changed', 'content/sources/night.txt', 'The ferry runs late.'],
  ['a card that came', 'content/articles/night.md', '---\n---\n'],
  ['a page that was altered', 'dist/index.html', '<p>The ferry is late.</p>'],
  ['a file put into the site', 'dist/stranger.html', ''],
  ['records of another run', '.verbatim/records/site.json', '{ }'],
])('%s is built', (_, path, text) => {
  built();
  put(path, text);
  expect(known()).toBeNull();
});

test('a page that is gone is built', () => {
  built();
  rmSync(join(root, 'dist/index.html'));
  expect(known()).toBeNull();
});

test('other arguments and another folder are another build', () => {
  built();
  expect(known({ ...run, args: ['--frozen'] })).toBeNull();
  expect(known({ ...run, dist: join(root, 'elsewhere') })).toBeNull();
});

test('what the build itself wrote belongs to it', () => {
  built(['content/ledger/night.json'], () => put('content/ledger/night.json', '[]'));
  expect(known()).toEqual(['claims 2']);
});

test('what a person changed while it ran is read by the next one', () => {
  built(['content/ledger/night.json'], () => {
    put('content/ledger/night.json', '[]');
    put('content/sources/night.txt', 'The ferry runs late.');
  });
  expect(known()).toBeNull();
});
