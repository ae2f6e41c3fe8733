/** What interviews and transcripts in English print beside the words of a turn. */
import type { ConversationReader } from '../../engine/pack.ts';
import { NO_LABEL, OUTRO, SIDES, SMALL } from './lexicon/turns.ts';

const SIDE_LABEL = /^\**(Q|A|Question|Answer)(?:\d{1,3})?(?:\.:|[.:)]|\s[–—-])\**\s+(?=\S)/;
const ABBREVIATION = /\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Prof|Rev|Hon|St|[A-Z])\. /g;

const CREDIT =
  /\b(?:image|photo|photograph|picture|credit|screenshot|illustration|source)s?(?: credit| courtesy)?: /i;
const PICTURED = /^(?:file )?(?:photo|image|picture)s? (?:of|by)\b/i;
const PLACED = /\((?:left|right|cent(?:er|re)|pictured|above|below|second from (?:left|right))\)/i;

function sideLabel(head: string): ReturnType<ConversationReader['sideLabel']> {
  const [whole, word] = SIDE_LABEL.exec(head) ?? [];
  if (whole === undefined || word === undefined) return null;
  const start = whole.indexOf(word);
  // "A – " is an article.
  if (word.length === 1 && head[start + 1] === ' ') return null;
  return {
    start,
    end: start + word.length,
    key: word.startsWith('Q') ? 'q' : 'a',
    body: whole.length,
  };
}

export const conversations: ConversationReader = {
  sideLabel,
  sideOf: (label) => SIDES.get(label) ?? null,
  namesNobody: (word) => NO_LABEL.has(word),
  isInsideName: (word, isFirst) =>
    (!isFirst && SMALL.has(word)) || /^(?:al|el|bin|ibn)-/.test(word),
  withoutAbbreviations: (name) => name.replace(ABBREVIATION, ''),
  isCaption: (words) =>
    (words.length < 300 && CREDIT.test(words)) || PICTURED.test(words) || PLACED.test(words),
  isClosingNote: (head) => OUTRO.test(head),
  isAttributed: (words) => /[,?!]["”] (?:he|she|[A-Z]\w+) said/.test(words),
};
