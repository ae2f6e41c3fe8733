/** "They" and "it": which body, group or document a pronoun means, by who spoke just before. */
import type { SpeakerKind } from '../../model/records.ts';
import type { Cast } from './cast.ts';
import type { Recent } from './recent.ts';
import { chosen, open, type Resolution } from './resolution.ts';

/** Paragraphs over which a group may be meant by "they", and a body. */
const WITHIN_GROUP = 3;
const WITHIN_BODY = 1;
const THINGS: ReadonlySet<string> = new Set(['organisation', 'document', 'place']);
const GROUPS: ReadonlySet<string> = new Set(['group', 'organisation']);

/** "They", "it": the latest group, body or document that spoke. */
export function bodyMeant(
  word: string,
  isThing: boolean,
  paragraph: number,
  { cast, recent }: { cast: Cast; recent: Recent },
): Resolution {
  const kinds = isThing ? THINGS : GROUPS;
  // "It" reaches into the paragraph before where nobody else has spoken since.
  const { speaker } = recent;
  const isLatest =
    speaker !== undefined &&
    speaker.index >= 0 &&
    kinds.has(cast.entity(speaker.index).kind) &&
    !speaker.unsure;
  const withinOf = (kind: SpeakerKind): number => {
    if (isThing) return Number(isLatest);
    return kind === 'group' ? WITHIN_GROUP : WITHIN_BODY;
  };
  const index = recent.last(
    (turn) =>
      turn.speaker &&
      // "They" are not the paper that reports of somebody.
      (isThing || !turn.reports) &&
      paragraph - turn.paragraph <= withinOf(cast.entity(turn.index).kind) &&
      kinds.has(cast.entity(turn.index).kind),
  );
  return index === null
    ? open()
    : chosen(index, 'pronoun', `“${word}” is taken to mean ${cast.nameOf(index)}.`, [
        isThing ? 'it' : 'they',
      ]);
}
