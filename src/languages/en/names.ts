/** Names in a text: which capitalised words name the same person or body, and of what kind they are. */
import type { Token } from '../../engine/draft.ts';
import type { Gender, NameAt } from '../../engine/pack.ts';
import type { SpeakerKind } from '../../model/records.ts';
import { TIME } from './phrases.ts';
import { COMMON } from './lexicon/closed-class.ts';
import { WHEN } from './lexicon/time.ts';
import { TITLES, AMBIGUOUS_TITLES, COURTESY, OFFICE_BEFORE } from './lexicon/titles.ts';
import { PLACES, LONG_PLACES } from './lexicon/places.ts';
import { ORGANISATION, NO_PERSON } from './lexicon/organisations.ts';
import { SHE_NAMES, HE_NAMES, FIRST_NAMES, SURNAMES, PARTICLE } from './lexicon/person-names.ts';

export { TITLES } from './lexicon/titles.ts';

const isFirstName = (word: string) => {
  const key = nameKey(word);
  return SHE_NAMES.has(key) || HE_NAMES.has(key) || FIRST_NAMES.has(key);
};
/** "Cherie Church", "Gordon Brown": a first name makes a person of a word that else names a place or a body. */
const isPersonal = (words: readonly string[]): boolean =>
  words.length > 1 &&
  words.length < 4 &&
  isFirstName(words[0]!) &&
  SURNAMES.has(
    words
      .at(-1)!
      .toLowerCase()
      .replace(/['’]s$/, ''),
  ) &&
  words.slice(1, -1).every((word) => isFirstName(word) || /^\p{Lu}\.?$/u.test(word));

/** "al-Amin", "Amin" and "Al-Amin" are one. */
export const nameKey = (word: string) =>
  word
    .toLowerCase()
    .replace(/[’']s$|[’']$/, '')
    .replace(/[’'‘‛`´′ʹʻʼʽʾʿˈˊ.]/g, '')
    .replace(/^(?:al|el)-/, '')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '');

const isTitle = (w: string) => TITLES.has(w);

function genderOf(title: readonly string[], first: string): Gender {
  for (const t of title) {
    if (
      /^(?:mr\.?|sir|king|lord|prince|congressman|chairman|spokesman|councilman|father|pope|actor)$/.test(
        t,
      )
    )
      return 'he';
    if (
      /^(?:mrs\.?|ms\.?|miss|dame|lady|queen|princess|congresswoman|chairwoman|spokeswoman|councilwoman|sister|actress)$/.test(
        t,
      )
    )
      return 'she';
  }
  const key = nameKey(first);
  return SHE_NAMES.has(key) ? 'she' : HE_NAMES.has(key) ? 'he' : null;
}

/** "O’NEILL-LEE" -> "O’Neill-Lee". */
export const properCase = (word: string) =>
  word
    .toLowerCase()
    .replace(
      /(^|[-’'])(\p{L})/gu,
      (_, before: string, letter: string) => before + letter.toUpperCase(),
    );

/** "March" in "Last March Ann Lee said", "Early Monday" in "Early Monday Ann Lee said". */
const isWhen = (tokens: readonly Token[], at: number): boolean =>
  WHEN.test(tokens[at]!.lower) ||
  (/^(?:early|late|mid)$/.test(tokens[at]!.lower) && WHEN.test(tokens[at + 1]?.lower ?? ''));

/** Splits a run of tokens that holds a name into titles and name; null where nothing is left of it. */
export function readName(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
  paragraph: number,
): NameAt | null {
  let end = to;
  // the name is the last run of capitalised words
  while (end > from && !(tokens[end - 1]!.kind === 'word' && tokens[end - 1]!.cap)) end--;
  let start = end;
  while (start > from) {
    const t = tokens[start - 1]!;
    if (t.kind !== 'word') break;
    if (t.cap) start--;
    else if (
      PARTICLE.has(t.lower) &&
      start - 1 > from &&
      tokens[start - 2]!.kind === 'word' &&
      tokens[start - 2]!.cap
    )
      start--;
    else if (/^al-|^el-/.test(t.lower)) start--;
    else break;
  }
  if (start === end) return null;
  // "the embassy in Damascus Ann Lee": the place is no part of the name.
  const article = tokens[start - 1]?.lower === 'the' ? 1 : 0;
  const ahead = tokens[start - 1 - article];
  if (
    end - start >= 3 &&
    ahead?.kind === 'word' &&
    /^(?:in|to|of|for|at|from)$/.test(ahead.lower)
  ) {
    let k = start;
    while (k < end - 2) {
      const long = LONG_PLACES.has(`${tokens[k]!.lower} ${tokens[k + 1]!.lower}`);
      if (long ? k + 2 > end - 2 : !PLACES.has(tokens[k]!.lower)) break;
      k += long ? 2 : 1;
    }
    start = k;
  }
  // "the Foreign Ministry", "State Department": an office's name keeps words that before a person are a title
  // but "Mr. Church", "Prime Minister Ann Church" are people
  const printed = tokens
    .slice(Math.max(start, end - 2), end)
    .map(({ start: a, end: b }) => text.slice(a, b));
  const body =
    ORGANISATION.has(tokens[end - 1]!.lower) &&
    !(end - start > 1 && COURTESY.test(tokens[end - 2]!.lower)) &&
    !isPersonal(printed);
  let first = start;
  while (
    first < end - 1 &&
    ((!body && isTitle(tokens[first]!.lower)) ||
      COMMON.has(tokens[first]!.lower) ||
      isWhen(tokens, first))
  )
    first++;
  // "Ohio Gov. John Kasich", "Labor Secretary Ann Lee": the office ends before the name.
  for (let k = body ? 0 : Math.min(end - 2, first + 4); k > first; k--) {
    if (isTitle(tokens[k]!.lower) && !AMBIGUOUS_TITLES.has(tokens[k]!.lower)) {
      first = k + 1;
      break;
    }
  }
  if (
    COMMON.has(tokens[first]!.lower) ||
    (TIME.has(tokens[first]!.lower) &&
      end - first === 1 &&
      !/^(?:may|april|june|august)$/.test(tokens[first]!.lower))
  )
    return null;
  const words: string[] = [];
  for (let k = first; k < end; k++)
    words.push(text.slice(tokens[k]!.start, tokens[k]!.end).replace(/[’']s$|(?<=s)[’']$/, ''));
  while (words.length > 2 && /^(?:jr|sr|ii|iii|iv)\.?$/i.test(words.at(-1)!)) words.pop();
  // A name set in capitals is the same name: NORA FINCH.
  if (
    words.length > 1 &&
    words.every((w) => w.length > 2 && w === w.toUpperCase() && /^[\p{Lu}’'-]+$/u.test(w))
  )
    words.forEach((w, k) => (words[k] = properCase(w)));
  const titleWords = tokens.slice(start, first).filter((t) => !COMMON.has(t.lower));
  // "former President Ann Lee": small letters, and yet part of the office.
  let office = start;
  while (
    titleWords.length &&
    office > 0 &&
    tokens[office - 1]!.kind === 'word' &&
    !tokens[office - 1]!.cap &&
    OFFICE_BEFORE.has(tokens[office - 1]!.lower)
  )
    office--;
  const title = titleWords.length
    ? text.slice(
        office < start ? tokens[office]!.start : titleWords[0]!.start,
        titleWords.at(-1)!.end,
      )
    : null;
  const lastToken = tokens[end - 1]!;
  const possessive = /[’']s$/.exec(text.slice(lastToken.start, lastToken.end))?.[0].length ?? 0;
  return {
    start: tokens[first]!.start,
    end: lastToken.end - possessive,
    words,
    title,
    gender: genderOf(
      titleWords.map((t) => t.lower),
      words[0]!,
    ),
    paragraph,
  };
}

/** Whether one word names a body: "Wikinews" does, "Lee" does not. */
export const isBody = (word: string) =>
  ORGANISATION.has(word.toLowerCase()) ||
  /(?:news|times|post|press|tv|radio|magazine|media|today)$/i.test(word);

/** What a capitalised name is likely to name. */
export function kindOfName(words: readonly string[], title: string | null): SpeakerKind {
  const keys = words.map((w) => w.toLowerCase());
  const last = keys.at(-1)!;
  if (
    title &&
    title
      .split(/\s+/)
      .some((t) =>
        /^(?:mr|mrs|ms|dr|president|minister|senator|sen|gov|ambassador|general|rep|spokesman|spokeswoman|judge|mayor|secretary|professor|sir|coach|king|queen|captain|colonel|lt|sgt|officer)\.?$/i.test(
          t,
        ),
      )
  )
    return 'person';
  if (isPersonal(words)) return 'person';
  if (keys.some((k) => ORGANISATION.has(k))) return 'organisation';
  if (keys.every((k) => PLACES.has(k)) || (keys.length === 2 && PLACES.has(keys.join(' '))))
    return 'place';
  if (
    words.some(
      (w) =>
        w.length > 1 && w === w.toUpperCase() && /^[A-Z&.-]+$/.test(w) && !/^[A-Z]\.?$/.test(w),
    ) &&
    words.length < 3 &&
    !words.every((w) => w === w.toUpperCase() && words.length > 1)
  )
    return 'organisation';
  if (
    /(?:s|ans|ese|ish)$/.test(last) &&
    words.length === 1 &&
    /^(?:republicans|democrats|americans|russians|iraqis|syrians|israelis|palestinians|ukrainians|iranians|britons|germans|europeans|muslims|christians|conservatives|liberals|kurds)$/.test(
      last,
    )
  )
    return 'group';
  if (
    words.length >= 2 &&
    words.length < 6 &&
    !keys.some((k) => NO_PERSON.has(k.replace(/'s$/, '')))
  )
    return 'person';
  return 'organisation';
}

/** Every name of a paragraph, in order. */
export function namesIn(text: string, tokens: readonly Token[], paragraph: number): NameAt[] {
  const found: NameAt[] = [];
  for (let k = 0; k < tokens.length; k++) {
    const t = tokens[k]!;
    if (t.kind !== 'word' || !t.cap || t.lower === 'i' || /^i'/.test(t.lower)) continue;
    let end = k + 1;
    while (end < tokens.length && end - k < 10) {
      const n = tokens[end]!;
      if (
        n.kind !== 'word' ||
        /[’']s$/.test(text.slice(tokens[end - 1]!.start, tokens[end - 1]!.end))
      )
        break;
      if (n.cap && COMMON.has(n.lower)) break;
      if (n.cap && n.lower !== 'i') end++;
      else if (
        (PARTICLE.has(n.lower) || /^(?:al|el)-/.test(n.lower)) &&
        (tokens[end + 1]?.cap || /^(?:al|el)-/.test(n.lower))
      )
        end++;
      else break;
    }
    const name = readName(text, tokens, k, end, paragraph);
    if (name) found.push(name);
    k = end - 1;
  }
  return found;
}
