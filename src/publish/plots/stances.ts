/** The answers to a question along time: a group a stance, in it a lane a speaker, each claim a mark. */
import type { ClaimRecord, DateFact } from '../../model/records.ts';
import { speakerName } from '../../model/wording.ts';
import { grouped } from '../../text/grouped.ts';
import type { DateAxis, Mark } from './dates.ts';

/** Claims of one speaker and one date, which are one mark. */
export interface StanceMark {
  mark: Mark;
  date: DateFact;
  claims: [ClaimRecord, ...ClaimRecord[]];
  /** The line of its lane that it stands on, from 0: marks that would meet stand below each other. */
  line: number;
}
export interface StanceLane {
  speaker: string;
  marks: StanceMark[];
  lines: number;
}
export interface StanceGroup {
  stance: string;
  claims: number;
  /** Those who are known; claims of nobody named have a lane as well. */
  speakers: number;
  lanes: StanceLane[];
  /** Speakers and claims that are not drawn. */
  left: { speakers: number; claims: number };
}

interface Answered {
  claim: ClaimRecord;
  stance: string;
  date: DateFact;
}

/** Per cent of the axis that a mark takes at least, so that a finger hits it on a phone. */
const LEAST = 7;

const extentOf = (mark: Mark): { from: number; to: number } => {
  if (mark.shape === 'day') return { from: mark.x - LEAST / 2, to: mark.x + LEAST / 2 };
  if (mark.shape === 'interval') {
    const more = Math.max(0, LEAST - mark.width) / 2;
    return { from: mark.x - more, to: mark.x + mark.width + more };
  }
  return { from: Math.min(mark.x, mark.far), to: Math.max(mark.x, mark.far) };
};

function laneOf(speaker: string, answers: readonly Answered[], axis: DateAxis): StanceLane {
  const marks: StanceMark[] = [];
  const ends: number[] = [];
  const byDate = grouped(answers.map((one) => [`${one.date.from} ${one.date.to}`, one] as const));
  for (const [first, ...more] of byDate.values()) {
    const mark = first && axis.mark(first.date);
    if (!first || !mark) continue;
    const { from, to } = extentOf(mark);
    const free = ends.findIndex((end) => end <= from);
    const line = free < 0 ? ends.length : free;
    ends[line] = to;
    marks.push({
      mark,
      date: first.date,
      claims: [first.claim, ...more.map(({ claim }) => claim)],
      line,
    });
  }
  return { speaker, marks, lines: Math.max(1, ends.length) };
}

/**
 * The groups in the order of the stances; of each the speakers with most claims, at most `most`, in the order in
 * which they first answer. Answers without a date are counted with what is left.
 */
export function stanceGroups(
  stances: readonly string[],
  answers: readonly Answered[],
  axis: DateAxis,
  most: number,
): StanceGroup[] {
  return stances.map((stance) => {
    const own = answers.filter((one) => one.stance === stance);
    const bySpeaker = grouped(
      own.map((one) => [one.claim.speaker?.id ?? ` ${speakerName(one.claim)}`, one] as const),
    );
    const lists = [...bySpeaker.values()];
    const shown = new Set(lists.toSorted((a, b) => b.length - a.length).slice(0, most));
    const lanes = lists
      .filter((list) => shown.has(list))
      .map((list) => laneOf(list[0] ? speakerName(list[0].claim) : '', list, axis))
      .filter(({ marks }) => marks.length > 0);
    const drawn = lanes
      .flatMap(({ marks }) => marks)
      .reduce((sum, { claims }) => sum + claims.length, 0);
    return {
      stance,
      claims: own.length,
      speakers: new Set(own.flatMap(({ claim }) => claim.speaker?.id ?? [])).size,
      lanes,
      left: { speakers: lists.length - lanes.length, claims: own.length - drawn },
    };
  });
}
