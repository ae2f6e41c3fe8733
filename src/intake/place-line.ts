/** The line of place, date and agency at the head of a report of an agency. */
import { CUES } from '../languages/en/cues.ts';

/** `HARBOUR TOWN, Maine, Feb. 3, 2022 (Bay Wire) -- `: place, date and agency at the head of the running text. */
const PLACE_LINE =
  /^(?:\p{Lu}[\p{Lu}.’'-]+(?: \p{Lu}[\p{Lu}.’'-]*)*)(?:,? [\p{L}\d.,’' -]{0,60}?)?(?: ?\(([^()]{2,40})\))? ?(?:(?:--|—|–|- ) ?|\/([\p{Lu}\d][\p{L}\d ]{1,30})\/\.? ?(?:[–—-] ?)?)/u;

const MONTH =
  /^(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|ember|ober)?$/;

/** The second dash of a sentence, and the word after it. */
const SECOND_DASH =
  /^(?:(?!--| - )[^.!?–—]|[.!?](?!["”’)]*(?: |$))|(?<=\b(?:Mr|Mrs|Ms|Dr|St|\p{Lu}))\.)*(?:--|—|–| - ) ?(\p{L}+)/u;

/** The place line at the head of a paragraph; capitals may also begin a name with something between dashes. */
export function findPlaceLine(paragraph: string): RegExpExecArray | null {
  const found = PLACE_LINE.exec(paragraph.slice(0, 140));
  if (!found || found[2]) return found;
  const outside = found[0].replace(/\([^()]*\)/, '').match(/[\p{L}’'-]+/gu) ?? [];
  if (outside.some((word) => /^[\p{Ll}’'-]*\p{Ll}[\p{Ll}’'-]*$/u.test(word) && !MONTH.test(word)))
    return null;
  const [, after = ''] = SECOND_DASH.exec(paragraph.slice(found[0].length, 600)) ?? [];
  const cue = CUES.get(after);
  return cue && cue.strength > 1 && (cue.form === 'past' || cue.form === 's') ? null : found;
}

/** Length of the place line at the head of a paragraph; 0 if there is none. */
export const placeLineLength = (paragraph: string): number =>
  findPlaceLine(paragraph)?.[0].length ?? 0;
