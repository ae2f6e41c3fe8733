/** Two wordings beside each other: what both have, and what only one has. */
import { diffArrays, type ArrayChange } from 'diff';
import type { Span } from './span.ts';
import { spanOf } from './spans.ts';

/** A stretch that both texts have, or a change: words only in the first text, words only in the second, or one for the other. */
export type Piece = { same: string } | { removed: string; added: string };

/** A word with the marks that touch it; a run of blanks; one letter of a script that sets no blanks between words. */
const TOKEN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]|\s+|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]+/gu;
const tokensOf = (text: string): string[] => text.match(TOKEN) ?? [];
const linesOf = (text: string): string[] => text.match(/[^\n]*\n+|[^\n]+$/g) ?? [];

/** Edits after which a comparison is given up, and the two stretches are shown one for the other: it always ends. */
const MOST_EDITS = 4000;

/** A word as it is compared. */
type Fold = (word: string) => string;
const asPrinted: Fold = (word) => word;

/**
 * The changes from the first text to the second: line by line, then word by word within the lines that differ.
 * `same` and `removed` joined are the first text, `same` and `added` the second. Where words are folded before they
 * are compared, `same` has them as the second text does.
 *
 * @param first the older wording
 * @param second the newer one
 * @param fold what counts as one word, such as `plainMarks`; words as they are printed where it is left out
 */
export function differences(first: string, second: string, fold = asPrinted): Piece[] {
  const pieces: Piece[] = [];
  for (const [before, after] of runs(linesOf(first), linesOf(second), fold)) {
    if (after === null) pieces.push({ same: before });
    else if (before === '' || after === '') pieces.push({ removed: before, added: after });
    else
      pieces.push(
        ...joined(
          runs(tokensOf(before), tokensOf(after), fold).map(([x, y]) =>
            y === null ? { same: x } : { removed: x, added: y },
          ),
        ),
      );
  }
  // What both have in a row is one piece.
  const joinedUp: Piece[] = [];
  for (const piece of pieces.flatMap((piece) => trimmed(piece, fold))) {
    const last = joinedUp.at(-1);
    if (last && 'same' in last && 'same' in piece)
      joinedUp[joinedUp.length - 1] = { same: last.same + piece.same };
    else joinedUp.push(piece);
  }
  return joinedUp;
}

/** Stretches of equal items as `[text, null]`, of others as `[in the first, in the second]`. */
function runs(first: string[], second: string[], fold: Fold): [string, string | null][] {
  const changes: ArrayChange<string>[] | undefined = diffArrays(first, second, {
    maxEditLength: MOST_EDITS,
    ...(fold === asPrinted ? {} : { comparator: (a: string, b: string) => fold(a) === fold(b) }),
  });
  if (!changes) return [[first.join(''), second.join('')]];
  const out: [string, string | null][] = [];
  for (const { value, added, removed } of changes) {
    const text = value.join('');
    const last = out.at(-1);
    if (!added && !removed) out.push([text, null]);
    else if (last && last[1] !== null) {
      if (added) last[1] += text;
      else last[0] += text;
    } else out.push(added ? ['', text] : [text, '']);
  }
  return out;
}

/** One or two words that both texts happen to have between longer changes are read as a part of the change. */
function joined(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = [];
  for (const [i, piece] of pieces.entries()) {
    const last = out.at(-1);
    const next = pieces[i + 1];
    if (
      'same' in piece &&
      last &&
      'removed' in last &&
      next &&
      'removed' in next &&
      isStray(piece.same, last, next)
    ) {
      last.removed += piece.same;
      last.added += piece.same;
    } else if ('removed' in piece && last && 'removed' in last) {
      last.removed += piece.removed;
      last.added += piece.added;
    } else out.push({ ...piece });
  }
  return out;
}

function isStray(same: string, ...changes: { removed: string; added: string }[]): boolean {
  const words = same.trim();
  if (words === '') return true;
  return (
    words.split(/\s+/).length <= 2 &&
    changes.every(
      ({ removed, added }) => words.length <= Math.max(removed.trim().length, added.trim().length),
    )
  );
}

/** Words that both sides of a change begin or end with are no part of it. */
function trimmed(piece: Piece, fold: Fold): Piece[] {
  if ('same' in piece) return [piece];
  const [first, second] = [tokensOf(piece.removed), tokensOf(piece.added)];
  const shorter = Math.min(first.length, second.length);
  const isSame = (at: number): boolean => fold(first.at(at) ?? '') === fold(second.at(at) ?? '');
  let head = 0;
  while (head < shorter && isSame(head)) head++;
  let tail = 0;
  while (tail < shorter - head && isSame(-1 - tail)) tail++;
  const cut = (list: string[]) => list.slice(head, list.length - tail).join('');
  return [
    ...(head > 0 ? [{ same: second.slice(0, head).join('') }] : []),
    { removed: cut(first), added: cut(second) },
    ...(tail > 0 ? [{ same: second.slice(second.length - tail).join('') }] : []),
  ];
}

/** The words a computed relation names in its reason, between quotation marks. */
export const namedWords = (why: string): string[] =>
  [...why.matchAll(/[“"'‘]([^“”"'’‘]+)[”"'’]/g)].flatMap(([, words]) => words ?? []);

const LETTER_BEFORE = /[\p{L}\p{N}]$/u;
const LETTER_AFTER = /^[\p{L}\p{N}]/u;

/** Where a text has a word, and no longer one that holds it; `small` and `word` are in small letters. */
function placesOf(small: string, text: string, word: string): Span[] {
  if (word === '') return [];
  const places: Span[] = [];
  for (let at = small.indexOf(word); at >= 0; at = small.indexOf(word, at + 1)) {
    const end = at + word.length;
    // A letter beyond the Basic Multilingual Plane is two units long.
    const isWhole =
      !LETTER_BEFORE.test(text.slice(Math.max(0, at - 2), at)) &&
      !LETTER_AFTER.test(text.slice(end, end + 2));
    if (isWhole) places.push(spanOf(at, end));
  }
  return places;
}

/** In small letters, each where it stood: a letter that becomes two, as `İ` does, stays as it is. */
const inSmallLetters = (text: string): string => {
  const small = text.toLowerCase();
  if (small.length === text.length) return small;
  return Array.from(text, (sign) => {
    const one = sign.toLowerCase();
    return one.length === sign.length ? one : sign;
  }).join('');
};

/** Cuts a text where it has any of the words, so that they can be set apart. */
export function withWords(
  text: string,
  words: readonly string[],
): { text: string; hit: boolean }[] {
  const small = inSmallLetters(text);
  const found = words.flatMap((word) => placesOf(small, text, inSmallLetters(word)));
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const pieces: { text: string; hit: boolean }[] = [];
  let at = 0;
  for (const { start, end } of found) {
    if (start < at) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), hit: false });
    pieces.push({ text: text.slice(start, end), hit: true });
    at = end;
  }
  if (at < text.length || at === 0) pieces.push({ text: text.slice(at), hit: false });
  return pieces;
}
