/** Languages that the detector does not know and takes for their neighbours, such as Afrikaans for Dutch. */
import { eld } from 'eld/extrasmall';
import { francAll } from 'franc';

/** Letters that must stand in running words before such a language is named. */
const LEAST = 200;
/** Characters that are asked; more of them tell no more. */
const MOST = 2000;
/** By how much it must be nearer than what the detector told, on a scale on which the nearest language has 1. */
const AHEAD = 0.04;

/** Tags of languages that are parts of those by whose names the detector goes. */
const PART_OF: Readonly<Record<string, string>> = { zlm: 'ms', nb: 'no', nn: 'no', fil: 'tl' };

/** The tag (BCP 47) of a language that has a code of three letters (ISO 639-3). */
function tagOf(code: string): string {
  const tag = new Intl.Locale(code).language;
  return PART_OF[tag] ?? tag;
}

let known: ReadonlySet<string> | undefined;
/** Languages that the detector can tell. */
const isKnown = (tag: string): boolean =>
  (known ??= new Set(Object.values(eld.info().Languages))).has(tag);

/**
 * The language of running words that the detector takes for `told`, or for none (null), where it is one that the
 * detector does not know; null where that is not sure. A second detector, which knows three times as many languages
 * and is less sure of each, is asked.
 */
export function languageBeside(words: string, told: string | null): string | null {
  if (words.length < LEAST) return null;
  const ranked = francAll(words.slice(0, MOST)).map(([code, near]) => ({ tag: tagOf(code), near }));
  const [nearest] = ranked;
  if (!nearest || nearest.tag === 'und' || isKnown(nearest.tag)) return null;
  const rival = ranked.find(({ tag }) => (told === null ? tag !== nearest.tag : tag === told));
  // What the second detector does not know it cannot compare.
  if (told !== null && !rival) return null;
  return nearest.near - (rival?.near ?? 0) >= AHEAD ? nearest.tag : null;
}
