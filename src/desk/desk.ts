/** The desk of one archive: every request of the page, every change of the folder, one after the other. */
import { readFileSync, watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../build/putting-in-place/put-in-place.ts';
import type { z } from 'zod';
import writeFileAtomic from 'write-file-atomic';
import { takeLock } from '../build/putting-in-place/lock.ts';
import { CLAIM_TYPES, SPEAKER_KINDS } from '../model/records.ts';
import { Refused, titleOf, type Signature } from './acts/index.ts';
import { refuse } from './acts/plan.ts';
import type {
  Act,
  Acted,
  ArticleView,
  Changes,
  ClaimHits,
  Committed,
  Event,
  FiledView,
  Messages,
  NameHit,
  NamesQuery,
  Problem,
  Queue,
  QueueQuery,
  Room,
  Session,
} from './api.ts';
import { turned } from './history.ts';
import { HistoryFile } from './history-file.ts';
import { lostClaim } from './lost-claims.ts';
import { isSameArticle, outcome, perform, refuseErrors, type Performed } from './perform.ts';
import { WorkQueue, type Suggested } from './queue.ts';
import { suggestionsIn, turnSuggestion } from './review/suggestion-files.ts';
import { proposalOf } from './review/suggestions.ts';
import { attributesToWrite } from './server/attributes.ts';
import { commitContent, gitState } from './server/git.ts';
import { personAt, signatureOf } from './server/person.ts';
import { ATTRIBUTES, deskFolder, recoverSave, saveTexts, textOnDisk } from './server/saving.ts';
import { Sitting } from './sitting.ts';
import { Workshop, type Snapshot } from './state.ts';
import { articleView, claimsLike, filedView, messagesOf, namesLike } from './view.ts';

type DeskEvent = z.infer<typeof Event>;

/** How a desk is opened. */
export interface DeskOptions {
  /** Who works here, where git does not say. */
  by?: string | undefined;
  /** Today, as `YYYY-MM-DD`; by the clock where it is left out. */
  today?: () => string;
  /** Whether nothing is changed: another desk may be open then. */
  isReading?: boolean;
  /** Told of what is worth a line in the terminal. */
  say?: (line: string) => void;
}

/** So long, in milliseconds, a person does nothing before the desk takes the time for what was put off. */
const QUIET = 6000;

const WORDS = {
  another: 'Another desk is open for this archive',
  wait: 'Use that one, or close it first.',
};

/** Refuses with a problem for each of the files that are in the way. */
function refuseFiles(paths: readonly string[], why: string): never {
  throw new Refused(
    paths.map((path) => ({ message: `${path} ${why}`, path, line: null, field: null })),
  );
}

export class Desk {
  readonly root: string;
  readonly #workshop: Workshop;
  readonly #options: DeskOptions;
  readonly #release: () => void;
  readonly #listeners = new Set<(event: DeskEvent) => void>();
  readonly #history: HistoryFile;
  #queue: WorkQueue | null = null;
  #watcher: FSWatcher | null = null;
  #waiting: NodeJS.Timeout | undefined;
  #settling: NodeJS.Timeout | undefined;
  readonly #touched = new Set<string>();

  private constructor(workshop: Workshop, options: DeskOptions, release: () => void) {
    this.root = workshop.root;
    this.#workshop = workshop;
    this.#options = options;
    this.#release = release;
    this.#history = new HistoryFile(this.#file('history.jsonl'));
  }

  /** Opens the desk of an archive; refuses where another one is open. What a save left half done is settled first. */
  static async open(root: string, options: DeskOptions = {}): Promise<Desk> {
    makeFolder(deskFolder(root));
    const { isReading = false } = options;
    const release = isReading
      ? () => undefined
      : takeLock(join(deskFolder(root), 'desk.lock'), 0, WORDS);
    try {
      const recovered = isReading ? null : recoverSave(root);
      if (recovered) options.say?.(recovered);
      return new Desk(await Workshop.open(root), options, release);
    } catch (error) {
      release();
      throw error;
    }
  }

  /** Loads what the first act would otherwise wait for: the language and its model. */
  warm(): void {
    const [first] = this.#work().ask({ count: 1 }).items;
    if (first) this.#workshop.now.draft(first.article);
  }

  /** Follows changes of the folder by others, those made since it was read among them. */
  follow(): void {
    this.#watcher = watch(join(this.root, 'content'), { recursive: true }, (_, name) => {
      if (name) this.#touched.add(`content/${name.replaceAll('\\', '/')}`);
      clearTimeout(this.#waiting);
      this.#waiting = setTimeout(() => this.#look(), 150);
    });
    this.#reread();
  }

  close(): void {
    clearTimeout(this.#waiting);
    clearTimeout(this.#settling);
    this.#watcher?.close();
    this.#release();
  }

  /** Calls back with everything that changes; what comes back ends it. */
  on(listener: (event: DeskEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  get revision(): number {
    return this.#workshop.revision;
  }

  session(): Session {
    const { archive, claims } = this.#workshop.now;
    return {
      archive: {
        name: archive.site?.name ?? 'An archive without a name',
        root: this.root,
        articles: archive.articles.length,
        claims: claims.size,
      },
      person: personAt(this.root, this.#options.by),
      revision: this.revision,
      stopped: this.#stopped(),
      undo: this.#history.stepFor('undo')?.title ?? null,
      redo: this.#history.stepFor('redo')?.title ?? null,
      claimTypes: [...CLAIM_TYPES],
      speakerKinds: [...SPEAKER_KINDS],
    };
  }

  queue(query: QueueQuery): Queue {
    return this.#work().ask(query);
  }

  article(id: string): ArticleView | null {
    return articleView(this.#workshop.now, id, { queue: this.#work(), revision: this.revision });
  }

  names(query: NamesQuery): NameHit[] {
    return namesLike(this.#workshop.now, query);
  }

  claims(q: string): ClaimHits {
    return claimsLike(this.#workshop.now, q);
  }

  filed(room: Room, id: string): FiledView | null {
    return filedView(this.#workshop.now, room, id, this.revision);
  }

  messages(): Messages {
    return messagesOf(this.#workshop.now);
  }

  changes(): Changes {
    return {
      ...gitState(this.root),
      history: this.#history.newestFirst(),
    };
  }

  commit(message: string): Committed {
    const done = commitContent(this.root, message);
    return 'commit' in done
      ? { ok: true, commit: done.commit, problems: [] }
      : { ok: false, commit: null, problems: [done.problem] };
  }

  /** Where this person is, for the next time. */
  stop(key: string | null): void {
    writeFileAtomic.sync(this.#file('stopped.json'), JSON.stringify({ key }));
  }

  /** What an act would change. */
  preview(act: Act): Acted {
    return this.#answer(() => this.#acted(perform(this.#workshop, act, this.#signature()), []));
  }

  /** Does what is asked, and saves it; `suggestion` is the one that is taken up with it. */
  act(act: Act, { suggestion }: { suggestion?: string } = {}): Acted {
    return this.#answer(() => {
      const signature = this.#signature();
      const merged: string[] = [];
      for (let turns = 0; ; turns++) {
        const performed = perform(this.#workshop, act, signature);
        const edited = this.#edited(performed.texts.keys());
        if (edited.length === 0) {
          this.#save(performed, { title: titleOf(act), by: signature.by, suggestion });
          return this.#acted(performed, merged);
        }
        if (turns === 3)
          refuseFiles(
            edited,
            'changes all the time; nothing was written. Close it in the other program, and try again.',
          );
        merged.push(...edited.map((path) => `${path} was edited meanwhile; both changes stand.`));
        this.#reread();
      }
    });
  }

  /** Several acts as one: saved together, and taken back by one undo. Where `isTried`, nothing is saved. */
  together(title: string, work: (sitting: Sitting) => void, isTried = false): Acted {
    return this.#answer(() => {
      const { by } = this.#signature();
      const before = this.#workshop.now;
      const sitting = new Sitting(this.#workshop);
      let next = before;
      try {
        work(sitting);
        next = this.#workshop.now;
      } finally {
        this.#workshop.take(before);
      }
      const performed = outcome(before, next, sitting.changed(before));
      const edited = this.#edited(performed.texts.keys());
      if (edited.length > 0)
        refuseFiles(edited, 'was changed in this moment; nothing was written. Try again.');
      if (!isTried) this.#save(performed, { title, by });
      return this.#acted(performed, []);
    });
  }

  /** Who acts here, and the day; refuses where nobody is known. */
  get signature(): Signature {
    return this.#signature();
  }

  /** The archive as it is. */
  get now(): Snapshot {
    return this.#workshop.now;
  }

  /** Takes the last act back, or does it again. */
  turn(turn: 'undo' | 'redo'): Acted {
    return this.#answer(() => {
      const step = this.#history.stepFor(turn);
      if (!step)
        return refuse(turn === 'undo' ? 'There is nothing to undo.' : 'There is nothing to redo.');
      if (this.#edited(step.files.map(({ path }) => path)).length > 0) this.#reread();
      const { now } = this.#workshop;
      const result = turned(step, turn, (path) => now.text(path));
      if ('clash' in result)
        return refuseFiles(
          result.clash,
          'was edited since, in the same lines; nothing was changed. Change it there, or undo that edit first.',
        );
      const { texts, merged } = result;
      const next = texts.size > 0 ? this.#workshop.with(texts) : now;
      refuseErrors(now, next);
      const performed = outcome(now, next, texts);
      this.#save(performed, { turned: turn });
      if (step.suggestion !== undefined) {
        turnSuggestion(this.root, { id: step.suggestion, turn }, this.#signature());
        this.#queue = null;
      }
      return this.#acted(
        performed,
        merged.map((path) => `${path} was edited since; that change stands.`),
      );
    });
  }

  #signature(): Signature {
    return signatureOf(this.root, this.#options);
  }

  #work(): WorkQueue {
    const { archive, begun, unheard } = this.#workshop.now;
    this.#queue ??= new WorkQueue(archive, {
      isNew: (article) => !begun.content.ledger.has(article),
      unheard,
      lost: lostClaim(this.#workshop.now),
      suggested: this.#suggested(),
      revision: this.revision,
    });
    return this.#queue;
  }

  /** What readers suggest and nobody has decided on. */
  #suggested(): Suggested[] {
    const { now } = this.#workshop;
    return [...suggestionsIn(this.root).values()]
      .filter(({ state }) => state === 'open')
      .map((one) => {
        const { id, article, claim, words, wrong, should, source, from, by } = one;
        const act = proposalOf(one, now);
        const proposal = act && titleOf(act);
        return { article, claim, words, said: { id, wrong, should, source, from, by, proposal } };
      });
  }

  /** The queue is made anew, and pages are told. */
  suggestionsChanged(): void {
    this.#queue = null;
    this.#tell({ cause: 'folder', articles: [], message: null });
  }

  /** Files that are others on the disk than in memory. */
  #edited(paths: Iterable<string>): string[] {
    return [...paths].filter(
      (path) => textOnDisk(this.root, path) !== this.#workshop.now.text(path),
    );
  }

  #save(
    performed: Performed,
    what:
      { title: string; by: string; suggestion?: string | undefined } | { turned: 'undo' | 'redo' },
  ): void {
    const { texts, next, articles } = performed;
    if (texts.size > 0) {
      const { now } = this.#workshop;
      const all = new Map(texts);
      const attributes = attributesToWrite(this.root);
      if (attributes !== null) all.set(ATTRIBUTES, attributes);
      saveTexts(this.root, all, (path) =>
        path === ATTRIBUTES ? textOnDisk(this.root, path) : now.text(path),
      );
      this.#workshop.take(next);
      this.#queue = null;
    } else if (!('turned' in what)) return;
    this.#history.note(
      'turned' in what
        ? { turned: what.turned }
        : {
            did: {
              ...what,
              at: new Date().toISOString(),
              files: performed.files.map(({ path, before, after }) => ({ path, before, after })),
            },
          },
    );
    this.#tell({ cause: 'act', articles, message: null });
    this.#settleLater();
  }

  /** What was put off is made when nobody has asked for anything for a while. */
  #settleLater(): void {
    clearTimeout(this.#settling);
    if (!this.#workshop.isBehind) return;
    this.#settling = setTimeout(() => {
      this.#workshop.settle();
      this.#queue = null;
    }, QUIET);
    this.#settling.unref();
  }

  #acted(performed: Performed, merged: string[]): Acted {
    return {
      ok: true,
      problems: [],
      merged,
      files: performed.files,
      claims: performed.claims,
      articles: performed.articles,
      revision: this.revision,
      made: performed.made,
    };
  }

  /** An answer, or the problems that stand in its way. */
  #answer(work: () => Acted): Acted {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return this.#refused(error.problems);
    }
  }

  #refused(problems: readonly Problem[]): Acted {
    return {
      ok: false,
      problems: [...problems],
      merged: [],
      files: [],
      claims: [],
      articles: [],
      revision: this.revision,
      made: { claims: [], cards: [] },
    };
  }

  /** The folder changed: by the desk itself, or by somebody else. */
  #look(): void {
    const touched = [...this.#touched];
    this.#touched.clear();
    const isOwn = (path: string) => {
      try {
        return path === ATTRIBUTES || textOnDisk(this.root, path) === this.#workshop.now.text(path);
      } catch {
        return false;
      }
    };
    if (touched.length > 0 && touched.every((path) => /\.\d{6,}$/.test(path) || isOwn(path)))
      return;
    this.#reread();
  }

  #reread(): void {
    const before = this.#workshop.now;
    try {
      if (!this.#workshop.reread()) return;
    } catch (error) {
      this.#tell({ cause: 'problem', articles: [], message: (error as Error).message });
      return;
    }
    this.#queue = null;
    const { errors, archive } = this.#workshop.now;
    const articles = archive.articles.flatMap((article) =>
      isSameArticle(before.articles.get(article.id), article) ? [] : [article.id],
    );
    const [first] = errors;
    this.#tell(
      first
        ? {
            cause: 'problem',
            articles,
            message: `${first.path}${first.line ? `, line ${first.line}` : ''}: ${first.reason}. ${first.note}`,
          }
        : { cause: 'folder', articles, message: null },
    );
  }

  #tell(event: Omit<DeskEvent, 'revision'>): void {
    for (const listener of this.#listeners) listener({ ...event, revision: this.revision });
  }

  #stopped(): string | null {
    try {
      const { key } = JSON.parse(readFileSync(this.#file('stopped.json'), 'utf8')) as {
        key?: unknown;
      };
      return typeof key === 'string' ? key : null;
    } catch {
      return null;
    }
  }

  #file(name: string): string {
    return join(deskFolder(this.root), name);
  }
}
