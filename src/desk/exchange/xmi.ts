/**
 * UIMA CAS as XMI 1.0, as INCEpTION writes it: a text (the sofa), annotations on it, links between them.
 * https://uima.apache.org/d/uimaj-current/references.html#ugr.ref.xmi
 */
import { decodeXML } from 'entities';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { Malformed, nameOf, shown, type Fault, type GivenFile, type ReadFile } from './foreign.ts';
import { byArticle, type ExchangeFormat, type Shared } from './format.ts';
import { FEATURES, LAYER, camel, featuresOf } from './features.ts';
import { readMarked, type MarkedLink, type MarkedSpan } from './marked.ts';

const REMEDY = 'Export the document from INCEpTION again as “UIMA CAS XMI (XML 1.0)”.';

/** An element of the file. */
interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  text: string;
  at: string;
}

const PARSER = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  // Decoded here: the parser counts references and refuses many, and a text has one for each of its lines.
  processEntities: false,
});

type Raw = Record<string, unknown>;

/** Elements out of the parser's form of them. */
function elementsOf(list: readonly Raw[], path: string): Element[] {
  return list.flatMap((raw, i): Element[] => {
    const name = Object.keys(raw).find((key) => key !== ':@' && key !== '#text');
    if (name === undefined || name.startsWith('?')) return [];
    const inner = raw[name] as Raw[];
    const attributes = Object.fromEntries(
      Object.entries((raw[':@'] ?? {}) as Record<string, string>).map(([key, value]) => [
        key,
        decodeXML(value),
      ]),
    );
    const id = attributes['xmi:id'];
    const at = id === undefined ? `${path}${name}[${i + 1}]` : `element ${name} with xmi:id ${id}`;
    const text = inner
      .map((one) => (typeof one['#text'] === 'string' ? one['#text'] : ''))
      .join('');
    return [
      { name, attributes, children: elementsOf(inner, `${name}/`), text: decodeXML(text), at },
    ];
  });
}

export const xmi: ExchangeFormat = {
  id: 'xmi',
  name: 'UIMA CAS XMI',
  recognises: ({ text }) =>
    /^\ufeff?\s*(?:<\?xml[^>]*>)?\s*(?:<!--.*?-->\s*)*<(?:xmi:)?XMI[\s>]/s.test(text),
  read(file): ReadFile {
    const elements = rootOf(file);
    const faults: Fault[] = [];
    const say = (at: string, found: unknown, expected: string) =>
      void faults.push({
        path: file.path,
        place: at,
        found: shown(found),
        expected,
        remedy: REMEDY,
      });
    const sofas = elements.filter(({ name }) => local(name) === 'Sofa');
    const sofa = sofas.find(({ attributes }) => attributes.sofaID === '_InitialView') ?? sofas[0];
    const text = sofa?.attributes.sofaString;
    if (sofa === undefined || text === undefined)
      throw new Malformed([
        {
          path: file.path,
          place: null,
          found: sofa ? 'a sofa without its text (sofaString)' : 'no cas:Sofa',
          expected: 'the annotated text in the attribute sofaString of cas:Sofa',
          remedy: REMEDY,
        },
      ]);
    const sofaId = sofa.attributes['xmi:id'];
    const own = elements.filter(
      ({ name, attributes }) =>
        attributes.sofa === sofaId && 'begin' in attributes && !isMachinery(name),
    );
    const spans = own.flatMap((element) => spanOf(element, text, say) ?? []);
    const links = linksOf(elements, new Set(spans.map(({ id }) => id)));
    checkIds(elements, say);
    const others = elements.filter(
      ({ name, attributes }) =>
        'begin' in attributes && attributes.sofa !== sofaId && !isMachinery(name),
    );
    if (faults.length > 0) throw new Malformed(faults);
    const isRelation = (span: MarkedSpan) => links.relations.has(span.id);
    const read = readMarked({
      text,
      name: titleOf(elements) ?? nameOf(file.path),
      spans: spans.filter((span) => !isRelation(span)),
      links: links.links,
    });
    const beside = others.map(({ at }) => `${at}: an annotation of another text of the file`);
    return { ...read, passedOver: [...read.passedOver, ...beside] };
  },
  write: (shared) => [
    ...byArticle(shared).map((claims) => ({
      path: `${claims[0].article}.xmi`,
      text: casOf(claims),
    })),
    { path: 'TypeSystem.xml', text: TYPE_SYSTEM },
  ],
};

