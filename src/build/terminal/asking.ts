/** Questions to a person at the terminal. Elsewhere nobody is asked. */
import { createInterface } from 'node:readline';

/** Whether somebody sits there who can read a question and answer it. */
export const isAnswering = (): boolean =>
  process.stdin.isTTY === true && process.stdout.isTTY === true;

/** Asks one thing; null where the person has closed the input (Ctrl+D, Ctrl+C) and will answer nothing more. */
export type Ask = (question: string) => Promise<string | null>;

/** Does `work` with a way to ask; lines that were typed ahead are answers to the questions to come. */
export async function withAnswers<T>(work: (ask: Ask) => Promise<T>): Promise<T> {
  const asking = createInterface({ input: process.stdin, output: process.stdout });
  const lines = asking[Symbol.asyncIterator]();
  try {
    return await work(async (question) => {
      asking.setPrompt(`${question} `);
      asking.prompt();
      const answer = await lines.next();
      return answer.done ? null : answer.value.trim();
    });
  } finally {
    asking.close();
  }
}
