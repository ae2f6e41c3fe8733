/** People of whom some articles print no more than the family name, which others here bear too. */
import { nameKey } from '../model/names.ts';
import type { SpeakerRecord } from '../model/records.ts';

/** The family name as names are compared; null for whoever is no person. */
function familyOf({ kind, sortName }: SpeakerRecord): string | null {
  const [family = ''] = sortName.split(',');
  return kind === 'person' && family.trim() ? nameKey(family) : null;
}

const isFamilyNameAlone = ({ name }: SpeakerRecord): boolean => !/\s/u.test(name.trim());

/**
 * For each speaker, by id, those who may be the same and are not decided to be: of "Trump" everybody whose family name it
 * is, of each of them "Trump". In the order given.
 */
export function undecidedNamesakes(
  speakers: readonly SpeakerRecord[],
): ReadonlyMap<string, readonly SpeakerRecord[]> {
  const found = new Map<string, SpeakerRecord[]>();
  const families = Map.groupBy(speakers, familyOf);
  families.delete(null);
  for (const bearers of families.values()) {
    const alone = bearers.filter(isFamilyNameAlone);
    const others = bearers.filter((one) => !isFamilyNameAlone(one));
    if (alone.length === 0 || others.length === 0) continue;
    for (const one of alone) found.set(one.id, others);
    for (const one of others) found.set(one.id, alone);
  }
  return found;
}
