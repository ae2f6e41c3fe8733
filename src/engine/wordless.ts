/**
 * What may stand in a text and is no word of it: tags of markup that a plain text keeps with
 * what they hide, and pictures.
 */
import { trimmed } from '../text/spans.ts';
import type { EngineText } from './types.ts';

const ELEMENTS =
  'a|abbr|acronym|address|article|aside|b|bdi|bdo|big|blockquote|body|br|caption|center|cite|code|dd|del|dfn|div|dl|dt|' +
  'em|figcaption|figure|font|footer|h[1-6]|head|header|hr|html|i|iframe|img|ins|kbd|label|li|main|mark|nav|ol|p|pre|' +
  'q|s|section|small|span|strike|strong|sub|sup|table|tbody|td|tfoot|th|thead|time|tr|tt|u|ul|var|wbr';
/** Characters of the longest tag that is looked for. */
const LONGEST = 500;
/** Characters of the longest comment or script that is looked for. */
const LONGEST_HIDDEN = 2000;
const WORDLESS = new RegExp(
  `<!--[^]{0,${LONGEST_HIDDEN}}?-->|<(?:script\\b[^<>]{0,${LONGEST}}>[^]{0,${LONGEST_HIDDEN}}?</script|style\\b[^<>]{0,${LONGEST}}>[^]{0,${LONGEST_HIDDEN}}?</style)\\s*>|` +
    `</?(?:${ELEMENTS})(?:\\s[^<>]{0,${LONGEST}})?/?>|\\p{Extended_Pictographic}[\\p{Emoji_Modifier}\\u200d\\ufe0f]*|[\\u{1f1e6}-\\u{1f1ff}\\ufe0f]`,
  'giu',
);

/** A text, as long as before, with blanks for what is no word of it. */
const wordsAlone = (text: string): string =>
  text.replace(WORDLESS, (found) => ' '.repeat(found.length));

/** What is to be read, with blanks for what is no word of it: every offset stays what it was. */
export function withWordsAlone(input: EngineText): EngineText {
  const text = wordsAlone(input.text);
  if (text === input.text) return input;
  const paragraphs = input.paragraphs.map((paragraph) => ({
    ...paragraph,
    ...trimmed(text, paragraph),
  }));
  return { ...input, text, paragraphs };
}
