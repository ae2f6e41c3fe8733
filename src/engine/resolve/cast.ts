/** The people, bodies and places of one article: who is who under longer and shorter names, and who holds which role. */
import type { Span, SpeakerKind } from '../../model/records.ts';
import { certain, first } from '../../text/certain.ts';
import { bare } from '../../text/spans.ts';
import type { Gender, LanguagePack, NameAt, Office } from '../pack.ts';
import type { Entity } from '../types.ts';
import type { Entered, Known, NamedPlace, Person } from './entered.ts';
import { isAcronym, isTitledOther, ownerBefore } from './namesakes.ts';
import { isBetterName, isBodyOf, isJoined, isKin, isShortened } from './same-name.ts';

/** Lists of people who fit are cut here: where so many fit, nobody is chosen anyway. */
const MANY = 24;
/** Characters of the longest role that stands for somebody. */
const LONGEST_ROLE = 90;

/** Keeps the entities of one article and finds out which one a mention means. */
export class Cast {
  readonly entities: Entity[] = [];
  /** Every place where somebody is named, in reading order. */
  readonly named: NamedPlace[] = [];
  readonly #people: (Person | null)[] = [];
  /** By last name; by first name with a blank behind it. */
  readonly #byName = new Map<string, number[]>();
  readonly #byFull = new Map<string, number>();
  readonly #byRoleWord = new Map<string, number[]>();
  readonly #described = new Map<string, number>();
  /** Of those who are only described. */
  readonly #genders = new Map<number, Gender>();
  readonly #describedBy = new Map<string, { index: number; office: Office }[]>();
  readonly #pack: LanguagePack;
  readonly #knownKeys = new Map<string, string>();
  /** Words that stand alone as names somewhere, as keys. */
  readonly #alone: ReadonlySet<string>;

  /** `alone`: words that stand alone as names in the article. */
  constructor(pack: LanguagePack, known: readonly Known[] = [], alone: readonly string[] = []) {
    this.#pack = pack;
    this.#alone = new Set(alone.map(pack.names.key));
    for (const { name, aliases } of known)
      for (const spelling of [name, ...aliases]) this.#knownKeys.set(this.#key(spelling), name);
  }

