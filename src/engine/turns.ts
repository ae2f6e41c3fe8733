/** Interviews and transcripts: who speaks in which paragraphs, and which turns are questions. */
import type { ConversationReader } from './pack.ts';
import {
  DASH,
  readLabel,
  withHostsJoined,
  withInitialsJoined,
  withShortNamesJoined,
  type Label,
} from './turns/labels.ts';
import { examinerIn, withExaminers } from './turns/examiners.ts';
import { withoutDoubtful } from './turns/doubtful.ts';
import { isAside } from './turns/notes.ts';
import { bySetting, byQuestions } from './turns/set-apart.ts';
import { endsAsking, sideByEnd, sidesOf } from './turns/sides.ts';
import { betweenAnswers, withQuestions } from './turns/unlabelled.ts';
import type { EngineParagraph, EngineText } from './types.ts';

/** One contribution, before its speaker is known. */
export interface TurnDraft extends Label {
  number: number;
  kind: 'question' | 'answer';
  /** First and last paragraph, `to` exclusive. */
  from: number;
  to: number;
}

/** A turn of which no side is known. */
type Turn = Omit<TurnDraft, 'kind'>;
type Labels = readonly (Label | null)[];

/** From this many labels on, one that is seen once has to look like a person's. */
const MANY = 6;
/** Paragraphs of a turn in the mean, beyond which its label is no label. */
const LONGEST = 6;
/** One of so many turns asks, or is in the first person, where people talk; a list with labels has none. */
const ONE_TALKS = 4;
/** The fewest dashes that make a conversation, and questions among them. */
const LEAST_DASHES = 4;
const LEAST_ASKED = 2;

/** Every turn of a text laid out as a conversation; none where it is not. */
export function findTurns(input: EngineText, language: ConversationReader): TurnDraft[] {
  const { text, paragraphs, turns: mode = 'auto' } = input;
  if (mode === 'never') return [];
  const printed = paragraphs.map((p) => (p.continues ? null : readLabel(text, p, language)));
  const always = mode === 'always';
  const sure = withoutDoubtful(input, printed, always);
  const labels = joined(
    input,
    withHostsJoined(input, withInitialsJoined(text, sure), language),
    always,
    language,
  );
  const count = countLabels(labels);
  if (
    always ? count.total > 0 : isLabelled(count, language) || isMeeting(input, labels, language)
  ) {
    const kept = always ? named(labels) : withoutStrays(labels, count, language);
    const turns = cut(input, kept, language);
    if (!always && !isPlausible(input, turns, language)) return [];
    const sideOf = sidesOf(input, turns, language);
    const asked = withQuestions(input, kept, (key) => sideOf(key) === 'question', language);
    return cut(input, asked, language).map((turn) => ({
      ...turn,
      kind: turn.rule === 'unlabelled' ? 'question' : sideOf(turn.key),
    }));
  }
  const answered = betweenAnswers(input, labels, language);
  if (answered)
    return cut(input, answered, language).map((turn) => ({
      ...turn,
      kind: turn.rule === 'unlabelled' ? 'question' : 'answer',
    }));
  const marked =
    byDashes(input, labels) ??
    bySetting(input, language) ??
    (mode === 'marked' ? null : byQuestions(input, language));
  return cut(input, marked ?? [], language).map((turn) => ({ ...turn, kind: sideOfMarked(turn) }));

  function sideOfMarked({ rule, key, to }: Turn): TurnDraft['kind'] {
    if (rule === 'dash') return sideByEnd(input, to);
    return key === 'q' ? 'question' : 'answer';
  }
}

/**
 * Labels with short names joined to the full ones. Where labels repeat by that alone, the text is a conversation
 * only if each of its paragraphs has a label: what a clip or a note says between them would be nobody's here.
 */
function joined(
  input: EngineText,
  labels: Labels,
  always: boolean,
  language: ConversationReader,
): Labels {
  const full = withShortNamesJoined(labels);
  if (always || isLabelled(countLabels(labels), language)) return full;
  const turns = withoutStrays(full, countLabels(full), language);
  const from = turns.findIndex((label) => label !== null);
  const isTurn = (label: Label | null, i: number): boolean =>
    label !== null || i < from || isAside(input, i, language);
  return turns.every(isTurn) ? full : labels;
}

/** How often each label stands in a text. */
interface LabelCount {
  /** Dashes among them. */
  of: ReadonlyMap<string, number>;
  /** Labels with words. */
  named: readonly string[];
  /** How many paragraphs one of them begins. */
  total: number;
}

function countLabels(labels: Labels): LabelCount {
  const of = new Map<string, number>();
  let total = 0;
  for (const label of labels) {
    if (!label) continue;
    of.set(label.key, (of.get(label.key) ?? 0) + 1);
    if (label.key !== DASH) total++;
  }
  return { of, named: [...of.keys()].filter((key) => key !== DASH), total };
}

/** Whether labels repeat as in a conversation. */
function isLabelled({ of, named: keys, total }: LabelCount, language: ConversationReader): boolean {
  const isRepeated = keys.some((key) => (of.get(key) ?? 0) > 1);
  if (keys.length >= 2 && total >= 3 && isRepeated && total >= keys.length * 1.5) return true;
  return total >= 2 && keys.filter((key) => language.sideOf(key)).length === 2;
}

/** Labels of a meeting that each stand a time or two, as in an excerpt of minutes. */
const FEWEST_OF_MEETING = 4;

/**
 * Whether a label heads every paragraph from the first on, but for notes, one of them is an office of a meeting, and all
 * others are offices or names of two words.
 */
