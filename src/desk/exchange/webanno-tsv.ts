/**
 * WebAnno TSV 3.x, as INCEpTION and WebAnno write it: a line a token, a column a feature; offsets in UTF-16 units.
 * https://webanno.github.io/webanno/releases/3.4.5/docs/user-guide.html#sect_webannotsv
 */
import type { Span } from '../../model/records.ts';
import { Malformed, nameOf, shown, type Fault, type GivenFile, type ReadFile } from './foreign.ts';
import { byArticle, type ExchangeFormat, type Shared } from './format.ts';
import { FEATURES, LAYER, camel, featuresOf } from './features.ts';
import { readMarked, type MarkedLink, type MarkedSpan } from './marked.ts';

const REMEDY =
  'Export the document again as “WebAnno TSV v3.x”, and do not open it in a spreadsheet.';
const HEAD = /^\ufeff?#FORMAT=WebAnno TSV 3\.\d+\s*$/m;

/** A layer and its columns. */
interface Layer {
  kind: 'SP' | 'RL' | 'CH';
  name: string;
  columns: string[];
}

interface Reading {
  file: GivenFile;
  layers: Layer[];
  faults: Fault[];
  /** Pieces of the text with their places. */
  pieces: { start: number; text: string }[];
  /** Annotations by layer and number. */
  spans: Map<string, MarkedSpan & { features: [string, string][] }>;
  /** The span of a layer that begins at a token, by token and number. */
  atToken: Map<string, string[]>;
  links: { at: string; kind: string; from: string; to: string; layer: string }[];
  /** Tokens, and parts of them, by their numbers. */
  tokens: Map<string, { at: string; start: number; words: string }>;
}

export const webannoTsv: ExchangeFormat = {
  id: 'webanno-tsv',
  name: 'WebAnno TSV 3',
  recognises: ({ text }) => /^\ufeff?#FORMAT=WebAnno TSV/.test(text),
  read(file): ReadFile {
    const reading: Reading = {
      file,
      layers: [],
      faults: [],
      pieces: [],
      spans: new Map(),
      atToken: new Map(),
      links: [],
      tokens: new Map(),
    };
    if (!HEAD.test(file.text))
      fault(reading, 'line 1', file.text.split('\n')[0], 'the format `WebAnno TSV 3` and a number');
    readAll(reading);
    const text = textOf(reading.pieces);
    checkTokens(reading, text);
    if (reading.faults.length > 0) throw new Malformed(reading.faults.slice(0, 20));
    return readMarked({
      text,
      name: nameOf(file.path),
      spans: [...reading.spans.values()],
      links: reading.links.map((link) => linked(reading, link)),
    });
  },
  write: (shared) =>
    byArticle(shared).map((claims) => ({
      path: `${claims[0].article}.tsv`,
      text: tableOf(claims),
    })),
};

function fault({ faults, file }: Reading, at: string, found: unknown, expected: string): void {
  faults.push({ path: file.path, place: at, found: shown(found), expected, remedy: REMEDY });
}

function readAll(reading: Reading): void {
  let sentence: string[] = [];
  const waiting: { start: number | null; lines: string[] } = { start: null, lines: [] };
  const end = () => {
    if (waiting.start !== null && waiting.lines.length > 0)
      reading.pieces.push({ start: waiting.start, text: waiting.lines.join('\n') });
    waiting.start = null;
    waiting.lines = [];
  };
  for (const [i, line] of reading.file.text.split(/\r?\n/).entries()) {
    const at = `line ${i + 1}`;
    if (line.startsWith('#T_')) readLayer(reading, line, at);
    else if (line.startsWith('#Text=')) {
      if (sentence.length > 0) end();
      sentence = [];
      waiting.lines.push(plainText(line.slice('#Text='.length)));
    } else if (line.trim() === '') {
      end();
      sentence = [];
    } else if (!line.startsWith('#')) {
      sentence.push(line);
      const start = readToken(reading, line, at);
      waiting.start ??= start;
    }
  }
  end();
}

