/** Where the XML files of a site lead: feeds, the site map and the description for search engines. */
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { readPage } from './page.ts';

const ATTRIBUTE = '@';
const TEXT = '#text';

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: ATTRIBUTE,
  textNodeName: TEXT,
  alwaysCreateTextNode: true,
  parseTagValue: false,
  parseAttributeValue: false,
});

/**
 * The addresses that a feed or a site map links to, in the order of the file: of `href` attributes, of
 * `loc` elements, and of links in entries whose text is HTML. Words of an entry are text, whatever they
 * look like. `problem` says why the text is no XML, where it is none.
 */
export function xmlLinks(xml: string): { links: string[]; problem: string | null } {
  const valid = XMLValidator.validate(xml);
  if (valid !== true)
    return { links: [], problem: `line ${valid.err.line}: ${valid.err.msg.replace(/\.$/, '')}` };
  try {
    const links: string[] = [];
    walk(parser.parse(xml), links);
    return { links, problem: null };
  } catch (error) {
    return { links: [], problem: error instanceof Error ? error.message : String(error) };
  }
}

function walk(node: unknown, links: string[]): void {
  if (Array.isArray(node)) {
    for (const one of node) walk(one, links);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  const element = node as Record<string, unknown>;
  const text = element[TEXT];
  for (const [name, value] of Object.entries(element)) {
    if (name === `${ATTRIBUTE}href` && typeof value === 'string') links.push(value);
    else if (name === 'loc') links.push(...locations(value));
    if (!name.startsWith(ATTRIBUTE)) walk(value, links);
  }
  if (element[`${ATTRIBUTE}type`] === 'html' && typeof text === 'string')
    links.push(...readPage(text).links);
}

const locations = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).flatMap((one: unknown) => {
    const text =
      typeof one === 'object' && one !== null ? (one as Record<string, unknown>)[TEXT] : one;
    return typeof text === 'string' && text !== '' ? [text.trim()] : [];
  });
