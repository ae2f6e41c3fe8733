/** Questions without a label between the answers of somebody who has one. */
import type { ConversationReader } from '../pack.ts';
import type { EngineParagraph, EngineText } from '../types.ts';
import { DASH, type Label } from './labels.ts';
import { isAside } from './notes.ts';
import { endsAsking } from './sides.ts';

type Labels = readonly (Label | null)[];

/** The fewest answers with one label that make a conversation. */
const LEAST = 2;

/** What begins a turn whose words are put to somebody by nobody who is named. */
const unlabelled = ({ start }: EngineParagraph): Label => ({
  label: { start, end: start },
  key: '?',
  body: start,
  rule: 'unlabelled',
});

/**
 * Labels of a conversation, with one more at each question that stands without a label inside the turn of somebody
 * who does not ask, and one at what he answers. It is such a question where words to answer it follow it.
 */
export function withQuestions(
  input: EngineText,
  labels: Labels,
  asks: (key: string) => boolean,
  language: ConversationReader,
): Labels {
  const { paragraphs } = input;
  const all = [...labels];
  let speaker: Label | null = null;
  for (const [i, p] of paragraphs.entries()) {
    const label = labels[i];
    if (label) speaker = label;
    if (label || !speaker || asks(speaker.key)) continue;
    const after = nextWords(input, i, language);
    const next = labels[after];
    // before the same label again nobody but who asks says anything without one
    const isBetween = next?.key === speaker.key && endsAsking(input.text, p);
    if (!isBetween && !isPut(input, i, language)) continue;
    const isAnswered = paragraphs[after] && (next ? next.key === speaker.key : true);
    if (!isAnswered) continue;
    all[i] = unlabelled(p);
    if (!next && !isPut(input, after, language)) all[after] = { ...speaker };
  }
  return all;
}

/**
 * Labels of a text in which only the answers have one, always the same: what stands right before each of them is
 * put to whoever answers. Null where the text is no such conversation.
 */
export function betweenAnswers(
  input: EngineText,
  labels: Labels,
  language: ConversationReader,
): Labels | null {
  const { paragraphs } = input;
  const named = labels.flatMap((label, i) => (label?.rule === 'label' ? [i] : []));
  const keys = new Set(labels.flatMap((label) => (label && label.key !== DASH ? [label.key] : [])));
  if (named.length < LEAST || keys.size !== 1) return null;
  const all = labels.map((label) => (label?.key === DASH ? null : label));
  let asked = 0;
  for (const i of named) {
    const p = paragraphs[i - 1];
    if (!p || all[i - 1]) continue;
    const isFirst = i === named[0];
    if (isPut(input, i - 1, language)) asked++;
    else if (isFirst) continue;
    all[i - 1] = unlabelled(p);
  }
  return asked >= LEAST && 2 * asked > named.length ? all : null;
}

export function isPut(
  { text, paragraphs }: EngineText,
  index: number,
  language: ConversationReader,
): boolean {
  const p = paragraphs[index];
  return (
    p?.kind === 'paragraph' &&
    endsAsking(text, p) &&
    language.mayBePut(text.slice(p.start, p.end).trim())
  );
}

/** The next paragraph that is no aside. */
export function nextWords(input: EngineText, index: number, language: ConversationReader): number {
  let k = index + 1;
  while (k < input.paragraphs.length && isAside(input, k, language)) k++;
  return k;
}
