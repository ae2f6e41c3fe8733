/**
 * Text as Markdown that reads as that text: an asterisk stays an asterisk. remark writes it; words in
 * which nothing can be taken for markup are written as they stand, which is what remark makes of them.
 */
import { remark } from 'remark';
import type { BlockContent, PhrasingContent } from 'mdast';

const remarked = remark().data('settings', { bullet: '-', emphasis: '_' });
const written = (block: BlockContent): string =>
  remarked.stringify({ type: 'root', children: [block] }).slice(0, -1);

/** What may be markup: signs anywhere, and others where a line begins. */
const DOUBTFUL = /[\t\r\n\\`*_[\]<&]|^[#+\-=>~ ]|^\d+[.)]| $/;
const isPlain = (words: string): boolean => words !== '' && !DOUBTFUL.test(words);
const ADDRESS = /^https?:[^\0- <>\u007F]+$/;

const text = (value: string): PhrasingContent => ({ type: 'text', value });
const link = (url: string): PhrasingContent => ({ type: 'link', url, children: [text(url)] });

/** A paragraph of words. */
export const paragraph = (words: string): string =>
  isPlain(words) ? words : written({ type: 'paragraph', children: [text(words)] });

/** A heading of words. */
export const heading = (depth: 1 | 2, words: string): string =>
  isPlain(words) && !words.includes('#')
    ? `${'#'.repeat(depth)} ${words}`
    : written({ type: 'heading', depth, children: [text(words)] });

/** A paragraph that is an address. */
export const address = (url: string): string =>
  ADDRESS.test(url) ? `<${url}>` : written({ type: 'paragraph', children: [link(url)] });

/** A quotation of one paragraph. */
export const quotation = (words: string): string =>
  isPlain(words)
    ? `> ${words}`
    : written({
        type: 'blockquote',
        children: [{ type: 'paragraph', children: [text(words)] }],
      });

/** A numbered list from 1: each item words with an address behind them. */
export const numbered = (items: readonly { words: string; url: string }[]): string =>
  items
    .map(({ words, url }, i) =>
      isPlain(words) && ADDRESS.test(url)
        ? `${i + 1}. ${words} <${url}>`
        : written({
            type: 'list',
            ordered: true,
            start: i + 1,
            spread: false,
            children: [
              {
                type: 'listItem',
                children: [{ type: 'paragraph', children: [text(`${words} `), link(url)] }],
              },
            ],
          }),
    )
    .join('\n');

export const RULE = '***';

/** A text of blocks. */
export const document = (blocks: readonly string[]): string => `${blocks.join('\n\n')}\n`;
