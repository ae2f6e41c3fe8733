/**
 * What is asked while something is made: a page that asks the same questions again and gets the same
 * answers would be made the same.
 */

let hear: ((question: string) => void) | null = null;

/** Tells whoever listens that a question is asked. */
export const tellAsked = (question: string): void => hear?.(question);

/** Does some work and gives with its result every question that was asked meanwhile, each once. */
export function listening<T>(work: () => T): { value: T; asked: Set<string> } {
  const before = hear;
  const asked = new Set<string>();
  hear = (question) => asked.add(question);
  try {
    return { value: work(), asked };
  } finally {
    hear = before;
  }
}

/** Does some work whose questions are nobody's: one question was told that stands for all of them. */
export function unheard<T>(work: () => T): T {
  const before = hear;
  hear = null;
  try {
    return work();
  } finally {
    hear = before;
  }
}
