/** Two branches that each took in an article, merged by git itself, and what a frozen build says of the result. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inOrder } from '../../../src/ledger/index.ts';
import { Decision } from '../../../src/ledger/schema.ts';
import { isSameRows } from '../../../src/ledger/file.ts';
import { build as runBuild, oneFolder } from '../../support/command.ts';

const project = join(import.meta.dirname, '../../..');
process.env.SHARE_IMAGES = 'off';
const root = oneFolder('merge');

const git = (...args: string[]) => {
  const done = spawnSync(
    'git',
    ['-c', 'user.name=A. Curator', '-c', 'user.email=curator@example.org', ...args],
    { cwd: root, encoding: 'utf8', env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null' } },
  );
  if (done.status !== 0) throw new Error(`git ${args.join(' ')}: ${done.stderr}${done.stdout}`);
  return done.stdout;
};
const build = async (...args: string[]) => {
  const { status, stdout, stderr } = await runBuild(...args);
  return { status, said: stderr + stdout };
};
const article = (title: string, words: string, who: string) =>
  `${title}\n\nBy Ann Lee\n\n4 May 2021\n\n“${words},” said ${who}, a baker in the town of Orrdal.\n`;
/** Takes an article in on a branch of its own, builds and commits. */
async function branch(name: string, text: string): Promise<void> {
  git('checkout', '-q', '-b', name, 'main');
  writeFileSync(join(root, `content/sources/${name}.txt`), text);
  const { status, said } = await build();
  expect(status, said).toBe(0);
  git('add', '-A');
  git('commit', '-q', '-m', name);
}

beforeAll(async () => {
  mkdirSync(join(root, 'content/sources'), { recursive: true });
  cpSync(join(project, '.gitattributes'), join(root, '.gitattributes'));
  writeFileSync(join(root, '.gitignore'), 'dist/\n.verbatim/\n');
  writeFileSync(
    join(root, 'content/site.md'),
    '---\nname: Test archive\naddress: http://localhost:4321/\ncurator: A. Curator\n---\n\nOf this test.\n',
  );
  writeFileSync(
    join(root, 'content/sources/mill.txt'),
    article('The mill', 'The mill will turn again in the spring', 'Mara Obi'),
  );
  git('init', '-q', '-b', 'main');
  const { status, said } = await build();
  expect(status, said).toBe(0);
  git('add', '-A');
  git('commit', '-q', '-m', 'main');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('is clean in git, passes frozen as it is, and is only put in order without it', async () => {
  await branch('oven', article('The oven', 'The oven was cold for a week', 'Piet Aal'));
  await branch('bread', article('The bread', 'Nobody bought the rye bread', 'Lena Falk'));
  git('checkout', '-q', 'oven');
  git('merge', '-q', '--no-edit', 'bread');
  const before = git('rev-parse', 'HEAD');
  const frozen = await build('--frozen');
  expect(frozen.status, frozen.said).toBe(0);
  expect(git('status', '--porcelain')).toBe('');
  const manifest = () => readFileSync(join(root, 'content/sources/manifest.json'), 'utf8');
  const merged = manifest();
  const free = await build();
  expect(free.status, free.said).toBe(0);
  expect(free.said).toContain('unchanged');
  expect(isSameRows(merged, manifest())).toBe(true);
  // What is rewritten is said.
  for (const path of git('status', '--porcelain').split('\n').filter(Boolean))
    expect(free.said).toContain(`${path.slice(3)} is put in order`);
  expect(git('rev-parse', 'HEAD')).toBe(before);
});

test('a list of addresses that lacks one is refused where frozen, and said otherwise', async () => {
  const path = join(root, 'content/ledger/addresses.txt');
  writeFileSync(
    path,
    readFileSync(path, 'utf8')
      .replace(/^data\/versions\.jsonl\n/m, '')
      .replace(/^about\/\n/m, ''),
  );
  const frozen = await build('--frozen');
  expect(frozen.status).toBe(1);
  expect(frozen.said).toContain('New address data/versions.jsonl');
  expect(frozen.said).toContain('New address about/');
  const free = await build();
  expect(free.status, free.said).toBe(0);
  expect(free.said).toMatch(/2 new in content\/ledger\/addresses\.txt: about\/, data\/versions/);
});

test('rows are the same in any order, with commas too many, and with CRLF; not with another letter', () => {
  expect(isSameRows('[\n{"a":1},\n{"b":2}\n]\n', '[\r\n{"b":2},\r\n{"a":1},\r\n{"a":1}\r\n]')).toBe(
    true,
  );
  expect(isSameRows('[\n{"a":1}\n]\n', '[\n{"a":2}\n]\n')).toBe(false);
  expect(isSameRows('[\n{"a":1}\n]\n', '[]\n')).toBe(false);
});

test('decisions on a claim count in the order of their days, whichever branch came first', () => {
  const entry = (line: number, decision: unknown) => ({ line, decision: Decision.parse(decision) });
  const gone = { claim: 'h4tm9w', withdrawn: 'a slip', on: '2024-03-01' };
  const back = { claim: 'h4tm9w', restored: 'no slip', on: '2024-03-05' };
  const other = { claim: 'k3kmgn', withdrawn: 'not said' };
  const lines = (list: ReturnType<typeof entry>[]) => inOrder(list).map(({ line }) => line);
  expect(lines([entry(1, back), entry(2, other), entry(3, gone)])).toEqual([3, 2, 1]);
  expect(lines([entry(1, gone), entry(2, other), entry(3, back)])).toEqual([1, 2, 3]);
  expect(lines([entry(1, { ...back, on: undefined }), entry(2, gone)])).toEqual([1, 2]);
});
