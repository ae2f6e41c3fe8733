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

/** The layout as a tree; the rule at the side is the line of the claim's type in the texts. */
function tree(picture: Picture): Node {
  const line =
    picture.type === null
      ? 'none'
      : picture.type === 'indirect' || picture.type === 'question'
        ? 'dotted'
        : picture.type === 'mixed'
          ? 'dashed'
          : 'solid';
  const [dash, gap] = ({ solid: [HEIGHT, 0], dashed: [18, 10], dotted: [6, 8], none: [] } as const)[
    line
  ];
  const rule = dash
    ? box(
        {
          position: 'absolute',
          left: WORDS.left - 36,
          top: WORDS.top + 8,
          width: 5,
          height: WORDS.height - 16,
          flexDirection: 'column',
          overflow: 'hidden',
        },
        Array.from({ length: Math.ceil((WORDS.height - 16) / (dash + gap)) }, () =>
          box({
            width: 5,
            height: dash,
            marginBottom: gap,
            flexShrink: 0,
            backgroundColor: CLAIM,
          }),
        ),
      )
    : box({});
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
  satori(tree(picture) as unknown as Parameters<typeof satori>[0], {
    width: WIDTH,
    height: HEIGHT,
    fonts,
    embedFont: !text,
  });

export async function png(picture: Picture, fonts: Font[]): Promise<Uint8Array<ArrayBuffer>> {
  const svg = await drawing(picture, fonts);
  return new Uint8Array(new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng());
}
