/** What is built replaces a whole folder: never one that somebody else has filled. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { makeFolder } from '../../../src/build/putting-in-place/put-in-place.ts';
import { refuseForeign } from '../../../src/build/commands/out-folder.ts';

const place = mkdtempSync(join(tmpdir(), 'verbatim-out-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));
const root = join(place, 'archive');
mkdirSync(join(root, 'content/sources'), { recursive: true });

const folder = (name: string, ...files: string[]) => {
  const path = join(place, name);
  mkdirSync(path, { recursive: true });
  for (const file of files) writeFileSync(join(path, file), 'one line\n');
  return path;
};

const dangling = (name: string) => {
  const path = join(place, name);
  symlinkSync(join(place, 'gone'), path);
  return path;
};

test.each([
  ['a folder that is not there', () => join(place, 'new/site')],
  ['an empty folder', () => folder('empty')],
  ['a site that was built', () => folder('built', 'index.html', 'SHA256SUMS')],
  ['the folder of the archive’s own site', () => join(root, 'dist')],
  ['a folder whose name begins like the archive’s', () => `${root}-site`],
])('%s is built into', (_, out) => {
  expect(() => refuseForeign(root, out())).not.toThrow();
});

test.each([
  ['files of somebody', () => folder('letters', 'a.txt'), /no build has made/],
  ['a hidden file', () => folder('repository', '.git'), /no build has made/],
  ['a file', () => join(folder('with', 'index.html'), 'index.html'), /it is a file/],
  ['the archive', () => root, /place of the archive/],
  ['a folder around the archive', () => place, /place of the archive/],
  ['the texts', () => join(root, 'content/sources'), /place of the archive/],
  ['the root of all folders', () => '/', /place of the archive/],
  ['a link to nothing', () => dangling('former'), /leads to nothing/],
])('%s is left alone', (_, out, why) => {
  expect(() => refuseForeign(root, out())).toThrow(why);
});

test('a folder is not made through a link to nothing, which is named', () => {
  const link = dangling('work');
  expect(() => makeFolder(join(link, 'records/articles'))).toThrow(
    `${link} leads to nothing that is there`,
  );
});
