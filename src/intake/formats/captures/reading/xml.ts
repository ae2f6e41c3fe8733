/** Trees of elements. Entities that a document makes up itself are left as they stand. */
import { XMLParser } from 'fast-xml-parser';
import { Damaged, LIMITS } from '../reader.ts';

export interface Element {
  /** With its prefix: `w:p`; `#text` for characters. */
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly Element[];
  text: string;
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: true,
  htmlEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  cdataPropName: '#cdata',
  maxNestedTags: LIMITS.depth,
});

type Node = Readonly<Record<string, unknown>> & { ':@'?: Readonly<Record<string, string>> };

function elementOf(node: Node, depth: number): Element {
  if (depth > LIMITS.depth) throw new Damaged('and its parts stand too deep within one another');
  const [name = '', content] = Object.entries(node).find(([key]) => key !== ':@') ?? [];
  if (name === '#text') return { name, attributes: {}, children: [], text: String(content) };
  const children = (content as Node[]).map((child) => elementOf(child, depth + 1));
  // Characters that a document marks as such are characters like others.
  if (name === '#cdata')
    return { name: '#text', attributes: {}, children: [], text: children.map(textIn).join('') };
  return { name, attributes: node[':@'] ?? {}, children, text: '' };
}

/** The elements of a document, its root last. Throws `Damaged` where it is none. */
export function elementsIn(xml: string): Element[] {
  try {
    return (parser.parse(xml.replace(/^\uFEFF/, ''), true) as Node[]).map((node) =>
      elementOf(node, 0),
    );
  } catch (error) {
    throw error instanceof Damaged ? error : new Damaged('and is damaged: its XML is broken');
  }
}

/** All characters within an element. */
export const textIn = ({ text, children }: Element): string => text + children.map(textIn).join('');

/** The elements of a name anywhere below others, in their order. */
export const allNamed = (elements: readonly Element[], name: string): Element[] =>
  elements.flatMap((one) => [...(one.name === name ? [one] : []), ...allNamed(one.children, name)]);

/** The characters of the first element of a name; null where there is none, or it is empty. */
export function textNamed(elements: readonly Element[], name: string): string | null {
  const [first] = allNamed(elements, name);
  return (first && textIn(first).replace(/\s+/g, ' ').trim()) || null;
}
