/** Conversations without labels: questions set in bold or italics, or told by what they say alone. */
import type { ConversationReader } from '../pack.ts';
import type { EngineParagraph, EngineText } from '../types.ts';
import type { Label } from './labels.ts';
import { isAside, isSubhead } from './notes.ts';
import { endsAsking } from './sides.ts';
import { isPut, nextWords } from './unlabelled.ts';

type Labels = readonly (Label | null)[];

/** The fewest questions in bold or italics, each with an answer after it. */
const LEAST_SET = 3;
/** The fewest questions that only their words tell, and the longest of them. */
const LEAST_PLAIN = 3;
const LONGEST_PLAIN = 300;
/** The longest introduction of such a conversation, in paragraphs for each question. */
const INTRODUCTION = 2;

/** What begins a turn of one side, of which no label says whose it is. */
const begins = ({ start }: EngineParagraph, key: 'q' | 'a', rule: Label['rule']): Label => ({
  label: { start, end: start },
  key,
  body: start,
  rule,
});

/** Questions set in bold or in italics, answers not; between the first and the last of them what else is so set. */
export function bySetting(input: EngineText, language: ConversationReader): Labels | null {
  return inSetting(input, 'bold', language) ?? inSetting(input, 'italic', language);
}

function inSetting(
  { text, paragraphs }: EngineText,
  setting: 'bold' | 'italic',
  language: ConversationReader,
): Labels | null {
  const isSet = paragraphs.map((p) => p[setting] === true && p.kind !== 'caption');
  const asks = paragraphs.map((p, i) => isSet[i] === true && endsAsking(text, p));
  const isAnswered = (i: number): boolean =>
    paragraphs[i + 1] !== undefined && !paragraphs[i + 1]?.[setting];
  if (asks.filter((ask, i) => ask && isAnswered(i)).length < LEAST_SET) return null;
  const [from, to] = [asks.indexOf(true), asks.lastIndexOf(true)];
  // "And you stayed." is put to somebody as well; a heading, a credit and a note are not.
  const isPrompt = paragraphs.map((p, i) => {
    if (asks[i]) return true;
    const words = text.slice(p.start, p.end).trim();
    return (
      isSet[i] === true &&
      i > from &&
      i < to &&
      !isSubhead(words) &&
      !language.isCaption(words) &&
      !language.isClosingNote(words)
    );
  });
  return paragraphs.map((p, i) => {
    if (isPrompt[i]) return isPrompt[i - 1] ? null : begins(p, 'q', 'bold');
    return isPrompt[i - 1] && !isSet[i] ? begins(p, 'a', 'bold') : null;
  });
}

/**
 * Questions that only their words tell: short paragraphs that end in a question mark, each with words after it, some of
 * them put to "you"; who answers speaks of himself, and no reporter tells it. Null where the text is no such thing.
 */
export function byQuestions(input: EngineText, language: ConversationReader): Labels | null {
  const { text, paragraphs } = input;
  const wordsOf = ({ start, end }: EngineParagraph): string => text.slice(start, end).trim();
  const isQuestion = paragraphs.map(
    (p, i) => p.end - p.start <= LONGEST_PLAIN && isPut(input, i, language),
  );
  const asked = paragraphs.flatMap((_, i) => (isQuestion[i] ? [i] : []));
  const answerOf = (i: number): number => nextWords(input, i, language);
  const answered = asked.filter((i) => {
    const to = answerOf(i);
    return paragraphs[to] !== undefined && !isQuestion[to];
  });
  const [first] = answered;
  if (answered.length < LEAST_PLAIN || first === undefined) return null;
  if (first > INTRODUCTION * answered.length + 4) return null;
  const most = (kind: (words: string) => boolean, of: readonly number[]): boolean =>
    2 * of.filter((i) => kind(paragraphs[i] ? wordsOf(paragraphs[i]) : '')).length >= of.length;
  const isToYou = answered.filter((i) => language.asksYou(wordsOf(paragraphs[i] ?? NONE)));
  const answers = answered.map(answerOf);
  const isTold = (words: string): boolean =>
    language.isAttributed(words) || /^["“„«]/.test(words) || language.tells(words);
  if (3 * isToYou.length < answered.length || !most(language.isOfSpeaker, answers)) return null;
  // who writes "I" above the first question may ask himself
  const above = paragraphs.flatMap((p, i) => (i < first && p.kind === 'paragraph' ? [i] : []));
  if (above.some((i) => language.isByOne(wordsOf(paragraphs[i] ?? NONE)))) return null;
  const body = paragraphs.flatMap((_, i) => (i > first && !isQuestion[i] ? [i] : []));
  if (5 * body.filter((i) => isTold(wordsOf(paragraphs[i] ?? NONE))).length > body.length)
    return null;
  const all: (Label | null)[] = paragraphs.map(() => null);
  for (const i of asked) {
    const p = paragraphs[i];
    if (!p || i < first || isQuestion[i - 1]) continue;
    const number = /^\s*(?:Q\s?)?\d{1,3}[.)]\s+/.exec(wordsOf(p))?.[0].length ?? 0;
    all[i] = { ...begins(p, 'q', 'question'), body: p.start + number };
  }
  for (const [i, p] of paragraphs.entries())
    if (i > first && !isQuestion[i] && isQuestion[i - 1] && !isAside(input, i, language))
      all[i] = begins(p, 'a', 'question');
  return all;
}

const NONE: EngineParagraph = { start: 0, end: 0, kind: 'paragraph' };
