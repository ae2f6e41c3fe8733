/**
 * How well predicted quotations fit annotated ones: the headline figures of the benchmark's own scorer.
 *
 * Spans are cut at line breaks and down to their first and last word. `exact`: equal words. `overlap`: at least
 * half of the words of both, matched one to one. `token`: words covered. Speakers are compared by their heads.
 * With `speech`, annotated beliefs and wishes neither help nor harm.
 */
import type { GoldDocument, Quote } from './gold.ts';
import { overlap, sameSpeaker } from './same-speaker.ts';
import { match, matchGreedily, rangeOf, unitsOf, Words, wordsOf, type Unit } from './units.ts';

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

/** How many of some decisions were right. */
class Share {
  n = 0;
  right = 0;

  count(isRight: boolean): void {
    this.n++;
    if (isRight) this.right++;
  }

  /** Of a hundred. */
  get percent(): number {
    return percent(this.right, this.n);
  }
}

const percent = (part: number, whole: number): number => (100 * part) / (whole || 1);

/** The greedy scorer's counts at one threshold. */
class Greedy {
  readonly threshold: number;
  private found = 0;
  private readonly speakers = new Share();

  constructor(threshold: number) {
    this.threshold = threshold;
  }

  count({ gold, predicted }: Aligned): void {
    for (const { g, p } of matchGreedily(gold, predicted, this.threshold)) {
      this.found++;
      if (g.speaker) this.speakers.count(sameSpeaker(g.speaker, p.speaker).span);
    }
  }

  result(predicted: number, gold: number): Rate & { speaker: number } {
    return { ...rate(this.found, predicted, gold), speaker: this.speakers.percent };
  }
}

/** What was counted of one type of quotation. */
class TypeTally {
  gold = 0;
  predicted = 0;
  exact = 0;
  found = 0;
  readonly heads = new Share();

  result(): TypeScore {
    return {
      gold: this.gold,
      predicted: this.predicted,
      exact: rate(this.exact, this.predicted, this.gold),
      found: percent(this.found, this.gold),
      head: this.heads.percent,
    };
  }
}

/** One document's units of both sides, and which belongs to which. */
interface Aligned {
  gold: readonly Unit[];
  /** Without those that are ignored. */
  predicted: readonly Unit[];
  /** Neither right nor wrong. */
  ignored: ReadonlySet<Unit>;
  matched: ReadonlyMap<Unit, Unit>;
  /** Words that the gold leaves open. */
  open: ReadonlySet<number>;
}

/** Lays predictions beside the gold; with `speech`, told beliefs and wishes count as left open. */
function align(document: GoldDocument, quotes: readonly Quote[], speech: boolean): Aligned {
  const words = new Words(document.text);
  const all = unitsOf(words, document.quotes);
  const gold = all.filter((unit) => !speech || unit.speech);
  const open = wordsOf(all.filter((unit) => speech && !unit.speech));
  for (const [start, end] of document.ignore ?? []) {
    const [i, j] = words.range(start, end);
    for (let k = i; k < j; k++) open.add(k);
  }
  const every = unitsOf(words, quotes);
  const fitting = new Set(match(gold, every).values());
  const isIgnored = (unit: Unit): boolean => {
    if (fitting.has(unit)) return false;
    let inside = 0;
    for (let k = unit.i; k < unit.j; k++) if (open.has(k)) inside++;
    return 2 * inside >= unit.n;
  };
  const ignored = new Set(every.filter(isIgnored));
  const predicted = every.filter((unit) => !ignored.has(unit));
  return { gold, predicted, ignored, matched: match(gold, predicted), open };
}

/** What was counted over all documents. */
class Tally {
  private gold = 0;
  private predicted = 0;
  private exact = 0;
  private overlap = 0;
  private joint = 0;
  private readonly words = { gold: 0, predicted: 0, shared: 0 };
  private readonly speakers = { exact: new Share(), head: new Share(), span: new Share() };
  private readonly noSpeaker = new Share();
  private readonly cues = new Share();
  private readonly ggt30 = new Greedy(0.3);
  private readonly ggt80 = new Greedy(0.8);
  private readonly types = new Map<string, TypeTally>();

  private typeOf(name: string): TypeTally {
    const known = this.types.get(name);
    if (known) return known;
    const tally = new TypeTally();
    this.types.set(name, tally);
    return tally;
  }

