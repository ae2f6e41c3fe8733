/** Archives with little or nothing in them: they are built, proved and searched, and say what they lack. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { serve } from '../../src/build/server/serve.ts';
import { readState } from '../../src/search/state.ts';
import { Engine } from '../../src/site/client/search/engine.ts';
import { loaderFor } from '../../src/site/client/search/loader.ts';
import type { PagefindLibrary } from '../../src/site/client/search/pagefind.ts';

let folder: string;
const dist = () => join(folder, 'dist');
const put = (path: string, text: string) => {
  mkdirSync(join(folder, 'content', path, '..'), { recursive: true });
  writeFileSync(join(folder, 'content', path), text);
};
const read = (path: string) => readFileSync(join(dist(), path), 'utf8');
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-quiet-'));
  put('site.md', '---\nname: Quiet\naddress: https://archive.example/\ncurator: Nobody\n---\n');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function build(): void {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['scripts/build.ts', '--out', dist()],
    {
      encoding: 'utf8',
      env: { ...process.env, VERBATIM_ROOT: folder, SHARE_IMAGES: 'off', CI: '' },
    },
  );
  expect(status, stdout + stderr).toBe(0);
}

/** What the search answers: the number of claims, and the titles of articles. */
async function search(query: string): Promise<{ claims: number; articles: string[] }> {
  const site = await serve(dist());
  try {
    const engine = new Engine(site.address, {
      ...loaderFor(site.address),
      library: async (path) =>
        (await import(pathToFileURL(join(dist(), path)).href)) as PagefindLibrary,
    });
    await engine.open();
    const answer = await engine.ask(readState(new URLSearchParams({ q: query })));
    const { list } = await engine.articles(answer, 10);
    return { claims: answer.selection.claims, articles: list.map(({ title }) => title) };
  } finally {
    await site.close();
  }
}

const PAGES = ['', 'claims/', 'quoting/', 'speakers/', 'search/'];
const saysSo = () => {
  for (const page of PAGES) {
    expect(read(`${page}index.html`), page).toMatch(/\b[Nn]o claims? /);
    expect(read(`${page}index.html`), page).not.toMatch(/\b0 claims/);
  }
};

/** What the head of a page leads to. */
const menu = (): string[] => {
  const nav = /<nav aria-label="Site">.*?<\/nav>/s.exec(read('index.html'))?.[0] ?? '';
  return [...nav.matchAll(/href="\/([^"]*)\/"/g)].map(([, path = '']) => path);
};
const home = () => /<main.*<\/main>/s.exec(read('index.html'))?.[0] ?? '';

test('a text in which nobody says anything', async () => {
  put(
    'sources/quiet.txt',
    'A quiet day\n\nBy Ann Lee\n\n4 May 2021\n\nIt rained on the square all day.\n',
  );
  build();
  saysSo();
  expect(menu()).toEqual(['articles', 'timeline', 'about']);
  expect(home()).not.toMatch(/<svg|Claims along the text|>0</);
  expect(await search('square')).toEqual({ claims: 0, articles: ['A quiet day'] });
});

test('nothing but the card of the site', async () => {
  build();
  saysSo();
  expect(menu()).toEqual(['about']);
  expect(home()).not.toMatch(/<svg|<table|<form/);
  for (const page of ['about/', 'about/permanence/'])
    expect(read(`${page}index.html`), page).not.toMatch(
      /[Ss]o far every|not part of this build|<h2>(?:Stances|Pictures for sharing|Who decided|Versions)</,
    );
  expect(await search('square')).toEqual({ claims: 0, articles: [] });
});

test('words that hold HTML are words, and the last claim can be withdrawn', async () => {
  put(
    'sources/class.txt',
    'Write <a href="title.html">titles</a>\n\nBy Ann Lee\n\n4 May 2021\n\n“Write <a href=\'page.html\'>here</a>, <a href="page.html">there</a> and the class is happy,” said Jane Roe, a teacher.\n\nThe class meets again on Monday in the old hall by the river, where the windows look over the water.\n',
  );
  build();
  expect(read('feed.xml')).toContain('page.html');
  const ids = readdirSync(join(dist(), 'claims')).filter((name) => /^[0-9a-z]{6}$/.test(name));
  expect(ids.length).toBeGreaterThan(0);
  expect((await search('happy')).claims).toBe(ids.length);
  const decisions = ids.map((id) => `- {claim: ${id}, withdrawn: she asked for it}\n`).join('');
  expect(parse(decisions)).toHaveLength(ids.length);
  put('ledger/decisions.yaml', decisions);
  build();
  saysSo();
  for (const id of ids) expect(read(`claims/${id}/index.html`)).toContain('she asked for it');
  expect(read('speakers/jane-roe/index.html')).toContain('has no claims today');
  expect((await search('happy')).claims).toBe(0);
});
