/** An archive of one's own: begun by `npm run new`, in order from its first minute, and upgraded when told so. */
import { spawnSync } from 'node:child_process';
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
import { join } from 'node:path';
import { VFile } from 'vfile';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { filesOf } from '../../src/build/beginning/files.ts';
import type { Beginning } from '../../src/build/beginning/options.ts';
import { articleCard } from '../../src/build/taking-in/article-card.ts';
import { readHead } from '../../src/archive/article.ts';
import { readCard } from '../../src/intake/cards/read.ts';
import { ArticleCard, SiteFrontMatter } from '../../src/intake/cards/schema.ts';
import { read } from '../../src/intake/read.ts';
import { run } from '../support/processes.ts';

const project = join(import.meta.dirname, '../..');
const root = mkdtempSync(join(tmpdir(), 'verbatim-begin-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const git = (folder: string, ...args: string[]) =>
  spawnSync('git', ['-C', folder, ...args], { encoding: 'utf8' });
const at = (...path: string[]) => join(root, ...path);
const text = (...path: string[]) => readFileSync(at(...path), 'utf8');

const BEGINNING: Beginning = {
  folder: '/archive',
  name: 'Ferry: "the" dispute #1',
  curator: 'Ida Berg, O’Neill & sons',
  address: 'https://example.org/ferry/',
  host: 'github',
  sample: false,
};

/** What a card says, with the messages on it. */
function cardOf(value: string, schema: typeof SiteFrontMatter | typeof ArticleCard) {
  const file = new VFile({ path: 'card.md', value });
  const card = readCard(file, schema);
  return { data: card?.data, messages: file.messages.map(String) };
}

/** The card with one remark that begins with a key made a line of it; one card for each of them. */
function usedOneByOne(card: string): [key: string, card: string][] {
  const lines = card.split('\n');
  return lines.flatMap((line, i): [string, string][] => {
    const key = /^# ([a-zA-Z]+):(?: |$)/.exec(line)?.[1];
    if (!key) return [];
    const entries = lines.slice(i + 1).findIndex((next) => !/^# {3}-/.test(next));
    const used = lines
      .map((one, k) => (k >= i && k <= i + entries ? one.replace(/^# /, '') : one))
      .join('\n');
    return [[key, used.replaceAll(/\bID\b/g, 'some-id')]];
  });
}

describe('the site card of a new archive', () => {
  const card = filesOf(BEGINNING).get('content/site.md') ?? '';
  test('says what was said, whatever is in it', () =>
    expect(cardOf(card, SiteFrontMatter)).toEqual({
      data: { name: BEGINNING.name, curator: BEGINNING.curator, address: BEGINNING.address },
      messages: [],
    }));
  test('is in order where nothing was said', () =>
    expect(
      cardOf(
        filesOf({ ...BEGINNING, curator: null, address: null }).get('content/site.md') ?? '',
        SiteFrontMatter,
      ).messages,
    ).toEqual([]));
  test('explains every key that there is', () => {
    for (const key of Object.keys(SiteFrontMatter.shape))
      expect(card, key).toMatch(new RegExp(`^(?:# )?${key}: \\S`, 'm'));
  });
  test('explains each of them once', () => {
    for (const key of Object.keys(SiteFrontMatter.shape))
      expect(card.match(new RegExp(`^(?:# )?${key}:`, 'gm')), key).toHaveLength(1);
  });
  test.each(usedOneByOne(card))('takes its own example of %s', (key, used) => {
    const { data, messages } = cardOf(used, SiteFrontMatter);
    expect(messages).toEqual([]);
    expect(data).toHaveProperty(key);
  });
});

describe('the card of an article that was taken in', () => {
  const SOURCE = `Board keeps the ferry\n\nBy Jon Reyes\n\nHarbour Post, 14 March 2021\n\n“We will keep it,” said Mara Obi.\n`;
  const cards = [SOURCE, 'It rained on the square all day.\n'].map((source) => {
    const file = new VFile({ path: 'a.txt', value: new TextEncoder().encode(source) });
    const raw = read(file);
    const head = raw && readHead(raw, file);
    if (!head) throw new Error('expected a text');
    return articleCard({ facts: {}, head, format: undefined, outlet: null, copies: [] });
  });
  test('says nothing of itself', () => {
    for (const card of cards) expect(cardOf(card, ArticleCard)).toEqual({ data: {}, messages: [] });
  });
  test('shows what was found', () => {
    expect(cards[0]).toMatch(/^# title: Board keeps the ferry # found/m);
    expect(cards[0]).toMatch(/^# byline: \[ *\{ *name: Jon Reyes, role: author *\} *\] # found/m);
    expect(cards[0]).toMatch(/^# published: \{edtf: 2021-03-14, basis: stated\}/m);
  });
  test('shows every key that there is', () => {
    for (const card of cards)
      for (const key of Object.keys(ArticleCard.shape))
        expect(card, key).toMatch(new RegExp(`^# ${key}:`, 'm'));
  });
  test.each(cards.flatMap(usedOneByOne))('takes its own example of %s', (key, used) => {
    const { data, messages } = cardOf(used, ArticleCard);
    expect(messages).toEqual([]);
    expect(data).toHaveProperty(key);
  });
});

test.each(['github', 'gitlab'] as const)('the workflow for %s builds frozen and proves', (host) => {
  const files = filesOf({ ...BEGINNING, host });
  const [path = '', flow = ''] = [...files].find(([name]) => name.endsWith('.yml')) ?? [];
  expect(path).toMatch(host === 'github' ? /^\.github\/workflows\// : /^\.gitlab-ci\.yml$/);
  const flowOf = parse(flow) as {
    jobs?: { publish: { steps: { run?: unknown }[] } };
    pages?: { script: unknown[] };
  };
  const lines =
    flowOf.jobs?.publish.steps.flatMap(({ run: one }) => one ?? []) ?? flowOf.pages?.script;
  expect(lines?.length).toBeGreaterThan(1);
  for (const line of lines ?? []) expect(line).toBeTypeOf('string');
  // The commit is read from the note as this version writes it.
  const reads = /sed -n '[^']+'/.exec(flow)?.[0] ?? '';
  const note = files.get('content/ledger/software.yaml') ?? '';
  const commit = /^commit: (.+)$/m.exec(note)?.[1] ?? '';
  expect(spawnSync('sh', ['-c', reads], { input: note, encoding: 'utf8' }).stdout.trim()).toBe(
    commit,
  );
  for (const command of ['npm ci', 'npm run build', '--frozen', 'npm run verify'])
    expect(flow).toContain(command);
});

describe('npm run new', () => {
  test('begins an archive that is in order, with an article to look at', () => {
    const { status, output } = run('new', [
      at('ferry'),
      '--name',
      'Harbour ferry dispute',
      '--sample',
    ]);
    expect(status, output).toBe(0);
    expect(output).toMatch(/Still to be filled in, in content\/site\.md: curator and address/);
    expect(git(at('ferry'), 'rev-parse', '--is-inside-work-tree').stdout.trim()).toBe('true');
    expect(git(at('ferry'), 'rev-parse', '--verify', 'HEAD').status).not.toBe(0);
    const records = run('records', ['--archive', at('ferry')]);
    expect(records).toMatchObject({
      status: 0,
      output: expect.stringMatching(/^1 article, \d+ claims.*no warnings\n$/) as string,
    });
  });
  test('without an article it is empty, and in order too', () => {
    expect(run('new', [at('new-mill'), '--host', 'none']).status).toBe(0);
    expect(text('new-mill/content/site.md')).toMatch(/^name: New mill$/m);
    expect(existsSync(at('new-mill/.github'))).toBe(false);
    expect(run('records', ['--archive', at('new-mill')]).output).toMatch(/^no articles, no claims/);
  });
  test('a folder that holds nothing but .git will do', () => {
    mkdirSync(at('cloned'));
    git(root, 'init', '--quiet', 'cloned');
    expect(run('new', [at('cloned')]).status).toBe(0);
  });
  test.each([
    [
      'a folder that holds something',
      () => [at('taken')],
      /holds letter\.txt, expected an empty one/,
    ],
    ['a file', () => [at('taken/letter.txt')], /it is a file/],
    [
      'a folder of the software',
      () => [join(project, 'my-archive')],
      /within the software’s own folder/,
    ],
    ['no folder', () => [], /Name the folder/],
    ['two folders', () => [at('a'), at('b')], /is a second one/],
    ['an unknown host', () => [at('a'), '--host', 'moon'], /no host `moon`/],
    ['an unknown option', () => [at('a'), '--nam', 'A'], /--nam/],
    [
      'an address that is none',
      () => [at('a'), '--address', 'example.org'],
      /cannot be the site’s/,
    ],
  ])('is refused for %s', (_, args, reason) => {
    mkdirSync(at('taken'), { recursive: true });
    writeFileSync(at('taken/letter.txt'), 'kept');
    const { status, output } = run('new', args());
    expect(output).toMatch(reason);
    expect(output).not.toMatch(/^\s+at /m);
    expect(status).toBe(1);
    expect(readdirSync(at('taken'))).toEqual(['letter.txt']);
    expect(existsSync(at('a'))).toBe(false);
    expect(existsSync(join(project, 'my-archive'))).toBe(false);
  });
});

describe('an archive of one’s own, built', () => {
  const archive = () => at('own');
  const note = 'content/ledger/software.yaml';
  const { version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as {
    version: string;
  };
  const noted = (other: string) => writeFileSync(join(archive(), note), `version: ${other}\n`);
  const ledger = () => text('own/content/ledger/night-ferry.json');

  test('shows what its card sets, and is proved', () => {
    run('new', [
      archive(),
      '--name',
      'Ferry papers',
      '--sample',
      '--address',
      'https://example.org/old/papers/',
    ]);
    const card = text('own/content/site.md')
      .replace('# description: ', 'description: ')
      .replace('# licence: ', 'licence: ')
      .replace('# accent: ', 'accent: ')
      .replace('# logo: ', 'logo: ')
      .replace('# footer: ', 'footer: ')
      .replace(/^# menu: .*$/m, 'menu: [claims, topics, imprint]');
    writeFileSync(at('own/content/site.md'), card);
    writeFileSync(
      at('own/content/logo.svg'),
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>',
    );
    writeFileSync(at('own/content/about.md'), '# Why\n\nThe [claims](/claims/) of a town.\n');
    writeFileSync(at('own/content/pages/imprint.md'), '---\ntitle: Imprint\n---\nQuay 3.\n');
    const { status, output } = run('build', ['--archive', archive()]);
    expect(status, output).toBe(0);

    const home = text('own/dist/index.html');
    expect(home).toMatch(/<h1 class="lede">What was said about the night ferry/);
    expect(home).toContain('<img class="logo" src="/old/papers/logo.svg" alt="">');
    expect(home).toContain('<link rel="stylesheet" href="/old/papers/accent.css">');
    expect(home).toContain('href="https://creativecommons.org/licenses/by/4.0/"');
    expect(home).toContain('Kept by the <a href="https://example.org/">harbour library</a>.');
    const menu = /<nav aria-label="Site">.*?<\/nav>/s.exec(home)?.[0] ?? '';
    expect([...menu.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)).toEqual([
      '/old/papers/claims/',
      '/old/papers/pages/imprint/',
    ]);
    expect(text('own/dist/pages/imprint/index.html')).toContain('<p>Quay 3.</p>');
    expect(text('own/dist/about/index.html')).toContain('<a href="/old/papers/claims/">claims</a>');
    expect(text('own/dist/accent.css')).toContain('#7a1f3d');
    expect(text('own/content', 'ledger/software.yaml')).toContain(`version: ${version}\n`);
    const verified = run('verify', ['--archive', archive(), 'dist']);
    expect(verified.status, verified.output).toBe(0);
    const again = run('build', ['--archive', archive(), '--frozen']);
    expect(again.status, again.output).toBe(0);
  });

  test('another version that changes nothing goes on, and notes itself', () => {
    noted('0.0.1');
    const { status, output } = run('build', ['--archive', archive()]);
    expect(status, output).toBe(0);
    expect(text('own', note)).toContain(`version: ${version}\n`);
  });

  test('another version says what it would change before it changes it', () => {
    const former = ledger();
    const rows = JSON.parse(former) as unknown[];
    expect(rows.length).toBeGreaterThan(1);
    writeFileSync(at('own/content/ledger/night-ferry.json'), '[]\n');
    noted('99.0.0');
    const refused = run('build', ['--archive', archive()]);
    expect(refused.status).toBe(1);
    expect(refused.output).toMatch(/written by Verbatim 99\.0\.0; this is .*, which is older/);
    expect(refused.output).toMatch(/Claim \w+ of night-ferry would be minted/);
    expect(refused.output).toMatch(/npm run upgrade/);
    const shown = run('upgrade', ['--archive', archive()]);
    expect(shown.status, shown.output).toBe(0);
    expect(shown.output).toMatch(/would be minted[\s\S]*Nothing was changed/);
    expect(ledger()).toBe('[]\n');
    const done = run('upgrade', ['--archive', archive(), '--yes']);
    expect(done.status, done.output).toBe(0);
    expect(ledger()).toBe(former);
    expect(text('own', note)).toContain(`version: ${version}\n`);
    expect(run('upgrade', ['--archive', archive()]).output).toMatch(/nothing to upgrade/);
  });

  test('a note that cannot be read is told, with the way back', () => {
    writeFileSync(at('own', note), 'version: new\n');
    const { status, output } = run('build', ['--archive', archive()]);
    expect(status).toBe(1);
    expect(output).toMatch(/software\.yaml cannot be read[\s\S]*git checkout/);
  });
}, 240_000);
