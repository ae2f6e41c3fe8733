/**
 * Cards: Markdown files with YAML front matter. The only file that knows gray-matter; it is always
 * given options, since without them it caches between calls, and every engine but ours refuses,
 * since its `---js` would run code.
 */
import { distance } from 'fastest-levenshtein';
import matter from 'gray-matter';
import type { VFile } from 'vfile';
import {
  isMap,
  isPair,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Node,
} from 'yaml';
import { z } from 'zod';
import { first } from '../../text/certain.ts';
import { decoded, placeOfBadByte, placesIn } from '../../text/decoding.ts';
import { indexOfControl } from '../../text/unseen.ts';
import {
  badEdtf,
  badFrontMatter,
  badValue,
  codeInFrontMatter,
  complain,
  controlCharacter,
  emptyCard,
  missingKeys,
  noFrontMatter,
  nestedTooDeep,
  notUtf8,
  nulInSource,
  unknownKey,
} from '../../model/messages.ts';
import { expectedIn } from './expected.ts';
import { EDTF_ISSUE, EXAMPLES } from './schema.ts';

export interface Card<T> {
  file: VFile;
  data: T;
  /** The Markdown below the front matter. */
  body: string;
  /** Line and column of a key, given as a path of keys and indexes. */
  place(path: readonly PropertyKey[]): { line: number; column: number };
}

const refuse = (language: string) => ({
  parse: (): object => {
    throw new CodeInFrontMatter(language);
  },
});
class CodeInFrontMatter extends Error {}

/** Reads a card and checks it. Null, with all its problems reported on the file, if it is not in order. */
export function readCard<Schema extends z.ZodType>(
  file: VFile,
  schema: Schema,
): Card<z.infer<Schema>> | null {
  const text = decode(file);
  if (text === null) return null;
  if (!/^---[^\S\r\n]*\r?\n/.test(text)) {
    const language = /^---\s*([A-Za-z]+)/.exec(text)?.[1];
    const needed = linesFor(schema, requiredKeys(schema));
    const problem = text.trim() === '' ? emptyCard(needed) : noFrontMatter(needed);
    complain(file, { line: 1, column: 1 }, language ? codeInFrontMatter(language) : problem);
    return null;
  }
  const split = splitFrontMatter(text, file);
  if (!split) return null;
  const { document, place } = split;
  const values: unknown = document.toJS({ maxAliasCount: 0 }) ?? {};
  const control = controlIn(values);
  if (control) {
    complain(file, place(control.path), controlCharacter(control.found));
    return null;
  }
  const result = schema.safeParse(values);
  if (result.success) return { file, data: result.data, body: split.body, place };
  const isMissing = ({ code, path }: z.core.$ZodIssue) =>
    /^invalid_(?:type|value|union)$/.test(code) && path.length > 0 && !document.hasIn(path);
  const [missing, others] = [true, false].map((is) =>
    result.error.issues.filter((issue) => isMissing(issue) === is),
  ) as [z.core.$ZodIssue[], z.core.$ZodIssue[]];
  for (const [within, issues] of Map.groupBy(missing, ({ path }) => path.slice(0, -1).join('.'))) {
    const path = first(issues).path.slice(0, -1);
    const keys = issues.map((issue) => String(issue.path.at(-1)));
    complain(file, place(path), missingKeys(within, keys, linesFor(schemaAt(schema, path), keys)));
  }
  for (const issue of others.filter(isOwn)) reportIssue(file, issue, document, place, schema);
  return null;
}

/** Whether an issue says more than another of the same value: what is of another type has no size. */
const isOwn = (
  { code, path }: z.core.$ZodIssue,
  _: number,
  all: readonly z.core.$ZodIssue[],
): boolean =>
  !/^too_/.test(code) ||
  !all.some((other) => other.code === 'invalid_type' && other.path.join() === path.join());

/** Keys without which a card is not in order. */
const requiredKeys = (schema: z.ZodType): string[] => {
  const inner = unwrapped(schema);
  if (!(inner instanceof z.ZodObject)) return [];
  return Object.entries(shapeOf(inner)).flatMap(([key, value]) =>
    (value as z.ZodType).safeParse(undefined).success ? [] : [key],
  );
};

/** What goes there: the example that the schema gives, the first of a choice with the others, or a gap. */
function exampleOf(schema: z.core.$ZodType | undefined): string {
  const inner = unwrapped(schema);
  if (inner instanceof z.ZodEnum) {
    const [one, ...others] = inner.options;
    return `${one} # or ${others.join(', ')}`;
  }
  return (schema && EXAMPLES.get(schema)?.as) ?? '…';
}