  count(aligned: Aligned): void {
    const { gold, predicted, matched } = aligned;
    this.gold += gold.length;
    this.predicted += predicted.length;
    this.overlap += matched.size;
    this.countExact(aligned);
    this.countWords(aligned);
    this.ggt30.count(aligned);
    this.ggt80.count(aligned);
    for (const g of gold) {
      this.typeOf(g.type).gold++;
      const p = matched.get(g);
      if (p) this.countPair(g, p);
    }
    for (const p of predicted) this.typeOf(p.type).predicted++;
  }

  private countExact({ gold, predicted }: Aligned): void {
    const found = new Set(predicted.map(rangeOf));
    const foundAs = new Set(predicted.map((p) => `${p.type} ${rangeOf(p)}`));
    for (const g of gold) {
      if (found.has(rangeOf(g))) this.exact++;
      if (foundAs.has(`${g.type} ${rangeOf(g)}`)) this.typeOf(g.type).exact++;
    }
  }

  private countWords({ gold, predicted, open }: Aligned): void {
    const wanted = wordsOf(gold);
    this.words.gold += wanted.size;
    for (const k of wordsOf(predicted)) {
      if (wanted.has(k)) this.words.shared++;
      if (wanted.has(k) || !open.has(k)) this.words.predicted++;
    }
  }

  /** Counts whether the speaker and the cue of a quotation that was found are right. */
  private countPair(g: Unit, p: Unit): void {
    const type = this.typeOf(g.type);
    type.found++;
    if (g.speaker) {
      const same = sameSpeaker(g.speaker, p.speaker);
      this.speakers.exact.count(same.exact);
      this.speakers.head.count(same.head);
      this.speakers.span.count(same.span);
      type.heads.count(same.head);
    } else this.noSpeaker.count(!p.speaker);
    if (hasRightHead(g, p)) this.joint++;
    if (g.cue) this.cues.count(p.cue !== null && overlap(g.cue, p.cue));
  }

  result(documents: number): Score {
    const { gold, predicted, words, speakers } = this;
    return {
      documents,
      gold,
      predicted,
      exact: rate(this.exact, predicted, gold),
      overlap: rate(this.overlap, predicted, gold),
      token: rate(words.shared, words.predicted, words.gold),
      joint: rate(this.joint, predicted, gold),
      speaker: {
        n: speakers.head.n,
        exact: speakers.exact.percent,
        head: speakers.head.percent,
        span: speakers.span.percent,
      },
      noSpeaker: this.noSpeaker.percent,
      cue: this.cues.percent,
      ggt30: this.ggt30.result(predicted, gold),
      ggt80: this.ggt80.result(predicted, gold),
      types: Object.fromEntries(
        [...this.types]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, tally]) => [name, tally.result()]),
      ),
    };
  }
}

/** The speakers of two units have a head in common, or neither has a speaker. */
const hasRightHead = (g: Unit, p: Unit): boolean =>
  g.speaker ? sameSpeaker(g.speaker, p.speaker).head : !p.speaker;

/** What came of each prediction: those that are ignored first. */
function judgementsOf({ gold, predicted, ignored, matched }: Aligned): Judged[] {
  const ranges = new Set(gold.map(rangeOf));
  const goldOf = new Map([...matched].map(([g, p]) => [p, g]));
  const nothing = { exact: false, overlap: false, speaker: false };
  return [
    ...Array.from(ignored, ({ quote }) => ({ quote, ...nothing, ignored: true })),
    ...predicted.map((p) => {
      const g = goldOf.get(p);
      return {
        quote: p.quote,
        exact: ranges.has(rangeOf(p)),
        overlap: g !== undefined,
        speaker: g !== undefined && hasRightHead(g, p),
        ignored: false,
      };
    }),
  ];
}

/** Scores predictions (by document id) against gold documents. */
export function score(
  gold: readonly GoldDocument[],
  predictions: ReadonlyMap<string, readonly Quote[]>,
  options: ScoreOptions = {},
): Score {
  const tally = new Tally();
  for (const document of gold) {
    const quotes = predictions.get(document.id) ?? [];
    const aligned = align(document, quotes, options.speech ?? false);
    tally.count(aligned);
    if (!options.judge) continue;
    for (const judged of judgementsOf(aligned)) options.judge(document, judged);
  }
  return tally.result(gold.length);
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
