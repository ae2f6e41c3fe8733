/**
 * `npm run bench:search`: the search over a generated archive, in a real browser, with what crosses the
 * wire, how long results take and how much memory it needs. It reports; it fails on no figure.
 *
 *   npm run bench:search -- [--articles 10000] [--generator ../shared/bench/scale/gen-corpus.mjs] [--site dist] [--keep folder]
 *
 * `--keep` names a folder whose corpus and bundles a later run uses again.
 * Without the generator's folder it says so and does nothing. The built site lends its search page.
 */
import { parseArgs } from 'node:util';
import { settings } from '../src/build/settings.ts';
import { guardTerminal } from '../src/build/terminal/terminal.ts';
import { measureSearch } from '../src/measure/search.ts';

guardTerminal();

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '10000' },
    generator: { type: 'string', default: '../shared/bench/scale/gen-corpus.mjs' },
    site: { type: 'string', default: settings().dist },
    keep: { type: 'string' },
  },
});
await measureSearch(values);
