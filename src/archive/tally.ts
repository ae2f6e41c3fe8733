/** Lists by key, and how often each key occurs. */
import { byText } from '../text/order.ts';

/** A list with something in it. */
export type Filled<T> = [T, ...T[]];

/** Adds a value to the list of its key. */
export const push = <K, V>(map: Map<K, Filled<V>>, key: K, value: V) => {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
};

/** Counts by key, most first, ties by key, so that the order is the same on every machine. */
export function tally<T>(
  items: Iterable<T>,
  key: (item: T) => string,
): { key: string; times: number; items: Filled<T> }[] {
  const map = new Map<string, Filled<T>>();
  for (const item of items) push(map, key(item), item);
  return [...map]
    .map(([k, list]) => ({ key: k, times: list.length, items: list }))
    .sort((a, b) => b.times - a.times || byText(a.key, b.key));
}
