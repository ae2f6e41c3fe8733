/**
 * How well predicted quotations fit annotated ones: the headline figures of the benchmark's own scorer.
 *
 * Spans are cut at line breaks and down to their first and last word. `exact`: equal words. `overlap`: at least
 * half of the words of both, matched one to one. `token`: words covered. Speakers are compared by their heads.
 * With `speech`, annotated beliefs and wishes neither help nor harm.
 */

export interface Mention {
  text: string;
  start?: number;
  end?: number;
}

export interface Quote {
  start: number;
  end: number;
  type?: string | null;
  speaker?: Mention | null;
  cue?: Mention | null;
  speech?: boolean;
}

export interface GoldDocument {
  id: string;
  text: string;
  quotes: Quote[];
  ignore?: [number, number][];
}

interface Unit {
  i: number;
  j: number;
  n: number;
  type: string;
  speaker: Mention | null;
  cue: Mention | null;
  speech: boolean;
  quote: Quote;
}

const WORD = /[\p{L}\p{N}_\p{M}]+(?:['’.\-][\p{L}\p{N}_\p{M}]+)*/gu;
const ALIAS: Record<string, string> = {
  interview: 'unknown',
  interview_turn: 'unknown',
  answer: 'unknown',
  question: 'unknown',
};
const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv', 'md', 'phd']);

/** Offsets are UTF-16 here; `toUtf16` of `offsets.ts` turns the files' code points round beforehand. */
class Words {
  readonly starts: number[] = [];
  readonly ends: number[] = [];

  readonly text: string;

  constructor(text: string) {
    this.text = text;
    for (const match of text.matchAll(WORD)) {
      this.starts.push(match.index);
      this.ends.push(match.index + match[0].length);
    }
  }

  range(start: number, end: number): [number, number] {
    let i = lowerBound(this.ends, start + 1);
    let j = lowerBound(this.starts, end);
    while (
      i < j &&
      (this.ends[i]! - Math.max(start, this.starts[i]!)) * 2 < this.ends[i]! - this.starts[i]!
    )
      i++;
    while (
      j > i &&
      (Math.min(end, this.ends[j - 1]!) - this.starts[j - 1]!) * 2 <
        this.ends[j - 1]! - this.starts[j - 1]!
    )
      j--;
    return [i, j];
  }
}

function lowerBound(values: number[], wanted: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

function unitsOf(words: Words, quotes: readonly Quote[]): Unit[] {
  const units: Unit[] = [];
  const seen = new Set<string>();
  for (const quote of quotes) {
    for (const line of words.text.slice(quote.start, quote.end).matchAll(/[^\n]+/g)) {
      const from = quote.start + line.index;
      const [i, j] = words.range(from, from + line[0].length);
      if (i >= j || seen.has(`${i} ${j}`)) continue;
      seen.add(`${i} ${j}`);
      const type = ALIAS[quote.type ?? ''] ?? quote.type ?? 'unknown';
      units.push({
        i,
        j,
        n: j - i,
        type,
        speaker: quote.speaker ?? null,
        cue: quote.cue ?? null,
        speech: quote.speech ?? true,
        quote,
      });
    }
  }
  return units;
}

const shared = (a: Unit, b: { i: number; j: number }): number =>
  Math.max(0, Math.min(a.j, b.j) - Math.max(a.i, b.i));

/** Pairs of gold and predicted units, the best fitting first; index by index. */
function match(gold: Unit[], predicted: Unit[]): Map<number, number> {
  const pairs: [number, number, number, number, number][] = [];
  gold.forEach((g, gi) => {
    predicted.forEach((p, pi) => {
      const k = shared(g, p);
      if (k && 2 * k >= g.n && 2 * k >= p.n) pairs.push([-k / (g.n + p.n - k), g.i, p.i, gi, pi]);
    });
  });
  pairs.sort((x, y) => x[0] - y[0] || x[1] - y[1] || x[2] - y[2] || x[3] - y[3] || x[4] - y[4]);
  const matched = new Map<number, number>();
  const taken = new Set<number>();
  for (const [, , , gi, pi] of pairs) {
    if (matched.has(gi) || taken.has(pi)) continue;
    matched.set(gi, pi);
    taken.add(pi);
  }
  return matched;
}

const normal = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
    .replace(/^(?:the|an|a)\s+/, '')
    .replace(/^[^\p{L}\p{N}_]+|[^\p{L}\p{N}_]+$/gu, '')
    .replace(/['’]s$|['’]$/, '');

/** Last names and head nouns of a speaker's mention. */
export function headsOf(text: string): Set<string> {
  const heads = new Set<string>();
  for (const whole of text
    .replace(/\s+/g, ' ')
    .trim()
    .split(/\s+and\s+|\s*&\s*|\s+or\s+/)) {
    let part = whole.trim().split(/[,(;:—–]/)[0] || whole;
    const gap = part.indexOf(' ');
    if (gap >= 0)
      part =
        part.slice(0, gap) +
        ` ${part.slice(gap + 1)} `
          .replace(/\s(?:of|for|who|which|that|in|at|from|with|on|to|by|as)\s[^]*$/i, '')
          .trimEnd();
    const words = (part.match(/[\p{L}\p{N}_\p{M}'’.\-]+/gu) ?? [])
      .map((word) =>
        word
          .replace(/['’]s$|['’]$/, '')
          .replace(/^\.+|\.+$/g, '')
          .toLowerCase(),
      )
      .filter(Boolean);
    while (words.length > 1 && SUFFIXES.has(words.at(-1)!)) words.pop();
    if (words.length) heads.add(words.at(-1)!);
  }
  return heads;
}

/** Whether two mentions name the same head, and whether they share a character. */
export function sameSpeaker(
  gold: Mention,
  found: Mention | null,
): { exact: boolean; head: boolean; span: boolean } {
  if (!found?.text) return { exact: false, head: false, span: false };
  const exact = normal(gold.text) === normal(found.text);
  const heads = headsOf(gold.text);
  const head = exact || [...headsOf(found.text)].some((word) => heads.has(word));
  const span =
    found.start !== undefined &&
    found.end !== undefined &&
    gold.start !== undefined &&
    Math.min(gold.end!, found.end) > Math.max(gold.start, found.start);
  return { exact, head, span };
}

export interface Rate {
  P: number;
  R: number;
  F1: number;
}

const rate = (right: number, predicted: number, gold: number): Rate => {
  const P = predicted ? right / predicted : 0;
  const R = gold ? right / gold : 0;
  return { P: 100 * P, R: 100 * R, F1: P + R ? (200 * P * R) / (P + R) : 0 };
};

export interface TypeScore {
  gold: number;
  predicted: number;
  /** Exact F1 among gold and predictions of this type alone. */
  exact: Rate;
  /** Share of the gold that a prediction of any type matched. */
  found: number;
  head: number;
}

export interface Score {
  documents: number;
  gold: number;
  predicted: number;
  exact: Rate;
  overlap: Rate;
  token: Rate;
  joint: Rate;
  speaker: { n: number; exact: number; head: number; span: number };
  noSpeaker: number;
  cue: number;
  ggt30: Rate & { speaker: number };
  ggt80: Rate & { speaker: number };
  types: Record<string, TypeScore>;
}

/** One prediction after matching: what calibration learns from. */
export interface Judged {
  quote: Quote;
  exact: boolean;
  overlap: boolean;
  /** The speaker's head is right, or both sides have none. */
  speaker: boolean;
  /** Neither right nor wrong: annotated as a belief, or in a stretch the gold leaves open. */
  ignored: boolean;
}

export interface ScoreOptions {
  speech?: boolean;
  /** Called for every predicted unit with what came of it. */
  judge?: (document: GoldDocument, judged: Judged) => void;
}

/** Scores predictions (by document id) against gold documents. */
export function score(
  gold: readonly GoldDocument[],
  predictions: ReadonlyMap<string, readonly Quote[]>,
  options: ScoreOptions = {},
): Score {
  const c = {
    gold: 0,
    pred: 0,
    exact: 0,
    overlap: 0,
    tw: 0,
    gw: 0,
    pw: 0,
    joint: 0,
    spN: 0,
    spExact: 0,
    spHead: 0,
    spSpan: 0,
    nullN: 0,
    nullOk: 0,
    cueN: 0,
    cueOk: 0,
    g30: 0,
    g30n: 0,
    g30s: 0,
    g80: 0,
    g80n: 0,
    g80s: 0,
  };
  const types = new Map<
    string,
    { gold: number; pred: number; exact: number; found: number; spN: number; head: number }
  >();
  const typeOf = (name: string) => {
    let entry = types.get(name);
    if (!entry)
      types.set(name, (entry = { gold: 0, pred: 0, exact: 0, found: 0, spN: 0, head: 0 }));
    return entry;
  };
  for (const document of gold) {
    const words = new Words(document.text);
    const all = unitsOf(words, document.quotes);
    const every = unitsOf(words, predictions.get(document.id) ?? []);
    const counts = (g: Unit): boolean => !options.speech || g.speech;
    const G = all.filter(counts);
    const soft = new Set<number>();
    for (const [start, end] of document.ignore ?? []) {
      const [i, j] = words.range(start, end);
      for (let k = i; k < j; k++) soft.add(k);
    }
    for (const g of all) if (!counts(g)) for (let k = g.i; k < g.j; k++) soft.add(k);
    const first = new Set(match(G, every).values());
    const P = every.filter((p, index) => {
      if (first.has(index)) return true;
      let inside = 0;
      for (let k = p.i; k < p.j; k++) if (soft.has(k)) inside++;
      const ignored = 2 * inside >= p.n;
      if (ignored)
        options.judge?.(document, {
          quote: p.quote,
          exact: false,
          overlap: false,
          speaker: false,
          ignored: true,
        });
      return !ignored;
    });
    const matched = match(G, P);
    const goldOf = new Map([...matched].map(([gi, pi]) => [pi, gi]));
    const key = (u: Unit): string => `${u.i} ${u.j}`;
    const goldKeys = new Set(G.map(key));
    const foundKeys = new Set(P.map(key));
    c.gold += G.length;
    c.pred += P.length;
    c.overlap += matched.size;
    for (const k of goldKeys) if (foundKeys.has(k)) c.exact++;
    for (const [threshold, n, count, right] of [
      [0.3, 'g30', 'g30n', 'g30s'],
      [0.8, 'g80', 'g80n', 'g80s'],
    ] as const) {
      const left = [...P];
      for (const g of G) {
        let best = -1;
        for (let k = 0; k < left.length; k++)
          if (best < 0 || shared(g, left[k]!) > shared(g, left[best]!)) best = k;
        if (best < 0 || shared(g, left[best]!) / g.n <= threshold) continue;
        const [taken] = left.splice(best, 1);
        c[n]++;
        if (!g.speaker) continue;
        c[count]++;
        if (sameSpeaker(g.speaker, taken!.speaker).span) c[right]++;
      }
    }
    const goldWords = new Set<number>();
    for (const g of G) for (let k = g.i; k < g.j; k++) goldWords.add(k);
    const foundWords = new Set<number>();
    for (const p of P)
      for (let k = p.i; k < p.j; k++) if (goldWords.has(k) || !soft.has(k)) foundWords.add(k);
    c.gw += goldWords.size;
    c.pw += foundWords.size;
    for (const k of foundWords) if (goldWords.has(k)) c.tw++;
    G.forEach((g, gi) => {
      const type = typeOf(g.type);
      type.gold++;
      const pi = matched.get(gi);
      if (pi === undefined) return;
      type.found++;
      const p = P[pi]!;
      if (g.speaker) {
        const same = sameSpeaker(g.speaker, p.speaker);
        c.spN++;
        type.spN++;
        if (same.exact) c.spExact++;
        if (same.head) (c.spHead++, type.head++, c.joint++);
        if (same.span) c.spSpan++;
      } else {
        c.nullN++;
        if (!p.speaker) (c.nullOk++, c.joint++);
      }
      if (g.cue) {
        c.cueN++;
        if (
          p.cue &&
          p.cue.start !== undefined &&
          Math.min(g.cue.end!, p.cue.end!) > Math.max(g.cue.start!, p.cue.start)
        )
          c.cueOk++;
      }
    });
    P.forEach((p, pi) => {
      typeOf(p.type).pred++;
      if (!options.judge) return;
      const gi = goldOf.get(pi);
      const g = gi === undefined ? undefined : G[gi];
      options.judge(document, {
        quote: p.quote,
        exact: goldKeys.has(key(p)),
        overlap: g !== undefined,
        speaker:
          g !== undefined && (g.speaker ? sameSpeaker(g.speaker, p.speaker).head : !p.speaker),
        ignored: false,
      });
    });
    for (const name of new Set([...G, ...P].map((u) => u.type))) {
      const keys = new Set(P.filter((p) => p.type === name).map(key));
      for (const k of new Set(G.filter((g) => g.type === name).map(key)))
        if (keys.has(k)) typeOf(name).exact++;
    }
  }
  const share = (part: number, whole: number): number => (100 * part) / (whole || 1);
  return {
    documents: gold.length,
    gold: c.gold,
    predicted: c.pred,
    exact: rate(c.exact, c.pred, c.gold),
    overlap: rate(c.overlap, c.pred, c.gold),
    token: rate(c.tw, c.pw, c.gw),
    joint: rate(c.joint, c.pred, c.gold),
    speaker: {
      n: c.spN,
      exact: share(c.spExact, c.spN),
      head: share(c.spHead, c.spN),
      span: share(c.spSpan, c.spN),
    },
    noSpeaker: share(c.nullOk, c.nullN),
    cue: share(c.cueOk, c.cueN),
    ggt30: { ...rate(c.g30, c.pred, c.gold), speaker: share(c.g30s, c.g30n) },
    ggt80: { ...rate(c.g80, c.pred, c.gold), speaker: share(c.g80s, c.g80n) },
    types: Object.fromEntries(
      [...types]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, t]) => [
          name,
          {
            gold: t.gold,
            predicted: t.pred,
            exact: rate(t.exact, t.pred, t.gold),
            found: share(t.found, t.gold),
            head: share(t.head, t.spN),
          },
        ]),
    ),
  };
}

/** One line of figures, as the benchmark prints it. */
export function line(s: Score): string {
  const f = (x: number): string => x.toFixed(1).padStart(5);
  const direct = s.types['direct'];
  return [
    `exact ${f(s.exact.F1)}`,
    `overlap ${f(s.overlap.F1)} (P ${f(s.overlap.P)} R ${f(s.overlap.R)})`,
    `token ${f(s.token.F1)}`,
    `head ${f(s.speaker.head)}`,
    `joint ${f(s.joint.F1)}`,
    `direct exact ${f(direct?.exact.F1 ?? 0)} found ${f(direct?.found ?? 0)}`,
    `mixed ${f(s.types['mixed']?.exact.F1 ?? 0)}`,
    `indirect ${f(s.types['indirect']?.exact.F1 ?? 0)}`,
    `ggt30 ${f(s.ggt30.F1)}/${f(s.ggt30.speaker)}`,
  ].join('  ');
}
