import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import type { Nodes } from 'hast';
import { describe, expect, test } from 'vitest';
import { createArchive } from '../../src/archive/query.ts';
import { exportAll, type Output } from '../../src/publish/exports/index.ts';
import { textOfPage } from '../../src/publish/exports/page-text.ts';
import type { ArticleRecord } from '../../src/model/records.ts';
import { OFFSETS_IN_JAVASCRIPT } from '../../src/site/reading/data-tools.ts';
import { siteFixture } from '../support/site-fixture.ts';
import { Annotation } from './web-annotation-model.ts';

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
function bodyOf(node: Nodes): Nodes | undefined {
  if (node.type === 'element' && node.tagName === 'body') return node;
  return 'children' in node ? node.children.map(bodyOf).find(Boolean) : undefined;
}
/** What a parser of HTML finds as the text of the body. */
const parsed = (html: string): string =>
  textOf(bodyOf(fromHtml(html)) ?? { type: 'root', children: [] });
const page = (body: string) =>
  `<!doctype html>\n<html lang="en">\n  <head><title>No text</title></head>\n  <body class="a">${body}</body></html>`;

describe('the text of a page is what a parser finds', () => {
  test.each([
    ['blanks between elements', '\n  <p>One</p>\n  <p> two </p>'],
    [
      'references',
      '<p>a &amp; b &#x26; c &lt;d&gt; &quot;e&quot; &#39;f&#39; &nbsp;&hellip; &copy &unknown;</p>',
    ],
    [
      'a sign that ends tags within a value',
      '<p title="1 > 0" data-x=\'a > "b"\'>x</p><img alt=">" /> y',
    ],
    ['what is no text', '<!-- > <p>no</p> --><p>yes<br>and<br/>so</p><input value="no">'],
    [
      'scripts and styles, which have text too',
      '<style>p > a { }</style><script>if (a < b) "</p>"</script><p>x</p>',
    ],
    ['a first line feed that is not there', '<pre>\n\nx</pre><textarea>\ny</textarea>'],
    ['line ends of other systems', '<p>a\r\nb\rc</p>'],
    ['drawings', '<svg viewBox="0 0 1 1"><title>T</title><path d="M0 0"/></svg><p>x</p>'],
    ['other scripts and astral letters', '<p>𝒜 😀 שלום Đorđe</p>'],
  ])('%s', (_, body) => {
    expect(textOfPage(page(body)).text).toBe(parsed(page(body)));
  });

  test('whatever is escaped in it', () => {
    const escape = (text: string) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
    const words = fc.string({ unit: fc.constantFrom(...'ab&<>"\'; \n#amp😀') });
    fc.assert(
      fc.property(words, words, (text, value) => {
        const html = page(`<p title="${escape(value)}">${escape(text)}</p> <b>x</b>`);
        expect(textOfPage(html).text).toBe(parsed(html));
      }),
    );
  });
});

describe('claims', () => {
  const found = (body: string) => {
    const { text, claims } = textOfPage(page(body));
    return [...claims].map(([id, places]) => [
      id,
      ...places.map(({ start, end, block }) => [
        text.slice(start, end),
        text.slice(block.start, block.end),
      ]),
    ]);
  };

  test('pieces that touch are one place, and those of other blocks another', () => {
    expect(
      found(
        '<p data-block>So “<span class="claim" data-claim="bcdfgh">we <em>will</em> </span>' +
          '<span class="claim" data-claim="bcdfgh">keep it</span>”.</p>' +
          '<ul><li>Not <span data-claim="bcdfgh">this</span></li></ul>' +
          '<p class="x" data-block><span data-claim="bcdfgh" data-said="Claim: ">All of it</span></p>',
      ),
    ).toEqual([
      ['bcdfgh', ['we will keep it', 'So “we will keep it”.'], ['All of it', 'All of it']],
    ]);
  });

  test('within one another', () => {
    expect(
      found(
        '<p data-block><span data-claim="bcdfgh">She said <span data-claim="jkmnpq">no</span>.</span></p>',
      ),
    ).toEqual([
      ['bcdfgh', ['She said no.', 'She said no.']],
      ['jkmnpq', ['no', 'She said no.']],
    ]);
  });
});

