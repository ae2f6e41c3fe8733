/** JSON Feed, oEmbed and days of change, held against what the formats ask for. */
import { fromHtml } from 'hast-util-from-html';
import type { Nodes } from 'hast';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createArchive } from '../../src/archive/query.ts';
import { lastChanges } from '../../src/build/making/last-changes.ts';
import type { SiteCard } from '../../src/model/records.ts';
import {
  articlePath,
  claimPath,
  feedPath,
  jsonFeedPath,
  speakerPath,
} from '../../src/model/urls.ts';
import { exportAll } from '../../src/publish/exports/index.ts';
import { siteFixture } from '../support/site-fixture.ts';

const archive = createArchive(siteFixture());
const root = 'https://verbatim.example/sub/';

/** The day on which the first article was taken in; the others were before. */
const TAKEN = new Map(archive.articles.slice(0, 1).map(({ id }) => [id, '2026-02-01']));

function written(
  card: Partial<SiteCard>,
  days: 'noted' | 'unknown' = 'noted',
  own: { reviewedOn?: string; givenUp?: string } = {},
): Map<string, string> {
  const unknown = { edtf: null, from: null, to: null, basis: 'unknown', note: null } as const;
  const articles =
    days === 'noted'
      ? archive.articles
      : archive.articles.map((article) => ({
          ...article,
          published: unknown,
          captured: null,
          claims: article.claims.map(({ reviewedOn: _, ...claim }) => ({
            ...claim,
            ...(own.reviewedOn !== undefined && { reviewedOn: own.reviewedOn }),
          })),
        }));
  const addresses = archive.addresses.map((address) => ({
    ...address,
    date: days === 'noted' ? address.date : (own.givenUp ?? null),
  }));
  const files = new Map<string, string>();
  const sum = { bytes: 0, sha256: '' };
  exportAll(
    { ...archive, articles, addresses, site: { ...archive.site, ...card } },
    {
      root,
      source: ({ text }) => text,
      versions: ({ id, source: { sha256, bytes } }) => [
        {
          article: id,
          version: 1,
          file: `${id}.txt`,
          sha256,
          bytes,
          taken: days === 'unknown' ? null : (TAKEN.get(id) ?? '2025-12-31'),
          reason: null,
        },
      ],
    },
    {
      write(path, text) {
        files.set(path, typeof text === 'string' ? text : text.join(''));
        return sum;
      },
      open: () => ({ append: () => undefined, close: () => sum }),
      database: () => ({ run: () => undefined, insert: () => undefined, close: () => sum }),
    },
  );
  return files;
}

/** jsonfeed.org/version/1.1: what must be there, and what may. */
const Feed = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string().min(1),
  home_page_url: z.url(),
  feed_url: z.url(),
  description: z.string(),
  authors: z.array(z.strictObject({ name: z.string().min(1), url: z.url() })),
  items: z.array(
    z.strictObject({
      id: z.string().min(1),
      url: z.url(),
      external_url: z.url().optional(),
      title: z.string(),
      content_text: z.string().min(1),
      date_published: z.iso.datetime({ offset: true }).optional(),
      date_modified: z.iso.datetime({ offset: true }).optional(),
      authors: z.array(z.strictObject({ name: z.string().min(1) })).optional(),
      language: z.string(),
    }),
  ),
});

/** oembed.com, 2.3.4: the rich type. */
const Embed = z.strictObject({
  type: z.literal('rich'),
  version: z.literal('1.0'),
  title: z.string(),
  provider_name: z.string(),
  provider_url: z.url(),
  html: z.string().min(1),
  width: z.int().positive(),
  height: z.int().positive(),
});

