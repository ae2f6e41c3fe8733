/** Which turns of a conversation ask. */
import type { Span } from '../../model/records.ts';
import type { ConversationReader } from '../pack.ts';
import type { EngineText } from '../types.ts';

type Side = 'question' | 'answer';

/** A turn whose side is not decided. */
interface Turn {
  key: string;
  from: number;
  to: number;
  body: number;
}

/** Whether a paragraph ends in a question mark. */
export const endsAsking = (text: string, p: Span | undefined): boolean =>
  p !== undefined && /\?['’”")\]]{0,2}\s?$/.test(text.slice(Math.max(p.start, p.end - 4), p.end));

/** How the turns of one label end, and how long they are together. */
interface Habit {
  asked: number;
  all: number;
  length: number;
}

const ratio = ({ asked, all }: Habit): number => asked / all;
const meanLength = ({ length, all }: Habit): number => length / all;

/** Says of each label which side it is: by what it says, by the names of interviewers, else by how its turns end. */
export function sidesOf(
  input: EngineText,
  turns: readonly Turn[],
  language: ConversationReader,
): (key: string) => Side {
  const habits = habitsOf(input, turns);
  const interviewers = (input.interviewers ?? []).map((name) => name.toLowerCase());
  const isInterviewer = (key: string): boolean =>
    interviewers.some(
      (name) => name === key || name.endsWith(` ${key}`) || key.endsWith(` ${name}`),
    );
  const stated = (key: string): Side | null =>
    language.sideOf(key) ?? (isInterviewer(key) ? 'question' : null);
  const all = [...habits.keys()];
  // one turn of a host who introduces others says nothing of theirs
  const anyStated = all.some(
    (key) => stated(key) === 'question' && ((habits.get(key)?.all ?? 0) > 1 || all.length < 3),
  );
  const presides = (key: string) => language.isRoleAlone(key) && language.isOfMeeting(key);
  const asks = anyStated || all.some(presides) ? () => false : askers(habits);
  return (key) => stated(key) ?? (asks(key) && !language.isOfMeeting(key) ? 'question' : 'answer');
}

function habitsOf({ text, paragraphs }: EngineText, turns: readonly Turn[]): Map<string, Habit> {
  const habits = new Map<string, Habit>();
  for (const [i, { key, from, to, body }] of turns.entries()) {
    const { asked, all, length } = habits.get(key) ?? { asked: 0, all: 0, length: 0 };
    // what stands last before the same label again is put to whoever has it
    const end = paragraphs[turns[i + 1]?.key === key ? from : to - 1];
    habits.set(key, {
      asked: asked + (endsAsking(text, end) ? 1 : 0),
      all: all + 1,
      length: length + (end?.end ?? body) - body,
    });
  }
  return habits;
}

/** Whose turns end in a question mark: half of them, or more than anybody else's. */
function askers(habits: ReadonlyMap<string, Habit>): (key: string) => boolean {
  const ranked = [...habits].sort(
    ([, a], [, b]) => ratio(b) - ratio(a) || meanLength(a) - meanLength(b),
  );
  const [best, ...others] = ranked;
  if (!best) return () => false;
  const second = Math.max(0, ...others.map(([, habit]) => ratio(habit)));
  const bestAsks = ratio(best[1]) >= 0.25 && ratio(best[1]) >= 2 * second;
  return (key) => {
    const habit = habits.get(key);
    if (!habit) return false;
    const isBest = key === best[0];
    return ratio(habit) >= (isBest ? 0.5 : 0.6) || (isBest && bestAsks);
  };
}

/** The side of a turn that only a dash or bold type tells. */
export const sideByEnd = ({ text, paragraphs }: EngineText, to: number): Side =>
  endsAsking(text, paragraphs[to - 1]) ? 'question' : 'answer';
