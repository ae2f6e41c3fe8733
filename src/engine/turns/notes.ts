/** What stands inside a turn and is nobody's words: captions, subheadings, notes in brackets, pull quotes. */
import type { Span } from '../../model/records.ts';
import { trimmed } from '../../text/spans.ts';
import type { ConversationReader } from '../pack.ts';
import type { EngineParagraph, EngineText } from '../types.ts';

/** Characters of the longest paragraph that may be a note. */
const LONGEST = 400;
/** Words of the longest subheading. */
const SUBHEAD = 7;
const BULLET = /^(?:[-–—•*·◦▪‣]\s|\(?(?:\d{1,2}|[a-z])[.)]\s)/;

/** Whether paragraph `index`, not the first of its turn, is nobody's words. */
export function isAside(
  { text, paragraphs }: EngineText,
  index: number,
  language: ConversationReader,
): boolean {
  const p = paragraphs[index];
  if (!p || p.kind === 'heading' || p.kind === 'caption') return true;
  const words = wordsOf(text, p);
  if (words.length > LONGEST) return false;
  if (language.isCaption(words) || isBracketed(words, language)) return true;
  if (language.isProceedings(words) || repeats(text, paragraphs, p)) return true;
  return isSubhead(words) && !isListed(text, paragraphs, index);
}

/** The fewest and the most words of a pull quote. */
const LEAST_PULLED = 5;
const MOST_PULLED = 60;
const plain = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Whether a paragraph in marks, or in type of its own, repeats words of a longer one: a pull quote. */
function repeats(
  text: string,
  paragraphs: readonly EngineParagraph[],
  p: EngineParagraph,
): boolean {
  const words = wordsOf(text, p);
  if (!/^["“„«‘'>]/.test(words) && !p.bold && !p.italic && p.kind !== 'quote') return false;
  const pulled = plain(words);
  const count = pulled.split(' ').length;
  if (count < LEAST_PULLED || count > MOST_PULLED) return false;
  return paragraphs.some(
    (other) =>
      other !== p &&
      other.end - other.start > p.end - p.start &&
      ` ${plain(wordsOf(text, other))} `.includes(` ${pulled} `),
  );
}

const wordsOf = (text: string, { start, end }: Span): string => text.slice(start, end).trim();

/** "(Applause.)", "[Editor's note: she left in May.]": in square brackets whatever it says. */
const isBracketed = (words: string, language: ConversationReader): boolean =>
  /^\[[^[\]]{8,}\]\W{0,3}$/.test(words) ||
  (/^(?:\([^()]*\)|\[[^[\]]*\])\W{0,3}$/.test(words) && language.isStageNote(words));

/** A few words without a full stop. */
export const isSubhead = (words: string): boolean =>
  words.split(/\s+/).length <= SUBHEAD && !/[.!?…:,;"”’')\]—–-]$/.test(words);

/** Whether a short paragraph is a member of a list: by its sign, or since short ones follow a colon. */
function isListed(text: string, paragraphs: readonly EngineParagraph[], index: number): boolean {
  const isShort = (k: number): boolean => {
    const p = paragraphs[k];
    return p !== undefined && p.end - p.start < 80 && isSubhead(wordsOf(text, p));
  };
  const words = paragraphs[index];
  if (words && BULLET.test(wordsOf(text, words))) return true;
  let k = index;
  while (isShort(k)) k--;
  const lead = paragraphs[k];
  return lead !== undefined && k < index && /:\W?$/.test(wordsOf(text, lead).slice(-2));
}

/** A note in brackets, with the blank or the stop behind it. */
const NOTE = /\s*(?:\([^()]{1,300}\)|\[[^[\]]{1,300}\])/g;
/** The sign of a member of a list, which nobody says. */
const SIGN = /^\s*[-–—*•·◦▪‣]\s+(?=\S)/;

/** What is said in a paragraph of a turn: its words without notes in brackets ("Laughs.") and the sign of a list. */
export function spokenParts(text: string, span: Span, language: ConversationReader): Span[] {
  const words = text.slice(span.start, span.end);
  const parts: Span[] = [];
  let from = SIGN.exec(words)?.[0].length ?? 0;
  const take = (to: number): void => {
    const part = trimmed(text, { start: span.start + from, end: span.start + to });
    if (part && /[\p{L}\p{N}]/u.test(text.slice(part.start, part.end))) parts.push(part);
  };
  for (const { 0: note, index } of words.matchAll(NOTE)) {
    const isInside = /[\p{L}\p{N}]/u.test(words.slice(index + note.length));
    // what was not understood is a gap in the words
    if (!language.isStageNote(note.trim()) || (isInside && language.isGap(note))) continue;
    take(index);
    from = index + note.length;
    // the stop of a note that stands by itself: "(Laughter)."
    if (/[.!?…]["”’)]*$/.test(words.slice(0, index).trim()))
      from += /^\.?/.exec(words.slice(from))?.[0].length ?? 0;
  }
  take(words.length);
  return parts;
}
