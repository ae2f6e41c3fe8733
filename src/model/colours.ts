/** An archive's own accent: what it has to stand out from, and the shades made of it. Contrast as in WCAG 2.2. */

type Rgb = readonly [red: number, green: number, blue: number];
export type Scheme = 'light' | 'dark';
/** Colours as `#rrggbb`, one for each scheme. */
export type Accent = Readonly<Record<Scheme, string>>;

/** What accents stand on, as the style sheet has it: `--paper` and `--paper-2`. */
export const GROUNDS: Readonly<Record<Scheme, readonly [paper: string, second: string]>> = {
  light: ['#fcfcfa', '#f3f5f2'],
  dark: ['#141716', '#1c201f'],
};

/** The least contrast of text with what is behind it (WCAG 2.2, 1.4.3). */
export const LEAST_CONTRAST = 4.5;
/** The least contrast of lines (WCAG 2.2, 1.4.11). */
const LEAST_OF_LINES = 3;

const rgbOf = (colour: string): Rgb => {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
};

/** `share` of the first colour in the second one, each channel by itself. */
function mixed(colour: string, ground: string, share: number): string {
  const [over, under] = [rgbOf(colour), rgbOf(ground)];
  const channel = (i: 0 | 1 | 2) =>
    Math.round(over[i] * share + under[i] * (1 - share))
      .toString(16)
      .padStart(2, '0');
  return `#${channel(0)}${channel(1)}${channel(2)}`;
}

/** Relative luminance, 0 to 1 (WCAG 2.2, as corrected in 2021). */
function luminance(colour: string): number {
  const [red, green, blue] = rgbOf(colour).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two colours, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [
    number,
    number,
  ];
  return (lighter + 0.05) / (darker + 0.05);
}

/** How much of the accent is in what lies behind a claim: at rest, pointed at, led to. */
const TINTS = {
  light: { tint: 0.07, hover: 0.13, target: 0.21 },
  dark: { tint: 0.11, hover: 0.17, target: 0.25 },
} as const;

export interface Shades {
  claim: string;
  line: string;
  tint: string;
  hover: string;
  target: string;
}

/** The shades that the style sheet wants of an accent in one scheme. */
export function shadesOf(accent: string, scheme: Scheme): Shades {
  const [paper] = GROUNDS[scheme];
  const { tint, hover, target } = TINTS[scheme];
  const paler = mixed(accent, paper, 0.75);
  return {
    claim: accent,
    line: contrast(paler, paper) >= LEAST_OF_LINES ? paler : accent,
    tint: mixed(accent, paper, tint),
    hover: mixed(accent, paper, hover),
    target: mixed(accent, paper, target),
  };
}

/** The least contrast that an accent has, as text, with anything it stands on in a scheme. */
export const accentContrast = (accent: string, scheme: Scheme): number =>
  Math.min(
    ...[...GROUNDS[scheme], shadesOf(accent, scheme).hover].map((ground) =>
      contrast(accent, ground),
    ),
  );

/** The colour nearest to an accent, made darker or lighter in steps, that can be read in a scheme. */
export function readableAccent(accent: string, scheme: Scheme, least = LEAST_CONTRAST): string {
  const end = scheme === 'light' ? '#000000' : '#ffffff';
  for (let share = 0; share < 1; share += 0.02) {
    const colour = mixed(end, accent, share);
    if (accentContrast(colour, scheme) >= least) return colour;
  }
  return end;
}

/** The accent in both schemes, where only the light one is given; a little more contrast suits a dark page. */
export const accentOf = (light: string): Accent => ({
  light,
  dark: readableAccent(light, 'dark', 6),
});

/** The style sheet of an accent; it may stand before the site's own, so its selector is the stronger one. */
export function accentCss({ light, dark }: Accent): string {
  const [day, night] = [shadesOf(light, 'light'), shadesOf(dark, 'dark')];
  const pair = (name: keyof Shades) => `light-dark(${day[name]}, ${night[name]})`;
  return [
    '@media screen {',
    '  :root:root {',
    `    --claim: ${pair('claim')};`,
    ...(['line', 'tint', 'hover', 'target'] as const).map(
      (name) => `    --claim-${name}: ${pair(name)};`,
    ),
    '  }',
    '}',
    '@media screen and (prefers-contrast: more) {',
    '  :root:root {',
    '    --claim-line: var(--claim);',
    '  }',
    '}',
    '',
  ].join('\n');
}
