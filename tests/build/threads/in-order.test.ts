import { expect, test } from 'vitest';
import { inOrder, type Sharing } from '../../../src/build/threads/in-order.ts';

interface Twice {
  twice: number;
  there: boolean;
}

const numbers = (count: number) => Array.from({ length: count }, (_, i) => i);

/** A little work, so that another thread comes to its turn. */
function here(task: number): Twice {
  const end = performance.now() + 5;
  while (performance.now() < end);
  return { twice: task * 2, there: false };
}

const sharing = (rest: Partial<Sharing<number, Twice>>): Sharing<number, Twice> => ({
  module: new URL('./doubling.ts', import.meta.url),
  given: -1,
  threads: 3,
  here,
  ...rest,
});

async function resultsOf(
  tasks: AsyncIterable<number> | Iterable<number>,
  rest: Partial<Sharing<number, Twice>> = {},
): Promise<Twice[]> {
  const results: Twice[] = [];
  for await (const result of inOrder(tasks, sharing(rest))) results.push(result);
  return results;
}

const twices = (results: readonly Twice[]) => results.map(({ twice }) => twice);
const expected = (count: number) => numbers(count).map((n) => n * 2);

test('results come in the order of the tasks, from all threads', async () => {
  const results = await resultsOf(numbers(600));
  expect(twices(results)).toEqual(expected(600));
  expect(new Set(results.map(({ there }) => there))).toEqual(new Set([true, false]));
});

test('one thread does all alone', async () => {
  const results = await resultsOf(numbers(5), { threads: 1 });
  expect(results).toEqual(numbers(5).map(here));
});

test('no thread is started before it is worthwhile', async () => {
  const results = await resultsOf(numbers(5), { isWorthwhile: () => false });
  expect(results.every(({ there }) => !there)).toBe(true);
});

test('what a thread leaves that ends before its time is done here', async () => {
  expect(twices(await resultsOf(numbers(600), { given: 300 }))).toEqual(expected(600));
});

test('a module that cannot be loaded leaves all to this thread', async () => {
  const module = new URL('./no-such-module.ts', import.meta.url);
  expect(twices(await resultsOf(numbers(20), { module }))).toEqual(expected(20));
});

test('each task is answered as it comes, not only when the next is there', async () => {
  let answered = 0;
  async function* coming() {
    for (let i = 0; i < 3; i++) {
      yield i;
      while (answered <= i) await new Promise((later) => setTimeout(later, 1));
    }
  }
  for await (const { twice } of inOrder(coming(), sharing({ threads: 1 })))
    expect(twice).toBe(2 * answered++);
  expect(answered).toBe(3);
});

test('tasks are taken no faster than results, but for a few ahead', async () => {
  let taken = 0;
  function* coming() {
    for (; taken < 1000; taken++) yield taken;
  }
  for await (const { twice } of inOrder(coming(), sharing({ threads: 2 }))) {
    expect(taken - twice / 2).toBeLessThan(60);
    if (twice > 400) break;
  }
  expect(taken).toBeLessThan(300);
});

test('what fails here or in the tasks is thrown', async () => {
  const failing = () => {
    throw new Error('no task like this');
  };
  await expect(resultsOf(numbers(3), { threads: 1, here: failing })).rejects.toThrow('like this');
  function* broken() {
    yield 1;
    throw new Error('no more tasks');
  }
  await expect(resultsOf(broken(), { threads: 1 })).rejects.toThrow('no more tasks');
});
