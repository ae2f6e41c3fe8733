import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { xmlLeadsOf } from '../../src/build/verify/scan-xml.ts';
import { xmlLinks } from '../../src/build/verify/xml-links.ts';
import { atom as atomFeed } from '../../src/publish/exports/feeds.ts';
import { siteFixture } from '../support/site-fixture.ts';

const archive = siteFixture();

/** The links of a feed, which its tags alone say as well, or not at all. */
function readBothWays(xml: string) {
  const read = xmlLinks(xml);
  const leads = xmlLeadsOf(Buffer.from(xml));
  if (leads) expect([...leads].sort()).toEqual([...read.links].sort());
  if (read.problem) expect(leads).toBeNull();
  return read;
}

const atom = (entry: string) =>
  `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom">${entry}</feed>`;

describe('links of feeds and site maps', () => {
  test.each([
    [
      'an element',
      '<link rel="self" href="https://x.example/a?b=1&amp;c"/>',
      ['https://x.example/a?b=1&c'],
    ],
    ['single quotation marks', "<link href='https://x.example/a'/>", ['https://x.example/a']],
    [
      'text that looks like a link',
      '<title>“Write &lt;a href="page.html"&gt;here&lt;/a&gt;”</title>',
      [],
    ],
    [
      'a title whose marks are text',
      '<title type="html"><![CDATA[Write &lt;a href="page.html"&gt;here]]></title>',
      [],
    ],
    [
      'HTML in an entry',
      '<content type="html"><![CDATA[<p>&lt;a href="no"&gt; <a href="https://x.example/y">z</a></p>]]></content>',
      ['https://x.example/y'],
    ],
    [
      'HTML that is escaped once',
      '<content type="html">&lt;a href="https://x.example/y"&gt;z&lt;/a&gt;</content>',
      ['https://x.example/y'],
    ],
    ['a comment', '<!-- <link href="https://x.example/a"/> -->', []],
    ['addresses in text', '<id>https://x.example/claims/</id>', []],
  ])('%s', (_, entry, links) => {
    expect(readBothWays(atom(entry))).toEqual({ links, problem: null });
  });

  test('a site map', () => {
    const map = (n: number) => `<url><loc> https://x.example/${n}?a&amp;b </loc></url>`;
    expect(readBothWays(`<urlset>${map(1)}</urlset>`).links).toEqual(['https://x.example/1?a&b']);
    expect(readBothWays(`<urlset>${map(1)}${map(2)}</urlset>`).links).toHaveLength(2);
  });

  test('most are read from their tags', () => {
    for (const entry of [
      '<link rel="self" href="https://x.example/a?b=1&amp;c"/>',
      '<content type="html"><![CDATA[<p><a href="https://x.example/y">é</a></p>]]></content>',
      '<url><loc> https://x.example/ü </loc></url>',
    ])
      expect(xmlLeadsOf(Buffer.from(atom(entry)))).toHaveLength(1);
    for (const xml of [
      '<a><b></a></b>',
      '<a/><b/>',
      '<a>&#65;</a>',
      '<a><!-- x --></a>',
      '<a',
      'x<a/>',
    ])
      expect(xmlLeadsOf(Buffer.from(xml)), xml).toBeNull();
  });

  test('what is no XML is said', () => {
    expect(readBothWays('<feed><link href="a"></feed>').problem).toMatch(/^line 1: /);
  });

  test('words of any kind in a feed add no link', () => {
    const words = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        '<a href="x.html">',
        ']]>',
        '<loc>y</loc>',
        '&lt;a href="z"&gt;',
        '<!--',
        '&amp;',
      ),
    );
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 5 }), (list) => {
        const said = list.join(' ').trim() || 'x';
        const [article] = archive.articles.filter(({ claims }) => claims.length > 0);
        if (!article) throw new Error('the fixture has no claim');
        const linksWith = (text: string) => {
          const changed = {
            ...article,
            title: text,
            claims: article.claims.map((claim) => ({ ...claim, text })),
          };
          const entries = changed.claims.map((claim) => ({
            day: '2021-03-14',
            published: '2021-03-14',
            updated: '2021-03-14',
            article: changed,
            claim,
          }));
          const about = { site: archive.site, root: 'https://x.example/' };
          return readBothWays(
            atomFeed(`claims in ${text}`, 'articles/x/', entries, about).join(''),
          );
        };
        expect(linksWith(said)).toEqual(linksWith('plain words'));
      }),
    );
  });
});
