/**
 * Claims out of any text: JSON Lines in, JSON Lines out, one line an input, in the same order.
 *
 *     npm run --silent extract [-- --turns] [-- --no-model] < texts.jsonl > quotes.jsonl
 *
 * In:  {"id": "…", "text": "…"}
 * Out: {"id": "…", "quotes": [{"start", "end", "type", "speaker", "cue", "name", "rule", "confidence",
 *       "wordsConfidence", "speakerConfidence", "claim", …}]}
 * Offsets count Unicode code points of `text`. A line that cannot be read is named on stderr and left out.
 */
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { ExtractedLine } from '../../model/extracted.ts';
import { inOrder } from '../threads/in-order.ts';
import { answer, type Answer, type ExtractOptions } from './extract-lines.ts';

const HELP = `Finds the claims in texts: who said what, in which words.

  npm run --silent extract [-- options] < texts.jsonl > quotes.jsonl

Each line of the input is {"id": "…", "text": "…"}; each line of the output is {"id": "…", "quotes": […]}.

  --turns      the texts are transcripts: lines that begin with \`Name:\` are turns of a conversation
  --no-model   rules alone, without the trained model
  --schema     the JSON Schema of a line of the output, and nothing else
  --help       this text`;

function readOptions(args: string[]): ExtractOptions {
  try {
    const { values } = parseArgs({
      args,
      options: {
        turns: { type: 'boolean', default: false },
        'no-model': { type: 'boolean', default: false },
        schema: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.schema) {
      const schema = z.toJSONSchema(ExtractedLine, { target: 'draft-2020-12' });
      console.log(JSON.stringify(schema, null, 2));
      process.exit(0);
    }
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

/** From so many bytes on, another thread is worth its start. */
const WORTH_A_THREAD = 400_000;

/** The lines of a stream of bytes, together as they come. */
async function* linesOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array[]> {
  let rest: Uint8Array[] = [];
  for await (const chunk of stream) {
    const lines: Uint8Array[] = [];
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      const piece = chunk.subarray(from, at);
      lines.push(rest.length ? Buffer.concat([...rest, piece]) : piece);
      rest = [];
      from = at + 1;
    }
    if (from < chunk.length) rest.push(chunk.subarray(from));
    if (lines.length > 0) yield lines;
  }
  if (rest.length) yield [Buffer.concat(rest)];
}

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
  let taken = 0;
  async function* counted() {
    for await (const lines of linesOf(input)) {
      taken += lines.reduce((sum, { length }) => sum + length, 0);
      yield lines;
    }
  }
  const answers = inOrder<Uint8Array[], Answer[]>(counted(), {
    module: new URL('./extract-thread.ts', import.meta.url),
    given: options,
    here: (lines) => lines.map((line) => answer(line, options)),
    isWorthwhile: () => taken >= WORTH_A_THREAD,
  });
  let number = 0;
  let bad = 0;
  for await (const batch of answers)
    for (const one of batch) {
      number++;
      if ('fault' in one) {
        bad++;
        console.error(`line ${number}: ${one.fault}`);
      } else if (one.row !== null && !output.write(`${one.row}\n`)) await once(output, 'drain');
    }
  if (bad === 0) return;
  console.error(`${bad} of ${number} lines could not be read; the others were answered.`);
  process.exitCode = 1;
}
