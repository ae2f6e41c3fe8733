/** Introductions to words that come in the next paragraph. */
import type { Lead } from '../../../engine/draft.ts';
import {
  POSSESSIVES,
  is,
  isWord,
  looksVerb,
  lowerOf,
  sentenceSubject,
  spanOfTokens,
  type Phrase,
} from '../phrases.ts';
import { isPreposition } from '../phrases/tokens.ts';
import { mentionOf, polarityOf, type Attribution, type Frame } from './frame.ts';

/**
 * "Ann Lee said:", "Ann Lee added", as the end of a paragraph; null where the attribution
 * introduces nothing.
 */
export function leadOf(frame: Frame, attribution: Attribution): Lead | null {
  const { tokens, clause, last } = frame;
  const { strength, kind, end } = attribution;
  const closing = tokens[clause.to - 1];
  const hasColon = is(closing, ':');
  if (!frame.isLast || kind === 'accused' || (strength < 2 && !hasColon)) return null;
  const endsSentence =
    (isWord(closing) && end === clause.to) || (is(closing, ',') && end >= last - 1);
  if (!hasColon && !endsSentence) return null;
  return {
    ...introducedBy(frame, attribution),
    polarity: polarityOf(attribution),
    colon: hasColon,
  };
}

/** Verbs that lead from a text to its words. */
const RUNS = /^(?:reads?|ran|runs|went|goes)$/;

/** What leads to a list, not to words. */
const LISTS =
  /^(?:includ(?:es?|ed|ing)|are|is|was|were|contain(?:s|ed)?|compris(?:es?|ed)|follow(?:s|ing)?|below)$/;

/** "|Some of the causes of the flood| include:": a description that names nobody and is nobody's. */
const isOfNobody = ({ tokens }: Frame, { from, to, kind }: Phrase): boolean =>
  kind === 'description' &&
  !POSSESSIVES.has(lowerOf(tokens[from])) &&
  !tokens.slice(from + 1, to).some(({ cap }) => cap);

/**
 * A sentence that ends in a colon, and whose attributions have words of their own or are none; null
 * for others.
 */
export function leadAtColon(frame: Frame, attributions: readonly Attribution[]): Lead | null {
  const { tokens, clause, last } = frame;
  const closing = tokens[clause.to - 1];
  if (!frame.isLast || !closing || !is(closing, ':')) return null;
  const attribution = attributions.at(-1);
  if (attribution)
    return { ...introducedBy(frame, attribution), polarity: 'positive', colon: true };
  const subject = sentenceSubject(tokens, clause.from, last);
  // "Here are the main points:"
  const opening = tokens[subject?.from ?? last];
  if (looksVerb(opening) || /^(?:here|there|that)['’]s$/.test(lowerOf(opening))) return null;
  const verb = tokens[clause.to - 2];
  const isRead = RUNS.test(lowerOf(verb)) && verb !== undefined && !verb.cap;
  const named = subject && (isRead ? { ...subject, to: clause.to - 2 } : subject);
  // "For example, |in a leaflet|:"
  const isSomewhere = isPreposition(tokens[named?.from ?? last]);
  if (!named || isSomewhere || (LISTS.test(lowerOf(verb)) && isOfNobody(frame, named))) return null;
  return {
    // "The statement |read|:"
    cue: { start: isRead ? verb.start : closing.start, end: (isRead ? verb : closing).end },
    cueKind: 'said',
    polarity: 'positive',
    mention: mentionOf(tokens, named),
    inherits: null,
    colon: true,
    according: false,
  };
}

const introducedBy = (
  { tokens }: Frame,
  { from, to, kind, subject, according }: Attribution,
): Omit<Lead, 'polarity' | 'colon'> => ({
  cue: spanOfTokens(tokens, from, to),
  cueKind: kind,
  mention: subject && mentionOf(tokens, subject),
  inherits: null,
  according,
});
