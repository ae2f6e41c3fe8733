import type { PublicArticle } from '../../../src/lib/exports/schema.ts';
import { undo } from '../../../src/lib/formats/undo.ts';

/** A stretch of the source with what its record says is undone for reading, such as character references. */
export const asRead = ({ undone }: PublicArticle, words: string): string =>
  undone ? undo(words, undone).text : words;
