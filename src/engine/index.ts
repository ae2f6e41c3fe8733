/** Finds who said what in a text: claims with their parts, speakers and reasons. Pure and deterministic. */
import type { Span } from '../model/records.ts';
import { assemble } from './assemble.ts';
import { confidenceOf } from './combine.ts';
import { scanParagraphs } from './marks.ts';
import { castOf, resolve, type Known } from './resolve/index.ts';
import type { Draft } from './draft.ts';
import type { LanguagePack } from './pack.ts';
import type { Tagger } from './tagger/index.ts';
import { findTurns, type TurnDraft } from './turns.ts';
import type { Doubt, EngineText, Found, FoundClaim, FoundTurn } from './types.ts';

export type {
  Doubt,
  EngineParagraph,
  EngineText,
  Entity,
  Found,
  FoundClaim,
  FoundSpeaker,
  FoundTurn,
} from './types.ts';
export type { LanguagePack } from './pack.ts';

export interface FindOptions {
  /** The language of the text. */
  pack: LanguagePack;
  /** The sequence model: that of the pack unless another is given; rules alone decide with null. */
  model?: Tagger | null;
  /** Whether claims that only the model found say what spoke for them, which costs time; they do unless told not to. */
  explain?: boolean;
  /** Speakers known beforehand, with other spellings of their names. */
  known?: readonly Known[];
}

/** Finds the claims of one text. Offsets are UTF-16 code units of `input.text`. */
export function findClaims(input: EngineText, options: FindOptions): Found {
  const { text, paragraphs } = input;
  const doubts: Doubt[] = [];
  const turns = findTurns(input);
  const scans = scanParagraphs(text, paragraphs);
  const tagger = options.model === undefined ? options.pack.tagger() : options.model;
  const drafts = assemble(
    options.pack,
    input,
    scans,
    turns,
    doubts,
    tagger,
    options.explain ?? true,
  );
  return finishDrafts(options.pack, input, drafts, turns, doubts, options.known ?? [], tagger);
}

/** Resolves the speakers of drafts and puts them into the shape that is handed out. */
export function finishDrafts(
  pack: LanguagePack,
  input: EngineText,
  drafts: readonly Draft[],
  turns: readonly TurnDraft[],
  doubts: Doubt[],
  known: readonly Known[],
  tagger: Tagger | null = null,
): Found {
  const { text, paragraphs } = input;
  const castInput = { pack, text, paragraphs, known };
  const cast = castOf(castInput);
  const turnSpeakers = speakersOfTurns(pack, input, turns, cast);
  const ordered = order(drafts);
  const resolved = resolve(
    castInput,
    cast,
    ordered.filter((d) => !isTurn(d)),
    doubts,
  );
  const result = new Map<Draft, (typeof resolved)[number]>();
  ordered.filter((d) => !isTurn(d)).forEach((d, k) => result.set(d, resolved[k]!));
  const index = new Map<Draft, number>();
  ordered.forEach((d, k) => index.set(d, k));
  const claims: FoundClaim[] = ordered.map((d) => {
    const r = isTurn(d)
      ? {
          speaker:
            turnSpeakers[d.turn! - 1] === null
              ? null
              : { entity: turnSpeakers[d.turn! - 1]!, basis: 'label' as const },
          candidates: [],
          reason: null,
        }
      : result.get(d)!;
    const outer = d.within && !isTurn(d.within) ? result.get(d.within) : null;
    const via: FoundClaim['via'] =
      outer?.speaker && d.within!.mention && outer.speaker.entity !== r.speaker?.entity
        ? [{ entity: outer.speaker.entity, mention: plain(d.within!.mention) }]
        : [];
    for (const m of d.via) {
      // "the agency" may be any of those named; a name leaves no doubt.
      if (m.kind !== 'name') continue;
      const tokens = pack.text.tokenize(text, m.start, m.end, []);
      const at = pack.names.read(text, tokens, d.paragraph);
      const entity = at ? cast.name(at).index : -1;
      if (entity >= 0 && entity !== r.speaker?.entity) via.unshift({ entity, mention: plain(m) });
    }
    return {
      type: d.type,
      parts: d.parts,
      cue: d.cue,
      cueKind: d.cueKind,
      polarity: d.polarity,
      mention: d.mention && plain(d.mention),
      speaker: r.speaker,
      candidates: r.candidates,
      via,
      within: d.within ? (index.get(d.within) ?? null) : null,
      turn: d.turn,
      rule: d.rule,
      confidence: confidenceOf(d, r.speaker !== null, tagger),
      decision: d.decision,
      reasons: r.reason ? [...d.reasons, r.reason] : d.reasons,
    };
  });
  const foundTurns: FoundTurn[] = turns.map((t, k) => ({
    number: t.number,
    kind: t.kind,
    label: t.label,
    speaker: turnSpeakers[k]!,
    from: t.from,
    to: t.to,
  }));
  for (const e of cast.entities) e.mentions.sort((a, b) => a.start - b.start);
  doubts.sort((a, b) => a.start - b.start);
  return {
    sentences: paragraphs.flatMap((p): Span[] => pack.text.sentences(text, p.start, p.end)),
    turns: foundTurns,
    entities: cast.entities,
    claims,
    doubts,
  };
}

const plain = (m: Span): Span => ({ start: m.start, end: m.end });
const isTurn = (d: Draft) => d.type === 'answer' || d.type === 'question';

/** Reading order, a containing claim before those within it. */
function order(drafts: readonly Draft[]): Draft[] {
  return [...drafts].sort(
    (a, b) =>
      a.parts[0]!.start - b.parts[0]!.start ||
      (a.within === b ? 1 : b.within === a ? -1 : b.parts.at(-1)!.end - a.parts.at(-1)!.end),
  );
}

/** Who speaks in each turn: the name on its label; for Q and A only where the text leaves no choice. */
function speakersOfTurns(
  pack: LanguagePack,
  input: EngineText,
  turns: readonly TurnDraft[],
  cast: ReturnType<typeof castOf>,
): (number | null)[] {
  const { text } = input;
  const byKey = new Map<string, number | null>();
  return turns.map((t) => {
    const known = byKey.get(t.key);
    if (known !== undefined) return known;
    let index: number | null = null;
    const asker =
      t.kind === 'question' && input.interviewers?.length === 1 ? input.interviewers[0]! : null;
    if (t.rule === 'label') {
      const words = text.slice(t.label.start, t.label.end).replace(/\s*[([].*$/, '');
      const tokens = pack.text.tokenize(text, t.label.start, t.label.start + words.length, []);
      const shout = words === words.toUpperCase() && /[A-Z]{3}/.test(words);
      const at = pack.names.read(text, tokens, t.from);
      if (at) {
        if (shout) at.words = at.words.map(pack.names.properCase);
        const found = cast.name(at);
        index = found.index >= 0 ? found.index : null;
        const entity = index === null ? null : cast.entities[index]!;
        if (entity && shout && entity.name === entity.name.toUpperCase())
          entity.name = at.words.join(' ');
        // Whoever has the word in a conversation is a person, unless the name says otherwise.
        if (
          entity &&
          at.words.length === 1 &&
          entity.kind === 'organisation' &&
          !pack.names.isBody(at.words[0]!)
        )
          entity.kind = 'person';
      } else index = cast.describe(words, 'unnamed', { start: t.label.start, end: t.label.end });
    } else if (asker) {
      const span = { start: t.label.start, end: Math.max(t.label.end, t.label.start + 1) };
      index = cast.describe(asker, 'person', span);
    }
    byKey.set(t.key, index);
    return index;
  });
}