/** A line for each of the keys, with an example of what goes there. */
const linesFor = (schema: z.core.$ZodType | undefined, keys: readonly string[]): string[] => {
  const inner = unwrapped(schema);
  const shape = inner instanceof z.ZodObject ? shapeOf(inner) : {};
  return keys.map((key) => `${key}: ${exampleOf(shape[key])}`);
};

/** A text that may have front matter above it, and need not: read as a card where it has. */
export function readText<Schema extends z.ZodType>(
  file: VFile,
  schema: Schema,
): { data: z.infer<Schema> | null; body: string } | null {
  const text = decode(file);
  if (text === null) return null;
  return text.startsWith('---') ? readCard(file, schema) : { data: null, body: text };
}

function decode(file: VFile): string | null {
  const { value = '' } = file;
  const text = typeof value === 'string' ? value : decoded(value);
  if (text === null) {
    if (typeof value !== 'string') complain(file, placeOfBadByte(value), notUtf8());
    return null;
  }
  const nul = text.indexOf('\0');
  if (nul >= 0) {
    complain(file, placesIn(text)(nul), nulInSource());
    return null;
  }
  const control = indexOfControl(text);
  if (control >= 0) {
    complain(file, placesIn(text)(control), controlCharacter(text.charAt(control)));
    return null;
  }
  return text.replace(/^\ufeff/, '');
}

/** The first control character among the values, which YAML writes as `\u202e` too, and where it stands. */
function controlIn(
  value: unknown,
  path: readonly string[] = [],
): { found: string; path: readonly string[] } | null {
  if (typeof value === 'string') {
    const at = indexOfControl(value);
    return at < 0 ? null : { found: value.charAt(at), path };
  }
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, inner] of Object.entries(value)) {
    const control = controlIn(key, path) ?? controlIn(inner, [...path, key]);
    if (control) return control;
  }
  return null;
}

type Place = (path: readonly PropertyKey[]) => { line: number; column: number };

/** Cuts the front matter off and parses it as YAML 1.2 core; null with a message if it is no YAML. */
export function splitFrontMatter(
  whole: string,
  file: VFile,
): { document: Document; body: string; place: Place } | null {
  const text = whole.replaceAll('\r\n', '\n'); // lines keep their numbers
  if (!/\n---[^\S\n]*(?:\n|$)/.test(text)) {
    complain(file, { line: 1, column: 1 }, badFrontMatter('its closing line `---` is missing'));
    return null;
  }
  const lineCounter = new LineCounter();
  let document: Document | undefined;
  const parse = (yaml: string): object => {
    document = parseDocument(yaml, {
      schema: 'core',
      strict: true,
      uniqueKeys: true,
      lineCounter,
      prettyErrors: false,
      merge: false,
    });
    return {};
  };
  let body: string;
  try {
    body = matter(text, {
      language: 'yaml',
      engines: {
        yaml: { parse },
        json: refuse('json'),
        javascript: refuse('javascript'),
        js: refuse('js'),
        coffee: refuse('coffee'),
        toml: refuse('toml'),
      } as never,
    }).content;
  } catch (error) {
    complain(
      file,
      { line: 1, column: 1 },
      error instanceof CodeInFrontMatter
        ? codeInFrontMatter(error.message)
        : badFrontMatter(first(String((error as Error).message).split('\n'))),
    );
    return null;
  }
  // gray-matter hands over the YAML from the line after the fence, beginning with its line break
  const shift = 1;
  const at = (offset: number) => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: line + shift - (/^---[^\n]*\n/.test(text) ? 1 : 0), column: col };
  };
  document ??= parseDocument('');
  const problems = [...document.errors, ...document.warnings];
  const deep = tooDeep(document);
  if (deep !== null) {
    complain(file, at(deep), nestedTooDeep(DEEPEST));
    return null;
  }
  if (problems.length > 0) {
    for (const { pos, message, more } of oneEach(problems, lineCounter))
      complain(file, at(pos), badFrontMatter(`${message}${more}`));
    return null;
  }
  const alias = firstAlias(document);
  if (alias) {
    const others = alias.count > 1 ? ` and ${alias.count - 1} more` : '';
    complain(
      file,
      at(alias.at),
      badFrontMatter(`an alias (\`*name\`)${others}, which cards do not use; write the value out`),
    );
    return null;
  }
  if (document.contents !== null && !isMap(document.contents)) {
    complain(
      file,
      { line: 2, column: 1 },
      badFrontMatter('a list or a single value where `key: value` lines are expected'),
    );
    return null;
  }
  const found = document;
  const place: Place = (path) => {
    for (let length = path.length; length > 0; length--) {
      const parent = length > 1 ? found.getIn(path.slice(0, length - 1), true) : found.contents;
      const key = path[length - 1];
      if (isMap(parent)) {
        const pair = parent.items.find((item) => isScalar(item.key) && item.key.value === key);
        const range = (pair?.key as Node | undefined)?.range;
        if (range) return at(range[0]);
      }
      const node = found.getIn(path.slice(0, length), true) as Node | undefined;
      if (node?.range) return at(node.range[0]);
    }
    return { line: 1, column: 1 };
  };
  return { document, body, place };
}

