/**
 * One paragraph with everything that rules and model found in it: what the model took for claims, cues and mentions,
 * put where marks and sentences demand it.
 */
import type { ClaimType, Span } from '../model/records.ts';
import { countBefore } from '../text/bisect.ts';
import { at, first } from '../text/certain.ts';
import { onOneLine } from '../text/lines.ts';
import { bare, length } from '../text/spans.ts';
import { clauseAt, clauseNumber } from './clauses.ts';
import { bound, draftOf, isBesideNoun, isNamedAtColon, isRuledOut, startOf } from './drafts.ts';
import type { Draft, Mention, ParagraphClaims } from './draft.ts';
import { stretchesTouching, type Stretch } from './marks.ts';
import type { LanguagePack, Telling } from './pack.ts';
import type { Sources } from './settle.ts';
import { KIND, type Tagged } from './tagger/index.ts';
import { tokenAt } from './tagger/rule-codes.ts';
import { POS, type Tokens } from './tokens.ts';

/** A claim the model found, in whole words and without the marks around it. */
export interface Content extends Span {
  tagged: Tagged;
  kind: number;
  margin: number;
  /** The quotation it is, if it is one from mark to mark. */
  quote: Stretch | null;
}

export const shared = (x: Span, y: Span): number =>
  Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start));
export const within = (inner: Span, outer: Span): boolean =>
  2 * shared(inner, outer) >= length(inner);
export const crosses = (x: Span, y: Span): boolean => shared(x, y) > 2;

/** The members of an ordered list that touch `start`..`end`, and `more` on either side. */
export function near<T extends Span>(
  list: readonly T[],
  start: number,
  end: number,
  more = 0,
): readonly T[] {
  const low = countBefore(list.length, (k) => at(list, k).end <= start);
  let to = low;
  while (to < list.length && at(list, to).start < end) to++;
  return list.slice(Math.max(0, low - more), to + more);
}

/** A margin from which the model also knows better than the rules where words told after "said" end. */
const SURE_OF_END = 400;

/** Words at the head of a claim that the model may leave out, where no verb is among them. */
const MOST_LEFT_OUT = 12;
/** So many words in marks without a cue are no claim by themselves. */
const FEWEST_WORDS = 3;
/** Of a claim that only the model found, where the model has no curve. */
const CONFIDENCE = 0.6;
/** How many cues or mentions on either side are looked at. */
const REACH = 6;

/** Characters of an initial with its point. */
const INITIAL = 2;

/** A mention of the model without what it takes in of the next sentence: nobody is named across a full stop. */
function withinSentence(found: ParagraphClaims, source: Tagged): Tagged {
  const clause = clauseAt(found, source.start);
  const end = (clause && found.tokens[clause.to - 1]?.end) ?? Infinity;
  // An initial at the head of a name ends no sentence, though it looks so: "A. Lee".
  return source.end > end && end - source.start > INITIAL ? { ...source, end } : source;
}

