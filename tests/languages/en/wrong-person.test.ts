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
  'a paragraph about somebody who is named for no words': [
    'Former warden Tom Odabrook said {I Tom Odabrook:the lease went to one Mr Lutterby}.\n\nHe said {I Tom Odabrook:Mr Lutterby later lent the pit to a firm from the coast}.\n\nMr Lutterby then sold the lease to Corvanex, which was to pave the lanes.\n\n“{D ?:Four winters went by and nothing came of it,}” he said.',
    'Former warden Tom Odabrook said {I Tom Odabrook:the lease was late}. He said {I Tom Odabrook:it was dear}.\n\nBob Lutterby, 54, has lived beside the pit since he was born.\n\n“{D Bob Lutterby:Four winters went by and nothing came of it,}” he said.',
    'Tim Garrowby stands between a couple: clerk Peter Lindalen and his wife, Jane Lindalen, a surveyor.\n\nThe suit even alleges that {I The suit:Garrowby kept Ms. Lindalen from going home, and sent Mr. Lindalen eels}.\n\nIn fact, he says that {I ?:Ms. Lindalen told him of it}.',
  ],
  'whom the words call by the whole name': [
    'Nora Harrowell sings. “{D Nora Harrowell:I found the tune,}” Nora Harrowell said. The hall was full. “{D ?:They wanted Nora Harrowell, and they got her,}” she said.',
    'Nora Harrowell sings. “{D Nora Harrowell:I found the tune,}” Nora Harrowell said. The hall was full. “{D Nora Harrowell:I told them: I am Nora Harrowell, and I hum,}” she said.',
    'Nora Harrowell sings. “{D Nora Harrowell:I found the tune,}” Nora Harrowell said. The hall was full. “{D Nora Harrowell:They said: ‘Nora Harrowell, go home,’}” she said.',
  ],
};

describe.each(Object.entries(KINDS))('%s', (_, sources) => {
  test.each(sources)('%s', (source) => {
    const { found, expected } = speakers(source);
    expect(found).toEqual(expected);
  });
});