describe('JSON Feed', () => {
  const files = written({});
  const pages = [...files.keys()].flatMap((path) =>
    path.endsWith('feed.xml') ? [path.slice(0, -'feed.xml'.length)] : [],
  );

  test('stands beside each Atom feed but those of articles, with the same entries', () => {
    expect(pages.length).toBeGreaterThan(5);
    for (const page of pages) {
      const json = files.get(jsonFeedPath(page));
      expect(json !== undefined, page).toBe(!page.startsWith('articles/'));
      if (json === undefined) continue;
      const feed = Feed.parse(JSON.parse(json));
      expect(feed.feed_url).toBe(root + jsonFeedPath(page));
      expect(feed.home_page_url).toBe(root + page);
      const ids = [...(files.get(feedPath(page)) ?? '').matchAll(/<entry>[^]*?<id>([^<]*)/g)];
      expect(feed.items.map(({ id }) => id)).toEqual(ids.map(([, id]) => id));
    }
  });

  test('has no day where none is known; that of Atom, which asks for one, is said to stand in', () => {
    const unknown = written({}, 'unknown');
    const { items } = Feed.parse(JSON.parse(unknown.get('feed.json') ?? ''));
    expect(items.length).toBe(archive.claims.length);
    expect(items.filter((item) => item.date_modified ?? item.date_published)).toEqual([]);
    const standIn = 'No day is known of this entry';
    expect(unknown.get('feed.xml')?.split(standIn).length).toBe(items.length + 1);
    expect(files.get('feed.xml')).not.toContain(standIn);
  });

  test('never has words without who said them and where', () => {
    const feed = Feed.parse(JSON.parse(files.get('feed.json') ?? ''));
    for (const { id, content_text: text } of feed.items) {
      const claim = archive.claims.find((one) => id === root + claimPath(one.id))!;
      expect(text).toContain(claim.text);
      if (claim.speaker) expect(text).toContain(claim.speaker.name);
    }
  });

  test('is left out where the site card says so', () => {
    const without = written({ leaveOut: ['json-feed', 'oembed'] });
    expect([...without.keys()].filter((path) => /feed\.json|oembed/.test(path))).toEqual([]);
    expect(without.has('feed.xml')).toBe(true);
  });
});

describe('oEmbed', () => {
  const textOf = (node: Nodes): string => {
    if (node.type === 'text') return node.value;
    return 'children' in node ? node.children.map(textOf).join('') : '';
  };

  test('has each article, and each claim where claims have files', () => {
    const each = written({ claimFiles: 'each' });
    for (const article of archive.articles) {
      const { html, title } = Embed.parse(
        JSON.parse(each.get(`${articlePath(article.id)}oembed.json`) ?? ''),
      );
      expect(title).toBe(article.title);
      expect(html).toContain(`href="${root}${articlePath(article.id)}"`);
      for (const claim of article.claims) {
        const one = Embed.parse(JSON.parse(each.get(`${claimPath(claim.id)}oembed.json`) ?? ''));
        const text = textOf(fromHtml(one.html, { fragment: true }));
        expect(text).toContain(claim.text);
        expect(text).toContain(article.title);
        if (claim.speaker) expect(text).toContain(claim.speaker.name);
      }
    }
    const lean = written({ claimFiles: undefined });
    expect([...lean.keys()].filter((path) => path.endsWith('oembed.json')).length).toBe(
      archive.articles.length,
    );
  });
});

test('a page changed when its source was taken in or its claim was read, and has no day otherwise', () => {
  const [article] = archive.articles;
  const [claim, other] = article!.claims;
  const read = { ...claim!, reviewedOn: '2031-07-01' };
  const one = { ...article!, claims: [read, { ...other!, speaker: null }] };
  const row = { article: one.id, version: 1, file: 'x', sha256: '', bytes: 1, reason: null };
  const days = lastChanges({ articles: [one] }, () => [{ ...row, taken: '2031-05-02' }]);
  expect(days.get(claimPath(read.id))).toBe('2031-07-01');
  expect(days.get(articlePath(one.id))).toBe('2031-07-01');
  expect(days.get(claimPath(other!.id))).toBe('2031-05-02');
  if (read.speaker) expect(days.get(speakerPath(read.speaker.id))).toBe('2031-07-01');
  expect(lastChanges({ articles: archive.articles }, () => [{ ...row, taken: null }]).size).toBe(0);
});

