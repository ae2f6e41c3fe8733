/**
 * The benchmarks: how well claims are found, beside a floor and published systems, and how long it takes.
 *
 *     npm run bench [-- <data folder>]
 *     npm run bench -- noise [<data folder>] [<kinds of noise>…]
 *     npm run bench -- scale [--articles 300] [--seed 11] [--generator <script>] [--against <folder of a checkout>]
 *
 * The annotated texts are no part of the project; without a folder they are looked for in
 * `../shared/bench/extraction/data`. Times are ratios within this run, so that machines can be compared.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { guardTerminal } from '../src/build/terminal/terminal.ts';
import { shippedTagger } from '../src/languages/en/model/index.ts';
import {
  measureClaims,
  measureTurns,
  printPublished,
  printReliability,
  type Way,
} from '../src/measure/extraction.ts';
import { measureNoise } from '../src/measure/noise/index.ts';
import { measureTimes } from '../src/measure/times.ts';
import { project } from '../src/build/settings.ts';
import { describe } from '../src/build/terminal/errors.ts';
import { measureScale } from '../src/measure/scale.ts';
import { readDocuments } from '../src/training/corpus.ts';

guardTerminal();

if (process.argv[2] === 'scale') {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: {
      articles: { type: 'string', default: '300' },
      seed: { type: 'string', default: '11' },
      generator: { type: 'string', default: '../shared/bench/scale/gen-corpus.mjs' },
      against: { type: 'string' },
    },
  });
  try {
    await measureScale({
      articles: Number(values.articles),
      seed: Number(values.seed),
      generator: resolve(values.generator),
      against: values.against === undefined ? null : resolve(values.against),
      software: project,
    });
    process.exit(0);
  } catch (error) {
    console.error(describe(error));
    process.exit(1);
  }
}

if (process.argv[2] === 'noise') {
  const [data = '../shared/bench/extraction/data', ...kinds] = process.argv.slice(3);
  const documents = existsSync(resolve(data)) ? readDocuments(resolve(data), 'polnear') : null;
  if (documents) measureNoise(documents, kinds);
  else
    console.error(
      `There are no annotated texts in ${resolve(data)}, expected polnear.dev.jsonl.gz there. Name its folder: npm run bench -- noise <data folder>`,
    );
  process.exit(documents ? 0 : 1);
}

const folder = resolve(process.argv[2] ?? '../shared/bench/extraction/data');
const hasModel = shippedTagger() !== null;
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

const ways: Way[] = [
  ['rules alone', false],
  ...(hasModel ? [['rules and model', true] as const] : []),
];
const decisions = news || gum ? measureClaims(folder, news, gum, ways) : [];
if (news || gum) printPublished();
if (turns) measureTurns(turns, ways);
if (decisions.length) printReliability(decisions);
measureTimes(folder, news !== null, ways, hasModel);
