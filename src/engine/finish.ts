/**
 * The last step: drafts become claims. Speakers of turns and of drafts are resolved, and each claim is put into the
 * shape that is handed out, which nobody changes after.
 */
import type { Span } from '../model/records.ts';
import { bare } from '../text/spans.ts';
import { confidencesOf } from './confidence.ts';
import type { Draft, Mention } from './draft.ts';
import { endOf, startOf } from './drafts.ts';
import { evidenceOf } from './evidence.ts';
import type { LanguagePack } from './pack.ts';
import {
  castOf,
  chosen,
  open,
  resolve,
  type Cast,
  type Known,
  type Resolution,
} from './resolve/index.ts';
import { soundMention } from './sound-names.ts';
import type { Tagger } from './tagger/index.ts';
import type { TurnDraft } from './turns.ts';
import { speakersOfTurns } from './turns/persons.ts';
import type { Doubt, EngineText, Found, FoundClaim } from './types.ts';
import type { TurnSpeaker } from './turns/parties.ts';

export interface ToFinish {
  pack: LanguagePack;
  input: EngineText;
  drafts: readonly Draft[];
  turns: readonly TurnDraft[];
  doubts: readonly Doubt[];
  known: readonly Known[];
  tagger: Tagger | null;
}

/** Resolves the speakers of drafts and puts all that was found into the shape that is handed out. */
export function finish({ pack, input, drafts, turns, doubts, known, tagger }: ToFinish): Found {
  const { text, paragraphs } = input;
  const castInput = { pack, text, paragraphs, known };
  const cast = castOf(castInput);
  const turnSpeakers = speakersOfTurns(pack, input, turns, cast);
  const ordered = inReadingOrder(withoutUnlikely(text, drafts, tagger));
  const unsound = withoutUnsound(pack, text, ordered);
  const free = ordered.filter((draft) => !isTurn(draft));
  const unclear: Doubt[] = [];
  const resolved = resolve(castInput, cast, free, unclear);
  const resolutions = new Map(free.map((draft, k) => [draft, resolved[k] ?? open()]));
  const index = new Map(ordered.map((draft, k) => [draft, k]));
  const latest = new Map<number, number>();
  const claims = ordered.map((draft): FoundClaim => {
    const resolution = isTurn(draft)
      ? ofTurn(turnSpeakers[(draft.turn ?? 0) - 1] ?? undefined)
      : (resolutions.get(draft) ?? open());
    const outer = draft.within && !isTurn(draft.within) ? resolutions.get(draft.within) : undefined;
    const { speaker, candidates, reason } = resolution;
    const evidence = evidenceOf(text, draft, resolution);
    const sure = confidencesOf(evidence, draft.confidence, tagger?.gauges ?? null);
    const own = isToldApart(resolution) ? Math.min(TOLD_APART, sure.speaker ?? 0) : sure.speaker;
    const speakerSure = noSurerThanBefore(own, draft, resolution, latest);
    return {
      type: draft.type,
      parts: draft.parts,
      cue: draft.cue,
      cueKind: draft.cueKind,
      polarity: draft.polarity,
      mention: draft.mention && bare(draft.mention),
      speaker,
      candidates,
      via: viaOf(draft, speaker?.entity ?? null, outer, { pack, text, cast }),
      within: draft.within ? (index.get(draft.within) ?? null) : null,
      turn: draft.turn,
      rule: draft.rule,
      confidence: sure.claim,
      wordsConfidence: sure.words,
      speakerConfidence: speakerSure,
      evidence,
      reasons: reason ? [...draft.reasons, reason] : draft.reasons,
    };
  });
  for (const { mentions } of cast.entities) mentions.sort((a, b) => a.start - b.start);
  return {
    sentences: paragraphs.flatMap(({ start, end }): Span[] =>
      pack.text.sentences(text, start, end),
    ),
    turns: turns.map(({ number, kind, label, from, to }, k) => ({
      number,
      kind,
      label,
      speaker: turnSpeakers[k]?.entity ?? null,
      from,
      to,
    })),
    entities: cast.entities,
    claims,
    doubts: [...doubts, ...unsound, ...unclear].sort((a, b) => a.start - b.start),
  };
}

/**
 * Told words that no rule found stand from here on: on news held back this costs no claim with its speaker, and on texts
 * unlike it two in three of those below are wrong. The fewer claims the rules find in so many characters, the surer they
 * must be: in news that costs nothing either, and of what goes so in lives and interviews two in eleven are claims.
 */
const LEAST_OF_MODEL = [
  { claims: 0, least: 0.77 },
  { claims: 1, least: 0.62 },
  { claims: 2.3, least: 0.47 },
] as const;
const CHARACTERS = 1000;

