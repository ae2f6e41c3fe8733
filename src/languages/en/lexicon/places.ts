/**
 * Places, and adjectives of places.
 * Source: `tables/places.ts` and `tables/demonyms.ts`, and by hand what these leave out. `DEMONYMS` tell offices apart;
 * the adjectives in `TITLES` and `NO_PERSON` are fewer, since there each would change where a name begins.
 */
import { list, set } from './set.ts';
import { ADJECTIVES } from './tables/demonyms.ts';
import { ONE_WORD, TWO_WORDS } from './tables/places.ts';

export const PLACES: ReadonlySet<string> = new Set([
  ...ONE_WORD,
  ...TWO_WORDS,
  // First names and last names that yet are countries and capitals first.
  ...set('washington paris israel jordan'),
  // Words of two-word names, parts of the world, and how states are called for short.
  ...set('saudi arabia america britain england wales europe nato uk us u.s.'),
]);
/** Places and bodies of two words to which envoys and presidents belong. */
export const LONG_PLACES: ReadonlySet<string> = new Set([
  ...TWO_WORDS,
  ...list('united nations,european union,african union'),
]);
/** Where somebody is from or holds office, as an adjective. */
export const DEMONYMS: ReadonlySet<string> = new Set([...ADJECTIVES, ...set('english yemeni')]);
/** What one person of a country or city is called: "the German", "the Spaniard"; not "the Dutch", who are many. */
export const ORIGINS: ReadonlySet<string> = new Set([
  ...[...DEMONYMS].filter((word) => !/(?:ch|sh|ese|ss)$/.test(word)),
  ...set(
    'spaniard dane swede finn pole turk briton scot serb croat dutchman frenchman englishman irishman welshman scotsman ' +
      'texan californian floridian londoner parisian berliner mancunian liverpudlian glaswegian dubliner roman sicilian catalan basque',
  ),
]);
