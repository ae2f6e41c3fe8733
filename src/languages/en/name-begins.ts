/** Where a name begins within a run of capitals that a paper, a place or what an office looks after opens. */
import type { Token } from '../../engine/draft.ts';
import { CUES } from './cues.ts';
import { isBody, isFirstName } from './name-kinds.ts';
import { LONG_PLACES, PLACES } from './lexicon/places.ts';
import { LOOKED_AFTER, TITLES } from './lexicon/titles.ts';
import { behindPlacing } from './phrases/placing.ts';
import {
  is,
  isApostrophe,
  isCapitalised,
  isPreposition,
  isWord,
  lowerOf,
} from './phrases/tokens.ts';

const OCCASION = /^(?:speaking|talking|writing|appearing|testifying|interview|statement|letter)$/;

/**
 * Where the name of a person begins within capitals that begin with a paper, a hall or a show: "Speaking to the Bay Times
 * |Ann Lee said".
 */
export function personFrom(
  text: string,
  tokens: readonly Token[],
  start: number,
  end: number,
): number {
  if (end - start < 2) return start;
  const body = tokens.slice(start, end - 1).findLastIndex(({ lower }) => isBody(lower));
  if (body >= 0) return start + body + 1;
  const given = tokens[end - 2];
  const isWhole = given && end - start > 2 && isFirstName(text.slice(given.start, given.end));
  return isWhole ? end - 2 : end - 1;
}

/** "the embassy in Damascus Ann Lee": the place is no part of the name, which has two words at least. */
export function afterPlace(
  text: string,
  tokens: readonly Token[],
  start: number,
  end: number,
): number {
  const article = tokens[start - 1]?.lower === 'the' ? 1 : 0;
  const ahead = tokens[start - 1 - article];
  const isPlaced = isWord(ahead) && /^(?:in|to|of|for|at|from)$/.test(ahead.lower);
  const isOccasion = OCCASION.test(tokens[start - 2 - article]?.lower ?? '');
  if (isOccasion && article > 0 && isWord(ahead) && CUES.has(tokens[end]?.lower ?? ''))
    return personFrom(text, tokens, start, end);
  const subject = subjectFrom(tokens, start, end);
  if (subject > start) return subject;
  if (end - start < 3 || !isPlaced) return start;
  let k = start;
  while (k < end - 2) {
    const [one = '', two = ''] = tokens.slice(k, k + 2).map(({ lower }) => lower);
    const length = LONG_PLACES.has(`${one} ${two}`) ? 2 : 1;
    const isPlace = length === 2 ? k + 2 <= end - 2 : PLACES.has(one);
    if (!isPlace) break;
    k += length;
  }
  return k;
}

/** How many tokens are read back for the head of a sentence. */
const MOST_TO_HEAD = 14;

/** "In Ayr |Lee| said": where the subject of a verb of saying begins behind the place that opens its sentence. */
function subjectFrom(tokens: readonly Token[], start: number, end: number): number {
  const cue = CUES.get(lowerOf(tokens[end]));
  if (!cue || cue.noun) return start;
  let head = start;
  while (
    head > 0 &&
    start - head < MOST_TO_HEAD &&
    (isWord(tokens[head - 1]) || is(tokens[head - 1], ','))
  )
    head--;
  const isHead = isCapitalised(tokens[head]) && isPreposition(tokens[head]);
  return isHead ? behindPlacing(tokens, start, end, head) : start;
}

/** "Minister for Children |Ann Lee|", "for the Economy |Ann Lee|": what an office looks after is no part of the name, which has two words at least. */
export function afterField(
  text: string,
  tokens: readonly Token[],
  start: number,
  end: number,
): number {
  let link = start - 1;
  if (lowerOf(tokens[link]) === 'and') while (link > 0 && isCapitalised(tokens[link - 1])) link--;
  if (link < start - 1) link--;
  if (lowerOf(tokens[link]) === 'the') link--;
  // "an official of the National Grid Company": what is named is a body.
  if (!/^(?:for|of)$/.test(lowerOf(tokens[link])) || isBody(lowerOf(tokens[end - 1]))) return start;
  let k = start;
  while (k < end - 2 && LOOKED_AFTER.has(lowerOf(tokens[k]))) k++;
  // "Secretary of State for the Sea |Ann Lee|"
  const given = tokens[end - 2];
  const office = tokens[link - 1];
  const isOffice = isCapitalised(office) && (TITLES.has(office.lower) || is(office, 'state'));
  return isOffice &&
    given &&
    k < end - 2 &&
    (k === start || /(?:tion|ment|ity|ance|ence)s?$/.test(lowerOf(tokens[k]))) &&
    isFirstName(text.slice(given.start, given.end))
    ? end - 2
    : k;
}

/** "Council on Harbour Relations |Ann Lee|", "the Friends of Ayr’ |Ann Lee|": where a whole name begins behind a body's; 0 where none does. */
export function personBehindBody(text: string, tokens: readonly Token[]): number {
  const from = tokens.length - 2;
  const [before, given, last] = tokens.slice(from - 1);
  if (from < 3 || !given?.cap || !last?.cap || !before) return 0;
  const isOfMany = isApostrophe(before) || (before.cap && /[^s]s$/.test(before.lower));
  const isBodyOf =
    tokens.slice(1, from - 1).some(isPreposition) &&
    tokens.slice(0, from - 1).some(({ cap }) => cap);
  const isWhole = isFirstName(text.slice(given.start, given.end)) && !isBody(last.lower);
  return isOfMany && isBodyOf && isWhole && !isPreposition(before) ? from : 0;
}

const ENDING = /[’']s$/;

/** "|Tarlow’s| said it would open": a name with its own ending, which a verb of saying follows and no noun. */
export function isOwnName(text: string, { start, end }: Token): boolean {
  if (!ENDING.test(text.slice(start, end))) return false;
  const next =
    /^ (?:has |have |had |also )?(\p{Ll}+)(?=[ .,:;]|$)/u.exec(text.slice(end, end + 30))?.[1] ??
    '';
  const cue = CUES.get(next);
  return cue !== undefined && !cue.noun && cue.strength === 3 && /^(?:past|s)$/.test(cue.form);
}

/** How many signs of a word say whose something is, and are no part of a name. */
export const ownedEnding = (text: string, word: Token): number =>
  isOwnName(text, word) ? 0 : (ENDING.exec(text.slice(word.start, word.end))?.[0].length ?? 0);
