/** Names as keys: for look-up and for addresses. */
import { sha256 } from '../text/digest.ts';
import { plainLetters } from '../text/letters.ts';

const TITLES =
  /^(?:mr|mrs|ms|dr|prof|professor|sir|dame|lord|lady|gen|general|col|colonel|maj|major|lt|capt|captain|sen|senator|rep|gov|president|the)\.? /;

/**
 * Folds a name so that spellings of one name meet: accents, letter case, titles, leading "the",
 * possessive endings, hyphens and apostrophes of any kind. `General José Pérez-Ruiz’s` gives `jose perez ruiz`.
 */
export function nameKey(name: string): string {
  let folded = name
    .replace(/(?<=\p{L})´(?=\p{L})/gu, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’`ʼ]s\b/g, '')
    .replace(/['’`´‛′ʹʻʼʽʾʿˈˊ‘“”".,()[\]]/g, '')
    .replace(/[\s\u2010-\u2015_/-]+/g, ' ')
    .trim();
  while (TITLES.test(folded)) folded = folded.replace(TITLES, '');
  return folded;
}

const LONGEST_SLUG = 60;

const withoutMarks = (name: string): string =>
  name
    .replace(/´/g, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’‘`´‛′ʹʻʼʽʾʿˈˊ]/g, '');

const hyphened = (name: string): string => name.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');

const cut = (slug: string): string => slug.slice(0, LONGEST_SLUG).replace(/-+$/, '');

/** A name as it stands in an address: `Élodie al-Berg` gives `elodie-al-berg`. At most 60 characters. */
export const slugOf = (name: string): string => cut(hyphened(plainLetters(withoutMarks(name))));

/**
 * The id of whoever or whatever bears a name: its slug, which a name with letters that an address
 * cannot have, one that is too long, or one that Windows keeps is told apart with by a digest. Two names have one id only
 * where they differ in accents, capitals and punctuation. `kind` stands where nothing of the name can.
 */
export function idOfName(name: string, kind: 'speaker' | 'outlet' = 'speaker'): string {
  const plain = plainLetters(withoutMarks(name));
  const slug = slugOf(name);
  if (
    slug !== '' &&
    hyphened(plain).length <= LONGEST_SLUG &&
    !isReservedName(slug) &&
    !/(?![a-z0-9])[\p{L}\p{N}]/u.test(plain)
  )
    return slug;
  return `${slug || kind}-${sha256(nameKey(name)).slice(0, 8)}`;
}

/** What ids were made of names before letters were told apart: without those that an address cannot have. */
export const formerIdOfName = (name: string): string => cut(hyphened(withoutMarks(name)));

/** Names that Windows keeps for devices: no file or folder there can have one, whatever its ending. */
export const isReservedName = (name: string): boolean =>
  /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(name);

const PARTICLES = new Set([
  'al',
  'bin',
  'ben',
  'de',
  'del',
  'der',
  'di',
  'du',
  'el',
  'la',
  'le',
  'van',
  'von',
  'zu',
  'dos',
  'da',
]);

/** `Jr.`, `III`: what a family name is followed by, and told apart with. */
const SUFFIX = /^(?:jr|sr|jun|sen|junior|senior|esq|ph\.?d|m\.?d|[ivx]{2,5}|v)\.?$/i;
const NUMBER = /^[IVX]+\.?$/;

/** The parts of a person's name, as a list of names needs them; together they have every word of it. */
export interface NameParts {
  family: string;
  given: string;
  /** `Jr.`, `III`, or what stands after a comma. */
  suffix: string;
}

/** Null for a name that is not turned round: one word, a ruler's, or more than the name of one person. */
function namePartsOf(name: string): NameParts | null {
  const [whole = '', ...after] = name.split(/\s*,\s*/);
  const words = whole.trim().split(/\s+/);
  const ends: string[] = [];
  let last = words.at(-1) ?? '';
  while (words.length > 1 && SUFFIX.test(last)) {
    ends.unshift(words.pop() ?? '');
    last = words.at(-1) ?? '';
  }
  const isNumbered = ends.length > 0 && NUMBER.test(ends[0] ?? '');
  if (words.length < 2 || (isNumbered && words.every((word) => RULERS.has(word.toLowerCase()))))
    return null;
  // Initials, quotation marks and `&` make no name of given and family name.
  if (!words.every((word) => /^\p{L}[\p{L}\p{M}.'’‘ʼ´\u2010-\u2015-]*$/u.test(word))) return null;
  let at = words.length - 1;
  while (at > 1 && PARTICLES.has(words[at - 1]?.toLowerCase() ?? '')) at--;
  return {
    family: words.slice(at).join(' '),
    given: words.slice(0, at).join(' '),
    suffix: [...ends, ...after].join(', '),
  };
}

/** Given names under which popes and rulers of two names are known: `John Paul II`. */
const RULERS = new Set(
  'john paul victor emmanuel henry charles louis philip juan carlos gustav adolf haakon olav harald christian frederick friedrich wilhelm william george edward elizabeth alexander nicholas benedict pius leo francis abdullah hussein farouk faisal mohammed muhammad hassan'.split(
    ' ',
  ),
);

/** How a person's name is filed: `Berg, Ida`, `King, Martin Luther, Jr.`; particles stay with the family name. */
export function sortNameOf(name: string): string {
  const parts = namePartsOf(name);
  return parts ? [parts.family, parts.given, parts.suffix].filter(Boolean).join(', ') : name;
}

/** A title made of the name of a file: `night-ferry-2` is `Night ferry 2`. */
export const titleOfName = (id: string): string =>
  id.replaceAll('-', ' ').replace(/^./u, (letter) => letter.toUpperCase());
