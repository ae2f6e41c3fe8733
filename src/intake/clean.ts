/** From a source to its reading text, with a way back to the source for every character. */
import { countBefore } from '../text/bisect.ts';
import { at, first, last } from '../text/certain.ts';
import { UNSEEN } from '../text/unseen.ts';
import { isBroken, LABEL, lastOfBlocks, type BrokenLine } from './broken-lines.ts';
import { undo } from './formats/undo.ts';
import type { Part, Span } from '../model/records.ts';
import type { RawSource } from './read.ts';
import {
  breaksIn,
  ENDS_SENTENCE,
  hadRoom,
  isWithinQuotation,
  LEAST_WRAPPED,
  LINE_BREAK,
  NEARLY,
  wrappedAt,
  type LineBreak,
} from './wrapping.ts';
import type { RawBlock, RawInline } from './formats/format.ts';

/** A line or paragraph of the reading text, before it is known what it is. Offsets in `CleanText.text`. */
export interface CleanBlock extends Span {
  kind: RawBlock['kind'];
  inlines: RawInline[];
  source: Span;
  /** Set in bold, or in italics, throughout. */
  bold: boolean;
  italic: boolean;
  /** What the format knows of it: the part it plays, and why it is no part of the article. */
  role?: RawBlock['role'];
  aside?: RawBlock['aside'];
}

/**
 * The reading text with a way back to the source. Markup is gone, white space is one blank,
 * blocks are parted by a blank line; every character knows where it stands in the source.
 */
export interface CleanText {
  text: string;
  blocks: CleanBlock[];
  /** For each character of the text where it begins in the source. */
  begins: Int32Array;
  /**
   * The source's own words for a stretch of the reading text. More than one part where the
   * stretch crosses a page break that cut a paragraph in two.
   */
  toSource(span: Span): Part[];
  /** Where a stretch of the source stands in the reading text; null if nothing of it is read. */
  toReading(source: Span): Span | null;
}

const BETWEEN_BLOCKS = '\n\n';
const INVISIBLE = new RegExp(`[${UNSEEN}]`);

/** Cleans a source. Nothing visible is lost: only markup and surplus white space go. */
export function clean(raw: RawSource, from = 0): CleanText {
  const lines = mendBrokenParagraphs(withoutBlank(splitLines(blocksOf(raw, from)).map(collapse)));

  let text = '';
  // whole archives are held in memory: two compact lists a text, not two lists of numbers
  const size = lines.reduce((sum, { chars }) => sum + chars.length + BETWEEN_BLOCKS.length, 0);
  const begins = new Int32Array(Math.max(0, size - BETWEEN_BLOCKS.length));
  const stops = new Int32Array(begins.length);
  const cuts: number[] = []; // reading offsets of blanks that stand for a page break
  const blocks: CleanBlock[] = [];
  for (const line of lines) {
    if (blocks.length > 0) {
      const gap = text.length;
      text += BETWEEN_BLOCKS;
      begins.fill(at(stops, gap - 1), gap, text.length);
      stops.fill(first(line.starts), gap, text.length);
    }
    const start = text.length;
    text += line.chars;
    begins.set(line.starts, start);
    stops.set(line.ends, start);
    for (const at of line.cuts) cuts.push(start + at);
    const inlines = line.inlines.map((inline) => ({
      ...inline,
      start: start + inline.start,
      end: start + inline.end,
    }));
    blocks.push({
      kind: line.kind,
      start,
      end: text.length,
      inlines,
      source: { start: first(line.starts), end: last(line.ends) },
      bold: isSet(inlines, 'strong', start, text.length),
      italic: isSet(inlines, 'emphasis', start, text.length),
      ...known(line),
    });
  }

  const part = (start: number, end: number): Part => {
    const [from, to] = [at(begins, start), at(stops, end - 1)];
    return { start: from, end: to, exact: raw.text.slice(from, to), reading: { start, end } };
  };
  return {
    text,
    blocks,
    begins,
    toSource({ start, end }) {
      const parts: Part[] = [];
      let begin = start;
      for (let i = countBefore(cuts.length, (k) => at(cuts, k) <= start); i < cuts.length; i++) {
        const cut = at(cuts, i);
        if (cut >= end) break;
        if (cut <= begin) continue;
        parts.push(part(begin, cut));
        begin = cut + 1;
      }
      parts.push(part(begin, end));
      return parts;
    },
    toReading({ start, end }) {
      const from = firstAtLeast(begins, start);
      const to = firstAtLeast(begins, end);
      return from < to ? { start: from, end: to } : null;
    },
  };
}

/** Whether one mark of emphasis reaches from the first to the last character of a block. */
const isSet = (
  inlines: readonly RawInline[],
  kind: RawInline['mark'],
  from: number,
  to: number,
): boolean => inlines.some(({ mark, start, end }) => mark === kind && start <= from && end >= to);

