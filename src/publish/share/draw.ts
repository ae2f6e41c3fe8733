/** A picture for sharing as PNG. The same picture and fonts give the same bytes. */
import { Canvas, GRID } from './canvas.ts';
import { openFace, SHIFTS } from './faces.ts';
import type { FaceName, LoadFont, Weight } from './fonts.ts';
import type { Faces, Line } from './drawing.ts';
import { layOut } from './layout.ts';
import type { Picture } from './picture.ts';

/** The faces of the pictures. Their files are loaded when a text first needs them. */
export function openFaces(load: LoadFont): Faces {
  const face = (name: FaceName, weight: Weight) =>
    openFace((subset) => load(name, weight, subset), GRID);
  return {
    serif: face('Serif', 400),
    serifBold: face('Serif', 600),
    sans: face('Sans', 400),
    sansBold: face('Sans', 600),
  };
}

function drawLine(canvas: Canvas, { glyphs, size, x, y, ink }: Line): void {
  let pen = x;
  for (const { part, id, advance, dx, dy } of glyphs) {
    const at = Math.round((pen + dx * size) * SHIFTS);
    const pixel = Math.floor(at / SHIFTS);
    const image = part.image(id, size, at - pixel * SHIFTS);
    if (image) canvas.glyph(image, pixel, y - Math.round(dy * size), ink);
    pen += advance * size;
  }
}

/** Draws one picture after another; what it has drawn of letters is kept for the next. */
export function openStudio(load: LoadFont): (picture: Picture) => Uint8Array<ArrayBuffer> {
  const faces = openFaces(load);
  const canvas = new Canvas();
  return (picture) => {
    const { lines, rules } = layOut(picture, faces);
    for (const rule of rules) canvas.rule(rule);
    for (const line of lines) drawLine(canvas, line);
    return canvas.take();
  };
}
