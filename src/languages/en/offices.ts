/** Offices and callings as printed beside a name, and which descriptions may stand for them. */
import type { Office } from '../../engine/pack.ts';
import { DETERMINERS, PREPOSITIONS } from './phrases.ts';
import { STANDS_FOR, ANYWHERE, LEVELS, FIELDS, SHORTENED, SPELLINGS } from './lexicon/offices.ts';
import { DEMONYMS } from './lexicon/places.ts';

export { LEVELS } from './lexicon/offices.ts';

/** Reads a role or description; "president and founder" is two. */
export function officesOf(role: string): Office[] {
  return role
    .toLowerCase()
    .replaceAll('’', "'")
    .split(/\s+and\s+|[,/;]/)
    .flatMap((part) => {
      const all = part
        .replace(/\./g, '')
        .split(/[\s-]+/)
        .map((w) => w.replace(/^['"“‘]+|'s?$|["”]+$/g, ''))
        .flatMap((w) =>
          w === 'premier' ? ['prime', 'minister'] : w ? [SPELLINGS.get(w) ?? w] : [],
        );
      while (all.length && DETERMINERS.has(all[0]!)) all.shift();
      let end = all.findIndex((w, k) => k > 0 && PREPOSITIONS.has(w));
      if (end < 0) end = all.length;
      let last = end - 1;
      while (last > 0 && /^(?:elect|designate)$/.test(all[last]!)) last--;
      const head = all[last];
      if (!head) return [];
      const levels = new Set(
        all
          .slice(0, end)
          .filter((w, k) => k !== last && LEVELS.has(w) && !SHORTENED.get(head)?.has(w)),
      );
      // "Secretary General": the first noun tells which general.
      if (
        head === 'general' &&
        last > 0 &&
        /^(?:secretary|director|governor)$/.test(all[last - 1]!)
      )
        levels.add(all[last - 1]!);
      return [{ head, words: new Set(all), levels }];
    });
}

/** Words of roles that a description may stand for; whoever has one of them is looked at. */
export function rolesFor(description: Office): string[] {
  const { head } = description;
  return [
    ...new Set([
      head,
      ...(STANDS_FOR.get(head) ?? []),
      ...(ANYWHERE.has(head) ? [ANYWHERE.get(head)!] : []),
    ]),
  ];
}

/** Whether a description may mean the holder of an office. */
export function fits(description: Office, office: Office): boolean {
  const { head, words, levels } = description;
  const anywhere = ANYWHERE.get(head);
  const same =
    head === office.head ||
    STANDS_FOR.get(head)?.has(office.head) ||
    (anywhere !== undefined && office.words.has(anywhere));
  if (!same) return false;
  if (levels.size !== office.levels.size || [...levels].some((w) => !office.levels.has(w)))
    return false;
  for (const w of words) {
    if (w === head || office.words.has(w)) continue;
    if (FIELDS.has(w) || SHORTENED.get(head)?.has(w)) return false;
    if (DEMONYMS.has(w) && [...office.words].some((other) => DEMONYMS.has(other))) return false;
  }
  return true;
}

/** Whether the role says all that the description does. */
export const saysAll = (description: Office, office: Office): boolean =>
  [...description.words].every((w) => w === description.head || office.words.has(w));
