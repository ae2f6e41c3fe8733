/**
 * From mentions to speakers, within one article: "she", "al-Amin" and "the diplomat" to the person named.
 * Works on any list of drafts, whoever found them. Where two people fit, nobody is chosen.
 */
import { countBefore } from '../text/bisect.ts';
import type { Span, SpeakerKind } from '../model/records.ts';
import type { Draft, Mention } from './draft.ts';
import type { Gender, LanguagePack, NameAt, Office } from './pack.ts';
import type { Doubt, Entity, FoundSpeaker } from './types.ts';

export interface Known {
  name: string;
  aliases: readonly string[];
}

export interface Resolution {
  speaker: FoundSpeaker | null;
  candidates: number[];
  /** How the speaker was found, in words. */
  reason: string | null;
}

interface Person {
  entity: Entity;
  keys: string[];
  gender: Gender;
  /** Small-letter words of roles and titles printed beside the name. */
  roles: Set<string>;
  /** The same, each role by itself. */
  offices: Map<string, Office[]>;
}

/** Lists of people who fit are cut here: where so many fit, nobody is chosen anyway. */
const MANY = 24;
/** So many of the latest speakers are looked at. */
const LATELY = 60;

/** Keeps the entities of one article and finds out which one a mention means. */
export class Cast {
  readonly entities: Entity[] = [];
  /** Every place where somebody is named, in reading order; the index is an entity's. */
  readonly named: { start: number; end: number; index: number; paragraph: number }[] = [];
  private readonly people: (Person | null)[] = [];
  private readonly byLast = new Map<string, number[]>();
  private readonly byFull = new Map<string, number>();
  private readonly roles = new Map<string, number[]>();
  private readonly described = new Map<string, number>();
  private readonly describedBy = new Map<string, { index: number; office: Office }[]>();
  private readonly pack: LanguagePack;
  private readonly known: readonly Known[];
  private readonly knownKeys = new Map<string, string>();

  constructor(pack: LanguagePack, known: readonly Known[] = []) {
    this.pack = pack;
    this.known = known;
    for (const k of this.known)
      for (const name of [k.name, ...k.aliases])
        this.knownKeys.set(this.keyOf(name.split(/\s+/)), k.name);
  }

  private keyOf(words: readonly string[]): string {
    return words.map(this.pack.names.key).filter(Boolean).join(' ');
  }

  private add(name: string, kind: SpeakerKind, mention: Span): number {
    this.entities.push({ name, kind, mentions: [mention], role: null });
    this.people.push(null);
    return this.entities.length - 1;
  }

  /** Enters a name; the same person under a longer or shorter name stays one. */
  name(at: NameAt, role: string | null = null): { index: number; full: boolean } {
    const span = { start: at.start, end: at.end };
    const keys = at.words.map(this.pack.names.key).filter(Boolean);
    const full = keys.join(' ');
    let index = this.byFull.get(full);
    const asKnown = this.knownKeys.get(full);
    if (index === undefined && asKnown) {
      index = this.byFull.get(this.keyOf(asKnown.split(/\s+/)));
    }
    const last = keys.at(-1) ?? '';
    const lower = role ?? at.title;
    if (index === undefined && keys.length >= 2) {
      // The same person under a shorter or longer full name.
      const kin = [
        ...new Set([...(this.byLast.get(last) ?? []), ...(this.byLast.get(`${keys[0]} `) ?? [])]),
      ].filter((i) => {
        const p = this.people[i];
        if (!p) return false;
        if (p.keys.length === 1) return p.keys[0] === last && this.entities[i]!.kind === 'person';
        const [short, long] = p.keys.length <= keys.length ? [p.keys, keys] : [keys, p.keys];
        return long.length < 6 && short[0] === long[0] && subset(short, long);
      });
      if (kin.length === 1) {
        index = kin[0]!;
        const p = this.people[index]!;
        if (keys.length > p.keys.length) {
          p.keys = keys;
          this.entities[index]!.name = at.words.join(' ');
        }
        this.byFull.set(full, index);
        this.link(last, index);
        this.link(keys[0]!, index, true);
      }
    }
    if (index === undefined && keys.length === 1) {
      const fits = (this.byLast.get(last) ?? []).filter((i) => {
        const p = this.people[i]!;
        return p.keys.length > 1 && !(at.gender && p.gender && at.title && at.gender !== p.gender);
      });
      if (fits.length === 1) {
        this.entities[fits[0]!]!.mentions.push(span);
        this.note(fits[0]!, at, lower);
        return { index: fits[0]!, full: false };
      }
      // A first name alone: "Kerry", where one Kerry Dobbs is in the article.
      const firsts = fits.length
        ? []
        : (this.byLast.get(`${last} `) ?? []).filter(
            (i) => this.entities[i]!.kind === 'person' && this.people[i]!.keys.length > 1,
          );
      if (firsts.length === 1 && this.pack.names.kindOf(at.words, null) !== 'place') {
        this.entities[firsts[0]!]!.mentions.push(span);
        return { index: firsts[0]!, full: false };
      }
      if (fits.length > 1) {
        // Two people of that name: the one whose first name was printed last is no proof.
        const only = at.title
          ? fits.filter((i) =>
              at
                .title!.toLowerCase()
                .split(/\s+/)
                .some((w) => this.people[i]!.roles.has(w.replace('.', ''))),
            )
          : [];
        if (only.length === 1) {
          this.entities[only[0]!]!.mentions.push(span);
          return { index: only[0]!, full: false };
        }
        return { index: -1 - fits[0]!, full: false };
      }
    }
    if (index === undefined) {
      const kind = this.pack.names.kindOf(asKnown ? asKnown.split(/\s+/) : at.words, at.title);
      index = this.add(asKnown ?? at.words.join(' '), kind, span);
      this.people[index] = {
        entity: this.entities[index]!,
        keys,
        gender: at.gender,
        roles: new Set(),
        offices: new Map(),
      };
      this.byFull.set(full, index);
      if (asKnown) this.byFull.set(this.keyOf(asKnown.split(/\s+/)), index);
      this.link(last, index);
      if (kind === 'person' && keys.length > 1) this.link(keys[0]!, index, true);
    } else this.entities[index]!.mentions.push(span);
    this.note(index, at, lower);
    return { index, full: keys.length > 1 };
  }

