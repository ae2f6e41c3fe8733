/**
 * Words of the closed classes: pronouns, determiners, prepositions, conjunctions, auxiliaries.
 * Source: written by hand after the word classes of Huddleston and Pullum (2002), The Cambridge Grammar of the
 * English Language; what each list leaves out is left out since the rules read that word otherwise.
 */
import { set } from './set.ts';

export const PRONOUNS = set('he she they i we you it');
/** "He", and "he'd" of "he'd said". */
export const isPronoun = (lower: string): boolean =>
  PRONOUNS.has(lower.replace(/['’](?:s|d|ve|ll|re|m)$/, ''));
export const RELATIVES = set('who which whom');
export const OBJECTS = set('me him her us them myself himself herself themselves');
/** Pronouns that own, and those they stand for when somebody speaks. */
export const POSSESSIVES: ReadonlyMap<string, string> = new Map([
  ['his', 'he'],
  ['her', 'she'],
  ['their', 'they'],
  ['its', 'it'],
  ['my', 'i'],
  ['our', 'we'],
  ['him', 'he'],
  ['them', 'they'],
  ['me', 'i'],
  ['us', 'we'],
  ['himself', 'he'],
  ['herself', 'she'],
  ['themselves', 'they'],
  ['myself', 'i'],
]);
export const INDEFINITES = set(
  'some many others most several few both everyone everybody someone somebody nobody one all another neither none those these',
);
export const DETERMINERS = set(
  'the a an this that these those his her their its our my your some many several few most other another every each any all both no one two three four five six seven eight nine ten dozens hundreds',
);
export const PREPOSITIONS = set(
  'of in on at to for from with by about as into over under after before during against between among through without within across behind beyond near since until upon toward towards despite via amid around outside inside along including like than per unlike throughout alongside following',
);
export const CONJUNCTIONS = set(
  'and or but nor yet so because although though while whereas if when whenever where as that since until unless after before whether how why what than',
);
export const AUXILIARIES = set(
  "is are was were be been being am has have had do does did will would can could may might must shall should 's 've 'd 'll isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't cannot ain't shouldn't he's she's he'll she'll they'll we'll i'll they've we've i've you've they're we're he'd she'd they'd i'd we'd it's that's there's",
);
/** Auxiliaries that stand before a subject in questions and in "Had she said"; "Will", "May" and "Can" are names too. */
export const FRONTED = set('had has have should were was is did does would could might');
/** A capitalised word of this kind after an abbreviation starts a sentence. */
export const STARTERS = new Set(
  (
    'the a an he she it they we i you but and in on at this that these those there his her their its our my as for if when while after before ' +
    'however meanwhile still yet so then asked according no not what who why how some many most'
  ).split(' '),
);
/** Capitalised at the head of a sentence, but no name. */
export const COMMON = set(
  'the a an this that these those his her their its our my your he she they it we i you and but or so as in on at to for from with by of if when while after before because although though since until where what who why how not no yes some many most several few all both each other another one two three four five ' +
    'there here then now still also yet even just only perhaps maybe however meanwhile instead indeed according despite during among about over under around earlier later last next more less such like unlike nor whether once let is are was were do does did have has had will would can could should may might must please thanks ' +
    'finally eventually suddenly recently lately apparently similarly initially originally ultimately subsequently additionally ' +
    'without within across behind beyond near toward towards upon throughout alongside against between amid inside outside including following whatever whoever whichever whenever wherever',
);