/** Says of each id that two elements have, and of each that an element names and none has. */
function checkIds(
  elements: readonly Element[],
  say: (at: string, found: unknown, expected: string) => void,
): void {
  const ids = new Set<string>();
  for (const { attributes, at } of elements) {
    const id = attributes['xmi:id'];
    if (id === undefined) continue;
    if (ids.has(id)) say(at, `xmi:id=${id}`, 'an id that no element before has');
    ids.add(id);
  }
  for (const { attributes, at } of elements)
    for (const key of ['sofa', 'Governor', 'Dependent']) {
      const named = attributes[key];
      if (named !== undefined && !ids.has(named))
        say(at, `${key}=${named}`, `the xmi:id of an element of the file`);
    }
}

const local = (name: string): string => name.replace(/^.*:/, '');
/** Annotations that tools make of every text. */
const isMachinery = (name: string): boolean =>
  /^(?:Token|Sentence|Paragraph|DocumentMetaData|DocumentAnnotation|Lemma|Stem|POS\w*|TagDescription|TagsetDescription|Div|Heading|MorphologicalFeatures|Dependency)$/.test(
    local(name),
  );

function rootOf(file: GivenFile): Element[] {
  const source = file.text.replace(/^\ufeff/, '');
  const valid = XMLValidator.validate(source);
  if (valid !== true)
    throw new Malformed([
      {
        path: file.path,
        place: `line ${valid.err.line}, column ${valid.err.col}`,
        found: shown(source.split('\n')[valid.err.line - 1]?.slice(valid.err.col - 1) ?? ''),
        expected: `XML that is well formed (${valid.err.msg})`,
        remedy: REMEDY,
      },
    ]);
  const [root] = elementsOf(PARSER.parse(source) as Raw[], '');
  return root?.children ?? [];
}

const titleOf = (elements: readonly Element[]): string | null => {
  const meta = elements.find(({ name }) => local(name) === 'DocumentMetaData')?.attributes;
  const title = meta?.documentTitle ?? meta?.documentId;
  return title === undefined ? null : nameOf(title);
};

const STRUCTURAL = new Set(['xmi:id', 'sofa', 'begin', 'end', 'Governor', 'Dependent']);

function spanOf(
  { name, attributes, children, at }: Element,
  text: string,
  say: (at: string, found: unknown, expected: string) => void,
): MarkedSpan | null {
  const [start, end] = [Number(attributes.begin), Number(attributes.end)];
  const isPlace = Number.isInteger(start) && Number.isInteger(end);
  if (!isPlace || start < 0 || end > text.length || start > end) {
    say(
      at,
      `begin=${attributes.begin} end=${attributes.end}`,
      `offsets within the ${text.length} characters of the text, the end not before the begin`,
    );
    return null;
  }
  const id = attributes['xmi:id'];
  if (id === undefined) {
    say(at, 'no xmi:id', 'an id by which it is named');
    return null;
  }
  // A span without words is a place between them.
  if (start === end) return null;
  const features = [
    ...Object.entries(attributes).filter(
      ([key, value]) =>
        !STRUCTURAL.has(key) && !key.startsWith('xmlns') && !/^\d+(?: \d+)+$/.test(value),
    ),
    ...children.map(({ name: key, text: value }) => [key, value.trim()] as [string, string]),
  ].filter(([, value]) => value !== '');
  return { id, at, label: local(name), parts: [{ start, end }], features, notes: [] };
}

