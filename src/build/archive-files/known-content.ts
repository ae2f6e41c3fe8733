/** What is read again of a folder, with what was read before in the places of what is the same. */
import type { Content } from '../../archive/build.ts';
import { filesOf } from './records.ts';

const isSameValue = (a: unknown, b: unknown): boolean =>
  a === b || (a instanceof Uint8Array && b instanceof Uint8Array && Buffer.compare(a, b) === 0);

/**
 * The content with bytes and rows of the ledger that are those of `known` where they say the same, so that what was
 * made of them is found again; and whether all of it is the same. Files stay those of `content`.
 */
export function withKnown(content: Content, known: Content): { content: Content; isSame: boolean } {
  const before = new Map(filesOf(known).map((file) => [file.path, file.value]));
  const files = filesOf(content);
  const changed = new Set<string>();
  for (const file of files) {
    const value = before.get(file.path);
    if (!isSameValue(file.value, value)) changed.add(file.path);
    else if (value !== undefined) file.value = value;
  }
  const ledger = new Map(
    [...content.ledger].map(([article, rows]) => [
      article,
      changed.has(`content/ledger/${article}.json`) ? rows : (known.ledger.get(article) ?? rows),
    ]),
  );
  return {
    content: { ...content, ledger },
    isSame: changed.size === 0 && files.length === before.size,
  };
}
