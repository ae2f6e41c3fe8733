/**
 * Joins what the rules found in a paragraph with what the model found. Marks and cues that the rules are sure of
 * stand; the model finds the rest and mends bounds and mentions. The result has the shape the rules give.
 */
import { countBefore } from '../text/bisect.ts';
import type { ClaimType, Span } from '../model/records.ts';
import { stretchesTouching, type Stretch } from './marks.ts';
import { clauseNumber } from './clauses.ts';
import type { Draft, Mention, ParagraphClaims } from './draft.ts';
import type { LanguagePack, Telling } from './pack.ts';
import { bound, settle, type Background, type Sources } from './settle.ts';
import { KIND, type Calibration, type Tagged, type Tagger } from './tagger/index.ts';
import { ruleCodes, tokenAt } from './tagger/rule-codes.ts';
import { POS, type Tokens } from './tokens.ts';

/** How sure a claim and its speaker are: measured where the model has a curve for what decided, else the rule's own figure. */
export function confidenceOf(draft: Draft, resolved: boolean, tagger: Tagger | null): number {
  const { decision } = draft;
  if (decision && tagger) {
    const curve =
      tagger.calibration[decision.group + (resolved ? '' : UNRESOLVED)] ??
      tagger.calibration[decision.group];
    if (curve) return onCurve(curve, decision.margin);
  }
  return resolved ? draft.confidence : draft.confidence * 0.8;
}

/** Ends the name of the curve for claims whose mention was taken to mean nobody. */
export const UNRESOLVED = ', speaker open';

function onCurve(curve: Calibration[string], at: number): number {
  let [x, y] = curve[0]!;
  if (at <= x) return y;
  for (const [nextX, nextY] of curve) {
    if (at <= nextX)
      return nextX === x
        ? nextY
        : Math.round(1e4 * (y + ((nextY - y) * (at - x)) / (nextX - x))) / 1e4;
    [x, y] = [nextX, nextY];
  }
  return y;
}

/** A margin from which the model also knows better than the rules where words told after "said" end. */
const SURE_OF_END = 400;

