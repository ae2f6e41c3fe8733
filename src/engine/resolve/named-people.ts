/** People named in running text: whom the writer names there, not whom somebody's words or a heading name. */
import { countBefore } from '../../text/bisect.ts';
import type { Span } from '../../model/records.ts';
import { at } from '../../text/certain.ts';
import { overlaps } from '../../text/spans.ts';
import type { Draft } from '../draft.ts';
import type { Gender } from '../pack.ts';
import type { Cast } from './cast.ts';
import type { NamedPlace } from './entered.ts';
import { isInMarks } from './works.ts';

/** Paragraphs over which somebody who is named alone may be meant by what somebody is. */
const ALONE_WITHIN = 2;
/** Characters of a sentence before a name, and its beginning. */
const SENTENCE = 240;
const LAST_STOP = /[.!?…\n][”"’)\]]*\s(?!.*[.!?…\n][”"’)\]]*\s)/su;

/** A mark that opens words and is not closed. */
const OPEN_MARK = /(?:^|\s)[‘“'"][^’”'"]*$/u;

/** Names before a place that are looked at. */
const NAMES = 40;

/** Knows the people of one article by the places where they are named. */
export class NamedPeople {
  readonly #text: string;
  readonly #cast: Cast;
  /** Parts of direct quotations, in order. */
  readonly #direct: readonly Span[];
  /** Where whoever says something is printed. */
  readonly #saying: readonly Span[];

  /** `beside`: stretches in which nobody is named who is read on about, such as pull quotes. */
  constructor(text: string, cast: Cast, drafts: readonly Draft[], beside: readonly Span[]) {
    this.#text = text;
    this.#cast = cast;
    this.#saying = drafts.flatMap(({ mention }) => mention ?? []);
    this.#direct = drafts
      .filter(({ type }) => type === 'direct')
      .flatMap(({ parts }) => parts)
      .filter((part) => !beside.some((around) => overlaps(around, part)))
      .concat(beside)
      .sort((a, b) => a.start - b.start);
  }

  /** Places before an offset where somebody or something is named, the nearest first, as many as are looked at. */
  *placesBefore(offset: number): Iterable<NamedPlace> {
    const { named } = this.#cast;
    const low = countBefore(named.length, (k) => at(named, k).start < offset);
    for (let k = low - 1; k >= 0 && low - k < NAMES; k--) yield at(named, k);
  }

  /** People whom the writer names behind an offset and up to the end of some words that follow it. */
  namedIn(words: Span | undefined, behind: number): ReadonlySet<number> {
    const found = new Set<number>();
    if (!words || words.start < behind) return found;
    for (const place of this.placesBefore(words.end)) {
      if (place.start < behind) break;
      if (this.isSomebody(place)) found.add(place.index);
    }
    return found;
  }

  /** `“Come on, |Lee|,” she said`: people whom quoted words speak to. */
  spokenTo({ start, end }: Span): number[] {
    const found: number[] = [];
    for (const place of this.placesBefore(end)) {
      if (place.start < start) break;
      const isApart =
        /,\s*$/.test(this.#text.slice(start, place.start)) &&
        /^\s*[,.!?]/.test(this.#text.slice(place.end, end + 1));
      if (isApart && place.index >= 0 && this.#isQuoted(place.start)) found.push(place.index);
    }
    return found;
  }

  /** `“We wanted |Ann Lee|,” she said`: people whom quoted words call by the whole name, but for words within them. */
  calledFullyIn({ start, end }: Span): ReadonlySet<number> {
    const found = new Set<number>();
    for (const place of this.placesBefore(end)) {
      if (place.start < start) break;
      const isWhole = /\S\s+\S/.test(this.#text.slice(place.start, place.end));
      const isWithin = OPEN_MARK.test(this.#text.slice(start, place.start));
      if (isWhole && !isWithin && place.index >= 0 && this.#isQuoted(place.start))
        found.add(place.index);
    }
    return found;
  }

  /** People named in the paragraph before an offset, outside quotations and not as owners of something; `from`: no earlier than there. */
  before({ paragraph, start }: { paragraph: number; start: number }, from = 0): number[] {
    const found = new Set<number>();
    for (const place of this.placesBefore(start)) {
      if (place.paragraph !== paragraph || place.start < from) break;
      if (this.isFree(place)) found.add(place.index);
    }
    return [...found];
  }

  /**
   * The only person named outside quotations in a paragraph before an offset, or else in those right before it; null for
   * none or several.
   */
  alone({ start, paragraph }: { paragraph: number; start: number }, gender: Gender): number | null {
    for (let away = 0; away <= ALONE_WITHIN; away++) {
      const named = this.before({ start, paragraph: paragraph - away }).filter(
        (i) => gender === null || this.#cast.fitsGender(i, gender),
      );
      const [one] = named;
      if (one !== undefined) return named.length === 1 ? one : null;
    }
    return null;
  }

  /**
   * `He emailed Bob Ray about it. “It is late,” he wrote`: whether the place before an offset where somebody is named last
   * stands in a sentence behind the same pronoun, which means another.
   */
  isBehindPronoun(index: number, word: string, { start }: { start: number }): boolean {
    for (const place of this.placesBefore(start)) {
      if (place.index !== index || place.onLine || this.#isQuoted(place.start)) continue;
      const before = this.#text.slice(Math.max(0, place.start - SENTENCE), place.start);
      const sentence = before.slice(before.search(LAST_STOP) + 1);
      return new RegExp(`(?<![\\p{L}’'“"])${word}(?![\\p{L}])`, 'iu').test(sentence);
    }
    return false;
  }

  /** Those named behind a paragraph and before an offset, the latest first; null where `except` is. */
  since(
    paragraph: number,
    start: number,
    isMeant: (place: NamedPlace) => boolean,
    except?: number,
  ): number[] | null {
    const found = new Set<number>();
    for (const place of this.placesBefore(start)) {
      if (place.paragraph <= paragraph) break;
      if (place.index === except) return null;
      if (isMeant(place)) found.add(place.index);
    }
    return [...found];
  }

  /** Whom a paragraph names first, where it does so as the owner of something; null where it names somebody else too, or nobody. */
  ownerAtHead({ paragraph, start }: { paragraph: number; start: number }): number | null {
    let owner: number | null = null;
    for (const place of this.placesBefore(start)) {
      if (place.paragraph !== paragraph) break;
      if (this.isSomebody(place)) owner = this.isFree(place) ? null : place.index;
    }
    return owner;
  }

  /** Whether somebody is named for words anywhere in the article. */
  isNamedForWords(index: number): boolean {
    return this.#cast.named.some(
      (place) => place.index === index && this.#saying.some((mention) => overlaps(mention, place)),
    );
  }

  /** Somebody whom the writer names there, and not as the owner of something. */
  isFree(place: NamedPlace): boolean {
    return this.isSomebody(place) && !/^[’']/.test(this.#text.slice(place.end, place.end + 1));
  }

  /** A person whom the writer names in running text: no quotation, no heading or byline. */
  isSomebody(place: NamedPlace): boolean {
    const { start, index, onLine } = place;
    const isPerson = index >= 0 && !onLine && this.#cast.entity(index).kind === 'person';
    return isPerson && !this.#isQuoted(start) && !isInMarks(this.#text, place);
  }

  /** Whether the text names a person whom a pronoun of this sex fits. */
  hasSomebody(gender: Gender): boolean {
    return this.#cast.named.some(
      (place) => this.isSomebody(place) && this.#cast.fitsGender(place.index, gender),
    );
  }

  #isQuoted(offset: number): boolean {
    const low = countBefore(this.#direct.length, (k) => at(this.#direct, k).end <= offset);
    const part = this.#direct[low];
    return part !== undefined && part.start <= offset;
  }
}
