/** How the blocks of an article are set on its page: head, text, turns of an interview, folded lines. */
import { markedBlocks, type MarkedBlock } from './highlight.ts';
import type { ArticleRecord, Turn } from '../../model/records.ts';

export interface Fold {
  kind: 'fold';
  blocks: MarkedBlock[];
  /** Reasons in words, each with the rule that decided. */ reasons: {
    why: string;
    rule: string | null;
  }[];
}
export interface Single {
  kind: 'block';
  block: MarkedBlock;
}
export interface TurnItem {
  kind: 'turn';
  turn: Turn;
  items: (Single | Fold)[];
}
export type FlowItem = Single | Fold | TurnItem;

const HEAD = new Set(['title', 'dek', 'byline', 'dateline']);
const FOLDED = new Set(['boilerplate', 'filing']);

/** Document order is kept throughout: the page reads as the source does. */
export function flowOf(article: ArticleRecord): { head: (Single | Fold)[]; text: FlowItem[] } {
  const marked = markedBlocks(article);
  let body = marked.findIndex(({ block }) => !HEAD.has(block.role) && !FOLDED.has(block.role));
  if (body < 0) body = marked.length;
  // Boilerplate that follows the last line of the head belongs to the text.
  for (
    let before = marked[body - 1]?.block.role;
    before && !HEAD.has(before) && before !== 'filing';
    before = marked[body - 1]?.block.role
  )
    body--;

  const folded = (list: readonly MarkedBlock[]): (Single | Fold)[] => {
    const items: (Single | Fold)[] = [];
    for (const block of list) {
      const last = items.at(-1);
      if (!FOLDED.has(block.block.role)) items.push({ kind: 'block', block });
      else if (last?.kind === 'fold') last.blocks.push(block);
      else items.push({ kind: 'fold', blocks: [block], reasons: [] });
    }
    for (const item of items) {
      if (item.kind !== 'fold') continue;
      for (const { block } of item.blocks) {
        const why = block.why ?? 'not part of the article';
        if (!item.reasons.some((r) => r.why === why)) item.reasons.push({ why, rule: block.rule });
      }
    }
    return items;
  };

  const text: FlowItem[] = [];
  let run: MarkedBlock[] = [];
  let number: number | null = null;
  const flush = () => {
    const items = folded(run);
    const turn = number === null ? undefined : article.turns.find((t) => t.number === number);
    if (turn) text.push({ kind: 'turn', turn, items });
    else text.push(...items);
    run = [];
  };
  for (const block of marked.slice(body)) {
    if (block.block.turn !== number) {
      flush();
      number = block.block.turn;
    }
    run.push(block);
  }
  flush();
  return { head: folded(marked.slice(0, body)), text };
}
