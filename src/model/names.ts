/** Names as keys: for look-up and for addresses. */

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

/** A name as it stands in an address: `Élodie al-Berg` gives `elodie-al-berg`. At most 60 characters. */
export const slugOf = (name: string): string =>
  name
    .replace(/´/g, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’‘`´‛′ʹʻʼʽʾʿˈˊ]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');

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

/** How a person's name is filed: `Berg, Ida`; particles stay with the family name. */
export function sortNameOf(name: string): string {
  const words = name.split(' ');
  if (words.length < 2) return name;
  let at = words.length - 1;
  while (at > 1 && PARTICLES.has(words[at - 1]?.toLowerCase() ?? '')) at--;
  return `${words.slice(at).join(' ')}, ${words.slice(0, at).join(' ')}`;
}
