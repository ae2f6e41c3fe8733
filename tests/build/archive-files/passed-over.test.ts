/** Every file of the content folder is read, or named as one that is not. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { passedOver } from '../../../src/build/archive-files/passed-over.ts';
import { entriesUnder } from '../../../src/build/archive-files/reading.ts';

const root = mkdtempSync(join(tmpdir(), 'verbatim-files-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const READ = ['content/site.md', 'content/sources/ferry.txt', 'content/speakers/mara-obi.md'];
const FOR_PEOPLE = ['content/README.md', 'content/sources/LICENSE', 'content/.keep'];
const NOT_READ: [string, RegExp][] = [
  ['content/sources/page.html', /npm run add -- content\/sources\/page\.html/],
  ['content/sources/inner/ferry.txt', /npm run add/],
  ['content/sources/ferry', /npm run add/],
  ['content/speakers/mara-obi.yaml', /ends in `\.md`/],
  ['content/speakers/old/mara-obi.md', /in content\/speakers\/ itself/],
  ['content/speaker/mara-obi.md', /Did you mean content\/speakers\/mara-obi\.md/],
  ['content/pictures/ferry.png', /Cards stand in/],
];
for (const path of [...READ, ...FOR_PEOPLE, ...NOT_READ.map(([path]) => path)]) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), 'one line\n');
}
const files = passedOver(root, entriesUnder(root, 'content'), new Set(READ));

test('what is read, and what people leave for people, is not named', () => {
  expect(files.map(({ path }) => path).sort()).toEqual(NOT_READ.map(([path]) => path).sort());
});

test.each(NOT_READ)('%s has one warning with its remedy', (path, remedy) => {
  const messages = files.find((file) => file.path === path)?.messages ?? [];
  expect(messages).toHaveLength(1);
  expect(messages[0]).toMatchObject({ ruleId: 'file-not-read', fatal: false });
  expect(messages[0]?.note).toMatch(remedy);
});
