/** The package as others get it: packed, unpacked into a project of its own, and used there. */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createArchive } from '../../src/archive/query.ts';
import { extractQuotes } from '../../src/archive/extract.ts';
import { writeAll } from '../../src/build/making/write-exports.ts';
import { project } from '../../src/build/settings.ts';
import { buildLibrary } from '../../src/build/tools/library.ts';
import { siteFixture } from '../support/site-fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'verbatim-library-'));
const modules = join(folder, 'node_modules');
const TEXT =
  '“We will keep the night ferry,” said Mara Obi, the harbour mayor. She said that nobody would have to wait.';
const archive = createArchive(siteFixture());

/** Packages that the project has stand in for those that npm would bring. */
function link(name: string) {
  mkdirSync(dirname(join(modules, name)), { recursive: true });
  symlinkSync(join(project, 'node_modules', name), join(modules, name));
}

beforeAll(async () => {
  const lib = join(folder, 'lib');
  await buildLibrary(lib);
  const packed = execFileSync(
    'npm',
    ['pack', lib, '--ignore-scripts', '--pack-destination', folder],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  const file = join(folder, packed.trim().split('\n').at(-1) ?? '');
  expect(readFileSync(file).length).toBeLessThan(800_000);
  mkdirSync(join(modules, 'verbatim'), { recursive: true });
  execFileSync('tar', ['xzf', file, '-C', join(modules, 'verbatim'), '--strip-components', '1']);
  const { dependencies } = JSON.parse(
    readFileSync(join(modules, 'verbatim/package.json'), 'utf8'),
  ) as { dependencies: Record<string, string> };
  for (const name of [...Object.keys(dependencies), '@types/node', 'undici-types', 'astro'])
    link(name);
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}\n');
  writeAll(archive, join(folder, 'site'), {
    root: 'https://archive.example/',
    source: ({ text }) => text,
    versions: () => [],
  });
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a module that imports the package prints. */
function run(node: string, code: string) {
  writeFileSync(join(folder, 'run.mjs'), code);
  const { stdout, stderr } = spawnSync(node, ['run.mjs'], { cwd: folder, encoding: 'utf8' });
  expect(stderr).toBe('');
  return JSON.parse(stdout) as unknown;
}

test.each([
  ['this Node', process.execPath],
  ['the Node of the machine', 'node'],
])(
  'with %s, claims are found as by the commands, archives read and selectors followed',
  (_, node) => {
    const found = run(
      node,
      `import { anchor, Claim, findClaims, loadArchive } from 'verbatim';
       import { Article } from 'verbatim/schemas';
       const archive = await loadArchive('site');
       const [claim] = archive.claims;
       const missing = await loadArchive('nowhere').catch((error) => error.message);
       console.log(JSON.stringify({
         found: findClaims(${JSON.stringify(TEXT)}, { language: 'en' }),
         other: findClaims('“Oui,” said Mara Obi.', { language: 'fr' }),
         counts: [archive.articles.length, archive.claims.length, archive.speakers.length],
         again: archive.claim(claim.id).text === claim.text,
         of: archive.claimsOf({ article: claim.article }).length,
         anchored: anchor('x no y', { type: 'TextQuoteSelector', exact: 'no' }).start,
         parsed: Claim.safeParse(claim).success && Article.safeParse(archive.articles[0]).success,
         missing,
       }));`,
    );
    const [claim] = archive.articles.flatMap(({ claims }) => claims);
    expect(found).toEqual({
      found: extractQuotes(TEXT, { language: 'en' }),
      other: { language: 'fr', quotes: [] },
      counts: [archive.articles.length, archive.claims.length, archive.speakers.length],
      again: true,
      of: archive.article(claim!.article)?.claims.length,
      anchored: 2,
      parsed: true,
      missing: expect.stringMatching(
        /^nowhere.data.articles.jsonl cannot be read \(ENOENT\)/,
      ) as string,
    });
  },
);

test('a source that is not as recorded is refused, and so is a line of another form', () => {
  const changed = join(folder, 'changed');
  cpSync(join(folder, 'site'), changed, { recursive: true });
  const [article] = archive.articles;
  mkdirSync(join(changed, 'articles', article!.id), { recursive: true });
  writeFileSync(join(changed, 'articles', article!.id, 'source.txt'), 'Otherwise.');
  const say = (code: string) =>
    run(process.execPath, `import { loadArchive } from 'verbatim'; ${code}`) as string;
  expect(
    say(`const archive = await loadArchive('changed');
         archive.source(archive.article(${JSON.stringify(article!.id)})).catch((e) => console.log(JSON.stringify(e.message)));`),
  ).toMatch(/source\.txt has the SHA-256 [0-9a-f]{64}, its record says [0-9a-f]{64}/);
  writeFileSync(join(changed, 'data/topics.jsonl'), '{"id":"x y"}\nno JSON\n');
  expect(
    say(`loadArchive('changed').catch((e) => console.log(JSON.stringify(e.message)));`).split('\n'),
  ).toEqual([
    expect.stringMatching(/^data\/topics\.jsonl, line 1: `id`: /),
    'data/topics.jsonl, line 2: found no JSON, expected one record as JSON',
  ]);
});

test.each([
  ['node16', ts.ModuleKind.Node16, ts.ModuleResolutionKind.Node16],
  ['bundler', ts.ModuleKind.ESNext, ts.ModuleResolutionKind.Bundler],
])('types are found and hold under moduleResolution %s', (_, module, moduleResolution) => {
  const file = join(folder, 'typed.mts');
  writeFileSync(
    file,
    `import { findClaims, loadArchive, type Found } from 'verbatim';
     import { Article } from 'verbatim/schemas';
     import verbatim from 'verbatim/astro';
     const found: Found = findClaims('x', { language: 'en' });
     export const name: string | null | undefined = found.quotes[0]?.name;
     const archive = await loadArchive(new URL('https://example.org/'));
     export const title: string | undefined = archive.article('x')?.title;
     export const words: string[] = archive.claims.map(({ text }) => text);
     export const article = Article.parse({}).title.toUpperCase();
     export const integration: string = verbatim({ claims: null }).name;
     // @ts-expect-error a number is no text
     findClaims(1);
     // @ts-expect-error there is no such field
     archive.claims[0]?.nothing;`,
  );
  const guide = readFileSync(join(project, 'src/library/README.md'), 'utf8');
  const shown = join(folder, 'shown.mts');
  writeFileSync(shown, /```ts\n([^]*?)```/.exec(guide)?.[1] ?? 'no example');
  const program = ts.createProgram([file, shown], {
    module,
    moduleResolution,
    target: ts.ScriptTarget.ES2022,
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    preserveSymlinks: true,
    types: ['node'],
  });
  expect(
    ts
      .getPreEmitDiagnostics(program)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')),
  ).toEqual([]);
});

test('an Astro site gets its claims marked, linked, and a page for each', () => {
  const site = join(folder, 'blog');
  mkdirSync(join(site, 'src/pages/notes'), { recursive: true });
  mkdirSync(join(site, 'src/content'), { recursive: true });
  symlinkSync(modules, join(site, 'node_modules'));
  const write = (path: string, text: string) => writeFileSync(join(site, path), text);
  write('package.json', '{"type":"module"}\n');
  write(
    'astro.config.mjs',
    `import verbatim from 'verbatim/astro';
     export default { site: 'https://other.example', base: '/blog', integrations: [verbatim()] };`,
  );
  write('src/pages/notes/ferry.md', `---\ntitle: Ferry\n---\n# Ferry\n\n${TEXT}\n`);
  write('src/pages/index.md', '# Nothing is quoted here\n');
  write('src/content/draft.md', `${TEXT}\n`);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(project, 'node_modules/astro/bin/astro.mjs'), 'build', '--silent'],
    { cwd: site, encoding: 'utf8', env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' } },
  );
  expect(status, stdout + stderr).toBe(0);
  const html = readFileSync(join(site, 'dist/notes/ferry/index.html'), 'utf8');
  const ids = [...html.matchAll(/<span id="(\w+)" class="claim/g)].map(([, id]) => id!);
  expect(ids.length).toBe(2);
  for (const id of ids) {
    expect(html).toContain(`href="/blog/claims/${id}/"`);
    const page = readFileSync(join(site, `dist/claims/${id}/index.html`), 'utf8');
    expect(page).toContain('Mara Obi');
    expect(page).toContain(`href="/blog/notes/ferry/#${id}"`);
    expect(page).toContain(`https://other.example/blog/claims/${id}/`);
  }
  expect(readFileSync(join(site, 'dist/index.html'), 'utf8')).not.toContain('class="claim');
});
