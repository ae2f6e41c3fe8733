/** Which names are spelt like words or places, so that no table may call them a person's. */
import { DETERMINERS, COMMON, AUXILIARIES } from '../../languages/en/lexicon/closed-class.ts';
import { NO_PERSON, ORGANISATION } from '../../languages/en/lexicon/organisations.ts';
import { TIME } from '../../languages/en/lexicon/time.ts';
import { TITLES } from '../../languages/en/lexicon/titles.ts';
import type { compromiseLexicon } from './packages.ts';

/** Tags that say of a word only that it is a name. */
const NAMES = new Set(['FemaleName', 'MaleName', 'FirstName', 'LastName', 'Person', 'ProperNoun']);
/** Words that the rules read in their own way. */
const READ = [DETERMINERS, COMMON, AUXILIARIES, NO_PERSON, ORGANISATION, TIME, TITLES];

/**
 * Whether a word is an English word, a place or a body beside being a name: Mark, Rose, Will, Georgia, Chase.
 * Such names are in no table; the few that are more often a person than the word are written by hand.
 */
export function isAlsoWord(
  word: string,
  { tags, wavers }: ReturnType<typeof compromiseLexicon>,
): boolean {
  return (
    /^Person\|/.test(wavers.get(word) ?? '') ||
    (tags.get(word) ?? []).some((tag) => !NAMES.has(tag)) ||
    READ.some((list) => list.has(word))
  );
}
