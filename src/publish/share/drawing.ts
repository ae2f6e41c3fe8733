/** What a picture for sharing is made of: lines of glyphs and rectangles. Lengths in pixels, from the top left. */
import type { Face, Glyph } from './faces.ts';

export type Ink = 'ink' | 'pale';

/** A line of text; `y` is its baseline. */
export interface Line {
  glyphs: readonly Glyph[];
  size: number;
  x: number;
  y: number;
  ink: Ink;
}

/** A rectangle in the colour of claims. */
export interface Rule {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Layout {
  lines: Line[];
  rules: Rule[];
}

export interface Faces {
  serif: Face;
  serifBold: Face;
  sans: Face;
  sansBold: Face;
}
