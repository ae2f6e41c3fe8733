/** Whom an annotation means by a name: a speaker of the archive, or a new one where it says what kind of speaker. */
import { speakersNamed } from '../../archive/identify.ts';
import { nameKey } from '../../model/names.ts';
import type { Chosen } from '../acts/plan.ts';
import type { Snapshot } from '../state.ts';
import type { Meaning, NamedSpeaker } from './meaning.ts';

type State = Pick<Snapshot, 'speakers' | 'begun' | 'articles'>;

/** A speaker, or why none can be told. */
export type Found = { speaker: Chosen } | { why: string; candidates: string[] };

const inWords = ({ name, id }: { name: string; id: string }) => `${name} (${id})`;

/** Speakers with a name or alias, in the article where some of them speak there. */
function withName(state: State, name: string, article: string): { id: string; name: string }[] {
  const key = nameKey(name);
  const all = [...state.speakers.values()].filter(
    (one) =>
      [one.name, ...one.aliases].some((other) => nameKey(other) === key) &&
      isHere(state, one.id, article),
  );
  const carded = speakersNamed(state.begun.index, name, article);
  const chosen = carded.length > 0 ? all.filter(({ id }) => carded.includes(id)) : all;
  const list = chosen.length > 0 ? chosen : all;
  const here = new Set(
    state.articles.get(article)?.claims.flatMap(({ speaker }) => (speaker ? [speaker.id] : [])),
  );
  const speaking = list.filter(({ id }) => here.has(id));
  return speaking.length === 1 ? speaking : list;
}

/** "A resident" of one article is nobody elsewhere. */
function isHere({ articles }: State, id: string, article: string): boolean {
  const at = id.lastIndexOf('-in-');
  const own = at < 0 ? '' : id.slice(at + '-in-'.length);
  return own === article || !articles.has(own);
}

/** Whom a name means; a new speaker only where the annotation, or whoever takes it in, says its kind. */
export function speakerNamed(
  state: State,
  { id, name, kind }: NamedSpeaker,
  article: string,
  kindOfNew: NamedSpeaker['kind'],
): Found {
  if (id !== null) {
    const known = state.speakers.get(id);
    if (known && (name === null || nameKey(known.name) === nameKey(name))) return { speaker: id };
  }
  if (name === null) return { why: `there is no speaker ${id} in the archive`, candidates: [] };
  const [only, ...more] = withName(state, name, article);
  if (only && more.length === 0) return { speaker: only.id };
  if (only)
    return {
      why: `“${name}” may be ${more.length + 1} speakers`,
      candidates: [only, ...more].map(inWords),
    };
  const chosen = kind ?? kindOfNew;
  if (chosen !== null) return { speaker: { name, kind: chosen } };
  return {
    why: `“${name}” is no speaker of the archive, and it is not said whether that is a person`,
    candidates: alike(state, name),
  };
}

/** Speakers that share a word with a name. */
function alike({ speakers }: State, name: string): string[] {
  const words = new Set(
    nameKey(name)
      .split(' ')
      .filter((word) => word.length > 2),
  );
  return [...speakers.values()]
    .filter((one) =>
      nameKey(one.name)
        .split(' ')
        .some((word) => words.has(word)),
    )
    .slice(0, 5)
    .map(inWords);
}

/** The speaker of a claim: whoever is named, or whom the words printed there mean by themselves. */
export function speakerOf(
  state: State,
  { speaker, mention, isOpen }: Meaning,
  article: string,
  kindOfNew: NamedSpeaker['kind'],
): Found | null {
  if (speaker && (speaker.name !== null || speaker.id !== null))
    return speakerNamed(state, speaker, article, kindOfNew);
  if (isOpen) return { speaker: null };
  if (mention === null) return null;
  const own = { name: mention, id: null, kind: null };
  const found = speakerNamed(state, own, article, null);
  return 'why' in found && found.candidates.length === 0
    ? { why: `whom “${mention}” means is not said`, candidates: [] }
    : found;
}