describe('descriptions of the data files', () => {
  const files = written({
    licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  });
  const graphOf = (text: string | undefined) =>
    (JSON.parse(text ?? '') as { '@graph': Record<string, unknown>[] })['@graph'];

  test('RO-Crate 1.2: a descriptor, a root, and every entity that is named, once', () => {
    const graph = graphOf(files.get('ro-crate-metadata.json'));
    const ids = graph.map((one) => one['@id']);
    expect(new Set(ids).size).toBe(ids.length);
    const one = (id: string) => graph.find((entity) => entity['@id'] === id);
    expect(one('ro-crate-metadata.json')).toMatchObject({
      '@type': 'CreativeWork',
      about: { '@id': './' },
      conformsTo: { '@id': 'https://w3id.org/ro/crate/1.2' },
    });
    const crate = one('./')!;
    expect(crate).toMatchObject({ '@type': 'Dataset', name: archive.site.name });
    expect(crate['description']).toBeTruthy();
    expect(crate['datePublished']).toBe('2026-02-01');
    const undated = graphOf(written({}, 'unknown').get('ro-crate-metadata.json'));
    const rootOfUndated = undated.find((entity) => entity['@id'] === './');
    expect(rootOfUndated).not.toHaveProperty('datePublished');
    expect(rootOfUndated?.['description']).toMatch(/ No day of publication is stated\.$/);
    expect(crate['description']).not.toContain('No day');
    const dayOf = (own: { reviewedOn?: string; givenUp?: string }) =>
      graphOf(written({}, 'unknown', own).get('ro-crate-metadata.json'))[1]?.['datePublished'];
    expect(dayOf({ reviewedOn: '2026-03-04' })).toBe('2026-03-04');
    expect(dayOf({ reviewedOn: '2026-03-04', givenUp: '2026-05-06' })).toBe('2026-05-06');
    for (const { '@id': id } of [
      ...(crate['hasPart'] as { '@id': string }[]),
      crate['license'] as { '@id': string },
      crate['publisher'] as { '@id': string },
    ])
      expect(ids).toContain(id);
    expect(one('#curator')!['url']).toBe(root);
    for (const file of graph.filter((entity) => entity['@type'] === 'File'))
      expect(file, String(file['@id'])).toMatchObject({
        name: expect.any(String) as string,
        description: expect.any(String) as string,
      });
    expect((crate['hasPart'] as unknown[]).length).toBeGreaterThan(10);
  });

  test('Croissant 1.0: files with their sums, and columns that are there', () => {
    interface Croissant {
      conformsTo: string;
      license: string;
      datePublished: string;
      distribution: { '@id': string; sha256: string; encodingFormat: string }[];
      recordSet: {
        key: { '@id': string }[];
        field: {
          '@id': string;
          source: { fileObject: { '@id': string }; extract: { column: string } };
          references?: unknown;
        }[];
      }[];
    }
    const value = JSON.parse(files.get('data/croissant.json') ?? '') as Croissant;
    expect(value.conformsTo).toBe('http://mlcommons.org/croissant/1.0');
    expect(value.license).toBe('https://creativecommons.org/licenses/by/4.0/');
    expect(value.datePublished).toBe('2026-02-01');
    const objects = value.distribution.map((one) => one['@id']);
    const fields = value.recordSet.flatMap(({ field }) => field.map((one) => one['@id']));
    expect(new Set(fields).size).toBe(fields.length);
    expect(objects.length).toBe(value.recordSet.length);
    for (const { key, field } of value.recordSet) {
      for (const { '@id': id } of key) expect(fields).toContain(id);
      for (const { source, references } of field) {
        expect(objects).toContain(source.fileObject['@id']);
        // the reference reader joins what is referred to, and reads no set that refers to one which refers to another
        expect(references).toBeUndefined();
      }
    }
    // in CSV that reader takes the names `NA` and `NULL` for none
    for (const { encodingFormat } of value.distribution)
      expect(encodingFormat).toBe('application/x-parquet');
  });

  test('Croissant of an archive without Parquet describes its CSV files', () => {
    const without = written({ leaveOut: ['parquet'] }).get('data/croissant.json') ?? '';
    const { distribution } = JSON.parse(without) as {
      distribution: { '@id': string; encodingFormat: string }[];
    };
    expect(distribution.map((one) => one['@id'])).toContain('claims.csv');
    for (const { encodingFormat } of distribution) expect(encodingFormat).toBe('text/csv');
  });

  test('an annotation that stands alone names the licence', () => {
    const licence = { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' };
    const each = written({ claimFiles: 'each', licence });
    const alone = [...each].filter(([path]) => path.endsWith('/anno.json'));
    expect(alone.length).toBe(archive.claims.length);
    for (const [, text] of alone) expect(JSON.parse(text)).toMatchObject({ rights: licence.url });
  });

  test('a crate without a licence says so in words', () => {
    const graph = graphOf(written({}).get('ro-crate-metadata.json'));
    expect(graph.find((entity) => entity['@id'] === './')!['license']).toEqual({
      '@id': '#licence',
    });
    expect(graph.find((entity) => entity['@id'] === '#licence')!).toMatchObject({
      '@type': 'CreativeWork',
      name: expect.stringMatching(/^No licence/) as string,
      description: expect.any(String) as string,
    });
  });

  test('are left out where the site card says so', () => {
    const without = written({ leaveOut: ['croissant', 'ro-crate'] });
    expect([...without.keys()].filter((path) => /croissant|ro-crate/.test(path))).toEqual([]);
    expect(without.has('data/datapackage.json')).toBe(true);
  });
});