/** Completes the claims of one paragraph. `stretches` are its quotations, `tokens` those of the whole text. */
export function combine(
  pack: LanguagePack,
  found: ParagraphClaims,
  span: Span,
  stretches: readonly Stretch[],
  tokens: Tokens,
  tagger: Tagger,
  paragraph: number,
  explain: boolean,
): ParagraphClaims {
  const a = tokenAt(tokens, span.start);
  let b = a;
  while (b < tokens.count && tokens.start[b]! < span.end) b++;
  if (a === b) return found;
  const codes = ruleCodes(tokens, a, b, found.drafts, tagger.lexicon);
  const input = { tokens, a, b, stretches, rules: codes };
  const tagged = tagger.tag(input);
  const scene = new Scene(pack, tokens, found, stretches, tagged);
  const contents = scene.contents();
  const taken = new Set<Content>();
  const chosen: Draft[] = [];
  const background = new Map<Draft, Background>();
  for (const draft of found.drafts) {
    background.set(draft, { rule: { parts: draft.parts, mention: draft.mention } });
    if (pack.cues.passesOn(tokens.text, draft)) {
      chosen.push(draft);
      continue;
    }
    const around = near(contents, draft.parts[0]!.start, draft.parts.at(-1)!.end);
    const matches = around.filter(
      (content) => !taken.has(content) && draft.parts.some((part) => within(content, part)),
    );
    if (
      !draft.parts.some(
        (part) =>
          2 * matches.reduce((sum, content) => sum + shared(content, part), 0) >= length(part),
      )
    ) {
      // The model sees nothing here, or something else: then the rules' claim is weighed by itself, or a cue decides.
      const crossed = around.some((content) => draft.parts.some((part) => crosses(part, content)));
      if (!crossed || draft.cue !== null) chosen.push(draft);
      continue;
    }
    for (const content of matches) taken.add(content);
    if (!draft.cue && scene.isUnsaid(matches[0]!)) continue;
    background.set(draft, {
      rule: { parts: draft.parts, mention: draft.mention },
      model: matches[0]!,
    });
    chosen.push(scene.mend(draft, matches));
  }
  // No claim begins in another: where a mended one would, it begins where the rules say, and else it goes.
  let end = -1;
  const all = chosen.filter((draft) => {
    if (draft.parts[0]!.start < end)
      draft.parts = [...(background.get(draft)?.rule?.parts ?? draft.parts)];
    if (draft.parts[0]!.start < end) return false;
    end = draft.parts.at(-1)!.end;
    return true;
  });
  const covered = new Uint8Array(span.end - span.start);
  for (const { parts } of all)
    for (const part of parts) covered.fill(1, part.start - span.start, part.end - span.start);
  // A cue of the rules attributes what stands on its one side; the model puts nothing on the other.
  const sides = new Map(
    all.flatMap((draft) =>
      draft.cue ? [[draft.cue.start, draft.cue.start < draft.parts[0]!.start]] : [],
    ),
  );
  for (const content of contents) {
    if (
      taken.has(content) ||
      sum(covered.subarray(content.start - span.start, content.end - span.start)) > 0
    )
      continue;
    const made = scene.make(content, paragraph);
    if (
      !made ||
      (made.cue &&
        (sides.get(made.cue.start) ?? made.cue.start < content.start) !==
          made.cue.start < content.start)
    )
      continue;
    // "The bridge, which Ann Lee said was safe, fell": past the end of what the rules see told, nothing more is.
    if (
      made.cue &&
      made.type !== 'direct' &&
      sides.has(made.cue.start) &&
      made.cue.start < content.start
    )
      continue;
    if (explain && b - a <= LONGEST_EXPLAINED)
      made.reasons.push(
        `What spoke for it most: ${[...new Set(tagger.reasons(input, content.tagged))].join('; ')}.`,
      );
    background.set(made, { model: content });
    all.push(made);
  }
  for (const draft of all)
    draft.decision ??= { group: `${draft.rule}, unseen by the model`, margin: 0 };
  all.sort(
    (x, y) => x.parts[0]!.start - y.parts[0]!.start || y.parts.at(-1)!.end - x.parts.at(-1)!.end,
  );
  const drafts = settle(
    pack,
    all,
    background,
    scene,
    tagger.judge,
    (words) => scene.typeOf(words),
    tokens,
    a,
    b,
    stretches,
    tagger.lexicon,
  );
  const kept = new Set(drafts);
  // A claim that took over the speaker of one that is gone takes over that of the one before it.
  drafts.forEach((draft, i) => {
    if (draft.inherits && draft.inherits.paragraph === paragraph && !kept.has(draft.inherits)) {
      draft.inherits = drafts[i - 1] ?? null;
      draft.open = draft.inherits === null;
    }
    if (draft.rule === 'model') scene.inherit(drafts, i);
  });
  return { ...found, drafts };
}

/** A claim the model found, in whole words and without the marks around it. */
interface Content extends Span {
  tagged: Tagged;
  kind: number;
  margin: number;
  /** The quotation it is, if it is one from mark to mark. */
  quote: Stretch | null;
}

const length = (span: Span): number => span.end - span.start;
const shared = (x: Span, y: Span): number =>
  Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start));
const within = (inner: Span, outer: Span): boolean => 2 * shared(inner, outer) >= length(inner);
const crosses = (x: Span, y: Span): boolean => shared(x, y) > 2;

function sum(list: Uint8Array): number {
  let total = 0;
  for (const value of list) total += value;
  return total;
}

