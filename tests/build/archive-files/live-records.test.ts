/** Records that follow a folder are those of a fresh reading, whatever was edited in between. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readContent } from '../../../src/build/archive-files/content.ts';
import { LiveRecords } from '../../../src/build/archive-files/live-records.ts';
import { runPipeline, writeRecords } from '../../../src/build/archive-files/records.ts';
import { BRIDGE, FERRY, OBI } from '../../desk/desk-archive.ts';

const root = mkdtempSync(join(tmpdir(), 'verbatim-live-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const put = (path: string, text: string) => {
  mkdirSync(dirname(join(root, 'content', path)), { recursive: true });
  writeFileSync(join(root, 'content', path), text);
};
const filesIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => [
        join(parentPath, name).slice(folder.length),
        readFileSync(join(parentPath, name), 'utf8'),
      ]),
  );

const EDITS: [string, () => void][] = [
  ['nothing', () => {}],
  ['a card', () => put('articles/ferry.md', '---\ntitle: The ferry\n---\n')],
  [
    'a correction',
    () =>
      put(
        'articles/ferry.md',
        '---\nclaims:\n  - {words: "Both boats leak, and both are old,", become: both are old, why: x}\n---\n',
      ),
  ],
  ['a speaker', () => put('speakers/ida-berg.md', '---\nname: Ida Berg\nkind: person\n---\n')],
  [
    'an alias that names another speaker',
    () =>
      put(
        'speakers/mara-obi.md',
        '---\nname: Mara Obi\nkind: person\naliases: [a resident]\n---\n',
      ),
  ],
  ['an alias less', () => put('speakers/mara-obi.md', OBI)],
  ['a source', () => put('sources/bridge.txt', BRIDGE.replace('late', 'early'))],
  ['an article more', () => put('sources/pier.txt', FERRY.replace('Night ferry', 'The pier'))],
  ['an error', () => put('articles/bridge.md', '---\nnone: 1\n---\n')],
  ['no error', () => rmSync(join(root, 'content/articles/bridge.md'))],
  ['a speaker less', () => rmSync(join(root, 'content/speakers/ida-berg.md'))],
  ['an article less', () => rmSync(join(root, 'content/sources/pier.txt'))],
  [
    'the site card',
    () =>
      put('site.md', '---\nname: B\naddress: https://b.example/\ncurator: N\nlanguage: en\n---\n'),
  ],
];

test('after each edit', () => {
  put('site.md', '---\nname: A\naddress: https://a.example/\ncurator: Nobody\n---\n');
  put('sources/ferry.txt', FERRY);
  put('sources/bridge.txt', BRIDGE);
  put('speakers/mara-obi.md', OBI);
  const live = new LiveRecords(root);
  const [folder, fresh] = [join(root, 'live'), join(root, 'fresh')];
  for (const [what, edit] of EDITS) {
    edit();
    const result = live.read();
    const anew = runPipeline(readContent(root));
    expect(result.report, what).toBe(anew.report);
    expect(result.archive.articles, what).toEqual(anew.archive.articles);
    live.write(result, folder);
    writeRecords(anew, fresh);
    expect(filesIn(folder), what).toEqual(filesIn(fresh));
  }
});
