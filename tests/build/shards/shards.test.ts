/** Shares of an archive, joined, are the site that a single build makes. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { filesUnder } from '../../../src/build/putting-in-place/put-in-place.ts';
import { isIn, readShare } from '../../../src/build/shards/share.ts';
import { textOf } from '../../archives/texts.ts';

const project = resolve(import.meta.dirname, '../../..');
const work = mkdtempSync(join(tmpdir(), 'verbatim-shards-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** Enough for further threads in the single build. */
const TEXTS = 42;
const SEED = 23;
const SHARES = ['1/3', '2/3', '3/3'];

function archive(name: string): string {
  const root = join(work, name);
  mkdirSync(join(root, 'content/sources'), { recursive: true });
  for (let i = 0; i < TEXTS; i++)
    writeFileSync(join(root, `content/sources/text-${i}.txt`), textOf(SEED, i));
  return root;
}

function command(root: string, script: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(project, `scripts/${script}.ts`), ...args],
    {
      cwd: project,
      encoding: 'utf8',
      env: { ...process.env, VERBATIM_ROOT: root, SHARE_IMAGES: 'off', CI: '' },
    },
  );
  return { status, stdout, stderr };
}

test('three shares, merged, are the single build byte for byte', () => {
  const whole = archive('whole');
  const single = command(whole, 'build');
  expect(single.status, single.stderr).toBe(0);
  const shared = join(work, 'shared');
  cpSync(join(whole, 'content/sources'), join(shared, 'content/sources'), { recursive: true });
  rmSync(join(shared, 'content/sources/manifest.json'), { force: true });
  const folders = SHARES.map((share, i) => {
    const folder = join(work, `share-${i + 1}`);
    const made = command(shared, 'build', '--shard', share, '--out', folder);
    expect(made.status, made.stderr).toBe(0);
    return folder;
  });

  const [first = '', second = ''] = folders;
  const lacking = command(shared, 'merge', first, second);
  expect(lacking.status).toBe(1);
  expect(lacking.stderr).toContain('Of 3 shares 3 is missing');
  expect(lacking.stderr).not.toContain('    at ');

  const merged = command(shared, 'merge', ...folders);
  expect(merged.status, merged.stderr).toBe(0);
  const files = filesUnder(join(whole, 'dist'));
  expect(filesUnder(join(shared, 'dist'))).toEqual(files);
  const unlike = files.filter(
    (name) =>
      !readFileSync(join(whole, 'dist', name)).equals(readFileSync(join(shared, 'dist', name))),
  );
  expect(unlike).toEqual([]);
});

test('each article is in one share', () => {
  const shares = SHARES.map(readShare);
  for (let i = 0; i < 200; i++)
    expect(shares.filter((share) => isIn(share, `article-${i}`)).length).toBe(1);
});

test.each(['', '3', '0/3', '4/3', '1/0', 'a/b', '1/99999'])('%j names no share', (value) => {
  expect(() => readShare(value)).toThrow('names no share');
});
