/** What the page can do: it asks the server, keeps the answers in the store, and leaves the drawing to the views. */
import {
  Acted,
  ArticleView,
  Changes,
  ClaimHits,
  Committed,
  FiledView,
  Messages,
  NameHits,
  Queue,
  Session,
  type Act,
  type NameHit,
  type Problem,
  type Room,
} from '../api.ts';
import { z } from 'zod';
import { get, post, problemOf, problemsOf, Unreachable } from './ask.ts';
import { boundsOf } from './bounds.ts';
import { focusHome } from './focus.ts';
import { MeasureView, SampleView, Told } from '../review/messages.ts';
import {
  appended,
  current,
  hasMore,
  loaded,
  placeOf,
  reopened,
  settled,
  stepped,
  waitingLoaded,
} from './queue-model.ts';
import { addressOf, type Filters, type Route } from './routes.ts';
import type { Saver } from './saver.ts';
import { say } from './spoken.ts';
import type { Editor, Mode, State, Store } from './store.ts';

const PAGE = 200;
/** Milliseconds that one stays at an item before it counts as the place where one stopped. */
const RESTS = 400;

const queryOf = (values: Readonly<Record<string, string | number | undefined>>) =>
  new URLSearchParams(
    Object.entries(values).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    ),
  ).toString();

export class Desk {
  readonly store: Store;
  private readonly saver: Saver;
  private stoppedTimer: ReturnType<typeof setTimeout> | undefined;
  private refreshTimer: ReturnType<typeof setTimeout> | undefined;
  /** Keys of the queue that the acts of this sitting were meant for, newest last: where an undo leads back. */
  private readonly meantFor: ReadonlySet<string>[] = [];
  private readonly nameLists = new Map<string, Promise<readonly NameHit[]>>();
  private askedFor = 0;

  constructor(store: Store, saver: Saver) {
    this.store = store;
    this.saver = saver;
  }

  private get state(): State {
    return this.store.get();
  }

