/** Claims as the engine hands them to the ledger, found in a text by their words. */
import type { DraftClaim, SourceText } from '../../src/ledger/index.ts';
import { sha256 } from '../../src/text/digest.ts';

/** Version `version` of a source. */
export const sourceOf = (text: string, version = 1): SourceText => ({
  version,
  text,
  sha256: sha256(text),
});

/** A speaker of that name, whose mention is not said. */
const speakerOf = (name: string): NonNullable<DraftClaim['speaker']> => ({
  id: name.toLowerCase().replaceAll(' ', '-'),
  name,
  kind: 'person',
  basis: 'name',
  role: null,
  mention: null,
});

/** The direct claim whose words are `exact`, the first behind `from`; throws where they do not stand in the text. */
export function draftOf(text: string, exact: string, name: string | null, from = 0): DraftClaim {
  const start = text.indexOf(exact, from);
  if (start < 0) throw new Error(`not in the text: ${exact}`);
  return {
    parts: [{ start, end: start + exact.length }],
    type: 'direct',
    via: [],
    cue: null,
    cueKind: 'said',
    polarity: 'positive',
    said: null,
    speaker: name === null ? null : speakerOf(name),
  };
}
