/** Where everything stands in a picture for sharing: lines of glyphs and rules. Lengths in pixels, from the top left. */
import type { Faces, Ink, Layout, Line, Rule } from './drawing.ts';
import type { Face, Glyph } from './faces.ts';
import { linesOf, widthOf } from './lines.ts';
import { LANES, lanesOf } from './lanes.ts';
import { fitted, HEIGHT, isRoomFor, pitchOf, WORDS, type Picture } from './picture.ts';

const TOO_LONG = 'The words are too long for a picture; they stand in full at the address below.';
const TOO_LONG_SIZE = 44;
const { left: LEFT, width: ROOM } = WORDS;

const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[ \n\t]+/g, ' ')
    .trim();

/** A text that is broken into lines at one size after another, its glyphs set once. */
function setText(face: Face, words: string): (size: number) => Glyph[][] {
  const text = tidy(words);
  const glyphs = face.set(text);
  return (size) => linesOf(text, glyphs, ROOM / size);
}

/** Room between the words and lanes under them. */
const ABOVE_LANES = 20;

/** The words, in the middle of their place. */
function wordsOf(picture: Picture, { serif }: Faces): Line[] {
  const height = picture.along ? LANES.top - WORDS.top - ABOVE_LANES : WORDS.height;
  let { words, size } = fitted(picture.words);
  let lines = words === null ? [] : setText(serif, words)(size);
  if (!isRoomFor(lines.length, size, height)) {
    // Wider letters than estimated, such as capitals: measured then.
    const texts = new Map<string, (size: number) => Glyph[][]>();
    const measured = (some: string, at: number): Glyph[][] => {
      const text = texts.get(some) ?? setText(serif, some);
      texts.set(some, text);
      return text(at);
    };
    ({ words, size } = fitted(picture.words, (some, at) =>
      isRoomFor(measured(some, at).length, at, height),
    ));
    lines = words === null ? [] : measured(words, size);
  }
  if (words === null) {
    size = TOO_LONG_SIZE;
    lines = setText(serif, TOO_LONG)(size);
  }
  const pitch = pitchOf(size);
  const first = Math.round(WORDS.top + (height - lines.length * pitch) / 2 + size);
  const ink = words === null ? 'pale' : 'ink';
  return lines.map((glyphs, i) => ({ glyphs, size, x: LEFT, y: first + i * pitch, ink }));
}

/** Where the lines under the words begin and end. */
const BELOW = { top: 446, bottom: 562 };
/** Sizes of whose the words are and of where they stand, from the largest; both go down together. */
const BY_SIZES = [31, 24, 20, 17, 15];
const WHERE_SIZES = [26, 22, 19, 16, 14];
/** Texts longer than this begin one step smaller. */
const LONG = 90;

/** Whose the words are, and where they stand. */
function sourceOf(picture: Picture, { sans, sansBold }: Faces): Line[] {
  const by = setText(sansBold, picture.by);
  const where = setText(sans, picture.where);
  const first = (text: string) => (text.length > LONG ? 1 : 0);
  let lines: Line[] = [];
  for (const [step, smaller] of BY_SIZES.entries()) {
    const bySize = BY_SIZES[Math.max(step, first(picture.by))] ?? smaller;
    const whereSize = WHERE_SIZES[Math.max(step, first(picture.where))] ?? smaller;
    const byLines = by(bySize);
    const whereLines = where(whereSize);
    const then = BELOW.top + byLines.length * bySize * 1.25 + 4;
    const one = (glyphs: Glyph[], size: number, y: number, ink: Ink): Line => ({
      glyphs,
      size,
      x: LEFT,
      y: Math.round(y),
      ink,
    });
    lines = [
      ...byLines.map((glyphs, i) =>
        one(glyphs, bySize, BELOW.top + (i * 1.25 + 0.937) * bySize, 'ink'),
      ),
      ...whereLines.map((glyphs, i) =>
        one(glyphs, whereSize, then + (i * 1.3 + 0.962) * whereSize, 'pale'),
      ),
    ];
    if (then + whereLines.length * whereSize * 1.3 <= BELOW.bottom) break;
  }
  return lines;
}

/** The archive's name, underlined, and the address at the right; one above the other where they are long. */
function footOf(picture: Picture, { sans, serifBold }: Faces): Layout {
  const site = serifBold.set(tidy(picture.site));
  const address = sans.set(tidy(picture.address));
  const [siteWidth, addressWidth] = [widthOf(site), widthOf(address)];
  const place = (sizes: [number, number], x: number, y: [number, number]): Layout => ({
    lines: [
      { glyphs: site, size: sizes[0], x: LEFT, y: y[0], ink: 'ink' },
      { glyphs: address, size: sizes[1], x, y: y[1], ink: 'pale' },
    ],
    rules: [{ x: LEFT, y: y[0] + 9, width: Math.ceil(siteWidth * sizes[0]), height: 2 }],
  });
  for (const [siteSize, addressSize] of [
    [27, 23],
    [24, 20],
    [21, 18],
  ] as const) {
    const right = Math.ceil(addressWidth * addressSize);
    if (siteWidth * siteSize + 32 + right <= ROOM)
      return place([siteSize, addressSize], LEFT + ROOM - right, [588, 588]);
  }
  const largest = (width: number, size: number) =>
    Math.max(10, Math.min(size, Math.floor(ROOM / width)));
  return place([largest(siteWidth, 24), largest(addressWidth, 20)], LEFT, [578, 612]);
}

/** The line of a claim's type in the texts: solid, dashed or dotted, by the lengths of its dashes and gaps. */
function lineOf(type: Picture['type']): { dash: number; gap: number } | null {
  switch (type) {
    case null:
      return null;
    case 'indirect':
    case 'question':
      return { dash: 6, gap: 8 };
    case 'mixed':
      return { dash: 18, gap: 10 };
    case 'direct':
    case 'answer':
      return { dash: HEIGHT, gap: 0 };
  }
}

/** The rule at the side of a claim's words; nothing where the picture is of no claim. */
function sideOf(type: Picture['type']): Rule[] {
  const line = lineOf(type);
  if (!line) return [];
  const [top, bottom] = [WORDS.top + 8, WORDS.top + WORDS.height - 8];
  const step = line.dash + line.gap;
  return Array.from({ length: Math.ceil((bottom - top) / step) }, (_, i) => {
    const y = top + i * step;
    return { x: LEFT - 36, y, width: 5, height: Math.min(line.dash, bottom - y) };
  });
}

const NOTHING: Layout = { lines: [], rules: [] };

/** Everything in a picture. */
export function layOut(picture: Picture, faces: Faces): Layout {
  const foot = footOf(picture, faces);
  const along = picture.along ? lanesOf(picture.along, faces) : NOTHING;
  return {
    lines: [...wordsOf(picture, faces), ...along.lines, ...sourceOf(picture, faces), ...foot.lines],
    rules: [...sideOf(picture.type), ...along.rules, ...foot.rules],
  };
}
