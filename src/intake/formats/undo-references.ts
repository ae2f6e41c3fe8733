/**
 * Character references as they are written in a text that no parser of HTML has read: `&ldquo;`, doubled as
 * `&amp;ldquo;`, or without the semicolon, where the name is one of marks, blanks and letters and fits the characters
 * beside it.
 */
import { decodeHTMLStrict } from 'entities';
import type { Span } from '../../model/records.ts';
import { byPosition } from '../../text/spans.ts';
import type { Token } from './undo-layout.ts';

const REFERENCE = /&(?:amp;)*(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z\d]{1,31});/gi;
const DOUBLED = /^&(?:amp;)+(?=[#a-z])/i;
/** Those from 0x80 up may be bytes of a character that was read in the wrong encoding. */
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffd]/;

/** References that a text may hold without their semicolon, with no word of a query behind them: `?a=1&quot=2`. */
export const UNENDED = new RegExp(
  `&(?:amp;)*(?:${[
    '(?:[lr](?:d|s|a|sa)|bd|sb)quo|quot|apos',
    '(?:nb|en|em|thin)sp|[mn]dash|hellip|amp(?![a-z])',
    '[A-Za-z](?:acute|grave|circ|uml|tilde|cedil|ring|slash)|szlig',
    String.raw`#(?:3[49]|1[6-9]\d|2[0-5]\d|8[12]\d\d)(?!\d)|#x20[123][0-9A-Fa-f]`,
  ].join('|')})(?!;|\\w*=)`,
);

const ALL_UNENDED = new RegExp(UNENDED, 'g');

/** The references of a text, in order, each with the character that it stands for. */
export function references(text: string): Token[] {
  const unended = [...text.matchAll(ALL_UNENDED)]
    .flatMap(({ 0: written, index }) => tokenOf(written, index, ';'))
    .filter(
      (token) => standsUnended(text, token) || !/[\w&]/.test(text.slice(token.end, token.end + 1)),
    );
  const starts = new Set(unended.map(({ start }) => start));
  // `&amp;ldquo` is no ampersand before a word
  const ended = [...text.matchAll(REFERENCE)].flatMap(({ 0: written, index }) =>
    starts.has(index) ? [] : tokenOf(written, index, ''),
  );
  return [...ended, ...unended].sort(byPosition);
}

function tokenOf(written: string, start: number, lost: ';' | ''): Token[] {
  const inner = written.replace(DOUBLED, '&') + lost;
  const stands = decodeHTMLStrict(inner);
  const isNone = stands === inner || CONTROL.test(stands);
  return isNone ? [] : [{ start, end: start + written.length, stands }];
}

/** The same for a text that a parser reads: one ampersand and the semicolon are left for it. */
export const doubledReferences = (text: string): Token[] =>
  references(text).flatMap((token) => {
    const written = text.slice(token.start, token.end);
    const stands = written.replace(DOUBLED, '&').replace(/;?$/, ';');
    return stands === written ? [] : [{ ...token, stands }];
  });

/** Whether a token is a reference without its semicolon. */
export const isUnended = (text: string, { start, end }: Span): boolean =>
  text[start] === '&' && text[end - 1] !== ';';

const OPENS_AFTER = /(?:^|[\s([>—–“‘«"'-]|quo;?|#8\d{3};?)$/;
const OPENS_BEFORE = /^[\p{L}\p{N}…&“‘'"$£€[]/u;
const CLOSES_AFTER = /[^\s([]$/;
const CLOSES_BEFORE = /^(?:$|[\s\p{P}&<])/u;
const ENDING = /^(?:s|t|re|ve|ll|d|m)(?!\p{L})/u;

/** Whether what a reference without its semicolon stands for fits the characters beside it. */
export function standsUnended(text: string, { start, end }: Span): boolean {
  const [before, after] = [text.slice(Math.max(0, start - 8), start), text.slice(end, end + 8)];
  const stands = decodeHTMLStrict(`${text.slice(start, end).replace(DOUBLED, '&')};`);
  const opens = OPENS_AFTER.test(before) && OPENS_BEFORE.test(after);
  const closes = CLOSES_AFTER.test(before) && CLOSES_BEFORE.test(after);
  const isWithin = /\p{L}$/u.test(before) && (ENDING.test(after) || /^\p{Lu}\p{Ll}/u.test(after));
  if (/^[“‘«„‚‹]$/.test(stands)) return opens;
  if (/^[”»›]$/.test(stands)) return closes;
  if (stands === '"') return opens || closes;
  if (/^['’]$/.test(stands)) return opens || closes || isWithin;
  if (stands === '&') return /[\p{Lu}\d]\S* ?$/u.test(before) && /^ ?[\p{Lu}\d]/u.test(after);
  if (/^\p{L}$/u.test(stands)) return /\p{L}$/u.test(before) || /^\p{L}/u.test(after);
  // a blank or a dash, where no text speaks of its name
  return !/^[^\p{L}]*$/u.test(before.slice(-1) + after.slice(0, 1)) || /\S$/.test(before);
}
