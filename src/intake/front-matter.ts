/** The front matter of a source: what the text says of itself above its words, taken as far as it is what is expected. */
import type { VFile } from 'vfile';
import { isMap, isPair, isScalar, type Document } from 'yaml';
import { dateReaderFor, pageReaderFor } from '../languages/index.ts';
import { edtfBounds, edtfOf } from '../model/dates.ts';
import {
  complain,
  frontMatterInOtherLanguage,
  frontMatterIsNone,
  frontMatterUnclosed,
  frontMatterValue,
} from '../model/messages.ts';
import { withoutControls } from '../text/unseen.ts';
import { splitFrontMatter } from './cards/read.ts';
import { SourceFrontMatter } from './cards/schema.ts';

export type FrontMatter = ReturnType<(typeof SourceFrontMatter)['parse']>;

/** Characters among which the closing line is looked for. */
const LONGEST = 20_000;
const OPENING =
  /^\ufeff?---[^\S\r\n]*(ya?ml|js|javascript|json5?|toml|coffee(?:script)?|cson|ini|xml)?[^\S\r\n]*\r?\n/;
const CLOSING = /(?:^|\r?\n)---[^\S\r\n]*(?:\r?\n|$)/;
const FIRST_KEY = /^\s*(?:#[^\n]*\n\s*)*(?:[\w-]+|"[^"\n]*"|'[^'\n]*')\s*:(?:\s|$)/;

/**
 * Where the body of a source begins, and what its front matter says; null, with messages on the file, where that is no
 * YAML. What is not as expected is reported and left out: a key by itself, or the whole, which then is part of the text.
 */
export function readFrontMatter(
  text: string,
  file: VFile,
): { bodyFrom: number; data: FrontMatter | null } | null {
  const [opening, language = ''] = OPENING.exec(text) ?? [];
  if (opening === undefined) return { bodyFrom: 0, data: null };
  const inside = text.slice(opening.length, opening.length + LONGEST);
  const closing = CLOSING.exec(inside);
  const bodyFrom = closing ? opening.length + closing.index + closing[0].length : 0;
  if (language !== '' && !/^ya?ml$/.test(language)) {
    if (closing) complain(file, { line: 1, column: 1 }, frontMatterInOtherLanguage(language));
    return { bodyFrom, data: null };
  }
  const hasKeys = FIRST_KEY.test(inside);
  if (!closing) {
    if (hasKeys) complain(file, { line: 1, column: 1 }, frontMatterUnclosed());
    return { bodyFrom: 0, data: null };
  }
  const content = inside.slice(0, closing.index);
  if (!hasKeys) {
    if (content.trim() !== '') complain(file, { line: 2, column: 1 }, frontMatterIsNone());
    return { bodyFrom: 0, data: null };
  }
  const split = splitFrontMatter(text.replace(/^\ufeff/, ''), file);
  if (!split) return null;
  const { document, place } = split;
  const read = valuesOf(document, (key, problem) => {
    complain(file, place([key]), problem);
  });
  const parsed = SourceFrontMatter.safeParse(read);
  return { bodyFrom, data: parsed.success ? parsed.data : null };
}

/** Other names of keys, as programs that clip pages write them; `source` is an address where it is one. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  authors: 'author',
  published: 'date',
  source: 'url',
};
const isAddress = (value: unknown): boolean =>
  typeof value === 'string' && /^https?:\/\//.test(value);

/** What a key is called here. */
function keyOf(name: string, values: Readonly<Record<string, unknown>>): string {
  const key = OTHER_NAMES[name];
  if (key === undefined || key in values) return name;
  return key === 'url' && !isAddress(values[name]) ? name : key;
}

/** A name without the brackets of a link between notes: `[[Ann Lee]]`. */
const unlinked = (name: string): string =>
  withoutControls(name.replace(/^\[\[(?:[^\]|]*\|)?([^\]|]+)\]\]$/, '$1'));

/** Keys whose value is one text. */
const TEXTS = new Set(['title', 'outlet', 'url', 'description', 'language']);

/** The values that are as expected, figures as they are written; what is not goes to `report`. */
function valuesOf(
  document: Document,
  report: (key: string, problem: ReturnType<typeof frontMatterValue>) => void,
): Record<string, unknown> {
  const asWritten = document.toJS({ maxAliasCount: 0 }) as Record<string, unknown>;
  const values = Object.fromEntries(
    Object.entries(asWritten).map(([key, value]) => [keyOf(key, asWritten), value]),
  );
  const { contents } = document;
  const language = typeof values['language'] === 'string' ? values['language'] : 'en';
  for (const pair of isMap(contents) ? contents.items : []) {
    if (!isPair(pair) || !isScalar(pair.key) || typeof pair.key.value !== 'string') continue;
    const key = keyOf(pair.key.value, asWritten);
    if (key !== 'author' && key !== 'date' && !TEXTS.has(key)) continue;
    const value =
      key === 'date'
        ? dateIn(values[key], pair.value, language)
        : textIn(key, values[key], pair.value);
    if (value === undefined && values[key] !== null)
      report(pair.key.value, frontMatterValue(key, JSON.stringify(values[key]), pair.key.value));
    if (value === undefined) delete values[key];
    else values[key] = value;
  }
  return values;
}

/** A scalar as it is written: a title of figures is a title. */
const written = (node: unknown): string | undefined =>
  isScalar(node) && node.value !== null ? node.source : undefined;

function textIn(key: string, value: unknown, node: unknown): string | string[] | undefined {
  if (typeof value === 'string') return key === 'author' ? unlinked(value) : withoutControls(value);
  const isNames =
    key === 'author' && Array.isArray(value) && value.every((one) => typeof one === 'string');
  return isNames ? value.map(unlinked) : written(node);
}

/** A date as EDTF; of a date with a time of day the day; one that is printed in words as EDTF. */
function dateIn(value: unknown, node: unknown, language: string): string | undefined {
  const text = typeof value === 'string' ? value.trim() : written(node);
  if (text === undefined) return undefined;
  if (edtfBounds(text)) return text;
  const day = /^(\d{4}-\d{2}-\d{2})[T ]\d{1,2}:\d{2}/.exec(text)?.[1];
  if (day !== undefined && edtfBounds(day)) return day;
  return dateAsPrinted(text, language);
}

/** A date as people print it, in English or in the language that the front matter names: `12 May 2018`, `mai 2018`. */
function dateAsPrinted(text: string, language: string): string | undefined {
  if (text.length > LONGEST_DATE) return undefined;
  const line = pageReaderFor(language).dateLine(text) ?? pageReaderFor('en').dateLine(text);
  if (line !== null && !line.namesOutlet) return edtfOf(line.date) ?? undefined;
  const [only] = dateReaderFor('en').printed(text);
  return only?.printed.length === text.length && !only.range
    ? (edtfOf(only) ?? undefined)
    : undefined;
}
const LONGEST_DATE = 80;
