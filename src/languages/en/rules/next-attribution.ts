/** Where words end because another attribution of the sentence begins. */
import type { Token } from '../../../engine/draft.ts';
import { is, isWord, lowerOf } from '../phrases.ts';
import { endsInComma, type Attribution, type Frame } from './frame.ts';
import type { Run } from './told.ts';

/** What stands right before an attribution. */
interface Seam {
  /** First token of the attribution. */
  readonly at: number;
  readonly isQuote: boolean;
  /** A comma, a semicolon or a dash. */
  readonly isPause: boolean;
  /** "and", "while", "though" … */
  readonly isConjunction: boolean;
  /** Such a conjunction, behind a pause or a quotation. */
  readonly isPauseAndConjunction: boolean;
}

function seamBefore(tokens: readonly Token[], at: number): Seam {
  const before = tokens[at - 1];
  const ahead = tokens[at - 2];
  const isConjunction =
    isWord(before) && /^(?:and|but|while|though|although|whereas|as|yet)$/.test(before.lower);
  return {
    at,
    isQuote: before?.kind === 'quote',
    isPause: isMark(before, /^[,;—–]$/),
    isConjunction,
    isPauseAndConjunction: isConjunction && (isMark(ahead, /^[,;—]$/) || ahead?.kind === 'quote'),
  };
}

const isMark = (t: Token | undefined, marks: RegExp): boolean =>
  t !== undefined && t.kind !== 'quote' && marks.test(t.lower);

/**
 * Where `words` end because `next` has an attribution's words of its own; null where they go on
 * over it.
 */
export function nextAttributionEnds(frame: Frame, next: Attribution, words: Run): number | null {
  const { tokens } = frame;
  const seam = seamBefore(tokens, next.begin);
  const { at } = seam;
  // "said he was too busy: “I have a lot going on,” he wrote": the quotation has an attribution of
  // its own.
  if (seam.isQuote && is(tokens[at - 2], ':') && at - 2 > words.from) return at - 2;
  return (
    participleEnds(tokens, next, seam) ??
    leadUpEnds(tokens, next, seam, words) ??
    asideEnds(tokens, next, seam, words) ??
    sharedEnds(frame, next, seam) ??
    clauseEnds(frame, next, seam, words)
  );
}

/** "…, saying", "… and adding", "…, according to". */
function participleEnds(
  tokens: readonly Token[],
  { form, according }: Attribution,
  { at, isPause, isQuote }: Seam,
): number | null {
  if (!according && form !== 'ing') return null;
  if (isPause || (!according && is(tokens[at - 1], 'and'))) return at - 1;
  return isQuote ? at : null;
}

/**
 * "… and when asked about it, Ann Lee said, “…”": what leads up to words in marks goes with them.
 */
function leadUpEnds(
  tokens: readonly Token[],
  next: Attribution,
  { at, isPause }: Seam,
  words: Run,
): number | null {
  const hasQuote =
    next.to < words.to &&
    (is(tokens[next.to], ':') || is(tokens[next.to], ',')) &&
    tokens[next.to + 1]?.kind === 'quote';
  if (!hasQuote || next.according || !isPause) return null;
  for (let k = at - 2; k > words.from + 1 && at - k < 24; k--)
    if (
      /^(?:and|but)$/.test(lowerOf(tokens[k])) &&
      /^(?:when|if|as|after|before|while|in|on|at|asked|pressed)$/.test(lowerOf(tokens[k + 1]))
    )
      return is(tokens[k - 1], ',') ? k - 1 : k;
  return null;
}

/**
 * "rejected the plan because, her clerk says, “…”", "called it “a mess”, state radio reported.": words in marks that another
 * attribution between commas leads up to, or an attribution of the whole at the end of the sentence.
 */
function asideEnds(
  tokens: readonly Token[],
  { to: behind, end, according, subject, inverted, shares }: Attribution,
  { at, isPause }: Seam,
  words: Run,
): number | null {
  if (!isPause || according || inverted || shares || !subject || subject.kind === 'pronoun')
    return null;
  const leadsToQuote = is(tokens[behind], ',') && tokens[behind + 1]?.kind === 'quote';
  const closes = end >= words.to && is(tokens[at - 1], ',') && tokens[at - 2]?.kind === 'quote';
  if (!leadsToQuote && !closes) return null;
  const isLink = /^(?:because|since|as|and|but|that)$/.test(lowerOf(tokens[at - 2]));
  return Math.max(isLink ? at - 2 : at - 1, words.from + 1);
}

/**
 * "said it was safe, but added", "said it was “safe,” and then added": two verbs of one speaker.
 */
function sharedEnds(
  { text, tokens }: Frame,
  { shares }: Attribution,
  { at, isPause, isConjunction, isPauseAndConjunction }: Seam,
): number | null {
  if (!shares) return null;
  if (endsInComma(text, tokens[at - 1])) return at;
  if (!isConjunction && !isPause) return null;
  return isPauseAndConjunction && tokens[at - 2]?.kind !== 'quote' ? at - 2 : at - 1;
}

/**
 * "said it was safe, while Bob Ray said", "said it was safe; Bob Ray said": a clause of another
 * speaker.
 */
function clauseEnds(
  { tokens, clause }: Frame,
  { inverted, subject }: Attribution,
  { at, isPause, isQuote, isPauseAndConjunction }: Seam,
  { from }: Run,
): number | null {
  if (inverted && (isPause || isQuote)) return isPause ? at - 1 : at;
  if (isPauseAndConjunction) return tokens[at - 2]?.kind === 'quote' ? at - 1 : at - 2;
  if (is(tokens[at - 1], ';')) return at - 1;
  // "While Ann Lee said it was safe, Bob Ray said"
  const opening = tokens[clause.from];
  if (
    is(tokens[at - 1], ',') &&
    isWord(opening) &&
    /^(?:while|although|though|when|as|after|if|since|because)$/.test(opening.lower)
  )
    return at - 1;
  return isQuote && subject && at > from + 1 ? at : null;
}
