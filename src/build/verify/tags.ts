/**
 * Where a page leads and what leads to it, taken from its tags alone: much cheaper than a tree of the
 * page, and the same, or nothing. Markup in which a parser of HTML might find another element than
 * its tags say is left to `readPage`.
 */
import { decoded, Unsure } from './characters.ts';
import { imagesOf, LINKS, NO_TARGETS, refreshed } from './leads.ts';

/** The fragments by which a page's elements can be reached, and where it leads, in its order. */
export interface Leads {
  ids: string[];
  links: string[];
}

/** Attributes that are looked at. */
const WANTED = [
  'id',
  'href',
  'src',
  'srcset',
  'rel',
  'action',
  'name',
  'data',
  'poster',
  'http-equiv',
  'content',
  'xlink:href',
] as const;
type Wanted = (typeof WANTED)[number];
const PLACES = Object.fromEntries(WANTED.map((name, i) => [name, i])) as Record<Wanted, number>;

/** How a tag is to be taken, as bits. */
const RAW = 1; // a tag in it is text
const ODD = 2; // a parser moves, renames or leaves it out, or reads on in another way
const ONCE = 4;
const OF_TABLES = 8;
const OF_CHOICES = 16;
const NO_IDS = 32;
const COUNTED = 64; // while it is open
const LEADS = 128;

const KINDS = new Map<string, number>();
for (const [bit, names] of [
  [RAW, 'script style title textarea iframe noembed noframes'],
  [ODD, 'plaintext xmp image math frameset frame isindex foreignobject'],
  [ONCE, 'html head body'],
  [OF_TABLES, 'caption colgroup col thead tbody tfoot tr td th'],
  [OF_CHOICES, 'option optgroup hr'],
  [NO_IDS, 'script style template'],
  [COUNTED, 'template svg table form select'],
  [LEADS, `meta ${Object.keys(LINKS).join(' ')}`],
] as const)
  for (const name of names.split(' ')) KINDS.set(name, (KINDS.get(name) ?? 0) | bit);

/** Names to be told from bytes: those that may be meant, by their length and first letter. */
type Names = readonly (readonly [name: string, value: number][] | undefined)[];
const placeOf = (length: number, first: number) => length * 32 + (first & 31);
function namesOf(entries: Iterable<readonly [string, number]>): Names {
  const names: [string, number][][] = [];
  for (const [name, value] of entries)
    (names[placeOf(name.length, name.charCodeAt(0))] ??= []).push([name, value]);
  return Array.from(names);
}
const TAGS = namesOf(KINDS);
const ATTRIBUTES = namesOf(WANTED.map((name, i) => [name, i] as const));

/** What the bytes of a page say, up to `end`; null where a parser has to. */
export function leadsOf(bytes: Buffer, end = bytes.length): Leads | null {
  try {
    return new Tags(bytes, end).read();
  } catch (error) {
    if (error instanceof Unsure) return null;
    throw error;
  }
}

const LESS = 0x3c;
const MORE = 0x3e;
const SLASH = 0x2f;
const EQUALS = 0x3d;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;

const isBlank = (code: number) =>
  code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d || code === 0x0c;
