/** What somebody who was named is called later, beside the name. */
import { describe, expect, test } from 'vitest';
import { speakers } from '../../support/speakers.ts';

const KINDS: Record<string, readonly string[]> = {
  'who runs or trains a team': [
    'Pellworth Rovers manager Idris Calloman said {I Idris Calloman:it was late}.\n\n“{D Idris Calloman:We gave it away,}” the Rovers boss said.',
    'Pellworth County manager Idris Calloman left early.\n\n“{D Idris Calloman:We gave it away,}” the County boss said.',
    'Tessing Town boss Idris Calloman dropped two men.\n\n“{D Idris Calloman:We gave it away,}” the Town coach said.',
    'Tessing Town manager Idris Calloman and Pellworth Rovers manager Wim Quintero met.\n\n“{D Wim Quintero:We gave it away,}” the Rovers boss said. “{D Idris Calloman:We took it,}” the Town boss said.',
    'Rovers captain Idris Calloman came off. “{D Idris Calloman:We gave it away,}” the skipper said.',
    'Idris Calloman coaches the Rovers. “{D the Town boss:We gave it away,}” the Town boss said.',
    'Bank manager Idris Calloman left early. The coach said {I The coach:it was late}.',
  ],
  'an office in letters': [
    'Superintendent of Police Idris Calloman said {I Idris Calloman:it was late}.\n\n“{D Idris Calloman:We held two men,}” the SP said.',
    'Deputy Commissioner Idris Calloman saw the dam. The DC said {I Idris Calloman:it would hold}.',
    'Chief Justice Idris Calloman opened the term. “{D Idris Calloman:The roof leaks,}” the CJ said.',
    'Idris Calloman, the Chief Executive Officer of Tarnolex, spoke. “{D Idris Calloman:We sold it,}” the CEO said.',
    'Tarnolex CEO Idris Calloman spoke. “{D Idris Calloman:We sold it,}” the chief executive said.',
    'The fire chief, Idris Calloman, spoke. The SP said {I SP:it was late}.',
  ],
  'an office that is named with what it looks after': [
    'Superintendent of Police Idris Calloman left early.\n\nIt rained.\n\nThe dam broke.\n\nThe superintendent said {I Idris Calloman:it was late}.',
  ],
};

describe.each(Object.entries(KINDS))('%s', (_, sources) => {
  test.each(sources)('%s', (source) => {
    const { found, expected } = speakers(source);
    expect(found).toEqual(expected);
  });
});
