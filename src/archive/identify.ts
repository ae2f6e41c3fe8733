/** From names as they are printed to the speakers of the archive. */
import type { Entity, Found, FoundClaim } from '../engine/types.ts';
import { idOfName, nameKey } from '../model/names.ts';
import type { ClaimSpeaker, Part, Span, SpeakerKind, SpeakerRecord } from '../model/records.ts';
import { at, certain, first } from '../text/certain.ts';
import type { CleanText } from '../intake/clean.ts';
import { joinQuestions, type ClaimContent } from './draft.ts';

/** Every name on a speaker's card, folded, to the speakers that bear it and the article it is limited to. */
export interface SpeakerIndex {
  byId: ReadonlyMap<string, SpeakerRecord>;
  byName: ReadonlyMap<string, readonly { id: string; article: string | null }[]>;
  /** Speakers whose name means them in one article only, with that article. */
  only?: ReadonlyMap<string, string>;
}

/** Who an entity of an article is: a card's speaker, a speaker derived from the printed name, or open. */
export type Identity =
  | { id: string; name: string; kind: SpeakerKind; carded: boolean }
  | { candidates: { id: string; name: string }[] };

/** Speakers a name may mean in an article; a name limited to that article goes before one that holds everywhere. */
export function speakersNamed(index: SpeakerIndex, name: string, article: string): string[] {
  const found = index.byName.get(nameKey(name)) ?? [];
  const here = found.filter((entry) => entry.article === article);
  const chosen = here.length > 0 ? here : found.filter((entry) => entry.article === null);
  return [...new Set(chosen.map(({ id }) => id))];
}

/**
 * Identifies every entity of an article. The fullest printed name decides; the other mentions are
 * asked only where it is on no card. Two cards that fit leave the entity open.
 * Whoever is only described, and groups and documents, are without a card speakers of their article alone:
 * "a resident" or "the company" here is not "a resident" or "the company" elsewhere.
 */
export function identifyEntities(
  entities: readonly Entity[],
  text: string,
  article: string,
  index: SpeakerIndex,
): Identity[] {
  const identities = entities.map((entity): Identity => {
    const printed = [...new Set(entity.mentions.map(({ start, end }) => text.slice(start, end)))];
    const own = speakersNamed(index, entity.name, article);
    const ids =
      own.length > 0
        ? own
        : [...new Set(printed.flatMap((name) => speakersNamed(index, name, article)))];
    const cards = ids.map((id) => certain(index.byId.get(id), 'a name leads to a card'));
    const [card] = cards;
    if (card && cards.length > 1)
      return { candidates: cards.map(({ id, name }) => ({ id, name })) };
    if (card) return { id: card.id, name: card.name, kind: card.kind, carded: true };
    const isBody = entity.kind === 'organisation' || entity.kind === 'place';
    const named = entity.kind === 'person' || (isBody && !entity.described);
    const slug = idOfName(entity.name);
    const id = named ? slug : `${slug}-in-${article}`;
    return {
      id: index.byId.has(id) ? `${id}-uncarded` : id,
      name: entity.name,
      kind: entity.kind,
      carded: false,
    };
  });
  return oneOfEach(entities, identities);
}

/**
 * One identity for those whom the article calls by the same words in other letter case, with an article or without:
 * "the harbour authority", "Harbour Authority". That of a name goes first. People are told apart by the engine alone.
 */
function oneOfEach(entities: readonly Entity[], identities: readonly Identity[]): Identity[] {
  const keyAt = (i: number): string | null => {
    const { kind, name } = at(entities, i);
    return kind === 'person' ? null : idOfName(name).replace(/^the-/, '');
  };
  const ones = new Map<string, { identity: Identity; described: boolean }>();
  for (const [i, identity] of identities.entries()) {
    const key = keyAt(i);
    const { described } = at(entities, i);
    if (key === null) continue;
    const known = ones.get(key);
    if (!known || (known.described && !described)) ones.set(key, { identity, described });
  }
  return identities.map((identity, i) => ones.get(keyAt(i) ?? '')?.identity ?? identity);
}

/** Turns what the engine found in the reading text into claims with the source's own words. */
export function draftClaims(
  found: Found,
  clean: CleanText,
  article: string,
  index: SpeakerIndex,
): ClaimContent[] {
  const identities = identifyEntities(found.entities, clean.text, article, index);
  const context = { found, identities, clean, article, index };
  const claims = found.claims.map((claim) => contentOf(claim, context));
  return joinQuestions(
    claims.map((claim) =>
      passedOnInTurn(claim, claim.within === null ? null : at(claims, claim.within)),
    ),
  );
}

