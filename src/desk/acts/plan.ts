/** What acts work with: the archive as it is, and the texts that they write in the places of others. */
import type { z } from 'zod';
import type { ArticleDraft } from '../../archive/article.ts';
import type { BuiltArchive, Content } from '../../archive/build.ts';
import type { SpeakerIndex } from '../../archive/identify.ts';
import { slugOf, isReservedName, nameKey } from '../../model/names.ts';
import type { ArticleRecord, ClaimRecord, SpeakerRecord } from '../../model/records.ts';
import type { Act, Problem } from '../api.ts';
import { readList, readParts, withList, withParts, type CardParts } from './card-text.ts';
import { isSame } from './same.ts';

/** The archive as an act finds it. */
export interface Known {
  readonly begun: { readonly content: Content; readonly index: SpeakerIndex };
  readonly archive: BuiltArchive;
  readonly claims: ReadonlyMap<string, ClaimRecord>;
  readonly articles: ReadonlyMap<string, ArticleRecord>;
  readonly speakers: ReadonlyMap<string, SpeakerRecord>;
  /** A file of the content folder; null where there is none. */
  text(path: string): string | null;
  /** All stages of one article. */
  draft(article: string): ArticleDraft | null;
}

/** Who acts, and on which day. */
export interface Signature {
  by: string;
  /** `YYYY-MM-DD` */
  on: string;
}

/** Something that stands in the way of an act. */
export class Refused extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ message }) => message).join('\n'));
    this.problems = problems;
  }
}

/** Refuses an act because of one of its fields, or of a file. */
export function refuse(message: string, at: Partial<Omit<Problem, 'message'>> = {}): never {
  throw new Refused([{ message, path: null, line: null, field: null, ...at }]);
}

type ActNamed<Name extends Act['act']> = Extract<Act, { act: Name }>;
export type { ActNamed };

/** A speaker as an act names one. */
export type Chosen = ActNamed<'add'>['speaker'];

/** The changes of one act so far. */
export class Plan {
  readonly known: Known;
  readonly signature: Signature;
  readonly made: { claims: string[]; cards: string[] } = { claims: [], cards: [] };
  readonly #texts = new Map<string, string | null>();

  constructor(known: Known, signature: Signature) {
    this.known = known;
    this.signature = signature;
  }

  /** The texts that are others than before. */
  get texts(): Map<string, string | null> {
    return new Map([...this.#texts].filter(([path, text]) => text !== this.known.text(path)));
  }

  /** A file as it is after what is planned so far. */
  text(path: string): string | null {
    const planned = this.#texts.get(path);
    return planned === undefined ? this.known.text(path) : planned;
  }

  write(path: string, text: string | null): void {
    this.#texts.set(path, text);
  }

  /** What a card holds; empty where there is none. */
  card(path: string): CardParts {
    try {
      return readParts(this.text(path));
    } catch (error) {
      return refuse(
        `${path} is not in order: ${(error as Error).message}. Mend it in an editor, then try again.`,
        { path },
      );
    }
  }

  /** Changes a card through its schema; one that would hold nothing is not written. */
  edit(path: string, schema: z.ZodType, change: (parts: CardParts) => CardParts): void {
    const before = this.card(path);
    const after = change(before);
    if (isSame(before, after)) return;
    const checked = schema.safeParse(after.data);
    if (!checked.success)
      throw new Refused(
        checked.error.issues.map(({ path: field, message }) => ({
          message: `${path} would not be in order: ${field.join('.')}: ${message}`,
          path,
          line: null,
          field: field.join('.') || null,
        })),
      );
    if (this.text(path) === null) this.made.cards.push(path);
    try {
      this.write(path, withParts(this.text(path), after));
    } catch (error) {
      refuse(`${path}: ${(error as Error).message}. Change it in an editor.`, { path });
    }
  }

  /** Changes a file that is one list. */
  editList(path: string, change: (list: readonly unknown[]) => readonly unknown[]): void {
    try {
      const list = readList(this.text(path));
      this.write(path, withList(this.text(path), change(list)));
    } catch (error) {
      if (error instanceof Refused) throw error;
      refuse(`${path} is not in order: ${(error as Error).message}. Mend it in an editor.`, {
        path,
      });
    }
  }

  /** The claim of an id. */
  claim(id: string): ClaimRecord {
    return (
      this.known.claims.get(id) ??
      refuse(
        `There is no claim ${id} among those that are published; it may have got other words a moment ago. Load the article again.`,
        { field: 'claim' },
      )
    );
  }

  article(id: string, field = 'article'): ArticleRecord {
    return (
      this.known.articles.get(id) ?? refuse(`There is no article ${id} in the archive.`, { field })
    );
  }

  /** The id of a speaker, whose card is written where there is none; null for nobody. */
  speaker(chosen: Chosen, field: string): string | null {
    if (chosen === null) return null;
    return typeof chosen === 'string'
      ? this.#withCard(chosen, field)
      : this.#newSpeaker(chosen.name.trim(), chosen.kind, field);
  }

  #withCard(id: string, field: string): string {
    const path = speakerPath(id);
    if (this.text(path) !== null) return id;
    const speaker = this.known.speakers.get(id) ?? this.#candidate(id);
    if (!speaker) return refuse(`There is no speaker ${id} in the archive.`, { field });
    const only = this.#articleOf(id);
    this.write(
      path,
      withParts(null, {
        data: { name: speaker.name, kind: speaker.kind, ...(only && { only }) },
        body: '',
      }),
    );
    this.made.cards.push(path);
    return id;
  }

  /** One who is only a candidate for words and whose no claim is. */
  #candidate(id: string): Pick<SpeakerRecord, 'name' | 'kind'> | null {
    for (const { claims } of this.known.articles.values())
      for (const { candidates, via } of claims) {
        const found = [...candidates, ...via].find((one) => one.id === id);
        if (found) return { name: found.name, kind: 'person' };
      }
    return null;
  }

  /** "A resident" of one article is nobody elsewhere; the id says so. */
  #articleOf(id: string): string | null {
    const at = id.lastIndexOf('-in-');
    const article = at < 0 ? '' : id.slice(at + '-in-'.length);
    return this.known.articles.has(article) ? article : null;
  }

  #newSpeaker(name: string, kind: SpeakerRecord['kind'], field: string): string {
    const key = nameKey(name);
    for (const speaker of this.known.speakers.values())
      if (nameKey(speaker.name) === key && !this.#articleOf(speaker.id))
        return this.#withCard(speaker.id, field);
    const id = this.freeId('speakers', slugOf(name), field);
    const path = speakerPath(id);
    this.write(path, withParts(null, { data: { name, kind }, body: '' }));
    this.made.cards.push(path);
    return id;
  }

  /** An id that no card of a folder has or had. */
  freeId(
    folder: 'speakers' | 'topics' | 'places' | 'outlets',
    slug: string,
    field: string,
  ): string {
    if (slug === '')
      return refuse(
        'No letter or digit of the name can stand in an address; write it in Latin letters.',
        {
          field,
        },
      );
    const records = this.known.archive[folder];
    const taken = new Set(
      records.flatMap((one) => [one.id, ...('formerly' in one ? one.formerly : [])]),
    );
    for (let n = 1; ; n++) {
      const id = n === 1 ? slug : `${slug}-${n}`;
      const isFree = !taken.has(id) && !isReservedName(id);
      if (isFree && this.text(`content/${folder}/${id}.md`) === null) return id;
    }
  }
}

export const speakerPath = (id: string): string => `content/speakers/${id}.md`;
export const articlePath = (id: string): string => `content/articles/${id}.md`;
