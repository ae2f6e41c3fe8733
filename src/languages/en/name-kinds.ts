/** What a capitalised name is likely to name: a person, a body, a place. */
import type { SpeakerKind } from '../../model/records.ts';
import { ORGANISATION, NO_PERSON, PAPER } from './lexicon/organisations.ts';
import { SHE_NAMES, HE_NAMES, FIRST_NAMES, SURNAMES } from './lexicon/person-names.ts';
import { PLACES } from './lexicon/places.ts';

/** Whether a word is known for a first name. */
export const isFirstName = (word: string): boolean => {
  const key = nameKey(word);
  // "Eva-Marie"
  const [given = '', other] = key.split('-');
  if (other !== undefined && given !== '') return isFirstName(given) && isFirstName(other);
  return SHE_NAMES.has(key) || HE_NAMES.has(key) || FIRST_NAMES.has(key);
};
/** "Cherie Church", "Gordon Brown": a first name makes a person of a word that else names a place or a body. */
export const isPersonal = (words: readonly string[]): boolean => {
  const [first, ...middle] = words;
  const surname = middle.pop();
  if (first === undefined || surname === undefined || middle.length > 1) return false;
  return (
    isFirstName(first) &&
    SURNAMES.has(surname.toLowerCase().replace(/['’]s$/, '')) &&
    middle.every((word) => isFirstName(word) || /^\p{Lu}\.?$/u.test(word))
  );
};

/** "al-Amin", "Amin" and "Al-Amin" are one. */
export function nameKey(word: string): string {
  const lower = word.toLowerCase();
  if (/^[a-z]*$/.test(lower)) return lower;
  return lower
    .replace(/[’']s$|[’']$/, '')
    .replace(/[’'‘‛`´′ʹʻʼʽʾʿˈˊ.]/g, '')
    .replace(/^(?:al|el)-/, '')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '');
}

/** Whether one word names a body: "Wikinews" does, "Lee" does not. */
export const isBody = (word: string) =>
  ORGANISATION.has(word.toLowerCase()) ||
  /(?:news|times|post|press|tv|radio|magazine|media|today)$/i.test(word);

const PERSON_TITLE =
  /^(?:mr|mrs|ms|miss|madam|madame|alhaji|alhaja|hajia|hajiya|mallam|datuk|datin|puan|shri|smt|engr|cllr|fr|chief|dr|president|minister|senator|sen|gov|ambassador|general|rep|spokesman|spokeswoman|judge|mayor|secretary|professor|sir|coach|king|queen|lord|lady|dame|baroness|baron|prince|princess|captain|colonel|lt|sgt|officer)\.?$/i;
/** "Major Stone", "Sgt. Field". */
const RANK =
  /^(?:(?:sub|second |first )?lieutenant|lieut|maj(?:or)?|serge?ant|corporal|cpl|capt|cmdr|commander|commodore|admiral|adm|marshal|brigadier|brig|col|gen|private|pvt|constable|inspector|superintendent|supt|detective|det|sheriff|deputy|trooper|chancellor|justice|bishop|archbishop|cardinal|pastor|rabbi|imam|father|sister|brother|nurse|councill?or|congress(?:wo)?man|representative|councilwoman|councilman)\.?$/i;
export const PEOPLE =
  /^(?:republicans|democrats|americans|russians|iraqis|syrians|israelis|palestinians|ukrainians|iranians|britons|germans|europeans|muslims|christians|conservatives|liberals|kurds)$/;

/** Several people, where the head of a sentence gives their noun a capital: "Rebels said". */
const SEVERAL =
  /^(?:rebels|officials|protest[eo]rs|villagers|residents|activists|analysts|critics|sources|witnesses|doctors|nurses|teachers|students|parents|police|prosecutors|investigators|detectives|scientists|researchers|experts|economists|lawmakers|senators|ministers|diplomats|soldiers|troops|militants|insurgents|campaigners|farmers|fishermen|workers|unions|employers|neighbou?rs|locals|survivors|relatives|supporters|opponents|fans|players|organi[sz]ers|authorities|regulators|engineers|rescuers|firefighters|paramedics|passengers|drivers|pilots|traders|investors|shareholders|customers|readers|voters|historians|meteorologists|forecasters|lawyers|attorneys|jurors|councillors|colleagues|friends|deputies|rangers|guards|inmates|pupils|tenants|landlords|shoppers)$/;

export const isLoud = (word: string): boolean => word === word.toUpperCase();

/** "BBC", "AP News": letters that stand for words. */
const holdsAcronym = (words: readonly string[]): boolean =>
  words.length < 3 &&
  words.some((word) => word.length > 1 && /^[A-Z&.-]+$/.test(word) && !/^[A-Z]\.?$/.test(word)) &&
  !(words.length > 1 && words.every(isLoud));

const isCause = (keys: readonly string[]): boolean =>
  keys.length > 2 && /^(?:the|our)$/.test(keys[1] ?? '');

/** What a capitalised name is likely to name; "Bill Innes" is somebody, "the Crime Bill" is not. */
export function kindOfName(words: readonly string[], title: string | null): SpeakerKind {
  const keys = words.map((word) => word.toLowerCase());
  if (title?.split(/\s+/).some((word) => PERSON_TITLE.test(word) || RANK.test(word)))
    return 'person';
  if (isPersonal(words)) return 'person';
  const and = words.indexOf('&');
  if (and > 0) return and > 1 && isFirstName(words[and + 1] ?? '') ? 'group' : 'organisation';
  if (keys.some((key) => ORGANISATION.has(key))) return 'organisation';
  // "Save the Rivers", "Protect Our Coast"
  if (isCause(keys)) return 'organisation';
  if (keys.every((key) => PLACES.has(key)) || (keys.length === 2 && PLACES.has(keys.join(' '))))
    return 'place';
  if (holdsAcronym(words)) return 'organisation';
  const last = keys.at(-1) ?? '';
  // "Rebels", "Wary Republicans", "Tory MPs"; but "Ann Friends"
  const isAlone = words.length === 1 || !isFirstName(words[0] ?? '');
  if (isAlone && (PEOPLE.test(last) || SEVERAL.test(last))) return 'group';
  const [only = ''] = keys;
  if (words.length === 1 && (SHE_NAMES.has(nameKey(only)) || HE_NAMES.has(nameKey(only))))
    return 'person';
  const isPerson =
    words.length >= 2 &&
    words.length < 6 &&
    !keys.some((key, k) => NO_PERSON.has(key.replace(/'s$/, '')) && !(k === 0 && key === 'bill')) &&
    (isFirstName(words[0] ?? '') || !keys.some((key) => PAPER.has(key)));
  return isPerson ? 'person' : 'organisation';
}