/** How sure told words that no rule found must be in a text with these drafts; a text of one sentence is no sparse one. */
function leastOfModel(text: string, drafts: readonly Draft[]): number {
  const ruled = 1 + drafts.filter((draft) => draft.rule !== 'model' && !isTurn(draft)).length;
  const rate = (CHARACTERS * ruled) / text.length;
  return LEAST_OF_MODEL.findLast(({ claims }) => rate >= claims)?.least ?? 0;
}

/** Drafts without told words that only the model found and that hardly ever are a claim, unless another draft needs them. */
function withoutUnlikely(
  text: string,
  drafts: readonly Draft[],
  tagger: Tagger | null,
): readonly Draft[] {
  if (!tagger) return drafts;
  const least = leastOfModel(text, drafts);
  const needed = new Set(drafts.flatMap(({ inherits, within }) => [inherits, within]));
  const isUnlikely = (draft: Draft): boolean => {
    if (draft.rule !== 'model' || draft.type === 'direct' || needed.has(draft)) return false;
    const evidence = evidenceOf(text, draft, open());
    return confidencesOf(evidence, draft.confidence, tagger.gauges).words < least;
  };
  return drafts.filter((draft) => !isUnlikely(draft));
}

/** Takes mentions back, or cuts them, that are no whole names; a doubt for each quotation that is left without. */
function withoutUnsound(pack: LanguagePack, text: string, drafts: readonly Draft[]): Doubt[] {
  const doubts: Doubt[] = [];
  for (const draft of drafts) {
    const { mention, reasons, via } = draft;
    if (via.length > 0)
      draft.via = via.flatMap((one) => soundMention(pack, text, one).mention ?? []);
    if (!mention || isTurn(draft) || mention.kind === 'pronoun') continue;
    const sound = soundMention(pack, text, mention);
    if (sound.mention === mention) continue;
    Object.assign(draft, {
      mention: sound.mention,
      reasons: sound.reason ? [...reasons, sound.reason] : reasons,
    });
    if (!sound.mention && draft.type === 'direct')
      doubts.push({
        kind: 'quote-without-speaker',
        start: startOf(draft),
        end: endOf(draft),
        detail: '',
      });
  }
  return doubts;
}

const isTurn = ({ type }: Draft): boolean => type === 'answer' || type === 'question';

/** The sign of a turn whose speaker no label names. */
const OF_TURN = 'turn, told apart';

/** How sure the speaker of a turn is whom no label names, but title, by-line or introduction: none such was measured. */
const TOLD_APART = 0.9;

const isToldApart = ({ speaker, signs }: Resolution): boolean =>
  speaker !== null && signs.includes(OF_TURN);

/**
 * `… he may have said. … He said`: a second pronoun is no surer than the first, where nothing but that tells whom it means.
 * `latest`: how sure each was when a pronoun meant them last, 1 where they were named since.
 */
function noSurerThanBefore(
  sure: number | null,
  { mention, within }: Draft,
  { speaker }: Resolution,
  latest: Map<number, number>,
): number | null {
  if (!speaker || sure === null || within) return sure;
  if (mention && speaker.basis !== 'pronoun') {
    latest.set(speaker.entity, 1);
    return sure;
  }
  const least = Math.min(sure, latest.get(speaker.entity) ?? 1);
  if (mention) latest.set(speaker.entity, least);
  return least;
}

const ofTurn = (speaker: TurnSpeaker | undefined): Resolution =>
  speaker
    ? chosen(speaker.entity, speaker.basis, null, speaker.basis === 'label' ? [] : [OF_TURN])
    : open();

/** Who passed the words on: those named for it, then whoever says the claim around it. */
function viaOf(
  draft: Draft,
  speaker: number | null,
  outer: Resolution | undefined,
  { pack, text, cast }: { pack: LanguagePack; text: string; cast: Cast },
): FoundClaim['via'] {
  const via: FoundClaim['via'] = [];
  const around = draft.within?.mention;
  if (outer?.speaker && around && outer.speaker.entity !== speaker)
    via.push({ entity: outer.speaker.entity, mention: bare(around) });
  const entityOf = (mention: Mention): number => {
    const tokens = pack.text.tokenize(text, mention.start, mention.end, []);
    const name = pack.names.read(text, tokens, draft.paragraph);
    return name ? cast.name(name).index : -1;
  };
  for (const mention of draft.via) {
    // "the agency" may be any of those named; a name leaves no doubt.
    const entity = mention.kind === 'name' ? entityOf(mention) : -1;
    if (entity >= 0 && entity !== speaker) via.unshift({ entity, mention: bare(mention) });
  }
  return via;
}

/** Reading order, a containing claim before those within it. */
function inReadingOrder(drafts: readonly Draft[]): Draft[] {
  return [...drafts].sort((a, b) => {
    const byStart = startOf(a) - startOf(b);
    if (byStart !== 0) return byStart;
    if (a.within === b) return 1;
    return b.within === a ? -1 : endOf(b) - endOf(a);
  });
}
