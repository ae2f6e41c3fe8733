/**
 * Trains the tagger and writes `model.json` and `confidence.json` in `src/languages/en/model`.
 *
 *     npm run train [-- <data folder>] [--tune | --confidence]
 *
 * With `--confidence` the model stays as it is, and only `confidence.json` is fitted anew, to today's rules: on the same
 * documents, by models that did not see them.
 *
 * With `--from-archive` it fits how sure the machine is to what people decided in the archive (`--archive`), and writes
 * `content/calibration.json` there.
 *
 * The data folder holds `polnear.dev.jsonl.gz` and, for scoring, `gum.dev.jsonl.gz`; without one,
 * `../shared/bench/extraction/data`. A fifth of the documents is held back for good. `--tune` keeps a second
 * fifth out and scores it, and writes no model unless `--out` names a folder.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { guardTerminal } from '../src/build/terminal/terminal.ts';
import { Tagger, type ModelFile } from '../src/engine/tagger/index.ts';
import { taggerLexicon } from '../src/languages/en/features.ts';
import { trainFromArchive } from '../src/training/archive-command.ts';
import { fifthOf, isHeldBack, readDocuments } from '../src/training/corpus.ts';
import { reportOn } from '../src/training/report.ts';
import { fitConfidences, trainModel } from '../src/training/train.ts';

guardTerminal();

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    tune: { type: 'boolean' },
    confidence: { type: 'boolean' },
    out: { type: 'string' },
    'from-archive': { type: 'boolean' },
    by: { type: 'string' },
  },
});
if (values['from-archive']) {
  await trainFromArchive(values.by);
  process.exit();
}
const MODEL = 'src/languages/en/model';
const presentModel = (): ModelFile =>
  JSON.parse(readFileSync(join(MODEL, 'model.json'), 'utf8')) as ModelFile;

const folder = resolve(positionals[0] ?? '../shared/bench/extraction/data');
const out = resolve(values.out ?? MODEL);
const news = existsSync(folder) ? readDocuments(folder, 'polnear') : null;
if (!news) {
  console.error(
    `No annotated news at ${join(folder, 'polnear.dev.jsonl.gz')}; name the folder that holds it: npm run train -- <folder>`,
  );
  process.exit(1);
}

const began = performance.now();
const log = (text: string): void =>
  console.log(`${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${text}`);

const isTuned = ({ id }: { id: string }): boolean => values.tune === true && fifthOf(id) === 1;
const seen = news.filter((document) => !isHeldBack(document.id) && !isTuned(document));
const { model, gauges } = values.confidence
  ? { model: presentModel(), gauges: fitConfidences(seen, log) }
  : trainModel(seen, log);
const written = JSON.stringify(model);
log(`${model.features} features, ${written.length} bytes`);
if (!values.tune || values.out) {
  if (!values.confidence) writeFileSync(join(out, 'model.json'), written + '\n');
  writeFileSync(join(out, 'confidence.json'), `${JSON.stringify(gauges, null, 1)}\n`);
}

const tagger = new Tagger(model, taggerLexicon, { gauges });
const unseen = news.filter(values.tune ? isTuned : ({ id }) => isHeldBack(id));
if (unseen.length) console.log(reportOn('news, unseen', unseen, tagger).join('\n'));
const other = readDocuments(folder, 'gum') ?? [];
if (other.length) console.log(reportOn('GUM, unseen', other, tagger).join('\n'));
