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

function written(card: Partial<SiteCard>): Map<string, string> {
  const files = new Map<string, string>();
  const sum = { bytes: 0, sha256: '' };
  exportAll(
    { ...archive, site: { ...archive.site, ...card } },
    { root, source: ({ text }) => text, versions: () => [] },
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
      date_modified: z.iso.datetime({ offset: true }),
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
