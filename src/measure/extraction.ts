/** How well claims are found, beside a floor and published systems. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { extractQuotes } from '../archive/extract.ts';
import type { ExtractedQuote } from '../model/extracted.ts';
import { codePoints } from '../text/offsets.ts';
import { reliability } from '../training/calibrate.ts';
import { isHeldBack } from '../training/corpus.ts';
import type { GoldDocument, Quote } from '../training/gold.ts';
import { score, type Judged, type Score } from '../training/score.ts';
import { heading, one, pad } from './print.ts';

/** One way of finding claims: its name, and whether the model takes part. */
export type Way = readonly [name: string, model: boolean];

/** What a claim's confidence was, and whether it was right. */
export interface Decision {
  confidence: number;
  right: boolean;
}

const COLUMNS = ['exact', 'overlap', 'token', 'speaker', 'joint', 'direct', 'ggt30', 'its speaker'];

function row(name: string, cells: (number | string)[]): void {
  console.log(
    `${name.padEnd(44)}${cells.map((cell) => pad(typeof cell === 'number' ? one(cell) : cell, 9)).join('')}`,
  );
}

const cellsOf = (s: Score): number[] => [
  s.exact.F1,
  s.overlap.F1,
  s.token.F1,
  s.speaker.head,
  s.joint.F1,
  s.types['direct']?.exact.F1 ?? 0,
  s.ggt30.F1,
  s.ggt30.speaker,
];

function toUnits(text: string, quotes: readonly ExtractedQuote[]): Quote[] {
  const points = codePoints(text);
  const turned = <T extends { start: number; end: number }>(span: T): T => ({
    ...span,
    start: points.utf16(span.start),
    end: points.utf16(span.end),
  });
  return quotes.map((quote) => ({
    ...turned(quote),
    speaker: quote.speaker && turned(quote.speaker),
    cue: quote.cue && turned(quote.cue),
  }));
}

function predict(
  documents: readonly GoldDocument[],
  options: { turns?: boolean; model: boolean },
): Map<string, Quote[]> {
  return new Map(
    documents.map(({ id, text }) => [id, toUnits(text, extractQuotes(text, options).quotes)]),
  );
}

/** The floor: quotations between double marks with the nearest name; run from the data's own script where there is one. */
function floor(folder: string, name: string): Map<string, Quote[]> | null {
  const script = join(folder, '..', 'baseline.py');
  if (!existsSync(script)) return null;
  try {
    const printed = execFileSync('python3', [script, join(folder, `${name}.dev.jsonl.gz`)], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return new Map(
      printed
        .split('\n')
        .filter(Boolean)
        .map((line) => {
          const { id, quotes } = JSON.parse(line) as { id: string; quotes: Quote[] };
          return [id, quotes];
        }),
    );
  } catch {
    return null;
  }
}

function types(name: string, s: Score): void {
  for (const [type, t] of Object.entries(s.types)) {
    if (t.gold)
      console.log(
        `  ${name.padEnd(20)} ${type.padEnd(9)} gold ${pad(t.gold, 5)}  exact F1 ${pad(one(t.exact.F1), 5)}  found ${pad(one(t.found), 5)} %  speaker ${pad(one(t.head), 5)}`,
      );
  }
}

/** Prints the figures of claims in news and biography; returns the decisions of the model on held-back news. */
export function measureClaims(
  folder: string,
  news: readonly GoldDocument[] | null,
  gum: readonly GoldDocument[] | null,
  ways: readonly Way[],
): Decision[] {
  const decisions: Decision[] = [];
  heading('Claims in news and biography (speech; P, R and F1 in per cent)');
  row('', COLUMNS);
  for (const [name, documents] of [
    ['polnear', news],
    ['gum', gum],
  ] as const) {
    if (!documents) continue;
    const back = documents.filter(({ id }) => isHeldBack(id));
    const lowest = floor(folder, name);
    for (const [part, list] of [
      ['all', documents],
      ['held back', back],
    ] as const) {
      const label = `${name}, ${part} (${list.length})`;
      if (lowest) row(`${label}: floor`, cellsOf(score(list, lowest, { speech: true })));
      else if (name === 'polnear' && part === 'all')
        row(`${label}: floor (figures that came with the data)`, [
          41.8,
          48.4,
          61.9,
          33.0,
          16.1,
          77.0,
          '',
          '',
        ]);
      for (const [way, model] of ways) {
        const judge =
          part === 'held back' && model && name === 'polnear'
            ? (_: GoldDocument, { quote, ignored, overlap, speaker }: Judged): void => {
                if (!ignored)
                  decisions.push({
                    confidence: (quote as unknown as ExtractedQuote).confidence,
                    right: overlap && speaker,
                  });
              }
            : undefined;
        const figures = score(list, predict(list, { model }), { speech: true, judge });
        row(`${label}: ${way}`, cellsOf(figures));
        if (part === 'held back' || way === 'rules and model') types(way, figures);
      }
    }
  }
  console.log(
    '\nThe rules were written with the documents that are not held back, and the model was trained on those of polnear: the held-back rows say what to expect.',
  );
  console.log(
    'GUM marks indirect and mixed claims only in part, so that its precision is a lower bound.',
  );

  return decisions;
}

/** Prints what others found. */
export function printPublished(): void {
  heading('Published systems, on their own data');
  for (const line of [
    'citron (BBC), PARC 3.0 news                content exact F1 59.3, token F1 83.3',
    'Newell et al. 2018, PARC 3.0 news          content, cue and source exact F1 56.8',
    'Gender Gap Tracker (SFU), Canadian news    F1 83.7 with speaker 86.5 (more than 0.3 of a quotation: ggt30)',
    'Quote_Extraction_for_News, ggt30           F1 78.9 with speaker 79.8',
    'CofeNet (BERT), PolNeAR, all attributions  content exact F1 72.9 (beliefs too, so not the same task)',
    'Guardian and AFP, quoted words only        content 93 %, all three entities 89 %',
    'Two annotators against each other, PolNeAR exact 83.5, overlap 89.0, token 94.0, speaker 97.6, joint 86.2',
  ])
    console.log(line);
}

/** Prints the figures of turns of interviews. */
export function measureTurns(turns: readonly GoldDocument[], ways: readonly Way[]): void {
  heading('Turns of interviews (`Name: text`)');
  for (const [part, list] of [
    ['all', turns],
    ['held back', turns.filter(({ id }) => isHeldBack(id))],
  ] as const) {
    for (const [way, model] of ways) {
      const s = score(list, predict(list, { turns: true, model }));
      console.log(
        `gumturns, ${part} (${list.length}): ${way.padEnd(16)} exact F1 ${one(s.exact.F1)}  overlap F1 ${one(s.overlap.F1)}  speaker ${one(s.speaker.head)}`,
      );
    }
  }
}

/** Prints what share of decisions was right, by what their confidence said. */
export function printReliability(decisions: readonly Decision[]): void {
  heading(
    'Is the confidence what it says? (held-back news, claim overlapped and speaker head right)',
  );
  const { bins, error } = reliability(decisions);
  for (const { from, to, n, said, right } of bins) {
    if (!n) continue;
    const share = right / n;
    console.log(
      `${from.toFixed(1)} to ${to.toFixed(1)}  ${pad(n, 5)} claims  said ${(said / n).toFixed(3)}  right ${share.toFixed(3)}  ${'#'.repeat(Math.round(share * 40)).padEnd(40, '.')}`,
    );
  }
  console.log(`expected calibration error ${error.toFixed(3)}`);
}