function isMeeting(input: EngineText, labels: Labels, language: ConversationReader): boolean {
  const from = labels.findIndex((label) => label !== null);
  const turns = labels.flatMap((label) => (label ? [label] : []));
  const isOffice = ({ key }: Label): boolean =>
    language.isRoleAlone(key) || language.isOfMeeting(key);
  return (
    turns.length >= FEWEST_OF_MEETING &&
    turns.some(isOffice) &&
    turns.every((one) => one.rule === 'label' && (one.key.includes(' ') || isOffice(one))) &&
    labels.every((label, i) => label !== null || i < from || isAside(input, i, language))
  );
}

const named = (labels: Labels): Labels =>
  labels.map((label) => (label?.key === DASH ? null : label));

/** In a text where labels repeat, a label seen once may still be a short contribution; a stray "Word:" is not. */
function withoutStrays(
  labels: Labels,
  { of, total }: LabelCount,
  language: ConversationReader,
): Labels {
  const isPerson = ({ key }: Label): boolean =>
    key.includes(' ') ||
    language.sideOf(key) !== null ||
    language.isRoleAlone(key) ||
    [...of.keys()].some((other) => other !== key && other.split(' ').includes(key));
  return named(labels).map((label) =>
    label && (total < MANY || (of.get(label.key) ?? 0) > 1 || isPerson(label)) ? label : null,
  );
}

/** The dashes of a text in which they begin turns; null elsewhere. */
function byDashes(
  { text, paragraphs, turns: mode = 'auto' }: EngineText,
  labels: Labels,
): Labels | null {
  if (mode !== 'auto' && mode !== 'marked') return null;
  const dashes = labels.map((label) => (label?.key === DASH ? label : null));
  const asked = dashes.filter((dash, i) => dash && endsAsking(text, paragraphs[i])).length;
  return dashes.filter(Boolean).length >= LEAST_DASHES && asked >= LEAST_ASKED ? dashes : null;
}

/** Paragraphs of the longest last turn that may hold most of a conversation. */
const LONGEST_LAST = 8;

/**
 * An article in which labels happen to repeat is no conversation: its paragraphs open with quotation marks, its labels
 * are few, or nobody talks behind them, as in the steps of a recipe.
 */
function isPlausible(
  { text, paragraphs }: EngineText,
  turns: readonly Turn[],
  language: ConversationReader,
): boolean {
  if (!isVoiced({ text, paragraphs }, turns, language)) return false;
  let quoted = 0;
  let all = 0;
  let talks = 0;
  for (const { from, to, body } of turns) {
    all += to - from;
    const turn = text.slice(body, paragraphs[to - 1]?.end);
    if (turn.includes('?') || language.isOfSpeaker(turn)) talks++;
    for (const [i, { start, end }] of paragraphs.slice(from, to).entries()) {
      const words = text.slice(i === 0 ? body : start, end).slice(0, 400);
      if (/^["“„«]/.test(words) || language.isAttributed(words)) quoted++;
    }
  }
  const before = paragraphs.length - all;
  // A dialogue that an article tells, and the article goes on behind it.
  const last = turns.at(-1);
  const tail = last ? last.to - last.from : 0;
  if (tail > LONGEST_LAST && tail * 2 > all) return false;
  return (
    (talks * ONE_TALKS >= turns.length || isMinuted(text, turns, language)) &&
    quoted * 4 <= all &&
    turns.length * LONGEST >= all &&
    before <= all * 3
  );
}

/** "THE COURT:" beside "MS. LEE:": labels in capitals, an office among them, need nobody who asks or says "I". */
const isMinuted = (text: string, turns: readonly Turn[], language: ConversationReader): boolean =>
  turns.some(({ key }) => language.isRoleAlone(key) && key.includes(' ')) &&
  turns.every(({ label, rule }) => {
    const printed = text.slice(label.start, label.end);
    return rule === 'label' && printed.length > 2 && printed === printed.toUpperCase();
  });

/** Where labels are single words, somebody asks, or says "I" or "you": "Rovers: Dan Lee missed a third game." is a note of a report. */
function isVoiced(
  { text, paragraphs }: Pick<EngineText, 'text' | 'paragraphs'>,
  turns: readonly Turn[],
  language: ConversationReader,
): boolean {
  const isSure = turns.some(
    ({ key }) => key.includes(' ') || language.sideOf(key) !== null || language.isRoleAlone(key),
  );
  if (isSure) return true;
  return turns.some(({ body, to }) => {
    const words = text.slice(body, paragraphs[to - 1]?.end);
    return words.includes('?') || language.isOfSpeaker(words) || language.asksYou(words);
  });
}

/** Turns from labels: each runs to the next label, or to a note that closes the conversation. */
function cut(input: EngineText, printed: Labels, language: ConversationReader): Turn[] {
  const { text, paragraphs } = input;
  const labels = withExaminers(input, printed, language);
  const turns: Turn[] = [];
  const isNoted = ({ start, end }: EngineParagraph): boolean =>
    language.isClosingNote(text.slice(start, start + 60)) ||
    /^\W{1,5}$/.test(text.slice(start, Math.min(end, start + 8)));
  const goesOn = (i: number): boolean => {
    const p = paragraphs[i];
    return p !== undefined && !labels[i] && !isNoted(p) && !examinerIn(text, p, language);
  };
  for (const [from, label] of labels.entries()) {
    if (!label) continue;
    let to = from + 1;
    while (goesOn(to)) to++;
    turns.push({ ...label, number: turns.length + 1, from, to });
  }
  return turns;
}
