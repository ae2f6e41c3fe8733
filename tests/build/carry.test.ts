/** What is carried off holds what the archive has, by readers of their own. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createArchive } from '../../src/archive/query.ts';
import { carry } from '../../src/build/commands/carry.ts';
import { writeAll } from '../../src/build/making/write-exports.ts';
import type { PageRecordKind } from '../../src/publish/exports/page-record.ts';
import type { PublicClaim } from '../../src/publish/exports/schema.ts';
import { BULK_TEMPLATE } from '../../src/publish/carried/bulk.ts';
import { siteFixture } from '../support/site-fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'verbatim-carry-'));
const site = join(folder, 'site');
const archive = createArchive(siteFixture());
const lineOf = (kind: PageRecordKind, record: object) => ({ kind, json: JSON.stringify(record) });
const file = (...path: string[]) => readFileSync(join(folder, ...path), 'utf8');

beforeAll(async () => {
  writeAll(archive, site, {
    root: archive.site.address,
    source: ({ text }) => text,
    versions: () => [],
    records: [
      { kind: 'site', json: JSON.stringify(archive.site) },
      ...archive.articles.map((record) => lineOf('article', record)),
      ...archive.speakers.map((record) => lineOf('speakers', record)),
    ],
  });
  // Names that a manifest writes otherwise.
  mkdirSync(join(site, 'odd'));
  writeFileSync(join(site, 'odd/50% off – ж.txt'), 'x\n');
  for (const kind of ['tei', 'ndjson', 'bag']) await carry(kind, site, join(folder, kind));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Element = Record<string, unknown> & { ':@'?: Record<string, string> };

describe('TEI', () => {
  const parsed = (): Element[] => {
    const xml = file('tei', 'corpus.xml');
    expect(XMLValidator.validate(xml)).toBe(true);
    return new XMLParser({
      preserveOrder: true,
      ignoreAttributes: false,
      attributeNamePrefix: '',
      trimValues: false,
      parseTagValue: false,
      processEntities: true,
    }).parse(xml) as Element[];
  };
  const nameOf = (node: Element) => Object.keys(node).find((key) => key !== ':@') ?? '';
  const children = (node: Element) =>
    nameOf(node) === '#text' ? [] : (node[nameOf(node)] as Element[]);
  const textOf = (node: Element): string =>
    nameOf(node) === '#text' ? String(node['#text']) : children(node).map(textOf).join('');
  const all = (nodes: Element[]): Element[] =>
    nodes.flatMap((node) => [node, ...all(children(node))]);
  const named = (nodes: Element[], ...names: string[]) =>
    all(nodes).filter((node) => names.includes(nameOf(node)));

  test('has the whole text of every article, block by block', () => {
    const texts = named(parsed(), 'TEI');
    expect(texts.length).toBe(archive.articles.length);
    for (const [i, tei] of texts.entries()) {
      const article = archive.articles[i]!;
      const blocks = named(named([tei], 'body'), 'p', 'ab');
      expect(blocks.map(textOf)).toEqual(
        article.blocks.map(({ start, end }) => article.text.slice(start, end)),
      );
    }
  });

  test('marks the words of every claim with who says them, and pieces lead to one another', () => {
    const nodes = parsed();
    const marks = named(nodes, 'said', 'quote');
    const idOf = (node: Element) => node[':@']?.['xml:id'] ?? '';
    for (const claim of archive.claims) {
      const pieces = marks.filter(({ ':@': at }) => at?.corresp?.endsWith(`/claims/${claim.id}/`));
      const { text } = archive.articleOf(claim);
      const words = claim.parts.map(({ reading }) => text.slice(reading.start, reading.end));
      expect(pieces.map(textOf).join('').replace(/\s/g, '')).toBe(
        words.join('').replace(/\s/g, ''),
      );
      for (const [i, piece] of pieces.entries()) {
        const { who, source, prev, next } = piece[':@'] ?? {};
        expect(who ?? source).toBe(claim.speaker ? `#speaker-${claim.speaker.id}` : undefined);
        expect(prev).toBe(pieces[i - 1] && `#${idOf(pieces[i - 1]!)}`);
        expect(next).toBe(pieces[i + 1] && `#${idOf(pieces[i + 1]!)}`);
      }
    }
  });

  test('has every id once, and what is referred to is there', () => {
    const nodes = all(parsed());
    const ids = nodes.flatMap(({ ':@': at }) => at?.['xml:id'] ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const refs = nodes.flatMap(({ ':@': at }) =>
      ['who', 'source', 'ref', 'prev', 'next', 'ana'].flatMap((key) => at?.[key] ?? []),
    );
    expect(refs.length).toBeGreaterThan(20);
    for (const ref of refs) expect(ids, ref).toContain(ref.slice(1));
  });
});

test('the bulk files have every claim once, in the index of its year, in fields of the mapping’s types', () => {
  const wanted = new Map(archive.claims.map(({ id }) => [id, true]));
  const { properties } = BULK_TEMPLATE.template.mappings;
  for (const name of readdirSync(join(folder, 'ndjson'))) {
    if (name === 'template.json') continue;
    const lines = file('ndjson', name).trimEnd().split('\n');
    for (let i = 0; i < lines.length; i += 2) {
      const { index } = JSON.parse(lines[i]!) as { index: { _index: string; _id: string } };
      const claim = JSON.parse(lines[i + 1]!) as PublicClaim;
      expect(index._id).toBe(claim.id);
      expect(`claims-${index._index.split('-').at(-1)}.ndjson`).toBe(name);
      expect(index._index).toMatch(/^verbatim-claims-(?:\d{4}|undated)$/);
      expect(wanted.delete(claim.id)).toBe(true);
      for (const key of Object.keys(properties))
        if (!(key in claim)) expect(key).toMatch(/page|time/);
      for (const day of [claim.published.from, claim.published.to])
        if (day !== null) expect(day).toMatch(/^\d{4}-\d\d-\d\d$/);
    }
  }
  expect(wanted.size).toBe(0);
});

test('the bag’s manifests hold by the sums of another program, and name every file', () => {
  for (const manifest of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) {
    const text = file('bag', manifest).replaceAll('%25', '%');
    execFileSync('sha256sum', ['--check', '--strict', '--quiet'], {
      cwd: join(folder, 'bag'),
      input: text,
    });
  }
  const payload = readdirSync(join(folder, 'bag/data'), { recursive: true, withFileTypes: true });
  const files = payload.filter((one) => one.isFile());
  const lines = file('bag', 'manifest-sha256.txt').trimEnd().split('\n');
  expect(lines.length).toBe(files.length);
  expect(lines.some((line) => line.endsWith('  data/odd/50%25 off – ж.txt'))).toBe(true);
  expect(file('bag', 'bag-info.txt')).toMatch(
    new RegExp(`^Payload-Oxum: \\d+\\.${files.length}\\nSource-Organization: `),
  );
  expect(file('bag', 'bagit.txt')).toBe('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
});

test('what is no site, no kind or no new folder is refused', async () => {
  const refused = async (...args: Parameters<typeof carry>) =>
    carry(...args).catch((error: Error) => error.message);
  expect(await refused('epub', site, join(folder, 'x'))).toBe(
    '`epub` is no kind of export, expected tei, ndjson, bag.',
  );
  expect(await refused('tei', join(folder, 'tei'), join(folder, 'x'))).toMatch(
    /holds no built site/,
  );
  expect(await refused('tei', site, join(folder, 'bag'))).toMatch(/is there already and not empty/);
});
