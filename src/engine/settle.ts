/**
 * Settles the claims of a paragraph once rules and model have found them: who says them, where they begin and
 * end, and whether they stand. What is possible is put together here; `tagger/judge.ts` chooses.
 */
import type { Span } from '../model/records.ts';
import { at, first } from '../text/certain.ts';
import { onOneLine } from '../text/lines.ts';
import { overlaps } from '../text/spans.ts';
import { stretchesTouching, type Stretch } from './marks.ts';
import { bound, endOf, isBesideNoun, isNamedAtColon, isRuledOut, startOf } from './drafts.ts';
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
import type { Decision } from './types.ts';

/** What is known of a draft beside itself. */
export interface Background {
  /** Its bounds and its mention as the rules gave them; absent where only the model found it. */
  rule?: { parts: readonly Span[]; mention: Mention | null };
  /** The model's claim it was matched with. */
  model?: Span & { margin: number };
  /** Whether it stands whatever the model thinks of it. */
  isSure?: boolean;
}

/** What the paragraph offers for mentions. */
export interface Sources {
  /** Mentions the model found that touch a stretch of text. */
  near(start: number, end: number): readonly { mention: Mention; margin: number }[];
  /** Subject of the sentence that holds an offset. */
  subject(offset: number): Mention | null;
  /** Where the words begin behind the line of place and date at the head of a report. */
  readonly body: number;
  /** Where the sentence begins that holds an offset, as the rules see it. */
  sentenceStart(offset: number): number;
  /** What kind of claim words are, by the marks on them. */
  typeOf(span: Span): Draft['type'];
}

const PUNCT = POS.indexOf('PUNCT');
/** Characters from the end of a mention to the end of a cue that it does not say: no more stand between them. */
const LONGEST_WAY = 120;
interface Choice {
  mention: Mention | null;
  candidate: Candidate;
}
type Side = 'from' | 'to';
/** Tokens among which bounds may lie, `high` exclusive. */
interface Room {
  low: number;
  high: number;
}
const PLAIN = { kind: 0, now: false, rule: false, margin: null, shared: false, subject: false };
/** Characters before and after a cue in which mentions are looked for. */
const BEFORE = 600;
const AFTER = 300;

/** What is needed to settle the drafts of a paragraph. */
export interface ToSettle {
  pack: LanguagePack;
  background: ReadonlyMap<Draft, Background>;
  scene: Sources;
  judge: Judge;
  /** The tokens of the paragraph, `b` exclusive. */
  run: { tokens: Tokens; a: number; b: number };
  stretches: readonly Stretch[];
  lexicon: TaggerLexicon;
}

/** Settles drafts, which stand in reading order; returns those that stand, changed in place. */
export function settle(drafts: readonly Draft[], from: ToSettle): Draft[] {
  if (drafts.length === 0) return [];
  const settling = new Settling(from);
  for (const [i, draft] of drafts.entries()) settling.mention(drafts, draft, i);
  for (const draft of drafts) settling.unname(draft);
  for (const [i, draft] of drafts.entries()) settling.bounds(drafts, draft, i);
  for (const draft of drafts) settling.unmark(draft);
  return drafts.filter((draft, i) => settling.stands(drafts, draft, i));
}

class Settling {
  readonly #pack: LanguagePack;
  readonly #ground: Ground;
  readonly #background: ReadonlyMap<Draft, Background>;
  readonly #scene: Sources;
  readonly #judge: Judge;
  readonly #stretches: readonly Stretch[];
  readonly #span: Span;

  constructor({ pack, background, scene, judge, run, stretches, lexicon }: ToSettle) {
    const { tokens, a, b } = run;
    this.#pack = pack;
    this.#ground = new Ground(tokens, a, b, layoutOf(tokens, a, b, stretches, lexicon));
    this.#background = background;
    this.#scene = scene;
    this.#judge = judge;
    this.#stretches = stretches;
    this.#span = { start: at(tokens.start, a), end: at(tokens.end, b - 1) };
  }