describe('annotations on pages', () => {
  const archive = createArchive(siteFixture());
  const original = 'https://example.org/ferry';
  /** A page as bare as may be, on which the words of claims stand a second time. */
  const htmlOf = ({ claims, text }: ArticleRecord) =>
    page(
      `<h1>${text.length}</h1>` +
        claims
          .map(
            (claim) =>
              `<p data-block>${claim.parts
                .map((part) => `<span data-claim="${claim.id}">${part.exact}</span>`)
                .join(' … ')}</p> <ul><li>${claim.text}</li></ul>`,
          )
          .join('\n'),
    );

  function written(facts: Partial<ArticleRecord>, taken: string | null, html = htmlOf) {
    const files = new Map<string, string>();
    const output: Output = {
      write(path, text) {
        files.set(path, typeof text === 'string' ? text : text.join(''));
        return { bytes: 0, sha256: '' };
      },
      open: () => ({ append: () => undefined, close: () => ({ bytes: 0, sha256: '' }) }),
      database: () => ({
        run: () => undefined,
        insert: () => undefined,
        close: () => ({ bytes: 0, sha256: '' }),
      }),
    };
    const { site, speakers, outlets, topics, addresses } = archive;
    const articles = archive.articles.map((article) => ({ ...article, ...facts }));
    exportAll(
      { site: { ...site, claimFiles: 'each' }, articles, speakers, outlets, topics, addresses },
      {
        root: 'https://archive.example/sub/',
        source: ({ text }) => text,
        page: html,
        versions: ({ id, source }) => [
          {
            article: id,
            version: 1,
            file: 'x',
            sha256: source.sha256,
            bytes: 1,
            taken,
            reason: null,
          },
        ],
      },
      output,
    );
    return archive.articles.flatMap((article) =>
      article.claims.map(({ id }) => ({
        article,
        id,
        targets: [Annotation.parse(JSON.parse(files.get(`claims/${id}/anno.json`) ?? '')).target]
          .flat()
          .filter((target) => typeof target !== 'string'),
      })),
    );
  }
  const sourceOf = ({ source }: { source: string | { id: string } }) =>
    typeof source === 'string' ? source : source.id;

  test('point to one place of the page’s text, as the page marks it', () => {
    const all = written({}, null);
    expect(all.length).toBeGreaterThan(5);
    for (const { article, id, targets } of all) {
      const { text, claims } = textOfPage(htmlOf(article));
      const here = targets.filter((one) => sourceOf(one).endsWith(`/sub/articles/${article.id}/`));
      expect(here.length, id).toBe(claims.get(id)?.length);
      for (const { selector } of here) {
        const [quote, position] = Array.isArray(selector) ? selector : expect.fail('no position');
        expect([...text].slice(position.start, position.end).join('')).toBe(quote.exact);
        expect(text.split(quote.prefix + quote.exact + quote.suffix).length).toBe(2);
      }
      expect(targets.length).toBeGreaterThan(here.length);
      expect(targets.some(({ state }) => state)).toBe(false);
    }
  });

  test('have offsets that the code of the data page turns into those of JavaScript', () => {
    const withEmoji = (article: ArticleRecord) => htmlOf(article).replace('<h1>', '<h1>😀 𝒜 ');
    type Target = (typeof all)[number]['targets'][number];
    type Turn = (items: { target: Target[] }[], address: string, text: string) => typeof items;
    const all = written({}, null, withEmoji);
    const inUnits = runInNewContext(`${OFFSETS_IN_JAVASCRIPT}; inUnits`) as Turn;
    for (const { article, targets } of all) {
      const address = `https://archive.example/sub/articles/${article.id}/`;
      for (const [of, text] of [
        [address, textOfPage(withEmoji(article)).text],
        [`${address}source.txt`, article.text],
      ] as const) {
        const [turned] = inUnits([{ target: targets }, { target: [] }], of, text);
        expect(turned?.target.length).toBeGreaterThan(0);
        for (const { selector } of turned?.target ?? []) {
          const [quote, position] = Array.isArray(selector) ? selector : expect.fail('no position');
          expect(text.slice(position.start, position.end)).toBe(quote.exact);
        }
      }
    }
  });

  test('say on which day what they point to was that, and where a copy is', () => {
    const captured = { edtf: '2021-05', from: '2021-05-01', to: '2021-05-31' } as const;
    const archived = 'https://web.example/copy';
    for (const { targets } of written(
      { original, archived, captured: { ...captured, basis: 'stated', note: null } },
      '2021-06-02',
    )) {
      const states = new Map(targets.map((target) => [sourceOf(target), target.state]));
      expect(states.get(original)).toEqual({
        type: 'TimeState',
        sourceDateStart: '2021-05-01T00:00:00Z',
        sourceDateEnd: '2021-05-31T23:59:59Z',
        cached: archived,
      });
      const source = [...states.keys()].find((one) => one.endsWith('source.txt')) ?? '';
      expect(states.get(source)).toEqual({
        type: 'TimeState',
        sourceDateStart: '2021-06-02T00:00:00Z',
        sourceDateEnd: '2021-06-02T23:59:59Z',
        cached: source.replace('source.txt', 'versions/1/source.txt'),
      });
    }
  });

  test('have the words for the publisher’s page where its address is one', () => {
    const on = (address: string) =>
      written({ original: address }, null).filter(({ targets }) =>
        targets.some((target) => sourceOf(target) === address && !Array.isArray(target.selector)),
      ).length;
    expect(on(original)).toBe(archive.claims.length);
    expect(on('printed, no address')).toBe(0);
  });

  test('stop the build where a page does not mark a claim', () => {
    expect(() => written({}, null, () => page('<p data-block>Nothing</p>'))).toThrow(
      /its words are not marked on articles\//,
    );
  });
});
