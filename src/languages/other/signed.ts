/** Lines that sign an article, in languages that have no folder of their own. */
import { isLongSentence } from '../../text/lines.ts';
import { SIGNATURES } from './bylines.ts';
import { fullDatesIn } from './dates.ts';

/** Small words inside names, in whichever language. */
const PARTICLE =
  'van|von|vom|zu|de|der|den|het|del|della|di|da|do|dos|das|du|la|le|el|ten|ter|af|av|al|bin|bint|ben|ibn|ould|y|e';
const PERSON = new RegExp(
  `^\\p{Lu}[\\p{L}.’'-]*(?: (?:\\p{Lu}[\\p{L}.’'-]*|${PARTICLE})){0,3} \\p{Lu}[\\p{L}.’'-]+$`,
  'u',
);
export const isPerson = (words: string): boolean => PERSON.test(words);

/** Two words to four in a script without capitals that is written with blanks, the last of them not joined to others by its head. */
const CASELESS =
  /^(?:[\p{Script=Arabic}\p{Script=Hebrew}][\p{L}\p{M}'’״׳-]+)(?: (?!و\p{L}+ \p{L}+$)[\p{Script=Arabic}\p{Script=Hebrew}][\p{L}\p{M}'’״׳-]*){1,3}$/u;
const isSigner = (words: string): boolean => isPerson(words) || CASELESS.test(words);

/** What parts the names of a line from its date and its section. */
const PART = /\s*(?:[|·•~]|\/\/|\s—)\s*/;
/** Behind a name: where its article is filed, how many comments there are. */
const BEHIND = /\s(?:in|im|unter|eine?|keine?|dans|sous|sotto|under|\d+)\s.*$/iu;
/** A day in figures of whichever order, with a year of two figures or four. */
const FIGURES = /(?<!\d)\d{1,2}[./-]\d{1,2}[./-](?:\d{2}|\d{4})(?!\d)/;
/** Small words between a name and the day, and the name of the day. */
const TOWARDS_DAY =
  /(?:[\s,.»«@–—-]+(?:am|vom|den|el|le|il|em|on|op|d\.|at|@|»|\p{L}{4,10}(?:tag|woch|abend|feira|di)))*[\s,»«@/–—-]*$/iu;
/** Labels of what was written: behind them one word alone may say anything. */
const OF_WORDS = /^(?:te[xk]|interview|haber|текст|글)/i;
/** The name of an account: one word, none of a sentence. */
const ACCOUNT = /^(?=.*\p{L}{2})[\p{L}\d][\p{L}\d._-]{1,29}$/u;
/** Behind the names: who they work for, or where they were: `, NDR`, `, Tarnow`. */
const BESIDE_NAMES = /^\p{Lu}[\p{L}.-]{1,20}$/u;

/** Behind what signs: a colon or a blank, and the names. */
const BEHIND_LABEL = '(?: ?(:) ?| )(.{2,160})$';
/** Before the name in a line with its day, as templates of sites print it whatever the language of the page. */
const OF_TEMPLATE = new RegExp(
  `^((?:(?:posted|written|published|submitted)(?: in .{2,40})? )?by)${BEHIND_LABEL}`,
  'iu',
);

/** Who signs in a line. */
export interface SignedLine {
  names: string[];
  /** Whether the line does nothing else: every part of it is a name, a day, or who somebody works for. */
  isAll: boolean;
}

/** The names of the days of the week in small letters: those of January 2023, which begins with a Sunday. */
function weekdays(tag: string): ReadonlySet<string> {
  const { format } = new Intl.DateTimeFormat(tag, { weekday: 'long', timeZone: 'UTC' });
  return new Set([1, 2, 3, 4, 5, 6, 7].map((day) => format(Date.UTC(2023, 0, day)).toLowerCase()));
}

