import { expect, test } from 'vitest';
import type { Act, Acted } from '../../../src/desk/api.ts';
import { Refused, Unreachable } from '../../../src/desk/client/ask.ts';
import { createSaver } from '../../../src/desk/client/saver.ts';

const acted = (files: Acted['files'] = []): Acted => ({
  ok: true,
  problems: [],
  merged: [],
  files,
  claims: [],
  articles: [],
  revision: 1,
  made: { claims: [], cards: [] },
});
const changed = acted([{ path: 'content/articles/ferry.md', before: null, after: '', diff: '' }]);
const confirm = (claim: string): Act => ({ act: 'confirm', claims: [claim] });

/** A server that is there or not, and a tab's storage. */
function stage() {
  const kept = new Map<string, string>();
  const sent: string[] = [];
  const server = {
    isThere: true,
    /** What a preview says would change. */
    preview: changed,
    refuses: false,
  };
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  const seen: [number, boolean][] = [];
  const make = () =>
    createSaver({
      post: (path, act) => {
        if (!server.isThere) return Promise.reject(new Unreachable('gone'));
        sent.push(`${path} ${'claims' in act ? act.claims.join() : act.act}`);
        if (server.refuses)
          return Promise.reject(
            new Refused([{ message: 'No such claim.', path: null, line: null, field: null }]),
          );
        return Promise.resolve(path === 'preview' ? server.preview : changed);
      },
      storage,
      changed: (waiting, isReachable) => void seen.push([waiting, isReachable]),
      pause: 60_000,
    });
  return { make, server, sent, seen, kept };
}

test('acts go one after the other, in order', async () => {
  const { make, sent } = stage();
  const saver = make();
  await Promise.all(['b', 'c', 'd'].map((claim) => saver.save(confirm(claim))));
  expect(sent).toEqual(['act b', 'act c', 'act d']);
  expect(saver.waiting).toBe(0);
});

test('where the server is gone, acts wait and go when it is back; what may be saved is asked for first', async () => {
  const { make, server, sent, seen } = stage();
  const saver = make();
  server.isThere = false;
  const saved = Promise.all(['b', 'c'].map((claim) => saver.save(confirm(claim))));
  await new Promise((done) => setTimeout(done, 5));
  expect(seen.at(-1)).toEqual([2, false]);
  server.isThere = true;
  await saver.retry();
  await saved;
  expect(sent).toEqual(['preview b', 'act b', 'act c']);
  expect(seen.at(-1)).toEqual([0, true]);
});

test('what was saved before the server went is not sent again', async () => {
  const { make, server, sent } = stage();
  const saver = make();
  server.isThere = false;
  const saved = saver.save(confirm('b'));
  await new Promise((done) => setTimeout(done, 5));
  server.isThere = true;
  server.preview = acted();
  await saver.retry();
  expect((await saved).ok).toBe(true);
  expect(sent).toEqual(['preview b']);
});

test('a page that is loaded anew finds what waited', async () => {
  const { make, server, kept } = stage();
  server.isThere = false;
  void make().save(confirm('bcdfgh'));
  await new Promise((done) => setTimeout(done, 5));
  const next = make();
  expect(next.left()).toEqual([confirm('bcdfgh')]);
  server.isThere = true;
  await next.save(confirm('bcdfgh'), true);
  expect(kept.size).toBe(0);
});

test('what the server refuses is told, and the next act goes all the same', async () => {
  const { make, server, sent } = stage();
  const saver = make();
  server.refuses = true;
  await expect(saver.save(confirm('b'))).rejects.toThrow('No such claim.');
  server.refuses = false;
  await saver.save(confirm('c'));
  expect(sent).toEqual(['act b', 'act c']);
});

test('what waits can be forgotten', async () => {
  const { make, server, kept } = stage();
  const saver = make();
  server.isThere = false;
  void saver.save(confirm('b'));
  await new Promise((done) => setTimeout(done, 5));
  saver.forget();
  expect(saver.waiting).toBe(0);
  expect(kept.size).toBe(0);
});
