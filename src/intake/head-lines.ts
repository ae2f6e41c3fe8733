/** Lines about an article, above and below its running text: what each looks like. */
import type { Boilerplate } from '../languages/en/boilerplate.ts';
import { printedDates } from '../languages/en/printed-dates.ts';
import type { PrintedDate } from '../model/dates.ts';

export const FILING =
  /^(region|themes?|topics?|tags?|categor(?:y|ies)|sections?|keywords?|filed under|in-depth report|series|column)\s*:\s*(.{1,200})$/i;
export const OPINION_LABEL =
  /^(?:opinion|op-ed|comment(?:ary)?|editorial|analysis|viewpoint|column)\s*(?:[:|–—-]|$)/i;
export const NAME =
  /^(?:(?:Dr|Prof|Sir|Mr|Mrs|Ms)\.? )?\p{Lu}[\p{L}.’'-]*(?: (?:\p{Lu}[\p{L}.’'-]*|al|bin|de|del|der|di|el|la|le|van|von)){1,4}$/u;
export const DESK =
  /^((?:[\w-]+ )?(?:news ?desk|newsroom|desk|staff(?: (?:writers?|reporters?))?|editors?|editorial board|agencies|correspondents?|news service))\s*(?:[-–—|,/]|at|for)\s*(.{2,60})$/i;
export const BYLINE =
  /^(?:(?:story|words|text|written|reported|report|analysis|opinion) )?by:?\s+(.{3,160})$/i;
export const ORGANISATION =
  /\b(?:press|news|post|times|agency|wire|media|journal|herald|gazette|tribune|telegraph|guardian|chronicle|observer|review|magazine|daily|weekly|network|radio|tv|television|broadcasting|service|reuters|afp|ap|bbc)\b/i;
export const ORGANISATION_OR_THE = new RegExp(`^The |${ORGANISATION.source}`, 'i');
export const INTERVIEWED_BY =
  /^(?:interviewed|interview(?: conducted)?|questions?) by:?\s+(.{3,80}?)\.?$/i;
export const CREDIT =
  /\((?:photo|image|picture|illustration|file photo|credit|source|AP|AFP|INA|Reuters|Getty|EPA|TASS|Xinhua|[A-Z]{2,5}(?: Photo)?)\b[^()]{0,80}\)\.?$|\b(?:photo|image|picture)(?: credit)?s?\s*(?:by|:)\s*\S|\/\s?(?:AP|AFP|Reuters|Getty Images|EPA)\b[^.]{0,40}$/i;

export const LABEL =
  /^(?:\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){0,4}|Q|A|\d?\d:\d\d(?::\d\d)?\s+\p{Lu}.{0,40}):\s+\S.{20,}/u;

/** Labels that belong to the head of an article, not to a speaker. */
export const HEAD_LABEL =
  /^(?:published|posted|(?:last )?updated|dated?|issued|source|photos?|pictures?|images?|by|text|words|written by|credit|location|place|title|headline|authors?|byline|outlet|publisher|publication|url|link|language)\s*:/i;

/** What a line of a labelled head states: `Title: …`, `Author: …`, as exports and unfenced front matter write them. */
export type HeadFact = 'title' | 'authors' | 'outlet' | 'address';
const FACTS: readonly [HeadFact, RegExp][] = [
  ['title', /^(?:title|headline)\s*:\s*(.{1,300})$/i],
  ['authors', /^(?:authors?|byline|written by)\s*:\s*(?:by\s+)?(.{2,160})$/i],
  ['outlet', /^(?:outlet|publisher|publication|published in|source|newspaper)\s*:\s*(.{2,80})$/i],
  ['address', /^(?:url|link|web ?site|language|lang)\s*:\s*(\S+)$/i],
];

