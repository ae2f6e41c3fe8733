/** Joins what the paragraphs found: introductions, continuations, turns, claims within claims. */
import { countBefore } from '../text/bisect.ts';
import type { Span } from '../model/records.ts';
import type { MarkScan, Stretch } from './marks.ts';
import type { Draft, Lead, ParagraphClaims } from './draft.ts';
import type { LanguagePack } from './pack.ts';
import { isAside, type TurnDraft } from './turns.ts';
import { combine } from './combine.ts';
import type { Tagger } from './tagger/index.ts';
import type { Doubt, EngineText } from './types.ts';

const blank = (paragraph: number): Draft => ({
  paragraph,
  type: 'direct',
  parts: [],
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
});

/** A signature under a pull quote: "― Ann Lee". */
const SIGNATURE = /^\s?[—–―-]{1,2}\s?([A-Z][\p{L}’'.-]+(?:\s[\p{L}’'.-]+){0,5})/u;

/** Every draft of a text, the containing one before those within it; `doubts` receives unbalanced marks and quotations nobody is named for. */
export function assemble(
  pack: LanguagePack,
  input: EngineText,
  scans: readonly MarkScan[],
  turns: readonly TurnDraft[],
  doubts: Doubt[],
  tagger: Tagger | null = null,
  explain = true,
): Draft[] {
  const { text, paragraphs } = input;
  const words = tagger && pack.text.tagged(text);
  const all: Draft[] = [];
  const turnOf = new Map<number, TurnDraft>();
  for (const t of turns) for (let p = t.from; p < t.to; p++) turnOf.set(p, t);
  let lead: Lead | null = null;
  /** Last claim of the paragraph before, for continuations. */
  let previous: Draft | null = null;
  let previousOpen = false;
  let turnClaim: Draft | null = null;

  for (let i = 0; i < paragraphs.length; i++) {
    const p = paragraphs[i]!;
    const scan = scans[i]!;
    const turn = turnOf.get(i);
    if (turn) {
      lead = null;
      previous = null;
      const start = i === turn.from ? Math.max(p.start, turn.body) : p.start;
      const body = trim(text, start, p.end);
      if (
        !body ||
        (i === turn.from
          ? p.kind === 'heading' || p.kind === 'caption'
          : !p.continues && isAside(text, p, pack.conversations))
      )
        continue;
      if (p.continues && turnClaim && turnClaim.turn === turn.number) {
        turnClaim.parts.push(body);
        turnClaim.reasons.push('A page break cuts the paragraph.');
      } else {
        turnClaim = {
          ...blank(i),
          type: turn.kind,
          parts: [body],
          turn: turn.number,
          rule: turn.kind === 'answer' ? 'turn-answer' : 'turn-question',
          confidence: pack.claims.confidence['turn-answer'],
          reasons: [turnReason(turn)],
        };
        if (turn.label.end > turn.label.start && turn.rule !== 'dash')
          turnClaim.mention = { ...turn.label, kind: 'name', apposed: null, antecedent: null };
        all.push(turnClaim);
      }
      within(pack, text, body, scan.stretches, i, turnClaim, all);
      continue;
    }
    turnClaim = null;
    for (const s of scan.strays)
      doubts.push({
        kind: 'unbalanced-mark',
        start: s.start,
        end: s.end,
        detail: 'no mark answers it',
      });
    if (p.kind === 'heading') continue;
    const ruled = pack.claims.inParagraph(text, p, scan.stretches, i);
    const found =
      words && p.kind !== 'quote'
        ? combine(pack, ruled, p, scan.stretches, words, tagger!, i, explain)
        : ruled;
    const { drafts } = found;
    if (p.kind === 'quote' && !scan.stretches.length) {
      // A block quotation has no marks of its own.
      const body = trim(text, p.start, p.end);
      if (body) {
        const d: Draft = {
          ...blank(i),
          parts: [body],
          rule: 'block-quotation',
          confidence: pack.claims.confidence['block-quotation'],
          reasons: ['The paragraph is set as a block quotation.'],
          open: true,
        };
        give(d, lead, previous);
        all.push(d);
        previous = d;
        lead = null;
        continue;
      }
    }
    if (lead) {
      const first = drafts[0];
      const whole = scan.stretches[0];
      const startsWithMark = whole !== undefined && whole.outer.start - p.start < 3;
      if (
        startsWithMark &&
        (!first ||
          (first.parts[0]!.start === whole.inner.start &&
            (first.open || first.rule === 'continued')))
      ) {
        const d = first ?? {
          ...blank(i),
          parts: [{ start: whole.inner.start, end: whole.inner.end }],
        };
        if (!first) drafts.unshift(d);
        d.open = false;
        d.rule = 'next-paragraph';
        d.confidence = pack.claims.confidence['next-paragraph'];
        d.reasons = ['The paragraph before introduces the quotation.'];
        d.mention = null;
        d.inherits = null;
        give(d, lead, null);
      } else if (
        startsWithMark &&
        first &&
        first.parts[0]!.start === whole.inner.start &&
        !first.mention
      )
        give(first, lead, null);
      else if (lead.according && found.clauses[0] && (!first || first.open || !first.cue)) {
        const c = found.clauses[0];
        const content = {
          start: found.tokens[c.from]!.start,
          end: lastWordEnd(found, c.from, c.to),
        };
        const d: Draft = {
          ...blank(i),
          type: scan.stretches.some((s) => s.outer.start < content.end) ? 'mixed' : 'indirect',
          parts: [content],
          rule: 'next-paragraph',
          confidence: pack.claims.confidence['next-paragraph'],
          reasons: ['The paragraph before says according to whom.'],
        };
        give(d, lead, null);
        for (let k = drafts.length - 1; k >= 0; k--)
          if (drafts[k]!.parts[0]!.start < content.end) drafts.splice(k, 1);
        drafts.unshift(d);
      }
      lead = null;
    }
    for (const d of drafts) {
      if (!d.open) continue;
      const q = scan.stretches.find(
        (s) =>
          s.inner.start === d.parts[0]!.start ||
          (s.outer.start >= d.parts[0]!.start && s.outer.end <= d.parts.at(-1)!.end),
      );
      const atHead =
        d.parts[0]!.start - p.start < 12 || (q !== undefined && q.outer.start - p.start < 12);
      // "― Name" behind or under it
      const after = SIGNATURE.exec(
        text.slice(d.parts.at(-1)!.end + 1, Math.min(d.parts.at(-1)!.end + 60, p.end)),
      );
      const next = paragraphs[i + 1];
      const under = after
        ? null
        : next && d.parts.at(-1)!.end > p.end - 3
          ? SIGNATURE.exec(text.slice(next.start, Math.min(next.end, next.start + 60)))
          : null;
      if (after || under) {
        const base = after ? d.parts.at(-1)!.end + 1 : next!.start;
        const hit = (after ?? under)!;
        const start = base + hit[0].length - hit[1]!.length;
        d.mention = {
          start,
          end: start + hit[1]!.length,
          kind: 'name',
          apposed: null,
          antecedent: null,
        };
        d.rule = 'signature';
        d.confidence = pack.claims.confidence.signature;
        d.reasons = ['A dash and a name stand under the quotation.'];
        d.open = false;
      } else if (
        previous &&
        (previousOpen || atHead) &&
        d.rule !== 'long-quotation' &&
        previous.paragraph >= i - 1
      ) {
        d.inherits = previous;
        d.mention = null;
        d.open = false;
        d.reasons.push(
          previousOpen
            ? 'The paragraph before left its quotation open.'
            : 'It stands directly after a quotation of the paragraph before.',
        );
      }
      if (d.open && !d.mention)
        doubts.push({
          kind: 'quote-without-speaker',
          start: d.parts[0]!.start,
          end: d.parts.at(-1)!.end,
          detail: '',
        });
    }
    for (const d of drafts) all.push(d);
    for (const d of drafts.slice()) {
      for (const part of d.parts) nestedIn(pack, text, part, scan.stretches, i, d, all);
    }
    for (const s of scan.stretches)
      if (
        s.repair &&
        !(scan.open && s === scan.stretches.at(-1) && opensNext(text, paragraphs[i + 1]))
      )
        doubts.push({
          kind: 'unbalanced-mark',
          start: s.open.start,
          end: Math.max(s.open.end, s.open.start + 1),
          detail: s.repair,
        });
    lead = found.lead;
    const last = drafts.reduce<Draft | null>(
      (a, b) => (!a || b.parts.at(-1)!.end >= a.parts.at(-1)!.end ? b : a),
      null,
    );
    if (lead && last && !lead.mention) lead.inherits = last;
    previous =
      last && last.type !== 'indirect' ? last : last && scan.stretches.length ? last : null;
    if (last && last.type === 'indirect') previous = last;
    previousOpen = scan.open;
  }
  return all;
}

