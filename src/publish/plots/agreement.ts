/** The running share of claims that people let stand, month by month, with its limits. */
import { scaleLinear } from 'd3-scale';

/** A month: its label, the share so far and the limits of that, 0 to 1. */
export interface AgreementPoint {
  label: string;
  share: number;
  low: number;
  high: number;
}

export interface AgreementPlot {
  width: number;
  height: number;
  left: number;
  bottom: number;
  right: number;
  top: number;
  /** The line, and the area between the limits. */
  line: string;
  band: string;
  points: { x: number; y: number; label: string }[];
  ticks: { y: number; label: string }[];
  /** Labels of so many months as have room. */
  months: { x: number; label: string }[];
}

const WIDTH = 560;
const HEIGHT = 200;
const LEFT = 44;
const RIGHT = 20;
const TOP = 12;
const BOTTOM = 28;
/** So many labels have room. */
const LABELS = 7;

export function agreementPlot(months: readonly AgreementPoint[]): AgreementPlot {
  const last = Math.max(1, months.length - 1);
  const x = scaleLinear([0, last], [LEFT + 12, WIDTH - RIGHT]);
  const y = scaleLinear([0, 1], [HEIGHT - BOTTOM, TOP]);
  const round = (n: number): number => Math.round(n * 10) / 10;
  const at = (i: number) => round(months.length === 1 ? (LEFT + WIDTH - RIGHT) / 2 : x(i));
  const path = (values: readonly number[], indexes: readonly number[]) =>
    indexes.map((i) => `${at(i)} ${round(y(values[i] ?? 0))}`).join('L');
  const forth = months.map((_, i) => i);
  const band = `M${path(
    months.map(({ high }) => high),
    forth,
  )}L${path(
    months.map(({ low }) => low),
    forth.toReversed(),
  )}Z`;
  const every = Math.max(1, Math.ceil(months.length / LABELS));
  return {
    width: WIDTH,
    height: HEIGHT,
    left: LEFT,
    bottom: HEIGHT - BOTTOM,
    right: WIDTH - RIGHT,
    top: TOP,
    line: `M${path(
      months.map(({ share }) => share),
      forth,
    )}`,
    band,
    points: months.map(({ share, label }, i) => ({ x: at(i), y: round(y(share)), label })),
    ticks: [0, 0.5, 1].map((share) => ({ y: round(y(share)), label: `${100 * share} %` })),
    months: months.flatMap(({ label }, i) => (i % every === 0 ? [{ x: at(i), label }] : [])),
  };
}
