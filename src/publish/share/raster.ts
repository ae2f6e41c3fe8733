/** Outlines of glyphs as images of grey levels: each pixel has as much ink as the outline covers of it. */

/** One command of an outline, in units of the font, y upwards: M, L, Q, C or Z, as in SVG. */
export interface PathCommand {
  type: string;
  values: readonly number[];
}

/** Straight edges of an outline, four numbers an edge (from x, y to x, y), in units of the font, y upwards. */
export type Edges = readonly number[];

/** How far an edge may stray from a curve, in units of the font (a thousandth of the size). */
const TOLERANCE = 0.5;

/** Pieces that a curve is cut into, by how far its control points stand from a straight line. */
const piecesOf = (bend: number): number => Math.max(1, Math.ceil(Math.sqrt(bend / TOLERANCE)));

/** The edges of an outline; what is left open is closed, as a font's outlines are. */
export function edgesOf(path: Iterable<PathCommand>): Edges {
  const edges: number[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  const line = (toX: number, toY: number) => {
    if (toY !== y) edges.push(x, y, toX, toY);
    [x, y] = [toX, toY];
  };
  const quadratic = ([cx = 0, cy = 0, toX = 0, toY = 0]: readonly number[]) => {
    const [fromX, fromY] = [x, y];
    const n = piecesOf(Math.hypot(fromX - 2 * cx + toX, fromY - 2 * cy + toY) / 4);
    for (let i = 1; i <= n; i++) {
      const [t, u] = [i / n, 1 - i / n];
      line(
        u * u * fromX + 2 * u * t * cx + t * t * toX,
        u * u * fromY + 2 * u * t * cy + t * t * toY,
      );
    }
  };
  const cubic = ([ax = 0, ay = 0, bx = 0, by = 0, toX = 0, toY = 0]: readonly number[]) => {
    const [fromX, fromY] = [x, y];
    const first = Math.hypot(fromX - 2 * ax + bx, fromY - 2 * ay + by);
    const second = Math.hypot(ax - 2 * bx + toX, ay - 2 * by + toY);
    const n = piecesOf(Math.max(first, second) * 0.75);
    for (let i = 1; i <= n; i++) {
      const [t, u] = [i / n, 1 - i / n];
      const [p, q, r, s] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
      line(p * fromX + q * ax + r * bx + s * toX, p * fromY + q * ay + r * by + s * toY);
    }
  };
  for (const { type, values } of path) {
    if (type === 'L') line(values[0] ?? 0, values[1] ?? 0);
    else if (type === 'Q') quadratic(values);
    else if (type === 'C') cubic(values);
    else {
      line(startX, startY);
      if (type === 'M') [x, y] = [startX, startY] = [values[0] ?? 0, values[1] ?? 0];
    }
  }
  line(startX, startY);
  return edges;
}

/** A glyph at one size, without the pixels that have no ink. Its corner counts from the pen's place. */
export interface GlyphImage {
  left: number;
  top: number;
  width: number;
  height: number;
  /** Where each pixel stands from the corner: its column and `stride` times its row. */
  places: Uint32Array;
  /** Its ink, from 1 to the most. */
  levels: Uint8Array;
}

/** How images are made: the level of a pixel that is covered whole, and the width of the sheet they are set on. */
export interface Grid {
  most: number;
  stride: number;
}

/**
 * How much of each pixel lies to the right of edges, signed by their direction, as a difference from the pixel
 * before it: the sums along a row are what the outline covers.
 */
class Coverage {
  readonly area: Float32Array;
  readonly width: number;
  readonly height: number;

  constructor(width: number, height: number) {
    [this.width, this.height] = [width, height];
    this.area = new Float32Array(width * height);
  }

  /** Adds an edge, in pixels, y downwards; it lies within the image, two columns short of its right side. */
  add(fromX: number, fromY: number, toX: number, toY: number): void {
    const down = fromY < toY;
    const [topX, topY, bottomX, bottomY] = down
      ? [fromX, fromY, toX, toY]
      : [toX, toY, fromX, fromY];
    const slope = (bottomX - topX) / (bottomY - topY);
    let x = topX;
    for (let row = Math.floor(topY); row < Math.min(this.height, Math.ceil(bottomY)); row++) {
      const high = Math.min(row + 1, bottomY) - Math.max(row, topY);
      const next = x + slope * high;
      // A rounding may lead a hair out of the image.
      const [left, right] = [Math.max(0, Math.min(x, next)), Math.max(0, x, next)];
      this.#addPiece(row * this.width, down ? high : -high, left, right);
      x = next;
    }
  }

  /** Adds a piece of an edge that stays in the row at `at`: `high` with its sign, from `left` to `right`. */
  #addPiece(at: number, high: number, left: number, right: number): void {
    const { area } = this;
    const first = Math.floor(left);
    const past = Math.ceil(right);
    let i = at + first;
    if (past <= first + 1) {
      const beyond = high * ((left + right) / 2 - first);
      area[i] = (area[i] ?? 0) + high - beyond;
      area[i + 1] = (area[i + 1] ?? 0) + beyond;
      return;
    }
    // Covered area up to each pixel's right side grows as the square, then evenly, then as the square.
    const each = high / (right - left);
    let before = 0;
    for (let pixel = first; pixel < past; pixel++, i++) {
      const inside = Math.min(right, pixel + 1) - Math.max(left, pixel);
      const beyond = Math.max(0, pixel + 1 - right) + inside / 2;
      const own = each * inside * beyond;
      area[i] = (area[i] ?? 0) + before + own;
      before = each * inside - own;
    }
    area[i] = (area[i] ?? 0) + before;
  }
}