  /** Shows what went wrong, where all views show it; true if nothing did. */
  private async tried(work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      if (error instanceof Unreachable) this.store.set({ isReachable: false });
      else this.store.set({ problems: problemsOf(error) });
      return false;
    }
  }

  /** Goes to another view; `isReplacing` leaves no step for Back. */
  go(route: Route, isReplacing = false): void {
    const address = addressOf(route);
    if (isReplacing) {
      history.replaceState(null, '', address);
      void this.arrive(route);
    } else if (location.hash === address) void this.arrive(route);
    else location.hash = address;
  }

  /** Loads what a view needs. */
  async arrive(route: Route): Promise<void> {
    const before = this.state.route;
    const isSame = addressOf(before) === addressOf(route);
    this.store.set({
      route,
      editor: null,
      mode: null,
      ...(!isSame && { marked: new Set<string>(), problems: [] }),
    });
    await this.load(isSame);
    if (!isSame) this.focusSoon();
  }

  /** Loads the view that is open anew. */
  async load(isAgain = true): Promise<void> {
    const { route } = this.state;
    await this.tried(async () => {
      switch (route.view) {
        case 'queue':
          return this.loadQueue(route.filters);
        case 'article':
          return this.loadArticle(route.id, route.claim, isAgain);
        case 'names':
          this.store.set({ names: isAgain ? this.state.names : [] });
          this.store.set({ names: await this.names(route.room, '', undefined, 500) });
          return;
        case 'filed':
          return this.loadFiled(route.room, route.id, isAgain);
        case 'messages':
          this.store.set(await get('messages', Messages));
          return;
        case 'changes':
          this.store.set({ changes: await get('changes', Changes) });
          return;
        case 'review':
          this.store.set({ measure: await get('measure', MeasureView) });
          return;
        case 'sample':
          return this.loadSample(route.name, isAgain);
      }
    });
  }

  private async loadSample(name: string, isAgain: boolean): Promise<void> {
    if (!isAgain) this.store.set({ sample: null });
    const sample = await get(`sample/${encodeURIComponent(name)}`, SampleView);
    const first = sample.items.findIndex(({ answer }) => answer === null);
    this.store.set(({ sampleAt }) => ({
      sample,
      sampleAt: isAgain ? sampleAt : Math.max(0, first),
    }));
  }

  /** One goes on by so many claims of the sample. */
  stepSample(by: number): void {
    this.store.set(({ sample, sampleAt }) => ({
      sampleAt: Math.min(Math.max(0, sampleAt + by), Math.max(0, (sample?.items.length ?? 1) - 1)),
    }));
  }

  /** Says what this person finds of the claim of the sample that one stands at, and goes on. */
  async answerSample(answer: NonNullable<SampleView['items'][number]['answer']>): Promise<void> {
    const { sample, sampleAt } = this.state;
    const item = sample?.items[sampleAt];
    if (!sample?.isMine || !item || sample.comparison) return;
    const body = { sample: sample.name, claim: item.claim, answer, note: null };
    await this.tried(async () => {
      const told = await post('answer', body, Told);
      if (!told.ok) {
        this.store.set({ problems: told.problems });
        return;
      }
      this.stepSample(1);
      await this.loadSample(sample.name, true);
      say(`${answer}.`);
    });
  }

  /** Puts suggestions out of a text into the queue; resolves with whether all of them were in order. */
  async suggest(text: string): Promise<boolean> {
    let isDone = false;
    await this.tried(async () => {
      const told = await post('suggestions', { text }, Told);
      isDone = told.ok;
      this.store.set({ problems: told.problems, notices: told.said });
      say(told.said.join(' '));
    });
    return isDone;
  }

  /** Takes up the suggestion that one stands at, or dismisses it with a reason. */
  async settleSuggestion(what: 'take' | 'dismiss', why: string | null = null): Promise<void> {
    const item = current(this.state.queue);
    if (!item?.suggestion) return;
    const { id } = item.suggestion;
    await this.tried(async () => {
      const told = await post('suggestion', { id, what, why }, Told);
      this.store.set({ problems: told.problems });
      if (!told.ok) return;
      const words = what === 'take' ? 'Taken up.' : 'Dismissed.';
      this.closeEditor();
      this.store.set(({ queue }) => ({ queue: settled(queue, new Set([item.key]), words) }));
      say(words);
      await this.loadSession();
    });
  }

  async loadSession(): Promise<void> {
    await this.tried(async () => {
      const session = await get('session', Session);
      this.store.set(({ revision }) => ({
        session,
        isReachable: true,
        revision: Math.max(revision, session.revision),
      }));
    });
  }

  private async loadQueue(filters: Filters): Promise<void> {
    const asked = ++this.askedFor;
    this.store.set({ isLoadingQueue: true });
    try {
      const count = Math.min(500, Math.max(PAGE, this.state.queue.items.length));
      const answer = await get(`queue?${queryOf({ ...filters, from: 0, count })}`, Queue);
      if (asked !== this.askedFor) return;
      const stopped = this.state.session?.stopped ?? null;
      this.store.set(({ queue, revision }) => ({
        queue: loaded(queue, answer, stopped),
        revision: Math.max(revision, answer.revision),
      }));
      if (this.state.queue.at !== stopped && placeOf(this.state.queue, stopped) < 0)
        await this.lookForStopped(stopped);
    } finally {
      this.store.set({ isLoadingQueue: false });
    }
  }

  /** Loads on until the item is there at which the last sitting stopped. */
  private async lookForStopped(stopped: string | null): Promise<void> {
    if (stopped === null || this.hasMoved) return;
    while (hasMore(this.state.queue) && placeOf(this.state.queue, stopped) < 0 && !this.hasMoved) {
      const before = this.state.queue.items.length;
      await this.loadMore();
      if (this.state.queue.items.length === before) return;
    }
    if (placeOf(this.state.queue, stopped) >= 0 && !this.hasMoved)
      this.store.set(({ queue }) => ({ queue: { ...queue, at: stopped } }));
  }
  private hasMoved = false;

  private loadingMore: Promise<void> | null = null;
  /** Loads the next page of the queue, where there is one. */
  loadMore(): Promise<void> {
    const { route, queue } = this.state;
    if (route.view !== 'queue' || !hasMore(queue)) return Promise.resolve();
    const { filters } = route;
    const asked = this.askedFor;
    this.loadingMore ??= this.tried(async () => {
      const from = waitingLoaded(this.state.queue);
      const answer = await get(`queue?${queryOf({ ...filters, from, count: PAGE })}`, Queue);
      if (asked === this.askedFor)
        this.store.set(({ queue: now }) => ({ queue: appended(now, answer) }));
    }).then(() => {
      this.loadingMore = null;
    });
    return this.loadingMore;
  }

  private async loadArticle(id: string, claim: string | null, isAgain: boolean): Promise<void> {
    if (!isAgain || this.state.article?.record.id !== id) this.store.set({ article: null });
    const article = await get(`article/${encodeURIComponent(id)}`, ArticleView);
    if (this.state.route.view !== 'article' || this.state.route.id !== id) return;
    const has = (wanted: string | null) =>
      article.record.claims.some((one) => one.id === wanted) ? wanted : null;
    this.store.set((state) => ({
      article,
      claim:
        (isAgain ? has(state.claim) : null) ?? has(claim) ?? article.record.claims[0]?.id ?? null,
      revision: Math.max(state.revision, article.revision),
    }));
  }

  private async loadFiled(room: Room, id: string, isAgain: boolean): Promise<void> {
    if (!isAgain || this.state.filed?.id !== id) this.store.set({ filed: null, claim: null });
    const filed = await get(`filed/${room}/${encodeURIComponent(id)}`, FiledView);
    this.store.set((state) => ({
      filed,
      claim: filed.claims.some((one) => one.id === state.claim)
        ? state.claim
        : (filed.claims[0]?.id ?? null),
      revision: Math.max(state.revision, filed.revision),
    }));
  }

  /** The view of an article, for a claim that is looked at in the queue. Throws as `get`. */
  article = (id: string): Promise<ArticleView> =>
    get(`article/${encodeURIComponent(id)}`, ArticleView);

  names(room: Room, q: string, article?: string, count?: number): Promise<readonly NameHit[]> {
    return get(`names?${queryOf({ room, q, article, count })}`, NameHits).then(({ hits }) => hits);
  }

  /** All names of a room, those of an article first, as of the newest change; kept, so that typing waits for nothing. */
  nameList(room: Room, article: string | undefined): Promise<readonly NameHit[]> {
    const key = `${room} ${article ?? ''} ${this.state.revision}`;
    const kept = this.nameLists.get(key);
    if (kept) return kept;
    if (this.nameLists.size > 20) this.nameLists.clear();
    const list = this.names(room, '', article, 500);
    list.catch(() => this.nameLists.delete(key));
    this.nameLists.set(key, list);
    return list;
  }

  /** Claims that hold all words. */
  claims = (q: string) => get(`claims?${queryOf({ q })}`, ClaimHits).then(({ hits }) => hits);

  /** One goes on in the queue. */
  step(by: number): void {
    this.standAt(stepped(this.state.queue, by).at);
  }

  standAt(key: string | null): void {
    if (key === null || key === this.state.queue.at) return;
    this.hasMoved = true;
    this.store.set(({ queue }) => ({ queue: { ...queue, at: key }, editor: null }));
    this.noteStop();
  }

  /** Remembers where one is, on the server. */
  private noteStop(): void {
    clearTimeout(this.stoppedTimer);
    this.stoppedTimer = setTimeout(() => {
      const key = this.state.queue.at;
      // What is not remembered costs nothing: no message.
      post('stopped', { key }, z.unknown()).catch(() => undefined);
    }, RESTS);
  }

  /** One stands at a claim of the article, or of what is filed. */
  standAtClaim(id: string): void {
    this.store.set({ claim: id, editor: null });
    const { route } = this.state;
    if (route.view === 'article')
      history.replaceState(null, '', addressOf({ ...route, claim: id }));
  }

  toggleClaim(id: string): void {
    const marked = new Set(this.state.marked);
    if (!marked.delete(id)) marked.add(id);
    this.store.set({ marked });
    say(marked.has(id) ? 'Marked.' : 'No longer marked.');
  }

  /** The bounds of a claim that stands in the queue are moved in its article; then one is back in the queue. */
  async boundsInArticle(article: string, claim: string): Promise<void> {
    this.wayBack = this.state.route;
    history.pushState(null, '', addressOf({ view: 'article', id: article, claim }));
    await this.arrive({ view: 'article', id: article, claim });
    const { article: view } = this.state;
    if (view?.record.id === article) this.store.set({ mode: boundsOf(view.record, claim) });
    this.focusSoon();
  }
  private wayBack: Route | null = null;

  /** Back to the queue, where one came from there to do one thing. */
  backToQueue(): void {
    const route = this.wayBack;
    this.wayBack = null;
    if (route) this.go(route);
  }

  /** The focus goes home when what changed is drawn. */
  focusSoon(): void {
    requestAnimationFrame(() => focusHome());
  }

  /** The line to the server broke off. */
  lost(): void {
    this.store.set({ isReachable: false });
  }

  /** It is there again: what waited goes, and what is shown is loaded anew. */
  found(): void {
    if (!this.state.isReachable) void this.reach();
  }

  async reach(): Promise<void> {
    await this.saver.retry();
    await this.loadSession();
    if (this.state.isReachable) await this.load();
  }

  openEditor(editor: Editor): void {
    this.store.set({ editor });
  }

  closeEditor(): void {
    const wasBounds = this.state.mode?.kind === 'bounds';
    this.store.set({ editor: null, mode: null });
    if (wasBounds) this.backToQueue();
    this.focusSoon();
  }

  /**
   * Saves an act. With `done` the queue goes on at once, before the server has answered; what the server refuses comes
   * back. Without, what is open to be filled in stays until it is saved, so that nothing typed is lost. Resolves with
   * whether it was saved.
   */
  async act(act: Act, words: string, done: ReadonlySet<string> = new Set()): Promise<boolean> {
    const { editor, mode, queue } = this.state;
    const open = editor ?? mode;
    if (open !== null && open === this.savedFor) return false;
    const goesOn = done.size > 0;
    this.savedFor = open;
    this.store.set({ problems: [] });
    if (goesOn) {
      this.hasMoved = true;
      this.store.set({ editor: null, mode: null, queue: settled(queue, done, words) });
      this.noteStop();
      this.focusSoon();
    }
    this.meantFor.push(done);
    const problems = await this.saved(act, words);
    this.savedFor = null;
    const now = this.state;
    if (problems.length === 0) {
      if (!goesOn && open !== null && (now.editor ?? now.mode) === open) {
        this.store.set({ editor: null, mode: null });
        this.focusSoon();
      }
      return true;
    }
    this.meantFor.pop();
    if (goesOn) {
      const back = { ...reopened(now.queue, done), at: queue.at };
      this.store.set({ queue: back, editor: now.editor ?? editor });
    }
    this.store.set({ problems });
    say(`Not saved. ${problems.map(({ message }) => message).join(' ')}`);
    return false;
  }
  /** What is being saved and still open: a second Enter saves nothing twice. */
  private savedFor: Editor | Mode | null = null;

  /** What stands in the way of an act; nothing where it is saved. */
  private async saved(act: Act, words: string): Promise<readonly Problem[]> {
    try {
      const acted = await this.saver.save(act);
      if (acted.ok) this.took(acted, words);
      return acted.ok ? [] : acted.problems;
    } catch (error) {
      return problemsOf(error);
    }
  }

  /** Takes the server's answer to an act. */
  private took(acted: Acted, words: string): void {
    this.store.set((state) => ({
      last: acted,
      isReachable: true,
      notices: acted.merged.length > 0 ? acted.merged : state.notices,
      revision: Math.max(state.revision, acted.revision),
    }));
    say(`${words} ${acted.merged.join(' ')}`.trim());
    if (this.saver.waiting === 0 && this.heardOf > this.state.revision) void this.load();
    this.refreshSoon();
  }

  /** Sends what a page left behind that was loaded anew. */
  resume(): void {
    for (const act of this.saver.left())
      this.saver.save(act, true).then(
        (acted) => this.took(acted, 'Saved what waited.'),
        (error: unknown) => this.store.set({ problems: problemsOf(error) }),
      );
  }

  forget = () => this.saver.forget();

  /** What an act would change. Throws as `post`. */
  preview = (act: Act): Promise<Acted> => post('preview', act, Acted);

  /** Takes back the last act of the sitting, or does again what was taken back. */
  async turn(way: 'undo' | 'redo'): Promise<void> {
    if (this.saver.waiting > 0) {
      this.store.set({
        problems: [problemOf('Something is still being saved: undo is open when that is done.')],
      });
      return;
    }
    const title = this.state.session?.[way];
    await this.tried(async () => {
      const acted = await post(way, {}, Acted);
      if (!acted.ok) {
        this.store.set({ problems: acted.problems });
        say(acted.problems.map(({ message }) => message).join(' '));
        return;
      }
      const meant = way === 'undo' ? this.meantFor.pop() : undefined;
      this.took(
        acted,
        `${way === 'undo' ? 'Taken back' : 'Done again'}${title ? `: ${title}` : ''}.`,
      );
      await this.load();
      const key = [...(meant ?? [])].find((one) => placeOf(this.state.queue, one) >= 0);
      if (key) this.store.set(({ queue }) => ({ queue: { ...queue, at: key } }));
      this.focusSoon();
    });
  }

  /** Commits what stands in the content folder; resolves with whether that was done. */
  async commit(message: string): Promise<boolean> {
    let isDone = false;
    await this.tried(async () => {
      const committed = await post('commit', { message }, Committed);
      isDone = committed.ok;
      const words = `Committed as ${committed.commit ?? 'nothing'}.`;
      this.store.set({
        problems: committed.problems,
        ...(committed.ok && { notices: [words] }),
      });
      say(committed.ok ? words : committed.problems.map(({ message: why }) => why).join(' '));
      await this.load();
    });
    return isDone;
  }

  /** After an act: what the header and the open article show is asked for anew, once for a run of quick acts. */
  private refreshSoon(): void {
    clearTimeout(this.refreshTimer);
    this.refreshTimer = setTimeout(() => {
      void this.loadSession();
      // The queue goes on by itself; a note changes no record, and is shown all the same.
      if (this.state.route.view !== 'queue') void this.load();
    }, 60);
  }

  /** Somebody else changed the archive: another tab, an editor, a merge. */
  heard(event: { revision: number; cause: string; message: string | null }): void {
    if (event.cause === 'problem') {
      this.store.set({ problems: [problemOf(event.message ?? 'The folder is not in order.')] });
      return;
    }
    this.heardOf = Math.max(this.heardOf, event.revision);
    if (this.saver.waiting > 0 || event.revision <= this.state.revision) return;
    this.store.set((state) => ({
      revision: event.revision,
      notices: event.message ? [event.message] : state.notices,
    }));
    // What is being typed stays: only what is shown beside it is loaded anew.
    void this.load();
    void this.loadSession();
  }

  /** Revision that an event told of while an act of this page was on its way: its own, or another's. */
  private heardOf = 0;

  /** Messages are put away. */
  dismiss(): void {
    this.store.set({ problems: [], notices: [] });
    focusHome();
  }
}