/** What the claims of one article refer to by index. */
interface Context {
  found: Found;
  identities: readonly Identity[];
  clean: CleanText;
  article: string;
  index: SpeakerIndex;
}

/** The one place where a found claim takes the form of a record. */
function contentOf(claim: FoundClaim, context: Context): ClaimContent {
  const { identities, clean } = context;
  const speaker = speakerOf(claim, context);
  const parts = claim.parts.flatMap((span) => clean.toSource(span));
  return {
    type: claim.type,
    text: parts.map(({ reading }) => clean.text.slice(reading.start, reading.end)).join(' '),
    parts,
    speaker,
    candidates: speaker ? [] : openCandidates(claim, identities),
    via: claim.via.flatMap(({ entity, mention }) => {
      const identity = at(identities, entity);
      return 'id' in identity
        ? [{ id: identity.id, name: identity.name, mention: partOf(mention, clean) }]
        : [];
    }),
    cue: partOf(claim.cue, clean),
    cueKind: claim.cueKind,
    polarity: claim.polarity,
    said: null,
    within: claim.within,
    turn: claim.turn,
    rule: claim.rule,
    confidence: inFourPlaces(claim.confidence),
    wordsConfidence: inFourPlaces(claim.wordsConfidence),
    speakerConfidence: speaker && inFourPlaces(sureOf(claim)),
    reasons: claim.reasons,
    review: 'machine',
    reviewNote: null,
  };
}

const inFourPlaces = (share: number): number => Math.round(share * 10_000) / 10_000;

/** How sure a speaker is: where all who fit are one, as sure as that they are meant. */
const sureOf = ({ speakerConfidence, confidence, wordsConfidence }: FoundClaim): number =>
  speakerConfidence ?? confidence / Math.max(confidence, wordsConfidence, Number.MIN_VALUE);

const partOf = (span: Span | null, clean: CleanText): Part | null =>
  span && first(clean.toSource(span));

/** The entities that may have said the words. */
const entitiesOf = ({ speaker, candidates }: FoundClaim): readonly number[] =>
  speaker ? [speaker.entity] : candidates;

/** Whose words they are; null where that is open. Several candidates that are one speaker leave nothing open; one alone is not sure. */
function speakerOf(
  claim: FoundClaim,
  { found, identities, clean, article, index }: Context,
): ClaimSpeaker | null {
  if (!claim.speaker && new Set(claim.candidates).size < 2) return null;
  const options = entitiesOf(claim).map((entity) => ({ entity, identity: at(identities, entity) }));
  const known = options.flatMap(({ entity, identity }) =>
    'id' in identity ? [{ entity, identity }] : [],
  );
  // of several mentions of one speaker the last decides
  const chosen = known.at(-1);
  const isOne = known.every(({ identity }) => identity.id === chosen?.identity.id);
  if (!chosen || !isOne || known.length < options.length) return null;
  const { id, name, kind } = chosen.identity;
  return {
    id,
    name,
    kind,
    mention: partOf(claim.mention, clean),
    basis: claim.speaker?.basis ?? 'last-name',
    role: roleOnCard(index, id, article) ?? at(found.entities, chosen.entity).role,
  };
}

/** The role that a speaker's card gives for an article. */
export const roleOnCard = (index: SpeakerIndex, id: string, article: string): string | null =>
  index.byId.get(id)?.roles.find((entry) => entry.article === article)?.role ?? null;

/** Everybody whom the mention fits, each once. */
function openCandidates(
  claim: FoundClaim,
  identities: readonly Identity[],
): ClaimContent['candidates'] {
  const open = entitiesOf(claim).flatMap((entity) => {
    const identity = at(identities, entity);
    return 'id' in identity ? [{ id: identity.id, name: identity.name }] : identity.candidates;
  });
  const [, ...others] = claim.candidates;
  const why =
    others.length > 0
      ? 'the mention fits this speaker as well'
      : 'the only one named, but not sure enough';
  return [...new Map(open.map((one) => [one.id, { ...one, why }])).values()];
}

/** What an interviewer quotes in a question, or the interviewed in an answer, has come through them. */
function passedOnInTurn(draft: ClaimContent, around: ClaimContent | null): ClaimContent {
  const passer =
    around && (around.type === 'question' || around.type === 'answer') ? around.speaker : null;
  if (!passer || draft.speaker?.id === passer.id || draft.via.some(({ id }) => id === passer.id))
    return draft;
  return {
    ...draft,
    via: [{ id: passer.id, name: passer.name, mention: passer.mention }, ...draft.via],
  };
}
