/**
 * The text of an article with its claims marked. Marks are cut where they cross, so that claims may
 * nest, overlap and be interrupted; nothing is added to the text, so the page reads back the record.
 */
import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import rehypeSanitize, { type Options as SanitizeSchema } from 'rehype-sanitize';
import { unified } from 'unified';
import type { ArticleRecord, Block, ClaimRecord, Inline, Span, Turn } from '../../model/records.ts';
import { overlaps, segments, spanOf } from '../../text/spans.ts';
import { speakerName } from '../../model/wording.ts';

/** What a text may hold, and nothing else: no handler, no style, no address but http(s) and mail. */
const schema: SanitizeSchema = {
  tagNames: ['span', 'em', 'strong', 'code', 'a'],
  attributes: {
    span: [
      [
        'className',
        'claim',
        'direct',
        'indirect',
        'mixed',
        'answer',
        'question',
        'speaker-label',
        'closing',
      ],
      ['id', /^[23456789bcdfghjkmnpqrstvwxz]{6,12}$/],
      'dataClaim',
      'dataK',
      'dataN',
      'dataSaid',
    ],
    a: ['href', ['rel', 'noreferrer']],
  },
  protocols: { href: ['http', 'https', 'mailto'] },
  clobber: [],
  clobberPrefix: '',
  strip: ['script', 'style'],
};
const sanitize = unified().use(rehypeSanitize, schema).freeze();

/** A tree made safe and written as HTML. */
const written = (children: ElementContent[]): string =>
  toHtml(sanitize.runSync({ type: 'root', children } satisfies Root));

interface Layer extends Span {
  /** Outermost first among layers of the same extent. */
  rank: number;
  open: (first: boolean, last: boolean) => Element;
}

const element = (tagName: string, properties: Element['properties']): Element => ({
  type: 'element',
  tagName,
  properties,
  children: [],
});

const safeHref = (href: string | null): string | null =>
  href && /^(?:https?:|mailto:)/i.test(href) ? href : null;

function inlineLayer({ start, end, mark, href }: Inline): Layer[] {
  const address = safeHref(href);
  if (mark === 'link' && !address) return [];
  const tag = { emphasis: 'em', strong: 'strong', code: 'code', link: 'a' }[mark];
  return [
    {
      start,
      end,
      rank: 2,
      open: () => element(tag, address ? { href: address, rel: ['noreferrer'] } : {}),
    },
  ];
}

/**
 * Cuts a stretch of text at the borders of its layers. A layer stays one element unless it crosses
 * another; then the one that began later is closed and opened again.
 */
function layered(
  text: string,
  from: number,
  to: number,
  layers: readonly Layer[],
): ElementContent[] {
  const inOrder = layers
    .filter((layer) => layer.start < layer.end && overlaps(layer, spanOf(from, to)))
    .map((layer) => ({
      ...layer,
      start: Math.max(layer.start, from),
      end: Math.min(layer.end, to),
    }))
    .sort((a, b) => a.start - b.start || b.end - a.end || a.rank - b.rank);
  const top: ElementContent[] = [];
  const open: { index: number; node: Element }[] = [];
  const pieces = new Map<number, Element[]>();
  for (const piece of segments(from, to, inOrder)) {
    let kept = 0;
    while (kept < open.length && open[kept]?.index === piece.over[kept]) kept++;
    open.length = kept;
    for (const index of piece.over.slice(kept)) {
      const node = element('span', {});
      (open.at(-1)?.node.children ?? top).push(node);
      open.push({ index, node });
      const list = pieces.get(index);
      if (list) list.push(node);
      else pieces.set(index, [node]);
    }
    (open.at(-1)?.node.children ?? top).push({
      type: 'text',
      value: text.slice(piece.start, piece.end),
    });
  }
  for (const [index, nodes] of pieces) {
    for (const [i, node] of nodes.entries()) {
      const made = inOrder[index]?.open(i === 0, i === nodes.length - 1);
      if (!made) continue;
      node.tagName = made.tagName;
      node.properties = made.properties;
    }
  }
  return top;
}

/** Words put before a claim for those who hear the page; never part of its text. */
const saidLabel = (claim: ClaimRecord): string => `Claim, ${speakerName(claim)}: `;

