/** Data files as they stand in a site: line by line, and no word of trust. */
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { ZodType } from 'zod';

/** Lines of a file, parted by line feeds alone: other separators may stand within JSON. */
export async function* linesOf(path: string): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of createReadStream(path, { encoding: 'utf8' }) as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

/**
 * Records of a JSON Lines file that have the promised shape; `complain` hears of every line that
 * has not. Keys that this program does not know are let pass.
 */
export async function* recordsOf<T>(
  folder: string,
  name: string,
  schema: ZodType<T>,
  complain: (message: string, line: number) => void,
): AsyncGenerator<T> {
  let number = 0;
  for await (const line of linesOf(join(folder, name))) {
    number++;
    if (line === '') continue;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch (error) {
      complain(
        `${name}, line ${number} is no JSON: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`,
        number,
      );
      continue;
    }
    const issues = (schema.safeParse(value).error?.issues ?? []).filter(
      ({ code }) => code !== 'unrecognized_keys',
    );
    if (issues.length === 0) yield value as T;
    for (const { path, message } of issues.slice(0, 3))
      complain(
        `${name}, line ${number}${nameOf(value)}: \`${path.join('.')}\` is not as promised: ${message}`,
        number,
      );
  }
}

/** The same records once more, but for those of the lines of which `recordsOf` complained. */
export async function* recordsAgain<T>(
  folder: string,
  name: string,
  unusable: ReadonlySet<number>,
): AsyncGenerator<T> {
  let number = 0;
  for await (const line of linesOf(join(folder, name))) {
    number++;
    if (line !== '' && !unusable.has(number)) yield JSON.parse(line) as T;
  }
}

function nameOf(value: unknown): string {
  const { id, url } = (value ?? {}) as { id?: unknown; url?: unknown };
  const name = [id, url].find((one) => typeof one === 'string');
  return name === undefined ? '' : ` (${name})`;
}

/** Rows of a table as they are written, line breaks in quoted cells included. */
export async function* rowsOf(path: string): AsyncGenerator<string> {
  let row = '';
  let open = false;
  for await (const line of linesOf(path)) {
    row += `${line}\n`;
    if ((line.match(/"/g)?.length ?? 0) % 2 === 1) open = !open;
    if (open) continue;
    yield row;
    row = '';
  }
  if (row !== '') yield row;
}

/** The first place where two values of JSON differ: `speaker.name is “x”, expected “y”`; null where they are the same. */
export function difference(found: unknown, expected: unknown, path = ''): string | null {
  if (Object.is(found, expected)) return null;
  if (
    typeof found === 'object' &&
    typeof expected === 'object' &&
    found &&
    expected &&
    Array.isArray(found) === Array.isArray(expected)
  ) {
    for (const key of new Set([...Object.keys(expected), ...Object.keys(found)])) {
      const inside = difference(
        (found as Record<string, unknown>)[key],
        (expected as Record<string, unknown>)[key],
        path === '' ? key : `${path}.${key}`,
      );
      if (inside) return inside;
    }
    return null;
  }
  return `${path || 'it'} is ${shown(found)}, expected ${shown(expected)}`;
}

function shown(value: unknown): string {
  if (value === undefined) return 'missing';
  return brief(typeof value === 'string' ? `“${value}”` : JSON.stringify(value), 80);
}

export const brief = (words: string, most = 60) =>
  words.length > most ? `${words.slice(0, most - 1)}…` : words;
