/** Whom the claims of a marked text were taken to be of. `{D ?:…}` is open. */
import { findClaims } from '../../src/engine/index.ts';
import { english } from '../../src/languages/en/index.ts';
import { marked } from './marked.ts';

/**
 * Claim by claim the first words marked and the speaker's name, null where open; claims that are not marked are left
 * out.
 */
export function speakers(source: string): {
  found: (string | null)[];
  expected: (string | null)[];
} {
  const { expected, ...input } = marked(source);
  const { claims, entities } = findClaims(input, { pack: english });
  const found = expected.map(({ at: [span] }) => {
    const claim = claims.findLast(
      ({ parts: [part] }) => part && span && part.start <= span[0] && span[0] < part.end,
    );
    const name = claim?.speaker ? entities[claim.speaker.entity]?.name : null;
    return claim ? (name ?? null) : 'no claim';
  });
  return { found, expected: expected.map(({ speaker }) => speaker) };
}
