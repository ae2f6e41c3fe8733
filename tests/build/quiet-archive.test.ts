/** Archives with little or nothing in them: they are built, proved and searched, and say what they lack. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { serve } from '../../src/build/server/serve.ts';
import { readState } from '../../src/search/state.ts';
import { Engine } from '../../src/site/client/search/engine.ts';
import { loaderFor } from '../../src/site/client/search/loader.ts';
import type { PagefindLibrary } from '../../src/site/client/search/pagefind.ts';
import { build as runBuild, empty, oneFolder } from '../support/command.ts';

process.env.SHARE_IMAGES = 'off';
const folder = oneFolder('quiet');
/** Each test has a site of its own: what a search loads stays loaded under its address. */
let sites = 0;
const dist = () => join(folder, `site-${sites}`);
const put = (path: string, text: string) => {
  mkdirSync(join(folder, 'content', path, '..'), { recursive: true });
  writeFileSync(join(folder, 'content', path), text);
};
const read = (path: string) => readFileSync(join(dist(), path), 'utf8');
beforeEach(() => {
  empty(folder);
  sites++;
  put('site.md', '---\nname: Quiet\naddress: https://archive.example/\ncurator: Nobody\n---\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function build(): Promise<void> {
  const { status, stdout, stderr } = await runBuild('--out', dist());
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
  await build();
  saysSo();
  expect(menu()).toEqual(['articles', 'timeline', 'about']);
  expect(home()).not.toMatch(/<svg|Claims along the text|>0</);
  expect(await search('square')).toEqual({ claims: 0, articles: ['A quiet day'] });
});

test('nothing but the card of the site', async () => {
  await build();
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
  await build();
  expect(read('feed.xml')).toContain('page.html');
  const ids = readdirSync(join(dist(), 'claims')).filter((name) => /^[0-9a-z]{6}$/.test(name));
  expect(ids.length).toBeGreaterThan(0);
  expect((await search('happy')).claims).toBe(ids.length);
  const decisions = ids.map((id) => `- {claim: ${id}, withdrawn: she asked for it}\n`).join('');
  expect(parse(decisions)).toHaveLength(ids.length);
  put('ledger/decisions.yaml', decisions);
  await build();
  saysSo();
  for (const id of ids) expect(read(`claims/${id}/index.html`)).toContain('she asked for it');
  expect(read('speakers/jane-roe/index.html')).toContain('has no claims today');
  expect((await search('happy')).claims).toBe(0);
});
