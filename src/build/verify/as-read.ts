import { clean } from '../../intake/clean.ts';
import { formatNamed } from '../../intake/formats/index.ts';
import { undo } from '../../intake/formats/undo.ts';
import type { Undoing } from '../../model/records.ts';
import type { PublicArticle, PublicPart } from '../../publish/exports/schema.ts';
import { lastAsked } from '../../text/last-asked.ts';
import type { Capture } from './site.ts';

/** A stretch of the source with what its record says is undone for reading, such as character references. */
export const asRead = ({ undone }: PublicArticle, words: string): string =>
  undone ? undo(words, undone).text : words;

/** A web page read anew. Asked for claim by claim of one source. */
const pageAsRead = lastAsked((text: string, undone: readonly Undoing[] | undefined) =>
  clean({
    path: '',
    text,
    sha256: '',
    bytes: 0,
    format: formatNamed('html'),
    undone: undone ?? [],
  }),
);

/** A whole source as its record says that it is read; null where only its own characters can be compared. */
export const pageText = (article: PublicArticle, source: Capture): string | null =>
  article.format === 'html' ? pageAsRead(source.text, article.undone).text : null;

/** Stretches of the source as they are read: of a web page without its tags and what no browser shows. */
export function partsAsRead(
  article: PublicArticle,
  source: Capture | null,
  parts: readonly PublicPart[],
): string {
  if (article.format !== 'html' || !source)
    return asRead(article, parts.map(({ exact }) => exact).join('\n'));
  const page = pageAsRead(source.text, article.undone);
  return parts
    .map(({ start, end }) => {
      const span = page.toReading({
        start: source.points.utf16(start),
        end: source.points.utf16(end),
      });
      return span ? page.text.slice(span.start, span.end) : '';
    })
    .join('\n');
}
