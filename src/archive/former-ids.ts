/** Addresses that were made of names in another way lead to those who bear the names. */
import { formerIdOfName, idOfName } from '../model/names.ts';

interface Named {
  id: string;
  name: string;
  aliases: readonly string[];
  hasCard: boolean;
  formerly: string[];
}

/**
 * Those without a card, each with the id that was made of its name before, where a page was published
 * under it, nobody has that id today, and it leads to one alone. `folder` is where their pages stand.
 */
export function withFormerIds<T extends Named>(
  list: readonly T[],
  folder: 'speakers' | 'outlets',
  published: readonly string[],
): T[] {
  const known = new Set(published);
  const taken = new Set(list.flatMap(({ id, formerly }) => [id, ...formerly]));
  const heirs = new Map<string, Set<string>>();
  for (const one of list.filter(({ hasCard }) => !hasCard))
    for (const old of formerIds(one))
      if (!taken.has(old) && known.has(`${folder}/${old}/`))
        heirs.set(old, (heirs.get(old) ?? new Set()).add(one.id));
  return list.map((one) => {
    const own = [...heirs].flatMap(([old, ids]) =>
      ids.size === 1 && ids.has(one.id) ? [old] : [],
    );
    return own.length > 0 ? { ...one, formerly: [...one.formerly, ...own] } : one;
  });
}

const formerIds = ({ id, name, aliases }: Named): string[] =>
  [name, ...aliases].flatMap((called) => {
    const [now, before] = [idOfName(called), formerIdOfName(called)];
    // What follows the name: the article that a speaker is limited to.
    return id.startsWith(now) && before !== '' && before !== now
      ? [`${before}${id.slice(now.length)}`]
      : [];
  });
