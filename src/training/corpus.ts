/** Annotated documents as sequences of labelled tokens, and their features as dense numbers. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { scanParagraphs, type Stretch } from '../engine/marks.ts';
import { english } from '../languages/en/index.ts';
import { taggerLexicon } from '../languages/en/features.ts';
import { features, WIDTH } from '../engine/tagger/features.ts';
import { EDGE_CLASSES, edgeClass, layoutOf } from '../engine/tagger/layout.ts';
import { View } from '../engine/tagger/view.ts';
import { KIND } from '../engine/tagger/labels.ts';
import { keyOf } from '../engine/tagger/model.ts';
import { ruleCodes, tokenAt } from '../engine/tagger/rule-codes.ts';
import { SHAPE, type Tokens } from '../engine/tokens.ts';
import { codePoints } from '../text/offsets.ts';
import type { Span } from '../model/records.ts';
import type { GoldDocument } from './gold.ts';
import type { Corpus } from './crf.ts';

/** Documents of one file of the data folder, offsets turned into UTF-16; null where the file is missing. */
export function readDocuments(folder: string, name: string): GoldDocument[] | null {
  const path = join(folder, `${name}.dev.jsonl.gz`);
  if (!existsSync(path)) return null;
  return gunzipSync(readFileSync(path))
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((row) => {
      const document = JSON.parse(row) as GoldDocument;
      const points = codePoints(document.text);
      for (const quote of document.quotes) {
        for (const span of [quote, quote.speaker, quote.cue]) {
          if (span?.start === undefined || span.end === undefined) continue;
          span.start = points.utf16(span.start);
          span.end = points.utf16(span.end);
        }
      }
      if (document.ignore)
        document.ignore = document.ignore.map(([start, end]) => [
          points.utf16(start),
          points.utf16(end),
        ]);
      return document;
    });
}

/** Which fifth of its file a document belongs to, by its id. Fifth 0 is never trained or tuned on. */
export function fifthOf(id: string): number {
  return parseInt(createHash('sha1').update(id).digest('hex').slice(0, 8), 16) % 5;
}

export const isHeldBack = (id: string): boolean => fifthOf(id) === 0;

/** Every line of a text that is not blank. */
export function linesOf(text: string): Span[] {
  const lines: Span[] = [];
  for (const match of text.matchAll(/[^\n]+/g))
    if (match[0].trim()) lines.push({ start: match.index, end: match.index + match[0].length });
  return lines;
}

/** One paragraph of a document: tokens `a`..`b` with what they are. */
export interface Sequence {
  document: GoldDocument;
  tokens: Tokens;
  a: number;
  b: number;
  stretches: readonly Stretch[];
  rules: Uint8Array;
  labels: Uint8Array;
}

export function sequencesOf(document: GoldDocument): Sequence[] {
  const { text } = document;
  const tokens = english.text.tagged(text);
  const labels = new Uint8Array(tokens.count);
  const put = (start: number, end: number, kind: number): void => {
    let first = true;
    for (let i = tokenAt(tokens, start); i < tokens.count && (tokens.start[i] ?? 0) < end; i++) {
      if (tokens.shape[i] === SHAPE.newline) {
        first = true;
        continue;
      }
      labels[i] = first ? 2 * kind - 1 : 2 * kind;
      first = false;
    }
  };
  const speech = document.quotes.filter((quote) => quote.speech !== false);
  for (const { speaker } of speech)
    if (speaker?.start !== undefined) put(speaker.start, speaker.end ?? 0, KIND.source);
  for (const { cue } of speech)
    if (cue?.start !== undefined) put(cue.start, cue.end ?? 0, KIND.cue);
  for (const quote of speech)
    put(quote.start, quote.end, quote.type === 'direct' ? KIND.direct : KIND.indirect);
  const lines = linesOf(text);
  const scans = scanParagraphs(text, lines, english.marks);
  return lines.flatMap((line, i) => {
    const a = tokenAt(tokens, line.start);
    let b = a;
    while (b < tokens.count && (tokens.start[b] ?? 0) < line.end) b++;
    if (a === b) return [];
    const stretches = scans[i]?.stretches ?? [];
    const { drafts } = english.claims.inParagraph(text, line, stretches, i);
    const rules = ruleCodes(tokens, a, b, drafts, taggerLexicon);
    return [{ document, tokens, a, b, stretches, rules, labels: labels.subarray(a, b) }];
  });
}

