/** Lines above the running text of an article in English: filing, date, byline, credit. */
import type { DateLine, PageReader } from '../../language.ts';
import type { PrintedDate } from '../../../model/dates.ts';
import { isLongSentence } from '../../../text/lines.ts';
import { printedDates } from '../printed-dates.ts';

const FILING =
  /^(region|themes?|topics?|tags?|categor(?:y|ies)|sections?|keywords?|filed under|in-depth report|series|column)\s*:\s*(.{1,200})$/i;
const OPINION_LABEL =
  /^(?:opinion|op-ed|comment(?:ary)?|editorial|analysis|viewpoint|column)\s*(?:[:|–—-]|$)/i;
const NAME =
  /^(?:(?:Dr|Prof|Sir|Mr|Mrs|Ms)\.? )?\p{Lu}[\p{L}.’'-]*(?: (?:\p{Lu}[\p{L}.’'-]*|al|bin|de|del|der|di|el|la|le|van|von)){1,4}$/u;
const DESK =
  /^((?:[\w-]+ )?(?:news ?desk|newsroom|desk|staff(?: (?:writers?|reporters?))?|editors?|editorial board|agencies|correspondents?|news service))\s*(?:[-–—|,/]|at|for)\s*(.{2,60})$/i;
const BYLINE =
  /^(?:(?:story|words|text|written|reported|report|analysis|opinion) )?by:?\s+(.{3,160})$/i;
const ORGANISATION =
  /\b(?:press|news|post|times|agency|wire|media|journal|herald|gazette|tribune|telegraph|guardian|chronicle|observer|review|magazine|daily|weekly|network|radio|tv|television|broadcasting|service|reuters|afp|ap|bbc)\b/i;
const ORGANISATION_OR_THE = new RegExp(`^The |${ORGANISATION.source}`, 'i');
const INTERVIEWED_BY =
  /^(?:interviewed|interview(?: conducted)?|questions?) by:?\s+(.{3,80}?)\.?$/i;
const CREDIT =
  /\((?:photo|image|picture|illustration|file photo|credit|source|AP|AFP|INA|Reuters|Getty|EPA|TASS|Xinhua|[A-Z]{2,5}(?: Photo)?)\b[^()]{0,80}\)\.?$|\b(?:photo|image|picture)(?: credit)?s?\s*(?:by|:)\s*\S|\/\s?(?:AP|AFP|Reuters|Getty Images|EPA)\b[^.]{0,40}$/i;

