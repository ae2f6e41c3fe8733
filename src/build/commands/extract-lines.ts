/** Lines of JSON with texts in, lines of JSON with their claims out. */
import type { z } from 'zod';
import { extractQuotes } from '../../archive/extract.ts';
import { ExtractInput } from '../../model/extracted.ts';
import { describe } from '../terminal/errors.ts';
import { printableJson } from '../terminal/terminal.ts';

export interface ExtractOptions {
  turns: boolean;
  model: boolean;
}

/** What there is to say to a line: a line of output, nothing for an empty one, or why it cannot be read. */
export type Answer = { row: string | null } | { fault: string };

/** A line that cannot be read: what was found and what was expected. */
class UnreadableLine extends Error {}

/** What is wrong with a value that is no input. */
function faultOf(value: unknown, row: string, error: z.ZodError): UnreadableLine {
  const key = error.issues[0]?.path[0];
  if (key === undefined)
    return new UnreadableLine(`found ${shown(row)}, expected an object {"id": "…", "text": "…"}`);
  const held = (value as Record<string, unknown>)[String(key)];
  const found =
    held === undefined ? `no "${String(key)}"` : `"${String(key)}": ${shown(JSON.stringify(held))}`;
  return new UnreadableLine(`found ${found}, expected a string`);
}

function decodedLine(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new UnreadableLine('found bytes that are no UTF-8, expected UTF-8', { cause: error });
  }
}

function parsed(row: string): unknown {
  try {
    return JSON.parse(row);
  } catch (error) {
    throw new UnreadableLine(
      `found ${shown(row)}, expected JSON (${(error as Error).message.replace(/\s+/g, ' ')})`,
      { cause: error },
    );
  }
}

/** The line of output for one of input; null for an empty one. */
function rowOf(bytes: Uint8Array, options: ExtractOptions): string | null {
  const row = decodedLine(bytes);
  if (row.trim() === '') return null;
  const value = parsed(row);
  const input = ExtractInput.safeParse(value);
  if (!input.success) throw faultOf(value, row, input.error);
  const { id, text } = input.data;
  return printableJson(JSON.stringify({ id, ...extractQuotes(text, options) }));
}

const shown = (words: string): string => (words.length > 60 ? `${words.slice(0, 60)}…` : words);

/** The answer to one line of the input, without its end. */
export function answer(bytes: Uint8Array, options: ExtractOptions): Answer {
  try {
    return { row: rowOf(bytes, options) };
  } catch (error) {
    return { fault: error instanceof UnreadableLine ? error.message : describe(error) };
  }
}
