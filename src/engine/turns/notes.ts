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
  return isSubhead(words) && !isListed(text, paragraphs, index);
}

const wordsOf = (text: string, { start, end }: Span): string => text.slice(start, end).trim();

/** "(Applause.)", "[Editor's note: she left in May.]" */
const isBracketed = (words: string, language: ConversationReader): boolean =>
  /^(?:\([^()]*\)|\[[^[\]]*\])\W{0,3}$/.test(words) && language.isStageNote(words);

/** A few words without a full stop. */
const isSubhead = (words: string): boolean =>
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

/** Words of a turn without notes in brackets at either end; null where nothing else stands there. */
export function withoutNotes(text: string, span: Span, language: ConversationReader): Span | null {
  let { start, end } = span;
  for (;;) {
    const words = text.slice(start, end);
    const head = /^\s*(?:\([^()]{1,300}\)|\[[^[\]]{1,300}\])[.\s]*/.exec(words)?.[0];
    const tail = /\s*(?:\([^()]{1,300}\)|\[[^[\]]{1,300}\])[.\s]*$/.exec(words)?.[0];
    if (head && language.isStageNote(head.trim())) start += head.length;
    else if (tail && language.isStageNote(tail.trim())) end -= tail.length;
    else return trimmed(text, { start, end });
    if (start >= end) return null;
  }
}