  private link(key: string, index: number, first = false): void {
    const list = this.byLast.get(first ? `${key} ` : key) ?? [];
    if (list.length < MANY && !list.includes(index)) list.push(index);
    this.byLast.set(first ? `${key} ` : key, list);
  }

  private note(index: number, at: NameAt, role: string | null): void {
    const p = this.people[index];
    if (!p) return;
    p.gender ??= at.gender;
    if (!role) return;
    const offices = p.offices.get(role) ?? this.pack.offices.read(role);
    if (p.offices.size < MANY) p.offices.set(role, offices);
    for (const w of offices.flatMap(({ words }) => [...words])) {
      if (w.length < 2 || p.roles.has(w) || p.roles.size > MANY) continue;
      p.roles.add(w);
      const list = this.roles.get(w) ?? [];
      if (list.length < MANY) list.push(index);
      this.roles.set(w, list);
    }
    const entity = this.entities[index]!;
    if (this.pack.names.isHonorific(role)) return;
    if (!entity.role || (entity.role.length < role.length && role.length < 90)) entity.role = role;
  }

  gender(index: number): Gender {
    return this.people[index]?.gender ?? null;
  }

  setGender(index: number, gender: Gender): void {
    const p = this.people[index];
    if (p) p.gender ??= gender;
  }

  /** Where an entity is first mentioned; nowhere (infinity) where its only mention was taken back. */
  firstMention(index: number): number {
    return this.entities[index]?.mentions[0]?.start ?? Infinity;
  }

  /** People whose role a description may stand for; where some roles say all that it says, only theirs. No more than a few. */
  byRole(description: Office): number[] {
    const found = new Map<number, boolean>();
    for (const w of this.pack.offices.rolesFor(description)) {
      for (const i of this.roles.get(w) ?? []) {
        if (this.entities[i]!.kind !== 'person' || found.has(i) || found.size >= MANY) continue;
        const held = [...this.people[i]!.offices.values()]
          .flat()
          .filter((office) => this.pack.offices.fits(description, office));
        if (held.length)
          found.set(
            i,
            held.some((office) => this.pack.offices.saysAll(description, office)),
          );
      }
    }
    const whole = [...found.values()].includes(true);
    return [...found].flatMap(([i, all]) => (all || !whole ? [i] : [])).sort((a, b) => a - b);
  }

  /** People with that last name, as long as they are few. */
  namedLast(word: string): number[] {
    return (this.byLast.get(this.pack.names.key(word)) ?? []).filter((i) =>
      this.entities[i]!.name.includes(' '),
    );
  }

