/**
 * Settles the claims of a paragraph once rules and model have found them: who says them, where they begin and
 * end, and whether they stand. What is possible is put together here; `tagger/judge.ts` chooses.
 */
import type { Span } from '../model/records.ts';
import { overlaps } from '../text/spans.ts';
import { stretchesTouching, type Stretch } from './marks.ts';
import type { Draft, Mention } from './draft.ts';
import type { LanguagePack } from './pack.ts';
import {
  boundFeatures,
  boundsFor,
  CHOICE_WIDTH,
  Ground,
  mentionFeatures,
  standingFeatures,
  type Candidate,
  type Run,
  type Told,
} from './tagger/choices.ts';
import { layoutOf, QUOTE } from './tagger/layout.ts';
import { LEAST, type Judge, type TaggerLexicon } from './tagger/index.ts';
import { tokenAt } from './tagger/rule-codes.ts';
import { hashText, POS, type Tokens } from './tokens.ts';

/** What is known of a draft beside itself. */
export interface Background {
  /** Its bounds and its mention as the rules gave them; absent where only the model found it. */
  rule?: { parts: readonly Span[]; mention: Mention | null };
  /** The model's claim it was matched with. */
  model?: Span & { margin: number };
}

/** What the paragraph offers for mentions. */
export interface Sources {
  /** Mentions the model found that touch a stretch of text. */
  near(start: number, end: number): readonly { mention: Mention; margin: number }[];
  /** Subject of the sentence that holds an offset. */
  subject(offset: number): Mention | null;
}

const PUNCT = POS.indexOf('PUNCT');
/** Characters from the end of a mention to the end of a passive: no more stand between them. */
const LONGEST_PASSIVE = 80;
/** Characters before and after a cue in which mentions are looked for. */
const BEFORE = 600;
const AFTER = 300;

/** Settles drafts, which stand in reading order; returns those that stand, changed in place. */
export function settle(
  pack: LanguagePack,
  drafts: readonly Draft[],
  background: ReadonlyMap<Draft, Background>,
  sources: Sources,
  judge: Judge,
  typeOf: (span: Span) => Draft['type'],
  tokens: Tokens,
  a: number,
  b: number,
  stretches: readonly Stretch[],
  lexicon: TaggerLexicon,
): Draft[] {
  if (drafts.length === 0) return [];
  const ground = new Ground(tokens, a, b, layoutOf(tokens, a, b, stretches, lexicon));
  const scene = new Settling(pack, ground, background, sources, judge);
  for (const [i, draft] of drafts.entries()) scene.mention(drafts, draft, i);
  for (const draft of drafts) scene.unname(draft);
  for (const [i, draft] of drafts.entries()) scene.bounds(drafts, draft, i, typeOf, stretches);
  return drafts.filter((draft, i) => scene.stands(drafts, draft, i));
}

/** Gives a draft of one part other bounds; without its marks where it becomes a quotation. */
export function bound(
  draft: Draft,
  span: Span,
  type: Draft['type'],
  stretches: readonly Stretch[],
): void {
  const mark =
    type === 'direct' ? stretchesTouching(stretches, span.start, span.end)[0] : undefined;
  draft.type = type;
  draft.parts = [
    mark
      ? { start: Math.max(mark.inner.start, span.start), end: Math.min(mark.inner.end, span.end) }
      : span,
  ];
}

class Settling {
  readonly #pack: LanguagePack;
  readonly #ground: Ground;
  readonly #background: ReadonlyMap<Draft, Background>;
  readonly #sources: Sources;
  readonly #judge: Judge;
  /** The paragraph in the text. */
  readonly #span: Span;

  constructor(
    pack: LanguagePack,
    ground: Ground,
    background: ReadonlyMap<Draft, Background>,
    sources: Sources,
    judge: Judge,
  ) {
    this.#pack = pack;
    this.#ground = ground;
    this.#background = background;
    this.#sources = sources;
    this.#judge = judge;
    const { tokens, a, n } = ground;
    this.#span = { start: tokens.start[a]!, end: tokens.end[a + n - 1]! };
  }

