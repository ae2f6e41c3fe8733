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
import { ArchiveMemory } from '../archive/memory.ts';
import { Recording } from '../archive/recording.ts';
import { readContent } from '../build/archive-files/content.ts';
import { DraftsInMemory } from '../build/archive-files/drafts-in-memory.ts';
import { withKnown } from '../build/archive-files/known-content.ts';
import { draftsOf } from '../build/archive-files/drafts.ts';
import { draftsHere } from '../build/archive-files/drafts-here.ts';
import { problemsOf, type FileProblem } from '../build/archive-files/records.ts';
import type { findClaims } from '../engine/index.ts';
import type { ArticleRecord, ClaimRecord, SpeakerRecord } from '../model/records.ts';
import { cardAt, textIn, withTexts, type Texts } from './content.ts';

/** What is said on an entry that finds no claim, or several. */
const UNHEARD = new Set([
  'words-not-found',
  'words-ambiguous',
  'words-of-older-version',
  'claim-decided-twice',
]);

/** An entry of an article's card that speaks of no claim any more: a person's word that nobody hears. */
export interface UnheardEntry {
  article: string;
  line: number;
  why: string;
}

/** The archive at one moment. */
export class Snapshot {
  readonly begun: BegunArchive;
  readonly archive: BuiltArchive;
  /** Everything that is said on the files of the content folder. */
  readonly problems: readonly FileProblem[];
  /** Every error in the content folder. */
  readonly errors: readonly FileProblem[];
  /** Entries of cards that speak of no claim any more. */
  readonly unheard: readonly UnheardEntry[];
  readonly claims: ReadonlyMap<string, ClaimRecord>;
  readonly articles: ReadonlyMap<string, ArticleRecord>;
  readonly speakers: ReadonlyMap<string, SpeakerRecord>;
  /** What the folder holds, with nothing said on it yet. */
  readonly held: Content;
  readonly #find: typeof findClaims;
  readonly #meant: Recording['meant'];
  readonly #drafts = new Map<string, ArticleDraft | null>();

  constructor(
    held: Content,
    { begun, archive }: { begun: BegunArchive; archive: BuiltArchive },
    meant: Recording['meant'],
    find: typeof findClaims,
  ) {
    this.#find = find;
    this.#meant = meant;
    this.held = held;
    this.begun = begun;
    this.archive = archive;
    this.problems = problemsOf(begun.content);
    this.errors = this.problems.filter(({ isError }) => isError);
    this.unheard = this.problems.flatMap(({ path, line, rule, reason, note }) => {
      const card = UNHEARD.has(rule) ? cardAt(path) : null;
      return card?.folder === 'articles'
        ? [{ article: card.id, line: line ?? 1, why: `${reason}. ${note}` }]
        : [];
    });
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
    const { content, index, siteLanguage, calibration, articleCards } = this.begun;
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
      ...(calibration && { calibration }),
      find: this.#find,
      meant: this.#meant.get(article),
    });
  }
}

/** An archive that people work on. */
export class Workshop {
  readonly root: string;
  readonly #made: Made;
  #now: Snapshot;
  #revision = 1;

  private constructor(root: string, made: Made, now: Snapshot) {
    this.root = root;
    this.#made = made;
    this.#made.memory.putsOff = true;
    this.#now = now;
  }

  /** Reads an archive and makes its records, on all processors where many articles are to be read. */
  static async open(root: string): Promise<Workshop> {
    const drafts = new DraftsInMemory(root);
    const content = readContent(root);
    const begun = beginArchive(withTexts(content));
    const memory = new ArchiveMemory();
    const recording = new Recording(begun, memory);
    const drafting = { folder: null, store: drafts.over(begun, true) };
    for await (const draft of draftsOf(begun, drafting)) recording.add(draft);
    const archive = finishArchive(begun, recording);
    const now = new Snapshot(content, { begun, archive }, recording.meant, drafts.find);
    return new Workshop(root, { drafts, memory }, now);
  }

  /** An archive whose content is in memory already; nothing is read from the disk but drafts that are kept there. */
  static holding(content: Content, root: string): Workshop {
    const made = { drafts: new DraftsInMemory(root), memory: new ArchiveMemory() };
    return new Workshop(root, made, built(content, made));
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
    return built(withTexts(this.#now.held, texts), this.#made);
  }

  /** What `with` gave was written. */
  take(next: Snapshot): void {
    this.#now = next;
    this.#revision++;
  }

  /** Whether relations between claims are those of before the last acts. */
  get isBehind(): boolean {
    return this.#made.memory.isBehind;
  }

  /** Makes what was put off: relations between claims, which weigh each word by all claims of the archive. */
  settle(): void {
    const { memory } = this.#made;
    if (!memory.isBehind) return;
    memory.putsOff = false;
    this.#now = built(this.#now.held, this.#made);
    memory.putsOff = true;
  }

  /** Reads the folder again; whether anything in it is another than in memory. */
  reread(): boolean {
    const { content, isSame } = withKnown(readContent(this.root), this.#now.held);
    if (isSame) return false;
    this.take(built(content, this.#made));
    return true;
  }
}

/** What was made before. */
interface Made {
  drafts: DraftsInMemory;
  memory: ArchiveMemory;
}

/** The records of what a folder holds. */
function built(held: Content, { drafts, memory }: Made): Snapshot {
  const begun = beginArchive(withTexts(held));
  const drafting = { folder: null, store: drafts.over(begun) };
  const recording = new Recording(begun, memory);
  for (const draft of draftsHere({ ...begun, find: drafts.find }, drafting)) recording.add(draft);
  const archive = finishArchive(begun, recording);
  return new Snapshot(held, { begun, archive }, recording.meant, drafts.find);
}
