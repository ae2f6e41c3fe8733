/** Markdown of words is what remark makes of them, character by character. */
import fc from 'fast-check';
import type { BlockContent, PhrasingContent, Root } from 'mdast';
import { remark } from 'remark';
import { expect, test } from 'vitest';
import {
  address,
  document,
  heading,
  numbered,
  paragraph,
  quotation,
  RULE,
} from '../../src/publish/exports/markdown.ts';

const remarked = remark().data('settings', { bullet: '-', emphasis: '_' });
const text = (value: string): PhrasingContent => ({ type: 'text', value });
const link = (url: string): PhrasingContent => ({ type: 'link', url, children: [text(url)] });
const block = (...children: PhrasingContent[]): BlockContent => ({ type: 'paragraph', children });

const words = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'-+*_#=~`<>[]()!&\\.:|1) \n\t"\''),
      fc.constantFrom(
        'a',
        'said',
        '“We will”',
        '12.',
        '- ',
        '# ',
        '***',
        'x_y',
        '&amp;',
        'http://a',
      ),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 }),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.join(''));
const url = fc.constantFrom(
  'https://verbatim.example/claims/b7h3kq/',
  'http://localhost:4321/a%20b/',
  'https://example.org/a_b*c/',
);

test('blocks of any words are written as remark writes them', () => {
  fc.assert(
    fc.property(fc.array(words, { minLength: 6, maxLength: 6 }), url, (list, place) => {
      const [a = '', b = '', c = '', d = '', e = '', f = ''] = list;
      const tree: Root = {
        type: 'root',
        children: [
          { type: 'heading', depth: 1, children: [text(a)] },
          block(text(b)),
          { type: 'blockquote', children: [block(text(c))] },
          { type: 'thematicBreak' },
          {
            type: 'list',
            ordered: true,
            start: 1,
            spread: false,
            children: [d, e].map((item) => ({
              type: 'listItem',
              children: [block(text(`${item} `), link(place))],
            })),
          },
          { type: 'heading', depth: 2, children: [text(f)] },
          block(link(place)),
        ],
      };
      const items = [d, e].map((item) => ({ words: item, url: place }));
      expect(
        document([
          heading(1, a),
          paragraph(b),
          quotation(c),
          RULE,
          numbered(items),
          heading(2, f),
          address(place),
        ]),
      ).toBe(remarked.stringify(tree));
    }),
    { numRuns: 500 },
  );
});
