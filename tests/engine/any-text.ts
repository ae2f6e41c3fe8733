/** Texts made of the pieces that the engine looks at, in any order: quotation marks, verbs of saying, names, clauses. */
import fc from 'fast-check';
import type { EngineText } from '../../src/engine/index.ts';

const PIECES = [
  '“',
  '”',
  '"',
  "'",
  '‘',
  '’',
  "''",
  '«',
  '»',
  '„',
  '(',
  ')',
  '[',
  ']',
  ', ',
  '. ',
  '? ',
  ': ',
  ' — ',
  '… ',
  ' ',
  ' ',
  ' ',
  ' ',
  'Ann Lee',
  'the mayor',
  'Mr. Ray',
  'she',
  'he',
  'officials',
  'who',
  'said',
  'says',
  'told',
  'asked',
  'adding',
  'according to',
  'called',
  'accused',
  'the bridge was safe',
  'we will pay',
  'that',
  'reporters',
  'on Monday',
  'and',
  'but',
  'which',
  'it',
  'of',
  'Reuters',
  'as saying',
  'Q:',
  'A:',
  'Ann Lee:',
  'é',
  '𝒜',
  '🙂',
  '\u00a0',
  'U.S.',
  '5,000',
  "don't",
];
/** One paragraph. */
export const anyParagraph = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 40 })
  .map((pieces) =>
    pieces
      .join(' ')
      .replace(/ ([,.?:”»)\]])/g, '$1')
      .replace(/([“«„([]) /g, '$1'),
  );
/** A text of several paragraphs, some of them left out of what the engine is given, as boilerplate is. */
export const anyText = fc
  .array(
    fc.record({
      body: anyParagraph,
      listed: fc.integer({ min: 0, max: 4 }).map((n) => n > 0),
      kind: fc.constantFrom(
        'paragraph' as const,
        'paragraph' as const,
        'quote' as const,
        'heading' as const,
      ),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((blocks): EngineText => {
    let text = '';
    const paragraphs: { start: number; end: number; kind: 'paragraph' | 'quote' | 'heading' }[] =
      [];
    for (const { body, listed, kind } of blocks) {
      if (!/\S/.test(body)) continue;
      if (text) text += '\n\n';
      if (listed) paragraphs.push({ start: text.length, end: text.length + body.length, kind });
      text += body;
    }
    return { text: text || 'x', paragraphs };
  });
