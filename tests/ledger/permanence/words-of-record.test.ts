/** A parser that takes a mark more or less into a claim: what is published stays what the ledger holds. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RecordsResult } from '../../../src/build/archive-files/records.ts';
import { formatLedger, formatManifest, type LedgerRow } from '../../../src/ledger/index.ts';
import { TEXTS } from './texts.ts';

let root = '';
let run: () => RecordsResult;
const text = TEXTS.ferry ?? '';

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'verbatim-record-'));
  process.env.VERBATIM_ROOT = root;
  mkdirSync(join(root, 'content/sources'), { recursive: true });
  mkdirSync(join(root, 'content/ledger'));
  writeFileSync(
    join(root, 'content/site.md'),
    '---\nname: Test archive\naddress: http://localhost:4321/\ncurator: A. Curator\n---\n\nOf this test.\n',
  );
  writeFileSync(join(root, 'content/sources/ferry.txt'), text);
  const { readContent } = await import('../../../src/build/archive-files/content.ts');
  const { runPipeline } = await import('../../../src/build/archive-files/pipeline.ts');
  run = () => runPipeline(readContent());
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** The row as a parser would have minted it that leaves out the mark at its end. */
function cut(row: LedgerRow): LedgerRow {
  const chars = [...text];
  const parts = row.parts.map((part) =>
    /[,.]$/.test(part.exact)
      ? { ...part, end: part.end - 1, exact: part.exact.slice(0, -1) }
      : part,
  );
  const end = parts.at(-1)?.end ?? 0;
  return { ...row, parts, suffix: chars.slice(end, end + 32).join('') };
}

test('words and places of each claim are those of the ledger, though the parser cuts them otherwise', () => {
  const { archive } = run();
  const rows = (archive.ledger.get('ferry')?.rows ?? []).map(cut);
  expect(
    rows.some((row) => !archive.ledger.get('ferry')?.rows.some((one) => one.suffix === row.suffix)),
  ).toBe(true);
  const path = join(root, 'content/ledger/ferry.json');
  writeFileSync(path, formatLedger(rows));
  writeFileSync(join(root, 'content/sources/manifest.json'), formatManifest(archive.versions));
  const again = run().archive;
  const byId = new Map(rows.map((row) => [row.id, row]));
  const claims = again.articles.flatMap((article) => article.claims);
  expect(claims).toHaveLength(rows.length);
  for (const { id, parts } of claims)
    expect(parts.map(({ exact }) => exact)).toEqual(byId.get(id)?.parts.map(({ exact }) => exact));
  // So a frozen build has nothing to refuse, and publishes nothing else.
  expect(formatLedger(again.ledger.get('ferry')?.rows ?? [])).toBe(readFileSync(path, 'utf8'));
});
