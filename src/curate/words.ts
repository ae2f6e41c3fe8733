/** What the curation page says of a claim that lost its place. */
import type { Stand, Waiting } from '../archive/waiting.ts';
import { figures, onlyStandsThere } from '../model/wording.ts';

/** Where words stand in their source. */
export const placeOf = ({ version, line, start, end }: Stand): string =>
  `version ${version}, line ${line}, characters ${figures(start)} to ${figures(end)}`;

/** Each decision: its value in the form, its name, and what it means. */
export const DECISIONS = [
  ['confirm', 'The same claim', 'it goes on in the words chosen, at its own address'],
  ['supersede', 'Superseded', 'another claim took its place'],
  ['merge', 'Merged', 'it and another claim are one'],
  ['withdraw', 'Withdrawn', 'its address keeps the reason, and nothing else'],
] as const;

/** Whether a candidate can be chosen: it is a claim, or a whole one of the same article, and no mere words. */
export const isOffered = (lost: Waiting, candidate: Waiting['candidates'][number]): boolean =>
  (candidate.id !== null || (candidate.whole && candidate.article === lost.article)) &&
  !onlyStandsThere(candidate);
