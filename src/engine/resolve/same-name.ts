/** Longer and shorter names of one person or body. */
import type { LanguagePack } from '../pack.ts';

type Names = Pick<LanguagePack['names'], 'isParticle' | 'isFirstName'>;

/** "Lee & Roe" is neither Lee nor Roe. */
export const isJoined = (keys: readonly string[]): boolean => keys.includes('&');

/** Whether every word of the shorter name stands in the longer one, in order. */
function isPart(short: readonly string[], long: readonly string[]): boolean {
  let k = 0;
  for (const word of long) if (k < short.length && short[k] === word) k++;
  return k === short.length;
}

/**
 * Whether a name is the one to know somebody by, rather than a longer or shorter one; each a list of words as keys.
 * A word before the first name is none of it ("Rival Ann Lee"). One behind the last name is ("Marcel Lehel", "Marcel
 * Lehel Lazar") where it is somewhere said alone; else it is what a headline says ("Ann Lee Signals").
 */
export function isBetterName(
  keys: readonly string[],
  than: readonly string[],
  alone: ReadonlySet<string>,
  { isParticle, isFirstName }: Names,
): boolean {
  if (keys.length === than.length) return false;
  const [short, long] = keys.length < than.length ? [keys, than] : [than, keys];
  const last = long.at(-1) ?? '';
  // "Van Wyk" is a last name alone.
  const isLastAlone = short.length === 1 || isParticle(short[0] ?? '');
  // "Ann Maria Lee", whom the text calls "Maria Lee" later
  const isFirstBefore = long[1] === short[0] && isFirstName(long[0] ?? '');
  const isSameFirst = isLastAlone || short[0] === long[0] || isFirstBefore;
  const isLonger = isSameFirst && (last === short.at(-1) || alone.has(last));
  return isLonger === (keys === long);
}

/** Whether one of two names is that of a body that bears the other: "Ann Lee", "the Ann Lee Foundation". */
export function isBodyOf(
  one: readonly string[],
  other: readonly string[],
  isBody: (word: string) => boolean,
): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  const last = long.at(-1) ?? '';
  return last !== short.at(-1) && isBody(last);
}

/** "Pat Lee", "Patrick J. Lee". */
export function isShortened(
  [one = '', ...names]: readonly string[],
  [other = '', ...rest]: readonly string[],
  isShortFor: (one: string, other: string) => boolean,
): boolean {
  return names.at(-1) === rest.at(-1) && isShortFor(one, other);
}

/** Whether two names, neither short for the other, may be one's; `isPerson`: whether the first is a person's. */
export function isKin(
  one: readonly string[],
  other: readonly string[],
  isPerson: boolean,
): boolean {
  if (one.length === 1) return one[0] === other.at(-1) && isPerson;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  // "Otto Jespersen" may be the middle name of Jens Otto Harry Jespersen
  const mayBeMiddle = isPerson && short.length > 1;
  return long.length < 6 && (mayBeMiddle || short[0] === long[0]) && isPart(short, long);
}