  describe(words: string, kind: SpeakerKind, span: Span): number {
    const key = this.pack.mentions.key(words);
    const known = this.described.get(key);
    if (known !== undefined) {
      this.entities[known]!.mentions.push(span);
      return known;
    }
    const index = this.add(words, kind, span);
    this.described.set(key, index);
    for (const office of this.pack.offices.read(key)) {
      const list = this.describedBy.get(office.head) ?? [];
      if (list.length < MANY) list.push({ index, office });
      this.describedBy.set(office.head, list);
    }
    return index;
  }

  /** Whom a description takes up who was only described before; the first where several fit. */
  takenUp(description: Office): number | undefined {
    return this.describedBy
      .get(description.head)
      ?.find(({ office }) => this.pack.offices.fits(description, office))?.index;
  }
}

/** Whether every word of the shorter name stands in the longer one, in order. */
function subset(short: readonly string[], long: readonly string[]): boolean {
  let k = 0;
  for (const w of long) if (k < short.length && short[k] === w) k++;
  return k === short.length;
}

export interface CastInput {
  pack: LanguagePack;
  text: string;
  paragraphs: readonly Span[];
  /** Speakers known beforehand, with other spellings of their names. */
  known?: readonly Known[];
}

/** The people and bodies named anywhere in the paragraphs, inside quotations too, in reading order. */
export function castOf(input: CastInput): Cast {
  const cast = new Cast(input.pack, input.known);
  // Full names first, so that a last name printed before the full one finds it.
  const all: NameAt[] = [];
  input.paragraphs.forEach((p, i) => {
    const tokens = input.pack.text.tokenize(input.text, p.start, p.end, []);
    all.push(...input.pack.names.all(input.text, tokens, i));
  });
  const enter = (at: NameAt) =>
    cast.named.push({
      start: at.start,
      end: at.end,
      index: cast.name(at).index,
      paragraph: at.paragraph,
    });
  for (const at of all) if (at.words.length > 1) enter(at);
  for (const at of all) if (at.words.length === 1) enter(at);
  cast.named.sort((a, b) => a.start - b.start);
  return cast;
}

