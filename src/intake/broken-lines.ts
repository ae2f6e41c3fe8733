/** Whether a line of a source goes on with the next one, in the middle of a sentence. */
import type { RawBlock } from './formats/format.ts';
import { ENDS_SENTENCE } from './wrapping.ts';

export interface BrokenLine extends RawBlock {
  /** A blank line stands above it. */
  isBelowBlank?: boolean;
}

/** A label at the head of a line, as an interview prints it: `Q:`, `MARA OBI:`, `Dr. Obi:`. */
export const LABEL = /^[^\S\r\n]*((?:\p{Lu}[\p{L}\p{N}.’'-]*[^\S\r\n]?){1,4}):[^\S\r\n]/u;

/** Words of a line of plain text that is no heading and no name; and of one that a paragraph of a page begins with. */
const FEWEST_WORDS = 8;
const FEWEST_ON_PAGE = 7;
const SMALL = /^\p{Ll}[\p{L}’'-]*(?:[,;:]? |[.?!](?: |$))/u;
const GOES_ON = /[\p{L}\p{N},)\]]$/u;

/** Within a paragraph of a page: how lines begin and end that are parts of a sentence. */
const BEGINS_SMALL = /^["“‘'«([]*\p{Ll}[\p{Ll}’'-]*(?![\p{L}\p{N}]|\.\w)/u;
const BEGINS_LARGE = /^["“‘'«([$€£]*[\p{Lu}\p{N}]/u;
const OPENS = /^["“‘'«]/;
const BREAKS_OFF = /[,?!]["”’'»]+$|[;—–-]$/;
const ENDS_WITH_COMMA = /,["”’'»]*$/;
const ENDS_WITH_WORD = /[\p{L}\p{N}]$/u;

/** Where in a paragraph a line stands: how many words are above it, and how what a page sets as one block ends. */
export interface Place {
  words: number;
  last: string;
}

/** Whether `before`, the last line of a paragraph so far, goes on in `after`. */
export function isBroken(before: BrokenLine, after: BrokenLine, place: Place): boolean {
  if (before.kind !== 'paragraph' || after.kind !== 'paragraph') return false;
  if (before.apart !== after.apart) return false;
  if (before.apart !== undefined && !after.isBelowBlank && isBrokenWithin(before, after, place))
    return true;
  return (
    // within a paragraph of a page a line is broken by its author, whatever its length
    (place.words >= FEWEST_WORDS || before.apart !== undefined) &&
    GOES_ON.test(before.chars) &&
    SMALL.test(after.chars) &&
    !isSignature(after.chars) &&
    !isLettered(after.chars)
  );
}

/**
 * The same for a line break within a paragraph of a page: before a capital too, where so many words have no stop, a mark
 * stands first or a comma last, and the paragraph ends with a sentence. What is set in bold throughout is a heading.
 */
function isBrokenWithin(before: BrokenLine, { chars }: BrokenLine, { words, last }: Place) {
  if (isSignature(chars) || isLettered(chars)) return false;
  if (BEGINS_SMALL.test(chars)) return GOES_ON.test(before.chars) || BREAKS_OFF.test(before.chars);
  const isLong =
    (words >= FEWEST_ON_PAGE || OPENS.test(before.chars)) && ENDS_WITH_WORD.test(before.chars);
  return (
    (isLong || ENDS_WITH_COMMA.test(before.chars)) &&
    BEGINS_LARGE.test(chars) &&
    ENDS_SENTENCE.test(last) &&
    !LABEL.test(chars) &&
    !isSignature(before.chars) &&
    !isMarked(before)
  );
}

/** What each line ends with in the end: the last line of what a page sets as one block. */
export function lastOfBlocks(lines: readonly BrokenLine[]): string[] {
  const last: string[] = [];
  for (let i = lines.length - 1; i >= 0; i--) {
    const [line, below] = [lines[i], lines[i + 1]];
    const isOne = below?.apart === line?.apart && !below?.isBelowBlank;
    last[i] = (isOne ? last[i + 1] : undefined) ?? line?.chars ?? '';
  }
  return last;
}

const isMarked = ({ inlines, chars }: BrokenLine): boolean =>
  inlines.some(({ mark, start, end }) => mark !== 'link' && start === 0 && end >= chars.length);

/** `by Ada Lind June 5, 2024`, `By Ada Lind, of the Post`: a short line, with no stop, that signs what stands above it. */
const isSignature = (line: string): boolean =>
  line.length <= 100 && /^[Bb]y ?\p{Lu}/u.test(line) && !/[.!?,;]["”’)]*$/.test(line);

/** `b) the ferry`: an item of a list. */
const isLettered = (line: string): boolean => /^[a-z][.)] /.test(line);
