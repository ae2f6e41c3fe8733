/** A file that grows beside the one that a build before left: what comes out is what was added, whatever is taken over. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { GrowingFile } from '../../src/build/making/growing-file.ts';
import { SiteFolder } from '../../src/build/making/site-folder.ts';
import { sha256 } from '../../src/text/digest.ts';

const root = mkdtempSync(join(tmpdir(), 'verbatim-growing-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let made = 0;

/** A file over one that holds `before`. */
function over(before: string) {
  const stands = join(root, `stands-${++made}`);
  const folder = join(root, `made-${made}`);
  for (const one of [stands, folder]) mkdirSync(one);
  writeFileSync(join(stands, 'a.txt'), before);
  const { size, mtimeMs } = statSync(join(stands, 'a.txt'));
  const site = new SiteFolder(folder, {
    folder: stands,
    program: '',
    files: new Map([['a.txt', { state: `${size} ${mtimeMs}`, sum: sha256(before) }]]),
    checked: new Map(),
    together: new Map(),
  });
  const file = new GrowingFile(site, 'a.txt');
  const end = () => ({
    sum: file.close(),
    text: readFileSync(join(folder, 'a.txt'), 'utf8'),
    isKept: site.isKept('a.txt'),
  });
  return { file, end };
}

test.each<[string, (file: GrowingFile) => void, string, boolean]>([
  ['the same pieces', (file) => [0, 4, 8].forEach((at) => file.take(at, 4)), 'one,two,six,', true],
  [
    'the same words',
    (file) => ['one,', 'two,six,'].forEach((x) => file.append(x)),
    'one,two,six,',
    true,
  ],
  [
    'another piece amid them',
    (f) => (f.take(0, 4), f.append('ÄÖ,'), f.take(8, 4)),
    'one,ÄÖ,six,',
    false,
  ],
  [
    'pieces in another order',
    (f) => (f.take(4, 4), f.take(0, 4), f.take(8, 4)),
    'two,one,six,',
    false,
  ],
  ['fewer pieces', (file) => file.take(0, 4), 'one,', false],
  ['more pieces', (file) => (file.take(0, 12), file.append('ten,')), 'one,two,six,ten,', false],
  [
    'a piece that begins as the former',
    (f) => (f.append('one,t'), f.append('en,')),
    'one,ten,',
    false,
  ],
  ['nothing', () => {}, '', false],
])('%s', (_, add, text, isKept) => {
  const { file, end } = over('one,two,six,');
  add(file);
  const sum = { bytes: Buffer.byteLength(text), sha256: sha256(text) };
  expect(end()).toEqual({ sum, text, isKept });
});

test('long ones are compared and copied whole', () => {
  const long = 'a word and another, é;'.repeat(60_000);
  const other = `${long.slice(0, -1)}!`;
  const { file, end } = over(long);
  file.append(other);
  file.take(0, Buffer.byteLength(long));
  expect(end().text === other + long).toBe(true);
});
