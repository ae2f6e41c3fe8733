/** Faults of the program itself, with what was worked on when they showed. */

/** What was thrown, in one line of words. */
export function faultInWords(thrown: unknown): string {
  if (thrown instanceof Fault) return thrown.message;
  return thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
}

/** A fault that names what was worked on; its cause is what was thrown. */
class Fault extends Error {
  override name = 'Fault';
  constructor(of: string, cause: unknown) {
    super(`${of}: ${faultInWords(cause)}`, { cause });
  }
}

/** What `work` gives; what it throws names `of`, which was worked on: an article, a file. */
export function workingOn<T>(of: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new Fault(of, error);
  }
}
