/** What a further thread runs in the tests of sharing work. It ends before its time at the number it is given. */
import { answerTasks } from '../../../src/build/threads/in-order.ts';

answerTasks((endsAt: number) => (task: number) => {
  if (task === endsAt) process.exit(1);
  return { twice: task * 2, there: true };
});
