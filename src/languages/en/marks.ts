/** What quotation marks, and marks inside names, ask of English. */
import type { MarkReader } from '../../engine/marks/reader.ts';
import type { Span } from '../../model/records.ts';
import { at } from '../../text/certain.ts';
import { BREAK_OFF, BROKEN_OFF, CLIPPED, INTRODUCES, TOLD } from './lexicon/marks.ts';
import { BEFORE, NO_NAME } from './lexicon/name-marks.ts';

/** Sentences of words told in full before a mark that closes, and the fewest characters of such words. */
const MOST_SENTENCES = 6;
const LEAST = 8;
const SENTENCE =
  /(?<=(?<!\b(?:Mr|Mrs|Ms|Dr|St|Sen|Rep|Gov|Gen|Prof|Jr|Sr|U\.S|[A-Z]))[.!?]["”’)]?) (?=["“‘(]?\p{Lu})/gu;

/** What a speaker says of himself or to others, or as one talks. */
const TALKS =
  /\b(?:I|me|my|we|us|our|you|your|let['’]s)\b|\p{L}(?:n['’]t|['’](?:re|ve|ll|m|d))\b|\b(?:it|that|there|what|he|she|here)['’]s\b/iu;

/**
 * Where the quotation begins that ends with `words`, whose opening mark is lost: behind what introduces it or breaks it
 * off, else with the sentence, and with those before it in which somebody talks. Only of words that end as whole
 * sentences do.
 */
function beginsLost({ words, after, resumes }: Parameters<MarkReader['beginsLost']>[0]): number {
  if (!/[,.?!…—–-]$/.test(words)) return -1;
  const [broken] = (resumes && BROKEN_OFF.exec(words)) || [];
  if (broken !== undefined) return broken.length;
  const introduced = [...words.matchAll(INTRODUCES)].at(-1);
  const starts = [0, ...[...words.matchAll(SENTENCE)].map(({ index }) => index + 1)];
  const lead = introduced ? introduced.index + introduced[0].length : -1;
  let begin = -1;
  let told = -1;
  for (const start of starts.reverse().slice(0, MOST_SENTENCES)) {
    if (lead >= start) return words.length - lead >= LEAST ? lead : begin;
    const sentence = words.slice(start, begin < 0 ? words.length : begin);
    if (TOLD.test(sentence)) {
      told = start;
      break;
    }
    if (begin >= 0 && !TALKS.test(sentence)) break;
    if (/^\s*["“‘([]?\p{Lu}/u.test(sentence)) begin = start;
  }
  // a stop may end the narrator's sentence, which quotes its last words alone
  const isWhole =
    /,$/.test(words) ||
    TOLD.test(after.slice(0, 60)) ||
    (resumes && told === 0) ||
    (begin >= 0 && TALKS.test(words.slice(begin)));
  return begin >= 0 && isWhole && words.length - begin >= LEAST ? begin : -1;
}

/** What a speaker says of himself or to others. */
const ADDRESSES = /\b(?:I|me|my|we|us|our|you|your)\b/iu;

/**
 * Whether a sentence is the narrator's: it says who says something, or tells of somebody as no talker does, who would
 * be known by words of `talk`.
 */
const isTold = (sentence: string, talk = TALKS): boolean =>
  TOLD.test(sentence) || (NARRATES.test(sentence) && !talk.test(sentence));

/** A sentence about somebody who is named or was spoken of: the narrator's. */
const NARRATES =
  /^["“‘(]?(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Prof)\. |(?:He|She|His|Her) |(?:But |And |In |On |At |After |While |As |When |The )?(?:the |a )?\p{Lu}[\p{L}’'-]+ (?:\p{Lu}|[\p{Ll}]{1,3} \p{Lu}|(?:is|was|has|had|did|does|were)\b))/u;

function breaksOff(words: string): number {
  const broken = BREAK_OFF.exec(words);
  return broken ? broken.index + broken[0].length : -1;
}

/** How long the quotation is that begins with `words`, whose closing mark is lost: the sentences in which somebody talks. */
function endsLost(words: string): number {
  const broken = breaksOff(words);
  const limit = broken < 0 ? words.length : broken;
  const ends = [...words.matchAll(SENTENCE)].map(({ index }) => index).filter((end) => end < limit);
  let from = 0;
  for (const end of [...ends, limit]) {
    const sentence = words.slice(from, end);
    const isFirst = from === 0;
    if (!isFirst && isTold(sentence)) return from - 1;
    // a few words within a sentence of the narrator's go no farther than that
    if (isFirst && !/^[\p{Lu}\p{N}[(‘']/u.test(words)) return end;
    from = end + 1;
  }
  return limit;
}

/** How much is read behind a sentence for who says it. */
const LOOK_BEHIND = 80;

/** The sentences of a paragraph as spans; who asks or calls something belongs to the question or the call. */
function sentencesOf(paragraph: string): Span[] {
  const starts = [0];
  for (const { index } of paragraph.matchAll(SENTENCE)) {
    const start = starts.at(-1) ?? 0;
    const isBroken = breaksOff(paragraph.slice(start, index + LOOK_BEHIND)) === index - start;
    if (!(isBroken && /[?!]/.test(paragraph.charAt(index - 1)))) starts.push(index + 1);
  }
  return starts.map((start, i) => ({ start, end: (starts[i + 1] ?? paragraph.length + 1) - 1 }));
}

/** Where what somebody says may begin in the sentence that introduces it (`she said, We`); -1 where none does. */
function introducedIn(sentence: string): number {
  const [lead] = sentence.matchAll(INTRODUCES);
  return lead ? lead.index + lead[0].length : -1;
}

/**
 * The quotations of a paragraph that lost its marks: what an attribution breaks off or introduces, and talk behind it.
 * Where nobody talks as one does to others, the words may be the narrator's.
 */
function lostIn(paragraph: string, isIntroduced: boolean): Span[] {
  const sentences = sentencesOf(paragraph);
  const talks = ({ start, end }: Span) => TALKS.test(paragraph.slice(start, end));
  const told = ({ start, end }: Span) => isTold(paragraph.slice(start, end), ADDRESSES);
  const found: Span[] = [];
  for (let i = 0; i < sentences.length; i++) {
    const sentence = at(sentences, i);
    const words = paragraph.slice(sentence.start, sentence.end);
    const broken = breaksOff(words);
    const isWhole = isIntroduced && i === 0 && !told(sentence);
    const lead = isWhole ? 0 : introducedIn(words);
    if (broken < 0 && lead < 0) continue;
    let last = i;
    for (let next = i + 1; next < sentences.length && !told(at(sentences, next)); next++)
      if (talks(at(sentences, next))) last = next;
    const rest = {
      start: sentences[i + 1]?.start ?? paragraph.length,
      end: at(sentences, last).end,
    };
    const first = firstTalked(i);
    const spans =
      broken < 0
        ? [{ start: sentence.start + lead, end: rest.end }]
        : [{ start: at(sentences, first).start, end: sentence.start + broken }, rest];
    found.push(...spans.filter((span) => span.start < span.end && talks(span)));
    i = last;
  }
  return found;

  /** The first of the sentences up to `i` in which somebody talks, the narrator's left out. */
  function firstTalked(i: number): number {
    const free = found.at(-1)?.end ?? 0;
    let first = i;
    while (first > 0 && at(sentences, first - 1).start >= free && !told(at(sentences, first - 1)))
      first--;
    while (first < i && !talks(at(sentences, first))) first++;
    return first;
  }
}

export const markReader: MarkReader = {
  isClipped: (after) => CLIPPED.test(after),
  breaksOff,
  beginsLost,
  endsLost,
  lostIn,
  beginsName: (before) => BEFORE.test(before),
  beginsQuotation: (word) => NO_NAME.test(word),
};
