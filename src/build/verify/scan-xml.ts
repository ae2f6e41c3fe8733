/**
 * Where a feed or a site map leads, taken from its tags alone: the same as `xmlLinks`, or nothing.
 * Elements have to be closed in their order, and whatever is unusual is left to a parser.
 */
import { decoded, Unsure } from './characters.ts';
import { leadsOf } from './tags.ts';

const TAG =
  /<(?:(!\[CDATA\[)|(\?xml [^<>?]*\?>)|(\/)?([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/)?>)/y;
const ATTRIBUTE = /([\w:.-]+)="([^"]*)"/g;

/** The links in the order of the file; null where a parser has to read it. */
export function xmlLeadsOf(bytes: Buffer): string[] | null {
  try {
    return links(bytes.toString('latin1'));
  } catch (error) {
    if (error instanceof Unsure) return null;
    throw error;
  }
}

interface Open {
  name: string;
  isHtml: boolean;
  texts: string[];
}

function links(xml: string): string[] {
  const found: string[] = [];
  const open: Open[] = [];
  let roots = 0;
  for (let at = 0; at < xml.length;) {
    const tag = xml.indexOf('<', at);
    addText(open.at(-1), xml.slice(at, tag < 0 ? xml.length : tag));
    if (tag < 0) break;
    TAG.lastIndex = tag;
    const [whole, data, prologue, closes, name = '', attributes = '', empty] = TAG.exec(xml) ?? [];
    if (whole === undefined || (prologue !== undefined && tag > 0)) throw new Unsure();
    at = tag + whole.length;
    if (data !== undefined) at = addData(open.at(-1), xml, at);
    else if (closes !== undefined) closed(open.pop(), name, found);
    else if (prologue === undefined) {
      if (open.length === 0) roots++;
      const opened = begun(name, attributes, found);
      if (empty === undefined) open.push(opened);
    }
  }
  if (open.length > 0 || roots !== 1) throw new Unsure();
  return found;
}

function addText(within: Open | undefined, text: string): void {
  if (within) within.texts.push(meant(text));
  else if (text.trim() !== '') throw new Unsure();
}

/** Adds what stands in `<![CDATA[…]]>`, whose content begins at an offset; gives the offset behind it. */
function addData(within: Open | undefined, xml: string, begin: number): number {
  const end = xml.indexOf(']]>', begin);
  if (end < 0 || !within) throw new Unsure();
  within.texts.push(Buffer.from(xml.slice(begin, end), 'latin1').toString('utf8'));
  return end + 3;
}

/** A text whose references by number, which the parser leaves as they are, are for that one. */
function meant(text: string): string {
  if (text.includes('&#')) throw new Unsure();
  return decoded(text);
}

function begun(name: string, attributes: string, found: string[]): Open {
  const names = new Set<string>();
  let isHtml = false;
  for (const [, attribute = '', value = ''] of attributes.matchAll(ATTRIBUTE)) {
    if (names.has(attribute)) throw new Unsure();
    names.add(attribute);
    if (attribute === 'href') found.push(meant(value));
    if (attribute === 'type') isHtml = value === 'html';
  }
  return { name, isHtml, texts: [] };
}

function closed(element: Open | undefined, name: string, found: string[]): void {
  if (element?.name !== name) throw new Unsure();
  const text = element.texts.join('').trim();
  if (name === 'loc' && text !== '') found.push(text);
  if (!element.isHtml || !text.includes('<')) return;
  const leads = leadsOf(Buffer.from(text));
  if (!leads) throw new Unsure();
  found.push(...leads.links);
}
