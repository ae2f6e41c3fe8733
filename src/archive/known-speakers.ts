/** Which of the speakers with cards the draft of an article can depend on. */
import { nameKey } from '../model/names.ts';
import type { SpeakerRecord } from '../model/records.ts';
import { sha256 } from '../text/digest.ts';
import { grouped } from '../text/grouped.ts';
import type { SpeakerIndex } from './identify.ts';

/** So many letters of a word are looked for first. */
const BEGINNING = 4;

/** A spelling, whose it is, and the word of it that is looked for first. */
interface Witness {
  word: string;
  words: readonly string[];
  speaker: number;
}

/**
 * The speakers with cards. Whether a card matters to an article is told by its words: a name means a speaker only
 * where the whole name is printed, so one word of each spelling, the longest, is looked for in the text, and where it
 * stands all of them, one after the other.
 */
export class KnownSpeakers {
  /** Stands for all of them. */
  readonly digest: string;
  readonly #speakers: readonly SpeakerRecord[];
  readonly #places: ReadonlyMap<string, number>;
  /** How each is entered in the index of names. */
  readonly #names: ReadonlyMap<string, readonly (readonly [key: string, article: string | null])[]>;
  readonly #byBeginning: ReadonlyMap<string, readonly Witness[]>;
  readonly #short: readonly Witness[];

  constructor({ byId, byName }: SpeakerIndex) {
    this.#speakers = [...byId.values()];
    this.#places = new Map(this.#speakers.map(({ id }, place) => [id, place]));
    this.#names = grouped(
      [...byName].flatMap(([key, entries]) =>
        entries.map(({ id, article }) => [id, [key, article] as const] as const),
      ),
    );
    const witnesses = this.#speakers.flatMap((record, speaker) =>
      spellingsOf(record).map((words): Witness => ({ word: longest(words), words, speaker })),
    );
    this.#byBeginning = grouped(
      witnesses
        .filter(({ word }) => word.length >= BEGINNING)
        .map((witness) => [witness.word.slice(0, BEGINNING), witness] as const),
    );
    this.#short = witnesses.filter(({ word }) => word.length < BEGINNING);
    this.digest = this.#digestOf(this.#speakers, null);
  }

  /**
   * Stands for those speakers that may be named in the text of an article, and for those of these ids, which its card
   * names. What is said of an id that is none depends on all speakers.
   */
  namedIn(text: string, article: string, ids: readonly string[] = []): string {
    const named = new Set<number>();
    for (const id of ids) {
      const speaker = this.#places.get(id);
      if (speaker === undefined) return this.digest;
      named.add(speaker);
    }
    this.#find(squashed(text), named);
    // A speaker who is named by an alias is looked up under the name on the card.
    for (const speaker of named) this.#find(squashed(this.#speakers[speaker]?.name ?? ''), named);
    return this.#digestOf(
      this.#speakers.filter((_, speaker) => named.has(speaker)),
      article,
    );
  }

  #find(letters: string, named: Set<number>): void {
    const met = new Set(this.#short.filter(({ word }) => letters.includes(word)));
    if (this.#byBeginning.size > 0)
      for (let at = 0; at + BEGINNING <= letters.length; at++)
        for (const witness of this.#byBeginning.get(letters.slice(at, at + BEGINNING)) ?? [])
          if (letters.startsWith(witness.word, at)) met.add(witness);
    for (const { words, speaker } of met)
      if (!named.has(speaker) && standsIn(words, letters)) named.add(speaker);
  }

  /** Without what no draft reads: notes, links, and roles that are printed in other articles. */
  #digestOf(speakers: readonly SpeakerRecord[], article: string | null): string {
    return sha256(
      JSON.stringify(
        speakers.map(({ id, name, kind, aliases, roles }) => [
          id,
          name,
          kind,
          aliases,
          article === null ? roles : roles.filter((role) => role.article === article),
          this.#names.get(id) ?? [],
        ]),
      ),
    );
  }
}

/** Speakers with cards that are others in one index than in another, as either has them. */
export interface ChangedSpeakers {
  ids: ReadonlySet<string>;
  records: readonly SpeakerRecord[];
}