/** The blocks of an article, written as HTML with the claims marked, and the claims that begin in each. */
export interface MarkedBlock {
  block: Block;
  html: string;
  claims: ClaimRecord[];
}

/** Where the mark that closes a claim ends, as it stands behind the words; where they end if there is none. */
const closedAt = (text: string, end: number): number =>
  end + (/^[”’"'»›“]+(?=[\s.,;:!?)\]—–-]|$)/.exec(text.slice(end, end + 3))?.[0].length ?? 0);

/** The label of a turn with its colon, as it hangs beside the text. */
const labelSpan = (text: string, { label }: Turn): Span => {
  const [rest = ''] = /^\s*[:.–—-]?\s*/.exec(text.slice(label.end, label.end + 8)) ?? [];
  return spanOf(label.start, label.end + (rest.includes('\n') ? rest.indexOf('\n') : rest.length));
};

export function markedBlocks(
  article: Pick<ArticleRecord, 'text' | 'blocks' | 'claims' | 'turns'>,
): MarkedBlock[] {
  const { text, blocks } = article;
  const labels = article.turns.map((turn) => labelSpan(text, turn));
  // Claims in reading order; each part is handed to the blocks it touches in one sweep.
  const parts = article.claims
    .flatMap((claim) =>
      claim.parts.map((part, i) => ({
        claim,
        span: part.reading,
        first: i === 0,
        last: i === claim.parts.length - 1,
      })),
    )
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  let next = 0;
  let active: typeof parts = [];
  return blocks.map((block) => {
    active = active.filter((p) => p.span.end > block.start);
    for (let part = parts[next]; part && part.span.start < block.end; part = parts[++next])
      active.push(part);
    const here = active.filter((p) => overlaps(p.span, block));
    const beginning = here
      .filter((p) => p.first && p.span.start >= block.start)
      .map((p) => p.claim);
    const place = new Map(beginning.map((claim, i) => [claim.id, i + 1]));
    // A number stands behind the words and what closes them.
    const closings = here.flatMap(({ claim, span, last }) => {
      const end = Math.min(closedAt(text, span.end), block.end);
      return last && end > span.end ? [{ claim, start: span.end, end }] : [];
    });
    const isClosed = new Set(closings.map(({ claim }) => claim.id));
    const layers: Layer[] = [
      ...labels
        .filter((label) => overlaps(label, block) && block.role !== 'label')
        .map((label): Layer => ({
          ...label,
          rank: 0,
          open: () => element('span', { className: ['speaker-label'] }),
        })),
      ...block.inlines.flatMap(inlineLayer),
      ...closings.map(({ claim, start, end }): Layer => ({
        start,
        end,
        rank: 0,
        open: (_, isEnd) =>
          element('span', {
            className: ['closing'],
            ...(isEnd ? { dataN: claim.number } : {}),
          }),
      })),
      ...here.map(({ claim, span, first, last }): Layer => ({
        start: span.start,
        end: span.end,
        rank: 1,
        open: (firstPiece, lastPiece) => {
          const k = place.get(claim.id);
          const opens = first && firstPiece && span.start >= block.start;
          return element('span', {
            className: ['claim', claim.type],
            ...(opens ? { id: claim.id } : {}),
            dataClaim: claim.id,
            ...(k ? { dataK: k } : {}),
            ...(opens ? { dataSaid: saidLabel(claim) } : {}),
            ...(last && lastPiece && span.end <= block.end && !isClosed.has(claim.id)
              ? { dataN: claim.number }
              : {}),
          });
        },
      })),
    ];
    return {
      block,
      html: written(layered(text, block.start, block.end, layers)),
      claims: beginning,
    };
  });
}

/** A stretch of the text with one claim marked in it, for the claim's own page; without ids. */
export function markedExcerpt(
  article: Pick<ArticleRecord, 'text'>,
  stretch: Span,
  claim: ClaimRecord,
): string {
  const layers = claim.parts.map(({ reading }): Layer => ({
    ...reading,
    rank: 0,
    open: () => element('span', { className: ['claim', claim.type], dataClaim: claim.id }),
  }));
  return written(layered(article.text, stretch.start, stretch.end, layers));
}
