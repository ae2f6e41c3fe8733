/** "He", "she", "they", "it": whom a pronoun means, by who spoke or was named just before. */
import type { Span } from '../../model/records.ts';
import { onOneLine } from '../../text/lines.ts';
import type { Mention } from '../draft.ts';
import type { Gender, LanguagePack } from '../pack.ts';
import type { About, Asked, Described } from './asked.ts';
import type { Cast } from './cast.ts';
import { bodyMeant } from './bodies.ts';
import { LONG_AGO, meantBeside } from './unheard.ts';
import { signsOf } from './pronoun-signs.ts';
import type { Recent, Turn } from './recent.ts';
import type { NamedPeople } from './named-people.ts';
import { chosen, FEW, open, type Resolution } from './resolution.ts';

/** So many of the latest speakers are asked for "he" and "she". */
const ASKED = 40;
/** Paragraphs over which a speaker may be meant by "he" and "she". */
const WITHIN = 4;
/** Paragraphs over which somebody without a name may be. */
const WITHIN_UNNAMED = 2;
/** Names at the head of an article among which the only one is looked for whom a pronoun fits. */
const MOST_NAMED = 400;

/** Whoever spoke so many times has spoken often. */
const OFTEN = 2;
/** Sentences within which whoever spoke has spoken just now. */
const JUST_NOW = 2;

/** How somebody came to be meant, as a sign. */
const HOW = {
  'was named': 'named',
  'is spoken of': 'subject',
  'was asked': 'asked',
  spoke: 'spoke',
};
/** Paragraphs to somebody who spoke beyond which all are alike. */
const FAR = 2;

/** Finds whom the pronouns of one article mean. */
export class Pronouns {
  readonly #text: string;
  readonly #pack: LanguagePack;
  readonly #cast: Cast;
  readonly #recent: Recent;
  readonly #people: NamedPeople;
  readonly #around: { pack: LanguagePack; cast: Cast; recent: Recent; people: NamedPeople };

  constructor(text: string, pack: LanguagePack, cast: Cast, recent: Recent, people: NamedPeople) {
    this.#text = text;
    this.#pack = pack;
    this.#cast = cast;
    this.#recent = recent;
    this.#people = people;
    this.#around = { pack, cast, recent, people };
  }

