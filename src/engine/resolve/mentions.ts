/** From a mention as printed to whom it means: a name, a role, a description, a pronoun. */
import type { Span } from '../../model/records.ts';
import { bare } from '../../text/spans.ts';
import type { Mention } from '../draft.ts';
import type { LanguagePack, MentionReading, NameAt, Office } from '../pack.ts';
import type { About, Described } from './asked.ts';
import {
  namedAhead,
  peopleBefore,
  sentenceBefore,
  spokenToBeside,
  unlessAnother,
  unlessCalledFully,
  unlessLastAbout,
  unlessNewcomer,
  type Around,
} from './around-pronoun.ts';
import { byAge } from './aged.ts';
import type { Cast } from './cast.ts';
import type { CastInput } from './named.ts';
import { bearerOf, isLetters, lastNamed } from './namesakes.ts';
import type { NamedPeople } from './named-people.ts';
import type { Pronouns } from './pronouns.ts';
import type { Recent } from './recent.ts';
import { chosen, open, type Resolution } from './resolution.ts';

/** Paragraphs over which one of several who hold an office is "the" one. */
const JUST_BEFORE = 2;
/** Whoever has spoken so often is meant by the last name, whoever else of that name is mentioned. */
const OFTEN = 2;

/** Whether a name of one word is the first of a longer one. */
const isFirstWord = ({ words: [word = ''] }: NameAt, name: string, { names }: LanguagePack) =>
  names.key(word) === names.key(name.split(' ')[0] ?? '');

/** Finds whom the mentions of one article mean. */
export class Mentions {
  readonly #text: string;
  readonly #pack: LanguagePack;
  readonly #paragraphs: readonly Span[];
  readonly #cast: Cast;
  readonly #recent: Recent;
  readonly #pronouns: Pronouns;
  readonly #people: NamedPeople;
  readonly #around: Around;
  /** Those who were called by their last name alone, though others have it too. */
  readonly #calledLast = new Set<number>();
  /** Those who were called by their first name alone. */
  readonly #calledFirst = new Set<number>();
  /** How often somebody who speaks was called by the whole name. */
  readonly #calledFull = new Map<number, number>();

  constructor(
    { text, pack, paragraphs }: CastInput,
    cast: Cast,
    recent: Recent,
    pronouns: Pronouns,
    people: NamedPeople,
  ) {
    this.#text = text;
    this.#pack = pack;
    this.#paragraphs = paragraphs;
    this.#cast = cast;
    this.#recent = recent;
    this.#pronouns = pronouns;
    this.#people = people;
    this.#around = { text, pack, paragraphs, cast, recent, people };
  }

