import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { relateClaims } from '../../../src/archive/link.ts';
import { RELATIONS, relationsKeptIn } from '../../../src/build/archive-files/kept-relations.ts';
import { siteFixture } from '../../support/site-fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'verbatim-relations-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const claims = siteFixture().articles.flatMap((article) => article.claims);
const path = join(folder, 'drafts', RELATIONS);
const kept = (given = claims) => relationsKeptIn(join(folder, 'drafts'), given);

test('relations of the same claims are taken over, those of others are computed', () => {
  expect(kept()).toEqual(relateClaims(claims));
  const other = new Map([[claims[0]?.id ?? '', []]]);
  const [key, , body = ''] = readFileSync(path, 'utf8').split('\n');
  expect(new Map(JSON.parse(body) as [string, []][])).toEqual(relateClaims(claims));
  expect(kept()).toEqual(relateClaims(claims));

  const changed = claims.map((claim, i) =>
    i === 0 ? { ...claim, text: `${claim.text} again` } : claim,
  );
  expect(kept(changed)).toEqual(relateClaims(changed));

  // What was damaged is computed again.
  writeFileSync(path, `${key}\n${'0'.repeat(64)}\n${JSON.stringify([...other])}`);
  expect(kept()).toEqual(relateClaims(claims));
  writeFileSync(path, '');
  expect(kept()).toEqual(relateClaims(claims));
});

test('where nothing can be written, relations are computed', () => {
  writeFileSync(join(folder, 'file'), '');
  expect(relationsKeptIn(join(folder, 'file/drafts'), claims)).toEqual(relateClaims(claims));
});
