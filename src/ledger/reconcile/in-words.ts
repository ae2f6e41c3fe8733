/** What the stages say of rows, for the list of changes and for messages. */
import { wordsOfParts } from '../../model/parts.ts';
import type { Anchor } from '../schema.ts';

const LONGEST = 60;

/** Words in quotation marks; the end of long ones is left out. */
export const quotation = (words: string) =>
  `“${words.length > LONGEST ? `${words.slice(0, LONGEST - 1)}…` : words}”`;

/** The words of a row in one line: those of the row itself where they are in one, since every claim has them. */
export const lineOf = (row: Pick<Anchor, 'parts'>) =>
  wordsOfParts(row.parts).replace(/\s{2,}|[^\S ]/g, ' ');

/** From what to what: `none to positive`; where the words are the same, what else differs: `Mara Obi (id a to b)`. */
export function fromTo(before: unknown, after: unknown): string {
  const [one, two] = [brief(before), brief(after)];
  if (one !== two) return `${one} to ${two}`;
  const others = differences(before, after);
  return others.length > 0 ? `${one} (${others.join(', ')})` : `${one}, at another place`;
}

/** What differs in two values of one name, each by its own. */
function differences(before: unknown, after: unknown): string[] {
  if (Array.isArray(before) && Array.isArray(after))
    return before.flatMap((one, i) => differences(one, after[i]));
  if (typeof before !== 'object' || typeof after !== 'object' || !before || !after) return [];
  const [was, is] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const [one, two] = [brief(was.get(key)), brief(is.get(key))];
    return one === two ? [] : [`${key} ${one} to ${two}`];
  });
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