/** The fact that a line of a labelled head states, and its value without quotation marks round all of it. */
export function headFact(line: string): { fact: HeadFact; value: string } | null {
  for (const [fact, form] of FACTS) {
    const value = form.exec(line)?.[1];
    if (value !== undefined) return { fact, value: value.trim().replace(/^(["'])(.+)\1$/, '$2') };
  }
  return null;
}

export const isSentence = (line: string) => /[.!?…]["”’»)\]]*$/.test(line);
/** "By Friday the boat will be gone." */
export const isLongSentence = (line: string) => isSentence(line) && line.split(' ').length > 6;

/** Characters; of 819 titles of US news and of texts from wikis none that ends with a full stop is as long. */
const LONGEST_TITLE = 160;

/**
 * Whether a line reads as running text and not as a title: it ends with a full stop, and is all there is
 * (`isAlone`), is longer than titles are, or goes on after somebody's words. (Of two sentences many a headline consists.)
 */
export function isRunningText(line: string, isAlone: boolean): boolean {
  if (!/[.…]["”’»)\]]*$/.test(line)) return false;
  if (isAlone || line.length > LONGEST_TITLE) return true;
  return /[“"«„][^“”"«»„]{3,}[”"»“]\s+\p{L}.*\p{L}.*\p{L}/u.test(line);
}

/** The first full date of a line. */
export const fullDateIn = (line: string): PrintedDate | undefined =>
  printedDates(line).find(
    ({ year, month, day }) => year !== null && month !== null && day !== null,
  );

/** What may stand behind the date: a time of day, and when the text was last changed. */
const AFTER_DATE =
  /^[\s,.|–—-]*(?:T?(?:at )?\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{1,5})?)?[\s,.|–—-]*(?:(?:last )?(?:updated|modified)\b.{0,40})?$/i;
const DATE_LABEL =
  /^(?:published|posted|updated|last updated|date|first published|issued)(?: on)?\s*:?$/i;
const WEEKDAY = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?$/i;

/**
 * A line that holds a date, and little else: what is printed before it, and whether that names an outlet.
 * Null where it is no such line.
 */
export function dateLine(
  line: string,
): { date: PrintedDate; before: string; namesOutlet: boolean } | null {
  const date = line.length > 120 ? undefined : fullDateIn(line);
  if (!date || !AFTER_DATE.test(line.slice(date.end))) return null;
  const before = line.slice(0, date.start).replace(/[\s,|–—-]+$/, '');
  const namesOutlet = before !== '' && !DATE_LABEL.test(before) && !WEEKDAY.test(before);
  const isName =
    before.split(' ').length <= 6 && /^\p{Lu}/u.test(before) && !/[.!?“”"]/.test(before);
  return namesOutlet && !isName ? null : { date, before, namesOutlet };
}

/** `Ann Lee, Harbour Post`: a person and who employs them. */
export function personAndOutlet(line: string): { person: string; outlet: string } | null {
  const [, person, outlet] =
    /^(\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){1,3}), ((?:The )?\p{Lu}[^,.]{2,40})$/u.exec(
      line,
    ) ?? [];
  if (!person || !outlet || /^by /i.test(person) || !NAME.test(person)) return null;
  const isOutlet =
    ORGANISATION_OR_THE.test(outlet) || /^\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)+$/u.test(outlet);
  return isOutlet ? { person, outlet: outlet.trim() } : null;
}

/**
 * A short line like a title between paragraphs: no full stop, no label, and no quotation that
 * it introduces.
 */
export function isHeading(
  lines: readonly string[],
  i: number,
  boilerplate: readonly (Boilerplate | null)[],
): boolean {
  const [line = '', next] = lines.slice(i, i + 2);
  if (line.length > 90 || line.split(' ').length > 10 || !/^[\p{Lu}\p{N}]/u.test(line))
    return false;
  if (/[.,:;!?…–—-]["”’)]?$/.test(line) || /["“”«»]|: /.test(line)) return false;
  if (next === undefined || boilerplate[i + 1] || next.length < 60 || next.length <= line.length)
    return false;
  // before a quotation a short line may be its lead-in: "A driver explained, saying"
  return (
    !/^["“”„«‘'—–]/.test(next) ||
    (line.split(' ').length <= 6 &&
      !line.includes(',') &&
      !/(?:ed|ing|says?|told|wrote|said|that)$/.test(line))
  );
}
