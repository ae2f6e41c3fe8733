/** The archive in memory: what its folder holds, the records made of it, and what they would be with other texts. */
import { draftArticle, type ArticleDraft } from '../archive/article.ts';
import {
  beginArchive,
  finishArchive,
  type BegunArchive,
  type BuiltArchive,
  type Content,
} from '../archive/build.ts';
import { newestOf } from '../archive/content.ts';
import { readContent } from '../build/archive-files/content.ts';
import { draftsHere, draftsOf } from '../build/archive-files/drafts.ts';
import { problemsOf, type FileProblem } from '../build/archive-files/records.ts';
import type { ArticleRecord, ClaimRecord, SpeakerRecord } from '../model/records.ts';
import { textIn, withTexts, type Texts } from './content.ts';
import { DraftsInMemory } from './drafts.ts';

/** The archive at one moment. */
export class Snapshot {
  readonly begun: BegunArchive;
  readonly archive: BuiltArchive;
  /** Every error in the content folder. */
  readonly errors: readonly FileProblem[];
  readonly claims: ReadonlyMap<string, ClaimRecord>;
  readonly articles: ReadonlyMap<string, ArticleRecord>;
  readonly speakers: ReadonlyMap<string, SpeakerRecord>;
  /** What the folder holds, with nothing said on it yet. */
  readonly held: Content;
  readonly #drafts = new Map<string, ArticleDraft | null>();

  constructor(held: Content, begun: BegunArchive, archive: BuiltArchive) {
    this.held = held;
    this.begun = begun;
    this.archive = archive;
    this.errors = problemsOf(begun.content).filter(({ isError }) => isError);
    this.articles = new Map(archive.articles.map((article) => [article.id, article]));
    this.claims = new Map(
      archive.articles.flatMap(({ claims }) => claims.map((claim) => [claim.id, claim] as const)),
    );
    this.speakers = new Map(archive.speakers.map((speaker) => [speaker.id, speaker]));
  }

  /** A card or the decisions as they are; null where there is no such file. */
  text(path: string): string | null {
    return textIn(this.begun.content, path);
  }

  /** All stages of one article, with what its card says of each claim. */
  draft(article: string): ArticleDraft | null {
    const known = this.#drafts.get(article);
    if (known !== undefined) return known;
    const draft = this.#draft(article);
    this.#drafts.set(article, draft);
    return draft;
  }

  #draft(article: string): ArticleDraft | null {
    const { content, index, siteLanguage, articleCards } = this.begun;
    const source = content.sources.find((one) => one.article === article);
    if (!source) return null;
    // What is said here was said already.
    const { file } = newestOf(source);
    const copies = withTexts({ ...content, sources: [source] });
    const own = copies.sources[0] ? newestOf(copies.sources[0]).file : file;
    const card = articleCards.get(article) ?? null;
    const quiet = card && { ...card, file: withTexts({ ...content, site: card.file }).site };
    return draftArticle(article, own, {
      card: quiet,
      index,
      versions: source.versions.length,
      siteLanguage,
    });
  }
}

/** An archive that people work on. */
export class Workshop {
  readonly root: string;
  readonly #drafts: DraftsInMemory;
  #now: Snapshot;
  #revision = 1;

  private constructor(root: string, drafts: DraftsInMemory, now: Snapshot) {
    this.root = root;
    this.#drafts = drafts;
    this.#now = now;
  }

  /** Reads an archive and makes its records, on all processors where many articles are to be read. */
  static async open(root: string): Promise<Workshop> {
    const drafts = new DraftsInMemory(root);
    const content = readContent(root);
    const begun = beginArchive(withTexts(content));
    const made = await draftsOf(begun, { folder: null, store: drafts.over(begun) });
    const now = new Snapshot(content, begun, finishArchive(begun, made));
    return new Workshop(root, drafts, now);
  }

  get now(): Snapshot {
    return this.#now;
  }

  /** Grows with every change. */
  get revision(): number {
    return this.#revision;
  }

  /** The archive as it would be with other texts. */
  with(texts: Texts): Snapshot {
    return this.#build(withTexts(this.#now.held, texts));
  }

  /** What `with` gave was written. */
  take(next: Snapshot): void {
    this.#now = next;
    this.#revision++;
  }

  /** Reads the folder again; whether anything in it is another than in memory. */
  reread(): boolean {
    const content = withKnownBytes(readContent(this.root), this.#now.held);
    if (content === null) return false;
    this.take(this.#build(content));
    return true;
  }

  #build(held: Content): Snapshot {
    const begun = beginArchive(withTexts(held));
    const made = draftsHere(begun, { folder: null, store: this.#drafts.over(begun) });
    return new Snapshot(held, begun, finishArchive(begun, made));
  }
}

/** Content with the bytes of `known` where they are the same; null where all are. */
function withKnownBytes(content: Content, known: Content): Content | null {
  const before = new Map(filesOf(known).map((file) => [file.path, file.value]));
  const files = filesOf(content);
  let same = files.length === before.size;
  for (const file of files) {
    const value = before.get(file.path);
    if (isSameValue(file.value, value)) {
      if (value !== undefined) file.value = value;
    } else same = false;
  }
  return same ? null : content;
}

const isSameValue = (a: unknown, b: unknown): boolean =>
  a === b || (a instanceof Uint8Array && b instanceof Uint8Array && Buffer.compare(a, b) === 0);

const filesOf = (content: Content) => [
  content.site,
  ...content.sources.flatMap(({ versions }) => versions.map(({ file }) => file)),
  ...content.files,
  ...Object.values(content.cards).flatMap((cards) => cards.map(({ file }) => file)),
];
