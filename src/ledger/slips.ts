/** Which other letters in a word are a slip of the pen, and which may make another word, name, sex or number of it. */
import { hasSameLetters, isSlip, type Indexed } from './indexed.ts';
import { normal, wordsOf } from './normal.ts';

/** Whether two names or descriptions are the same, word by word. */
export function isSameName(one: string, two: string, after: Indexed): boolean {
  const [was, is] = [one, two].map((name) => wordsOf(normal(name).text).map(({ word }) => word));
  return (
    was?.length === is?.length &&
    was?.every((word, i) => isSameWord(word, is?.[i] ?? '', after)) === true
  );
}

/**
 * Whether one word is the other but for letter case, accents, its way of spelling, or a plain slip. Another letter
 * in a name is none of these: `Alia` may be another person than `Ali`.
 */
export function isSameWord(one: string, two: string, after: Indexed): boolean {
  if (hasSameLetters(one, two)) return !isOtherByCase(one, two, after);
  if ([one, two].some((word) => /^\p{Lu}/u.test(word))) return false;
  const { frames } = after;
  return (
    frames.oneSpelling(one.toLowerCase()) === frames.oneSpelling(two.toLowerCase()) ||
    isPlainSlip(one, two, after)
  );
}

/**
 * Whether letter case makes another word of one: `who` is not the `WHO`, nor `Us` the `US`, nor `polish` `Polish`. What
 * headings and scripts print in capitals, `MAYOR` for `Mayor`, is no other word.
 */
function isOtherByCase(one: string, two: string, { frames }: Indexed): boolean {
  const isEither = (shape: RegExp) => shape.test(one) || shape.test(two);
  if (one === two) return false;
  if (isEither(/^\p{Lu}{2,}$/u))
    return isEither(/^\p{Ll}+$/u) || (one.length === 2 && frames.isKnownWord(one));
  return (
    isEither(/^\p{Ll}/u) && isEither(/^\p{Lu}/u) && frames.isOtherWithCapital(one.toLowerCase())
  );
}

/**
 * Whether one of two words is a word of the language and the other, being none, can only be meant for it: the
 * letters differ between the first and the last, or the last one is doubled. What begins or ends otherwise may be
 * another word: `unelected`, `fiancée`.
 */
function isPlainSlip(one: string, two: string, { frames }: Indexed): boolean {
  if (frames.isKnownWord(one) === frames.isKnownWord(two)) return false;
  if (isTransposed(one, two)) return true;
  if (!isSlip(one, two)) return false;
  const [short, long] = one.length < two.length ? [one, two] : [two, one];
  if (long.startsWith(short))
    return long === short + short.slice(-1) && /[^aeiouy]$/.test(short.normalize('NFD'));
  return one.at(0) === two.at(0) && one.at(-1) === two.at(-1) && !long.endsWith(short);
}

/** Whether two neighbouring letters changed places: "teh". */
export function isTransposed(one: string, two: string): boolean {
  if (one.length !== two.length || one.length < 3 || /\p{N}/u.test(one)) return false;
  const at = [...one].findIndex((letter, i) => letter !== two[i]);
  return (
    at >= 0 &&
    one[at] === two[at + 1] &&
    one[at + 1] === two[at] &&
    one.slice(at + 2) === two.slice(at + 2)
  );
}
