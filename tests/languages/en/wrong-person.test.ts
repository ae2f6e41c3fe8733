/** Whom words do not belong to, though they are named close by. `{D ?:…}` is open. */
import { describe, expect, test } from 'vitest';
import { speakers } from '../../support/speakers.ts';

const KINDS: Record<string, readonly string[]> = {
  'a quotation before a sentence that leads to another': [
    '“{D Pia Bellamour:It is another skill,}” Pia Bellamour said. “{D Pia Bellamour:Step aside a little.}” Cortewell agreed: “{D Cortewell:It is another trade.}”',
    '“{D Pia Bellamour:It is another skill,}” said Pia Bellamour. “{D Pia Bellamour:Step aside.}” Ann Cortewell, who paints, replied: “{D Ann Cortewell:It is another trade.}”',
    '“{D Pia Bellamour:It is another skill,}” said Pia Bellamour. “{D Pia Bellamour:Step aside.}” Ann Cortewell said, “{D Ann Cortewell:It is another trade.}”',
    '“{D Pia Bellamour:It is another skill,}” said Pia Bellamour. “{D Pia Bellamour:Who steps aside?}” Ann Cortewell replied: “{D Ann Cortewell:It is another trade.}”',
    '“{D Pia Bellamour:You have to step aside.}” Pia Bellamour said. “{D Pia Bellamour:It is another trade.}”',
  ],
};

describe.each(Object.entries(KINDS))('%s', (_, sources) => {
  test.each(sources)('%s', (source) => {
    const { found, expected } = speakers(source);
    expect(found).toEqual(expected);
  });
});
