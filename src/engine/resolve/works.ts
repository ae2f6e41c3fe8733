/** Titles of films, books and songs: a name that is all that stands in marks names nobody who speaks. */
import type { Span } from '../../model/records.ts';

/** Characters before a name in which a mark and an article stand. */
const BEFORE = 5;
/** Characters behind it in which the mark stands. */
const BEHIND = 2;
const OPENS = /["“‘'«„](?:The |A |An )?$/;
const CLOSES = /^[,.]?["”’'»“]/;

/** Whether a name is all that stands between quotation marks: `“The Long Field”`. */
export const isInMarks = (text: string, { start, end }: Span): boolean =>
  OPENS.test(text.slice(Math.max(0, start - BEFORE), start)) &&
  CLOSES.test(text.slice(end, end + BEHIND)) &&
  !/^[’']s/.test(text.slice(end, end + BEHIND));