/** Says of each token that its sentence has otherwise, and of each link to a token that is not there. */
function checkTokens(reading: Reading, text: string): void {
  for (const { at, start, words } of reading.tokens.values()) {
    const printed = text.slice(start, start + words.length);
    if (printed !== words)
      fault(reading, at, words, `the words at its offsets in the sentence, ${shown(printed)}`);
  }
  for (const { at, from, to } of reading.links)
    for (const end of [from.replace(/^@\S* /, ''), to]) {
      const id = /^(\d+-\d+(?:\.\d+)?)(?:\[\d+\])?$/.exec(end)?.[1];
      if (id !== undefined && !reading.tokens.has(id))
        fault(reading, at, end, 'the number of a token of the file');
    }
}

/** `#T_SP=layer|feature|feature` */
function readLayer(reading: Reading, line: string, at: string): void {
  const [, kind = '', rest = ''] = /^#T_(SP|RL|CH)=(.+)$/.exec(line) ?? [];
  if (kind === '')
    return fault(reading, at, line, 'a layer of spans, relations or chains: `#T_SP=name|feature`');
  const [name = '', ...features] = rest.split('|');
  const columns = features.filter((feature, i) => feature !== '' || features.length > 1 || i > 0);
  reading.layers.push({
    kind: kind as Layer['kind'],
    name,
    // A layer without features has one column all the same.
    columns: columns.length > 0 ? columns : [''],
  });
}

const placeIn = (text: string): Span | null => {
  const [, start = '', end = ''] = /^(\d+)-(\d+)$/.exec(text) ?? [];
  return end === '' ? null : { start: Number(start), end: Number(end) };
};

/** A line of a token, or of a part of one; where it begins. */
function readToken(reading: Reading, line: string, at: string): number | null {
  const [id = '', offsets = '', token = '', ...cells] = line.split('\t');
  const place = placeIn(offsets);
  if (!/^\d+-\d+(?:\.\d+)?$/.test(id) || !place || place.end < place.start) {
    fault(reading, at, line, 'number, offsets and token: `1-1⇥0-4⇥This`');
    return null;
  }
  const words = plainText(token);
  if (words.length !== place.end - place.start) {
    fault(
      reading,
      at,
      token,
      `a token of ${place.end - place.start} characters, as its offsets ${offsets} say`,
    );
    return null;
  }
  const wanted = reading.layers.reduce((n, { columns }) => n + columns.length, 0);
  const given = cells.at(-1) === '' ? cells.slice(0, -1) : cells;
  if (given.length !== wanted) {
    fault(reading, at, `${given.length} columns behind the token`, `${wanted}, as the head says`);
    return null;
  }
  reading.pieces.push({ start: place.start, text: words });
  reading.tokens.set(id, { at, start: place.start, words });
  const open = given.find((cell) => /(?<!\\)\[(?!\d+(?:_\d+)?\])/.test(cell));
  if (open !== undefined) fault(reading, at, open, 'a value with its number closed: `value[1]`');
  let from = 0;
  for (const layer of reading.layers) {
    const own = given.slice(from, from + layer.columns.length);
    from += layer.columns.length;
    if (own.some((cell) => cell !== '_')) readCells(reading, layer, own, { id, place, at });
  }
  return id.includes('.') ? null : place.start;
}

interface Token {
  id: string;
  place: Span;
  at: string;
}

/** A cell's values, one an annotation that stands there, with the number of each. */
const valuesOf = (cell: string): { value: string | null; number: string }[] =>
  splitAt(cell, '|').map((entry) => {
    const [, text = entry, number = ''] = /^(.*?)(?:(?<!\\)\[(\d+)\])?$/s.exec(entry) ?? [];
    return { value: text === '*' || text === '_' ? null : plainValue(text), number };
  });

/** Whether a column holds the targets of the roles in the one before it. */
const isTarget = ({ columns }: Pick<Layer, 'columns'>, i: number): boolean =>
  (columns[i - 1] ?? '').startsWith('ROLE_');

