/** The name that stands beside a description in commas: "her daughter, |the novelist Celia Alder|, said". */
import { isOnePerson } from '../descriptions.ts';
import { PLACES } from '../lexicon/places.ts';
import { TIME } from '../lexicon/time.ts';
import { HONORIFIC } from '../lexicon/titles.ts';
import { isFirstName } from '../name-kinds.ts';
import type { Token } from '../words.ts';
import { isName, type Phrase } from './kinds.ts';
import { is, isCapitalised, isOfName, isWord, lowerOf } from './tokens.ts';

/** Tokens of the longest apposition. */
const LONGEST = 14;

const PLACING = /^(?:of|from|at|in|with)$/;

/**
 * The name among the tokens of an apposition: all of them, those behind words of what somebody is, or those before
 * where somebody is of. One word alone is a name where it is a known first name, or is no place beside somebody.
 */
export function nameInApposition(
  tokens: readonly Token[],
  from: number,
  to: number,
): Phrase['apposed'] {
  if (HONORIFIC.test(lowerOf(tokens[from])) && to - from > 2) {
    // "Prof. |Ann Lee|": whoever has a title is a person, whatever the name looks like.
    const name = is(tokens[from + 1], '.') ? from + 2 : from + 1;
    return nameInApposition(tokens, name, to) ?? beforePlace(tokens, name, to, true);
  }
  if (to - from === 1) return isOneWordName(tokens, from) ? { from, to } : null;
  if (isName(tokens, from, to)) return { from, to };
  return behindCalling(tokens, from, to) ?? beforePlace(tokens, from, to);
}

function isOneWordName(tokens: readonly Token[], at: number): boolean {
  const lower = lowerOf(tokens[at]);
  const isBesidePerson = isOnePerson(lowerOf(tokens[at - 2])) && !PLACES.has(lower);
  return isName(tokens, at, at + 1) && !TIME.has(lower) && (isFirstName(lower) || isBesidePerson);
}

/** "the novelist |Celia Alder|" */
function behindCalling(tokens: readonly Token[], from: number, to: number): Phrase['apposed'] {
  let name = to;
  while (name > from && isOfName(tokens[name - 1])) name--;
  // "the 1984 Olympian |Ann Lee|"
  while (
    to - name > 2 &&
    !isFirstName(lowerOf(tokens[name])) &&
    isFirstName(lowerOf(tokens[name + 1]))
  )
    name++;
  const isPerson = isFirstName(lowerOf(tokens[name])) || isOnePerson(lowerOf(tokens[name - 1]));
  const isWhole = to - name >= 2 && isPerson && isName(tokens, name, to);
  const isCalling = tokens
    .slice(from, name)
    .every((t) => isWord(t) && !/^(?:of|for|who|whom|whose|and|with|to|by|from)$/.test(t.lower));
  // "Green politician |Ann Lee|": the word right before the name is no part of one
  return isWhole && isCalling ? { from: name, to } : null;
}

/** "|Leila Farsi| of the University of Bergen" */
function beforePlace(
  tokens: readonly Token[],
  from: number,
  to: number,
  isTitled = false,
): Phrase['apposed'] {
  let end = from;
  while (end < to && isOfName(tokens[end])) end++;
  const isWhole =
    end - from >= 2 &&
    (isTitled || isFirstName(lowerOf(tokens[from]))) &&
    isName(tokens, from, end);
  return isWhole && PLACING.test(lowerOf(tokens[end])) && !hasMark(tokens, end, to)
    ? { from, to: end }
    : null;
}

const hasMark = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens.slice(from, to).some((t) => !isWord(t) && !is(t, '&'));

/** The name in the commas that open at token `at`, behind a description; null where no name or a list stands there. */
export function appositionAt(tokens: readonly Token[], at: number): Phrase['apposed'] {
  if (!is(tokens[at], ',')) return null;
  let close = at + 1;
  while (
    close - at <= LONGEST &&
    (isWord(tokens[close]) || is(tokens[close], '.') || is(tokens[close], '&'))
  )
    close++;
  // "her son, Ann Lee (“The Long Night”), left"
  const to = close;
  if (is(tokens[close], '(')) {
    while (close - to <= LONGEST && tokens[close] && !is(tokens[close], ')')) close++;
    close++;
  }
  const after = tokens[close + 1];
  const isList = is(after, 'and') || (isCapitalised(after) && is(tokens[close], ','));
  return is(tokens[close], ',') && !isList ? nameInApposition(tokens, at + 1, to) : null;
}

/** "|Shopkeeper|, Ann Lee, said": a calling, with the capital of its sentence, beside which a name stands. */
export const isCallingBefore = (tokens: readonly Token[], from: number, to: number): boolean =>
  to - from === 1 && isOnePerson(lowerOf(tokens[from])) && appositionAt(tokens, to) !== null;
