/** What one annotation with its place does to the archive, by the acts of the desk. */
import { foldWords } from '../../archive/correct.ts';
import type { ArticleRecord, ClaimRecord, Span } from '../../model/records.ts';
import type { Signature } from '../acts/index.ts';
import type { Act } from '../api.ts';
import type { Snapshot } from '../state.ts';
import type { Anchorage } from './anchor.ts';
import type { Foreign } from './foreign.ts';
import { meaningOf, type Meaning, type NamedSpeaker } from './meaning.ts';
import { speakerNamed, speakerOf, type Found } from './speakers.ts';

/** Somebody who does acts one after the other, all of which can be taken back together. */
export interface Acting {
  readonly now: Snapshot;
  /** Does an act; throws a `Refused` where it cannot be done. What comes back are the claims that it made. */
  act(act: Act, signature: Signature): readonly string[];
  /** What was done since is undone where the work is refused. */
  trying<T>(work: () => T): T;
}

/** What became of one annotation. */
export interface Outcome {
  at: string;
  article: string | null;
  words: string;
  result: 'added' | 'changed' | 'confirmed' | 'noted' | 'nothing new' | 'unread' | 'listed';
  /** Why it is listed, in words; empty where it is not. */
  why: string;
  candidates: readonly string[];
}

export interface TakingIn {
  /** Where the annotations come from, for the reason that entries give. */
  from: string;
  /** The person who takes them in, and the day: of annotations that do not say who made them. */
  signature: Signature;
  /** The article of annotations that name none. */
  article: string | null;
  /** What a speaker is whom the archive does not know and of whom it is not said. */
  kind: NamedSpeaker['kind'];
}

/** Why an annotation is not taken in. */
export class Listed extends Error {
  readonly candidates: readonly string[];

  constructor(why: string, candidates: readonly string[] = []) {
    super(why);
    this.candidates = candidates;
  }
}

/** An annotation's article and stretches. */
export interface Placed {
  article: string;
  parts: Span[];
  anchorage: Anchorage;
}

/** Marks and stops at the ends of words, with which programs and people draw bounds in different ways. */
const EDGE = /^[\s"'“”„«»‘’‚`´.,;:!?…]+|[\s"'“”„«»‘’‚`´.,;:!?…]+$/gu;

/** A stretch without the marks at its ends. */
function core({ start, end }: Span, text: string): string {
  const words = text.slice(start, end);
  const head = /^[\s"'“”„«»‘’‚`´.,;:!?…]+/u.exec(words)?.[0].length ?? 0;
  const inner = words.replace(EDGE, '');
  return `${start + head}-${start + head + inner.length}`;
}

const spansOf = ({ parts }: ClaimRecord): Span[] => parts.map(({ reading }) => reading);
const lengthOf = (spans: readonly Span[]) =>
  spans.reduce((n, { start, end }) => n + end - start, 0);

/** Characters that two lists of stretches share. */
const shared = (a: readonly Span[], b: readonly Span[]): number =>
  a.reduce(
    (n, one) =>
      n +
      b.reduce(
        (m, other) =>
          m + Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start)),
        0,
      ),
    0,
  );

/** A speaker as an act names one. */
type Stated = Exclude<Found, { why: string }>['speaker'];

/** One annotation that has its place. */
export class Taking {
  claim: string | null = null;
  readonly #acting: Acting;
  readonly #meaning: Meaning;
  readonly #placed: Placed;
  readonly #signature: Signature;
  readonly #options: TakingIn;

