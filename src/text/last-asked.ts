/** Remembers the latest answer: for what is asked many times over of one text, and then of the next. */

/** `make`, which is only called where the arguments are not those of the call before. */
export function lastAsked<Args extends readonly unknown[], Answer>(
  make: (...args: Args) => Answer,
): (...args: Args) => Answer {
  let last: { args: Args; answer: Answer } | null = null;
  return (...args) => {
    if (last?.args.every((arg, i) => arg === args[i])) return last.answer;
    last = { args, answer: make(...args) };
    return last.answer;
  };
}