const turnReason = (turn: TurnDraft) =>
  turn.rule === 'bold'
    ? 'The text is laid out as an interview: questions in bold type, answers under them.'
    : turn.rule === 'dash'
      ? 'The text is laid out as a dialogue with dashes.'
      : 'The text is laid out as an interview with labels; the paragraph belongs to this turn.';

const opensNext = (text: string, next: Span | undefined) =>
  next !== undefined && /^\s?["“„«‘'`]/.test(text.slice(next.start, next.start + 2));

function trim(text: string, start: number, end: number): Span | null {
  let a = start;
  let b = end;
  while (a < b && /\s/.test(text[a]!)) a++;
  while (b > a && /\s/.test(text[b - 1]!)) b--;
  return a < b ? { start: a, end: b } : null;
}

const lastWordEnd = (found: ParagraphClaims, from: number, to: number) => {
  let k = to - 1;
  while (k > from && found.tokens[k]!.kind === 'punct') k--;
  return found.tokens[k]!.end;
};

function give(d: Draft, lead: Lead | null, previous: Draft | null): void {
  if (lead) {
    d.cue = lead.cue;
    d.cueKind = lead.cueKind;
    d.polarity = lead.polarity;
    d.mention = lead.mention;
    d.inherits = lead.mention ? null : lead.inherits;
    d.open = !lead.mention && !lead.inherits;
  } else if (previous) {
    d.inherits = previous;
    d.open = false;
  }
}

/** Claims quoted inside a turn: only those that a cue names somebody else for. */
function within(
  pack: LanguagePack,
  text: string,
  body: Span,
  stretches: readonly Stretch[],
  paragraph: number,
  outer: Draft,
  all: Draft[],
): void {
  const { drafts } = pack.claims.inParagraph(text, body, stretches, paragraph);
  for (const d of drafts) {
    if (!pack.claims.mayNest(text, d, 'turn')) continue;
    d.within = outer;
    d.turn = outer.turn;
    d.confidence = Math.min(d.confidence, pack.claims.confidence.nested + 0.1);
    all.push(d);
  }
}

/** Claims inside a quotation of a claim: `"Western officials say the plan failed"`, passed on by its speaker. */
function nestedIn(
  pack: LanguagePack,
  text: string,
  part: Span,
  stretches: readonly Stretch[],
  paragraph: number,
  outer: Draft,
  all: Draft[],
): void {
  const low = countBefore(stretches.length, (k) => stretches[k]!.outer.end <= part.start);
  for (let k = low; k < stretches.length && stretches[k]!.outer.start < part.end; k++) {
    const s = stretches[k]!;
    if (s.inner.start < part.start || s.inner.end > part.end || s.inner.end - s.inner.start < 30)
      continue;
    const { drafts } = pack.claims.inParagraph(text, s.inner, s.nested, paragraph);
    for (const d of drafts) {
      if (!d.mention || !pack.claims.mayNest(text, d, 'quotation')) continue;
      if (d.parts[0]!.start <= part.start && d.parts.at(-1)!.end >= part.end) continue;
      d.confidence = Math.min(d.confidence, pack.claims.confidence.nested);
      // The article quotes an agency's sentence, and the sentence names its speaker: `Reuters noted that X, "officials say Y."`
      const whole =
        outer.type === 'mixed' &&
        d.mention.start <= s.inner.start + 1 &&
        d.parts.at(-1)!.end >= s.inner.end - 2 &&
        s.outer.end >= part.end - 1;
      if (whole) d.type = 'direct';
      const before = whole ? trim(text, part.start, s.outer.start) : null;
      if (before && outer.mention && outer.parts.length === 1 && before.end - before.start > 20) {
        while (/[,;:\s—–-]/.test(text[before.end - 1]!)) before.end--;
        outer.parts = [before];
        outer.type = 'indirect';
        d.via = [outer.mention];
        d.reasons.push(
          'The sentence that is quoted names another speaker, whose words its author passes on.',
        );
        all.push(d);
        return;
      }
      d.within = outer;
      d.reasons.push('It stands inside another claim, whose speaker passes it on.');
      all.push(d);
    }
  }
}
