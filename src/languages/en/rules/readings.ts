/** A cue as read so far, and what makes an attribution of it. */
import { is, type Phrase } from '../phrases.ts';
import { tellingOf } from '../unsaid.ts';
import type { Attribution, Frame } from './frame.ts';

/** What the lists know of a cue. */
export type CueForm = Pick<
  Attribution,
  'kind' | 'strength' | 'form' | 'bare' | 'naming' | 'addressee' | 'infinitive' | 'lemma'
>;

/** A cue with the auxiliaries before it. */
export interface Reading {
  /** Token of the cue. */
  i: number;
  /** One past the cue. */
  to: number;
  cue: CueForm;
  /** First token of its auxiliaries and adverbs. */
  a: number;
  negative: boolean;
  have: boolean;
  be: boolean;
  modal: boolean;
  /** It may or will be said. */
  unreal: boolean;
}

/** What an attribution at token `i` holds before anything is known of it. */
export const blankAt = (i: number) => ({
  from: i,
  to: i + 1,
  negative: false,
  inverted: false,
  according: false,
  quotedAs: false,
  subject: null as Phrase | null,
  passer: null as Phrase | null,
  shares: null as Attribution | null,
  begin: i,
  end: i + 1,
});

/** The nearest attribution before that has a subject to share. */
export const sharedOf = (
  earlier: readonly Attribution[],
  before = Number.POSITIVE_INFINITY,
): Attribution | null =>
  earlier.findLast((e) => e.subject !== null && !e.according && e.begin < before) ?? null;

/**
 * "by saying that" directly after a cue belongs to it: "concluded by saying". What is told as
 * denied is marked; what is told neither as said nor as denied attributes nothing.
 */
export function finish(found: Attribution, frame: Frame): Attribution | null {
  const { tokens } = frame;
  const telling = tellingOf(
    tokens,
    frame.from,
    found.subject,
    found.from,
    found.form === 's' || found.form === 'base',
  );
  if (telling === 'unsaid') {
    frame.unsaid.push(found);
    return null;
  }
  const told = telling === 'denied' ? { ...found, negative: true } : found;
  const k = found.to;
  if (is(tokens[k], 'by') && is(tokens[k + 1], 'saying'))
    return { ...told, to: k + 2, end: k + 2, bare: true, strength: 3 };
  return told;
}
