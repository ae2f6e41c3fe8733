/**
 * The two parties of a conversation whose labels name nobody ("Q", "A", bold type): as by-line, title and introduction
 * name them. A party is told only where the text leaves no choice.
 */
import type { MentionBasis, Span } from '../../model/records.ts';
import type { LanguagePack } from '../pack.ts';
import type { Cast } from '../resolve/index.ts';
import type { TurnDraft } from '../turns.ts';
import type { EngineText } from '../types.ts';

export interface TurnSpeaker {
  entity: number;
  basis: MentionBasis;
}

/** Who asks and who answers where no label says it, and whom initials stand for. */
export interface Parties {
  question: TurnSpeaker | null;
  answer: TurnSpeaker | null;
  /** The person named in the text whose initials a label is; null where it is none, or two fit. */
  withInitials(label: string): number | null;
}

/** Somebody who may be a party. */
interface Person {
  entity: number;
  name: string;
  /** Where an introduction names him, by sentence. */
  sentences: readonly string[];
}

const NOBODY: Parties = { question: null, answer: null, withInitials: () => null };
const INITIALS = /^\p{Lu}\.? ?\p{Lu}(?:\.? ?\p{Lu})?\.?$/u;

const lastOf = (name: string): string => name.split(/\s+/).at(-1)?.toLowerCase() ?? '';
const isSame = (a: string, b: string): boolean => lastOf(a) === lastOf(b);

/** Reads the parties of a conversation. */
export function partiesOf(
  pack: LanguagePack,
  input: EngineText,
  turns: readonly TurnDraft[],
  cast: Cast,
): Parties {
  const [opening] = turns;
  if (!opening) return NOBODY;
  const labelled = turns.filter(({ rule }) => rule === 'label');
  const { text, paragraphs } = input;
  const introduction = paragraphs
    .slice(0, opening.from)
    .flatMap(({ start, end }) => pack.text.sentences(text, start, end));
  const persons = introducedPersons(text, introduction, cast);
  const withInitials = (label: string): number | null =>
    INITIALS.test(label) ? ofInitials(label, persons, input, cast, turns) : null;
  // where persons have labels of their own, several may ask and answer without one: a court, a briefing
  const isPair = labelled.every(({ key }) => pack.conversations.sideOf(key) !== null);
  if (!isPair || turns.some(({ by }) => by)) return { ...NOBODY, withInitials };
  const place = {
    start: opening.label.start,
    end: Math.max(opening.label.end, opening.label.start + 1),
  };
  const words = introduction.map(({ start, end }) => text.slice(start, end));
  const asker = askerOf(pack, input, persons);
  const answerer = answererOf(pack, input, { persons, introduction: words, asker });
  // Questions without labels and nobody who could answer them: riddles, questions that readers ask.
  const hasGuest = answerer !== null || persons.length > 0 || labelled.length > 0;
  if (asker?.basis === 'byline' && !hasGuest && !input.interviewers?.length)
    return { ...NOBODY, withInitials };
  return {
    question: asker && speakerFor(asker, cast, place),
    answer: answerer && speakerFor(answerer, cast, place),
    withInitials,
  };
}

/** A party as it was told: by its name, and by what. */
interface Told {
  name: string;
  entity: number | null;
  basis: TurnSpeaker['basis'];
}

const speakerFor = ({ name, entity, basis }: Told, cast: Cast, place: Span): TurnSpeaker => ({
  entity: entity ?? cast.describe(name, 'person', place),
  basis,
});

/** The persons whom the sentences above the first turn name in full. */
function introducedPersons(text: string, introduction: readonly Span[], cast: Cast): Person[] {
  const found = new Map<number, string[]>();
  for (const { index, start } of cast.named) {
    const around = introduction.find((one) => one.start <= start && start < one.end);
    if (index < 0 || !around) continue;
    const { kind, name } = cast.entity(index);
    if (kind !== 'person' || !name.includes(' ')) continue;
    const words = text.slice(around.start, around.end);
    found.set(index, [...(found.get(index) ?? []), words]);
  }
  return [...found].map(([entity, of]) => ({ entity, name: cast.nameOf(entity), sentences: of }));
}

