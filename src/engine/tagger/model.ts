/** The table of weights: written by training, read once. Integers only, so that every machine adds up the same. */
import { EDGE_CLASSES } from './layout.ts';
import { LABEL_COUNT as L, LABELS } from './labels.ts';

/** The file as it stands in JSON. */
export interface ModelFile {
  /** Counts changes of what features mean; a file of another version is refused. */
  version: number;
  labels: readonly string[];
  features: number;
  /** The first 28 bits of each feature's hash in ascending order, as differences in variable-length bytes; base64. */
  keys: string;
  /** The sixteen values a weight can have. */
  levels: readonly number[];
  /** Half a byte a label, an even number of them a feature: indexes into `levels`; base64. */
  weights: string;
  /** Transitions, by class of the second token. */
  edges: readonly number[];
  /** Taken from the score of “no claim”, so that finding and missing are in balance. */
  bias: number;
  /** Weights of the choices that settle a claim. */
  choices: { mention: ChoiceTable; bound: ChoiceTable; standing: ChoiceTable };
}

/** Weights of one kind of choice. */
export interface ChoiceTable {
  /** As in the model's own table. */
  keys: string;
  /** A signed byte a feature; base64. */
  weights: string;
}

export const MODEL_VERSION = 2;

/** A table of weights ready for use. */
export interface Weights {
  /**
   * Open addressing, two numbers a slot: the feature's key with the index of its first weight in the upper four bits,
   * then the indexes of the other eight. A feature's weights lie beside its key, so that one look fetches all;
   * 0 and 0 where empty.
   */
  table: Int32Array;
  mask: number;
  /** The sixteen values a weight can have. */
  levels: Int16Array;
  /** For two indexes at once: both weights in sixteen bits each, raised by `RAISED` so that sums do not borrow. */
  pairs: Int32Array;
  edges: Int16Array;
}

/** What each weight in `Weights.pairs` is raised by; more than the least weight is below nothing. */
export const RAISED = 128;

export const KEY_MASK = (1 << 28) - 1;

const ROW_BYTES = (L + 1) >> 1;

/** The part of a hash that the table keeps: 1 and more. The greatest does not fit beside a weight and is left out in training. */
export const keyOf = (hash: number): number => (hash >>> 4) + 1;

export const slotOf = (key: number, mask: number): number => (key ^ (key >>> 13)) & mask;

/** Reads a model file; throws if it is of another version or damaged. */
export function readModel(file: ModelFile): Weights {
  if (
    file.version !== MODEL_VERSION ||
    file.labels.join() !== LABELS.join() ||
    file.edges.length !== EDGE_CLASSES * L * L
  ) {
    throw new Error(
      `Unexpected model of version ${file.version}, expected version ${MODEL_VERSION}; train it again with \`npm run train\``,
    );
  }
  const keys = sumsOf(file.keys);
  const weightBytes = bytesOf(file.weights);
  if (keys.length !== file.features || weightBytes.length !== file.features * ROW_BYTES)
    throw new Error(
      'Unexpected end of the model, expected whole rows; train it again with `npm run train`',
    );
  let size = 1024;
  while (size < file.features * 1.6) size *= 2;
  const table = new Int32Array(2 * size);
  const mask = size - 1;
  for (const [f, key] of keys.entries()) {
    let slot = slotOf(key, mask);
    while (table[2 * slot] !== 0) slot = (slot + 1) & mask;
    const indexAt = (y: number) =>
      ((weightBytes[f * ROW_BYTES + (y >> 1)] ?? 0) >> (y & 1 ? 4 : 0)) & 15;
    let others = 0;
    for (let y = 1; y < L; y++) others |= indexAt(y) << (4 * (y - 1));
    table[2 * slot] = key | (indexAt(0) << 28);
    table[2 * slot + 1] = others;
  }
  const levels = Int16Array.from(file.levels);
  const pairs = Int32Array.from(
    { length: 256 },
    (_, both) => (levels[both & 15] ?? 0) + RAISED + ((levels[both >> 4] ?? 0) + RAISED) * 0x10000,
  );
  return { table, mask, levels, pairs, edges: Int16Array.from(file.edges) };
}

/** The weights of one feature, a label each; null where the table does not have it. */
export function weightsOf({ table, mask, levels }: Weights, hash: number): number[] | null {
  if (hash === 0) return null;
  const key = keyOf(hash);
  for (let slot = slotOf(key, mask); ; slot = (slot + 1) & mask) {
    const held = table[2 * slot] ?? 0;
    if (held === 0) return null;
    if ((held & KEY_MASK) !== key) continue;
    const rest = table[2 * slot + 1] ?? 0;
    const others = Array.from({ length: L - 1 }, (_, i) => (rest >>> (4 * i)) & 15);
    return [held >>> 28, ...others].map((index) => levels[index] ?? 0);
  }
}

/** What a model file is written from. */
export interface ModelParts extends Pick<ModelFile, 'levels' | 'bias' | 'choices'> {
  /** A row a feature, keys all different; a row holds an index into `levels` for each label. */
  rows: readonly { key: number; weights: Uint8Array }[];
  edges: Int16Array;
}

/** The file for a table of weights. */
export function writeModel({ rows, edges, levels, bias, choices }: ModelParts): ModelFile {
  const sorted = rows.toSorted((x, y) => x.key - y.key);
  const weights: number[] = [];
  for (const { weights: row } of sorted)
    for (let y = 0; y < L; y += 2) weights.push((row[y] ?? 0) | ((row[y + 1] ?? 0) << 4));
  return {
    version: MODEL_VERSION,
    labels: LABELS,
    features: rows.length,
    keys: base64(differences(sorted.map(({ key }) => key))),
    levels,
    weights: base64(weights),
    edges: [...edges],
    bias,
    choices,
  };
}

/** The file for the weights of one kind of choice, by key; whole numbers from -127 to 127. */
export function writeChoices(table: ReadonlyMap<number, number>): ChoiceTable {
  const rows = [...table].sort(([x], [y]) => x - y);
  return {
    keys: base64(differences(rows.map(([key]) => key))),
    weights: base64(rows.map(([, weight]) => weight & 255)),
  };
}

/** Ascending numbers as their differences, in bytes of seven bits, the lowest first. */
function differences(ascending: readonly number[]): number[] {
  const bytes: number[] = [];
  let previous = 0;
  for (const key of ascending) {
    let difference = key - previous;
    previous = key;
    while (difference >= 128) {
      bytes.push((difference % 128) | 128);
      difference = Math.floor(difference / 128);
    }
    bytes.push(difference);
  }
  return bytes;
}

/** The numbers whose `differences` a text in base64 holds. */
export function sumsOf(text: string): number[] {
  const numbers: number[] = [];
  let sum = 0;
  let factor = 1;
  for (const byte of bytesOf(text)) {
    sum += (byte & 127) * factor;
    factor *= 128;
    if (byte >= 128) continue;
    numbers.push(sum);
    factor = 1;
  }
  return numbers;
}

/** The bytes that a text in base64 holds. */
export function bytesOf(text: string): Uint8Array {
  const signs = atob(text);
  const bytes = new Uint8Array(signs.length);
  for (let i = 0; i < signs.length; i++) bytes[i] = signs.charCodeAt(i);
  return bytes;
}

function base64(bytes: readonly number[]): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 8192)
    text += String.fromCharCode(...bytes.slice(i, i + 8192));
  return btoa(text);
}
