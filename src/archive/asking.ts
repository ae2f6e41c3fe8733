/**
 * An archive that tells what is asked of it, and the answers in digests: what was made of an archive is made of
 * another one the same where every question that was asked has the same answer.
 *
 * A question is a name and what it is about, without white space: `related:cx1234` is the look-up `related` for the
 * claim `x1234`. Its answer is a digest of everything that comes back. A record that comes back stands for all its
 * fields but two, which hold other records or are made of them, and are questions of their own when they are read:
 * the claims of an article, and the relations of a claim.
 */
import { sha256 } from '../text/digest.ts';
import { tellAsked, unheard } from '../text/asked.ts';
import type { Archive } from './query.ts';

/** Look-ups that know nothing but the lists they are given. */
const OF_LISTS: ReadonlySet<string> = new Set(['byType', 'speakersOf']);

/** What stands for a kind of record in a question, and the list that has all of them. */
const KINDS = {
  a: 'articles',
  c: 'claims',
  s: 'speakers',
  o: 'outlets',
  t: 'topics',
  p: 'places',
} as const;
type Kind = keyof typeof KINDS;

type Lookup = (...args: unknown[]) => unknown;

/** Questions that are not look-ups of the archive, by their names. */
const others = new Map<string, (about: string, archive: Archive) => unknown>();

/** A function of a name whose every call is told; `name` is its own among all questions. */
export function asked<T>(name: string, answer: (about: string) => T): (about: string) => T {
  others.set(name, answer);
  return (about) => {
    tellAsked(`${name}:=${encodeURIComponent(about)}`);
    return unheard(() => answer(about));
  };
}

/** What is made of a whole archive once, and asked by many: who asks depends on what comes out, not on all it is made of. */
export function derived<T>(name: string, make: (archive: Archive) => T): (archive: Archive) => T {
  const answer = once(make);
  others.set(name, (_, archive) => answer(archive));
  return (archive) => {
    tellAsked(name);
    return answer(archive);
  };
}

/**
 * A look-up in what is made of a whole archive once: who asks depends on what is found of what the question is about.
 */
export function derivedOf<Made, T>(
  name: string,
  make: (archive: Archive) => Made,
  find: (made: Made, about: string) => T,
): (archive: Archive, about: string) => T {
  const answer = once(make);
  others.set(name, (about, archive) => find(answer(archive), about));
  return (archive, about) => {
    tellAsked(`${name}:=${encodeURIComponent(about)}`);
    return find(answer(archive), about);
  };
}

/** By an archive that tells what is asked of it the same one behind it. */
const behind = new WeakMap<Archive, Archive>();

/** `make` for the archive that was asked about last. */
function once<T>(make: (archive: Archive) => T): (archive: Archive) => T {
  let last: { of: Archive; made: T } | null = null;
  return (archive) => {
    const of = behind.get(archive) ?? archive;
    if (last?.of !== of) last = { of, made: unheard(() => make(archive)) };
    return last.made;
  };
}

/** Records of an archive by what they are called in questions. */
class Named {
  readonly #names = new WeakMap<object, string>();

  constructor(archive: Archive) {
    for (const [kind, list] of Object.entries(KINDS))
      for (const record of archive[list]) this.#names.set(record, kind + record.id);
  }

  of(value: unknown): string | undefined {
    return typeof value === 'object' && value !== null ? this.#names.get(value) : undefined;
  }
}

/** What a look-up is about, as it stands in the question; null for what cannot be told. */
function inQuestion(args: readonly unknown[], named: Named): string | null {
  const [first] = args;
  if (args.length === 0) return '';
  if (args.length === 1) {
    if (typeof first === 'string') return `:=${encodeURIComponent(first)}`;
    const name = named.of(first);
    if (name) return `:${name}`;
  }
  return args.every((arg) => arg === null || typeof arg === 'string' || Number.isFinite(arg))
    ? `:${encodeURIComponent(JSON.stringify(args))}`
    : null;
}

/** A question to which no answer is ever the same. */
const UNTOLD = '?';

/** Lists that a record holds or that are made of others, and the question that reading them is. */
const READ_APART = {
  articles: ['claims', 'claimsIn:a'],
  claims: ['relations', 'relationsOf:c'],
} as const;

/** The same archive, which tells what is asked of it. Its records are those of `archive`, whose reading is told too. */
export function telling(archive: Archive): { archive: Archive; answers: Answers } {
  const named = new Named(archive);
  const apart = new WeakMap<object, unknown>();
  const answers = new Answers(archive, named, apart);
  for (const [list, [field, question]] of Object.entries(READ_APART))
    for (const record of archive[list as keyof typeof READ_APART]) {
      apart.set(record, record[field as keyof typeof record]);
      Object.defineProperty(record, field, getterOf(question, apart));
    }
  const told: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(archive)) {
    if (typeof value === 'function') told[name] = lookup(name, value as Lookup, archive, named);
    else
      Object.defineProperty(told, name, {
        enumerable: true,
        get: () => {
          tellAsked(name);
          return value as unknown;
        },
      });
  }
  const other = told as unknown as Archive;
  behind.set(other, archive);
  return { archive: other, answers };
}

const getters = new WeakMap<object, Map<string, PropertyDescriptor>>();

