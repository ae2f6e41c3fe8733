/** The lanes of a picture: names at the left, what was said along time at the right, and the ends of the axis. */
import type { Face, Glyph } from './faces.ts';
import type { Faces, Layout, Line, Rule } from './drawing.ts';
import { widthOf } from './lines.ts';
import { WORDS, type AlongTime, type Lane } from './picture.ts';

/** Where the lanes stand, in pixels; the words have what is above. */
export const LANES = { top: 232, bottom: 424 };
const AXIS = { left: WORDS.left + 340, right: WORDS.left + WORDS.width };
const NAMES = AXIS.left - WORDS.left - 24;
const SIZE = 24;
const AXIS_SIZE = 18;
const WIDEST_LANE = 44;
/** A day, and the height of what is some day within an interval. */
const DAY = 14;
const INTERVAL = 6;

/** A name in one line, cut at a word where it is too long. */
function nameOf(name: string, face: Face): Glyph[] {
  const words = name.normalize('NFC').split(/\s+/);
  for (let n = words.length; n > 1; n--) {
    const glyphs = face.set(n < words.length ? `${words.slice(0, n).join(' ')} …` : name);
    if (widthOf(glyphs) * SIZE <= NAMES) return glyphs;
  }
  const glyphs = face.set(words[0] ?? '');
  while (widthOf(glyphs) * SIZE > NAMES) glyphs.pop();
  return glyphs;
}

const across = (percent: number): number =>
  Math.round(AXIS.left + ((AXIS.right - AXIS.left) * percent) / 100);

/** A square for a day, a low bar for an interval, around the middle of the lane. */
const marksOf = ({ marks }: Lane, middle: number): Rule[] =>
  marks.map(({ x, width }) => {
    const isDay = width === 0;
    const [from, to] = [across(x), across(x + width)];
    const [long, high] = isDay ? [DAY, DAY] : [Math.max(DAY, to - from), INTERVAL];
    return {
      x: Math.min(isDay ? from - DAY / 2 : from, AXIS.right - long),
      y: Math.round(middle - high / 2),
      width: long,
      height: high,
    };
  });

export function lanesOf({ from, to, lanes }: AlongTime, { sans }: Faces): Layout {
  const floor = LANES.bottom - AXIS_SIZE - 8;
  const pitch = Math.min(WIDEST_LANE, (floor - LANES.top) / lanes.length);
  const line = (glyphs: Glyph[], x: number, y: number, size: number): Line => ({
    glyphs,
    size,
    x,
    y: Math.round(y),
    ink: size === SIZE ? 'ink' : 'pale',
  });
  const end = sans.set(to);
  const top = floor - pitch * lanes.length;
  const middleOf = (i: number) => top + pitch * (i + 0.5);
  return {
    lines: [
      ...lanes.map(({ name }, i) =>
        line(nameOf(name, sans), WORDS.left, middleOf(i) + SIZE / 3, SIZE),
      ),
      line(sans.set(from), AXIS.left, LANES.bottom, AXIS_SIZE),
      line(end, AXIS.right - Math.ceil(widthOf(end) * AXIS_SIZE), LANES.bottom, AXIS_SIZE),
    ],
    rules: [
      { x: AXIS.left, y: floor, width: AXIS.right - AXIS.left, height: 1 },
      ...lanes.flatMap((lane, i) => marksOf(lane, middleOf(i))),
    ],
  };
}
