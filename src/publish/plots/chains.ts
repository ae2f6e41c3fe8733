/**
 * Chains of attribution as a chart: speakers on the left, those who passed the words on between, outlets on
 * the right.
 */
import { linkHorizontal } from 'd3-shape';

export interface ChainStep {
  id: string;
  name: string;
  kind: 'speaker' | 'outlet';
}
export interface ChainNode extends ChainStep {
  column: number;
  /** Pixels: where the name begins, how wide it is about, and the middle of its line. */ x: number;
  width: number;
  y: number;
  claims: number;
}
export interface ChainEdge {
  d: string;
  claims: number;
  from: string;
  to: string;
}
export interface ChainChart {
  nodes: ChainNode[];
  edges: ChainEdge[];
  width: number;
  height: number;
}

const LINE = 34;
const WIDTH = 190;
const GAP = 90;
/** Longest name shown, and about how wide a letter of it is. */
export const LONGEST_NAME = 26;
const LETTER = 7.3;

/**
 * Columns are counted from the outlet backwards, so that all outlets stand in the last one.
 * A name gets one place a column; lines are as thick as the number of claims, within reason.
 */
export function chainChart(
  chains: readonly { steps: readonly ChainStep[]; claims: number }[],
): ChainChart {
  const columns = Math.max(0, ...chains.map((c) => c.steps.length));
  const nodes = new Map<string, ChainNode>();
  /** Names in each column. */
  const filled = new Map<number, number>();
  const edges = new Map<string, { from: ChainNode; to: ChainNode; claims: number }>();
  for (const { steps, claims } of chains) {
    let last: ChainNode | null = null;
    steps.forEach((step, i) => {
      const column = columns - steps.length + i;
      const key = `${column} ${step.kind} ${step.id}`;
      let node = nodes.get(key);
      if (!node) {
        node = {
          ...step,
          column,
          x: column * (WIDTH + GAP),
          width: Math.min(WIDTH, Math.min(step.name.length, LONGEST_NAME) * LETTER),
          y: (filled.get(column) ?? 0) * LINE + LINE / 2,
          claims: 0,
        };
        filled.set(column, (filled.get(column) ?? 0) + 1);
        nodes.set(key, node);
      }
      node.claims += claims;
      if (last) {
        const name = `${last.column} ${last.kind} ${last.id} > ${key}`;
        const edge = edges.get(name) ?? { from: last, to: node, claims: 0 };
        edge.claims += claims;
        edges.set(name, edge);
      }
      last = node;
    });
  }
  const height = Math.max(1, ...filled.values()) * LINE;
  // Short columns stand in the middle of the tall ones.
  for (const node of nodes.values()) node.y += (height - (filled.get(node.column) ?? 0) * LINE) / 2;
  const link = linkHorizontal<unknown, [number, number]>();
  return {
    nodes: [...nodes.values()],
    edges: [...edges.values()].map(({ from, to, claims }) => ({
      d: link({ source: [from.x + from.width + 10, from.y], target: [to.x - 8, to.y] }) ?? '',
      claims,
      from: from.name,
      to: to.name,
    })),
    width: columns * (WIDTH + GAP) - GAP,
    height,
  };
}
