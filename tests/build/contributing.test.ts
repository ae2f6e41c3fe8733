import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const text = readFileSync(join(root, '.github/CONTRIBUTING.md'), 'utf8');
const recipes = [...text.matchAll(/^## (.+)$[^#]*?^```diff\n([\s\S]*?)^```$/gm)].map(
  ([, name = '', diff = '']) => [name, diff] as const,
);

test('there is a recipe for each kind of addition', () => {
  expect(recipes.length).toBeGreaterThan(5);
});

test.each(recipes)('%s: the diff applies', (_, diff) => {
  const { stderr, status } = spawnSync('git', ['apply', '--check', '-'], {
    cwd: root,
    input: diff,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
});
