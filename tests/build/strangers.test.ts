import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { strangersUnder } from '../../src/build/putting-in-place/put-in-place.ts';
import { verifySite } from '../../src/build/verify/index.ts';
import { departures } from '../../src/build/verify/remade.ts';

const root = mkdtempSync(join(tmpdir(), 'verbatim-strangers-'));
afterAll(() => rmSync(root, { recursive: true }));

function folder(name: string, files: Record<string, string>): string {
  const path = join(root, name);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(path, file, '..'), { recursive: true });
    writeFileSync(join(path, file), text);
  }
  return path;
}

test('a symbolic link in a site is named, to a file and to a folder', async () => {
  const site = folder('linked', { 'index.html': 'x', 'articles/a/index.html': 'x' });
  symlinkSync('/etc/hostname', join(site, 'articles/link.html'));
  symlinkSync('articles', join(site, 'more'));
  expect(strangersUnder(site)).toEqual(['articles/link.html', 'more']);
  const { problems } = await verifySite(site);
  for (const name of ['articles/link.html', 'more'])
    expect(problems.map(({ message }) => message)).toContainEqual(
      expect.stringContaining(`${name} is a link`),
    );
});

test('a picture that the records do not make is named, and no other file', () => {
  const made = folder('made', { 'index.html': 'x', 'share/articles/a.png': '' });
  const found = folder('found', {
    'index.html': 'x',
    'share/articles/a.png': 'picture',
    'share/x.png': 'picture',
  });
  expect([...departures(found, made)].map(({ name }) => name)).toEqual(['share/x.png']);
});
