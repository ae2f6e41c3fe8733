/** The line that says what was searched. */
import { count } from '../../model/wording.ts';
import type { Coverage } from '../../search/names.ts';

function yearsInWords(first: number | null, last: number | null): string {
  if (first === null) return '';
  return first === last ? `, ${first}` : `, ${first} to ${last}`;
}

/** `Searched 97 claims in 5 articles, 2017 to 2024; 3 articles have an inferred date.` */
export function coverageInWords({
  claims,
  articles,
  first,
  last,
  inferred,
  undated,
}: Coverage): string {
  const years = yearsInWords(first, last);
  const notes = [
    inferred > 0 && `${count(inferred, 'article has', 'articles have')} an inferred date`,
    undated > 0 && `${count(undated, 'has', 'have')} none`,
  ].filter(Boolean);
  if (claims === 0) return `There are no claims yet, in ${count(articles, 'article')}${years}.`;
  return `Searched ${count(claims, 'claim')} in ${count(articles, 'article')}${years}${notes.length > 0 ? `; ${notes.join(', ')}` : ''}.`;
}
