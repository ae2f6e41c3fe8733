/** Somebody whom a paragraph is about and who is named for no words of the article: whether a pronoun means another. */
import type { Asked } from './asked.ts';
import type { Cast } from './cast.ts';
import type { NamedPeople } from './named-people.ts';
import type { Recent, Turn } from './recent.ts';

/** Paragraphs after which somebody is no longer meant where another has been named since. */
export const LONG_AGO = 2;

/**
 * `Tom Hall said that Mr Ray dug. … Mr Ray then left.\n“It is late,” he said`: who else may be meant than the latest whom a
 * paragraph was about, where they were named before; `second` spoke before that. Null where nobody is.
 */
export function meantBeside(
  latest: Turn,
  second: Turn | undefined,
  { paragraph, start, gender }: Asked,
  { cast, recent, people }: { cast: Cast; recent: Recent; people: NamedPeople },
): number | null {
  const away = paragraph - latest.paragraph;
  if (latest.speaker || away < 1 || people.isNamedForWords(latest.index)) return null;
  const isGiven = cast.firstMention(latest.index) < latest.at;
  if (second?.speaker && isGiven && recent.hasSpokenSurely(second.index)) return second.index;
  if (away < LONG_AGO) return null;
  for (const place of people.placesBefore(start)) {
    if (place.start <= latest.at) break;
    const isOther = place.index !== latest.index && people.isSomebody(place);
    if (isOther && cast.gender(place.index) === gender) return place.index;
  }
  return null;
}
