/** Records that follow a folder are those of a fresh reading, whatever was edited in between. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { beginArchive } from '../../../src/archive/build.ts';
import { readContent } from '../../../src/build/archive-files/content.ts';
import { draftsHere } from '../../../src/build/archive-files/drafts-here.ts';
import { DraftsInMemory } from '../../../src/build/archive-files/drafts-in-memory.ts';
import { withKnown } from '../../../src/build/archive-files/known-content.ts';
import { LiveRecords } from '../../../src/build/archive-files/live-records.ts';
import { writeRecords } from '../../../src/build/archive-files/records.ts';
import { runPipeline } from '../../../src/build/archive-files/pipeline.ts';
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

/** Names that hold other names, are printed in several ways, or stand far from one another. */
const QUAY = `The quay is let

6 May 2021

LENA MOE ON THE QUAY

“The quay is let for a year,” said Lena Moe, the harbour clerk. “The rent is low,” said Jens Otto Moe. Mr. Moe said that he would pay. Rival Lena Moe said that she would not.

“We will see,” said Al-Amin Haddad. “We saw,” said Salem Haddad. Nora and Bo Lind said that the quay was wet. A resident said the quay was Lind’s.
`;
const first =
  (name: string, kind = 'person', more = '') =>
  () =>
    put(
      `speakers/${name.toLowerCase().replaceAll(' ', '-')}.md`,
      `---\nname: ${name}\nkind: ${kind}\n${more}---\n`,
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
  ['names in names', () => put('sources/quay.txt', QUAY)],
  ['a first card', first('Lena Moe')],
  ['a first card of a name in names', first('Amin Haddad')],
  ['a first card of a name that holds another', first('Rival Lena Moe')],
  ['a first card of a name in two places', first('Nora Lind')],
  ['a first card of another kind', first('Jens Otto Moe', 'organisation')],
  [
    'a first card with a role',
    first('Bo Lind', 'person', 'roles: [{role: clerk, article: quay}]\n'),
  ],
  ['a first card that leaves it open', first('Moe')],
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
    live.rehearse('ferry');
    edit();
    const result = live.read();
    const anew = runPipeline(readContent(root));
    expect(result.report, what).toBe(anew.report);
    expect(result.archive.articles, what).toEqual(anew.archive.articles);
    const before = existsSync(folder) ? filesIn(folder) : {};
    const changed = live.write(result, folder);
    writeRecords(anew, fresh);
    const after = filesIn(folder);
    expect(after, what).toEqual(filesIn(fresh));
    const differing = Object.keys({ ...before, ...after })
      .filter((name) => before[name] !== after[name])
      .map((name) => name.slice(1));
    expect(changed.toSorted(), what).toEqual(differing.sort());
  }
});

test('drafts again only what a card changes', () => {
  const archive = mkdtempSync(join(tmpdir(), 'verbatim-drafted-'));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(archive, 'content', path)), { recursive: true });
    writeFileSync(join(archive, 'content', path), text);
  };
  write('site.md', '---\nname: A\naddress: https://a.example/\ncurator: Nobody\n---\n');
  // The words of the name alone, far from one another, name nobody.
  write('sources/quay.txt', QUAY);
  write(
    'sources/words.txt',
    'A day\n\n“Lena is late,” said Ann Lee.\n\nThe town knows a Karl Moe.\n',
  );
  const drafts = new DraftsInMemory(archive);
  let content = readContent(archive);
  const again = (): string[] => {
    ({ content } = withKnown(readContent(archive), content));
    const begun = beginArchive(content);
    const store = drafts.over(begun);
    const missing = begun.tasks.filter((task) => !store.read(task)).map(({ article }) => article);
    Array.from(draftsHere({ ...begun, find: drafts.find }, { folder: null, store }));
    return missing;
  };
  expect(again()).toEqual(['quay', 'words']);
  write('speakers/nora-lind.md', '---\nname: Nora Lind\nkind: person\n---\n');
  expect(again()).toEqual(['quay']);
  write('speakers/jens-otto-moe.md', '---\nname: Jens Otto Moe\nkind: person\n---\n');
  expect(again()).toEqual([]);
  write(
    'speakers/karl-moe.md',
    '---\nname: Karl Moe\nkind: person\nroles: [{role: x, article: words}]\n---\n',
  );
  expect(again()).toEqual(['words']);
  rmSync(archive, { recursive: true, force: true });
});
