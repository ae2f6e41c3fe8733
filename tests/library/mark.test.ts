import { fromHtml } from 'hast-util-from-html';
import { describe, expect, test } from 'vitest';
import { markClaims } from '../../src/library/astro/mark.ts';
import type { Nodes } from 'hast';

const options = { page: '/blog/ferry/', key: 'ferry/', claims: '/blog/claims/', confidence: 0.5 };
const mark = (html: string) => markClaims(html, options);
function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
const words = (html: string) => textOf(fromHtml(html, { fragment: true }));

const FERRY =
  '<p>“We will keep the <strong>night ferry</strong> &amp; its crew,” said Mara Obi, the harbour\n' +
  'mayor. According to Reuters, the crews called it <a href="https://x.example/">“a beginning”</a>.</p>\n';

describe('claims of a page', () => {
  test('are marked where they stand, whatever stands within them', () => {
    const { html, claims } = mark(FERRY);
    expect(claims.map(({ type, speaker, words }) => [type, speaker, words])).toEqual([
      ['direct', 'Mara Obi', 'We will keep the night ferry & its crew,'],
      ['mixed', 'Reuters', 'the crews called it “a beginning”'],
    ]);
    expect(words(html)).toBe(words(FERRY));
    for (const { id, words: said } of claims) {
      const marked = [...html.matchAll(new RegExp(`data-claim="${id}">([^<]*)`, 'g'))];
      expect(words(marked.map(([, text]) => text).join(''))).toBe(said);
      expect(html.split(`id="${id}"`).length).toBe(2);
      expect(html).toContain(`href="/blog/claims/${id}/"`);
    }
    // A link within a link would end it.
    expect(html).toMatch(/“a beginning”<\/span><\/a><a class="claim-address"/);
  });

  test('leave the rest of the HTML as it is', () => {
    const odd = `<p data-x="1 > 0" title='"'>No &unknown; &copy; <br/>quotation<p>here`;
    expect(mark(odd)).toEqual({ html: odd, claims: [] });
    const { html } = mark(`${odd}</p>${FERRY}`);
    expect(html.startsWith(odd)).toBe(true);
  });

  test('are not looked for in code', () => {
    const code = FERRY.replace('<p>', '<pre><code>').replace('</p>', '</code></pre>');
    expect(mark(code).claims).toEqual([]);
  });

  test('have ids that hold while words and page do', () => {
    const ids = (html: string) => mark(html).claims.map(({ id }) => id);
    expect(ids(`<p>First of all.</p>${FERRY}`)).toEqual(ids(FERRY));
    expect(markClaims(FERRY, { ...options, key: 'other/' }).claims[0]?.id).not.toBe(ids(FERRY)[0]);
    const twice = ids(FERRY + FERRY);
    expect(new Set(twice).size).toBe(twice.length);
    expect(twice.length).toBeGreaterThan(ids(FERRY).length);
  });

  test('name nobody whom the words do not', () => {
    const [claim] = mark('<p>“We will keep the night ferry,” she said.</p>').claims;
    expect(claim?.speaker ?? null).toBe(null);
    expect(claim?.mention).toBe('she');
  });
});
