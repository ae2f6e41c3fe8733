/** Names in a text: which capitalised words name the same person or body, and of what kind they are. */
import type { Token } from '../../engine/draft.ts';
import type { Gender, NameAt } from '../../engine/pack.ts';
import { besideName, roleBefore, roleBehind, roleOfField } from './beside-names.ts';
import { afterField, afterPlace, isOwnName, ownedEnding } from './name-begins.ts';
import { CUES } from './cues.ts';
import { behindCalling, isCalling } from './callings.ts';
import { isOffice, isOnePerson } from './descriptions.ts';
import {
  isBody,
  isFirstName,
  isLoud,
  isPersonal,
  kindOfName,
  nameKey,
  PEOPLE,
} from './name-kinds.ts';
import { insideBefore, nicknameAt, withoutNicknames } from './nicknames.ts';
import { TIME } from './phrases.ts';
import { isLedOn, isParticleOfName } from './particles.ts';
import { isCapitalised, isWord, lowerOf } from './phrases/tokens.ts';
import { COMMON } from './lexicon/closed-class.ts';
import { WEEKDAY_NAME, WHEN, WHEN_ADVERB } from './lexicon/time.ts';
import {
  TITLE,
  TITLES,
  AMBIGUOUS_TITLES,
  COURTESY,
  HONORIFIC,
  LETTER_TITLE,
  LETTERS_AFTER,
  OFFICE_BEFORE,
} from './lexicon/titles.ts';
import { PLACES } from './lexicon/places.ts';
import { ORGANISATION, NO_PERSON } from './lexicon/organisations.ts';
import { SHE_NAMES, HE_NAMES, PARTICLE } from './lexicon/person-names.ts';

const HE_TITLE =
  /^(?:mr\.?|alhaji|shri|monsieur|herr|sir|king|lord|prince|congressman|chairman|spokesman|councilman|father|pope|(?:grand)?dad(?:-of-.*)?|father-of-.*)$/;
const SHE_TITLE =
  /^(?:mrs\.?|ms\.?|miss|madam|madame|frau|alhaja|hajia|hajiya|smt\.?|puan|datin|headmistress|dame|lady|queen|princess|congresswoman|chairwoman|spokeswoman|councilwoman|sister|actress|mum(?:-of-.*)?|mom(?:-of-.*)?|mother(?:-of-.*)?|gran(?:dmother)?)$/;

/** The pronoun that fits: the first title that tells, else the first name. */
function genderOf(title: readonly string[], first: string): Gender {
  for (const word of title) {
    if (HE_TITLE.test(word)) return 'he';
    if (SHE_TITLE.test(word)) return 'she';
  }
  const key = nameKey(first);
  if (SHE_NAMES.has(key)) return 'she';
  return HE_NAMES.has(key) ? 'he' : null;
}