const known = ({ role, aside }: RawBlock): Pick<CleanBlock, 'role' | 'aside'> => ({
  ...(role && { role }),
  ...(aside && { aside }),
});

/** The blocks of a source, with their places in it as it was captured. */
function blocksOf({ format, text, path, undone }: RawSource, from: number): RawBlock[] {
  if (undone.length === 0) return format.read(text, from, path);
  const body = undo(text.slice(from), undone);
  return format.read(body.text, 0, path).map((block) => ({
    ...block,
    starts: block.starts.map((at) => from + (body.starts[at] ?? 0)),
    ends: block.ends.map((at) => from + (body.ends[at - 1] ?? 0)),
  }));
}

/** Index of the first value of an ascending list that is not below `least`. */
function firstAtLeast(values: Int32Array, least: number): number {
  return countBefore(values.length, (k) => at(values, k) < least);
}

interface Line extends RawBlock, BrokenLine {
  /** Offsets in `chars` of blanks that stand for a page break. */
  cuts: number[];
}

/** The lines that have words; each is told whether a blank one stands above it. */
function withoutBlank(lines: readonly Line[]): Line[] {
  return lines.flatMap((line, i) =>
    line.chars === '' ? [] : [lines[i - 1]?.chars === '' ? { ...line, isBelowBlank: true } : line],
  );
}

/** One line a block; where the source breaks its lines at a fixed width, one paragraph or one turn of an interview. */
function splitLines(blocks: readonly RawBlock[]): RawBlock[] {
  const width = wrappedAt(blocks);
  const isTurn = width === null ? null : turnsIn(blocks);
  return blocks.flatMap((block, number) => {
    if (block.kind === 'code' || !/[\r\n\u2028]/.test(block.chars)) return [block];
    const breaks = breaksIn(block.chars);
    const isApart = width !== null && number < MOST_HEADS && areApart(block.chars, breaks, width);
    const opening = isTurn ? breaks.findIndex(({ next }) => isTurn(block.chars, next)) : -1;
    const lines: RawBlock[] = [];
    let start = 0;
    let line = 0;
    for (const [k, { end, next }] of breaks.entries()) {
      const isHead = k <= opening && end - line < Math.max(LEAST_WRAPPED, (width ?? 0) - NEARLY);
      const isEnd =
        isHead ||
        isApart ||
        isTurn?.(block.chars, next) === true ||
        (width === null
          ? !isWithinQuotation(block.chars, { start, end, next })
          : endsParagraph(block.chars, { start: line, end, next }, width));
      line = next;
      if (!isEnd) continue;
      lines.push(sliceBlock(block, start, end));
      start = next;
    }
    lines.push(sliceBlock(block, start, block.chars.length));
    return lines;
  });
}

/** Stretches at the top of a text among which its head is. */
const MOST_HEADS = 3;
/** Room on a line that no breaking at a width leaves. */
const ROOM = 10;

/** Whether the lines of a stretch are lines of their own, such as title, paper and author: none of them is full. */
const areApart = (chars: string, breaks: ReturnType<typeof breaksIn>, width: number): boolean =>
  breaks.every(({ end, next }, k) =>
    hadRoom(chars, { start: breaks[k - 1]?.next ?? 0, end, next }, width - ROOM),
  );

/** Whether a line of a text broken at a width is the last of its paragraph: there was room, and a sentence ends there. */
function endsParagraph(chars: string, line: LineBreak, width: number): boolean {
  if (!hadRoom(chars, line, width)) return false;
  const words = chars.slice(line.start, line.end);
  return ENDS_SENTENCE.test(words) || words.trimEnd().length < 0.6 * width;
}

/** Characters of the longest label that is looked for. */
const LONGEST_LABEL = 100;
/** So many lines that begin with labels which come again make an interview. */
const FEWEST_TURNS = 4;

/** Whether a turn begins at an offset of a block's characters; null where the text is no interview with labels. */
function turnsIn(blocks: readonly RawBlock[]): ((chars: string, offset: number) => boolean) | null {
  const labels = new Map<string, number>();
  for (const { chars, kind } of blocks) {
    if (kind === 'code') continue;
    for (const line of chars.split(LINE_BREAK)) {
      const label = LABEL.exec(line.slice(0, LONGEST_LABEL))?.[1];
      if (label !== undefined) labels.set(label, (labels.get(label) ?? 0) + 1);
    }
  }
  const again = [...labels.values()].filter((count) => count > 1);
  if (again.reduce((sum, count) => sum + count, 0) < FEWEST_TURNS) return null;
  return (chars, offset) => {
    const label = LABEL.exec(chars.slice(offset, offset + LONGEST_LABEL))?.[1];
    return label !== undefined && (labels.get(label) ?? 0) > 1;
  };
}

