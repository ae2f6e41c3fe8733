/** Words of English that say who said something and how, when two captures of a sentence are compared. */
import type { FrameReader } from '../language.ts';
import { CUES, NEGATIONS, REFUSALS } from './cues.ts';
import { PERSON_NOUNS } from './features.ts';
import { isKnownWord } from './known-words.ts';
import { set } from './lexicon/set.ts';
import { ABBREVIATED, AFTER_NAMES, DECIDING, OTHER_WITH_CAPITAL } from './lexicon/frames.ts';
import { TIME } from './lexicon/time.ts';

const DECIDES: ReadonlySet<string> = new Set([
  ...NEGATIONS,
  ...REFUSALS,
  ...PERSON_NOUNS,
  ...DECIDING,
  ...TIME,
]);
/** Put in and left out at will: "said (that) the boat stays". */
const OPTIONAL = set('that');

/**
 * American for British spelling: the same word to a reader. Words of one syllable are not spelt in two ways: `four`
 * is not `for`, nor `filled` `filed`.
 */
const oneSpelling = (word: string): string =>
  word
    .replace(/(?<=[aeiouy].*)is(?=e|ing|ation)/g, 'iz')
    .replace(/yse/g, 'yze')
    .replace(/(?<=[aeiouy].*)our(?=$|s|ed|i|a|hood)/g, 'or')
    .replace(/tre(?=$|s|d)/g, 'ter')
    .replace(/ence(?=$|s)/g, 'ense')
    .replace(/(?<=[aeiouy].*[aeiouy])ll(?=ed|ing|or|er)/g, 'l')
    .replace(/ogue(?=$|s)/g, 'og')
    .replace(/mme(?=$|s)/g, 'm')
    // "e-mail", "co-founder"; but a co-op is no coop
    .replace(/^e (?=mail)|^co (?=[a-z]{4})/g, (prefix) => prefix.trim());

export const frameReader: FrameReader = {
  decides: (word) => DECIDES.has(word) || CUES.has(word),
  isOfSaying: (word) => CUES.has(word),
  isOptional: (word) => OPTIONAL.has(word),
  followsName: (word) => AFTER_NAMES.has(word),
  isAbbreviated: (word) => ABBREVIATED.has(word),
  isKnownWord,
  isOtherWithCapital: (word) => OTHER_WITH_CAPITAL.has(word),
  oneSpelling,
};
