/** The files that the faces of the pictures for sharing come in. */

/** Parts of a face by writing, the one that most texts need first. */
export const SUBSETS = [
  'latin',
  'latin-ext',
  'cyrillic',
  'cyrillic-ext',
  'greek',
  'vietnamese',
] as const;
export type Subset = (typeof SUBSETS)[number];
export type FaceName = 'Serif' | 'Sans';
export const WEIGHTS = [400, 600] as const;
export type Weight = (typeof WEIGHTS)[number];

/** Gives the WOFF or OpenType file of a part of a face. */
export type LoadFont = (face: FaceName, weight: Weight, subset: Subset) => Uint8Array;
