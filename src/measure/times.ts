/** How long extraction takes and how much memory it holds. Times are ratios within one run. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { gunzipSync } from 'node:zlib';
import { extractQuotes } from '../archive/extract.ts';
import { english } from '../languages/en/index.ts';
import type { GoldDocument } from '../training/gold.ts';
import type { Way } from './extraction.ts';
import { heading, pad } from './print.ts';

/** Characters of an article, for rates. */
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

const HOSTILE: [string, (n: number) => string][] = [
  ['unbalanced marks', (n) => '“ '.repeat(n)],
  ['straight marks without blanks', (n) => '"'.repeat(n)],
  ['one paragraph of speech', (n) => 'He said that “it is so,” and she denied it. '.repeat(n / 20)],
  ['one word', (n) => 'a'.repeat(n)],
  ['cues without end', (n) => 'said he said she '.repeat(n / 8)],
  ['short lines', (n) => 'A: yes\n'.repeat(n / 4)],
];
/** Prints times and memory over the news of the data folder, or over the archive's own sources without it. */
export function measureTimes(
  folder: string,
  hasNews: boolean,
  ways: readonly Way[],
  hasModel: boolean,
): void {
  heading('Time and memory (one core)');
  const lines = hasNews
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

  const reading = cpu(() => {
    for (const line of lines) JSON.parse(line);
  });
  const cutting = cpu(() => texts.forEach((text) => english.text.tagged(text)));
  console.log(
    `${texts.length} texts, ${(characters / 1e6).toFixed(1)} million characters (${hasNews ? 'polnear' : 'the archive’s own sources'}); an article is ${ARTICLE} characters`,
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

  measureMemory(texts, hasModel);
  measureHostile(hasModel);
}

function measureMemory(texts: readonly string[], hasModel: boolean): void {
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
}

function measureHostile(hasModel: boolean): void {
  for (const [name, make] of HOSTILE) {
    const [small = 0, large = 0] = [60_000, 240_000].map((n) => {
      const text = make(n);
      return cpu(() => extractQuotes(text, { model: hasModel }));
    });
    console.log(
      `hostile: ${name.padEnd(30)} ${pad(small.toFixed(0), 6)} ms, four times as long ${pad(large.toFixed(0), 6)} ms: ${(large / small).toFixed(1)} ×`,
    );
  }
}