/** Reads lines that sign in the language of a code, `de`. */
export function signedLines(code: string, tag: string) {
  const signature = SIGNATURES[code];
  const signed = signature && new RegExp(`^(${signature.before})${BEHIND_LABEL}`, 'iu');
  // `12. Mai 2024 von Ann Lee`
  const dated = signature && new RegExp(`^.{0,4}\\d.{4,40} (?=(?:${signature.before})[ :])`, 'iu');
  const talks = signature?.talks ?? null;
  const and = [signature?.and ?? '&', talks ?? []].flat().join('|');
  const between = new RegExp(
    `\\s*[,;،|/·•]\\s*(?:(?:${and}|&)\\s+)?|\\s+[–—-]\\s+|\\s+(?:${and}|&)\\s+`,
    'iu',
  );
  const isTalk = talks === null ? null : new RegExp(`^\\S+ .{2,60} (?:${talks}) \\S+ `, 'iu');
  // `Ann Lee avec AFP`, but not one who speaks `im Gespräch mit Bo Berg`
  const withHelpers = (name: string): string[] => {
    const parts = signature?.with ? name.split(` ${signature.with} `) : [name];
    return isPerson(parts[0] ?? '') ? parts : [name];
  };
  const calling =
    signature?.calling &&
    new RegExp(`^(?:${signature.calling}):? (?=\\p{Lu})|[ ,]+(?:${signature.calling})$`, 'iu');
  const bare = (name: string): string => {
    const rest = calling ? name.replace(calling, '') : name;
    return isPerson(rest) ? rest : name;
  };
  const partsOf = (row: string): string[] =>
    row
      .replace(/\s*\([^()]{1,40}\)/g, '')
      .split(between)
      .flatMap((name) => withHelpers(name.trim()))
      .map(bare)
      .filter(Boolean);
  const days = weekdays(tag);
  const dayIn = (line: string): number =>
    fullDatesIn(line, tag)[0]?.start ?? FIGURES.exec(line)?.index ?? -1;

  /** Names of a part of a line; `hasDay`: whether another part of it is the day. */
  function ofPart(part: string, hasDay: boolean): SignedLine | null {
    const [, label = '', colon, row] =
      (!isLongSentence(part) && (signed?.exec(part) ?? (hasDay && OF_TEMPLATE.exec(part)))) || [];
    if (row === undefined) return talkOf(part);
    const day = dayIn(row);
    const words = (day < 0 ? row : row.slice(0, day))
      .replace(TOWARDS_DAY, '')
      .replace(BEHIND, '')
      .trim();
    const parts = partsOf(words);
    const names = parts.filter(isSigner);
    if (names.length > 0)
      return isName(parts[0] ?? '') ? { names, isAll: parts.every(isName) } : null;
    const isLabelled = colon !== undefined && !OF_WORDS.test(label);
    const isAccount = ACCOUNT.test(words) && !days.has(words.toLowerCase());
    return isAccount && (isLabelled || day >= 0 || hasDay) ? { names: [words], isAll: true } : null;
  }
  /** `Ann Lee im Gespräch mit Bo Berg`: which of the two asks is not said. */
  function talkOf(line: string): SignedLine | null {
    if (!isTalk?.test(line) || isLongSentence(line)) return null;
    const names = partsOf(line);
    return names.length === 2 && names.every(isPerson) ? { names, isAll: true } : null;
  }
  const isName = (part: string) => isSigner(part) || BESIDE_NAMES.test(part);

  return {
    peopleIn: (row: string): string[] => partsOf(signed?.exec(row)?.[3] ?? row).filter(isPerson),
    withoutBy: (name: string): string => signed?.exec(name)?.[3] ?? name,
    /** Who signs in a line: all of it, or one of several parts as in `12.05.24 | 9:30 | Von Ann Lee`. */
    read(line: string): SignedLine | null {
      const parts = line.split(PART).filter(Boolean);
      const day = dated?.exec(line)?.[0];
      const isDated = day !== undefined && dayIn(day) >= 0;
      const hasDay = dayIn(line) >= 0;
      const whole = ofPart(isDated ? line.slice(day.length) : line, hasDay);
      if (whole || parts.length < 2) return whole;
      const found = parts.map((part) => ofPart(part, hasDay));
      return found.find((one) => one !== null) ?? null;
    },
  };
}
