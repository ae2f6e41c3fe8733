/** Long lists of outlets, places and topics come in pages that are named by the beginnings of what they hold. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inPages, MOST_NAMES } from '../../src/site/reading/name-lists.ts';
import { build, oneFolder } from '../support/command.ts';

process.env.SHARE_IMAGES = '0';
const root = oneFolder('name-lists');
afterAll(() => rmSync(root, { recursive: true, force: true }));

const put = (path: string, text: string) => {
  mkdirSync(dirname(join(root, 'content', path)), { recursive: true });
  writeFileSync(join(root, 'content', path), text);
};
const LETTERS = [...'abcdefghijklmnop'];
/** More names than one page holds; many begin alike. */
const NAMES = LETTERS.flatMap((one) => LETTERS.map((two) => `${one}${two} quay`));
const idOf = (name: string) => name.replace(' ', '-');

beforeAll(async () => {
  put('site.md', '---\nname: Quays\naddress: https://quays.example/\ncurator: nobody\n---\n');
  put(
    'sources/night.txt',
    'Night ferry\n\n1 May 2021\n\n“We will keep the night ferry,” said Mara Obi, the mayor.\n\n' +
      `“We will keep ${NAMES.join(' and ')} too,” Obi said.\n`,
  );
  for (const name of NAMES) {
    put(`outlets/${idOf(name)}.md`, `---\nname: ${name}\n---\n`);
    put(`places/${idOf(name)}.md`, `---\nname: ${name}\n---\n`);
  }
  const first = await build();
  expect(first.status, first.stdout + first.stderr).toBe(0);
  const claim = /"id": ?"(\w+)"/.exec(
    readFileSync(join(root, 'content/ledger/night.json'), 'utf8'),
  )?.[1];
  for (const name of NAMES)
    put(
      `topics/${idOf(name)}.md`,
      `---\nquestion: ${name} or none?\ncurator: nobody\nanswers: [{claim: ${claim}, stance: so}]\n---\n`,
    );
  // The build follows every link of every page.
  const { status, stdout, stderr } = await build();
  expect(status, stdout + stderr).toBe(0);
});

const page = (path: string) => readFileSync(join(root, 'dist', path, 'index.html'), 'utf8');

test.each(['outlets', 'places', 'topics'])('%s', (folder) => {
  const whole = page(folder);
  for (const letter of LETTERS) {
    expect(whole).toContain(`href="/${folder}/page/${letter}/"`);
    const one = page(`${folder}/page/${letter}`);
    for (const name of NAMES) expect(one.includes(name), name).toBe(name.startsWith(letter));
  }
});

test('a list that one page holds has no others', () => {
  expect(inPages(NAMES.slice(0, MOST_NAMES), (name) => name).pages).toEqual([]);
  expect(existsSync(join(root, 'dist/speakers/page'))).toBe(false);
});

test('every name stands on one page of the finest division, and stays there while others come', () => {
  const leaves = (names: readonly string[]) =>
    inPages(names, (name) => name).pages.filter(({ within }) => within.length === 0);
  const many = NAMES.flatMap((name) => [`${name} one`, `${name} two`]);
  const held = leaves(many).flatMap(({ items }) => items);
  expect([...held].sort()).toEqual([...many].sort());
  const placeOf = (name: string, names: readonly string[]) =>
    leaves(names).find(({ items }) => items.includes(name))?.key;
  for (const name of many.slice(0, 20))
    expect(placeOf(name, [...many, 'zz another'])).toBe(placeOf(name, many));
});

test.each(['articles/night', 'speakers/mara-obi'])(
  '%s has no feed of its own, and names that of the archive',
  (path) => {
    expect(existsSync(join(root, 'dist', path, 'feed.xml'))).toBe(false);
    expect(page(path)).toMatch(/<link rel="alternate" href="https:\/\/quays\.example\/feed\.xml"/);
  },
);
