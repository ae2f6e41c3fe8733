/** Claims within claims: what somebody quotes of another, in a turn of a conversation or inside quotation marks. */
import { countBefore } from '../text/bisect.ts';
import type { Span } from '../model/records.ts';
import { at } from '../text/certain.ts';
import { trimmed } from '../text/spans.ts';
import { endOf, startOf } from './drafts.ts';
import type { Draft } from './draft.ts';
import type { Stretch } from './marks.ts';
import type { LanguagePack } from './pack.ts';

/** Characters of the shortest quotation in which another claim is looked for. */
const SHORTEST_AROUND = 30;
/** Characters before a quoted sentence from which on they are words of their own. */
const SHORTEST_BEFORE = 20;
/** How much surer than another nested claim one in a turn is, since its label names who passes it on. */
const SURER_IN_TURN = 0.1;

/** The words in which nested claims are looked for. */
export interface Around {
  pack: LanguagePack;
  text: string;
  stretches: readonly Stretch[];
  paragraph: number;
}

/** Claims quoted inside a turn: only those that a cue names somebody else for. */
export function nestedInTurn(
  { pack, text, stretches, paragraph }: Around,
  body: Span,
  outer: Draft,
): Draft[] {
  return pack.claims
    .inParagraph(text, body, stretches, paragraph)
    .drafts.filter((draft) => pack.claims.mayNest(text, draft, 'turn'))
    .map((draft) =>
      Object.assign(draft, {
        within: outer,
        turn: outer.turn,
        confidence: Math.min(draft.confidence, pack.claims.confidence.nested + SURER_IN_TURN),
      }),
    );
}

/**
 * Words in marks that somebody else says in what is told: `the foreman told the crew: “Leave.”` in the words of
 * whoever reports it, who keeps the whole of them.
 */
export function nestedInReport(
  { pack, text, stretches, paragraph }: Around,
  outer: Draft,
): Draft[] {
  const [part, ...others] = outer.parts;
  if (outer.type !== 'mixed' || !outer.cue || !part || others.length > 0) return [];
  const inside = stretches.filter(
    ({ outer: marks }) => marks.start >= part.start && marks.end <= part.end,
  );
  return pack.claims
    .inParagraph(text, part, inside, paragraph)
    .drafts.filter(
      (draft) =>
        draft.type === 'direct' &&
        draft.mention !== null &&
        pack.claims.mayNest(text, draft, 'report'),
    )
    .map((draft) =>
      Object.assign(draft, {
        within: outer,
        confidence: Math.min(draft.confidence, pack.claims.confidence.nested),
        reasons: [...draft.reasons, 'It stands inside another claim, whose speaker passes it on.'],
      }),
    );
}

/** Claims inside the quotations of a claim: `"Western officials say the plan failed"`, passed on by its speaker. */
export function nestedInQuotations(around: Around, outer: Draft): Draft[] {
  return outer.parts.slice().flatMap((part) => nestedInPart(around, part, outer));
}

function nestedInPart(
  { pack, text, stretches, paragraph }: Around,
  part: Span,
  outer: Draft,
): Draft[] {
  const found: Draft[] = [];
  const low = countBefore(stretches.length, (k) => at(stretches, k).outer.end <= part.start);
  for (let k = low; k < stretches.length && at(stretches, k).outer.start < part.end; k++) {
    const stretch = at(stretches, k);
    const { inner } = stretch;
    if (inner.start < part.start || inner.end > part.end) continue;
    if (inner.end - inner.start < SHORTEST_AROUND) continue;
    for (const draft of pack.claims.inParagraph(text, inner, stretch.nested, paragraph).drafts) {
      if (!draft.mention || !pack.claims.mayNest(text, draft, 'quotation')) continue;
      if (startOf(draft) <= part.start && endOf(draft) >= part.end) continue;
      draft.confidence = Math.min(draft.confidence, pack.claims.confidence.nested);
      found.push(draft);
      if (isQuotedSentence(draft, stretch, part, outer)) {
        draft.type = 'direct';
        if (passOn(draft, wordsBefore(text, part, stretch), outer)) return found;
      }
      draft.within = outer;
      draft.reasons.push('It stands inside another claim, whose speaker passes it on.');
    }
  }
  return found;
}

/** The article quotes an agency's sentence, and the sentence names its speaker: `Reuters noted that X, "officials say Y."` */
const isQuotedSentence = (
  draft: Draft,
  { inner, outer: marks }: Stretch,
  part: Span,
  outer: Draft,
): boolean =>
  outer.type === 'mixed' &&
  draft.mention !== null &&
  draft.mention.start <= inner.start + 1 &&
  endOf(draft) >= inner.end - 2 &&
  marks.end >= part.end - 1;

/** The words of a claim before a sentence that it quotes, without what leads over to it. */
function wordsBefore(text: string, part: Span, { outer }: Stretch): Span | null {
  const before = trimmed(text, { start: part.start, end: outer.start });
  if (!before || before.end - before.start <= SHORTEST_BEFORE) return null;
  const { start, end } = before;
  return { start, end: start + text.slice(start, end).replace(/[,;:\s—–-]+$/, '').length };
}

/** The outer claim keeps the words before the quoted sentence, whose own speaker it passes on; false where it has none. */
function passOn(draft: Draft, before: Span | null, outer: Draft): boolean {
  if (!before || !outer.mention || outer.parts.length !== 1) return false;
  Object.assign(outer, { parts: [before], type: 'indirect' });
  Object.assign(draft, { via: [outer.mention] });
  draft.reasons.push(
    'The sentence that is quoted names another speaker, whose words its author passes on.',
  );
  return true;
}
