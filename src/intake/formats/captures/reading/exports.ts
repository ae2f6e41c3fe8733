/** Exports of other tools: tables, JSON, JSON Lines and feeds, an article a row. */
import { parse } from 'csv-parse/sync';
import {
  factsOf,
  mappingInWords,
  mappingOf,
  saidOfDates,
  type Mapping,
  type Row,
} from '../mapping.ts';
import {
  Damaged,
  LIMITS,
  type Asked,
  type Given,
  type Reading,
  type TakenText,
} from '../reader.ts';
import { parsedJson, refuseDeep } from './json.ts';
import { named, stemOf, taken } from './taken.ts';
import { allNamed, elementsIn, textIn, textNamed, type Element } from './xml.ts';

/** A row of an export, and its own characters. */
interface Entry {
  /** `row 12`. */
  name: string;
  row: Row;
  raw: string;
}

export interface Export {
  columns: string[];
  entries: Entry[];
  /** Of a file that holds one row. */
  extension: string;
  left: { part: string; why: string }[];
}

const MANY = `and holds more than ${LIMITS.entries} rows`;
const PART = 'Part it into several files.';

// Tables

const DELIMITERS = [',', ';', '\t', '|'] as const;
const DATUM = /^(?:\d[\d\s.,:/TZ+-]*|https?:\/\/\S+)$/;

function rowsBy(text: string, delimiter: string, to = LIMITS.entries + 2) {
  return parse(text, {
    delimiter,
    to,
    bom: true,
    raw: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: LIMITS.unpacked,
  }) as unknown as { record: string[]; raw: string }[];
}

/** The mark that parts the cells: the one that gives most columns, of the same number in most rows. */
function delimiterOf(text: string): string {
  const counted = DELIMITERS.map((delimiter) => {
    try {
      const rows = rowsBy(text, delimiter, 20).map(({ record }) => record.length);
      const [width = 0] = rows;
      return {
        delimiter,
        weight: width > 1 ? width * rows.filter((one) => one === width).length : 0,
      };
    } catch {
      return { delimiter, weight: 0 };
    }
  });
  return counted.sort((a, b) => b.weight - a.weight)[0]?.delimiter ?? ',';
}

/** CSV and its like. Columns of a table without a row of names are called by their number. */
export function tableOf(text: string): Export {
  const [, stated] = /^\uFEFF?sep=(.)\r?\n/i.exec(text) ?? [];
  const body = stated === undefined ? text : text.slice(text.indexOf('\n') + 1);
  let rows: { record: string[]; raw: string }[];
  try {
    rows = rowsBy(body, stated ?? delimiterOf(body));
  } catch {
    throw new Damaged('and is damaged: a quotation mark in it has no end');
  }
  if (rows.length > LIMITS.entries) throw new Damaged(MANY, PART);
  const [head] = rows;
  if (!head) throw new Damaged('and is empty');
  const isNamed = !head.record.some((cell) => DATUM.test(cell.trim()));
  const columns = head.record.map((cell, i) => {
    const name = isNamed ? cell.trim() : '';
    return name === '' || head.record.findIndex((one) => one.trim() === name) < i
      ? `${i + 1}`
      : name;
  });
  const above = isNamed ? `${head.raw.replace(/[\r\n]+$/, '')}\n` : '';
  return {
    columns,
    extension: 'csv',
    left: [],
    entries: (isNamed ? rows.slice(1) : rows).map(({ record, raw }, i) => ({
      name: `row ${i + 1}`,
      row: Object.fromEntries(columns.map((column, k) => [column, record[k] ?? ''])),
      raw: above + raw.replace(/[\r\n]+$/, ''),
    })),
  };
}

// JSON

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = { readonly [key: string]: Json };

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

/** `{ family: Lee, given: Ann }`, `{ name: Ann Lee }` or a name as one; `{ href: … }` as its address. */
function nameIn(value: Json): string {
  if (!isObject(value)) return typeof value === 'string' ? value : '';
  const { name, literal, family, given, href } = value;
  const whole = [given, family].filter((one) => typeof one === 'string').join(' ');
  const other = [name, literal, href].find((one) => typeof one === 'string');
  return whole === '' ? (other ?? '') : whole;
}

/** `{ date-parts: [[2021, 5, 3]] }`, as CSL-JSON has its dates. */
function dateIn(value: JsonObject): string | null {
  const parts = value['date-parts'];
  const [first] = isList(parts) ? parts : [];
  if (!isList(first)) return typeof value.raw === 'string' ? value.raw : null;
  return first
    .map((part) => (typeof part === 'object' ? '' : `${part}`.padStart(2, '0')))
    .join('-');
}

/** Pieces of one text, some of which say how they look: `["The ferry is ", { type: "bold", text: "gone" }]`. */
function piecesIn(list: readonly Json[]): string | null {
  const isRich = list.some((piece) => isObject(piece) && typeof piece.text === 'string');
  if (!isRich) return null;
  const pieces = list.map((piece) => (isObject(piece) ? piece.text : piece));
  return pieces.every((piece) => typeof piece === 'string') ? pieces.join('') : '';
}

