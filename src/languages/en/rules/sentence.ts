/** Claims of the attributions of one sentence. */
import type { Lead } from '../../../engine/draft.ts';
import { is } from '../phrases.ts';
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
  let floor = frame.clause.from;
  let covered = 0;
  for (const [n, read] of attributions.entries()) {
    if (read.from < covered) continue;
    // "Bob Ray said the bridge was safe, Ann Lee told the paper": the last attribution has it all.
    if (closing && n < attributions.length - 1 && hasItAll(frame, closing, read)) continue;
    const before = wordsBefore(frame, read, floor);
    const attribution = before ? { ...read, subject: before.subject } : read;
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
      covered = Math.max(covered, told.covers);
    }
  }
  return lead ?? leadAtColon(frame, attributions);
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