/** What of a speaker a draft can depend on. */
const digestsOf = ({ byId, byName }: SpeakerIndex): Map<string, string> => {
  const names = grouped(
    [...byName].flatMap(([key, entries]) =>
      entries.map(({ id, article }) => [id, [key, article]] as const),
    ),
  );
  return new Map(
    [...byId.values()].map(({ id, name, kind, aliases, roles }) => [
      id,
      JSON.stringify([name, kind, aliases, roles, names.get(id) ?? []]),
    ]),
  );
};

export function changedSpeakers(before: SpeakerIndex, after: SpeakerIndex): ChangedSpeakers {
  const [old, now] = [digestsOf(before), digestsOf(after)];
  const ids = new Set([...old.keys(), ...now.keys()].filter((id) => old.get(id) !== now.get(id)));
  const records = [before, after].flatMap(({ byId }) =>
    [...ids].flatMap((id) => byId.get(id) ?? []),
  );
  return { ids, records };
}

/**
 * Whether a text, as `squashed` writes it, may name one of the speakers: it holds a spelling of one, or of a
 * speaker whose name leads to one.
 */
export function namerOf(
  { records }: ChangedSpeakers,
  { byId }: SpeakerIndex,
): (letters: string) => boolean {
  const spellings = records.flatMap(spellingsOf);
  const names = (letters: string) => spellings.some((words) => standsIn(words, letters));
  let others = [...byId.values()].map((record) => ({ record, letters: squashed(record.name) }));
  for (let found = true; found;) {
    const leading = others.filter(({ letters }) => names(letters));
    others = others.filter((one) => !leading.includes(one));
    spellings.push(...leading.flatMap(({ record }) => spellingsOf(record)));
    found = leading.length > 0;
  }
  return names;
}

/** Every way in which a speaker may be meant, as the words that all stand where it does; an empty one stands everywhere. */
const spellingsOf = ({ id, name, aliases }: SpeakerRecord): string[][] => [
  ...idsOf(id).map((one) => one.split('-')),
  ...[name, ...aliases].map(wordsOfName),
];

/** The words of a name, as `squashed` writes them. */
const wordsOfName = (name: string): string[] => nameKey(name).split(' ').map(squashed);

/** Whether one of the names may stand in a text, as `squashed` writes it. */
export const mayStandIn = (
  { name, aliases = [] }: { name: string; aliases?: readonly string[] },
  letters: string,
): boolean => [name, ...aliases].some((spelling) => standsIn(wordsOfName(spelling), letters));

/** So many letters may stand between two words of one name: `Ann and Bo Lee`, `Ann “Nell” Maria Lee`. */
const BETWEEN = 32;
/** Words of so few letters may be left out of a name, or joined to another: `al-Amin`, `J. B. Lee`. */
const SHORT = 2;

/** Whether the words of a name stand in a text one after the other, as a name is printed. */
function standsIn(words: readonly string[], letters: string): boolean {
  if (!words.every((word) => letters.includes(word))) return false;
  const [head, ...rest] = words.filter((word) => word.length > SHORT);
  if (head === undefined || rest.length === 0) return true;
  for (let at = letters.indexOf(head); at >= 0; at = letters.indexOf(head, at + 1))
    if (follow(rest, letters, at + head.length)) return true;
  return false;
}

/** Whether the words follow from that place on, each soon after the one before. */
function follow([word, ...rest]: readonly string[], letters: string, from: number): boolean {
  if (word === undefined) return true;
  const reach = letters.slice(from, from + BETWEEN + word.length);
  for (let at = reach.indexOf(word); at >= 0; at = reach.indexOf(word, at + 1))
    if (follow(rest, letters, from + at + word.length)) return true;
  return false;
}

/** An id is met by the address made of a name, which is cut short and may have its article behind it. */
const idsOf = (id: string): string[] =>
  /^speaker-/.test(id) || id.length >= 60 ? [''] : [id, id.replace(/-in-.*$/s, '')];

const longest = (words: readonly string[]): string =>
  words.reduce((best, word) => (word.length > best.length ? word : best), '');

/** Letters and digits alone, folded as in names. */
export const squashed = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
