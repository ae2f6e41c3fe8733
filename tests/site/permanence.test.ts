/** The built site proves itself, notices one altered character, and comes out the same elsewhere and at another time. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, test } from 'vitest';
import { SUMS, sumsOf, verifySite } from '../../src/build/verify/index.ts';

const site = resolve(process.env.VERBATIM_SITE ?? 'dist');
const project = join(import.meta.dirname, '../..');

test('the site holds together: hashes, words, links', async () => {
  const { problems, counts } = await verifySite(site);
  expect(problems).toEqual([]);
  expect(counts.parts).toBeGreaterThan(counts.claims);
  expect(counts.links).toBeGreaterThan(1000);
});

test('so does the one under another base path', async () => {
  const sub = process.env.VERBATIM_SITE_SUB;
  if (sub) expect((await verifySite(resolve(sub))).problems).toEqual([]);
});

describe('one altered character', () => {
  let copy = '';
  let article = '';
  let claim = '';
  const undo = new Map<string, Buffer>();
  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'verbatim-site-'));
    cpSync(site, copy, { recursive: true });
    const first = JSON.parse(
      readFileSync(join(copy, 'data/claims.jsonl'), 'utf8').split('\n')[0]!,
    ) as { id: string; article: string };
    ({ id: claim, article } = first);
  });
  afterAll(() => rmSync(copy, { recursive: true, force: true }));
  beforeEach(() => undo.clear());
  afterEach(() => {
    for (const [path, bytes] of undo) writeFileSync(path, bytes);
  });

  /** Alters a file; with `hidden` the list of hashes is written anew, as a forger would. */
  const alter = (name: string, change: (text: string) => string, hidden = false) => {
    for (const path of [join(copy, name), join(copy, SUMS)]) undo.set(path, readFileSync(path));
    const text = readFileSync(join(copy, name), 'utf8');
    expect(change(text)).not.toBe(text);
    writeFileSync(join(copy, name), change(text));
    if (hidden) writeFileSync(join(copy, SUMS), sumsOf(copy));
  };

  test.each(['articles/*/source.txt', 'claims/+/index.html', 'data/claims.csv'])(
    'in %s shows in its hash',
    async (pattern) => {
      const name = pattern.replace('*', article).replace('+', claim);
      alter(name, (text) => text.replace(/e/, 'E'));
      expect((await verifySite(copy)).problems).toContainEqual(
        expect.objectContaining({
          kind: 'hash',
          message: `${name} was altered: its SHA-256 is not the one in ${SUMS}`,
        }),
      );
    },
  );

  test('in a source is noticed though the hashes were written anew', async () => {
    const line = JSON.parse(
      readFileSync(join(copy, 'data/claims.jsonl'), 'utf8').split('\n')[0]!,
    ) as { parts: { start: number }[] };
    alter(
      `articles/${article}/source.txt`,
      (text) => {
        const letters = [...text];
        letters[line.parts[0]!.start] = letters[line.parts[0]!.start] === 'X' ? 'Y' : 'X';
        return letters.join('');
      },
      true,
    );
    const { problems } = await verifySite(copy);
    expect(problems).toContainEqual(expect.objectContaining({ kind: 'source', article }));
    expect(problems).toContainEqual(expect.objectContaining({ kind: 'words', article, claim }));
  });

  test('in the words of a claim, in the data file', async () => {
    alter(
      'data/claims.jsonl',
      (text) =>
        text.replace(
          /("exact":")(.)/,
          (_, key: string, letter: string) => key + (letter === 'X' ? 'Y' : 'X'),
        ),
      true,
    );
    expect((await verifySite(copy)).problems).toContainEqual(
      expect.objectContaining({ kind: 'words', article, claim }),
    );
  });

  test('on the page of a claim', async () => {
    const { text } = JSON.parse(
      readFileSync(join(copy, 'data/claims.jsonl'), 'utf8').split('\n')[0]!,
    ) as { text: string };
    const word = /\p{L}{6,}/u.exec(text)![0];
    alter(
      `claims/${claim}/index.html`,
      (html) => html.replaceAll(word, `${word.slice(0, -1)}~`),
      true,
    );
    expect((await verifySite(copy)).problems).toContainEqual(
      expect.objectContaining({ kind: 'page', article, claim }),
    );
  });

  test('in a link, and a page that is gone', async () => {
    alter(
      'index.html',
      (html) => html.replace(/href="([^"]*)articles\/"/, 'href="$1artikles/"'),
      true,
    );
    expect((await verifySite(copy)).problems).toContainEqual(
      expect.objectContaining({
        kind: 'link',
        message: expect.stringContaining('where there is no page') as string,
      }),
    );
  });
});

test('another folder, time zone, locale, day and order of files: the same bytes', () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'verbatim elsewhere é '));
  try {
    cpSync(join(project, 'content'), join(elsewhere, 'content'), { recursive: true });
    const built = spawnSync(
      process.execPath,
      [
        '--disable-warning=ExperimentalWarning',
        '--import',
        join(import.meta.dirname, 'other-day.mjs'),
        'scripts/build.ts',
        '--frozen',
      ],
      {
        cwd: project,
        encoding: 'utf8',
        env: {
          ...process.env,
          BASE_PATH: '/',
          VERBATIM_ROOT: elsewhere,
          VERBATIM_RECORDS: undefined,
          TZ: 'Pacific/Apia',
          LC_ALL: 'tr_TR.UTF-8',
          LANG: 'tr_TR.UTF-8',
        },
      },
    );
    expect(built.status, built.stderr).toBe(0);
    expect(readFileSync(join(elsewhere, 'dist', SUMS), 'utf8')).toBe(
      readFileSync(join(site, SUMS), 'utf8'),
    );
    expect(readdirSync(join(elsewhere, 'content')).sort()).toEqual(
      readdirSync(join(project, 'content')).sort(),
    );
  } finally {
    rmSync(elsewhere, { recursive: true, force: true });
  }
});
