/**
 * A captured text line by line, with its claims, cues and mentions marked where they stand in it. Nothing is added to
 * the text: what is written reads back the source.
 */
import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { ArticleRecord, ClaimRecord, Span } from '../../model/records.ts';
import { claimPath } from '../../model/urls.ts';
import { portionsOf } from '../../text/portions.ts';
import { overlaps, segments } from '../../text/spans.ts';
import { controlsShown } from '../../text/unseen.ts';

interface Mark extends Span {
  is: 'claim' | 'cue' | 'mention' | 'aside';
  /** Where the words of a claim lead. */
  claim: ClaimRecord | null;
}

const markOf = ({ start, end }: Span, is: Mark['is'], claim: ClaimRecord | null = null): Mark => ({
  start,
  end,
  is,
  claim,
});

/** What is marked in the source of an article: outer claims before those within them. */
function marksOf({ blocks, claims }: ArticleRecord): Mark[] {
  return [
    ...blocks.filter(({ why }) => why !== null).map(({ source }) => markOf(source, 'aside')),
    ...claims.flatMap((claim) => claim.parts.map((part) => markOf(part, 'claim', claim))),
    ...claims.flatMap(({ cue, speaker }) => [
      ...(cue ? [markOf(cue, 'cue')] : []),
      ...(speaker?.mention ? [markOf(speaker.mention, 'mention')] : []),
    ]),
  ];
}

const words = (text: string): ElementContent => ({ type: 'text', value: controlsShown(text) });
const element = (
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[],
): Element => ({ type: 'element', tagName, properties, children });

/** Words in the marks over them: a link to the innermost claim, and what else they are; blanks alone lead nowhere. */
function marked(text: string, over: readonly Mark[], href: (path: string) => string) {
  if (over.length === 0 || text.trim() === '') return words(text);
  const claim = over.findLast((mark) => mark.claim)?.claim;
  const kinds = over.filter((mark) => !mark.claim).map(({ is }) => is);
  const className = [...new Set([...(claim ? ['claim', claim.type] : []), ...kinds])];
  return claim
    ? element('a', { className, href: href(claimPath(claim.id)) }, [words(text)])
    : element('span', { className }, [words(text)]);
}

/**
 * The source as HTML, in portions that a browser lays out one by one; each line is an element with its number, and a
 * line that is cut has it once.
 *
 * @param text the source, decoded, nothing normalised
 * @param article whose record was made from it; null where no record has places in it
 * @param href the address of a path on this site
 */
export function sourceLines(
  text: string,
  article: ArticleRecord | null,
  href: (path: string) => string,
): string[] {
  const marks = article ? marksOf(article) : [];
  let start = 0;
  let number = 0;
  let isCut = false;
  return portionsOf(text).map((portion) => {
    const lines = (portion.match(/[^\n]*\n|[^\n]+$/g) ?? []).map((line) => {
      const span = { start, end: start + line.length };
      const near = marks.filter((mark) => overlaps(mark, span));
      const pieces = segments(span.start, span.end, near).map((piece) =>
        marked(
          text.slice(piece.start, piece.end),
          piece.over.flatMap((k) => near[k] ?? []),
          href,
        ),
      );
      start = span.end;
      if (!isCut) number += 1;
      const numbered = isCut ? {} : { dataN: String(number) };
      isCut = !line.endsWith('\n');
      return element('span', { className: ['ln'], ...numbered }, pieces);
    });
    return toHtml({ type: 'root', children: lines });
  });
}
