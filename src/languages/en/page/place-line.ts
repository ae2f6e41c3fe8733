/** The line of place, date and agency at the head of a report of an agency. */
import type { PlaceLine } from '../../language.ts';
import { CUES } from '../cues.ts';
import { isOutletName } from './head-lines.ts';

/** `HARBOUR TOWN, Maine, Feb. 3, 2022 (Bay Wire) -- `: place, date and agency at the head of the running text. */
const PLACE_LINE =
  /^(?:\p{Lu}[\p{Lu}.’'-]+(?: \p{Lu}[\p{Lu}.’'-]*)*)(?:,? [\p{L}\d.,’' -]{0,60}?)?(?: ?\(([^()]{2,40})\))? ?(?:(?:--|—|–|- ) ?|\/([\p{Lu}\d][\p{L}\d ]{1,30})\/\.? ?(?:[–—-] ?)?)/u;

const MONTH =
  /^(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|ember|ober)?$/;

/** The second dash of a sentence, and the word after it. */
const SECOND_DASH =
  /^(?:(?!--| - )[^.!?–—]|[.!?](?!["”’)]*(?: |$))|(?<=\b(?:Mr|Mrs|Ms|Dr|St|\p{Lu}))\.)*(?:--|—|–| - ) ?(\p{L}+)/u;

/** The place line at the head of a paragraph; capitals may also begin a name with something between dashes. */
export function placeLine(paragraph: string): PlaceLine | null {
  const found = PLACE_LINE.exec(paragraph.slice(0, 140));
  if (!found) return null;
  const [printed, inBrackets, betweenSlashes] = found;
  if (betweenSlashes) return { printed, agency: inBrackets ?? betweenSlashes };
  if (hasSmallWords(printed) || goesOn(paragraph.slice(printed.length, 600))) return null;
  return { printed, agency: inBrackets && isOutletName(inBrackets) ? inBrackets : null };
}

/** Whether words other than months, and other than those in brackets, have no capitals. */
function hasSmallWords(printed: string): boolean {
  const outside = printed.replace(/\([^()]*\)/, '').match(/[\p{L}’'-]+/gu) ?? [];
  return outside.some(
    (word) => /^[\p{Ll}’'-]*\p{Ll}[\p{Ll}’'-]*$/u.test(word) && !MONTH.test(word),
  );
}

/** Whether a verb of saying stands behind a second dash: "ANN LEE -- the mayor -- said". */
function goesOn(after: string): boolean {
  const [, word = ''] = SECOND_DASH.exec(after) ?? [];
  const cue = CUES.get(word);
  return cue !== undefined && cue.strength > 1 && (cue.form === 'past' || cue.form === 's');
}