/** More levels than any card has a use for; a parser's stack is not without end. */
export const DEEPEST = 40;

/** Offset of the first node that is nested too deep; null if there is none. */
export function tooDeep(document: Document): number | null {
  const overflow = document.errors.find(({ message }) => /call stack/i.test(message));
  if (overflow) return overflow.pos[0];
  let found: number | null = null;
  visit(document, {
    Node: (_, node, path) => {
      if (path.filter((one) => !isPair(one)).length <= DEEPEST) return undefined;
      found = node.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return found;
}

/** Where the first alias of a document stands, and how many there are; null if there is none. */
export function firstAlias(document: Document): { at: number; count: number } | null {
  const found: number[] = [];
  visit(document, { Alias: (_, node) => void found.push(node.range?.[0] ?? 0) });
  const [first] = found;
  return first === undefined ? null : { at: first, count: found.length };
}

/** One problem a line, since a slip often makes the parser stumble on; the first of each with how many follow it there. */
function oneEach(
  problems: Document['errors'],
  lines: LineCounter,
): { pos: number; message: string; more: string }[] {
  const byLine = Map.groupBy(problems, ({ pos }) => lines.linePos(pos[0]).line);
  return [...byLine.values()].flatMap(([first, ...others]) =>
    first
      ? [
          {
            pos: first.pos[0],
            message: first.message.split('\n')[0] ?? '',
            more: others.length > 0 ? ` (and ${others.length} more on this line)` : '',
          },
        ]
      : [],
  );
}

function reportIssue(
  file: VFile,
  issue: z.core.$ZodIssue,
  document: Document,
  place: Place,
  schema: z.ZodType,
): void {
  const path = issue.path.join('.');
  const found = JSON.stringify(document.getIn(issue.path, false) ?? null);
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, issue.path);
    for (const key of issue.keys)
      complain(
        file,
        place([...issue.path, key]),
        unknownKey([path, key].filter(Boolean).join('.'), nearest(key, known), known),
      );
  } else if (issue.message.startsWith(EDTF_ISSUE))
    complain(file, place(issue.path), badEdtf(path, found, issue.message.slice(EDTF_ISSUE.length)));
  else if (issue.code === 'invalid_union') {
    const inner = issue.errors.flat().find((e) => e.path.length > 0);
    complain(
      file,
      place([...issue.path, ...(inner?.path ?? [])]),
      badValue(path, found, expectedIn(inner ?? issue)),
    );
  } else
    complain(file, place(issue.path), badValue(path || 'front matter', found, expectedIn(issue)));
}

/** Keys that a strict object allows at a path; arrays and optional wrappers are looked through. */
function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  const inner = unwrapped(schemaAt(schema, path));
  return inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
}

/** The schema of what stands at a path; undefined where nothing is said of it. */
function schemaAt(
  schema: z.core.$ZodType,
  path: readonly PropertyKey[],
): z.core.$ZodType | undefined {
  let found: z.core.$ZodType | undefined = schema;
  for (const key of path) {
    const inner = unwrapped(found);
    if (inner instanceof z.ZodArray) found = inner.element;
    else if (inner instanceof z.ZodObject) found = shapeOf(inner)[String(key)];
    else return undefined;
  }
  return found;
}

const shapeOf = (schema: z.ZodObject): Readonly<Record<string, z.core.$ZodType>> => schema.shape;

/** What is inside of `.optional()`, `.nullable()` and `.default(…)`. */
function unwrapped(schema: z.core.$ZodType | undefined): z.core.$ZodType | undefined {
  let inner = schema;
  while (
    inner instanceof z.ZodOptional ||
    inner instanceof z.ZodNullable ||
    inner instanceof z.ZodDefault
  )
    inner = inner.def.innerType;
  return inner;
}

/** The known word nearest to a mistyped one, if it is near enough to be meant. */
export function nearest(word: string, known: readonly string[]): string | null {
  let best: string | null = null;
  let least = Math.max(2, Math.ceil(word.length / 3)) + 1;
  for (const candidate of known) {
    const away = distance(word.toLowerCase(), candidate.toLowerCase());
    if (away < least) [best, least] = [candidate, away];
  }
  return best;
}
