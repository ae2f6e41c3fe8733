/** Stretches of a capture, and texts made ready to be compared. */
import type { Capture } from './site.ts';

export const sliceOf = (
  { text, points }: Capture,
  { start, end }: { start: number; end: number },
) => text.slice(points.utf16(start), points.utf16(end));

export function lineOf({ text, points }: Capture, start: number): number {
  const end = points.utf16(start);
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

export const spaced = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Without what Markdown adds or escapes. */
export const lettersOf = (text: string) =>
  text
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/[^\p{L}\p{N}]/gu, '');

export const numbersIn = (text: string) =>
  (text.match(/\d[\d,]*/g) ?? []).map((number) => Number(number.replaceAll(',', '')));
