/**
 * The text of a page as tools that annotate pages count it, and where its claims stand in that text: what
 * `document.body.textContent` gives in a browser that runs no scripts. Pages are read as this program writes
 * them: every element is closed, and text holds no bare `<`.
 */
import { decodeHTML } from 'entities';
import type { Span } from '../../model/records.ts';

/** A stretch of the page's text that is marked as a claim, within one block of the article. */
export interface PagePlace extends Span {
  block: Span;
}

export interface PageText {
  text: string;
  /** Where each claim stands, in reading order. */
  claims: ReadonlyMap<string, readonly PagePlace[]>;
}

/** Elements that have no end. */
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;
/** Elements whose text holds no tags. */
const RAW = /^(?:script|style|iframe|noembed|noframes)$/;
/** Elements in which a first line feed is not there. */
const EATS_FEED = /^(?:pre|textarea|listing)$/;

/** Reads a page's HTML. */
export function textOfPage(html: string): PageText {
  return new PageReader(html.includes('\r') ? html.replace(/\r\n?/g, '\n') : html).read();
}

interface Open {
  claim: string | undefined;
  start: number;
}

class PageReader {
  readonly #html: string;
  #at: number;
  #text = '';
  readonly #claims = new Map<string, PagePlace[]>();
  /** Elements that are open, from that of a block inwards; none outside of blocks. */
  #open: Open[] = [];
  /** What is marked in the open block. */
  #marked: { claim: string; span: Span }[] = [];

  constructor(html: string) {
    this.#html = html;
    const body = /<body[\s>]/.exec(html);
    this.#at = body ? endOfTag(html, body.index) : html.length;
  }

  read(): PageText {
    const html = this.#html;
    for (;;) {
      const next = html.indexOf('<', this.#at);
      this.#add(html.slice(this.#at, next < 0 ? html.length : next));
      if (next < 0) return { text: this.#text, claims: this.#claims };
      if (html.startsWith('<!--', next)) {
        const end = html.indexOf('-->', next + 4);
        this.#at = end < 0 ? html.length : end + 3;
      } else this.#tag(next);
    }
  }

  #add(characters: string): void {
    if (characters === '') return;
    const text = characters.includes('&') ? decodeHTML(characters) : characters;
    this.#text += text.includes('\0') ? text.replaceAll('\0', '') : text;
  }

  #tag(start: number): void {
    const html = this.#html;
    const end = endOfTag(html, start);
    const name = nameAt(html, start);
    this.#at = end;
    if (html[start + 1] === '/') this.#close();
    else if (RAW.test(name)) this.#pass(name);
    else {
      if (EATS_FEED.test(name) && html[end] === '\n') this.#at++;
      const isClosed = VOID.test(name) || html.startsWith('/>', end - 2);
      if (!isClosed) this.#begin(html.slice(start, end));
    }
  }

  /** Text in which a tag is characters; the tag that ends it is left. */
  #pass(name: string): void {
    const end = this.#html.indexOf(`</${name}`, this.#at);
    this.#text += this.#html.slice(this.#at, end);
    this.#at = endOfTag(this.#html, end);
  }

  #begin(tag: string): void {
    const start = this.#text.length;
    if (this.#open.length > 0)
      this.#open.push({ claim: / data-claim="(\w+)"/.exec(tag)?.[1], start });
    else if (tag.includes(' data-block') && / data-block[\s=/>]/.test(tag.replace(QUOTED, '""')))
      this.#open = [{ claim: undefined, start }];
  }

  #close(): void {
    const closed = this.#open.pop();
    if (!closed) return;
    const end = this.#text.length;
    if (closed.claim !== undefined && closed.start < end)
      this.#marked.push({ claim: closed.claim, span: { start: closed.start, end } });
    if (this.#open.length === 0) this.#keep({ start: closed.start, end });
  }

  /** Pieces of a claim that touch are one place. */
  #keep(block: Span): void {
    const marked = this.#marked.sort((a, b) => a.span.start - b.span.start);
    this.#marked = [];
    for (const { claim, span } of marked) {
      const places = this.#claims.get(claim) ?? [];
      this.#claims.set(claim, places);
      const last = places.at(-1);
      if (last && last.end === span.start && last.block.start === block.start) last.end = span.end;
      else places.push({ ...span, block });
    }
  }
}

const QUOTED = /"[^"]*"|'[^']*'/g;

const nameAt = (html: string, start: number): string =>
  /^[a-z][^\s/>]*/i.exec(html.slice(start + 1, start + 12))?.[0].toLowerCase() ?? '';

const MORE = 0x3e;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;

/** Behind the `>` that ends the tag which begins there: one in quotation marks does not. */
function endOfTag(html: string, start: number): number {
  let open = 0;
  for (let at = start; at < html.length; at++) {
    const code = html.charCodeAt(at);
    if (code === open) open = 0;
    else if (open === 0 && code === MORE) return at + 1;
    else if (open === 0 && (code === QUOTE || code === APOSTROPHE)) open = code;
  }
  return html.length;
}
