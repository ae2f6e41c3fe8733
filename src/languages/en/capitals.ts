/**
 * A text all in capitals as running text would have it. In: a text. Out: one as long, in which words have small
 * letters but at the head of a sentence and where they name somebody or something.
 *
 * A word that no list of English words has is a name; so is a first name, a place, and the word right behind a first
 * name, wherever it stands again. A name that is a word and stands alone cannot be told and gets small letters.
 */
import { CUES } from './cues.ts';
import { isKnownWord } from './known-words.ts';
import { AUXILIARIES, COMMON, CONJUNCTIONS, PREPOSITIONS } from './lexicon/closed-class.ts';
import { FIRST_NAMES, HE_NAMES, SHE_NAMES } from './lexicon/person-names.ts';
import { DEMONYMS, PLACES } from './lexicon/places.ts';
import { set } from './lexicon/set.ts';
import { WHEN } from './lexicon/time.ts';
import { properCase } from './names.ts';

const WORD = /\p{Lu}[\p{Lu}\p{M}]*(?:[-’'‘ʼ]\p{Lu}+)*/gu;
const SENTENCE_BEFORE = /(?:^|[.!?…:]["”’»)]?\s+|\n\s*|["“‘«]\s*)$/u;
const HONORIFICS = set('mr mrs ms miss dr sir dame');

const isSmall = (lower: string): boolean =>
  CUES.has(lower) ||
  COMMON.has(lower) ||
  PREPOSITIONS.has(lower) ||
  CONJUNCTIONS.has(lower) ||
  AUXILIARIES.has(lower);
const isFirstName = (lower: string): boolean =>
  HE_NAMES.has(lower) || SHE_NAMES.has(lower) || FIRST_NAMES.has(lower);
const isName = (lower: string): boolean =>
  !isSmall(lower) &&
  ((isFirstName(lower) && !/^(?:may|will|art|max|young)$/.test(lower)) ||
    PLACES.has(lower) ||
    DEMONYMS.has(lower) ||
    WHEN.test(lower) ||
    HONORIFICS.has(lower) ||
    !isKnownWord(lower));

/** The last names of a text: the words right behind first names, and behind `Mr.` and its like. */
function lastNames(words: readonly RegExpExecArray[]): Set<string> {
  const found = new Set<string>();
  let taken: RegExpExecArray | undefined;
  for (const [i, word] of words.entries()) {
    const next = words[i + 1];
    // "MR. LEE MET", "ANN LEE MET": a last name is no first one of what follows.
    if (word === taken) continue;
    const lower = word[0].toLowerCase();
    if (!next || !/^\.? $/.test(word.input.slice(word.index + word[0].length, next.index)))
      continue;
    const last = next[0].toLowerCase();
    const isBefore = HONORIFICS.has(lower) || (isFirstName(lower) && !isSmall(lower));
    if (isBefore && !isSmall(last) && !/(?:ed|ing|ly)$/.test(last)) {
      found.add(last);
      taken = next;
    }
  }
  return found;
}

export function runningCase(text: string): string {
  const words = [...text.matchAll(WORD)];
  const last = lastNames(words);
  const cased = (word: string, at: number): string => {
    const lower = word.toLowerCase();
    if (/^i(?:['’](?:m|d|ll|ve))?$/.test(lower)) return `I${lower.slice(1)}`;
    // `U.S.`, `J.`
    if (word.length === 1 && text[at + 1] === '.') return word;
    const isNamed = last.has(lower) || isName(lower);
    if (!isNamed && !SENTENCE_BEFORE.test(text.slice(Math.max(0, at - 6), at))) return lower;
    return isNamed ? properCase(word) : `${word.charAt(0)}${lower.slice(1)}`;
  };
  return text.replace(WORD, (word, at: number) => {
    const now = cased(word, at);
    return now.length === word.length ? now : word;
  });
}
