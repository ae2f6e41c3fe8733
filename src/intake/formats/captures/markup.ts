import { textKind, type CaptureKind } from './kind.ts';

const PAGE = 'Take it in as it is.';
const EACH = 'Save the text of each article as a `.txt` file of its own.';

/** Without what may stand before the first element: declarations, comments, instructions. */
function fromFirstElement(text: string): string {
  let rest = text;
  for (;;) {
    const [before] =
      /^\s*(?:<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!DOCTYPE(?!\s+html\b)(?:[^<>[\]]|\[[^\]]*\])*>)/i.exec(
        rest,
      ) ?? [];
    if (!before) return rest.trimStart();
    rest = rest.slice(before.length);
  }
}
const root = (names: string) => {
  const first = new RegExp(`^<(?:[\\w-]+:)?(?:${names})(?=[\\s>/])`, 'i');
  return (text: string) => text.startsWith('<') && first.test(fromFirstElement(text));
};

const TAG =
  /<\/?(?:a|article|b|blockquote|body|br|center|dd|div|dl|dt|em|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|li|link|main|meta|nav|ol|p|picture|pre|q|s|script|section|small|span|strong|style|sub|sup|svg|table|tbody|td|th|thead|time|title|tr|u|ul)(?:\s[^<>]*)?\/?>/gi;
const BLOCK =
  /^<(?:article|blockquote|body|center|div|dl|figure|footer|form|h[1-6]|head|header|hr|link|main|meta|nav|ol|p|script|section|style|table|title|ul)(?=[\s>/])/i;
/** Of a piece of a page, a fifth is tags; of a text that holds some, hardly a twentieth. */
const MOSTLY = 0.2;

const PAGES = /\sxmlns\s*=\s*["']http:\/\/www\.w3\.org\/1999\/xhtml["']/;
/** Another tree of elements whose first one has a name that pages have too, as `article` of a journal. */
const isOtherTree = (text: string, first: string): boolean =>
  /^<\?xml\s|^<!DOCTYPE(?!\s+html)/i.test(text) && !PAGES.test(/^<[^<>]*>/.exec(first)?.[0] ?? '');

/** A whole page, or a piece of one: it begins and ends with tags, and most of its lines do. */
function isPage(text: string): boolean {
  const first = fromFirstElement(text);
  if (/^<!DOCTYPE\s+html\b|^<html[\s>]/i.test(first)) return true;
  if (isOtherTree(text, first)) return false;
  if (/^<(?:head|body|meta|title|script|style|base|link)[\s>]/i.test(first))
    return /<\/(?:head|body|title|script|style|p|div)>/i.test(text);
  if (!BLOCK.test(first) || !text.trimEnd().endsWith('>')) return false;
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== '');
  if (lines.filter((line) => /^\s*</.test(line)).length >= 0.8 * lines.length) return true;
  const tags = [...text.matchAll(TAG)].reduce((sum, [tag]) => sum + tag.length, 0);
  return tags >= MOSTLY * text.length;
}

const PARAGRAPH = /<p(?:\s[^<>]*)?>/gi;
const ABOVE = 3;

/** Paragraphs of a page under some plain lines, its title for one: they hold nearly all of it. */
function isPiece(text: string): boolean {
  const pieces = text.split(/<\/p\s*>/i);
  if (pieces.length < 2) return false;
  let within = 0;
  for (const piece of pieces.slice(0, -1)) {
    const begin = [...piece.matchAll(PARAGRAPH)].at(-1);
    if (begin) within += piece.length - begin.index;
  }
  if (within >= 0.8 * text.length) return true;
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== '');
  const first = lines.findIndex((line) => /^\s*</.test(line));
  const rest = lines.slice(first);
  return (
    first > 0 &&
    first <= ABOVE &&
    BLOCK.test(rest[0]?.trim() ?? '') &&
    2 * rest.join('\n').length > text.length &&
    text.trimEnd().endsWith('>') &&
    rest.filter((line) => /^\s*</.test(line)).length >= 0.8 * rest.length
  );
}

const ROOT =
  /^<((?:[\w-]+:)?[A-Za-z][\w.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/;
/** Formats whose names are in no text as tags. */
const FORMAT =
  /^(?:newsItem|newsMessage|packageItem|NewsML|nitf|kml|gpx|FictionBook|package|en-export|TEI|TEI\.2|plist|opml|ncx|urlset|sitemapindex|mods|modsCollection|OAI-PMH|mediawiki|tt|xbel|docbook)$/i;

/** Any other tree of elements: one root that holds all of it, or says what it is. */
function isXml(text: string): boolean {
  if (/^<\?xml\s/.test(text)) return true;
  if (!text.startsWith('<')) return false;
  const first = fromFirstElement(text);
  const [open = '', name = '', attributes = '', closed] = ROOT.exec(first) ?? [];
  if (open === '') return false;
  const rest = first.slice(open.length).replace(/(?:\s|<!--(?:[^-]|-(?!->)){0,2000}-->)+$/, '');
  if (/\sxmlns(?::[\w-]+)?\s*=/.test(attributes)) return true;
  if (closed) return rest === '';
  if (rest.endsWith(`</${name}>`)) return true;
  const isKnown = FORMAT.test(name.replace(/^[\w-]+:/, ''));
  return isKnown && (attributes !== '' || /^\s*<[A-Za-z!?]/.test(rest));
}

/** Whether a text is a saved web page, or a piece of one. */
export function isWebPage(text: string): boolean {
  const from = text.replace(/^\uFEFF?\s*/, '');
  return isPage(from) || isPiece(from);
}

/** Trees of elements by what they are: their first elements, a name for readers, what to do. */
const TREES: readonly [names: string, name: string, advice: string][] = [
  ['mediawiki', 'an export of a wiki (MediaWiki)', 'Save the page that is wanted from a browser.'],
  ['en-export', 'an export of notes (Evernote)', 'Export the note as HTML, and take that file in.'],
  ['TEI|TEI\\.2|teiCorpus', 'a text in TEI (XML)', EACH],
  ['plist', 'a web archive of Safari, or a property list', 'Save the page from a browser as HTML.'],
  [
    'tt|timedtext|transcript',
    'subtitles in XML',
    'Save them as SRT or WebVTT, and take that file in.',
  ],
];

export const markupKinds: readonly CaptureKind[] = [
  ...TREES.map(([names, name, advice]) => textKind('xml', name, root(names), advice)),
  textKind('html', 'a saved web page (HTML)', isWebPage, PAGE),
  textKind('feed', 'a feed (RSS or Atom)', root('rss|feed|RDF'), EACH),
  textKind(
    'svg',
    'a picture (SVG)',
    root('svg'),
    'A picture has no text to take in: type its text into a `.txt` file.',
  ),
  textKind('xml', 'a document in XML', isXml, EACH),
  textKind('php', 'a program in PHP', (text) => text.startsWith('<?php'), 'Leave it out.'),
  textKind(
    'latex',
    'a document in LaTeX',
    (text) => /^(?:%[^\n]*\n\s*)*\\(?:documentclass|documentstyle)\b/.test(text),
    'Typeset it, and save the text as a `.txt` file.',
  ),
  textKind(
    'org',
    'a text in Org mode',
    (text) =>
      /^(?:#\+[A-Za-z_]+:[^\n]*\n\s*)*#\+(?:TITLE|AUTHOR|DATE|OPTIONS|STARTUP):/i.test(text),
    'Export it as Markdown, and take that file in.',
  ),
];
