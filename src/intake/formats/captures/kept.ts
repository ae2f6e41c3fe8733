/** What programs keep for themselves: messages, posts, links, annotations, what a browser loaded. None of it is an article. */
import { textKind, type CaptureKind } from './kind.ts';

const OWN_PAGE = 'Open the page itself in a browser, save it, and take that file in.';
const EACH_PAGE = 'Open each page that is wanted, save it, and take in those files.';
const EACH_MESSAGE =
  'Save each message that is wanted as a `.txt` file of its own, with its day and where it was sent.';

/** A day and a time, and who sent the message: `[03/05/2024, 08:01:10] Mara Obi: `, `3.5.24, 08:01 - Mara Obi: `. */
const SENT =
  /^\u200E?(?:\[\d{1,4}([./-])\d{1,2}\1\d{1,4},? \d{1,2}:\d{2}(?::\d{2})?(?:\s?[AaPp]\.?\s?[Mm]\.?)?\]|\d{1,4}([./-])\d{1,2}\2\d{1,4},? \d{1,2}:\d{2}(?:\s?[AaPp]\.?\s?[Mm]\.?)? -) \S/;
const LINES_ASKED = 40;

/** Messages stand under one another, two and more, and at least a third of the lines begin one. */
function isChat(text: string): boolean {
  const lines = text
    .slice(0, 8000)
    .split(/[\r\n]+/, LINES_ASKED)
    .filter((line) => line.trim() !== '');
  const sent = lines.filter((line) => SENT.test(line));
  return sent.length >= 2 && SENT.test(lines[0] ?? '') && 3 * sent.length >= lines.length;
}

const CHANNEL =
  /^\{\s*"name"\s*:[^{}]{0,400}"type"\s*:\s*"(?:personal_chat|bot_chat|saved_messages|(?:private|public)_(?:super)?(?:group|channel))"/;
const CHANNEL_PAGE = /<title>\s*Exported Data\s*<\/title>/i;
const isJson = (text: string): boolean => /^[[{]/.test(text);
const HEAD = 20_000;

export const keptKinds: readonly CaptureKind[] = [
  textKind(
    'messages',
    'an export of a messenger, many messages and no article',
    (text) =>
      isChat(text) ||
      CHANNEL.test(text) ||
      (CHANNEL_PAGE.test(text.slice(0, HEAD)) && /class="message\s/.test(text.slice(0, HEAD))),
    EACH_MESSAGE,
  ),
  textKind(
    'posts',
    'an archive of posts, many of them and no article',
    (text) =>
      /^window\.YTD\.\w+/.test(text) ||
      (isJson(text) &&
        /"type"\s*:\s*"Ordered(?:Collection|CollectionPage)"/.test(text.slice(0, HEAD))),
    EACH_MESSAGE,
  ),
  textKind(
    'links',
    'a list of links, and not the pages',
    (text) =>
      /^<!DOCTYPE NETSCAPE-Bookmark-file/i.test(text) ||
      /^<(?:\?xml[^>]*>\s*<)?opml[\s>]/i.test(text) ||
      /<title>\s*Pocket Export\s*<\/title>/i.test(text.slice(0, 2000)),
    EACH_PAGE,
  ),
  textKind(
    'view-source',
    'a view of the source of a page, and not the page',
    (text) => /<body\b[^<>]{0,200}\bid="viewsource"/i.test(text.slice(0, HEAD)),
    'Open its address without `view-source:` in front, save the page, and take that file in.',
  ),
  textKind(
    'har',
    'a record of what a browser loaded (HAR)',
    (text) => /^\{\s*"log"\s*:\s*\{\s*"(?:version|creator|browser|pages|entries)"/.test(text),
    OWN_PAGE,
  ),
  textKind(
    'annotations',
    'a file of annotations (Hypothesis or Web Annotation)',
    (text) =>
      isJson(text) && /"(?:TextQuoteSelector|TextPositionSelector)"/.test(text.slice(0, HEAD)),
    'Take in the texts that they stand on, and then the annotations: npm run annotations -- import <this file>',
  ),
];