/** Counts features by a table of open addresses, which is far quicker than a map for millions of them. */
class FeatureCounts {
  private static readonly SIZE = 1 << 23;
  private readonly slots = new Int32Array(FeatureCounts.SIZE);
  private readonly counts = new Int32Array(FeatureCounts.SIZE);
  private readonly ids = new Int32Array(FeatureCounts.SIZE).fill(-1);

  /** Where a key stands, or would stand. */
  private slotOf(key: number): number {
    const last = FeatureCounts.SIZE - 1;
    let slot = (key ^ (key >>> 12)) & last;
    while (this.slots[slot] !== 0 && this.slots[slot] !== key) slot = (slot + 1) & last;
    return slot;
  }

  count(key: number): void {
    const slot = this.slotOf(key);
    this.slots[slot] = key;
    this.counts[slot] = (this.counts[slot] ?? 0) + 1;
  }

  /** Numbers what was counted at least `minimum` times; gives keys and counts by number. */
  number(minimum: number): { keys: Int32Array; counts: Int32Array } {
    const kept: number[] = [];
    for (let slot = 0; slot < FeatureCounts.SIZE; slot++) {
      if ((this.counts[slot] ?? 0) < minimum) continue;
      this.ids[slot] = kept.length;
      kept.push(slot);
    }
    return {
      keys: Int32Array.from(kept, (slot) => this.slots[slot] ?? 0),
      counts: Int32Array.from(kept, (slot) => this.counts[slot] ?? 0),
    };
  }

  /** The number of a key; -1 where it has none. */
  idOf(key: number): number {
    const slot = this.slotOf(key);
    return this.slots[slot] === 0 ? -1 : (this.ids[slot] ?? -1);
  }
}

/** Every token's features as keys, `WIDTH` a token and 0 where there are fewer, and what it is. */
function keyedFeatures(sequences: readonly Sequence[]) {
  const total = sequences.reduce((sum, s) => sum + s.b - s.a, 0);
  const keys = new Int32Array(total * WIDTH);
  const offsets = new Int32Array(sequences.length + 1);
  const labels = new Uint8Array(total);
  const edges = new Uint8Array(total);
  let at = 0;
  for (const [i, s] of sequences.entries()) {
    const n = s.b - s.a;
    const layout = layoutOf(s.tokens, s.a, s.b, s.stretches, taggerLexicon);
    const view = new View(s.tokens, s.a, n, layout);
    features(view, s.rules, keys.subarray(at * WIDTH, (at + n) * WIDTH));
    labels.set(s.labels, at);
    for (let k = 0; k < n; k++) edges[at + k] = edgeClass(s.tokens, s.a, k, layout);
    at += n;
    offsets[i + 1] = at;
  }
  for (let k = 0; k < keys.length; k++) {
    const hash = keys[k] ?? 0;
    keys[k] = hash === 0 ? 0 : keyOf(hash);
  }
  return { total, keys, offsets, labels, edges };
}

/** Numbers the features that occur at least `minimum` times in the sequences `chosen`. */
export function indexFeatures(
  sequences: readonly Sequence[],
  chosen: ReadonlySet<number>,
  minimum: number,
): { corpus: Corpus; keys: Int32Array; counts: Int32Array } {
  const { total, keys: all, offsets, labels, edges } = keyedFeatures(sequences);
  const seen = new FeatureCounts();
  for (const i of chosen) {
    const own = all.subarray((offsets[i] ?? 0) * WIDTH, (offsets[i + 1] ?? 0) * WIDTH);
    for (const key of own) if (key !== 0) seen.count(key);
  }
  const { keys, counts } = seen.number(minimum);
  const rows = new Int32Array(total + 1);
  // Ids replace keys in place: a token never has more of them.
  let used = 0;
  for (let t = 0; t < total; t++) {
    rows[t] = used;
    for (let k = t * WIDTH; k < (t + 1) * WIDTH; k++) {
      const key = all[k] ?? 0;
      const id = key === 0 ? -1 : seen.idOf(key);
      if (id >= 0) all[used++] = id;
    }
  }
  rows[total] = used;
  return {
    corpus: {
      offsets,
      rows,
      features: all.subarray(0, used),
      labels,
      edges,
      featureCount: keys.length,
      edgeCount: EDGE_CLASSES,
    },
    keys,
    counts,
  };
}