/** The fields of an object as cells; what stands in another object is called `source.name`. */
function cellsOf(object: JsonObject, prefix = ''): Record<string, string> {
  const cells: Record<string, string> = {};
  for (const [key, value] of Object.entries(object)) {
    const name = prefix + key;
    if (typeof value === 'string') cells[name] = value;
    else if (typeof value === 'number') cells[name] = String(value);
    else if (isList(value))
      cells[name] =
        piecesIn(value) ??
        value
          .map(nameIn)
          .filter((one) => one !== '')
          .join('; ');
    else if (isObject(value)) {
      const date = dateIn(value);
      if (date !== null) cells[name] = date;
      else if (prefix === '') Object.assign(cells, cellsOf(value, `${key}.`));
    }
  }
  return cells;
}

/** The objects that stand for articles: a list, the longest list within an object, or one object. */
function objectsIn(value: Json): JsonObject[] {
  if (isList(value)) return value.filter(isObject);
  if (!isObject(value)) return [];
  const lists = Object.values(value)
    .flatMap((inner) => [inner, ...(isObject(inner) ? Object.values(inner) : [])])
    .filter(isList)
    .map((list) => list.filter(isObject))
    .filter((list) => list.some((one) => Object.keys(one).length > 2));
  const [longest] = lists.sort((a, b) => b.length - a.length);
  const hasText = Object.values(value).some((one) => typeof one === 'string' && one.length > 200);
  return longest && !hasText ? longest : [value];
}

const exportOf = (
  objects: readonly { object: JsonObject; name: string; raw: string }[],
  left: Export['left'] = [],
): Export => {
  if (objects.length > LIMITS.entries) throw new Damaged(MANY, PART);
  const entries = objects.map(({ object, name, raw }) => ({ name, raw, row: cellsOf(object) }));
  return {
    columns: [...new Set(entries.flatMap(({ row }) => Object.keys(row)))],
    entries,
    extension: 'json',
    left,
  };
};

export function jsonOf(text: string): Export {
  return exportOf(
    objectsIn(parsedJson(text) as Json).map((object, i) => ({
      object,
      name: `row ${i + 1}`,
      raw: JSON.stringify(object, null, 2),
    })),
  );
}

function jsonLinesOf(text: string): Export {
  const left: Export['left'] = [];
  const objects = text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .flatMap((line, i) => {
      if (line.trim() === '') return [];
      refuseDeep(line);
      try {
        const object = JSON.parse(line) as Json;
        if (isObject(object)) return [{ object, name: `row ${i + 1}`, raw: line.trim() }];
      } catch {
        // said below
      }
      left.push({ part: `row ${i + 1}`, why: 'it is no object of JSON' });
      return [];
    });
  return exportOf(objects, left);
}

// Feeds

const TAG = /<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->|<(\/?)(?:\w+:)?(item|entry)(?=[\s>])[^>]*>/g;

/** The characters of each item of a feed. */
function itemsIn(xml: string): string[] {
  const items: string[] = [];
  let begin = -1;
  for (const { 0: tag, 1: closing, 2: name, index } of xml.matchAll(TAG)) {
    if (name === undefined) continue;
    if (closing === '') begin = begin < 0 ? index : begin;
    else if (begin >= 0) {
      items.push(xml.slice(begin, index + tag.length));
      begin = -1;
    }
  }
  return items;
}

const innerOf = (element: Element | undefined): string => (element ? textIn(element).trim() : '');

function feedOf(xml: string): Export {
  const elements = elementsIn(xml);
  const items = [...allNamed(elements, 'item'), ...allNamed(elements, 'entry')];
  if (items.length > LIMITS.entries) throw new Damaged(MANY, PART);
  const [head] = [...allNamed(elements, 'channel'), ...allNamed(elements, 'feed')];
  const outlet = innerOf(head?.children.find(({ name }) => name === 'title'));
  const language = innerOf(head?.children.find(({ name }) => name === 'language'));
  const raws = itemsIn(xml);
  const entries = items.map((item, i): Entry => {
    const own = (name: string) => item.children.filter((child) => child.name === name);
    const links = own('link');
    const link =
      links.find(({ attributes }) => (attributes.rel ?? 'alternate') === 'alternate') ?? links[0];
    const contents = [...own('content:encoded'), ...own('content')];
    return {
      name: `item ${i + 1}`,
      raw: raws.length === items.length ? (raws[i] ?? '') : '',
      row: {
        title: innerOf(own('title')[0]),
        link: innerOf(link) || (link?.attributes.href ?? ''),
        author: own('author')
          .map((author) => textNamed([author], 'name') ?? innerOf(author))
          .concat(own('dc:creator').map(innerOf))
          .join('; '),
        published: innerOf(
          [...own('pubDate'), ...own('published'), ...own('dc:date'), ...own('updated')][0],
        ),
        description: innerOf([...own('description'), ...own('summary')][0]).replace(
          /<[^>]*>/g,
          ' ',
        ),
        content: innerOf(contents.find((content) => innerOf(content) !== '')),
        outlet,
        language,
      },
    };
  });
  const columns = [
    'title',
    'link',
    'author',
    'published',
    'description',
    'content',
    'outlet',
    'language',
  ];
  return { columns, entries, extension: 'xml', left: [] };
}

