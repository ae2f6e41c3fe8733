/**
 * The first card of a speaker who was derived from the printed name: where it says nothing else than was derived, what
 * was found in an article stays, and the draft is kept instead of being made again.
 */
import type { SpeakerRecord } from '../model/records.ts';
import { identifyEntities, type SpeakerIndex } from './identify.ts';
import type { KeptDraft } from './kept-draft.ts';
import { mayStandIn, squashed, type ChangedSpeakers } from './known-speakers.ts';

/** Whether a card can say no more than what is derived of a name: it is new, and has neither aliases nor roles. */
const isBare = ({ id, aliases, roles }: SpeakerRecord, { byId }: SpeakerIndex): boolean =>
  !byId.has(id) && aliases.length === 0 && roles.length === 0;

/**
 * The draft as it would be made with the changed cards, null where it has to be made. `before` and `after` are the
 * cards of all speakers then and now; `kept` is a draft in which none of the changed ones is named by the article's card.
 */
export function withFirstCards(
  kept: KeptDraft,
  { ids, records }: ChangedSpeakers,
  before: SpeakerIndex,
  after: SpeakerIndex,
): KeptDraft | null {
  const { draft } = kept;
  if (!draft || !records.every((record) => isBare(record, before))) return null;
  const { entities } = draft.found;
  const identities = identifyEntities(entities, draft.text, draft.id, after);
  const isSame = identities.every((identity, i) => {
    const was = draft.identities[i];
    const entity = entities[i];
    if (!was || !entity) return false;
    if (!('id' in identity) || !('id' in was))
      return JSON.stringify(identity) === JSON.stringify(was);
    if (identity.id !== was.id || identity.name !== was.name || identity.kind !== was.kind)
      return false;
    // A name that only holds the one on the card, "Rival Ann Lee", would be read as that one.
    const printed = [
      entity.name,
      ...entity.mentions.map(({ start, end }) => draft.text.slice(start, end)),
    ];
    return (
      ids.has(identity.id) ||
      !printed.some((name) => records.some((record) => mayStandIn(record, squashed(name))))
    );
  });
  return isSame ? { ...kept, draft: { ...draft, identities } } : null;
}
