/** Texts whose lines are broken at a width: at which, and which lines are full. */
import type { RawBlock } from './formats/format.ts';

export const LINE_BREAK = /\r\n|[\r\n\u2028]/g;

/** Where the lines of a stretch end, and where the next ones begin. */
export const breaksIn = (chars: string): { end: number; next: number }[] =>
  [...chars.matchAll(LINE_BREAK)].map(({ index, 0: gap }) => ({
    end: index,
    next: index + gap.length,
  }));

/** Whether the next word would have found room on a line that is broken at a width. */
export function hadRoom(chars: string, { start, end, next }: LineBreak, width: number): boolean {
  const word = /^\s*(\S{0,200})/.exec(chars.slice(next, next + 240))?.[1] ?? '';
  return chars.slice(start, end).trimEnd().length + 1 + word.length <= width;
}
export interface LineBreak {
  /** Where its line begins. */
  start: number;
  end: number;
  next: number;
}

export const ENDS_SENTENCE = /[.!?…:]["”’'»)\]]*\s*$/;

/** Characters by which the lines of a wrapped text differ in width, and the least width of such a text. */
export const NEARLY = 20;
export const LEAST_WRAPPED = 60;
const NARROWEST = 30;
/** Share of lines that are not longer than the width. */
const USUAL = 0.8;

/**
 * The width at which a source breaks its lines, or null: no line is longer than 100, and nearly all end where the next
 * word had no room, or nearly so, or where a sentence ends.
 */
export function wrappedAt(blocks: readonly RawBlock[]): number | null {
  const widths: number[] = [];
  for (const { chars, kind } of blocks) {
    if (kind === 'code') continue;
    for (const line of chars.split(LINE_BREAK).slice(0, -1)) widths.push(line.trimEnd().length);
  }
  if (widths.length < 6) return null;
  const widest = widths.reduce((a, b) => Math.max(a, b));
  if (widest > 100 || mostEndSentences(blocks)) return null;
  const full = widths.filter((width) => width >= widest - NEARLY).length;
  // a few lines may be longer, by a word that was cut at their ends
  const usual = widths.sort((a, b) => a - b)[Math.floor(USUAL * widths.length)] ?? widest;
  if (full >= 0.75 * widths.length) return usual;
  return usual >= NARROWEST && isFilled(blocks, usual) ? usual : null;
}

/** Whether nearly every line is a paragraph of its own. */
function mostEndSentences(blocks: readonly RawBlock[]): boolean {
  const lines = blocks.flatMap(({ chars, kind }) =>
    kind === 'code' ? [] : chars.split(LINE_BREAK).filter((line) => line.trim() !== ''),
  );
  return lines.filter((line) => ENDS_SENTENCE.test(line)).length > 0.8 * lines.length;
}

/** Whether most lines end where the next word had no room, and nearly all others where a sentence ends. */
function isFilled(blocks: readonly RawBlock[], width: number): boolean {
  let all = 0;
  let full = 0;
  let ended = 0;
  for (const { chars, kind } of blocks) {
    if (kind === 'code') continue;
    let start = 0;
    for (const { end, next } of breaksIn(chars)) {
      all++;
      if (!hadRoom(chars, { start, end, next }, width)) full++;
      else if (ENDS_SENTENCE.test(chars.slice(start, end))) ended++;
      start = next;
    }
  }
  return full >= 0.55 * all && full + ended >= 0.85 * all;
}

/** Characters before and behind the end of a line among which the marks of a quotation are looked for. */
const LONGEST_QUOTATION = 2000;

/**
 * Whether the words of a quotation go on over the end of a line: it was opened since `start`, is closed farther on,
 * and a small letter goes on with it.
 */
export function isWithinQuotation(chars: string, { start, end, next }: LineBreak): boolean {
  const words = chars.slice(Math.max(start, end - LONGEST_QUOTATION), end);
  const rest = chars.slice(next, next + LONGEST_QUOTATION);
  if (!/^\s*\p{Ll}/u.test(rest)) return false;
  if (words.lastIndexOf('“') > words.lastIndexOf('”')) return /^[^“]*”/u.test(rest);
  return !/[“”]/.test(words) && words.split('"').length % 2 === 0 && rest.includes('"');
}
