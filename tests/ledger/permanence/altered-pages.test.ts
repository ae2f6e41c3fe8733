/**
 * A site whose pages were altered, and all hashes made anew, is never said to hold together: the
 * alterations are generated (`VERBATIM_ALTERATIONS` sets how many, `VERBATIM_SEED` which).
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filesUnder } from '../../../src/build/putting-in-place/put-in-place.ts';
import { remake, type Remade } from '../../../src/build/verify/remade.ts';
import { SUMS, sumsOf, verifySite } from '../../../src/build/verify/index.ts';
import { formatLedger, formatManifest } from '../../../src/ledger/index.ts';
import { RECORDS_FILE } from '../../../src/publish/exports/records.ts';
import { alteration, random, readAlterable } from './alterations.ts';
import { TEXTS } from './texts.ts';

const project = join(import.meta.dirname, '../../..');
const wanted = Number(process.env.VERBATIM_ALTERATIONS ?? 240);
const seed = Number(process.env.VERBATIM_SEED ?? 1);
let root = '';
let site = '';
let again: Remade | undefined;
let pages: string[] = [];
let targets: string[] = [];

const put = (path: string, text: string) => {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
};
const page = (name: string) => readFileSync(join(site, name), 'utf8');

/** Every kind of page: versions with differences, an interview, a withdrawn claim, one that lost its words, a topic, places, notes. */
async function layOut(): Promise<void> {
  put(
    'content/site.md',
    '---\nname: Test archive\naddress: http://localhost:4321/\ncurator: A. Curator\n---\n\nOf this test.\n',
  );
  for (const name of ['ferry', 'wire', 'mill'])
    put(`content/sources/${name}.txt`, TEXTS[name] ?? '');
  process.env.VERBATIM_ROOT = root;
  const { readContent } = await import('../../../src/build/archive-files/content.ts');
  const { runPipeline } = await import('../../../src/build/archive-files/pipeline.ts');
  const { archive } = runPipeline(readContent());
  for (const [article, { rows }] of archive.ledger)
    put(`content/ledger/${article}.json`, formatLedger(rows));
  put('content/sources/manifest.json', formatManifest(archive.versions));
  const ids = (article: string) => archive.ledger.get(article)?.rows.map(({ id }) => id) ?? [];
  const [one, two] = ids('ferry');
  put(
    'content/ledger/decisions.yaml',
    `- {claim: ${ids('wire')[0]}, withdrawn: it named a person who asked not to be named}\n`,
  );
  put(
    'content/topics/will-it-run.md',
    `---\nquestion: Will the ferry run?\ncurator: A. Curator\nanswers:\n  - claim: ${one}\n    stance: it will\n    note: until spring\n  - claim: ${two}\n    stance: at a cost\n---\n`,
  );
  put('content/places/rye.md', '---\nname: Rye\n---\n');
  put('content/outlets/harbour-post.md', '---\nname: Harbour Post\n---\nA paper of this test.\n');
  put(
    `content/annotations/${one}.md`,
    `---\ncurator: A. Curator\nrelations:\n  - to: ${two}\n    kind: contradicts\n    why: one says it stays\n---\nA note of the curator.\n`,
  );
  put(
    'content/sources/ferry.2.txt',
    (TEXTS.ferry ?? '')
      .replace('We have heard such promises before', 'Promises of this kind were made to us')
      .replace('four hours', 'five hours'),
  );
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'verbatim-altered-'));
  await layOut();
  const built = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(project, 'scripts/build.ts')],
    {
      cwd: project,
      encoding: 'utf8',
      env: { ...process.env, VERBATIM_ROOT: root, SHARE_IMAGES: 'off', CI: '' },
    },
  );
  expect(built.status, built.stderr).toBe(0);
  site = join(root, 'dist');
  const files = filesUnder(site);
  again = await remake(site, new URL('http://localhost:4321/'), new Set(files));
  expect(again.problems).toEqual([]);
  pages = files.filter((name) => name.endsWith('.html'));
  targets = [
    ...new Set(pages.flatMap((name) => readAlterable(page(name)).links.map(({ href }) => href))),
  ].filter((href) => href.startsWith('/'));
});
afterAll(() => {
  again?.tidy();
  rmSync(root, { recursive: true, force: true });
});

/** What the proof says of a site whose files are altered, its hashes made anew; the files are put back. */
async function saidOf(altered: ReadonlyMap<string, string>, remade: string | true) {
  const before = new Map([...altered.keys(), SUMS].map((name) => [name, page(name)]));
  for (const [name, text] of altered) writeFileSync(join(site, name), text);
  writeFileSync(join(site, SUMS), sumsOf(site));
  try {
    return (await verifySite(site, { remade })).problems;
  } finally {
    for (const [name, text] of before) writeFileSync(join(site, name), text);
  }
}