/** "O’NEILL-LEE" -> "O’Neill-Lee". */
export const properCase = (word: string) =>
  word
    .toLowerCase()
    .replace(
      /(^|[-’'])(\p{L})/gu,
      (_, before: string, letter: string) => before + letter.toUpperCase(),
    );

/** "Yesterday" and "March" in "Last March Ann Lee said", "Early Monday" in "Early Monday Ann Lee said"; not "the Sunday Echo". */
const isWhen = (token: Token, next: Token | undefined, before: Token | undefined): boolean =>
  (WHEN.test(token.lower) && !(WEEKDAY_NAME.test(token.lower) && before?.lower === 'the')) ||
  WHEN_ADVERB.has(token.lower) ||
  (/^(?:early|late|mid)$/.test(token.lower) && WHEN.test(next?.lower ?? ''));

/** Splits a run of tokens that holds a name into titles and name; null where nothing is left of it. */
export function readName(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
  paragraph: number,
): NameAt | null {
  const run = capitalsAtEnd(text, tokens, from, to);
  const end = beforeDay(tokens, run.from, run.to);
  const placed = afterPlace(text, tokens, afterArticle(tokens, run.from, end), end);
  const start = afterField(text, tokens, placed, end);
  const first = afterTitles(text, tokens, start, end);
  const [head, last] = [tokens[first], tokens[end - 1]];
  if (start >= end || !head || !last || areTitlesAlone(tokens, start, end)) return null;
  if (isOfficeAlone(tokens, start, first, end)) return null;
  if (COMMON.has(head.lower) || (end - first === 1 && isTimeAlone(head.lower))) return null;
  const printed = withoutNicknames(tokens, first, end).map((t) => text.slice(t.start, t.end));
  const words = nameWords(printed, isOwnName(text, last));
  const titles = tokens.slice(start, first).filter(({ lower }) => !COMMON.has(lower));
  const possessive = ownedEnding(text, last);
  return {
    start: head.start,
    end: last.end - possessive,
    words,
    title: titleAsPrinted(text, tokens, start, titles),
    gender: genderOf(
      titles.map(({ lower }) => lower),
      // "Dr Thomas" is no first name.
      titles.length > 0 && words.length === 1 ? '' : (words[0] ?? ''),
    ),
    paragraph,
  };
}

/** "Governor Ann Lee |Thursday": the day is no part of the name. */
function beforeDay(tokens: readonly Token[], start: number, end: number): number {
  const last = tokens[end - 1];
  return last && end - start > 1 && WEEKDAY_NAME.test(last.lower) ? end - 1 : end;
}

/** "The Attorney General" at the head of a sentence: its article is no part of the run. */
const afterArticle = (tokens: readonly Token[], start: number, end: number): number =>
  end - start > 2 && tokens[start]?.lower === 'the' ? start + 1 : start;

/** "Dr. Dr.", "Foreign Secretary": titles that nobody's name follows. One alone may be a last name: "Judge", "King". */
function areTitlesAlone(tokens: readonly Token[], start: number, end: number): boolean {
  const run = tokens.slice(start, end);
  const last = run.at(-1);
  if (!last || !run.every(({ lower }) => TITLES.has(lower) || HONORIFIC.test(lower))) return false;
  if (HONORIFIC.test(last.lower)) return true;
  // "Mr. Speaker" is somebody of that name, "Mr. President" whoever holds the office.
  if (run.length === 2 && HONORIFIC.test(run[0]?.lower ?? ''))
    return TITLE.test(last.lower) && !AMBIGUOUS_TITLES.has(last.lower);
  // "The Chief Justice": behind an article no word of them is a name.
  const isDefinite = tokens[start - 1]?.lower === 'the';
  return (
    run.length > 1 &&
    (isDefinite || !AMBIGUOUS_TITLES.has(last.lower)) &&
    !ORGANISATION.has(last.lower)
  );
}

/** "The Metropolitan Chief Executive": nothing is left of an office of several words but its last. */
const isOfficeAlone = (
  tokens: readonly Token[],
  start: number,
  first: number,
  end: number,
): boolean =>
  end - start > 2 &&
  first === end - 1 &&
  /^(?:executive|secretary|minister|director|commissioner|superintendent|inspector|prosecutor|officer|chairman|chairwoman|president|editor|correspondent|spokesman|spokeswoman|spokesperson)$/.test(
    lowerOf(tokens[first]),
  );

/** A month or day that is no name where it stands alone. */
const isTimeAlone = (lower: string): boolean =>
  TIME.has(lower) && !/^(?:may|april|june|august)$/.test(lower);

/** "50 Cent", "2 Chainz": a number before a single capitalised word, with nothing before it that it could count for. */
function isStageNumber(tokens: readonly Token[], k: number): boolean {
  const [before, number, name, after] = [tokens[k - 1], tokens[k], tokens[k + 1], tokens[k + 2]];
  if (!isWord(number) || !/^\d{1,2}$/.test(number.lower) || !isCapitalised(name)) return false;
  if (/[^s]s$/.test(name.lower) || !isPlainWord(name.lower) || isCapitalised(after)) return false;
  const isFirst = !isWord(before) || CUES.has(before.lower);
  const says = !isWord(after) || /'s$/.test(lowerOf(after)) || CUES.has(lowerOf(after));
  return isFirst && says;
}

/** A word that names no time, place, body or people. */
const isPlainWord = (lower: string): boolean =>
  !TIME.has(lower) &&
  !PLACES.has(lower) &&
  !ORGANISATION.has(lower) &&
  !NO_PERSON.has(lower) &&
  !TITLES.has(lower) &&
  !COMMON.has(lower) &&
  !PEOPLE.test(lower);

/**
 * Whether the token is a number within the name of what is no person: "the 26 July Movement", "Channel 4 News". Before
 * a person it counts something else: "Local 12 President Ann Lee", "On May 7 Ann Lee said".
 */
function isNumberOfName(text: string, tokens: readonly Token[], k: number, end: number): boolean {
  const [article, before, number] = [tokens[k - 2], tokens[k - 1], tokens[k]];
  if (!isWord(number) || !/^\d{1,4}$/.test(number.lower) || !isCapitalised(tokens[k + 1]))
    return false;
  const isLed =
    lowerOf(before) === 'the' ||
    (isCapitalised(before) && (!TIME.has(before.lower) || lowerOf(article) === 'the'));
  const words = tokens.slice(k + 1, end).map((token) => text.slice(token.start, token.end));
  return isLed && !isPersonal(words) && kindOfName(words, null) !== 'person';
}

/** "the |Echo’s| Ann Lee": whose somebody is, is none of the name; but "Lever's Bank". */
const isOwnerOf = (text: string, owner: Token, run: readonly Token[]): boolean =>
  /[’']s$/.test(text.slice(owner.start, owner.end)) &&
  run.some(isCapitalised) &&
  !run.some(({ lower }) => isBody(lower) || PLACES.has(lower));

/** The last run of capitalised words within `from`..`to`, with particles between them. */
function capitalsAtEnd(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
): { from: number; to: number } {
  let end = to;
  while (end > from && !isCapitalised(tokens[end - 1])) end--;
  let start = end;
  while (start > from) {
    const inside = insideBefore(tokens, from, start);
    if (inside > 0) {
      start -= inside;
      continue;
    }
    const token = tokens[start - 1];
    if (!isWord(token) || isOwnerOf(text, token, tokens.slice(start, end))) break;
    const isNumber = isNumberOfName(text, tokens, start - 1, end) && start - 1 > from;
    const isParticle = isNumber || isParticleOfName(tokens, from, start - 1);
    if (!token.cap && !isParticle && !ARTICLED.test(token.lower)) break;
    start--;
  }
  if (end - start === 1 && start > from && isStageNumber(tokens, start - 1)) start--;
  return { from: start, to: end };
}

/** Where the titles before a name end, and the words of time. */
function afterTitles(text: string, tokens: readonly Token[], start: number, end: number): number {
  const isBody = endsAsBody(text, tokens, start, end);
  const isPassed = (token: Token, k: number): boolean =>
    COMMON.has(token.lower) ||
    // "Valmer-based |Acme|"
    /-(?:based|year-old)$/.test(token.lower) ||
    (isWhen(token, tokens[k + 1], tokens[k - 1]) && !/^\d/.test(lowerOf(tokens[k + 1]))) ||
    (!isBody && (TITLES.has(token.lower) || isCalling(text, tokens, k, end)));
  let first = start;
  for (let token = tokens[first]; token && first < end - 1; token = tokens[first]) {
    if (!isPassed(token, first)) break;
    first++;
  }
  if (isBody) return first;
  const printed = (k: number): string => text.slice(tokens[k]?.start, tokens[k]?.end);
  const called = behindCalling(text, tokens, first, end);
  if (called > first) return called;
  // "Ohio Gov. John Kasich", "Labor Secretary Ann Lee": the office ends before the name.
  for (let k = Math.min(end - 2, first + 4); k > first; k--) {
    const lower = tokens[k]?.lower ?? '';
    if (TITLES.has(lower) && !AMBIGUOUS_TITLES.has(lower)) return k + 1;
    // "Nominated MP Ann Lee"
    if (LETTER_TITLE.test(printed(k)) && !isLoud(printed(k + 1))) return k + 1;
    // "Court Justice Ann Lee": the word before makes an office of it
    if (TITLES.has(lower) && k < end - 2 && ORGANISATION.has(tokens[k - 1]?.lower ?? ''))
      return k + 1;
  }
  return first;
}

/**
 * "the Foreign Ministry", "State Department": an office's name keeps words that before a person are a title;
 * but "Mr. Church", "Prime Minister Ann Church" are people.
 */
function endsAsBody(text: string, tokens: readonly Token[], start: number, end: number): boolean {
  const ends = tokens.slice(Math.max(start, end - 2), end);
  const last = ends.at(-1);
  const before = ends.at(-2);
  if (!last || !ORGANISATION.has(last.lower)) return false;
  if (before && COURTESY.test(before.lower)) return false;
  return !isPersonal(ends.map((token) => text.slice(token.start, token.end)));
}

/** "Ann Lee Jr.", "Ann Lee SC", "Ann Lee Ph.D.": whether the last word is none of a name; among words in capitals none tells. */
const isBehindName = (words: readonly string[]): boolean => {
  const last = words.at(-1) ?? '';
  return (
    /^(?:jr|sr|ii|iii|iv)\.?$/i.test(last) ||
    (LETTERS_AFTER.test(last.replaceAll('.', '')) && !isLoud(words.at(-2) ?? ''))
  );
};

/** The words of a name from how they are printed: no possessive ending, no "Jr.", and not in capitals throughout. */
function nameWords(printed: readonly string[], isOwn: boolean): string[] {
  const words = printed.flatMap((word, k) => {
    if (/^[’']$/.test(word)) return [];
    // "the Danish Nurses' Council"
    if (/^[’']$/.test(printed[k + 1] ?? '') && k + 2 < printed.length)
      return [word + printed[k + 1]];
    return [isOwn || k < printed.length - 1 ? word : word.replace(/[’']s$|(?<=s)[’']$/, '')];
  });
  while (words.length > 2 && isBehindName(words)) words.pop();
  // A caption that ends with a name, and a sentence that begins with it: "Ann Lee Ann Lee", "Ann Lee Lee"
  const half = words.length / 2;
  if (half >= 2 && words.slice(0, half).join(' ') === words.slice(half).join(' '))
    words.length = half;
  if (words.length > 2 && words.at(-1) === words.at(-2)) words.pop();
  // A name set in capitals is the same name: NORA FINCH.
  const isLoud = words.every(
    (word) => word.length > 2 && word === word.toUpperCase() && /^[\p{Lu}’'-]+$/u.test(word),
  );
  return words.length > 1 && isLoud ? words.map(properCase) : words;
}

/** The titles before a name whose run of capitals begins at token `start`. */
function titleAsPrinted(
  text: string,
  tokens: readonly Token[],
  start: number,
  titles: readonly Token[],
): string | null {
  const [head] = titles;
  const last = titles.at(-1);
  if (!head || !last) return null;
  // "former President Ann Lee": small letters, and yet part of the office.
  let from = head;
  for (let k = start - 1; k >= 0; k--) {
    const token = tokens[k];
    if (!isWord(token) || token.cap || !OFFICE_BEFORE.has(token.lower)) break;
    from = token;
  }
  return text.slice(from.start, last.end);
}

/** How many words a name has at most. */
const LONGEST = 10;
const ARTICLED = /^(?:al|el)-/;

/** Every name of a paragraph, in order. */
export function namesIn(text: string, tokens: readonly Token[], paragraph: number): NameAt[] {
  const found: NameAt[] = [];
  for (let k = 0; k < tokens.length; k++) {
    const token = tokens[k];
    if (!isCapitalised(token) || token.lower === 'i' || token.lower.startsWith("i'")) continue;
    const end = nameEnd(text, tokens, k);
    const from = isStageNumber(tokens, k - 1) ? k - 1 : k;
    const name = readName(text, tokens, from, end, paragraph);
    const role = roleBehind(text, tokens, from, end);
    if (name)
      found.push({
        ...withSharedName(text, tokens, name, end, paragraph),
        ...besideName(tokens, from, end),
        // "Ann Lee, director of trade at Acme,": whoever has an office is a person, if no word says otherwise.
        ...(role && isOffice(role) && !name.words.some(isBody) && { kind: 'person' as const }),
        role:
          role ??
          roleBefore(text, tokens, from, end) ??
          roleOfField(text, tokens, from, name.start),
        isCalled: tokens[from - 1]?.cap === false && isOnePerson(lowerOf(tokens[from - 1])),
      });
    k = end - 1;
  }
  return found;
}

/** "|Angus| and Callum MacRae": a first name alone beside a whole name shares its last name. */
function withSharedName(
  text: string,
  tokens: readonly Token[],
  name: NameAt,
  end: number,
  paragraph: number,
): NameAt {
  const [only = '', ...others] = name.words;
  const next = end + 1;
  const mayShare = others.length === 0 && lowerOf(tokens[end]) === 'and' && !name.title;
  if (!mayShare || !isFirstName(only) || !isCapitalised(tokens[next])) return name;
  const other = readName(text, tokens, next, nameEnd(text, tokens, next), paragraph);
  const [given = '', last, ...more] = other?.words ?? [];
  const isShared =
    last !== undefined &&
    more.length === 0 &&
    kindOfName([given, last], null) === 'person' &&
    kindOfName([only], null) === 'person' &&
    !other?.title;
  return isShared ? { ...name, words: [only, last] } : name;
}

/** Where the run of capitalised words and particles ends that begins at token `from`. */
function nameEnd(text: string, tokens: readonly Token[], from: number): number {
  let end = from + 1;
  while (end - from < LONGEST) {
    const inside = insideAt(text, tokens, end);
    if (inside === 0 && !goesOn(text, tokens, end)) break;
    end += inside + 1;
  }
  return end;
}

/** How many tokens that are no words stand at `k`, with the name going on behind them. */
function insideAt(text: string, tokens: readonly Token[], k: number): number {
  const nickname = nicknameAt(tokens, k);
  if (nickname > 0) return goesOn(text, tokens, k + nickname) ? nickname : 0;
  return insideBefore(tokens, 0, k + 1) === 1 && goesOn(text, tokens, k + 1) ? 1 : 0;
}

/** "Children's |Hospital|": whose body it is, is part of its name. */
const OF_PEOPLE =
  /^(?:children|women|men|people|king|queen|girl|boy|mother|father|lord|bishop)['’]s$/;

/** Whether the name of the token before goes on with token `k`. */
function goesOn(text: string, tokens: readonly Token[], k: number): boolean {
  const [before, token] = [tokens[k - 1], tokens[k]];
  if (!before || !isWord(token)) return false;
  if (/[’']s$/.test(text.slice(before.start, before.end)))
    return OF_PEOPLE.test(before.lower) && token.cap && isBody(token.lower);
  if (token.cap && COMMON.has(token.lower)) return false;
  if (token.cap && token.lower !== 'i') return true;
  const isArticled = ARTICLED.test(token.lower);
  return isArticled || (PARTICLE.has(token.lower) && isLedOn(tokens, k + 1));
}
