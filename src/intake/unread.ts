/**
 * What stands in a reading text and nobody says: program code, the words for a picture, where a link leads, a
 * reference that stands for a mark. It is shown and not read.
 */
import type { Entity, Found } from '../engine/types.ts';
import type { Span } from '../model/records.ts';
import { byPosition, trimmed } from '../text/spans.ts';
import type { CleanText } from './clean.ts';
import { references } from './formats/undo-references.ts';

/** Code of one word without marks, such as the name of a program, is a word of its sentence. */
const ONE_WORD = /^[^\s"“”«»„‘’']+$/;

/** Code in a text that is no Markdown: a tick, or more, that no letter precedes, and as many that no blank does. */
const TICKED = /(?<![`\p{L}\p{N}])(`{1,3})(?![`\s])[^`\n]{0,200}[^`\s]\1(?![`\p{L}\p{N}])/gu;

/** Hyphens that a name or a word is printed with, and no language pack need know. */
const HYPHENS = /[\u2010\u2011]/g;

/** References of marks and blanks that the text speaks of, or that nothing decides: no name is made of them. */
const leftReferences = (text: string): Span[] =>
  text.includes('&') ? references(text).filter(({ stands }) => /^[^\p{L}&<>]$/u.test(stands)) : [];

/** The reading text, as long as before, with blanks for what is not read and one sign for every hyphen. */
export function withUnreadBlank({ text, blocks }: Pick<CleanText, 'text' | 'blocks'>): string {
  const isCode = ({ start, end }: Span) => !ONE_WORD.test(text.slice(start, end));
  const marked = blocks.flatMap(({ inlines }) =>
    inlines.filter((one) => one.mark === 'attribute' || (one.mark === 'code' && isCode(one))),
  );
  const ticked = [...text.matchAll(TICKED)]
    .map(({ index, 0: { length } }) => ({ start: index, end: index + length }))
    .filter(isCode);
  const unread = [...marked, ...ticked, ...leftReferences(text)].sort(byPosition);
  let [read, from] = ['', 0];
  for (const { start, end } of unread) {
    if (start < from) continue;
    read += text.slice(from, start) + ' '.repeat(end - start);
    from = end;
  }
  return (read + text.slice(from)).replace(HYPHENS, '-');
}

/** The paragraphs of `read` in which something is to be read, without the blanks that stand there for what is `printed`. */
export function withWords<T extends Span>(
  paragraphs: readonly T[],
  read: string,
  printed: string,
): readonly T[] {
  if (read === printed) return paragraphs;
  return paragraphs.flatMap((paragraph) => {
    const words = trimmed(read, paragraph);
    return words ? [{ ...paragraph, ...words }] : [];
  });
}

/** What was found in `read`, with the names as they stand in `printed`. */
export function withPrintedNames(found: Found, read: string, printed: string): Found {
  if (read === printed) return found;
  const wordsOf = (text: string, { start, end }: Span) =>
    text.slice(start, end).replace(/\s+/g, ' ');
  const named = (entity: Entity): Entity => {
    const place = entity.mentions.find((mention) => wordsOf(read, mention) === entity.name);
    return place ? { ...entity, name: wordsOf(printed, place) } : entity;
  };
  return { ...found, entities: found.entities.map(named) };
}
