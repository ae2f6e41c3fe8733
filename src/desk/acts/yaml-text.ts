/**
 * Changes the text of a card so that it holds other values, in as few lines as can be: comments, order, spelling of
 * what stays and the ends of lines are kept. What is new in a list stands on a line of its own, so that two people's
 * changes merge in git.
 */
import {
  isMap,
  isPair,
  isScalar,
  isSeq,
  parseDocument,
  stringify,
  type Document,
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { isSame } from './same.ts';

/** A replacement of characters of a text. */
interface Edit {
  start: number;
  end: number;
  text: string;
}

type Values = Readonly<Record<string, unknown>>;

const isValues = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value as YAML writes it on one line. */
function onOneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`;
  if (isValues(value))
    return `{${Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .map(([key, one]) => `${onOneLine(key)}: ${onOneLine(one)}`)
      .join(', ')}}`;
  const written = stringify([value], {
    lineWidth: 0,
    collectionStyle: 'flow',
    flowCollectionPadding: false,
    ...(typeof value === 'string' && { schema: 'core' as const }),
  }).trimEnd();
  return written.includes('\n') ? JSON.stringify(value) : written.slice(1, -1).trim();
}

/** A key of a map in block style and its value, in lines without the last line break. */
function keyLines(key: string, value: unknown, indent: string): string {
  const head = `${indent}${onOneLine(key)}:`;
  // A list of maps has a line for each of them.
  if (Array.isArray(value) && hasLines(value))
    return [head, ...value.map((one) => `${indent}  - ${onOneLine(one)}`)].join('\n');
  return `${head} ${onOneLine(value)}`;
}

const lineStart = (text: string, at: number) => text.lastIndexOf('\n', at - 1) + 1;
/** The beginning of the line after an offset; one that is a beginning of a line already stays. */
const nextLine = (text: string, at: number) => {
  if (at > 0 && text[at - 1] === '\n') return at;
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
};

/** Where the last character of a node's value stands; blank lines and comments behind it are none of it. */
function endOf(node: Node): number {
  const [start, end] = node.range ?? [0, 0];
  const inner: unknown = isMap(node) || isSeq(node) ? node.items.at(-1) : null;
  if ((isMap(node) || isSeq(node)) && node.flow) return end;
  if (isPair(inner)) return endOfPair(inner) ?? end;
  return inner ? endOf(inner as Node) : Math.max(start, end);
}

const endOfPair = ({ key, value }: Pair): number | null => {
  const last = (value ?? key) as Node | null;
  // A key without a value has an empty one, whose place is behind the colon.
  return last ? endOf(last) : null;
};

/** What stands before the items of a list and the keys of a map in its source, as the parser keeps it. */
interface SourceItem {
  start: { type: string; offset: number }[];
}
const sourceItems = (node: Node): SourceItem[] =>
  (node.srcToken as { items?: SourceItem[] } | undefined)?.items ?? [];

class Rewriting {
  readonly edits: Edit[] = [];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  node(node: Node, wanted: unknown, column: string): void {
    const value: unknown = toJs(node);
    if (isSame(value, wanted)) return;
    if (isMap(node) && !node.flow && isValues(wanted)) this.#map(node, wanted, column);
    else if (isSeq(node) && !node.flow && Array.isArray(wanted)) this.#list(node, wanted, column);
    else this.#replace(node, wanted);
  }

  #replace(node: Node, wanted: unknown): void {
    const [start, end] = node.range ?? [0, 0];
    const old = this.#text.slice(start, end);
    // A block of lines brings the break behind it.
    const tail = /\n*$/.exec(old)?.[0] ? '\n' : '';
    const before = start > 0 && /[:\-?]/.test(this.#text[start - 1] ?? '') ? ' ' : '';
    this.edits.push({ start, end, text: `${before}${onOneLine(wanted)}${tail}` });
  }

  #map(map: YAMLMap, wanted: Values, indent: string): void {
    const pairs = map.items as Pair<Node, Node | null>[];
    const kept = pairs.filter((pair) => wanted[keyOf(pair)] !== undefined);
    for (const pair of pairs) {
      const next = wanted[keyOf(pair)];
      if (next === undefined) this.#removeLines(map, pair, pairs.indexOf(pair));
      else if (!isSame(toJs(pair.value), next)) this.#value(pair, next, indent);
    }
    const known = new Set(pairs.map(keyOf));
    const added = Object.entries(wanted).filter(
      ([key, value]) => value !== undefined && !known.has(key),
    );
    if (added.length === 0) return;
    const last = kept.at(-1) ?? pairs.at(-1);
    const at = nextLine(this.#text, last ? (endOfPair(last) ?? 0) : (map.range?.[0] ?? 0));
    const lines = added.map(([key, value]) => `${keyLines(key, value, indent)}\n`).join('');
    this.#insert(at, lines);
  }

  /** The value of a key, which stays where it is. */
  #value(pair: Pair<Node, Node | null>, next: unknown, indent: string): void {
    const { value } = pair;
    if (value && goesOn(value, next)) this.node(value, next, columnOf(this.#text, startOf(value)));
    else if (value && isInLine(value) && !hasLines(next)) this.#replace(value, next);
    else this.#rewriteKey(pair, next, indent);
  }

  /** All lines of a key are written anew. */
  #rewriteKey(pair: Pair<Node, Node | null>, next: unknown, indent: string): void {
    const text = this.#text;
    const key = startOf(pair.key);
    const line = lineStart(text, key);
    const isAlone = text.slice(line, key).trim() === '';
    const lines = `${keyLines(keyOf(pair), next, indent)}\n`;
    this.edits.push({
      start: isAlone ? line : key,
      end: nextLine(text, endOfPair(pair) ?? key),
      text: isAlone ? lines : lines.trimStart(),
    });
  }

  #removeLines(map: YAMLMap, pair: Pair<Node, Node | null>, index: number): void {
    const text = this.#text;
    const start = pair.key.range?.[0] ?? 0;
    const end = nextLine(text, endOfPair(pair) ?? start);
    const line = lineStart(text, start);
    if (text.slice(line, start).trim() === '') {
      this.edits.push({ start: line, end, text: '' });
      return;
    }
    // The first key of an item of a list: what follows moves up behind the hyphen.
    const next = map.items[index + 1] as Pair<Node> | undefined;
    this.edits.push({ start, end: next?.key.range?.[0] ?? end, text: '' });
  }

  #list(list: YAMLSeq, wanted: readonly unknown[], column: string): void {
    const items = list.items as Node[];
    const places = this.#places(list);
    const old = items.map((item) => toJs(item));
    for (const step of alignment(old, wanted)) {
      const place = step.old === null ? null : places[step.old];
      if (place && step.wanted !== null) {
        const item = items[step.old ?? 0];
        if (item) this.node(item, wanted[step.wanted], ' '.repeat(place.inner));
      } else if (place) this.edits.push({ start: place.start, end: place.end, text: '' });
      else if (step.wanted !== null) {
        const before = places[step.before - 1];
        const at = before?.end ?? places[0]?.start ?? list.range?.[0] ?? 0;
        this.#insert(at, `${column}- ${onOneLine(wanted[step.wanted])}\n`);
      }
    }
  }

  /** The lines of each item, and the column of its value. */
  #places(list: YAMLSeq): { start: number; end: number; inner: number }[] {
    const text = this.#text;
    const sources = sourceItems(list);
    return (list.items as Node[]).map((item, i) => {
      const hyphen = sources[i]?.start.find(({ type }) => type === 'seq-item-ind')?.offset ?? 0;
      const value = item.range?.[0] ?? hyphen;
      return {
        start: lineStart(text, hyphen),
        end: nextLine(text, endOf(item)),
        inner: value - lineStart(text, value),
      };
    });
  }

  #insert(at: number, lines: string): void {
    const text = this.#text;
    const needsBreak = at > 0 && text[at - 1] !== '\n';
    this.edits.push({ start: at, end: at, text: needsBreak ? `\n${lines}` : lines });
  }

  result(): string {
    let text = this.#text;
    const ordered = this.edits
      .map((edit, i) => ({ ...edit, i }))
      .sort((a, b) => b.start - a.start || b.end - a.end || b.i - a.i);
    for (const { start, end, text: next } of ordered)
      text = `${text.slice(0, start)}${next}${text.slice(end)}`;
    return text;
  }
}

const startOf = (node: Node): number => node.range?.[0] ?? 0;
const isBlock = (node: Node): boolean => (isMap(node) || isSeq(node)) && !node.flow;
/** Whether a value in block style can become another one line by line. */
const goesOn = (node: Node, next: unknown): boolean => {
  if (!isBlock(node)) return false;
  return isMap(node) ? isValues(next) : Array.isArray(next) && next.length > 0;
};
/** Whether a value stands behind its key. */
const isInLine = (node: Node): boolean => !isBlock(node) && (node.range?.[1] ?? 0) > startOf(node);
/** Whether a value is written with a line for each of its items. */
const hasLines = (value: unknown): boolean => Array.isArray(value) && value.some(isValues);

const keyOf = ({ key }: Pair): string => (isScalar(key) ? String(key.value) : String(key));
const toJs = (node: unknown): unknown =>
  node === null || node === undefined
    ? null
    : (node as { toJS(document: Document): unknown }).toJS(NOWHERE);
const NOWHERE = parseDocument('');
const columnOf = (text: string, at: number) => ' '.repeat(at - lineStart(text, at));

/** A step from an old list to a new one: an item of both, of the old one alone, or of the new one alone. */
interface Step {
  old: number | null;
  wanted: number | null;
  /** How many items of the old list stand before. */
  before: number;
}

/** How items of a list become those of another: what is the same stays; between, one takes the place of one. */
function alignment(old: readonly unknown[], wanted: readonly unknown[]): Step[] {
  const steps: Step[] = [];
  let [i, j] = [0, 0];
  const gap = (toOld: number, toWanted: number) => {
    // Of a gap with more old items than new ones the last go; the others are changed in place.
    while (i < toOld && j < toWanted && isAlike(old[i], wanted[j], toOld - i, toWanted - j))
      steps.push({ old: i, wanted: j++, before: i++ });
    while (i < toOld) steps.push({ old: i, wanted: null, before: i++ });
    while (j < toWanted) steps.push({ old: null, wanted: j++, before: i });
  };
  for (const [a, b] of commonItems(old, wanted)) {
    gap(a, b);
    i = a + 1;
    j = b + 1;
  }
  gap(old.length, wanted.length);
  return steps;
}

/** Whether one item becomes the other: they share a value, or are as many on both sides. */
function isAlike(old: unknown, wanted: unknown, olds: number, wanteds: number): boolean {
  if (olds === wanteds) return true;
  if (!isValues(old) || !isValues(wanted)) return false;
  return Object.entries(old).some(([key, value]) => isSame(value, wanted[key]));
}

/** Pairs of places of the longest list of items that both have, in order. */
function commonItems(a: readonly unknown[], b: readonly unknown[]): [number, number][] {
  const lengths = Array.from({ length: a.length + 1 }, () =>
    new Array<number>(b.length + 1).fill(0),
  );
  const lengthAt = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const row = lengths[i];
      if (row)
        row[j] = isSame(a[i], b[j])
          ? lengthAt(i + 1, j + 1) + 1
          : Math.max(lengthAt(i + 1, j), lengthAt(i, j + 1));
    }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;)
    if (isSame(a[i], b[j])) pairs.push([i++, j++]);
    else if (lengthAt(i + 1, j) >= lengthAt(i, j + 1)) i++;
    else j++;
  return pairs;
}

/**
 * The text of YAML with the values wanted. Throws a plain `Error` where the text is not in order, or where it would
 * not read back as what is wanted.
 */
export function withValues(text: string, wanted: unknown): string {
  const document = parsed(text);
  const { contents } = document;
  let result: string;
  if (contents === null) {
    const head = text === '' || text.endsWith('\n') ? text : `${text}\n`;
    result = head + linesOf(wanted);
  } else if (Array.isArray(wanted) && wanted.length === 0 && isSeq(contents)) {
    const rewriting = new Rewriting(text);
    rewriting.node(contents as Node, wanted, '');
    result = rewriting.result();
  } else {
    const rewriting = new Rewriting(text);
    const start = (contents as Node).range?.[0] ?? 0;
    rewriting.node(contents, wanted, columnOf(text, start));
    result = rewriting.result();
  }
  const back: unknown = parsed(result).toJS();
  if (!isSame(back ?? emptyOf(wanted), withoutUndefined(wanted)))
    throw new Error('the card could not be changed without touching what stands in it');
  return result;
}

const emptyOf = (wanted: unknown): unknown => (Array.isArray(wanted) ? [] : {});

const withoutUndefined = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutUndefined);
  return isValues(value)
    ? Object.fromEntries(
        Object.entries(value).flatMap(([key, one]) =>
          one === undefined ? [] : [[key, withoutUndefined(one)]],
        ),
      )
    : value;
};

const linesOf = (wanted: unknown): string => {
  if (Array.isArray(wanted)) return wanted.map((one) => `- ${onOneLine(one)}\n`).join('');
  if (!isValues(wanted)) return `${onOneLine(wanted)}\n`;
  return Object.entries(wanted)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${keyLines(key, value, '')}\n`)
    .join('');
};

function parsed(text: string): Document.Parsed {
  const document = parseDocument(text, {
    schema: 'core',
    strict: true,
    uniqueKeys: true,
    keepSourceTokens: true,
    merge: false,
  });
  const [fault] = document.errors;
  if (fault) throw new Error(fault.message.split('\n')[0]);
  return document;
}