function readCells(reading: Reading, layer: Layer, cells: readonly string[], token: Token): void {
  const columns = cells.map(valuesOf);
  const many = Math.max(...columns.map((values) => values.length));
  for (let n = 0; n < many; n++) {
    // The targets of slots carry the numbers of others.
    const own = columns.filter((_, i) => !isTarget(layer, i));
    const number = own.map((values) => values[n]?.number ?? '').find((one) => one !== '') ?? '';
    if (layer.kind === 'RL') {
      readRelation(reading, layer, cells, { token, n });
      continue;
    }
    const key = `${layer.name} ${number === '' ? token.id : `[${number}]`}`;
    const known = reading.spans.get(key);
    if (known) {
      const last = known.parts.at(-1);
      if (last)
        reading.spans.set(key, {
          ...known,
          parts: [
            { start: (known.parts[0] ?? last).start, end: Math.max(last.end, token.place.end) },
          ],
        });
      continue;
    }
    if (token.place.start === token.place.end) continue;
    const features = featuresIn(reading, layer, cells, { key, n, at: token.at });
    reading.spans.set(key, {
      id: key,
      at: token.at,
      label: layer.name.replace(/^.*\./, ''),
      parts: [token.place],
      features,
      notes: [],
    });
    const begun = `${layer.name} ${token.id}`;
    reading.atToken.set(begun, [...(reading.atToken.get(begun) ?? []), key]);
  }
}

/** The features of the nth annotation of a cell; its slots become links. */
function featuresIn(
  reading: Reading,
  { columns }: Layer,
  cells: readonly string[],
  { key, n, at }: { key: string; n: number; at: string },
): [string, string][] {
  const nth = (cell: string | undefined) => splitAt(splitAt(cell ?? '', '|')[n] ?? '', ';');
  return columns.flatMap((name, i): [string, string][] => {
    if (name.startsWith('ROLE_')) {
      const targets = nth(cells[i + 1]);
      const from = { at, layer: columns[i + 1] ?? '', from: key };
      for (const [k, role] of nth(cells[i]).entries()) linkTo(reading, from, role, targets[k]);
      return [];
    }
    if (isTarget({ columns }, i)) return [];
    const value = valuesOf(cells[i] ?? '')[n]?.value ?? null;
    return value === null ? [] : [[name, value]];
  });
}

function linkTo(
  reading: Reading,
  { at, layer, from }: { at: string; layer: string; from: string },
  role: string,
  target: string | undefined,
): void {
  if (!target || target === '_' || target === '*') return;
  const kind = plainValue(role.replace(/(?<!\\)\[\d+\]$/, '')).replace(/^[*_]$/, '');
  reading.links.push({ at, kind, from, to: target, layer });
}

/** `#T_RL=layer|feature|BT_other.layer`: the last column names the token, and the span there, that it comes from. */
function readRelation(
  reading: Reading,
  { columns, name }: Layer,
  cells: readonly string[],
  { token, n }: { token: Token; n: number },
): void {
  const at = columns.findIndex((column) => column.startsWith('BT_'));
  const layer = columns[at]?.slice('BT_'.length) ?? '';
  const end = splitAt(cells[at] ?? '', '|')[n];
  if (!end || end === '_') return;
  const label = columns.flatMap((_, i) => {
    const value = i === at ? null : valuesOf(cells[i] ?? '')[n]?.value;
    return value ? [value] : [];
  });
  const [, source = end, own = '', other = ''] = /^([\d.-]+)(?:\[(\d+)_(\d+)\])?$/.exec(end) ?? [];
  const numbered = (id: string, number: string) =>
    number === '' || number === '0' ? id : `${id}[${number}]`;
  reading.links.push({
    at: token.at,
    kind: label[0] ?? name.replace(/^.*\./, ''),
    from: `@${layer} ${numbered(source, own)}`,
    to: numbered(token.id, other),
    layer,
  });
}

/** Both ends as ids of spans: a token and, where several begin there, a number. */
function linked(
  reading: Reading,
  { at, kind, from, to, layer }: Reading['links'][number],
): MarkedLink {
  const spanAt = (place: string): string => {
    const [, id = place, number = ''] = /^([\d.-]+)(?:\[(\d+)\])?$/.exec(place) ?? [];
    if (number !== '') return `${layer} [${number}]`;
    for (const name of [layer, ...reading.layers.map((one) => one.name)]) {
      const [only] = reading.atToken.get(`${name} ${id}`) ?? [];
      if (only !== undefined) return only;
    }
    return place;
  };
  return {
    at,
    kind,
    from: from.startsWith('@') ? spanAt(from.slice(from.indexOf(' ') + 1)) : from,
    to: spanAt(to),
  };
}

