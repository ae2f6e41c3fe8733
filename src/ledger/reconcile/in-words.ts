/** What the stages say of rows, for the list of changes and for messages. */
import { wordsOfParts } from '../../model/parts.ts';
import type { Anchor } from '../schema.ts';

const LONGEST = 60;

/** Words in quotation marks; the end of long ones is left out. */
export const quotation = (words: string) =>
  `“${words.length > LONGEST ? `${words.slice(0, LONGEST - 1)}…` : words}”`;

/** The words of a row in one line. */
export const lineOf = (row: Pick<Anchor, 'parts'>) => wordsOfParts(row.parts).replace(/\s+/g, ' ');

/** From what to what: `none to positive`; by their whole content where the words alone are the same. */
export function fromTo(before: unknown, after: unknown): string {
  const [one, two] = [brief(before), brief(after)];
  return one === two
    ? `${one} ${JSON.stringify(before)} to ${JSON.stringify(after)}`
    : `${one} to ${two}`;
}

/** A value of a row by its name, words or date. */
function brief(value: unknown): string {
  if (value === null || value === undefined) return 'none';
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return `[${value.map(brief).join(', ')}]`;
  if (typeof value !== 'object') return JSON.stringify(value);
  const { name, exact, edtf }: { name?: unknown; exact?: unknown; edtf?: unknown } = value;
  const told = name ?? exact ?? edtf;
  return typeof told === 'string' ? told : 'other';
}
