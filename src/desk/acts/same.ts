/** Whether two values of JSON are the same; the order of keys makes no difference, and what is undefined is not there. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b))
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((one, i) => isSame(one, b[i]))
    );
  const keysOf = (value: object) =>
    Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .map(([key]) => key);
  const [own, other] = [keysOf(a), keysOf(b)];
  return (
    own.length === other.length &&
    own.every((key) =>
      isSame((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]),
    )
  );
}
