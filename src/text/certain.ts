/** For what is there by construction, where the types cannot say so. What is not there is a fault of the program. */

/** The value itself; `why` says by which construction it is there. */
export function certain<T>(value: T | null | undefined, why: string): T {
  if (value === null || value === undefined) throw new Error(`Expected a value: ${why}`);
  return value;
}

/** The member of a list at an index that is one of its own. */
export function at<T>(list: ArrayLike<T>, index: number): T {
  const value = list[index];
  if (value === undefined)
    throw new RangeError(`Expected an index below ${list.length}, not ${index}`);
  return value;
}

/** The first member of a list that has one. */
export const first = <T>(list: ArrayLike<T>): T => at(list, 0);

/** The last member of a list that has one. */
export const last = <T>(list: ArrayLike<T>): T => at(list, list.length - 1);
