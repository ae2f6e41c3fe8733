/** An example for those who learn how to ask. */
import type { Archive } from '../../archive/query.ts';

/** The last name of a person with claims, as `speaker:` takes it; "name" in an archive without any. */
export function nameToAskFor({
  speakers,
  claimsBy,
}: Pick<Archive, 'speakers' | 'claimsBy'>): string {
  const person = speakers.find(({ id, kind }) => kind === 'person' && claimsBy(id).length > 0);
  const [claim] = person ? claimsBy(person.id) : [];
  return claim?.speaker?.name.split(' ').at(-1) ?? 'name';
}
