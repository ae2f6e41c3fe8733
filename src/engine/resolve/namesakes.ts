/** Whom a name means that several have, or that is no name of a person. */
import { first } from '../../text/certain.ts';
import type { Gender, NameAt } from '../pack.ts';
import type { NamedPlace, Person } from './entered.ts';

/** What is asked of the cast of an article. */
interface Named {
  readonly named: readonly NamedPlace[];
  firstMention(index: number): number;
}

/** "ABC": letters of a body, which are nobody's first name. */
export const isAcronym = ({ words: [word = ''] }: NameAt): boolean => /^\p{Lu}{3,}$/u.test(word);

/** "The SP": letters alone, which may be of an office. */
export const isLetters = (at: NameAt | undefined): boolean =>
  at?.words.length === 1 && /^\p{Lu}{2,3}$/u.test(first(at.words));

/**
 * "President Lee … First Lady Ann Lee": whether a title and a last name are of somebody of another office than whoever is
 * named in full later; `roles`: small-letter words of the offices of the latter, first mentioned at `firstAt`.
 */
export function isTitledOther(
  { title, start }: NameAt,
  roles: ReadonlySet<string>,
  firstAt: number,
  isHonorific: (title: string) => boolean,
): boolean {
  if (!title || isHonorific(title) || roles.size === 0 || start >= firstAt) return false;
  return !title
    .toLowerCase()
    .split(/\s+/)
    .some((word) => roles.has(word));
}

/**
 * "|Lee|, who came with her son, Bob Lee": the sex of whom a last name is that is printed before a relative of the same
 * name is; undefined where it may be the relative's.
 */
export function ownerBefore(
  { start, gender, title }: NameAt,
  { entity, gender: own, relativeOf }: Pick<Person, 'entity' | 'gender' | 'relativeOf'>,
): Gender | undefined {
  const isOwn = title !== null && gender !== null && gender === own;
  return start >= (entity.mentions[0]?.start ?? 0) || isOwn ? undefined : relativeOf;
}

/**
 * Whoever alone of several had been named in full where the text first used the last name that they share, which has the
 * index `shared`; undefined for none or several. "Lee's deputy, Ann Lee" tells nothing of whom the text calls so.
 */
export function bearerOf(
  cast: Named,
  namesakes: readonly number[],
  shared: number,
  text: string,
): number | undefined {
  const short = cast.named.find(
    ({ index, onLine, end }) =>
      index === shared && !onLine && !/^[’']/.test(text.slice(end, end + 1)),
  );
  const [one, ...others] = namesakes.filter((i) => cast.firstMention(i) < (short?.start ?? -1));
  return others.length === 0 ? one : undefined;
}

/** Where somebody was named last before an offset, outside headings and bylines; -1 where nowhere. */
export const lastNamed = ({ named }: Named, index: number, before: number): number =>
  named.findLast((place) => place.index === index && place.start < before && !place.onLine)
    ?.start ?? -1;
