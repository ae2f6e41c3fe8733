/**
 * First names with the pronoun that fits, last names spelt like other words, and small words inside names.
 * Source: `tables/first-names.ts`, and by hand what the table leaves out: some names that are words, places or last
 * names too, and those on which its lists differ. `NAME_PARTICLES` lacks the words of offices that `PARTICLES` has
 * ("of the and for"), and `PARTICLE` has "St." with its point.
 */
import { set } from './set.ts';
import { EITHER, HE, SHE } from './tables/first-names.ts';

/** First names that tell whether "he" or "she" fits; a person whose name is not here fits both. */
export const SHE_NAMES: ReadonlySet<string> = new Set([
  ...SHE,
  // Words and places that are more often a woman's name.
  ...set('chelsea grace victoria virginia'),
  // Women's far oftener than men's, though the lists differ or a last name is spelt so.
  ...set('connie anne ashley carol hannah joan kelly lauren linda olga svetlana'),
]);
export const HE_NAMES: ReadonlySet<string> = new Set([
  ...HE,
  // Words and places that are more often a man's name.
  ...set('austin bill bob douglas frank jack mark randy'),
  // Men's far oftener than women's, though the lists differ or a last name is spelt so.
  ...set(
    'ahmed alexander ali bernie bobby bradley bryan chris christian gabriel gordon graham gregory henry jesse kyle lawrence logan louis luke martin muhammad oliver roy russell ryan scott simon stuart thomas tony tyler vincent willie',
  ),
  // In fewer than two of the lists.
  ...set('barack dmitry jeb mitt rand'),
]);
/** First names that fit both, or whose sex the lists above do not tell. */
export const FIRST_NAMES: ReadonlySet<string> = new Set([
  ...EITHER,
  // Words and places.
  ...set(
    'art chad cliff dean drew earl gene grant guy hazel holly jade jan jasmine jay jean jordan joy june lance leo lily max may miles nat nick orlando pat penny ray rex rich rob robin rod rose salvador sue valentine violet wade walt will woody',
  ),
  // Last names as often.
  ...set(
    'allen arnold bradford chester clark duncan elliott franklin giles godfrey irving kent lee lewis lucas madison marshall maxwell milton mitchell morgan morris murray neal perry ross rowan spencer stanley stewart wallace warren willis',
  ),
  // Names that fewer than two of the tables have.
  ...set(
    'alastair alfie anneke bryn clive fergus gareth geoff hedda humphrey imogen ivor jonny kelvin kirsty kofi kwame marieke nuala olav paddy philippa piers sian stu zach',
  ),
  // Shorter than a table may have them.
  ...set('jo al ed'),
]);
/** Last names spelt like what makes a name a place's or a body's: Gordon Brown, Cherie Church, Hugh Park. */
export const SURNAMES = set(
  'green white black blue golden gold old day bill bills law street road park parks church churches house post press price hall halls west east north south hill hills rivers river lake bay coast beach creek brook bridge bridges tower towers plan king mount fort guard banks bank bond temple abbey center centre fields german french english english irish welsh scott england ireland wales london paris jordan israel german rome china chad war week year month games best power powers german august march cape mountain wall field battle marsh stone section service award highway human savage world social general local lane castle chapel storm manor branch',
);
export const PARTICLE = set(
  'de del della di da do dos du la le los las el al bin ibn ben bint van von zu zum zur vom der den ter ten das abu st st. y wa',
);
export const PARTICLES = set(
  'of the de del della di da du la le el al bin ibn ben van von der den ter dos das abu y e wa for and on in to',
);
export const NAME_PARTICLES = set(
  'de del della di da do dos du la le el al bin ibn ben bint van von der den ter ten dos das abu y e st wa',
);
/** Lower-case words inside the name of an office or a body. */
export const OFFICE = set('of the for and on to in');
export const NO_FIRST_NAME = set(
  'in of on by since until till from during before after through last next this late early mid every each between for around about the a an and but or so as if when while that then what how who why where not no it he she they we you i at to with all his her their its our my there here until was is are has have had said says monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december',
);
