/** Claims of the attributions of one sentence. */
import type { Lead } from '../../../engine/draft.ts';
import { is, isWord, looksVerb } from '../phrases.ts';
import { attributionsIn } from './attribution.ts';
import { ruleFor } from './catalogue.ts';
import type { Findings } from './findings.ts';
import { hasQuote, type Attribution, type Frame } from './frame.ts';
import { leadAtColon, leadOf } from './leads.ts';
import type { Place } from './place.ts';
import { toldAt } from './told-at.ts';
import { wordsAfter } from './words-after.ts';
import { hasItAll, wordsBefore } from './words-before.ts';

/** How many attributions around one are looked at. */
const BEFORE = 6;
const AFTER = 11;

/**
 * Adds the claims of one sentence to `findings`; an introduction to words that come later is handed
 * back.
 */
export function claimsOfSentence(findings: Findings, frame: Frame): Lead | null {
  const attributions = attributionsIn(frame);
  for (const attribution of frame.unsaid) leaveUnsaid(findings, frame, attribution);
  const hasMarks = hasQuote(frame.tokens, frame.clause.from, frame.last);
  const closing = hasMarks ? undefined : attributions.at(-1);
  const passedOver = new Set<Attribution>();
  let lead: Lead | null = null;
  let holder: Attribution | null = null;
  let floor = frame.clause.from;
  let covered = 0;
  for (const [n, read] of attributions.entries()) {
    if (read.from < covered) continue;
    // "Bob Ray said the bridge was safe, Ann Lee told the paper": the last attribution has it all.
    if (closing && n < attributions.length - 1 && hasItAll(frame, closing, read)) continue;
    const before = wordsBefore(frame, read, floor);
    const spoken = before ? { ...read, subject: before.subject } : read;
    const source = before && passedOnBy(frame, spoken, attributions[n + 1]);
    const attribution = source ? { ...spoken, passer: source.subject } : spoken;
    attributions[n] = attribution;
    const after = wordsAfter({ frame, attribution, hasBefore: before !== null });
    const place: Place = {
      frame,
      attribution,
      earlier: attributions.slice(Math.max(0, n - BEFORE), n).filter((a) => !passedOver.has(a)),
      later: attributions.slice(n + 1, n + 1 + AFTER),
      floor,
      used: findings.used,
      before,
      after,
    };
    const told = toldAt(place);
    if (told === 'passed over') passedOver.add(attribution);
    else if (told === 'later') lead = leadOf(frame, attribution) ?? lead;
    else if (told !== 'nothing') {
      findings.addTold(ruleFor(told), told, after.at);
      floor = Math.max(floor, told.upTo);
      if (floor >= frame.last - 1) holder ??= attribution;
      covered = Math.max(covered, told.covers);
      if (source && told.where.endsWith(' before')) {
        floor = Math.max(floor, source.begin);
        covered = Math.max(covered, source.to);
      }
    }
  }
  return lead ?? leadAtColon(frame, leadsTo(attributions, holder));
}

/** "The mill says |judges had asked it to lend carts|:" leads to words of the mill; `holder`: whose told words reach the mark. */
function leadsTo(
  attributions: readonly Attribution[],
  holder: Attribution | null,
): readonly Attribution[] {
  const last = attributions.at(-1);
  return holder && last?.kind === 'asked' && last.begin > holder.begin ? [holder] : attributions;
}

/** Tokens between a cue and the source of its report: "told a briefing in Rome on Monday,". */
const TO_SOURCE = 10;

/** `“We will pay,” Ann Lee told a briefing, |according to the Bay Times|`: who passes on what is told before a cue; null if nobody does. */
function passedOnBy(
  { tokens, last }: Frame,
  { end, according, to }: Attribution,
  next: Attribution | undefined,
): Attribution | null {
  if (according || !next?.according || !next.subject || !is(tokens[next.begin - 1], ','))
    return null;
  const from = Math.max(end, to);
  const between = tokens.slice(from, next.begin - 1);
  const isShort = between.length <= TO_SOURCE && between.every(isWord);
  const isPlain = !between.some((t) => is(t, 'that') || is(t, 'but') || looksVerb(t));
  return isShort && isPlain && last - next.end < TO_SOURCE ? next : null;
}

/** What stands in marks beside a cue that tells nothing is nobody's claim. */
function leaveUnsaid(findings: Findings, frame: Frame, attribution: Attribution): void {
  const { tokens, last, clause } = frame;
  const { at } = wordsAfter({ frame, attribution, hasBefore: false });
  let end = at;
  while (at >= 0 && end < Math.min(last, at + 40) && !is(tokens[end], ',')) end++;
  if (at >= 0) findings.use(at, end);
  findings.use(Math.max(clause.from, attribution.begin - 2), attribution.begin);
}