function sliceBlock(block: RawBlock, start: number, end: number): RawBlock {
  return {
    ...block,
    chars: block.chars.slice(start, end),
    starts: block.starts.slice(start, end),
    ends: block.ends.slice(start, end),
    inlines: clip(block.inlines, start, end),
  };
}

const clip = (inlines: readonly RawInline[], start: number, end: number): RawInline[] =>
  inlines
    .filter((inline) => inline.start < end && inline.end > start)
    .map((inline) => ({
      ...inline,
      start: Math.max(inline.start, start) - start,
      end: Math.min(inline.end, end) - start,
    }));

/** What `collapse` changes. */
const UNTIDY = new RegExp(`[^\\S ]|^ | $| {2}|[${UNSEEN}]`);
/**
 * Whether a character joins two letters, or keeps them apart, where their script or an emoji needs it: without it
 * Persian words are spelt otherwise, and a family is three people.
 */
const isJoining = (chars: string, i: number): boolean =>
  /[\u200C\u200D]/.test(chars.charAt(i)) &&
  chars.charCodeAt(i - 1) >= FIRST_JOINED &&
  chars.charCodeAt(i + 1) >= FIRST_JOINED;
/** Scripts before this one (Latin, Greek, Cyrillic, Armenian) need no such characters. */
const FIRST_JOINED = 0x590;

/** White space of any kind becomes one blank; what cannot be seen goes. */
function collapse(block: RawBlock): Line {
  if (!UNTIDY.test(block.chars)) {
    const inlines = block.inlines.filter(({ start, end }) => start < end);
    return { ...block, inlines: clip(inlines, 0, block.chars.length), cuts: [] };
  }
  const line: Line = { ...block, chars: '', starts: [], ends: [], inlines: [], cuts: [] };
  const place = new Array<number>(block.chars.length + 1);
  // Kept apart: to look at the end of a string that is being built copies all of it.
  let blank = false;
  for (let i = 0; i < block.chars.length; i++) {
    place[i] = line.chars.length;
    const char = block.chars.charAt(i);
    const isPlain = char > ' ' && char <= '~';
    if (!isPlain && INVISIBLE.test(char) && !isJoining(block.chars, i)) continue;
    if (!isPlain && /\s/.test(char)) {
      if (line.chars === '') continue;
      if (blank) {
        line.ends[line.ends.length - 1] = at(block.ends, i);
        continue;
      }
      blank = true;
      line.chars += ' ';
    } else {
      blank = false;
      line.chars += char;
    }
    line.starts.push(at(block.starts, i));
    line.ends.push(at(block.ends, i));
  }
  place[block.chars.length] = line.chars.length;
  if (line.chars.endsWith(' ')) {
    line.chars = line.chars.slice(0, -1);
    line.starts.pop();
    line.ends.pop();
  }
  line.inlines = block.inlines
    .map((inline) => ({
      ...inline,
      start: at(place, inline.start),
      end: Math.min(at(place, inline.end), line.chars.length),
    }))
    .filter((inline) => inline.start < inline.end);
  return line;
}

/** Joins a paragraph that a page break or a line break cut in two, in the middle of a sentence. */
function mendBrokenParagraphs(lines: readonly Line[]): Line[] {
  const mended: Line[] = [];
  let pieces: Line[] = [];
  let words = 0;
  const closing = lastOfBlocks(lines);
  for (const [i, line] of lines.entries()) {
    const before = pieces.at(-1);
    if (before && !isBroken(before, line, { words, last: at(closing, i) })) {
      mended.push(joinPieces(pieces));
      pieces = [];
      words = 0;
    }
    pieces.push(line);
    words += line.chars.split(' ').length;
  }
  if (pieces.length > 0) mended.push(joinPieces(pieces));
  return mended;
}

function joinPieces(pieces: readonly Line[]): Line {
  const whole = first(pieces);
  if (pieces.length === 1) return whole;
  const joined: Line = { ...whole, chars: '', starts: [], ends: [], inlines: [], cuts: [] };
  pieces.forEach((piece, i) => {
    if (i > 0) {
      if (piece.apart === undefined) joined.cuts.push(joined.chars.length);
      joined.starts.push(last(joined.ends));
      joined.ends.push(first(piece.starts));
      joined.chars += ' ';
    }
    const shift = joined.chars.length;
    joined.chars += piece.chars;
    for (const at of piece.starts) joined.starts.push(at);
    for (const at of piece.ends) joined.ends.push(at);
    for (const inline of piece.inlines)
      joined.inlines.push({ ...inline, start: inline.start + shift, end: inline.end + shift });
    for (const cut of piece.cuts) joined.cuts.push(cut + shift);
  });
  return joined;
}