  /**
   * Whom a pronoun means that stands in a paragraph; `about`: of whom the sentence before it is, if of somebody;
   * `others`: who is named in the words that it tells, who are not meant.
   */
  resolve(
    mention: Mention,
    paragraph: number,
    cue: Span | null,
    about: About | null,
    others: ReadonlySet<number>,
  ): Resolution {
    const words = onOneLine(this.#text, mention);
    const { word, meaning } = this.#pack.mentions.pronoun(words);
    if (meaning === null) return open();
    if (meaning.means !== 'person')
      return bodyMeant(word, meaning.means === 'thing', paragraph, this.#around);
    const asked = {
      word,
      gender: meaning.gender,
      start: mention.start,
      paragraph,
      others,
      answers: cue !== null && this.#pack.cues.isAnswer(onOneLine(this.#text, cue)),
    };
    return (about && this.#about(about, asked)) ?? this.#amongOthers(asked);
  }

  /** Whether the pronoun may mean somebody: their sex fits, and the words that it tells do not name them. */
  #fits = (index: number, { gender, others }: Asked): boolean =>
    !others.has(index) && this.#cast.fitsGender(index, gender);

  /** Whom the sentence before is about; null where the pronoun does not fit them. */
  #about({ who, behind }: About, asked: Asked): Resolution | null {
    const subject = typeof who === 'number' ? who : this.#beside(who, asked);
    if (subject === undefined) return this.#severalFit(asked, []);
    if (subject === null || !this.#fits(subject, asked)) return null;
    const other = this.#newcomer(subject, behind, asked);
    return other === null
      ? this.#taken(subject, asked, 'is spoken of')
      : this.#severalFit(asked, [subject, other]);
  }

  /** `Ann Lee was criticised by Mia Dale, a clerk. “It is late,” she said`: who is named in that sentence for the first time. */
  #newcomer(subject: number, behind: number, asked: Asked): number | null {
    const isSure = this.#cast.gender(subject) === asked.gender;
    const others = this.#people
      .before(asked, behind)
      .filter(
        (i) =>
          i !== subject &&
          this.#cast.firstMention(i) >= behind &&
          this.#fits(i, asked) &&
          (!isSure || this.#cast.gender(i) === asked.gender),
      );
    return others[0] ?? null;
  }

  #amongOthers(asked: Asked): Resolution {
    return this.#namedHere(asked) ?? this.#whoWasAsked(asked) ?? this.#amongRecent(asked);
  }

  /** Somebody described; null where the pronoun cannot mean them, undefined where it may mean others as well. */
  #beside(
    { enter, isDefinite = false, owner, gender = null, holders = [] }: Described,
    asked: Asked,
  ): number | null | undefined {
    if (isDefinite) {
      // `Clerk Ann Lee spoke. … The driver was calm. “I braked,” he said`: not a clerk
      const latest = this.#recentPeople(asked)?.[0];
      if (gender !== null) return gender === asked.gender ? enter() : null;
      const alone = this.#people.alone(asked, asked.gender);
      const isPlain = latest && this.#cast.entity(latest.index).role === null;
      return isPlain && alone === latest.index ? null : undefined;
    }
    if (owner === undefined) return enter();
    if (gender !== null && gender !== asked.gender) return null;
    // `Her lawyer was late. “It is over,” she said`: she or her lawyer
    const isEither = gender === null && (owner === null || owner === asked.gender);
    return isEither || holders.length > 0 ? undefined : enter();
  }

  #taken(index: number, asked: Asked, why: keyof typeof HOW, away = 0): Resolution {
    const { word, gender } = asked;
    const isOther = why === 'was named' && this.#people.isBehindPronoun(index, word, asked);
    if (isOther || !this.#isSomebody(index)) return this.#severalFit(asked, [index]);
    const { kind } = this.#cast.entity(index);
    const signs = [
      `${kind}, ${HOW[why]}, away ${Math.min(away, FAR)}`,
      ...signsOf(index, asked, this.#cast, this.#people),
    ];
    this.#cast.setGender(index, gender);
    return chosen(
      index,
      'pronoun',
      `“${word}” is taken to mean ${this.#cast.nameOf(index)}, who ${why} just before.`,
      signs,
    );
  }

  /** Whoever has spoken, or is surely a person. */
  #isSomebody(index: number): boolean {
    return this.#recent.spokeAt(index) >= 0 || this.#cast.isSurelyPerson(index);
  }

  /** Where nobody has spoken in this paragraph: whoever it names before the pronoun comes first. */
  #namedHere(asked: Asked): Resolution | null {
    const { latest } = this.#recent;
    const isHere = latest?.paragraph === asked.paragraph;
    const isTold = isHere && (latest.index < 0 || this.#fits(latest.index, asked));
    if (isTold) return null;
    if (isHere && latest.speaker) return this.#namedBehind(latest, asked);
    const named = this.#people.before(asked).filter((i) => this.#fits(i, asked));
    const pick = this.#only(named, asked.gender);
    if (pick !== undefined) return this.#taken(pick, asked, 'was named');
    return named.length > 1
      ? this.#severalFit(asked, named.slice(0, FEW).reverse())
      : this.#ownerHere(asked);
  }

  /** `Ann Lee’s husband died in May. She was back at work by June. “It helps,” she says`: whom the head of a paragraph names as an owner. */
  #ownerHere(asked: Asked): Resolution | null {
    const owner = this.#people.ownerAtHead(asked);
    if (owner === null || !this.#fits(owner, asked)) return null;
    if (this.#cast.gender(owner) === asked.gender) return this.#taken(owner, asked, 'was named');
    const latest = this.#recentPeople(asked)?.[0];
    return latest ? this.#severalFit(asked, [...new Set([latest.index, owner])]) : null;
  }

  /** `Bob Ray spoke of Ann Lee. “It is late,” she said`: whom a paragraph names behind somebody whom the pronoun does not fit. */
  #namedBehind({ at: from }: Turn, asked: Asked): Resolution | null {
    const named = this.#people
      .before(asked, from)
      .filter((i) => this.#cast.gender(i) === asked.gender);
    const [one, ...others] = named;
    if (one === undefined) return null;
    const before = this.#recentPeople(asked)?.[0]?.index ?? one;
    return others.length === 0 && before === one
      ? this.#taken(one, asked, 'was named')
      : this.#severalFit(asked, [...new Set([before, ...named])].slice(0, FEW));
  }

  #severalFit({ word }: Asked, candidates: number[]): Resolution {
    return open(`“${word}” fits several people.`, candidates);
  }

  /** The only one, or the only one of whom the gender is known to fit. */
  #only(indexes: readonly number[], gender: Gender): number | undefined {
    if (indexes.length === 1) return indexes[0];
    const sure = indexes.filter((i) => this.#cast.gender(i) === gender);
    return sure.length === 1 ? sure[0] : undefined;
  }

  /**
   * `Ann Lee asked the mayor, “Why?” “No reason,” he replied`: whoever was asked, not who asked. Null where nobody was, or
   * where who asked goes on.
   */
  #whoWasAsked(asked: Asked): Resolution | null {
    const latest = this.#recent.speaker;
    if (latest?.asks === undefined || asked.paragraph - latest.paragraph > 1) return null;
    if (latest.asks === null && latest.about === asked.gender)
      return this.#whoIsAskedAbout(latest.index, asked);
    const { index: asker, asks } = latest;
    const isApart = asked.answers || asked.paragraph > latest.paragraph;
    if (asks === null) return asked.answers ? open() : null;
    if (!this.#fits(asks, asked)) return asked.answers ? open() : null;
    const { kind } = this.#cast.entity(asker);
    const mayAsk = kind === 'person' && this.#fits(asker, asked);
    if (isApart || !mayAsk) return this.#taken(asks, asked, 'was asked');
    return open(
      `“${asked.word}” fits ${this.#cast.nameOf(asker)} and ${this.#cast.nameOf(asks)}.`,
      [asker, asks],
    );
  }

  /** `The judge asked whether she could stand. “Yes,” she said`: she of the question, who is not the judge. */
  #whoIsAskedAbout(asker: number, asked: Asked): Resolution {
    const other = this.#recentPeople(asked)?.find(({ index }) => index !== asker);
    return other ? this.#taken(other.index, asked, 'was asked') : open();
  }