  /** Tokens of a span that lies in the paragraph; one at least. */
  #run(span: Span): Run {
    const { tokens, a, n } = this.#ground;
    const from = Math.min(Math.max(0, tokenAt(tokens, span.start) - a), n - 1);
    let to = tokenAt(tokens, span.end) - a;
    if (a + to < tokens.count && to < n && at(tokens.start, a + to) < span.end) to++;
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

  /** Chooses the mention of a claim that has a cue. `place`: its index among the drafts. */
  mention(drafts: readonly Draft[], draft: Draft, place: number): void {
    const { cue } = draft;
    if (!cue || !this.#mayChoose(draft, cue)) return;
    const usable = this.#candidates(drafts, draft, cue, place);
    const now = usable.findIndex(({ candidate }) => candidate.now);
    if (usable.length < 2 || now < 0) return;
    const told = {
      ...this.#run(first(draft.parts)),
      cue: this.#run(cue),
      rule: null,
      model: null,
      name: hashText(draft.rule),
    };
    const features = new Int32Array(usable.length * CHOICE_WIDTH);
    const choice = { rivals: usable.length, inherits: draft.inherits !== null };
    for (const [k, { candidate }] of usable.entries())
      mentionFeatures(this.#ground, told, candidate, choice, row(features, k));
    const mentions = usable.map(({ mention }) => mention);
    const { index, lead } = this.#judge.mention(features, usable.length, now, draft, mentions);
    if (draft.decision) Object.assign(draft, { decision: { ...draft.decision, lead } });
    if (index === now) return;
    const mention = at(mentions, index);
    if (!mention) {
      Object.assign(draft, { mention });
      return;
    }
    Object.assign(draft, { mention, inherits: null, open: false });
    draft.reasons.push(
      `Of ${usable.length - 1} mentions near “${this.#read(cue)}” the model takes “${this.#read(mention)}” for the speaker.`,
    );
  }

  /** Whether it is open who says a draft: not where the rules have it from a form that leaves no choice. */
  #mayChoose(draft: Draft, cue: Span): boolean {
    const { mention, within, via, rule } = draft;
    if (!this.#holds(cue) || within || via.length > 0 || rule === 'quoted-as') return false;
    if (!mention) return true;
    if (isNamedAtColon(this.#ground.tokens.text, draft)) return false;
    // "Ann Lee's claim that": whose it is leaves no choice.
    const isOwned =
      this.#pack.cues.isNoun(this.#read(cue)) ||
      (mention.kind !== 'pronoun' && this.#pack.mentions.isOwner(this.#read(mention)));
    return this.#holds(mention) && (rule === 'model' || !isOwned);
  }

  /** Who may say a draft, nobody first. */
  #candidates(drafts: readonly Draft[], draft: Draft, cue: Span, place: number): Choice[] {
    const nobody = { ...PLAIN, at: null, now: draft.mention === null };
    const list: Choice[] = [{ mention: null, candidate: nobody }];
    const add = (mention: Mention | null | undefined, what: Partial<Candidate>): void => {
      if (!mention || !this.#holds(mention) || overlaps(mention, cue)) return;
      const known = list.find(
        (one) => one.mention?.start === mention.start && one.mention.end === mention.end,
      );
      if (known) Object.assign(known.candidate, what);
      else
        list.push({
          mention,
          candidate: { ...PLAIN, at: this.#run(mention), kind: hashText(mention.kind), ...what },
        });
    };
    add(draft.mention, { now: true });
    add(this.#background.get(draft)?.rule?.mention, { rule: true });
    for (const { mention, margin } of this.#scene.near(cue.start - BEFORE, cue.end + AFTER))
      add(mention, { margin });
    for (const other of drafts.slice(Math.max(0, place - 3), place + 3))
      if (other !== draft) add(other.mention, { shared: true });
    add(this.#scene.subject(cue.start), { subject: true });
    // Whoever is named in the claim's own words does not say them.
    const { text } = this.#ground.tokens;
    const { mention: ruled } = this.#background.get(draft)?.rule ?? {};
    const isOther = (mention: Mention): boolean =>
      draft.parts.some((part) => overlaps(part, mention)) ||
      isBesideNoun(text, mention, cue) ||
      isRuledOut(mention, ruled, { text, cue, mentions: this.#pack.mentions });
    return list.filter((one) => one.candidate.now || !one.mention || !isOther(one.mention));
  }

  /** "She was told that", "Acme paid, but Bolt left, citing": who stands before the cue does not say the words. */
  unname(draft: Draft): void {
    const { cue, mention } = draft;
    if (
      !cue ||
      !mention ||
      draft.rule === 'quoted-as' ||
      draft.within ||
      !this.#holds(mention) ||
      mention.end > cue.start ||
      cue.end - mention.end > LONGEST_WAY
    )
      return;
    const between = this.#read({ start: mention.end, end: cue.end });
    const isCutOff = draft.rule === 'model' && this.#pack.cues.isOfOtherClause(between);
    if (!isCutOff && !this.#pack.cues.isPassive(between)) return;
    Object.assign(draft, { mention: null, inherits: null, open: false });
    draft.reasons.push(
      `“${this.#read({ start: mention.start, end: cue.end })}” names nobody who says it.`,
    );
  }

  /** Chooses where told words begin and end. `place`: the index of the draft. */
  bounds(drafts: readonly Draft[], draft: Draft, place: number): void {
    const [part, ...others] = draft.parts;
    const isTold = draft.type === 'indirect' || draft.type === 'mixed';
    if (!isTold || !part || others.length > 0 || draft.within) return;
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
    const room = this.#room(drafts, draft, place, now);
    for (const side of this.#sides(draft)) told[side] = this.#bestBound(side, told, room, draft);
    const { tokens, a } = this.#ground;
    const span = {
      start: told.from === now.from ? part.start : at(tokens.start, a + told.from),
      end: told.to === now.to ? part.end : at(tokens.end, a + told.to - 1),
    };
    if (span.start === part.start && span.end === part.end) return;
    bound(draft, span, this.#scene.typeOf(span), this.#stretches);
    draft.reasons.push('The model bounds the words otherwise than the rules.');
  }

  /** Words that are one quotation and nothing beside it go without its marks, though they were told in other words first. */
  unmark(draft: Draft): void {
    const [part, ...others] = draft.parts;
    if (draft.type !== 'mixed' || !part || others.length > 0) return;
    const [quote, ...more] = stretchesTouching(this.#stretches, part.start, part.end);
    const isAll = quote && quote.outer.start <= part.start && part.end <= quote.outer.end;
    if (isAll && more.length === 0) bound(draft, part, 'direct', this.#stretches);
  }

  /** Where told words may begin and end: in their sentence, clear of their own attribution and of other claims. */
  #room(drafts: readonly Draft[], draft: Draft, place: number, now: Run): Room {
    const { tokens, a, n, layout } = this.#ground;
    const sentence = tokenAt(tokens, this.#scene.sentenceStart(at(tokens.start, a + now.from))) - a;
    let low = Math.max(at(layout.from, now.from), Math.min(now.from, sentence));
    let high = at(layout.to, now.to - 1);
    for (const span of [draft.cue, draft.mention]) {
      if (!span || !this.#holds(span)) continue;
      const { from, to } = this.#words(span);
      if (to <= now.from) low = Math.max(low, to);
      else if (from >= now.to) high = Math.min(high, from);
    }
    const before = drafts[place - 1];
    const after = drafts[place + 1];
    const beforeEnd = Math.max(before ? endOf(before) : -1, this.#scene.body);
    low = Math.max(low, Math.min(now.from, tokenAt(tokens, beforeEnd) - a));
    if (after && startOf(after) < at(tokens.end, a + n - 1))
      high = Math.min(high, Math.max(now.to, tokenAt(tokens, startOf(after)) - a));
    const isLoose = (i: number) => tokens.pos[a + i] === PUNCT && layout.quote[i] === QUOTE.out;
    while (high > now.to && isLoose(high - 1)) high--;
    return { low, high };
  }

  /** "Ann Lee's claim that …": the rules know the verb the words are the subject of, and so where they end. */
  #sides({ rule, cue, mention }: Draft): readonly Side[] {
    const isOwned =
      mention !== null &&
      cue !== null &&
      rule !== 'model' &&
      this.#pack.mentions.isOwner(this.#read(mention)) &&
      this.#pack.cues.isNoun(this.#read(cue));
    return isOwned ? ['from'] : ['from', 'to'];
  }

  #bestBound(side: Side, told: Told, room: Room, draft: Draft): number {
    const list = boundsFor(side, this.#ground, told, room.low, room.high);
    const present = list.indexOf(told[side]);
    if (list.length < 2 || present < 0) return told[side];
    const features = new Int32Array(list.length * CHOICE_WIDTH);
    for (const [k, place] of list.entries())
      boundFeatures(this.#ground, told, { side, at: place, ...room }, row(features, k));
    const { tokens, a } = this.#ground;
    const offsets = list.map((place) =>
      side === 'from' ? at(tokens.start, a + place) : at(tokens.end, a + place - 1),
    );
    const places = { side, offsets };
    const { index, lead } = this.#judge.bound(features, list.length, present, draft, places);
    const { decision } = draft;
    if (decision) {
      const firm = Math.min(lead, decision.firm ?? lead);
      Object.assign(draft, { decision: { ...decision, firm } });
    }
    return at(list, index);
  }

  /** Whether a claim stands; notes what was weighed, which is what its confidence is read from. */
  stands(drafts: readonly Draft[], draft: Draft, place: number): boolean {
    if (draft.within || draft.parts.some((part) => !this.#holds(part))) return true;
    const { rule, model, isSure = false } = this.#background.get(draft) ?? {};
    const part = first(draft.parts);
    const cue = draft.cue && this.#holds(draft.cue) ? draft.cue : null;
    const mention = draft.mention && this.#holds(draft.mention) ? draft.mention : null;
    const told: Told = {
      ...this.#run(part),
      cue: cue && this.#run(cue),
      rule: draft.rule === 'model' ? null : this.#run(rule?.parts[0] ?? part),
      model: model ? { ...this.#run(model), margin: model.margin } : null,
      name: hashText(draft.rule),
    };
    const ruleOf = (other: Draft | undefined) => (other ? hashText(other.rule) : 1);
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
        before: ruleOf(drafts[place - 1]),
        after: ruleOf(drafts[place + 1]),
        inherits: draft.inherits !== null,
      },
      features,
    );
    const standing = this.#judge.standing(features, draft);
    const agreed = agreementOf(told);
    const group = draft.decision?.group ?? draft.rule;
    Object.assign(draft, {
      decision: { ...draft.decision, group, standing, ...(agreed && { agreed }) },
    });
    return isSure || standing >= LEAST;
  }

  #read(span: Span): string {
    return onOneLine(this.#ground.tokens.text, span);
  }
}

/** On which bounds of a claim rules and model agree, where both found it. */
function agreementOf({ rule, model }: Told): Decision['agreed'] {
  if (!rule || !model) return undefined;
  const [from, to] = [rule.from === model.from, rule.to === model.to];
  if (from) return to ? 'both' : 'from';
  return to ? 'to' : 'neither';
}

const row = (features: Int32Array, index: number): Int32Array =>
  features.subarray(index * CHOICE_WIDTH, (index + 1) * CHOICE_WIDTH);
