/**
 * A function of one string that keeps its answers, for what is asked again and again. At most `most`
 * answers are kept. What it answers is shared: nobody may write to it.
 */
export function memo<T>(answer: (value: string) => T, most = 10_000): (value: string) => T {
  const known = new Map<string, T>();
  return (value) => {
    const before = known.get(value);
    if (before !== undefined || known.has(value)) return before as T;
    if (known.size >= most) known.clear();
    const found = answer(value);
    known.set(value, found);
    return found;
  };
}
