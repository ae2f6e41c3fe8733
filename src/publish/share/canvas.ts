/** The sheet of a picture for sharing: sixteen colours, glyphs and rules set on it, a PNG taken from it. */
import { HEIGHT, WIDTH } from './picture.ts';
import { Adler, deflated, pngOf } from './png.ts';
import type { GlyphImage, Grid } from './raster.ts';
import type { Ink, Rule } from './drawing.ts';

/** Levels of ink: two inks of seven, the paper and the rules are sixteen colours. */
const MOST = 7;
/** What images of glyphs are made for. */
export const GRID: Grid = { most: MOST, stride: WIDTH };
const CLAIM = 1;
const FIRST: Record<Ink, number> = { ink: 2, pale: 2 + MOST };

const COLOURS = { paper: 0xfcfcfa, claim: 0x3d8792, ink: 0x1a1d1c, pale: 0x454c49 };

/** A colour's three parts, on the paper with so much of it. */
const shade = (colour: number, share: number): number[] =>
  [16, 8, 0].map((shift) => {
    const [paper, own] = [(COLOURS.paper >> shift) & 255, (colour >> shift) & 255];
    return Math.round(paper + (own - paper) * share);
  });
const ramp = (colour: number): number[] =>
  Array.from({ length: MOST }, (_, i) => shade(colour, (i + 1) / MOST)).flat();

const PALETTE = Uint8Array.from([
  ...shade(COLOURS.paper, 1),
  ...shade(COLOURS.claim, 1),
  ...ramp(COLOURS.ink),
  ...ramp(COLOURS.pale),
]);

/** Bytes of a row in a PNG: its filter, none, and two pixels a byte. */
const ROW = 1 + WIDTH / 2;
/** Fewer rows without glyphs than this, as between two lines, are packed together with those around them. */
const GAP = 12;

/** One sheet that picture after picture is drawn on. */
export class Canvas {
  readonly #pixels = new Uint8Array(WIDTH * HEIGHT);
  /** The same, four pixels at once. */
  readonly #fours = new Uint32Array(this.#pixels.buffer);
  readonly #packed = new Uint8Array(ROW * HEIGHT);
  /** Rows with something on them: 1 with rules alone, 2 with glyphs. */
  readonly #inked = new Uint8Array(HEIGHT);
  #rules = '';
  /** Rows without glyphs, deflated, by which they are and what rules the picture has. */
  readonly #plain = new Map<string, Uint8Array>();

  /** Fills a rectangle, which lies within the sheet. */
  rule({ x, y, width, height }: Rule): void {
    for (let row = y; row < y + height; row++) {
      this.#pixels.fill(CLAIM, row * WIDTH + x, row * WIDTH + x + width);
      this.#inked[row] = Math.max(1, this.#inked[row] ?? 0);
    }
    this.#rules += `${x} ${y} ${width} ${height};`;
  }

  /** Sets a glyph with its pen at a pixel; one that would not stand on the sheet is left out. */
  glyph(image: GlyphImage, penX: number, penY: number, ink: Ink): void {
    const [x, y] = [penX + image.left, penY + image.top];
    const { width, height, places, levels } = image;
    if (x < 0 || y < 0 || x + width > WIDTH || y + height > HEIGHT) return;
    const pixels = this.#pixels;
    const before = FIRST[ink] - 1;
    const corner = y * WIDTH + x;
    for (let i = 0; i < places.length; i++) {
      const at = corner + (places[i] ?? 0);
      const level = levels[i] ?? 0;
      const there = pixels[at] ?? 0;
      // Two glyphs may touch: together they have as much ink as both.
      pixels[at] = there > before ? Math.min(there + level, before + MOST) : before + level;
    }
    this.#inked.fill(2, y, y + height);
  }

  /** The picture as a PNG; the sheet is blank again then. */
  take(): Uint8Array<ArrayBuffer> {
    const check = new Adler();
    for (let row = 0; row < HEIGHT; row++) {
      if (this.#inked[row] === 0) check.zeros(ROW);
      else this.#pack(row, check);
    }
    const png = pngOf({
      width: WIDTH,
      height: HEIGHT,
      palette: PALETTE,
      pieces: this.#pieces(),
      check: check.value,
    });
    for (let row = 0; row < HEIGHT; row++) {
      if (this.#inked[row] === 0) continue;
      this.#pixels.fill(0, row * WIDTH, (row + 1) * WIDTH);
      this.#packed.fill(0, row * ROW, (row + 1) * ROW);
    }
    this.#inked.fill(0);
    this.#rules = '';
    return png;
  }

  /** Packs two pixels a byte, and leaves the zeros between them as they are. */
  #pack(row: number, check: Adler): void {
    const [pixels, packed, fours] = [this.#pixels, this.#packed, this.#fours];
    let zeros = 1;
    let at = row * ROW + 1;
    for (let four = (row * WIDTH) / 4; four < ((row + 1) * WIDTH) / 4; four++, at += 2) {
      if (fours[four] === 0) {
        zeros += 2;
        continue;
      }
      if (zeros > 0) check.zeros(zeros);
      zeros = 0;
      const x = four * 4;
      const one = ((pixels[x] ?? 0) << 4) | (pixels[x + 1] ?? 0);
      const other = ((pixels[x + 2] ?? 0) << 4) | (pixels[x + 3] ?? 0);
      packed[at] = one;
      packed[at + 1] = other;
      check.pair(one, other);
    }
    check.zeros(zeros);
  }

  /** All rows deflated; what has no glyphs looks alike in many pictures, and is deflated once. */
  #pieces(): Uint8Array[] {
    const pieces: Uint8Array[] = [];
    const rows = (from: number, to: number) => this.#packed.subarray(from * ROW, to * ROW);
    let from = 0;
    while (from < HEIGHT) {
      const glyphs = this.#glyphsFrom(from);
      if (glyphs.start > from) {
        const key = `${from} ${glyphs.start} ${this.#rules}`;
        const known = this.#plain.get(key) ?? deflated(rows(from, glyphs.start));
        this.#plain.set(key, known);
        pieces.push(known);
      }
      if (glyphs.end > glyphs.start) pieces.push(deflated(rows(glyphs.start, glyphs.end)));
      from = glyphs.end;
    }
    return pieces;
  }

  /** The next stretch of rows with glyphs; empty at the end where there is none. */
  #glyphsFrom(from: number): { start: number; end: number } {
    const start = this.#inked.indexOf(2, from);
    if (start === -1) return { start: HEIGHT, end: HEIGHT };
    let end = start + 1;
    for (let row = end; row < Math.min(HEIGHT, end + GAP); row++)
      if (this.#inked[row] === 2) end = row + 1;
    return { start, end };
  }
}
