/** A text all in capitals, as scripts and wires print it, is read as running text would have it. */
import type { LanguagePack } from './pack.ts';
import type { EngineText } from './types.ts';

/** Letters from which on the case of a text tells anything, and the share of small ones that a text in capitals has at most. */
const LEAST = 60;
const MOST_SMALL = 0.05;

const countOf = (text: string, letters: RegExp) => text.match(letters)?.length ?? 0;

/** The text, as long as before; as it is where it has small letters. */
export function inRunningCase(input: EngineText, { text: words }: LanguagePack): EngineText {
  const running = input.paragraphs
    .filter(({ kind }) => kind !== 'heading')
    .map(({ start, end }) => input.text.slice(start, end))
    .join('\n');
  const [large, small] = [countOf(running, /\p{Lu}/gu), countOf(running, /\p{Ll}/gu)];
  if (large + small < LEAST || small > MOST_SMALL * (large + small)) return input;
  return { ...input, text: words.runningCase(input.text) };
}
