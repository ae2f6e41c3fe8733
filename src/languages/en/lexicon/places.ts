/**
 * Places, and adjectives of places.
 * Source: written by hand. `DEMONYMS` tell offices apart; the adjectives in `TITLES` and `NO_PERSON` are fewer,
 * since there each would change where a name begins.
 */
import { set } from './set.ts';

export const PLACES = set(
  'washington moscow beijing london paris berlin tehran baghdad damascus kyiv kiev jerusalem brussels ankara riyadh cairo tokyo seoul pyongyang delhi islamabad kabul doha beirut amman rome madrid ottawa canberra warsaw vienna athens caracas havana brasilia ' +
    'iraq iran syria russia china america israel ukraine turkey egypt jordan lebanon yemen saudi arabia france germany britain england scotland wales ireland italy spain poland canada mexico japan korea india pakistan afghanistan qatar kuwait libya sudan cuba venezuela brazil australia europe nato taiwan uk us u.s.',
);
/** Places and bodies of two words to which envoys and presidents belong. */
export const LONG_PLACES = new Set([
  'united states',
  'united kingdom',
  'united nations',
  'european union',
  'african union',
  'saudi arabia',
  'south africa',
  'north korea',
  'south korea',
  'new zealand',
  'hong kong',
  'sri lanka',
  'czech republic',
  'costa rica',
]);
/** Where somebody is from or holds office, as an adjective. */
export const DEMONYMS = set(
  'american british english scottish welsh irish french german spanish italian portuguese dutch belgian swiss austrian polish czech slovak hungarian romanian bulgarian greek turkish russian ukrainian belarusian serbian croatian bosnian albanian swedish norwegian danish finnish estonian latvian lithuanian ' +
    'iranian iraqi syrian lebanese jordanian israeli palestinian saudi qatari kuwaiti emirati yemeni egyptian libyan tunisian algerian moroccan sudanese ethiopian somali kenyan nigerian ghanaian chinese japanese korean taiwanese vietnamese thai indian pakistani afghan bangladeshi indonesian malaysian philippine australian canadian mexican cuban brazilian argentine chilean colombian venezuelan peruvian european',
);
