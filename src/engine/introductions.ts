/** Introductions: a paragraph that ends with "she said:" or "according to her", whose words come in the next. */
import { at } from '../text/certain.ts';
import { draftOf, startOf } from './drafts.ts';
import type { Clause, Draft, Lead, ParagraphClaims, Token } from './draft.ts';
import type { Stretch } from './marks.ts';
import type { LanguagePack } from './pack.ts';

/** Characters from the head of a paragraph within which its first mark opens it. */
const HEAD = 3;

/** What an introduction says of the draft whose words it introduces. */
export const introducedBy = (lead: Lead): Partial<Draft> => ({
  cue: lead.cue,
  cueKind: lead.cueKind,
  polarity: lead.polarity,
  mention: lead.mention,
  inherits: lead.mention ? null : lead.inherits,
  open: !lead.mention && !lead.inherits,
});

/** The drafts of the paragraph that an introduction precedes, the introduced one among them. */
export function introduced(
  lead: Lead,
  found: ParagraphClaims,
  stretches: readonly Stretch[],
  place: { pack: LanguagePack; start: number; paragraph: number },
): Draft[] {
  const { drafts, clauses } = found;
  const [first] = drafts;
  const [marks] = stretches;
  const opens = marks !== undefined && marks.outer.start - place.start < HEAD ? marks : null;
  const isFirst = opens !== null && first !== undefined && startOf(first) === opens.inner.start;
  const confidence = place.pack.claims.confidence['next-paragraph'];
  if (opens && (!first || (isFirst && (first.open || first.rule === 'continued')))) {
    const draft =
      first ?? draftOf(place.paragraph, [{ start: opens.inner.start, end: opens.inner.end }]);
    Object.assign(draft, introducedBy(lead), {
      rule: 'next-paragraph',
      confidence,
      reasons: ['The paragraph before introduces the quotation.'],
    });
    return first ? drafts : [draft];
  }
  if (isFirst && !first.mention) {
    Object.assign(first, introducedBy(lead));
    return drafts;
  }
  const block = opens ? null : asBlock(lead, found, place);
  if (block) return [block];
  const [clause] = clauses;
  if (!lead.according || !clause || (first && !first.open && first.cue)) return drafts;
  const content = {
    start: at(found.tokens, clause.from).start,
    end: lastWordEnd(found, clause),
  };
  const told = draftOf(place.paragraph, [content], {
    ...introducedBy(lead),
    type: stretches.some(({ outer }) => outer.start < content.end) ? 'mixed' : 'indirect',
    rule: 'next-paragraph',
    confidence,
    reasons: ['The paragraph before says according to whom.'],
  });
  return [told, ...drafts.filter((draft) => startOf(draft) >= content.end)];
}

/**
 * "She wrote:", and a paragraph without marks in which nobody else is named for anything: her words, as a block.
 * Null where the colon has no word of saying before it.
 */
function asBlock(
  lead: Lead,
  { drafts, tokens }: ParagraphClaims,
  { pack, paragraph }: { pack: LanguagePack; paragraph: number },
): Draft | null {
  const [opening] = tokens;
  const closing = tokens.at(-1);
  const isSaid = lead.colon && lead.mention !== null && lead.cue.end - lead.cue.start > 1;
  if (!isSaid || drafts.length > 0 || !opening || !closing || isHeading(tokens)) return null;
  return draftOf(paragraph, [{ start: opening.start, end: closing.end }], {
    ...introducedBy(lead),
    rule: 'block-quotation',
    confidence: pack.claims.confidence['block-quotation'],
    reasons: ['The paragraph before introduces it with a colon, and it stands by itself.'],
  });
}

/** Letters of a word that begins with a capital in a heading. */
const LONG = 4;

/** "What Does the Ferry Offer?": every longer word begins with a capital, of several. */
function isHeading(tokens: readonly Token[]): boolean {
  const long = tokens.filter(({ kind, start, end }) => kind === 'word' && end - start >= LONG);
  return long.length > 2 && long.every(({ cap }) => cap);
}

/** Where the last word of a sentence ends. */
function lastWordEnd({ tokens }: ParagraphClaims, { from, to }: Clause): number {
  let k = to - 1;
  while (k > from && at(tokens, k).kind === 'punct') k--;
  return at(tokens, k).end;
}
