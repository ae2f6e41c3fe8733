/** What interviews and transcripts in English print beside the words of a turn. */
import type { ConversationReader } from '../../engine/pack.ts';
import {
  EXAMINER,
  GUESTS,
  HEARD,
  NO_LABEL,
  OF_MEETING,
  OUTRO,
  PROCEEDINGS,
  ROLE_ALONE,
  SIDES,
  SMALL,
  STAGE_NOTE,
} from './lexicon/turns.ts';

const SIDE_LABEL =
  /^\**(Q|A|Question|Answer|QUESTION|ANSWER)(?:\d{1,3})?(?:\.:|[.:)]|\s[–—-])\**\s+(?=\S)/;
/** "Q   Did you?": court reporters and press offices print no mark behind it. */
const BARE = /^\**(Q|A)\**\s+(?=[\p{Lu}“"'‘([…—–-])/u;
const ABBREVIATION = /\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Prof|Rev|Hon|St|[A-Z])\. /gi;

/** "[She walks to the window.]": a whole sentence in square brackets. */
const SENTENCE_IN_BRACKETS = /^\[\p{Lu}[^[\]]*\s\p{Ll}[^[\]]*\p{Ll}{2}\.\]$/u;
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

/** "We spoke with the harbour master" */
const MET =
  /\b(?:we|i|us|our (?:\w+ ){0,2}\w+|the \p{Lu}\w+) (?:\w+ )?(?:met|spoke|talked|sat down|caught up|asked|interviewed)(?: (?:up|down))?(?: (?:with|to))? (?!(?:him|her|them|about|on|at|in)\b)/iu;
const YOU = /\b(?:you|your|yours|yourself|yourselves)\b/i;
const FIRST_PERSON = /\b(?:I|me|my|mine|myself|we|us|our|ours)\b/;
const QUOTED = /["“«„][^"”»]{0,400}["”»]/g;
const TELLS =
  /\b(?:(?!I\b|We\b)\p{Lu}[\p{L}’'-]+|(?:the|a|an) [\p{L}-]+) (?:said|says|told|announced|confirmed)(?! me\b| us\b)\b|\baccording to\b/u;

/** "Do you miss it?", "And the third?"; but not "So what did we do?", which a speaker asks himself. */
function mayBePut(words: string): boolean {
  if (words.length > 400) return false;
  if (YOU.test(words)) return true;
  const isOne = !/[.!?…]["”’')]*\s/.test(words);
  return isOne && !/\b(?:i|we|us|me|my|our|mine|ours)\b/i.test(words);
}

/** "She talks to Jan Petrie", "in an interview with the Courier's Peter Sand", "interviewed by Jan Petrie" */
function isSaidTo(sentence: string, name: string): boolean {
  const before = sentence.slice(0, Math.max(0, sentence.indexOf(name)));
  return (
    HEARD.test(before.slice(-160)) ||
    /\binterviewed by (?:[\p{L}’'-]+ ){0,4}$/iu.test(before) ||
    SIGNED.test(before)
  );
}

/** "By Jan Petrie", "Interview by Jan Petrie": who asks, and no guest. */
const SIGNED = /^(?:(?:an )?(?:interview|words|text|story) )?by $/i;

/** The name begins the sentence, or somebody met or spoke with whoever bears it. */
function isGuest(sentence: string, name: string): boolean {
  const at = sentence.indexOf(name);
  if (at < 0) return false;
  const before = sentence.slice(0, at);
  if (SIGNED.test(before)) return false;
  return (
    /^(?:[\p{L}’'-]+,? ){0,4}$/u.test(before) ||
    /\b(?:we|us|our|i|here|interview\w*|spoke|talk\w*|sat down|met|asked|caught up|conversation|q&a)\b.{0,60}$/i.test(
      before,
    )
  );
}

function guestIn(title: string): string | null {
  for (const form of GUESTS) {
    const name = form.exec(title)?.[1];
    if (name !== undefined) return name;
  }
  return null;
}

export const conversations: ConversationReader = {
  sideLabel,
  sideOf: (label) => SIDES.get(label) ?? null,
  isOfMeeting: (label) => OF_MEETING.test(label),
  isRoleAlone: (label) => ROLE_ALONE.test(label),
  isProceedings: (words) => PROCEEDINGS.test(words),
  examiner(words) {
    const [whole, name] = EXAMINER.exec(words) ?? [];
    if (whole === undefined || name === undefined) return null;
    return { start: whole.length - name.length, end: whole.length };
  },
  leadsIn: (words) => /(?:\p{L}ed|\p{L}ing|says?|told|wrote|said|that|is|was)$/u.test(words),
  isArticle: (word) => word === 'the',
  isStageNote: (words) => STAGE_NOTE.test(words) || SENTENCE_IN_BRACKETS.test(words),
  isGap: (words) => /\b(?:inaudible|unintelligible|indiscernible|cross-?talk|\.{3}|…)/i.test(words),
  ownName: (words) =>
    /\b(?:I['’]m|I am|my name is|this is) (\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}.’'-]*){0,2} \p{Lu}[\p{L}’'-]+)/u.exec(
      words,
    )?.[1] ?? null,
  mayBePut,
  asksYou: (words) => YOU.test(words),
  isSaidTo,
  isGuest,
  meetsOther: (sentence, name) =>
    MET.test(sentence) && !sentence.split(/[\s,.]+/).includes(name.split(' ').at(-1) ?? name),
  guestIn,
  isOfSpeaker: (words) => FIRST_PERSON.test(words.replace(QUOTED, '')),
  isByOne: (words) => /\b(?:I|my|myself)\b/.test(words.replace(QUOTED, '')),
  tells: (words) => TELLS.test(words),
  namesNobody: (word) => NO_LABEL.has(word),
  isSalutation: (word) => word === 'dear',
  isInsideName: (word, isFirst) =>
    (!isFirst && SMALL.has(word)) || /^(?:al|el|bin|ibn)-/.test(word),
  withoutAbbreviations: (name) => name.replace(ABBREVIATION, ''),
  isCaption: (words) =>
    (words.length < 300 && CREDIT.test(words)) || PICTURED.test(words) || PLACED.test(words),
  isClosingNote: (head) => OUTRO.test(head),
  isAttributed: (words) => /[,?!]["”] (?:he|she|[A-Z]\w+) said/.test(words),
};
