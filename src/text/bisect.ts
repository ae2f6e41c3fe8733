/**
 * How many of `count` members come before something, where all that do stand first: the index of the first
 * for which `isBefore` is false. Looks at about log2(`count`) of them.
 */
export function countBefore(count: number, isBefore: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