  /**
   * Whom a mention means that stands in a paragraph, beside a cue where it has one; `words`: the first of those told.
   * Enters into the cast what was not there.
   */
  resolve(mention: Mention, paragraph: number, cue: Span | null, words?: Span): Resolution {
    if (mention.kind === 'relative')
      return mention.antecedent ? this.resolve(mention.antecedent, paragraph, cue) : open();
    if (mention.kind === 'pronoun') {
      const from = Math.min(mention.start, words?.start ?? Infinity);
      const people = peopleBefore(this.#around, mention, from, paragraph);
      if (people) return people;
      const before = this.#subjectBefore(from, paragraph);
      const others = this.#people.namedIn(words, mention.end);
      const ahead = namedAhead(this.#around, words, mention.start);
      const spokenTo = spokenToBeside(this.#around, mention, paragraph, words);
      const found = this.#pronouns.resolve(
        mention,
        paragraph,
        cue,
        before,
        new Set([...others, ...ahead, ...spokenTo]),
      );
      const last = this.#paragraphs[paragraph - 1];
      const lastAbout = before || !last ? null : this.namedBefore(last.end, paragraph - 1);
      const near = unlessLastAbout(this.#around, found, lastAbout, { paragraph, start: from });
      const called = unlessCalledFully(this.#around, near, words);
      const other = unlessAnother(this.#around, called, mention, words);
      return unlessNewcomer(this.#around, other, from, paragraph);
    }
    const reading = this.#pack.mentions.read(this.#text, mention, paragraph);
    if (!reading) return open();
    const from = Math.min(mention.start, words?.start ?? Infinity);
    const before = (): number | null => this.namedBefore(from, paragraph);
    return (
      this.#byApposition(mention, reading, paragraph) ??
      (isLetters(reading.named?.at) ? this.#byOffice(mention, reading, paragraph) : null) ??
      this.#byName(mention, reading, from) ??
      this.#byOrigin(reading, paragraph, before) ??
      this.#byAge(mention, reading.words, paragraph, before) ??
      this.#byOffice(mention, reading, paragraph) ??
      this.#asCalled(mention, reading.words, paragraph) ??
      this.#byDescription(mention, reading)
    );
  }

  /** The person of whom the sentence right before `from` is, in the same paragraph; null where it is of nobody named. */
  namedBefore(from: number, paragraph: number): number | null {
    const about = this.#subjectBefore(from, paragraph);
    return typeof about?.who === 'number' ? about.who : null;
  }

  /** The same, with what enters somebody who is only described there. */
  #subjectBefore(from: number, paragraph: number): About | null {
    const { subject, reading } = sentenceBefore(this.#around, from, paragraph) ?? {};
    if (!subject || !reading || reading.nobody || reading.several) return null;
    const who = this.#personOf(subject, reading, paragraph);
    return who === null ? null : { who, behind: subject.end };
  }

  /** Whom a subject means: an index, or what enters somebody who was only described. */
  #personOf(
    { apposed, start, end }: Mention,
    reading: MentionReading,
    paragraph: number,
  ): Described | number | null {
    const { text, names, mentions, offices } = this.#pack;
    const beside =
      apposed &&
      names.read(this.#text, text.tokenize(this.#text, apposed.start, apposed.end, []), paragraph);
    const at = beside ?? reading.named?.at ?? reading.headed;
    if (at) {
      const index = this.#cast.meant(at);
      if (index >= 0 && beside && mentions.isPerson(reading.words)) this.#cast.asPerson(index);
      // "Her husband, Sandy,"
      if (index >= 0 && beside) this.#cast.setGender(index, mentions.gender(reading.words));
      return index >= 0 && this.#cast.entity(index).kind === 'person' ? index : null;
    }
    const { words, kind } = reading;
    if (!mentions.isPerson(words)) return null;
    const holder =
      (reading.office && this.#byOffice({ start, end }, reading, paragraph)) ??
      this.#asCalled({ start, end }, words, paragraph);
    if (holder) return holder.speaker?.entity ?? null;
    const enter = (): number => this.#cast.describe(words, kind, { start, end });
    if (mentions.isNew(words)) return { enter };
    const owner = mentions.ownedBy(words);
    if (owner === undefined)
      return reading.office ? { enter, isDefinite: true, gender: mentions.gender(words) } : null;
    const holders = offices.read(words).flatMap((office) => this.#cast.byRole(office));
    return { enter, owner, gender: mentions.gender(words), holders };
  }

  /** "The mayor, Ann Lee,": the name stands beside the description. */
  #byApposition(
    { apposed }: Mention,
    { words }: MentionReading,
    paragraph: number,
  ): Resolution | null {
    const { names, text, mentions } = this.#pack;
    if (!apposed) return null;
    const tokens = text.tokenize(this.#text, apposed.start, apposed.end, []);
    const name = names.read(this.#text, tokens, paragraph);
    // "a firm in Newcastle, New South Wales,"
    if (!name || names.kindOf(name.words, name.title) === 'place') return null;
    const { index } = this.#cast.name(name, mentions.roleBeside(words));
    if (index < 0) return null;
    if (mentions.isPerson(words)) this.#cast.asPerson(index);
    return chosen(index, 'name', `The name stands beside “${words}”.`, ['name beside']);
  }

  /** `from`: where mention and words begin. */
  #byName(mention: Mention, reading: MentionReading, from: number): Resolution | null {
    const { words, named, headed } = reading;
    if (reading.nobody) return open(`“${words}” names nobody.`);
    if (reading.several) return chosen(this.#cast.describe(words, 'group', mention), 'self');
    if (named) return this.#named(named.at, named.role, words, from);
    return headed && this.#headed(headed);
  }

  #named(at: NameAt, role: string | null, words: string, from: number): Resolution {
    const { index } = this.#cast.name(at, role);
    if (index < 0) return this.#namesake(at, from, index);
    const name = this.#cast.nameOf(index);
    const other = this.#calledAlike(index, at);
    if (other !== undefined)
      return open(`“${words}” is the last name of one and the first of another.`, [index, other]);
    if (at.words.length > 1) this.#calledFull.set(index, (this.#calledFull.get(index) ?? 0) + 1);
    const isShort = at.words.length === 1 && name.split(' ').length > 1;
    if (isShort && isFirstWord(at, name, this.#pack)) this.#calledFirst.add(index);
    return isShort
      ? chosen(
          index,
          'last-name',
          `“${words}” is ${name}, named in full elsewhere in the article.`,
          ['last name'],
        )
      : chosen(index, 'name', null, [this.#nameSign(index, at.words.length)]);
  }

  /** `Jordan Price spoke to Ruth Jordan. “It is late,” Jordan said`: who has spoken, and whose first name is the last of somebody else. */
  #calledAlike(index: number, at: NameAt): number | undefined {
    const isLast = at.words.length === 1 && !isFirstWord(at, this.#cast.nameOf(index), this.#pack);
    if (!isLast || at.title !== null || this.#calledLast.has(index)) return undefined;
    const other = this.#cast
      .calledFirst(at)
      .find((i) => i !== index && this.#recent.spokeAt(i) > this.#recent.spokeAt(index));
    if (other === undefined) this.#calledLast.add(index);
    return other;
  }

  /** A name as a sign: what it names, and whether one word is all there is of it. */
  #nameSign(index: number, words: number): string {
    return `${this.#cast.entity(index).kind}, ${words > 1 ? 'full' : 'one word'}`;
  }

  /**
   * A last name that several have: whoever alone has spoken lately, unless another of them was named since and the one
   * has hardly spoken.
   */
  #namesake(at: NameAt, from: number, shared: number): Resolution {
    const namesakes = this.#cast.namesakes(at);
    const title = at.title !== null && this.#pack.names.isHonorific(at.title);
    const before = title ? this.namedBefore(from, at.paragraph) : null;
    // `His son, Bob Lee, left. “I am off,” Mr. Lee said`: who is called so anew is whom the sentence before is about.
    if (before !== null && namesakes.includes(before))
      return chosen(
        before,
        'last-name',
        `The sentence before is about ${this.#cast.nameOf(before)}.`,
        ['last name of several'],
      );
    const bearer = bearerOf(this.#cast, namesakes, shared, this.#text);
    if (bearer !== undefined) this.#calledLast.add(bearer);
    const spoke = namesakes.filter((i) => this.#recent.spokeAt(i) >= 0);
    if (bearer !== undefined && spoke.length === 0) return this.#calledSo(bearer, at);
    const [one, ...others] = spoke;
    const isOne =
      one !== undefined &&
      // `“I am,” Ann said. … “We are,” Lee said`: who is called by the first name is not called by the last.
      !this.#calledFirst.has(one) &&
      // Who is called by the whole name each time is told apart so from whom the last name means.
      (this.#calledLast.has(one) || (this.#calledFull.get(one) ?? 0) < OFTEN) &&
      others.length === 0 &&
      this.#recent.hasSpokenSurely(one);
    if (!isOne || this.#isRivalled(one, namesakes, at))
      return open('Two people of that name are in the article.', namesakes);
    this.#calledLast.add(one);
    return this.#calledSo(one, at);
  }

  #calledSo(one: number, at: NameAt): Resolution {
    const entity = this.#cast.entity(one);
    entity.mentions.push(bare(at));
    return chosen(
      one,
      'last-name',
      `Of several people called “${at.words.at(-1)}” ${entity.name} is the one whom the article calls so.`,
      ['last name of several'],
    );
  }

  /** Whether another of the same last name was named since one of them spoke, whom nothing called so before. */
  #isRivalled(one: number, namesakes: readonly number[], { start }: Span): boolean {
    if (this.#calledLast.has(one) || this.#recent.hasSpokenSurely(one, OFTEN)) return false;
    const since = Math.max(this.#recent.spokeAt(one), lastNamed(this.#cast, one, start));
    return namesakes.some((other) => other !== one && lastNamed(this.#cast, other, start) > since);
  }

  /** "Ann Lee of Acme": a name at the head of something longer. */
  #headed(at: NameAt): Resolution | null {
    const isFull = at.words.length > 1;
    if (!isFull && this.#cast.namesakes(at).length === 0) return null;
    const { index } = this.#cast.name(at);
    return index < 0
      ? null
      : chosen(index, isFull ? 'name' : 'last-name', null, [
          `headed, ${this.#nameSign(index, at.words.length)}`,
        ]);
  }

  /** "The German": whom the sentence before is about, or who spoke last in the paragraph. */
  #byOrigin(
    { isOrigin, words }: MentionReading,
    paragraph: number,
    before: () => number | null,
  ): Resolution | null {
    if (!isOrigin) return null;
    const { speaker } = this.#recent;
    const spoke = speaker?.paragraph === paragraph && speaker.index >= 0 ? speaker.index : null;
    const one = before() ?? spoke;
    return one === null || this.#cast.entity(one).kind !== 'person'
      ? null
      : this.#takenToMean(words, one);
  }

  #takenToMean(words: string, index: number): Resolution {
    return chosen(
      index,
      'description',
      `“${words}” is taken to mean ${this.#cast.nameOf(index)}.`,
      ['description taken up'],
    );
  }

  #byAge(
    mention: Mention,
    words: string,
    paragraph: number,
    about: () => number | null,
  ): Resolution | null {
    const one = byAge(this.#around, mention, words, paragraph, about);
    return one === null ? null : this.#takenToMean(words, one);
  }

  /** "The actor": whoever alone is named just before. */
  #asCalled({ start }: Span, words: string, paragraph: number): Resolution | null {
    if (!this.#pack.mentions.isCalledSo(words)) return null;
    const gender = this.#pack.mentions.gender(words);
    const one = this.#people.alone({ start, paragraph }, gender);
    return one === null ? null : this.#takenToMean(words, one);
  }

  /** "The mayor": whoever holds that office here. */
  #byOffice(
    mention: Span,
    { office, words }: MentionReading,
    paragraph: number,
  ): Resolution | null {
    if (!office) return null;
    const inMind = this.#recent.inMind(paragraph);
    // Whoever is named only much later is not meant.
    const near = this.#paragraphs[paragraph + 1]?.end ?? Infinity;
    const holders = this.#cast
      .byRole(office)
      .filter((i) => inMind.has(i) || this.#cast.firstMention(i) < near);
    const spoken = holders.filter((i) => inMind.has(i));
    const justDescribed = this.#spokeSince(office, holders);
    if (justDescribed) return this.#takenUp(mention, office, words);
    const [one] = spoken.length > 0 ? spoken : holders;
    if (one !== undefined && (spoken.length === 1 || holders.length === 1))
      return chosen(one, 'description', `“${words}” fits the role of ${this.#cast.nameOf(one)}.`, [
        `office, holders ${Math.min(2, holders.length)}, spoke ${spoken.length}`,
      ]);
    if (spoken.length > 1) return this.#amongHolders(spoken, words, paragraph);
    return this.#takenUp(mention, office, words);
  }

  /** "A diplomat said …": whether somebody so described has spoken since any of those who hold the office. */
  #spokeSince(office: Office, holders: readonly number[]): boolean {
    const described = this.#cast.takenUp(office);
    if (described === undefined) return false;
    const at = this.#recent.spokeAt(described);
    return at >= 0 && holders.every((i) => this.#recent.spokeAt(i) < at);
  }

  /** Of several who hold an office: whoever alone speaks just before. */
  #amongHolders(holders: number[], words: string, paragraph: number): Resolution {
    const latest = this.#recent.last(
      (turn) => holders.includes(turn.index) && paragraph - turn.paragraph <= JUST_BEFORE,
    );
    const near = holders.filter((i) => this.#recent.isNear(i, paragraph, JUST_BEFORE));
    return latest !== null && near.length === 1
      ? chosen(
          latest,
          'description',
          `“${words}” fits the role of ${this.#cast.nameOf(latest)}, who speaks just before.`,
          ['office of several'],
        )
      : open(`“${words}” fits several people.`, holders);
  }

  /** "A ferry captain …", later "the captain": somebody who was only described before. */
  #takenUp(mention: Span, office: Office, words: string): Resolution | null {
    const index = this.#cast.takenUp(office);
    if (index === undefined) return null;
    const entity = this.#cast.entity(index);
    entity.mentions.push(bare(mention));
    return chosen(index, 'description', `“${words}” takes up “${entity.name}”.`, [
      'description taken up',
    ]);
  }

  #byDescription({ start, end }: Mention, { words, kind }: MentionReading): Resolution {
    return chosen(
      this.#cast.describe(words, kind, { start, end }),
      'self',
      kind === 'unnamed' ? 'Nobody is named; the description stands for the speaker.' : null,
    );
  }
}
