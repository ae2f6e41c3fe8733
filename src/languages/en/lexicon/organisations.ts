/**
 * Words in the names of bodies, places and events.
 * Source: written by hand.
 */
import { set } from './set.ts';

export const ORGANISATION = set(
  'ministry department party university college institute institution council committee commission agency bureau office court senate congress parliament house government administration bank group company corporation corp corp. inc inc. ltd llc co co. news times post journal tribune herald guardian telegraph magazine radio television tv press network foundation association society union league club center centre school hospital church forces army navy police campaign coalition alliance organization organisation federation board authority service services team embassy consulate pentagon kremlin wire agency reuters ' +
    'fund trust economics museum airlines airport industries technologies systems holdings partners research watch international nations front brigade militia movement ventures securities motors pharmaceuticals airways insurance labs capital branch unit squad tribunal inspectorate directorate secretariat taskforce consortium collective cooperative co-operative syndicate assembly legislature registry observatory laboratory laboratories initiative force consulting consultancy consultants advisors advisers productions studios entertainment solutions logistics foods stores markets brands forum advisory camp science sciences energy media records pictures',
);
/** Words of two-word names that are no person's: "Islamic State", "White House", "Middle East". */
export const NO_PERSON = set(
  'islamic state states white house middle east west north south eastern western northern southern united national american british european russian chinese iraqi iranian syrian israeli palestinian turkish saudi african asian indian french german ' +
    'street square avenue road park city county town village river sea ocean gulf bay island islands mountain valley province district region republic kingdom union day week month year war act law bill deal plan award prize cup open games festival ' +
    'green red black blue golden new old great central general public popular supreme high federal local civil human social world global international twitter facebook google youtube instagram tesla amazon microsoft apple nato muslim christian jewish catholic catholics americans republicans democrats christmas easter ramadan eid ' +
    'lake belt rust mount fort cape beach creek coast airport bridge tower building hall museum theatre theater stadium station highway line election elections debate convention summit conference security defence defense intelligence guard guards police revolutionary liberation mobilization mobilisation democratic republican socialist communist workers labour labor ' +
    'farm lane drive crescent gardens estate hotel inn cottage manor castle palace cathedral chapel gallery opera orchestra festival dam reservoir canal quarry pier harbour harbor lighthouse aquarium clinic academy ' +
    'lander rover telescope mission operation project programme program scheme treaty accord protocol constitution amendment storm hurricane cyclone typhoon flight ' +
    'crown coliseum colosseum arena memorial monument trophy',
);
/** Words in the names of papers; behind a first name they are last names: "the Daily Star", but "Nora Daily". */
export const PAPER = set(
  'daily weekly sunday evening star echo gazette chronicle observer mirror argus courier dispatch examiner inquirer advertiser bulletin sentinel mercury globe review monitor newspaper beacon',
);