/** One paragraph with everything found in it. */
export class Scene implements Sources {
  readonly #pack: LanguagePack;
  readonly text: string;
  readonly found: ParagraphClaims;
  readonly stretches: readonly Stretch[];
  readonly body: number;
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
    this.body = found.tokens[found.body]?.start ?? 0;
    const { body } = this;
    this.sources = tagged
      .filter(({ kind, start }) => kind === KIND.source && start >= body)
      .map((source) => withinSentence(found, source));
  }

  /** The model's claims, their bounds put where marks demand it. */
  contents(): Content[] {
    const contents: Content[] = [];
    for (const tagged of this.tagged) {
      const { kind, margin } = tagged;
      if (kind !== KIND.direct && kind !== KIND.indirect) continue;
      const { start, end } = this.#outsideMarks(tagged);
      const quote = this.#quotation(start, end);
      const span = quote ? bare(quote.inner) : this.#trim(start, end);
      if (!span || span.start >= span.end) continue;
      const before = contents.at(-1);
      if (before && crosses(before, span)) {
        if (before.margin >= margin) continue;
        contents.pop();
      }
      contents.push({ tagged, kind, margin, quote, ...span });
    }
    return contents;
  }

  /** Bounds that lie within a quotation go to the side of it on which most of the words stand. */
  #outsideMarks({ start, end }: Span): Span {
    let from = start;
    let to = end;
    for (const { outer } of this.#touching(start, end)) {
      const most = 2 * shared({ start: from, end: to }, outer) >= length(outer);
      if (from > outer.start && from < outer.end) {
        if (most) from = outer.start;
        else if (to > outer.end) from = outer.end;
      }
      if (to > outer.start && to < outer.end) {
        if (most) to = outer.end;
        else if (from < outer.start) to = outer.start;
      }
    }
    return { start: from, end: to };
  }

  /** The quotation that a stretch of text is, from mark to mark, with no word beside it; the last such. */
  #quotation(from: number, to: number): Stretch | null {
    const isBare = ({ outer }: Stretch): boolean => {
      const before = this.text.slice(from, outer.start);
      const after = this.text.slice(outer.end, to);
      return (
        outer.start <= from + before.length &&
        !/[\p{L}\p{N}]/u.test(before) &&
        !/[\p{L}\p{N}]/u.test(after)
      );
    };
    return this.#touching(from, to).findLast(isBare) ?? null;
  }

  #touching(start: number, end: number): readonly Stretch[] {
    return stretchesTouching(this.stretches, start, end);
  }

  /** Without "that" at the head and without punctuation at either end. */
  #trim(from: number, to: number): Span | null {
    const { text } = this;
    let start = from;
    let end = to;
    while (start < end && /[\s,;:.\-—–…)\]]/.test(text.charAt(start))) start++;
    while (end > start && /[\s,;:.\-—–([]/.test(text.charAt(end - 1))) end--;
    const span = this.#pack.claims.withoutConjunction(text, { start, end });
    return span.start < span.end ? span : null;
  }

  sentenceStart(offset: number): number {
    const clause = clauseAt(this.found, offset);
    return (clause && this.found.tokens[clause.from]?.start) ?? 0;
  }

  typeOf(span: Span): ClaimType {
    const [marks, ...others] = this.#touching(span.start, span.end);
    if (!marks) return 'indirect';
    const isWithin = marks.inner.start <= span.start && span.end <= marks.outer.end;
    return isWithin && others.length === 0 ? 'direct' : 'mixed';
  }

  /** Whether a claim may begin elsewhere than the rules say: before it, or after words that make no clause. */
  #mayBegin(draft: Draft, part: Span, start: number): boolean {
    if (
      start >= part.end ||
      (start < part.start && this.#clause(start) !== this.#clause(part.start))
    )
      return false;
    if (start < this.body) return false;
    if (start <= part.start)
      return [draft.cue, draft.mention].every(
        (span) => !span || span.end <= start || span.start >= part.start,
      );
    const { tokens } = this;
    let words = 0;
    for (
      let i = tokenAt(tokens, part.start);
      i < tokens.count && at(tokens.start, i) < start;
      i++
    ) {
      const pos = POS[at(tokens.pos, i)];
      if (pos === 'VERB' || pos === 'AUX') return false;
      words++;
    }
    return words <= MOST_LEFT_OUT;
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

  /** A claim of the rules with the model's bounds, and its mention where the rules have none. `contents`: one at least. */
  mend(draft: Draft, contents: readonly Content[]): Draft {
    const was = { start: startOf(draft), end: first(draft.parts).end };
    // A quotation that its attribution cuts in two is what its marks say.
    const isCut = draft.type === 'direct' && draft.parts.length > 1;
    const parts = isCut
      ? draft.parts
      : draft.parts.map((part) => this.#mended(draft, part, contents));
    const [part, ...others] = parts;
    const mended = Object.assign(draft, {
      parts,
      decision: {
        group: draft.rule,
        seen: Math.min(...contents.map(({ margin }) => margin)),
      },
    });
    const isMoved = part && others.length === 0 && (part.start !== was.start || part.end < was.end);
    if (isMoved) bound(mended, part, this.typeOf(part), this.stretches);
    this.#mendSpeaker(mended, first(contents));
    return mended;
  }

  /** The model sees better where words begin. */
  #mended(draft: Draft, part: Span, contents: readonly Content[]): Span {
    const content = contents.find((one) => within(one, part));
    if (!content) return part;
    const { start } = content;
    return {
      start: this.#mayBegin(draft, part, start) ? start : part.start,
      end: this.#endOf(draft, part, content),
    };
  }

  /** The model's cue and mention where the rules have none, or where the model is sure of another mention. */
  #mendSpeaker(draft: Draft, content: Content): void {
    if (!draft.cue && (draft.rule === 'long-quotation' || draft.open)) {
      const cue = this.cueOf(content);
      const mention = cue && this.sourceOf(cue, content);
      if (!cue || !mention) return;
      const { kind, polarity } = this.#pack.cues.read(this.text, cue);
      Object.assign(draft, { cue, cueKind: kind, polarity, mention, inherits: null, open: false });
      draft.reasons.push(`The model takes “${this.#read(cue)}” for its attribution.`);
      return;
    }
    if (!draft.cue || isNamedAtColon(this.text, draft)) return;
    const mention = this.sourceOf(draft.cue, content);
    if (!mention) return;
    const known = draft.mention;
    // The same words, perhaps without the apposition beside them: the rules know more of how they are built.
    if (known && known.end === mention.end && known.kind === mention.kind) return;
    // "was Ann Lee's answer": whose it is leaves no choice.
    if (known?.kind === 'name' && this.#pack.mentions.isOwner(this.#read(known))) return;
    if (known && isBesideNoun(this.text, mention, draft.cue)) return;
    const at = { text: this.text, cue: draft.cue, mentions: this.#pack.mentions };
    if (isRuledOut(mention, known, at)) return;
    Object.assign(draft, { mention, inherits: null, open: false });
  }

  /** A claim that only the model found; null where a few words in marks have no cue, or the words are not said. */
  make(content: Content, paragraph: number): Draft | null {
    const cue = this.cueOf(content);
    if (this.#saysNothing(content, cue)) return null;
    const isPut = cue !== null && this.#pack.cues.isPutTo(this.text, cue);
    // A question in marks that is put to somebody is nobody's claim.
    if (isPut && content.quote) return null;
    const mention = cue && !isPut ? this.sourceOf(cue, content) : null;
    const telling = cue ? this.#telling(cue, mention) : 'said';
    if (telling === 'unsaid') return null;
    const read = cue && this.#pack.cues.read(this.text, cue);
    const polarity = read?.polarity ?? 'positive';
    return draftOf(paragraph, [bare(content)], {
      type: this.typeOf(content),
      cue,
      cueKind: read?.kind ?? 'none',
      polarity: telling === 'denied' ? 'negative' : polarity,
      mention,
      rule: 'model',
      confidence: CONFIDENCE,
      decision: { group: cue ? 'model' : 'model, no cue', seen: content.margin },
      reasons: [
        cue
          ? `The model takes the words for a claim attributed by “${this.#read(cue)}”.`
          : 'The model takes the words for a claim that goes on without an attribution of its own.',
      ],
    });
  }

  #saysNothing({ start, end, quote }: Content, cue: Span | null): boolean {
    const words = this.text.slice(start, end);
    if (!cue && (quote === null || words.split(/\s+/).length <= FEWEST_WORDS)) return true;
    if (quote === null && this.#pack.claims.saysNothing(words)) return true;
    return cue !== null && this.#pack.cues.tellsNothing(this.text, cue);
  }

  #read(span: Span): string {
    return onOneLine(this.text, span);
  }

  /** The speaker of a claim that names none: that of the claim before it in the paragraph, or after it. */
  inherit(drafts: readonly Draft[], i: number): void {
    const draft = at(drafts, i);
    if (draft.mention || draft.inherits) return;
    const { cue } = draft;
    // "It |was first reported| that": nobody's, and not of whoever spoke before
    if (
      cue &&
      (this.#pack.cues.isPutTo(this.text, cue) || this.#pack.cues.isPassive(this.#read(cue)))
    )
      return;
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
      if (far >= least) continue;
      best = cue;
      least = far;
    }
    return best && bare(best);
  }

  /** The nearest mention to a cue in its sentence. */
  sourceOf(cue: Span, content: Span): Mention | null {
    const clause = this.#clause(cue.start);
    let best: Tagged | null = null;
    let least = Infinity;
    for (const source of near(this.sources, cue.start, cue.end, REACH)) {
      if (this.#clause(source.start) !== clause || shared(source, content) > 0) continue;
      const far = gap(source, cue);
      if (far >= least) continue;
      best = source;
      least = far;
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
