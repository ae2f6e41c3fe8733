/** "The 24-year-old": whom an age means. */
import type { Span } from '../../model/records.ts';
import type { Mention } from '../draft.ts';
import type { Around } from './around-pronoun.ts';

/** Characters behind a name in which an age is printed. */
const AGE_WITHIN = 24;

/** "The 24-year-old": whoever is printed with that age, who alone is named just before, or whom the sentence before is about. */
export function byAge(
  { text, pack, cast }: Pick<Around, 'text' | 'pack' | 'cast'>,
  { start }: Mention,
  words: string,
  paragraph: number,
  about: () => number | null,
): number | null {
  const age = pack.mentions.age(words);
  if (age === null) return null;
  const gender = pack.mentions.gender(words);
  const before = cast.named.filter(
    (place) =>
      place.start < start &&
      place.index >= 0 &&
      !place.onLine &&
      cast.entity(place.index).kind === 'person' &&
      (gender === null || cast.fitsGender(place.index, gender)),
  );
  const aged = before.filter(
    ({ end }) => pack.mentions.ageBehind(text.slice(end, end + AGE_WITHIN)) === age,
  );
  const isOwner = ({ end }: Span): boolean => /^[’']/.test(text.slice(end, end + 1));
  const near = before.filter((place) => paragraph - place.paragraph <= 1 && !isOwner(place));
  const [one, ...others] = new Set((aged.length > 0 ? aged : near).map(({ index }) => index));
  if (one !== undefined && others.length === 0) return one;
  const subject = aged.length > 0 ? null : about();
  return subject !== null && (gender === null || cast.fitsGender(subject, gender)) ? subject : null;
}
