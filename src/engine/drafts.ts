/** Where a draft stands, and drafts made by the machinery itself. */
import type { Span } from '../model/records.ts';
import { first, last } from '../text/certain.ts';
import { overlaps } from '../text/spans.ts';
import type { Draft, Mention } from './draft.ts';
import { stretchesTouching, type Stretch } from './marks.ts';
import type { LanguagePack } from './pack.ts';

/** Where the words of a draft begin. */
export const startOf = ({ parts }: Pick<Draft, 'parts'>): number => first(parts).start;
/** Where they end. */
export const endOf = ({ parts }: Pick<Draft, 'parts'>): number => last(parts).end;

/** A draft of direct words in a paragraph of which nothing else is known. */
export const draftOf = (paragraph: number, parts: Span[], known: Partial<Draft> = {}): Draft => ({
  paragraph,
  type: 'direct',
  parts,
  cue: null,
  cueKind: 'none',
  polarity: 'positive',
  mention: null,
  inherits: null,
  open: false,
  via: [],
  within: null,
  turn: null,
  rule: '',
  confidence: 0,
  reasons: [],
  ...known,
});

/** A name that stands there, with nothing beside it. */
export const nameAt = ({ start, end }: Span): Mention => ({
  start,
  end,
  kind: 'name',
  apposed: null,
  antecedent: null,
});

/** "Ann Lee left their club, |Acme Rowers| (AR), adding": a name beside a noun, behind which somebody else's participle stands. */
export const isBesideNoun = (text: string, mention: Span, cue: Span): boolean =>
  mention.end <= cue.start &&
  /^\s*(?:\([^()]*\))?,\s*$/.test(text.slice(mention.end, cue.start)) &&
  /^\p{Ll}+ing\b/u.test(text.slice(cue.start, cue.end)) &&
  /\p{Ll},\s*$/u.test(text.slice(Math.max(0, mention.start - NOUN_BEFORE), mention.start));

/** Characters before a name in which the noun ends beside which it stands. */
const NOUN_BEFORE = 8;

/** Whether the rules found somebody for a cue beside whom nobody else can be meant, and the mention is of another. */
export const isRuledOut = (
  mention: Span,
  ruled: Mention | null | undefined,
  { text, cue, mentions }: { text: string; cue: Span; mentions: LanguagePack['mentions'] },
): boolean => !!ruled && mentions.leavesNoChoice(text, ruled, cue) && !overlaps(ruled, mention);

/** "… fell, said Ann Lee: “…”": who stands between a cue and the colon before the words leaves no choice. */
export function isNamedAtColon(text: string, draft: Draft): boolean {
  const { cue, mention } = draft;
  return (
    cue !== null &&
    mention !== null &&
    /^\s*$/.test(text.slice(cue.end, mention.start)) &&
    cue.end <= mention.start &&
    /^\s*:[^\p{L}\p{N}]*$/u.test(text.slice(mention.end, startOf(draft)))
  );
}

/** Gives a draft of one part other bounds; without its marks where it becomes a quotation, with both where it holds one. */
export function bound(
  draft: Draft,
  span: Span,
  type: Draft['type'],
  stretches: readonly Stretch[],
): void {
  const touching = stretchesTouching(stretches, span.start, span.end);
  const within = type === 'direct' ? touching[0] : undefined;
  const held = touching.at(-1);
  let part = span;
  if (within)
    part = {
      start: Math.max(within.inner.start, span.start),
      end: Math.min(within.inner.end, span.end),
    };
  else if (held && span.start < held.outer.start && span.end === held.inner.end)
    part = { start: span.start, end: held.outer.end };
  Object.assign(draft, { type, parts: [part] });
}
