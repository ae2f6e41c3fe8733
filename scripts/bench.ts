/**
 * The benchmarks: how well claims are found, beside a floor and published systems, and how long it takes.
 *
 *     npm run bench [-- <data folder>]
 *
 * The annotated texts are no part of the project; without a folder they are looked for in
 * `../shared/bench/extraction/data`. Times are ratios within this run, so that machines can be compared.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { gunzipSync } from 'node:zlib';
import { shippedTagger } from '../src/engine/tagger/shipped.ts';
import { tokenize } from '../src/engine/tokens.ts';
import { extractQuotes, type ExtractedQuote } from '../src/archive/extract.ts';
import { codePoints } from '../src/text/offsets.ts';
import {
  score,
  type GoldDocument,
  type Judged,
  type Quote,
  type Score,
} from '../src/training/score.ts';
import { isHeldBack, readDocuments } from '../src/training/corpus.ts';
import { reliability } from '../src/training/calibrate.ts';
import { guardTerminal } from '../src/build/terminal/terminal.ts';

guardTerminal();

const folder = resolve(process.argv[2] ?? '../shared/bench/extraction/data');
const hasModel = shippedTagger() !== null;

const pad = (text: string | number, width: number): string => String(text).padStart(width);
const heading = (text: string): void => console.log(`\n${text}\n${'='.repeat(text.length)}`);
const one = (x: number): string => x.toFixed(1);

/* ------------------------------------------------------------------ figures */

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
function floor(name: string): Map<string, Quote[]> | null {
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
          const { id, quotes } = JSON.parse(line) as { id: string; quotes: ExtractedQuote[] };
          return [id, quotes as unknown as Quote[]];
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

const news = existsSync(folder) ? readDocuments(folder, 'polnear') : null;
const gum = existsSync(folder) ? readDocuments(folder, 'gum') : null;
const turns = existsSync(folder) ? readDocuments(folder, 'gumturns') : null;

if (!hasModel)
  console.log(
    'There is no trained model (src/languages/en/model/model.json): the rows with the model are left out. `npm run train` makes one.',
  );
if (!news && !gum && !turns) {
  console.log(
    `There are no annotated texts in ${folder}, so only times are measured.\nName the folder that holds polnear.dev.jsonl.gz, gum.dev.jsonl.gz and gumturns.dev.jsonl.gz: npm run bench -- <folder>`,
  );
}

const ways: [string, boolean][] = [
  ['rules alone', false],
  ...(hasModel ? [['rules and model', true] as [string, boolean]] : []),
];
const decisions: { confidence: number; right: boolean }[] = [];

if (news || gum) {
  heading('Claims in news and biography (speech; P, R and F1 in per cent)');
  row('', COLUMNS);
  for (const [name, documents] of [
    ['polnear', news],
    ['gum', gum],
  ] as const) {
    if (!documents) continue;
    const back = documents.filter(({ id }) => isHeldBack(id));
    const lowest = floor(name);
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

if (turns) {
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

if (decisions.length) {
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

/* -------------------------------------------------------------------- times */

heading('Time and memory (one core)');
const lines = news
  ? gunzipSync(readFileSync(join(folder, 'polnear.dev.jsonl.gz')))
      .toString('utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.stringify({ id: '', text: (JSON.parse(line) as GoldDocument).text }))
  : Array.from({ length: 40 }, () =>
      readdirSync('content/sources')
        .filter((name) => name.endsWith('.txt'))
        .map((name) =>
          JSON.stringify({ id: name, text: readFileSync(join('content/sources', name), 'utf8') }),
        ),
    ).flat();
const texts = lines.map((line) => (JSON.parse(line) as { text: string }).text);
const characters = texts.reduce((sum, text) => sum + text.length, 0);
const ARTICLE = 4600;

/** Least CPU time of three runs, in milliseconds. */
function cpu(work: () => void): number {
  let least = Infinity;
  for (let i = 0; i < 3; i++) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

const reading = cpu(() => lines.forEach((line) => JSON.parse(line)));
const cutting = cpu(() => texts.forEach((text) => tokenize(text)));
console.log(
  `${texts.length} texts, ${(characters / 1e6).toFixed(1)} million characters (${news ? 'polnear' : 'the archive’s own sources'}); an article is ${ARTICLE} characters`,
);
const report = (name: string, time: number): void =>
  console.log(
    `${name.padEnd(30)} ${pad(time.toFixed(0), 7)} ms  ${pad((time / reading).toFixed(1), 7)} × reading  ${pad((time / cutting).toFixed(1), 6)} × wink-nlp  ${pad(Math.round((characters / ARTICLE / time) * 60_000), 7)} articles a minute`,
  );
report('reading (JSON.parse)', reading);
report('wink-nlp words', cutting);
for (const [way, model] of ways)
  report(
    way,
    cpu(() => texts.forEach((text) => extractQuotes(text, { model }))),
  );

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const held: number[] = [];
for (let round = 0; round < 4; round++) {
  // New words in every text, as a stream of news has them.
  texts.forEach((text, i) =>
    extractQuotes(text.replace(/\b(\w{5,})\b/, `$1${round}x${i}`), { model: hasModel }),
  );
  collect();
  held.push(process.memoryUsage().heapUsed / 1e6);
}
console.log(
  `memory held after ${held.map((mb, i) => `${(i + 1) * texts.length} texts: ${mb.toFixed(0)} MB`).join(', ')}`,
);

const HOSTILE: [string, (n: number) => string][] = [
  ['unbalanced marks', (n) => '“ '.repeat(n)],
  ['straight marks without blanks', (n) => '"'.repeat(n)],
  ['one paragraph of speech', (n) => 'He said that “it is so,” and she denied it. '.repeat(n / 20)],
  ['one word', (n) => 'a'.repeat(n)],
  ['cues without end', (n) => 'said he said she '.repeat(n / 8)],
  ['short lines', (n) => 'A: yes\n'.repeat(n / 4)],
];
for (const [name, make] of HOSTILE) {
  const [small, large] = [60_000, 240_000].map((n) => {
    const text = make(n);
    return cpu(() => extractQuotes(text, { model: hasModel }));
  });
  console.log(
    `hostile: ${name.padEnd(30)} ${pad(small!.toFixed(0), 6)} ms, four times as long ${pad(large!.toFixed(0), 6)} ms: ${(large! / small!).toFixed(1)} ×`,
  );
}
