/** An article under another name, a claim whose words are gone, a speaker's card deleted: what stands at each old address, fragments and files too. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filesUnder } from '../../../src/build/putting-in-place/put-in-place.ts';
import { parseLedger, type LedgerRow } from '../../../src/ledger/index.ts';
import { build as runBuild, oneFolder } from '../../support/command.ts';

const project = join(import.meta.dirname, '../../..');
const root = oneFolder('renaming');
let before: string[] = [];
let rows: LedgerRow[] = [];
let said = '';

const put = (path: string, text: string) => {
  mkdirSync(dirname(join(root, 'content', path)), { recursive: true });
  writeFileSync(join(root, 'content', path), text);
};
const page = (path: string) => readFileSync(join(root, 'dist', path, 'index.html'), 'utf8');
async function build(...args: string[]) {
  const { status, stdout, stderr } = await runBuild(...args);
  return { status, said: stderr + stdout };
}

const TEXT = `The mill to close

By Ann Lee

4 May 2021

“The wheel stands still since the winter,” said Mara Obi, the miller of Orrdal. She showed the yard.

“The talks are over for this year,” two diplomats said on Friday. They left by the last train.

“Nobody will buy the rye,” said Piet Aal, a farmer. His barn was full to the roof.
`;

beforeAll(async () => {
  put(
    'site.md',
    '---\nname: Test archive\naddress: http://localhost:4321/\ncurator: A. Curator\n---\n\nOf this test.\n',
  );
  put('sources/mill.txt', TEXT);
  put('speakers/miller-obi.md', '---\nname: Mara Obi\nkind: person\n---\n');
  const first = await build();
  expect(first.status, first.said).toBe(0);
  before = filesUnder(join(root, 'dist'));
  rows = parseLedger(readFileSync(join(root, 'content/ledger/mill.json'), 'utf8'), 'mill.json');
  renameSync(join(root, 'content/sources/mill.txt'), join(root, 'content/sources/old-mill.txt'));
  put('sources/old-mill.2.txt', TEXT.replace('Nobody will buy the rye', 'Everybody buys wheat'));
  put('articles/old-mill.md', '---\nformerly: [mill]\n---\n');
  rmSync(join(root, 'content/speakers/miller-obi.md'));
  const second = await build();
  expect(second.status, second.said).toBe(0);
  said = second.said;
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('the proof of the site holds: the same files are made again', () => {
  const done = spawnSync(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      join(project, 'scripts/verify.ts'),
      join(root, 'dist'),
    ],
    { cwd: project, encoding: 'utf8' },
  );
  expect(done.status, done.stdout + done.stderr).toBe(0);
});

const idOf = (words: string) => rows.find(({ parts }) => parts[0]?.exact.includes(words))?.id ?? '';

test('every page and file beside a page is there as before, but for those of a claim or speaker that says what became of it', () => {
  const explained = [`claims/${idOf('Nobody will buy')}/`, 'speakers/miller-obi/'];
  const lost = before.filter(
    (file) =>
      !existsSync(join(root, 'dist', file)) &&
      !/^(?:_astro|pagefind|search\/(?:claims|shown))\//.test(file) &&
      !explained.some(
        (path) => file.startsWith(path) || file.startsWith(`share/${path.slice(0, -1)}.`),
      ),
  );
  expect(before.filter((file) => file.startsWith('articles/mill/')).length).toBeGreaterThan(8);
  expect(lost).toEqual([]);
});

test('an unnamed speaker, filed under the article, leads to its new name', () => {
  expect(before).toContain('speakers/two-diplomats-in-mill/index.html');
  expect(page('speakers/two-diplomats-in-mill')).toContain(
    '0; url=/speakers/two-diplomats-in-old-mill/',
  );
});

test('a fragment of the article names each claim that it ever had, in place or at the end', () => {
  for (const path of ['articles/old-mill', 'articles/mill'])
    for (const { id } of rows) expect(page(path), `${path}#${id}`).toContain(` id="${id}"`);
  const orphan = idOf('Nobody will buy');
  expect(page('articles/old-mill')).toMatch(
    new RegExp(
      `Claims no longer in this text[\\s\\S]*<li id="${orphan}">[\\s\\S]*/claims/${orphan}/`,
    ),
  );
  expect(page('articles/mill')).toContain(`/articles/old-mill/#${idOf('The wheel')}`);
});

test('a speaker’s card that was deleted while claims were filed under it is missed, by name, and said', () => {
  expect(said).toMatch(/speaker-gone/);
  expect(said).toContain('miller-obi');
  expect(said).toContain(idOf('The wheel'));
  expect(said).toContain('They would be filed under mara-obi');
  expect(page('speakers/miller-obi')).toContain('This address was published and stays');
});

test('the next build changes nothing, frozen', async () => {
  const again = await build('--frozen');
  expect(again.status, again.said).toBe(0);
});