/** One getter for all records of a kind, so that they keep the same shape. */
function getterOf(question: string, apart: WeakMap<object, unknown>): PropertyDescriptor {
  const known = getters.get(apart) ?? new Map<string, PropertyDescriptor>();
  getters.set(apart, known);
  const descriptor = known.get(question) ?? {
    enumerable: true,
    configurable: true,
    get(this: { id: string }): unknown {
      tellAsked(question + this.id);
      return apart.get(this);
    },
  };
  known.set(question, descriptor);
  return descriptor;
}

function lookup(name: string, answer: Lookup, archive: Archive, named: Named): Lookup {
  if (OF_LISTS.has(name)) return answer;
  if (name === 'byDay')
    return (...claims) => {
      for (const claim of claims) tellAsked(`saidDay:${named.of(claim) ?? UNTOLD}`);
      return unheard(() => answer(...claims));
    };
  return (...given) => {
    // Where a look-up is handed to `map`, it is given more than it asks for.
    const args = given.slice(0, Math.max(1, answer.length));
    const about = inQuestion(args, named);
    tellAsked(about === null ? UNTOLD : name + about);
    return unheard(() => answer.apply(archive, args));
  };
}

/** How many letters of a digest tell one answer from another. */
const LETTERS = 24;
/** Longer ones are shortened to a digest. */
const LONG = 200;
/** Lists of no more are gone through again each time. */
const FEW = 8;
/** So many answers are kept, since pages that are made one after another ask alike. */
const MOST = 20_000;

const short = (text: string): string =>
  text.length > LONG ? sha256(text).slice(0, LETTERS) : text;

/** The answers to questions, in digests. */
export class Answers {
  readonly #archive: Archive;
  readonly #named: Named;
  readonly #apart: WeakMap<object, unknown>;
  readonly #digests = new WeakMap<object, string>();
  readonly #known = new Map<string, string | null>();

  constructor(archive: Archive, named: Named, apart: WeakMap<object, unknown>) {
    this.#archive = archive;
    this.#named = named;
    this.#apart = apart;
  }

  /** The answer to a question; null where there is none that could be the same another time. */
  to(question: string): string | null {
    const known = this.#known.get(question);
    if (known !== undefined) return known;
    if (this.#known.size >= MOST) this.#known.clear();
    const found = unheard(() => this.#answer(question));
    this.#known.set(question, found);
    return found;
  }

  #answer(question: string): string | null {
    const at = question.indexOf(':');
    const name = at < 0 ? question : question.slice(0, at);
    const about = at < 0 ? null : question.slice(at + 1);
    if (name === 'claimsIn' || name === 'relationsOf') {
      const record = this.#recordOf(about ?? '');
      return record ? this.of(this.#apart.get(record)) : null;
    }
    const other = others.get(name);
    if (other)
      return this.of(
        other(about === null ? '' : decodeURIComponent(about.slice(1)), this.#archive),
      );
    if (!Object.hasOwn(this.#archive, name)) return null;
    const value = this.#archive[name as keyof Archive] as unknown;
    if (typeof value !== 'function') return this.of(value);
    const args = about === null ? [] : this.#argsOf(about);
    return args && this.of((value as Lookup)(...args));
  }

  /** What a question is about; null where a record is no more. */
  #argsOf(about: string): unknown[] | null {
    if (about.startsWith('=')) return [decodeURIComponent(about.slice(1))];
    if (about.startsWith('%')) return JSON.parse(decodeURIComponent(about)) as unknown[];
    const record = this.#recordOf(about);
    return record ? [record] : null;
  }

  #recordOf(name: string): object | undefined {
    const id = name.slice(1);
    const archive = this.#archive;
    const by: Record<Kind, (id: string) => object | undefined> = {
      a: archive.article,
      c: archive.claim,
      s: archive.speaker,
      o: archive.outlet,
      t: archive.topic,
      p: archive.place,
    };
    return Object.hasOwn(by, name.charAt(0)) ? by[name.charAt(0) as Kind](id) : undefined;
  }

  /** A digest of any value that pages are made of. */
  of(value: unknown): string {
    if (typeof value !== 'object' || value === null) {
      if (typeof value === 'function') throw new Error('A page is made of a function');
      return typeof value === 'string' ? short(JSON.stringify(value)) : String(value);
    }
    const isKept =
      this.#named.of(value) !== undefined || (Array.isArray(value) && value.length > FEW);
    if (!isKept) return this.#digestOf(value);
    const known = this.#digests.get(value);
    if (known !== undefined) return known;
    const digest = this.#digestOf(value);
    this.#digests.set(value, digest);
    return digest;
  }

  #digestOf(value: object): string {
    if (Array.isArray(value)) {
      let text = '[';
      for (const one of value) text += `${this.of(one)},`;
      return short(text);
    }
    const name = this.#named.of(value);
    if (name) return short(`${name} ${this.#ofFields(value)}`);
    if (value instanceof Map || value instanceof Set) return short(`(${this.of([...value])})`);
    return `{${this.#ofFields(value)}}`;
  }

  #ofFields(value: object): string {
    // Records are data; what of one is read apart is a question of its own.
    if (this.#apart.has(value)) return JSON.stringify({ ...value, claims: null, relations: null });
    let text = '';
    for (const [key, one] of Object.entries(value)) text += `${key}=${this.of(one)},`;
    return text;
  }
}
