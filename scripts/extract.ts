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
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { extractQuotes } from '../src/archive/extract.ts';
import { describe } from '../src/build/errors.ts';
import { guardTerminal, printableJson } from '../src/build/terminal.ts';

guardTerminal();

const HELP = `Finds the claims in texts: who said what, in which words.

  npm run --silent extract [-- options] < texts.jsonl > quotes.jsonl

Each line of the input is {"id": "…", "text": "…"}; each line of the output is {"id": "…", "quotes": […]}.

  --turns      the texts are transcripts: lines that begin with \`Name:\` are turns of a conversation
  --no-model   rules alone, without the trained model
  --help       this text`;

const Input = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });

const options = readOptions();
let count = 0;
let bad = 0;

function readOptions() {
  try {
    const { values } = parseArgs({
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

function answer(bytes: Uint8Array): string | null {
  let row: string;
  try {
    row = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuse('found bytes that are no UTF-8, expected UTF-8');
  }
  if (row.trim() === '') return null;
  count++;
  let value: unknown;
  try {
    value = JSON.parse(row);
  } catch (error) {
    return refuse(
      `found ${shown(row)}, expected JSON (${(error as Error).message.replace(/\s+/g, ' ')})`,
    );
  }
  const input = Input.safeParse(value);
  if (!input.success) {
    const issue = input.error.issues[0]!;
    const key = issue.path[0];
    if (key === undefined)
      return refuse(`found ${shown(row)}, expected an object {"id": "…", "text": "…"}`);
    const held = (value as Record<string, unknown>)[String(key)];
    return refuse(
      `found ${held === undefined ? `no "${String(key)}"` : `"${String(key)}": ${shown(JSON.stringify(held))}`}, expected a string`,
    );
  }
  const { id, text } = input.data;
  try {
    return printableJson(JSON.stringify({ id, ...extractQuotes(text, options) }));
  } catch (error) {
    return refuse(describe(error));
  }
}

let number = 0;
function refuse(message: string): null {
  bad++;
  console.error(`line ${number}: ${message}`);
  return null;
}

const shown = (words: string): string => (words.length > 60 ? `${words.slice(0, 60)}…` : words);

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader has seen enough, as `head` has.
  if (error.code === 'EPIPE') process.exit(0);
  console.error(`The output cannot be written: ${error.message}`);
  process.exit(1);
});

for await (const bytes of linesOf(process.stdin)) {
  number++;
  const row = answer(bytes);
  if (row !== null && !process.stdout.write(row + '\n')) await once(process.stdout, 'drain');
}
if (bad) {
  console.error(
    `${bad} of ${Math.max(number, count)} lines could not be read; the others were answered.`,
  );
  process.exitCode = 1;
}
