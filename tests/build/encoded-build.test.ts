/** A whole site of texts that are written in references, misread or in another language: built, then verified. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import type { Element, Nodes } from 'hast';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifySite } from '../../src/build/verify/index.ts';
import type { PublicArticle } from '../../src/publish/exports/schema.ts';

const scripts = join(import.meta.dirname, '../../scripts');
const HEAD = 'Night ferry to stay\n\nBy Ann Lee\n\nMay 3, 2021\n\n';
const WORDS = '“We will keep the ferry — for good,” said Mara Obi of the Café Élan. “It’s needed.”';
const misread = (words: string) => Buffer.from(words, 'utf8').toString('latin1');
const asReferences = (words: string) =>
  words.replace(/[^\0-~]/gu, (char) => `&#${char.codePointAt(0)};`);
const GERMAN =
  '„Wir behalten die Nachtfähre“, sagte Mara Obi, die seit zwei Jahren den Hafenrat der Stadt leitet.';
const HEBREW_TITLE = 'המעבורת נשארת';
const HEBREW =
  'מועצת הנמל של העיר החליטה אתמול להשאיר את המעבורת גם בחורף הבא, ולא להעלות את מחיר הכרטיס.';
const SOURCES: Record<string, string> = {
  'plain.txt': HEAD + WORDS,
  'references.txt': HEAD.replace('Night', 'Day') + asReferences(WORDS),
  'doubled.txt': HEAD.replace('Night', 'Car') + asReferences(WORDS).replaceAll('&', '&amp;'),
  'misread.txt': HEAD.replace('Night', 'Rail') + misread(WORDS),
  'twice.txt': HEAD.replace('Night', 'Chain') + misread(misread(WORDS)),
  'markdown.md': `---\ntitle: Foot ferry to stay\n---\n\n${asReferences(WORDS).replaceAll('&', '&amp;')}`,
  // As scripts and pictures stand in saved pages: more than a browser lays out in one piece.
  'endless.txt': `${HEAD.replace('Night', 'Rope')}${WORDS}\n\n${'rope'.repeat(9000)} ${'😀'.repeat(9001)}\n`,
  'deutsch.txt': `Die Fähre bleibt\n\n${GERMAN}\n\n${GERMAN}`,
  'ivrit.txt': `${HEBREW_TITLE}\n\n${HEBREW}\n\n${HEBREW}`,
};

let root = '';
const run = (script: string, ...args: string[]) =>
  spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(scripts, script), ...args],
    {
      cwd: join(scripts, '..'),
      encoding: 'utf8',
      env: {
        ...process.env,
        VERBATIM_ROOT: root,
        VERBATIM_RECORDS: join(root, 'records'),
        SHARE_IMAGES: 'off',
        CI: '',
      },
    },
  );
const dist = (path: string) => readFileSync(join(root, 'dist', path), 'utf8');
const find = (node: Nodes, wanted: (element: Element) => boolean): Element | null => {
  if (node.type === 'element' && wanted(node)) return node;
  for (const child of 'children' in node ? node.children : []) {
    const found = find(child, wanted);
    if (found) return found;
  }
  return null;
};
function words(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(words).join('') : '';
}
const page = (id: string) => fromHtml(dist(`articles/${id}/index.html`));
const article = (id: string) =>
  JSON.parse(dist(`articles/${id}/article.json`)) as Omit<PublicArticle, 'claims'> & {
    text: string;
    claims: { text: string; parts: { start: number; end: number; exact: string }[] }[];
  };

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'verbatim-encoded-'));
  mkdirSync(join(root, 'content/sources'), { recursive: true });
  writeFileSync(
    join(root, 'content/site.md'),
    '---\nname: Test archive\naddress: http://localhost:4321/\ncurator: A. Curator\n---\n\nOf this test.\n',
  );
  for (const [name, text] of Object.entries(SOURCES))
    writeFileSync(join(root, 'content/sources', name), text);
  const { status, stderr } = run('build.ts', '--out', join(root, 'dist'));
  expect(status, stderr).toBe(0);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('the page of a version shows a source of any length in portions, which joined are the source', () => {
  const shown = (id: string) => {
    const text = find(
      fromHtml(dist(`articles/${id}/versions/1/index.html`)),
      ({ properties }) => properties.dataSource !== undefined,
    );
    const parts = text?.children.filter(
      (child) => child.type === 'element' && child.properties.className?.toString() === 'portion',
    );
    return { text: words(text ?? page(id)), portions: parts?.length };
  };
  const source = (id: string) => dist(`articles/${id}/versions/1/source.txt`);
  expect(shown('endless')).toEqual({ text: source('endless'), portions: 4 });
  expect(shown('plain')).toEqual({ text: source('plain'), portions: 0 });
});

describe('each text', () => {
  const plain = () => article('plain').claims.map(({ text }) => text);

  test.each([
    ['references', ['references']],
    ['doubled', ['references']],
    ['misread', ['windows-1252']],
    ['twice', ['windows-1252', 'windows-1252']],
    ['markdown', ['doubled-references']],
  ])('%s reads as the plain one, and leads back to its own characters', (id, undone) => {
    const { claims, text, undone: noted } = article(id);
    expect(plain().length).toBeGreaterThan(0);
    expect(claims.map((claim) => claim.text)).toEqual(plain());
    expect(text).toContain(WORDS);
    expect(noted).toEqual(undone);
    const points = [...dist(`articles/${id}/source.txt`)];
    for (const { start, end, exact } of claims.flatMap(({ parts }) => parts))
      expect(points.slice(start, end).join('')).toBe(exact);
    const shown = find(page(id), ({ properties }) => properties.id === 'text');
    expect(shown && words(shown)).toContain('said Mara Obi of the Café Élan.');
  });

  test('in another language says so and has no claims', () => {
    expect(article('deutsch')).toMatchObject({
      language: 'de',
      languageBasis: 'detected',
      claims: [],
    });
    const text = find(page('deutsch'), ({ properties }) => properties.id === 'text');
    const paragraph = text && find(text, ({ tagName }) => tagName === 'p');
    expect(paragraph?.properties).toMatchObject({ lang: 'de', dataBlock: '' });
    expect(text?.properties.lang).toBeUndefined();
    expect(words(page('deutsch'))).toMatch(/claims were not looked for/);
    expect(words(page('plain'))).not.toMatch(/claims were not looked for/);
  });
});

test('lists say in which language a title is, and which way it runs', () => {
  const list = fromHtml(dist('articles/index.html'));
  const title = (id: string) =>
    find(list, ({ properties }) => String(properties.href).endsWith(`/articles/${id}/`));
  expect(title('deutsch')?.properties).toMatchObject({ lang: 'de' });
  expect(title('ivrit')?.properties).toMatchObject({ lang: 'he', dir: 'rtl' });
  expect(title('plain')?.properties).not.toHaveProperty('lang');
});

test('the site is verified, and an altered word is not', async () => {
  const whole = run('verify.ts', join(root, 'dist'));
  expect([whole.status, whole.stderr]).toEqual([0, '']);
  const path = join(root, 'dist/articles/misread/index.html');
  writeFileSync(path, readFileSync(path, 'utf8').replace('Café Élan', 'Cafe Elan'));
  const { problems } = await verifySite(join(root, 'dist'));
  expect(problems.map(({ message }) => message)).toContainEqual(
    expect.stringMatching(/articles\/misread\/index\.html: the (?:text|words)/),
  );
});
