/** What interviews and transcripts in English print beside the words of a turn. */
import type { ConversationReader } from '../../engine/pack.ts';
import { NO_LABEL, OF_MEETING, OUTRO, SIDES, SMALL, STAGE_NOTE } from './lexicon/turns.ts';

const SIDE_LABEL = /^\**(Q|A|Question|Answer)(?:\d{1,3})?(?:\.:|[.:)]|\s[–—-])\**\s+(?=\S)/;
/** "Q   Did you?": court reporters and press offices print no mark behind it. */
const BARE = /^\**(Q|A)\**\s+(?=[\p{Lu}“"'‘([…—–-])/u;
const ABBREVIATION = /\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Prof|Rev|Hon|St|[A-Z])\. /gi;

const CREDIT =
  /\b(?:image|photo|photograph|picture|credit|screenshot|illustration|source)s?(?: credit| courtesy)?: /i;
const PICTURED = /^(?:file )?(?:photo|image|picture)s? (?:of|by)\b/i;
const PLACED = /\((?:left|right|cent(?:er|re)|pictured|above|below|second from (?:left|right))\)/i;

function sideLabel(head: string): ReturnType<ConversationReader['sideLabel']> {
  const isMarked = SIDE_LABEL.test(head);
  const [whole, word] = (isMarked ? SIDE_LABEL : BARE).exec(head) ?? [];
  if (whole === undefined || word === undefined) return null;
  const start = whole.indexOf(word);
  // "A – " is an article.
  if (isMarked && word.length === 1 && head[start + 1] === ' ') return null;
  return {
    isBare: !isMarked,
    start,
    end: start + word.length,
    key: word.startsWith('Q') ? 'q' : 'a',
    body: whole.length,
  };
}

/** "Do you miss it?", "And the third?"; but not "So what did we do?", which a speaker asks himself. */
function mayBePut(words: string): boolean {
  if (words.length > 400) return false;
  if (/\b(?:you|your|yours|yourself|yourselves)\b/i.test(words)) return true;
  const isOne = !/[.!?…]["”’')]*\s/.test(words);
  return isOne && !/\b(?:i|we|us|me|my|our|mine|ours)\b/i.test(words);
}

export const conversations: ConversationReader = {
  sideLabel,
  sideOf: (label) => SIDES.get(label) ?? null,
  isOfMeeting: (label) => OF_MEETING.test(label),
  isArticle: (word) => word === 'the',
  isStageNote: (words) => STAGE_NOTE.test(words),
  mayBePut,
  namesNobody: (word) => NO_LABEL.has(word),
  isInsideName: (word, isFirst) =>
    (!isFirst && SMALL.has(word)) || /^(?:al|el|bin|ibn)-/.test(word),
  withoutAbbreviations: (name) => name.replace(ABBREVIATION, ''),
  isCaption: (words) =>
    (words.length < 300 && CREDIT.test(words)) || PICTURED.test(words) || PLACED.test(words),
  isClosingNote: (head) => OUTRO.test(head),
  isAttributed: (words) => /[,?!]["”] (?:he|she|[A-Z]\w+) said/.test(words),
};
