/**
 * Who bears a description, a pronoun or a family name that says whose words a claim is: told farther up in the text,
 * where a name put in or taken out may make another person's words of it, though the claim's own sentence is as before.
 */
import { alignment, type Alignment } from './aligned.ts';
import { sentencesAt } from './frame.ts';
import { hasSameLetters, wordIndex, type Indexed, type Pairing } from './indexed.ts';
import { normal, wordsOf } from './normal.ts';
import type { Attributed } from './schema.ts';

/** How far before a claim stands the name that "she" or "the clerk" depends on, in words. */
export const ANTECEDENT = 300;

/**
 * Whether names were put in or taken out in the nearest sentence farther up that holds the words of the description,
 * for a claim that the newer text gives to that alone: "the clerk said". `name`: whom the parser reads there.
 */
export function isBearerChanged({ speaker }: Attributed, name: string, pairing: Pairing): boolean {
  const { before, origin, after, place } = pairing;
  const aligned = alignment(before, after);
  if (!aligned || !speaker?.mention || speaker.basis === 'label') return false;
  const words = wordsIn(name);
  // Of a name one knows whose it is.
  if (
    !/^\p{Ll}/u.test(words.at(-1) ?? '') ||
    !hasSameLetters(name, normal(speaker.mention.exact).text)
  )
    return false;
  const described = words.filter((word) => !after.frames.isOptional(word.toLowerCase()));
  const gone = wordsBeside(described, before, origin.start, (i) => (aligned.pairs[i] ?? -1) < 0);
  const put = wordsBeside(described, after, place.start, (i) => aligned.kept[i] !== 1);
  const isNewName = (word: string, others: readonly string[]) =>
    /^\p{Lu}/u.test(word) && !others.some((other) => hasSameLetters(word, other));
  return gone.some((word) => isNewName(word, put)) || put.some((word) => isNewName(word, gone));
}

/**
 * The words that are meant in the nearest sentence before that of a claim that holds all words of a description; none
 * where there is no such sentence.
 */
function wordsBeside(
  description: readonly string[],
  side: Indexed,
  start: number,
  isMeant: (word: number) => boolean,
): string[] {
  const claim = wordIndex(side, start);
  const own = sentencesAt(side, { from: claim, to: claim + 1 }).from;
  for (let end = own; end > Math.max(0, own - ANTECEDENT);) {
    const { from } = sentencesAt(side, { from: end - 1, to: end });
    const sentence = side.words.slice(from, end).map(({ word }) => word);
    if (description.every((word) => sentence.some((other) => hasSameLetters(word, other))))
      return sentence.filter((_, k) => isMeant(from + k) && !isOpening(side, from + k));
    end = from;
  }
  return [];
}

/** Whether a word is one that only stands with a capital since a sentence begins with it. */
const isOpening = (side: Indexed, at: number): boolean =>
  sentencesAt(side, { from: at, to: at + 1 }).from === at &&
  side.frames.isKnownWord((side.words[at]?.word ?? '').toLowerCase());

/**
 * Whether the text brought the name of who now says what nobody was known to say: words of it were put in or taken out
 * not far before the claim.
 */
export function isNamedByText(name: string, pairing: Pairing): boolean {
  const { before, origin, after } = pairing;
  const aligned = alignment(before, after);
  return (
    !aligned ||
    isPutInFurtherUp(name, pairing, aligned) ||
    isFurtherUp(name, before, origin.start, (i) => (aligned.pairs[i] ?? -1) < 0)
  );
}

/** Whether a word of a name was put in not far before the claim. */
export const isPutInFurtherUp = (
  name: string,
  { after, place }: Pairing,
  { kept }: Alignment,
): boolean => isFurtherUp(name, after, place.start, (i) => kept[i] !== 1);

/** Whether a word of a name stands not far before an offset, one of those that are meant. */
function isFurtherUp(
  name: string,
  side: Indexed,
  start: number,
  isMeant: (word: number) => boolean,
): boolean {
  const names = new Set(wordsIn(name));
  const claim = wordIndex(side, start);
  const first = Math.max(0, claim - ANTECEDENT);
  return side.words
    .slice(first, claim)
    .some(({ word }, k) => names.has(word) && isMeant(first + k));
}

const wordsIn = (name: string): string[] => wordsOf(normal(name).text).map(({ word }) => word);
