/** The tagger's model for English: `model.json` and `confidence.json`, written by `npm run train`; see MODEL-CARD.md. */
import { createRequire } from 'node:module';
import type { Gauges } from '../../../engine/confidence.ts';
import { Tagger, type ModelFile } from '../../../engine/tagger/index.ts';
import { taggerLexicon } from '../features.ts';

let tagger: Tagger | null | undefined;

/** The tagger with the shipped model, read at the first call; null where `model.json` is missing. */
export function shippedTagger(): Tagger | null {
  if (tagger === undefined) tagger = read();
  return tagger;
}

function read(): Tagger | null {
  try {
    const require = createRequire(import.meta.url);
    const file = require('./model.json') as ModelFile;
    return new Tagger(file, taggerLexicon, { gauges: require('./confidence.json') as Gauges });
  } catch (error) {
    if ((error as { code?: string }).code === 'MODULE_NOT_FOUND') return null;
    throw error;
  }
}
