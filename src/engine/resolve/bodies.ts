/** "They" and "it": which body, group or document a pronoun means, by who spoke just before. */
import type { SpeakerKind } from '../../model/records.ts';
import type { LanguagePack } from '../pack.ts';
import type { Cast } from './cast.ts';
import type { Recent } from './recent.ts';
import { chosen, open, type Resolution } from './resolution.ts';

/** Paragraphs over which a group may be meant by "they", and a body. */
const WITHIN_GROUP = 3;
const WITHIN_BODY = 0;
const THINGS: ReadonlySet<string> = new Set(['organisation', 'document', 'place']);
const GROUPS: ReadonlySet<string> = new Set(['group', 'organisation']);

/** "They", "it": the latest group, body or document that spoke. */
export function bodyMeant(
  word: string,
  isThing: boolean,
  paragraph: number,
  { cast, recent, pack }: { cast: Cast; recent: Recent; pack: LanguagePack },
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
  // `Acme left. The section on theft said it was rash. It would end, |it| said`: the section, or Acme
  const isHere = isThing && speaker?.paragraph === paragraph && speaker.index >= 0;
  const last = isHere ? cast.entity(speaker.index) : null;
  const isOther = last?.kind === 'unnamed' && !pack.mentions.isPerson(last.name);
  return index === null || isOther
    ? open()
    : chosen(index, 'pronoun', `“${word}” is taken to mean ${cast.nameOf(index)}.`, [
        isThing ? 'it' : 'they',
      ]);
}
