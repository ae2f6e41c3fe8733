/**
 * Abbreviations that end in a point.
 * Source: written by hand.
 */

/** Abbreviations before a name or number, never at the end of a sentence. */
export const TITLE_ABBREVIATIONS = new Set(
  (
    'mr mrs ms dr prof sen sens rep reps gov govs gen col lt sgt capt cmdr maj adm rev hon st pres supt det dep amb atty ' +
    'messrs mme mlle fr sr vs no nos art sec fig cf al eg ie approx est brig cpl pvt insp const'
  ).split(' '),
);
/** Abbreviations that may end a sentence too. */
export const OTHER_ABBREVIATIONS = new Set(
  (
    'jr inc co corp ltd bros etc jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri sat sun ' +
    'ave blvd rd mt ft ariz ala ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev ' +
    'okla ore pa tenn tex va vt wash wis wyo dept univ assn dist'
  ).split(' '),
);
