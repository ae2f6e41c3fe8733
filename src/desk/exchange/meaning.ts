/** What an annotation says, in the archive's own terms as far as it says so; the rest is a note. Nothing is added. */
import { whyNoDate } from '../../model/edtf/index.ts';
import { ClaimId, Slug, SPEAKER_KINDS, type ClaimType } from '../../model/records.ts';
import type { Foreign } from './foreign.ts';
import { fieldOf, nameAndKind, NOBODY_NAMED, typeNamed, type Field } from './labels.ts';

type Kind = (typeof SPEAKER_KINDS)[number];

export interface NamedSpeaker {
  name: string | null;
  id: string | null;
  kind: Kind | null;
}

export interface Meaning {
  isClaim: boolean;
  type: ClaimType | null;
  speaker: NamedSpeaker | null;
  mention: string | null;
  cue: string | null;
  via: NamedSpeaker[];
  said: string | null;
  /** Questions or ids of topics, with a stance where one is told. */
  topics: { topic: string; stance: string | null }[];
  /** Whether it says that no person has read it. */
  isUnread: boolean;
  /** Whether it says that a person added the claim where the machine found none of these words. */
  isAdded: boolean;
  /** Whether it says that nobody is named as the speaker. */
  isOpen: boolean;
  note: string;
}

const kindOf = (value: string | null): Kind | null =>
  SPEAKER_KINDS.find((kind) => kind === value) ?? null;

const named = (value: string): NamedSpeaker => {
  const { name, kind } = nameAndKind(value);
  return { name, id: null, kind: kindOf(kind) };
};

/** What one label says; null where its value is none of what it may be, so that it stays in the note. */
const TAKE: {
  readonly [Name in Field]: (value: string, before: Meaning) => Partial<Meaning> | null;
} = {
  speaker: (value, { speaker }) => {
    if (value === NOBODY_NAMED) return { isOpen: true };
    const { name, kind } = named(value);
    return { speaker: { name, id: speaker?.id ?? null, kind: kind ?? speaker?.kind ?? null } };
  },
  speakerId: (value, { speaker }) =>
    Slug.safeParse(value).success ? { speaker: { ...NOBODY, ...speaker, id: value } } : null,
  kind: (value, { speaker }) => {
    const kind = kindOf(value.toLowerCase());
    return kind && { speaker: { ...NOBODY, ...speaker, kind } };
  },
  type: (value) => {
    const type = typeNamed(value);
    return type && { type };
  },
  mention: (mention) => ({ mention }),
  cue: (cue) => ({ cue }),
  via: (value, { via }) => ({ via: [...via, ...several(value).map(named)] }),
  said: (said) => (whyNoDate(said) === null ? { said } : null),
  topic: (value, { topics }) => ({ topics: [...topics, ...several(value).map(topicOf)] }),
  review: (value) =>
    /^(?:machine|confirmed|corrected|added)$/i.test(value)
      ? { isUnread: /^machine$/i.test(value), isAdded: /^added$/i.test(value) }
      : null,
  by: () => ({}),
  on: () => ({}),
  note: () => null,
  claim: (value) => (ClaimId.safeParse(value).success ? {} : null),
};

const NOBODY: NamedSpeaker = { name: null, id: null, kind: null };
const several = (value: string): string[] => value.split(/\s*;\s*/).filter(Boolean);

/** `Will the ferry stay? = yes` in its two halves. */
const topicOf = (value: string): Meaning['topics'][number] => {
  const [, topic = value, stance = ''] = /^(.+?)\s+=\s+(\S.*)$/.exec(value) ?? [];
  return { topic: topic.trim(), stance: stance.trim() || null };
};

/** The archive's terms for what an annotation says. */
export function meaningOf({ says, text, tags, isClaim }: Foreign): Meaning {
  let meaning: Meaning = {
    isClaim: false,
    type: null,
    speaker: null,
    mention: null,
    cue: null,
    via: [],
    said: null,
    topics: [],
    isUnread: false,
    isAdded: false,
    isOpen: false,
    note: '',
  };
  const rest: string[] = [];
  for (const [label, value] of says) {
    const field = fieldOf(label);
    const more = field && TAKE[field](value, meaning);
    if (more) meaning = { ...meaning, ...more };
    else rest.push(`${label}: ${value}`);
  }
  const { type, speaker, mention, topics } = meaning;
  return {
    ...meaning,
    topics: [...topics, ...tags.map(topicOf)],
    isClaim: isClaim || type !== null || speaker !== null || mention !== null || meaning.isOpen,
    note: [...text, ...rest].join('\n\n').trim(),
  };
}