// Rows

const HTML =
  /^\s*<(?:p|div|article|section|h\d|figure|blockquote|ul|ol|img|!doctype|html|body)\b|<\/p>|<br\s*\/?>/i;
/** What services that give the beginning of a text away write at its end. */
const CUT = /\[\+\d+ chars\]\s*$/;

/** What they write in the place of a text that its publisher took back. */
const REMOVED = /^\s*\[removed\]\s*$/i;

/** Paragraphs that stand on a line each, parted by blank lines as a text is. */
function parted(text: string): string {
  const plain = text.replace(/\r\n?/g, '\n').trim();
  const lines = plain.split('\n');
  const ended = lines.filter((line) => /[.!?:…]["”’»)\]]*\s*$/u.test(line)).length;
  const isParted = /\n[^\S\n]*\n/.test(plain) || lines.length < 2 || ended < 0.6 * lines.length;
  return isParted ? plain : lines.filter((line) => line.trim() !== '').join('\n\n');
}

/** The text in a row, or why it has none. */
function textOf(
  given: Given,
  entry: Entry,
  mapping: Mapping,
  extension: string,
): TakenText | string {
  const { name, row, raw } = entry;
  const cell = (column: string | undefined) => (column === undefined ? '' : (row[column] ?? ''));
  const plain = cell(mapping.text);
  const body = plain.trim() === '' ? cell(mapping.html) : plain;
  if (!/\p{L}/u.test(body)) return 'it has no text';
  if (REMOVED.test(body)) return 'its text was removed by the service that wrote it';
  if (CUT.test(body)) return 'its text is cut off, as the service that wrote it does';
  const facts = factsOf(row, mapping, `${name} of ${given.file.name}`);
  const isHtml = HTML.test(body);
  const title = facts.title?.value;
  const text = parted(body);
  const isHeaded = title === undefined || text.startsWith(title);
  return taken(given, {
    text: isHtml ? body : `${isHeaded ? '' : `${title}\n\n`}${text}\n`,
    extension: isHtml ? 'html' : 'txt',
    stem: title === undefined ? stemOf(given.name) : '',
    facts,
    ...(raw !== '' && { part: { name, bytes: new TextEncoder().encode(raw), extension } }),
    ...(raw === '' && {
      part: { name, bytes: new TextEncoder().encode(JSON.stringify(row)), extension: 'json' },
    }),
  });
}

/** An article of each row, or why there is none. */
export function articlesIn(given: Given, asked: Asked, found: Export): Reading {
  const { columns, entries, extension } = found;
  const rows = entries.map(({ row }) => row);
  const { mapping, unknown } = mappingOf(columns, rows, asked.mapping);
  const how = `Say which is what: --map title=COLUMN,text=COLUMN. Its columns: ${columns.slice(0, 40).join(', ')}.`;
  if (unknown.length > 0)
    return { refused: `and has no column ${unknown.join(', ')}`, remedy: how };
  if (mapping.text === undefined && mapping.html === undefined)
    return {
      refused: 'and none of its columns is known to hold the text of articles',
      remedy: `${how}\nA list of facts without texts goes with the texts that it tells of: --metadata ${given.file.name} <files>.`,
    };
  const texts: TakenText[] = [];
  const left = [...found.left];
  for (const entry of entries) {
    const text = textOf(given, entry, mapping, extension);
    if (typeof text === 'string') left.push({ part: entry.name, why: text });
    else texts.push(text);
  }
  if (texts.length === 0)
    return {
      refused: `and no row of it can be taken: ${left[0]?.part ?? 'there is none'}${left[0] ? ` is left, since ${left[0].why}` : ''}`,
      remedy: how,
    };
  const used = new Set(Object.values(mapping));
  const others = columns.filter(
    (column) => !used.has(column) && rows.some((row) => row[column]?.trim()),
  );
  return named(given, texts, left, [
    ...(mapping.published === undefined ? saidOfDates(columns, rows) : []),
    `Read as --map ${mappingInWords(mapping)}${others.length > 0 ? `; not used: ${others.slice(0, 30).join(', ')}` : ''}.`,
  ]);
}

/** The text of a capture; one that is no UTF-8 is damaged. */
export const decodedText = ({ text }: Given): string => {
  if (text === null) throw new Damaged('and is no UTF-8', 'Save it as UTF-8.');
  return text;
};

export const readTable = (given: Given, asked: Asked): Reading =>
  articlesIn(given, asked, tableOf(decodedText(given)));
export const readJson = (given: Given, asked: Asked): Reading =>
  articlesIn(given, asked, jsonOf(decodedText(given)));
export const readJsonLines = (given: Given, asked: Asked): Reading =>
  articlesIn(given, asked, jsonLinesOf(decodedText(given)));
export const readFeed = (given: Given, asked: Asked): Reading =>
  articlesIn(given, asked, feedOf(decodedText(given)));
