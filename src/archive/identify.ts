import { createHash } from 'node:crypto';
import type { Entity, Found, FoundClaim } from '../engine/types.ts';
import { nameKey, slugOf } from '../model/names.ts';
import type { ClaimSpeaker, Span, SpeakerKind, SpeakerRecord } from '../model/records.ts';
import type { CleanText } from '../intake/clean.ts';
import { joinQuestions, type DraftClaim } from './draft.ts';

/** Every name on a speaker's card, folded, to the speakers that bear it and the article it is limited to. */
export interface SpeakerIndex {
  byId: ReadonlyMap<string, SpeakerRecord>;
  byName: ReadonlyMap<string, readonly { id: string; article: string | null }[]>;
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
 * Unnamed people, groups and documents without a card are speakers of their article alone:
 * "a resident" here is not "a resident" elsewhere.
 */
export function identifyEntities(
  entities: readonly Entity[],
  text: string,
  article: string,
  index: SpeakerIndex,
): Identity[] {
  return entities.map((entity) => {
    const printed = [...new Set(entity.mentions.map(({ start, end }) => text.slice(start, end)))];
    const own = speakersNamed(index, entity.name, article);
    const ids =
      own.length > 0
        ? own
        : [...new Set(printed.flatMap((name) => speakersNamed(index, name, article)))];
    if (ids.length > 1)
      return { candidates: ids.map((id) => ({ id, name: index.byId.get(id)!.name })) };
    if (ids.length === 1) {
      const { id, name, kind } = index.byId.get(ids[0]!)!;
      return { id, name, kind, carded: true };
    }
    const named =
      entity.kind === 'person' || entity.kind === 'organisation' || entity.kind === 'place';
    const slug = slugOf(entity.name) || unlettered(entity.name);
    const id = named ? slug : `${slug}-in-${article}`;
    return {
      id: index.byId.has(id) ? `${id}-uncarded` : id,
      name: entity.name,
      kind: entity.kind,
      carded: false,
    };
  });
}

/** An id for a name without a letter that an address can have; another name has another one. */
const unlettered = (name: string): string =>
  `speaker-${createHash('sha256').update(nameKey(name)).digest('hex').slice(0, 8)}`;

/** Turns what the engine found in the reading text into draft claims with the source's own words. */
export function draftClaims(
  found: Found,
  clean: CleanText,
  article: string,
  index: SpeakerIndex,
): DraftClaim[] {
  const identities = identifyEntities(found.entities, clean.text, article, index);
  const part = (span: Span | null) => (span ? clean.toSource(span)[0]! : null);
  const speakerOf = (claim: FoundClaim): ClaimSpeaker | null => {
    const options = claim.speaker ? [claim.speaker.entity] : claim.candidates;
    const known = [
      ...new Map(
        options.flatMap((at) =>
          'id' in identities[at]! ? [[(identities[at] as { id: string }).id, at] as const] : [],
        ),
      ).entries(),
    ];
    // candidates that turn out to be one speaker leave nothing open
    if (known.length !== 1 || options.some((at) => !('id' in identities[at]!))) return null;
    const [id, at] = known[0]!;
    const identity = identities[at] as Extract<Identity, { id: string }>;
    const role =
      index.byId.get(id)?.roles.find((r) => r.article === article)?.role ??
      found.entities[at]!.role;
    return {
      id,
      name: identity.name,
      kind: identity.kind,
      mention: part(claim.mention),
      basis: claim.speaker?.basis ?? 'last-name',
      role,
    };
  };
  const drafts = found.claims.map((claim): DraftClaim => {
    const speaker = speakerOf(claim);
    const parts = claim.parts.flatMap((span) => clean.toSource(span));
    const open = speaker
      ? []
      : (claim.speaker ? [claim.speaker.entity] : claim.candidates).flatMap((at) => {
          const identity = identities[at]!;
          return 'id' in identity
            ? [{ id: identity.id, name: identity.name }]
            : identity.candidates;
        });
    return {
      type: claim.type,
      text: parts.map(({ reading }) => clean.text.slice(reading.start, reading.end)).join(' '),
      parts,
      speaker,
      candidates: [
        ...new Map(
          open.map((c) => [c.id, { ...c, why: 'the mention fits this speaker as well' }]),
        ).values(),
      ],
      via: claim.via.flatMap(({ entity, mention }) => {
        const identity = identities[entity]!;
        return 'id' in identity
          ? [{ id: identity.id, name: identity.name, mention: part(mention) }]
          : [];
      }),
      cue: part(claim.cue),
      cueKind: claim.cueKind,
      polarity: claim.polarity,
      said: null,
      within: claim.within,
      turn: claim.turn,
      rule: claim.rule,
      confidence: Math.round(claim.confidence * 10_000) / 10_000,
      reasons: claim.reasons,
      review: 'machine',
      reviewNote: null,
    };
  });
  return joinQuestions(
    drafts.map((draft) =>
      passedOnInTurn(draft, draft.within === null ? null : drafts[draft.within]!),
    ),
  );
}

/** What an interviewer quotes in a question, or the interviewed in an answer, has come through them. */
function passedOnInTurn(draft: DraftClaim, around: DraftClaim | null): DraftClaim {
  const passer =
    around && (around.type === 'question' || around.type === 'answer') ? around.speaker : null;
  if (!passer || draft.speaker?.id === passer.id || draft.via.some(({ id }) => id === passer.id))
    return draft;
  return {
    ...draft,
    via: [{ id: passer.id, name: passer.name, mention: passer.mention }, ...draft.via],
  };
}
