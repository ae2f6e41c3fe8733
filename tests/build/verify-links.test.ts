/** Links and fragments taken from a page's tags are those that a parser of HTML finds, or none are. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPage } from '../../src/build/verify/page.ts';
import { pagesToReadWhole } from '../../src/build/verify/sample.ts';
import { leadsOf } from '../../src/build/verify/tags.ts';

const found = (html: string) => {
  const leads = leadsOf(Buffer.from(html));
  return leads && { ids: [...new Set(leads.ids)].sort(), links: leads.links };
};
const parsed = (html: string) => {
  const { ids, links } = readPage(html);
  return { ids: [...ids].sort(), links };
};

const page = (body: string) => `<!DOCTYPE html><html><head></head><body>${body}</body></html>`;

describe('taken from the tags', () => {
  test.each([
    ['a bracket in a value', '<a title="a > b" href="/x">y</a>'],
    ['quotation marks in a text', '<p>“He said "no" > yes", it’s <a href=\'/x\'>x</a></p>'],
    ['a bracket that is text', '<p>1 < 2 <3 <a href="/x">x</a> < </p>'],
    ['a script', '<script type="application/ld+json">{"a":"<a href=\\"/no\\">"}</script>'],
    ['a script with an address', '<script src="/x.js" id="no"></script><a href="/y">y</a>'],
    ['a style', '<style>a > b { content: "<a href=/no>" }</style><i id="x"></i>'],
    ['a title', '<title><a href="/no"></title><i id="x"></i>'],
    ['a text area', '<textarea id="t"><a href="/no"></textarea><i id="x"></i>'],
    ['a template', '<template id="t"><a href="/no" id="n"></a></template><a href="/x">x</a>'],
    ['a template within another', '<template><template></template><i id="n"></i></template>'],
    ['a comment', '<!-- <a href="/no"> -- > --><a href="/x">x</a>'],
    ['a page that leads on', '<meta http-equiv="refresh" content="0; url=/x/">'],
    ['another meta', '<meta http-equiv="content-type" content="0; url=/x/">'],
    ['a set of images', '<img src="/a.png" srcset="/a.png 1x, /b.png 2x" id="i">'],
    ['a link to another machine', '<link rel="preconnect me" href="https://x.example/">'],
    ['an empty link', '<a href="">x</a><a href>y</a>'],
    ['references', '<a href="/?a=1&amp;b=2&#38;c=&#x3d;&quot;" id="&lt;">x</a>'],
    ['letters beyond ASCII', '<a href="/é/ö?“x”" id="ł😀">x</a>'],
    ['line breaks in a tag', '<a\n  href="/x"\r\n\tid=x\n>x</a\n>'],
    ['capitals', '<A HREF="/x" ID="x">x</A><SCRIPT>"<a href=/no>"</SCRIPT>'],
    ['an attribute twice', '<a href="/x" href="/y" id="a" id="b">x</a>'],
    ['a name', '<a name="n" id="i">x</a><p name="no">x</p>'],
    [
      'a drawing',
      '<svg id="s"><title>t</title><use href="#a" xlink:href="#b"/><a href="/x">y</a></svg>',
    ],
    ['a drawing without content', '<svg id="s"/><use xlink:href="#b"></use>'],
    ['a table', '<table id="t"><tr id="r"><td id="d"><a href="/x">x</a></td></tr></table>'],
    ['choices', '<select id="s"><option id="o">x</option></select><a href="/x">x</a>'],
    ['a form', '<form action="/x"><input name="q" id="q"></form><form action="/y"></form>'],
    ['values without marks', '<a href=/x/?a=b id=c>x</a>'],
    [
      'films',
      '<video src="/a" poster="/b"></video><audio src="/c"></audio><object data="/d"></object>',
    ],
  ])('%s', (_, body) => {
    for (const html of [page(body), body]) {
      expect(found(html), html).not.toBeNull();
      expect(found(html), html).toEqual(parsed(html));
    }
  });

  test.each([
    ['a tag without end', '<a href="/x'],
    ['a comment without end', '<!-- <a href="/x">'],
    ['a comment that ends at once', '<!--> <a href="/x"> -->'],
    ['a script without end', '<script><a href="/x">'],
    ['a comment in a script', '<script><!-- <script></script> --></script>'],
    ['a form in a form', '<form action="/x"><form action="/y"></form></form>'],
    ['a cell without a table', '<td id="x">y</td>'],
    ['an element among choices', '<select><a href="/x" id="x">y</a></select>'],
    ['two bodies', page('<body id="x">')],
    ['a reference by a name', '<a href="/&eacute;">x</a>'],
    ['a name with a bracket', '<a<b href="/x">y</a>'],
    ['characters that data has', '<![CDATA[ <a href="/x"> ]]>'],
    ['formulae', '<math><a href="/x"></a></math>'],
    ['the rest as text', '<plaintext><a href="/x">'],
  ])('%s is left to a parser', (_, html) => {
    expect(found(html)).toBeNull();
  });
});

/** Markup as it may be written, of elements that may stand in one another. */
const text = fc.oneof(
  fc.constantFrom(
    'x',
    ' ',
    '"',
    "'",
    '>',
    '< ',
    '<3',
    '&amp;',
    '&lt;a href="/no"&gt;',
    'é',
    '😀',
    '=',
  ),
  fc.string({ maxLength: 6 }).map((s) => s.replace(/[<&\0\r]/g, '.')),
);
const value = fc
  .array(
    fc.constantFrom(
      '/a/',
      'b',
      '#c',
      '?d=e',
      '>',
      '<',
      '=',
      ' ',
      '&amp;',
      '&#39;',
      'é',
      '/',
      '-->',
    ),
    {
      maxLength: 5,
    },
  )
  .map((parts) => parts.join(''));
