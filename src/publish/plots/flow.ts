/**
 * Who quotes whom as a flow of claims: speakers on the left, outlets on the right, between them those who passed
 * the words on. A kept layout (d3-sankey) places them; pixels run down, per cent of the middle runs across.
 */
import { sankey, sankeyJustify, type SankeyGraph } from 'd3-sankey';

export interface FlowStep {
  id: string;
  name: string;
  kind: 'speaker' | 'outlet';
}
export interface FlowNode extends FlowStep {
  side: 'left' | 'middle' | 'right';
  /** It stands for all that have no place of their own. */
  rest: boolean;
  claims: number;
  /** Pixels from the top. */
  top: number;
  height: number;
}
export interface FlowRibbon {
  d: string;
  width: number;
  rest: boolean;
  label: string;
}
export interface Flow {
  nodes: FlowNode[];
  ribbons: FlowRibbon[];
  height: number;
}

/** How many have a place of their own; the others are summed. */
export interface Most {
  left: number;
  middle: number;
  right: number;
}

type Side = FlowNode['side'];
interface Placed extends FlowStep {
  key: string;
  side: Side;
  rest: boolean;
}

/** Between two names, so that each has a line of its own. */
const GAP = 17;
/** For all claims together, beside the gaps. */
const TALL = 260;
/** Units across; the picture is stretched. */
const WIDE = 100;

const round = (n: number): number => Math.round(n * 10) / 10;

/** Steps by how many claims go through them, the most first. */
function ranked(chains: readonly Chain[], side: Side): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { steps, claims } of chains)
    for (const step of stepsOn(steps, side))
      counts.set(step.id, (counts.get(step.id) ?? 0) + claims);
  const order = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return new Map(order.map(([id], place) => [id, place]));
}

interface Chain {
  steps: readonly FlowStep[];
  claims: number;
}

const stepsOn = (steps: readonly FlowStep[], side: Side): readonly FlowStep[] => {
  if (side === 'right') return steps.slice(-1);
  return side === 'left' ? steps.slice(0, 1) : steps.slice(1, -1).slice(-1);
};

/**
 * The flow of chains that begin with a speaker and end with an outlet. Of several who passed words on the one
 * nearest the outlet is drawn. Null where there is nothing to draw.
 */
export function flowOf(chains: readonly Chain[], most: Most): Flow | null {
  const sides = ['left', 'middle', 'right'] as const;
  const places = new Map(sides.map((side) => [side, ranked(chains, side)] as const));
  const nodes = new Map<string, Placed>();
  const placed = (step: FlowStep, side: Side): string => {
    const rest = (places.get(side)?.get(step.id) ?? Infinity) >= most[side];
    const key = rest ? `${side} rest` : `${side} ${step.id}`;
    const others = Math.max(0, (places.get(side)?.size ?? 0) - most[side]);
    if (!nodes.has(key))
      nodes.set(key, {
        ...(rest ? { id: '', name: `${others} others`, kind: step.kind } : step),
        key,
        side,
        rest,
      });
    return key;
  };
  const links = new Map<string, { source: string; target: string; value: number }>();
  for (const { steps, claims } of chains) {
    const way = sides.flatMap((side) => stepsOn(steps, side).map((step) => placed(step, side)));
    for (const [i, source] of way.slice(0, -1).entries()) {
      const target = way[i + 1] ?? '';
      const link = links.get(`${source} > ${target}`) ?? { source, target, value: 0 };
      link.value += claims;
      links.set(`${source} > ${target}`, link);
    }
  }
  if (links.size === 0) return null;
  const rows = Math.max(
    ...sides.map((side) => [...nodes.values()].filter((n) => n.side === side).length),
  );
  const height = TALL + rows * GAP;
  const graph = laidOut([...nodes.values()], [...links.values()], height);
  return {
    height,
    nodes: graph.nodes.map(({ y0 = 0, y1 = 0, value = 0, id, name, kind, side, rest }) => ({
      ...{ id, name, kind, side, rest },
      claims: value,
      top: round(y0),
      height: round(Math.max(1.5, y1 - y0)),
    })),
    ribbons: graph.links.map(({ source, target, width = 0, y0 = 0, y1 = 0, value }) => {
      const [from, to] = [source as LaidOut, target as LaidOut];
      const [x, end] = [round(from.x1 ?? 0), round(to.x0 ?? 0)];
      const bend = round((x + end) / 2);
      return {
        d: `M${x} ${round(y0)}C${bend} ${round(y0)} ${bend} ${round(y1)} ${end} ${round(y1)}`,
        width: round(Math.max(1, width)),
        rest: from.rest || to.rest,
        label: `${from.name} to ${to.name}: ${value} ${value === 1 ? 'claim' : 'claims'}`,
      };
    }),
  };
}

type LaidOut = Placed & { x0?: number; x1?: number; y0?: number; y1?: number; value?: number };

function laidOut(
  nodes: readonly Placed[],
  links: readonly { source: string; target: string; value: number }[],
  height: number,
): SankeyGraph<LaidOut, object> {
  const layer = { left: 0, middle: 1, right: 2 };
  return sankey<LaidOut, object>()
    .nodeId((node) => node.key)
    .nodeAlign((node, n) =>
      nodes.some(({ side }) => side === 'middle') ? layer[node.side] : sankeyJustify(node, n),
    )
    .nodeSort((a, b) => Number(a.rest) - Number(b.rest) || (b.value ?? 0) - (a.value ?? 0))
    .nodeWidth(1.2)
    .nodePadding(GAP)
    .extent([
      [0, 6],
      [WIDE, height - 6],
    ])({ nodes: nodes.map((node) => ({ ...node })), links: links.map((link) => ({ ...link })) });
}
