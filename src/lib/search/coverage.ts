/** The line that says what was searched. */
import { capital, count, inWords } from '../wording.ts';
import type { Coverage } from './names.ts';

/** `Searched 97 claims in 5 articles, 2017 to 2024; three articles have an inferred date.` */
export function coverageInWords({ claims, articles, first, last, inferred, undated }: Coverage): string {
  const years = first === null ? '' : first === last ? `, ${first}` : `, ${first} to ${last}`;
  const notes = [
    inferred > 0 && `${inWords(inferred)} ${inferred === 1 ? 'article has' : 'articles have'} an inferred date`,
    undated > 0 && `${inWords(undated)} ${undated === 1 ? 'has' : 'have'} none`,
  ].filter(Boolean);
  return capital(`searched ${count(claims, 'claim')} in ${count(articles, 'article')}${years}${notes.length > 0 ? `; ${notes.join(', ')}` : ''}.`);
}
