/** Speakers to choose from: candidates, those of the article, those of the archive, and new ones by what is typed. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { SPEAKER_KINDS } from '../../../model/records.ts';
import type { NameHit, QueueItem } from '../../api.ts';
import type { Desk } from '../desk.ts';
import type { Option } from './combobox.ts';

type Speaker = string | null | { name: string; kind: (typeof SPEAKER_KINDS)[number] };

export interface SpeakerOption extends Option {
  speaker: Speaker;
}

const optionOf = (hit: NameHit): SpeakerOption => ({
  key: hit.id,
  label: hit.name,
  hint: [
    hit.kind,
    hit.here ? 'in this article' : null,
    `${hit.claims} ${hit.claims === 1 ? 'claim' : 'claims'}`,
    hit.hasCard ? null : 'no card yet',
  ]
    .filter(Boolean)
    .join(', '),
  speaker: hit.id,
});

const nobody: SpeakerOption = {
  key: ' nobody',
  label: 'Nobody',
  hint: 'the text does not say who',
  speaker: null,
};

/** A new speaker of each kind. */
export const newSpeakers = (typed: string): SpeakerOption[] =>
  SPEAKER_KINDS.map((kind) => ({
    key: ` new ${kind}`,
    label: `New: ${typed}`,
    hint: kind,
    speaker: { name: typed, kind },
  }));

/** `mayBeNobody`: whether “nobody” can be chosen. */
export function useSpeakers(
  desk: Desk,
  article: string | undefined,
  candidates: QueueItem['candidates'],
  mayBeNobody: boolean,
) {
  const [hits, setHits] = useState<readonly NameHit[] | null>(null);
  useEffect(() => {
    let isWanted = true;
    desk.nameList('speakers', article).then(
      (list) => isWanted && setHits(list),
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [article]);
  const options = useMemo(() => {
    const first = candidates.map(({ id, name, why }): SpeakerOption => ({
      key: id,
      label: name,
      hint: why,
      speaker: id,
    }));
    const known = new Set(candidates.map(({ id }) => id));
    const rest = (hits ?? []).filter(({ id }) => !known.has(id));
    return [
      ...first,
      ...rest.filter(({ here }) => here).map(optionOf),
      ...(mayBeNobody ? [nobody] : []),
      ...rest.filter(({ here }) => !here).map(optionOf),
    ];
  }, [hits, candidates]);
  const more = async (typed: string) =>
    (await desk.names('speakers', typed, article)).map(optionOf);
  return { options, more, isReady: hits !== null, isMadeOnPurpose: true };
}

/** A chosen speaker in words. */
export const speakerWords = (option: SpeakerOption): string =>
  option.speaker === null ? 'nobody' : option.label.replace(/^New: /, '');
