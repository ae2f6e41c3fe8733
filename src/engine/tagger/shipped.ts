/** The model that comes with the project. */
import { createRequire } from 'node:module';
import { Tagger, type ModelFile } from './index.ts';

let tagger: Tagger | null | undefined;

/** The tagger with the shipped model, read at the first call; null where `model.json` is missing. */
export function shippedTagger(): Tagger | null {
  if (tagger === undefined) tagger = read();
  return tagger;
}

function read(): Tagger | null {
  try {
    return new Tagger(createRequire(import.meta.url)('../../languages/en/model/model.json') as ModelFile);
  } catch (error) {
    if ((error as { code?: string }).code === 'MODULE_NOT_FOUND') return null;
    throw error;
  }
}
