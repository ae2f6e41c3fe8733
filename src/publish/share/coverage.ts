/** Which signs a font has, read from its own character map, so that no picture shows boxes for letters. */
import { tableOf } from './sfnt.ts';

/** Code points that a WOFF or OpenType file has a glyph for (character maps of formats 4 and 12). */
export function coverageOf(file: Uint8Array): Set<number> {
  const covered = new Set<number>();
  const cmap = tableOf(file, 'cmap');
  if (!cmap) return covered;
  for (let i = 0; i < cmap.getUint16(2); i++) {
    const platform = cmap.getUint16(4 + i * 8);
    if (platform !== 0 && platform !== 3) continue; // Unicode, and Windows
    const at = cmap.getUint32(4 + i * 8 + 4);
    const format = cmap.getUint16(at);
    if (format === 4) addSegments(cmap, at, covered);
    if (format === 12) addGroups(cmap, at, covered);
  }
  return covered;
}

function addSegments(cmap: DataView, at: number, covered: Set<number>): void {
  const segments = cmap.getUint16(at + 6) / 2;
  const ends = at + 14;
  const starts = ends + segments * 2 + 2;
  const deltas = starts + segments * 2;
  const ranges = deltas + segments * 2;
  for (let s = 0; s < segments; s++) {
    const start = cmap.getUint16(starts + s * 2);
    const end = cmap.getUint16(ends + s * 2);
    const delta = cmap.getUint16(deltas + s * 2);
    const range = cmap.getUint16(ranges + s * 2);
    for (let code = start; code <= end && code !== 0xffff; code++) {
      const glyph =
        range === 0
          ? (code + delta) & 0xffff
          : cmap.getUint16(ranges + s * 2 + range + (code - start) * 2);
      if (glyph !== 0) covered.add(code);
    }
  }
}

function addGroups(cmap: DataView, at: number, covered: Set<number>): void {
  for (let g = 0; g < cmap.getUint32(at + 12); g++) {
    const group = at + 16 + g * 12;
    const [start, end] = [cmap.getUint32(group), cmap.getUint32(group + 4)];
    const glyph = cmap.getUint32(group + 8);
    for (let code = start; code <= end; code++) if (glyph + code - start !== 0) covered.add(code);
  }
}

/**
 * Scripts that are written from the right or whose letters change with their neighbours: the
 * drawing sets one glyph after another from the left, so that a face with these letters would not do.
 */
const SHAPED =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Mongolian}]/u;

/**
 * Whether every sign of a text can be drawn with fonts that have `covered` together; signs in two parts, a letter
 * and its accent, count as the one that they make up.
 */
export function canDraw(text: string, covered: ReadonlySet<number>): boolean {
  const signs = text.normalize('NFC');
  for (let i = 0; i < signs.length; i++) {
    const code = signs.codePointAt(i) ?? 0;
    if (code > 0xffff) i++;
    if (!covered.has(code) && code !== 0x20 && code !== 0x0a && code !== 0x09) return false;
  }
  return !/[^\0-\u02ff]/.test(signs) || !SHAPED.test(signs);
}