  constructor(acting: Acting, one: Foreign, placed: Placed, options: TakingIn) {
    this.#acting = acting;
    this.#meaning = meaningOf(one);
    this.#placed = placed;
    this.#options = options;
    this.#signature = {
      by: one.by ?? options.signature.by,
      on: one.on ?? options.signature.on,
    };
  }

  take(): Outcome['result'] {
    if (this.#meaning.isUnread) return 'unread';
    const same = this.#sameClaim();
    if (!this.#meaning.isClaim) return this.#note(same ?? this.#around());
    this.#refuseRejected();
    if (same) {
      const result = this.#onClaim(same);
      this.claim = same.id;
      return this.#also(same.id, result);
    }
    const [near, ...more] = this.#meaning.isAdded ? [] : this.#overlapping();
    if (near && more.length === 0 && near.review === 'machine') return this.#rebound(near);
    if (near)
      throw new Listed(
        more.length > 0
          ? 'the words overlap several claims'
          : `the words overlap a claim that ${near.reviewedBy ?? 'a person'} gave other bounds`,
        [near, ...more].map(inWords),
      );
    return this.#added();
  }

  get #article(): ArticleRecord {
    return (
      this.#acting.now.articles.get(this.#placed.article) ??
      raise(`there is no article ${this.#placed.article} in the archive`)
    );
  }

  /** The claim of the same words, whatever marks stand at their ends. */
  #sameClaim(): ClaimRecord | null {
    const { text } = this.#placed.anchorage.clean;
    const key = (spans: readonly Span[]) => spans.map((span) => core(span, text)).join(' ');
    const own = key(this.#placed.parts);
    return this.#article.claims.find((claim) => key(spansOf(claim)) === own) ?? null;
  }

  /** Claims that share more than half of the words, theirs and these. */
  #overlapping(): ClaimRecord[] {
    const { parts } = this.#placed;
    return this.#article.claims.filter((claim) => {
      const spans = spansOf(claim);
      const both = shared(parts, spans);
      return both * 2 > lengthOf(parts) + lengthOf(spans) - both;
    });
  }

  /** The one claim in which the words stand. */
  #around(): ClaimRecord {
    const { parts } = this.#placed;
    const holding = this.#article.claims.filter(
      (claim) => shared(parts, spansOf(claim)) === lengthOf(parts),
    );
    const [claim, ...more] = holding;
    if (claim && more.length === 0) return claim;
    const innermost = holding.filter(({ within }) => holding.some(({ id }) => id === within));
    if (innermost.length === 1 && innermost[0]) return innermost[0];
    throw new Listed(
      claim
        ? 'it stands in several claims, and does not say of which it speaks'
        : 'it does not say that the words are somebody’s, and they stand in no claim',
      this.#article.claims.filter((one) => shared(parts, spansOf(one)) > 0).map(inWords),
    );
  }

  #refuseRejected(): void {
    const { text } = this.#placed.anchorage.clean;
    const own = foldWords(
      this.#placed.parts.map(({ start, end }) => text.slice(start, end)).join(' '),
    ).replace(EDGE, '');
    const one = this.#article.rejected?.find(
      ({ words }) => foldWords(words).replace(EDGE, '') === own,
    );
    if (one)
      throw new Listed(`${one.by ?? 'a person'} rejected these words as a claim: ${one.why ?? ''}`);
  }

  #speaker(): Found | null {
    return speakerOf(this.#acting.now, this.#meaning, this.#placed.article, this.#options.kind);
  }

  /** Who says the words, by the annotation; undefined where it does not say. */
  #stated(): Stated | undefined {
    const found = this.#speaker();
    if (found === null) return undefined;
    if ('why' in found) throw new Listed(found.why, found.candidates);
    return found.speaker;
  }

  #act(act: Act): readonly string[] {
    return this.#acting.act(act, this.#signature);
  }

  get #why(): string {
    return `taken in from ${this.#options.from}`;
  }

  /** A claim that is there: confirmed where it says the same, changed where no person said otherwise. */
  #onClaim(claim: ClaimRecord): Outcome['result'] {
    const speaker = this.#stated();
    const { type, said } = this.#meaning;
    const via = this.#via();
    const own = claim.speaker?.id ?? null;
    const isOther = {
      speaker:
        speaker !== undefined &&
        (speaker === null || typeof speaker === 'string' ? speaker !== own : true),
      type: type !== null && type !== claim.type,
      said: said !== null && said !== (claim.said?.edtf ?? null),
      via: via.length > 0 && JSON.stringify(via) !== JSON.stringify(claim.via.map(({ id }) => id)),
    };
    const others = Object.entries(isOther).flatMap(([name, is]) => (is ? [name] : []));
    if (claim.review !== 'machine') {
      if (others.length === 0) return 'nothing new';
      throw new Listed(
        `${claim.reviewedBy ?? 'a person'} decided on this claim already, and this says otherwise of its ${others.join(', ')}`,
        [inWords(claim)],
      );
    }
    this.#change(claim.id, isOther, speaker, via);
    if (others.length > 0) return 'changed';
    // Who only marks the words has not said whose they are.
    if (speaker === undefined) return 'nothing new';
    this.#act({ act: 'confirm', claims: [claim.id] });
    return 'confirmed';
  }

  /** What is said otherwise of a claim is written. */
  #change(
    claim: string,
    isOther: Readonly<Record<'speaker' | 'type' | 'said' | 'via', boolean>>,
    speaker: Stated | undefined,
    via: Stated[],
  ): void {
    const { type, said } = this.#meaning;
    const claims = [claim];
    const why = this.#why;
    if (isOther.type && type !== null) this.#act({ act: 'set-type', claims, type, why });
    if (isOther.speaker && speaker !== undefined)
      this.#act({ act: 'set-speaker', claims, speaker, why });
    if (isOther.via) this.#act({ act: 'set-via', claims, via, why });
    if (isOther.said && said !== null)
      this.#act({ act: 'set-said', claims, said: { edtf: said, basis: 'stated' }, why });
  }

  #via(): Stated[] {
    return this.#meaning.via.map((one) => {
      const found = speakerNamed(this.#acting.now, one, this.#placed.article, this.#options.kind);
      if ('why' in found) throw new Listed(found.why, found.candidates);
      return found.speaker;
    });
  }

  /** A claim of the machine gets these bounds, and what else is said of it. */
  #rebound(claim: ClaimRecord): Outcome['result'] {
    const made = this.#act({
      act: 'set-bounds',
      claim: claim.id,
      parts: this.#placed.parts,
      why: this.#why,
    });
    const now =
      this.#acting.now.claims.get(claim.id) ??
      made.flatMap((id) => this.#acting.now.claims.get(id) ?? [])[0] ??
      raise('the claim with other bounds is not to be found');
    const same = { ...now, review: 'machine' as const };
    const result = this.#onClaim(same);
    this.claim = now.id;
    return this.#also(
      now.id,
      result === 'nothing new' || result === 'confirmed' ? 'changed' : result,
    );
  }

  #added(): Outcome['result'] {
    const speaker = this.#stated();
    const { said, cue, mention } = this.#meaning;
    const made = this.#act({
      act: 'add',
      article: this.#placed.article,
      parts: this.#placed.parts,
      type: this.#meaning.type ?? this.#printedType(),
      speaker: speaker ?? null,
      via: this.#via(),
      said: said === null ? null : { edtf: said, basis: 'stated' },
      ...(cue !== null && this.#isNear(cue) && { cue }),
      ...(mention !== null && speaker !== undefined && this.#isNear(mention) && { mention }),
      why: this.#why,
    });
    const id = made[0] ?? raise('the claim that was added is not to be found');
    this.claim = id;
    return this.#also(id, 'added');
  }

  #isNear(words: string): boolean {
    return foldWords(this.#placed.anchorage.clean.text).includes(foldWords(words));
  }

  /** What the marks of the text say of words whose type is not told: quoted, partly, or not; turns of an interview. */
  #printedType(): ClaimRecord['type'] {
    const { parts, anchorage } = this.#placed;
    const { text } = anchorage.clean;
    const { blocks, turns } = this.#article;
    const start = parts[0]?.start ?? 0;
    const turn = blocks.find((block) => block.start <= start && start < block.end)?.turn ?? null;
    const kind = turns.find(({ number }) => number === turn)?.kind;
    if (kind !== undefined) return kind;
    const isQuoted = parts.every(({ start: from, end }) => {
      const around = text.slice(Math.max(0, from - 1), from + 1);
      const behind = text.slice(end - 1, end + 1);
      return /["“„«‘']/.test(around) && /["”“»’']/.test(behind);
    });
    if (isQuoted) return 'direct';
    return parts.some((part) => /["“„«”»]/.test(text.slice(part.start, part.end)))
      ? 'mixed'
      : 'indirect';
  }

  /** Topics and the note of a claim. */
  #also(claim: string, before: Outcome['result']): Outcome['result'] {
    let isMore = false;
    const loose: string[] = [];
    for (const { topic, stance } of this.#meaning.topics)
      if (this.#answers(claim, topic, stance)) isMore = true;
      else if (!this.#isAnswered(claim, topic)) loose.push(stance ? `${topic} = ${stance}` : topic);
    const note = [this.#meaning.note, ...(loose.length > 0 ? [`Tags: ${loose.join(', ')}`] : [])]
      .filter(Boolean)
      .join('\n\n');
    if (this.#noteOn(claim, note)) isMore = true;
    return before === 'nothing new' && isMore ? 'noted' : before;
  }

  #topicNamed(name: string) {
    return this.#acting.now.archive.topics.find(
      ({ id, question }) => id === name || foldWords(question) === foldWords(name),
    );
  }

  #isAnswered(claim: string, name: string): boolean {
    return this.#topicNamed(name)?.answers.some((one) => one.claim === claim) ?? false;
  }

  /** Files a claim under a topic of the archive, or under a question that is none yet; whether that is new. */
  #answers(claim: string, name: string, stance: string | null): boolean {
    const topic = this.#topicNamed(name);
    if (topic?.answers.some((one) => one.claim === claim)) return false;
    if (!topic && !/\?\s*$/.test(name)) return false;
    this.#act({
      act: 'answer-topic',
      claim,
      topic: topic?.id ?? { question: name },
      stance: stance ?? STANCE_UNSAID,
      note: null,
    });
    return true;
  }

  #note(claim: ClaimRecord): Outcome['result'] {
    this.claim = claim.id;
    return this.#also(claim.id, 'nothing new');
  }

  /** Adds to the note of a claim what does not stand there; whether something was added. */
  #noteOn(claim: string, text: string): boolean {
    if (text === '') return false;
    const known = this.#acting.now.archive.annotations.find((one) => one.claim === claim);
    const before = known?.note.trim() ?? '';
    if (before.includes(text)) return false;
    const { by, on } = this.#signature;
    const signature =
      known && before !== '' ? { by: known.by, on: known.date ?? on } : this.#signature;
    const added = before === '' || known?.by === by ? text : `${by}, ${on}: ${text}`;
    this.#acting.act(
      {
        act: 'note',
        claim,
        kind: known?.kind ?? 'note',
        text: [before, added].filter(Boolean).join('\n\n'),
      },
      signature,
    );
    return true;
  }
}

/** The stance of an answer that names its question and no stance. */
const STANCE_UNSAID = 'not stated';

function raise(why: string): never {
  throw new Listed(why);
}

const inWords = ({ id, text, speaker }: ClaimRecord): string =>
  `claim ${id}: ${speaker?.name ?? 'nobody named'}: “${text.length > 80 ? `${text.slice(0, 79)}…` : text}”`;
