/** What tells how sure it is that a pronoun means somebody. */
import type { Gender } from '../pack.ts';
import type { Asked } from './asked.ts';
import type { Cast } from './cast.ts';
import type { NamedPeople } from './named-people.ts';

/** Paragraphs before a pronoun in which rivals are counted, which is also the most that make a difference. */
const RIVALS = 2;

/** What tells how sure it is that a pronoun means somebody: who else of that sex is named close before it. */
export function signsOf(
  index: number,
  { gender, paragraph, start }: Asked,
  cast: Cast,
  people: NamedPeople,
): string[] {
  const rivals = new Map<number, boolean>();
  let isLatest = true;
  let wasNamed = false;
  for (const place of people.placesBefore(start)) {
    if (paragraph - place.paragraph > RIVALS) break;
    if (place.index === index) wasNamed = true;
    if (place.index === index || !people.isSomebody(place)) continue;
    if (!cast.fitsGender(place.index, gender)) continue;
    if (!wasNamed) isLatest = false;
    rivals.set(place.index, cast.gender(place.index) === gender);
  }
  const sure = [...rivals.values()].filter(Boolean).length;
  return [
    `sex ${sexOf(cast, index, gender)}${rivals.size > 0 ? '' : ', alone'}`,
    `rivals ${Math.min(RIVALS, rivals.size)}, sure ${Math.min(RIVALS, sure)}`,
    ...(isLatest ? [] : ['another named since']),
  ];
}

/** Whether the sex of somebody whom a pronoun fits is known; few descriptions tell it. */
function sexOf(cast: Cast, index: number, gender: Gender): 'known' | 'open' | 'untold' {
  if (cast.gender(index) === gender) return 'known';
  return cast.entity(index).kind === 'unnamed' ? 'untold' : 'open';
}
