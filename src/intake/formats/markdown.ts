import type { Nodes, Parents } from 'mdast';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { certain } from '../../text/certain.ts';
import { plainText } from './plain-text.ts';
import type { Format, RawBlock, RawInline } from './format.ts';

/**
 * Markdown, and plain text with remains of Markdown: links, bold, italics, escapes.
 * A scraped text is not written in Markdown, so only a file named `.md` is read with every
 * construct; elsewhere `1.`, `*`, `<` or four leading blanks stay the characters they are.
 */
export const markdown: Format = {
  name: 'markdown',
  matches: (path, text) => path.endsWith('.md') || hasMarkdownRemains(text),
  read: (text, from, path) =>
    isBeyondParser(text)
      ? plainText.read(text, from, path)
      : readMarkdown(text, from, !path.endsWith('.md')),
};

/** Constructs that a text with remains of Markdown is not likely to mean. */
const NOT_IN_REMAINS = [
  'autolink',
  'characterReference',
  'codeFenced',
  'codeIndented',
  'codeText',
  'definition',
  'hardBreakEscape',
  'htmlFlow',
  'htmlText',
  'labelStartImage',
  'list',
  'setextUnderline',
  'thematicBreak',
];

/**
 * Marks of emphasis stand for themselves between a letter and one of these by the letter of Markdown
 * (`he**“won”**again`, `**Mara Obi:**It will run`): a scraped text has lost the blanks there, and means them.
 */
const BESIDE_EMPHASIS = [...'"\'“”‘’„‚«»‹›:;.,!?…()[]—–'].map((char) => char.charCodeAt(0));

/**
 * Evidence: a link with its address, or bold marks in pairs on one line, twice; once where they hold a
 * whole quotation or a label; lines set in italics from end to end, three times, or once below a heading.
 */
