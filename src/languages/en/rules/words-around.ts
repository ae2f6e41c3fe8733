/** Words told on both sides of their attribution. */
import type { Token } from '../../../engine/draft.ts';
import {
  DETERMINERS,
  INDEFINITES,
  PREPOSITIONS,
  PRONOUNS,
  RELATIVES,
  TIME,
  is,
  isAuxiliary,
  isWord,
} from '../phrases.ts';
import { set } from '../lexicon/set.ts';
import { looksClause } from './clause-shape.ts';
import { clauseText, hasQuote, isAdverbial, type Attribution, type Frame } from './frame.ts';
import { cueWords, type Place } from './place.ts';
import type { Run, Told } from './told.ts';
import { contentEnd } from './words-end.ts';

/**
 * "Now, she said, the shops are shut": words told on both sides of their attribution, neither
 * enough without the other; null if these are none. "The senator, Ann Lee said, …" is told; "The
 * mayor, Ann Lee, said" is not: there no comma stands before the cue.
 */
export function wordsAround(place: Place): Told | null {
  const { frame, attribution, floor, later } = place;
  const { tokens } = frame;
  if (!mayBeParenthesis(attribution)) return null;
  const from = Math.max(frame.clause.from, floor, frame.from);
  const to = attribution.begin - 1;
  if (!is(tokens[to], ',') || from >= to || to - from > 25 || hasQuote(tokens, from, to))
    return null;
  const comma = commaBehind(frame, attribution);
  const start = comma + 1;
  if (comma < 0 || start >= frame.last || !mayGoOn(tokens[start])) return null;
  const end = contentEnd(frame, attribution, later, start);
  if (end - start < 2) return null;
  if (!isOneClause(frame, attribution, { from, to }, { from: start, to: end })) return null;
  const head = clauseText(tokens, from, to);
  const ends = tokens[to - 1];
  const rest = clauseText(tokens, start, end);
  if (!head || !rest) return null;
  return {
    where: 'around',
    attribution,
    join: 'none',
    type: hasQuote(tokens, start, end) ? 'mixed' : 'indirect',
    // "a man who, he said, |had done nothing"
    parts: isWord(ends) && RELATIVES.has(ends.lower) ? [rest] : [head, rest],
    reasons: [`The words stand on both sides of “${cueWords(place)}”.`],
    takes: [{ from: start, to: end }],
    upTo: end,
    covers: end,
  };
}

/** Whether an attribution can stand in the middle of what it tells. */
const mayBeParenthesis = (attribution: Attribution): boolean => {
  const { inverted, lemma, shares, negative, subject, form, according, strength } = attribution;
  return (
    strength > 1 &&
    !shares &&
    !negative &&
    subject?.kind !== 'relative' &&
    (!inverted || lemma === 'say') &&
    (form !== 'ing' || according)
  );
};

/**
 * The comma behind the cue, with at most an addressee, a time or a place between them; -1 if there
 * is none.
 */
function commaBehind({ tokens, last }: Frame, { end, addressee }: Attribution): number {
  let comma = end;
  while (comma < last && comma - end < 9 && isOfAside(tokens[comma])) comma++;
  if (!is(tokens[comma], ',')) return -1;
  const aside = tokens[end];
  if (comma === end || addressee) return comma;
  return isWord(aside) && (PREPOSITIONS.has(aside.lower) || TIME.has(aside.lower)) ? comma : -1;
}

const isOfAside = (t: Token | undefined): boolean =>
  isWord(t) &&
  !isAuxiliary(t) &&
  !/^(?:that|if|whether|to)$/.test(t.lower) &&
  !RELATIVES.has(t.lower) &&
  !PRONOUNS.has(t.lower);

/**
 * Whether a word behind the second comma can go on with what is told, and is no word of the
 * writer's.
 */
const mayGoOn = (t: Token | undefined): boolean =>
  isWord(t) &&
  !RELATIVES.has(t.lower) &&
  !t.lower.endsWith('ing') &&
  !/^(?:and|but|or|while|although|though|as|when|after|before|because|citing|so|yet|if|since|that|with|in|on|at|for|to|of)$/.test(
    t.lower,
  );

const TIME_ENDS = set('ago earlier later back before nowadays');
const TIME_OPENS = set('last this next every each these those one the');
const UNIT =
  /^(?:second|minute|hour|day|night|morning|afternoon|evening|week|weekend|month|year|decade|century|centurie|generation|winter|summer|spring|autumn|time)s?$/;

/** "Ten winters ago", "Last spring", "The next morning", "One night in June": a time, and no subject. */
function isTimeAlone(tokens: readonly Token[], { from, to }: Run): boolean {
  const words = tokens.slice(from, to);
  const [first, second, third] = words;
  const end = words.at(-1);
  if (!first || !end || words.length > 7 || !words.every(isWord)) return false;
  if (TIME_ENDS.has(end.lower)) return words.length < 2 || words.some((t) => UNIT.test(t.lower));
  if (!TIME_OPENS.has(first.lower)) return false;
  const isUnit = (t: Token | undefined): boolean =>
    t !== undefined && (UNIT.test(t.lower) || TIME.has(t.lower));
  // "The |next morning", but not "The morning paper"
  if (first.lower === 'the')
    return /^(?:next|following|same|previous|other)$/.test(second?.lower ?? '') && isUnit(third);
  return isUnit(second) && (words.length === 2 || PREPOSITIONS.has(third?.lower ?? ''));
}

/**
 * Whether head and rest are one clause only together: an adverbial and its clause, or a subject and
 * its verb.
 */
function isOneClause(frame: Frame, attribution: Attribution, head: Run, rest: Run): boolean {
  const { tokens } = frame;
  const opening = tokens[head.from];
  const next = tokens[rest.from];
  if (!opening || !isWord(next)) return false;
  const isTime = isTimeAlone(tokens, head);
  if (isTime || (isAdverbial(opening) && !is(opening, 'both'))) {
    // "Both leak, said Ann Lee, |the mayor of Rome": beside the name behind a verb stands who it is.
    if (attribution.inverted) return looksClause(tokens, rest.from, rest.to);
    if (isTime && (PRONOUNS.has(next.lower) || INDEFINITES.has(next.lower) || next.cap))
      return true;
    const isSubject =
      attribution.strength === 3 &&
      rest.to - rest.from >= 4 &&
      /^(?:the|this|that|these|those|an?|his|her|its|their|our|my|he|she|it|they|we|i|there)$/.test(
        next.lower,
      );
    return isSubject || looksClause(tokens, rest.from, rest.to);
  }
  if (looksClause(tokens, head.from, head.to)) return false;
  return !(
    next.cap ||
    DETERMINERS.has(next.lower) ||
    PREPOSITIONS.has(next.lower) ||
    INDEFINITES.has(next.lower)
  );
}