const LABEL =
  /^(?:[‘’ʻʼʾʿ'`]?\p{Lu}[\p{L}\p{M}.‘’'`-]*(?: [‘’ʻʼʾʿ'`]?\p{Lu}[\p{L}\p{M}.‘’'`-]*){0,4}|Q|A|\d?\d:\d\d(?::\d\d)?\s+\p{Lu}.{0,40}):\s+\S.{20,}/u;

/** Labels that belong to the head of an article, not to a speaker. */
const HEAD_LABEL =
  /^(?:published|posted|(?:last )?updated|dated?|issued|source|photos?|pictures?|images?|by|text|words|written by|credit|location|place|title|headline|authors?|byline|outlet|publisher|publication|url|link|language)\s*:/i;
/** What may stand behind the date: a time of day, and when the text was last changed. */
const AFTER_DATE =
  /^[\s,.|–—-]*(?:T?(?:at )?\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{1,5})?)?[\s,.|–—-]*(?:(?:last )?(?:updated|modified)\b.{0,40})?$/i;
const DATE_LABEL =
  /^(?:published|posted|updated|last updated|date|first published|issued)(?: on)?\s*:?$/i;
const WEEKDAY = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?$/i;
/** A date after these is that of a picture, of an event or of a right, not of the article. */
const NO_OUTLET =
  /^(?:photos?|photographs?|pictures?|images?|videos?|events?|taken|filmed|recorded|filed|created|deadline|expires?|archived|accessed|retrieved|captured|copyright|effective|valid|starts?|ends?|from|until|since|before|after|on|in|for|born|died)\b/i;
/** An employer after the names: `for the Harbour Post`. */
const FOR_OUTLET = / (?:for|of|at) (?:the )?(\p{Lu}.*)$/u;
const OUTLET_ALONE = /^(?:\p{Lu}[\p{L}\d.&’'-]*(?: |$)|of |the |and )+$/u;

const OUTLET_WORD = /^(?:of|the|and|for|in|on|al|bin|de|del|der|di|du|el|la|le|van|von|und|et)$/;

const isPersonName = (words: string): boolean => NAME.test(words);
export const isOutletName = (words: string): boolean => ORGANISATION.test(words);

/** The first full date of a line. */
const fullDate = (line: string): PrintedDate | undefined =>
  printedDates(line).find(
    ({ year, month, day }) => year !== null && month !== null && day !== null,
  );

function filing(line: string): ReturnType<PageReader['filing']> {
  const [, name, values] = FILING.exec(line) ?? [];
  if (!name || !values) return null;
  return {
    name,
    values: values
      .split(/,\s*/)
      .map((value) => value.trim())
      .filter(Boolean),
    isOpinion: /\b(?:opinion|op-ed|commentary|editorial)\b/i.test(values),
  };
}

function dateLine(line: string): DateLine | null {
  const date = line.length > 120 ? undefined : fullDate(line);
  if (!date || date.range || !AFTER_DATE.test(line.slice(date.end))) return null;
  const before = line.slice(0, date.start).replace(/[\s,|–—-]+$/, '');
  const namesOutlet = before !== '' && !DATE_LABEL.test(before) && !WEEKDAY.test(before);
  const isName =
    before.split(' ').length <= 6 &&
    /^\p{Lu}/u.test(before) &&
    !/[.!?“”":]/.test(before) &&
    !NO_OUTLET.test(before) &&
    // "Photo taken", "3 May to" are no names
    before.split(' ').every((word) => !/^\p{Ll}/u.test(word) || OUTLET_WORD.test(word)) &&
    printedDates(before).length === 0;
  if (namesOutlet && !isName) return null;
  return { date, before, namesOutlet, isUpdate: /^(?:last )?updated/i.test(before) };
}

function authors(line: string): ReturnType<PageReader['authors']> {
  const list = BYLINE.exec(line)?.[1];
  if (!list || isLongSentence(line)) return null;
  const [, employer] = FOR_OUTLET.exec(list) ?? [];
  const outlets = employer ? [employer] : [];
  const [printed = '', outlet] = list
    .replace(FOR_OUTLET, '')
    .split(/\s+[|–—-]\s+|\s*,\s*(?=(?:the )?(?:[A-Z][\w.&’'-]*\s?)+$)/u);
  const people = printed
    .split(/\s*,\s*(?:and\s+)?|\s+and\s+|\s+&\s+/)
    .filter((name) => name && /^\p{Lu}/u.test(name))
    .map((name) => ({ name, isPerson: NAME.test(name) || /^\p{Lu}[\p{L}’'-]+$/u.test(name) }));
  if (people.length > 0 && outlet !== undefined)
    if (isOutletName(outlet) || !NAME.test(outlet)) outlets.push(outlet.trim());
  return { people, outlets };
}

function desk(line: string): ReturnType<PageReader['desk']> {
  const [, name, outlet] = DESK.exec(line) ?? [];
  return !name || !outlet || line.length > 100 ? null : { name, outlet: outlet.trim() };
}

/** `Ann Lee, Harbour Post`: a person and who employs them. */
function personAndOutlet(line: string): { person: string; outlet: string } | null {
  const [, person, outlet] =
    /^(\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){1,3}), ((?:The )?\p{Lu}[^,.]{2,40})$/u.exec(
      line,
    ) ?? [];
  if (!person || !outlet || /^by /i.test(person) || !NAME.test(person)) return null;
  const isOutlet =
    ORGANISATION_OR_THE.test(outlet) || /^\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)+$/u.test(outlet);
  return isOutlet ? { person, outlet: outlet.trim() } : null;
}

/** What `PageReader` asks of lines above the running text. */
export const headLines = {
  filing,
  isOpinionLabel: (line) => OPINION_LABEL.test(line),
  dateLine,
  fullDate,
  isByline: (line) => BYLINE.test(line),
  authors,
  desk,
  interviewer: (line) => INTERVIEWED_BY.exec(line)?.[1] ?? null,
  personAndOutlet,
  namesIn: (line) => line.split(/ and | & |, /),
  isPersonName,
  isOutletName,
  isOutletAlone: (line) => line.length <= 48 && isOutletName(line) && OUTLET_ALONE.test(line),
  isCredit: (line) => CREDIT.test(line),
  isSpeakerLabel: (line) => LABEL.test(line) && !FILING.test(line) && !HEAD_LABEL.test(line),
  leadsIn: (line) => /(?:ed|ing|says?|told|wrote|said|that)$/.test(line),
} satisfies Partial<PageReader>;
