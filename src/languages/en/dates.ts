/** Dates in English running text, and what the words beside one make of it. */
import type { DateReader } from '../language.ts';
import { MONTH, WEEKDAY } from './lexicon/time.ts';
import { printedDates } from './printed-dates.ts';

/** Words before a date that date the printing of the words, not their saying. */
const PRINTED_ON = /\b(?:published|printed|posted|released|aired|broadcast|carried)(?: on| in)? $/i;

const ON = '(?:(?:early|late|later|back|again|only|also) )?(?:on|in|at|during)(?: the)?';
const ISSUED =
  '(?:published|printed|posted|released|aired|broadcast|carried|dated|issued|given|made|held|recorded|sent)';
/** What ends the words that lead to the day of a saying. */
const LEADS = new RegExp(`(?:^|[ ,])(?:${ON}|${ISSUED}(?: (?:on|in))?) $`, 'i');
/** How the words go on after a comma where the date is still that of the saying. */
const GOES_ON = new RegExp(`^ (?:${ON}|${ISSUED}|to|with|speaking|writing)(?= |$)`, 'i');
const AMID = new RegExp(`^,? ${ON} $`, 'i');
const OCCASION =
  /^(?:in|at|on|during|speaking|writing|testifying|appearing|asked|interviewed|addressing) /i;
const CONJUNCTION = /^(?:and|but|then|so|later|also),? /i;
/** Words after which a date is that of a clause, of what is told, or of a bound of time. */
const OTHERS =
  /(?:^|[^\p{L}])(?:who|whom|whose|which|that|where|when|while|as|because|if|though|although|before|after|since|until|till|by|about|around|circa|regarding|concerning|over|of|from|through|between|into|against|despite|following|amid|than|within|response|reply|reaction|born|won|shot|slain|or)(?=[^\p{L}]|$)/iu;
const CLAUSE = /(?:^|[^\p{L}])(?:who|whom|whose|which|that|where|when)(?=[^\p{L}]|$)/iu;
const PARTICIPLE = /(?:ed|ing)$/i;
const NO_PARTICIPLE = new RegExp(
  `^(?:${ISSUED}|united|speaking|writing|testifying|appearing|asked|interviewed|addressing|meeting|hearing|briefing|gathering|sitting|wedding|building|opening|evening|morning|nothing|something|bed)$`,
  'i',
);

const hasParticiple = (words: string): boolean =>
  (words.match(/\p{L}+/gu) ?? []).some(
    (word) => /^\p{Ll}/u.test(word) && PARTICIPLE.test(word) && !NO_PARTICIPLE.test(word),
  );

/** Whether words say no more than where, to whom or on what occasion something was said. */
const isPlain = (words: string): boolean =>
  !OTHERS.test(words) &&
  !hasParticiple(words) &&
  words.split(' ').length <= 14 &&
  // "in a speech on the vote on 3 May"
  (words.match(/\bon\b/gi)?.length ?? 0) <= 1;

/** `, the mayor, in an interview on |3 May`: what stands between commas is put aside, unless it is a clause. */
function isAfterSaying(words: string): boolean {
  const parts = words.split(',');
  const rest = parts.pop() ?? '';
  if (
    parts
      .slice(1)
      .some(
        (part) =>
          CLAUSE.test(part) ||
          hasParticiple(part.trim().split(' ')[0] ?? '') ||
          /^ ?born\b/.test(part),
      )
  )
    return false;
  if (parts.length > 0 && !GOES_ON.test(rest)) return false;
  const [head = ''] = parts;
  return (
    isPlain(head) &&
    isPlain(rest) &&
    (LEADS.test(rest) || (parts.length === 0 && !/\bthe $/i.test(rest)))
  );
}

function isFirst(words: string): boolean {
  const lead = words.replace(/^[^\p{L}\p{N}]+/u, '').replace(CONJUNCTION, '');
  return (
    lead === '' || (OCCASION.test(lead) && !lead.includes(',') && isPlain(lead) && LEADS.test(lead))
  );
}

const TIME_WORD = `(?:\\d{1,4}(?:st|nd|rd|th)?|${MONTH.source}\\.?|${WEEKDAY.source}\\.?)`;
const JOINED = '(?:or|and|to|through|until|till|[-–—/])';
const RANGE_BEFORE = new RegExp(
  `(?:^|[^\\p{L}\\d])${TIME_WORD} ?(?:${JOINED} ?)(?:on |in )?$`,
  'iu',
);
const RANGE_AFTER = new RegExp(`^ ?${JOINED} ?(?:on |in )?${TIME_WORD}(?![\\p{L}\\d])`, 'iu');

/** `32 |May 2018`, `3 or |4 May`, `|3 Mar| 18`, `|Friday| the 13th`: there is more of the date than was read. */
const isCut = (before: string, printed: string, after: string): boolean =>
  /\d(?:st|nd|rd|th)?(?: of)? $/.test(before) && !/\d:\d\d $/.test(before)
    ? true
    : RANGE_BEFORE.test(before) ||
      RANGE_AFTER.test(after) ||
      /^ the \d/.test(after) ||
      (!/\d{4}/.test(printed) && /^,? ?['’]?\d{2}(?![\d:])(?! \p{Ll}{3,}s\b)/u.test(after));

export const dateReader: DateReader = {
  printed: printedDates,
  isOfPrinting: (before) =>
    PRINTED_ON.test(before.replace(/\b(?:on|in) $/, ' ').replace(/ +$/, ' ')),
  // `the Jan. 6 committee`, `the June 2014 report`; `at the 5 May meeting` is the day of a saying.
  isPartOfName: ({ before, printed, after }) =>
    isCut(before, printed, after) ||
    (/\b(?:the|this|that|its|his|her|their) $/i.test(before) &&
      !/^\d\w* of /.test(printed) &&
      (/^[ -]\p{Lu}/u.test(after) ||
        (!/\b(?:at|in|during|on) the $/i.test(before) && /^[ -]\p{Ll}/u.test(after)))),
  governs: (words, printed, place) => {
    const [own = ''] = /^(?:on|in|at|since|by|during|from|until) /i.exec(printed) ?? [];
    const lead = words.replace(/\s+/g, ' ') + own;
    if (place === 'before the saying') return isFirst(lead);
    if (place === 'between name and verb') return AMID.test(lead);
    return isAfterSaying(lead);
  },
  goesOn: (words) => !/\b(?:later|after|since|before|until|ago)\b/i.test(words),
};
