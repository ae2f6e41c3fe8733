/** Offices and callings as printed beside a name, and which descriptions may stand for them. */
import type { Office } from '../../engine/pack.ts';
import { DETERMINERS, PREPOSITIONS } from './phrases.ts';
import {
  STANDS_FOR,
  ANYWHERE,
  LETTERS,
  LEVELS,
  FIELDS,
  SHORTENED,
  SPELLINGS,
} from './lexicon/offices.ts';
import { DEMONYMS } from './lexicon/places.ts';

/** Reads a role or description; "president and founder" is two. */
export const officesOf = (role: string): Office[] =>
  role
    .replaceAll('’', "'")
    .split(/\s+and\s+|[,/;]/)
    .map(writtenOut)
    .flatMap((part) => officeOf(wordsOf(part.toLowerCase()), namesIn(part)) ?? []);

/** "The Acme |CEO|", "|SP| of Ayr": an office in letters as it is written out. */
const writtenOut = (part: string): string =>
  part
    .replace(
      /(?<![\p{L}])\p{Lu}{2,3}(?=$| (?:of|for|at|in)\b)/u,
      (letters) => LETTERS.get(letters) ?? letters,
    )
    .replace(/\b(chief executive) officer\b/i, '$1');

/** Words printed with a capital, in small letters: whom somebody speaks for. */
const namesIn = (part: string): ReadonlySet<string> =>
  new Set(wordsOf([...part.matchAll(/(?<![\p{L}])\p{Lu}[\p{L}'.-]*/gu)].join(' ').toLowerCase()));

/** The words of one office in one spelling, without the article before them. */
function wordsOf(part: string): string[] {
  const words = part
    .replace(/\./g, '')
    .split(/[\s-]+/)
    .map((word) => word.replace(/^['"“‘]+|'s?$|["”]+$/g, ''))
    .filter(Boolean)
    .flatMap((word) =>
      word === 'premier' ? ['prime', 'minister'] : [SPELLINGS.get(word) ?? word],
    );
  const first = words.findIndex((word) => !DETERMINERS.has(word));
  return first < 0 ? [] : words.slice(first);
}

/** Words that tell more of whoever stands before them. */
const BEHIND_NOUN = /^(?:close|familiar|involved|briefed|speaking|present|responsible)$/;

/** The office of some words: its noun stands before the first preposition, and before "elect". */
function officeOf(words: readonly string[], names: ReadonlySet<string>): Office | null {
  // "a source |close to the minister"
  const preposition = words.findIndex(
    (word, k) => k > 0 && (PREPOSITIONS.has(word) || BEHIND_NOUN.test(word)),
  );
  const phrase = preposition < 0 ? words : words.slice(0, preposition);
  const last = Math.max(
    0,
    phrase.findLastIndex((word) => !/^(?:elect|designate)$/.test(word)),
  );
  const head = phrase[last];
  if (!head) return null;
  const levels = new Set(
    phrase.filter((word, k) => k !== last && LEVELS.has(word) && !SHORTENED.get(head)?.has(word)),
  );
  // "Secretary General": the first noun tells which general.
  const before = phrase[last - 1];
  if (head === 'general' && before && /^(?:secretary|director|governor)$/.test(before))
    levels.add(before);
  return { head, words: new Set(words), levels, names };
}

/** Words of roles that a description may stand for; whoever has one of them is looked at. */
export function rolesFor({ head }: Office): string[] {
  const anywhere = ANYWHERE.get(head);
  return [
    ...new Set([
      head,
      ...(STANDS_FOR.get(head) ?? []),
      ...(anywhere === undefined ? [] : [anywhere]),
    ]),
  ];
}

/** Whether a description may mean the holder of an office. */
export function fits(description: Office, office: Office): boolean {
  const { head, words, levels } = description;
  const anywhere = ANYWHERE.get(head);
  const same =
    head === office.head ||
    STANDS_FOR.get(head)?.has(office.head) ||
    (anywhere !== undefined && office.words.has(anywhere));
  if (!same || speaksForOther(description, office)) return false;
  if (levels.size !== office.levels.size || [...levels].some((w) => !office.levels.has(w)))
    return false;
  for (const w of words) {
    if (w === head || office.words.has(w)) continue;
    if (FIELDS.has(w) || SHORTENED.get(head)?.has(w)) return false;
    if (DEMONYMS.has(w) && [...office.words].some((other) => DEMONYMS.has(other))) return false;
  }
  return true;
}

/** "the Brennel spokesman", "the Rovers boss", where a spokesman of Corvane, or a coach of United, was named. */
function speaksForOther({ head, names }: Office, office: Office): boolean {
  const bodies = (of: ReadonlySet<string>): string[] => [...of].filter((w) => !SPEAKS_FOR.test(w));
  const [own, others] = [bodies(names), bodies(office.names)];
  return (
    SPEAKS_FOR.test(head) &&
    own.length > 0 &&
    others.length > 0 &&
    !own.some((w) => others.includes(w))
  );
}

const SPEAKS_FOR = /^(?:spokes(?:man|woman|person)|boss|manager|coach|skipper|captain)$/;

/** Whether the role says all that the description does. */
export const saysAll = (description: Office, office: Office): boolean =>
  [...description.words].every((w) => w === description.head || office.words.has(w));
