/** Lines of a page in English that tell a time without its date: how long ago, on which day of the week, a change. */
import type { PageReader } from '../../language.ts';

const AGO =
  /^(?:\p{L}+:? )?(?:(\d{1,3}) ?(m|h|d|w|mins?|minutes?|hrs?|hours?|days?|weeks?)(?: ago)?|(yesterday|today|just now))[.·•| ]*$/iu;
/** Days of a unit, by its first letter. */
const DAYS: Readonly<Record<string, number>> = { d: 1, w: 7 };

/** `Published 3 hours ago`: hours may lead into the day before, and days are counted down. */
function daysBack(line: string): ReturnType<PageReader['daysBack']> {
  const [found, count = '0', unit = '', word] = AGO.exec(line) ?? [];
  if (found === undefined) return null;
  if (word !== undefined) {
    const days = word.toLowerCase() === 'yesterday' ? 1 : 0;
    return { least: days, most: days };
  }
  const least = Number(count) * (DAYS[unit.charAt(0).toLowerCase()] ?? 0);
  return { least, most: least + 1 };
}

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const WEEKDAY =
  /(?<!\p{L})(?:(sun|mon|fri)(?:day)?|(tue)(?:s(?:day)?)?|(wed)(?:nesday)?|(thu)(?:rs(?:day)?)?|(sat)(?:urday)?)(?!\p{L})/iu;

function weekday(line: string): number | null {
  const name = WEEKDAY.exec(line)?.slice(1).find(Boolean) ?? '';
  const at = WEEKDAYS.indexOf(name.toLowerCase());
  return at < 0 ? null : at;
}

/** What `PageReader` asks of lines that tell a time. */
export const timesTold = {
  daysBack,
  weekday,
  tellsOfChange: (line) => /\b(?:updated|modified)\b/i.test(line),
} satisfies Partial<PageReader>;
