/** English text as the table of tokens that the tagger reads. */
import { spelledOut } from '../../engine/name-marks.ts';
import { TokenColumns, type Tokens } from '../../engine/tokens.ts';
import { markReader } from './marks.ts';
import { namesAmongWords } from './name-words.ts';
import { readWords } from './wink.ts';
import { tokenize } from './words.ts';

/** Longest run without a blank that wink-nlp is given whole; its patterns are slow on longer ones. */
const LONGEST_RUN = 80;
const LONG_RUN = new RegExp(`\\S{${LONGEST_RUN}}(?=\\S)`, 'g');
/**
 * Words in small letters whose point ends a sentence, and which wink-nlp takes for an abbreviation: "They were ill. A
 * vet", "He let us in. Nobody".
 */
const NO_ABBREVIATION =
  /\b(apt|ark|brig|figs?|gal|ill|in|mar|mass|miss|no|ore|rep|sat|sun|wash|wed)\.(?=\s+["'“‘]?\p{Lu})/gu;
/** Texts are read in stretches of about this length, cut at line breaks where there are any. */
const STRETCH = 50_000;

/** What the model reads for a name that is spelt like a small word: any other name. */
const AS_NAME = { tag: 'PROPN', standIn: 'Ashdown', lemma: () => 'Ashdown' };

/** Cuts a text into tokens. Line breaks are tokens; other white space lies between tokens. */
export function tagged(source: string): Tokens {
  const text = spelledOut(source, markReader);
  const names = namesAmongWords(text, (start, end) => tokenize(text, start, end, []));
  const columns = new TokenColumns(Math.max(16, Math.min(text.length, 1024)));
  for (let from = 0; from < text.length;) {
    const to = stretchEnd(text, from);
    let at = from;
    const stretch = text.slice(from, to).replace(LONG_RUN, '$& ').replace(NO_ABBREVIATION, '$1 .');
    readWords(stretch, (word) => {
      const place = placeOf(text, word.value, at, to);
      if (place < 0) return;
      at = place + word.value.length;
      columns.add(place, names.has(place) ? { ...word, ...AS_NAME } : word);
    });
    from = to;
  }
  return columns.table(source);
}

function stretchEnd(text: string, from: number): number {
  const limit = from + STRETCH;
  if (limit >= text.length) return text.length;
  const line = text.lastIndexOf('\n', limit);
  if (line > from) return line + 1;
  const blank = text.lastIndexOf(' ', limit);
  if (blank > from) return blank;
  // Never between the halves of a surrogate pair.
  return limit - (isHighSurrogate(text.charCodeAt(limit - 1)) ? 1 : 0);
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

/** Where `value` stands at or shortly after `at`; -1 where wink-nlp gave something the text does not have. */
function placeOf(text: string, value: string, at: number, to: number): number {
  let place = at;
  if (text.startsWith(value, place)) return place;
  while (place < to && isBlank(text.charCodeAt(place)) && !text.startsWith(value, place)) place++;
  for (let near = place; near < Math.min(to, place + 8); near++)
    if (text.startsWith(value, near)) return near;
  return -1;
}

function isBlank(unit: number): boolean {
  return (
    unit === 32 ||
    (unit >= 9 && unit <= 13) ||
    unit === 0xa0 ||
    (unit >= 0x2000 && unit <= 0x200b) ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000 ||
    unit === 0xfeff
  );
}
