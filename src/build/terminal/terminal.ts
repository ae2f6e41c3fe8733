/**
 * What commands print. Titles, names of files and words of texts and cards are other people's: a
 * control character in them could move the cursor, hide lines, or turn words round. `guardTerminal`
 * stands between every `console` call of a command and the terminal, and every command calls it first.
 */
import { format } from 'node:util';
import { describe } from './errors.ts';

/**
 * C0 but for tab and line feed, DEL, C1, line and paragraph separators, the marks that set the
 * direction of writing, and lone halves of a character.
 */
const UNSAFE =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|\p{Cs}/gu;

const shown = (character: string) => {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length <= 4 ? `\\u${code.padStart(4, '0')}` : `\\u{${code}}`;
};

/** The words with every character that a terminal obeys written out, as `\u001b`. */
export const printable = (words: string): string =>
  words.replaceAll('\r\n', '\n').replace(UNSAFE, shown);

/** A line of JSON with the same value and none of those characters. */
export const printableJson = (json: string): string =>
  json.replace(UNSAFE, (character) =>
    Array.from(
      { length: character.length },
      (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`,
    ).join(''),
  );

/** From here on nothing of this process reaches the terminal but in printable form, and no fault as a stack trace. */
export function guardTerminal(): void {
  for (const name of ['log', 'info', 'debug', 'warn', 'error'] as const) {
    const print = console[name].bind(console);
    console[name] = (...values: unknown[]) =>
      print(
        '%s',
        printable(format(...values.map((one) => (one instanceof Error ? describe(one) : one)))),
      );
  }
  process.on('uncaughtException', (error) => {
    // Whoever has work to tidy up listens as well, and ends the command.
    if (process.listenerCount('uncaughtException') > 1) return;
    console.error(error);
    process.exit(1);
  });
}