  #key(name: string): string {
    return this.#keysOf(name.split(/\s+/)).join(' ');
  }

  #keysOf(words: readonly string[]): string[] {
    return words.map(this.#pack.names.key).filter(Boolean);
  }

  /** The entity with that index, which this cast has given out. */
  entity(index: number): Entity {
    return certain(this.entities[index], 'indexes are given out for entities alone');
  }

  /** Name of the entity with that index. */
  nameOf(index: number): string {
    return this.entity(index).name;
  }

  #add(name: string, kind: SpeakerKind, mention: Span, described: boolean): number {
    this.entities.push({ name, kind, mentions: [mention], role: null, described });
    this.#people.push(null);
    return this.entities.length - 1;
  }

  /** Enters a name, with a role printed beside it; the same person under a longer or shorter name stays one. */
  name(at: NameAt, role: string | null = null): Entered {
    const keys = this.#keysOf(at.words);
    const noted = role ?? at.title;
    const mayBeKin = keys.length >= 2 && !isJoined(keys);
    const same = this.#sameName(keys);
    // "Mr. Lee" and "Mrs. Lee" are two.
    const isOther = same !== undefined && keys.length === 1 && !this.#agrees(same, at);
    const index = isOther ? undefined : (same ?? (mayBeKin ? this.#kin(keys, at) : undefined));
    if (index === undefined)
      return this.#shortName(keys, at, noted) ?? this.#newName(keys, at, noted);
    this.entity(index).mentions.push(bare(at));
    this.#note(index, at, noted);
    return { index, full: keys.length > 1 };
  }

  /** Whom a name means that was entered already, and is no further mention here; the index is as in what `name` gives. */
  meant(at: NameAt, role: string | null = null): number {
    const { index } = this.name(at, role);
    // Of several of that name nobody was mentioned.
    if (index >= 0) this.entity(index).mentions.pop();
    return index;
  }

  /** Who was entered under just that name, or under another spelling of it that is known. */
  #sameName(keys: readonly string[]): number | undefined {
    const full = keys.join(' ');
    const known = this.#knownKeys.get(full);
    return this.#byFull.get(full) ?? (known ? this.#byFull.get(this.#key(known)) : undefined);
  }

  /** The one person whose full name is shorter or longer: "Ann Lee", "Ann Maria Lee", "Mr. Lee". */
  #kin(keys: string[], at: NameAt): number | undefined {
    const [given = ''] = keys;
    const last = keys.at(-1) ?? '';
    const [index, ...others] = [
      ...new Set([...this.#called(last), ...this.#called(`${given} `)]),
    ].filter((i) => this.#isKin(i, keys) && !this.#isBodyOf(i, at));
    const person = index === undefined ? null : this.#people[index];
    if (index === undefined || others.length > 0 || !person) return undefined;
    const isShortened = this.#isShortened(person.keys, keys);
    // "Rival Ann Lee", "Jens Otto Lee": the name that all of them are known by is the one without the word before.
    if (!isShortened && isBetterName(keys, person.keys, this.#alone, this.#pack.names)) {
      person.keys = keys;
      person.entity.name = at.words.join(' ');
    }
    this.#byFull.set(keys.join(' '), index);
    this.#link(last, index);
    this.#link(`${given} `, index);
    return index;
  }

  #isBodyOf = (index: number, { words }: NameAt): boolean =>
    isBodyOf(this.nameOf(index).split(' '), words, this.#pack.names.isBody);

  #isShortened = (one: readonly string[], other: readonly string[]): boolean =>
    isShortened(one, other, this.#pack.names.isShortFor);

  #isKin(index: number, keys: readonly string[]): boolean {
    const person = this.#people[index];
    if (!person) return false;
    const isPerson = person.entity.kind === 'person';
    if (this.#isShortened(person.keys, keys)) return isPerson;
    return isKin(person.keys, keys, isPerson);
  }

  /** Whom a name of one word means who was named in full: by the last name, or by the first. */
  #shortName(keys: readonly string[], at: NameAt, role: string | null): Entered | undefined {
    const [key] = keys;
    if (key === undefined || keys.length > 1) return undefined;
    const fits = this.#peopleFirst(
      this.#called(key).filter((i) => this.#hasFullName(i) && this.#agrees(i, at)),
    );
    const [one, ...others] = fits;
    if (one === undefined) return this.#firstName(key, at);
    if (others.length === 0) {
      if (this.#isOther(one, at)) return undefined;
      const person = this.#people[one];
      const owner = person && ownerBefore(at, person);
      if (owner !== undefined)
        return this.#newName(keys, { ...at, gender: at.gender ?? owner }, role);
      // "Strida", "Camp Strida": what is called after a body is not that body.
      if (this.#isCalledAfter(one)) return undefined;
      Object.assign(person ?? {}, { relativeOf: undefined });
      this.entity(one).mentions.push(bare(at));
      this.#note(one, at, role);
      return { index: one, full: false };
    }
    // Two people of that name: the one whose first name was printed last is no proof, a title is.
    const titled = this.#withTitle(fits, at.title);
    if (titled === undefined) return { index: -1 - one, full: false };
    this.entity(titled).mentions.push(bare(at));
    return { index: titled, full: false };
  }

  #isOther(index: number, at: NameAt): boolean {
    const roles = this.#people[index]?.roles ?? new Set<string>();
    return isTitledOther(at, roles, this.firstMention(index), this.#pack.names.isHonorific);
  }

  #isCalledAfter(index: number): boolean {
    const { kind, name } = this.entity(index);
    return kind !== 'person' && this.#pack.names.isBody(name.split(' ')[0] ?? '');
  }

  /** A first name alone: "Kerry", where one Kerry Dobbs is in the article. */
  #firstName(key: string, at: NameAt): Entered | undefined {
    const [one, ...others] = this.#called(`${key} `).filter(
      (i) => this.entity(i).kind === 'person' && this.#hasFullName(i),
    );
    if (one === undefined) return undefined;
    // "Mr Ooi", where Ooi Teik Huat and Ooi Kah Seng are in the article
    if (others.length > 0)
      return at.title && this.#pack.names.isHonorific(at.title)
        ? { index: -1 - one, full: false }
        : undefined;
    if (this.#pack.names.kindOf(at.words, null) === 'place' || isAcronym(at)) return undefined;
    this.entity(one).mentions.push(bare(at));
    return { index: one, full: false };
  }

  #withTitle(indexes: readonly number[], title: string | null): number | undefined {
    if (!title) return undefined;
    const words = title
      .toLowerCase()
      .split(/\s+/)
      .map((word) => word.replace('.', ''));
    const [one, ...others] = indexes.filter((i) =>
      words.some((word) => this.#people[i]?.roles.has(word)),
    );
    return others.length === 0 ? one : undefined;
  }

  #hasFullName(index: number): boolean {
    return (this.#people[index]?.keys.length ?? 0) > 1;
  }

  /** Whether a title such as "Mrs." leaves it open that this person is meant. */
  #agrees(index: number, at: NameAt): boolean {
    const gender = this.#people[index]?.gender;
    return !(at.gender && gender && at.title && at.gender !== gender);
  }

  #newName(keys: readonly string[], at: NameAt, role: string | null): Entered {
    const known = this.#knownKeys.get(keys.join(' '));
    const kind =
      at.kind ?? this.#pack.names.kindOf(known ? known.split(/\s+/) : at.words, at.title);
    const isTaken = this.#byFull.has(keys.join(' ')) && at.title !== null;
    const printed = [...(isTaken ? [at.title] : []), ...at.words].join(' ');
    const isCommon = !known && !printed.includes(' ') && this.#pack.names.isCommon(printed);
    const index = this.#add(known ?? printed, kind, bare(at), isCommon);
    this.#people[index] = {
      entity: this.entity(index),
      keys,
      gender: at.gender,
      roles: new Set(),
      isCalled: false,
      relativeOf: at.relativeOf,
      offices: new Map(),
    };
    this.#byFull.set(keys.join(' '), index);
    if (known) this.#byFull.set(this.#key(known), index);
    if (!isJoined(keys)) this.#link(keys.at(-1) ?? '', index);
    if (kind === 'person' && !isJoined(keys) && keys.length > 1)
      this.#link(`${first(keys)} `, index);
    this.#note(index, at, role);
    return { index, full: keys.length > 1 };
  }

  #called(key: string): readonly number[] {
    return this.#byName.get(key) ?? [];
  }

  #link(key: string, index: number): void {
    const list = this.#byName.get(key) ?? [];
    if (list.length < MANY && !list.includes(index)) list.push(index);
    this.#byName.set(key, list);
  }

  #note(index: number, at: NameAt, role: string | null): void {
    const person = this.#people[index];
    if (!person) return;
    person.gender ??= at.gender;
    person.isCalled ||= at.isCalled ?? false;
    if (at.kind === 'person') this.asPerson(index);
    if (!role) return;
    const offices = person.offices.get(role) ?? this.#pack.offices.read(role);
    if (person.offices.size < MANY) person.offices.set(role, offices);
    for (const word of offices.flatMap(({ words }) => [...words])) {
      if (word.length < 2 || person.roles.has(word) || person.roles.size > MANY) continue;
      person.roles.add(word);
      const list = this.#byRoleWord.get(word) ?? [];
      if (list.length < MANY) list.push(index);
      this.#byRoleWord.set(word, list);
    }
    const { entity } = person;
    if (this.#pack.names.isHonorific(role)) return;
    if (!entity.role || (entity.role.length < role.length && role.length < LONGEST_ROLE))
      entity.role = role;
  }

  gender(index: number): Gender {
    return this.#people[index]?.gender ?? this.#genders.get(index) ?? null;
  }

  /** Notes the gender that a pronoun tells, where none is known. */
  setGender(index: number, gender: Gender): void {
    const person = this.#people[index];
    if (person) person.gender ??= gender;
  }

  /** Takes a name of one word that stands beside the description of a person for a person's. */
  asPerson(index: number): void {
    const entity = this.entity(index);
    const isOpen = entity.kind === 'organisation' && !entity.name.includes(' ');
    if (isOpen && !this.#pack.names.isBody(entity.name)) entity.kind = 'person';
  }

  /** Whether more than two capitals makes a person of somebody, which are all that "Pony-Ride Track" has. */
  isSurelyPerson(index: number): boolean {
    const person = this.#people[index];
    if (!person) return true;
    const { keys, gender, roles } = person;
    const [given = ''] = keys;
    const { isFirstName, isWord } = this.#pack.names;
    const isNamed = keys.length === 1 || isFirstName(given) || !isWord(given);
    const isTold = gender !== null || roles.size > 0 || person.isCalled;
    return isNamed || isTold || this.#alone.has(keys.at(-1) ?? '');
  }

  /** Whether "he" or "she" may mean this one. */
  fitsGender(index: number, gender: Gender): boolean {
    return (this.gender(index) ?? gender) === gender;
  }

  /** Where an entity is first mentioned; nowhere (infinity) where its only mention was taken back. */
  firstMention(index: number): number {
    return this.entities[index]?.mentions[0]?.start ?? Infinity;
  }

  /** People whose role a description may stand for; where some roles say all that it says, only theirs. No more than a few. */
  byRole(description: Office): number[] {
    const found = new Map<number, boolean>();
    for (const word of this.#pack.offices.rolesFor(description)) {
      for (const index of this.#byRoleWord.get(word) ?? []) {
        const person = this.#people[index];
        if (person?.entity.kind !== 'person' || found.has(index) || found.size >= MANY) continue;
        const held = [...person.offices.values()]
          .flat()
          .filter((office) => this.#pack.offices.fits(description, office));
        if (held.length > 0)
          found.set(
            index,
            held.some((office) => this.#pack.offices.saysAll(description, office)),
          );
      }
    }
    const whole = [...found.values()].includes(true);
    return [...found].flatMap(([i, all]) => (all || !whole ? [i] : [])).sort((a, b) => a - b);
  }

  /** Whom a last name may mean, as long as they are few: people before others, and those whom its title fits. */
  namesakes(at: NameAt): number[] {
    const key = this.#pack.names.key(first(at.words));
    const last = this.#called(key).filter((i) => this.nameOf(i).includes(' '));
    const named = last.length > 0 ? last : this.#called(`${key} `);
    return this.#peopleFirst(named.filter((i) => this.#agrees(i, at)));
  }

  /** People called so by the first name whose last name never stands alone in the article, who may be called by the first. */
  calledFirst(at: NameAt): number[] {
    const key = this.#pack.names.key(first(at.words));
    return this.#called(`${key} `).filter((i) => {
      const keys = this.#people[i]?.keys ?? [];
      return this.entity(i).kind === 'person' && !this.#alone.has(keys.at(-1) ?? '');
    });
  }

  /** Those who are people, where any is: "Trump" is Donald Trump rather than the Trump Organization. */
  #peopleFirst(indexes: readonly number[]): number[] {
    const people = indexes.filter((i) => this.entity(i).kind === 'person');
    return people.length > 0 ? people : [...indexes];
  }

  /** Whether a name is that of somebody entered before. */
  isKnown(at: NameAt): boolean {
    const keys = this.#keysOf(at.words);
    const [one] = keys;
    return (
      this.#sameName(keys) !== undefined ||
      (one !== undefined &&
        keys.length === 1 &&
        this.#called(one).some((i) => this.#hasFullName(i)))
    );
  }

  /** Enters a description that names nobody; the same words mean the same. */
  describe(words: string, kind: SpeakerKind, span: Span): number {
    const key = this.#pack.mentions.key(words);
    const known = this.#described.get(key);
    if (known !== undefined) {
      this.entity(known).mentions.push(span);
      return known;
    }
    const index = this.#add(words, kind, span, true);
    this.#described.set(key, index);
    if (kind === 'unnamed') this.#genders.set(index, this.#pack.mentions.gender(words));
    for (const office of this.#pack.offices.read(words)) {
      const list = this.#describedBy.get(office.head) ?? [];
      if (list.length < MANY) list.push({ index, office });
      this.#describedBy.set(office.head, list);
    }
    return index;
  }

  /** Whom a description takes up who was only described before; whoever was mentioned last where several fit. */
  takenUp(description: Office): number | undefined {
    const last = (index: number): number => this.entity(index).mentions.at(-1)?.start ?? -1;
    return this.#describedBy
      .get(description.head)
      ?.filter(({ office }) => this.#pack.offices.fits(description, office))
      .map(({ index }) => index)
      .reduce<number | undefined>(
        (best, one) => (best === undefined || last(one) > last(best) ? one : best),
        undefined,
      );
  }
}
