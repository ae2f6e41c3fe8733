/** What readers share: from the text that was found to a text that is taken in. */
import { sha256 } from '../../../../text/digest.ts';
import { isWebPage } from '../markup.ts';
import { Damaged, type Given, type Taken, type TakenText } from '../reader.ts';
import type { Facts } from '../facts.ts';

/** The name of a file without folder and ending. */
export const stemOf = (name: string): string =>
  name.replace(/^.*[/\\]/s, '').replace(/(?<=.)\.[A-Za-z0-9]{1,8}$/, '');

export interface Found {
  text: string;
  extension?: TakenText['extension'];
  stem?: string;
  facts?: Facts;
  notes?: readonly string[];
  /** The part of the file that it was taken from, with its own bytes, where the file holds more than one. */
  part?: { name: string; bytes: Uint8Array; extension: string };
}

/** A text that was found in a capture, as one to take in. */
export function taken(given: Given, found: Found): TakenText {
  const { text, extension = 'txt', facts = {}, notes = [], part } = found;
  return {
    stem: found.stem ?? stemOf(given.name),
    extension,
    bytes: new TextEncoder().encode(text),
    facts,
    capture: {
      ...given.file,
      ...(part && {
        part: { name: part.name, sha256: sha256(part.bytes), bytes: part.bytes.byteLength },
      }),
    },
    keep: part ? { bytes: part.bytes, extension: part.extension } : given.whole,
    notes,
  };
}

/** The text of a capture that needs nothing but to be unpacked. */
export function textOf(given: Given): TakenText {
  if (given.text === null)
    throw new Damaged('and what it holds is not known', 'Unpack it, and save its text as UTF-8.');
  const text = given.text.replace(/^\uFEFF/, '');
  const isMarkdown = /\.(?:md|markdown)$/i.test(given.name);
  const plain = isMarkdown ? 'md' : 'txt';
  return taken(given, { text, extension: isWebPage(text) ? 'html' : plain });
}

/** Texts as the outcome of a reading; a capture without any is refused. */
export function named(
  given: Given,
  texts: readonly TakenText[],
  left: Taken['left'] = [],
  notes: readonly string[] = [],
): Taken {
  return { texts, notes: [...given.notes, ...notes], left };
}

/** White space as one blank, none around it. */
export const tidy = (words: string): string => words.replace(/\s+/gu, ' ').trim();

/** `1 line`, `2 lines`. */
export const counted = (count: number, one: string, more = `${one}s`): string =>
  `${count} ${count === 1 ? one : more}`;

/** The texts of a file within a capture, as parts of that; or why it has none. */
export async function within(
  given: Given,
  part: { name: string; file: string; bytes: Uint8Array; facts?: Facts },
): Promise<TakenText[] | string> {
  const reading = (await given.open?.(part.file, part.bytes)) ?? null;
  if (reading === null) return 'it is of a kind that is not read within another file';
  if ('refused' in reading) return `it ${reading.refused.replace(/^(?:and|but|which) /, '')}`;
  const extension = /\.([a-z0-9]{1,8})$/i.exec(part.file)?.[1]?.toLowerCase() ?? 'bin';
  return reading.texts.map((text) => ({
    ...text,
    facts: { ...part.facts, ...text.facts },
    capture: {
      ...given.file,
      part: { name: part.name, sha256: sha256(part.bytes), bytes: part.bytes.byteLength },
    },
    keep: { bytes: part.bytes, extension },
  }));
}
