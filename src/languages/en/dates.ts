/** Dates in English running text, and what the words beside one make of it. */
import type { DateReader } from '../language.ts';
import { printedDates } from './printed-dates.ts';

/** Words before a date that date the printing of the words, not their saying. */
const PRINTED_ON = /\b(?:published|printed|posted|released|aired|broadcast|carried)(?: on| in)? $/i;

export const dateReader: DateReader = {
  printed: printedDates,
  isOfPrinting: (before) =>
    PRINTED_ON.test(before.replace(/\b(?:on|in) $/, ' ').replace(/ +$/, ' ')),
  // `the Jan. 6 committee`, `the June 2014 report`; `at the 5 May meeting` is the day of a saying.
  isPartOfName: ({ before, printed, after }) =>
    /\b(?:the|this|that|its|his|her|their) $/i.test(before) &&
    !/\b(?:at|in|during|on) the $/i.test(before) &&
    !/^\d\w* of /.test(printed) &&
    /^[ -]\p{Ll}/u.test(after),
};
