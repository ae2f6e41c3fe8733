import { createHash } from 'node:crypto';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { dataLines, site } from '../support/built.ts';
import type { PublicClaim } from '../../src/publish/exports/schema.ts';
import {
  Annotation,
  AnnotationCollection,
  AnnotationPage,
} from '../publish/web-annotation-model.ts';

const claims = dataLines<PublicClaim>('claims.jsonl');
const root = new URL('..', (JSON.parse(site.read('data/datapackage.json')) as { id: string }).id)
  .href;
const fileOf = (address: string) => {
  expect(address.startsWith(root), address).toBe(true);
  const path = address.slice(root.length).replace(/#.*$/, '');
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
};

describe('data files', () => {
  test.each(['article', 'claim', 'speaker', 'outlet', 'topic', 'tombstone', 'version'] as const)(
    'the lines of every %s keep to the published JSON Schema',
    (name) => {
      const ajv = new Ajv2020({ strict: false });
      (addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
      const validate = ajv.compile(JSON.parse(site.read(`data/schema/${name}.json`)) as object);
      for (const record of dataLines(`${name}s.jsonl`))
        expect
          .soft(
            validate(record),
            `${String(record['id'] ?? record['url'])}: ${JSON.stringify(validate.errors)}`,
          )
          .toBe(true);
    },
  );

  test('the table has the same claims as the lines', () => {
    const rows = parse<Record<string, string>>(site.read('data/claims.csv'), {
      bom: true,
      columns: true,
    });
    expect(rows.map(({ id, url }) => [id, url])).toEqual(claims.map(({ id, url }) => [id, url]));
  });

  test('the data package has the hash of every file it lists', () => {
    const { resources } = JSON.parse(site.read('data/datapackage.json')) as {
      resources: { path: string; hash: string; bytes: number }[];
    };
    expect(resources.length).toBeGreaterThan(8);
    for (const { path, hash, bytes } of resources) {
      const content = site.bytes(`data/${path}`);
      expect
        .soft([bytes, hash], path)
        .toEqual([content.length, `sha256:${createHash('sha256').update(content).digest('hex')}`]);
    }
  });

  test('every address in the data leads to a file of the site', () => {
    const ADDRESS = /"(?:url|page|inContext|source|annotations|successor)":"([^"]+)"/g;
    for (const file of [
      'articles',
      'claims',
      'speakers',
      'outlets',
      'topics',
      'tombstones',
      'versions',
    ])
      for (const [, address] of site.read(`data/${file}.jsonl`).matchAll(ADDRESS))
        expect.soft(site.has(fileOf(address!)), address).toBe(true);
  });
});

test('web annotations follow the model, page by page, and each claim has its own', () => {
  const collection = AnnotationCollection.parse(JSON.parse(site.read('data/annotations.json')));
  const seen = new Set<string>();
  let total = 0;
  for (let next = collection.first; next;) {
    const page = AnnotationPage.parse(JSON.parse(site.read(fileOf(next))));
    total += page.items.length;
    for (const { id } of page.items) seen.add(id);
    next = page.next;
  }
  expect(total).toBe(collection.total);
  for (const { id } of claims) {
    const own = Annotation.parse(JSON.parse(site.read(`claims/${id}/anno.json`)));
    expect(seen.has(own.id)).toBe(true);
    for (const target of [own.target].flat()) {
      if (typeof target === 'string') continue;
      const source = typeof target.source === 'string' ? target.source : target.source.id;
      if (target.scope && target.state?.cached)
        expect(site.read(fileOf(target.state.cached)), id).toBe(site.read(fileOf(source)));
    }
  }
});

test('every feed is well formed and leads to claims of the site', () => {
  const parser = new XMLParser({ isArray: (name) => name === 'entry' });
  const feeds = site.files.filter((path) => path.endsWith('feed.xml'));
  expect(feeds.length).toBeGreaterThan(3);
  for (const path of feeds) {
    const xml = site.read(path);
    expect(XMLValidator.validate(xml), path).toBe(true);
    const { feed } = parser.parse(xml) as {
      feed: { id: string; updated: string; entry?: { id: string }[] };
    };
    expect(fileOf(feed.id)).toBe(path);
    for (const { id } of feed.entry ?? []) expect.soft(site.has(fileOf(id)), id).toBe(true);
  }
});

test('every claim and article has its citations and plain texts', () => {
  const articles = dataLines<{ id: string }>('articles.jsonl');
  for (const [folder, name, ids] of [
    ['articles', 'article', articles],
    ['claims', 'claim', claims],
  ] as const)
    for (const { id } of ids)
      for (const file of [
        'cite.bib',
        'cite.ris',
        'cite.json',
        `${name}.json`,
        `${name}.txt`,
        `${name}.md`,
      ])
        expect.soft(site.has(`${folder}/${id}/${file}`), `${folder}/${id}/${file}`).toBe(true);
});