/** Speaker of every draft, in reading order; `doubts` receives what stayed open. */
export function resolve(
  input: CastInput,
  cast: Cast,
  drafts: readonly Draft[],
  doubts: Doubt[],
): Resolution[] {
  const { text, pack } = input;
  const result = new Map<Draft, Resolution>();
  /** Speakers and sentence subjects so far, latest last. */
  const recent: { index: number; paragraph: number; speaker: boolean }[] = [];
  const ordered = [...drafts].sort((a, b) => anchor(a) - anchor(b));
  // Subjects of sentences compete with speakers for "he" and "she".
  const subjects: { index: number; paragraph: number; at: number }[] = [];
  input.paragraphs.forEach((p, i) => {
    const tokens = pack.text.tokenize(text, p.start, Math.min(p.end, p.start + 400), []);
    let at = 0;
    while (at < tokens.length && at < 3 && tokens[at]!.kind === 'punct') at++;
    const first = tokens[at];
    if (first?.kind !== 'word' || !first.cap) return;
    const name = pack.names.all(text, tokens.slice(at, at + 8), i)[0];
    if (!name || name.start > first.end + 24) return;
    const found = cast.name({ ...name });
    cast.entities[found.index < 0 ? -1 - found.index : found.index]!.mentions.pop();
    if (found.index >= 0 && cast.entities[found.index]!.kind === 'person')
      subjects.push({ index: found.index, paragraph: i, at: name.start });
  });
  let nextSubject = 0;

  const mentionResolution = (m: Mention, paragraph: number): Resolution => {
    const open: Resolution = { speaker: null, candidates: [], reason: null };
    if (m.kind === 'relative')
      return m.antecedent ? mentionResolution(m.antecedent, paragraph) : open;
    if (m.kind === 'pronoun') return pronoun(m, paragraph);
    const { mentions, names } = pack;
    const reading = mentions.read(text, m, paragraph);
    if (!reading) return open;
    const { words } = reading;
    const apposed =
      m.apposed &&
      names.read(text, pack.text.tokenize(text, m.apposed.start, m.apposed.end, []), paragraph);
    if (apposed) {
      const found = cast.name(apposed, mentions.roleBeside(words));
      if (found.index >= 0)
        return {
          speaker: { entity: found.index, basis: 'name' },
          candidates: [],
          reason: `The name stands beside “${words}”.`,
        };
    }
    if (reading.nobody) return { ...open, reason: `“${words}” names nobody.` };
    if (reading.several) {
      const index = cast.describe(words, 'group', m);
      return { speaker: { entity: index, basis: 'self' }, candidates: [], reason: null };
    }
    if (reading.named) {
      const { at, role } = reading.named;
      const found = cast.name(at, role);
      if (found.index < 0) {
        const list = candidatesByLast(at);
        const spoke = list.filter((i) =>
          recent.slice(-LATELY).some((r) => r.speaker && r.index === i),
        );
        if (spoke.length === 1) {
          cast.entities[spoke[0]!]!.mentions.push({ start: at.start, end: at.end });
          return {
            speaker: { entity: spoke[0]!, basis: 'last-name' },
            candidates: [],
            reason: `Of several people called “${at.words.at(-1)}” only ${cast.entities[spoke[0]!]!.name} has spoken before.`,
          };
        }
        return {
          speaker: null,
          candidates: list,
          reason: 'Two people of that name are in the article.',
        };
      }
      const entity = cast.entities[found.index]!;
      const single = at.words.length === 1 && entity.name.split(' ').length > 1;
      return {
        speaker: { entity: found.index, basis: single ? 'last-name' : 'name' },
        candidates: [],
        reason: single
          ? `“${words}” is ${entity.name}, named in full elsewhere in the article.`
          : null,
      };
    }
    if (reading.headed) {
      const at = reading.headed;
      if (at.words.length > 1 || cast.namedLast(at.words[0]!).length > 0) {
        const found = cast.name(at);
        if (found.index >= 0)
          return {
            speaker: { entity: found.index, basis: at.words.length > 1 ? 'name' : 'last-name' },
            candidates: [],
            reason: null,
          };
      }
    }
    const { office } = reading;
    if (office) {
      const lately = new Set(
        recent
          .slice(-LATELY)
          .filter((r) => paragraph - r.paragraph <= 12)
          .map((r) => r.index),
      );
      // Whoever is named only much later is not meant.
      const near = input.paragraphs[paragraph + 1]?.end ?? Infinity;
      const byRole = cast
        .byRole(office)
        .filter((i) => lately.has(i) || cast.firstMention(i) < near);
      const spoken = byRole.filter((i) => lately.has(i));
      if (spoken.length === 1)
        return {
          speaker: { entity: spoken[0]!, basis: 'description' },
          candidates: [],
          reason: `“${words}” fits the role of ${cast.entities[spoken[0]!]!.name}.`,
        };
      if (byRole.length === 1)
        return {
          speaker: { entity: byRole[0]!, basis: 'description' },
          candidates: [],
          reason: `“${words}” fits the role of ${cast.entities[byRole[0]!]!.name}.`,
        };
      if (spoken.length > 1) {
        const prior = lastOf((r) => spoken.includes(r.index) && paragraph - r.paragraph <= 2);
        if (
          prior !== null &&
          spoken.filter((i) =>
            recent.slice(-LATELY).some((r) => r.index === i && paragraph - r.paragraph <= 2),
          ).length === 1
        )
          return {
            speaker: { entity: prior, basis: 'description' },
            candidates: [],
            reason: `“${words}” fits the role of ${cast.entities[prior]!.name}, who speaks just before.`,
          };
        return { speaker: null, candidates: spoken, reason: `“${words}” fits several people.` };
      }
      const same = cast.takenUp(office);
      if (same !== undefined) {
        cast.entities[same]!.mentions.push({ start: m.start, end: m.end });
        return {
          speaker: { entity: same, basis: 'description' },
          candidates: [],
          reason: `“${words}” takes up “${cast.entities[same]!.name}”.`,
        };
      }
    }
    const { kind } = reading;
    const index = cast.describe(words, kind, { start: m.start, end: m.end });
    return {
      speaker: { entity: index, basis: 'self' },
      candidates: [],
      reason:
        kind === 'unnamed' ? 'Nobody is named; the description stands for the speaker.' : null,
    };
  };

  const candidatesByLast = (at: NameAt) => cast.namedLast(at.words[0]!);
  const lastOf = (fits: (r: (typeof recent)[number]) => boolean): number | null => {
    for (let k = recent.length - 1; k >= 0 && k > recent.length - LATELY; k--)
      if (recent[k]!.index >= 0 && fits(recent[k]!)) return recent[k]!.index;
    return null;
  };

  const pronoun = (m: Mention, paragraph: number): Resolution => {
    const words = text.slice(m.start, m.end).replace(/\s+/g, ' ');
    const { word: lower, meaning } = pack.mentions.pronoun(words);
    const open: Resolution = { speaker: null, candidates: [], reason: null };
    if (meaning?.means === 'person') {
      const { gender } = meaning;
      const near: { index: number; speaker: boolean; paragraph: number }[] = [];
      const seen = new Set<number>();
      const here = recent.at(-1)?.paragraph === paragraph;
      if (!here) {
        // Nobody has spoken in this paragraph: whoever it names before the pronoun comes first.
        const local = namedBefore(paragraph, m.start).filter(
          (i) => (cast.gender(i) ?? gender) === gender,
        );
        const sure = local.filter((i) => cast.gender(i) === gender);
        const pick = local.length === 1 ? local : sure.length === 1 ? sure : [];
        if (pick.length === 1) {
          cast.setGender(pick[0]!, gender);
          return {
            speaker: { entity: pick[0]!, basis: 'pronoun' },
            candidates: [],
            reason: `“${lower}” is taken to mean ${cast.entities[pick[0]!]!.name}, who was named just before.`,
          };
        }
        if (local.length > 1)
          return {
            ...open,
            candidates: local.slice(0, 5).reverse(),
            reason: `“${lower}” fits several people.`,
          };
      }
      for (let k = recent.length - 1; k >= 0 && recent.length - k < 40; k--) {
        const r = recent[k]!;
        if (paragraph - r.paragraph > 4) break;
        if (r.index < 0) {
          if (near.length) break;
          return open;
        }
        if (seen.has(r.index)) continue;
        const e = cast.entities[r.index]!;
        // A last name alone of which nothing is known may be a person's.
        if (
          r.speaker &&
          r.paragraph === paragraph &&
          !near.length &&
          e.kind === 'organisation' &&
          !e.name.includes(' ') &&
          !pack.names.isBody(e.name) &&
          e.name !== e.name.toUpperCase()
        )
          return open;
        if (e.kind === 'unnamed' && paragraph - r.paragraph > 2) continue;
        if (e.kind !== 'person' && !(e.kind === 'unnamed' && pack.mentions.isPerson(e.name)))
          continue;
        const g = cast.gender(r.index);
        if (g && g !== gender) continue;
        seen.add(r.index);
        near.push(r);
      }
      if (!near.length) {
        // Nobody spoke before: the only person named so far whom the pronoun fits.
        const named =
          cast.entities.length > 400
            ? []
            : cast.entities.flatMap((e, i) =>
                e.kind === 'person' &&
                e.mentions.some((s) => s.start < m.start) &&
                (cast.gender(i) ?? gender) === gender
                  ? [i]
                  : [],
              );
        const sure = named.filter((i) => cast.gender(i) === gender);
        const pick = sure.length === 1 ? sure : named.length === 1 ? named : [];
        if (pick.length === 1)
          return {
            speaker: { entity: pick[0]!, basis: 'pronoun' },
            candidates: [],
            reason: `“${lower}” fits only ${cast.entities[pick[0]!]!.name} of those named before.`,
          };
        return {
          ...open,
          candidates: named.slice(0, 5),
          reason: named.length ? `“${lower}” fits several people.` : null,
        };
      }
      const first = near[0]!;
      const second = near[1];
      if (cast.entities[first.index]!.kind === 'unnamed' && first.paragraph < paragraph) {
        // "A walker said …" – then somebody is named: whoever that is, rather than the walker.
        const since = new Set<number>();
        for (
          let k = cast.named.length - 1;
          k >= 0 && cast.named[k]!.paragraph > first.paragraph;
          k--
        ) {
          const { start, index } = cast.named[k]!;
          if (
            start < m.start &&
            cast.entities[index]?.kind === 'person' &&
            (cast.gender(index) ?? gender) === gender
          )
            since.add(index);
        }
        const [named] = since;
        if (since.size === 1) {
          cast.setGender(named!, gender);
          return {
            speaker: { entity: named!, basis: 'pronoun' },
            candidates: [],
            reason: `“${lower}” is taken to mean ${cast.entities[named!]!.name}, who was named just before.`,
          };
        }
        if (since.size > 1)
          return {
            ...open,
            candidates: [...since].slice(0, 5).reverse(),
            reason: `“${lower}” fits several people.`,
          };
      }
      // Two people in the same paragraph just before: only the gender may tell.
      if (
        second &&
        second.paragraph === first.paragraph &&
        first.paragraph === paragraph &&
        !first.speaker &&
        second.speaker
      ) {
        return {
          speaker: null,
          candidates: [first.index, second.index],
          reason: `“${lower}” fits ${cast.entities[first.index]!.name} and ${cast.entities[second.index]!.name}.`,
        };
      }
      cast.setGender(first.index, gender);
      return {
        speaker: { entity: first.index, basis: 'pronoun' },
        candidates: [],
        reason: `“${lower}” is taken to mean ${cast.entities[first.index]!.name}, who ${first.speaker ? 'spoke' : 'was named'} just before.`,
      };
    }
    if (meaning) {
      const thing = meaning.means === 'thing';
      const index = lastOf(
        (r) =>
          r.speaker &&
          paragraph - r.paragraph <= (thing ? 0 : 3) &&
          (thing ? /^(?:organisation|document|place)$/ : /^(?:group|organisation)$/).test(
            cast.entities[r.index]!.kind,
          ),
      );
      if (index !== null)
        return {
          speaker: { entity: index, basis: 'pronoun' },
          candidates: [],
          reason: `“${lower}” is taken to mean ${cast.entities[index]!.name}.`,
        };
    }
    return open;
  };

  /** People named in the paragraph before an offset, outside quotations and not as owners of something. */
  const namedBefore = (paragraph: number, before: number): number[] => {
    const low = countBefore(cast.named.length, (k) => cast.named[k]!.start < before);
    const found = new Set<number>();
    for (let k = low - 1; k >= 0 && low - k < 40 && cast.named[k]!.paragraph === paragraph; k--) {
      const { start, end, index } = cast.named[k]!;
      if (
        index < 0 ||
        cast.entities[index]!.kind !== 'person' ||
        /^[’']/.test(text.slice(end, end + 1)) ||
        quoted(start)
      )
        continue;
      found.add(index);
    }
    return [...found];
  };
  const direct = ordered
    .filter((d) => d.type === 'direct')
    .flatMap((d) => d.parts)
    .sort((a, b) => a.start - b.start);
  const quoted = (at: number): boolean => {
    const low = countBefore(direct.length, (k) => direct[k]!.end <= at);
    return low < direct.length && direct[low]!.start <= at;
  };

  const remember = (r: Resolution, d: Draft) => {
    // Somebody spoke and it is open who: the next "he" is open too.
    if (!r.speaker && r.candidates.length > 1 && d.within === null)
      recent.push({ index: -1, paragraph: d.paragraph, speaker: true });
    // Somebody who speaks in a relative clause only is not whom the next sentence calls "he".
    if (r.speaker && d.within === null && d.mention?.kind !== 'relative')
      recent.push({ index: r.speaker.entity, paragraph: d.paragraph, speaker: true });
  };
  for (const d of ordered) {
    while (nextSubject < subjects.length && subjects[nextSubject]!.at < anchor(d)) {
      const { index, paragraph } = subjects[nextSubject++]!;
      recent.push({ index, paragraph, speaker: false });
    }
    let r: Resolution;
    if (d.inherits && !d.mention) {
      const of = result.get(d.inherits);
      r = of
        ? {
            speaker: of.speaker && { entity: of.speaker.entity, basis: 'continued' },
            candidates: of.candidates,
            reason: of.speaker
              ? `Continues the words of ${cast.entities[of.speaker.entity]!.name}.`
              : null,
          }
        : { speaker: null, candidates: [], reason: null };
    } else if (d.mention) {
      r = mentionResolution(d.mention, d.paragraph);
      if (r.candidates.length > 1)
        doubts.push({
          kind: 'two-candidates',
          start: d.mention.start,
          end: d.mention.end,
          detail: r.candidates.map((i) => cast.entities[i]!.name).join(' | '),
        });
    } else r = { speaker: null, candidates: [], reason: null };
    result.set(d, r);
    remember(r, d);
  }
  // What inherits from a later draft (a quotation whose speaker is named after it).
  for (const d of ordered) {
    if (d.inherits && !d.mention && !result.get(d)!.speaker) {
      const of = result.get(d.inherits);
      if (of?.speaker)
        result.set(d, {
          speaker: { entity: of.speaker.entity, basis: 'continued' },
          candidates: [],
          reason: `Belongs to the words of ${cast.entities[of.speaker.entity]!.name}.`,
        });
    }
  }
  return drafts.map((d) => result.get(d)!);
}

/** Where a draft's speaker is named, or its words begin. */
const anchor = (d: Draft) => d.mention?.start ?? d.parts[0]!.start;
