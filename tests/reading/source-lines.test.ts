import fc from 'fast-check';
import type { Element, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, test } from 'vitest';
import { sourceLines } from '../../src/site/reading/source-lines.ts';
import { controlsShown } from '../../src/text/unseen.ts';
import type { ArticleRecord, ClaimRecord } from '../../src/model/records.ts';
import { siteFixture } from '../support/site-fixture.ts';

const [like] = siteFixture().articles as [ArticleRecord];
const [claim] = like.claims as [ClaimRecord];
function textOf(node: Root | RootContent): string {
  if ('children' in node) return node.children.map(textOf).join('');
  return node.type === 'text' ? node.value : '';
}
const trees = (portions: readonly string[]) =>
  portions.map((html) => fromHtml(html, { fragment: true }));
const lines = (portions: readonly string[]) =>
  trees(portions).flatMap(({ children }) => children as Element[]);

describe('the lines of a source', () => {
  test('are numbered, with claims, cues, mentions and what was put aside in place', () => {
    const text = 'Share this page\n\n“We will\n\nwait,” said the pilot.\n';
    const at = (exact: string) => {
      const span = { start: text.indexOf(exact), end: text.indexOf(exact) + exact.length };
      return { ...span, exact, reading: span };
    };
    const whole: ClaimRecord = {
      ...claim,
      type: 'direct',
      parts: [at('We will\n\nwait,')],
      cue: { ...claim.cue!, ...at('said') },
      speaker: { ...claim.speaker!, mention: { ...claim.speaker!.mention!, ...at('the pilot') } },
    };
    const { start, end } = at('Share this page');
    const aside = { ...like.blocks[0]!, source: { start, end }, why: 'a button' };
    const article = {
      ...like,
      blocks: [aside],
      claims: [whole, { ...whole, parts: [at('pilot')] }],
    };
    const html = sourceLines(text, article, (path) => `/${path}`);
    expect(html).toHaveLength(1);
    expect(html[0]).toMatchInlineSnapshot(`
      "<span class="ln" data-n="1"><span class="aside">Share this page</span>
      </span><span class="ln" data-n="2">
      </span><span class="ln" data-n="3">“<a class="claim direct" href="/claims/b7h3kq/">We will
      </a></span><span class="ln" data-n="4">
      </span><span class="ln" data-n="5"><a class="claim direct" href="/claims/b7h3kq/">wait,</a>” <span class="cue">said</span> <span class="mention">the </span><a class="claim direct mention" href="/claims/b7h3kq/">pilot</a>.
      </span>"
    `);
  });

  test('without a record are the text alone', () => {
    expect(sourceLines('Bell <rung>.\nTwice.', null, String)).toEqual([
      '<span class="ln" data-n="1">Bell &#x3C;rung>.\n</span><span class="ln" data-n="2">Twice.</span>',
    ]);
  });

  test('read back the source, and a line in several portions has its number once', () => {
    const long = `${'rope '.repeat(9000)}\nend`;
    const all = lines(sourceLines(long, null, String));
    expect(all.length).toBeGreaterThan(3);
    expect(all.map(({ properties }) => properties['dataN']).filter(Boolean)).toEqual(['1', '2']);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const clean = text.toWellFormed().replaceAll('\r', '');
        expect(
          trees(sourceLines(clean, null, String))
            .map(textOf)
            .join(''),
        ).toBe(controlsShown(clean));
      }),
    );
  });
});
