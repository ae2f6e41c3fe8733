/** The faces of the pictures for sharing: text into glyphs with their places, and glyphs into images. */
import { Blob, Buffer, BufferFlag, Direction, Face as FontFace, Font, shape } from 'harfbuzzjs';
import { coverageOf } from './coverage.ts';
import { SUBSETS, type Subset } from './fonts.ts';
import { edgesOf, imageOf, type Edges, type GlyphImage, type Grid } from './raster.ts';
import { sfntOf } from './sfnt.ts';

/** A glyph in a line of text; lengths in ems. */
export interface Glyph {
  part: Part;
  id: number;
  /** Where its sign begins in the text. */
  at: number;
  advance: number;
  dx: number;
  dy: number;
}

/** Places within a pixel at which glyphs are drawn, from left to right. */
export const SHIFTS = 4;

const buffer = new Buffer();

/** One font file, with its glyphs as far as they were drawn. */
class Part {
  readonly signs: ReadonlySet<number>;
  readonly #grid: Grid;
  readonly #font: Font;
  readonly #unitsPerEm: number;
  readonly #edges = new Map<number, Edges>();
  readonly #images = new Map<number, GlyphImage | null>();

  constructor(file: Uint8Array, grid: Grid) {
    this.#grid = grid;
    this.signs = coverageOf(file);
    const face = new FontFace(new Blob(sfntOf(file)));
    this.#font = new Font(face);
    this.#unitsPerEm = face.upem;
  }

  /** Glyphs of a stretch of text, kerned and with ligatures, in the order they stand. */
  shape(text: string, start: number, end: number): Glyph[] {
    buffer.reset();
    buffer.addText(text, start, end - start);
    buffer.setFlags(BufferFlag.REMOVE_DEFAULT_IGNORABLES);
    buffer.setLanguage('en');
    buffer.guessSegmentProperties();
    buffer.setDirection(Direction.LTR);
    shape(this.#font, buffer);
    const places = buffer.getGlyphPositions();
    return buffer.getGlyphInfos().map(({ codepoint, cluster }, i) => ({
      part: this,
      id: codepoint,
      at: cluster,
      advance: (places[i]?.xAdvance ?? 0) / this.#unitsPerEm,
      dx: (places[i]?.xOffset ?? 0) / this.#unitsPerEm,
      dy: (places[i]?.yOffset ?? 0) / this.#unitsPerEm,
    }));
  }

  /** A glyph's image at a size in pixels, `shift` quarters of a pixel to the right; null where it has no ink. */
  image(glyph: number, size: number, shift: number): GlyphImage | null {
    const key = (glyph * 256 + size) * SHIFTS + shift;
    let image = this.#images.get(key);
    if (image === undefined) {
      let edges = this.#edges.get(glyph);
      if (!edges) this.#edges.set(glyph, (edges = edgesOf(this.#font.glyphToJson(glyph))));
      image = imageOf(edges, size / this.#unitsPerEm, shift / SHIFTS, this.#grid);
      this.#images.set(key, image);
    }
    return image;
  }
}

/** A face at one weight, with all its parts. */
export interface Face {
  /** The glyphs of a text, in the order they stand. Signs that no part has are left out. */
  set(text: string): Glyph[];
}

/** A face whose files are loaded as its texts need them; `grid`: what their images are made for. */
export function openFace(load: (subset: Subset) => Uint8Array, grid: Grid): Face {
  const parts: Part[] = [];
  const partAt = (i: number, subset: Subset): Part => (parts[i] ??= new Part(load(subset), grid));
  const partOf = (code: number): Part | null => {
    for (const [i, subset] of SUBSETS.entries()) {
      const part = partAt(i, subset);
      if (part.signs.has(code)) return part;
    }
    return null;
  };
  return {
    set(text) {
      const glyphs: Glyph[] = [];
      let run = null as Part | null;
      let start = 0;
      const finish = (end: number) => {
        if (run && end > start) glyphs.push(...run.shape(text, start, end));
        start = end;
      };
      for (let i = 0; i < text.length; i++) {
        const code = text.codePointAt(i) ?? 0;
        const part: Part | null = run?.signs.has(code) ? run : partOf(code);
        if (part !== run) {
          finish(i);
          run = part;
        }
        if (code > 0xffff) i++;
      }
      finish(text.length);
      return glyphs;
    },
  };
}
