/** A picture for sharing as PNG. The same picture and fonts give the same bytes. */
import { Resvg } from '@resvg/resvg-js';
import satori, { type Font } from 'satori';
import { HEIGHT, WIDTH, WORDS, type Picture } from './picture.ts';

/** Parts in which the faces come, the first one first: satori keeps one font a name, so each has its own. */
export const SUBSETS = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'vietnamese'];
/** Name of the part of a face. */
export const fontName = (face: 'Serif' | 'Sans', subset: string): string => `${face} ${subset}`;
const family = (face: 'Serif' | 'Sans') =>
  SUBSETS.map((subset) => fontName(face, subset)).join(', ');
const SERIF = family('Serif');
const SANS = family('Sans');

const INK = '#1a1d1c';
const INK_2 = '#454c49';
const PAPER = '#fcfcfa';
const CLAIM = '#3d8792';

interface Node {
  type: string;
  props: { style: Record<string, string | number>; children?: Node | string | (Node | string)[] };
}
const box = (
  style: Record<string, string | number>,
  children?: Node['props']['children'],
): Node => ({
  type: 'div',
  props: { style: { display: 'flex', ...style }, ...(children === undefined ? {} : { children }) },
});

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
function ruleOf(type: Picture['type']): Node {
  const line = lineOf(type);
  if (!line) return box({});
  const height = WORDS.height - 16;
  const dashes = Array.from({ length: Math.ceil(height / (line.dash + line.gap)) }, () =>
    box({
      width: 5,
      height: line.dash,
      marginBottom: line.gap,
      flexShrink: 0,
      backgroundColor: CLAIM,
    }),
  );
  return box(
    {
      position: 'absolute',
      left: WORDS.left - 36,
      top: WORDS.top + 8,
      width: 5,
      height,
      flexDirection: 'column',
      overflow: 'hidden',
    },
    dashes,
  );
}

/** The layout as a tree. */
function tree(picture: Picture): Node {
  const rule = ruleOf(picture.type);
  return box(
    {
      width: WIDTH,
      height: HEIGHT,
      backgroundColor: PAPER,
      color: INK,
      position: 'relative',
      fontFamily: SANS,
    },
    [
      rule,
      box(
        {
          position: 'absolute',
          left: WORDS.left,
          top: WORDS.top,
          width: WORDS.width,
          height: WORDS.height,
          alignItems: 'center',
        },
        picture.words === null
          ? box(
              { fontFamily: SERIF, fontSize: 44, color: INK_2, lineHeight: 1.32 },
              'The words are too long for a picture; they stand in full at the address below.',
            )
          : box(
              { fontFamily: SERIF, fontSize: picture.size, lineHeight: 1.32, display: 'block' },
              picture.words,
            ),
      ),
      box(
        {
          position: 'absolute',
          left: WORDS.left,
          top: 446,
          width: WORDS.width,
          flexDirection: 'column',
        },
        [
          box(
            { fontSize: picture.by.length > 90 ? 24 : 31, fontWeight: 600, lineHeight: 1.25 },
            picture.by,
          ),
          box(
            {
              fontSize: picture.where.length > 90 ? 22 : 26,
              color: INK_2,
              lineHeight: 1.3,
              marginTop: 4,
            },
            picture.where,
          ),
        ],
      ),
      box(
        {
          position: 'absolute',
          left: WORDS.left,
          top: 560,
          width: WORDS.width,
          justifyContent: 'space-between',
          alignItems: 'baseline',
          fontSize: 23,
          color: INK_2,
        },
        [
          box(
            {
              fontFamily: SERIF,
              fontWeight: 600,
              fontSize: 27,
              color: INK,
              borderBottom: `2px solid ${CLAIM}`,
            },
            picture.site,
          ),
          box({}, picture.address),
        ],
      ),
    ],
  );
}

/** `text` keeps letters as text in the drawing, so that a test can read where they stand. */
export const drawing = (picture: Picture, fonts: Font[], text = false): Promise<string> =>
  // satori takes React's elements or trees of the same form.
  satori(tree(picture), {
    width: WIDTH,
    height: HEIGHT,
    fonts,
    embedFont: !text,
  });

export async function png(picture: Picture, fonts: Font[]): Promise<Uint8Array<ArrayBuffer>> {
  const svg = await drawing(picture, fonts);
  return new Uint8Array(new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng());
}
