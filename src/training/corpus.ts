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
import type { GoldDocument } from './score.ts';
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

/** Numbers the features that occur at least `minimum` times in the sequences `chosen`. */
export function indexFeatures(
  sequences: readonly Sequence[],
  chosen: ReadonlySet<number>,
  minimum: number,
): { corpus: Corpus; keys: Int32Array; counts: Int32Array } {
  const total = sequences.reduce((sum, s) => sum + s.b - s.a, 0);
  const SIZE = 1 << 23;
  const slots = new Int32Array(SIZE);
  const counts = new Int32Array(SIZE);
  const ids = new Int32Array(SIZE).fill(-1);
  const slotOf = (key: number): number => {
    let slot = (key ^ (key >>> 12)) & (SIZE - 1);
    while (slots[slot] !== 0 && slots[slot] !== key) slot = (slot + 1) & (SIZE - 1);
    return slot;
  };
  const all = new Int32Array(total * WIDTH);
  const offsets = new Int32Array(sequences.length + 1);
  const labels = new Uint8Array(total);
  const edges = new Uint8Array(total);
  let at = 0;
  sequences.forEach((s, i) => {
    const n = s.b - s.a;
    const layout = layoutOf(s.tokens, s.a, s.b, s.stretches, taggerLexicon);
    offsets[i] = at;
    const view = new View(s.tokens, s.a, n, layout);
    features(view, s.rules, all.subarray(at * WIDTH, (at + n) * WIDTH));
    labels.set(s.labels, at);
    for (let k = 0; k < n; k++) edges[at + k] = edgeClass(s.tokens, s.a, k, layout);
    at += n;
    offsets[i + 1] = at;
  });
  for (let k = 0; k < all.length; k++) {
    const hash = all[k] ?? 0;
    all[k] = hash === 0 ? 0 : keyOf(hash);
  }
  for (const i of chosen) {
    for (let k = (offsets[i] ?? 0) * WIDTH; k < (offsets[i + 1] ?? 0) * WIDTH; k++) {
      const key = all[k] ?? 0;
      if (key === 0) continue;
      const slot = slotOf(key);
      slots[slot] = key;
      counts[slot] = (counts[slot] ?? 0) + 1;
    }
  }
  let featureCount = 0;
  for (let slot = 0; slot < SIZE; slot++)
    if ((counts[slot] ?? 0) >= minimum) ids[slot] = featureCount++;
  const keys = new Int32Array(featureCount);
  const kept = new Int32Array(featureCount);
  for (let slot = 0; slot < SIZE; slot++) {
    const id = ids[slot] ?? -1;
    if (id < 0) continue;
    keys[id] = slots[slot] ?? 0;
    kept[id] = counts[slot] ?? 0;
  }
  const rows = new Int32Array(total + 1);
  // Ids replace keys in place: a token never has more of them.
  let used = 0;
  for (let t = 0; t < total; t++) {
    rows[t] = used;
    for (let k = t * WIDTH; k < (t + 1) * WIDTH; k++) {
      const key = all[k] ?? 0;
      if (key === 0) continue;
      const slot = slotOf(key);
      const id = ids[slot] ?? -1;
      if (slots[slot] !== 0 && id >= 0) all[used++] = id;
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
      featureCount,
      edgeCount: EDGE_CLASSES,
    },
    keys,
    counts: kept,
  };
}
