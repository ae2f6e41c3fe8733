import { describe, expect, test } from 'vitest';
import type { Queue, QueueItem } from '../../../src/desk/api.ts';
import {
  appended,
  emptyQueue,
  hasMore,
  loaded,
  meant,
  reopened,
  rowsInView,
  settled,
  stepped,
  toggled,
} from '../../../src/desk/client/queue-model.ts';

const item = (name: string, reason: QueueItem['reasons'][number] = 'no-speaker'): QueueItem => ({
  key: `claim:${name}`,
  reasons: [reason],
  why: '',
  article: 'ferry',
  articleTitle: 'The ferry',
  outlet: null,
  claim: `${name}23456`.slice(0, 6),
  words: name,
  before: '',
  after: '',
  speaker: null,
  candidates: [],
  heirs: [],
  lost: null,
  type: 'direct',
  rule: 'said-after',
  confidence: 0.5,
  review: 'machine',
  suggestion: null,
});
const answer = (names: string, total = names.length, revision = 1): Queue => ({
  items: [...names].map((name) => item(name)),
  total,
  revision,
  facets: {
    reasons: [{ id: 'no-speaker', name: 'no speaker', count: total }],
    articles: [{ id: 'ferry', name: 'The ferry', count: total }],
    outlets: [],
    speakers: [],
    rules: [{ id: 'said-after', name: 'said-after', count: total }],
  },
});
const queue = (names: string, total?: number) => loaded(emptyQueue, answer(names, total), null);
const keys = (names: string) => new Set([...names].map((name) => `claim:${name}`));

describe('where one stands', () => {
  test('is the first item, or the one at which one stopped', () => {
    expect(queue('bcd').at).toBe('claim:b');
    expect(loaded(emptyQueue, answer('bcd'), 'claim:d').at).toBe('claim:d');
    expect(loaded(emptyQueue, answer('bcd'), 'claim:z').at).toBe('claim:b');
  });

  test('is the same item when the queue is loaded anew, whatever came before it', () => {
    const at = stepped(queue('bcd'), 1);
    expect(loaded(at, answer('xbcd'), null).at).toBe('claim:c');
  });

  test('is what followed when the item is gone, and else what stood before it', () => {
    const at = stepped(queue('bcd'), 1);
    expect(loaded(at, answer('bd'), null).at).toBe('claim:d');
    expect(loaded(stepped(at, 1), answer('bc'), null).at).toBe('claim:c');
    expect(loaded(at, answer(''), null).at).toBe(null);
  });

  test('stays within the list', () => {
    expect(stepped(queue('bcd'), -5).at).toBe('claim:b');
    expect(stepped(queue('bcd'), 50).at).toBe('claim:d');
    expect(stepped(emptyQueue, 1).at).toBe(null);
  });
});

describe('what is done', () => {
  test('goes on to the next that waits, and lowers every count once', () => {
    const after = settled(queue('bcd', 10), keys('b'), 'confirmed');
    expect(after.at).toBe('claim:c');
    expect(after.total).toBe(9);
    expect(after.facets.reasons[0]!.count).toBe(9);
    expect(after.facets.rules[0]!.count).toBe(9);
    expect(settled(after, keys('b'), 'again').total).toBe(9);
  });

  test('leaves its place in the list, and one can step back to it', () => {
    const after = settled(queue('bcd'), keys('b'), 'confirmed');
    expect(after.items).toHaveLength(3);
    expect(stepped(after, -1).at).toBe('claim:b');
  });

  test('skips what is done already, and goes back where nothing waits behind', () => {
    const two = settled(stepped(queue('bcd'), 1), keys('c'), 'confirmed');
    expect(two.at).toBe('claim:d');
    expect(settled(two, keys('d'), 'confirmed').at).toBe('claim:b');
  });

  test('comes back with its counts where the server refused it', () => {
    const before = queue('bcd', 10);
    const after = reopened(settled(before, keys('bc'), 'confirmed'), keys('bc'));
    expect(after).toEqual({ ...before, marked: new Set() });
  });

  test('does not move one who stands elsewhere', () => {
    expect(settled(stepped(queue('bcd'), 2), keys('b'), 'confirmed').at).toBe('claim:d');
  });
});

describe('marked items', () => {
  test('are what an act is meant for, else the item that one stands at', () => {
    const marked = toggled(toggled(queue('bcd'), 'claim:d'), 'claim:c');
    expect(meant(marked).map(({ key }) => key)).toEqual(['claim:c', 'claim:d']);
    expect(meant(toggled(toggled(marked, 'claim:c'), 'claim:d')).map(({ key }) => key)).toEqual([
      'claim:b',
    ]);
    expect(meant(emptyQueue)).toEqual([]);
  });
});

describe('long queues', () => {
  test('are loaded on until the server has no more', () => {
    const first = queue('bc', 4);
    expect(hasMore(first)).toBe(true);
    const second = appended(first, answer('cdf', 4));
    expect(second.items.map(({ words }) => words)).toEqual(['b', 'c', 'd', 'f']);
    expect(hasMore(second)).toBe(false);
    expect(hasMore(appended(first, answer('', 4)))).toBe(false);
  });

  test('draw the rows in view and a few around them', () => {
    expect(rowsInView(0, 800, 80, 20_000)).toEqual({ from: 0, to: 18 });
    expect(rowsInView(80_000, 800, 80, 20_000)).toEqual({ from: 992, to: 1018 });
    expect(rowsInView(1_599_200, 800, 80, 20_000).to).toBe(20_000);
    expect(rowsInView(500, 800, 80, 3)).toEqual({ from: 0, to: 3 });
  });
});