test('unaltered, it holds together, and every kind of page is there', async () => {
  expect((await verifySite(site, { remade: again?.folder ?? '' })).problems).toEqual([]);
  for (const kind of [
    /^articles\/ferry\/index/,
    /^articles\/ferry\/versions\/1-2\/index/,
    /^claims\/\w+\/index/,
    /^speakers\/[^/]+\/index/,
    /^outlets\/[^/]+\/index/,
    /^topics\/[^/]+\/index/,
    /^places\/index/,
    /^(?:timeline|quoting|compare|data|search|about\/permanence)\/index/,
    /^404/,
  ])
    expect(
      pages.some((name) => kind.test(name)),
      String(kind),
    ).toBe(true);
  expect(pages.some((name) => page(name).includes('data-status="orphaned"'))).toBe(true);
  expect(pages.some((name) => page(name).includes('data-status="withdrawn"'))).toBe(true);
});

test('every generated alteration of a page is named, with what it is', async () => {
  const number = random(seed);
  const missed: string[] = [];
  for (let done = 0; done < wanted;) {
    const round = new Map<string, { what: string; html: string }>();
    for (const name of pages) round.set(name, alteration(page(name), number, targets));
    const problems = await saidOf(
      new Map([...round].map(([name, { html }]) => [name, html])),
      again?.folder ?? '',
    );
    const named = new Set(
      problems
        .filter(({ kind, message }) => kind === 'made' && !message.includes('its markup differs'))
        .map(({ message }) => message.split(' ')[0]),
    );
    for (const [name, { what }] of round) if (!named.has(name)) missed.push(`${name}: ${what}`);
    done += round.size;
  }
  expect(missed).toEqual([]);
});

test('what hides without a word, a style, and a page that nothing makes are named too', async () => {
  const style = filesUnder(site).find((name) => name.endsWith('.css')) ?? '';
  const problems = await saidOf(
    new Map([
      [style, `${page(style)}\nmain{display:none}`],
      ['index.html', page('index.html').replace('<main', '<main class="sr"')],
    ]),
    again?.folder ?? '',
  );
  for (const name of [style, 'index.html'])
    expect(
      problems.some(({ message }) => message.startsWith(`${name} is not`)),
      name,
    ).toBe(true);
});

/** A text of JSON Lines with one thing altered, in the first line that has the mark. */
const lineWith = (text: string, mark: string, from: string | RegExp, to: string) => {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => line.includes(mark) && line.search(from) >= 0);
  expect(at, `a line with ${mark} and ${String(from)}`).toBeGreaterThanOrEqual(0);
  return lines.with(at, (lines[at] ?? '').replace(from, to)).join('\n');
};

test('the records themselves: pages and data no longer follow from them', async () => {
  let text = page(RECORDS_FILE);
  text = lineWith(text, '"kind":"article"', /"confidence":0\.\d/, '"confidence":0.0');
  text = lineWith(text, '"kind":"topics"', 'at a cost', 'never');
  text = lineWith(text, '"kind":"addresses"', 'not to be named', 'to be named');
  const problems = await saidOf(new Map([[RECORDS_FILE, text]]), true);
  for (const named of [
    /^claims\/\w+\/index\.html/,
    /^topics\/will-it-run\/index\.html/,
    /^data\/tombstones\.jsonl/,
  ])
    expect(
      problems.some(({ kind, message }) => kind === 'made' && named.test(message)),
      String(named),
    ).toBe(true);
});

test('records that cannot be meant are one message, and nothing leaves its folder', async () => {
  for (const [from, to, named] of [
    ['"kind":"topics"', '"kind":"toString"', /`kind` is "toString"/],
    ['"file":"ferry.txt"', '"file":"../../ferry.txt"', /leads out of its folder/],
    ['"path":"claims/', '"path":"../claims/', /leads out of its folder/],
    ['{"kind":"site"', '{"kind":"site', /is no JSON/],
    ['"curator":"A. Curator"', '"curator":7', /is not as this version/],
  ] as const) {
    const altered = lineWith(page(RECORDS_FILE), from, from, to);
    const problems = await saidOf(new Map([[RECORDS_FILE, altered]]), true);
    expect(
      problems.filter(({ message }) => named.test(message)),
      String(named),
    ).toHaveLength(1);
  }
});

test('a data file, whatever of it is altered', async () => {
  for (const [name, from, to] of [
    ['data/claims.jsonl', '"review":"machine"', '"review":"confirmed"'],
    ['data/claims.jsonl', /"confidence":0\.\d/, '"confidence":0.0'],
    ['data/topics.jsonl', 'it will', 'it may'],
    ['data/outlets.jsonl', 'A paper', 'No paper'],
    ['data/archive.ris', /Ruud|Holm/, 'Nobody'],
  ] as const) {
    const altered = page(name).replace(from, to);
    expect(altered, `${name} has ${String(from)}`).not.toBe(page(name));
    const problems = await saidOf(new Map([[name, altered]]), again?.folder ?? '');
    expect(
      problems.some(({ kind, message }) => kind === 'made' && message.startsWith(name)),
      name,
    ).toBe(true);
  }
});