const isLetter = (code: number) => (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;

class Tags {
  private readonly bytes: Buffer;
  private readonly length: number;
  private at = 0;
  private readonly leads: Leads = { ids: [], links: [] };
  /** The wanted attributes that the tag has, as bits, and where their values stand. */
  private has = 0;
  private readonly starts = new Int32Array(WANTED.length);
  private readonly ends = new Int32Array(WANTED.length);
  private selfClosing = false;
  /** What is known by the tag's name, and the name where something is. */
  private kind = 0;
  private name = '';
  /** How many of each are open. */
  private readonly open = { template: 0, svg: 0, table: 0, form: 0, select: 0 };
  private readonly met = new Set<string>();

  constructor(bytes: Buffer, length: number) {
    this.bytes = bytes;
    this.length = length;
  }

  read(): Leads {
    const { bytes, length } = this;
    for (;;) {
      let { at } = this;
      while (at < length && bytes[at] !== LESS) at++;
      if (at >= length) return this.leads;
      this.at = ++at;
      const code = this.codeAt(at);
      if (isLetter(code)) this.opening();
      else if (code === SLASH) this.closing();
      else if (code === 0x21) this.declaration();
      else if (code === 0x3f) throw new Unsure();
    }
  }

  private codeAt(at: number): number {
    return at < this.length ? (this.bytes[at] ?? 0) : 0;
  }

  private text(start: number, end: number): string {
    return this.bytes.toString('latin1', start, end);
  }

  /** A comment or the document type. */
  private declaration(): void {
    const { at, bytes, length } = this;
    if (this.text(at, at + 3) === '!--') {
      const end = bytes.indexOf('-->', at + 3);
      if (end < 0 || end >= length || /^-?>|--!>/.test(this.text(at + 3, end + 3)))
        throw new Unsure();
      this.at = end + 3;
      return;
    }
    if (!/^!doctype html>$/i.test(this.text(at, at + 14))) throw new Unsure();
    this.at += 14;
  }

  private closing(): void {
    this.at++;
    if (!isLetter(this.codeAt(this.at))) throw new Unsure();
    this.tag();
    if (!(this.kind & COUNTED)) return;
    const name = this.name as keyof Tags['open'];
    if (this.open[name] > 0) this.open[name]--;
  }

  private opening(): void {
    this.tag();
    const { kind, name, open } = this;
    if (kind !== 0 || open.select > 0) this.expectOrdinary();
    if (open.template === 0 && this.has !== 0) this.element();
    if (kind & COUNTED && !(name === 'svg' && this.selfClosing)) open[name as keyof Tags['open']]++;
    if (kind & RAW) this.passText();
  }

  /** A tag that a parser makes an element of, at its place. */
  private expectOrdinary(): void {
    const { kind, name } = this;
    const { svg, table, form, select } = this.open;
    const odd =
      kind & ODD ||
      (form > 0 && name === 'form') ||
      (select > 0 && !(kind & OF_CHOICES)) ||
      (table === 0 && kind & OF_TABLES) ||
      (svg > 0 && name === 'template') ||
      (svg > 0 && kind & RAW && name !== 'title');
    if (odd || this.met.has(name)) throw new Unsure();
    if (kind & ONCE) this.met.add(name);
  }

  private element(): void {
    const { kind, name } = this;
    const { ids } = this.leads;
    if (!(kind & NO_IDS)) {
      const id = this.value('id');
      if (id !== null) ids.push(id);
      const anchor = name === 'a' ? this.value('name') : null;
      if (anchor !== null) ids.push(anchor);
    }
    if (name === 'meta') this.meta();
    else if (kind & LEADS) this.links();
  }

  private meta(): void {
    if (this.value('http-equiv')?.trim().toLowerCase() !== 'refresh') return;
    const target = refreshed(this.value('content') ?? '');
    if (target !== null) this.leads.links.push(target);
  }

  private links(): void {
    const { name } = this;
    const { links } = this.leads;
    if (
      name === 'link' &&
      this.value('rel')
        ?.split(/\s+/)
        .some((rel) => NO_TARGETS.includes(rel))
    )
      return;
    for (const kind of LINKS[name] ?? []) {
      const attribute = kind === 'xLinkHref' ? 'xlink:href' : kind.toLowerCase();
      const value = this.value(attribute as Wanted);
      if (value === null) continue;
      if (kind === 'srcSet') links.push(...imagesOf(value));
      else links.push(value);
    }
  }

  /** An attribute of the tag, as it is meant; null where it has none. */
  private value(name: Wanted): string | null {
    const place = PLACES[name];
    if (!(this.has & (1 << place))) return null;
    return decoded(this.text(this.starts[place] ?? 0, this.ends[place] ?? 0));
  }

  /** Passes over text that no tag can stand in, and the tag that ends it. */
  private passText(): void {
    const { bytes, length, name } = this;
    const begun = this.at;
    for (let at = begun; at < length; at++) {
      if (bytes[at] !== LESS || bytes[at + 1] !== SLASH) continue;
      const end = at + 2 + name.length;
      if (this.text(at + 2, end).toLowerCase() !== name) continue;
      const code = this.codeAt(end);
      if (code !== MORE && code !== SLASH && !isBlank(code)) continue;
      const text = this.text(begun, at);
      // Within a comment a script goes on behind its end; a title of a drawing may have elements.
      if (name === 'script' && text.includes('<!--')) throw new Unsure();
      if (this.open.svg > 0 && text.includes('<')) throw new Unsure();
      this.at = end;
      this.attributes();
      return;
    }
    throw new Unsure();
  }

  /** Reads the tag that stands there, to behind its end. */
  private tag(): void {
    const { bytes, length } = this;
    const begun = this.at;
    let at = begun;
    for (; at < length; at++) {
      const code = bytes[at] ?? 0;
      if (code === MORE || code === SLASH || isBlank(code)) break;
      if (code === 0 || code === LESS) throw new Unsure();
    }
    const known = this.named(TAGS, begun, at);
    this.kind = known?.[1] ?? 0;
    this.name = known?.[0] ?? '';
    this.at = at;
    this.attributes();
  }

  /** Reads the attributes of a tag, to behind its end. */
  private attributes(): void {
    const { bytes, length } = this;
    this.has = 0;
    this.selfClosing = false;
    for (let { at } = this; at < length;) {
      const code = bytes[at] ?? 0;
      if (code === MORE) {
        this.at = at + 1;
        return;
      }
      this.selfClosing = code === SLASH;
      at = code === SLASH || isBlank(code) ? at + 1 : this.attribute(at);
    }
    throw new Unsure();
  }

  /** Reads the attribute at an offset; gives the offset behind it. */
  private attribute(begun: number): number {
    const { bytes, length } = this;
    let at = begun;
    for (; at < length; at++) {
      const code = bytes[at] ?? 0;
      if (code === EQUALS || code === MORE || code === SLASH || isBlank(code)) break;
      if (code === QUOTE || code === APOSTROPHE || code === LESS || code === 0) throw new Unsure();
    }
    if (at === begun) throw new Unsure();
    const place = this.named(ATTRIBUTES, begun, at)?.[1] ?? -1;
    let next = this.afterBlanks(at);
    if (this.codeAt(next) !== EQUALS) return this.keep(place, at, at, at);
    next = this.afterBlanks(next + 1);
    const mark = this.codeAt(next);
    if (mark !== QUOTE && mark !== APOSTROPHE) return this.bare(place, next);
    let end = next + 1;
    while (end < length && bytes[end] !== mark) end++;
    return this.keep(place, next + 1, end, end + 1);
  }

  private afterBlanks(from: number): number {
    let at = from;
    while (isBlank(this.codeAt(at))) at++;
    return at;
  }

  /** A value without quotation marks. */
  private bare(place: number, begun: number): number {
    let at = begun;
    while (at < this.length && this.codeAt(at) !== MORE && !isBlank(this.codeAt(at))) at++;
    if (at === begun || /^=|["'<`]/.test(this.text(begun, at))) throw new Unsure();
    return this.keep(place, begun, at, at);
  }

  /** Of an attribute that stands twice the first counts. */
  private keep(place: number, start: number, end: number, next: number): number {
    if (place < 0 || this.has & (1 << place)) return next;
    this.has |= 1 << place;
    this.starts[place] = start;
    this.ends[place] = end;
    return next;
  }

  /** The entry of the name that stands there, in letters of either case. */
  private named(names: Names, start: number, end: number): readonly [string, number] | null {
    const { bytes } = this;
    const possible = names[placeOf(end - start, bytes[start] ?? 0)];
    if (!possible) return null;
    for (const entry of possible) {
      const [name] = entry;
      let i = 0;
      while (i < name.length && ((bytes[start + i] ?? 0) | 0x20) === name.charCodeAt(i)) i++;
      if (i === name.length) return entry;
    }
    return null;
  }
}
