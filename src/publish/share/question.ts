/** The picture shown where a question is shared: its words, and a lane a stance with what was said along time. Pure. */
import type { DateFact, TopicRecord } from '../../model/records.ts';
import { count } from '../../model/wording.ts';
import { grouped } from '../../text/grouped.ts';
import { dateAxis, type DateAxis, type Mark } from '../plots/dates.ts';
import type { Lane, Picture } from './picture.ts';

/** Lanes that there is room for. */
const MOST = 5;

interface Answer {
  stance: string;
  date: DateFact;
}

/** What is known of a question beside its record. */
export interface Answered {
  /** In the order of the question's page. */
  answers: readonly Answer[];
  speakers: number;
}

/** Where a date stands on the axis, in per cent of it; a day has no width. */
function stretchOf(mark: Mark): Lane['marks'][number] {
  if (mark.shape === 'day') return { x: mark.x, width: 0 };
  if (mark.shape === 'interval') return { x: mark.x, width: mark.width };
  return { x: Math.min(mark.x, mark.far), width: Math.abs(mark.far - mark.x) };
}

const laneOf = (name: string, answers: readonly Answer[], axis: DateAxis): Lane => ({
  name,
  marks: answers.flatMap(({ date }) => {
    const mark = axis.mark(date);
    return mark ? [stretchOf(mark)] : [];
  }),
});

/** A lane a stance; where they are too many, those that fewest words take are one. */
function lanesOf(answers: readonly Answer[], axis: DateAxis): Lane[] {
  const stances = [...grouped(answers.map((one) => [one.stance, one] as const))];
  if (stances.length <= MOST) return stances.map(([name, own]) => laneOf(name, own, axis));
  const inOrder = stances.toSorted(([, a], [, b]) => b.length - a.length);
  const own = new Set(inOrder.slice(0, MOST - 1));
  const others = stances.filter((one) => !own.has(one));
  return [
    ...stances.filter((one) => own.has(one)).map(([name, some]) => laneOf(name, some, axis)),
    laneOf(
      count(others.length, 'other stance'),
      others.flatMap(([, some]) => some),
      axis,
    ),
  ];
}

/**
 * The picture of a question; null where no claim has a date, or one alone answers it. `address`: that of its page.
 */
export function pictureOfQuestion(
  { question }: TopicRecord,
  { answers, speakers }: Answered,
  site: string,
  address: string,
): Picture | null {
  const axis = dateAxis(answers.map(({ date }) => date));
  if (!axis || answers.length < 2) return null;
  const [from, to] = [axis.from.slice(0, 4), axis.to.slice(0, 4)];
  return {
    site,
    words: question,
    type: null,
    by: `${count(answers.length, 'claim')} by ${count(speakers, 'speaker')}`,
    where: 'Each stance as the words alone take it, along time',
    address: address.replace(/^https?:\/\//, ''),
    along: { from, to, lanes: lanesOf(answers, axis) },
  };
}
