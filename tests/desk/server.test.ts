/** The desk on a real folder: whom the server answers, what is saved, and what others do meanwhile. */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { Acted, Changes, Committed, Queue, Session, type Act } from '../../src/desk/api.ts';
import { Desk } from '../../src/desk/desk.ts';
import { serveDesk, type DeskServer } from '../../src/desk/server/http.ts';
import { suggestionsIn } from '../../src/desk/review/suggestion-files.ts';
import { recoverSave, saveTexts } from '../../src/desk/server/saving.ts';
import { suggestionText } from '../../src/publish/suggestion.ts';
import { BRIDGE, FERRY, OBI } from './desk-archive.ts';

const folder = mkdtempSync(join(tmpdir(), 'verbatim-desk-'));
const root = join(folder, 'archive');
const card = join(root, 'content/articles/ferry.md');
const git = (cwd: string, ...args: string[]) =>
  execFileSync('git', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
const put = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};

let desk: Desk;
let served: DeskServer;

beforeAll(async () => {
  put('content/site.md', '---\nname: Test\naddress: https://a.example/\ncurator: Nobody\n---\n');
  put('content/sources/ferry.txt', FERRY);
  put('content/sources/bridge.txt', BRIDGE);
  put('content/speakers/mara-obi.md', OBI);
  put('.gitignore', '.verbatim/\n');
  git(root, 'init', '-q', '-b', 'main');
  git(root, 'config', 'user.name', 'Ida Berg');
  git(root, 'config', 'user.email', 'ida@a.example');
  git(root, 'config', 'commit.gpgsign', 'false');
  git(root, 'add', '-A');
  git(root, 'commit', '-qm', 'begin');
  desk = await Desk.open(root, { today: () => '2026-11-29' });
  served = await serveDesk(desk, new Map([['index.html', { type: 'text/html', body: 'Desk' }]]), 0);
});
afterAll(async () => {
  await served?.close();
  desk?.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Answered {
  status: number;
  headers: Record<string, unknown>;
  body: string;
}

/** A request as any program may send one. */
function ask(
  path: string,
  {
    method = 'GET',
    headers = {},
    body = '',
  }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port: served.port, path, method, headers },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (chunk: string) => (text += chunk));
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

const own = () => ({ host: `localhost:${served.port}`, 'x-desk-token': served.token });
const get = async (path: string) =>
  JSON.parse((await ask(`/api/${path}`, { headers: own() })).body) as unknown;
const post = async (path: string, value: unknown) =>
  JSON.parse(
    (
      await ask(`/api/${path}`, {
        method: 'POST',
        headers: { ...own(), 'content-type': 'application/json' },
        body: JSON.stringify(value),
      })
    ).body,
  ) as unknown;
const act = async (one: Act) => Acted.parse(await post('act', one));
const claimOf = async (words: string): Promise<string> => {
  const { items } = Queue.parse(await get('queue?review=all&count=500'));
  return items.find((item) => item.words.includes(words))?.claim ?? expect.fail(words);
};

describe('whom the server answers', () => {
  test('the page brings its token with a cookie, and may load only what is its own', async () => {
    const { headers, status } = await ask('/', { headers: { host: `127.0.0.1:${served.port}` } });
    expect(status).toBe(200);
    expect(String(headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Strict/);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    const [cookie = ''] = String(headers['set-cookie']).split(';');
    const session = await ask('/api/session', {
      headers: { host: `localhost:${served.port}`, cookie },
    });
    expect(Session.parse(JSON.parse(session.body))).toMatchObject({
      person: { name: 'Ida Berg' },
      archive: { articles: 2 },
    });
  });

  test.each([
    ['another host', () => ({ ...own(), host: 'desk.example' }), 403],
    ['another port', () => ({ ...own(), host: 'localhost:1' }), 403],
    ['another origin', () => ({ ...own(), origin: 'https://evil.example' }), 403],
    ['no origin at all', () => ({ ...own(), origin: 'null' }), 403],
    ['a page elsewhere', () => ({ ...own(), 'sec-fetch-site': 'cross-site' }), 403],
    ['no token', () => ({ host: `localhost:${served.port}` }), 403],
    ['another token', () => ({ ...own(), 'x-desk-token': 'x' }), 403],
  ])('not %s', async (_, headers, status) => {
    expect((await ask('/api/session', { headers: headers() })).status).toBe(status);
  });

  test('a link on another site leads to the page', async () => {
    const headers = { host: `localhost:${served.port}`, 'sec-fetch-site': 'cross-site' };
    expect((await ask('/', { headers })).status).toBe(200);
  });

  test.each([
    ['a long body', 'x'.repeat(1_000_001), 'application/json', 413],
    ['a form', 'act=confirm', 'application/x-www-form-urlencoded', 415],
    ['no JSON', '{', 'application/json', 400],
    ['no act', '{"act":"delete"}', 'application/json', 422],
  ])('not %s', async (_, body, type, status) => {
    const headers = { ...own(), 'content-type': type };
    const answer = await ask('/api/act', { method: 'POST', headers, body });
    expect(answer.status).toBe(status);
    expect(answer.body).toContain('"problems":[{');
  });

  test.each(['/api/nothing', '/../package.json', '/api/article/none'])(
    'nothing is at %s',
    async (path) => {
      expect((await ask(path, { headers: own() })).status).toBe(404);
    },
  );
});

describe('a sitting', () => {
  test('a preview writes nothing; an act is saved at once, undone and done again', async () => {
    const claims = [await claimOf('Both boats leak')];
    const preview = Acted.parse(await post('preview', { act: 'confirm', claims }));
    expect(preview.files).toHaveLength(1);
    expect(existsSync(card)).toBe(false);
    const done = await act({ act: 'confirm', claims });
    expect(done).toMatchObject({ ok: true, articles: ['ferry'], problems: [] });
    const text = readFileSync(card, 'utf8');
    expect(text).toBe(done.files[0]?.after);
    expect(done.files[0]?.diff).toContain('+  - {words: ');
    Acted.parse(await post('undo', {}));
    expect(existsSync(card)).toBe(false);
    Acted.parse(await post('redo', {}));
    expect(readFileSync(card, 'utf8')).toBe(text);
  });

  test('every tab hears of each change, with the revision', async () => {
    const heard: string[] = [];
    const tabs = await Promise.all(
      [0, 1].map(
        () =>
          new Promise<{ destroy(): void }>((resolve) => {
            request(
              { host: '127.0.0.1', port: served.port, path: '/api/events', headers: own() },
              (answer) => {
                answer.setEncoding('utf8');
                answer.on('data', (chunk: string) => heard.push(chunk));
                answer.on('error', () => {});
                resolve(answer);
              },
            ).end();
          }),
      ),
    );
    const { revision } = Acted.parse(await post('undo', {}));
    await vi.waitFor(() =>
      expect(heard.filter((line) => line.startsWith('data: '))).toHaveLength(2),
    );
    expect(heard.join('')).toContain(`"revision":${revision}`);
    expect(heard.join('')).toContain('"articles":["ferry"]');
    for (const tab of tabs) tab.destroy();
    Acted.parse(await post('redo', {}));
  });

  test('what would make an error is refused, and nothing is written', async () => {
    const before = readFileSync(card, 'utf8');
    const answer = await act({
      act: 'edit-article',
      article: 'ferry',
      labels: { Q: 'nobody-at-all' },
    });
    expect(answer).toMatchObject({ ok: false, files: [] });
    expect(answer.problems[0]?.message).toContain('nobody-at-all');
    expect(readFileSync(card, 'utf8')).toBe(before);
  });

  test('an editor meanwhile: both changes stand', async () => {
    writeFileSync(card, readFileSync(card, 'utf8').replace('---\n', '---\n# mine\nkind: report\n'));
    const answer = await act({ act: 'confirm', claims: [await claimOf('the town would pay')] });
    expect(answer.merged.join()).toContain('content/articles/ferry.md');
    const text = readFileSync(card, 'utf8');
    expect(text).toContain('# mine\nkind: report\n');
    expect(text).toContain('the town would pay');
    // an edit elsewhere in the card stands when the act is undone
    writeFileSync(card, text.replace('kind: report', 'kind: opinion'));
    const undone = Acted.parse(await post('undo', {}));
    expect(undone.merged.join()).toContain('content/articles/ferry.md');
    expect(readFileSync(card, 'utf8')).toContain('kind: opinion');
    expect(readFileSync(card, 'utf8')).not.toContain('the town would pay');
  });

  test('an edit of the same line stands in the way of undoing, and is kept', async () => {
    await act({ act: 'confirm', claims: [await claimOf('the town would pay')] });
    const edited = readFileSync(card, 'utf8').replace(
      /(the town would pay.*)confirm: true/,
      '$1speaker: mara-obi, why: heard it',
    );
    writeFileSync(card, edited);
    const answer = Acted.parse(await post('undo', {}));
    expect(answer.ok).toBe(false);
    expect(answer.problems[0]).toMatchObject({ path: 'content/articles/ferry.md' });
    expect(readFileSync(card, 'utf8')).toBe(edited);
  });

  test('a card that an editor broke is named, and left as it is', async () => {
    const whole = readFileSync(card, 'utf8');
    const claims = [await claimOf('the ferry was late')];
    writeFileSync(card, '---\nkind: [\n---\n');
    const answer = await act({ act: 'confirm', claims });
    expect(answer).toMatchObject({ ok: false, problems: [{ path: 'content/articles/ferry.md' }] });
    expect(readFileSync(card, 'utf8')).toBe('---\nkind: [\n---\n');
    writeFileSync(card, whole);
  });

  test('git shows it; a commit takes the content folder alone', async () => {
    writeFileSync(join(root, 'other.txt'), 'mine');
    git(root, 'add', 'other.txt');
    const before = Changes.parse(await get('changes'));
    expect(before).toMatchObject({ git: true, branch: 'main' });
    expect(before.files).toContain('content/articles/ferry.md');
    expect(before.diff).toContain('+++ b/content/articles/ferry.md');
    const done = Committed.parse(await post('commit', { message: 'Read the ferry\n\n-x' }));
    expect(done).toMatchObject({ ok: true, problems: [] });
    expect(git(root, 'show', '--name-only', '--format=%an: %s')).toMatch(
      /^Ida Berg: Read the ferry\n\ncontent\//,
    );
    expect(git(root, 'status', '--short')).toContain('A  other.txt');
    expect(Committed.parse(await post('commit', { message: 'again' }))).toMatchObject({
      ok: false,
      commit: null,
    });
  });

  test('one desk an archive', async () => {
    await expect(Desk.open(root)).rejects.toThrow(/Another desk is open/);
  });

  test('the sitting survives a restart', async () => {
    const { undo } = Session.parse(await get('session'));
    await post('stopped', { key: 'claim:abc' });
    desk.close();
    await served.close();
    desk = await Desk.open(root, { today: () => '2026-11-29' });
    served = await serveDesk(desk, new Map(), 0);
    expect(Session.parse(await get('session'))).toMatchObject({ undo, stopped: 'claim:abc' });
  });
});

describe('saving', () => {
  const before = (path: string) =>
    existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : null;

  test.each([
    '../out.md',
    'content/../../out.md',
    'content/sources/ferry.txt',
    'content/articles/../../x.md',
    'content/site.md',
    'package.json',
  ])('not into %s', (path) => {
    expect(() => saveTexts(root, new Map([[path, 'x']]), () => null)).toThrow(/no card/);
  });

  test('not through a link', () => {
    const elsewhere = join(folder, 'elsewhere');
    mkdirSync(elsewhere);
    symlinkSync(elsewhere, join(root, 'content/topics'));
    expect(() => saveTexts(root, new Map([['content/topics/a.md', 'x']]), () => null)).toThrow(
      /symbolic link/,
    );
    expect(existsSync(join(elsewhere, 'a.md'))).toBe(false);
    rmSync(join(root, 'content/topics'));
  });

  test('a save of two files that was killed between them is completed', () => {
    const [a, b] = ['content/places/a.md', 'content/places/b.md'];
    const journal = join(root, '.verbatim/desk/journal.json');
    const files = [
      { path: a, before: null, after: 'A' },
      { path: b, before: null, after: 'B' },
    ];
    put(a, 'A');
    writeFileSync(journal, JSON.stringify({ files }));
    expect(recoverSave(root)).toContain('completed');
    expect([before(a), before(b), existsSync(journal)]).toEqual(['A', 'B', false]);
    rmSync(join(root, b));
    writeFileSync(join(root, b), 'mine');
    writeFileSync(journal, JSON.stringify({ files }));
    expect(recoverSave(root)).toContain('taken back');
    expect([before(a), before(b)]).toEqual([null, 'mine']);
    rmSync(join(root, 'content/places'), { recursive: true });
  });
});

test('two sittings on two branches merge in git, and the desk reads what came of it', async () => {
  const other = join(folder, 'other');
  git(root, 'add', '-A');
  git(root, 'commit', '-qm', 'all');
  cpSync(root, other, { recursive: true });
  rmSync(join(other, '.verbatim'), { recursive: true, force: true });
  git(other, 'checkout', '-q', '-b', 'second');
  git(other, 'config', 'user.name', 'Bo Falk');
  const first = ['The bridge will not open'];
  const second = ['the bridge was no concern'];
  for (const words of first) await act({ act: 'confirm', claims: [await claimOf(words)] });
  expect(Committed.parse(await post('commit', { message: 'first' })).ok).toBe(true);
  const theirs = await Desk.open(other, { today: () => '2026-11-30' });
  for (const words of second) {
    const { items } = theirs.queue({ review: 'all', count: 500 });
    const claim = items.find((item) => item.words.includes(words))!.claim!;
    const speaker = { name: 'Mayor Holm', kind: 'person' as const };
    expect(theirs.act({ act: 'set-speaker', claims: [claim], speaker, why: 'x' }).ok).toBe(true);
  }
  expect(theirs.commit('second').ok).toBe(true);
  theirs.close();
  git(root, 'pull', '-q', '--no-rebase', '--no-edit', other, 'second');
  desk.close();
  await served.close();
  desk = await Desk.open(root, { today: () => '2026-11-30' });
  served = await serveDesk(desk, new Map(), 0);
  const { items } = Queue.parse(await get('queue?review=all&count=500&article=bridge'));
  const found = Object.fromEntries(
    items.map(({ words, review, speaker }) => [words.slice(0, 20), [review, speaker?.id]]),
  );
  expect(found).toMatchObject({
    'The bridge will not ': ['confirmed', 'mara-obi'],
    'the bridge was no co': ['corrected', 'mayor-holm'],
  });
});

test('a suggestion whose act is undone is open again, and taken where it is done again', async () => {
  const claim = await claimOf('the town would pay');
  const wrote = suggestionText({
    article: { id: 'ferry', url: 'https://a.example/articles/ferry/' },
    claim: { id: claim, url: `https://a.example/claims/${claim}/` },
    words: 'the town would pay',
  });
  const text = wrote
    .replace('What is wrong:', 'What is wrong: another day')
    .replace('Should be:', 'Should be: 2021-05-03');
  const states = () => [...suggestionsIn(root).values()].map(({ state }) => state);
  expect(await post('suggestions', { text })).toMatchObject({ ok: true });
  const [id] = suggestionsIn(root).keys();
  expect(await post('suggestion', { id, what: 'take', why: null })).toMatchObject({ ok: true });
  expect(states()).toEqual(['taken']);
  expect(readFileSync(card, 'utf8')).toContain('2021-05-03');
  expect(await post('undo', {})).toMatchObject({ ok: true });
  expect(states()).toEqual(['open']);
  expect(existsSync(card) ? readFileSync(card, 'utf8') : '').not.toContain('2021-05-03');
  expect(Queue.parse(await get('queue?reason=suggested')).total).toBe(1);
  expect(await post('redo', {})).toMatchObject({ ok: true });
  expect(states()).toEqual(['taken']);
});

test('what somebody else changes before the desk follows the folder is read', async () => {
  put('content/sources/lamp.txt', 'A lamp on the pier\n\n“The lamp is out,” said Ida Berg.\n');
  const found = async () =>
    Queue.parse(await get('queue?review=all&count=500&article=lamp')).items.map(
      ({ words }) => words,
    );
  expect(await found()).toEqual([]);
  desk.follow();
  expect(await found()).toContain('The lamp is out,');
});