  #amongRecent(asked: Asked): Resolution {
    const near = this.#recentPeople(asked);
    if (near === null) return open();
    const [latest, second] = near;
    if (!latest) return this.#onlyOneNamed(asked);
    const { speaker } = this.#recent;
    // `He put it to her that … “No,” she replied`: whoever was asked by a pronoun, of several.
    if (
      asked.answers &&
      second &&
      speaker?.paragraph === asked.paragraph &&
      speaker.index >= 0 &&
      !this.#cast.fitsGender(speaker.index, asked.gender)
    )
      return this.#severalFit(asked, [latest.index, second.index]);
    const since = this.#namedSince(latest, asked) ?? this.#tookOver(latest, asked);
    if (since) return since;
    if (second && this.#isOvershadowed(latest, second, asked))
      return this.#severalFit(asked, [latest.index, second.index]);
    const other = meantBeside(latest, second, asked, this.#around);
    if (other !== null) return this.#severalFit(asked, [other, latest.index]);
    // Two people in the same paragraph just before: only the gender may tell.
    const isRivalled =
      second !== undefined &&
      second.paragraph === latest.paragraph &&
      latest.paragraph === asked.paragraph &&
      !latest.speaker &&
      second.speaker;
    if (isRivalled)
      return open(
        `“${asked.word}” fits ${this.#cast.nameOf(latest.index)} and ${this.#cast.nameOf(second.index)}.`,
        [latest.index, second.index],
      );
    const away = asked.paragraph - latest.paragraph;
    return latest.speaker
      ? this.#taken(latest.index, asked, 'spoke', away)
      : this.#taken(latest.index, asked, 'was named', Math.max(1, away));
  }

  /** Somebody of unknown sex spoke once, and not just now; somebody whom the pronoun fits for sure has spoken often. */
  #isOvershadowed(latest: Turn, second: Turn, { gender, paragraph, start }: Asked): boolean {
    const sentences = (): number => this.#pack.text.sentences(this.#text, latest.at, start).length;
    return (
      this.#recent.spokeAt(latest.index) >= 0 &&
      (paragraph > latest.paragraph || sentences() > JUST_NOW) &&
      this.#cast.gender(latest.index) === null &&
      this.#cast.gender(second.index) === gender &&
      !this.#recent.hasSpokenSurely(latest.index, OFTEN) &&
      this.#recent.hasSpokenSurely(second.index, OFTEN)
    );
  }

