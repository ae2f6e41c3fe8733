/** Other people's annotations, whatever their format: what a file holds, and what is wrong with one. */

/** Where words stand, as an annotation tells it. */
export interface Stretch {
  /** The words themselves; null where only a position is given. */
  exact: string | null;
  /** What stands before and after them; empty where the annotation does not say. */
  prefix: string;
  suffix: string;
  /** Offsets, in code points or in UTF-16 units: the words tell which. */
  position: { start: number; end: number } | null;
}

/** One relation to another annotation of the file, by its id there. */
export interface ForeignRelation {
  kind: string;
  to: string;
}

/** One annotation. What it says stands in lines with a label, as far as it has labels; the rest is text. */
export interface Foreign {
  /** Place in its file: `line 12`, `rows[3]`. */
  at: string;
  id: string | null;
  /** What tells the article: addresses, the text that was annotated, the name of the document. */
  about: { addresses: readonly string[]; text: string | null; name: string | null };
  stretches: readonly Stretch[];
  /** Whether the annotation calls the words somebody's; a highlight with a comment does not. */
  isClaim: boolean;
  says: readonly (readonly [label: string, value: string])[];
  text: readonly string[];
  tags: readonly string[];
  /** Who made it and on which day, where the file says so. */
  by: string | null;
  on: string | null;
  relations: readonly ForeignRelation[];
}

/** A file as it was given. */
export interface GivenFile {
  /** As the person named it. */
  path: string;
  text: string;
  /** The file of the same name that ends otherwise: the text beside a file of brat; null where there is none. */
  beside(extension: string): string | null;
}

/** What a file holds. */
export interface ReadFile {
  annotations: Foreign[];
  /** What is in the file and is no annotation of words, in words with its place. */
  passedOver: string[];
}

/** What is wrong with a file: nothing of it is taken in. */
export interface Fault {
  path: string;
  /** `line 12`, `line 3, rows[0].uri`; null for the file as a whole. */
  place: string | null;
  found: string;
  expected: string;
  remedy: string;
}

/** Thrown with every fault of one file. */
export class Malformed extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(faults.map(faultInWords).join('\n'));
    this.faults = faults;
  }
}

/** A fault in one line, as every command prints it. */
export const faultInWords = ({ path, place, found, expected, remedy }: Fault): string =>
  `${path}${place === null ? '' : `, ${place}`}: found ${found}, expected ${expected}. ${remedy}`;

/** A value as messages show it: its beginning, on one line. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
  const line = text.replace(/\s+/g, ' ').trim();
  return `\`${line.length > 60 ? `${line.slice(0, 59)}…` : line}\``;
}

/** The name of a file without its folder and what it ends with. */
export const nameOf = (path: string): string =>
  path
    .replace(/^.*[\\/]/, '')
    .replace(/\.(?:ann|txt|tsv|xmi|xml|jsonl?|jsonld)$/i, '')
    .replace(/\.txt$/i, '');

/** `2024-05-06` of a moment as these formats write it; null for what is none. */
export const dayOf = (moment: unknown): string | null => {
  const day = typeof moment === 'string' ? /^\d{4}-\d{2}-\d{2}/.exec(moment)?.[0] : undefined;
  return day !== undefined && !Number.isNaN(Date.parse(day)) ? day : null;
};