const NAMES = [
  'id',
  'href',
  'src',
  'srcset',
  'class',
  'name',
  'rel',
  'title',
  'data-id',
  'hidden',
  'cite',
  'xlink:href',
];
const attribute = fc
  .tuple(
    fc.constantFrom(...NAMES),
    value,
    fc.constantFrom('"', "'", ''),
    fc.constantFrom(' ', '\n', '  '),
  )
  .map(([name, inside, mark, blank]) =>
    mark === '' ? `${blank}${name}` : `${blank}${name}=${mark}${inside}${mark}`,
  );
const attributes = fc.array(attribute, { maxLength: 4 }).map((list) => list.join(''));
const { tree } = fc.letrec<{ tree: string; leaf: string; branch: string }>((tie) => ({
  leaf: fc.oneof(
    text,
    attributes.map((list) => `<img${list}>`),
    attributes.map((list) => `<link${list}>`),
    fc.tuple(attributes, value).map(([list, inside]) => `<script${list}>${inside}</script>`),
    fc.tuple(attributes, value).map(([list, inside]) => `<style${list}>${inside}</style>`),
    fc.tuple(attributes, value).map(([list, inside]) => `<textarea${list}>${inside}</textarea>`),
    value.map((inside) => `<!--x${inside.replaceAll('-->', '').replaceAll('--', '')}y-->`),
    attributes.map((list) => `<svg${list}><use${list}/></svg>`),
    attributes.map((list) => `<a${list}>x</a>`),
  ),
  branch: fc
    .tuple(
      fc.constantFrom('div', 'section', 'span', 'template', 'li', 'object', 'DIV', 'svg'),
      attributes,
      fc.array(tie('tree'), { maxLength: 4 }),
    )
    .map(([name, list, inside]) => `<${name}${list}>${inside.join('')}</${name}>`),
  tree: fc.oneof({ depthSize: 'small', withCrossShrink: true }, tie('leaf'), tie('branch')),
}));

test('of any markup', () => {
  let taken = 0;
  fc.assert(
    fc.property(fc.array(tree, { maxLength: 6 }), (parts) => {
      const html = page(parts.join(''));
      const leads = found(html);
      if (!leads) return;
      taken++;
      expect(leads).toEqual(parsed(html));
    }),
    { numRuns: 1500 },
  );
  expect(taken).toBeGreaterThan(500);
});

describe('pages to read whole', () => {
  const claims = Array.from({ length: 3000 }, (_, i) => `claims/c${i}/index.html`);
  const others = [
    'index.html',
    '404.html',
    'articles/a/index.html',
    'articles/a/versions/1-2/index.html',
  ];

  test('all of a small site', () => {
    const pages = [...claims.slice(0, 400), ...others];
    expect(pagesToReadWhole(pages, new Set())).toEqual(new Set(pages));
  });

  test('a share of a large one, the same each time, of each kind', () => {
    const pages = [...claims, ...others];
    const gone = new Set(claims.slice(0, 20));
    const chosen = pagesToReadWhole(pages, gone);
    expect(pagesToReadWhole([...pages].reverse(), gone)).toEqual(chosen);
    expect(chosen.size).toBeGreaterThanOrEqual(200);
    expect(chosen.size).toBeLessThan(300);
    for (const name of others) expect(chosen).toContain(name);
    expect([...chosen].filter((name) => gone.has(name))).toHaveLength(5);
  });
});