  /** People who spoke or were spoken of lately, the latest first; null where it is open who spoke last. */
  #recentPeople({ gender, paragraph, others }: Asked): Turn[] | null {
    const near: Turn[] = [];
    const seen = new Set<number>();
    for (const turn of this.#recent.backwards(ASKED)) {
      if (paragraph - turn.paragraph > WITHIN) break;
      if (turn.index < 0) {
        if (near.length > 0) break;
        return null;
      }
      if (seen.has(turn.index)) continue;
      if (near.length === 0 && paragraph - turn.paragraph <= 1 && this.#isUnknown(turn)) {
        if (!this.#people.hasSomebody(gender)) return [turn];
        if (turn.paragraph === paragraph) return null;
      }
      if (!this.#isPerson(turn, paragraph)) continue;
      const known = this.#cast.gender(turn.index);
      if ((known && known !== gender) || others.has(turn.index)) continue;
      seen.add(turn.index);
      near.push(turn);
    }
    return near;
  }

  /** A last name alone of which nothing is known may be a person's. */
  #isUnknown(turn: Turn): boolean {
    const { kind, name } = this.#cast.entity(turn.index);
    return (
      turn.speaker &&
      kind === 'organisation' &&
      !name.includes(' ') &&
      !this.#pack.names.isBody(name) &&
      name !== name.toUpperCase()
    );
  }

  #isPerson(turn: Turn, paragraph: number): boolean {
    const { kind, name } = this.#cast.entity(turn.index);
    if (turn.isBeside && turn.paragraph < paragraph) return false;
    if (kind !== 'unnamed') return kind === 'person';
    return paragraph - turn.paragraph <= WITHIN_UNNAMED && this.#pack.mentions.isPerson(name);
  }

  /** Nobody spoke before: the only person named so far, outside quotations, whom the pronoun fits. */
  #onlyOneNamed(asked: Asked): Resolution {
    const { word, gender, start } = asked;
    const people = new Set<number>();
    for (const place of this.#cast.named.slice(0, MOST_NAMED)) {
      if (place.start >= start) break;
      if (this.#people.isSomebody(place) && this.#fits(place.index, asked)) people.add(place.index);
    }
    const named = [...people];
    const sure = named.filter((i) => this.#cast.gender(i) === gender);
    const [pick] = sure.length === 1 ? sure : named;
    const isOne = sure.length === 1 || named.length === 1;
    const unknown = this.#recent.last((turn) => this.#isUnknown(turn));
    if (unknown !== null) return this.#severalFit(asked, [unknown, ...named].slice(0, FEW));
    if (pick !== undefined && isOne && this.#isSomebody(pick))
      return chosen(
        pick,
        'pronoun',
        `“${word}” fits only ${this.#cast.nameOf(pick)} of those named before.`,
        [sure.length === 1 ? 'only one of that sex' : 'only one named'],
      );
    return open(named.length > 0 ? `“${word}” fits several people.` : null, named.slice(0, FEW));
  }

  /** "A walker said …" – then somebody is named: whoever that is, rather than the walker. */
  #namedSince(latest: Turn, asked: Asked): Resolution | null {
    const isUnnamed = this.#cast.entity(latest.index).kind === 'unnamed';
    if (!isUnnamed || latest.paragraph >= asked.paragraph) return null;
    const since =
      this.#people.since(
        latest.paragraph,
        asked.start,
        (place) => this.#people.isSomebody(place) && this.#fits(place.index, asked),
      ) ?? [];
    return this.#oneNamed(since, asked);
  }

  /**
   * Somebody spoke or was spoken of, and paragraphs later others of that sex have been named and not the same again: the
   * only one of them, or nobody.
   */
  #tookOver(latest: Turn, asked: Asked): Resolution | null {
    if (asked.paragraph - latest.paragraph < LONG_AGO) return null;
    const since = this.#people.since(
      latest.paragraph,
      asked.start,
      (place) => this.#people.isFree(place) && this.#cast.gender(place.index) === asked.gender,
      latest.index,
    );
    if (since === null) return null;
    return (
      this.#oneNamed(since, asked, 1) ??
      this.#ownerHere({ ...asked, paragraph: asked.paragraph - 1 })
    );
  }

  /** The only one of those who were named, the latest first; open where several were, null where nobody was. */
  #oneNamed(
    named: readonly number[],
    asked: Asked,
    ...how: [paragraphs?: number]
  ): Resolution | null {
    const [one] = named;
    if (one !== undefined && named.length === 1)
      return this.#taken(one, asked, 'was named', ...how);
    return named.length > 1 ? this.#severalFit(asked, named.slice(0, FEW).reverse()) : null;
  }
}
