/** How often claims of one confidence are right, against the confidence they carry. */
import { scaleLinear, scaleSqrt } from 'd3-scale';

/** Claims whose confidence lies between two figures. */
export interface ReliabilityBin {
  claims: number;
  /** Their mean confidence, and the share of them that is right; 0 to 1. */
  said: number;
  right: number;
}

export interface ReliabilityPlot {
  /** Side of the square that is drawn in, in units of its view box. */
  size: number;
  /** Ends of both axes, and of the line on which confidence is what it says. */
  low: number;
  high: number;
  /** Where none and where all are right. */
  bottom: number;
  top: number;
  points: { x: number; y: number; r: number; bin: ReliabilityBin }[];
  ticks: { at: number; up: number; label: string }[];
}

const SIZE = 260;
const MARGIN = 34;

/** Points on a square of both shares; the area of a point is as its number of claims. */
export function reliabilityPlot(bins: readonly ReliabilityBin[]): ReliabilityPlot {
  const low = MARGIN;
  const high = SIZE - 18;
  const x = scaleLinear([0, 1], [low, high]);
  const y = scaleLinear([0, 1], [SIZE - MARGIN, 10]);
  const r = scaleSqrt([0, Math.max(1, ...bins.map(({ claims }) => claims))], [2, 13]);
  const round = (n: number): number => Math.round(n * 10) / 10;
  return {
    size: SIZE,
    low,
    high,
    bottom: round(y(0)),
    top: round(y(1)),
    points: bins
      .filter(({ claims }) => claims > 0)
      .map((bin) => ({
        x: round(x(bin.said)),
        y: round(y(bin.right)),
        r: round(r(bin.claims)),
        bin,
      })),
    ticks: [0, 0.5, 1].map((share) => ({
      at: round(x(share)),
      up: round(y(share)),
      label: `${100 * share} %`,
    })),
  };
}