/** What the slots of a span hold: links that have a role and a target. */
function slotsOf(
  attributes: Readonly<Record<string, string>>,
  byId: ReadonlyMap<string, Element>,
): { role: string; target: string }[] {
  return Object.entries(attributes).flatMap(([key, value]) => {
    if (STRUCTURAL.has(key) || !/^\d+(?: \d+)*$/.test(value)) return [];
    return value.split(' ').flatMap((ref) => {
      const link = byId.get(ref)?.attributes;
      return link?.target === undefined || 'begin' in link
        ? []
        : [{ role: link.role ?? key, target: link.target }];
    });
  });
}

/** Relations (layers with two ends), and slots of spans, whose links have a role and a target. */
function linksOf(
  elements: readonly Element[],
  spans: ReadonlySet<string>,
): { links: MarkedLink[]; relations: Set<string> } {
  const byId = new Map(elements.map((element) => [element.attributes['xmi:id'] ?? '', element]));
  const links: MarkedLink[] = [];
  const relations = new Set<string>();
  for (const { name, attributes, at } of elements) {
    const id = attributes['xmi:id'] ?? '';
    const { Governor: from, Dependent: to } = attributes;
    if (from !== undefined && to !== undefined) {
      relations.add(id);
      const kind = attributes.value ?? attributes.kind ?? attributes.label ?? local(name);
      links.push({ at, kind, from, to });
      continue;
    }
    if (!spans.has(id)) continue;
    for (const { role, target } of slotsOf(attributes, byId))
      links.push({ at, kind: role, from: id, to: target });
  }
  return { links, relations };
}

/** A text as an attribute holds it. What XML cannot write becomes a blank, so that offsets stay. */
const attribute = (text: string): string =>
  text
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, ' ')
    .replace(/(?<![\ud800-\udbff])[\udc00-\udfff]|[\ud800-\udbff](?![\udc00-\udfff])/g, ' ')
    .replace(/[&<>"\n\r\t]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function casOf(claims: readonly [Shared, ...Shared[]]): string {
  const [{ text, article, language }] = claims;
  let last = 10;
  const annotations = claims.flatMap((claim) =>
    featuresOf(claim).map(({ start, end, features }) => {
      const values = features
        .map(([name, value]) => ` ${camel(name)}="${attribute(value)}"`)
        .join('');
      return { id: ++last, start, end, values };
    }),
  );
  const lines = annotations.map(
    ({ id, start, end, values }) =>
      `<custom:Claim xmi:id="${id}" sofa="1" begin="${start}" end="${end}"${values}/>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:tcas="http:///uima/tcas.ecore" xmlns:type="http:///de/tudarmstadt/ukp/dkpro/core/api/metadata/type.ecore" xmlns:custom="http:///webanno/custom.ecore" xmi:version="2.0">',
    '<cas:NULL xmi:id="0"/>',
    `<type:DocumentMetaData xmi:id="2" sofa="1" begin="0" end="${text.length}" language="${attribute(language)}" documentTitle="${article}" documentId="${article}"/>`,
    ...lines,
    `<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="${attribute(text)}"/>`,
    `<cas:View sofa="1" members="${['2', ...annotations.map(({ id }) => id)].join(' ')}"/>`,
    '</xmi:XMI>',
    '',
  ].join('\n');
}

/** The layer of the export, for projects that do not have it. */
const TYPE_SYSTEM = [
  '<?xml version="1.0" encoding="UTF-8"?>',
  '<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">',
  '<types><typeDescription>',
  `<name>${LAYER}</name><supertypeName>uima.tcas.Annotation</supertypeName><features>`,
  ...FEATURES.map(
    (name) =>
      `<featureDescription><name>${name}</name><rangeTypeName>uima.cas.String</rangeTypeName></featureDescription>`,
  ),
  '</features></typeDescription></types>',
  '</typeSystemDescription>',
  '',
].join('\n');
