/**
 * Claims out of any text: JSON Lines in, JSON Lines out, one line an input, in the same order.
 *
 *     npm run --silent extract [-- --turns] [-- --no-model] < texts.jsonl > quotes.jsonl
 *
 * In:  {"id": "…", "text": "…"}
 * Out: {"id": "…", "quotes": [{"start", "end", "type", "speaker", "cue", "name", "rule", "confidence", "claim", …}]}
 * Offsets count Unicode code points of `text`. A line that cannot be read is named on stderr and left out.
 */
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { extractQuotes } from '../../archive/extract.ts';
import { describe } from '../terminal/errors.ts';
import { printableJson } from '../terminal/terminal.ts';

const HELP = `Finds the claims in texts: who said what, in which words.

  npm run --silent extract [-- options] < texts.jsonl > quotes.jsonl

Each line of the input is {"id": "…", "text": "…"}; each line of the output is {"id": "…", "quotes": […]}.

  --turns      the texts are transcripts: lines that begin with \`Name:\` are turns of a conversation
  --no-model   rules alone, without the trained model
  --help       this text`;

const Input = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });

interface ExtractOptions {
  turns: boolean;
  model: boolean;
}

function readOptions(args: string[]): ExtractOptions {
  try {
    const { values } = parseArgs({
      args,
      options: {
        turns: { type: 'boolean', default: false },
        'no-model': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) {
      console.log(HELP);
      process.exit(0);
    }
    return { turns: values.turns, model: !values['no-model'] };
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${HELP}`);
    process.exit(2);
  }
}

/** The lines of a stream of bytes, one at a time. */
async function* linesOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let rest: Uint8Array[] = [];
  for await (const chunk of stream) {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      const piece = chunk.subarray(from, at);
      yield rest.length ? Buffer.concat([...rest, piece]) : piece;
      rest = [];
      from = at + 1;
    }
    if (from < chunk.length) rest.push(chunk.subarray(from));
  }
  if (rest.length) yield Buffer.concat(rest);
}

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
function answer(bytes: Uint8Array, options: ExtractOptions): string | null {
  const row = decodedLine(bytes);
  if (row.trim() === '') return null;
  const value = parsed(row);
  const input = Input.safeParse(value);
  if (!input.success) throw faultOf(value, row, input.error);
  const { id, text } = input.data;
  return printableJson(JSON.stringify({ id, ...extractQuotes(text, options) }));
}

const shown = (words: string): string => (words.length > 60 ? `${words.slice(0, 60)}…` : words);

/** Reads the input to its end; the exit code is 1 where a line could not be read. */
export async function extract(
  args: string[],
  input: AsyncIterable<Uint8Array> = process.stdin,
  output: Writable = process.stdout,
): Promise<void> {
  const options = readOptions(args);
  output.on('error', (error: NodeJS.ErrnoException) => {
    // The reader has seen enough, as `head` has.
    if (error.code === 'EPIPE') process.exit(0);
    console.error(`The output cannot be written: ${error.message}`);
    process.exit(1);
  });
  let number = 0;
  let bad = 0;
  for await (const bytes of linesOf(input)) {
    number++;
    let row: string | null = null;
    try {
      row = answer(bytes, options);
    } catch (error) {
      bad++;
      console.error(
        `line ${number}: ${error instanceof UnreadableLine ? error.message : describe(error)}`,
      );
    }
    if (row !== null && !output.write(`${row}\n`)) await once(output, 'drain');
  }
  if (bad === 0) return;
  console.error(`${bad} of ${number} lines could not be read; the others were answered.`);
  process.exitCode = 1;
}
