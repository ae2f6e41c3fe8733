import type { PublicArticle } from '../../publish/exports/schema.ts';
import { undo } from '../../intake/formats/undo.ts';

/** A stretch of the source with what its record says is undone for reading, such as character references. */
export const asRead = ({ undone }: PublicArticle, words: string): string =>
  undone ? undo(words, undone).text : words;
