/** Glyphs broken into lines by their measured widths. */
import type { Glyph } from './faces.ts';

/** After a space, and after a dash or stroke between letters; a no-break space holds together. */
const BREAKS = / +|(?<=[\p{L}\p{N}])[-‐–—/](?=\p{L})/gu;

/** Where in a text a line may begin. */
const startsOf = (text: string): Set<number> =>
  new Set(Array.from(text.matchAll(BREAKS), ({ index, 0: sign }) => index + sign.length));

/**
 * The lines of a text, at most `room` ems wide. What ends with a space may have it stand out. A word that is wider
 * than a line goes on in the next one.
 */
export function linesOf(text: string, glyphs: readonly Glyph[], room: number): Glyph[][] {
  const starts = startsOf(text);
  const lines: Glyph[][] = [];
  let [from, line, begin] = [0, 0, 0];
  for (let i = 0; i < glyphs.length; i++) {
    const glyph = glyphs[i];
    if (!glyph) break;
    if (i > from && starts.has(glyph.at)) begin = i;
    if (line + glyph.advance > room && i > from && text[glyph.at] !== ' ') {
      const next = begin > from ? begin : i;
      lines.push(glyphs.slice(from, next));
      from = next;
      line = 0;
      i = next - 1;
      continue;
    }
    line += glyph.advance;
  }
  if (from < glyphs.length) lines.push(glyphs.slice(from));
  return lines;
}

/** Width of a line in ems. */
export const widthOf = (line: readonly Glyph[]): number =>
  line.reduce((width, { advance }) => width + advance, 0);
