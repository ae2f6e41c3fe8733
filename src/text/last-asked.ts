/** Remembers the latest answer: for what is asked many times over of one text, and then of the next. */
import { listening, tellAsked } from './asked.ts';

/**
 * `make`, which is only called where the arguments are not those of the call before. Whatever it asks is told at
 * each call.
 */
export function lastAsked<Args extends readonly unknown[], Answer>(
  make: (...args: Args) => Answer,
): (...args: Args) => Answer {
  let last: { args: Args; answer: Answer; asked: ReadonlySet<string> } | null = null;
  return (...args) => {
    if (!last?.args.every((arg, i) => arg === args[i])) {
      const { value, asked } = listening(() => make(...args));
      last = { args, answer: value, asked };
    }
    for (const question of last.asked) tellAsked(question);
    return last.answer;
  };
}
