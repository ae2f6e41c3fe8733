/** What a further thread of `npm run extract` runs. */
import { answerTasks } from '../threads/in-order.ts';
import { answer, type Answer, type ExtractOptions } from './extract-lines.ts';

answerTasks(
  (options: ExtractOptions) =>
    (lines: readonly Uint8Array[]): Answer[] =>
      lines.map((line) => answer(line, options)),
);
