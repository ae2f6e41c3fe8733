import { afterEach, expect, test, vi } from 'vitest';
import { loadArchive } from '../../src/library/load-archive.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

test('what cannot be read is told in the order of the files, whichever answers first', async () => {
  const waiting: (() => void)[] = [];
  const asked: string[] = [];
  vi.stubGlobal('fetch', (address: URL) => {
    asked.push(address.href);
    return new Promise((answer) => waiting.push(() => answer({ ok: false, status: 404 })));
  });
  const told = loadArchive('https://archive.example').then(
    () => '',
    ({ message }: Error) => message,
  );
  await vi.waitFor(() => expect(waiting).toHaveLength(7));
  for (const answer of waiting.reverse()) {
    answer();
    await Promise.resolve();
  }
  expect((await told).split('\n')).toEqual(
    asked.map((address) => `${address} answers 404. Give the address of an archive's first page.`),
  );
});
