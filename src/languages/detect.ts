/** Which language a text is written in, as far as the text itself says it for sure. */
import { eld } from 'eld/extrasmall';
import { COMMONEST } from './en/lexicon/commonest.ts';
import { languageBeside } from './beside.ts';
import { LANGUAGE_OF_RULES } from './known.ts';
import { neighbourOf } from './other/near.ts';

/** Letters that must stand in running words before a language in Latin letters is named. */
const LEAST = 24;
/** By how much another language must be more likely than the one the rules are made for. */
const AHEAD = 0.1;
/** Texts are read in pieces, so that a few paragraphs of another language do not decide. */
const PIECE = 1200;
const MOST_PIECES = 40;

/**
 * The language of a text: an ISO 639-1 code, `und` where its script or its small words show that it is none of the
 * site's and no more, or null where the text is too short or does not say. Names decide nothing: detectors are sure of a
 * bare list of them.
 */
export function detectLanguage(text: string): string | null {
  const words = runningWords(text);
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  const foreign = words.filter((word) => !/\p{Script=Latin}/u.test(word));
  const foreignLetters = foreign.reduce((sum, word) => sum + word.length, 0);
  // Another script is no English, however short.
  const otherScript = foreignLetters > 0.7 * letters && foreignLetters >= 12;
  if (letters < LEAST && !otherScript) return null;
  const whole = mostVoted(pieces(words, otherScript));
  // a menu or a paragraph in another language stands beside the others of its piece
  const apart = whole === null && text.length <= LONGEST_APART ? text.split(/[\r\n]+/) : [];
  const first = whole ?? (apart.length > 1 ? mostVoted(apart.flatMap(sentencePiece)) : null);
  // A text of several languages that is full of the small words of one is near to languages that nobody would name.
  const isMixed = first === null && !otherScript && isOfRules(words);
  if (isMixed || (first === LANGUAGE_OF_RULES && isOfRules(words))) return first;
  const told = neighbourOf(words, languageBeside(words.join(' '), first) ?? first);
  if (otherScript) return told ?? 'und';
  // no detector knows every language, and English is full of its small words
  const isOpen = told === null || told === LANGUAGE_OF_RULES;
  return isOpen && words.length >= MOST_TELLING && !isOfRules(words) ? 'und' : told;
}

/** So many words show of a language whether it is the one of the rules, and how many of them are its commonest at least. */
const MOST_TELLING = 60;
const LEAST_COMMON = 0.03;

const isOfRules = (words: readonly string[]): boolean =>
  words.filter((word) => COMMONEST.has(word)).length >= LEAST_COMMON * words.length;

/** Languages that differ so little that a text is of the one that its page states: Indonesian and Malay. */
const ALIKE = ['id ms', 'nb nn no', 'bs hr sr sh'].map((codes) => codes.split(' '));

/** Whether two tags are of one language, or of two that their words hardly tell apart. */
export function isSameLanguage(a: string, b: string): boolean {
  const [one = '', other = ''] = [a, b].map((tag) => tag.toLowerCase().split(/[-_]/)[0] ?? '');
  return one === other || ALIKE.some((codes) => codes.includes(one) && codes.includes(other));
}

/** Characters of a text whose paragraphs are asked one by one where it does not tell its language as a whole. */
const LONGEST_APART = 20_000;

function sentencePiece(paragraph: string): string[] {
  const piece = runningWords(paragraph).join(' ');
  return piece.length >= LEAST ? [piece.slice(0, PIECE)] : [];
}

/** The language of more than half of what was told, by its length. */
function mostVoted(all: readonly string[]): string | null {
  const votes = new Map<string, number>();
  const half = all.reduce((total, piece) => total + piece.length, 0) / 2;
  for (const piece of all) {
    const found = detectPiece(piece);
    if (found === null) continue;
    const count = (votes.get(found) ?? 0) + piece.length;
    // Whatever the others tell, it is more than half.
    if (count > half) return found;
    votes.set(found, count);
  }
  const [first] = [...votes].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const sum = [...votes.values()].reduce((total, count) => total + count, 0);
  return first && first[1] > sum / 2 ? first[0] : null;
}

/** Characters; longer runs of letters are no words of any language, and a text in a script without blanks is cut at marks. */
const LONGEST_WORD = 2000;

/** Words that stand in a sentence: no names, no figures, no words in capitals unless nearly all are. */
function runningWords(text: string): string[] {
  const words = text
    // An address of mail is looked for at the head of a run alone: else the work grows with its square.
    .replace(/\bhttps?:\/\/\S+|(?<!\S)\S+@\S+|&#?\w+;/g, ' ')
    .split(/[^\p{L}\p{M}'’-]+/u)
    .filter((word) => word.length <= LONGEST_WORD && /\p{L}/u.test(word));
  const small = words.filter((word) => !/^['’-]*\p{Lu}/u.test(word));
  const loud = words.filter((word) => word.length > 2 && word === word.toUpperCase());
  const shouted = loud.length > words.length / 2 && small.length < words.length / 5;
  return shouted ? words.map((word) => word.toLowerCase()) : small;
}

function pieces(words: readonly string[], otherScript: boolean): string[] {
  const found: string[] = [];
  let piece = '';
  for (const word of words) {
    piece += `${word} `;
    if (piece.length < PIECE) continue;
    found.push(piece);
    piece = '';
    if (found.length === MOST_PIECES) return found;
  }
  if (found.length === 0 || piece.length >= LEAST || otherScript) found.push(piece);
  return found;
}

function detectPiece(piece: string): string | null {
  const result = eld.detect(piece);
  if (result.language === '' || !result.isReliable()) return null;
  if (result.language === LANGUAGE_OF_RULES) return result.language;
  const scores = result.getScores();
  const ahead = (scores[result.language] ?? 0) - (scores[LANGUAGE_OF_RULES] ?? 0);
  return ahead >= AHEAD ? result.language : null;
}
