/** A text all in capitals, as scripts and wires print it, is read as running text would have it. */
import type { LanguagePack } from './pack.ts';
import type { EngineText } from './types.ts';

/** Letters from which on the case of a text tells anything, and the share of small ones that a text in capitals has at most. */
const LEAST = 60;
const MOST_SMALL = 0.05;

/** How many letters a text has of those that an expression (`g`) finds; no more than one above `enough` are counted. */
function countOf(text: string, letters: RegExp, enough = Infinity): number {
  let count = 0;
  while (count <= enough && letters.test(text)) count++;
  return count;
}

/** The text, as long as before; as it is where it has small letters. */
export function inRunningCase(input: EngineText, { text: words }: LanguagePack): EngineText {
  const running = input.paragraphs
    .filter(({ kind }) => kind !== 'heading')
    .map(({ start, end }) => input.text.slice(start, end))
    .join('\n');
  // Nearly every text has so many small letters that nothing else need be counted.
  const enough = MOST_SMALL * running.length;
  const small = countOf(running, /\p{Ll}/gu, enough);
  if (small > enough) return input;
  const large = countOf(running, /\p{Lu}/gu);
  if (large + small < LEAST || small > MOST_SMALL * (large + small)) return input;
  return { ...input, text: words.runningCase(input.text) };
}