function hasMarkdownRemains(text: string): boolean {
  if (/\[[^\][\n]{1,200}\]\((?:#|\/|https?:)[^()\s]{0,500}\)/.test(text)) return true;
  let bold = 0;
  for (const { 0: pair, 1: inner = '', index } of text.matchAll(BOLD)) {
    const apart =
      !/[*\w]/.test(text[index - 1] ?? '') && !/[*\w]/.test(text[index + pair.length] ?? '');
    if (QUOTATION.test(inner) || (LABEL.test(inner) && !/\w/.test(text[index - 1] ?? '')))
      bold += 2;
    else if (apart) bold++;
    if (bold >= 2) return true;
  }
  const set = [...text.matchAll(WHOLE_LINE)].length;
  return set >= LEAST_SET || (set > 0 && /^\s*#{1,3} \p{Lu}/u.test(text.slice(0, 200)));
}

/** Lines that one mark of emphasis sets from end to end, and the fewest that show Markdown by themselves. */
const WHOLE_LINE =
  /^(?:\*(?=[^\s*])[^*\n]{3,300}(?<=[^\s*])\*|_(?=[^\s_])[^_\n]{3,300}(?<=[^\s_])_)[^\S\n]*$/gm;
const LEAST_SET = 3;
const BOLD = /(?<!\*)\*\*(?=[^\s*])([^*\n]{1,200})(?<=\S)\*\*(?!\*)/g;
const QUOTATION = /^["“„«‘'].*["”“»’'.,!?…]$/;
const LABEL = /^[‘’ʻʼʾʿ'`]?\p{Lu}[\p{L}\p{M}\p{N} .,()‘’'`-]{0,60}:$/u;

/** A hundred marks of quotations and lists at the head of one line. */
const DEEP = /^(?:[^\S\r\n]*(?:>|(?:[*+-]|\d{1,9}[.)])(?=[^\S\r\n]))){100}/m;
/** Lines that make the line above a heading. */
const UNDERLINE = /^ {0,3}(?:=+|-+)[^\S\r\n]*$/gm;
const BLANK_LINE = /(?:\r\n|\r(?!\n)|\n)[^\S\r\n]*(?:\r\n|\r|\n)/;

/**
 * Whether the marks of a text nest so deep, or stand so many in one paragraph, that the parser would
 * take minutes (its work grows with the square of them) and its tree could not be walked. No article does.
 */
function isBeyondParser(text: string): boolean {
  const count = (words: string, marks: RegExp) => words.match(marks)?.length ?? 0;
  return (
    DEEP.test(text) ||
    count(text, UNDERLINE) > 500 ||
    text
      .split(BLANK_LINE)
      .some(
        (block) =>
          block.length > 1000 &&
          (count(block, /\*+|_+/g) > 1500 ||
            count(block, /[*_]/g) > 4000 ||
            count(block, /\[/g) > 3000 ||
            count(block, /<[!?]/g) > 1000),
      )
  );
}

function readMarkdown(text: string, from: number, remains: boolean): RawBlock[] {
  const processor = unified().use(remarkParse);
  processor.data('micromarkExtensions', [
    { attentionMarkers: { null: BESIDE_EMPHASIS } },
    ...(remains ? [{ disable: { null: NOT_IN_REMAINS } }] : [gfmTable()]),
  ]);
  processor.data('fromMarkdownExtensions', [gfmTableFromMarkdown()]);
  // The parser leaves out a mark of byte order and does not count it.
  const start = text[from] === '\uFEFF' ? from + 1 : from;
  const body = text.slice(start);
  const tree = processor.parse(body);
  const blocks: RawBlock[] = [];
  readBlocks(tree, 'paragraph', body, start, blocks);
  return blocks;
}

function readBlocks(
  parent: Parents,
  kind: RawBlock['kind'],
  body: string,
  shift: number,
  out: RawBlock[],
): void {
  for (const node of parent.children as Nodes[]) {
    switch (node.type) {
      case 'paragraph':
      case 'tableCell':
      case 'heading':
        out.push(readInlines(node, node.type === 'heading' ? 'heading' : kind, body, shift));
        break;
      case 'blockquote':
        readBlocks(node, 'quote', body, shift, out);
        break;
      // Each cell is a block of its own, as on a page.
      case 'table':
      case 'tableRow':
      case 'list':
      case 'listItem':
        readBlocks(node, kind, body, shift, out);
        break;
      case 'thematicBreak':
        out.push(verbatim(node, 'separator', body, shift));
        break;
      case 'code':
        out.push(verbatim(node, 'code', body, shift));
        break;
      case 'definition':
        out.push(verbatim(node, kind, body, shift, 'attribute'));
        break;
      default:
        // HTML: not interpreted, and not lost
        out.push(verbatim(node, kind, body, shift));
    }
  }
}

const PARSED = 'the parser gives every node its place';
const from = (node: Nodes) => certain(node.position?.start.offset, PARSED);
const to = (node: Nodes) => certain(node.position?.end.offset, PARSED);

function verbatim(
  node: Nodes,
  kind: RawBlock['kind'],
  body: string,
  shift: number,
  mark?: RawInline['mark'],
): RawBlock {
  const characters = new Characters(body, shift);
  characters.append(from(node), to(node));
  return characters.block(
    kind,
    mark ? [{ start: 0, end: characters.length, mark, href: null }] : [],
  );
}

const MARKS: Partial<Record<Nodes['type'], RawInline['mark']>> = {
  emphasis: 'emphasis',
  strong: 'strong',
  link: 'link',
  inlineCode: 'code',
  image: 'attribute',
};

function readInlines(
  parent: Parents,
  kind: RawBlock['kind'],
  body: string,
  shift: number,
): RawBlock {
  const characters = new Characters(body, shift);
  const inlines: RawInline[] = [];
  const visit = (node: Nodes): void => {
    const start = characters.length;
    if (node.type === 'text') characters.align(node.value, from(node), to(node));
    else if (node.type === 'break') characters.append(to(node) - 1, to(node));
    else if (node.type === 'image') characters.align(node.alt ?? '', from(node) + 2, to(node));
    else if (node.type === 'inlineCode') {
      const inner = body.indexOf(node.value, from(node));
      if (inner >= 0 && inner + node.value.length <= to(node))
        characters.append(inner, inner + node.value.length);
      else characters.append(from(node), to(node));
    } else if ('children' in node) for (const child of node.children as Nodes[]) visit(child);
    else characters.append(from(node), to(node));
    const mark = isPicture(node, body) ? 'attribute' : MARKS[node.type];
    if (mark && characters.length > start) {
      const href =
        mark === 'link' && 'url' in node && /^https?:\/\//i.test(node.url) ? node.url : null;
      inlines.push({ start, end: characters.length, mark, href });
    }
  };
  for (const child of parent.children as Nodes[]) visit(child);
  return characters.block(kind, inlines);
}

/** Whether a link is a picture, of which a plain text with remains of Markdown kept the mark. */
const isPicture = (node: Nodes, body: string): boolean =>
  node.type === 'link' && body[from(node) - 1] === '!' && PICTURE.test(node.url);
const PICTURE = /\.(?:avif|gif|jpe?g|png|svg|webp)(?:[?#]|$)/i;

/** The characters of a block, each with its place in the source. */
class Characters {
  #chars = '';
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #body: string;
  readonly #shift: number;

  /** `shift` is where the body begins in the source; all other offsets are of the body. */
  constructor(body: string, shift: number) {
    this.#body = body;
    this.#shift = shift;
  }

  get length(): number {
    return this.#chars.length;
  }

  block(kind: RawBlock['kind'], inlines: RawInline[]): RawBlock {
    return { kind, chars: this.#chars, starts: this.#starts, ends: this.#ends, inlines };
  }

  #push(char: string, start: number, end: number): void {
    this.#chars += char;
    this.#starts.push(this.#shift + start);
    this.#ends.push(this.#shift + end);
  }

  /** Takes characters as the source has them. */
  append(start: number, end: number): void {
    for (let i = start; i < end; i++) this.#push(this.#body.charAt(i), i, i + 1);
  }

  /**
   * Takes a text node's value. Where it differs from the source, that holds an escape (`\$`), a
   * character reference (`&amp;`), or white space that Markdown drops at the borders of lines.
   */
  align(value: string, start: number, end: number): void {
    const body = this.#body;
    let at = start;
    for (let i = 0; i < value.length; i++) {
      let width = 1;
      while (at < end && body[at] !== value[i]) {
        const reference = body[at] === '&' ? REFERENCE.exec(body.slice(at, at + 40)) : null;
        if (reference) {
          width = reference[0].length;
          break;
        }
        at++;
      }
      if (at >= end)
        throw new Error(
          `Markdown text \`${value}\` does not align with its source at ${this.#shift + start}`,
        );
      this.#push(value.charAt(i), at, at + width);
      at += width;
    }
  }
}

const REFERENCE = /^&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z\d]{1,31});/i;
