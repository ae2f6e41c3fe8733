import type { Format, RawBlock } from './format.ts';

/** Text in which no character has a special meaning. Blank lines part the blocks. */
export const plainText: Format = {
  name: 'plain-text',
  matches: () => true,
  read(text, from) {
    const blocks: RawBlock[] = [];
    // Word processors write U+2028 for a line and U+2029 for a paragraph.
    const blank = /(?:\r\n|[\r\n\u2028])[^\S\r\n\u2028\u2029]*(?:\r\n|[\r\n\u2028])|\u2029/g;
    let start = from;
    const push = (end: number) => {
      if (/\S/.test(text.slice(start, end))) blocks.push(rawBlock(text, start, end));
    };
    blank.lastIndex = from;
    for (let gap = blank.exec(text); gap; gap = blank.exec(text)) {
      push(gap.index);
      start = gap.index + gap[0].length;
    }
    push(text.length);
    return blocks;
  },
};

function rawBlock(text: string, start: number, end: number): RawBlock {
  const starts: number[] = [];
  const ends: number[] = [];
  for (let i = start; i < end; i++) {
    starts.push(i);
    ends.push(i + 1);
  }
  return { kind: 'paragraph', chars: text.slice(start, end), starts, ends, inlines: [] };
}