/** Left, right, bottom and top of an outline. */
function boundsOf(edges: Edges): [number, number, number, number] {
  let [minX, maxX, minY, maxY] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let i = 0; i < edges.length; i += 2) {
    const [x, y] = [edges[i] ?? 0, edges[i + 1] ?? 0];
    if (x < minX) minX = x;
    if (x > maxX) maxX = x;
    if (y < minY) minY = y;
    if (y > maxY) maxY = y;
  }
  return [minX, maxX, minY, maxY];
}

/**
 * The image of a glyph: `scale` is pixels a unit, `shift` how far right of a whole pixel the pen stands (0 to 1). Null
 * for a glyph without ink, such as a space.
 */
export function imageOf(
  edges: Edges,
  scale: number,
  shift: number,
  { most, stride }: Grid,
): GlyphImage | null {
  if (edges.length === 0) return null;
  const [minX, maxX, minY, maxY] = boundsOf(edges);
  const left = Math.floor(minX * scale + shift);
  const top = Math.floor(-maxY * scale);
  const width = Math.ceil(maxX * scale + shift) - left;
  const height = Math.ceil(-minY * scale) - top;
  // Two columns more, into which what lies right of the last edges adds up to nothing.
  const coverage = new Coverage(width + 2, height);
  for (let i = 0; i < edges.length; i += 4)
    coverage.add(
      (edges[i] ?? 0) * scale + shift - left,
      -(edges[i + 1] ?? 0) * scale - top,
      (edges[i + 2] ?? 0) * scale + shift - left,
      -(edges[i + 3] ?? 0) * scale - top,
    );
  const places: number[] = [];
  const levels: number[] = [];
  for (let y = 0; y < height; y++) {
    let covered = 0;
    for (let x = 0; x < width; x++) {
      covered += coverage.area[y * (width + 2) + x] ?? 0;
      const level = Math.round(Math.min(1, Math.abs(covered)) * most);
      if (level === 0) continue;
      places.push(y * stride + x);
      levels.push(level);
    }
  }
  return {
    left,
    top,
    width,
    height,
    places: Uint32Array.from(places),
    levels: Uint8Array.from(levels),
  };
}
