/** Words to which only the head of a sentence gives a capital, and that name nobody: "Never", "Stay", "Founded". */
import { CUES } from './cues.ts';
import { isKnownWord } from './known-words.ts';
import { COMMON } from './lexicon/closed-class.ts';
import { DEMONYMS, PLACES } from './lexicon/places.ts';
import { set } from './lexicon/set.ts';
import { TITLES } from './lexicon/titles.ts';
import { ADVERBS } from './lexicon/verbs.ts';
import { isBody, isFirstName } from './name-kinds.ts';

/** What people say before anything else. */
const INTERJECTIONS = set(
  'okay ok sure fine hey oh ah well wow yeah yep nope hello hi thanks sorry right true wrong good great nice alas bravo hurray hooray hush quiet enough congratulations welcome goodbye bye cheers amen damn gosh',
);

/** Whether a word has the forms that verbs have: "stay" has "staying". */
function isVerb(lower: string): boolean {
  const stem = lower.replace(/e$/, '');
  return [stem, stem + stem.slice(-1)].some((root) => isKnownWord(`${root}ing`) && root.length > 1);
}

/** Whether a word with a capital is no name where nothing but its place at the head of a sentence gives it one. */
export function isHeadWord(word: string): boolean {
  const lower = word.toLowerCase();
  const isName =
    isFirstName(lower) ||
    PLACES.has(lower) ||
    DEMONYMS.has(lower) ||
    TITLES.has(lower) ||
    isBody(lower) ||
    word !== lower.charAt(0).toUpperCase() + lower.slice(1);
  if (isName || !isKnownWord(lower)) return false;
  return (
    COMMON.has(lower) ||
    ADVERBS.has(lower) ||
    INTERJECTIONS.has(lower) ||
    CUES.has(lower) ||
    /.{3}(?:ly|ed|ing)$/.test(lower) ||
    isVerb(lower)
  );
}