/** The members of an ordered list that touch `start`..`end`, and `more` on either side. */
function near<T extends Span>(
  list: readonly T[],
  start: number,
  end: number,
  more = 0,
): readonly T[] {
  const low = countBefore(list.length, (k) => list[k]!.end <= start);
  let to = low;
  while (to < list.length && list[to]!.start < end) to++;
  return list.slice(Math.max(0, low - more), to + more);
}

/** Tokens of the longest paragraph whose decisions are explained: to explain one, all of its features are made again. */
const LONGEST_EXPLAINED = 600;

/** How many cues or mentions on either side are looked at. */
const REACH = 6;

/** One paragraph with everything found in it. */
class Scene implements Sources {
  readonly #pack: LanguagePack;
  readonly text: string;
  readonly found: ParagraphClaims;
  readonly stretches: readonly Stretch[];
  readonly cues: Tagged[];
  readonly sources: Tagged[];
  readonly tagged: readonly Tagged[];
  readonly tokens: Tokens;

  constructor(
    pack: LanguagePack,
    tokens: Tokens,
    found: ParagraphClaims,
    stretches: readonly Stretch[],
    tagged: readonly Tagged[],
  ) {
    this.#pack = pack;
    this.text = tokens.text;
    this.tokens = tokens;
    this.found = found;
    this.stretches = stretches;
    this.tagged = tagged;
    this.cues = tagged.filter(({ kind }) => kind === KIND.cue);
    const body = found.tokens[found.body]?.start ?? 0;
    this.sources = tagged.filter(({ kind, start }) => kind === KIND.source && start >= body);
  }

  /** The model's claims, their bounds put where marks demand it. */
  contents(): Content[] {
    const { text } = this;
    const contents: Content[] = [];
    for (const tagged of this.tagged) {
      const { kind, start, end, margin } = tagged;
      if (kind !== KIND.direct && kind !== KIND.indirect) continue;
      let from = start;
      let to = end;
      let quote: Stretch | null = null;
      for (const stretch of this.#touching(start, end)) {
        const inside = shared({ start: from, end: to }, stretch.outer);
        const most = 2 * inside >= length(stretch.outer);
        if (from > stretch.outer.start && from < stretch.outer.end)
          from = most ? stretch.outer.start : to > stretch.outer.end ? stretch.outer.end : from;
        if (to > stretch.outer.start && to < stretch.outer.end)
          to = most ? stretch.outer.end : from < stretch.outer.start ? stretch.outer.start : to;
      }
      for (const stretch of this.#touching(from, to)) {
        const before = text.slice(from, stretch.outer.start);
        const after = text.slice(stretch.outer.end, to);
        if (
          stretch.outer.start <= from + before.length &&
          !/[\p{L}\p{N}]/u.test(before) &&
          !/[\p{L}\p{N}]/u.test(after)
        )
          quote = stretch;
      }
      const span = quote
        ? { start: quote.inner.start, end: quote.inner.end }
        : this.#trim(from, to);
      if (!span || span.start >= span.end) continue;
      const last = contents.at(-1);
      if (last && crosses(last, span)) {
        if (last.margin < margin) contents.pop();
        else continue;
      }
      contents.push({ tagged, kind, margin, quote, ...span });
    }
    return contents;
  }

