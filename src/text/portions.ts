/** How many UTF-16 units a portion has at most; a page lays out a text of more in portions. */
export const PORTION = 20_000;

/** What goes on with the character before it: the other half of one, marks set on it, what is joined to it. */
const GOES_ON = /^[\p{M}\p{Cs}\u200d]/u;
const HALF = /^\p{Cs}/u;

/**
 * A text in stretches of at most `most` UTF-16 units, which joined are the text. Each ends at the end of a line
 * where one is within reach, else behind a blank, else between two characters.
 */
export function portionsOf(text: string, most = PORTION): string[] {
  const portions: string[] = [];
  let start = 0;
  while (text.length - start > most) {
    const end = start + lengthOfPortion(text.slice(start, start + most + 2), most);
    portions.push(text.slice(start, end));
    start = end;
  }
  return [...portions, text.slice(start)];
}

function lengthOfPortion(ahead: string, most: number): number {
  const within = ahead.slice(0, most);
  const ended = within.lastIndexOf('\n') + 1 || within.lastIndexOf(' ') + 1;
  if (ended > 0) return ended;
  let length = most;
  while (length > 1 && (GOES_ON.test(ahead.slice(length)) || ahead[length - 1] === '\u200d'))
    length--;
  // a tower of marks has no place to be cut at, but between whole characters
  return length > 1 ? length : most - Number(HALF.test(ahead.slice(most)));
}

/** The rest of the line that a text begins in, its whole lines, and the beginning of the line that it ends in. */
export function wholeLinesApart(text: string): [rest: string, lines: string, beginning: string] {
  const first = text.indexOf('\n') + 1;
  const last = text.lastIndexOf('\n') + 1;
  return [text.slice(0, first), text.slice(first, last), text.slice(last)];
}
