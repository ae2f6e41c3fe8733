/** Files that cite a claim, made to cite part of its words: in the browser, which has the file and no records. */
import { texWords } from './exports/bibtex.ts';

/** How each kind of file writes words, by the ending of its name. */
const WRITTEN: Readonly<Record<string, (words: string) => string>> = {
  bib: texWords,
  ris: (words) => words,
  json: (words) => JSON.stringify(words).slice(1, -1),
  md: (words) => words,
};

/** The words of a claim, the part of them that is cited, and the address of each. */
export interface PartCited {
  words: string;
  part: string;
  address: string;
  partAddress: string;
}

/**
 * The text of a file with the part in the place of the words, which stand last in it, and with the address of the
 * part; null where the file does not have the words as they are, so that they cannot be told in it.
 */
export function partInFile(
  file: string,
  ending: string,
  { words, part, address, partAddress }: PartCited,
): string | null {
  const written = WRITTEN[ending];
  if (!written) return null;
  const whole = written(words.trim());
  const at = file.lastIndexOf(whole);
  if (at < 0 || !file.includes(address)) return null;
  const cut = file.slice(0, at) + written(part) + file.slice(at + whole.length);
  return cut.replaceAll(address, partAddress);
}
