/** The table of weights: written by training, read once. Integers only, so that every machine adds up the same. */
import { EDGE_CLASSES } from './features.ts';
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
  /** What share of decisions was right, by their margin. */
  calibration: Calibration;
}

/** Weights of one kind of choice. */
export interface ChoiceTable {
  /** As in the model's own table. */
  keys: string;
  /** A signed byte a feature; base64. */
  weights: string;
}

/** Knots of a line from score to confidence, ascending; one line for each kind of decision. */
export type Calibration = Record<string, readonly (readonly [score: number, confidence: number])[]>;

export const MODEL_VERSION = 2;

/** A table of weights ready for use. */
export interface Weights {
  /** Open addressing: key and row by turns, key 0 where empty. */
  table: Int32Array;
  mask: number;
  /** A bit for each hash a key may have: most features that are not in the table are seen to be so at once. */
  bits: Int32Array;
  /** `LABEL_COUNT` a row. */
  states: Int8Array;
  edges: Int16Array;
}

export const BITS_MASK = (1 << 20) - 1;

const ROW_BYTES = (L + 1) >> 1;

/** The part of a hash that the table keeps. */
export const keyOf = (hash: number): number => (hash >>> 4) + 1;

export const slotOf = (key: number, mask: number): number => (key ^ (key >>> 13)) & mask;

/** Reads a model file; throws if it is of another version or damaged. */
export function readModel(file: ModelFile): Weights {
  if (file.version !== MODEL_VERSION || file.labels.join() !== LABELS.join() || file.edges.length !== EDGE_CLASSES * L * L) {
    throw new Error(`Unexpected model of version ${file.version}, expected version ${MODEL_VERSION}; train it again with \`npm run train\``);
  }
  const keyBytes = bytesOf(file.keys);
  const weightBytes = bytesOf(file.weights);
  let size = 1024;
  while (size < file.features * 3) size *= 2;
  const table = new Int32Array(2 * size);
  const bits = new Int32Array((BITS_MASK + 1) >> 5);
  const states = new Int8Array(file.features * L);
  const mask = size - 1;
  let at = 0;
  let key = 0;
  for (let f = 0; f < file.features; f++) {
    let difference = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = keyBytes[at++]!;
      difference += (byte & 127) * factor;
      if (byte < 128) break;
    }
    key += difference;
    let slot = slotOf(key, mask);
    while (table[2 * slot] !== 0) slot = (slot + 1) & mask;
    table[2 * slot] = key;
    table[2 * slot + 1] = f * L;
    bits[(key & BITS_MASK) >> 5]! |= 1 << (key & 31);
    for (let y = 0; y < L; y++) {
      const byte = weightBytes[f * ROW_BYTES + (y >> 1)]!;
      states[f * L + y] = file.levels[y & 1 ? byte >> 4 : byte & 15]!;
    }
  }
  if (at !== keyBytes.length || weightBytes.length !== file.features * ROW_BYTES) {
    throw new Error('Unexpected end of the model, expected whole rows; train it again with `npm run train`');
  }
  return { table, mask, bits, states, edges: Int16Array.from(file.edges) };
}

/** The file for a table of weights; `rows` holds indexes into `levels`, `LABEL_COUNT` a feature. Keys must differ. */
export function writeModel(keys: readonly number[], rows: readonly Uint8Array[], levels: readonly number[], edges: Int16Array, bias: number, choices: ModelFile['choices'], calibration: Calibration): ModelFile {
  const order = keys.map((_, i) => i).sort((x, y) => keys[x]! - keys[y]!);
  const weights: number[] = [];
  for (const i of order) {
    const row = rows[i]!;
    for (let y = 0; y < L; y += 2) weights.push(row[y]! | ((row[y + 1] ?? 0) << 4));
  }
  return { version: MODEL_VERSION, labels: LABELS, features: keys.length, keys: base64(differences(order.map((i) => keys[i]!))), levels, weights: base64(weights), edges: [...edges], bias, choices, calibration };
}

/** The file for the weights of one kind of choice, by key; whole numbers from -127 to 127. */
export function writeChoices(table: ReadonlyMap<number, number>): ChoiceTable {
  const keys = [...table.keys()].sort((x, y) => x - y);
  return { keys: base64(differences(keys)), weights: base64(keys.map((key) => table.get(key)! & 255)) };
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

const bytesOf = (text: string): Uint8Array => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));

function base64(bytes: readonly number[]): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.slice(i, i + 8192));
  return btoa(text);
}