  #touching(start: number, end: number): readonly Stretch[] {
    return stretchesTouching(this.stretches, start, end);
  }

  /** Without "that" at the head and without punctuation at either end. */
  #trim(from: number, to: number): Span | null {
    const { text } = this;
    let start = from;
    let end = to;
    while (start < end && /[\s,;:.\-—–…)\]]/.test(text[start]!)) start++;
    while (end > start && /[\s,;:.\-—–([]/.test(text[end - 1]!)) end--;
    const span = this.#pack.claims.withoutConjunction(text, { start, end });
    return span.start < span.end ? span : null;
  }

  typeOf(span: Span): ClaimType {
    const marks = this.#touching(span.start, span.end);
    if (
      marks.length === 1 &&
      marks[0]!.inner.start <= span.start &&
      span.end <= marks[0]!.outer.end
    )
      return 'direct';
    return marks.length ? 'mixed' : 'indirect';
  }

  /** Whether a claim may begin elsewhere than the rules say: before it, or after words that make no clause. */
  #mayBegin(draft: Draft, part: Span, start: number): boolean {
    if (
      start >= part.end ||
      (start < part.start && this.#clause(start) !== this.#clause(part.start))
    )
      return false;
    if (start <= part.start)
      return [draft.cue, draft.mention].every(
        (span) => !span || span.end <= start || span.start >= part.start,
      );
    const { tokens } = this;
    let words = 0;
    for (let i = tokenAt(tokens, part.start); i < tokens.count && tokens.start[i]! < start; i++) {
      if (POS[tokens.pos[i]!] === 'VERB' || POS[tokens.pos[i]!] === 'AUX') return false;
      words++;
    }
    return words <= 12;
  }

  /** The rules see better where a sentence ends, the model where words told end before the sentence does. */
  #endOf(draft: Draft, part: Span, content: Content): number {
    return draft.rule === 'said' &&
      content.margin >= SURE_OF_END &&
      content.end > part.start + 2 &&
      content.end < part.end
      ? content.end
      : part.end;
  }

  /** A claim of the rules with the model's bounds, and its mention where the rules have none. */
  mend(draft: Draft, contents: readonly Content[]): Draft {
    // A quotation that its attribution cuts in two is what its marks say.
    const cut = draft.type === 'direct' && draft.parts.length > 1;
    const parts = draft.parts.map((part) => {
      const first = cut ? undefined : contents.find((content) => within(content, part));
      // The model sees better where words begin.
      return first
        ? {
            start: this.#mayBegin(draft, part, first.start) ? first.start : part.start,
            end: this.#endOf(draft, part, first),
          }
        : part;
    });
    const [part] = parts;
    const moved =
      parts.length === 1 &&
      (part!.start !== draft.parts[0]!.start || part!.end < draft.parts[0]!.end);
    draft.parts = parts;
    if (moved) bound(draft, part!, this.typeOf(part!), this.stretches);
    draft.decision = {
      group: draft.rule,
      margin: Math.min(...contents.map(({ margin }) => margin)),
    };
    this.#mendSpeaker(draft, contents[0]!);
    return draft;
  }

  /** The model's cue and mention where the rules have none, or where the model is sure of another mention. */
  #mendSpeaker(draft: Draft, content: Content): void {
    if (!draft.cue && (draft.rule === 'long-quotation' || draft.open)) {
      const cue = this.cueOf(content);
      const mention = cue && this.sourceOf(cue, content);
      if (!cue || !mention) return;
      const { kind, polarity } = this.#pack.cues.read(this.text, cue);
      Object.assign(draft, { cue, cueKind: kind, polarity, mention, inherits: null, open: false });
      draft.reasons.push(
        `The model takes “${this.text.slice(cue.start, cue.end).replace(/\s+/g, ' ')}” for its attribution.`,
      );
      return;
    }
    if (!draft.cue) return;
    const mention = this.sourceOf(draft.cue, content);
    if (!mention) return;
    const known = draft.mention;
    // The same words, perhaps without the apposition beside them: the rules know more of how they are built.
    if (known && known.end === mention.end && known.kind === mention.kind) return;
    draft.mention = mention;
    draft.inherits = null;
    draft.open = false;
  }

  /** A claim that only the model found; null where a few words in marks have no cue. */
  make(content: Content, paragraph: number): Draft | null {
    const cue = this.cueOf(content);
    const words = this.text.slice(content.start, content.end).split(/\s+/).length;
    if (!cue && (content.quote === null || words <= 3)) return null;
    if (
      content.quote === null &&
      this.#pack.claims.saysNothing(this.text.slice(content.start, content.end))
    )
      return null;
    if (cue && this.#pack.cues.isHypothetical(this.text, cue)) return null;
    const mention = cue ? this.sourceOf(cue, content) : null;
    const telling = cue ? this.#telling(cue, mention) : 'said';
    if (telling === 'unsaid') return null;
    const { kind, polarity } = cue
      ? this.#pack.cues.read(this.text, cue)
      : { kind: 'none' as const, polarity: 'positive' as const };
    return {
      paragraph,
      type: this.typeOf(content),
      parts: [{ start: content.start, end: content.end }],
      cue,
      cueKind: kind,
      polarity: telling === 'denied' ? 'negative' : polarity,
      mention,
      inherits: null,
      open: false,
      via: [],
      within: null,
      turn: null,
      rule: 'model',
      confidence: 0.6,
      decision: { group: cue ? 'model' : 'model, no cue', margin: content.margin },
      reasons: cue
        ? [
            `The model takes the words for a claim attributed by “${this.text.slice(cue.start, cue.end).replace(/\s+/g, ' ')}”.`,
          ]
        : ['The model takes the words for a claim that goes on without an attribution of its own.'],
    };
  }

  /** The speaker of a claim that names none: that of the claim before it in the paragraph, or after it. */
  inherit(drafts: readonly Draft[], i: number): void {
    const draft = drafts[i]!;
    if (draft.mention || draft.inherits) return;
    const before = drafts[i - 1];
    const after = drafts[i + 1];
    if (before) draft.inherits = before;
    else if (after?.mention && !draft.cue) draft.inherits = after;
    else draft.open = !draft.cue;
  }

  /** Sentence of an offset; a quotation counts as one word of it. */
  #clause(offset: number): number {
    return clauseNumber(this.found, offset);
  }

  /** The nearest cue in a sentence that the claim begins or ends. */
  cueOf(content: Content): Span | null {
    const first = this.#clause(content.start);
    const last = this.#clause(content.end - 1);
    let best: Tagged | null = null;
    let least = Infinity;
    for (const cue of near(this.cues, content.start, content.end, REACH)) {
      const clause = this.#clause(cue.start);
      if (clause < first || clause > last) continue;
      const far = gap(cue, content);
      if (far < least) ((best = cue), (least = far));
    }
    return best && { start: best.start, end: best.end };
  }

  /** The nearest mention to a cue in its sentence. */
  sourceOf(cue: Span, content: Span): Mention | null {
    const clause = this.#clause(cue.start);
    let best: Tagged | null = null;
    let least = Infinity;
    for (const source of near(this.sources, cue.start, cue.end, REACH)) {
      if (this.#clause(source.start) !== clause || shared(source, content) > 0) continue;
      const far = gap(source, cue);
      if (far < least) ((best = source), (least = far));
    }
    return best && this.#pack.mentions.inWords(this.found, best);
  }

  /** The model's mentions in a stretch of text, put as the rules would. */
  near(start: number, end: number): readonly { mention: Mention; margin: number }[] {
    return near(this.sources, start, end).flatMap((source) => {
      const mention = this.#pack.mentions.inWords(this.found, source);
      return mention ? [{ mention, margin: source.margin }] : [];
    });
  }

  /** The subject of the sentence that holds an offset, as far as it stands before it. */
  subject(offset: number): Mention | null {
    return this.#pack.mentions.subject(this.found, offset);
  }

  /** Whether the words stand beside a cue that does not tell them as said. */
  isUnsaid(content: Content): boolean {
    const cue = this.cueOf(content);
    return cue !== null && this.#telling(cue, this.sourceOf(cue, content)) === 'unsaid';
  }

  /** How the sentence tells that somebody says the words. */
  #telling(cue: Span, mention: Mention | null): Telling {
    return this.#pack.cues.telling(this.found, cue, mention);
  }
}

const gap = (x: Span, y: Span): number => Math.max(0, y.start - x.end, x.start - y.end);
