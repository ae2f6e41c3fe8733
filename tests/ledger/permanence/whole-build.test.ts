/** New captures as they are taken in: files beside the old ones, through the whole pipeline, all articles at once. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formatLedger, formatManifest } from '../../../src/ledger/index.ts';
import type { RecordsResult } from '../../../src/build/archive-files/records.ts';
import { EDITS, ownShare, stillThere, tracked, type Tracked } from './edits.ts';
import { diceOf, texts } from './outcome.ts';

const ids = new Map(Object.keys(texts).map((name) => [name, name.replace(/\.txt$/, '')]));
let root = '';
let first: RecordsResult;
let run: () => RecordsResult;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'verbatim-captures-'));
  process.env.VERBATIM_ROOT = root;
  mkdirSync(join(root, 'content/sources'), { recursive: true });
  mkdirSync(join(root, 'content/ledger'));
  writeFileSync(
    join(root, 'content/site.md'),
    '---\nname: Test archive\naddress: http://localhost:4321/\ncurator: A. Curator\n---\n\nOf this test.\n',
  );
  for (const [name, id] of ids)
    writeFileSync(join(root, `content/sources/${id}.txt`), texts[name]!);
  const { readContent } = await import('../../../src/build/archive-files/content.ts');
  const { runPipeline } = await import('../../../src/build/archive-files/pipeline.ts');
  run = () => runPipeline(readContent());
  first = run();
  for (const [article, { rows }] of first.archive.ledger)
    writeFileSync(join(root, `content/ledger/${article}.json`), formatLedger(rows));
  writeFileSync(
    join(root, 'content/sources/manifest.json'),
    formatManifest(first.archive.versions),
  );
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('every address of the first build answers, none leads to another claim, and those left to a person name candidates', () => {
  expect(first.errors).toBe(0);
  const names = Object.keys(EDITS);
  const dice = diceOf(7);
  let there = 0;
  let live = 0;
  for (let round = 0; round < 8; round++) {
    const edited = new Map<string, Tracked>();
    for (const [name, id] of ids) {
      let text = tracked(texts[name]!);
      const drafts = first.archive.ledger.get(id)!.claims.map(({ kept }) => kept);
      for (let i = 0; i < 1 + (round % 2); i++)
        text = EDITS[names[Math.floor(dice() * names.length)]!]!(text, dice, drafts);
      edited.set(id, text);
      rmSync(join(root, `content/sources/${id}.2.txt`), { force: true });
      if (text.text !== texts[name])
        writeFileSync(join(root, `content/sources/${id}.2.txt`), text.text);
    }
    const { archive, errors, report } = run();
    expect(errors, report).toBe(0);
    const published = new Set(archive.articles.flatMap(({ claims }) => claims.map(({ id }) => id)));
    const notices = new Map(archive.addresses.map((record) => [record.path, record]));
    for (const [name, article] of ids) {
      const now = new Map(archive.ledger.get(article)!.claims.map((claim) => [claim.id, claim]));
      for (const { id, parts } of first.archive.ledger.get(article)!.claims) {
        const claim = now.get(id);
        const stands = stillThere(texts[name]!, edited.get(article)!, parts);
        there += Number(stands);
        live += Number(stands && claim !== undefined);
        if (claim) {
          expect(published).toContain(id);
          expect(
            ownShare(texts[name]!, edited.get(article)!, parts, claim.parts),
            `${article} ${id}`,
          ).toBeGreaterThan(0.999);
        } else
          expect(
            notices.get(`claims/${id}/`)?.candidates?.length,
            `${article} ${id}`,
          ).toBeGreaterThan(0);
      }
    }
  }
  expect(live / there).toBeGreaterThan(0.95);
});