/** The text out of its pieces: sentences, and tokens where no sentence says more; breaks between them. */
function textOf(pieces: readonly { start: number; text: string }[]): string {
  const length = Math.max(0, ...pieces.map(({ start, text }) => start + text.length));
  const signs = new Array<string>(length).fill('\n');
  for (const { start, text } of pieces)
    for (let i = 0; i < text.length; i++) signs[start + i] = text[i] ?? '';
  return signs.join('');
}

/** Splits at a sign that no backslash stands before. */
function splitAt(text: string, sign: '|' | ';'): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let i = 0; i < text.length; i++)
    if (text[i] === '\\') i++;
    else if (text[i] === sign) {
      parts.push(text.slice(from, i));
      from = i + 1;
    }
  return [...parts, text.slice(from)];
}

const CONTROLS: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', f: '\f', b: '\b' };
const plainText = (text: string): string =>
  text.replace(/\\([tnrfb\\])/g, (_, sign: string) => CONTROLS[sign] ?? sign);
const plainValue = (text: string): string =>
  text.replace(/\\(->|[tnrfb\\[\]|_;*])/g, (_, sign: string) => CONTROLS[sign] ?? sign);

const writtenText = (text: string): string =>
  text.replace(/\\/g, '\\\\').replace(/\t/g, '\\t').replace(/\f/g, '\\f').replace(/[\b]/g, '\\b');
const writtenValue = (text: string): string =>
  text
    .replace(/[\\[\]|_;*]/g, (sign) => `\\${sign}`)
    .replace(/->/g, '\\->')
    .replace(/\t/g, '\\t')
    .replace(/\r?\n/g, '\\n');

/** One article: a sentence a line of its text, cut into words, and at every end of an annotation. */
function tableOf(claims: readonly [Shared, ...Shared[]]): string {
  const [{ text }] = claims;
  const spans = claims
    .flatMap((claim) => featuresOf(claim))
    .map((span, i) => ({ ...span, number: i + 1 }));
  const cuts = [...new Set(spans.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const lines = ['#FORMAT=WebAnno TSV 3.3', `#T_SP=${LAYER}|${FEATURES.join('|')}`, ''];
  let sentence = 0;
  // What JavaScript calls blank at the ends of a line is between sentences.
  for (const match of text.matchAll(/[^\r\n]*\S[^\r\n]*/g)) {
    const start = match.index + (match[0].length - match[0].trimStart().length);
    const line = match[0].trim();
    lines.push('', `#Text=${writtenText(line)}`);
    sentence++;
    for (const [n, word] of wordsOf(line, start, cuts).entries()) {
      const own = spans.filter((span) => span.start < word.end && word.start < span.end);
      const cells = FEATURES.map((column) =>
        own.length === 0
          ? '_'
          : own
              .map(({ features, number }) => {
                const value = features.find(([name]) => camel(name) === column)?.[1];
                return `${value === undefined ? '*' : writtenValue(value)}[${number}]`;
              })
              .join('|'),
      );
      const token = writtenText(text.slice(word.start, word.end));
      lines.push(
        [`${sentence}-${n + 1}`, `${word.start}-${word.end}`, token, ...cells, ''].join('\t'),
      );
    }
  }
  return `${lines.join('\n')}\n`;
}

/** Words of a line, cut where annotations begin and end. */
function wordsOf(line: string, from: number, cuts: readonly number[]): Span[] {
  return [...line.matchAll(/\S+/g)].flatMap(({ 0: word, index }) => {
    const [start, end] = [from + index, from + index + word.length];
    const bounds = [start, ...cuts.filter((cut) => start < cut && cut < end), end];
    return bounds.slice(0, -1).map((one, i) => ({ start: one, end: bounds[i + 1] ?? end }));
  });
}