  /** Tokens of a span that lies in the paragraph; one at least. */
  #run(span: Span): Run {
    const { tokens, a, n } = this.#ground;
    const from = Math.min(Math.max(0, tokenAt(tokens, span.start) - a), n - 1);
    let to = tokenAt(tokens, span.end) - a;
    if (a + to < tokens.count && to < n && tokens.start[a + to]! < span.end) to++;
    return { from, to: Math.min(n, Math.max(from + 1, to)) };
  }

  /** The same without loose punctuation at either end. */
  #words(span: Span): Run {
    const { tokens, a, layout } = this.#ground;
    let { from, to } = this.#run(span);
    const isLoose = (i: number): boolean =>
      tokens.pos[a + i] === PUNCT &&
      layout.quote[i] !== QUOTE.open &&
      layout.quote[i] !== QUOTE.close;
    while (to - 1 > from && isLoose(to - 1)) to--;
    while (from < to - 1 && isLoose(from)) from++;
    return { from, to };
  }

  #holds(span: Span): boolean {
    return span.start >= this.#span.start && span.end <= this.#span.end;
  }

  /** Chooses the mention of a claim that has a cue. */
  mention(drafts: readonly Draft[], draft: Draft, at: number): void {
    const { cue, parts } = draft;
    if (
      !cue ||
      !this.#holds(cue) ||
      draft.within ||
      draft.via.length > 0 ||
      draft.rule === 'quoted-as'
    )
      return;
    if (draft.mention && !this.#holds(draft.mention)) return;
    // "Ann Lee's claim that": whose it is leaves no choice.
    if (draft.rule !== 'model' && draft.mention && this.#pack.cues.isNoun(this.#read(cue))) return;
    const list: { mention: Mention | null; candidate: Candidate }[] = [];
    const plain = { kind: 0, now: false, rule: false, margin: null, shared: false, subject: false };
    list.push({ mention: null, candidate: { ...plain, at: null, now: draft.mention === null } });
    const add = (mention: Mention, what: Partial<Candidate>): void => {
      if (!this.#holds(mention) || overlaps(mention, cue)) return;
      const known = list.find(
        (one) =>
          one.mention && one.mention.start === mention.start && one.mention.end === mention.end,
      );
      if (known) Object.assign(known.candidate, what);
      else
        list.push({
          mention,
          candidate: { ...plain, at: this.#run(mention), kind: hashText(mention.kind), ...what },
        });
    };
    if (draft.mention) add(draft.mention, { now: true });
    const rule = this.#background.get(draft)?.rule?.mention;
    if (rule) add(rule, { rule: true });
    for (const { mention, margin } of this.#sources.near(cue.start - BEFORE, cue.end + AFTER))
      add(mention, { margin });
    for (const other of drafts.slice(Math.max(0, at - 3), at + 3))
      if (other !== draft && other.mention) add(other.mention, { shared: true });
    const subject = this.#sources.subject(cue.start);
    if (subject) add(subject, { subject: true });
    // Whoever is named in the claim's own words does not say them.
    const usable = list.filter(
      ({ mention, candidate }) =>
        candidate.now || !mention || !parts.some((part) => overlaps(part, mention)),
    );
    const now = usable.findIndex(({ candidate }) => candidate.now);
    if (usable.length < 2 || now < 0) return;
    const told = {
      ...this.#run(parts[0]!),
      cue: this.#run(cue),
      rule: null,
      model: null,
      name: hashText(draft.rule),
    };
    const features = new Int32Array(usable.length * CHOICE_WIDTH);
    usable.forEach(({ candidate }, k) =>
      mentionFeatures(
        this.#ground,
        told,
        candidate,
        { rivals: usable.length, inherits: draft.inherits !== null },
        row(features, k),
      ),
    );
    const chosen = this.#judge.mention(
      features,
      usable.length,
      now,
      draft,
      usable.map(({ mention }) => mention),
    );
    if (chosen === now) return;
    const { mention } = usable[chosen]!;
    draft.mention = mention;
    if (!mention) return;
    draft.inherits = null;
    draft.open = false;
    draft.reasons.push(
      `Of ${usable.length - 1} mentions near “${this.#read(cue)}” the model takes “${this.#read(mention)}” for the speaker.`,
    );
  }

  /** "She was told that", "it is said that": who stands before the cue does not say the words. */
  unname(draft: Draft): void {
    const { cue, mention } = draft;
    if (
      !cue ||
      !mention ||
      draft.rule === 'quoted-as' ||
      draft.within ||
      !this.#holds(mention) ||
      mention.end > cue.start ||
      cue.end - mention.end > LONGEST_PASSIVE
    )
      return;
    if (!this.#pack.cues.isPassive(this.#read({ start: mention.end, end: cue.end }))) return;
    draft.mention = null;
    draft.inherits = null;
    draft.open = false;
    draft.reasons.push(
      `“${this.#read({ start: mention.start, end: cue.end })}” names nobody who says it.`,
    );
  }

  /** Chooses where told words begin and end. */
  bounds(
    drafts: readonly Draft[],
    draft: Draft,
    at: number,
    typeOf: (span: Span) => Draft['type'],
    stretches: readonly Stretch[],
  ): void {
    if (
      (draft.type !== 'indirect' && draft.type !== 'mixed') ||
      draft.parts.length !== 1 ||
      draft.within
    )
      return;
    const { tokens, a, n, layout } = this.#ground;
    const part = draft.parts[0]!;
    const now = this.#words(part);
    const cue = draft.cue && this.#holds(draft.cue) ? this.#words(draft.cue) : null;
    if (cue && cue.from < now.to && cue.to > now.from) return;
    const { rule, model } = this.#background.get(draft) ?? {};
    const ruled = rule?.parts[0] ?? (draft.rule === 'model' ? null : part);
    const told: Told = {
      ...now,
      cue,
      rule: ruled && this.#words(ruled),
      model: model ? { ...this.#words(model), margin: model.margin } : null,
      name: hashText(draft.rule),
    };
    // Within its sentence, and clear of its own attribution and of other claims.
    let low = layout.from[now.from]!;
    let high = layout.to[now.to - 1]!;
    for (const span of [draft.cue, draft.mention]) {
      if (!span || !this.#holds(span)) continue;
      const { from, to } = this.#words(span);
      if (to <= now.from) low = Math.max(low, to);
      else if (from >= now.to) high = Math.min(high, from);
    }
    const before = drafts[at - 1]?.parts.at(-1)!.end ?? -1;
    const after = drafts[at + 1]?.parts[0]!.start ?? Infinity;
    low = Math.max(low, Math.min(now.from, tokenAt(tokens, before) - a));
    if (after < tokens.end[a + n - 1]!)
      high = Math.min(high, Math.max(now.to, tokenAt(tokens, after) - a));
    while (
      high > now.to &&
      tokens.pos[a + high - 1] === PUNCT &&
      layout.quote[high - 1] === QUOTE.out
    )
      high--;
    // "Ann Lee's claim that …": the rules know the verb the words are the subject of, and so where they end.
    const owned =
      draft.mention !== null &&
      draft.rule !== 'model' &&
      this.#pack.mentions.isOwner(this.#read(draft.mention));
    const sides =
      owned && draft.cue && this.#pack.cues.isNoun(this.#read(draft.cue))
        ? (['from'] as const)
        : (['from', 'to'] as const);
    for (const side of sides) {
      const list = boundsFor(side, this.#ground, told, low, high);
      const present = list.indexOf(told[side]);
      if (list.length < 2 || present < 0) continue;
      const features = new Int32Array(list.length * CHOICE_WIDTH);
      list.forEach((place, k) =>
        boundFeatures(this.#ground, told, { side, at: place, low, high }, row(features, k)),
      );
      const offsets = list.map((place) =>
        side === 'from' ? tokens.start[a + place]! : tokens.end[a + place - 1]!,
      );
      told[side] =
        list[this.#judge.bound(features, list.length, present, draft, { side, offsets })]!;
    }
    const span = {
      start: told.from === now.from ? part.start : tokens.start[a + told.from]!,
      end: told.to === now.to ? part.end : tokens.end[a + told.to - 1]!,
    };
    if (span.start === part.start && span.end === part.end) return;
    bound(draft, span, typeOf(span), stretches);
    draft.reasons.push('The model bounds the words otherwise than the rules.');
  }

  /** Whether a claim stands; notes what was weighed, which is what its confidence is read from. */
  stands(drafts: readonly Draft[], draft: Draft, at: number): boolean {
    if (draft.within || draft.parts.some((part) => !this.#holds(part))) return true;
    const { rule, model } = this.#background.get(draft) ?? {};
    const now = this.#run(draft.parts[0]!);
    const cue = draft.cue && this.#holds(draft.cue) ? draft.cue : null;
    const mention = draft.mention && this.#holds(draft.mention) ? draft.mention : null;
    const told: Told = {
      ...now,
      cue: cue && this.#run(cue),
      rule: draft.rule === 'model' ? null : this.#run(rule?.parts[0] ?? draft.parts[0]!),
      model: model ? { ...this.#run(model), margin: model.margin } : null,
      name: hashText(draft.rule),
    };
    const features = new Int32Array(CHOICE_WIDTH);
    standingFeatures(
      this.#ground,
      told,
      {
        type: ['direct', 'mixed', 'indirect'].indexOf(draft.type) + 1,
        mention: mention && { ...this.#run(mention), kind: hashText(mention.kind) },
        strength: cue ? this.#pack.cues.strength(this.#read(cue)) : 0,
        cueKind: hashText(draft.cueKind + draft.polarity) & 15,
        others: drafts.length,
        before: at > 0 ? hashText(drafts[at - 1]!.rule) : 1,
        after: at + 1 < drafts.length ? hashText(drafts[at + 1]!.rule) : 1,
        inherits: draft.inherits !== null,
      },
      features,
    );
    const margin = this.#judge.standing(features, draft);
    draft.decision = { group: draft.decision?.group ?? draft.rule, margin };
    return margin >= LEAST;
  }

  #read({ start, end }: Span): string {
    return this.#ground.tokens.text.slice(start, end).replace(/\s+/g, ' ');
  }
}

const row = (features: Int32Array, index: number): Int32Array =>
  features.subarray(index * CHOICE_WIDTH, (index + 1) * CHOICE_WIDTH);
