/** The text of a card and what it holds: read, changed, and written with as few changed lines as can be. */
import { parseDocument } from 'yaml';
import { withValues } from './yaml-text.ts';

/** Front matter as data and the Markdown below it. */
export interface CardParts {
  data: Readonly<Record<string, unknown>>;
  body: string;
}

interface Split {
  yaml: string;
  body: string;
  /** The line that ends the front matter, with its break. */
  fence: string;
}

const MARK = '\ufeff';

function splitCard(text: string): Split {
  if (text.trim() === '') return { yaml: '', fence: '---\n', body: '' };
  const open = /^---[^\S\n]*\n/.exec(text);
  const close = open && /^---[^\S\n]*(?:\n|$)/m.exec(text.slice(open[0].length));
  if (!open || !close) throw new Error('its front matter does not stand between two lines `---`');
  const from = open[0].length;
  const end = from + close.index;
  return {
    yaml: text.slice(from, end),
    fence: close[0],
    body: text.slice(end + close[0].length),
  };
}

const plain = (text: string): string => text.replace(MARK, '').replaceAll('\r\n', '\n');

/** What a card holds; an empty one where there is none. Throws a plain `Error` where it is not in order. */
export function readParts(text: string | null): CardParts {
  const { yaml, body } = splitCard(plain(text ?? ''));
  const document = parseDocument(yaml, { schema: 'core', strict: true, uniqueKeys: true });
  const [fault] = document.errors;
  if (fault) throw new Error(fault.message.split('\n')[0]);
  const data: unknown = document.toJS({ maxAliasCount: 0 }) ?? {};
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw new Error('its front matter is no list of `key: value` lines');
  return { data: data as Record<string, unknown>, body };
}

/** The card with other values. What stays keeps its lines, their ends and its byte order mark. */
export function withParts(text: string | null, { data, body }: CardParts): string {
  const old = text ?? '';
  const { yaml, fence, body: was } = splitCard(plain(old));
  const nextBody = body === was ? was : asBody(body);
  const end = nextBody !== '' && !fence.endsWith('\n') ? `${fence}\n` : fence;
  return asBefore(old, `---\n${withValues(yaml, data)}${end}${nextBody}`);
}

const asBody = (body: string): string => {
  const trimmed = body.replaceAll('\r\n', '\n').trim();
  return trimmed === '' ? '' : `${trimmed}\n`;
};

/** The same for a file that is one list, such as the decisions. */
export const withList = (text: string | null, list: readonly unknown[]): string =>
  asBefore(text ?? '', withValues(plain(text ?? ''), list));

/** What a file that is one list holds. */
export function readList(text: string | null): readonly unknown[] {
  const document = parseDocument(plain(text ?? ''), { schema: 'core', strict: true });
  const [fault] = document.errors;
  if (fault) throw new Error(fault.message.split('\n')[0]);
  const value: unknown = document.toJS({ maxAliasCount: 0 }) ?? [];
  if (!Array.isArray(value)) throw new Error('it is no list');
  return value;
}

/** A text with `\n` in the ways of writing of the one that it takes the place of. */
function asBefore(old: string, text: string): string {
  const mark = old.startsWith(MARK) ? MARK : '';
  if (!old.includes('\r\n')) return mark + text;
  const lines = text.split('\n');
  const before = plain(old).split('\n');
  const ends = old
    .replace(MARK, '')
    .split('\n')
    .map((line) => (line.endsWith('\r') ? '\r' : ''));
  const usual = ends.filter((end) => end === '\r').length * 2 >= ends.length - 1 ? '\r' : '';
  let head = 0;
  while (head < lines.length && head < before.length && lines[head] === before[head]) head++;
  let tail = 0;
  while (
    tail < lines.length - head &&
    tail < before.length - head &&
    lines[lines.length - 1 - tail] === before[before.length - 1 - tail]
  )
    tail++;
  const endAt = (i: number): string => {
    if (i < head) return ends[i] ?? '';
    if (i >= lines.length - tail) return ends[before.length - (lines.length - i)] ?? '';
    return usual;
  };
  return (
    mark + lines.map((line, i) => (i === lines.length - 1 ? line : line + endAt(i))).join('\n')
  );
}
