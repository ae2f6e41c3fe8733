/** Work on several threads: the same results in the same order, however many there are. */
import { availableParallelism } from 'node:os';
import { setImmediate as turn } from 'node:timers/promises';
import { parentPort, Worker, workerData } from 'node:worker_threads';

/** How the work is shared. */
export interface Sharing<Task, Result> {
  /** The module that further threads run: it calls `answerTasks`. */
  module: URL;
  /** What that module is given, once. */
  given: unknown;
  /** How many threads work at most, this one included. */
  threads?: number;
  /** The work itself, on this thread. */
  here(task: Task): Result;
  /** Whether further threads are worth their start by now; it is asked until it says so. */
  isWorthwhile?(): boolean;
}

/** So many tasks are at a thread, the one it works on included. */
const AT_ONCE = 3;
/** So many tasks are begun before the first of them is done: more results are never held. */
const AHEAD = 48;
/** More threads than these need more memory than they save time. */
const MOST_THREADS = 8;

/** What goes to a thread and comes back. */
interface Numbered<Value> {
  number: number;
  value: Value;
}

/** Another thread, with the tasks that it was given and has not answered. */
interface Hand<Task> {
  worker: Worker;
  tasks: Map<number, Task>;
}

/**
 * The result of each task, in their order. Tasks are taken no faster than results are, but for a few ahead. What a
 * thread leaves that ends before its time is done by the others; what `here` throws is thrown.
 */
export async function* inOrder<Task, Result>(
  tasks: AsyncIterable<Task> | Iterable<Task>,
  sharing: Sharing<Task, Result>,
): AsyncGenerator<Result> {
  const shared = new SharedWork(tasks, sharing);
  try {
    yield* shared.results();
  } finally {
    await shared.end();
  }
}

/** For the module that further threads run: answers each task, as `here` would. */
export function answerTasks<Given, Task, Result>(
  prepare: (given: Given) => (task: Task) => Result,
): void {
  const answer = prepare(workerData as Given);
  parentPort?.on('message', ({ number, value }: Numbered<Task>) =>
    parentPort?.postMessage({ number, value: answer(value) } satisfies Numbered<Result>),
  );
  parentPort?.postMessage(null);
}

class SharedWork<Task, Result> {
  readonly #sharing: Sharing<Task, Result>;
  readonly #coming: AsyncIterator<Task> | Iterator<Task>;
  /** Null until other threads are worth their start. */
  #hands: Set<Hand<Task>> | null = null;
  /** Those that are loaded. */
  readonly #ready = new Set<Hand<Task>>();
  /** Tasks that nobody has begun. */
  readonly #waiting: Numbered<Task>[] = [];
  readonly #done = new Map<number, Result>();
  #isAsking = false;
  #isAtEnd = false;
  #failed: { error: unknown } | null = null;
  #taken = 0;
  #given = 0;
  /** Whether something came since it was last looked. */
  #hasNews = false;
  #wake: () => void = () => {};

  constructor(tasks: AsyncIterable<Task> | Iterable<Task>, sharing: Sharing<Task, Result>) {
    this.#sharing = sharing;
    this.#coming =
      Symbol.asyncIterator in tasks ? tasks[Symbol.asyncIterator]() : tasks[Symbol.iterator]();
  }

  async *results(): AsyncGenerator<Result> {
    for (;;) {
      this.#hasNews = false;
      this.#start();
      void this.#ask();
      this.#share();
      const own = this.#waiting.shift();
      if (own) this.#done.set(own.number, this.#sharing.here(own.value));
      const from = this.#given;
      while (this.#done.has(this.#given)) {
        const result = this.#done.get(this.#given) as Result;
        this.#done.delete(this.#given++);
        yield result;
      }
      if (this.#failed) throw this.#failed.error;
      if (this.#isAtEnd && this.#given === this.#taken) return;
      // What has come meanwhile is looked at before more is begun here.
      if (own || this.#given > from) await turn();
      else if (!this.#hasNews) await new Promise<void>((wake) => (this.#wake = wake));
    }
  }

  #stir(): void {
    this.#hasNews = true;
    this.#wake();
  }

  /** Ends the other threads. */
  async end(): Promise<void> {
    const hands = [...(this.#hands ?? [])];
    this.#hands?.clear();
    this.#ready.clear();
    // Not awaited: it waits for the next task, which may be long in coming.
    void this.#coming.return?.();
    await Promise.all(hands.map(({ worker }) => worker.terminate()));
  }

  /** Takes the next tasks, as many as can be begun. */
  async #ask(): Promise<void> {
    if (this.#isAsking) return;
    this.#isAsking = true;
    try {
      while (!this.#isAtEnd && this.#hasRoom()) {
        const next = await this.#coming.next();
        if (next.done) this.#isAtEnd = true;
        else this.#waiting.push({ number: this.#taken++, value: next.value });
        this.#stir();
      }
    } catch (error) {
      this.#failed = { error };
      this.#stir();
    }
    this.#isAsking = false;
  }

  #hasRoom(): boolean {
    const most = 1 + AT_ONCE * (this.#hands?.size ?? 0);
    return this.#waiting.length < most && this.#taken - this.#given < AHEAD;
  }

  /** Gives tasks to the threads that have too few. */
  #share(): void {
    for (const { worker, tasks } of this.#ready)
      while (tasks.size < AT_ONCE) {
        const task = this.#waiting.shift();
        if (!task) return;
        tasks.set(task.number, task.value);
        worker.postMessage(task);
      }
  }

  #start(): void {
    const { isWorthwhile, module, given, threads = availableParallelism() } = this.#sharing;
    if (this.#hands || (isWorthwhile && !isWorthwhile())) return;
    this.#hands = new Set();
    for (let i = 1; i < Math.min(threads, MOST_THREADS); i++) {
      const worker = new Worker(module, {
        workerData: given,
        execArgv: ['--disable-warning=ExperimentalWarning'],
      });
      const hand: Hand<Task> = { worker, tasks: new Map() };
      this.#hands.add(hand);
      worker.on('message', (message: Numbered<Result> | null) => this.#hear(hand, message));
      worker.on('error', () => this.#lose(hand));
      worker.on('exit', () => this.#lose(hand));
    }
  }

  #hear(hand: Hand<Task>, message: Numbered<Result> | null): void {
    this.#ready.add(hand);
    if (message && hand.tasks.delete(message.number)) this.#done.set(message.number, message.value);
    this.#stir();
  }

  /** A thread that ended leaves what it had. */
  #lose(hand: Hand<Task>): void {
    this.#ready.delete(hand);
    if (!this.#hands?.delete(hand)) return;
    this.#waiting.unshift(...Array.from(hand.tasks, ([number, value]) => ({ number, value })));
    this.#stir();
  }
}
