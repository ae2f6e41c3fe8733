/** The live site parses only those records again that were written since. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { readContent } from '../../../src/build/archive-files/content.ts';
import { runPipeline, writeRecords } from '../../../src/build/archive-files/records.ts';
import { forgetArchive, getArchive, keepParsed } from '../../../src/site/data/archive.ts';
import { BRIDGE, FERRY } from '../../desk/desk-archive.ts';

const root = mkdtempSync(join(tmpdir(), 'verbatim-parsed-'));
const records = join(root, 'records');
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true, force: true });
});

test('a record that stays is the one from before, and one that changes is another', () => {
  vi.stubEnv('VERBATIM_RECORDS', records);
  mkdirSync(join(root, 'content/sources'), { recursive: true });
  const put = (path: string, text: string) => writeFileSync(join(root, 'content', path), text);
  const write = () => {
    writeRecords(runPipeline(readContent(root)), records);
    forgetArchive();
    return getArchive();
  };
  put('site.md', '---\nname: A\naddress: https://a.example/\ncurator: Nobody\n---\n');
  put('sources/ferry.txt', FERRY);
  put('sources/bridge.txt', BRIDGE);
  keepParsed();
  const before = write();
  put('sources/bridge.txt', BRIDGE.replace('late', 'open'));
  const after = write();
  expect(after.article('ferry')).toBe(before.article('ferry'));
  expect(before.article('bridge')?.title).toBe('The bridge is late');
  expect(after.article('bridge')?.title).toBe('The bridge is open');
});
