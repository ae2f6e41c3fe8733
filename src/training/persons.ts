/**
 * Whether speakers are whom their mentions mean, on annotated documents. The annotation marks the mention only ("he");
 * `persons.json` has, read by hand, where the person is named: for each document pairs of offsets (UTF-16) of a mention
 * and of a place that names whoever is meant. Pronouns and descriptions are many among them, names few, which does no
 * harm to shares told by signs that say which of these a mention is.
 */
import { createRequire } from 'node:module';
import { findClaims } from '../engine/index.ts';
import type { Tagger } from '../engine/tagger/index.ts';
import { english } from '../languages/en/index.ts';
import { at } from '../text/certain.ts';
import type { Sample } from './calibrate.ts';
import { linesOf } from './corpus.ts';
import type { GoldDocument } from './gold.ts';

type Places = Readonly<Record<string, readonly (readonly [mention: number, person: number])[]>>;

const read = createRequire(import.meta.url)('./persons.json') as Places;

/** A sample for each mention of `places` for whom the engine chooses somebody. */
export function personSamples(
  documents: readonly GoldDocument[],
  tagger: Tagger | null,
  places: Places = read,
): Sample[] {
  return documents.flatMap(({ id, text }) => {
    const pairs = places[id];
    if (!pairs) return [];
    const paragraphs = linesOf(text).map((span) => ({ ...span, kind: 'paragraph' as const }));
    const found = findClaims(
      { text, paragraphs },
      { pack: english, model: tagger, explain: false },
    );
    return pairs.flatMap(([mention, person]) => {
      const claim = found.claims.find((one) => one.mention?.start === mention);
      if (!claim?.speaker || !claim.evidence.speaker?.length) return [];
      const { mentions } = at(found.entities, claim.speaker.entity);
      const right = mentions.some(({ start, end }) => start <= person && person < end);
      return [{ signs: claim.evidence.speaker, right }];
    });
  });
}