/** Who asks: the only interviewer, the only person who signs, or whom the introduction says it was said to. */
function askerOf(pack: LanguagePack, input: EngineText, persons: readonly Person[]): Told | null {
  const { interviewers = [], authors = [], title } = input;
  const told = (name: string): Told => ({
    name,
    entity: persons.find((person) => isSame(person.name, name))?.entity ?? null,
    basis: 'byline',
  });
  const [interviewer, ...others] = interviewers;
  if (interviewer !== undefined) return others.length === 0 ? told(interviewer) : null;
  const [author, ...coauthors] = authors;
  if (author !== undefined) {
    const isGuest = title?.includes(author) === true;
    return coauthors.length === 0 && !isGuest ? told(author) : null;
  }
  const heard = persons.filter(({ name, sentences }) =>
    sentences.some((words) => pack.conversations.isSaidTo(words, name)),
  );
  const [one, ...more] = heard;
  if (!one || more.length > 0) return null;
  return { name: one.name, entity: one.entity, basis: 'description' };
}

/** Who answers: whom the title names as a guest, or the only other person whom the introduction is about. */
function answererOf(
  pack: LanguagePack,
  { title, interviewers = [], authors = [] }: EngineText,
  {
    persons,
    introduction,
    asker,
  }: { persons: readonly Person[]; introduction: readonly string[]; asker: Told | null },
): Told | null {
  const asks = [...interviewers, ...authors, ...(asker ? [asker.name] : [])];
  const others = persons.filter(({ name }) => !asks.some((one) => isSame(one, name)));
  const byEntity = ({ name, entity }: Person): Told => ({ name, entity, basis: 'description' });
  if (title) {
    const guest = pack.conversations.guestIn(title);
    if (guest !== null && !asks.some((one) => isSame(one, guest))) {
      const known = others.filter(({ name }) => isSame(name, guest));
      const [person, ...namesakes] = known;
      if (person) return namesakes.length === 0 ? byEntity(person) : null;
      const name = pack.names.read(guest, pack.text.tokenize(guest, 0, guest.length, []), 0);
      return name && name.words.length > 1
        ? { name: name.words.join(' '), entity: null, basis: 'description' }
        : null;
    }
    const [inTitle, ...more] = others.filter(({ name }) => hasWord(title, lastOf(name)));
    if (inTitle) return more.length === 0 ? byEntity(inTitle) : null;
  }
  const [only, ...more] = others.filter(({ name, sentences }) =>
    sentences.some((words) => pack.conversations.isGuest(words, name)),
  );
  if (!only || more.length > 0) return null;
  const isOther = introduction.some((words) => pack.conversations.meetsOther(words, only.name));
  return isOther ? null : byEntity(only);
}

const hasWord = (line: string, word: string): boolean =>
  (line.toLowerCase().match(/[\p{L}\p{M}’'-]+/gu) ?? []).some(
    (one) => one.replace(/[’']s$/, '') === word,
  );

/** The one person of the introduction or the by-line whose initials these are, and who has no label of his own. */
function ofInitials(
  label: string,
  persons: readonly Person[],
  { interviewers = [], authors = [] }: EngineText,
  cast: Cast,
  turns: readonly TurnDraft[],
): number | null {
  const letters = label.replace(/[. ]/g, '').toLowerCase();
  const fits = (name: string): boolean => {
    const words = name.toLowerCase().split(/[\s-]+/);
    const all = words.map((word) => word.charAt(0)).join('');
    return letters === all || letters === all.charAt(0) + all.slice(-1);
  };
  const hasLabel = (name: string): boolean => turns.some(({ key }) => isSame(key, name));
  const known = persons.filter(({ name }) => fits(name) && !hasLabel(name));
  const signing = [...new Set([...interviewers, ...authors])].filter(
    (name) => fits(name) && !hasLabel(name) && !known.some((one) => isSame(one.name, name)),
  );
  const [turn] = turns;
  if (!turn || known.length + signing.length !== 1) return null;
  const [person] = known;
  const [author] = signing;
  if (person) return person.entity;
  return author === undefined ? null : cast.describe(author, 'person', turn.label);
}
