/** Feeds are, character by character, what the package `feed` writes; none that was published vanishes. */
import { Feed } from 'feed';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createArchive } from '../../src/archive/query.ts';
import type {
  AddressRecord,
  ArticleRecord,
  ClaimRecord,
  SiteCard,
} from '../../src/model/records.ts';
import { absolute, articlePath, claimPath, feedPath } from '../../src/model/urls.ts';
import { quoted, speakerAndVia } from '../../src/model/wording.ts';
import { statedDate } from '../../src/publish/exports/cited-dates.ts';
import { claimInLine, singleMarks, wordsInLine } from '../../src/publish/exports/describe.ts';
import { atom, licenceInLine } from '../../src/publish/exports/feeds.ts';
import { exportAll, type Output } from '../../src/publish/exports/index.ts';
import { archives } from '../archives/generate.ts';
import { databaseInMemory } from '../support/database.ts';
import { siteFixture } from '../support/site-fixture.ts';

const root = 'https://archive.example/sub/';
const UNHELD = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
const held = (text: string) => text.replace(UNHELD, '�');
const html = (text: string) =>
  held(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
/** The package reads `&amp;` in an element's text as `&`, so that text is handed to it escaped. */
const element = (text: string) => held(text).replace(/&/g, '&amp;');
const moment = (day: string) => new Date(`${day}T00:00:00Z`);

interface Entry {
  day: string | null;
  published: string | null;
  updated: string | null;
  article: ArticleRecord;
  claim: ClaimRecord;
}

function byPackage(
  title: string,
  page: string,
  entries: readonly Entry[],
  { name, licence }: Pick<SiteCard, 'name' | 'licence'>,
): string {
  const feed = new Feed({
    id: absolute(root, feedPath(page)),
    title: element(title),
    description:
      'Who said what, as articles have it. The newest 100 claims at most; the data files hold all.',
    link: absolute(root, page),
    feed: absolute(root, feedPath(page)),
    updated: moment(
      entries
        .map(({ day, updated }) => updated ?? day ?? '1970-01-01')
        .sort()
        .at(-1) ?? '1970-01-01',
    ),
    generator: false,
    ...(licence && { copyright: element(licenceInLine(licence)) }),
    author: { name: element(name), link: root },
  });
  for (const { claim, article, day, published, updated } of entries) {
    const outlet = article.outlet ? ` (${article.outlet.name})` : '';
    const dates = {
      unknown: '<p>The article states no date of publication.</p>',
      inferred: '<p>The date of publication is inferred.</p>',
      stated: '',
    };
    feed.addItem({
      title: html(
        `${speakerAndVia(claim)} in ${quoted(singleMarks(article.title))}${outlet}: ${wordsInLine(claim, 140)}`,
      ),
      id: absolute(root, claimPath(claim.id)),
      link: absolute(root, claimPath(claim.id)),
      date: moment(updated ?? day ?? '1970-01-01'),
      ...(published ? { published: moment(published) } : {}),
      content: `${day === null ? '<p>No day is known of this entry; that of the feed, in 1970, stands in for one.</p>' : ''}<p>${html(claimInLine(claim, article))}</p>${dates[article.published.basis]}<p><a href="${absolute(root, articlePath(article.id))}">${html(article.title)}</a></p>`,
      author: [{ name: element(article.outlet?.name ?? article.byline[0]?.name ?? article.title) }],
    });
  }
  return `${feed.atom1()}\n`;
}

/** The days on which the last and the first version were taken in, where they are known. */
const taken = fc.constantFrom<[last: string | null, first: string | null]>(
  [null, null],
  ['2031-05-02', '2031-05-02'],
  ['2031-06-03', '2031-05-02'],
);

const licences = fc.constantFrom(
  undefined,
  { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  { name: 'Ask <us> & wait', url: null },
);

test('of any archive', () => {
  fc.assert(
    fc.property(
      archives,
      fc.string({ unit: 'binary' }),
      taken,
      licences,
      ({ articles, site }, odd, [last, first], licence) => {
        for (const article of articles) {
          const { captured } = article;
          const { from, to } = article.published;
          const day = from ?? to ?? captured?.from ?? null;
          const stated = statedDate(article.published) === day ? day : null;
          const days = { day, published: first ?? stated, updated: last ?? stated };
          const entries = article.claims.map((claim) => ({ ...days, article, claim }));
          const title = `${site.name}: ${odd}${article.title}`;
          const page = articlePath(article.id);
          const of = { name: site.name, ...(licence && { licence }) };
          expect(atom(title, page, entries, { site: of, root }).join('')).toBe(
            byPackage(title, page, entries, of),
          );
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('a speaker, outlet or question without claims today has a feed without entries', () => {
  const input = siteFixture();
  const gone = (path: string): AddressRecord => ({
    path,
    kind: 'tombstone',
    successor: null,
    reason: '',
    date: null,
    by: null,
    words: null,
    speaker: null,
    article: null,
  });
  const paths = ['speakers/gone/', 'outlets/gone/', 'topics/gone/', 'places/gone/'];
  const archive = createArchive({ ...input, addresses: paths.map(gone) });
  const files = new Map<string, string>();
  const put = (path: string, text: string) => {
    files.set(path, text);
    return { bytes: text.length, sha256: '0'.repeat(64) };
  };
  const output: Output = {
    write: (path, text) => put(path, typeof text === 'string' ? text : text.join('')),
    open: (path) => ({ append: () => undefined, close: () => put(path, '') }),
    database: databaseInMemory,
  };
  exportAll(archive, { root, source: ({ text }) => text, versions: () => [] }, output);
  for (const path of paths.slice(0, 3)) {
    expect(files.get(`${path}feed.xml`)).toContain(`href="${root}${path}"`);
    expect(files.get(`${path}feed.xml`)).not.toContain('<entry>');
    expect(JSON.parse(files.get(`${path}feed.json`) ?? '{}')).toMatchObject({ items: [] });
  }
  expect(files.has('places/gone/feed.xml')).toBe(false);
});
