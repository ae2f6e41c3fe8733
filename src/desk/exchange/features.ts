/** A claim as annotated spans with named values: what INCEpTION and WebAnno have for a layer. */
import type { Shared } from './format.ts';

/** The layer by its name, and its features in their order. */
export const LAYER = 'webanno.custom.Claim';
export const FEATURES = [
  'claim',
  'type',
  'speaker',
  'speakerId',
  'mention',
  'cue',
  'via',
  'said',
  'topic',
  'review',
  'decidedBy',
  'decidedOn',
  'note',
] as const;

/** `Decided by` as the name of a feature: `decidedBy`. */
export const camel = (label: string): string =>
  label.toLowerCase().replace(/[\s_-]+(\w)/g, (_, letter: string) => letter.toUpperCase());

/** One span a stretch; all of them name the claim, and the first one says what there is to say. */
export function featuresOf(
  one: Shared,
): { start: number; end: number; features: [string, string][] }[] {
  const said: [string, string][] = [
    ...one.lines.map(([label, value]): [string, string] => [label, value]),
    ...(one.tags.length > 0 ? [['topic', one.tags.join('; ')] as [string, string]] : []),
    ...(one.note ? [['note', one.note] as [string, string]] : []),
  ];
  return one.stretches.map(({ start, end }, i) => ({
    start,
    end,
    features: [['claim', one.id] as [string, string], ...(i === 0 ? said : [])],
  }));
}
